import assert from "node:assert/strict";
import { test } from "node:test";
import { InputError, parseTable, splitCsv } from "../../plots/read/csv.mjs";

const columns = { name: "text", beds: "number", low: "number?" };
const complaint = (key, line) => (error) => error instanceof InputError && error.key === key && error.line === line && error.file === "t.csv";

test("a table is read into rows of named values, whatever the order of its columns", () => {
  const rows = parseTable("t.csv", "beds,low,name,extra\n12,,UNN,x\n-0.5,1e-3,Bodø,y\n", columns);
  assert.deepEqual(rows.map((row) => ({ ...row })), [{ name: "UNN", beds: 12, low: null }, { name: "Bodø", beds: -0.5, low: 0.001 }]);
});

test("a quoted field holds commas, doubled quotes and line breaks, and lines are still counted right", () => {
  const records = splitCsv("t.csv", 'a,b\n"x, ""y""\nz",1\nlast,2\n');
  assert.deepEqual(records.map((r) => r.fields), [["a", "b"], ['x, "y"\nz', "1"], ["last", "2"]]);
  assert.deepEqual(records.map((r) => r.line), [1, 2, 4]);
});

test("a byte order mark and carriage returns are passed over", () => {
  assert.deepEqual(splitCsv("t.csv", "\ufeffa,b\r\n1,2\r\n").map((r) => r.fields), [["a", "b"], ["1", "2"]]);
});

test("what is wrong is named with its file and line", () => {
  assert.throws(() => parseTable("t.csv", "name,beds,low\nUNN,12\n", columns), complaint("field_count", 2));
  assert.throws(() => parseTable("t.csv", "name,beds,low\nUNN,12,1\nUNN,tolv,1\n", columns), complaint("not_a_number", 3));
  assert.throws(() => parseTable("t.csv", "name,beds,low\nUNN,nan,1\n", columns), complaint("not_a_number", 2));
  assert.throws(() => parseTable("t.csv", "name,beds,low\nUNN,,1\n", columns), complaint("not_a_number", 2));
  assert.throws(() => parseTable("t.csv", "name,low\nUNN,1\n", columns), complaint("missing_column", 1));
  assert.throws(() => parseTable("t.csv", "", columns), complaint("no_header", 1));
  assert.throws(() => parseTable("t.csv", "name,beds,low\nUNN,12,1", columns), complaint("cut_off", 2));
  assert.throws(() => parseTable("t.csv", 'name,beds,low\n"UNN,12,1\n', columns), complaint("open_quote", 2));
});
