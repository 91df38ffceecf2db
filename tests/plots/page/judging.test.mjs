// What stands beside the cells of an answer: verdicts and ranges of the tables, as the report has them.
import assert from "node:assert/strict";
import { test } from "node:test";

import { answerOf, judgedOf } from "../../../plots/page/work/judging.mjs";

const GAP = "trust,service,year,capacity,need,need_p10,need_p90,gap,gap_p10,gap_p90,p_shortage,rule,evidence\n";
const VERDICT =
  "trust,service,year,verdict,reason,p_utilisation,p_service_level,p_utilisation_low,p_utilisation_high,p_service_level_low," +
  "p_service_level_high,gap_low,gap_high,range,tips_at_utilisation,tips_at_service_level,unit,depends_on\n";
const gapRow = (trust, gap, evidence, rule = "utilisation") =>
  `${trust},s,2040,10,1,1,1,${gap},1,1,0.5,${rule},${evidence}\n`;
const known = (trust, word, reason, p) => `${trust},s,2040,${word},${reason},${p},${p},,,,,,,,,,,\n`;
const open = (trust, word, low, high, gapLow, gapHigh) =>
  `${trust},s,2040,${word},,,,${low},${high},${low},${high},${gapLow},${gapHigh},logical,,,,\n`;
const tables = (a, b, region) => ({
  "gap.csv":
    GAP +
    gapRow("a", a, "derived") +
    gapRow("a", -99, "derived", "service-level") +
    gapRow("b", b, "not-identified") +
    gapRow("region", a + b, "not-identified"),
  "verdict.csv": VERDICT + known("a", "short", "", 0.9) + open("b", "depends", 0.02, 0.95, -4, 6) + region,
});
const REGION = `region,s,2040,short,,,,0.9,0.99,0.9,0.99,,,,,,,a\n`;
const CELLS = ["a", "b", "region"].map((trust) => ({ trust, service: "s" }));

test("a region is what its trusts lack and what they have to spare, never one less the other", () => {
  const judged = judgedOf(tables(-3, 5, REGION), tables(-1, 5, REGION), CELLS, [2040]);
  // The trust a lacks 3, then 1; b lacks 4 at one end of its range and has 6 to spare at the other.
  assert.deepEqual(judged["region|s"].before[0].sums.short, [3, 7]);
  assert.deepEqual(judged["region|s"].after[0].sums.short, [1, 5]);
  assert.deepEqual(judged["region|s"].before[0].sums.spare, [0, 6]);
  assert.equal(judged["a|s"].before[0].sums, null);
});

test("a cell whose level nobody counted has its range and its word", () => {
  const { row } = judgedOf(tables(-3, 5, REGION), tables(-3, 5, REGION), CELLS, [2040])["b|s"].after[0];
  assert.deepEqual([row.verdict, row.gap_low, row.gap_high, row.range], ["depends", -4, 6, "logical"]);
  assert.deepEqual([row.p_utilisation, row.p_utilisation_low, row.p_utilisation_high], [null, 0.02, 0.95]);
});

test("a probability near a limit makes its cell unsure in few draws, and its region too", () => {
  const near = { ...tables(-3, 5, REGION) };
  near["verdict.csv"] = near["verdict.csv"].replace("0.02", "0.12"); // seven points around 10 per cent
  const judged = judgedOf(tables(-3, 5, REGION), near, CELLS, [2040]);
  const unsure = (side) => ["a|s", "b|s", "region|s"].map((key) => judged[key][side][0].near);
  assert.deepEqual(unsure("before"), [false, false, false]);
  assert.deepEqual(unsure("after"), [false, true, false]); // the region is short whatever b is: a surely is
  near["verdict.csv"] = near["verdict.csv"].replace("a,s,2040,short,,0.9,0.9", "a,s,2040,short,,0.55,0.9");
  const both = judgedOf(near, near, CELLS, [2040]);
  assert.deepEqual([both["a|s"].after[0].near, both["region|s"].after[0].near], [true, true]);
});

test("what the tables of a run hold is the answer that few draws would have, in the same form", () => {
  const comparison =
    "scenario,trust,service,year,measure,unit,base,alternative,difference,low,high,pairs,basis\n" +
    "x,a,s,2039,gap,beds,-3,-2,1,1,1,,draws\n" +
    "x,a,s,2040,gap,beds,-3,-1,2,1,3,,draws\n" +
    "x@half,a,s,2040,gap,beds,-3,-2,1,1,1,,draws\n" +
    "x,a,s,2040,wait_mean,days,3,1,-2,,,4,replications\n" +
    "x,b,s,2040,gap,beds,5,5,0,0,0,,draws\n";
  const answer = answerOf(tables(-3, 5, REGION), { ...tables(-1, 5, REGION), "comparison.csv": comparison }, 2000);
  assert.deepEqual([answer.draws, answer.years], [2000, [2039, 2040]]);
  assert.deepEqual(
    answer.cells.map(({ trust }) => trust),
    ["a"], // b is as it was
  );
  assert.deepEqual(answer.cells[0].measures, {
    gap: { base: [-3, -3], alternative: [-2, -1], difference: [1, 2], low: [1, 1], high: [1, 3] },
  });
  assert.deepEqual(answer.cells[0].base_evidence, ["derived"]);
});
