// What verdict.csv says of a cell, in words: both rules side by side, what an open level hangs on, and what holds however it is.
import { keyOf } from "../read/key.mjs";

/** Limits of the words, as in models/study/verdict: both P above, both below, and the least shortage that counts. */
const LIKELY = 0.5,
  UNLIKELY = 0.1,
  LEAST = 0.5;

/** Whether the base year's level is open, so that there are two ends instead of one figure. */
export const isOpen = (row) => row.p_utilisation === null;

/** The word at one end of a range. */
export function judge(u, s, gap) {
  if (Math.max(u, s) < UNLIKELY) return "enough";
  return Math.min(u, s) > LIKELY && gap <= -LEAST ? "short" : "tight";
}

/** Both ends of a trust's row: { u, s, gap, word }. A known row has the same twice. Of a region's row only u and s count. */
export function endsOf(row) {
  if (!isOpen(row)) {
    const known = { u: row.p_utilisation, s: row.p_service_level, gap: null, word: row.verdict };
    return { mild: known, severe: known };
  }
  const end = (u, s, gap) => ({ u, s, gap, word: judge(u, s, gap) });
  return {
    mild: end(row.p_utilisation_low, row.p_service_level_low, row.gap_high ?? Infinity),
    severe: end(row.p_utilisation_high, row.p_service_level_high, row.gap_low ?? -Infinity),
  };
}

/** The words at both ends: a region's are what its trusts' words make, short if any is, enough if all are. */
export function endWords(results, cell, year) {
  if (!cell.trust.isRegion) {
    const { mild, severe } = endsOf(cell.verdictAt(year));
    return { mild: mild.word, severe: severe.word };
  }
  const rows = results.trusts
    .filter((trust) => !trust.isRegion)
    .map((trust) => results.verdicts.get(keyOf(trust.id, cell.service.id))?.get(year))
    .filter(Boolean);
  const at = (end) => {
    const words = rows.map((row) => endsOf(row)[end].word);
    if (words.includes("short")) return "short";
    return words.every((word) => word === "enough") ? "enough" : "tight";
  };
  return { mild: at("mild"), severe: at("severe") };
}

/** A risk class by one rule. */
export const classOf = (p) => (p > LIKELY ? "high" : p < UNLIKELY ? "low" : "medium");

/** P by one rule; nothing is certain unless the other rule says the same. */
export function chance(texts, p, other) {
  if (p === other && (p === 0 || p === 1)) return texts.percent(p);
  if (p < 0.01) return texts.t("verdict.under", { share: texts.percent(0.01) });
  if (p > 0.99) return texts.t("verdict.over", { share: texts.percent(0.99) });
  return texts.percent(p);
}

const fromTo = (texts, low, high) => (low === high ? low : texts.t("verdict.from_to", { low, high }));

/** Whether P leaves nothing open: in a counted year that isn't a probability but what was counted. */
export const isSettled = (p) => p < 0.01 || p > 0.99;

/** P by both rules: { u, s }, each one text or a range of two; where a count settles it, that it is counted. */
export function chances(texts, cell, year) {
  const { mild, severe } = endsOf(cell.verdictAt(year)),
    counted = cell.isCounted(year);
  const of = (rule, other) => {
    if (counted && isSettled(mild[rule])) return texts.t("verdict.counted.word");
    return fromTo(texts, chance(texts, mild[rule], mild[other]), chance(texts, severe[rule], severe[other]));
  };
  return { u: of("u", "s"), s: of("s", "u") };
}

/** A counted year: what it shows by each rule, without a probability where the count settles it. */
function countedText(texts, cell, year) {
  const { mild: p } = endsOf(cell.verdictAt(year)),
    region = cell.trust.isRegion ? "region_" : "";
  const of = (rule, other) => {
    if (!isSettled(p[rule])) return texts.t(`verdict.counted.${region}chance`, { p: chance(texts, p[rule], p[other]) });
    return texts.t(`verdict.counted.${region}${p[rule] > LIKELY ? "short" : "enough"}`);
  };
  return texts.t("verdict.counted.said", { year, u: of("u", "s"), s: of("s", "u") });
}

/** A range of gaps in words; an end that nothing limits is said to be so. */
export function gapRange(texts, { gap_low: low, gap_high: high }) {
  const end = (value) => (value === null ? texts.t("verdict.no_limit") : texts.signed(value));
  return fromTo(texts, end(low), end(high));
}

export const wordText = (texts, word) => texts.t(`verdict.word.${word}`);
const key = (word) => word.replaceAll("-", "_");
export const reasonText = (texts, row) => (row.reason ? texts.t(`verdict.reason.${key(row.reason)}`) : "");

/** The fixed sentence for how the two rules agree or disagree. */
export function rulesText(results, texts, cell, year) {
  const row = cell.verdictAt(year),
    { t } = texts,
    said = { ...chances(texts, cell, year), year, base: results.base };
  if (cell.isCounted(year)) return countedText(texts, cell, year);
  if (cell.trust.isRegion) return t(`verdict.region.${row.verdict}`, said);
  if (row.verdict !== "depends") return t(`verdict.sentence.${key(row.reason || row.verdict)}`, said);
  const { mild, severe } = endsOf(row);
  const ends = { mild: wordText(texts, mild.word), severe: wordText(texts, severe.word), range: rangeText(texts, row) };
  const both = mild.word === "enough" && severe.word === "short";
  return t(both ? "verdict.sentence.both_ways" : "verdict.sentence.depends", { ...said, ...ends });
}

export const rangeText = (texts, row) => texts.t(`verdict.range.${row.range || "regional"}`);

/** That the verdict holds all over the range that it is given on; empty where it doesn't, or where the level is known. */
export function regardlessText(texts, row) {
  if (!isOpen(row) || row.verdict === "depends" || row.range === "") return "";
  return texts.t(`verdict.regardless.${row.range}`, { word: wordText(texts, row.verdict) });
}

/** What grows beside the population, by name. */
export function stocksText(results, texts) {
  const names = (results.context.stocks ?? []).map((stock) => texts.inSentence(texts.pick(stock, "name")));
  return texts.list([...new Set(names)]);
}

/**
 * That a shortage all over the range of an open level rests on what is assumed to grow beside the population: without it, and the reserve
 * that it asks for, the mild end has room. Empty where it doesn't.
 */
export function growthText(results, texts, cell, year) {
  const row = cell.verdictAt(year),
    { utilisation } = cell.info;
  if (!isOpen(row) || cell.trust.isRegion || row.verdict !== "short" || !(utilisation > 0)) return "";
  const grows = results
    .partsOfGap(cell.trust.id, cell.service.id, year, "utilisation")
    .filter(({ part }) => part.startsWith("stock."))
    .reduce((sum, { beds }) => sum - beds, 0);
  const beds = grows / utilisation,
    least = (row.gap_high ?? Infinity) + beds;
  if (!(beds > 0) || least <= -LEAST) return "";
  const values = { stocks: stocksText(results, texts), beds: texts.beds(beds), gap: texts.signed(least) };
  return texts.t("verdict.rests_on_growth", values);
}

/** The level of the base year at which a shortage becomes likelier than not, by both rules; and what it is in another year. */
export function tipText(results, texts, cell, year, before) {
  const row = cell.verdictAt(year);
  if (!isOpen(row) || row.unit === "") return "";
  const { t } = texts,
    [u, s] = [row.tips_at_utilisation, row.tips_at_service_level];
  const names = {
    year,
    base: results.base,
    trust: cell.trust.short,
    service: texts.inSentence(texts.pick(cell.service, "name")),
  };
  if (u === null && s === null) return t("verdict.tip.never", names);
  const kind = row.unit === "beds" ? "beds" : "occupied";
  const said =
    u === null || s === null
      ? t(`verdict.tip.${kind}_one`, {
          ...names,
          level: texts.number(u ?? s, 1),
          rule: t(u === null ? "verdict.by_service_level" : "verdict.by_utilisation"),
          other: t(u === null ? "verdict.by_utilisation" : "verdict.by_service_level"),
        })
      : t(`verdict.tip.${kind}`, { ...names, u: texts.number(u, 1), s: texts.number(s, 1) });
  const other = before !== undefined && before !== year ? cell.verdictAt(before) : null;
  const both = other && other.tips_at_utilisation !== null && other.tips_at_service_level !== null;
  if (!both) return `${said}.`;
  const values = {
    year: before,
    u: texts.number(other.tips_at_utilisation, 1),
    s: texts.number(other.tips_at_service_level, 1),
  };
  return `${said}; ${t("verdict.tip.other_year", values)}.`;
}

/** When the verdict is shortage, and whether it stays so. */
export function whenShort(results, texts, cell) {
  const { t } = texts,
    { last } = results;
  const years = cell.verdicts.filter((row) => row.verdict === "short").map((row) => row.year);
  if (years.length === 0) {
    const could = cell.verdicts.find((row) => isOpen(row) && endWords(results, cell, row.year).severe === "short");
    return could ? t("verdict.when.could", { year: could.year }) : t("verdict.when.never");
  }
  const [from] = years,
    stays = years.length === last - from + 1;
  const atEnd = cell.verdicts.find((row) => row.year === last);
  const others = cell.verdicts.filter((row) => row.verdict !== "short");
  if (!stays && others.every((row) => row.verdict === "depends"))
    return t("verdict.when.rest_open", { years: texts.years(years) });
  if (!stays && atEnd.verdict === "depends") return t("verdict.when.some_open", { years: texts.years(years), last });
  if (!stays && years.every(cell.isCounted)) return t("verdict.when.counted", { years: texts.years(years) });
  if (stays) return t(from === results.first ? "verdict.when.already" : "verdict.when.from", { year: from });
  const values = { years: texts.years(years), last };
  return t(years.includes(last) ? "verdict.when.some" : "verdict.when.passes", values);
}

/** One bed, at each of its places: the service-level rule is all but always broken there. */
export const isOneBed = (cell, year) => {
  const { capacity } = cell.at(year);
  if (cell.trust.isRegion || !(capacity > 0)) return false;
  return capacity <= 1 + 1e-9 || cell.info.one_bed_units === true;
};

/** Patients in beds in the base year, the year that the levels at which parts tip are of. */
const occupiedIn = (results, cell) => results.counts.occupied(cell.trust.id, cell.service.id, results.base);

const genitive = (texts, name) => {
  if (texts.lang === "en") return `${name}'s`;
  return /[sxz]$/i.test(name) ? `${name}\u2019` : `${name}s`;
};

/**
 * What a counted sum says of its parts together: where the levels at which they tip, added, are below the patients who were
 * counted, some part is above planned utilisation however they are shared. Empty where that doesn't follow.
 */
export function jointText(results, texts, cells, group, year) {
  const parts = cells.filter((cell) => cell.trust.id === group.trust.id && cell.partOf === group.service.id);
  if (group.trust.isRegion || isOpen(group.verdictAt(year))) return "";
  const open = parts.filter((cell) => isOpen(cell.verdictAt(year)));
  const tips = open.map((cell) => cell.verdictAt(year));
  if (open.length < 2 || tips.some((row) => row.unit !== "occupied-beds" || row.tips_at_utilisation === null))
    return "";
  const all = [group, ...parts.filter((cell) => !open.includes(cell))].map((cell) => occupiedIn(results, cell));
  if (all.includes(null)) return "";
  const [counted, ...others] = all,
    known = others.reduce((sum, one) => sum + one, 0);
  if (tips.reduce((sum, row) => sum + row.tips_at_utilisation, 0) >= counted - known) return "";
  const shares = [...new Set(open.map((cell) => cell.info.utilisation))];
  const one = shares.length === 1 && Number.isFinite(shares[0]);
  const { t } = texts;
  return t("verdict.joint", {
    whose: genitive(texts, group.trust.short),
    count: texts.has(`verdict.count.n${open.length}`) ? t(`verdict.count.n${open.length}`) : texts.number(open.length),
    share: one ? texts.share(shares[0]) : t("verdict.planned"),
    year,
    base: results.base,
    beds: texts.beds(counted - known),
  });
}

/**
 * A service in the whole region by one rule, never netted: beds that are short summed over the trusts, spare ones summed, and the gap if
 * patients could move freely, each [least, most]. By the service level nothing is told of open levels: their ends aren't in the file.
 */
export function regionSums(results, service, year, rule = "utilisation") {
  const sums = { short: [0, 0], spare: [0, 0], free: [0, 0] };
  for (const trust of results.trusts.filter((one) => !one.isRegion)) {
    const gap = results.gapBy(trust.id, service.id, year, rule);
    if (!gap) continue;
    const row = results.verdicts.get(keyOf(trust.id, service.id)).get(year);
    const [low, high] = isOpen(row) ? [row.gap_low ?? -Infinity, row.gap_high ?? Infinity] : [gap.gap, gap.gap];
    const add = (sum, a, b) => {
      sum[0] += a;
      sum[1] += b;
    };
    add(sums.short, Math.max(0, -high), Math.max(0, -low));
    add(sums.spare, Math.max(0, low), Math.max(0, high));
    add(sums.free, low, high);
  }
  // Medians don't add up: where every level is known, the region's own row has the median of its draws.
  const region = results.trusts.find((trust) => trust.isRegion);
  const all = region && results.gapBy(region.id, service.id, year, rule);
  if (all && sums.free[0] === sums.free[1]) sums.free = [all.gap, all.gap];
  return sums;
}

/** A sum of regionSums() in words. */
export function sumText(texts, [low, high], form) {
  const end = (value) => (Number.isFinite(value) ? form(value) : texts.t("verdict.no_limit"));
  return fromTo(texts, end(low), end(high));
}

/** The region's beds of a year in a sentence, with the trusts that decide. */
export function regionText(results, texts, cell, year) {
  const { short, spare, free } = regionSums(results, cell.service, year),
    { t } = texts;
  const all = results.together(cell.service.id, year, "utilisation");
  const said = t(isOpen(cell.verdictAt(year)) ? "verdict.region_sums_open" : "verdict.region_sums", {
    year,
    short: sumText(texts, short, texts.beds),
    spare: sumText(texts, spare, texts.beds),
    free: sumText(texts, all ? [all.gap_low, all.gap_high] : free, texts.signed),
  });
  const ids = cell.verdictAt(year).depends_on.split(" ").filter(Boolean);
  const names = ids.map((id) => results.trust(id)?.short ?? id);
  const decided = names.length > 0 ? t("verdict.decided_by", { list: texts.list(names) }) : "";
  return [said, togetherText(results, texts, cell, year), decided].filter(Boolean).join(" ");
}

/** What the region comes to by the service level where patients are moved to the trust that has room; empty elsewhere. */
function togetherText(results, texts, cell, year) {
  const all = results.together(cell.service.id, year, "service-level");
  if (!all) return "";
  return texts.t("verdict.together", {
    gap: sumText(texts, [all.gap_low, all.gap_high], texts.signed),
    p: fromTo(texts, chance(texts, all.p_low, null), chance(texts, all.p_high, null)),
  });
}

/** The gap by the service level in a few words; empty where the level is open, so that there is none. */
export function serviceLevelText(results, texts, cell, year) {
  const { t } = texts;
  if (isOpen(cell.verdictAt(year))) return "";
  if (!cell.trust.isRegion) {
    const row = results.gapBy(cell.trust.id, cell.service.id, year, "service-level");
    return row ? t("verdict.gap_service_level", { gap: texts.signed(row.gap) }) : "";
  }
  const { short, spare } = regionSums(results, cell.service, year, "service-level");
  const values = { short: sumText(texts, short, texts.beds), spare: sumText(texts, spare, texts.beds) };
  return t("verdict.gap_service_level", { gap: t("verdict.region_gap", values) });
}

const LIMITS = [0.1, 0.5];

/**
 * Places that bring P below 10 and below 50 per cent by both rules, a line each; from least to most where nobody counted the
 * level. None where the run doesn't tell.
 */
export function enoughLines(results, texts, cell, year) {
  const places = (rule, limit) => results.enoughPlaces(cell.trust.id, cell.service.id, year, rule, limit);
  if (cell.trust.isRegion || !places("utilisation", LIMITS[0]) || cell.isCounted(year)) return [];
  const said = ([low, high]) => (low === high ? texts.number(low) : `${texts.number(low)}\u2013${texts.number(high)}`);
  return LIMITS.map((limit) =>
    texts.t("verdict.enough_places", {
      limit: texts.share(limit),
      utilisation: said(places("utilisation", limit)),
      service_level: isOneBed(cell, year) ? "–" : said(places("service-level", limit)),
    }),
  );
}

/**
 * What the simulations say of the places that are planned, beside P by the service level: how much of the time a place's beds are all
 * taken, and the wait, each the mean of the simulations with their 80 % interval. Empty where nothing is simulated or the level is a guess.
 */
export function careText(results, texts, cell, year) {
  const of = (measure) => results.care(cell.trust.id, cell.service.id, measure, year);
  const full = of("p_full");
  if (cell.trust.isRegion || isOpen(cell.verdictAt(year)) || !Number.isFinite(full?.mean)) return "";
  const wait = of("wait_mean");
  const days = (value) => texts.number(value, value >= 0.05 && value < 10 ? 1 : 0);
  const values = {
    full: chance(texts, full.mean, null),
    full_low: texts.percent(full.p10),
    full_high: texts.percent(full.p90),
    wait: days(wait?.mean ?? 0),
    wait_high: days(wait?.p90 ?? 0),
  };
  return texts.t(wait?.mean >= 0.05 ? "verdict.care_waits" : "verdict.care", values);
}
