// The first screen: the finding, the verdict on every cell, what choices mean, and what changes where the level wasn't counted.
import { byUtilisation, insideGroup, isIdentified, spareElsewhere, spareItem } from "../say/cells.mjs";
import { finding } from "../say/finding.mjs";
import { ageingSentences, differencesOf, ruleText, sourcedSentence } from "../say/sentences.mjs";
import { answerSentence, movedCells } from "../say/changes.mjs";
import { basesSection } from "./bases.mjs";
import { changesSection } from "./changes.mjs";
import { glanceSection } from "./glance.mjs";
import { html, raw, table } from "./html.mjs";
import { informationSection } from "./information.mjs";
import { verdictSection } from "./verdicts.mjs";

/** So many lines of what is done stand on the first screen. */
const MOST_SAID = 8;

export function front(page) {
  const { results, texts, cells } = page;
  const { t } = texts;
  const found = finding(results, texts, cells);
  // A what-if is asked for what it changes: that comes first, and what is found of any run after it.
  const asked = results.comparison.length > 0;
  const parts = found.parts === "" ? "" : html`: <span class="parts">${found.parts}</span>`;
  const headline = asked ? answerSentence(results, texts, movedCells(results)) : html`${found.headline}${parts}`;
  const lead = asked ? [html`${found.headline}${parts}.`, ...found.lead] : found.lead;
  const draws = texts.number(results.context.draws);
  return html`<header id="top">
<p class="brand"><strong>${t("report.brand")}</strong> ${texts.pick(results.context.scenario, "title")}</p>
<h1>${headline}</h1>
${differencesNote(page)}${changesSection(page)}${asked ? "" : glanceSection(page)}${leadList(lead)}
<p class="sourced">${sourcedSentence(texts, results.context.assumption_counts)}</p>
<p class="note">${t("report.how_to_read", { draws })}</p>
${offNote(page)}
${page.edited.length > 0 ? html`<p class="edited" role="note">${t("report.edited", { files: page.edited.join(", ") })}</p>` : ""}
</header>
${asked ? glanceSection(page) : ""}${verdictSection(page, noteList, mark)}
${basesSection(page)}${informationSection(page)}${choicesSection(page)}
${unjudgedSection(page)}
${ageingSentences(results, texts, cells).map((sentence) => html`<p class="note">${sentence}</p>\n`)}`;
}

/** What follows from the headline, a point each. */
export const leadList = (lead) => html`<ul class="lead">${lead.map((sentence) => html`<li>${sentence}</li>`)}</ul>`;

/** Where the simulation is further from the base year's bed days than it may be. */
export function offNote({ results, texts }) {
  const { t } = texts;
  const off = results.tables.indicators.flatMap((row) => {
    const of = /^simulated-over-(?:known|needed)-bed-days-(.+)$/.exec(row.indicator);
    if (!of || row.status !== "not-met" || row.value === null) return [];
    const service = results.service(of[1]),
      trust = results.trust(row.trust);
    return t("report.off_item", {
      service: service ? nameInSentence(texts, service) : of[1],
      trust: trust?.short ?? row.trust,
      percent: texts.percent(Math.abs(row.value - 1)),
      direction: t(row.value < 1 ? "report.off_below" : "report.off_above"),
    });
  });
  return off.length > 0 ? html`<p class="edited" role="note">${t("report.off", { list: texts.list(off) })}</p>\n` : "";
}

/** All that the run has otherwise: the first on the page, the rest to be opened. */
export function differencesNote({ results, texts }) {
  const { file, said } = differencesOf(results, texts);
  if (said.length === 0) return "";
  const items = (some) => html`<ul>${some.map((one) => html`<li>${one}</li>`)}</ul>`;
  const more = said.slice(MOST_SAID);
  const rest =
    more.length > 0
      ? html`<details><summary>${texts.t("report.differences_more", { n: more.length })}</summary>${items(more)}</details>`
      : "";
  return html`<div class="edited" role="note"><p>${texts.t("report.differences", { file })}</p>
${items(said.slice(0, MOST_SAID))}${rest}</div>
`;
}

/** Cells of the front tables: with one trust the region says the same again, so it is left out. */
const frontCells = ({ results, cells }) =>
  cells.filter((cell) => !cell.trust.isRegion || results.context.trusts.length > 1);

/** A part whose group is judged at the same trust: the group's row speaks for it. */
const coveredByGroup = (cells, cell) =>
  cells.some((c) => c.trust.id === cell.trust.id && c.service.id === cell.partOf && c.level !== "none");

/** For cells whose level was counted: what other choices of utilisation would give, and what others have to spare. */
function choicesSection(page) {
  const { results, texts } = page;
  const { t } = texts;
  const year = results.last;
  const cells = frontCells(page).filter(
    (cell) => !cell.trust.isRegion && cell.level !== "none" && !coveredByGroup(page.cells, cell),
  );
  if (cells.length === 0) return "";
  const withUtilisation = results.tables.gap_by_utilisation.length > 0;
  const withSpare = results.context.trusts.length > 1;
  const head = [
    t("verdict.trust"),
    t("verdict.at_gap", { year }),
    t("choices.at"),
    ...(withUtilisation ? [t("choices.ends", { year })] : []),
    ...(withSpare ? [t("judged.spare")] : []),
  ];
  const rows = results.offered.flatMap((service) => {
    const mine = cells.filter((cell) => cell.service.id === service.id);
    if (mine.length === 0) return [];
    return [
      { group: texts.pick(service, "name") },
      ...mine.map((cell) => ({
        cells: [
          cell.trust.short,
          gapCell(texts, cell.at(year)),
          Number.isFinite(cell.info.utilisation) ? texts.share(cell.info.utilisation) : "–",
          ...(withUtilisation ? [utilisationCell(results, texts, cell)] : []),
          ...(withSpare ? [spareCell(results, texts, cell, results.years_to_show)] : []),
        ],
      })),
    ];
  });
  return html`<section id="choices"><h2>${t("choices.heading")}</h2>
${table({ caption: t("choices.caption", { year }), head, rows, className: "judged" })}</section>`;
}

function mark(notes, note, prefix) {
  if (!note) return "";
  if (!notes.includes(note)) notes.push(note);
  const number = notes.indexOf(note) + 1;
  return html`<sup><a href="#${prefix}${number}">${number}</a></sup>`;
}

function noteList(texts, notes, prefix) {
  if (notes.length === 0) return "";
  const items = notes.map((note, i) => html`<li id="${prefix}${i + 1}">${note}</li>`);
  return html`<ol class="notes" aria-label="${texts.t("judged.notes")}">${items}</ol>`;
}

/** The median gap with its interval. */
function gapCell(texts, row) {
  if (!isIdentified(row)) return "–";
  const strong = row.gap < 0 ? html`<strong>${texts.signed(row.gap)}</strong>` : texts.signed(row.gap);
  return html`${strong} <small>(${texts.interval(row.gap_p10, row.gap_p90)})</small>`;
}

/** What the gap would be at the low and the high end of planned utilisation. */
function utilisationCell(results, texts, cell) {
  if (!isIdentified(cell.at(results.last))) return "";
  const ends = byUtilisation(results, cell, results.last)
    .filter((row) => !(Math.abs(row.utilisation - cell.info.utilisation) < 1e-9))
    .map((row) => html`<span class="nowrap">${texts.share(row.utilisation)}: ${texts.signed(row.gap)}</span>`.text);
  return raw(ends.join(" / "));
}

/** Only beside a shortage: what the other trusts have to spare in the same service. */
function spareCell(results, texts, cell, years) {
  if (cell.trust.isRegion) return "";
  const lines = years
    .filter((year) => isIdentified(cell.at(year)) && cell.at(year).p_shortage > 0.5)
    .map((year) => {
      const { spare, unknown } = spareElsewhere(results, cell, year);
      const items = [
        ...spare.map((one) => spareItem(texts, one)),
        ...(unknown.length > 0
          ? [texts.t("judged.unknown_others", { list: texts.list(unknown.map((trust) => trust.short)) })]
          : []),
      ];
      const list = items.length > 0 ? items.join(", ") : texts.t("judged.none_spare");
      return html`<span>${texts.t("judged.spare_year", { year, list })}</span>`.text;
    });
  return raw(lines.join("<br>"));
}

function unjudgedSection(page) {
  const { results, texts, cells } = page;
  const { t } = texts;
  const open = frontCells(page).filter((cell) => cell.level !== "all");
  if (open.length === 0) return "";
  const trusts = results.trusts.filter((trust) => !trust.isRegion || results.context.trusts.length > 1);
  const notes = [];
  const rows = results.offered
    .filter((service) => open.some((cell) => cell.service.id === service.id))
    .map((service) => ({
      cells: [
        serviceCell(results, texts, cells, service),
        ...trusts.map((trust) => {
          const cell = cells.find((c) => c.service.id === service.id && c.trust.id === trust.id);
          if (!cell) return t("unjudged.absent");
          if (cell.level === "all") return judgedNote(results, texts, cells, cell);
          return changeCell(texts, cell, cell.changeAt(results.last), notes);
        }),
      ],
    }));
  const names = { base: results.base, last: results.last, rule: ruleText(texts, open) };
  const head = [t("unjudged.service"), ...trusts.map((trust) => trust.short)];
  return html`<section id="unjudged"><h2>${t("unjudged.heading", names)}</h2>
${table({ caption: t("unjudged.caption", names), head, rows, className: "unjudged" })}
${noteList(texts, notes, "u")}<p class="note">${t("unjudged.intro", names)}</p></section>`;
}

/** A name within a sentence. */
const nameInSentence = (texts, service) => texts.inSentence(texts.pick(service, "name"));

/** Where a cell that can be judged is judged: by itself or with its group. */
function judgedNote(results, texts, cells, cell) {
  const { t } = texts;
  if (!coveredByGroup(cells, cell)) return html`<small>${t("unjudged.judged")}</small>`;
  const group = nameInSentence(texts, results.service(cell.partOf));
  return html`<small>${t("unjudged.judged_group", { group })}</small>`;
}

function serviceCell(results, texts, cells, service) {
  const group =
    cells.some((cell) => cell.service.id === service.id && insideGroup(cells, cell)) &&
    results.service(results.parts.get(service.id));
  const name = texts.pick(service, "name");
  const more = [
    ...(group ? [texts.t("unjudged.part", { group: nameInSentence(texts, group) })] : []),
    texts.t("unjudged.since", { since: results.change.since(service.id) }),
  ];
  return html`${name} <small>${more.join(", ")}</small>`;
}

function changeCell(texts, cell, row, notes) {
  const { t } = texts;
  const need = html`${texts.signed(row.need_change)} <small>(${texts.interval(row.need_change_p10, row.need_change_p90)})</small>`;
  const note = mark(notes, texts.pick(cell.info, "note"), "u");
  return html`<span class="change">${t("unjudged.need")} ${need}</span>
<span class="change">${t("unjudged.capacity")} ${texts.signed(row.capacity_change)}${note}</span>`;
}
