// The whole report: one HTML file that needs nothing else.
import { cellsOf } from "../say/cells.mjs";
import { changeHeading, changeSection, gapSection, occupancySection, riskSection } from "./figures.mjs";
import { front } from "./front.mjs";
import { html, raw } from "./html.mjs";
import { indicatorsSection } from "./indicators.mjs";
import { populationFront, populationSection } from "./population.mjs";
import { hasPublished, publishedSection } from "./published.mjs";
import { STYLE } from "./style.mjs";
import { assumptionsSection, flowsSection, methodSection, occupancyTable, rulesSection } from "./tables.mjs";

const SECTIONS = {
  risk: riskSection,
  gap: gapSection,
  population: populationSection,
  change: changeSection,
  published: publishedSection,
  rules: rulesSection,
  occupancy: (page) => occupancySection(page, (service) => occupancyTable(page, service)),
  flows: flowsSection,
  indicators: indicatorsSection,
  assumptions: assumptionsSection,
  method: methodSection,
};
const POPULATION_ONLY = ["population", "assumptions", "method"];

const footerKey = (results, only) =>
  !only && results.context.replications === 0 ? "footer_projected" : `footer${only}`;

function footer({ results, texts }, only) {
  const { context } = results,
    { t } = texts;
  const values = {
    id: context.scenario.id ?? "",
    draws: texts.number(context.draws),
    replications: texts.number(context.replications),
    seed: String(context.seed),
  };
  return html`<footer><p>${t(footerKey(results, only), values)}</p>
<p>${t("report.images")}</p></footer>`;
}

/** The report as text. `charts` have their svg; `edited` names files changed since the run. */
export function report(results, texts, charts, edited = []) {
  const { t } = texts;
  const byName = new Map(charts.map((chart) => [chart.name, chart]));
  const page = { results, texts, cells: cellsOf(results), chart: (name) => byName.get(name), edited };
  const { context } = results;
  const there = (id) => id !== "published" || hasPublished(results);
  const ids = results.populationOnly ? POPULATION_ONLY : Object.keys(SECTIONS).filter(there),
    only = results.populationOnly ? "_population" : "";
  const heading = (id) => (id === "change" ? changeHeading(results, texts) : t(`sections.${id}`));
  return html`<!DOCTYPE html>
<html lang="${texts.lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${texts.pick(context.scenario, "title")} – ${t("report.brand")}</title>
<link rel="icon" href="data:,">
<style>
${raw(STYLE)}</style>
</head>
<body>
<main>
${results.populationOnly ? populationFront(page) : front(page)}
<nav aria-label="${t("report.contents")}"><ul>${ids.map((id) => html`<li><a href="#${id}">${heading(id)}</a></li>`)}</ul></nav>
${ids.map((id) => SECTIONS[id](page))}
</main>
${footer(page, only)}
</body>
</html>
`.text;
}
