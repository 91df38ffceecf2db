import assert from "node:assert/strict";
import { test } from "node:test";
import { cellsOf } from "../../plots/say/cells.mjs";
import {
  ageingSentences,
  differencesOf,
  finding,
  judgedCells,
  sourcedSentence,
  whenText,
} from "../../plots/say/sentences.mjs";
import { makeTexts } from "../../plots/say/texts.mjs";
import { cell, resultsOf, service, smallWorld } from "./helpers.mjs";

const nb = makeTexts("nb");

function told(t, cells, more) {
  const results = resultsOf(t, smallWorld(cells, more));
  const all = cellsOf(results);
  return { results, cells: all, ...finding(results, nb, all) };
}

test("no shortage at all is told as such, with the nearest named", (t) => {
  const { headline, lead } = told(t, [cell("nord", "tsb", 20, 10), cell("sor", "tsb", 20, 12)]);
  assert.equal(
    headline,
    "Ingen av de 2 vurderte kombinasjonene av helseforetak og tjeneste mangler trolig plasser fram til 2031",
  );
  assert.match(lead[0], /^Nærmest er (Nord|Sør) i rusbehandling \(TSB\)/);
});

test("with a single cell the sentence is about that trust", (t) => {
  const { headline } = told(t, [cell("nord", "tsb", 20, 10)]);
  assert.equal(headline, "Nord sykehus mangler trolig ikke plasser i rusbehandling (TSB) fram til 2031");
});

test("one shortage is told as the only one, from when, and what others have to spare", (t) => {
  const { headline, lead } = told(t, [cell("nord", "tsb", 10, 15), cell("sor", "tsb", 20, 12)]);
  assert.match(
    headline,
    /^Nord sykehus mangler trolig \d,\d døgnplasser i rusbehandling \(TSB\) i 2031 ved 85\s% planlagt utnyttelse$/,
  );
  assert.match(lead[0], /^Underdekning er mer sannsynlig enn ikke allerede i 2024\./);
  assert.match(lead[0], /Gapet var −\d,\d i 2024 og er −\d,\d i 2031 \(80\s% intervall −\d,\d til −\d,\d\);/);
  assert.match(lead[0], /; sannsynligheten for underdekning er da (>99|100)\s%\./);
  assert.match(lead[1], /den eneste av 2 vurderte/);
  assert.match(lead.join(" "), /Ledige plasser i samme tjeneste i 2031: Sør [78],\d\./);
});

test("of several shortages the largest at the end leads and the others are listed", (t) => {
  const { headline, lead } = told(t, [
    cell("nord", "tsb", 10, 15),
    cell("sor", "tsb", 20, 30),
    cell("nord", "akutt", 5, 6),
  ]);
  assert.match(headline, /^Sør sykehus mangler trolig (9,\d|10) /);
  assert.match(lead[1], /Av 3 vurderte kombinasjoner av helseforetak og tjeneste får 3 trolig underdekning/);
  const most = "\\(allerede i 2024, på det meste \\d,\\d døgnplasser\\)";
  assert.match(lead[2], new RegExp(`^Også: Nord, rusbehandling \\(TSB\\) ${most}; Nord, akuttpsykiatri ${most}\\.$`));
});

test("less than one bed is named apart from the shortages that matter", (t) => {
  const { lead } = told(t, [cell("nord", "tsb", 10, 15), cell("sor", "tsb", 20, 20.5), cell("nord", "akutt", 5, 8)]);
  assert.match(lead[2], /^Også: Nord, akuttpsykiatri \([^)]*\)\.$/);
  assert.match(lead[3], /^Under én plass mangler: Sør, rusbehandling \(TSB\) \(.*på det meste 0,\d døgnplasser\)\.$/);
});

test("where some years can't be judged, when says which, with and without a shortage", (t) => {
  const results = resultsOf(t, smallWorld([cell("nord", "tsb", 20, 10), cell("sor", "tsb", 20, 30)]));
  for (const perYear of results.gap.values())
    for (const row of perYear.values()) if (row.year > 2028) row.evidence = "assumed";
  const [nord, sor] = cellsOf(results)
    .filter((c) => c.service.id === "tsb" && !c.trust.isRegion)
    .map((c) => whenText(nb, results, c));
  assert.match(nord, /^nei, høyest .*; 2029–2031 kan ikke vurderes$/);
  assert.equal(sor, "allerede i 2024; 2029–2031 kan ikke vurderes");
});

test("what a run has otherwise is said in words, from the root of its chain, and key by key where an older run has no words", () => {
  const one = { key: "demography.variant", before: "MMMM", after: "HHMH" },
    added = { key: "change.ny", before: "", after: "beds 12" };
  const old = { compared_with: "baseline.toml", differences: [one, added] };
  assert.deepEqual(differencesOf({ context: {} }, nb).said, []);
  assert.deepEqual(differencesOf({ context: old }, nb), {
    file: "baseline.toml",
    said: ["demography.variant: MMMM → HHMH", "change.ny: (finnes ikke) → beds 12"],
  });
  const settings = [{ address: "action.a", said_nb: "Åpner 12 plasser ved UNN", said_en: "Opens 12 beds at UNN" }];
  const chain = { ...old, compared_with: "middle.toml", against: "baseline.toml", settings };
  assert.deepEqual(differencesOf({ context: chain }, nb), {
    file: "baseline.toml",
    said: ["Åpner 12 plasser ved UNN"],
  });
  assert.deepEqual(differencesOf({ context: chain }, makeTexts("en")).said, ["Opens 12 beds at UNN"]);
});

test("a shortage that passes is not told as one at the end", (t) => {
  const { headline, cells, results } = told(t, [
    cell("nord", "tsb", 10, 10.6, "derived", { trend: -0.02, spread: 0.005 }),
  ]);
  assert.match(
    headline,
    /^Nord sykehus mangler trolig plasser i rusbehandling \(TSB\) i 2024–20\d\d, men ikke i 2031$/,
  );
  assert.match(whenText(nb, results, cells[0]), /^allerede i 2024, til og med 20/);
});

test("where the last year can't be judged, the largest shortage of the judged years leads", (t) => {
  const results = resultsOf(t, smallWorld([cell("nord", "tsb", 10, 12), cell("sor", "tsb", 20, 30)]));
  for (const perYear of results.gap.values())
    for (const row of perYear.values()) if (row.year > 2028) row.evidence = "assumed";
  const { headline } = finding(results, nb, cellsOf(results));
  assert.equal(
    headline,
    "Sør sykehus mangler trolig plasser i rusbehandling (TSB) i 2024–2028; senere år hviler på antatte tall og kan ikke vurderes",
  );
});

test("a guess is never a finding, however large", (t) => {
  for (const evidence of ["not-identified", "assumed"]) {
    const { headline, lead } = told(t, [cell("nord", "tsb", 10, 90, evidence), cell("sor", "tsb", 20, 12)]);
    assert.match(headline, /^Sør sykehus mangler trolig ikke/);
    assert.match(lead.join(" "), /Ytterligere én kombinasjon kan ikke vurderes/);
  }
});

test("with nothing identified the headline says so", (t) => {
  const { headline } = told(t, [cell("nord", "tsb", 10, 90, "not-identified")]);
  assert.match(headline, /^Ingen kombinasjon av helseforetak og tjeneste kan vurderes/);
});

test("a group is judged as a whole: its parts are not counted again", (t) => {
  const services = [
    service("phv", "Psykisk helsevern for voksne", { group: true, parts: ["akutt", "dps"] }),
    service("akutt", "Akuttpsykiatri"),
    service("dps", "DPS"),
  ];
  const { cells, results, headline } = told(t, [cell("nord", "akutt", 10, 13), cell("nord", "dps", 10, 13)], {
    services,
  });
  assert.deepEqual(
    judgedCells(results, cells).map((c) => c.service.id),
    ["phv"],
  );
  assert.match(headline, /i psykisk helsevern for voksne i 2031 ved 85\s% planlagt utnyttelse$/);
});

test("what ageing does is told with this run's own direction", (t) => {
  const services = [service("phv", "Psykisk helsevern for voksne")];
  const falling = told(t, [cell("nord", "phv", 10, 9, "derived", { trend: -0.02 })], { services });
  assert.match(ageingSentences(falling.results, nb, falling.cells)[1], /går median behov .* ned med/);
  const rising = told(t, [cell("nord", "phv", 10, 9, "derived", { trend: 0.02 })], { services });
  assert.match(ageingSentences(rising.results, nb, rising.cells)[1], /likevel opp med/);
  const without = told(t, [cell("nord", "tsb", 10, 9)]);
  assert.deepEqual(ageingSentences(without.results, nb, without.cells), []);
});

test("sourced inputs are counted right, also for one and for none", () => {
  assert.match(
    sourcedSentence(nb, { observed: 61, published: 38, derived: 74, assumed: 52 }),
    /^99 av 225 inndata \(44\u00a0%\)/,
  );
  assert.match(sourcedSentence(nb, { observed: 1, published: 0, derived: 3, assumed: 0 }), /^Ett av 4 inndata/);
  assert.equal(
    sourcedSentence(nb, { observed: 0, published: 0, derived: 0, assumed: 0 }),
    "Kjøringen oppgir ingen inndata med status.",
  );
});
