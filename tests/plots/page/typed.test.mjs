import assert from "node:assert/strict";
import { test } from "node:test";

import { readNumber, typedNumber } from "../../../plots/page/form/typed.mjs";
import { yearShown } from "../../../plots/page/view/moved.mjs";

test("a number is read as it is typed, with a comma or a point, whatever language the browser is in", () => {
  const read = (text, unit) => readNumber(text, unit);
  assert.deepEqual(
    ["3,5", "3.5", "-5,5", "\u22125,5", "+2", "1 000", "0,125", ",5", "3,", " 12 "].map((text) => read(text)),
    [3.5, 3.5, -5.5, -5.5, 2, 1000, 0.125, 0.5, 3, 12],
  );
  assert.equal(read(""), undefined);
  assert.equal(read("10 %", "%"), 10);
  // Neither a thousand nor one is guessed at; a unit that isn't the field's isn't dropped.
  for (const text of ["1.000", "1,000", "12,500", "10 %", "tre", "-", "1-2", "3,5,5", "%"])
    assert.ok(Number.isNaN(read(text)), text);
  assert.ok(Number.isNaN(read("%", "%")));
});

test("a number is shown as it is typed and read back the same", () => {
  for (const number of [0, -25, 3.5, 0.0001])
    for (const decimal of [",", "."]) assert.equal(readNumber(typedNumber(number, decimal)), number);
  assert.equal(typedNumber(3.5, ","), "3,5");
});

test("the year that is shown is the last, or the one with the largest change where the last has none, until somebody chooses", () => {
  const answer = (difference) => ({
    years: [2026, 2027, 2028],
    cells: [{ trust: "nlsh", measures: { capacity: { difference } } }],
  });
  const app = {};
  assert.equal(yearShown(app, "a", answer([0, -6, -2])), 2028);
  assert.equal(yearShown(app, "a", answer([-4, -6, 0])), 2027);
  assert.equal(yearShown(app, "a", answer([0, 0, 0])), 2028);
  Object.assign(app, { year: 2026, yearOf: "a" });
  assert.equal(yearShown(app, "a", answer([0, -6, -2])), 2026);
  assert.equal(yearShown(app, "another", answer([0, -6, -2])), 2028);
});
