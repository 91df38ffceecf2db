// @ts-check
// Out and in: files, and what is kept in the browser.
import { html, nothing } from "lit-html";

/** @param {any} app */
export function filesView(app) {
  const { t, numbers } = app.words;
  const { work, taken } = app;
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
        <label class="button">${t("files.choose")}<input id="take-files" class="hidden" type="file" multiple accept=".toml,.zip,.csv" @change=${pick} /></label>
        <label class="button">${t("files.choose_folder")}<input id="take-folder" class="hidden" type="file" webkitdirectory @change=${pick} /></label></div>
      <div aria-live="polite">
        ${taken.done.map((/** @type {string} */ text) => html`<p class="took-in">${text}</p>`)}
        ${taken.problems.length > 0 ? html`<div role="alert"><p>${t("files.refused")}</p><ul class="problems">${taken.problems.map((/** @type {string} */ text) => html`<li>${text}</li>`)}</ul></div>` : nothing}
      </div>
    </section>
    <section aria-labelledby="ssb-heading"><h2 id="ssb-heading">${t("files.ssb")}</h2>
      <p class="note">${t("files.ssb_text")}</p>
      <div class="field"><label for="ssb-table">${t("files.ssb_table")}</label><input id="ssb-table" type="file" accept=".csv,.txt" /></div>
      <div class="field"><label for="ssb-map">${t("files.ssb_map")}</label><input id="ssb-map" type="file" accept=".csv" /></div>
      <button type="button" @click=${() => app.act.importSsb()}>${t("files.ssb_go")}</button>
      ${
        app.imported
          ? html`<pre>${app.imported.report}</pre><div class="tools"><button type="button" @click=${() => app.act.saveImported()}>${t("files.ssb_save")}</button>
            <button type="button" @click=${() => app.act.useImported()}>${t("files.ssb_use")}</button></div>`
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
      <p class="note">${t("private")} ${t("files.about_text", { draws: numbers.number(app.checkDraws) })}</p></section>
    </div>
  </section>`;
}
