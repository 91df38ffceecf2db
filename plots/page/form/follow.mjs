// @ts-check
// Dates that were filled in beside another keep their distance to it, until somebody sets them.

/** @typedef {{ months: number, days: number }} Distance */
/** @typedef {Record<string, Distance | "plan">} Follows by key: how far after the start, or that it is of the plan */
/** @typedef {import("../toml.mjs").Action} Action */

const FOLLOWING = ["full_from", "until"];
const parts = (/** @type {string} */ date) => date.split("-").map(Number);
const two = (/** @type {number} */ number) => String(number).padStart(2, "0");

/** @param {string} from @param {string} to @returns {Distance} */
function distance(from, to) {
  const [y, m, d] = parts(from),
    [y2, m2, d2] = parts(to);
  return { months: 12 * (y2 - y) + m2 - m, days: d2 - d };
}

/** The day so far after another; the last one of its month where that has no such day. @param {string} date @param {Distance} by */
export function dayAfter(date, { months, days }) {
  const [y, m, d] = parts(date);
  const month = 12 * y + m - 1 + months,
    [year, ofYear] = [Math.floor(month / 12), month % 12];
  const last = new Date(Date.UTC(year, ofYear + 1, 0)).getUTCDate();
  return `${year}-${two(ofYear + 1)}-${two(Math.min(last, Math.max(1, d + days)))}`;
}

/** What of a new action's dates follows. @param {import("../toml.mjs").Values} values @returns {Follows} */
export const followsOf = (values) =>
  values.kind === "delay"
    ? { date: "plan" }
    : Object.fromEntries(
        FOLLOWING.filter((key) => values[key] && values.date).map((key) => [key, distance(values.date, values[key])]),
      );

/** The first day of a plan, with all of its parts. @param {any} facts @param {string | string[] | undefined} of */
const planned = (facts, of) =>
  facts.changes
    .filter((/** @type {any} */ one) => [of].flat().some((name) => name === one.part_of || name === one.id))
    .map((/** @type {any} */ one) => one.date)
    .sort()[0];

/** So much later a delayed plan begins with. */
export const LATER = { months: 24, days: 0 };

/**
 * An action with other values: what somebody has set follows no more, the rest keeps its distance.
 * @param {any} facts @param {Action} action @param {import("../toml.mjs").Values} values @returns {Action}
 */
export function settled(facts, action, values) {
  const before = action.values;
  const follows = Object.fromEntries(
    Object.entries(action.follows ?? {}).filter(([key]) => values[key] === before[key]),
  );
  const next = { ...values };
  const plan = follows.date === "plan" && values.of !== before.of ? planned(facts, values.of) : undefined;
  if (plan) next.date = dayAfter(plan, LATER);
  if (next.date && next.date !== before.date)
    for (const [key, by] of Object.entries(follows)) if (by !== "plan") next[key] = dayAfter(next.date, by);
  return { ...action, values: next, follows };
}
