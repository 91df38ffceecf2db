import assert from "node:assert/strict";
import { test } from "node:test";
import { datePlace } from "../../plots/charts/openings.mjs";
import { niceScale, spread, wrap, yearTicks } from "../../plots/draw/scale.mjs";
import { shortageRows, stepRows } from "../../plots/draw/step.mjs";

const years = [2024, 2025, 2026];

/** Area of the shaded pieces by the trapezoid rule. */
function area(rows) {
  let sum = 0;
  for (let i = 1; i < rows.length; ++i) {
    if (rows[i].piece !== rows[i - 1].piece) continue;
    sum +=
      ((rows[i].need - rows[i].capacity + rows[i - 1].need - rows[i - 1].capacity) / 2) * (rows[i].x - rows[i - 1].x);
  }
  return sum;
}

test("capacity is level within a year and steps between years", () => {
  assert.deepEqual(
    stepRows(years, [5, 5, 8], "c").map((r) => [r.x, r.c]),
    [
      [2024, 5],
      [2024.5, 5],
      [2024.5, 5],
      [2025.5, 5],
      [2025.5, 8],
      [2026, 8],
    ],
  );
});

test("the shaded area is what need has above capacity", () => {
  // need 10 all the time over capacity 8 for two years: 2 beds × 2 years
  assert.ok(Math.abs(area(shortageRows(years, [10, 10, 10], [8, 8, 8], () => true)) - 4) < 1e-12);
  // need rises from 8 to 10 over capacity 9: only the upper half of the line, a triangle 1 × 1 / 2
  assert.ok(
    Math.abs(area(shortageRows([2024, 2025], [8, 10], [9, 9], () => true)) - 0.25) < 1e-12,
    "base 0.5 year, height 1 bed",
  );
});

test("nothing is shaded where need equals capacity, or where the year may not be judged", () => {
  assert.deepEqual(
    shortageRows(years, [8, 8, 8], [8, 8, 8], () => true),
    [],
  );
  assert.deepEqual(
    shortageRows(years, [10, 10, 10], [8, 8, 8], () => false),
    [],
  );
});

test("pieces with a gap between them are drawn apart", () => {
  const rows = shortageRows([2024, 2025, 2026, 2027, 2028], [10, 6, 6, 6, 10], [8, 8, 8, 8, 8], () => true);
  assert.deepEqual([...new Set(rows.map((r) => r.piece))].length, 2);
});

test("axis limits are round, hold the data, and start at zero unless the data keep away from it", () => {
  for (const [low, high] of [
    [0, 4.3],
    [148, 172],
    [0.2, 0.9],
    [0, 0],
    [5, 5],
    [900, 12_345],
  ]) {
    const scale = niceScale(low, high);
    assert.ok(scale.min <= low && scale.max >= high && scale.max > scale.min, `${low}–${high}`);
    assert.ok(scale.ticks.length >= 2 && scale.ticks.length <= 9, `${scale.ticks}`);
  }
  assert.equal(niceScale(2, 30).min, 0);
  assert.ok(niceScale(148, 172).min > 100);
});

test("labels are moved apart, kept in order and inside the plot", () => {
  const placed = spread([{ py: 50 }, { py: 52 }, { py: 298 }, { py: 299 }], 17, 300).map((l) => l.py);
  for (let i = 1; i < placed.length; ++i) assert.ok(placed[i] - placed[i - 1] >= 17 - 1e-9);
  assert.ok(placed[placed.length - 1] <= 300);
});

test("year ticks begin with the first year and end on the last where a step allows", () => {
  const range = (a, b) => Array.from({ length: b - a + 1 }, (_, i) => a + i);
  assert.deepEqual(yearTicks(range(2024, 2040), 4), [2024, 2028, 2032, 2036, 2040]);
  assert.deepEqual(yearTicks([2024]), [2024]);
  assert.equal(yearTicks(range(2024, 2041), 4)[0], 2024);
});

test("a dated change stands where its date is: the year's value is drawn in the middle of the year", () => {
  assert.equal(datePlace("2026-01-01"), 2025.5);
  assert.ok(Math.abs(datePlace("2026-07-01") - 2026) < 0.01);
});

test("long titles are broken between words", () => {
  assert.deepEqual(wrap("en to tre fire", 7), ["en to", "tre", "fire"]);
  assert.deepEqual(wrap("Distriktspsykiatriske", 5), ["Distriktspsykiatriske"]);
});
