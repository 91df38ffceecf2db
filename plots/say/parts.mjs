// A gap taken apart: what each part is called, and the parts as a sentence. Parts sum to the mean gap, so they stand beside that.
import { RULES } from "../read/schema.mjs";

const PEOPLE = ["number", "age_mix", "migration"];

/** The parts of a cell's gap in a shown year, as they are in the file; none before the last counted year. */
export const partsOf = (results, cell, year, rule = RULES[0]) =>
  results.partsOfGap(cell.trust.id, cell.service.id, year, rule);

export const meanGap = (parts) => parts.reduce((sum, part) => sum + part.beds, 0);

/** What a part is called. */
export function partName(results, texts, { part, service }) {
  const [of, ...rest] = part.split("."),
    id = rest.join(".");
  if (id === "")
    return texts.has(`parts.${of}`) ? texts.t(`parts.${of}`, { start: results.counts.start(service) }) : part;
  if (of === "stock") {
    const stock = (results.context.stocks ?? []).find((one) => one.id === id);
    return stock ? texts.pick(stock, "name") : texts.t("parts.stock_id", { id });
  }
  const setting = (results.context.settings ?? []).find((one) => one.address === `${of}.${id}`);
  if (setting) return texts.capital(texts.pick(setting, "name"));
  return texts.has(`parts.${of}_id`) ? texts.t(`parts.${of}_id`, { id }) : part;
}

export const kindText = (texts, kind) => texts.t(`parts.kind.${kind}`);

/** Fewer and larger parts for a sentence: people as one, stocks of one name as one; those of nothing are left out. */
function joined(results, texts, parts) {
  const sums = new Map();
  for (const row of parts) {
    const name = PEOPLE.includes(row.part) ? texts.t("parts.people") : partName(results, texts, row);
    const of = PEOPLE.includes(row.part) ? "people" : row.part.includes(".") ? `other|${name}` : row.part;
    const sum = sums.get(of) ?? { of: of.split("|")[0], name, kind: row.kind, beds: 0 };
    sum.beds += row.beds;
    sums.set(of, sum);
  }
  const always = ["start", "places", "reserve"];
  return [...sums.values()].filter((sum) => always.includes(sum.of) || texts.beds(sum.beds) !== "0");
}

function oneText(results, texts, cell, year, { of, name, kind, beds }) {
  const { t } = texts;
  const size = of === "places" ? texts.capacity(Math.abs(beds)) : texts.beds(Math.abs(beds)),
    values = { beds: size, start: cell.start, name: texts.inSentence(name), kind: kindText(texts, kind) };
  const way = size === "0" ? "none" : beds > 0 ? "more" : "less";
  const swapped = of === "places" && way === "none" ? swappedPlaces(results, cell, year) : null;
  if (swapped) {
    const statuses = swapped.statuses.map((status) => t(`status.${status}`));
    return t("parts.said.places_swapped", {
      ...values,
      beds: texts.capacity(swapped.beds),
      status: texts.list(statuses),
    });
  }
  if (of === "start" || of === "places") return t(`parts.said.${of}_${way}`, values);
  if (of === "level") return t(`parts.said.level_${way}`, values);
  if (of !== "reserve") return t(`parts.said.other_${way}`, values);
  const known = Number.isFinite(cell.info.utilisation);
  const share = known ? t("parts.rule_of", { share: texts.share(cell.info.utilisation) }) : t("parts.rule");
  const shut = closedShare(results, cell, year, Math.abs(beds));
  if (!(shut > 0) || texts.beds(shut) === "0") return t("parts.said.reserve", { ...values, rule: share });
  return t("parts.said.reserve_closed", { ...values, rule: share, shut: texts.beds(shut) });
}

/** Places that open after the last counted year while as many close: { beds, statuses }; null where none do. */
function swappedPlaces(results, cell, year) {
  const services = cell.service.group ? (cell.service.parts ?? []) : [cell.service.id];
  const opening = results.tables.plan.filter(
    (row) =>
      row.trust === cell.trust.id &&
      services.includes(row.service) &&
      row.tier === "staffed" &&
      row.plan !== "possible" &&
      row.beds > 0 &&
      Number(row.date.slice(0, 4)) > cell.start &&
      Number(row.date.slice(0, 4)) <= year,
  );
  if (opening.length === 0) return null;
  const beds = opening.reduce((sum, row) => sum + row.beds, 0);
  return { beds, statuses: [...new Set(opening.map((row) => row.status))] };
}

/**
 * What of the reserve is asked for because places are closed a part of the year: planned utilisation fills the open ones. That
 * share was counted; the rest is policy.
 */
function closedShare(results, cell, year, reserve) {
  if (!Number.isFinite(cell.info.utilisation)) return 0;
  const parts = partsOf(results, cell, year).filter((row) => row.part !== "reserve");
  const occupied = cell.at(year).capacity - parts.reduce((sum, row) => sum + row.beds, 0);
  return reserve - occupied * (1 / cell.info.utilisation - 1);
}

/** The parts of a gap by planned utilisation, one after another. */
export const partsText = (results, texts, cell, year) =>
  joined(results, texts, partsOf(results, cell, year))
    .map((part) => oneText(results, texts, cell, year, part))
    .join(", ");
