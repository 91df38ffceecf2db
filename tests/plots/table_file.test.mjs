import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { InputError, parseTable } from "../../plots/read/csv.mjs";
import { readTable } from "../../plots/read/table_file.mjs";
import { scratch } from "./helpers.mjs";

const columns = { name: "text", n: "number" };
const written = (t, text) => { const path = join(scratch(t), "t.csv"); writeFileSync(path, text); return path; };

test("a file read in pieces gives the rows and line numbers that the whole text gives, with quotes, line breaks and letters cut anywhere", (t) => {
  const lines = Array.from({ length: 300_000 }, (_, i) => (i % 50_000 === 7 ? `"å, ""ø""\næ ${i}",${i}` : `blåbærsyltetøy på øya ${i},${i}`));
  const text = `name,n\r\n${lines.join("\n")}\n`, whole = parseTable("t.csv", text, columns), pieces = readTable(written(t, text), "t.csv", columns);
  assert.ok(Buffer.byteLength(text) > 1 << 23, "more than one piece");
  assert.equal(pieces.length, whole.length);
  for (let i = 0; i < whole.length; ++i) if (pieces[i].name !== whole[i].name || pieces[i].n !== whole[i].n || pieces[i].line !== whole[i].line) assert.fail(`row ${i}`);
});

test("only wanted rows are kept, but all are checked", (t) => {
  assert.deepEqual(readTable(written(t, "name,n\na,1\nb,2\n"), "t.csv", columns, (row) => row.n > 1), [{ name: "b", n: 2 }]);
  const complaint = (key, line) => (error) => error instanceof InputError && error.key === key && error.line === line;
  assert.throws(() => readTable(written(t, "name,n\na,1\nb,x\n"), "t.csv", columns, () => false), complaint("not_a_number", 3));
  assert.throws(() => readTable(written(t, "name,n\na,1\nb,2"), "t.csv", columns), complaint("cut_off", 3));
  assert.throws(() => readTable(written(t, "name,n\n\"a,1\n"), "t.csv", columns), complaint("open_quote", 2));
  assert.throws(() => readTable(written(t, ""), "t.csv", columns), complaint("no_header", 1));
});
