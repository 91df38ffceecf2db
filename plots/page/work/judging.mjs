// @ts-check
// What the tables of a base and an alternative say of cells, before and after: verdicts and ranges as the report has them, and of a
// region what its trusts are short of and what they have to spare, which is never netted.
import { keyOf } from "../../read/key.mjs";
import { columnsOf, TABLES, weakerOf } from "../../read/schema.mjs";
import { readTable } from "../../read/table.mjs";
import { endsOf, regionSums } from "../../say/verdicts.mjs";

/** @typedef {Record<string, string>} Files */
/** @typedef {{ row: any, near: boolean, sums: { short: number[], spare: number[] } | null }} Judged one cell and year; `near`: a P so close to a limit that few draws can't tell */
/** @typedef {{ before: (Judged | null)[], after: (Judged | null)[] }} Pair by year */

const NEAR = 0.07,
  LIMITS = [0.1, 0.5];

/** Whether few draws can't tell on which side of a limit P is. @param {number} p */
export const isNear = (p) => LIMITS.some((limit) => Math.abs(p - limit) < NEAR);

const rowsOf = (/** @type {Files} */ files, /** @type {any} */ table, /** @type {any} */ keep) =>
  readTable([files[table.file]], table.file, columnsOf(table), keep);

/** Rows by cell and year. @param {any[]} rows @returns {Map<string, Map<number, any>>} */
function byCellAndYear(rows) {
  const map = new Map();
  for (const row of rows) {
    const key = keyOf(row.trust, row.service);
    if (!map.has(key)) map.set(key, new Map());
    map.get(key).set(row.year, row);
  }
  return map;
}

/** What is judged of one side. @param {Files} files its gap.csv and verdict.csv @param {Set<string>} services */
export function sideOf(files, services) {
  const ofThose = (/** @type {any} */ row) => services.has(row.service);
  const gap = byCellAndYear(
      rowsOf(files, TABLES.gap, (/** @type {any} */ row) => ofThose(row) && row.rule === "utilisation"),
    ),
    verdicts = byCellAndYear(rowsOf(files, TABLES.verdict, ofThose));
  const gapBy = (/** @type {string} */ id, /** @type {string} */ of, /** @type {number} */ year) =>
    gap.get(keyOf(id, of))?.get(year) ?? null;
  const ids = [...new Set([...gap.keys()].map((key) => key.split("|")[0]))];
  const trusts = ids.map((id) => ({ id, isRegion: id === "region" }));
  const isRowNear = (/** @type {any} */ row) => {
    const { mild, severe } = endsOf(row);
    return [mild.u, mild.s, severe.u, severe.s].some(isNear);
  };
  return (/** @type {{ trust: string, service: string }} */ { trust, service }, /** @type {number} */ year) => {
    const row = verdicts.get(keyOf(trust, service))?.get(year);
    if (!row) return null;
    if (trust !== "region") return { row, near: isRowNear(row), sums: null };
    const all = trusts
      .filter((one) => !one.isRegion)
      .map((one) => verdicts.get(keyOf(one.id, service))?.get(year))
      .filter(Boolean);
    // One trust that is surely short is enough.
    const isSurelyShort = all.some((one) => one.verdict === "short" && !isRowNear(one));
    return {
      row,
      near: !isSurelyShort && all.some(isRowNear),
      sums: regionSums({ trusts, gapBy, verdicts }, { id: service }, year),
    };
  };
}

/** Cells before and after: "trust|service" → by year. @param {Files} base @param {Files} alternative @param {{ trust: string, service: string }[]} cells @param {number[]} years @returns {Record<string, Pair>} */
export function judgedOf(base, alternative, cells, years) {
  const services = new Set(cells.map(({ service }) => service));
  const [before, after] = [sideOf(base, services), sideOf(alternative, services)];
  return Object.fromEntries(
    cells.map((cell) => [
      keyOf(cell.trust, cell.service),
      { before: years.map((year) => before(cell, year)), after: years.map((year) => after(cell, year)) },
    ]),
  );
}

/** By cell, what the first rule's gaps rest on, year by year. @param {Files} files */
function evidenceOf(files) {
  const map = /** @type {Map<string, string[]>} */ (new Map());
  for (const row of rowsOf(files, TABLES.gap, (/** @type {any} */ one) => one.rule === "utilisation")) {
    const key = keyOf(row.trust, row.service);
    map.set(key, [...(map.get(key) ?? []), row.evidence]);
  }
  return map;
}

/** The answer of a run's tables, as the engine gives it for few draws. @param {Files} base @param {Files} alternative @param {number} draws */
export function answerOf(base, alternative, draws) {
  const rows = rowsOf(
    alternative,
    TABLES.comparison,
    (/** @type {any} */ row) => row.basis === "draws" && weakerOf(row.scenario)[1] === null,
  );
  const years = [...new Set(rows.map(({ year }) => year))].sort((a, b) => a - b);
  const [before, after] = [evidenceOf(base), evidenceOf(alternative)];
  const cells = new Map(),
    touched = new Set();
  for (const row of rows) {
    const key = keyOf(row.trust, row.service);
    if (row.difference !== 0) touched.add(key);
    if (!cells.has(key))
      cells.set(key, {
        ...{ trust: row.trust, service: row.service, measures: {} },
        ...{ base_evidence: before.get(key) ?? [], evidence: after.get(key) ?? [] },
      });
    const { measures } = cells.get(key);
    measures[row.measure] ??= { base: [], alternative: [], difference: [], low: [], high: [] };
    for (const [name, list] of Object.entries(measures[row.measure])) list.push(row[name]);
  }
  return { draws, years, cells: [...cells].filter(([key]) => touched.has(key)).map(([, cell]) => cell) };
}
