// What-ifs made by chance from the schema and the names of a scenario: the same seed gives the same. What can't be meant is left to the
// command to refuse.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { engineOf } from "../../app/browser/engine.mjs";
import { WAYS } from "../../plots/page/form/fields.mjs";

/** Where the schema's own limits are those of what is possible at all, numbers come from here. */
const NATURAL = {
  beds: [1, 12],
  percent: [-60, 60],
  days: [-6, 6],
  stay_of_those: [2, 80],
  age_from: [0, 60],
  age_to: [40, 105],
  contacts_per_stay: [0, 40],
  waiting_days: [0, 900],
  waiting_patients: [10, 300],
  within_days: [0, 12],
  new_per_year: [1, 40],
  years: [0.5, 12],
  persons: [10, 200],
};
const WORDS = ["Ny post", "Ørnes & Å", 'Et «langt» "navn"', "a<b>", "100 %", "linje\\n"];

/** Numbers of a generator by Lehmer, below one. @param {number} seed */
export function chanceOf(seed) {
  let state = seed % 2147483647 || 1;
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
}

/** What the schema and the facts of a region say. @param {string} wasm @param {string} region */
export function knownOf(wasm, region) {
  const engine = engineOf(new WebAssembly.Module(readFileSync(wasm)));
  for (const entry of readdirSync(region, { withFileTypes: true, recursive: true })) {
    const folder = entry.parentPath ?? entry.path; // Node 18 has the older name alone
    const name = join(folder, entry.name).slice(region.length + 1);
    if (/^(tables\/)?[^/]+\.(toml|csv)$/.test(name)) engine.text(name, readFileSync(join(region, name)));
  }
  engine.load("baseline.toml");
  return { forms: engine.forms(), facts: engine.facts() };
}

const idsOf = (facts) => ({
  unit: facts.units.map(({ id }) => id),
  trust: facts.trusts.map(({ id }) => id),
  service: facts.services.filter(({ group }) => !group).map(({ id }) => id),
  group: facts.services.filter(({ group }) => group).map(({ id }) => id),
  stock: facts.stocks.map(({ id }) => id),
  change: facts.changes.map(({ id }) => id),
  "change.part_of": facts.changes.map(({ part_of: whole }) => whole).filter(Boolean),
});

/** @param {{ forms: any, facts: any }} known @param {() => number} chance */
export function makerOf({ forms, facts }, chance) {
  const ids = idsOf(facts),
    keys = new Map(forms.keys.map((key) => [key.name, key]));
  const pick = (from) => from[Math.floor(chance() * from.length)];
  const isOften = (share) => chance() < share;
  const between = (low, high) => low + chance() * (high - low);
  const date = () => {
    const [year, month, day] = [between(facts.counted_to + 1, facts.last_year), between(1, 13), between(1, 29)];
    return [year, month, day].map((part) => String(Math.floor(part)).padStart(2, "0")).join("-");
  };
  const number = (key) => {
    const [low, high] = NATURAL[key.name] ?? [key.min, key.max];
    if (key.kind === "integer" || key.unit === "beds") return Math.floor(between(low, high + 1));
    return Number(between(low, high).toFixed(pick([0, 1, 3])));
  };
  const quantity = (key) => {
    const value = number(key);
    const written = (one) => (key.with_unit ? JSON.stringify(`${one} ${key.unit}`) : String(one));
    if (isOften(0.7)) return written(value);
    const sorted = [value, number(key), number(key)].sort((a, b) => a - b);
    const [low, middle, high] = sorted.map(written);
    return `{ value = ${middle}, low = ${low}, high = ${high}, status = "assumed", source = "a guess" }`;
  };
  const reference = (key) => JSON.stringify(pick([...key.lists.flatMap((list) => ids[list]), ...(key.choices ?? [])]));
  const valueOf = (name) => {
    const key = keys.get(name);
    if (key.kind === "date") return date();
    if (key.kind === "flag") return String(isOften(0.5));
    if (key.kind === "text")
      return JSON.stringify(name === "new_unit" ? `ny-${Math.floor(between(1, 99))}` : pick(WORDS));
    if (key.kind === "choice") return JSON.stringify(pick(key.choices));
    if (key.kind === "integer") return String(number(key));
    if (key.kind === "quantity") return quantity(key);
    if (key.kind === "references" && isOften(0.2)) return `[${reference(key)}, ${reference(key)}]`;
    return reference(key);
  };
  const action = (form, n) => {
    const makesUnit = form.kind === "open" && isOften(0.3);
    const ways = pick(WAYS[form.kind] ?? [[]]);
    const otherWays = (WAYS[form.kind] ?? []).flat().filter((name) => !ways.includes(name));
    const chosen = [
      ...form.needed.filter((name) => !(makesUnit && name === "unit")),
      ...form.may.filter(
        (name) => (makesUnit && ["new_unit", "trust", "site", "service"].includes(name)) || isOften(0.3),
      ),
      ...(form.whose === "must" || (form.whose === "may" && isOften(0.3))
        ? [pick(["residents_of", "treated_at"])]
        : []),
      ...ways,
      "date",
      ...["full_from", "until", "every_year", "plan", "label"].filter(() => isOften(0.15)),
    ];
    const lines = [...new Set(chosen)]
      .filter((name) => !otherWays.includes(name))
      .map((name) => `${name} = ${valueOf(name)}`);
    return ["[[action]]", `id = "a${n}"`, `kind = "${form.kind}"`, ...lines, ""].join("\n");
  };
  /** Beside actions: a number of the scenario itself is another. */
  const other = () => {
    const unit = pick(facts.units);
    const cell = pick(facts.cells.filter(({ stay }) => stay));
    return pick([
      () => `[[unit]]\nid = "${unit.id}"\nbeds = ${Math.floor(between(1, 2 * unit.beds.value + 2))}\n`,
      () =>
        `[[stay]]\nid = "${cell.stay.address?.split(".")[1] ?? cell.service}"\nmean = "${between(2, 60).toFixed(1)} days"\n`,
      () => `[demography]\nvariant = "${pick(["HHMH", "LLML", "HHML", "LLMH"])}"\n`,
    ])();
  };
  /** One that begins with an action of this kind. @param {any} form @param {string} id */
  return (form, id) => {
    const actions = [action(form, 1)];
    while (actions.length < 3 && isOften(0.35)) actions.push(action(pick(forms.kinds), actions.length + 1));
    const more = isOften(0.2) ? [other()] : [];
    const head = `schema = 1\nextends = "baseline.toml"\n\n[scenario]\nid = "${id}"\ntitle = "${id}"\n`;
    return [head, ...more, ...actions].join("\n");
  };
}
