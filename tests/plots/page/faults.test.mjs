// What is refused is said at its field, in the words of the form. The messages are those of the engine.
import assert from "node:assert/strict";
import { test } from "node:test";

import { fieldsFor } from "../../../plots/page/form/fields.mjs";
import { problemsOf, remarksOf } from "../../../plots/page/form/problems.mjs";
import { tomlOf } from "../../../plots/page/toml.mjs";
import { pageWords } from "../../../plots/page/words.mjs";

const quantity = (name, min, max, unit = "1") => ({ name, kind: "quantity", min, max, unit, help: "" });
const key = (name, kind, lists) => ({ name, kind, help: "", ...(lists ? { lists } : {}) });
const KEYS = [
  ...[key("id", "text"), key("kind", "choice"), key("date", "date"), key("full_from", "date"), key("until", "date")],
  ...[key("every_year", "flag"), key("unit", "reference", ["unit"]), quantity("beds", -100000, 100000, "beds")],
  ...[key("residents_of", "references", ["trust"]), key("treated_at", "references", ["trust"])],
  ...[key("service", "references", ["service"]), quantity("percent", -100, 1000), quantity("days", -10000, 10000)],
  ...[quantity("share", 0, 1, "share"), key("to", "reference", ["trust"]), key("of", "references", ["change"])],
];
const FORMS = {
  common: ["id", "kind", "date", "full_from", "until", "every_year"],
  keys: KEYS,
  kinds: [
    { kind: "open", needed: ["unit", "beds"], may: ["share", "service"], whose: "may" },
    { kind: "close", needed: ["unit", "beds"], may: ["to", "share"], whose: "not" },
    { kind: "stay", needed: ["service"], may: ["percent", "days"], whose: "must" },
    { kind: "treat-elsewhere", needed: ["service", "share", "to"], may: [], whose: "must" },
  ],
};
const FACTS = {
  ...{ region: "R", base_year: 2024, last_year: 2040, stocks: [], cells: [], routes: [] },
  trusts: [{ id: "unn", short: "UNN", name: "Universitetssykehuset" }],
  services: [{ id: "dps", group: false, name_nb: "Distriktspsykiatri", name_en: "District psychiatry" }],
  units: [
    {
      id: "unn-dps",
      trust: "unn",
      service: "dps",
      site: "Tromsø",
      beds: { value: 40, status: "observed" },
      beds_by_year: [],
    },
  ],
  changes: [{ id: "ny-2031", unit: "unn-dps", date: "2031-01-01", label_nb: "Nytt bygg", label_en: "New building" }],
};
const OPEN = { kind: "open", unit: "unn-dps", beds: 3, date: "2029-01-01" };
const STAY = { kind: "stay", service: "dps", treated_at: "unn", percent: -10, date: "2029-01-01" };

function pageOf(lang, ...actions) {
  const words = pageWords(lang);
  const one = { id: "a", name: "A", other: "", actions: actions.map((values, i) => ({ key: `k${i}`, values })) };
  const app = { words, forms: FORMS, fields: fieldsFor(FACTS, lang, words.t), work: { alternatives: [one] } };
  app.fileOf = (alternative) => tomlOf({ root: "b.toml", id: "x", title: "X", alternative, keys: KEYS });
  return { app, one };
}

/** What is said where the engine says these messages of the last action, or of a line of its own. */
function said(lang, actions, ...messages) {
  const { app, one } = pageOf(lang, ...actions);
  const { places, text } = app.fileOf(one);
  const last = `k${actions.length - 1}`;
  const lineOf = (name) => [...places].find(([, place]) => place.action === last && place.key === name)[0];
  const problems = messages.map((one) =>
    typeof one === "string"
      ? { file: "a.toml", line: lineOf(""), message: one }
      : { file: "a.toml", line: lineOf(one[0]), message: one[1] },
  );
  app.answers = { a: { text, places, problems } };
  return Object.fromEntries(problemsOf(app, "a").byAction.get(last));
}

test("what is missing is said at its field, not of its key", () => {
  const message = 'kind = "open": mangler beds; skriv som unit = "…", beds = 8';
  assert.deepEqual(said("nb", [{ ...OPEN, beds: undefined }], message), { beds: ["Må fylles ut"] });
  const both = 'kind = "open": unit, beds missing; write it as unit = "…", beds = 8';
  assert.deepEqual(said("en", [{ kind: "open", date: "2029-01-01" }], both), {
    unit: ["Must be filled in"],
    beds: ["Must be filled in"],
  });
  const whose = 'kind = "stay": si nøyaktig én av treated_at (der pasientene behandles) og residents_of (der de bor)';
  assert.deepEqual(said("nb", [{ ...STAY, treated_at: undefined }], whose), { whose: ["Må fylles ut"] });
});

test("an end before its start is refused at the end, with the start by its name", () => {
  const early = { ...STAY, full_from: "2028-01-01" };
  assert.deepEqual(said("nb", [early], "stay: full_from er før date"), {
    full_from: ["Kan ikke være før «Fra dato» (1.1.2029)"],
  });
  assert.deepEqual(
    said(
      "en",
      [{ ...STAY, full_from: "2030-01-01", until: "2029-06-01" }],
      "stay: until must be after date and full_from",
    ),
    { until: ['Must be after "Wholly from" (2030-01-01)'] },
  );
  const yearly = 'kind = "stay": every_year trenger until; skriv som service = "…"';
  assert.deepEqual(said("nb", [{ ...STAY, every_year: true }], yearly), {
    until: ["Må fylles ut når «Gjentas hvert år» er valgt"],
  });
});

test("a number is refused in the unit that its field shows", () => {
  const elsewhere = {
    kind: "treat-elsewhere",
    service: "dps",
    treated_at: "unn",
    share: 1.5,
    to: "unn",
    date: "2029-01-01",
  };
  assert.deepEqual(said("nb", [elsewhere], ["share", "1.5 er utenfor det mulige: ventet 0–1 andel"]), {
    share: ["150 går ikke: skriv et tall fra 0 til 100 %"],
  });
  const negative = 'beds = -3: skriv antallet som et tall over 0; kind = "close" gjør det motsatte';
  assert.deepEqual(said("nb", [{ ...OPEN, beds: -3 }], ["beds", negative]), {
    beds: ["−3 går ikke: skriv et tall over 0; «Plasser stenger» gjør det motsatte"],
  });
});

test("two messages of one field are two messages, and a day that is too early has one reason", () => {
  const early = said(
    "nb",
    [{ ...OPEN, date: "2020-01-01" }],
    "datoen er før capacity_from",
    "unn dps: plassene er telt til og med 2025, så «open» kan tidligst gjelde fra 2026",
    ["date", "noe annet om dagen"],
  );
  assert.deepEqual(early.date, [
    "UNN, Distriktspsykiatri: plassene er telt til og med 2025, så tiltak 1 («Plasser åpner») kan tidligst gjelde fra 2026",
    "Noe annet om dagen",
  ]);
});

test("things are called by their names, days and numbers are written as people do", () => {
  const close = { ...OPEN, kind: "close", beds: 300 };
  assert.deepEqual(
    said(
      "nb",
      [close],
      "unn-dps: fra 2029-01-01 er det stengt 260.5 for mye; en enhet kan ikke stenge flere senger enn den har",
    ),
    {
      beds: [
        "UNN: Distriktspsykiatri, Tromsø: fra 1.1.2029 er det stengt 260,5 for mye; en enhet kan ikke stenge flere senger enn den har",
      ],
    },
  );
  const { app, one } = pageOf("nb", STAY, { ...OPEN, id: "o" });
  assert.deepEqual(
    remarksOf(app, one, [
      { message: 'o: er mulig (plan = "possible") og regnes ikke med' },
      { message: "percent = 0.5 er 0.5 prosent; ti prosent skrives 10" },
      { message: "«ny-2031» gjelder fra 2045, etter siste år i kjøringen (2040), og regnes ikke med" },
      { message: "stay: ingen [[stay]] for dps der, så prosent må brukes" },
    ]),
    [
      "2. Plasser åpner: Er mulig og regnes ikke med",
      "«Endring» 0,5 er 0,5 prosent; ti prosent skrives 10",
      "«Nytt bygg» gjelder fra 2045, etter siste år i kjøringen (2040), og regnes ikke med",
      "1. Liggetiden endres: Ingen liggetid for Distriktspsykiatri der, så prosent må brukes",
    ],
  );
});

test("in English a word that is also a key is a word", () => {
  const { app, one } = pageOf("en", { ...OPEN, share: 0.1, residents_of: "unn" });
  assert.deepEqual(
    remarksOf(app, one, [
      {
        message:
          "open: the patients are there already; nobody moves: without share the beds share the patients with those",
      },
      { message: "open: from 2029-01-01 to 2030 the share of beds to open, without to they stay there" },
    ]),
    [
      '1. Beds open with patients: The patients are there already; nobody moves: without "Share of the patients" the beds share the patients with those',
      '1. Beds open with patients: From 2029-01-01 to 2030 the share of beds to open, without "Treated at" they stay there',
    ],
  );
});
