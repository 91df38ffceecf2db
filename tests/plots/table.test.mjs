import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { folderSource } from "../../plots/machine/folder.mjs";
import { splitCsv } from "../../plots/read/csv.mjs";
import { InputError } from "../../plots/read/input_error.mjs";
import { memorySource, textOf } from "../../plots/read/source.mjs";
import { readTable } from "../../plots/read/table.mjs";
import { scratch } from "./helpers.mjs";

const columns = [
  { name: "name", type: "text" },
  { name: "n", type: "integer" },
];
const read = (text, keep) => readTable([text], "t.csv", columns, keep);
const values = (rows) => rows.map((row) => ({ ...row }));

test("a table in pieces gives the rows and line numbers of the whole text, with quotes and line breaks cut anywhere", () => {
  const lines = Array.from({ length: 60 }, (_, i) =>
    i % 20 === 7 ? `"å, ""ø""\næ ${i}",${i}` : `blåbærsyltetøy på øya ${i},${i}`,
  );
  const text = `name,n\r\n${lines.join("\n")}\n`;
  const whole = splitCsv("t.csv", text)
    .slice(1)
    .map(({ line, fields }) => ({ name: fields[0], n: Number(fields[1]), line }));
  for (const size of [1, 2, 3, 7, 64, text.length]) {
    const pieces = Array.from({ length: Math.ceil(text.length / size) }, (_, i) =>
      text.slice(i * size, (i + 1) * size),
    );
    assert.deepEqual(
      readTable(pieces, "t.csv", columns).map((row) => ({ ...row, line: row.line })),
      whole,
      `${size}`,
    );
  }
});

test("a file of several pieces on disk is the text that was written, whatever letter is cut", (t) => {
  const directory = scratch(t),
    line = "blåbærsyltetøy på øya €\n",
    text = line.repeat(400_000);
  writeFileSync(join(directory, "t.csv"), text);
  const source = folderSource(directory);
  assert.ok([...source.pieces("t.csv")].length > 1);
  assert.ok(textOf(source, "t.csv") === text);
  assert.deepEqual([source.has("t.csv"), source.has("u.csv")], [true, false]);
});

test("texts in memory are a source too", () => {
  const source = memorySource({ "t.csv": "name,n\na,1\n" });
  assert.deepEqual([source.has("t.csv"), source.has("u.csv"), textOf(source, "t.csv")], [true, false, "name,n\na,1\n"]);
});

test("only wanted rows are kept, but all are checked", () => {
  assert.deepEqual(values(read("name,n\na,1\nb,2\n", (row) => row.n > 1)), [{ name: "b", n: 2 }]);
  const complaint = (key, line) => (error) => error instanceof InputError && error.key === key && error.line === line;
  assert.throws(() => read("name,n\na,1\nb,x\n", () => false), complaint("not_a_number", 3));
  assert.throws(() => read("name,n\na,1\nb,2.5\n", () => false), complaint("not_an_integer", 3));
  assert.throws(() => read("name,n\na,1\nb,2"), complaint("cut_off", 3));
  assert.throws(() => read('name,n\n"a,1\n'), complaint("open_quote", 2));
  assert.throws(() => read(""), complaint("no_header", 1));
});
