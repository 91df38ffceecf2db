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
        ? frameView(
            app,
            app.report,
            t("findings.frame"),
            `${region.id}-${t("file.report")}.html`,
            app.canAsk ? askLink(app) : nothing,
          )
        : region.report
          ? foundView(app)
          : html`<p class="note">${t("findings.none")}</p>`
    }
  </section>`;
}

/** The way on, for whoever has read the first page. @param {any} app */
const askLink = (app) =>
  html`<button type="button" class="main" @click=${(/** @type {any} */ e) => app.act.view(e, "ask")}>${app.words.t("findings.ask")}</button>`;

/** What the file says before its report is laid out: of the region that it opens with. @param {any} app */
const foundView = ({ found, region, regions, words }) =>
  found && region === regions[0]
    ? html`<p class="headline">${found.headline}</p>
      <ul>${found.lead.map((/** @type {string} */ sentence) => html`<li>${sentence}</li>`)}</ul>`
    : html`<p class="note">${words.t("answer.waiting")}</p>`;
