// The gap of the headline's cell if use after the counted years had started from something else.
import { BASES, RULES } from "../read/schema.mjs";
import { isOpen, stocksText } from "./verdicts.mjs";

const gapOf = (results, cell, base, rule, year = results.last) =>
  results.gapAtBase(cell.trust.id, cell.service.id, year, base, rule);

/** Whether a cell's gap is known on other bases: where its use was counted year by year. */
export const hasBases = (results, cell) => gapOf(results, cell, BASES[0], RULES[0]) !== null;

/** What makes bases another: use, places, what grows beside the population, choices. */
export const BASE_KINDS = {
  use: ["last-count", "year-before", "mean-of-3", "mean-of-5", "returning", "walking", "all-open"],
  plan: ["no-plans"],
  growth: ["no-growth"],
  choice: ["low-utilisation", "high-utilisation", "strict-service-level", "mild-service-level"],
};

export function baseName(results, texts, cell, base, form = "name") {
  const before = cell.start - 1,
    known = base !== "year-before" || (results.years.includes(before) && cell.isCounted(before));
  const key = base.replaceAll("-", "_");
  return texts.t(`bases.${form}.${known ? key : `${key}_unknown`}`, {
    start: cell.start,
    before,
    stocks: stocksText(results, texts),
  });
}

/** The bases that the file has for a cell, each with its gap by both rules: [{ base, gaps: { utilisation, "service-level" } }]. */
export const gapsOnBases = (results, cell, year = results.last) =>
  BASES.map((base) => ({
    base,
    gaps: Object.fromEntries(RULES.map((rule) => [rule, gapOf(results, cell, base, rule, year)])),
  })).filter(({ gaps }) => RULES.every((rule) => gaps[rule] !== null));

/**
 * The bases that turn the answer of a cell in a year, by rule: [{ rule, isShort, turned: [{ base, gaps }] }], where isShort is what
 * they turn it to. The answer is the verdict where it is one by both rules, else what the first base says by the rule.
 */
export function turnsOf(results, cell, year) {
  const all = gapsOnBases(results, cell, year),
    { verdict } = cell.verdictAt(year);
  if (all.length === 0 || all[0].base !== BASES[0]) return [];
  return RULES.flatMap((rule) => {
    const now = ["short", "enough"].includes(verdict) ? verdict === "short" : all[0].gaps[rule] < 0;
    const turned = all.filter(({ gaps }) => gaps[rule] < 0 !== now);
    return turned.length > 0 ? [{ rule, isShort: !now, turned }] : [];
  });
}

const ruleName = (texts, rule) =>
  texts.t(rule === "utilisation" ? "verdict.by_utilisation" : "verdict.by_service_level");

/** Beds that are lacking; never none, where some are. */
const shortOf = (texts, beds) =>
  beds < 0.05 ? texts.t("bases.hardly", { beds: texts.number(0.1, 1) }) : texts.beds(beds);

/** That other bases turn a trust's verdict in a year, and to what; empty where none does, or where the verdict is an open level's. */
export function turnedText(results, texts, cell, year) {
  if (cell.trust.isRegion || isOpen(cell.verdictAt(year))) return "";
  const said = turnsOf(results, cell, year).map(({ rule, isShort, turned }) => {
    const short = turned.map(({ gaps }) => -gaps[rule]).sort((a, b) => a - b);
    const ends = [...new Set([short[0], short[short.length - 1]].map((beds) => shortOf(texts, beds)))];
    const values = {
      rule: ruleName(texts, rule),
      beds: ends.length > 1 ? texts.t("verdict.from_to", { low: ends[0], high: ends[1] }) : ends[0],
      names: texts.list(turned.map(({ base }) => baseName(results, texts, cell, base, "short"))),
    };
    return texts.t(isShort ? "bases.row_short" : "bases.row_enough", values);
  });
  return said.length > 0 ? texts.t("bases.row", { year, list: texts.list(said, "; ") }) : "";
}

/** The trusts' cells whose verdict in a year another base turns; of some kinds alone. */
export const turnedCells = (results, cells, year, bases = BASES) =>
  cells.filter(
    (cell) =>
      !cell.trust.isRegion &&
      !isOpen(cell.verdictAt(year)) &&
      turnsOf(results, cell, year).some(({ turned }) => turned.some(({ base }) => bases.includes(base))),
  );

/** What bases turn a cell to, in a few words: that beds are lacking, at the most so many, or none. */
export function turnedTo(results, texts, cell, year, bases) {
  const all = turnsOf(results, cell, year).flatMap(({ rule, isShort, turned }) =>
    turned.filter(({ base }) => bases.includes(base)).map(({ gaps }) => ({ isShort, beds: -gaps[rule] })),
  );
  const short = all.filter(({ isShort }) => isShort).map(({ beds }) => beds);
  const said = [
    ...(short.length > 0 ? [texts.t("bases.to_short", { beds: shortOf(texts, Math.max(...short)) })] : []),
    ...(all.some(({ isShort }) => !isShort) ? [texts.t("bases.to_none")] : []),
  ];
  return said.join(texts.t("bases.to_either"));
}

/** The trusts whose level is known, and those left out of the region's sums because nobody counted theirs. */
export function trustsOnBases(results, cells, { service }) {
  const all = cells.filter((cell) => cell.service.id === service.id && !cell.trust.isRegion);
  const isKnown = (cell) => !isOpen(cell.verdictAt(results.last)) && gapOf(results, cell, BASES[0], RULES[0]) !== null;
  return { known: all.filter(isKnown), others: all.filter((cell) => !isKnown(cell)) };
}

/** Beds short and beds spare on a base and by a rule, summed apart over trusts. */
export function sumsOnBase(results, trusts, base, rule) {
  const gaps = trusts.map((cell) => gapOf(results, cell, base, rule)).filter((gap) => gap !== null);
  const sum = (of) => gaps.reduce((total, gap) => total + Math.max(0, of(gap)), 0);
  return { short: sum((gap) => -gap), spare: sum((gap) => gap) };
}

/** Whether a base turns the answer of a cell, by either rule; and where none does, how far the gap goes. */
export function turnsText(results, texts, cell) {
  const { t } = texts,
    all = gapsOnBases(results, cell),
    trust = cell.trust.short;
  const turns = turnsOf(results, cell, results.last).map(({ rule, isShort, turned }) => {
    const names = turned.map(({ base }) => baseName(results, texts, cell, base)).join(t("bases.or"));
    return t(isShort ? "bases.turn_short" : "bases.turn_enough", { rule: ruleName(texts, rule), names });
  });
  if (turns.length > 0) return t("bases.turns", { trust, list: texts.list(turns, "; ") });
  const ends = (rule, of) => texts.signed(of(...all.map(({ gaps }) => gaps[rule])));
  return t("bases.holds", {
    trust,
    u_low: ends("utilisation", Math.min),
    u_high: ends("utilisation", Math.max),
    s_low: ends("service-level", Math.min),
    s_high: ends("service-level", Math.max),
  });
}
