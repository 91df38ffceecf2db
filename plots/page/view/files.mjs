// @ts-check
// Out and in: files, and what is kept in the browser.
import { html, nothing } from "lit-html";
import { SSB } from "../acts/ssb.mjs";

/** @param {any} app */
export function filesView(app) {
  const { t, numbers, lang } = app.words;
  const { work, taken } = app;
  const ssb = SSB[app.ssb];
  const pick = (/** @type {any} */ e) => {
    void app.act.takeFiles([...e.target.files]);
    e.target.value = "";
  };
  return html`<section class="files" aria-labelledby="files-heading">
    <h1 id="files-heading" tabindex="-1">${t("files.heading")}</h1>
    <div class="two">
    <section aria-labelledby="out-heading"><h2 id="out-heading">${t("files.out")}</h2>
      <p class="note">${t("files.out_text")}</p>
      <ul class="plain">${work.alternatives.map((/** @type {any} */ a) => html`<li><button type="button" @click=${() => app.act.saveToml(a.id)}>${t("files.save_toml", { name: a.name })}</button></li>`)}
      <li><button type="button" @click=${() => app.act.saveRegion()}>${t("files.save_region")}</button></li></ul>
    </section>
    <section aria-labelledby="in-heading"><h2 id="in-heading">${t("files.in")}</h2>
      <p class="note">${t("files.in_text")}</p>
      <div class="drop"><p aria-hidden="true">${t("files.drop")}</p>
        <label class="button">${t("files.choose")}<input id="take-files" class="hidden" type="file" multiple accept=".toml,.zip,.csv,.xlsx" @change=${pick} /></label>
        <label class="button">${t("files.choose_folder")}<input id="take-folder" class="hidden" type="file" webkitdirectory @change=${pick} /></label></div>
      <div aria-live="polite">
        ${taken.done.map((/** @type {string} */ text) => html`<p class="took-in">${text}</p>`)}
        ${taken.problems.length > 0 ? html`<div role="alert"><p>${t("files.refused")}</p><ul class="problems">${taken.problems.map((/** @type {string} */ text) => html`<li>${text}</li>`)}</ul></div>` : nothing}
      </div>
    </section>
    <section aria-labelledby="ssb-heading"><h2 id="ssb-heading">${t("files.ssb")}</h2>
      <p class="note">${t("files.ssb_text")}</p>
      <div class="field"><label for="ssb-kind">${t("files.ssb_kind")}</label><select id="ssb-kind" .value=${app.ssb} @change=${(/** @type {any} */ e) => app.act.chooseSsb(e.target.value)}>
        ${Object.keys(SSB).map((kind) => html`<option value=${kind} ?selected=${kind === app.ssb}>${t(`files.${kind.replace("-", "_")}`)}</option>`)}</select></div>
      <div class="field"><label for="ssb-table">${t("files.ssb_table", { table: app.ssb.slice(4) })}</label><input id="ssb-table" type="file" accept=".csv,.txt,.json" /></div>
      <div class="field"><label for="ssb-years">${t("files.ssb_years")}</label><input id="ssb-years" type="text" /></div>
      ${ssb.map ? html`<div class="field"><label for="ssb-map">${t(`files.${ssb.map}`)}</label><input id="ssb-map" type="file" accept=".csv" /></div>` : nothing}
      ${
        ssb.use
          ? html`<div class="field"><label for="ssb-regions">${t("files.ssb_regions")}</label><input id="ssb-regions" type="text" /></div>
            <div class="field"><label for="ssb-service">${t("files.ssb_service")}</label><select id="ssb-service">${app.facts.services.map((/** @type {any} */ one) => html`<option value=${one.id} ?selected=${one.id === "phv"}>${one[`name_${lang}`] || one.id}</option>`)}</select></div>`
          : nothing
      }
      <button type="button" @click=${() => app.act.importSsb()}>${t("files.ssb_go")}</button>
      ${
        app.imported
          ? html`<pre>${app.imported.report}</pre><div class="tools"><button type="button" @click=${() => app.act.saveImported()}>${t("files.ssb_save", { name: app.imported.name.split("/").at(-1) })}</button>
            <button type="button" @click=${() => app.act.useImported()}>${t(app.imported.becomes === "what-if" ? "files.ssb_ask" : "files.ssb_use")}</button></div>`
          : nothing
      }
    </section>
    <section aria-labelledby="kept-heading"><h2 id="kept-heading">${t("files.kept")}</h2>
      <p class="note">${app.keeps ? t("files.kept_text") : t("files.not_kept")}</p>
      ${
        app.erasing
          ? html`<div role="alertdialog" aria-labelledby="sure"><p id="sure">${t("files.erase_sure")}</p><div class="tools"><button type="button" class="danger" @click=${() => app.act.erase()}>${t("files.erase_yes")}</button>
            <button type="button" @click=${() => app.act.askErase(false)}>${t("files.erase_no")}</button></div></div>`
          : html`<button type="button" class="danger" @click=${() => app.act.askErase(true)}>${t("files.erase")}</button>`
      }
      <p aria-live="polite">${app.erased ? t("files.erased") : ""}</p>
    </section>
    <section aria-labelledby="about-heading"><h2 id="about-heading">${t("files.about")}</h2>
      <p class="note">${t("private")} ${t("files.about_text", { draws: numbers.number(app.draws) })}</p></section>
    </div>
  </section>`;
}
