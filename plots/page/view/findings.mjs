// @ts-check
// The report of the baseline, as it was made with the page.
import { html, nothing } from "lit-html";
import { frameView } from "./frame.mjs";

/** @param {any} app */
export function findingsView(app) {
  const { t, lang } = app.words;
  const { region } = app;
  const title =
    region[`report_title_${lang}`] || region.report_title_nb || region[`title_${lang}`] || region.title_nb || region.id;
  return html`<section class="findings" aria-labelledby="findings-heading">
    <h1 id="findings-heading" tabindex="-1">${title}</h1>
    ${region.populationOnly ? html`<p class="note">${t("findings.population_only")}</p>` : nothing}
    ${
      app.report
        ? frameView(app, app.report, t("findings.frame"), `${region.id}-rapport.html`)
        : html`<p class="note">${region.report ? t("answer.waiting") : t("findings.none")}</p>`
    }
  </section>`;
}
