// @ts-check
// Drawings, reports and workbooks of result files: the code of the report, in the page's worker.
import { chartsOf, COMPARISON_CHARTS } from "../../charts/list.mjs";
import { renderAll } from "../../draw/vega_svg.mjs";
import { loadComparison } from "../../read/comparison.mjs";
import { loadResults } from "../../read/results.mjs";
import { memorySource } from "../../read/source.mjs";
import { comparisonPage } from "../../report/comparison.mjs";
import { report } from "../../report/page.mjs";
import { isJudgedAlways, movedByAny } from "../../say/comparison.mjs";

export { xlsxOf } from "./xlsx.mjs";

/** @typedef {Record<string, string>} Files */

/** Drawings of gaps of several alternatives. @param {Files} all @param {any} texts @param {string | null} only the name of one drawing; null for all @param {string[]} called what somebody has called the alternatives */
export async function sideBySide(all, texts, only, called) {
  const results = loadComparison(memorySource(all));
  callByName(results, texts, called);
  const rank = ranksOf(results);
  const compared = chartsOf(results, texts, COMPARISON_CHARTS)
    .filter(({ name }) => rank.has(name))
    .sort((a, b) => (rank.get(a.name) ?? 0) - (rank.get(b.name) ?? 0));
  const charts = only === null ? compared : [compared.find(({ name }) => name === only) ?? compared[0]].filter(Boolean);
  return (await renderAll(charts)).map(({ name, title, alt, svg }) => ({ name, title, alt, svg }));
}

/** The page of a comparison. @param {Files} all @param {any} texts */
export async function comparisonOf(all, texts) {
  const results = loadComparison(memorySource(all));
  const titleOf = (/** @type {any} */ side) => texts.pick(side.context.scenario, "title") || side.short;
  callByName(results, texts, results.alternatives.map(titleOf));
  return comparisonPage(results, texts, await renderAll(chartsOf(results, texts, COMPARISON_CHARTS)), []);
}

/** The report of result files, and its drawings. @param {Files} all @param {any} texts */
export async function reportOf(all, texts) {
  const results = loadResults(memorySource(all));
  const charts = await renderAll(chartsOf(results, texts));
  return {
    html: report(results, texts, charts, []),
    charts: charts.map(({ name, title, svg }) => ({ name, title, svg })),
  };
}

/** Lines of drawings are called what somebody has called the alternatives, unless two are called the same; so is what is drawn. @param {any} results @param {any} texts @param {string[]} called */
function callByName(results, texts, called) {
  const { alternatives } = results;
  if (called.length === new Set(called).size)
    alternatives.forEach((/** @type {any} */ side, /** @type {number} */ i) => (side.short = called[i]));
  const most = Math.floor(LONGEST / called.length);
  results.called = texts.list(called.map((name) => (name.length > most ? `${name.slice(0, most - 1)}…` : name)));
}

/** Letters of all names in a title. */
const LONGEST = 90;

/** What can be judged before what can't; a line of a region would be a net of its trusts. @param {any} results */
const ranksOf = (results) =>
  new Map(
    movedByAny(results)
      .filter(({ trust }) => !trust.isRegion)
      .map((cell) => {
        const where = { trust: cell.trust, service: cell.service };
        return [`compared-${cell.trust.id}-${cell.service.id}`, isJudgedAlways(results, where) ? 0 : 1];
      }),
  );
