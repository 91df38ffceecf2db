// What is said of several alternatives beside their base: the cells that any of them moves, sums, ranks, and findings.
import { keyOf } from "../read/key.mjs";
import { answerSentence, movedCells } from "./changes.mjs";
import { isSeen } from "./pairs.mjs";
import { PATIENT_MEASURES } from "../read/schema.mjs";

/** What movedCells asks of a run, for one alternative. */
function viewOf(results, side) {
  const judgedIn = (trust, service) => ({
    get: (year) => ({ evidence: results.judged(trust, service, year) ? "derived" : "not-identified" }),
  });
  return {
    comparison: side.comparison,
    years_to_show: results.years_to_show,
    trust: results.trust,
    service: results.service,
    gap: { get: (key) => judgedIn(...key.split("|")) },
  };
}

/** The cells that one alternative moves, as movedCells has them. */
export const movedBy = (results, side) => movedCells(viewOf(results, side));

/** The cells that any alternative moves, the largest first: { trust, service, beds }. */
export function movedByAny(results) {
  const cells = new Map();
  for (const side of results.alternatives)
    for (const { trust, service, beds } of movedBy(results, side)) {
      const key = keyOf(trust.id, service.id);
      cells.set(key, { trust, service, beds: Math.max(beds, cells.get(key)?.beds ?? 0) });
    }
  return [...cells.values()].sort((a, b) => b.beds - a.beds);
}

/** Whether a cell can be judged in every year. */
export const isJudgedAlways = (results, cell) =>
  results.years.every((year) => results.judged(cell.trust.id, cell.service.id, year));

/** A measure of a cell under the base (null) or an alternative; null where that doesn't know it. */
export function valueOf(results, side, cell, year, measure) {
  const from =
    side ?? results.alternatives.find((one) => one.comparedWith(cell.trust, cell.service)?.years.get(year)?.[measure]);
  const row = from?.comparedWith(cell.trust, cell.service)?.years.get(year)?.[measure];
  return row === undefined ? null : side ? row.alternative : row.base;
}

/** Trusts' own cells with a gap that all alternatives have, judged in a year, each bed once: a group for its parts. */
function judgedCells(results, year) {
  const all = (cell) =>
    results.alternatives.every((side) => side.comparedWith(cell.trust, cell.service)?.years.get(year)?.gap);
  const cells = results.alternatives[0].comparison.filter(
    (cell) => !results.trust(cell.trust)?.isRegion && cell.trust !== "outside" && all(cell),
  );
  const judged = cells.filter((cell) => results.judged(cell.trust, cell.service, year));
  const groups = new Map(
    judged.map((cell) => [keyOf(cell.trust, cell.service), results.service(cell.service)?.parts ?? []]),
  );
  const isInGroup = (cell) =>
    judged.some(
      (other) => other.trust === cell.trust && groups.get(keyOf(other.trust, other.service)).includes(cell.service),
    );
  return {
    judged: judged.filter((cell) => !isInGroup(cell)),
    unjudged: cells.filter((cell) => !judged.includes(cell) && !isInGroup(cell)),
  };
}

/** What alternatives are ranked by: the least is best, but for the gap of cells that can't be judged, where the most is. */
export const RANKED_BY = [
  { id: "shortage", sum: ({ gap }) => Math.max(0, -gap) },
  { id: "shortage_service_level", sum: ({ gap_service_level: gap }) => Math.max(0, -gap) },
  { id: "cells", sum: ({ p_shortage: p }) => (p > 0.5 ? 1 : 0) },
  { id: "empty", sum: ({ gap }) => Math.max(0, gap) },
];

/**
 * The base and the alternatives by every measure in a year: [{ id, values: [{ side, value, rank, shared }] }], side null for the
 * base. Values that are written the same have the same rank. Where no cell can be judged nothing is summed but differences.
 */
export function ranking(results, texts, year) {
  const { judged, unjudged } = judgedCells(results, year);
  const sides = [null, ...results.alternatives];
  const at = (side, cell) =>
    Object.fromEntries(
      ["gap", "gap_service_level", "p_shortage"].map((measure) => [
        measure,
        valueOf(results, side, cell, year, measure) ?? 0,
      ]),
    );
  const byMeasure = (judged.length > 0 ? RANKED_BY : []).map(({ id, sum }) =>
    ranked(
      id,
      sides.map((side) => ({ side, value: judged.reduce((total, cell) => total + sum(at(side, cell)), 0) })),
      (value) => (id === "cells" ? String(value) : texts.beds(value)),
    ),
  );
  const change = (side) =>
    unjudged.reduce(
      (total, cell) => total + (side?.comparedWith(cell.trust, cell.service).years.get(year).gap.difference ?? 0),
      0,
    );
  const changes = sides.map((side) => ({ side, value: change(side) }));
  if (changes.some(({ value }) => value !== 0))
    byMeasure.push(
      ranked(
        "unjudged",
        changes.map(({ side, value }) => ({ side, value: -value })),
        (value) => texts.signed(-value),
      ),
    );
  return byMeasure;
}

function ranked(id, values, text) {
  const shown = values.map(({ side, value }) => ({ side, value, text: text(value) }));
  const better = (a, b) => a.text !== b.text && a.value < b.value;
  return {
    id,
    values: shown.map((one) => ({
      ...one,
      rank: 1 + shown.filter((other) => better(other, one)).length,
      shared: shown.some((other) => other !== one && other.text === one.text),
    })),
  };
}

/** What a side is called: the base by that word. */
export const nameOf = (texts, side) => (side === null ? texts.t("comparison.base") : side.short);

/** { headline, lead: [sentences] } for the top of the page. */
export function findings(results, texts) {
  const { t } = texts;
  const shortages = shortageSentence(results, texts);
  const answers = results.alternatives
    .map((side) => ({ side, moved: movedBy(results, side) }))
    .map(({ side, moved }) => ({
      beds: moved[0]?.beds ?? 0,
      text: t("comparison.answer", { name: side.short, answer: answerSentence(results, texts, moved) }),
    }));
  const most = answers.reduce((best, one) => (one.beds > best.beds ? one : best));
  // Where all lack the same, what is asked is answered by what changes most.
  const headline = shortages.differ ? shortages.text : most.beds > 0 ? most.text : t("comparison.headline_nothing");
  return {
    headline,
    lead: [
      ...answers.filter(({ text }) => text !== headline).map(({ text }) => texts.ended(text)),
      shortages.text === "" || shortages.differ ? "" : texts.ended(shortages.text),
      patientsSentence(results, texts),
      regretSentence(results, texts),
    ].filter(Boolean),
  };
}

/** Who lacks fewest beds in the last year: { text, differ }; no text where nothing can be judged. */
function shortageSentence(results, texts) {
  const year = results.last;
  if (judgedCells(results, year).judged.length === 0) return { text: "", differ: false };
  const [shortage] = ranking(results, texts, year);
  const best = shortage.values.filter(({ rank }) => rank === 1),
    base = shortage.values.find(({ side }) => side === null);
  const names = texts.list(best.map(({ side }) => texts.t("comparison.quoted", { name: nameOf(texts, side) })));
  const differ = best.length < shortage.values.length;
  const key = !differ ? "same" : best.includes(base) ? "base_best" : "best";
  const values = { n: best.length, year, beds: best[0].text, base: base.text, names };
  return { text: texts.t(`comparison.headline_${key}`, values), differ };
}

/** A value of a patients' measure as it is shown: shares as percentage points. */
export const amountOf = (row, value) => (row.unit === "share" ? 100 * value : value);

/** Whether a difference and its interval are shown as nothing. */
export const isTiny = (texts, row) =>
  [row.difference, row.low, row.high].every(
    (value) => value === null || texts.signed(amountOf(row, value)).search(/[1-9]/) < 0,
  );

/** How many differences of the patients are seen, in the cells and years that are shown. */
function patientsSentence(results, texts) {
  if (results.replications === 0) return texts.t("comparison.not_simulated");
  const rows = patientRows(results).flatMap(({ measures }) => measures.filter((row) => row && !isTiny(texts, row)));
  if (rows.length === 0) return texts.t("comparison.patients_same");
  const seen = rows.filter(isSeen).length;
  return texts.t("comparison.patients_seen", { n: rows.length, seen, unseen: rows.length - seen });
}

/** The moved cells of each alternative by shown year, with what is said of patients there: [{ side, cell, year, measures }]. */
export const patientRows = (results) =>
  results.alternatives.flatMap((side) =>
    movedBy(results, side).flatMap((cell) =>
      results.years_to_show.map((year) => ({
        side,
        cell,
        year,
        measures: PATIENT_MEASURES.map((measure) => side.patient(cell.trust.id, cell.service.id, year, measure)),
      })),
    ),
  );

/** The sums of regret.csv in a year by a rule: { futures, rows: [{ side, sums by future, most }] }. */
export function regretSums(results, year, rule) {
  const sums = results.regret.filter((row) => row.service === "all" && row.year === year && row.rule === rule);
  const futures = [...new Set(sums.map((row) => row.future))];
  const rows = [results.base, ...results.alternatives].map((side) => {
    const byFuture = futures.map((future) => sums.find((row) => row.scenario === side.id && row.future === future));
    return {
      side: side === results.base ? null : side,
      byFuture,
      most: Math.max(...byFuture.map((row) => row?.regret_shortage ?? 0)),
    };
  });
  return { futures, rows };
}

/** Who is never far from the best, whatever comes. */
function regretSentence(results, texts) {
  const { futures, rows } = regretSums(results, results.last, "utilisation");
  if (futures.length === 0) return "";
  const text = ({ most }) => texts.beds(most);
  const least = rows.reduce((best, row) => (row.most < best.most ? row : best));
  const same = rows.filter((row) => text(row) === text(least));
  const key = same.length === rows.length ? "same" : /[1-9]/.test(text(least)) ? "least" : "best";
  return texts.t(`comparison.regret_${key}`, {
    n: same.length,
    names: texts.list(same.map(({ side }) => texts.t("comparison.quoted", { name: nameOf(texts, side) }))),
    beds: text(least),
    year: results.last,
  });
}
