import assert from "node:assert/strict";
import { test } from "node:test";
import { cellsOf, likelyShortage, riskClass, spareElsewhere } from "../../plots/say/cells.mjs";
import { milestones } from "../../plots/read/results.mjs";
import { cell, resultsOf, smallWorld } from "./helpers.mjs";

const row = (p_shortage, evidence = "derived") => ({ p_shortage, evidence });

test("risk is low under 10 %, medium from 10 to 50 %, high over 50 %", () => {
  assert.deepEqual(
    [0, 0.0995, 0.1, 0.5, 0.5005, 1].map((p) => riskClass(row(p))),
    ["low", "low", "medium", "medium", "high", "high"],
  );
});

test("a cell whose level is a guess never gets a risk class", () => {
  for (const p of [0, 0.3, 1])
    for (const evidence of ["not-identified", "assumed"]) assert.equal(riskClass(row(p, evidence)), "unknown");
  assert.equal(riskClass(row(1, "sourced")), "high");
});

const shortageOf = (shares, evidence = () => "derived") => {
  const rows = shares.map((p, i) => ({ year: 2024 + i, ...row(p, evidence(i)) }));
  return likelyShortage({ rows, identifiedYears: rows.filter((r) => r.evidence === "derived").map((r) => r.year) });
};

test("a shortage is dated by the years in which it is likelier than not", () => {
  assert.equal(shortageOf([0.5, 0.2, 0]), null);
  assert.deepEqual(shortageOf([0.9, 0.8, 0.7]), {
    from: 2024,
    to: 2026,
    years: [2024, 2025, 2026],
    atStart: true,
    toEnd: true,
    unbroken: true,
  });
  assert.deepEqual(shortageOf([0.1, 0.8, 0.2, 0.9]), {
    from: 2025,
    to: 2027,
    years: [2025, 2027],
    atStart: false,
    toEnd: true,
    unbroken: false,
  });
});

test("years that rest on an assumption do not date a shortage", () => {
  assert.equal(
    shortageOf([0.1, 0.9], (i) => (i === 1 ? "assumed" : "derived")),
    null,
  );
});

test("only identified beds of other trusts count as spare", (t) => {
  const results = resultsOf(
    t,
    smallWorld([
      cell("nord", "tsb", 10, 14),
      cell("sor", "tsb", 20, 12),
      cell("nord", "akutt", 10, 14),
      cell("sor", "akutt", 20, 12, "not-identified"),
    ]),
  );
  const [tsb] = cellsOf(results).filter((c) => c.service.id === "tsb" && c.trust.id === "nord");
  const known = spareElsewhere(results, tsb, 2030);
  assert.deepEqual(
    known.spare.map((s) => s.trust.id),
    ["sor"],
  );
  assert.ok(Math.abs(known.spare[0].beds - 8) < 0.5, "20 places less a need of about 12");
  const [akutt] = cellsOf(results).filter((c) => c.service.id === "akutt" && c.trust.id === "nord");
  const unknown = spareElsewhere(results, akutt, 2030);
  assert.deepEqual(unknown.spare, []);
  assert.deepEqual(
    unknown.unknown.map((other) => other.id),
    ["sor"],
  );
});

test("tables show 2030 and 2040 in the baseline, and what there is elsewhere", () => {
  const range = (a, b) => Array.from({ length: b - a + 1 }, (_, i) => a + i);
  assert.deepEqual(milestones(range(2024, 2040)), [2030, 2040]);
  assert.deepEqual(milestones(range(2025, 2028)), [2028]);
  assert.deepEqual(milestones([2024]), [2024]);
});
