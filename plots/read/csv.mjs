// From the text of a table to records: comma, quoted fields as in RFC 4180, nothing else.
import { InputError } from "./input_error.mjs";

/**
 * Splits text into records: [{ line, fields }]. A quoted field may hold commas, quotes and line breaks.
 * `first` is the number of the text's first line.
 */
export function splitCsv(file, text, first = 1) {
  const records = [];
  let fields = [],
    field = "",
    line = first,
    start = first,
    i = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const endField = () => {
    fields.push(field);
    field = "";
  };
  const endRecord = () => {
    endField();
    records.push({ line: start, fields });
    fields = [];
    start = line + 1;
  };
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
    else if (c === "\n") {
      endRecord();
      ++line;
    } else if (c !== "\r") field += c;
    ++i;
  }
  if (field !== "" || fields.length > 0) throw new InputError(file, line, "cut_off");
  return records;
}

function readQuoted(file, text, opening, line) {
  let value = "",
    newlines = 0;
  for (let i = opening + 1; i < text.length; ++i) {
    if (text[i] === '"' && text[i + 1] === '"') {
      value += '"';
      ++i;
    } else if (text[i] === '"') return { value, newlines, next: i + 1 };
    else {
      value += text[i];
      if (text[i] === "\n") ++newlines;
    }
  }
  throw new InputError(file, line, "open_quote");
}
