// @ts-check
// An .xlsx file as sheets of cells, as Excel, LibreOffice and libraries write it: shared strings or inline ones, formulas by the value
// that was worked out last, dates by the cell's format. What the cells mean is for the engine to say.
import { unzip } from "fflate";
import { NotTaken } from "./take.mjs";

/** @typedef {null | number | string | { date: [number, number, number] } | { flag: boolean } | { fault: string }} Cell */
/** @typedef {{ name: string, rows: Cell[][], merged: string[] }} Sheet */

const MOST_MB = 20,
  LARGEST_SUM = 128e6,
  MOST_ROWS = 20_000,
  MOST_COLUMNS = 500;
const BUILT_IN_DATES = [14, 15, 16, 17, 22, ...range(27, 36), ...range(50, 58)];

/** @param {number} from @param {number} to */
function range(from, to) {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

/** What a file is that is no workbook of this kind, by its first bytes. @param {Uint8Array} bytes @param {string} name */
function mustBeWorkbook(bytes, name) {
  if (bytes.length === 0) throw new NotTaken("files.empty", { name });
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) throw new NotTaken("files.old_book", { name });
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) throw new NotTaken("files.no_book", { name });
}

/** Parts of a packed workbook by name. @param {Uint8Array} bytes @param {string} name @returns {Promise<Map<string, string>>} */
function partsOf(bytes, name) {
  let sum = 0;
  return new Promise((done, failed) =>
    unzip(
      bytes,
      {
        filter: ({ name: part, originalSize }) => {
          if (!/(\.xml|\.rels|^mimetype)$/.test(part)) return false; // pictures and the like
          sum += originalSize;
          return sum <= LARGEST_SUM;
        },
      },
      (error, entries) => {
        if (sum > LARGEST_SUM)
          return failed(new NotTaken("files.too_large", { name, size: Math.ceil(sum / 1e6), most: LARGEST_SUM / 1e6 }));
        if (error) return failed(new NotTaken("files.bad_book", { name }));
        done(new Map(Object.entries(entries).map(([part, text]) => [part, new TextDecoder().decode(text)])));
      },
    ),
  );
}

/** @param {Element | null} node @param {string} name @returns {Element[]} */
const childrenOf = (node, name) => [...(node?.children ?? [])].filter((one) => one.localName === name);
/** @param {Element | null} node @param {string} name */
const childOf = (node, name) => childrenOf(node, name)[0] ?? null;

/** Text of a string that may be in runs, without what is only for reading Japanese aloud. @param {Element | null} node @returns {string} */
const textOf = (node) =>
  [...(node?.children ?? [])]
    .map((one) => (one.localName === "t" ? (one.textContent ?? "") : one.localName === "r" ? textOf(one) : ""))
    .join("");

/** @param {string} text */
function numberIn(text) {
  const number = /^-?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : NaN;
  return Number.isFinite(number) ? number : null;
}

/** Whether a number format shows a day or a year, outside quotes and brackets. @param {string} code */
const isDateFormat = (code) => /[dy]/i.test(code.replace(/"[^"]*"?/g, "").replace(/\[[^\]]*\]?/g, ""));

/** The column of a name such as AB12. @param {string} name */
function columnIn(name) {
  const found = /^([A-Z]{1,4})[1-9]\d*$/.exec(name);
  return found ? [...found[1]].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1 : null;
}

/** The days of a spreadsheet's calendar. @param {boolean} since1904 @returns {(number: number) => Cell} */
const calendar = (since1904) => (number) => {
  if (number < 1 || number > 2958465) return { fault: String(number) };
  const day = new Date(
    Date.UTC(since1904 ? 1904 : 1899, since1904 ? 0 : 11, (since1904 ? 1 : 30) + Math.trunc(number)),
  );
  return { date: [day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate()] };
};

/** What isn't a number, by the type that is written. @type {Record<string, (text: string) => Cell>} */
const BY_TYPE = {
  str: (text) => text,
  e: (text) => ({ fault: text }),
  b: (text) => ({ flag: text !== "0" }),
  d(text) {
    const day = /^(\d+)-(\d+)-(\d+)/.exec(text);
    return day ? { date: [Number(day[1]), Number(day[2]), Number(day[3])] } : { fault: text };
  },
};

/** @param {Element} cell @param {{ strings: string[], dates: boolean[], dateOf: (number: number) => Cell }} book @returns {Cell} */
function cellOf(cell, { strings, dates, dateOf }) {
  const type = cell.getAttribute("t") ?? "",
    formula = childOf(cell, "f"),
    text = childOf(cell, "v")?.textContent ?? "";
  if (type === "inlineStr") return textOf(childOf(cell, "is"));
  if (text === "") return formula ? { fault: `=${formula.textContent ?? ""}` } : null;
  if (type === "s") return strings[Number(text)] ?? { fault: "?" };
  if (type in BY_TYPE) return BY_TYPE[type](text);
  const number = numberIn(text);
  if (number === null) return { fault: text };
  return dates[Number(cell.getAttribute("s") ?? 0)] ? dateOf(number) : number;
}

/** A row up to its last cell that isn't empty; far too long where it is far too long. @param {Element} row @param {Parameters<typeof cellOf>[1]} book */
function cellsOf(row, book) {
  const cells = /** @type {Cell[]} */ ([]);
  let next = 0;
  for (const one of childrenOf(row, "c")) {
    const column = columnIn(one.getAttribute("r") ?? "") ?? next;
    next = column + 1;
    const cell = cellOf(one, book);
    if (cell === null || cell === "") continue;
    while (cells.length < Math.min(column, MOST_COLUMNS)) cells.push(null);
    cells[Math.min(column, MOST_COLUMNS)] = cell;
  }
  return cells;
}

class Reader {
  /** @param {Map<string, string>} parts @param {string} name */
  constructor(parts, name) {
    this.parts = parts;
    this.name = name;
  }

  /** A part's outermost element; null where it may be missing and is. @param {string} part @param {boolean} needed */
  rootOf(part, needed = true) {
    const text = this.parts.get(part);
    if (text === undefined && !needed) return null;
    // No program writes a document type there; it could name what isn't in the file.
    const document =
      text === undefined || /<!DOCTYPE/i.test(text) ? null : new DOMParser().parseFromString(text, "application/xml");
    if (!document || document.getElementsByTagName("parsererror").length > 0)
      throw new NotTaken("files.bad_part", { name: this.name, part });
    return document.documentElement;
  }

  read() {
    if (this.parts.get("mimetype")?.includes("opendocument")) throw new NotTaken("files.ods", { name: this.name });
    const workbook = this.rootOf("xl/workbook.xml");
    const relations = this.rootOf("xl/_rels/workbook.xml.rels");
    const targets = new Map(
      childrenOf(relations, "Relationship").map((one) => [one.getAttribute("Id"), one.getAttribute("Target") ?? ""]),
    );
    const since = childOf(workbook, "workbookPr")?.getAttribute("date1904");
    const book = {
      strings: childrenOf(this.rootOf("xl/sharedStrings.xml", false), "si").map(textOf),
      dates: this.dateStyles(),
      dateOf: calendar(since === "1" || since === "true"),
    };
    const sheets = childrenOf(childOf(workbook, "sheets"), "sheet").flatMap((one) => {
      // Two attributes may be called id; the one with a prefix names the part.
      const id = [...one.attributes].find((attribute) => attribute.name.endsWith(":id"))?.value ?? "";
      const target = targets.get(id);
      const sheet = target === undefined ? null : this.sheetOf(one.getAttribute("name") ?? "", target, book);
      return sheet ? [sheet] : [];
    });
    if (sheets.length === 0) throw new NotTaken("files.no_sheets", { name: this.name });
    return sheets;
  }

  dateStyles() {
    const styles = this.rootOf("xl/styles.xml", false);
    const own = new Map(
      childrenOf(childOf(styles, "numFmts"), "numFmt").map((one) => [
        Number(one.getAttribute("numFmtId")),
        isDateFormat(one.getAttribute("formatCode") ?? ""),
      ]),
    );
    return childrenOf(childOf(styles, "cellXfs"), "xf").map((one) => {
      const id = Number(one.getAttribute("numFmtId") ?? 0);
      return own.get(id) ?? BUILT_IN_DATES.includes(id);
    });
  }

  /** @param {string} name @param {string} target @param {Parameters<typeof cellOf>[1]} book @returns {Sheet | null} */
  sheetOf(name, target, book) {
    const root = this.rootOf(target.startsWith("/") ? target.slice(1) : `xl/${target}`);
    if (root?.localName !== "worksheet") return null; // a sheet that is only a chart
    const rows = /** @type {Cell[][]} */ ([]);
    const tooLarge = () =>
      new NotTaken("files.large_sheet", { name: this.name, sheet: name, rows: MOST_ROWS, columns: MOST_COLUMNS });
    let nextRow = 0;
    for (const row of childrenOf(childOf(root, "sheetData"), "row")) {
      const number = Number(row.getAttribute("r") ?? nextRow + 1) - 1;
      if (!(number >= 0 && number < MOST_ROWS)) throw tooLarge();
      nextRow = number + 1;
      const cells = cellsOf(row, book);
      if (cells.length > MOST_COLUMNS) throw tooLarge();
      if (cells.length === 0) continue;
      while (rows.length < number) rows.push([]);
      rows[number] = cells;
    }
    const merged = childrenOf(childOf(root, "mergeCells"), "mergeCell").map((one) => one.getAttribute("ref") ?? "");
    return { name, rows, merged };
  }
}

/** The sheets of a workbook that somebody brings. Throws NotTaken. @param {File} file @returns {Promise<Sheet[]>} */
export async function sheetsOf(file) {
  const { name } = file;
  if (file.size > MOST_MB * 1e6)
    throw new NotTaken("files.too_large", { name, size: Math.ceil(file.size / 1e6), most: MOST_MB });
  const bytes = new Uint8Array(await file.arrayBuffer());
  mustBeWorkbook(bytes, name);
  return new Reader(await partsOf(bytes, name), name).read();
}
