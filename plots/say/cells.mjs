// What may be said about a cell (trust × service): identified or not, risk class, when a shortage becomes likelier than not.
import { keyOf } from "../read/key.mjs";

export const CLASSES = ["low", "medium", "high", "unknown"];
export const SYMBOLS = { low: "○", medium: "◐", high: "●", unknown: "?" };

export const isIdentified = (row) => row.evidence === "sourced" || row.evidence === "derived";

/** lav < 10 %, middels 10–50 %, høy > 50 %; `unknown` where the level itself rests on an assumption. */
export function riskClass(row) {
  if (!isIdentified(row)) return "unknown";
  if (row.p_shortage > 0.5) return "high";
  return row.p_shortage < 0.1 ? "low" : "medium";
}

/** Every cell with capacity, in the order of services then trusts, the region last. */
export function cellsOf(results) {
  return results.offered.flatMap((service) =>
    results.trusts
      .filter((trust) => results.gap.has(keyOf(trust.id, service.id)))
      .map((trust) => cellOf(results, trust, service)),
  );
}

export function cellOf(results, trust, service) {
  const perYear = results.gap.get(keyOf(trust.id, service.id));
  const rows = results.years.map((year) => perYear.get(year));
  const verdicts = results.verdicts.get(keyOf(trust.id, service.id));
  const identifiedYears = rows.filter(isIdentified).map((row) => row.year);
  return {
    trust,
    service,
    rows,
    identifiedYears,
    at: (year) => perYear.get(year),
    verdicts: results.years.map((year) => verdicts.get(year)),
    verdictAt: (year) => verdicts.get(year),
    start: results.counts.start(service.id),
    counted: results.countedYears(trust.id, service.id),
    isCounted: (year) => isIdentified(perYear.get(year)) && results.counts.isCounted(trust.id, service.id, year),
    changesSince: results.change.since(service.id),
    changeAt: (year) => results.change.of(keyOf(trust.id, service.id)).get(year),
    info: results.cellInfo(trust.id, service.id),
    partOf: results.parts.get(service.id),
    level: identifiedYears.length === 0 ? "none" : identifiedYears.length === rows.length ? "all" : "some",
    evidence: rows.find((row) => !isIdentified(row))?.evidence ?? rows[0].evidence,
  };
}

/** Whether the cell is a part of a group that has a row of its own at the same trust. */
export const insideGroup = (cells, cell) =>
  cell.partOf !== undefined && cells.some((c) => c.trust.id === cell.trust.id && c.service.id === cell.partOf);

/**
 * When P(shortage) is above 50 %, looking only at identified years: null if never, otherwise
 * { from, to, years, atStart, toEnd, unbroken }.
 */
export function likelyShortage(cell) {
  const over = cell.rows.filter((row) => isIdentified(row) && row.p_shortage > 0.5).map((row) => row.year);
  if (over.length === 0) return null;
  const judged = cell.identifiedYears;
  return {
    from: over[0],
    to: over[over.length - 1],
    years: over,
    atStart: over[0] === judged[0],
    toEnd: over[over.length - 1] === judged[judged.length - 1],
    unbroken: over.length === judged.filter((year) => year >= over[0] && year <= over[over.length - 1]).length,
  };
}

/**
 * Spare beds (median gap by planned utilisation above zero, and what it is by the service level) of the region's other trusts in the same
 * service and year; only identified ones count.
 */
export function spareElsewhere(results, cell, year) {
  const others = results.trusts
    .filter((t) => !t.isRegion && t.id !== cell.trust.id)
    .map((trust) => ({ trust, row: results.gap.get(keyOf(trust.id, cell.service.id))?.get(year) }))
    .filter(({ row }) => row !== undefined);
  return {
    spare: others
      .filter(({ row }) => isIdentified(row) && row.gap > 0)
      .map(({ trust, row }) => ({
        trust,
        beds: row.gap,
        atServiceLevel: results.gapBy(trust.id, cell.service.id, year, "service-level")?.gap ?? null,
        verdict: results.verdicts.get(keyOf(trust.id, cell.service.id)).get(year).verdict,
      })),
    unknown: others.filter(({ row }) => !isIdentified(row)).map(({ trust }) => trust),
    others: others.length,
  };
}

/** Spare beds by both rules, as "UNN 4.8 / 2.8", and the verdict where it isn't that there are enough. */
export function spareItem(texts, { trust, beds, atServiceLevel, verdict }) {
  const other = atServiceLevel === null ? "" : ` / ${(atServiceLevel < 0 ? texts.signed : texts.beds)(atServiceLevel)}`;
  const word = verdict === "enough" ? "" : ` (${texts.t(`verdict.word.${verdict}`)})`;
  return `${trust.short} ${texts.beds(beds)}${other}${word}`;
}

/** Rows of gap_by_utilisation for a cell and year, lowest utilisation first. */
export const byUtilisation = (results, cell, year) =>
  results.tables.gap_by_utilisation
    .filter((row) => row.trust === cell.trust.id && row.service === cell.service.id && row.year === year)
    .sort((a, b) => a.utilisation - b.utilisation);
