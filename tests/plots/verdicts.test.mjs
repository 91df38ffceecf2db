import assert from "node:assert/strict";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { folderSource } from "../../plots/machine/folder.mjs";
import { loadResults } from "../../plots/read/results.mjs";
import { report } from "../../plots/report/page.mjs";
import { chartsOf } from "../../plots/charts/list.mjs";
import { cellsOf } from "../../plots/say/cells.mjs";
import { makeTexts } from "../../plots/say/texts.mjs";
import * as say from "../../plots/say/verdicts.mjs";
import { makeSample } from "./make_sample.mjs";
import { cell, resultsOf, scratch, service, smallWorld } from "./helpers.mjs";

const nb = makeTexts("nb"),
  en = makeTexts("en");

/** A cell of two years whose rows of verdict.csv are as given. */
function cellOf(t, row, world = smallWorld([cell("nord", "tsb", 10, 10)])) {
  const results = resultsOf(t, world);
  for (const [key, years] of results.verdicts)
    if (key === "nord|tsb") for (const one of years.values()) Object.assign(one, row);
  return {
    results,
    one: cellsOf(results).find((c) => c.trust.id === "nord" && c.service.id === "tsb"),
  };
}
const KNOWN = {
  verdict: "tight",
  reason: "either-way",
  p_utilisation: 0.3,
  p_service_level: 0.4,
  range: "",
  unit: "",
};
const OPEN = {
  verdict: "depends",
  reason: "",
  p_utilisation: null,
  p_service_level: null,
  p_utilisation_low: 0,
  p_utilisation_high: 1,
  p_service_level_low: 0.02,
  p_service_level_high: 1,
  gap_low: -6,
  gap_high: 4,
  range: "stated",
  tips_at_utilisation: 10.24,
  tips_at_service_level: 9.06,
  unit: "occupied-beds",
};

test("nothing is 0 or 100 per cent unless both rules say so", () => {
  const of = (p, other) => say.chance(nb, p, other);
  assert.deepEqual(
    [of(0, 0), of(0, 0.2), of(0.004, 0), of(1, 1), of(1, 0.98), of(0.996, 1), of(0.42, 0)],
    ["0\u00a0%", "under 1\u00a0%", "under 1\u00a0%", "100\u00a0%", "over 99\u00a0%", "over 99\u00a0%", "42\u00a0%"],
  );
});

test("each way in which the rules agree or disagree has its sentence, with both P", (t) => {
  const { results, one } = cellOf(t, KNOWN);
  const said = (row, texts = nb) => {
    Object.assign(one.verdictAt(2031), row);
    return say.rulesText(results, texts, one, 2031);
  };
  const cases = [
    [
      { verdict: "short", reason: "", p_utilisation: 0.98, p_service_level: 1 },
      /^Begge reglene gir mangel i 2031: sannsynligheten er 98\s% etter planlagt utnyttelse og over 99\s% etter servicenivå\.$/,
    ],
    [
      {
        verdict: "enough",
        reason: "",
        p_utilisation: 0,
        p_service_level: 0.02,
      },
      /^Begge reglene gir nok i 2031: .* under 1\s% etter planlagt utnyttelse og 2\s%/,
    ],
    [
      {
        verdict: "tight",
        reason: "service-level-only",
        p_utilisation: 0.04,
        p_service_level: 0.95,
      },
      /^Bare servicenivåregelen gir mangel i 2031 \(95\s%; 4\s% etter planlagt utnyttelse\)/,
    ],
    [
      { reason: "utilisation-only", p_utilisation: 0.7, p_service_level: 0.05 },
      /^Bare utnyttelsesregelen gir mangel i 2031 \(70\s%; 5\s% etter servicenivå\)/,
    ],
    [
      { reason: "either-way", p_utilisation: 0.36, p_service_level: 0.31 },
      /^Kan gå begge veier i 2031: .* 36\s% etter planlagt utnyttelse og 31\s%/,
    ],
    [{ reason: "small", p_utilisation: 0.7, p_service_level: 0.9 }, /på under en halv plass\.$/],
  ];
  for (const [row, expected] of cases) assert.match(said(row), expected);
  assert.match(
    said({ reason: "service-level-only", p_utilisation: 0, p_service_level: 1 }, en),
    /^Only the service-level rule gives a shortage in 2031 \(over 99%; under 1% by/,
  );
});

test("an open level says its word at both ends and names the range", (t) => {
  const { results, one } = cellOf(t, OPEN);
  assert.match(
    say.rulesText(results, nb, one, 2031),
    /^Kan gå begge veier i 2031: .*\(oppgitt\) er det nok, i den andre mangel\. Sannsynlighet under 1\s% til 100\s% .*, 2\s% til 100\s% /,
  );
  Object.assign(one.verdictAt(2031), {
    p_service_level_low: 0.6,
    range: "seen",
  });
  assert.match(
    say.rulesText(results, nb, one, 2031),
    /^Kommer an på nivået i 2024, .*\(sett\) knapt i 2031, i den andre mangel/,
  );
});

test("the tipping point is told by both rules, in patients or in places, also where one or both never tip", (t) => {
  const { results, one } = cellOf(t, OPEN);
  const said = (row) => {
    Object.assign(one.verdictAt(2031), row);
    return say.tipText(results, nb, one, 2031);
  };
  const rules = "(etter planlagt utnyttelse; 9,1 etter servicenivå)";
  assert.equal(
    said({}),
    `Mangel i 2031 dersom Nord i 2024 hadde mer enn 10,2 pasienter i rusbehandling (TSB) i snitt ${rules}.`,
  );
  assert.equal(
    said({ unit: "beds", tips_at_utilisation: 13.4 }),
    `Mangel i 2031 dersom Nord i 2024 hadde færre enn 13,4 plasser i rusbehandling (TSB) ${rules}.`,
  );
  assert.match(
    said({ unit: "occupied-beds", tips_at_service_level: null }),
    /mer enn 13,4 pasienter .* \(etter planlagt utnyttelse; ikke på noe nivå etter servicenivå\)\.$/,
  );
  assert.match(said({ tips_at_utilisation: null }), /^Ikke noe nivå i 2024 gir mangel i 2031 ved Nord/);
  assert.match(say.tipText(results, nb, one, 2030, 2026), /; i 2026: 10,2 og 9,1\.$/);
});

test("'uansett' is said of the logical range alone, the others by their names", (t) => {
  const { one } = cellOf(t, { ...OPEN, verdict: "enough", range: "logical" });
  const said = (range) => say.regardlessText(nb, { ...one.verdictAt(2031), range });
  assert.match(said("logical"), /^Uansett: nok/);
  for (const range of ["seen", "stated"]) assert.doesNotMatch(said(range), /uansett/i);
  assert.match(said("seen"), /sett ved like enheter/);
  assert.equal(say.regardlessText(nb, { ...one.verdictAt(2031), verdict: "depends" }), "");
});

test("when a shortage comes and whether it stays is told of every course", (t) => {
  const { results, one } = cellOf(t, KNOWN);
  const said = (short) => {
    for (const row of one.verdicts) row.verdict = short.includes(row.year) ? "short" : "tight";
    return say.whenShort(results, nb, one);
  };
  const all = results.years;
  assert.equal(said(all), "allerede i 2024, ut perioden");
  assert.equal(said(all.filter((year) => year >= 2028)), "fra 2028, ut perioden");
  assert.equal(said([2025, 2026]), "i 2025–2026, ikke i 2031");
  assert.equal(said([2025, 2030, 2031]), "i 2025 og 2030–2031");
  assert.equal(said([]), "nei");
  for (const row of one.verdicts) Object.assign(row, OPEN);
  assert.equal(say.whenShort(results, nb, one), "tidligst 2024");
});

const PHV = [
  service("phv", "Psykisk helsevern for voksne", {
    group: true,
    parts: ["akutt", "dps", "ward"],
  }),
  service("akutt", "Akuttpsykiatri"),
  service("dps", "DPS"),
  service("ward", "Sengepost"),
];
/** A group of three parts, 30 beds, at `need` beds; the patients are 85 % of that. */
const groupOf = (t, need, more = {}) => {
  const part = (id) =>
    cell("nord", id, 10, need / 3, "not-identified", {
      spread: 0.001,
      ...more,
    });
  const results = resultsOf(t, smallWorld(["akutt", "dps", "ward"].map(part), { services: PHV }));
  const cells = cellsOf(results);
  return {
    results,
    cells,
    group: cells.find((c) => c.trust.id === "nord" && c.service.id === "phv"),
  };
};

test("parts whose tips are together below the counted patients are said to be over utilisation somewhere", (t) => {
  // Each part of 10 beds tips at 8,5 patients: 25,5 together. 31 beds needed are 26,35 patients, 30 beds are 25,5.
  const over = groupOf(t, 31);
  assert.equal(
    say.jointText(over.results, nb, over.cells, over.group, 2031),
    "Minst én av Nords tre deler er trolig over 85\u00a0% i 2031, hvordan de 26 pasientene i 2024 enn deles.",
  );
  assert.match(
    say.jointText(over.results, en, over.cells, over.group, 2031),
    /^At least one of Nord's three parts is probably above 85% in 2031/,
  );
  const under = groupOf(t, 29);
  assert.equal(say.jointText(under.results, nb, under.cells, under.group, 2031), "", "24,65 patients can be shared");
  const other = groupOf(t, 31, { utilisation: 0.8 });
  assert.match(say.jointText(other.results, nb, other.cells, other.group, 2031), /over 80\s%/);
});

test("the joint statement isn't made where a part has no tip or tips in places", (t) => {
  const { results, cells, group } = groupOf(t, 31);
  const part = results.verdicts.get("nord|dps").get(2031);
  part.unit = "beds";
  assert.equal(say.jointText(results, nb, cells, group, 2031), "");
  Object.assign(part, { unit: "occupied-beds", tips_at_utilisation: null });
  assert.equal(say.jointText(results, nb, cells, group, 2031), "");
});

test("a region's shortages and spare beds are summed apart, and its net gap is what free movement would give", (t) => {
  const results = resultsOf(
    t,
    smallWorld([
      cell("nord", "tsb", 10, 15, "derived", { spread: 0.001 }),
      cell("sor", "tsb", 20, 12, "derived", { spread: 0.001 }),
    ]),
  );
  const region = cellsOf(results).find((c) => c.trust.isRegion);
  assert.equal(
    say
      .regionText(results, nb, region, 2031)
      .replaceAll(/4,9|5,1/g, "5,0")
      .replaceAll(/7,9|8,1/g, "8,0")
      .replaceAll(/\+2,9|\+3,1/g, "+3,0"),
    "2031: mangler summert over foretakene 5,0, ledig summert 8,0. " +
      "Kunne pasientene flyttes fritt: gap +3,0 (median av summen). Avgjøres av Nord.",
  );
});

test("a region's word at an end is what its trusts' words make, whatever its P is", (t) => {
  // Nord is known and tight; Sør's level is open, short at the severe end alone.
  const { results } = cellOf(t, KNOWN, smallWorld([cell("nord", "tsb", 10, 10), cell("sor", "tsb", 10, 10)]));
  for (const row of results.verdicts.get("sor|tsb").values()) Object.assign(row, OPEN);
  for (const row of results.verdicts.get("region|tsb").values())
    Object.assign(row, {
      ...OPEN,
      p_utilisation_low: 0.6,
      p_service_level_low: 0.6,
    });
  const region = cellsOf(results).find((c) => c.trust.isRegion);
  assert.deepEqual(say.endWords(results, region, 2031), {
    mild: "tight",
    severe: "short",
  });
});

test("at a glance every cell has its word and gap of the last year, as verdict.csv and gap.csv have them", (t) => {
  const results = resultsOf(t);
  const glance = /<section id="glance">.*?<\/section>/s.exec(String(pageOf(results)))[0];
  const said = [...glance.matchAll(/<td>(.*?)<\/td>/gs)].map(([, inside]) => inside.replace(/<[^>]*>/g, " "));
  const cells = cellsOf(results),
    { last } = results;
  assert.equal(said.filter((one) => one.trim() !== "–").length, cells.length);
  for (const word of ["short", "tight", "enough", "depends"]) {
    const expected = cells.filter((one) => one.verdictAt(last).verdict === word).length;
    const found = said.filter((one) => new RegExp(`\\s${nb.t(`verdict.word.${word}`)}\\s`).test(one));
    assert.equal(found.length, expected, word);
  }
  for (const one of cells.filter(({ trust, verdictAt }) => !trust.isRegion && !say.isOpen(verdictAt(last))))
    assert.ok(
      said.some((text) => text.includes(nb.signed(one.at(last).gap))),
      `${one.trust.id} ${one.service.id}`,
    );
});

const pageOf = (results, texts = nb) =>
  report(
    results,
    texts,
    chartsOf(results, texts).map((chart) => ({
      ...chart,
      svg: '<svg viewBox="0 0 9 9"></svg>',
    })),
  );

test("the first table has a word for every cell, both rules in its head, and never says that a cell can't be judged", (t) => {
  const page = pageOf(resultsOf(t));
  assert.doesNotMatch(page, /kan ikke vurderes/i);
  const [, first] = /<section id="judged">(.*?)<\/section>/s.exec(page);
  for (const year of [2030, 2040])
    for (const column of ["dom", "gap", "P, planlagt utnyttelse", "P, servicenivå"])
      assert.ok(first.includes(`>${year}: ${column}</th>`));
  for (const name of ["Intensiv, kategori 3", "Akuttpsykiatri (del av psykisk helsevern for voksne)"])
    assert.ok(first.includes(name), name);
  assert.match(first, /\((oppgitt|sett)\)/);
  assert.doesNotMatch(pageOf(resultsOf(t), en), /can(?:not|'t) be judged/i);
});

test("a one-bed unit has a verdict but no class by the service-level rule, and a sentence", (t) => {
  const page = pageOf(resultsOf(t, smallWorld([cell("nord", "tsb", 1, 0.5), cell("sor", "tsb", 20, 12)])));
  const [, first] = /<section id="judged">(.*?)<\/section>/s.exec(page);
  assert.match(first, /Én plass på hvert sted: etter servicenivåregelen/);
  assert.equal(first.match(/<span class="p">[^<]/g).length, 2, "P without a symbol, in 2030 and 2031");
});

test("a trust with one bed at each of two places has no class by the service-level rule either", (t) => {
  const { results, one } = cellOf(
    t,
    { ...KNOWN },
    smallWorld([cell("nord", "tsb", 2, 0.5), cell("sor", "tsb", 20, 12)]),
  );
  assert.equal(say.isOneBed(one, 2031), false);
  one.info.one_bed_units = true;
  assert.equal(say.isOneBed(one, 2031), true);
  assert.equal(
    say.isOneBed(
      cellsOf(results).find((c) => c.trust.isRegion),
      2031,
    ),
    false,
  );
});

test("beside each gap stand the places that bring P below 10 and below 50 per cent, by both rules", (t) => {
  const rows = (year, trust, limit, u, s) => [
    `${trust},tsb,${year},utilisation,${limit},${u}`,
    `${trust},tsb,${year},service-level,${limit},${s}`,
  ];
  const enough = [2030, 2031].flatMap((year) => [
    ...rows(year, "nord", 0.1, "17,,", "19,,"),
    ...rows(year, "nord", 0.5, "15,,", "16,,"),
    ...rows(year, "sor", 0.1, ",11,24", ",12,12"),
    ...rows(year, "sor", 0.5, ",9,20", ",10,18"),
  ]);
  const world = smallWorld([cell("nord", "tsb", 10, 15), cell("sor", "tsb", 20, 12)], {
    enough: enough.map((line) => line.split(",")),
  });
  const [, first] = /<section id="judged">(.*?)<\/section>/s.exec(pageOf(resultsOf(t, world)));
  for (const line of [
    "P < 10 %: 17 / 19",
    "P < 50 %: 15 / 16",
    "P < 10 %: 11\u201324 / 12",
    "P < 50 %: 9\u201320 / 10\u201318",
  ])
    assert.equal(first.replaceAll("&lt;", "<").replaceAll("\u00a0", " ").split(line).length - 1, 2, line);
  assert.throws(
    () =>
      resultsOf(
        t,
        smallWorld([cell("nord", "tsb", 10, 15)], { enough: [enough[0], enough[0]].map((line) => line.split(",")) }),
      ),
    (error) => error.file === "enough_places.csv" && error.line === 3,
  );
});

test("beside P by the service level stand time full and mean wait, where care is simulated and the level was counted", (t) => {
  const { results, one } = cellOf(t, KNOWN, smallWorld([cell("nord", "tsb", 10, 10)]));
  assert.equal(say.careText(results, nb, one, 2031), "");
  const said = (full, wait) => {
    results.care = (trust, service, measure) =>
      measure === "p_full"
        ? { mean: full, p10: 0.16, p50: 0.9, p90: 0.7 }
        : { mean: wait, p10: 0, p50: 0.3, p90: 47.4 };
    return say.careText(results, nb, one, 2031).replaceAll("\u00a0", " ");
  };
  assert.equal(
    said(0.432, 15.3),
    "fullt 43 % av tiden (16 % til 70 %), 15 døgn ventetid (ni av ti simuleringer under 47)",
  );
  assert.equal(said(1, 0), "fullt over 99 % av tiden (16 % til 70 %)");
  Object.assign(results.verdicts.get("nord|tsb").get(2031), OPEN);
  assert.equal(said(0.5, 1), "");
});

test("a region whose patients are moved has its gap together by the service level, and its P is never certain", (t) => {
  const together = [2030, 2031].map((year) => `region,tsb,${year},service-level,30,24,36,-6,6,0,0.4`);
  const world = smallWorld([cell("nord", "tsb", 10, 15), cell("sor", "tsb", 20, 12)], {
    together: together.map((line) => line.split(",")),
  });
  const [, first] = /<section id="judged">(.*?)<\/section>/s.exec(pageOf(resultsOf(t, world)));
  assert.match(
    first.replaceAll("\u00a0", " "),
    /er gapet etter servicenivå −6,0 til \+6,0 \(under 1 % til 40 % sannsynlighet for mangel\)/,
  );
});

test("a gap's table has its parts with their kinds by both rules, and the mean gap last", (t) => {
  const page = pageOf(resultsOf(t, smallWorld([cell("nord", "tsb", 10, 15), cell("sor", "tsb", 20, 12)])));
  const [, rows] = /<table class="numbers parts">(.*?)<\/table>/s.exec(page);
  for (const kind of ["talt", "plan", "framskrevet", "valg"]) assert.ok(rows.includes(`<td>${kind}</td>`), kind);
  assert.match(rows, /<strong>Gap, snitt<\/strong>/);
});

test("verdict.csv and gap_parts.csv that aren't as the engine writes them are refused with file and line", (t) => {
  const small = smallWorld([cell("nord", "tsb", 10, 15), cell("nord", "akutt", 10, 12, "not-identified")]);
  const cases = [
    ["verdict.csv", (text) => text.replace(",short,", ",doomed,"), /verdict\.csv:\d+: unknown_word/],
    ["verdict.csv", (text) => text.replace(",short,,", ",short,small,"), /verdict\.csv:\d+: unknown_word/],
    ["verdict.csv", (text) => text.replace(/,short,,1,/, ",short,,1.5,"), /verdict\.csv:\d+: not_a_share/],
    ["verdict.csv", (text) => text.replace(/,short,,1,/, ",short,,,"), /verdict\.csv:\d+: half_a_verdict/],
    [
      "verdict.csv",
      (text) => text.replace(/(\nnord,akutt,2024,[^\n]*?),([-\d.]+),([-\d.]+),seen/, "$1,$3,$2,seen"),
      /verdict\.csv:\d+: low_above_high/,
    ],
    ["verdict.csv", (text) => text.replace(/\nnord,tsb,2026[^\n]*/, ""), /verdict\.csv:\d+: hole/],
    ["verdict.csv", (text) => text.replaceAll(/\nnord,tsb,[^\n]*/g, ""), /verdict\.csv:0: hole/],
    ["verdict.csv", (text) => text.replaceAll("nord,", "vest,"), /verdict\.csv:2: unknown_trust/],
    ["verdict.csv", null, /verdict\.csv:0: missing_file/],
    ["gap_parts.csv", null, /gap_parts\.csv:0: missing_file/],
    ["gap_parts.csv", (text) => text.replaceAll(",policy,", ",politics,"), /gap_parts\.csv:\d+: unknown_word/],
    [
      "gap_parts.csv",
      (text) => text.replaceAll(/\nnord,tsb,2031,service-level,reserve[^\n]*/g, ""),
      /gap_parts\.csv:0: no_part/,
    ],
    ["gap_parts.csv", (text) => `${text}nord,tsb,2031,utilisation,start,counted,1\n`, /gap_parts\.csv:\d+: twice/],
  ];
  for (const [file, spoil, expected] of cases) {
    const directory = makeSample(scratch(t), small),
      path = join(directory, file);
    if (spoil === null) rmSync(path);
    else writeFileSync(path, spoil(readFileSync(path, "utf8")));
    assert.throws(() => loadResults(folderSource(directory)), expected);
  }
});

test("every part of a gap that varies has its 80 % interval, from where its bar begins, and in the table by each rule", (t) => {
  const world = (bands) => smallWorld([cell("nord", "tsb", 10, 15), cell("sor", "tsb", 20, 12)], { bands });
  const results = resultsOf(t, world(true)),
    chart = chartsOf(results, nb).find(({ name }) => name === "parts-nord-tsb");
  // Six parts (start, places, number, age, moves, reserve) and the sum; a bed on either side of each.
  assert.equal(chart.data.whiskers.length, 7);
  const [low, high] = chart.signals.x_domain;
  for (const { x, x2 } of chart.data.whiskers.slice(0, 6))
    assert.ok(Math.abs((x2 - x) * (high - low) - 2 * chart.width) < 1e-6 * chart.width, `${x} ${x2}`);
  const starts = chart.data.boxes.slice(0, 1).map(({ x, x2 }) => [x, x2]);
  const zero = (chart.width * (0 - low)) / (high - low);
  assert.ok(
    starts[0].some((end) => Math.abs(end - zero) < 1e-6),
    "the first bar begins at nothing",
  );
  const page = report(
    results,
    nb,
    chartsOf(results, nb).map((one) => ({ ...one, svg: '<svg viewBox="0 0 9 9"></svg>' })),
  );
  const { beds } = results.partsOfGap("nord", "tsb", 2031, "utilisation").find(({ part }) => part === "places");
  assert.equal(beds, 0);
  assert.match(page, /Åpnet minus stengt siden 2024<\/th><td>plan<\/td><td>0,0 <small>\(−1,0 til 1,0\)<\/small><\/td>/);
  assert.equal(
    chartsOf(resultsOf(t, world(false)), nb).find(({ name }) => name === "parts-nord-tsb").data.whiskers.length,
    1,
  );
});

test("a shortage whatever the level is says that it rests on what grows beside the population, where it does", (t) => {
  const { results, one } = cellOf(t, { ...OPEN, verdict: "short", gap_low: -12, gap_high: -3 });
  one.info.utilisation = 0.85;
  results.context.stocks = [{ name_nb: "Dømte", name_en: "Sentenced", service: "tsb", trust: "nord" }];
  const grows = (beds) =>
    (results.partsOfGap = () => [
      { part: "stock.domte", beds: -beds },
      { part: "start", beds: -9 },
    ]);
  // 6 patients ask for 6 / 0.85 = 7.1 places: the mild end would be -3 + 7.1.
  grows(6);
  assert.match(
    say.growthText(results, nb, one, 2031),
    /^Det hviler på veksten i dømte \(7,1 plasser med reserve\): uten den er gapet \+4,1/,
  );
  // 2 patients ask for 2.4: half a place is still lacking, and a little more.
  grows(2);
  assert.equal(say.growthText(results, nb, one, 2031), "");
});

test("the region's gap if patients could move is the median of its own draws, not the sum of medians", (t) => {
  const results = resultsOf(t, smallWorld([cell("nord", "tsb", 10, 15), cell("sor", "tsb", 20, 12)]));
  const row = results.gapBy("region", "tsb", 2031, "utilisation");
  row.gap = 1.25;
  assert.deepEqual(say.regionSums(results, results.service("tsb"), 2031).free, [1.25, 1.25]);
});
