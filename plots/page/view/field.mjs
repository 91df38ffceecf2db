// @ts-check
// One field of a form: its control, range, unit, today's value with its source, and what is wrong with it.
import { html, nothing } from "lit-html";
import { live } from "lit-html/directives/live.js";
import { readNumber, typed, typedNumber } from "../form/typed.mjs";

/** @typedef {import("../form/fields.mjs").Field} Field */

const isObject = (/** @type {any} */ value) => value !== null && typeof value === "object" && !Array.isArray(value);
const rounded = (/** @type {number} */ number) => Number(number.toFixed(8));

/**
 * @param {{ field: Field, value: any, id: string, problems: string[], after?: any, t: (key: string, values?: any) => string, change: (value: any) => void }} what
 */
export function fieldView({ field, value, id, problems, after, t, change }) {
  const label = `${t(`keys.${field.key}`)}${field.unit ? ` (${field.unit})` : ""}`;
  const described = [field.today ? `${id}-today` : "", problems.length > 0 ? `${id}-wrong` : ""]
    .filter(Boolean)
    .join(" ");
  const parts = { field, value, id, t, change, described, label, invalid: problems.length > 0 };
  const isGroup = field.control === "many";
  return html`<div class="field ${problems.length > 0 ? "wrong" : ""}">
    ${isGroup ? nothing : html`<label for=${id}>${label}</label>`} ${controls[field.control](/** @type {any} */ (parts))}
    ${after ?? nothing} ${todayView(field, id)}
    ${problems.length > 0 ? html`<div id="${id}-wrong">${problems.map((text) => html`<p class="problem">${text}</p>`)}</div>` : nothing}
  </div>`;
}

/** @param {Field} field @param {string} id */
const todayView = ({ today }, id) =>
  today
    ? html`<details class="today"><summary id="${id}-today">${today.text}</summary><p>${today.source}</p></details>`
    : nothing;

/** While somebody types, a browser tells of years such as 0002 and of no date at all: those wait until the field is left. */
const isWholeDate = (/** @type {string} */ text) => /^[12]\d{3}-\d\d-\d\d$/.test(text);

/** A date that can't be read in two ways: a browser shows days and months as its own language has them. @param {string} date @param {string} locale */
const inWords = (date, locale) =>
  new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" }).format(new Date(`${date}T00:00:00Z`));

const controls = {
  /** @param {any} parts */
  select: ({ field, value, id, t, change, described, invalid }) =>
    html`<select id=${id} aria-describedby=${described || nothing} aria-invalid=${invalid} .value=${live(value ?? "")} @change=${(/** @type {any} */ e) => change(e.target.value || undefined)}>
      ${value === undefined || !field.needed ? html`<option value="" ?selected=${value === undefined}>${t(field.needed ? "ask.choose" : "ask.not_set")}</option>` : nothing}
      ${value !== undefined && !field.options.some((/** @type {any} */ o) => o.value === value) ? html`<option value=${value} selected>${value}</option>` : nothing}
      ${field.options.map((/** @type {any} */ o) => html`<option value=${o.value} ?selected=${o.value === value}>${o.label}</option>`)}
    </select>`,
  /** @param {any} parts */
  many: ({ field, value, id, change, label, described }) =>
    html`<fieldset id=${id} aria-describedby=${described || nothing}><legend>${label}</legend>
      ${field.options.map(
        (/** @type {any} */ o) =>
          html`<label class="check"><input type="checkbox" .checked=${live(value.includes(o.value))} @change=${(/** @type {any} */ e) => change(e.target.checked ? [...value, o.value] : value.filter((/** @type {string} */ v) => v !== o.value))} />${o.label}</label>`,
      )}
    </fieldset>`,
  /** @param {any} parts */
  check: ({ value, id, change, described }) =>
    html`<input id=${id} type="checkbox" aria-describedby=${described || nothing} .checked=${live(value === true)} @change=${(/** @type {any} */ e) => change(e.target.checked ? true : value === undefined ? undefined : false)} />`,
  /** @param {any} parts */
  date: ({ value, id, t, change, described, invalid }) =>
    html`<input id=${id} type="date" aria-describedby=${described || nothing} aria-invalid=${invalid} .value=${value ?? ""}
      @change=${(/** @type {any} */ e) => isWholeDate(e.target.value) && change(e.target.value)}
      @blur=${(/** @type {any} */ e) => e.target.value !== (value ?? "") && change(e.target.value || undefined)} />
      ${isWholeDate(value ?? "") ? html`<p class="reads">${inWords(value, t("ask.locale"))}</p>` : nothing}`,
  /** @param {any} parts */
  text: ({ value, id, change, described, invalid }) =>
    html`<input id=${id} type="text" maxlength="200" aria-describedby=${described || nothing} aria-invalid=${invalid} .value=${live(value ?? "")} @input=${(/** @type {any} */ e) => change(e.target.value || undefined)} />`,
  /** @param {any} parts */
  number: numberView,
};

/** A number beside its slider; with an interval where somebody gives one. What can't be read stays as text, and is refused as that. @param {any} parts */
function numberView({ field, value, id, t, change, described, invalid, label }) {
  const { scale, slider } = field;
  const plain = isObject(value) ? value.value : value;
  const isText = typeof plain === "string"; // unreadable, or with a unit of its own, as a file has it
  const put = (/** @type {any} */ next) => change(isObject(value) ? { ...value, value: next } : next);
  const part = (/** @type {"low" | "high"} */ name) =>
    html`<label class="part">${t(`ask.${name}`)}${numberInput({ field, t, value: value[name], put: (/** @type {any} */ next) => change({ ...value, [name]: next }) })}</label>`;
  const scaled = typeof plain === "number" ? rounded(plain * scale) : undefined;
  return html`<div class="number">
      ${numberInput({ field, t, value: plain, put, id, described, invalid })}
      ${
        slider && !isText
          ? html`<input class="slider" type="range" aria-label=${label} min=${Math.min(slider.min, scaled ?? 0)} max=${Math.max(slider.max, scaled ?? 0)} step=${slider.step}
            .value=${live(String(scaled ?? slider.min))} @input=${(/** @type {any} */ e) => put(rounded(Number(e.target.value) / scale))} />`
          : nothing
      }
    </div>
    ${field.key === "percent" && scaled ? html`<p class="reads">${t(scaled > 0 ? "ask.goes_up" : "ask.goes_down", { n: typedNumber(Math.abs(scaled), t("ask.decimal")) })}</p>` : nothing}
    ${isText ? nothing : intervalView({ field, value, plain, label, part, change, t })}`;
}

/** @param {any} parts */
function numberInput({ field, t, value, put, id, described, invalid }) {
  const { scale, unit } = field;
  const shown = typeof value === "number" ? typedNumber(rounded(value * scale), t("ask.decimal")) : (value ?? "");
  const next = (/** @type {string} */ text) => {
    const number = readNumber(text, unit);
    return number === undefined ? undefined : Number.isNaN(number) ? text : rounded(number / scale);
  };
  return html`<input id=${id ?? nothing} type="text" inputmode="decimal" autocomplete="off" maxlength="40" aria-describedby=${described || nothing} aria-invalid=${invalid ?? false}
    .value=${typed(shown, (/** @type {string} */ text) => next(text) === value)} @input=${(/** @type {any} */ e) => put(next(e.target.value))} />`;
}

/** Both ends where somebody gives them, else the way to. @param {any} parts */
function intervalView({ field, value, plain, label, part, change, t }) {
  if (isObject(value) && ("low" in value || "high" in value))
    return html`<div class="interval">${part("low")}${part("high")}<button type="button" class="quiet" @click=${() => change(withoutInterval(value))}><span aria-hidden="true">✕</span><span class="hidden">${t("ask.no_interval")}: ${label}</span></button></div>`;
  if (plain === undefined || field.key.startsWith("age_")) return nothing;
  const given = () => change({ ...(isObject(value) ? value : {}), value: plain, low: plain, high: plain });
  return html`<button type="button" class="quiet small" @click=${given}>${t("ask.uncertain")}<span class="hidden">: ${label}</span></button>`;
}

/** A number with what else is said of it; alone where nothing is. @param {any} value */
function withoutInterval(value) {
  const rest = Object.fromEntries(Object.entries(value).filter(([name]) => name !== "low" && name !== "high"));
  return Object.keys(rest).length > 1 ? rest : rest.value;
}
