// @ts-check
// A drawing with its numbers as a table, and what it may be saved as.
import { html, nothing } from "lit-html";

const isKnown = (/** @type {string | undefined} */ evidence) => evidence === "sourced" || evidence === "derived";

/** @param {any} app @param {any} chart @param {any[]} alternatives those in it @param {boolean} old whether it is of what was asked before */
export function chartView(app, chart, alternatives, old) {
  const { t } = app.words;
  const of = html`<span class="hidden">: ${chart.title}</span>`;
  const save = (/** @type {"svg" | "png"} */ form) =>
    html`<button type="button" class="quiet small" @click=${() => app.act.saveChart(chart, form, alternatives)}>${t(`beside.save_${form}`)}${of}</button>`;
  return html`<figure class="chart ${old ? "old" : ""}" tabindex="0" aria-label=${chart.title} aria-busy=${old}>${old ? html`<p class="note redrawn" aria-hidden="true">${t("answer.chart_waiting")}</p>` : nothing}<img src=${chart.url} alt=${chart.alt} />
    <figcaption>${save("png")} ${save("svg")} ${numbersView(app, chart, alternatives)}</figcaption></figure>`;
}

/** The cell that a drawing is of. @param {any} answer @param {any} chart */
export const cellOf = (answer, chart) =>
  answer?.cells.find((/** @type {any} */ cell) => `compared-${cell.trust}-${cell.service}` === chart.name);

/** The numbers of a drawing of gaps, year by year. @param {any} app @param {any} chart @param {any[]} alternatives */
function numbersView(app, chart, alternatives) {
  const { t, numbers } = app.words;
  const full = app.isFull(alternatives);
  const columns = alternatives.map((one) => {
    const answer = full ? app.fullOf(one.id).answer : app.answers[one.id]?.answer;
    return { name: one.name, years: answer?.years ?? [], cell: cellOf(answer, chart) };
  });
  const base = columns.find(({ cell }) => cell?.measures.gap);
  if (!base) return nothing;
  const judged = base.cell.trust !== "region" && base.cell.base_evidence.every(isKnown); // never netted
  const value = (/** @type {any} */ cell, /** @type {number} */ at) => {
    const gap = cell?.measures.gap;
    if (!judged) return numbers.signed(gap?.difference[at] ?? 0);
    return numbers.signed((gap?.alternative ?? base.cell.measures.gap.base)[at]);
  };
  return html`<details class="numbers"><summary>${t("answer.numbers")}<span class="hidden">: ${chart.title}</span></summary>
    <div class="scroll" tabindex="0" role="region" aria-label=${chart.title}><table>
      <caption>${t(judged ? "answer.numbers_caption" : "answer.numbers_caption_difference")}</caption>
      <thead><tr><th scope="col">${t("answer.of_year")}</th>${judged ? html`<th scope="col">${t("beside.base")}</th>` : nothing}${columns.map(({ name }) => html`<th scope="col">${name}</th>`)}</tr></thead>
      <tbody>${base.years.map(
        (/** @type {number} */ year, /** @type {number} */ at) =>
          html`<tr><th scope="row">${year}</th>${judged ? html`<td>${numbers.signed(base.cell.measures.gap.base[at])}</td>` : nothing}${columns.map(({ cell }) => html`<td>${value(cell, at)}</td>`)}</tr>`,
      )}</tbody></table></div></details>`;
}
