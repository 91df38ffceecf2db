// Which figure first: whom to ask for what, what knowing a figure would spare, and the counts that turn a verdict.
import {
  amountText,
  decidedText,
  gainText,
  inputText,
  isWhole,
  openFigures,
  requestText,
  triggerOf,
  worthOf,
} from "../say/information.mjs";
import { wordText } from "../say/verdicts.mjs";
import { html, table } from "./html.mjs";

/** So many figures stand openly; the rest are there to be opened. */
const MOST = 8;

/** Nothing where the run wasn't asked (information.csv). */
export function informationSection({ results, texts, cells }) {
  if (results.tables.information.length === 0) return "";
  const { t } = texts,
    year = results.last,
    page = { results, texts, cells };
  const tables = [openTable(page), worthTable(page), triggerTable(page)];
  return html`<section id="information"><h2>${t("questions.heading", { year })}</h2>
<p class="note">${t("questions.intro", { draws: texts.number(results.context.draws) })}</p>
${tables}</section>
`;
}

const cellName = (texts, cell) => `${cell.trust.short}, ${texts.inSentence(texts.pick(cell.service, "name"))}`;
/** What a figure is in words, with its address in small print where it has one; the address alone where there are no words. */
function figureName(words, input) {
  const address = html`<code>${input}</code>`;
  if (words === null) return address;
  return input.includes(".") ? html`${words} <small>${address}</small>` : words;
}

/** The first rows of a table, the rest in another one that is opened. */
function firstAndRest(texts, form, rows) {
  const [first, rest] = [rows.slice(0, MOST), rows.slice(MOST)];
  if (rest.length === 0) return table({ ...form, rows });
  return html`${table({ ...form, rows: first })}<details><summary>${texts.t("questions.more", { n: rest.length })}</summary>
${table({ ...form, rows: rest })}</details>\n`;
}

function openTable({ results, texts, cells }) {
  const figures = openFigures(results, cells);
  if (figures.length === 0) return "";
  const { t } = texts;
  const rows = figures.map((figure) => ({
    cells: [
      figure.bundle === null
        ? figureName(requestText(results, texts, figure), figure.input)
        : requestText(results, texts, figure),
      decidedText(texts, figure),
      figure.cells.map((cell) => cellName(texts, cell)).join("; "),
    ],
  }));
  const head = [t("questions.request"), t("questions.decided"), t("questions.cells")];
  return firstAndRest(
    texts,
    { caption: t("questions.open_caption", { year: results.last }), head, className: "asked" },
    rows,
  );
}

function worthTable({ results, texts, cells }) {
  const { t } = texts,
    all = worthOf(results, cells);
  if (all.length === 0) return "";
  const row = ({ cell, input, gains }) => ({
    cells: [
      figureName(inputText(results, texts, input), input),
      cellName(texts, cell),
      gainText(texts, gains["wrong-utilisation"], 100, 1),
      gainText(texts, gains["wrong-service-level"], 100, 1),
      gainText(texts, gains.beds, 1, 1),
    ],
  });
  const head = ["known", "cell", "wrong_utilisation", "wrong_service_level", "beds"].map((key) =>
    t(`questions.${key}`),
  );
  const form = { caption: t("questions.worth_caption", { year: results.last }), head, className: "numbers worth" };
  const alone = all.filter((one) => !isWhole(one)),
    whole = all.filter(isWhole);
  return [
    alone.length > 0 ? firstAndRest(texts, form, alone.map(row)) : "",
    whole.length > 0
      ? html`<details><summary>${t("questions.ceiling")}</summary>
${table({ ...form, rows: whole.map(row) })}</details>\n`
      : "",
  ];
}

function triggerTable({ results, texts, cells }) {
  const { t } = texts,
    year = results.last;
  const rows = cells.flatMap((cell) => {
    const trigger = triggerOf(results, cell, year);
    if (trigger === null) return [];
    const turn = (value) => (value === null ? t("questions.none") : amountText(texts, trigger, value));
    return [
      {
        cells: [
          cellName(texts, cell),
          wordText(texts, cell.verdictAt(year).verdict),
          trigger.counted,
          t(trigger.places ? "questions.unit_places" : "questions.unit_days"),
          amountText(texts, trigger, trigger.expected),
          turn(trigger.short),
          turn(trigger.enough),
        ],
      },
    ];
  });
  if (rows.length === 0) return "";
  const head = ["cell", "verdict", "counted_in", "unit", "expected", "short_from", "enough_to"].map((key) =>
    t(`questions.${key}`),
  );
  return html`<details><summary>${t("questions.triggers", { year })}</summary>
${table({ caption: t("questions.trigger_caption", { year }), head, rows, className: "numbers words4" })}</details>\n`;
}
