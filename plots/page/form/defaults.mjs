// @ts-check
// The first values of a new action: the scenario's own things, and days after what is counted.

import { dayAfter, LATER } from "./follow.mjs";

/** In the order of the list, by what they are about. `open` stands there thrice. */
export const GROUPS = /** @type {Record<string, string[]>} */ ({
  beds: ["open", "open-with-patients", "new-unit", "close", "move", "delay"],
  patients: ["stay", "admissions", "care-level", "municipality", "treat-elsewhere", "sentences"],
  choices: ["utilisation", "risk", "staffed", "open-share", "surge", "route"],
});

/** The list's entry that an action is of. @param {any} values */
export function entryOf(values) {
  if (values.kind !== "open") return values.kind;
  if (values.new_unit !== undefined) return "new-unit";
  return values.share !== undefined ? "open-with-patients" : "open";
}

/** What new actions begin with. @param {any} facts */
function landmarks(facts) {
  const year = Math.min(facts.counted_to + 2, facts.last_year);
  const bedsOf = (/** @type {any} */ unit) => unit.beds_by_year[year - facts.base_year] ?? unit.beds.value;
  const units = facts.units
    .filter((/** @type {any} */ unit) => unit.simulated && bedsOf(unit) > 1)
    .sort((/** @type {any} */ a, /** @type {any} */ b) => bedsOf(b) - bedsOf(a));
  const largest = units[0] ?? facts.units[0] ?? {};
  const other =
    units.find((/** @type {any} */ unit) => unit.service === largest.service && unit.trust !== largest.trust) ??
    units[1] ??
    largest;
  const cell = facts.cells.find(
    (/** @type {any} */ one) => one.trust === largest.trust && one.service === largest.service,
  );
  return {
    facts,
    year,
    date: `${year}-01-01`,
    ramp: { date: `${year}-01-01`, full_from: `${Math.min(year + 2, facts.last_year)}-01-01` },
    largest,
    other,
    beds: Math.max(1, Math.floor((largest.beds?.value ?? 10) / 10)),
    treated: { service: largest.service, treated_at: largest.trust },
    longer: cell?.stay ? { stay_of_those: Math.ceil(1.5 * cell.stay.value) } : {},
  };
}

const isTrust = (/** @type {string} */ id) => id !== "outside";

const FIRST = /** @type {Record<string, (at: ReturnType<typeof landmarks>) => any>} */ ({
  open: ({ largest, beds, date }) => ({ unit: largest.id, beds, date }),
  "open-with-patients": ({ largest, other, beds, date }) => ({
    ...{ kind: "open", unit: other.id, beds, service: other.service, residents_of: largest.trust, share: 0.1, date },
  }),
  "new-unit": ({ largest, beds, date }) => ({
    ...{ kind: "open", new_unit: "ny-enhet", trust: largest.trust, site: "Nytt sted", service: largest.service },
    ...{ beds, date },
  }),
  close: ({ largest, beds, date }) => ({ unit: largest.id, beds, date }),
  move: ({ largest, other, beds, date }) => ({
    ...{ unit: largest.id, to_unit: other.id, beds, with_patients: true, date },
  }),
  delay({ facts, year, date }) {
    const last = (/** @type {any} */ change) => Number(change.date.slice(0, 4)) + 2 <= facts.last_year;
    const plan = facts.changes.find(
      (/** @type {any} */ one) => one.plan !== "possible" && one.date >= `${year - 1}` && last(one),
    );
    if (!plan) return { of: undefined, date };
    return { of: plan.part_of || plan.id, date: dayAfter(plan.date, LATER) };
  },
  stay: ({ treated, ramp }) => ({ ...treated, percent: -10, ...ramp }),
  admissions: ({ largest, longer, ramp }) => ({
    ...{ service: largest.service, residents_of: largest.trust, percent: -10, ...longer, ...ramp },
  }),
  "care-level": ({ treated, longer, ramp }) => ({
    ...{ ...treated, share: 0.05, ...longer, contacts_per_stay: 12, ...ramp },
  }),
  municipality: ({ treated, date }) => ({ ...treated, waiting_days: 100, percent: -50, date }),
  "treat-elsewhere": ({ treated, largest, other, date }) => ({
    ...{ ...treated, share: 0.1, to: other.trust === largest.trust ? "outside" : other.trust, date },
  }),
  sentences: ({ facts, date }) => ({ stock: facts.stocks[0]?.id, percent: -50, date }),
  utilisation: ({ largest, date }) => ({ trust: largest.trust, service: largest.service, utilisation: 0.9, date }),
  risk: ({ largest, date }) => ({ trust: largest.trust, service: largest.service, risk: 0.1, date }),
  staffed: ({ other, year, date }) => ({
    ...{ unit: other.id, beds: Math.max(1, Math.floor(0.9 * (other.beds?.value ?? 1))), date, until: `${year}-07-01` },
  }),
  "open-share": ({ largest, date }) => ({ unit: largest.id, open_share: 0.9, date }),
  surge({ facts, date }) {
    const unit = facts.units.find((/** @type {any} */ one) => one.surge);
    return { unit: unit?.id, beds: unit ? Math.ceil(unit.surge.value) + 2 : undefined, date };
  },
  route({ facts, year, date }) {
    const route = facts.routes.find((/** @type {any} */ one) => one.to.some(isTrust));
    return { trust: route?.trust, to: route?.to.find(isTrust), date, until: `${year}-02-01`, every_year: true };
  },
});

/**
 * @param {any} facts @param {string} entry an entry of GROUPS
 * @returns {import("../toml.mjs").Values}
 */
export const firstValues = (facts, entry) => ({ kind: entry, ...FIRST[entry](landmarks(facts)) });

const ABOUT = ["unit", "to_unit", "of", "stock", "trust", "service", "to"];

/** Whether the scenario has something for it. @param {any} facts @param {string} entry */
export function isOffered(facts, entry) {
  const values = firstValues(facts, entry);
  return ABOUT.filter((key) => key in values).every((key) => values[key] !== undefined);
}
