// The line of a what-if's baseline beside its own: what a cell would be without what is done.
import { CARE_DRAWN } from "../read/schema.mjs";
import { isMoved } from "../say/changes.mjs";

const NOTHING = { need: [], capacity: [] };

/** A measure of the baseline by year, where it differs from the run's in some of them; else none. */
function lineOf(results, compared, measure) {
  const rows = results.years.map((year) => compared.years.get(year)?.[measure]);
  if (!rows.every(Boolean) || rows.every((row) => row.difference === 0 && !(row.high > row.low))) return [];
  return rows.map((row) => row.base);
}

/** Need (median) and capacity of a moved cell in the baseline: { need, capacity }, each empty where it is the same. */
export function beforeOf(results, cell) {
  const compared = results.comparedWith(cell.trust.id, cell.service.id);
  if (!isMoved(compared)) return NOTHING;
  // In gap.csv need goes by the first rule that the cell has.
  const need = cell.rows[0].rule === "service-level" ? "need_service_level" : "need";
  return { need: lineOf(results, compared, need), capacity: lineOf(results, compared, "capacity") };
}

/**
 * The same as changes since the last counted year, from that on. The need's is the run's own less what the run changes, so
 * that both lines are one where nothing is done.
 */
export function changeBeforeOf(results, cell) {
  const compared = results.comparedWith(cell.trust.id, cell.service.id),
    before = beforeOf(results, cell);
  const more = (measure, year) => compared.years.get(year)[measure].difference;
  const from = cell.changesSince,
    years = results.years.filter((year) => year >= from);
  const since = (measure, own) =>
    years.map((year) => cell.changeAt(year)[own] - (more(measure, year) - more(measure, from)));
  return {
    line: before.need.length > 0 ? since("need", "need_change") : [],
    step: before.capacity.length > 0 ? since("capacity", "capacity_change") : [],
  };
}

/** Occupied and open beds of a trust's service in the baseline, where what the run does is felt there. */
export function careBeforeOf(results, trust, service) {
  const compared = results.comparedWith(trust.id, service.id);
  if (!compared || !isMoved(compared)) return { line: [], step: [] };
  const [line, step] = CARE_DRAWN.map((measure) => lineOf(results, compared, measure));
  return { line, step };
}
