import assert from "node:assert/strict";
import { test } from "node:test";
import { splitCsv } from "../../plots/read/csv.mjs";
import { InputError } from "../../plots/read/input_error.mjs";
import { readTable } from "../../plots/read/table.mjs";

const columns = [
  { name: "name", type: "text" },
  { name: "beds", type: "number" },
  { name: "low", type: "number", may_be_empty: true },
];
const complaint = (key, line) => (error) =>
  error instanceof InputError && error.key === key && error.line === line && error.file === "t.csv";

test("a table is read into rows of named values, whatever the order of its columns", () => {
  const rows = readTable(["beds,low,name,extra\n12,,UNN,x\n-0.5,1e-3,Bodø,y\n"], "t.csv", columns);
  assert.deepEqual(
    rows.map((row) => ({ ...row })),
    [
      { name: "UNN", beds: 12, low: null },
      { name: "Bodø", beds: -0.5, low: 0.001 },
    ],
  );
});

test("a quoted field holds commas, doubled quotes and line breaks, and lines are still counted right", () => {
  const records = splitCsv("t.csv", 'a,b\n"x, ""y""\nz",1\nlast,2\n');
  assert.deepEqual(
    records.map((r) => r.fields),
    [
      ["a", "b"],
      ['x, "y"\nz', "1"],
      ["last", "2"],
    ],
  );
  assert.deepEqual(
    records.map((r) => r.line),
    [1, 2, 4],
  );
});

test("a byte order mark and carriage returns are passed over", () => {
  assert.deepEqual(
    splitCsv("t.csv", "\ufeffa,b\r\n1,2\r\n").map((r) => r.fields),
    [
      ["a", "b"],
      ["1", "2"],
    ],
  );
});

test("what is wrong is named with its file and line", () => {
  assert.throws(() => readTable(["name,beds,low\nUNN,12\n"], "t.csv", columns), complaint("field_count", 2));
  assert.throws(
    () => readTable(["name,beds,low\nUNN,12,1\nUNN,tolv,1\n"], "t.csv", columns),
    complaint("not_a_number", 3),
  );
  assert.throws(() => readTable(["name,beds,low\nUNN,nan,1\n"], "t.csv", columns), complaint("not_a_number", 2));
  assert.throws(() => readTable(["name,beds,low\nUNN,,1\n"], "t.csv", columns), complaint("not_a_number", 2));
  assert.throws(() => readTable(["name,low\nUNN,1\n"], "t.csv", columns), complaint("missing_column", 1));
  assert.throws(() => readTable([""], "t.csv", columns), complaint("no_header", 1));
  assert.throws(() => readTable(["name,beds,low\nUNN,12,1"], "t.csv", columns), complaint("cut_off", 2));
  assert.throws(() => readTable(['name,beds,low\n"UNN,12,1\n'], "t.csv", columns), complaint("open_quote", 2));
});
