// @ts-check
// What a field that names something may be.

/** @typedef {{ value: string, label: string }} Option */

/** Plans that lie in the scenario, each with all of its parts. @param {any} facts @param {import("./names.mjs").Names} called @returns {Option[]} */
function plans(facts, called) {
  const found = new Map();
  for (const change of facts.changes) {
    const name = change.part_of || change.id;
    if (!found.has(name)) found.set(name, change);
  }
  return [...found].map(([value, change]) => ({ value, label: `${called.pick(change, "label")} (${change.date})` }));
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
    change: () => plans(facts, called),
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
