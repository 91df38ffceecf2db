// @ts-check
// The frame of the page: brand, region, language, the four views.
import { html, nothing } from "lit-html";
import { askView } from "./ask.mjs";
import { besideView } from "./beside.mjs";
import { filesView } from "./files.mjs";
import { findingsView } from "./findings.mjs";
import { frameView } from "./frame.mjs";

const VIEWS = /** @type {Record<string, (app: any) => any>} */ ({
  findings: findingsView,
  ask: askView,
  beside: besideView,
  files: filesView,
});

/** @param {any} app */
export function shell(app) {
  const { t, lang } = app.words;
  const names = app.canAsk ? Object.keys(VIEWS) : app.engineReady ? ["findings", "files"] : ["findings"];
  const view = names.includes(app.view) ? app.view : "findings";
  return html`<a class="skip" href="#content">${t("skip")}</a>
    <header class="top">
      <p class="brand"><strong>${t("brand")}</strong></p>
      <label class="which"><span>${t("region")}</span>
        <select id="region" ?disabled=${app.status === "starting" && !app.engineReady} .value=${app.region.id} @change=${(/** @type {any} */ e) => app.act.region(e.target.value)}>
          ${app.regions.map((/** @type {any} */ r) => html`<option value=${r.id} ?selected=${r.id === app.region.id}>${r.name}</option>`)}
        </select></label>
      <nav aria-label=${t("views_label")}>${names.map((name) => html`<a href="#${name}" aria-current=${name === view ? "page" : nothing} @click=${(/** @type {any} */ e) => app.act.view(e, name)}>${t(`views.${name}`)}</a>`)}</nav>
      <button type="button" class="language quiet" lang=${lang === "nb" ? "en" : "nb"} @click=${() => app.act.language()}>${t("language")}</button>
    </header>
    <p class="status" role="status">${app.status ? t(app.status, { what: app.what ?? "" }) : ""}</p>
    ${app.offer ? offerView(app) : nothing}
    <main id="content" tabindex="-1">${VIEWS[view](app)}</main>
    ${app.shown ? shownView(app) : nothing}
    <footer><p>${t("private")}</p></footer>`;
}

/** @param {any} app */
function offerView(app) {
  const { t } = app.words;
  const n = app.offer.alternatives.length;
  return html`<section class="offer" aria-labelledby="offer-heading"><h2 id="offer-heading">${t("offer.heading")}</h2>
    <p>${t("offer.text", { n })}: ${app.offer.alternatives.map((/** @type {any} */ a) => `«${a.name}»`).join(", ")}</p>
    <div class="tools"><button type="button" class="main" @click=${() => app.act.takeOffer(true)}>${t("offer.yes")}</button>
    <button type="button" @click=${() => app.act.takeOffer(false)}>${t("offer.no")}</button></div></section>`;
}

/** A report or comparison that has just been made. @param {any} app */
function shownView(app) {
  const { title, page, file } = app.shown;
  return html`<dialog class="shown" aria-label=${title} @close=${() => app.act.hide()}>
    <button type="button" class="close" autofocus @click=${(/** @type {any} */ e) => e.target.closest("dialog").close()}><span aria-hidden="true">✕</span><span class="hidden">${app.words.t("close")}</span></button>
    ${frameView(app, page, title, file)}</dialog>`;
}
