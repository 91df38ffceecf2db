// What-ifs in charts: the baseline's line beside their own, and the days of what is done to patients.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { chartsOf } from "../../plots/charts/list.mjs";
import { renderSvg } from "../../plots/draw/vega_svg.mjs";
import { folderSource } from "../../plots/machine/folder.mjs";
import { loadResults } from "../../plots/read/results.mjs";
import { makeTexts } from "../../plots/say/texts.mjs";
import { makeSample } from "./make_sample.mjs";
import { ACTIONS_HEADER, cell, COMPARISON_HEADER, comparedRows, scratch, smallWorld } from "./helpers.mjs";

const nb = makeTexts("nb"),
  en = makeTexts("en");
const world = smallWorld([
  cell("nord", "tsb", 10, 12),
  cell("sor", "tsb", 20, 15),
  cell("nord", "akutt", 8, 9, "not-identified"),
]);

/** A what-if's results: comparison.csv with these rows, actions.csv with these lines. */
function whatIf(t, rows, actions = [], own = world) {
  const directory = makeSample(scratch(t), own);
  writeFileSync(join(directory, "comparison.csv"), [COMPARISON_HEADER, ...rows, ""].join("\n"));
  writeFileSync(join(directory, "actions.csv"), [ACTIONS_HEADER, ...actions, ""].join("\n"));
  return loadResults(folderSource(directory));
}

const chartNamed = (results, name, texts = nb) => chartsOf(results, texts).find((chart) => chart.name === name);
const words = (chart) => chart.data.words.map((one) => one.text);
const days = (chart) => chart.data.deeds.map((one) => one.text);

// Need is 2 beds below the baseline's from 2027 on: the baseline's is the run's own need and 2.
const lessNeed = (trust, service) =>
  comparedRows(world.years, trust, service, { need: (year) => (year >= 2027 ? -2 : 0) });

test("a cell that a what-if moves has the baseline's need on the same axis, and one that it doesn't move has not", async (t) => {
  const results = whatIf(t, lessNeed("nord", "tsb"));
  const moved = chartNamed(results, "gap-nord-tsb"),
    other = chartNamed(results, "gap-sor-tsb");
  assert.deepEqual(
    moved.data.before_need.map((row) => row.q50),
    world.years.map(() => 12),
    "comparison.csv has a baseline of 12 in every year",
  );
  assert.deepEqual(moved.data.before_capacity, [], "capacity is the same");
  assert.ok(words(moved).includes("Behov uten endringene: 12"), words(moved).join("; "));
  assert.ok(words(moved).some((text) => text.startsWith("Prikket: uten endringene")));
  const dotted = (svg) => (svg.match(/stroke-dasharray="2,3"/g) ?? []).length;
  assert.equal(dotted(await renderSvg(moved)) - dotted(await renderSvg(other)), 1);
  assert.deepEqual([other.data.before_need, other.data.before_capacity], [[], []]);
  assert.ok(!words(other).some((text) => text.startsWith("Prikket")));
});

test("the axis reaches as far as the baseline's lines", (t) => {
  const rows = comparedRows(world.years, "nord", "tsb", { capacity: () => -30 }).map((line) =>
    line.replace("beds,10,-20,", "beds,40,10,"),
  );
  const chart = chartNamed(whatIf(t, rows), "gap-nord-tsb");
  assert.deepEqual(new Set(chart.data.before_capacity.map((row) => row.capacity)), new Set([40]));
  assert.ok(chart.signals.y_domain[1] >= 40, String(chart.signals.y_domain));
});

test("small print says what a what-if's lines hang on: a plan, effects that may not come, or a choice", (t) => {
  const print = (change, texts = nb) => {
    const rows = comparedRows(world.years, "nord", "tsb", change);
    return words(chartNamed(whatIf(t, rows), "gap-nord-tsb", texts)).join(" ");
  };
  assert.match(print({ need: () => -2, bed_days: () => -600 }), /bruken slik den blir hvis tiltakene virker\. Prikket/);
  assert.match(print({ capacity: () => 3 }), /Kapasiteten er gitt denne planen/);
  assert.match(
    print({ capacity: () => 3, need: () => -2, bed_days: () => -600 }),
    /hvis tiltakene virker, og kapasiteten gitt denne planen/,
  );
  assert.match(print({ need: () => -2 }), /følger av det som er valgt her/);
  assert.match(print({ capacity: () => 3 }, en), /Capacity is given this plan/);
});

test("changes since the base year have both lines, one where nothing is done yet", (t) => {
  const results = whatIf(t, lessNeed("nord", "tsb"));
  const rows = chartNamed(results, "change-tsb").data.rows.filter((row) => row.panel === "Nord");
  const of = (kind) => rows.filter((row) => row.kind === kind).map((row) => row.value);
  of("before_line").forEach((value, year) =>
    assert.ok(Math.abs(value - of("line")[year] - (year >= 3 ? 2 : 0)) < 1e-9, `year ${year}`),
  );
  const untouched = chartNamed(results, "change-tsb").data.rows.filter((row) => row.panel === "Sør");
  assert.equal(untouched.filter((row) => row.kind === "before_line").length, 1, "a point, which draws nothing");
});

test("a simulated what-if has the baseline's occupied beds beside its own", (t) => {
  const care = world.years.map((year) =>
    ["x", "nord", "tsb", year, "occupied_beds", "beds", 11, 9, -2, -3, -1, "replications", 5].join(),
  );
  const open = world.years.map((year) =>
    ["x", "nord", "tsb", year, "open_beds", "beds", 10, 10, 0, 0, 0, "replications", 5].join(),
  );
  const results = whatIf(t, [...lessNeed("nord", "tsb"), ...care, ...open]);
  const rows = chartNamed(results, "occupancy-tsb").data.rows.filter((row) => row.panel === "Nord");
  assert.deepEqual(
    rows.filter((row) => row.kind === "before_line").map((row) => row.value),
    world.years.map(() => 11),
  );
});

test("the day of an action on patients is marked in the cells that feel it, in a planner's words", (t) => {
  const actions = [
    "x,kortere,stay,2027-01-01,2029-01-01,,treated-at nord,tsb,,,,-10,-15,-5,per cent,planned,",
    "x,fact,admissions,2028-05-01,,2030-01-01,residents-of sor,tsb,,,,-5,-5,-5,per cent,decided,",
    "x,flytt,treat-elsewhere,2029-01-01,,,treated-at nord,tsb,,outside,,0.5,0.5,0.5,share,planned,",
    "x,nye,open,2027-01-01,,,nord,tsb,,,,3,3,3,beds,planned,",
    "x,noe,dagbehandling,2026-01-01,,,treated-at nord,tsb,,,,,,,,planned,",
    "x,run.tall,input,,,,,,,,,1,1,1,,,",
  ];
  const results = whatIf(t, [...lessNeed("nord", "tsb"), ...lessNeed("sor", "tsb")], actions);
  assert.deepEqual(days(chartNamed(results, "gap-nord-tsb")), [
    "2026: dagbehandling (planlagt)",
    "gradvis 2027 – 2029: liggetid −10 % (planlagt)".replace(" %", "\u00a0%"),
    "2029: 50\u00a0% av pasientene til steder utenfor (planlagt)",
  ]);
  assert.deepEqual(days(chartNamed(results, "gap-sor-tsb")), ["mai 2028 til 2030: innleggelser −5\u00a0% (vedtatt)"]);
  assert.deepEqual(days(chartNamed(results, "gap-sor-tsb", en)), ["May 2028 to 2030: admissions −5% (decided)"]);
  assert.deepEqual(days(chartNamed(whatIf(t, [], actions), "gap-nord-tsb")), [], "what isn't moved has no marks");
});

test("an action of every year, or of several numbers, is marked once, at its first day", (t) => {
  const line = (year, size, unit) =>
    `x,kort,stay,${year}-07-01,,${year}-08-01,treated-at nord,tsb,,,,${size},${size},${size},${unit},planned,`;
  const actions = [line(2027, -10, "per cent"), line(2028, -10, "per cent"), line(2027, 5, "days of stay of those")];
  const marked = days(chartNamed(whatIf(t, lessNeed("nord", "tsb"), actions), "gap-nord-tsb"));
  assert.equal(marked.length, 1, marked.join("; "));
});

test("rows of half an effect and of none are no baseline of a run", (t) => {
  const weaker = lessNeed("nord", "tsb").map((row) => row.replace(/^x,/, "x@half,"));
  const chart = chartNamed(whatIf(t, [...lessNeed("nord", "tsb"), ...weaker]), "gap-nord-tsb");
  assert.deepEqual(
    chart.data.before_need.map((row) => row.q50),
    world.years.map(() => 12),
  );
});

test("labels of days never lie over each other", (t) => {
  const action = (id, date) => `x,${id},stay,${date},,,treated-at nord,tsb,,,,-10,-15,-5,per cent,planned,`;
  const dates = ["2024-06-01", "2026-02-01", "2027-08-01", "2027-12-01", "2029-03-01", "2030-10-01"];
  const results = whatIf(
    t,
    lessNeed("nord", "tsb"),
    dates.map((date, i) => action(`t${i}`, date)),
  );
  const drawn = chartNamed(results, "gap-nord-tsb").data.deeds;
  assert.equal(drawn.length, 5, "at most five are written");
  const reach = (one) => {
    const wide = one.text.length * 11.5 * 0.55 + 12;
    return one.align === "left" ? [one.px, one.px + wide] : [one.px - wide, one.px];
  };
  drawn.forEach((a, i) =>
    drawn.slice(i + 1).forEach((b) => {
      const across = Math.min(reach(a)[1], reach(b)[1]) - Math.max(reach(a)[0], reach(b)[0]);
      assert.ok(a.top !== b.top || across <= 0, `${a.text} / ${b.text}`);
    }),
  );
});

test("a date of actions.csv that isn't one is told with its line", (t) => {
  assert.throws(
    () => whatIf(t, [], ["x,kortere,stay,1. januar,,,treated-at nord,tsb,,,,-10,-15,-5,per cent,planned,"]),
    (error) => error.file === "actions.csv" && error.line === 2 && error.key === "not_a_date",
  );
});
