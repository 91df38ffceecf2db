import assert from "node:assert/strict";
import { test } from "node:test";
import { indicatorsSection } from "../../plots/report/indicators.mjs";
import { makeTexts } from "../../plots/say/texts.mjs";
import { cell, resultsOf, smallWorld } from "./helpers.mjs";

const nb = makeTexts("nb"),
  en = makeTexts("en");

test("what 'met' is of simulated bed days stands at the table that has them, and nowhere else", (t) => {
  const results = resultsOf(t, smallWorld([cell("nord", "tsb", 10, 15)]));
  const shown = (texts) => indicatorsSection({ results, texts }).text;
  assert.doesNotMatch(shown(nb), /innenfor en tidel/);
  const row = { trust: "nord", year: 2024, value: 0.89, unit: "ratio", target: "1", status: "met" };
  for (const of of ["known", "needed"]) {
    results.tables.indicators = [{ ...row, indicator: `simulated-over-${of}-bed-days-tsb` }];
    assert.match(shown(nb), /mot målet 1: nådd er innenfor en tidel, .*0,89.*nådd/s, of);
    assert.match(shown(en), /met is within a tenth/, of);
  }
});
