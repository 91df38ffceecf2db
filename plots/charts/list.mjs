// Every kind of chart, stated once: the names of its drawings and what makes them.
import { cellsOf } from "../say/cells.mjs";
import { localeOf } from "../draw/theme.mjs";
import { componentsChart } from "./components.mjs";
import { dependencyChart } from "./dependency.mjs";
import { fanChart } from "./fan.mjs";
import { gapChart } from "./gap.mjs";
import { changeChart, occupancyChart } from "./multiples.mjs";
import { pyramidChart } from "./pyramid.mjs";
import { riskChart } from "./risk.mjs";

const perCell = (make) => (results, texts) => cellsOf(results).map((cell) => make(results, texts, cell));
const perService = (make) => (results, texts) => results.offered.map((service) => make(results, texts, service));
const perArea = (make) => (results, texts) => results.population.drawn.map((area) => make(results, texts, area));
const once = (make) => (results, texts) => [make(results, texts)];

/** In the order of drawing. In a name, * stands for what the drawing is about. A maker gives null where there is nothing to draw. */
export const CHARTS = [
  { name: "risk", make: once(riskChart) },
  { name: "gap-*", make: perCell(gapChart) },
  { name: "change-*", make: perService(changeChart) },
  { name: "occupancy-*", make: perService(occupancyChart) },
  { name: "old-age-dependency", make: once(dependencyChart) },
  { name: "population-fan-*", make: perArea(fanChart) },
  { name: "population-components-*", make: perArea(componentsChart) },
  { name: "pyramid-*", make: perArea(pyramidChart) },
];

/** All charts of a run: { name, title, alt } and what renderSvg wants. */
export const chartsOf = (results, texts) =>
  CHARTS.flatMap(({ make }) => make(results, texts))
    .filter(Boolean)
    .map((chart) => ({ ...chart, locale: localeOf(texts) }));

const NAMES = new RegExp(`^(${CHARTS.map(({ name }) => name.replace("*", ".+")).join("|")})$`);

/** Whether charts have this name, in this run or in another. */
export const isChartName = (name) => NAMES.test(name);
