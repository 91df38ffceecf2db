// @ts-check
// results.xlsx as the command writes it: a first sheet of what was run, then each table with a frozen heading.
import writeExcelFile from "write-excel-file/universal";

/** @typedef {{ name: string, about: string, file: string, headings: string[], forms: ("general" | "share" | "date" | "tenths")[], rows: (string | number | null)[][], faint: boolean[], lead: string[] }} Sheet */
/** @typedef {{ front: { name: string, title: string, facts: [string, string][], reading: string[] }, opens: Sheet | null, sheets: Sheet[] }} Book */

const NARROWEST = 9,
  WIDEST = 48,
  HEADING_HEIGHT = 48;
const FAINT = { fontStyle: "italic", textColor: "#767676" };
const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Wide enough for the longest cell, or the heading on three lines. @param {Sheet} sheet @param {number} column */
function widthOf({ headings, rows }, column) {
  let longest = Math.max(NARROWEST, Math.floor([...headings[column]].length / 3) + 4);
  for (const row of rows) {
    const cell = row[column];
    if (typeof cell === "string") longest = Math.max(longest, [...cell].length + 2);
  }
  return { width: Math.min(longest, WIDEST) };
}

/** @param {string | number | null} value @param {string} form @param {boolean} faint @returns {any} */
function cellOf(value, form, faint) {
  const look = faint ? FAINT : {};
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
  return {
    sheet: front.name,
    columns: [{ width: 28 }, { width: 90 }, { width: 28 }],
    data: [
      [text(front.title, { fontWeight: "bold", fontSize: 16 })],
      [],
      ...front.facts.map(([what, value]) => line(what, value)),
      [],
      ...front.reading.map((sentence) => line("", sentence)),
      [],
      ...sheets.map((sheet) => line(sheet.name, sheet.about, sheet.file)),
    ],
  };
}

/** @param {Sheet} sheet @returns {any} */
const tableSheet = (sheet) => ({
  sheet: sheet.name,
  stickyRowsCount: sheet.lead.length + 1,
  columns: sheet.headings.map((_, column) => widthOf(sheet, column)),
  data: [
    ...sheet.lead.map((line) => [text(line)]),
    sheet.headings.map((heading) =>
      text(heading, {
        fontWeight: "bold",
        wrap: true,
        alignVertical: "top",
        height: HEADING_HEIGHT,
        bottomBorderStyle: "thin",
      }),
    ),
    ...sheet.rows.map((row, i) => row.map((cell, column) => cellOf(cell, sheet.forms[column], sheet.faint[i]))),
  ],
});

/** The workbook's bytes. @param {Book} book @returns {Promise<Uint8Array>} */
export async function xlsxOf(book) {
  const blob = await writeExcelFile([
    ...(book.opens ? [tableSheet(book.opens)] : []),
    frontSheet(book),
    ...book.sheets.map(tableSheet),
  ]).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}
