// @ts-check
// The cells that an answer is about.

const LEAST_BEDS = 0.1;

export const isIdentified = (/** @type {string | undefined} */ evidence) =>
  evidence === "sourced" || evidence === "derived";

/** The cells that are moved by a tenth of a bed in some year, the most moved in the year first. @param {any} answer @param {number} at index of the year */
export function movedCells(answer, at) {
  const size = (/** @type {any} */ cell, /** @type {number} */ i) =>
    Math.max(
      ...["capacity", "need", "need_service_level", "gap", "gap_service_level"].map((m) =>
        Math.abs(cell.measures[m]?.difference[i] ?? 0),
      ),
    );
  return answer.cells
    .map((/** @type {any} */ cell) => ({
      cell,
      most: Math.max(...answer.years.map((/** @type {any} */ _, /** @type {number} */ i) => size(cell, i))),
      now: size(cell, at),
    }))
    .filter((/** @type {any} */ { cell, most }) => cell.trust !== "outside" && most >= LEAST_BEDS)
    .sort(
      (/** @type {any} */ a, /** @type {any} */ b) =>
        Number(a.cell.trust === "region") - Number(b.cell.trust === "region") || b.now - a.now,
    )
    .map((/** @type {any} */ { cell }) => cell);
}

/** The cell that the headline is about: a trust's own before the region, one that can be judged before one that can't. @param {any} answer @param {number} at */
export function headlineCell(answer, at) {
  const cells = movedCells(answer, at);
  const own = cells.filter((/** @type {any} */ cell) => cell.trust !== "region" && cell.measures.gap);
  return own.find((/** @type {any} */ cell) => isIdentified(cell.base_evidence[at])) ?? own[0] ?? cells[0];
}
