// @ts-check
// What is answered while somebody moves a slider: the touched cells before and after, from a few draws and said to be so.
import { html, nothing } from "lit-html";
import { isOld } from "../acts/draw.mjs";
import { remarksOf } from "../form/problems.mjs";
import { whenText } from "../when.mjs";
import { cellName, cellRow } from "./cell.mjs";
import { chartView } from "./chart.mjs";
import { headlineCell, isIdentified, movedCells, yearShown } from "./moved.mjs";

const FIRST_SHOWN = 8;

/** @param {any} app @param {any} one the chosen alternative */
export function answerView(app, one) {
  const { t } = app.words;
  const answered = one && app.answers[one.id];
  const isEmpty = !one || (one.actions.length === 0 && !one.other.trim());
  const body = isEmpty
    ? html`<p class="note">${t("answer.nothing_asked")}</p>`
    : !answered
      ? html`<p class="note">${t("answer.waiting")}</p>`
      : answered.problems
        ? problemsView(app, one)
        : answered.failed
          ? html`<p class="problem" role="alert">${t("answer.failed", { what: answered.failed })}</p>`
          : foundView(app, one, answered);
  return html`<section class="answer" aria-labelledby="answer-heading">
    <h2 id="answer-heading">${t("answer.heading")}</h2>
    ${app.slow ? html`<p class="note">${t("answer.slow")} <button type="button" @click=${() => app.act.stopAsking()}>${t("answer.stop")}</button></p>` : nothing}
    <div aria-live="polite" aria-atomic="false">${body}</div>
  </section>`;
}

/** @param {any} app @param {any} one */
function problemsView(app, one) {
  const { t } = app.words;
  const { all } = app.problemsOf(one.id);
  return html`<div role="alert"><p>${t("answer.refused", { n: all.length })}</p>
    <ul class="problems">${all.map((/** @type {any} */ p) => html`<li>${p.field ? html`<button type="button" class="link" @click=${() => app.act.goTo(p.field)}>${p.message}</button>` : p.message}</li>`)}</ul></div>`;
}

/** What the answer rests on: all draws or few, and since when. @param {any} app @param {any} one @param {any} answer @param {any} full */
function draws(app, one, answer, full) {
  const { t, numbers } = app.words;
  const values = { draws: numbers.number(answer.draws) };
  if (full) return t("answer.in_full", { ...values, when: whenText(full.at, t) });
  const before = app.fulls[one.id];
  return before && before.region === app.region.id
    ? t("answer.changed_since", { ...values, when: whenText(before.at, t) })
    : t("answer.approximate", values);
}

/** @param {any} app @param {any} one @param {any} answered */
function foundView(app, one, answered) {
  const { t } = app.words;
  const { answer, full } = app.answerOf(one.id);
  const year = yearShown(app, one.id, answer);
  const at = answer.years.indexOf(year);
  const cells = movedCells(answer, at);
  const shown = app.allCells ? cells : cells.slice(0, FIRST_SHOWN);
  const remarks = remarksOf(app, one, answered.answer.remarks ?? []);
  const onlySimulated =
    one.actions.length > 0 && one.actions.every((/** @type {any} */ a) => ["route", "surge"].includes(a.values.kind));
  const judged = app.judgedOf(one.id);
  const isLate = !full && answered.text !== app.textOf(one.id);
  return html`
    ${cells.length > 0 ? html`<p class="headline">${headline(app, answer, at)}</p>` : html`<p class="headline">${t(onlySimulated ? "answer.only_simulated" : "answer.nothing")}</p>`}
    ${remarks.length > 0 ? html`<div class="remark"><strong>${t("ask.remarks")}:</strong> ${remarks.map((text) => html`<p>${text}</p>`)}</div>` : nothing}
    <p class="note draws">${draws(app, one, answer, full)}</p>
    ${
      cells.length > 0
        ? html`<div class="field year"><label for="year">${t("answer.year")}</label>
            <input id="year" type="range" min=${answer.years[0]} max=${answer.years[answer.years.length - 1]} step="1" .value=${String(year)} @input=${(/** @type {any} */ e) => app.act.year(Number(e.target.value))} />
            <output for="year">${year}</output></div>
          <div class="scroll" tabindex="0" role="region" aria-label=${t("answer.caption", { year })} aria-busy=${isLate}><table class="cells"><caption>${t("answer.caption", { year })}</caption>
            <thead><tr>${["cell", "capacity", "need", "gap", "p_utilisation", "p_service_level"].map((key) => html`<th scope="col">${t(`answer.${key}`)}</th>`)}</tr></thead>
            <tbody>${shown.map((/** @type {any} */ cell) => cellRow(app, cell, at, judged))}</tbody></table></div>
          ${full ? nothing : html`<p class="note" id="why-near" tabindex="-1">${t("answer.why_near")}</p>`}
          ${cells.some((/** @type {any} */ { trust }) => trust === "region") ? html`<p class="note">${t("answer.why_region")}</p>` : nothing}
          ${cells.length > shown.length ? html`<button type="button" class="quiet" @click=${() => app.act.allCells()}>${t("answer.more", { n: cells.length })}</button>` : nothing}`
        : nothing
    }
    ${chart(app, one)}
    ${full ? nothing : html`<p class="took">${t("answer.took", { ms: Math.round(answered.ms) })}</p>`}`;
}

/** @param {any} app @param {any} one */
function chart(app, one) {
  const drawn = app.charts[one.id];
  if (!drawn?.charts[0]) return nothing;
  return chartView(app, drawn.charts[0], [one], isOld(app, drawn, [one], false));
}

/** @param {any} app @param {any} answer @param {number} at */
function headline(app, answer, at) {
  const { t, numbers } = app.words;
  const own = headlineCell(answer, at);
  const gap = own?.measures.gap;
  if (!gap) return "";
  const where = { cell: cellName(app, own), year: answer.years[at] };
  // A region's gap is never netted, and no level is said that isn't known.
  if (own.trust === "region" || !isIdentified(own.base_evidence[at]))
    return t("answer.headline_difference", { ...where, difference: numbers.signed(gap.difference[at]) });
  return t("answer.headline", {
    ...where,
    before: numbers.signed(gap.base[at]),
    after: numbers.signed(gap.alternative[at]),
  });
}
