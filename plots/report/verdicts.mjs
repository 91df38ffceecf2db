// The first table: what is said of every trust's service and of every group, by both rules, and what it hangs on.
import { insideGroup, SYMBOLS } from "../say/cells.mjs";
import { turnedCells, turnedText } from "../say/bases.mjs";
import {
  careText,
  chances,
  classOf,
  endsOf,
  enoughLines,
  gapRange,
  growthText,
  isOneBed,
  isOpen,
  jointText,
  rangeText,
  reasonText,
  regardlessText,
  regionSums,
  regionText,
  serviceLevelText,
  sumText,
  tipText,
  whenShort,
  wordText,
} from "../say/verdicts.mjs";
import { triggerText } from "../say/information.mjs";
import { VERDICTS } from "../read/schema.mjs";
import { html, table } from "./html.mjs";

/** Services as they are read: a group first, its parts after it. */
export function inOrder(results) {
  const isPart = (service) => results.offered.some((one) => one.group && (one.parts ?? []).includes(service.id));
  return results.offered
    .filter((service) => !isPart(service))
    .flatMap((service) => [service, ...results.offered.filter((one) => (service.parts ?? []).includes(one.id))]);
}

export function verdictSection(page, noteList, mark) {
  const { results, texts, cells } = page,
    { t } = texts,
    years = results.years_to_show;
  const notes = [];
  const head = [
    t("verdict.trust"),
    ...years.flatMap((year) => ["at_word", "at_gap", "at_u", "at_s"].map((column) => t(`verdict.${column}`, { year }))),
    t("verdict.at_when"),
  ];
  const withRegion = results.context.trusts.length > 1;
  const rows = inOrder(results).flatMap((service) => {
    const mine = cells.filter((cell) => cell.service.id === service.id && (withRegion || !cell.trust.isRegion));
    const group = mine.some((cell) => insideGroup(cells, cell)) && results.service(results.parts.get(service.id));
    const name = texts.pick(service, "name");
    const names = group && { service: name, group: texts.inSentence(texts.pick(group, "name")) };
    return [
      { group: group ? t("verdict.part_of", names) : name },
      ...mine.flatMap((cell) => cellRows(page, cell, { years, notes, mark })),
    ];
  });
  const values = { base: results.base };
  return html`<section id="judged"><h2>${t("verdict.heading")}</h2>
${table({ caption: t("verdict.caption", values), head, rows, className: "verdicts" })}
${noteList(texts, notes, "n")}<p class="note">${t("verdict.legend_intro")} ${VERDICTS.map(
    (word) => html`<b>${wordText(texts, word)}</b>: ${t(`verdict.legend.${word}`, values)}. `,
  )}${t("verdict.ranges")}</p></section>
`;
}

function cellRows(page, cell, { years, notes, mark }) {
  const { results, texts } = page;
  const note = texts.pick(cell.info, "note");
  const name = cell.trust.isRegion ? texts.t("verdict.region_row", { region: cell.trust.short }) : cell.trust.short;
  const said = saidOf(page, cell, years);
  const short = cell.verdicts.some((row) => row.verdict === "short");
  return [
    {
      className: [cell.trust.isRegion ? "region" : "", short ? "short" : "", said.length > 0 ? "open" : ""]
        .filter(Boolean)
        .join(" "),
      cells: [
        html`${name}${mark(notes, note, "n")}`,
        ...years.flatMap((year) => yearCells(results, texts, cell, year)),
        whenShort(results, texts, cell),
      ],
    },
    ...(said.length > 0 ? [{ said: said.join(" ") }] : []),
  ];
}

/** The sentences under a row: what holds all over the range, where it tips, what follows for the parts together. */
function saidOf({ results, texts, cells }, cell, years) {
  const { last } = results;
  if (cell.trust.isRegion) {
    const turned = turnedCells(
      results,
      cells.filter((one) => one.service.id === cell.service.id),
      last,
    );
    const list = texts.list(turned.map((one) => one.trust.short));
    return [
      regionText(results, texts, cell, last),
      ...(turned.length > 0 ? [texts.t("bases.region_row", { year: last, list })] : []),
    ];
  }
  return [
    texts.capital(regardlessText(texts, cell.verdictAt(last))),
    growthText(results, texts, cell, last),
    tipText(results, texts, cell, last, years[0]),
    ...years.map((year) => triggerText(results, texts, cell, year)),
    ...years.map((year) => turnedText(results, texts, cell, year)),
    cell.service.group ? jointText(results, texts, cells, cell, last) : "",
    isOneBed(cell, last) ? texts.t("verdict.one_bed") : "",
  ].filter(Boolean);
}

const CLASS = { short: "high", tight: "medium", enough: "low", depends: "open" };
const WORD_SYMBOLS = { short: SYMBOLS.high, tight: SYMBOLS.medium, enough: SYMBOLS.low, depends: "◌" };

/** A row's verdict as a coloured word with its symbol. */
export function chip(texts, row) {
  const symbol = html`<span aria-hidden="true">${WORD_SYMBOLS[row.verdict]}</span>`;
  return html`<span class="risk ${CLASS[row.verdict]}">${symbol} ${wordText(texts, row.verdict)}</span>`;
}

function yearCells(results, texts, cell, year) {
  const row = cell.verdictAt(year),
    said = chances(texts, cell, year),
    { mild, severe } = endsOf(row);
  const reason = cell.trust.isRegion ? "" : reasonText(texts, row);
  const symbols = (rule) => [...new Set([SYMBOLS[classOf(mild[rule])], SYMBOLS[classOf(severe[rule])]])].join("\u2013");
  const enough = [serviceLevelText(results, texts, cell, year), ...enoughLines(results, texts, cell, year)].filter(
      Boolean,
    ),
    care = careText(results, texts, cell, year);
  const p = (rule) => html`<span class="p"><span aria-hidden="true">${symbols(rule)}</span> ${said[rule]}</span>`;
  const atServiceLevel = isOneBed(cell, year) ? html`<span class="p">${said.s}</span>` : p("s");
  return [
    html`${chip(texts, row)}${reason ? html`<small class="reason">${reason}</small>` : ""}`,
    html`${gapText(results, texts, cell, year)}${enough.map((line) => html`<small class="enough">${line}</small>`)}`,
    p("u"),
    html`${atServiceLevel}${care ? html`<small class="reason">${care}</small>` : ""}`,
  ];
}

/** The gap: a median with its interval, a range with its name, or of the region what is short and what is spare. */
function gapText(results, texts, cell, year) {
  const row = cell.verdictAt(year),
    gap = cell.at(year);
  if (cell.trust.isRegion) {
    const { short, spare } = regionSums(results, cell.service, year);
    const values = { short: sumText(texts, short, texts.beds), spare: sumText(texts, spare, texts.beds) };
    return texts.t("verdict.region_gap", values);
  }
  if (isOpen(row)) return html`${gapRange(texts, row)} <small>(${rangeText(texts, row)})</small>`;
  const median = row.verdict === "short" ? html`<strong>${texts.signed(gap.gap)}</strong>` : texts.signed(gap.gap);
  return html`${median} <small>(${texts.interval(gap.gap_p10, gap.gap_p90)})</small>`;
}
