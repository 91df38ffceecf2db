// @ts-check
// Which fields the form of an action has, from the schema of the engine and what it says of the scenario: control, range,
// unit, and today's value with its source.
import { names } from "./names.mjs";
import { optionsOf } from "./options.mjs";
import { todayOf } from "./today.mjs";

/** @typedef {import("../toml.mjs").Values} Values */
/** @typedef {{ name: string, kind: string, unit?: string, min?: number, max?: number, with_unit?: boolean, choices?: string[], lists?: string[], help: string }} SchemaKey */
/** @typedef {{ kind: string, needed: string[], may: string[], whose: "must" | "may" | "not" }} KindForm */
/** @typedef {{ kinds: KindForm[], common: string[], keys: SchemaKey[] }} Forms */
/** @typedef {{ min: number, max: number, step: number }} Slider */
/** @typedef {"select" | "many" | "number" | "date" | "check" | "text"} Control */
/** @typedef {{ key: string, control: Control, needed: boolean, options?: import("./options.mjs").Option[], min?: number, max?: number, step?: number, slider?: Slider, scale: number, unit: string, today?: import("./today.mjs").Today }} Field */

/** Where a kind says its size in one of several ways. */
export const WAYS = /** @type {Record<string, string[][]>} */ ({
  stay: [["percent"], ["days"]],
  municipality: [["percent"], ["within_days", "waiting_patients"]],
  sentences: [["percent"], ["new_per_year", "years", "persons", "share"]],
});

const WHOSE = ["treated_at", "residents_of"];
const NEW_UNIT = ["new_unit", "trust", "site"];
const TIMES = ["full_from", "until", "every_year"];
const ORDER = ["new_unit", "unit", "to_unit", "of", "stock", "trust", "site", "service", ...WHOSE, "to"];

/** The way that an action's values are of. @param {Values} values */
export function wayOf(values) {
  const ways = WAYS[values.kind] ?? [];
  const found = ways.findIndex((way) => way.some((key) => values[key] !== undefined));
  return { ways, chosen: Math.max(0, found) };
}

/** Natural ranges of sliders, where the schema's own are those of what is possible at all. In the unit that is shown. */
const SLIDERS = /** @type {Record<string, Slider>} */ ({
  percent: { min: -50, max: 50, step: 1 },
  share: { min: 0, max: 100, step: 1 },
  utilisation: { min: 50, max: 100, step: 1 },
  risk: { min: 1, max: 30, step: 1 },
  open_share: { min: 10, max: 100, step: 1 },
  days: { min: -10, max: 10, step: 0.5 },
  within_days: { min: 0, max: 30, step: 1 },
  stay_of_those: { min: 1, max: 90, step: 1 },
  contacts_per_stay: { min: 0, max: 50, step: 1 },
});

/** Beds up to what the unit has, where they close or move; else up to twice as many. @param {Values} values @param {any} unit */
function bedsSlider({ kind }, unit) {
  const has = unit ? Math.max(10, Math.ceil(unit.beds.value)) : 30;
  return { min: 1, max: ["close", "move"].includes(kind) ? has : Math.max(30, 2 * has), step: 1 };
}

/** Kinds that come at once, or on another date alone, take no ramp. @param {string} kind @param {string} key */
function fits(kind, key) {
  if (kind === "delay") return !TIMES.includes(key);
  if (["staffed", "surge", "open-share", "route"].includes(kind)) return key !== "full_from";
  return true;
}

/** The keys of an action's form, those that it needs in order. @param {Forms} forms @param {Values} values */
function keysOf(forms, values) {
  const form = forms.kinds.find(({ kind }) => kind === values.kind);
  if (!form) return { needed: [], may: [], whose: /** @type {"not"} */ ("not") };
  const { ways, chosen } = wayOf(values);
  const way = ways[chosen] ?? [];
  const otherWays = ways.flat().filter((key) => !way.includes(key));
  const makesUnit = values.kind === "open" && values.new_unit !== undefined;
  const needed = [
    ...form.needed.filter((key) => !(makesUnit && key === "unit")),
    ...(makesUnit ? [...NEW_UNIT, "service"] : []),
    ...way,
    ...WHOSE.filter((key) => values[key] !== undefined),
    "date",
    ...TIMES.filter((key) => values[key] !== undefined && fits(values.kind, key)),
  ];
  const may = [...form.may, ...forms.common].filter(
    (key) =>
      !["id", "kind", ...needed, ...otherWays].includes(key) &&
      !(NEW_UNIT.includes(key) && !makesUnit) &&
      fits(values.kind, key),
  );
  const rank = (/** @type {string} */ key) => (ORDER.includes(key) ? ORDER.indexOf(key) : ORDER.length);
  return { needed: [...new Set(needed)].sort((a, b) => rank(a) - rank(b)), may, whose: form.whose };
}

const CONTROLS = /** @type {Record<string, Control>} */ ({ date: "date", flag: "check", text: "text" });

/** @param {any} facts @param {string} lang @param {(key: string, values?: any) => string} t */
export function fieldsFor(facts, lang, t) {
  const called = names(facts, lang);
  const options = optionsOf(facts, called, t);
  const today = todayOf(facts, called, lang, t);

  /** @param {SchemaKey} key */
  const unitText = (key) => {
    if (key.unit === "share" || key.name === "percent") return "%";
    return key.unit && key.unit !== "1" ? t(`unit.${key.unit.replace(/ /g, "_")}`) : "";
  };

  /** @param {SchemaKey} key @param {Values} values @param {boolean} needed @returns {Field} */
  function fieldOf(key, values, needed) {
    const scale = key.unit === "share" ? 100 : 1; // shares are shown as per cent
    const base = { key: key.name, needed, scale, unit: unitText(key), today: today(key.name, values) };
    if (key.kind === "quantity" || key.kind === "integer") {
      const slider = key.name === "beds" ? bedsSlider(values, called.units.get(values.unit)) : SLIDERS[key.name];
      const step = key.kind === "integer" ? 1 : undefined;
      return { ...base, control: "number", min: (key.min ?? 0) * scale, max: (key.max ?? 0) * scale, step, slider };
    }
    if (CONTROLS[key.kind]) return { ...base, control: CONTROLS[key.kind] };
    const control = Array.isArray(values[key.name]) ? "many" : "select";
    return { ...base, control, options: options(key, values) };
  }

  /** The form of an action: what it needs, and what it may have. @param {Forms} forms @param {Values} values */
  function formOf(forms, values) {
    const byName = new Map(forms.keys.map((key) => [key.name, key]));
    const { needed, may, whose } = keysOf(forms, values);
    const make = (/** @type {string} */ key, /** @type {boolean} */ isNeeded) =>
      fieldOf(/** @type {SchemaKey} */ (byName.get(key)), values, isNeeded);
    return {
      needed: needed.map((key) => make(key, !TIMES.includes(key))),
      may: may.map((key) => make(key, false)),
      whose,
    };
  }

  return { formOf, called };
}
