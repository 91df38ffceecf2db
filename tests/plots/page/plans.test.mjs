import assert from "node:assert/strict";
import { test } from "node:test";

import { names } from "../../../plots/page/form/names.mjs";
import { dayText, optionsOf } from "../../../plots/page/form/options.mjs";
import { pageWords } from "../../../plots/page/words.mjs";

const unit = (id, site) => ({ id, trust: "t", service: "s", site });
const change = (id, on, date, beds, label, part_of = "") => ({
  ...{ id, unit: on, date, beds: { value: beds }, label_nb: label, label_en: "", part_of },
});
const FACTS = {
  region: "R",
  trusts: [{ id: "t", short: "T", name: "Trusten" }],
  services: [{ id: "s", group: false, name_nb: "Akutt", name_en: "Acute" }],
  stocks: [],
  units: [unit("a", "Tromsø"), unit("b", "Bodø")],
  changes: [
    change("x1", "a", "2031-02-01", 45, "Nye Åsgård åpner", "x"),
    change("x2", "a", "2031-01-01", -40, "Åsgård stenger", "x"),
    change("y", "b", "2026-04-01", 6, "Rønvik +6"),
    change("z", "b", "2025-01-01", -13, "13 plasser færre"),
  ],
};

const labels = (lang) => {
  const { t } = pageWords(lang);
  return optionsOf(
    FACTS,
    names(FACTS, lang),
    t,
  )({ name: "of", kind: "references", lists: ["change"], help: "" }, {}).map(({ label }) => label);
};

test("a plan is offered with its name, place, number of places and first day, in either language", () => {
  assert.deepEqual(labels("nb"), [
    "Nye Åsgård åpner, Tromsø: 45 plasser åpner og 40 stenger fra 2031",
    "Rønvik +6, Bodø: 6 plasser fra 1.4.2026",
    "T: Akutt, Bodø: 13 plasser færre fra 2025", // its label says no place
  ]);
  assert.equal(labels("en")[1], "Rønvik +6, Bodø: 6 beds from 2026-04-01");
});

test("the first day of a year is the year", () => {
  assert.equal(dayText("2031-01-01", "nb"), "2031");
  assert.equal(dayText("2031-01-02", "nb"), "2.1.2031");
});
