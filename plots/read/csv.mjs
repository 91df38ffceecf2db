// A strict reader for the result tables: comma, UTF-8, one header line, quoted fields as in RFC 4180.

/** What is wrong with a result directory, at the place where it is wrong. `key` and `values` name a text under "errors". */
export class InputError extends Error {
  constructor(file, line, key, values = {}) {
    super(`${file}:${line}: ${key}`);
    Object.assign(this, { file, line, key, values });
  }
}

/** Splits text into records: [{ line, fields }]. A quoted field may hold commas, quotes and line breaks. `first` is the text's first line. */
export function splitCsv(file, text, first = 1) {
  const records = [];
  let fields = [], field = "", line = first, start = first, i = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const endField = () => { fields.push(field); field = ""; };
  const endRecord = () => { endField(); records.push({ line: start, fields }); fields = []; start = line + 1; };
  while (i < text.length) {
    const c = text[i];
    if (c === '"' && field === "") {
      const closed = readQuoted(file, text, i, line);
      field = closed.value;
      line += closed.newlines;
      i = closed.next;
      if (i < text.length && !",\r\n".includes(text[i])) throw new InputError(file, line, "after_quote");
      continue;
    }
    if (c === ",") endField();
    else if (c === "\n") { endRecord(); ++line; }
    else if (c !== "\r") field += c;
    ++i;
  }
  if (field !== "" || fields.length > 0) throw new InputError(file, line, "cut_off");
  return records;
}

function readQuoted(file, text, opening, line) {
  let value = "", newlines = 0;
  for (let i = opening + 1; i < text.length; ++i) {
    if (text[i] === '"' && text[i + 1] === '"') { value += '"'; ++i; }
    else if (text[i] === '"') return { value, newlines, next: i + 1 };
    else { value += text[i]; if (text[i] === "\n") ++newlines; }
  }
  throw new InputError(file, line, "open_quote");
}

/**
 * Reads a table. `columns` is { name: type }, type "text", "number" or "number?" (an empty field gives null).
 * Returns objects with the named columns; further columns are passed over. Throws InputError.
 */
export function parseTable(file, text, columns) {
  const records = splitCsv(file, text);
  const read = rowReader(file, records[0], columns);
  return records.slice(1).map(read);
}

/** From the header's record, a function that turns a record into a row. */
export function rowReader(file, headerRecord, columns) {
  if (headerRecord === undefined) throw new InputError(file, 1, "no_header");
  const header = headerRecord.fields;
  const wanted = Object.entries(columns).map(([name, type]) => {
    const index = header.indexOf(name);
    if (index < 0) throw new InputError(file, 1, "missing_column", { column: name });
    return { name, type, index };
  });
  return ({ line, fields }) => {
    if (fields.length !== header.length) throw new InputError(file, line, "field_count", { found: fields.length, expected: header.length });
    const row = {};
    for (const { name, type, index } of wanted) row[name] = type === "text" ? fields[index] : toNumber(file, line, name, type, fields[index]);
    Object.defineProperty(row, "line", { value: line });
    return row;
  };
}

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;

function toNumber(file, line, column, type, text) {
  if (text === "" && type === "number?") return null;
  if (!NUMBER.test(text) || !Number.isFinite(Number(text))) throw new InputError(file, line, "not_a_number", { column, text });
  return Number(text);
}
