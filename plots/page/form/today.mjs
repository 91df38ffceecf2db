// @ts-check
// Today's value of what a field is about, and where it is from.

/** @typedef {{ text: string, source: string }} Today */

const first = (/** @type {any} */ value) => (Array.isArray(value) ? value[0] : value);

/**
 * @param {any} facts @param {import("./names.mjs").Names} called @param {string} lang
 * @param {(key: string, values?: any) => string} t
 */
export function todayOf(facts, called, lang, t) {
  const decimal = (/** @type {number} */ value) =>
    String(Math.round(value * 100) / 100).replace(".", lang === "nb" ? "," : ".");
  const percent = (/** @type {number} */ value) => `${decimal(value * 100)}${lang === "nb" ? "\u00a0%" : "%"}`;
  const from = (/** @type {any} */ quantity) =>
    quantity.source ? `${t(`status.${quantity.status}`)}: ${quantity.source}` : t(`status.${quantity.status}`);
  const plain = (/** @type {any} */ quantity, /** @type {string} */ value, unit = "") => ({
    text: t("today.value", { value, unit }).trim(),
    source: from(quantity),
  });

  /** The trust and service that an action is about; where it names no trust, the first that has the service. */
  const cellOf = (/** @type {any} */ values) => {
    const service = first(values.service);
    const trust = [values.trust, values.treated_at, values.residents_of].flat().find((id) => called.trusts.has(id));
    return (
      facts.cells.find((/** @type {any} */ cell) => cell.trust === trust && cell.service === service) ??
      facts.cells.find((/** @type {any} */ cell) => cell.service === service && cell.offered)
    );
  };
  const stay = (/** @type {any} */ values) => {
    const cell = cellOf(values);
    if (!cell?.stay) return undefined;
    const { value, low, high } = cell.stay;
    const interval = low === undefined ? "" : ` (${decimal(low)}–${decimal(high)})`;
    const where = `${called.trust(cell.trust)}, ${called.service(cell.service)}`;
    return { text: t("today.stay", { value: decimal(value) + interval, where }), source: from(cell.stay) };
  };
  const policy = (/** @type {"utilisation" | "risk"} */ key) => (/** @type {any} */ values) => {
    const cell = cellOf(values);
    return cell ? plain(cell[key], percent(cell[key].value)) : undefined;
  };
  const growth = (/** @type {any} */ values) => {
    const stock = facts.stocks.find((/** @type {any} */ one) => one.id === first(values.stock));
    return stock
      ? { text: t("today.growth", { value: decimal(stock.growth.value) }), source: from(stock.growth) }
      : undefined;
  };
  const beds = (/** @type {any} */ values) => {
    const unit = called.units.get(values.unit);
    if (!unit) return undefined;
    if (values.kind === "surge") return unit.surge && plain(unit.surge, decimal(unit.surge.value), t("unit.beds"));
    const asked = Number(String(values.date ?? "").slice(0, 4)) || facts.base_year;
    const year = Math.min(facts.last_year, Math.max(facts.base_year, asked));
    const then = decimal(unit.beds_by_year[year - facts.base_year]);
    return { text: t("today.beds", { now: decimal(unit.beds.value), then, year }), source: from(unit.beds) };
  };
  const date = (/** @type {any} */ values) => {
    const wanted = first(values.of);
    const change =
      values.kind === "delay" && facts.changes.find((/** @type {any} */ one) => [one.part_of, one.id].includes(wanted));
    return change ? { text: t("today.date", { date: change.date }), source: from(change.beds) } : undefined;
  };
  const openShare = (/** @type {any} */ values) => {
    const unit = called.units.get(values.unit);
    return unit ? plain(unit.open_share, percent(unit.open_share.value)) : undefined;
  };

  const ways = /** @type {Record<string, (values: any) => Today | undefined>} */ ({
    beds,
    date,
    days: stay,
    stay_of_those: stay,
    open_share: openShare,
    utilisation: policy("utilisation"),
    risk: policy("risk"),
    new_per_year: growth,
    persons: growth,
    percent: (values) =>
      values.kind === "stay" ? stay(values) : values.kind === "sentences" ? growth(values) : undefined,
  });
  return (/** @type {string} */ key, /** @type {any} */ values) => ways[key]?.(values);
}
