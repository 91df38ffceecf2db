// A table read piece by piece, so that one of several gigabytes needs no more memory than the rows that are kept.
import { closeSync, openSync, readSync } from "node:fs";
import { StringDecoder } from "node:string_decoder";
import { rowReader, splitCsv } from "./csv.mjs";

const PIECE = 1 << 23;

/** Rows as parseTable gives them; with `keep` only those for which it holds, though all are checked. Throws InputError. */
export function readTable(path, file, columns, keep = () => true) {
  const rows = [];
  let read = null;
  for (const { text, line } of pieces(path)) {
    for (const record of text.includes('"') ? splitCsv(file, text, line) : plainRecords(file, text, line)) {
      if (read === null) { read = rowReader(file, record, columns); continue; }
      const row = read(record);
      if (keep(row)) rows.push(row);
    }
  }
  if (read === null) rowReader(file, undefined, columns);
  return rows;
}

/** Text in pieces that end where a record does, each with the number of its first line. */
function* pieces(path) {
  const handle = openSync(path, "r"), buffer = Buffer.alloc(PIECE), decoder = new StringDecoder("utf8");
  try {
    let rest = "", line = 1;
    for (let size = readSync(handle, buffer); size > 0; size = readSync(handle, buffer)) {
      rest += decoder.write(buffer.subarray(0, size));
      const end = rest.lastIndexOf("\n") + 1;
      if (end === 0 || openQuote(rest, end)) continue;
      const text = rest.slice(0, end);
      yield { text, line };
      line += countOf(text, "\n");
      rest = rest.slice(end);
    }
    rest += decoder.end();
    if (rest !== "") yield { text: rest, line };
  } finally { closeSync(handle); }
}

const openQuote = (text, end) => text.includes('"') && countOf(text.slice(0, end), '"') % 2 === 1;

function countOf(text, sign) {
  let count = 0;
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) ++count;
  return count;
}

/** Records of a text without quotes: the same as splitCsv gives, many times faster. */
function* plainRecords(file, text, first) {
  if (!text.endsWith("\n")) { yield* splitCsv(file, text, first); return; }
  let line = first, start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  for (let end = text.indexOf("\n", start); end >= 0; end = text.indexOf("\n", start)) {
    yield { line, fields: text.slice(start, end).replaceAll("\r", "").split(",") };
    start = end + 1;
    ++line;
  }
}
