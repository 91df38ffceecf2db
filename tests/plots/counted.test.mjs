import assert from "node:assert/strict";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { chartsOf } from "../../plots/charts/list.mjs";
import { folderSource } from "../../plots/machine/folder.mjs";
import { loadResults } from "../../plots/read/results.mjs";
import { report } from "../../plots/report/page.mjs";
import { cellsOf } from "../../plots/say/cells.mjs";
import { finding } from "../../plots/say/finding.mjs";
import { makeTexts } from "../../plots/say/texts.mjs";
import * as say from "../../plots/say/verdicts.mjs";
import { makeSample } from "./make_sample.mjs";
import { cell, resultsOf, scratch, service, smallWorld } from "./helpers.mjs";

const nb = makeTexts("nb"),
  en = makeTexts("en");

/** Counted in 2024 and 2025. Nord has 20 beds in 2024 and, after a cut that is made, 12 from 2025; Sør has enough. */
const CUT = {
  id: "cut",
  trust: "nord",
  service: "tsb",
  site: "By",
  tier: "staffed",
  date: "2025-01-01",
  beds: -8,
  plan: "observed",
  status: "observed",
  source: "",
  label_nb: "x",
  label_en: "x",
};
const nord = (more = {}) =>
  cell("nord", "tsb", 20, 15, "derived", { spread: 0.02, counts: { 2024: 18, 2025: 15 }, ...more });
const sor = (more = {}) => cell("sor", "tsb", 20, 12, "derived", more);
const counted = (cells = [nord(), sor()], more = {}) => smallWorld(cells, { counted: 2025, plan: [CUT], ...more });

const BASES = [
  "as-reckoned",
  "returning",
  "walking",
  "last-count",
  "year-before",
  "mean-of-3",
  "mean-of-5",
  "all-open",
];
/** Rows of bases.csv for 2030 and 2031: a gap by base and rule. */
const basesOf = (trust, gap) =>
  [2030, 2031].flatMap((year) =>
    BASES.flatMap((base) =>
      ["utilisation", "service-level"].map((rule) => [trust, "tsb", year, base, rule, 10, gap(base, rule)]),
    ),
  );
const gapOfNord = (base, rule) => (rule === "utilisation" ? -3 : -4) - (base === "last-count" ? 1 : 0);

const theCell = (results, trust = "nord") =>
  cellsOf(results).find((one) => one.trust.id === trust && one.service.id === "tsb");
const pageOf = (results, texts = nb) =>
  report(
    results,
    texts,
    chartsOf(results, texts).map((chart) => ({ ...chart, svg: '<svg viewBox="0 0 9 9"></svg>' })),
  );
const sectionOf = (page, id) => new RegExp(`<section id="${id}">(.*?)</section>`, "s").exec(page)?.[1];

test("a gap's parts begin in the last counted year and name it, and a cut that is counted is no part", (t) => {
  // 2025: 12 beds, 15 wanted at 85 % are 12,75 patients: 0,75 more than places.
  const results = resultsOf(t, counted());
  const { parts } = finding(results, nb, cellsOf(results));
  assert.match(
    parts,
    /^i snitt [−+]?\d,?\d?, satt sammen av 0,8 flere pasienter enn plasser i 2025 \(talt\), ingen åpnet eller stengt \(plan\), /,
  );
  assert.match(
    finding(results, en, cellsOf(results)).parts,
    /, made up of 0\.8 more patients than places in 2025 \(counted\)/,
  );
  assert.match(pageOf(results), /Åpnet minus stengt siden 2025/);
});

test("the level of use is a part with a name of its own", (t) => {
  const results = resultsOf(t, counted([nord({ trend: 0.05 }), sor()]));
  const said = (texts) => finding(results, texts, cellsOf(results)).parts;
  assert.match(said(nb), /, bruk per innbygger fra talte år tar \d,\d \(framskrevet\)/);
  assert.match(said(en), /, use per person from counted years takes \d\.\d \(projected\)/);
});

test("rows of gap_parts.csv are wanted from the last counted year on, and none that are wanted may lack", (t) => {
  // 2020 is the round year that tables show; it lies before the last count.
  const years = [2018, 2019, 2020, 2021, 2022, 2023];
  const world = counted([nord(), sor()], { baseYear: 2018, years, counted: 2022, plan: [] });
  const results = resultsOf(t, world);
  assert.deepEqual(results.years_to_show, [2020, 2023]);
  assert.deepEqual(results.partsOfGap("nord", "tsb", 2020, "utilisation"), []);
  const directory = makeSample(scratch(t), world),
    path = join(directory, "gap_parts.csv");
  writeFileSync(path, readFileSync(path, "utf8").replace(/\nnord,tsb,2023,utilisation,places[^\n]*/, ""));
  assert.throws(() => loadResults(folderSource(directory)), /gap_parts\.csv:0: no_part/);
});

test("the patients that parts are held against are those of the base year, not of the last counted one", (t) => {
  // 2024: a need of 34 beds at 85 % is 28,9 patients, 2025: 8 % less, 26,6. Three parts tip in 2025 at 8,5 / .92 each, 27,7
  // together: more than the patients of 2025, fewer than those of 2024.
  const services = [
    service("phv", "Psykisk helsevern for voksne", { group: true, parts: ["akutt", "dps", "ward"] }),
    ...["akutt", "dps", "ward"].map((id) => service(id, id)),
  ];
  const part = (id) => cell("nord", id, 10, 34 / 3, "not-identified", { spread: 0.001, trend: -0.08 });
  const results = resultsOf(t, smallWorld(["akutt", "dps", "ward"].map(part), { services, counted: 2025 }));
  const cells = cellsOf(results),
    group = cells.find((one) => one.trust.id === "nord" && one.service.id === "phv");
  assert.match(say.jointText(results, nb, cells, group, 2025), /hvordan de 29 pasientene i 2024 enn deles\.$/);
});

test("a counted year has the count in place of a probability, and the sentence says what it shows by each rule", (t) => {
  const results = resultsOf(t, counted()),
    one = theCell(results);
  assert.deepEqual([2024, 2025, 2026].map(one.isCounted), [true, true, false]);
  assert.deepEqual(say.chances(nb, one, 2025), { u: "talt", s: "talt" });
  assert.equal(
    say.rulesText(results, nb, one, 2025),
    "2025 er talt: mangel etter planlagt utnyttelse, mangel etter servicenivå.",
  );
  // The rules may disagree of a count, and the service-level rule may leave a counted year open (stays are drawn).
  Object.assign(one.verdictAt(2025), { p_utilisation: 0, p_service_level: 0.43 });
  assert.equal(
    say.rulesText(results, nb, one, 2025),
    "2025 er talt: nok etter planlagt utnyttelse, 43\u00a0% sannsynlighet for mangel etter servicenivå.",
  );
  assert.deepEqual(say.chances(en, one, 2025), { u: "counted", s: "43%" });
  assert.doesNotMatch(say.chances(nb, one, 2026).u, /talt/);
  assert.match(
    say.rulesText(results, nb, theCell(results, "region"), 2025),
    /^2025 er talt: minst ett foretak mangler/,
  );
});

test("a level that nobody counted isn't counted in any year, whatever the others are", (t) => {
  const results = resultsOf(t, counted([nord(), cell("sor", "tsb", 20, 12, "not-identified", { spread: 0 })]));
  assert.equal(theCell(results, "sor").isCounted(2025), false);
  assert.equal(theCell(results, "region").isCounted(2025), false);
});

test("a shortage in counted years alone is no finding of years to come, and is told as counted", (t) => {
  // Nord lacks 8 of 28 beds in 2024 and has 12 for a need of 8 after 2025.
  const results = resultsOf(t, counted([nord({ need: 8, counts: { 2024: 28, 2025: 8 } }), sor()]));
  const { headline, lead } = finding(results, nb, cellsOf(results));
  assert.match(headline, /^Ingen av 2 .* i 2026–2031$/);
  assert.doesNotMatch(lead.join(" "), /talt|over 99/, "the nearest is a year to come");
  assert.equal(say.whenShort(results, nb, theCell(results)), "i 2024 (talt), ikke siden");
});

test("counted years stand as dots in a gap chart, its band begins after them, and the words say so", (t) => {
  const charts = chartsOf(resultsOf(t, counted()), nb);
  const { data, alt } = charts.find((chart) => chart.name === "gap-nord-tsb");
  assert.deepEqual(
    data.counted.map(({ x, q50 }) => [x, Math.round(q50)]),
    [
      [2024, 18],
      [2025, 15],
    ],
  );
  assert.equal(data.band[0].x, 2025);
  assert.equal(data.band[0].q025, data.band[0].q975, "no width in a counted year");
  assert.match(alt, /Prikker: behov av talte døgn \(2024–2025\); båndet begynner etter siste talte år\./);
  const without = chartsOf(resultsOf(t, smallWorld([nord()])), nb).find((chart) => chart.name === "gap-nord-tsb");
  assert.deepEqual(without.data.counted, []);
  assert.equal(without.data.band[0].x, 2024);
  assert.doesNotMatch(without.alt, /Prikker/);
});

test("the risk map has the count in counted years, with both classes where the rules disagree", (t) => {
  const results = resultsOf(t, counted());
  const said = () =>
    chartsOf(results, nb)
      .find(({ name }) => name === "risk")
      .data.words.map(({ text }) => text);
  assert.ok(said().includes("talt"));
  for (const row of [results.verdicts.get("nord|tsb").get(2025)]) Object.assign(row, { p_utilisation: 0 });
  assert.ok(said().includes("talt ○/●"));
});

test("changes are told since the last counted year: a cut that is made and counted is no worsening to come", (t) => {
  const results = resultsOf(t, counted([nord(), sor(), cell("nord", "akutt", 5, 4, "not-identified")]));
  assert.equal(theCell(results).changesSince, 2025);
  assert.ok(Math.abs(theCell(results).changeAt(2031).capacity_change) < 1e-9, "the eight were closed before");
  const page = pageOf(results);
  assert.match(page, /<h2>Endring siden 2025<\/h2>/);
  assert.match(sectionOf(page, "unjudged"), /fra 2025/);
  const chart = chartsOf(results, nb).find(({ name }) => name === "change-tsb");
  assert.match(chart.title, /^Endring siden 2025/);
  assert.equal(Math.min(...chart.data.rows.map(({ x }) => x)), 2025);
});

test("a folder without the newer tables has its changes since the base year, and no section on other bases", (t) => {
  const directory = makeSample(scratch(t), counted());
  rmSync(join(directory, "change_from_count.csv"));
  const results = loadResults(folderSource(directory));
  assert.equal(theCell(results).changesSince, 2024);
  assert.ok(Math.abs(theCell(results).changeAt(2031).capacity_change + 8) < 1e-9);
  assert.equal(sectionOf(pageOf(results), "bases"), undefined);
});

test("the headline stands on every base by both rules without draws, the region never netted", (t) => {
  const bases = [...basesOf("nord", gapOfNord), ...basesOf("sor", () => 7), ...basesOf("region", () => 3)];
  const results = resultsOf(t, counted(undefined, { bases }));
  const section = sectionOf(pageOf(results), "bases");
  assert.match(section, /På andre grunnlag: rusbehandling \(TSB\) i 2031/);
  const rows = [...section.matchAll(/<tr><th scope="row">(.*?)<\/th>(.*?)<\/tr>/g)].map(([, name, cells]) => [
    name,
    ...[...cells.matchAll(/<td>(.*?)<\/td>/g)].map(([, text]) => text),
  ]);
  assert.equal(rows.length, BASES.length);
  const regional = ["mangler 4,0, ledig 7,0", "mangler 5,0, ledig 7,0"];
  assert.deepEqual(rows[1], ["Bruken som i 2025 alene", "−4,0", "−5,0", ...regional]);
  assert.equal(rows[2][0], "Bruken som i 2024");
  assert.match(section, /hovedalternativet uten trekninger/);
  assert.match(
    section,
    /Ingen av grunnlagene snur svaret for Nord, .*: gapet går fra −4,0 til −3,0 .* og fra −5,0 til −4,0 etter servicenivå/,
  );
  assert.match(sectionOf(pageOf(results, en), "bases"), /On other bases: .*main alternative without draws/s);
});

test("a base that turns the answer is named with the rule by which it does", (t) => {
  const gap = (base, rule) => (base === "returning" && rule === "utilisation" ? 1 : gapOfNord(base, rule));
  const results = resultsOf(t, counted(undefined, { bases: basesOf("nord", gap) }));
  assert.match(
    sectionOf(pageOf(results), "bases"),
    /snur på andre grunnlag: etter planlagt utnyttelse mangler ingen med «Bruken går tilbake[^»]*»\. .*Uten Sør, der nivået ikke er talt/,
  );
});

test("bases.csv with a word that isn't known, or a row twice, is refused with its line", (t) => {
  const cases = [
    [["nord", "tsb", 2031, "guessed", "utilisation", 1, 1], /bases\.csv:\d+: unknown_word/],
    [["nord", "tsb", 2031, "walking", "erlang", 1, 1], /bases\.csv:\d+: unknown_word/],
    [["nord", "tsb", 2031, "walking", "utilisation", 1, 1], /bases\.csv:\d+: twice/],
    [["vest", "tsb", 2031, "walking", "utilisation", 1, 1], /bases\.csv:\d+: unknown_trust/],
  ];
  for (const [row, expected] of cases)
    assert.throws(() => resultsOf(t, counted(undefined, { bases: [...basesOf("nord", gapOfNord), row] })), expected);
});

/** Nord counted from 2021 on: 22 places until 2023, and a need that falls by a bed a year. */
const historyOf = (more = {}) =>
  [2021, 2022, 2023, 2024, 2025].map((year) => [
    "nord",
    "tsb",
    year,
    more.places ?? (year < 2024 ? 22 : year < 2025 ? 20 : 12),
    more.open ?? 19.5,
    6000,
    more.occupancy ?? 0.84,
    year < 2024 ? 2042 - year : { 2024: 18, 2025: 15 }[year],
  ]);
const chartOfNord = (results, texts = nb) => chartsOf(results, texts).find(({ name }) => name === "gap-nord-tsb");

test("a gap chart begins where the counts do, with places as steps and need as dots left of the band", (t) => {
  const results = resultsOf(t, counted(undefined, { history: historyOf() }));
  const { data, signals, title, alt } = chartOfNord(results);
  assert.deepEqual(signals.x_domain, [2021, 2031]);
  assert.deepEqual(
    data.counted.map(({ x, q50 }) => [x, Math.round(q50 * 1e6) / 1e6]),
    [
      [2021, 21],
      [2022, 20],
      [2023, 19],
      [2024, 18],
      [2025, 15],
    ],
  );
  assert.equal(data.need.length, 3 + 8);
  assert.equal(Math.min(...data.band.map((row) => row.x)), 2025);
  const steps = data.capacity.filter((row) => row.x < 2023.5).map((row) => row.capacity);
  assert.deepEqual([...new Set(steps)], [22]);
  assert.match(title, /2021–2031$/);
  assert.match(alt, /Prikker: behov av talte døgn \(2021–2025\)/);
  // A folder without the table begins with the run's first year.
  assert.deepEqual(chartOfNord(resultsOf(t, counted())).signals.x_domain, [2024, 2031]);
});

test("counted places above which need lay are shaded, those that can't hold the days are neither drawn nor held against it", (t) => {
  const few = chartOfNord(resultsOf(t, counted(undefined, { history: historyOf({ places: 20.5 }) })));
  // 21 of 20,5 in 2021 and 20 in 2022: short until the middle of the two years.
  const shaded = few.data.shortage.map((row) => row.x);
  assert.equal(Math.min(...shaded), 2021);
  assert.ok(Math.abs(Math.max(...shaded.filter((x) => x < 2023)) - 2021.5) < 1e-9);
  const odd = chartOfNord(resultsOf(t, counted(undefined, { history: historyOf({ places: 8, occupancy: "" }) })));
  assert.ok(odd.data.capacity.every((row) => row.x >= 2023.5));
  assert.ok(odd.data.shortage.every((row) => row.x >= 2023.5));
  const said = odd.data.words.map((word) => word.text).join(" ");
  assert.match(said, /De talte plassene \(8 i 2023\) rommer ikke de talte døgnene og er ikke tegnet\./);
});

test("under the charts stand the counted years as numbers, in both languages", (t) => {
  const results = resultsOf(t, counted(undefined, { history: historyOf() }));
  const page = pageOf(results);
  const table = /<details class="counts">(.*?)<\/details>/s.exec(page)[1];
  assert.match(table, /<summary>Talte plasser og bruk 2021–2025<\/summary>/);
  assert.match(
    table,
    /<th scope="row">2021<\/th><td>22<\/td><td>19,5<\/td><td>6\s000<\/td><td>84\s%<\/td><td>21,0<\/td>/,
  );
  assert.match(table, /Behov ved 85\s% utnyttelse/);
  assert.match(
    pageOf(results, en),
    /<th scope="row">2021<\/th><td>22<\/td><td>19\.5<\/td><td>6,000<\/td><td>84%<\/td><td>21\.0<\/td>/,
  );
  assert.doesNotMatch(pageOf(resultsOf(t, counted())), /class="counts"/);
});

test("a year that stands twice in counted.csv, or lacks between two others, is named with its line", (t) => {
  const rows = historyOf();
  assert.throws(() => resultsOf(t, counted(undefined, { history: [...rows, rows[0]] })), /counted\.csv:7: twice/);
  assert.throws(() => resultsOf(t, counted(undefined, { history: [rows[0], rows[2]] })), /counted\.csv:3: hole/);
});

test("every verdict that another base turns is named under its row, with the rule, the beds and the bases", (t) => {
  // Nord is short at both ends; with the count of 2025 alone nothing is lacking. Sør has enough, and lacks 2 beds where use
  // walks and 4 on the mean of three years, by the service-level rule alone.
  const gapOf = {
    nord: (base) => (base === "last-count" ? 0.5 : -3),
    sor: (base, rule) => (rule === "service-level" ? ({ walking: -2, "mean-of-3": -4 }[base] ?? 8) : 8),
  };
  const bases = ["nord", "sor"].flatMap((trust) => basesOf(trust, gapOf[trust]));
  const results = resultsOf(t, counted(undefined, { bases })),
    judged = sectionOf(pageOf(results), "judged");
  assert.equal(theCell(results, "sor").verdictAt(2031).verdict, "enough");
  assert.match(
    judged,
    /snur svaret i 2031: etter planlagt utnyttelse mangler ingen med bruken som i 2025; etter servicenivå mangler ingen med bruken/,
  );
  assert.match(
    judged,
    /Et annet grunnlag snur svaret i 2031: etter servicenivå mangler 2,0 til 4,0 med snittet av tre år og bruken der den er kommet\./,
  );
  assert.match(judged, /snur svaret i 2030: etter servicenivå mangler 2,0 til 4,0/);
  assert.match(judged, /Et annet grunnlag snur svaret i 2031 ved Nord og Sør\./);
  const { lead } = finding(results, nb, cellsOf(results));
  assert.ok(
    lead.some((one) =>
      one.startsWith("Et annet grunnlag (bruken i andre talte år, eller alle plasser åpne) snur svaret i 2031, "),
    ),
    lead.join("\n"),
  );
  assert.ok(
    lead.some((one) => one.includes("i rusbehandling (TSB) (Nord: mangler ingen og Sør: mangler opptil 4,0).")),
  );
  assert.match(
    sectionOf(pageOf(results, en), "judged"),
    /by service level 2\.0 to 4\.0 are lacking with the mean of three years/,
  );
});

test("where no base turns a verdict nothing is said of it", (t) => {
  const bases = [...basesOf("nord", gapOfNord), ...basesOf("sor", () => 5)];
  const results = resultsOf(t, counted(undefined, { bases }));
  assert.doesNotMatch(sectionOf(pageOf(results), "judged"), /annet grunnlag/);
  assert.ok(finding(results, nb, cellsOf(results)).lead.every((one) => !one.includes("annet grunnlag")));
});
