// @ts-check
// The cells that an answer is about.

const LEAST_BEDS = 0.1;

export const isIdentified = (/** @type {string | undefined} */ evidence) =>
  evidence === "sourced" || evidence === "derived";

const MEASURES = ["capacity", "need", "need_service_level", "gap", "gap_service_level"];

/** Beds by which a cell is moved in a year. @param {any} cell @param {number} at index of the year */
const moved = (cell, at) => Math.max(...MEASURES.map((m) => Math.abs(cell.measures[m]?.difference[at] ?? 0)));

/**
 * The year that is shown: the one that somebody chose for this alternative, else the last; where nothing is moved in the last, the one in
 * which most is. @param {any} app @param {string} id @param {any} answer
 */
export function yearShown(app, id, answer) {
  const { years } = answer;
  if (app.yearOf === id && years.includes(app.year)) return app.year;
  const own = answer.cells.filter((/** @type {any} */ { trust }) => trust !== "outside");
  const most = years.map((/** @type {any} */ _, /** @type {number} */ at) =>
    Math.max(0, ...own.map((/** @type {any} */ cell) => moved(cell, at))),
  );
  return most[years.length - 1] >= LEAST_BEDS ? years[years.length - 1] : years[most.lastIndexOf(Math.max(...most))];
}

/** The cells that are moved by a tenth of a bed in some year, the most moved in the year first. @param {any} answer @param {number} at index of the year */
export function movedCells(answer, at) {
  return answer.cells
    .map((/** @type {any} */ cell) => ({
      cell,
      most: Math.max(...answer.years.map((/** @type {any} */ _, /** @type {number} */ i) => moved(cell, i))),
      now: moved(cell, at),
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
