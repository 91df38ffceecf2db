// @ts-check
// What a field that names something may be.

/** @typedef {{ value: string, label: string }} Option */

/** A day as people write it; the year alone where it is its first day. @param {string} date @param {string} lang */
export function dayText(date, lang) {
  const [year, month, day] = date.split("-").map(Number);
  if (month === 1 && day === 1) return String(year);
  return lang === "nb" ? `${day}.${month}.${year}` : date;
}

/** A label that is no more than a number of places says nothing of where. */
const isName = (/** @type {string} */ label) => label !== "" && !/^[+\u2212-]?\d/.test(label);

/**
 * Plans that lie in the scenario, each with all of its parts: what they are called, where, how many places, and from when.
 * @param {any} facts @param {import("./names.mjs").Names} called @param {(key: string, values?: any) => string} t @returns {Option[]}
 */
function plans(facts, called, t) {
  const found = /** @type {Map<string, any[]>} */ (new Map());
  for (const change of facts.changes) {
    const name = change.part_of || change.id;
    found.set(name, [...(found.get(name) ?? []), change]);
  }
  return [...found].map(([value, parts]) => {
    const first = parts.reduce((a, b) => (b.date < a.date ? b : a));
    const units = parts.map(({ unit }) => called.units.get(unit)).filter(Boolean);
    const sites = [...new Set(units.map(({ site }) => site))].join(", ");
    const label = parts.map((part) => called.pick(part, "label")).find(isName);
    const sum = (/** @type {number} */ sign) =>
      parts.reduce((all, { beds }) => all + Math.max(0, sign * beds.value), 0);
    const [opens, closes] = [sum(1), sum(-1)];
    const kind = closes === 0 ? "opens" : opens === 0 ? "closes" : "moves";
    const where = label
      ? sites === "" || label.includes(sites)
        ? label
        : `${label}, ${sites}`
      : called.unit(first.unit);
    return { value, label: t(`plans.${kind}`, { where, opens, closes, date: dayText(first.date, called.lang) }) };
  });
}

/**
 * @param {any} facts @param {import("./names.mjs").Names} called @param {(key: string, values?: any) => string} t
 * @returns {(key: import("./fields.mjs").SchemaKey, values: any) => Option[]}
 */
export function optionsOf(facts, called, t) {
  const lists = /** @type {Record<string, () => Option[]>} */ ({
    unit: () => facts.units.map((/** @type {any} */ one) => ({ value: one.id, label: called.unit(one.id) })),
    trust: () => facts.trusts.map((/** @type {any} */ one) => ({ value: one.id, label: one.name })),
    stock: () =>
      facts.stocks.map((/** @type {any} */ one) => ({
        value: one.id,
        label: `${called.pick(one, "name")}, ${called.trust(one.trust)}`,
      })),
    change: () => plans(facts, called, t),
  });
  const services = (/** @type {string[]} */ wanted) =>
    facts.services
      .filter((/** @type {any} */ one) => wanted.includes(one.group ? "group" : "service"))
      .map((/** @type {any} */ one) => ({ value: one.id, label: called.service(one.id) }));
  const word = (/** @type {string} */ value) =>
    value === "region" ? t("whole_region", { region: facts.region }) : t(`word.${value}`);
  return (key, values) => {
    const wanted = key.lists ?? [];
    const all = [
      ...wanted.flatMap((list) => lists[list]?.() ?? []),
      ...services(wanted),
      ...(key.choices ?? []).map((value) => ({ value, label: word(value) })),
    ];
    return key.name === "to_unit" ? all.filter(({ value }) => value !== values.unit) : all;
  };
}
