// @ts-check
// A cell before and after: places, need, gap, both probabilities and the verdict. Of a region it is never a net of its trusts: what
// they are short of and what they have to spare, and the probability that at least one of them lacks places.
import { html, nothing } from "lit-html";
import { chance, gapRange, rangeText, sumText, wordText } from "../../say/verdicts.mjs";
import { SYMBOLS } from "../../say/cells.mjs";
import { isIdentified } from "./moved.mjs";

/** No word of a class where the few draws can't tell on which side of its limit P is. */
const NEAR = 0.07;
const LIMITS = [0.1, 0.5];
const WORD_SYMBOLS = /** @type {Record<string, string>} */ ({
  short: SYMBOLS.high,
  tight: SYMBOLS.medium,
  enough: SYMBOLS.low,
  depends: "◌",
});
const WORD_CLASS = /** @type {Record<string, string>} */ ({
  short: "high",
  tight: "medium",
  enough: "low",
  depends: "near",
});

/** lav, middels, høy. @param {number} p @returns {"low" | "medium" | "high"} */
const plainClass = (p) => (p > 0.5 ? "high" : p < 0.1 ? "low" : "medium");

/** The same; nothing near a limit. @param {number} p @returns {"low" | "medium" | "high" | null} */
export const classOf = (p) => (LIMITS.some((limit) => Math.abs(p - limit) < NEAR) ? null : plainClass(p));

/** Says why a word is missing: where the note is that does. @param {any} app @param {(key: string) => string} t */
const whyLink = (app, t) =>
  html`<button type="button" class="link why" aria-describedby="why-near" @click=${() => app.act.why()}>${t("answer.near")}</button>`;

/** P with the symbol of its class, and the word where the draws are enough for it. @param {any} app @param {number} p @param {boolean} full all draws */
export function probability(app, p, full) {
  const { t, numbers } = app.words;
  const risk = full ? plainClass(p) : classOf(p);
  const text = t(full ? "answer.p" : "answer.about", { value: numbers.percent(p) });
  return risk
    ? html`<span class="risk ${risk}"><span aria-hidden="true">${SYMBOLS[risk]}</span> ${text} <span class="word">${t(`answer.${risk}`)}</span></span>`
    : html`<span class="risk near">${text} ${whyLink(app, t)}</span>`;
}

/** Before → after, once where both are the same. @param {any} before @param {any} after @param {boolean} same @param {boolean} parts whether it may break between them */
const arrow = (before, after, same, parts = true) =>
  same ? before : html`<span class="pair ${parts ? "parts" : ""}">${before} → ${after}</span>`;

/** What is judged of a side is still to come, or is of what was asked before. @param {any} t */
const waiting = (t) => html`<span class="unknown">${t("answer.judging")}</span>`;

/** P by a rule as the verdict has it: one, or both ends of a range. @param {any} app @param {any} judged @param {"utilisation" | "service_level"} rule @param {boolean} full */
function chanceOf(app, { row }, rule, full) {
  const { t, numbers } = app.words;
  const known = row[`p_${rule}`];
  if (known !== null) return probability(app, known, full);
  const [low, high] = ["low", "high"].map((end) => chance(numbers, row[`p_${rule}_${end}`], null));
  const value = low === high ? low : t("answer.from_to", { low, high });
  return html`<span class="range">${t(full ? "answer.p" : "answer.about", { value })}</span>`;
}

/** The gap as the verdict has it: a range with its name, or of a region what is short and what is spare. @param {any} app @param {any} judged */
function gapOf(app, { row, sums }) {
  const { t, numbers } = app.words;
  if (sums)
    return t("answer.region_gap", {
      short: sumText(numbers, sums.short, numbers.beds),
      spare: sumText(numbers, sums.spare, numbers.beds),
    });
  return `${gapRange(numbers, row)} (${rangeText(numbers, row)})`;
}

/** The verdict's word, or why there is none in so few draws. @param {any} app @param {any} judged @param {boolean} full */
export function wordOf(app, { row, near }, full) {
  const { t, numbers } = app.words;
  if (near && !full) return html`<span class="risk near">${whyLink(app, t)}</span>`;
  return html`<span class="risk ${WORD_CLASS[row.verdict]}"><span aria-hidden="true">${WORD_SYMBOLS[row.verdict]}</span> ${wordText(numbers, row.verdict)}</span>`;
}

const isSame = (/** @type {any} */ a, /** @type {any} */ b) => JSON.stringify(a) === JSON.stringify(b);

/** A difference with its interval; without, where it is the same in all draws. @param {any} words @param {any} measure @param {number} at */
export function differenceText({ t, numbers }, measure, at) {
  const [difference, low, high] = [measure.difference[at], measure.low[at] ?? 0, measure.high[at] ?? 0].map(
    numbers.signed,
  );
  return t(low === high ? "answer.difference_sure" : "answer.difference", { difference, low, high });
}

/** What a cell is called: of a region, that it is of at least one of its trusts. @param {any} app @param {{ trust: string, service: string }} cell */
export function cellName({ fields: { called }, words: { t } }, { trust, service }) {
  const where = called.trust(trust);
  return `${trust === "region" ? t("answer.region_row", { region: where }) : where}, ${called.service(service)}`;
}

/** Both sides of a cell as they are judged in a year, or null. @param {Record<string, any> | null} judged @param {any} cell @param {number} at */
export function judgedAt(judged, cell, at) {
  const found = judged?.[`${cell.trust}|${cell.service}`];
  return found?.before[at] && found.after[at] ? { before: found.before[at], after: found.after[at] } : null;
}

/** @param {any} app @param {any} cell @param {number} at @param {{ judged: any, full: boolean, old: boolean }} of */
export function cellRow(app, cell, at, { judged, full, old }) {
  const { t, numbers } = app.words;
  const m = cell.measures,
    isRegion = cell.trust === "region",
    both = judgedAt(judged, cell, at);
  const known = !isRegion && isIdentified(cell.base_evidence[at] ?? cell.evidence[at]);
  const pair = (/** @type {any} */ measure, /** @type {(value: number) => string} */ form) => {
    if (!measure || measure.base[at] === null || measure.alternative[at] === null) return "–";
    const [before, after] = [form(measure.base[at]), form(measure.alternative[at])];
    return html`<span class="pair">${before === after ? before : t("answer.arrow", { before, after })}</span>`;
  };
  const difference = (/** @type {any} */ measure) =>
    measure && measure.difference[at] !== null
      ? html`<small>${differenceText(app.words, measure, at)}</small>`
      : nothing;
  const fromVerdicts = (/** @type {(judged: any) => any} */ form, /** @type {(judged: any) => any} */ of) => {
    if (!both) return waiting(t);
    const said = arrow(form(both.before), form(both.after), isSame(of(both.before), of(both.after)));
    return old ? html`<span class="old" aria-busy="true">${said}</span>` : said;
  };
  const p = (/** @type {"utilisation" | "service_level"} */ rule, /** @type {any} */ measure) => {
    if (!known)
      return fromVerdicts(
        (one) => chanceOf(app, one, rule, full),
        ({ row }) => [row[`p_${rule}`], row[`p_${rule}_low`], row[`p_${rule}_high`]],
      );
    if (!measure || measure.base[at] === null) return "–";
    const [before, after] = [measure.base[at], measure.alternative[at]];
    return arrow(probability(app, before, full), probability(app, after, full), before === after);
  };
  const data = (/** @type {string} */ key, /** @type {any} */ content) =>
    html`<td data-label=${t(`answer.${key}`)}><span>${content}</span></td>`;
  const isNet = isRegion || !known;
  return html`<tr class=${isRegion ? "region" : ""}>
    <th scope="row">${cellName(app, cell)}${
      m.gap
        ? html`<small class="verdict">${t("answer.verdict")}: ${fromVerdicts(
            (one) => wordOf(app, one, full),
            ({ row, near }) => (near && !full ? "near" : row.verdict),
          )}</small>`
        : nothing
    }</th>
    ${data("capacity", pair(m.capacity, numbers.capacity))}
    ${data("need", known ? pair(m.need, numbers.beds) : html`<span class="unknown">${t(isRegion ? "answer.not_netted" : "answer.unknown")}</span>`)}
    ${data(
      "gap",
      html`${
        !m.gap
          ? "–"
          : isNet
            ? fromVerdicts(
                (one) => gapOf(app, one),
                ({ row, sums }) => sums ?? [row.gap_low, row.gap_high],
              )
            : pair(m.gap, numbers.signed)
      } ${isRegion ? nothing : difference(m.gap)}`,
    )}
    ${data("p_utilisation", m.gap ? p("utilisation", m.p_shortage) : "–")}
    ${data("p_service_level", m.gap ? p("service_level", m.p_shortage_service_level) : "–")}
  </tr>`;
}

export { chanceOf, gapOf };
