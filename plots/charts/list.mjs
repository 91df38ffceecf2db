// Every chart of a run, in a fixed order.
import { cellsOf } from "../say/cells.mjs";
import { componentsChart } from "./components.mjs";
import { dependencyChart } from "./dependency.mjs";
import { fanChart } from "./fan.mjs";
import { gapChart } from "./gap.mjs";
import { changeChart, occupancyChart } from "./multiples.mjs";
import { pyramidChart } from "./pyramid.mjs";
import { riskChart } from "./risk.mjs";
import { renderSvg } from "../draw/vega_svg.mjs";

/** Specifications of all charts: { id, name, title, alt, spec }. */
export function chartsOf(results, texts) {
  const risk = results.offered.length > 0 ? [riskChart(results, texts)] : [];
  return [
    ...risk,
    ...cellsOf(results).map((cell) => gapChart(results, texts, cell)),
    ...results.offered.map((service) => changeChart(results, texts, service)),
    ...results.offered.map((service) => occupancyChart(results, texts, service)),
    dependencyChart(results, texts),
    ...results.population.drawn.flatMap((area) => [fanChart, componentsChart, pyramidChart].map((chart) => chart(results, texts, area))),
  ].filter(Boolean);
}

/** Adds the SVG text to every chart. */
export async function renderAll(charts) {
  const done = [];
  for (const chart of charts) done.push({ ...chart, svg: await renderSvg(chart) });
  return done;
}
