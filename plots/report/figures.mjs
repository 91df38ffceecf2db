// The sections with charts: the same drawings as in charts/.
import { html, raw } from "./html.mjs";
import { countedBlock } from "./counted.mjs";
import { partsTable } from "./parts.mjs";

/** A drawing as a figure; it may be scrolled sideways where the screen is narrow. */
export function figure(chart) {
  const width = Number(/viewBox="0 0 ([\d.]+)/.exec(chart.svg)?.[1] ?? 0);
  const drawing = raw(chart.svg.trim()),
    room = html`style="max-width:${width}px"`;
  return html`<figure class="scroll" tabindex="0" role="region" aria-label="${chart.title}" ${room}>${drawing}</figure>\n`;
}

export function riskSection({ texts, chart }) {
  const risk = chart("risk");
  return section(texts, "risk", texts.t("sections.risk"), texts.t("intros.risk"), risk ? figure(risk) : none(texts));
}

/** One collapsible block a service: open where something can be judged. */
export function gapSection({ results, texts, cells, chart }) {
  const blocks = results.offered.map((service) => {
    const mine = cells.filter((cell) => cell.service.id === service.id);
    const open = mine.some((cell) => cell.level !== "none");
    const regionFirst = [...mine.filter((cell) => cell.trust.isRegion), ...mine.filter((cell) => !cell.trust.isRegion)];
    const drawings = regionFirst.map((cell) => figure(chart(`gap-${cell.trust.id}-${cell.service.id}`)));
    const parts = mine.map((cell) => apart({ results, texts, chart }, cell));
    return html`<details${open ? raw(" open") : ""}><summary><h3>${texts.pick(service, "name")}</h3></summary>
<div class="grid">${drawings}</div>${countedBlock({ results, texts }, service, regionFirst)}${parts}</details>\n`;
  });
  return section(
    texts,
    "gap",
    texts.t("sections.gap"),
    texts.t("intros.gap"),
    blocks.length > 0 ? blocks : none(texts),
  );
}

/** A cell's gap taken apart: the drawing and its table. */
function apart({ results, texts, chart }, cell) {
  const drawing = chart(`parts-${cell.trust.id}-${cell.service.id}`);
  if (!drawing) return "";
  return html`<div class="apart">${figure(drawing)}${partsTable(results, texts, cell, results.last)}</div>`;
}

/** The year that changes are counted from, where it is one for all services. */
export function changeHeading(results, texts) {
  const since = [...new Set(results.offered.map((service) => results.change.since(service.id)))];
  return since.length === 1 ? texts.t("sections.change", { since: since[0] }) : texts.t("sections.change_counts");
}

export function changeSection({ results, texts, chart }) {
  return perService({ results, texts, chart }, "change", changeHeading(results, texts));
}

export function occupancySection({ results, texts, chart }, extra) {
  return perService({ results, texts, chart }, "occupancy", texts.t("sections.occupancy"), extra);
}

function perService({ results, texts, chart }, kind, heading, extra = () => "") {
  const blocks = results.offered
    .map((service) => ({ service, drawing: chart(`${kind}-${service.id}`) }))
    .filter(({ drawing }) => drawing)
    .map(
      ({ service, drawing }) =>
        html`<details><summary><h3>${texts.pick(service, "name")}</h3></summary>\n${figure(drawing)}${extra(service)}</details>\n`,
    );
  return section(
    texts,
    kind,
    heading,
    texts.t(`intros.${kind}`),
    blocks.length > 0 ? blocks : none(texts, kind === "occupancy" ? "report.not_simulated" : undefined),
  );
}

export const none = (texts, key = "report.none") => html`<p>${texts.t(key)}</p>`;

export const section = (texts, id, heading, intro, body) => html`<section id="${id}"><h2>${heading}</h2>
<p class="intro">${intro}</p>
${body}</section>
`;
