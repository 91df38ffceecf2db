import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";

import { alternativeOf, scenarioId, slug, tomlOf } from "../../../plots/page/toml.mjs";

const { parse } = createRequire(new URL("../../../plots/package.json", import.meta.url))("smol-toml");

const KEYS = [
  { name: "id", kind: "text" },
  { name: "kind", kind: "choice" },
  { name: "date", kind: "date" },
  { name: "full_from", kind: "date" },
  { name: "until", kind: "date" },
  { name: "label", kind: "text" },
  { name: "unit", kind: "reference" },
  { name: "beds", kind: "quantity", unit: "beds" },
  { name: "residents_of", kind: "references" },
  { name: "treated_at", kind: "references" },
  { name: "service", kind: "references" },
  { name: "percent", kind: "quantity", unit: "1" },
  { name: "stay_of_those", kind: "quantity", unit: "days", with_unit: true },
  { name: "waiting_days", kind: "quantity", unit: "bed days" },
  { name: "waiting_patients", kind: "quantity", unit: "persons" },
  { name: "within_days", kind: "quantity", unit: "days", with_unit: true },
  { name: "stock", kind: "references" },
  { name: "share", kind: "quantity", unit: "share" },
];
const region = new URL("../../../scenarios/helse-nord/", import.meta.url);
let count = 0;
const newKey = () => `k${++count}`;
const fileOf = (alternative) => tomlOf({ root: "baseline.toml", id: "x", title: "X", alternative, keys: KEYS });

test("a shipped what-if of such actions comes back from its form as the same entries", () => {
  let seen = 0;
  for (const name of readdirSync(region).filter((file) => file.endsWith(".toml"))) {
    const text = readFileSync(new URL(name, region), "utf8"),
      read = parse(text);
    if (
      !read.extends ||
      !(read.action ?? []).every((entry) => Object.keys(entry).every((key) => KEYS.some((k) => k.name === key)))
    )
      continue;
    const again = parse(fileOf(alternativeOf(text, KEYS, newKey)).text);
    const bare = (file) => ({ ...file, schema: 0, extends: "", scenario: {} });
    assert.deepEqual(JSON.parse(JSON.stringify(bare(again))), JSON.parse(JSON.stringify(bare(read))), name);
    ++seen;
  }
  assert.ok(seen >= 10, `only ${seen} files`);
});

test("what has no form stays text", () => {
  const text =
    'schema = 1\nextends = "baseline.toml"\n[demography]\nvariant = "HHMH"\n[[unit]]\nid = "unn-dps"\nbeds = 3\n';
  const { actions, other } = alternativeOf(text, KEYS, newKey);
  assert.deepEqual(actions, []);
  assert.deepEqual(JSON.parse(JSON.stringify(parse(other))), {
    demography: { variant: "HHMH" },
    unit: [{ id: "unn-dps", beds: 3 }],
  });
});

test("an action with a key that no form knows keeps all actions as text", () => {
  const text = 'schema = 1\nextends = "baseline.toml"\n[[action]]\nid = "a"\nkind = "open"\nbedz = 3\n';
  const { actions, other } = alternativeOf(text, KEYS, newKey);
  assert.deepEqual(actions, []);
  assert.match(other, /bedz/);
});

test("texts with quotes, breaks and markup are one string in the file", () => {
  const nasty = 'a"b\\c\nd<script>\u0000\u007f é 𝔄';
  const { text } = tomlOf({
    root: nasty,
    id: "x",
    title: nasty,
    alternative: {
      id: "1",
      name: nasty,
      actions: [{ key: "k", values: { kind: "open", unit: nasty, label: nasty } }],
      other: "",
    },
    keys: KEYS,
  });
  const read = parse(text);
  assert.equal(read.extends, nasty);
  assert.equal(read.scenario.title, nasty);
  assert.equal(read.action[0].unit, nasty);
});

test("numbers keep their unit and their interval", () => {
  const alternative = {
    id: "1",
    name: "n",
    other: "",
    actions: [
      {
        key: "a",
        values: { kind: "stay", stay_of_those: 3.5, percent: { value: -10, low: -15, high: -5, source: 'S "x"' } },
      },
    ],
  };
  const read = parse(fileOf(alternative).text).action[0];
  assert.equal(read.stay_of_those, "3.5 days");
  assert.deepEqual({ ...read.percent }, { value: -10, low: -15, high: -5, source: 'S "x"' });
  const [action] = alternative.actions;
  action.values.percent = { value: -10, low: undefined, high: -5 }; // its field is empty
  assert.deepEqual({ ...parse(fileOf(alternative).text).action[0].percent }, { value: -10, high: -5 });
});

test("each line of an action is known by its field", () => {
  const alternative = {
    id: "1",
    name: "n",
    other: "",
    actions: [{ key: "a", values: { kind: "open", unit: "u", beds: 3 } }],
  };
  const { text, places } = fileOf(alternative);
  const lines = text.split("\n");
  for (const [line, { key }] of places)
    assert.ok(lines[line - 1].startsWith(key === "" ? "[[action]]" : `${key} = `), lines[line - 1]);
  assert.equal(places.size, 5);
});

test("two actions of a kind have ids of their own, and so have two alternatives of a name", () => {
  const action = (key) => ({ key, values: { kind: "open", unit: "u" } });
  const { text } = fileOf({ id: "1", name: "n", other: "", actions: [action("a"), action("b")] });
  assert.deepEqual(
    parse(text).action.map(({ id }) => id),
    ["open", "open-2"],
  );
  const all = [
    { id: "1", name: "Åpne 8 plasser!" },
    { id: "2", name: "åpne 8 plasser" },
  ];
  assert.equal(scenarioId("hn", all, all[0]), "hn-apne-8-plasser");
  assert.equal(scenarioId("hn", all, all[1]), "hn-apne-8-plasser-2");
  assert.equal(slug("…"), "uten-navn");
});
