import assert from "node:assert/strict";
import { test } from "node:test";
import catalogue from "../../plots/read/columns.mjs";
import { columnsOf, TABLES } from "../../plots/read/schema.mjs";

test("the catalogue names every table and column once, each with a type", () => {
  const files = catalogue.tables.map((table) => table.file);
  assert.equal(new Set(files).size, files.length);
  for (const { file, columns } of catalogue.tables) {
    assert.equal(new Set(columns.map((column) => column.name)).size, columns.length, file);
    for (const { name, type } of columns)
      assert.ok(["text", "integer", "number"].includes(type), `${file} ${name}: ${type}`);
  }
});

test("every column that charts and report need is in the catalogue; what is shown as written is text", () => {
  for (const table of Object.values(TABLES)) assert.ok(columnsOf(table).length > 0, table.file);
  assert.deepEqual(
    columnsOf(TABLES.indicators).find((column) => column.name === "target"),
    { name: "target", type: "text" },
  );
  assert.throws(() => columnsOf({ file: "gap.csv", columns: ["no_such"] }), /no_such in gap\.csv/);
  assert.throws(() => columnsOf({ file: "no_such.csv", columns: ["trust"] }), /no_such\.csv/);
});
