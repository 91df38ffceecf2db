// @ts-check
// Alternatives and their actions.
import { html, nothing } from "lit-html";
import { live } from "lit-html/directives/live.js";
import { repeat } from "lit-html/directives/repeat.js";
import { GROUPS, isOffered } from "../form/defaults.mjs";
import { questionName } from "../take.mjs";
import { MOST_ALTERNATIVES } from "../state.mjs";
import { actionView } from "./action.mjs";
import { answerView } from "./answer.mjs";
import { fullView } from "./full.mjs";

/** @param {any} app */
export function askView(app) {
  const { t } = app.words;
  const { alternatives, chosen } = app.work;
  const one = alternatives.find((/** @type {any} */ a) => a.id === chosen);
  return html`<section class="ask" aria-labelledby="ask-heading">
    <h1 id="ask-heading" tabindex="-1">${t("ask.heading")}</h1>
    <p class="note">${t("ask.lead")}</p>
    <div class="columns">
      <div class="forms">
        ${alternativesView(app)}
        ${one ? oneView(app, one) : nothing}
      </div>
      <div class="beside">${answerView(app, one)} ${fullView(app)}</div>
    </div>
  </section>`;
}

/** A button that stays where the focus is when there is no more for it to do. @param {string} label @param {boolean} off @param {() => void} act */
const tool = (label, off, act) =>
  html`<button type="button" aria-disabled=${off} @click=${() => off || act()}>${label}</button>`;

/** @param {any} app */
function alternativesView(app) {
  const { t } = app.words;
  const { alternatives, chosen } = app.work;
  const full = alternatives.length >= MOST_ALTERNATIVES;
  return html`<div class="alternatives">
    <div role="tablist" aria-label=${t("ask.alternatives")} @keydown=${(/** @type {any} */ e) => app.act.walk(e)}>
      ${repeat(
        alternatives,
        (/** @type {any} */ a) => a.id,
        (/** @type {any} */ a) =>
          html`<button type="button" role="tab" id="tab-${a.id}" aria-selected=${a.id === chosen} aria-controls="alternative" tabindex=${a.id === chosen ? 0 : -1} @click=${() => app.act.choose(a.id)}>${a.name || t("ask.name")}</button>`,
      )}
    </div>
    <div class="tools">
      ${tool(`+ ${t("ask.new")}`, full, () => app.act.add())}
      ${tool(t("ask.duplicate"), full || !chosen, () => app.act.duplicate())}
      ${tool(t("ask.delete"), alternatives.length < 2, () => app.act.remove())}
      ${tool(`↶ ${t("ask.undo")}`, !app.history.canUndo(), () => app.history.undo())}
      ${tool(`↷ ${t("ask.redo")}`, !app.history.canRedo(), () => app.history.redo())}
    </div>
    ${full ? html`<p class="note">${t("ask.too_many")}</p>` : nothing}
  </div>`;
}

/** @param {any} app @param {any} one */
function oneView(app, one) {
  const { t, lang } = app.words;
  const problems = app.problemsOf(one.id);
  const pick = (/** @type {any} */ e) => {
    const value = e.target.value;
    e.target.value = "";
    if (value) app.act.addAction(value);
  };
  const shipped = app.region.questions;
  return html`<div id="alternative" role="tabpanel" aria-labelledby="tab-${one.id}">
    <div class="field"><label for="name">${t("ask.name")}</label>
      <input id="name" type="text" maxlength="80" .value=${live(one.name)} @input=${(/** @type {any} */ e) => app.act.rename(e.target.value)} /></div>
    <div class="pickers">
      <div class="field"><label for="add-action">${t("ask.add")}</label>
        <select id="add-action" @change=${pick}><option value="">${t("ask.add_pick")}</option>
          ${Object.entries(GROUPS).map(
            ([group, entries]) =>
              html`<optgroup label=${t(`groups.${group}`)}>${entries.filter((entry) => isOffered(app.facts, entry)).map((entry) => html`<option value=${entry}>${t(`kinds.${entry}`)}</option>`)}</optgroup>`,
          )}
        </select></div>
      ${
        shipped.length > 0
          ? html`<div class="field"><label for="shipped">${t("ask.shipped")}</label>
            <select id="shipped" @change=${(/** @type {any} */ e) => {
              const value = e.target.value;
              e.target.value = "";
              if (value) app.act.takeShipped(value);
            }}><option value="">${t("ask.shipped_pick")}</option>
              ${shipped.map((/** @type {any} */ q) => html`<option value=${q.name}>${questionName(q, lang)}</option>`)}
            </select></div>`
          : nothing
      }
    </div>
    ${one.actions.length === 0 && !one.other ? examplesView(app) : nothing}
    ${repeat(
      one.actions,
      (/** @type {any} */ action) => action.key,
      (/** @type {any} */ action, /** @type {number} */ i) =>
        actionView({
          action,
          number: i + 1,
          forms: app.forms,
          formOf: app.fields.formOf,
          problems: problems.byAction.get(action.key) ?? new Map(),
          t,
          change: (about, change) => app.act.change(action.key, about, change),
          remove: () => app.act.removeAction(action.key),
        }),
    )}
    ${
      one.other || app.showOther
        ? html`<div class="field"><label for="other">${t("ask.other")}</label>
          <textarea id="other" rows="8" spellcheck="false" aria-describedby="other-help" .value=${live(one.other)} @input=${(/** @type {any} */ e) => app.act.other(e.target.value)}></textarea>
          <p class="help" id="other-help">${t("ask.other_help")}</p>
          ${problems.other.map((/** @type {string} */ text) => html`<p class="problem">${text}</p>`)}</div>`
        : html`<button type="button" class="quiet small" @click=${() => app.act.showOther()}>+ ${t("ask.other")}</button>`
    }
  </div>`;
}

const EXAMPLES = ["open", "close", "stay", "admissions"];

/** What can be asked, for whoever has asked nothing yet. @param {any} app */
function examplesView(app) {
  const { t } = app.words;
  return html`<p class="note empty">${t("ask.empty")}</p>
    <div class="examples">${EXAMPLES.filter((entry) => isOffered(app.facts, entry)).map(
      (entry) => html`<button type="button" @click=${() => app.act.addAction(entry)}>${t(`kinds.${entry}`)}</button>`,
    )}</div>`;
}
