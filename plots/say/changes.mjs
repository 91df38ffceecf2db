// What a what-if changes against what it builds on: the cells it moves, and the sentence about the one it moves most.
import { keyOf } from "../read/key.mjs";
import { isIdentified } from "./cells.mjs";

const LEAST_BEDS = 0.1;

/** Another year than those that tables show is worth a row where it moves so much more than they do. */
const WORTH_A_ROW = 1.1;

/** How many beds a year of a cell moves: capacity, or need by either rule. */
export const bedsMoved = (year) =>
  Math.max(
    0,
    ...Object.values(year ?? {})
      .filter((row) => row.unit === "beds" && row.basis === "draws")
      .map((row) => Math.abs(row.difference)),
  );

/** Whether a compared cell is moved by at least 0.1 bed in some year. */
export const isMoved = (compared) =>
  compared !== undefined && [...compared.years.values()].some((year) => bedsMoved(year) >= LEAST_BEDS);

/** The years that are shown of a cell: those that tables show, and the one that moves most where they don't tell of it. */
function yearsOf(compared, shown, peak) {
  const most = Math.max(0, ...shown.map((year) => bedsMoved(compared.years.get(year))));
  const little = most >= LEAST_BEDS && (peak.beds < most + LEAST_BEDS || peak.beds < most * WORTH_A_ROW);
  const tells = little || shown.includes(peak.year);
  return tells ? shown : [...shown, peak.year].sort((a, b) => a - b);
}

/**
 * The cells that the run moves by at least 0.1 bed in some year, the largest first: { trust, service, beds, years }, where years
 * are those that tables show, and the one that moves most if they don't tell of it: { year, judged, rows by measure }.
 */
export function movedCells(results) {
  const moved = results.comparison.flatMap((compared) => {
    const trust = results.trust(compared.trust),
      service = results.service(compared.service);
    if (!trust || !service) return [];
    const sizes = [...compared.years].map(([year, rows]) => ({ year, beds: bedsMoved(rows) }));
    const peak = sizes.reduce((most, one) => (one.beds > most.beds ? one : most), { year: 0, beds: 0 });
    if (peak.beds < LEAST_BEDS) return [];
    const shown = results.years_to_show.filter((year) => compared.years.has(year));
    const years = yearsOf(compared, shown, peak);
    const gap = results.gap.get(keyOf(trust.id, service.id));
    const asShown = (year) => ({
      year,
      judged: gap !== undefined && isIdentified(gap.get(year)),
      rows: compared.years.get(year),
    });
    return [{ trust, service, beds: peak.beds, years: years.map(asShown) }];
  });
  return moved.sort((a, b) => b.beds - a.beds);
}

/** What the run answers, in a sentence: a trust's own cell before the region, one that can be judged before one that can't. */
export function answerSentence(results, texts, moved) {
  const { t } = texts;
  if (moved.length === 0) return t("changes.headline_none");
  const own = moved.filter((cell) => !cell.trust.isRegion);
  const cells = own.length > 0 ? own : moved;
  const movesIn = (year) => bedsMoved(year.rows) >= LEAST_BEDS;
  const lastMoved = (cell) => cell.years.filter(movesIn).pop();
  const cell = cells.find((one) => lastMoved(one).judged) ?? cells[0];
  const { year, judged, rows } = lastMoved(cell);
  const names = { trust: cell.trust.short, service: texts.pick(cell.service, "name"), year };
  if (!judged) return t("changes.headline_difference", { ...names, difference: texts.signed(rows.gap.difference) });
  return t("changes.headline_gap", {
    ...names,
    before: texts.beds(rows.gap.base),
    after: texts.beds(rows.gap.alternative),
  });
}
