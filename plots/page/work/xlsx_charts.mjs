// @ts-check
// Line charts that the spreadsheet draws itself from a sheet's rows, as the command's workbook has them.

/** @typedef {{ name: string, first: number, last: number, years: number, numbers: number }} Line */
/** @typedef {{ title: string, axis: string, lines: Line[] }} Chart */
/** @typedef {{ sheet: string, top: number, rows: (string | number | null)[][] }} Source the sheet, its heading's row, what stands below */

const ACROSS = 2,
  ROWS_OF_A_CHART = 18,
  COLUMNS_OF_A_CHART = 10,
  YEARS_APART = 4;
/** What a chart covers, in the library's pixels: 480 × 288 by 1.3 and 1.2; a pixel is 9525 of its units. */
const WIDTH = 624 * 9525,
  HEIGHT = 346 * 9525;
const NAMESPACES =
  'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

export const escaped = (/** @type {string} */ text) =>
  text.replace(/[&<>"]/g, (c) => /** @type {any} */ ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[c]);
/** A sheet's name in a formula. @param {string} name */
export const quoted = (name) => (/^[A-Za-z_][A-Za-z0-9_]*$/.test(name) ? name : `'${name.replace(/'/g, "''")}'`);
/** @param {number} column counted from 0 @returns {string} */
export const letters = (column) =>
  (column >= 26 ? letters(Math.floor(column / 26) - 1) : "") + String.fromCharCode(65 + (column % 26));

/** @param {string} text @param {string} look @param {string} body */
const titleXml = (text, look, body) =>
  `<c:title><c:tx><c:rich>${body}<a:lstStyle/><a:p><a:pPr><a:defRPr${look}/></a:pPr><a:r><a:rPr lang="nb-NO"${look}/><a:t>${escaped(text)}</a:t></a:r></a:p></c:rich></c:tx><c:layout/></c:title>`;

/** Rows of a column, by address and with their values for programs that only show. @param {Source} source @param {Line} line @param {number} column */
function numbersXml({ sheet, top, rows }, { first, last }, column) {
  const at = (/** @type {number} */ row) => `$${letters(column)}$${top + row + 2}`;
  const values = rows.slice(first, last + 1).map((row) => row[column]);
  const points = values.map((value, i) =>
    typeof value === "number" ? `<c:pt idx="${i}"><c:v>${value}</c:v></c:pt>` : "",
  );
  return `<c:numRef><c:f>${escaped(quoted(sheet))}!${at(first)}:${at(last)}</c:f><c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="${values.length}"/>${points.join("")}</c:numCache></c:numRef>`;
}

/** The part of one chart. @param {Chart} chart @param {Source} source */
export function chartXml({ title, axis, lines }, source) {
  const series = lines.map(
    (line, i) =>
      `<c:ser><c:idx val="${i}"/><c:order val="${i}"/><c:tx><c:v>${escaped(line.name)}</c:v></c:tx><c:marker><c:symbol val="none"/></c:marker><c:cat>${numbersXml(source, line, line.years)}</c:cat><c:val>${numbersXml(source, line, line.numbers)}</c:val></c:ser>`,
  );
  return [
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><c:chartSpace ${NAMESPACES}><c:lang val="nb-NO"/><c:chart>`,
    titleXml(title, ' sz="1100" b="0" i="0" baseline="0"', "<a:bodyPr/>"),
    `<c:plotArea><c:layout/><c:lineChart><c:grouping val="standard"/>${series.join("")}<c:marker val="1"/><c:axId val="1"/><c:axId val="2"/></c:lineChart>`,
    `<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:axPos val="b"/><c:numFmt formatCode="General" sourceLinked="1"/><c:tickLblPos val="low"/><c:crossAx val="2"/><c:crosses val="autoZero"/><c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:tickLblSkip val="${YEARS_APART}"/></c:catAx>`,
    `<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:axPos val="l"/><c:majorGridlines/>${titleXml(axis, "", '<a:bodyPr rot="-5400000" vert="horz"/>')}<c:numFmt formatCode="General" sourceLinked="1"/><c:tickLblPos val="nextTo"/><c:crossAx val="1"/><c:crosses val="autoZero"/><c:crossBetween val="between"/></c:valAx>`,
    `</c:plotArea><c:legend><c:legendPos val="b"/><c:layout/></c:legend><c:plotVisOnly val="1"/></c:chart></c:chartSpace>`,
  ].join("");
}

/** Where the charts of a sheet stand on it: side by side. @param {Chart[]} charts */
export const framesXml = (charts) =>
  charts
    .map((chart, i) => {
      const column = (i % ACROSS) * COLUMNS_OF_A_CHART,
        row = Math.floor(i / ACROSS) * ROWS_OF_A_CHART;
      return `<xdr:oneCellAnchor><xdr:from><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:ext cx="${WIDTH}" cy="${HEIGHT}"/><xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${i + 2}" name="${escaped(chart.title)}" descr="${escaped(chart.title)}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="chart${i + 1}"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:oneCellAnchor>`;
    })
    .join("");
