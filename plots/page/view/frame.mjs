// @ts-check
// A report in a frame of its own: it has its own style, runs no script, and prints as it is saved.
import { html, nothing } from "lit-html";

/** @param {any} app @param {string} page @param {string} title @param {string} file @param {any} [first] what stands before the buttons */
export function frameView(app, page, title, file, first = nothing) {
  const { t } = app.words;
  return html`<div class="framed">
    <div class="tools">
      ${first}
      <button type="button" @click=${(/** @type {any} */ e) => e.target.closest(".framed").querySelector("iframe").contentWindow.print()}>${t("findings.print")}</button>
      <button type="button" @click=${() => app.act.savePage(file, page)}>${t("findings.save")}</button>
    </div>
    <iframe title=${title} sandbox="allow-same-origin allow-modals" .srcdoc=${page}></iframe>
  </div>`;
}
