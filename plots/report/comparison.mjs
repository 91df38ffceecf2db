// The page of a comparison: one HTML file that needs nothing else.
import { findings, movedBy } from "../say/comparison.mjs";
import { changesTable, MOST_SHOWN } from "./changes.mjs";
import {
  allYears,
  patientsSection,
  rankingSection,
  regretSection,
  settingsSection,
  sidesTable,
  weakerTable,
} from "./comparison_tables.mjs";
import { figure, section } from "./figures.mjs";
import { leadList } from "./front.mjs";
import { html, raw } from "./html.mjs";
import { STYLE } from "./style.mjs";

const SECTIONS = {
  settings: settingsSection,
  changes: changesSection,
  risk: riskSection,
  ranking: rankingSection,
  patients: patientsSection,
  regret: regretSection,
  method: methodSection,
};

/** The page as text. `charts` have their svg; `edited` names files changed since they were computed. */
export function comparisonPage(results, texts, charts, edited = []) {
  const { t } = texts;
  const page = { results, texts, charts, heading: (id) => t(`comparison.sections.${id}`) };
  const found = findings(results, texts);
  const contents = Object.keys(SECTIONS).map((id) => html`<li><a href="#${id}">${page.heading(id)}</a></li>`);
  const names = texts.list(results.alternatives.map((side) => side.short)),
    base = texts.pick(results.base.context.scenario, "title");
  return html`<!DOCTYPE html>
<html lang="${texts.lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${t("comparison.title", { names })} – ${t("report.brand")}</title>
<link rel="icon" href="data:,">
<style>
${raw(STYLE)}</style>
</head>
<body>
<main>
<header id="top">
<p class="brand"><strong>${t("report.brand")}</strong> ${t("comparison.brand", { n: results.alternatives.length })}</p>
<h1>${found.headline}</h1>
${leadList(found.lead)}
<p class="note">${t("comparison.how_to_read", { base })}</p>
${edited.length > 0 ? html`<p class="edited" role="note">${t("report.edited", { files: edited.join(", ") })}</p>` : ""}
${sidesTable(page)}</header>
<nav aria-label="${t("report.contents")}"><ul>${contents}</ul></nav>
${Object.values(SECTIONS).map((make) => make(page))}
</main>
<footer><p>${t("comparison.footer", { base: results.base.id, ...counts(results, texts) })}</p>
<p>${t("report.images")}</p></footer>
</body>
</html>
`.text;
}

const counts = (results, texts) => ({
  draws: texts.number(results.draws),
  replications: texts.number(results.replications),
});

/** A drawing of every moved cell with all scenarios in it, then each alternative's table. */
function changesSection({ results, texts, charts, heading }) {
  const { t } = texts;
  const drawings = charts.filter((chart) => chart.name.startsWith("compared-")).map(figure);
  const blocks = results.alternatives.map((side) => {
    const moved = movedBy(results, side);
    const title = html`<h3>${side.short}</h3>`;
    if (moved.length === 0) return html`${title}<p>${t("comparison.moves_nothing", { name: side.short })}</p>`;
    const more = moved.length - MOST_SHOWN;
    return html`${title}
${changesTable(texts, moved)}${more > 0 ? html`<p class="note">${t("comparison.more", { n: more })}</p>` : ""}
${weakerTable({ results, texts }, side, moved)}
${allYears({ results, texts }, side, moved)}`;
  });
  return section(
    texts,
    "changes",
    heading("changes"),
    t("comparison.changes_intro"),
    html`<div class="grid">${drawings}</div>\n${blocks}`,
  );
}

function riskSection({ texts, charts, heading }) {
  const { t } = texts;
  const risk = charts.find((chart) => chart.name === "risk-compared");
  return section(
    texts,
    "risk",
    heading("risk"),
    t("comparison.risk_intro"),
    risk ? figure(risk) : html`<p>${t("comparison.risk_none")}</p>`,
  );
}

function methodSection({ results, texts, heading }) {
  const keys = ["method1", ...(results.replications > 0 ? ["method2"] : []), "method3", "method4"];
  const items = keys.map((key) => html`<li>${texts.t(`comparison.${key}`, counts(results, texts))}</li>`);
  return section(texts, "method", heading("method"), "", html`<ul>${items}</ul>`);
}
