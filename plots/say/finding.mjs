// The headline and what follows from it. Each sentence must be true for any data: none, one or several shortages, all open.
import { isIdentified, insideGroup, spareElsewhere, spareItem } from "./cells.mjs";
import { BASE_KINDS, hasBases, turnedCells, turnedTo, turnsOf, turnsText } from "./bases.mjs";
import { meanGap, partsOf, partsText } from "./parts.mjs";
import {
  chances,
  gapRange,
  growthText,
  isOpen,
  regardlessText,
  rulesText,
  whenShort,
  wordText,
  stocksText,
} from "./verdicts.mjs";
import { VERDICTS } from "../read/schema.mjs";

/** The cells that the finding is about: a trust's own, and not a part of a group that is itself a row there. */
export const ownCells = (cells) => cells.filter((cell) => !cell.trust.isRegion && !insideGroup(cells, cell));

export const namesOf = (texts, cell) => ({
  trust: cell.trust.name,
  short: cell.trust.short,
  service: texts.inSentence(texts.pick(cell.service, "name")),
  unit: texts.pick(cell.service, "unit"),
});

const wordAt = (cell, year) => cell.verdictAt(year).verdict;
/** Years to come that are short; a counted year is no finding of a projection, unless it is the last one. */
const shortYears = (cell) => {
  const last = cell.rows[cell.rows.length - 1].year;
  return cell.verdicts
    .filter(({ verdict, year }) => verdict === "short" && (year === last || !cell.isCounted(year)))
    .map((row) => row.year);
};
/** The least that is short in a year: the median, or the mild end of an open level. */
const leastGap = (cell, year) => {
  const row = cell.verdictAt(year);
  return isOpen(row) ? (row.gap_high ?? 0) : cell.at(year).gap;
};
/** The years that are told of, counted ones among them where the shortage began then. */
const toldYears = (cell) =>
  shortYears(cell).length > 0 ? cell.verdicts.filter(({ verdict }) => verdict === "short").map((row) => row.year) : [];
const worst = (cell) => Math.min(...toldYears(cell).map((year) => leastGap(cell, year)));
/** The worst by the service level in the same years; null where the folder doesn't have it. */
function worstAtServiceLevel(results, cell) {
  const rows = toldYears(cell).map((year) => results.gapBy(cell.trust.id, cell.service.id, year, "service-level"));
  return rows.includes(null) ? null : Math.min(...rows.map(({ gap }) => gap));
}

/** The cell that the headline names: the worst of the last year, else of any; none where nobody lacks beds. */
export function headlineCell(results, cells) {
  const { last } = results,
    short = ownCells(cells).filter((cell) => shortYears(cell).length > 0);
  const [atEnd] = short
    .filter((cell) => wordAt(cell, last) === "short")
    .sort((a, b) => isOpen(a.verdictAt(last)) - isOpen(b.verdictAt(last)) || leastGap(a, last) - leastGap(b, last));
  return { short, atEnd, named: atEnd ?? [...short].sort((a, b) => worst(a) - worst(b))[0] };
}

/** The cell that is shown on other bases: the headline's, where its use was counted year by year; else null. */
export function cellOnBases(results, cells) {
  const { named } = headlineCell(results, cells);
  return named && hasBases(results, named) ? named : null;
}

/** { headline, parts, lead: [sentences] } for the top of the report; parts is empty or follows the headline. */
export function finding(results, texts, cells) {
  const own = ownCells(cells),
    { last } = results,
    { t } = texts;
  const { short, atEnd, named } = headlineCell(results, cells);
  const lead = [
    ...(atEnd ? namedSentences(results, texts, named) : []),
    atEnd ? holdsText(results, texts, named) : "",
    countsText(results, texts, own),
    ...turnsLead(results, texts, own, cells),
    ...othersText(
      results,
      texts,
      short.filter((cell) => cell !== named),
    ),
    notJudgedText(results, texts),
    atEnd ? spareText(results, texts, named) : nearestText(results, texts, named ? [] : own),
  ].filter(Boolean);
  if (atEnd) return { ...shortHeadline(results, texts, named), lead };
  if (named) {
    const values = { ...namesOf(texts, named), years: texts.years(shortYears(named)), last };
    return {
      headline: t("headline.passed", { ...values, word: wordText(texts, wordAt(named, last)) }),
      parts: "",
      lead,
    };
  }
  const n = own.length,
    only = own[0];
  const none =
    n === 0
      ? t("headline.nothing")
      : t("headline.none", {
          n,
          first: firstProjected(results, own),
          last,
          ...namesOf(texts, only),
          word: wordText(texts, wordAt(only, last)),
        });
  return { headline: none, parts: "", lead };
}

/** The first year that isn't counted of all. */
const firstProjected = (results, own) =>
  results.years.find((year) => own.some((cell) => !cell.isCounted(year))) ?? results.first;

function shortHeadline(results, texts, cell) {
  const { t } = texts,
    { last } = results,
    row = cell.verdictAt(last);
  if (isOpen(row)) {
    const values = { ...namesOf(texts, cell), last, gap: gapRange(texts, row), base: results.base };
    return { headline: t("headline.short_open", values), parts: "" };
  }
  const known = Number.isFinite(cell.info.utilisation);
  const at = known ? t("headline.at", { share: texts.share(cell.info.utilisation) }) : "";
  const parts = partsOf(results, cell, last);
  // The median, as in the table; parts sum to the mean, which stands with them.
  const values = { ...namesOf(texts, cell), beds: texts.beds(-cell.at(last).gap), last, at },
    mean = texts.signed(meanGap(parts));
  return {
    headline: t(cell.isCounted(last) ? "headline.short_counted" : "headline.short", values),
    parts: parts.length === 0 ? "" : t("headline.parts", { mean, list: partsText(results, texts, cell, last) }),
  };
}

/** How the rules agree on the headline's cell, from when, what its figure is, and the choice that it hangs on. */
function namedSentences(results, texts, cell) {
  const { t } = texts,
    { last } = results,
    row = cell.at(last);
  const rules = `${rulesText(results, texts, cell, last)} ${t("headline.when", { when: whenShort(results, texts, cell) })}`;
  if (isOpen(cell.verdictAt(last))) return [rules, regardlessText(texts, cell.verdictAt(last))];
  if (cell.isCounted(last) || partsOf(results, cell, last).length === 0) return [rules];
  const now = cell.at(cell.start),
    counted = now && cell.isCounted(cell.start);
  const then = !counted
    ? []
    : [
        t(now.gap < 0 ? "headline.now_short" : "headline.now_spare", {
          start: cell.start,
          beds: texts.beds(Math.abs(now.gap)),
          last,
          change: texts.signed(row.gap - now.gap),
        }),
      ];
  const mean = t("headline.mean", {
    mean: texts.signed(meanGap(partsOf(results, cell, last))),
    median: texts.signed(row.gap),
    interval: texts.interval(row.gap_p10, row.gap_p90),
  });
  const known = Number.isFinite(cell.info.utilisation);
  return [
    [rules, ...then].join(" "),
    known ? `${mean} ${t("finding.choice", { share: texts.share(cell.info.utilisation) })}` : mean,
  ];
}

/** That no base turns the headline's answer, and how far its gap goes; where one does, it is listed with the others. */
function holdsText(results, texts, cell) {
  const known = !isOpen(cell.verdictAt(results.last)) && hasBases(results, cell);
  return known && turnsOf(results, cell, results.last).length === 0 ? turnsText(results, texts, cell) : "";
}

/** Services whose need is projected but that have no places in the scenario. */
function notJudgedText(results, texts) {
  const names = results.services
    .filter((service) => !service.group && !results.offered.includes(service))
    .map((service) => texts.inSentence(texts.pick(service, "name")));
  return names.length > 0 ? texts.t("headline.not_judged", { list: texts.list(names) }) : "";
}

function countsText(results, texts, own) {
  if (own.length < 2) return "";
  const { t } = texts;
  const counted = VERDICTS.map((word) => ({
    word,
    n: own.filter((cell) => wordAt(cell, results.last) === word).length,
  }));
  const list = counted
    .filter(({ n }) => n > 0)
    .map(({ word, n }) => t(`headline.counted.${word}`, { n, base: results.base }));
  return t("headline.counts", { n: own.length, last: results.last, list: texts.list(list) });
}

/** The cells whose verdict another base would turn, by what makes it another; the table says to what. */
function turnsLead(results, texts, own, cells) {
  const { last } = results;
  const said = Object.entries(BASE_KINDS).flatMap(([kind, bases]) => {
    const turned = turnedCells(results, own, last, bases);
    // An open level's shortage may rest on growth too, a part's of a service also.
    const open = kind === "growth" ? cells.filter((cell) => growthText(results, texts, cell, last) !== "") : [];
    if (turned.length + open.length === 0) return [];
    const wordOf = (cell) =>
      open.includes(cell) ? wordText(texts, "depends") : turnedTo(results, texts, cell, last, bases);
    const list = byService(texts, [...turned, ...open], wordOf);
    return [texts.t(`bases.lead.${kind}`, { last, list, stocks: stocksText(results, texts) })];
  });
  return said.map((one, i) => (i === said.length - 1 ? `${one} ${texts.t("bases.lead_where")}` : one));
}

/** Cells by their services with what they turn to: "children's wards (UNN: lacks up to 2; Finnmark: lacks none)". */
function byService(texts, cells, wordOf) {
  const services = [...new Set(cells.map((cell) => cell.service))];
  const one = (service) =>
    texts.t("bases.lead_one", {
      service: texts.inSentence(texts.pick(service, "name")),
      trusts: texts.list(
        cells.filter((cell) => cell.service === service).map((cell) => `${cell.trust.short}: ${wordOf(cell)}`),
        ", ",
      ),
    });
  return texts.list(services.map(one), "; ");
}

/** The other shortages, most first. */
function othersText(results, texts, others) {
  if (others.length === 0) return [];
  const { t } = texts;
  const sorted = [...others].sort((a, b) => worst(a) - worst(b));
  const shown = sorted.slice(0, 3).map((cell) => {
    const atServiceLevel = worstAtServiceLevel(results, cell);
    const values = {
      ...namesOf(texts, cell),
      trust: cell.trust.short,
      when: whenShort(results, texts, cell),
      most: texts.beds(-worst(cell)),
      most_service_level: texts.beds(-atServiceLevel),
      last: results.last,
      word: wordText(texts, wordAt(cell, results.last)),
    };
    if (cell.verdicts.some(isOpen)) return t("headline.listed_open", values);
    return t(atServiceLevel === null ? "headline.listed_one_rule" : "headline.listed", values);
  });
  const more = sorted.length - shown.length;
  const list = more > 0 ? [...shown, t("finding.more", { n: more })] : shown;
  return [t("finding.others", { list: texts.list(list, "; ") })];
}

function spareText(results, texts, cell) {
  const { spare, unknown, others } = spareElsewhere(results, cell, results.last);
  if (others === 0) return "";
  const names = {
    unknown: texts.list(unknown.map((trust) => trust.short)),
    last: results.last,
    short: cell.trust.short,
  };
  const rest = unknown.length > 0 ? ` ${texts.t("finding.spare_unknown", names)}` : "";
  if (spare.length === 0) return unknown.length === others ? rest.trim() : texts.t("finding.spare_none", names) + rest;
  const list = texts.list(spare.map((one) => spareItem(texts, one)));
  const byBoth = spare.every(({ atServiceLevel }) => atServiceLevel !== null);
  return texts.t(byBoth ? "finding.spare" : "finding.spare_one_rule", { list, ...names }) + rest;
}

/** Where nobody lacks beds: who is nearest to it, by both rules. */
function nearestText(results, texts, own) {
  const rows = own.flatMap((cell) =>
    cell.verdicts
      .filter((row) => !isOpen(row) && isIdentified(cell.at(row.year)) && !cell.isCounted(row.year))
      .map((row) => ({ cell, row })),
  );
  if (rows.length === 0) return "";
  const least = ({ row }) => Math.min(row.p_utilisation, row.p_service_level),
    sum = ({ row }) => row.p_utilisation + row.p_service_level;
  const [top] = rows.sort((a, b) => least(b) - least(a) || sum(b) - sum(a));
  return texts.t("headline.nearest", {
    ...namesOf(texts, top.cell),
    ...chances(texts, top.cell, top.row.year),
    year: top.row.year,
  });
}
