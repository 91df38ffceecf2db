// @ts-check
// Up to five alternatives beside one another: gaps, a map of probabilities before and after, and the drawings.
import { html, nothing } from "lit-html";
import { isOld } from "../acts/draw.mjs";
import { isEmpty } from "../state.mjs";
import { cellName, chanceOf, differenceText, gapOf, judgedAt, wordOf } from "./cell.mjs";
import { chartView } from "./chart.mjs";
import { isIdentified, movedCells } from "./moved.mjs";

const MOST_CELLS = 12;

/** @param {any} app */
export function besideView(app) {
  const { t, numbers } = app.words;
  const { alternatives } = app.work;
  const sound = alternatives.filter((/** @type {any} */ a) => app.isSound(a.id) || app.answers[a.id]?.answer);
  const heading = html`<h1 id="beside-heading" tabindex="-1">${t("beside.heading")}</h1>`;
  if (sound.length === 0)
    return html`<section aria-labelledby="beside-heading">${heading}<p class="note">${t("beside.none")}</p>
      <ul class="plain">${alternatives.map((/** @type {any} */ a) => html`<li><strong>${a.name}</strong>: ${whyNot(app, a)}</li>`)}</ul></section>`;
  const full = app.isFull(sound);
  const sides = alternatives.map((/** @type {any} */ one) => sideOf(app, one, sound.includes(one), full));
  const answers = sides.map((/** @type {any} */ side) => side.answer).filter(Boolean);
  const { years, draws } = answers[0];
  const year = years.includes(app.year) ? app.year : years[years.length - 1];
  const at = years.indexOf(year);
  const cells = cellsOf(sides, at);
  return html`<section class="side-by-side" aria-labelledby="beside-heading">
    ${heading}
    <p class="note">${t(full ? "beside.lead_full" : "beside.lead", { draws: numbers.number(draws) })}</p>
    <div class="field year"><label for="beside-year">${t("answer.year")}</label>
      <input id="beside-year" type="range" min=${years[0]} max=${years[years.length - 1]} step="1" .value=${String(year)} @input=${(/** @type {any} */ e) => app.act.year(Number(e.target.value))} />
      <output for="beside-year">${year}</output></div>
    ${tableOf(app, { sides, cells, caption: t("beside.gap_caption", { year }), value: gapValue(app, at) })}
    ${tableOf(app, { sides, cells, caption: t("beside.map_caption"), value: riskValue(app, at, full), className: "map" })}
    ${full ? nothing : html`<p class="note" id="why-near" tabindex="-1">${t("answer.why_near")}</p>`}
    ${cells.some(({ trust }) => trust === "region") ? html`<p class="note">${t("answer.why_region")}</p>` : nothing}
    ${chartsView(app, sound)}
  </section>`;
}

/** Why nothing stands in its column. @param {any} app @param {any} one */
function whyNot(app, one) {
  const { t } = app.words;
  if (isEmpty(one)) return t("beside.empty");
  const { all } = app.problemsOf(one.id);
  if (all.length > 0)
    return html`${t("beside.refused")}: <button type="button" class="link" @click=${() => app.act.mend(one.id, all[0].field)}>${all[0].message}</button>${all.length > 1 ? ` (${t("beside.and_more", { n: all.length - 1 })})` : ""}`;
  return app.answers[one.id]?.failed ? t("answer.failed", { what: app.answers[one.id].failed }) : t("answer.waiting");
}

/** A column: its answer and what is judged of it, or why there is none. @param {any} app @param {any} one @param {boolean} isSound @param {boolean} full */
function sideOf(app, one, isSound, full) {
  if (!isSound) return { one, answer: null, judged: null, why: whyNot(app, one) };
  const run = full ? app.fullOf(one.id) : null;
  return {
    one,
    answer: run ? run.answer : app.answers[one.id].answer,
    judged: run ? run.judged : app.judgedOfFew(one.id),
    why: null,
  };
}

/** The cells that any of them moves: where, and what each says of it. @param {any[]} sides @param {number} at */
function cellsOf(sides, at) {
  const cells = new Map();
  sides.forEach(({ answer, judged }, i) => {
    for (const cell of answer ? movedCells(answer, at) : []) {
      const key = `${cell.trust}|${cell.service}`;
      const entry = cells.get(key) ?? {
        ...{ trust: cell.trust, service: cell.service, by: [], judged: [], before: null, base: cell },
        net: cell.trust === "region" || !isIdentified(cell.base_evidence[at]),
      };
      const both = judgedAt(judged, cell, at);
      entry.by[i] = cell;
      entry.judged[i] = both?.after ?? null;
      entry.before ??= both?.before ?? null;
      cells.set(key, entry);
    }
  });
  return [...cells.values()].filter(({ base }) => base.measures.gap).slice(0, MOST_CELLS);
}

/** What is judged of a column, which is the base's where the column moves nothing there. @param {any} entry @param {number} i -1 for the base */
const judgedOf = (entry, i) => (i < 0 || !entry.by[i] ? entry.before : entry.judged[i]);

/** @param {any} app @param {number} at */
const gapValue = (app, at) => (/** @type {any} */ entry, /** @type {number} */ i) => {
  const { t, numbers } = app.words;
  const { gap } = (entry.by[i] ?? entry.base).measures;
  if (!gap || gap.base[at] === null) return "–";
  const difference = entry.by[i] && html` <small>${differenceText(app.words, gap, at)}</small>`;
  if (entry.net) {
    const judged = judgedOf(entry, i);
    return html`${judged ? gapOf(app, judged) : html`<span class="unknown">${t("answer.judging")}</span>`}${entry.trust === "region" ? nothing : difference}`;
  }
  if (!entry.by[i]) return numbers.signed(gap.base[at]);
  return html`${numbers.signed(gap.alternative[at])}${difference}`;
};

/** @param {any} app @param {number} at @param {boolean} full */
const riskValue = (app, at, full) => (/** @type {any} */ entry, /** @type {number} */ i) => {
  const judged = judgedOf(entry, i);
  if (!judged) return html`<span class="unknown">${app.words.t("answer.judging")}</span>`;
  return html`<span class="pair parts">${wordOf(app, judged, full)} ${chanceOf(app, judged, "utilisation", full)}</span>`;
};

/** @param {any} app @param {any} what */
function tableOf(app, { sides, cells, caption, value, className = "" }) {
  const { t } = app.words;
  if (cells.length === 0) return nothing;
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${caption}><table class="sides ${className}"><caption>${caption}</caption>
    <thead><tr><th scope="col">${t("beside.where")}</th><th scope="col">${t("beside.base")}</th>${sides.map((/** @type {any} */ { one, why }) => html`<th scope="col">${one.name}${why ? html`<small class="why-not">${why}</small>` : nothing}</th>`)}</tr></thead>
    <tbody>${cells.map(
      (/** @type {any} */ entry) =>
        html`<tr class=${entry.trust === "region" ? "region" : ""}><th scope="row">${cellName(app, entry)}</th>
          <td>${value(entry, -1)}</td>${sides.map((/** @type {any} */ side, /** @type {number} */ i) => html`<td>${side.why ? "–" : value(entry, i)}</td>`)}</tr>`,
    )}</tbody></table></div>`;
}

/** @param {any} app @param {any[]} sound */
function chartsView(app, sound) {
  const { t } = app.words;
  const drawn = app.besideCharts;
  if (!drawn) return html`<p class="note" aria-live="polite">${t("beside.charts_waiting")}</p>`;
  const old = isOld(app, drawn, sound, true);
  return html`<h2>${t("beside.charts")}</h2>
    <div class="grid">${drawn.charts.map((/** @type {any} */ chart) => chartView(app, chart, sound, old))}</div>`;
}
