// From the text of a table to rows, piece by piece, so that one of several gigabytes needs no more memory than the rows that are kept.
import { splitCsv } from "./csv.mjs";
import { InputError } from "./input_error.mjs";

/**
 * Rows of a table. `columns` are [{ name, type, may_be_empty }], type "text", "integer" or "number"; a number that may be empty is
 * null then, and further columns are passed over. With `keep` only those rows for which it holds are given, though all are checked.
 * Throws InputError.
 */
export function readTable(pieces, file, columns, keep = () => true) {
  const rows = [];
  let fill = null,
    row = new Row();
  const visit = (line, fields) => {
    if (fill === null) {
      fill = rowFiller(file, fields, columns);
      return;
    }
    fill(row, line, fields);
    if (!keep(row)) return;
    rows.push(row);
    row = new Row();
  };
  for (const { text, line } of wholeRecords(pieces)) {
    if (text.includes('"') || !text.endsWith("\n"))
      for (const record of splitCsv(file, text, line)) visit(record.line, record.fields);
    else plainRecords(text, line, visit);
  }
  if (fill === null) throw new InputError(file, 1, "no_header");
  return rows;
}

/** A row knows the line it began on, for complaints; the line isn't one of its values. */
class Row {
  #line = 0;
  get line() {
    return this.#line;
  }
  at(line) {
    this.#line = line;
  }
}

/** From the header, a function that writes a record into a row, which is used again until one is kept. */
function rowFiller(file, header, columns) {
  const wanted = columns.map((column) => {
    const index = header.indexOf(column.name);
    if (index < 0) throw new InputError(file, 1, "missing_column", { column: column.name });
    return { ...column, index };
  });
  return (row, line, fields) => {
    if (fields.length !== header.length)
      throw new InputError(file, line, "field_count", { found: fields.length, expected: header.length });
    row.at(line);
    for (const column of wanted) {
      const text = fields[column.index];
      row[column.name] = column.type === "text" ? text : toNumber(file, line, column, text);
    }
  };
}

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;

function toNumber(file, line, { name, type, may_be_empty }, text) {
  if (text === "" && may_be_empty) return null;
  const value = Number(text);
  if (!NUMBER.test(text) || !Number.isFinite(value))
    throw new InputError(file, line, "not_a_number", { column: name, text });
  if (type === "integer" && !Number.isInteger(value))
    throw new InputError(file, line, "not_an_integer", { column: name, text });
  return value;
}

/** The same text in pieces that end where a record does, each with the number of its first line. */
function* wholeRecords(pieces) {
  let rest = "",
    line = 1;
  for (const piece of pieces) {
    rest += piece;
    const end = rest.lastIndexOf("\n") + 1;
    if (end === 0 || openQuote(rest, end)) continue;
    const text = rest.slice(0, end);
    yield { text, line };
    line += countOf(text, "\n");
    rest = rest.slice(end);
  }
  if (rest !== "") yield { text: rest, line };
}

const openQuote = (text, end) => text.includes('"') && countOf(text.slice(0, end), '"') % 2 === 1;

function countOf(text, sign) {
  let count = 0;
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) ++count;
  return count;
}

/** Visits the records of whole lines without quotes: the same as splitCsv gives, many times faster. */
function plainRecords(text, first, visit) {
  const plain = text.includes("\r") ? text.replaceAll("\r", "") : text;
  let line = first,
    start = plain.charCodeAt(0) === 0xfeff ? 1 : 0;
  for (let end = plain.indexOf("\n", start); end >= 0; end = plain.indexOf("\n", start)) {
    visit(line++, plain.slice(start, end).split(","));
    start = end + 1;
  }
}
