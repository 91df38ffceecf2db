// @ts-check
// What is answered while somebody moves a slider: the touched cells before and after, from a few draws and said to be so.
import { html, nothing } from "lit-html";
import { remarksOf } from "../form/problems.mjs";
import { chartView } from "./chart.mjs";

const LEAST_BEDS = 0.1;
const FIRST_SHOWN = 8;
/** No word of a class where the few draws can't tell on which side of its limit P is. */
const NEAR = 0.07;
const LIMITS = [0.1, 0.5];

/** lav, middels, høy; nothing near a limit. @param {number} p @returns {"low" | "medium" | "high" | null} */
export function classOf(p) {
  if (LIMITS.some((limit) => Math.abs(p - limit) < NEAR)) return null;
  return p > 0.5 ? "high" : p < 0.1 ? "low" : "medium";
}

const isIdentified = (/** @type {string | undefined} */ evidence) => evidence === "sourced" || evidence === "derived";
const SYMBOLS = { low: "○", medium: "◐", high: "●" };

/** The cells that are moved by a tenth of a bed in some year, the most moved in the year first. @param {any} answer @param {number} at index of the year */
export function movedCells(answer, at) {
  const size = (/** @type {any} */ cell, /** @type {number} */ i) =>
    Math.max(
      ...["capacity", "need", "need_service_level", "gap", "gap_service_level"].map((m) =>
        Math.abs(cell.measures[m]?.difference[i] ?? 0),
      ),
    );
  return answer.cells
    .map((/** @type {any} */ cell) => ({
      cell,
      most: Math.max(...answer.years.map((/** @type {any} */ _, /** @type {number} */ i) => size(cell, i))),
      now: size(cell, at),
    }))
    .filter((/** @type {any} */ { cell, most }) => cell.trust !== "outside" && most >= LEAST_BEDS)
    .sort(
      (/** @type {any} */ a, /** @type {any} */ b) =>
        Number(a.cell.trust === "region") - Number(b.cell.trust === "region") || b.now - a.now,
    )
    .map((/** @type {any} */ { cell }) => cell);
}

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

/** @param {any} app @param {any} one @param {any} answered */
function foundView(app, one, answered) {
  const { t, numbers } = app.words;
  const { answer } = answered;
  const year = answer.years.includes(app.year) ? app.year : answer.years[answer.years.length - 1];
  const at = answer.years.indexOf(year);
  const cells = movedCells(answer, at);
  const shown = app.allCells ? cells : cells.slice(0, FIRST_SHOWN);
  const remarks = remarksOf(app, one, answer.remarks ?? []);
  const onlySimulated =
    one.actions.length > 0 && one.actions.every((/** @type {any} */ a) => ["route", "surge"].includes(a.values.kind));
  return html`
    ${cells.length > 0 ? html`<p class="headline">${headline(app, answer, at)}</p>` : html`<p class="headline">${t(onlySimulated ? "answer.only_simulated" : "answer.nothing")}</p>`}
    ${remarks.length > 0 ? html`<div class="remark"><strong>${t("ask.remarks")}:</strong> ${remarks.map((text) => html`<p>${text}</p>`)}</div>` : nothing}
    <p class="note">${t("answer.approximate", { draws: numbers.number(answer.draws) })}</p>
    ${
      cells.length > 0
        ? html`<div class="field year"><label for="year">${t("answer.year")}</label>
            <input id="year" type="range" min=${answer.years[0]} max=${answer.years[answer.years.length - 1]} step="1" .value=${String(year)} @input=${(/** @type {any} */ e) => app.act.year(Number(e.target.value))} />
            <output for="year">${year}</output></div>
          <div class="scroll" tabindex="0" role="region" aria-label=${t("answer.caption", { year })}><table class="cells"><caption>${t("answer.caption", { year })}</caption>
            <thead><tr>${["cell", "capacity", "need", "gap", "p_utilisation", "p_service_level"].map((key) => html`<th scope="col">${t(`answer.${key}`)}</th>`)}</tr></thead>
            <tbody>${shown.map((/** @type {any} */ cell) => cellRow(app, cell, at))}</tbody></table></div>
          ${cells.length > shown.length ? html`<button type="button" class="quiet" @click=${() => app.act.allCells()}>${t("answer.more", { n: cells.length })}</button>` : nothing}`
        : nothing
    }
    ${app.charts[one.id]?.[0] ? chartView(app, app.charts[one.id][0], [one]) : nothing}
    <p class="took">${t("answer.took", { ms: Math.round(answered.ms) })}</p>`;
}

/** The cell that the headline is about: a trust's own before the region, one that can be judged before one that can't. @param {any} answer @param {number} at */
export function headlineCell(answer, at) {
  const cells = movedCells(answer, at);
  const own = cells.filter((/** @type {any} */ cell) => cell.trust !== "region" && cell.measures.gap);
  return own.find((/** @type {any} */ cell) => isIdentified(cell.base_evidence[at])) ?? own[0] ?? cells[0];
}

/** @param {any} app @param {any} answer @param {number} at */
function headline(app, answer, at) {
  const { t, numbers } = app.words;
  const own = headlineCell(answer, at);
  const gap = own?.measures.gap;
  if (!gap) return "";
  const { called } = app.fields;
  const where = { trust: called.trust(own.trust), service: called.service(own.service), year: answer.years[at] };
  if (!isIdentified(own.base_evidence[at]))
    return t("answer.headline_difference", { ...where, difference: numbers.signed(gap.difference[at]) });
  return t("answer.headline", {
    ...where,
    before: numbers.signed(gap.base[at]),
    after: numbers.signed(gap.alternative[at]),
  });
}

/** A difference with its interval; without, where it is the same in all draws. @param {any} words @param {any} measure @param {number} at */
export function differenceText({ t, numbers }, measure, at) {
  const [difference, low, high] = [measure.difference[at], measure.low[at] ?? 0, measure.high[at] ?? 0].map(
    numbers.signed,
  );
  return t(low === high ? "answer.difference_sure" : "answer.difference", { difference, low, high });
}

/** @param {any} app @param {any} cell @param {number} at */
function cellRow(app, cell, at) {
  const { t, numbers } = app.words;
  const { called } = app.fields;
  const isJudged = isIdentified(cell.base_evidence[at] ?? cell.evidence[at]);
  const m = cell.measures;
  const pair = (/** @type {any} */ measure, /** @type {(value: number) => string} */ form) => {
    if (!measure || measure.base[at] === null || measure.alternative[at] === null) return "–";
    const before = form(measure.base[at]),
      after = form(measure.alternative[at]);
    return html`<span class="pair">${before === after ? before : t("answer.arrow", { before, after })}</span>`;
  };
  const difference = (/** @type {any} */ measure) =>
    measure && measure.difference[at] !== null
      ? html`<small>${differenceText(app.words, measure, at)}</small>`
      : nothing;
  const data = (/** @type {string} */ key, /** @type {any} */ content) =>
    html`<td data-label=${t(`answer.${key}`)}><span>${content}</span></td>`;
  const unknown = html`<span class="unknown">${t("answer.unknown")}</span>`;
  return html`<tr class=${cell.trust === "region" ? "region" : ""}>
    <th scope="row">${called.trust(cell.trust)}, ${called.service(cell.service)}</th>
    ${data("capacity", pair(m.capacity, numbers.capacity))}
    ${data("need", isJudged ? pair(m.need, numbers.beds) : unknown)}
    ${data("gap", html`${isJudged ? pair(m.gap, numbers.signed) : unknown} ${difference(m.gap)}`)}
    ${data("p_utilisation", isJudged ? probabilityPair(app, m.p_shortage, at) : unknown)}
    ${data("p_service_level", isJudged ? probabilityPair(app, m.p_shortage_service_level, at) : unknown)}
  </tr>`;
}

/** @param {any} app @param {any} measure @param {number} at */
const probabilityPair = (app, measure, at) =>
  !measure || measure.base[at] === null
    ? "–"
    : measure.base[at] === measure.alternative[at]
      ? probability(app, measure.base[at])
      : html`<span class="pair parts">${probability(app, measure.base[at])} → ${probability(app, measure.alternative[at])}</span>`;

/** P with the symbol of its class, and the word only where the draws are enough for it. @param {any} app @param {number} p */
export function probability(app, p) {
  const { t, numbers } = app.words;
  const risk = classOf(p);
  const text = t("answer.about", { value: numbers.percent(p) });
  return risk
    ? html`<span class="risk ${risk}"><span aria-hidden="true">${SYMBOLS[risk]}</span> ${text} <span class="word">${t(`answer.${risk}`)}</span></span>`
    : html`<span class="risk near">${text} <span class="hidden">${t("answer.near")}</span></span>`;
}
