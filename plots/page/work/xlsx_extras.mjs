// @ts-check
// What the library leaves to its "features": filters, print set-up, links between sheets, charts and the book's title, each as the
// command's workbook has it.
import { chartXml, escaped, framesXml, letters, quoted } from "./xlsx_charts.mjs";

/** @typedef {import("./xlsx_charts.mjs").Chart} Chart */
/** @typedef {import("./xlsx_charts.mjs").Source} Source */
/** @typedef {{ sheet: string, foot: string, table?: { top: number, rows: number, columns: number, printed: number, wide: boolean }, links?: { at: string, to: string }[], charts?: Chart[], source?: Source }} Own
 * what a sheet has of its own: its table's place, how many rows of it are printed (0: all), links, charts of another sheet */

const PACKAGE = "http://schemas.openxmlformats.org/package/2006",
  OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006";
const CREATED = "2024-01-01T00:00:00Z"; // a fixed moment: the same file from the same run

/** @param {NonNullable<Own["table"]>} table */
const rangeOf = ({ top, rows, columns }) => [`A${top + 1}`, `${letters(columns - 1)}${top + 1 + rows}`];
const fixed = (/** @type {string} */ cell) => cell.replace(/^([A-Z]+)(\d+)$/, "$$$1$$$2");

/** What stands after a sheet's rows, in the order that the format has. @param {Own} own */
function afterRows({ foot, table, links }) {
  const filter = table && table.rows > 0 ? `<autoFilter ref="${rangeOf(table).join(":")}"/>` : "";
  const linked = (links ?? []).map(({ at, to }) => {
    const place = escaped(`'${to.replace(/'/g, "''")}'!A1`);
    return `<hyperlink ref="${at}" location="${place}" display="${place}"/>`;
  });
  return [
    filter,
    linked.length > 0 ? `<hyperlinks>${linked.join("")}</hyperlinks>` : "",
    '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/>',
    `<pageSetup paperSize="9"${table?.wide ? ' fitToWidth="2"' : ""} fitToHeight="0" orientation="landscape"/>`,
    `<headerFooter><oddFooter>${escaped(foot)}</oddFooter></headerFooter>`,
  ].join("");
}

/** Names that the spreadsheet itself gives a meaning. @param {Own[]} sheets */
function namesXml(sheets) {
  const names = sheets.flatMap(({ sheet, table }, i) => {
    if (!table) return [];
    const name = (/** @type {string} */ what, /** @type {string} */ range, hidden = "") =>
      `<definedName name="_xlnm.${what}" localSheetId="${i}"${hidden}>${escaped(`${quoted(sheet)}!${range}`)}</definedName>`;
    const [from, to] = rangeOf(table).map(fixed);
    const printed = `$A$1:${fixed(`${letters(table.columns - 1)}${table.top + 1 + table.printed}`)}`;
    return [
      ...(table.rows > 0 ? [name("_FilterDatabase", `${from}:${to}`, ' hidden="1"')] : []),
      ...(table.printed > 0 ? [name("Print_Area", printed)] : []),
      name("Print_Titles", `${table.wide ? `$A:$B,${quoted(sheet)}!` : ""}$${table.top + 1}:$${table.top + 1}`),
    ];
  });
  return names.length > 0 ? `<definedNames>${names.join("")}</definedNames>` : "";
}

/** Charts of all sheets with the names of their parts. @param {Own[]} sheets */
const partsOf = (sheets) =>
  sheets.flatMap(({ charts, source }, sheet) =>
    (charts ?? []).map((chart, i) => ({ part: partName(sheet, i), chart, source: /** @type {Source} */ (source) })),
  );
const partName = (/** @type {number} */ sheet, /** @type {number} */ i) => `xl/charts/chart${sheet + 1}_${i + 1}.xml`;

/** @param {string} title @returns {any} */
export const extras = (title) => ({
  files: {
    transform: {
      "[Content_Types].xml": {
        insert: (/** @type {Own[]} */ sheets) =>
          [
            `<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>`,
            ...partsOf(sheets).map(
              ({ part }) =>
                `<Override PartName="/${part}" ContentType="application/vnd.openxmlformats-officedocument.drawingml.chart+xml"/>`,
            ),
          ].join(""),
      },
      "_rels/.rels": {
        insert: () =>
          `<Relationship Id="rId-core" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>`,
      },
      "xl/workbook.xml": {
        transform: (/** @type {string} */ xml, /** @type {Own[]} */ sheets) =>
          xml.replace(/<definedNames *\/>/, "").replace("</sheets>", () => `</sheets>${namesXml(sheets)}`),
      },
      "xl/worksheets/sheet{id}.xml": {
        transform: (/** @type {string} */ xml, /** @type {Own} */ own) =>
          xml
            .replace(/<worksheet [^>]*>/, (tag) => `${tag}<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`)
            .replace(/<\/sheetData>|<sheetData *\/>/, (end) => end + afterRows(own)),
      },
      "xl/drawings/drawing{id}.xml": {
        insert: (/** @type {Own} */ { charts }) => (charts ? framesXml(charts) : undefined),
      },
      "xl/drawings/_rels/drawing{id}.xml.rels": {
        insert: (/** @type {Own} */ { charts }, /** @type {{ sheetIndex: number }} */ { sheetIndex }) =>
          charts
            ?.map(
              (_, i) =>
                `<Relationship Id="chart${i + 1}" Type="${OFFICE}/relationships/chart" Target="/${partName(sheetIndex, i)}"/>`,
            )
            .join(""),
      },
    },
    write: {
      files: (/** @type {Own[]} */ sheets) => ({
        "docProps/core.xml": `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escaped(title)}</dc:title><dc:creator>Framsyn</dc:creator><cp:lastModifiedBy>Framsyn</cp:lastModifiedBy><dcterms:created xsi:type="dcterms:W3CDTF">${CREATED}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${CREATED}</dcterms:modified></cp:coreProperties>`,
        ...Object.fromEntries(partsOf(sheets).map(({ part, chart, source }) => [part, chartXml(chart, source)])),
      }),
    },
  },
});
