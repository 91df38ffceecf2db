// Sentences made from figures. Each must be true for any data: none, one or several shortages, nothing to judge at all.
import { isIdentified, likelyShortage, peakRisk, spareElsewhere } from "./cells.mjs";

/** The cells that the finding is about: identified, a trust's own, and not a part of a group that is itself a row there. */
export function judgedCells(results, cells) {
  return cells.filter((cell) => cell.level !== "none" && !cell.trust.isRegion && !insideGroup(cells, cell));
}

/** Whether the cell is a part of a group that has a row of its own at the same trust. */
export const insideGroup = (cells, cell) =>
  cell.partOf !== undefined && cells.some((c) => c.trust.id === cell.trust.id && c.service.id === cell.partOf);

/** The need rule that gap.csv was made with, in words. */
export function ruleText(texts, cells) {
  const rules = [...new Set(cells.map((cell) => cell.rows[0].rule))];
  return texts.list(rules.map((rule) => texts.t(`rules.${rule.replace("-", "_")}`)));
}

/** { headline, lead: [sentences] } for the top of the report. */
export function finding(results, texts, cells) {
  const judged = judgedCells(results, cells);
  const { t } = texts;
  if (judged.length === 0)
    return {
      headline: t("finding.nothing_judged", { base: results.base }),
      lead: unknownSentence(results, texts, cells),
    };
  const short = judged.filter((cell) => likelyShortage(cell) !== null);
  if (short.length === 0) {
    const n = judged.length;
    return {
      headline: t("finding.none", { n, last: lastJudged(judged), ...namesOf(texts, judged[0]) }),
      lead: [nearest(texts, judged), ...unknownSentence(results, texts, cells)],
    };
  }
  const atEnd = short
    .filter((cell) => shortAt(cell, results.last))
    .sort((a, b) => a.at(results.last).gap - b.at(results.last).gap);
  const named = atEnd[0] ?? deepest(short);
  const headline = atEnd.length > 0 ? shortHeadline(results, texts, named) : passedHeadline(results, texts, named);
  const others = short.filter((cell) => cell !== named);
  const lead = [
    ...(atEnd[0] ? [worstSentence(results, texts, atEnd[0])] : []),
    countSentence(results, texts, judged, short),
  ];
  lead.push(...othersSentences(results, texts, others));
  if (atEnd.length > 0) lead.push(spareSentence(results, texts, atEnd[0]));
  return { headline, lead: [...lead.filter(Boolean), ...unknownSentence(results, texts, cells)] };
}

const shortAt = (cell, year) => isIdentified(cell.at(year)) && cell.at(year).p_shortage > 0.5;
const lastJudged = (cells) => Math.max(...cells.flatMap((cell) => cell.identifiedYears));

export const namesOf = (texts, cell) => ({
  trust: cell.trust.name,
  short: cell.trust.short,
  service: texts.inSentence(texts.pick(cell.service, "name")),
  unit: texts.pick(cell.service, "unit"),
});

function shortHeadline(results, texts, cell) {
  const row = cell.at(results.last);
  const known = row.rule === "utilisation" && Number.isFinite(cell.info.utilisation);
  const at = known ? texts.t("finding.at", { share: texts.share(cell.info.utilisation) }) : "";
  return texts.t("finding.short", { ...namesOf(texts, cell), beds: texts.beds(-row.gap), last: results.last, at });
}

/** The cell with the largest shortage in any of its years. */
const deepest = (short) => [...short].sort((a, b) => lowestGap(a) - lowestGap(b))[0];
const lowestGap = (cell) => Math.min(...likelyShortage(cell).years.map((year) => cell.at(year).gap));

function passedHeadline(results, texts, cell) {
  const key = isIdentified(cell.at(results.last)) ? "finding.passed" : "finding.passed_unknown_end";
  return texts.t(key, { ...namesOf(texts, cell), years: texts.years(likelyShortage(cell).years), last: results.last });
}

const countSentence = (results, texts, judged, short) =>
  texts.t("finding.count", { n: short.length, judged: judged.length, first: results.first, last: results.last });

/** When the worst shortage begins, how it grows from the base year on, and what it hangs on. */
function worstSentence(results, texts, worst) {
  const row = worst.at(results.last),
    first = worst.at(results.base);
  const values = {
    base: results.base,
    last: results.last,
    first: texts.signed(first.gap),
    gap: texts.signed(row.gap),
    p: texts.percent(row.p_shortage),
    interval: texts.interval(row.gap_p10, row.gap_p90),
  };
  return [
    texts.t("finding.worst", { when: whenText(texts, results, worst) }),
    texts.t(isIdentified(first) ? "finding.path" : "finding.path_end", values),
    choiceSentence(texts, worst, row),
  ]
    .filter(Boolean)
    .join(" ");
}

/** The utilisation is decided, not drawn: the largest choice behind a shortage is not in its interval. */
function choiceSentence(texts, cell, row) {
  const known = row.rule === "utilisation" && Number.isFinite(cell.info.utilisation);
  return known ? texts.t("finding.choice", { share: texts.share(cell.info.utilisation) }) : "";
}

/**
 * When a shortage is likelier than not, as a phrase: already in 2024, from 2033, in 2026–2029, or never with its peak;
 * and which years can't be judged.
 */
export function whenText(texts, results, cell) {
  const when = judgedWhen(texts, results, cell);
  if (cell.level !== "some") return when;
  const open = cell.rows.filter((row) => !isIdentified(row)).map((row) => row.year);
  return texts.t("when.partly", { when, years: texts.years(open) });
}

function judgedWhen(texts, results, cell) {
  const shortage = likelyShortage(cell);
  const { t } = texts;
  if (shortage === null) {
    const peak = peakRisk(cell);
    return peak === null ? t("risk.unknown") : t("when.never", { p: texts.percent(peak.p_shortage), year: peak.year });
  }
  const values = { year: shortage.from, to: shortage.to, years: texts.years(shortage.years) };
  const already = shortage.from === results.base;
  if (shortage.unbroken && shortage.toEnd) return t(already ? "when.already" : "when.from", values);
  if (already)
    return t(
      shortage.to === shortage.from
        ? "when.already_only"
        : shortage.unbroken
          ? "when.already_until"
          : "when.already_some",
      values,
    );
  return t("when.some", values);
}

/** Those that lack beds, most first; and, apart from them, those that lack less than one. */
function othersSentences(results, texts, others) {
  const listed = (cells) => {
    const shown = cells.slice(0, 3).map((cell) =>
      texts.t("finding.listed", {
        ...namesOf(texts, cell),
        trust: cell.trust.short,
        when: whenText(texts, results, cell),
        most: texts.beds(-lowestGap(cell)),
      }),
    );
    const more = cells.length - shown.length;
    return texts.list(more > 0 ? [...shown, texts.t("finding.more", { n: more })] : shown, "; ");
  };
  const sorted = [...others].sort((a, b) => lowestGap(a) - lowestGap(b));
  const beds = sorted.filter((cell) => lowestGap(cell) <= -1),
    tiny = sorted.filter((cell) => lowestGap(cell) > -1);
  return [
    ...(beds.length > 0 ? [texts.t("finding.others", { list: listed(beds) })] : []),
    ...(tiny.length > 0 ? [texts.t("finding.tiny", { list: listed(tiny) })] : []),
  ];
}

function spareSentence(results, texts, cell) {
  const { spare, unknown, others } = spareElsewhere(results, cell, results.last);
  if (others === 0) return "";
  const names = {
    unknown: texts.list(unknown.map((trust) => trust.short)),
    last: results.last,
    short: cell.trust.short,
  };
  const rest = unknown.length > 0 ? ` ${texts.t("finding.spare_unknown", names)}` : "";
  if (spare.length === 0) return unknown.length === others ? rest.trim() : texts.t("finding.spare_none", names) + rest;
  const list = texts.list(spare.map(({ trust, beds }) => `${trust.short} ${texts.beds(beds)}`));
  return texts.t("finding.spare", { list, ...names }) + rest;
}

function nearest(texts, judged) {
  const top = judged
    .map((cell) => ({ cell, row: peakRisk(cell) }))
    .sort((a, b) => b.row.p_shortage - a.row.p_shortage)[0];
  return texts.t("finding.nearest", {
    ...namesOf(texts, top.cell),
    p: texts.percent(top.row.p_shortage),
    year: top.row.year,
  });
}

function unknownSentence(results, texts, cells) {
  const n = cells.filter((cell) => cell.level === "none" && !cell.trust.isRegion).length;
  return n === 0 ? [] : [texts.t("finding.unknown", { n, base: results.base })];
}

/**
 * What a run has otherwise, in words: { file, said: a sentence each }. With a what-if it is all of the chain of files, down to
 * its root; without words in context.json, as older runs have it, what the nearest file says, key by key.
 */
export function differencesOf(results, texts) {
  const { settings, against, differences = [], compared_with: file } = results.context;
  if (settings) return { file: against, said: settings.map((setting) => texts.pick(setting, "said")) };
  return { file, said: differences.map((difference) => differenceText(texts, difference)) };
}

const differenceText = (texts, { key, before, after }) =>
  texts.t("report.difference", {
    key,
    before: before || texts.t("report.nothing"),
    after: after || texts.t("report.nothing"),
  });

/** How many of the inputs were read at a source. */
export function sourcedSentence(texts, counts) {
  const all = counts.observed + counts.published + counts.derived + counts.assumed;
  if (all === 0) return texts.t("sourced.none");
  const sourced = counts.observed + counts.published;
  return texts.t("sourced.count", {
    n: sourced,
    all: texts.number(all),
    sourced: texts.number(sourced),
    share: texts.percent(sourced / all),
    observed: texts.number(counts.observed),
    published: texts.number(counts.published),
    derived: texts.number(counts.derived),
    assumed: texts.number(counts.assumed),
  });
}

/** What ageing does to adult mental-health need: the pattern, and what this run shows for the region. Empty if the service isn't there. */
export function ageingSentences(results, texts, cells) {
  const cell = cells.find((c) => c.service.id === "phv" && c.trust.isRegion);
  if (!cell) return [];
  const change = cell.changeAt(results.last).need_change;
  const key = change < 0 ? "ageing.falls" : change > 0 ? "ageing.rises" : "ageing.same";
  return [
    texts.t("ageing.pattern"),
    texts.t(key, {
      region: cell.trust.name,
      beds: texts.beds(Math.abs(change)),
      base: results.base,
      last: results.last,
    }),
    ...stockSentences(results, texts),
  ];
}

/** What grows beside demography, by name: the trusts' parts together. */
function stockSentences(results, texts) {
  const byName = new Map();
  for (const stock of results.context.stocks ?? []) {
    const key = `${texts.pick(stock, "name")}|${stock.service}`;
    byName.set(key, { stock, beds: (byName.get(key)?.beds ?? 0) + stock.occupied_beds_in_last_year });
  }
  return [...byName.values()].map(({ stock, beds }) =>
    texts.t("ageing.stock", {
      name: texts.pick(stock, "name"),
      beds: texts.beds(beds),
      service: texts.inSentence(texts.pick(results.service(stock.service), "name")),
      last: results.last,
    }),
  );
}
