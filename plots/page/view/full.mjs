// @ts-check
// Running in full, and what comes of it.
import { html, nothing } from "lit-html";
import { bodyOf } from "../toml.mjs";
import { whenText } from "../when.mjs";

/** @param {number} seconds @param {(key: string, values?: any) => string} t */
export const timeText = (seconds, t) =>
  seconds < 90
    ? t("full.seconds", { n: Math.max(1, Math.round(seconds)) })
    : t("full.minutes", { n: Math.round(seconds / 60) });

/** @param {any} app */
export function fullView(app) {
  const { t, numbers } = app.words;
  const { full, work } = app;
  const ready = work.alternatives.filter((/** @type {any} */ a) => app.isSound(a.id));
  const one = ready.find((/** @type {any} */ a) => a.id === work.chosen);
  const about = app.about;
  return html`<section class="full" aria-labelledby="full-heading">
    <h2 id="full-heading">${t("full.heading")}</h2>
    <p class="note">${t("full.text", { draws: numbers.number(about.draws), replications: numbers.number(about.replications), workers: app.workers })}</p>
    ${
      full.running
        ? progressView(app)
        : html`<div class="tools">
          <button type="button" class="main" ?disabled=${!one} @click=${() => app.act.runFull([one.id])}>${one ? t("full.run_one", { name: one.name }) : t("full.run")}</button>
          ${ready.length > 1 ? html`<button type="button" @click=${() => app.act.runFull(ready.map((/** @type {any} */ a) => a.id))}>${t("full.run_all")}</button>` : nothing}
        </div>`
    }
    <div aria-live="polite">
      ${full.cancelled ? html`<p class="note" tabindex="-1">${t("full.cancelled")}</p>` : nothing}
      ${full.failed ? html`<p class="problem" tabindex="-1">${t("answer.failed", { what: full.failed })}</p>` : nothing}
      ${full.result ? doneView(app) : nothing}
      ${notKept(app)}
    </div>
  </section>`;
}

/** @param {any} app */
function progressView(app) {
  const { t } = app.words;
  const { done, left, stage } = app.full.progress;
  const percent = Math.floor(100 * done);
  return html`<div class="progress">
    <label for="progress">${t("full.running")}: ${t(`full.${stage}`)}</label>
    <progress id="progress" max="100" value=${percent}>${percent} %</progress>
    <p>${t("full.progress", { percent })}${left === null ? "" : `, ${t("full.left", { time: timeText(left, t) })}`}</p>
    <button type="button" @click=${() => app.act.cancelFull()}>${t("full.cancel")}</button>
  </div>`;
}

/** That it has been run as it is, and nothing is left of it. @param {any} app */
function notKept(app) {
  const { t } = app.words;
  const one = app.work.alternatives.find((/** @type {any} */ a) => a.id === app.work.chosen),
    ran = one && app.ran[one.id];
  if (!ran || app.full.running || app.fullOf(one.id) || ran.body !== bodyOf(app.textOf(one.id))) return nothing;
  return html`<p class="note not-kept">${t("full.not_kept", { name: one.name, when: whenText(ran.at, t) })}</p>`;
}

/** @param {any} app */
function doneView(app) {
  const { t, numbers } = app.words;
  const { result, seconds, at, restored } = app.full;
  const names = result.asked.map((/** @type {any} */ a) => `«${a.title}»`).join(", ");
  const stale = result.asked.some((/** @type {any} */ a) => app.textOf(a.alternative) !== a.text);
  return html`<p tabindex="-1"><strong>${restored ? t("full.restored", { when: whenText(at, t), names }) : t("full.done", { time: timeText(seconds, t), names })}</strong></p>
    ${stale ? html`<p class="note">${t("full.stale")}</p>` : nothing}
    <ul class="results">
      ${result.asked.map(
        (/** @type {any} */ a, /** @type {number} */ i) =>
          html`<li><strong>${t("full.report_of", { name: a.title })}</strong>
            <span class="tools">
              <button type="button" @click=${() => app.act.show(result.reports[i].html, t("full.report_of", { name: a.title }))}>${t("full.view")}</button>
              <button type="button" @click=${() => app.act.saveReport(i)}>${t("full.save_report")}</button>
              <button type="button" @click=${() => app.act.saveTables(i)}>${t("full.save_csv")}</button>
              <button type="button" @click=${() => app.act.saveXlsx(i)}>${t("full.save_xlsx")}</button>
              <button type="button" @click=${() => app.act.saveCharts(i)}>${t("full.save_charts")}</button>
            </span></li>`,
      )}
      <li><strong>${t("full.comparison")}</strong>
        <span class="tools">
          <button type="button" @click=${() => app.act.show(result.compared.html, t("full.comparison"))}>${t("full.view")}</button>
          <button type="button" @click=${() => app.act.saveComparison()}>${t("full.save_comparison")}</button>
        </span></li>
    </ul>
    <p class="note">${t("full.text", { draws: numbers.number(result.asked[0].draws), replications: numbers.number(result.asked[0].replications), workers: app.workers })}</p>`;
}
