// @ts-check
// What is wrong with the values of an action, said at its fields. The engine judges; this finds the field and the planner's words.
import { dayAfter } from "./follow.mjs";

/** @typedef {import("../toml.mjs").Values} Values */
/** @typedef {{ key: string, text: string, values?: Record<string, any> }} Fault `text` is one of the page's texts under fault */
/** @typedef {import("./fields.mjs").Field} Field */

const isGiven = (/** @type {any} */ value) =>
  value !== undefined && value !== null && value !== "" && !(Array.isArray(value) && value.length === 0);
const isObject = (/** @type {any} */ value) => value !== null && typeof value === "object" && !Array.isArray(value);
const plainOf = (/** @type {any} */ value) => (isObject(value) ? value.value : value);

/** What must be filled in and isn't. @param {{ needed: Field[], may: Field[], whose: string }} form @param {Values} values @returns {Fault[]} */
function missing({ needed, whose }, values) {
  const isSaid = isGiven(values.treated_at) || isGiven(values.residents_of);
  const chosen = ["treated_at", "residents_of"].filter((key) => values[key] !== undefined);
  const empty = needed.filter(
    ({ key, needed: must }) => must && !chosen.includes(key) && !isGiven(plainOf(values[key])),
  );
  const faults = empty.map(({ key }) => ({ key, text: "missing" }));
  for (const key of chosen) if (!isGiven(values[key])) faults.push({ key, text: "missing" });
  if (chosen.length === 0 && (whose === "must" || (whose === "may" && isGiven(plainOf(values.share)))))
    faults.push({ key: "whose", text: "missing" });
  if (whose === "may" && isSaid && !isGiven(plainOf(values.share)) && !empty.some(({ key }) => key === "share"))
    faults.push({ key: "share", text: "missing" });
  if (values.kind === "close" && isGiven(plainOf(values.share)) && !isGiven(values.to))
    faults.push({ key: "to", text: "missing" });
  return faults;
}

const OPPOSITE = /** @type {Record<string, string>} */ ({ open: "close", close: "open", move: "close" });

/** A number that can't be. @param {Field} field @param {any} value @param {string} kind @returns {Fault | null} */
function ofNumber({ key, scale, min, max, unit, step }, value, kind) {
  const parts = isObject(value) ? [value.value, value.low, value.high] : [value];
  const numbers = parts.filter((part) => typeof part === "number");
  if (numbers.length === 0) return null;
  const shown = (/** @type {number} */ number) => Number((number * scale).toFixed(8));
  if (key === "beds" && kind === "surge" && numbers.some((number) => number < 0)) return { key, text: "surge" };
  if (key === "beds" && kind === "staffed" && numbers.some((number) => number <= 0)) return { key, text: "staffed" };
  if (key === "beds" && OPPOSITE[kind] && numbers.some((number) => number <= 0))
    return { key, text: "above_zero", values: { found: shown(numbers[0]), kind: OPPOSITE[kind] } };
  const outside = numbers.find((number) => shown(number) < (min ?? -Infinity) || shown(number) > (max ?? Infinity));
  if (outside !== undefined) return { key, text: "range", values: { found: shown(outside), min, max, unit } };
  if ((key === "beds" || step === 1) && !Number.isInteger(numbers[0]))
    return { key, text: "whole", values: { found: shown(numbers[0]) } };
  const [middle, low, high] = parts;
  if ((typeof low === "number" && low > middle) || (typeof high === "number" && high < middle))
    return {
      key,
      text: "interval",
      values: { low: shown(low ?? middle), high: shown(high ?? middle), found: shown(middle) },
    };
  return null;
}

/** Ends that come before their start. @param {Values} values @returns {Fault[]} */
function ofDates({ date, full_from: full, until, every_year: yearly }) {
  const faults = /** @type {Fault[]} */ ([]);
  const start = full && date && full >= date ? "full_from" : "date";
  if (full && date && full < date)
    faults.push({ key: "full_from", text: "before", values: { other: "date", day: date } });
  const from = start === "full_from" ? full : date;
  if (until && from && until <= from)
    faults.push({ key: "until", text: "not_after", values: { other: start, day: from } });
  else if (until && yearly && date && until > dayAfter(date, { months: 12, days: 0 }))
    faults.push({ key: "until", text: "over_a_year", values: { other: "date", day: date } });
  if (yearly && !until) faults.push({ key: "until", text: "missing_with", values: { other: "every_year" } });
  return faults;
}

/** @param {{ needed: Field[], may: Field[], whose: string }} form @param {Values} values @returns {Fault[]} */
export function faultsOf(form, values) {
  const numbers = [...form.needed, ...form.may]
    .filter(({ control }) => control === "number")
    .map((field) => ofNumber(field, values[field.key], values.kind))
    .filter((fault) => fault !== null);
  const { age_from: from, age_to: to } = values;
  const ages = from > to ? [{ key: "age_to", text: "below", values: { other: "age_from" } }] : [];
  const same = values.kind === "move" && values.unit && values.unit === values.to_unit;
  return [
    ...missing(form, values),
    ...numbers,
    ...ofDates(values),
    ...ages,
    ...(same ? [{ key: "to_unit", text: "same_unit" }] : []),
  ];
}
