// @ts-check
// results.xlsx as the command writes it: an overview with its charts, a sheet of what was run, then each table with a frozen heading
// and a filter.
import writeExcelFile from "write-excel-file/universal";
import { extras } from "./xlsx_extras.mjs";

/** @typedef {import("./xlsx_charts.mjs").Chart} Chart */
/** @typedef {{ name: string, about: string, file: string, headings: string[], forms: ("general" | "share" | "date" | "tenths")[], rows: (string | number | null)[][], faint: boolean[], lead: string[], charts: Chart[], charts_name: string, part_printed: string }} Sheet */
/** @typedef {{ front: { name: string, title: string, facts: [string, string][], reading: string[] }, opens: Sheet | null, sheets: Sheet[] }} Book */

const NARROWEST = 9,
  WIDEST = 48,
  HEADING_HEIGHT = 48,
  LINE_HEIGHT = 15,
  FILLED = 0.8, // a line breaks between words, so it is a little less than full
  WIDEST_PAGE = 260, // letters: on one page across more would be below six points
  MOST_PRINTED = 60;
const FAINT = { fontStyle: "italic", textColor: "#767676" };
const TITLE = { fontWeight: "bold", fontSize: 16 };
const LINK = { textColor: "#0000ff", textDecoration: { underline: true } };
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const FOOT = "&L&A&RSide &P / &N";

const lengthOf = (/** @type {string} */ text) => [...text].length;

/** Wide enough for the longest cell, the heading on three lines and each of its words whole. @param {Sheet} sheet @param {number} column */
function widthOf({ headings, rows }, column) {
  const heading = headings[column];
  let longest = Math.max(NARROWEST, Math.floor(lengthOf(heading) / 3) + 4);
  for (const word of heading.split(" ")) longest = Math.max(longest, lengthOf(word) + 3); // bold
  for (const row of rows) {
    const cell = row[column];
    if (typeof cell === "string") longest = Math.max(longest, lengthOf(cell) + 2);
  }
  return { width: Math.min(longest, WIDEST) };
}

const isLong = (/** @type {unknown} */ cell) => typeof cell === "string" && lengthOf(cell) + 2 > WIDEST;

/** How high a row is whose longest words take several lines. @param {(string | number | null)[]} row */
function heightOf(row) {
  const lines = row.filter(isLong).map((cell) => Math.ceil(lengthOf(/** @type {string} */ (cell)) / (FILLED * WIDEST)));
  const most = Math.max(1, ...lines);
  return most > 1 ? { height: most * LINE_HEIGHT } : {};
}

/** Of each column whether most that stands there are numbers. @param {Sheet} sheet */
const columnsOfNumbers = ({ headings, rows }) =>
  headings.map((_, column) => {
    const words = rows.filter((row) => typeof row[column] === "string" && row[column] !== "").length,
      numbers = rows.filter((row) => typeof row[column] !== "string").length;
    return numbers > words;
  });

/** @param {string | number | null} value @param {string} form @param {boolean} faint @returns {any} */
function cellOf(value, form, faint) {
  const look = { alignVertical: "top", ...(faint ? FAINT : {}), ...(isLong(value) ? { wrap: true } : {}) };
  if (value === null || value === "") return null;
  if (typeof value === "number") {
    if (form === "tenths") return { value, type: Number, format: "0.0", ...look };
    const decimals = Number.isInteger(value) ? {} : { format: "0.00" };
    return { value, type: Number, ...(form === "share" ? { format: "0.0 %" } : decimals), ...look };
  }
  if (form === "date" && DATE.test(value))
    return { value: new Date(`${value}T00:00:00Z`), type: Date, format: "yyyy-mm-dd", ...look };
  return { value, type: String, ...look };
}

const text = (/** @type {string} */ value, look = {}) => ({ value, type: String, ...look });

/** @param {Book} book @returns {any} */
function frontSheet({ front, sheets }) {
  const wrapped = { wrap: true, alignVertical: "top" };
  const line = (/** @type {string[]} */ ...cells) => cells.map((cell) => (cell ? text(cell, wrapped) : null));
  const above = [
    [text(front.title, TITLE)],
    [],
    ...front.facts.map(([what, value]) => line(what, value)),
    [],
    ...front.reading.map((sentence) => line("", sentence)),
    [],
  ];
  return {
    sheet: front.name,
    foot: FOOT,
    columns: [{ width: 28 }, { width: 90 }, { width: 28 }],
    links: sheets.map(({ name }, i) => ({ at: `A${above.length + i + 1}`, to: name })),
    data: [...above, ...sheets.map(({ name, about, file }) => [text(name, LINK), ...line(about, file)])],
  };
}

/** @param {Sheet} sheet @returns {any} */
function tableSheet(sheet) {
  const { headings, lead, rows } = sheet;
  const columns = headings.map((_, column) => widthOf(sheet, column)),
    numbers = columnsOfNumbers(sheet);
  const wide = columns.reduce((sum, { width }) => sum + width, 0) > WIDEST_PAGE;
  const printed = sheet.part_printed && rows.length > MOST_PRINTED ? MOST_PRINTED : 0;
  const part = sheet.part_printed.replace("{}", String(printed)).replace("{}", String(rows.length));
  return {
    sheet: sheet.name,
    foot: printed > 0 ? `&L&A&C${part}&RSide &P / &N` : FOOT,
    table: { top: lead.length, rows: rows.length, columns: headings.length, printed, wide },
    stickyRowsCount: lead.length + 1,
    columns,
    data: [
      ...lead.map((line, i) => [text(line, i === 0 ? TITLE : {})]),
      headings.map((heading, column) =>
        text(heading, {
          ...(numbers[column] ? { align: "right" } : {}),
          fontWeight: "bold",
          wrap: true,
          alignVertical: "top",
          height: HEADING_HEIGHT,
          bottomBorderStyle: "thin",
        }),
      ),
      ...rows.map((row, i) => {
        const height = heightOf(row);
        return row.map((cell, column) => {
          const made = cellOf(cell, sheet.forms[column], sheet.faint[i]);
          return made && { ...made, ...height };
        });
      }),
    ],
  };
}

/** A table, and its charts on a sheet of their own. @param {Sheet} sheet @returns {any[]} */
function sheetsOf(sheet) {
  const { name, lead, rows, charts, charts_name: of } = sheet;
  const source = { sheet: name, top: lead.length, rows };
  return [tableSheet(sheet), ...(charts.length > 0 ? [{ sheet: of, foot: FOOT, charts, source, data: [[]] }] : [])];
}

/** The workbook's bytes. @param {Book} book @returns {Promise<Uint8Array>} */
export async function xlsxOf(book) {
  const sheets = [...(book.opens ? sheetsOf(book.opens) : []), frontSheet(book), ...book.sheets.flatMap(sheetsOf)];
  const blob = await writeExcelFile(sheets, { features: [extras(book.front.title)] }).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}
