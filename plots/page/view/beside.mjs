// @ts-check
// Up to five alternatives beside one another: gaps, a map of probabilities before and after, and the drawings.
import { html, nothing } from "lit-html";
import { differenceText, movedCells, probability } from "./answer.mjs";
import { chartView } from "./chart.mjs";

const MOST_CELLS = 12;

/** @param {any} app */
export function besideView(app) {
  const { t, numbers } = app.words;
  const asked = app.work.alternatives.filter((/** @type {any} */ a) => a.actions.length > 0 || a.other.trim());
  const sound = asked.filter((/** @type {any} */ a) => app.answers[a.id]?.answer);
  const heading = html`<h1 id="beside-heading" tabindex="-1">${t("beside.heading")}</h1>`;
  if (sound.length === 0)
    return html`<section aria-labelledby="beside-heading">${heading}<p class="note">${t("beside.none")}</p></section>`;
  const answers = sound.map((/** @type {any} */ a) => app.answers[a.id].answer);
  const { years, draws } = answers[0];
  const year = years.includes(app.year) ? app.year : years[years.length - 1];
  const at = years.indexOf(year);
  const cells = cellsOf(answers, at);
  return html`<section class="side-by-side" aria-labelledby="beside-heading">
    ${heading}
    <p class="note">${t("beside.lead", { draws: numbers.number(draws) })}</p>
    <div class="field year"><label for="beside-year">${t("answer.year")}</label>
      <input id="beside-year" type="range" min=${years[0]} max=${years[years.length - 1]} step="1" .value=${String(year)} @input=${(/** @type {any} */ e) => app.act.year(Number(e.target.value))} />
      <output for="beside-year">${year}</output></div>
    ${tableOf(app, { sound, cells, caption: t("beside.gap_caption", { year }), value: gapValue(app, at) })}
    ${tableOf(app, { sound, cells: cells.filter((/** @type {any} */ c) => c.judged), caption: t("beside.map_caption"), value: riskValue(app, at), className: "map" })}
    ${chartsView(app, sound)}
  </section>`;
}

/** The cells that any of them moves: where, and what each says of it. @param {any[]} answers @param {number} at */
function cellsOf(answers, at) {
  const cells = new Map();
  answers.forEach((answer, i) => {
    for (const cell of movedCells(answer, at)) {
      const key = `${cell.trust}|${cell.service}`;
      if (!cells.has(key))
        cells.set(key, {
          trust: cell.trust,
          service: cell.service,
          by: [],
          base: cell,
          judged: ["sourced", "derived"].includes(cell.base_evidence[at]),
        });
      cells.get(key).by[i] = cell;
    }
  });
  return [...cells.values()].slice(0, MOST_CELLS);
}

/** @param {any} app @param {number} at */
const gapValue = (app, at) => (/** @type {any} */ cell, /** @type {any} */ entry, /** @type {boolean} */ base) => {
  const { t, numbers } = app.words;
  const gap = (cell ?? entry.base).measures.gap;
  if (!gap || gap.base[at] === null) return "–";
  const own = cell && !base;
  // A change must not be read as a gap.
  if (!entry.judged && base) return t("answer.unknown");
  if (!entry.judged) return t("beside.change", { change: numbers.signed(own ? gap.difference[at] : 0) });
  if (!own) return numbers.signed(gap.base[at]);
  return html`${numbers.signed(gap.alternative[at])} <small>${differenceText(app.words, gap, at)}</small>`;
};

/** @param {any} app @param {number} at */
const riskValue = (app, at) => (/** @type {any} */ cell, /** @type {any} */ entry, /** @type {boolean} */ base) => {
  const p = (cell ?? entry.base).measures.p_shortage;
  if (!p || p.base[at] === null) return "–";
  return probability(app, cell && !base ? p.alternative[at] : p.base[at]);
};

/** @param {any} app @param {any} what */
function tableOf(app, { sound, cells, caption, value, className = "" }) {
  const { t } = app.words;
  const { called } = app.fields;
  if (cells.length === 0) return nothing;
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${caption}><table class="sides ${className}"><caption>${caption}</caption>
    <thead><tr><th scope="col">${t("beside.where")}</th><th scope="col">${t("beside.base")}</th>${sound.map((/** @type {any} */ a) => html`<th scope="col">${a.name}</th>`)}</tr></thead>
    <tbody>${cells.map(
      (/** @type {any} */ entry) =>
        html`<tr class=${entry.trust === "region" ? "region" : ""}><th scope="row">${called.trust(entry.trust)}, ${called.service(entry.service)}</th>
          <td>${value(entry.base, entry, true)}</td>${sound.map((/** @type {any} */ _, /** @type {number} */ i) => html`<td>${value(entry.by[i], entry, false)}</td>`)}</tr>`,
    )}</tbody></table></div>`;
}

/** @param {any} app @param {any[]} sound */
function chartsView(app, sound) {
  const { t } = app.words;
  const charts = app.besideCharts;
  if (!charts) return html`<p class="note" aria-live="polite">${t("beside.charts_waiting")}</p>`;
  return html`<h2>${t("beside.charts")}</h2>
    <div class="grid">${charts.map((/** @type {any} */ chart) => chartView(app, chart, sound))}</div>`;
}
