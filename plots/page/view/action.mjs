// @ts-check
// The form of one action.
import { html, nothing } from "lit-html";
import { live } from "lit-html/directives/live.js";
import { entryOf } from "../form/defaults.mjs";
import { wayOf } from "../form/fields.mjs";
import { fieldView } from "./field.mjs";

/** Those that an action is about: where they are treated, or where they live. */
const WHOSE = ["treated_at", "residents_of"];
/** Fields that may be one name or several. */
const MAY_BE_MANY = ["service", "residents_of", "treated_at", "stock", "of"];

/**
 * @param {{ action: import("../toml.mjs").Action, number: number, forms: any, formOf: (forms: any, values: any) => any, problems: Map<string, string[]>, t: (key: string, values?: any) => string, change: (key: string, change: (values: any) => any) => void, remove: () => void }} what
 */
export function actionView({ action, number, forms, formOf, problems, t, change, remove }) {
  const { values } = action;
  const { needed, may, whose } = formOf(forms, values);
  const entry = entryOf(values);
  const set = (/** @type {string} */ key) => (/** @type {any} */ value) =>
    change(key, (old) => ({ ...old, [key]: value }));
  const one = (/** @type {any} */ field) =>
    html`${fieldView({
      field,
      value: values[field.key],
      id: `f-${action.key}-${field.key}`,
      problems: problems.get(field.key) ?? [],
      after: manyButton(field, values[field.key], t, set(field.key)),
      t,
      change: set(field.key),
    })}`;
  const whole = problems.get("") ?? [];
  const patients = whoseView({ action, values, whose, problems: problems.get("whose") ?? [], t, change });
  const isOpen =
    may.some((/** @type {any} */ field) => values[field.key] !== undefined || problems.has(field.key)) ||
    (whose === "may" && (problems.has("whose") || WHOSE.some((key) => values[key] !== undefined)));
  return html`<fieldset class="action">
    <legend>${number}. ${t(`kinds.${entry}`)}</legend>
    <button type="button" class="remove quiet" @click=${remove}><span aria-hidden="true">✕</span><span class="hidden">${t("ask.remove")}: ${t(`kinds.${entry}`)}</span></button>
    <p class="help">${t(`kind_help.${entry}`)}</p>
    ${whole.length > 0 ? html`<div role="alert">${whole.map((text) => html`<p class="problem">${text}</p>`)}</div>` : nothing}
    ${whose === "must" ? patients : nothing}
    ${wayView(action, values, t, change)}
    <div class="fields">${needed.map(one)}</div>
    ${
      may.length > 0 || whose === "may"
        ? html`<details class="more" ?open=${isOpen}><summary>${t("ask.more")}</summary><div class="fields">${whose === "may" ? patients : nothing}${may.map(one)}</div></details>`
        : nothing
    }
  </fieldset>`;
}

/** @param {any} field @param {any} value @param {(key: string) => string} t @param {(value: any) => void} change */
const manyButton = (field, value, t, change) =>
  field.control === "select" && value !== undefined && MAY_BE_MANY.includes(field.key)
    ? html`<button type="button" class="quiet small many" @click=${() => change([value])}>${t("ask.several")}<span class="hidden">: ${t(`keys.${field.key}`)}</span></button>`
    : nothing;

/** Where they are treated, or where they live. @param {{ action: any, values: any, whose: string, problems: string[], t: (key: string) => string, change: any }} what */
function whoseView({ action, values, whose, problems, t, change }) {
  const chosen = WHOSE.find((key) => values[key] !== undefined) ?? "";
  const turn = (/** @type {string} */ key) =>
    change("whose", (/** @type {any} */ old) => {
      const { treated_at, residents_of, ...rest } = old;
      if (key === "") return { ...rest, share: undefined };
      return {
        ...rest,
        [key]: treated_at ?? residents_of ?? "region",
        ...(whose === "may" && rest.share === undefined ? { share: 0.1 } : {}),
      };
    });
  const id = `f-${action.key}-whose`;
  const isWrong = problems.length > 0;
  return html`<div class="field ${isWrong ? "wrong" : ""}"><label for=${id}>${t("ask.whose")}</label>
    <select id=${id} aria-invalid=${isWrong} aria-describedby=${isWrong ? `${id}-wrong` : nothing} .value=${live(chosen)} @change=${(/** @type {any} */ e) => turn(e.target.value)}>
      ${whose === "may" ? html`<option value="" ?selected=${chosen === ""}>${t("ask.whose_none")}</option>` : nothing}
      ${chosen === "" && whose === "must" ? html`<option value="" selected>${t("ask.choose")}</option>` : nothing}
      ${WHOSE.map((key) => html`<option value=${key} ?selected=${chosen === key}>${t(`keys.${key}`)} …</option>`)}
    </select>${isWrong ? html`<div id="${id}-wrong">${problems.map((text) => html`<p class="problem">${text}</p>`)}</div>` : nothing}</div>`;
}

/** Where a size may be said in several ways. @param {any} action @param {any} values @param {(key: string) => string} t @param {any} change */
function wayView(action, values, t, change) {
  const { ways, chosen } = wayOf(values);
  if (ways.length === 0) return nothing;
  const first = /** @type {Record<string, any>} */ ({
    percent: -10,
    days: -1,
    within_days: 3,
    waiting_patients: 100,
    new_per_year: 5,
    years: 5,
    persons: 50,
    share: 0.5,
  });
  const turn = (/** @type {number} */ to) =>
    change("way", (/** @type {any} */ old) => {
      const left = Object.fromEntries(Object.entries(old).filter(([key]) => !ways.flat().includes(key)));
      return { ...left, ...Object.fromEntries(ways[to].map((key) => [key, first[key]])) };
    });
  const id = `f-${action.key}-way`;
  return html`<div class="field"><label for=${id}>${t("ask.way")}</label>
    <select id=${id} .value=${live(String(chosen))} @change=${(/** @type {any} */ e) => turn(Number(e.target.value))}>
      ${ways.map((way, i) => html`<option value=${i} ?selected=${i === chosen}>${t(`ways.${way[0]}`)}</option>`)}
    </select></div>`;
}
