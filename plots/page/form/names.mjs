// @ts-check
// What forms call the things of a scenario.

/** @typedef {ReturnType<typeof names>} Names */

/**
 * Looks up and names what forms are about.
 * @param {any} facts what the engine says of the scenario
 * @param {string} lang
 */
export function names(facts, lang) {
  const pick = (/** @type {any} */ one, /** @type {string} */ field) =>
    one[`${field}_${lang}`] || one[`${field}_nb`] || one.id;
  const byId = (/** @type {any[]} */ list) => new Map(list.map((one) => [one.id, one]));
  const trusts = byId(facts.trusts),
    services = byId(facts.services),
    units = byId(facts.units);
  const trust = (/** @type {string} */ id) => trusts.get(id)?.short ?? (id === "region" ? facts.region : id);
  const service = (/** @type {string} */ id) => (services.has(id) ? pick(services.get(id), "name") : id);
  const unit = (/** @type {string} */ id) => {
    const one = units.get(id);
    return one ? `${trust(one.trust)}: ${service(one.service)}, ${one.site}` : id;
  };
  const changes = byId(facts.changes);
  /** A plan or a part of one. @param {string} id */
  const change = (id) => (changes.has(id) ? pick(changes.get(id), "label") : id);
  return { change, changes, trust, service, unit, units, trusts, services, pick, lang };
}
