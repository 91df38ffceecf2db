import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { appendFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { chartsOf, COMPARISON_CHARTS, isChartName } from "../../plots/charts/list.mjs";
import { renderSvg } from "../../plots/draw/vega_svg.mjs";
import { folderSource } from "../../plots/machine/folder.mjs";
import { loadComparison } from "../../plots/read/comparison.mjs";
import { comparisonPage } from "../../plots/report/comparison.mjs";
import { findings, ranking, regretSums } from "../../plots/say/comparison.mjs";
import { isSeen, pairsNeeded, tQuantile } from "../../plots/say/pairs.mjs";
import { makeTexts } from "../../plots/say/texts.mjs";
import { comparedRows, RENDER, scratch } from "./helpers.mjs";
import { makeComparison, patientRow, rowsOf, setting } from "./make_comparison.mjs";

const nb = makeTexts("nb"),
  en = makeTexts("en");
const loaded = (t, more) => loadComparison(folderSource(makeComparison(scratch(t), more)));
const pageOf = (results, texts = nb) => comparisonPage(results, texts, []);
const rowOf = (page, name) => page.split("\n").filter((line) => line.includes(`<th scope="row">${name}</th>`));
const beds = (id, change) => rowsOf(id, { "nord|tsb": { capacity: () => change } });

test("settings stand side by side in words, blank where an alternative doesn't touch them", (t) => {
  const page = pageOf(loaded(t));
  assert.deepEqual(rowOf(page, "Tiltak «a»"), [
    '<tr><th scope="row">Tiltak «a»</th><td></td><td>Åpner 5 plasser ved Nord</td><td>Liggetiden går ned med 10 %</td></tr>',
  ]);
  assert.deepEqual(rowOf(page, "Planlagt utnyttelse «nord»"), [
    '<tr><th scope="row">Planlagt utnyttelse «nord»</th><td>0,85</td><td></td><td>0,9</td></tr>',
  ]);
  assert.doesNotMatch(page, /action\.|utilisation\./, "no raw keys");
  const gone = loaded(t, { settings: { "plan-flere": [setting("action.b", "tiltak «b»", "Stenger 3 plasser", "")] } });
  assert.match(rowOf(pageOf(gone), "Tiltak «b»")[0], /<td>Stenger 3 plasser<\/td><td>\(finnes ikke\)<\/td><td><\/td>/);
});

test("an alternative whose id begins as the base's is called by the rest of it", (t) => {
  assert.deepEqual(
    loaded(t).alternatives.map((side) => side.short),
    ["flere", "kortere"],
  );
});

test("alternatives are ranked by each measure, and what reads the same ranks the same", (t) => {
  const results = loaded(t);
  const of = (id, year = 2031) => {
    const found = ranking(results, nb, year).find((measure) => measure.id === id);
    return found.values.map(({ text, rank, shared }) => [text, rank, shared]);
  };
  // comparedRows: every cell lacks 2 beds at planned utilisation (10 against 12), 3 by service level. Judged are nord and sor, tsb.
  assert.deepEqual(of("shortage"), [
    ["4,0", 3, false],
    ["2,0", 1, false],
    ["3,0", 2, false],
  ]);
  assert.deepEqual(of("shortage_service_level"), [
    ["6,0", 3, false],
    ["3,0", 1, false],
    ["5,0", 2, false],
  ]);
  // P .75 in both cells of the base; .25 and .45 in nord.
  assert.deepEqual(of("cells"), [
    ["2", 3, false],
    ["1", 1, true],
    ["1", 1, true],
  ]);
  assert.deepEqual(of("empty"), [
    ["0", 1, true],
    ["3,0", 3, false],
    ["0", 1, true],
  ]);
  assert.deepEqual(of("unjudged"), [
    ["0", 2, true],
    ["0", 2, true],
    ["+2,0", 1, false],
  ]);
  assert.match(pageOf(results), /<strong>1<\/strong> <small>\(nr\. 1, delt\)<\/small>/);
});

test("numbers that differ by less than is written are one rank", (t) => {
  const results = loaded(t, { rows: [...beds("plan-flere", 1.0001), ...beds("kortere", 1)], settings: {} });
  const [shortage] = ranking(results, nb, 2031);
  assert.deepEqual(
    shortage.values.map(({ rank }) => rank),
    [3, 1, 1],
  );
});

test("the headline says who lacks fewest beds, that all are the same, or that none is better than the base", (t) => {
  const headline = (flere, kortere, texts = nb) =>
    findings(loaded(t, { rows: [...beds("plan-flere", flere), ...beds("kortere", kortere)], settings: {} }), texts)
      .headline;
  assert.equal(headline(1, 2), "«kortere» gir færrest plasser som mangler i 2031: 2,0, mot 4,0 i grunnlaget");
  assert.match(headline(1, 1), /^«flere» og «kortere» gir færrest/);
  assert.equal(headline(0, 0), "Ingen av alternativene endrer plasser eller behov med 0,1 plass eller mer");
  assert.equal(headline(-1, -2), "Ingen av alternativene gir færre plasser som mangler i 2031 enn grunnlaget: 4,0");
  assert.equal(headline(1, 2, en), '"kortere" gives fewest beds short in 2031: 2.0, against 4.0 in the base');
});

test("where all lack the same, or nothing can be judged, the headline is what changes most", (t) => {
  const unknown = (beds) => ({ "nord|akutt": { capacity: () => beds } });
  const rows = [...rowsOf("plan-flere", unknown(2)), ...rowsOf("kortere", unknown(3))];
  const same = findings(loaded(t, { rows, settings: {} }), nb);
  assert.equal(
    same.headline,
    "«kortere»: Nord, Akuttpsykiatri: gapet i 2031 endres med +3,0 plasser ved planlagt utnyttelse",
  );
  assert.deepEqual(same.lead.slice(0, 2), [
    "«flere»: Nord, Akuttpsykiatri: gapet i 2031 endres med +2,0 plasser ved planlagt utnyttelse.",
    "Like mange plasser mangler i 2031 i grunnlaget og i alle alternativene: 4,0.",
  ]);
  const results = loaded(t, { rows, settings: {} });
  results.judged = () => false;
  const none = findings(results, nb);
  assert.equal(none.headline, same.headline);
  assert.ok(!none.lead.some((text) => text.startsWith("Like mange")), "no sum of what isn't known");
  assert.deepEqual(
    ranking(results, nb, 2031).map(({ id }) => id),
    ["unjudged"],
  );
});

test("every alternative has its answer, and one that moves nothing says so", (t) => {
  const { lead } = findings(loaded(t, { rows: [...beds("plan-flere", 3), ...beds("kortere", 0)], settings: {} }), nb);
  assert.deepEqual(lead, [
    "«flere»: Nord, Rusbehandling (TSB): gapet i 2031 går fra −2,0 til 1,0 plasser ved planlagt utnyttelse.",
    "«kortere»: Ingen plasser og ikke noe behov endres med 0,1 plass eller mer.",
    "Pasientene er ikke simulert: ventetid og fulle plasser sies ikke.",
  ]);
});

test("the region's added gaps are drawn without a shortage, and it is said that they are no common pool", (t) => {
  const years = [2024, 2025, 2026, 2027, 2028, 2029, 2030, 2031],
    rows = ["plan-flere", "kortere"].flatMap((id) => [
      ...beds(id, -5),
      ...comparedRows(years, "region", "tsb", { capacity: () => -5 }, id),
    ]);
  const charts = chartsOf(loaded(t, { rows }), nb, COMPARISON_CHARTS),
    drawn = (id) => charts.find((chart) => chart.name === `compared-${id}-tsb`);
  const short = (id) => [
    drawn(id).data.short.length,
    drawn(id).data.words.some((one) => one.text === "plasser mangler"),
  ];
  assert.deepEqual(
    [short("nord"), short("region")],
    [
      [1, true],
      [0, false],
    ],
  );
  assert.match(drawn("region").alt, /ikke et felles sengelager/);
  assert.doesNotMatch(drawn("nord").alt, /sengelager/);
});

test("moved cells have a drawing with the base and every alternative, differences alone where the level isn't known", async (t) => {
  const charts = chartsOf(loaded(t), nb, COMPARISON_CHARTS);
  assert.deepEqual(
    charts.map((chart) => chart.name),
    ["risk-compared", "compared-nord-tsb", "compared-nord-akutt"],
  );
  assert.ok(charts.every((chart) => isChartName(chart.name)));
  const [risk, judged, unknown] = charts;
  assert.deepEqual(new Set(judged.data.base.map((row) => row.value)), new Set([-2]));
  const lastOf = (side) => judged.data.alternatives.filter((row) => row.side === side).pop().value;
  assert.deepEqual([lastOf("plan-flere"), lastOf("kortere")], [3, -1]);
  assert.deepEqual(new Set(unknown.data.base.map((row) => row.value)), new Set([0]), "nothing is said of the level");
  assert.match(unknown.title, /endring i gap/);
  const said = risk.data.words.map((one) => one.text);
  assert.ok(
    said.includes("● 75\u00a0/\u00a090") && said.includes("◐ 25\u00a0/\u00a040"),
    "before and after, by both rules",
  );
  assert.ok(!said.some((text) => text.includes("Akuttpsykiatri")), "what can't be judged has no class");
  for (const chart of charts) assert.doesNotMatch(await renderSvg(chart), /NaN|undefined|Infinity/, chart.name);
});

test("where no moved cell can be judged there is no risk map, and the page says so", (t) => {
  const results = loaded(t, {
    rows: [...rowsOf("plan-flere", { "nord|akutt": { capacity: () => 2 } }), ...rowsOf("kortere")],
    settings: {},
  });
  assert.ok(!chartsOf(results, nb, COMPARISON_CHARTS).some((chart) => chart.name === "risk-compared"));
  assert.match(pageOf(results), /Ingen av cellene som flyttes, har et talt nivå/);
});

test("quantiles of Student's t are those of the tables", () => {
  // Two-sided 5 %: Abramowitz & Stegun, table 26.10.
  for (const [degrees, quantile] of [
    [1, 12.706],
    [2, 4.303],
    [3, 3.182],
    [5, 2.571],
    [9, 2.262],
    [30, 2.042],
    [120, 1.98],
  ])
    assert.ok(Math.abs(tQuantile(degrees) / quantile - 1) < 2e-3, String(degrees));
});

test("the pairs that are needed are the fewest whose interval would leave zero", () => {
  // Spread 2, difference 1: n with t(n − 1) · 2 / √n < 1, that is 18 (t 2.110: .994), not 17 (t 2.120: 1.028).
  const spread = (pairs) => (tQuantile(pairs - 1) * 2) / Math.sqrt(pairs);
  const row = { difference: -1, low: -1 - spread(5), high: -1 + spread(5), pairs: 5 };
  assert.equal(pairsNeeded(row), 18);
  assert.ok(!isSeen(row));
  assert.equal(pairsNeeded({ difference: 0, low: -1, high: 1, pairs: 5 }), null, "nothing to see");
  assert.equal(pairsNeeded({ difference: 1, low: null, high: null, pairs: 1 }), null, "no spread to go by");
  assert.ok(isSeen({ difference: 1, low: 0.5, high: 1.5 }) && isSeen({ difference: 1, low: 1, high: 1 }));
});

test("what patients feel is said with its interval, sure ones in bold, others with the simulations it takes", (t) => {
  const patients = [
    patientRow("plan-flere", "wait_mean", "days", [-3, -4, -2]),
    patientRow("plan-flere", "p_all_full", "share", [-0.02, -0.05, 0.01]),
    patientRow("plan-flere", "overflow", "patients", [0, 0, 0]),
    patientRow("plan-flere", "purchased_bed_days", "bed days", [0.01, -0.01, 0.03]),
  ];
  const results = loaded(t, { patients });
  const page = pageOf(results);
  // ±.03 of 5 pairs is a spread of .03 · √5 / 2.776 = .02416: 9 pairs (t 2.306: .01857 < .02), not 8 (t 2.365: .0202).
  for (const part of [
    "<td><strong>−3,0</strong> <small>(−4,0 til −2,0)</small></td>",
    "<td>−2,0 <small>(−5,0 til +1,0)</small><br><small>kan være tilfeldig; trenger om lag 18</small></td>",
    "<td>tilnærmet uendret</td><td>uendret</td>",
  ])
    assert.ok(page.includes(part), part);
  assert.ok(
    findings(results, nb).lead.includes(
      "2 forskjeller for pasientene vises: 1 er større enn tilfeldigheter, 1 kan være tilfeldige.",
    ),
  );
});

const FUTURES = [
  ["as-assumed", { plan: [4, 2], "plan-flere": [2, 5], kortere: [3, 3] }],
  ["use-high", { plan: [9, 0], "plan-flere": [6, 1], kortere: [5, 1] }],
];
const regret = FUTURES.flatMap(([future, byScenario]) => {
  const least = (i) => Math.min(...Object.values(byScenario).map((pair) => pair[i]));
  return Object.entries(byScenario).flatMap(([scenario, [shortage, empty]]) =>
    [
      ["region", "all"],
      ["nord", "tsb"],
    ].map((where) =>
      [
        scenario,
        future,
        ...where,
        2031,
        "utilisation",
        "yes",
        10,
        12,
        shortage,
        empty,
        shortage - least(0),
        empty - least(1),
      ].join(),
    ),
  );
});

test("other futures are a table of beds short and empty, and the most that a choice may cost", (t) => {
  const results = loaded(t, { regret });
  assert.deepEqual(
    regretSums(results, 2031, "utilisation").rows.map(({ side, most }) => [side?.id ?? "plan", most]),
    [
      ["plan", 4], // 4 − 2 as assumed, 9 − 5 in high use
      ["plan-flere", 1], // none, 6 − 5
      ["kortere", 1], // 3 − 2, none
    ],
  );
  const page = pageOf(results);
  assert.match(
    page,
    /<th scope="row">flere<\/th><td>2,0 \/ 5,0<\/td><td>6,0 \/ 1,0<\/td><td><strong>1,0<\/strong><\/td>/,
  );
  assert.ok(findings(results, nb).lead.some((text) => /^«flere» og «kortere» er aldri langt fra det beste/.test(text)));
  assert.match(pageOf(loaded(t)), /«framsyn compare --regret»/, "where it wasn't asked for the page says how");
});

test("render makes comparison.html and the drawings of a comparison, the same bytes twice, in both languages", (t) => {
  const directory = makeComparison(scratch(t), { regret });
  const render = (...args) => spawnSync(process.execPath, [RENDER, directory, ...args], { encoding: "utf8" });
  const first = render();
  assert.equal(first.status, 0, first.stderr);
  assert.equal(first.stdout, `3 figurer og comparison.html i ${directory}\n`);
  const page = readFileSync(join(directory, "comparison.html"), "utf8");
  assert.deepEqual(readdirSync(join(directory, "charts")).sort(), [
    "compared-nord-akutt.svg",
    "compared-nord-tsb.svg",
    "risk-compared.svg",
  ]);
  writeFileSync(join(directory, "charts", "compared-gone-tsb.svg"), "of an earlier comparison");
  assert.equal(render("--quiet").status, 0);
  assert.equal(readFileSync(join(directory, "comparison.html"), "utf8"), page);
  assert.ok(!existsSync(join(directory, "charts", "compared-gone-tsb.svg")));
  assert.ok(!existsSync(join(directory, "report.html")));
  assert.equal(render("--lang", "en", "--quiet", "--edited", "plan/gap.csv").status, 0);
  const english = readFileSync(join(directory, "comparison.html"), "utf8");
  assert.match(english, /<html lang="en">.*Edited since the run: plan\/gap\.csv\./s);
  assert.doesNotMatch(english, /grunnlaget|mangler|Endring/);
  assert.doesNotMatch(page, /undefined|NaN|https?:\/\/(?!www\.w3\.org)/);
});

test("the gap is shown with the whole of the effects, half of them and none, and rows of those move nothing else", (t) => {
  const whole = {
    "nord|tsb": { need: () => -1 },
    "nord|akutt": { need: () => -2 },
  };
  const half = {
    "nord|tsb": { need: () => -0.5 },
    "nord|akutt": { need: () => -1 },
  };
  const rows = [...rowsOf("plan-flere"), ...rowsOf("kortere", whole)];
  const weaker = [...rowsOf("kortere@half", half), ...rowsOf("kortere@none")];
  const without = pageOf(loaded(t, { rows })),
    page = pageOf(loaded(t, { rows: [...rows, ...weaker] }));
  // 10 beds against 12 − 1, 12 − 0.5 and 12; 13 by the service level.
  const cells = ["−1,0", "−1,5", "−2,0", "−2,0", "−2,5", "−3,0"].map((text) => `<td>${text}</td>`).join("");
  const added = page.split("\n").filter((line) => !without.split("\n").includes(line));
  assert.ok(
    added.some((line) => line.includes("Nord") && line.includes(cells)),
    added.join("\n"),
  );
  // Of what can't be judged the difference alone.
  assert.ok(
    added.some((line) => line.includes("<td>+2,0</td><td>+1,0</td><td>0</td>")),
    added.join("\n"),
  );
  assert.ok(added.every((line) => !line.includes("@")));
  assert.match(page, /kortere: gap i 2031 hvis virkningene kommer helt, halvt og ikke/);
});

test("a comparison's folder that isn't whole is told by file and line, exit 2, and nothing is made", (t) => {
  const cases = [
    [(d) => rmSync(join(d, "kortere"), { recursive: true }), /^kortere\/context\.json: filen mangler\n$/],
    [(d) => rmSync(join(d, "comparison.csv")), /^comparison\.csv: filen mangler\n$/],
    [(d) => writeFileSync(join(d, "comparison.json"), "{"), /^comparison\.json:1: ikke gyldig JSON\n$/],
    [
      (d) => writeFileSync(join(d, "comparison.json"), JSON.stringify({ schema: 1, base: "plan", alternatives: [] })),
      /^comparison\.json: 'alternatives' mangler eller har feil form\n$/,
    ],
    [
      (d) =>
        writeFileSync(
          join(d, "comparison.json"),
          JSON.stringify({ schema: 1, base: "../plan", alternatives: ["kortere"], draws: 1, replications: 0 }),
        ),
      /^comparison\.json: 'alternatives' mangler/,
    ],
    [
      (d) => appendFileSync(join(d, "comparison.csv"), rowsOf("annet")[0] + "\n"),
      /^comparison\.csv:\d+: ukjent scenario 'annet'; ikke i comparison\.json\n$/,
    ],
    [
      (d) => appendFileSync(join(d, "comparison.csv"), rowsOf("kortere")[0] + "\n"),
      /^comparison\.csv:\d+: raden for nord, tsb, 2024 står to ganger\n$/,
    ],
    [(d) => appendFileSync(join(d, "kortere", "gap.csv"), "nord,tsb\n"), /^kortere\/gap\.csv:\d+: linjen har 2 felt/],
  ];
  for (const [damage, message] of cases) {
    const directory = makeComparison(scratch(t));
    damage(directory);
    const { status, stderr } = spawnSync(process.execPath, [RENDER, directory, "--quiet"], { encoding: "utf8" });
    assert.equal(status, 2, stderr);
    assert.match(stderr, message);
    assert.ok(!existsSync(join(directory, "charts")) && !existsSync(join(directory, "comparison.html")));
  }
});
