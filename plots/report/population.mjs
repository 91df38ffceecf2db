// The population part: charts for the region, then for each area, and a table by area, year and age.
import { TABLE_GROUPS } from "../read/population.mjs";
import { ageText, mainArea, populationFinding, variantText } from "../say/population_sentences.mjs";
import { sourcedSentence } from "../say/sentences.mjs";
import { figure, none, section } from "./figures.mjs";
import { differencesNote, leadList } from "./front.mjs";
import { html, raw, table } from "./html.mjs";

/** The first screen of a report about population alone. */
export function populationFront({ results, texts, edited }) {
  const { t } = texts;
  const scenario = texts.pick(results.context.scenario, "title"),
    found = populationFinding(results, texts);
  const reading = t(results.population.random ? "report.how_to_read_population" : "report.how_to_read_single", {
    draws: texts.number(results.context.draws),
  });
  const lead = found && found.lead.length > 0 ? html`${leadList(found.lead)}\n` : "";
  const sourced = html`<p class="sourced">${sourcedSentence(texts, results.context.assumption_counts)}</p>`;
  const note = found ? html`<p class="note">${reading}</p>\n` : "";
  const files = edited.length > 0 ? t("report.edited", { files: edited.join(", ") }) : "";
  return html`<header id="top">
<p class="brand"><strong>${t("report.brand")}</strong> ${scenario}</p>
<h1>${found ? found.headline : scenario}</h1>
${differencesNote({ results, texts })}${lead}${sourced}
${note}${files ? html`<p class="edited" role="note">${files}</p>` : ""}
</header>
`;
}

export function populationSection(page) {
  const { results, texts, chart } = page;
  const { t } = texts;
  const { population } = results;
  const main = mainArea(results);
  const own = (area) =>
    ["population-fan", "population-components"].map((kind) => chart(`${kind}-${area.id}`)).filter(Boolean);
  const blocks = population.drawn
    .filter((area) => area !== main)
    .map((area) => ({ area, charts: own(area) }))
    .filter(({ charts }) => charts.length > 0)
    .map(({ area, charts }) =>
      block(results.populationOnly, area.name, html`<div class="grid">${charts.map(figure)}</div>`),
    );
  const medians = population.random;
  const intro = t(medians ? "intros.population" : "intros.population_main", {
    variant: variantText(texts, population.variant),
    observed: population.observed,
  });
  const source = results.tables.assumptions.find((row) => row.key === "table.population")?.source;
  const many = { n: texts.number(results.context.trusts.length), region: results.context.region.name };
  return section(texts, "population", t("sections.population"), intro, [
    source ? html`<p class="intro">${t("population_report.source", { source })}</p>\n` : "",
    population.many ? html`<p class="intro">${t("population_report.many", many)}</p>\n` : "",
    mainCharts(main ? own(main) : [], chart("old-age-dependency")),
    blocks,
    pyramids(page),
    populationTable(page, medians),
  ]);
}

/** A collapsible block. */
const block = (open, heading, body) => html`<details${open ? raw(" open") : ""}><summary><h3>${heading}</h3></summary>
${body}</details>\n`;

/** The tall fan to the left, the two lower charts to its right. */
function mainCharts([fan, components], dependency) {
  const beside = [dependency, components].filter(Boolean);
  if (!fan && beside.length === 0) return "";
  return html`<div class="grid">${fan ? figure(fan) : ""}<div class="pile">${beside.map(figure)}</div></div>\n`;
}

function pyramids({ results, texts, chart }) {
  const drawings = results.population.drawn.map((area) => chart(`pyramid-${area.id}`)).filter(Boolean);
  if (drawings.length === 0) return none(texts);
  const body = html`<div class="grid narrow">${drawings.map(figure)}</div>`;
  if (results.tables.population_quantiles.length === 0) return body;
  return block(results.populationOnly, texts.t("population_report.pyramids"), body);
}

/** Rows by area and year; areas without quantiles have the main alternative's figures. */
function populationTable({ results, texts }, medians) {
  const { t } = texts;
  const { population } = results;
  const years = [...new Set([results.base, ...results.years_to_show])],
    groups = Object.keys(TABLE_GROUPS);
  const extra = ["mean_age", "old_age_dependency"].filter((name) =>
    results.tables.population_indicators.some((row) => row.indicator === name),
  );
  const areas = results.trusts.filter(
    (area) =>
      (!area.isRegion || results.context.trusts.length > 1) &&
      years.every((year) => population.persons(area.id, "all", year) ?? population.single(area.id, "all", year)),
  );
  if (areas.length === 0) return "";
  const whole = (value) => texts.number(value),
    tenth = (value) => texts.number(value, 1);
  const rows = areas.flatMap((area) => [
    { group: area.name },
    ...years.map((year) => ({
      className: area.isRegion ? "region" : "",
      cells: [
        String(year),
        ...groups.map((group) => {
          const found = population.persons(area.id, group, year);
          return found ? quantileCell(texts, found, whole) : numberCell(population.single(area.id, group, year), whole);
        }),
        ...extra.map((name) => quantileCell(texts, population.indicator(area.id, name, year), tenth)),
      ],
    })),
  ]);
  const head = [
    t("population_report.area_year"),
    ...groups.map((group) => ageText(texts, group)),
    ...extra.map((name) => t(`population_report.${name === "mean_age" ? "mean_age" : "dependency"}`)),
  ];
  const caption = medians
    ? t("population_report.caption")
    : t("population_report.caption_main", { variant: variantText(texts, population.variant) });
  const open = results.populationOnly && !population.many;
  return block(open, t("population_report.table"), table({ caption, head, rows, className: "numbers population" }));
}

const numberCell = (value, form) => (Number.isFinite(value) ? form(value) : "–");

/** The median, with the 80 % interval below it where there is one. */
function quantileCell(texts, found, form) {
  if (!found || !Number.isFinite(found.q50)) return "–";
  const exact = form(found.q10) === form(found.q90);
  return exact
    ? form(found.q50)
    : html`${form(found.q50)}<small class="below">${form(found.q10)}–${form(found.q90)}</small>`;
}
