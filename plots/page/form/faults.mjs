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

/** So many places can't be, of what the kind means by them. @param {number[]} numbers @param {string} kind @returns {Fault | null} */
function ofBeds(numbers, kind) {
  const key = "beds";
  if (kind === "surge") return numbers.some((number) => number < 0) ? { key, text: "surge" } : null;
  if (!numbers.some((number) => number <= 0)) return null;
  if (kind === "staffed") return { key, text: "staffed" };
  return OPPOSITE[kind] ? { key, text: "above_zero", values: { found: numbers[0], kind: OPPOSITE[kind] } } : null;
}

/** A number that can't be. @param {Field} field @param {any} value @param {string} kind @returns {Fault | null} */
function ofNumber(field, value, kind) {
  const { key, scale, unit, step } = field;
  const shown = (/** @type {any} */ number) =>
    typeof number === "number" ? Number((number * scale).toFixed(8)) : null;
  const parts = (isObject(value) ? [value.value, value.low, value.high] : [value]).map(shown),
    numbers = parts.filter((part) => part !== null);
  if (numbers.length === 0) return null;
  const beds = key === "beds" ? ofBeds(numbers, kind) : null;
  if (beds) return beds;
  const { min = -Infinity, max = Infinity } = field;
  const outside = numbers.find((number) => number < min || number > max);
  if (outside !== undefined) return { key, text: "range", values: { found: outside, min, max, unit } };
  if ((key === "beds" || step === 1) && !Number.isInteger(numbers[0]))
    return { key, text: "whole", values: { found: numbers[0] } };
  return ofInterval(key, parts);
}

/** Ends that don't hold what they are the ends of. @param {string} key @param {(number | null)[]} parts @returns {Fault | null} */
function ofInterval(key, [found, low, high]) {
  if (found === null) return null;
  const ends = { low: low ?? found, high: high ?? found };
  return ends.low <= found && found <= ends.high ? null : { key, text: "interval", values: { ...ends, found } };
}

/** An end of the whole of it before its start. @param {Values} values @returns {Fault | null} */
const ofRamp = ({ date, full_from: full }) =>
  full && date && full < date ? { key: "full_from", text: "before", values: { other: "date", day: date } } : null;

/** An end that isn't after what it ends. @param {Values} values @returns {Fault | null} */
function ofEnd({ date, full_from: full, until, every_year: yearly }) {
  const key = "until";
  if (!until) return yearly ? { key, text: "missing_with", values: { other: "every_year" } } : null;
  const other = full && date && full >= date ? "full_from" : "date",
    day = other === "full_from" ? full : date;
  if (day && until <= day) return { key, text: "not_after", values: { other, day } };
  const isLong = yearly && date && until > dayAfter(date, { months: 12, days: 0 });
  return isLong ? { key, text: "over_a_year", values: { other: "date", day: date } } : null;
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
    ...[ofRamp(values), ofEnd(values)].filter((fault) => fault !== null),
    ...ages,
    ...(same ? [{ key: "to_unit", text: "same_unit" }] : []),
  ];
}
