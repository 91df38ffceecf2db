// Every kind of chart, stated once: the names of its drawings and what makes them.
import { cellsOf } from "../say/cells.mjs";
import { localeOf } from "../draw/theme.mjs";
import { movedByAny } from "../say/comparison.mjs";
import { comparedChart } from "./compared.mjs";
import { componentsChart } from "./components.mjs";
import { dependencyChart } from "./dependency.mjs";
import { fanChart } from "./fan.mjs";
import { gapChart } from "./gap.mjs";
import { changeChart, occupancyChart } from "./multiples.mjs";
import { partsChart, takenApart } from "./parts.mjs";
import { publishedChart } from "./published.mjs";
import { pyramidChart } from "./pyramid.mjs";
import { riskChart } from "./risk.mjs";
import { riskComparedChart } from "./risk_compared.mjs";

const perCell = (make) => (results, texts) => cellsOf(results).map((cell) => make(results, texts, cell));
const perService = (make) => (results, texts) => results.offered.map((service) => make(results, texts, service));
const perArea = (make) => (results, texts) => results.population.drawn.map((area) => make(results, texts, area));
const once = (make) => (results, texts) => [make(results, texts)];

/** In the order of drawing. In a name, * stands for what the drawing is about. A maker gives null where there is nothing to draw. */
export const CHARTS = [
  { name: "risk", make: once(riskChart) },
  { name: "gap-*", make: perCell(gapChart) },
  {
    name: "parts-*",
    make: (results, texts) => takenApart(results, cellsOf(results)).map((cell) => partsChart(results, texts, cell)),
  },
  { name: "change-*", make: perService(changeChart) },
  { name: "published", make: once(publishedChart) },
  { name: "occupancy-*", make: perService(occupancyChart) },
  { name: "old-age-dependency", make: once(dependencyChart) },
  { name: "population-fan-*", make: perArea(fanChart) },
  { name: "population-components-*", make: perArea(componentsChart) },
  { name: "pyramid-*", make: perArea(pyramidChart) },
];

/** So many moved cells have a drawing of their own in a comparison. */
export const MOST_COMPARED = 12;
const drawnCells = (results) => movedByAny(results).filter(withGap(results)).slice(0, MOST_COMPARED);
const withGap = (results) => (cell) =>
  results.alternatives.some((side) => side.comparedWith(cell.trust.id, cell.service.id)?.years.get(results.last)?.gap);

/** The same of a comparison. */
export const COMPARISON_CHARTS = [
  { name: "risk-compared", make: (results, texts) => [riskComparedChart(results, texts, drawnCells(results))] },
  {
    name: "compared-*",
    make: (results, texts) => drawnCells(results).map((cell) => comparedChart(results, texts, cell)),
  },
];

/** All charts of a run, or of a comparison: { name, title, alt } and what renderSvg wants. */
export const chartsOf = (results, texts, kinds = CHARTS) =>
  kinds
    .flatMap(({ make }) => make(results, texts))
    .filter(Boolean)
    .map((chart) => ({ ...chart, locale: localeOf(texts) }));

const NAMES = new RegExp(
  `^(${[...CHARTS, ...COMPARISON_CHARTS].map(({ name }) => name.replace("*", ".+")).join("|")})$`,
);

/** Whether charts have this name, in this run or in another. */
export const isChartName = (name) => NAMES.test(name);
