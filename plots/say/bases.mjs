// The gap of the headline's cell if use after the counted years had started from something else.
import { BASES, RULES } from "../read/schema.mjs";
import { headlineCell } from "./finding.mjs";
import { isOpen } from "./verdicts.mjs";

/** The cell that is shown on other bases: the headline's, where its use was counted year by year; else null. */
export function cellOnBases(results, cells) {
  const { named } = headlineCell(results, cells);
  return named && gapOf(results, named, BASES[0], RULES[0]) !== null ? named : null;
}

const gapOf = (results, cell, base, rule) => results.gapAtBase(cell.trust.id, cell.service.id, base, rule);

export function baseName(results, texts, cell, base) {
  const before = cell.start - 1,
    known = base !== "year-before" || (results.years.includes(before) && cell.isCounted(before));
  const key = base.replaceAll("-", "_");
  return texts.t(`bases.name.${known ? key : `${key}_unknown`}`, { start: cell.start, before });
}

/** The bases that the file has for a cell, each with its gap by both rules: [{ base, gaps: { utilisation, "service-level" } }]. */
export const gapsOnBases = (results, cell) =>
  BASES.map((base) => ({
    base,
    gaps: Object.fromEntries(RULES.map((rule) => [rule, gapOf(results, cell, base, rule)])),
  })).filter(({ gaps }) => RULES.every((rule) => gaps[rule] !== null));

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

/** Whether a base turns the answer that the first one gives, by either rule; and where it doesn't, how far the gap goes. */
export function turnsText(results, texts, cell) {
  const { t } = texts,
    [own, ...others] = gapsOnBases(results, cell),
    trust = cell.trust.short;
  const named = { utilisation: t("verdict.by_utilisation"), "service-level": t("verdict.by_service_level") };
  const turns = RULES.flatMap((rule) => {
    const isShort = own.gaps[rule] < 0,
      turned = others.filter(({ gaps }) => gaps[rule] < 0 !== isShort);
    if (turned.length === 0) return [];
    const names = turned.map(({ base }) => baseName(results, texts, cell, base)).join(t("bases.or"));
    return [t(isShort ? "bases.turn_enough" : "bases.turn_short", { rule: named[rule], names })];
  });
  if (turns.length > 0) return t("bases.turns", { trust, list: texts.list(turns, "; ") });
  const ends = (rule, of) => texts.signed(of(...[own, ...others].map(({ gaps }) => gaps[rule])));
  return t("bases.holds", {
    trust,
    u_low: ends("utilisation", Math.min),
    u_high: ends("utilisation", Math.max),
    s_low: ends("service-level", Math.min),
    s_high: ends("service-level", Math.max),
  });
}
