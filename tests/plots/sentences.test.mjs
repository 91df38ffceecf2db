import assert from "node:assert/strict";
import { test } from "node:test";
import { cellsOf } from "../../plots/say/cells.mjs";
import { ageingSentences, differencesOf, sourcedSentence } from "../../plots/say/sentences.mjs";
import { makeTexts } from "../../plots/say/texts.mjs";
import { cell, resultsOf, service, smallWorld } from "./helpers.mjs";

const nb = makeTexts("nb");

function told(t, cells, more) {
  const results = resultsOf(t, smallWorld(cells, more));
  return { results, cells: cellsOf(results) };
}

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
