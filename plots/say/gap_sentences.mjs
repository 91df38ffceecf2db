// Sentences at a gap chart: what the need rests on, what is found, and how the two rules agree.
import { isIdentified, likelyShortage } from "./cells.mjs";
import { isMoved } from "./changes.mjs";
import { regionSums, rulesText, sumText, wordText } from "./verdicts.mjs";

/** That nobody counted the level, or some years rest on assumed numbers, and the verdict all the same. */
export function verdictText(results, texts, cell) {
  const { last, base } = results;
  if (cell.level === "none")
    return texts.t("verdict.open_level", { base, last, word: wordText(texts, cell.verdictAt(last).verdict) });
  const years = cell.rows.filter((row) => !isIdentified(row)).map((row) => row.year);
  return texts.t("unknown.some", { years: texts.years(years) });
}

/** What must be said at the figure: a trust's own note; the region has none of its own. */
function noteOf(texts, cell) {
  const note = texts.pick(cell.info, "note");
  return note ? [note] : [];
}

/** Title, subtitle and small print of a gap chart whose axis begins at `from`. */
export function gapWords(results, texts, cell, from) {
  const { t } = texts;
  const names = {
    trust: cell.trust.short,
    service: texts.inSentence(texts.pick(cell.service, "name")),
    first: firstShown(results, cell),
    last: results.last,
  };
  const rule = cell.rows[0].rule;
  const known = rule === "utilisation" && Number.isFinite(cell.info.utilisation);
  const unit = texts.pick(cell.service, "unit");
  const basis = known
    ? t("gap_chart.basis_share", { unit, share: texts.share(cell.info.utilisation) })
    : t(`gap_chart.basis_${rule.replace("-", "_")}`, { unit });
  return {
    title: t(cell.trust.isRegion ? "gap_chart.title_region" : "gap_chart.title", names),
    subtitle: [
      basis,
      ...findingLines(results, texts, cell),
      rulesText(results, texts, cell, results.last),
      ...marksText(results, texts, cell),
      ...beforeText(results, texts, cell),
    ],
    footer: [
      ...noteOf(texts, cell),
      ...placesText(results, texts, cell),
      ...conditionText(results, texts, cell),
      t("gap_chart.footer", {
        scenario: texts.ended(texts.pick(results.context.scenario, "title")),
        draws: texts.number(results.context.draws),
      }) + (from > 0 ? ` ${t("gap_chart.axis_from", { value: texts.exact(from) })}` : ""),
    ],
  };
}

/** Counted years before those of the run. */
export const yearsBefore = (results, cell) => cell.counted.filter(({ year }) => year < results.first);

/** The year that a cell's figure begins in: the first counted one. */
export const firstShown = (results, cell) => yearsBefore(results, cell)[0]?.year ?? results.first;

/** Places of a counted year; null where nobody counted them, or where they can't hold the days that were. */
export const placesOf = (row) => (row.occupancy === null ? null : row.places);

/** The years in which the need of a cell is a count. */
export const countedYears = (cell) =>
  [...new Set([...cell.counted, ...cell.rows].map((row) => row.year))].filter(
    (year) => cell.counted.some((row) => row.year === year) || cell.isCounted(year),
  );

/** What the line of places is before the run's first year. */
function placesText(results, texts, cell) {
  const before = yearsBefore(results, cell);
  if (before.length === 0) return [];
  const drawn = before.filter((row) => placesOf(row) !== null).map((row) => row.year);
  if (drawn.length > 0) return [texts.t("gap_chart.counted_places", { years: texts.years(drawn) })];
  const places = before[before.length - 1].places;
  return places === null
    ? []
    : [
        texts.t(cell.trust.isRegion ? "gap_chart.counted_places_odd_somewhere" : "gap_chart.counted_places_odd", {
          year: before[before.length - 1].year,
          places: texts.capacity(places),
        }),
      ];
}

/** What dots and a ring are: which years are counted, and where need passes capacity. */
function marksText(results, texts, cell) {
  const years = countedYears(cell),
    crossing = crossingYear(results, cell);
  const said = [
    ...(years.length > 0 ? [texts.t("gap_chart.counted", { years: texts.years(years) })] : []),
    ...(crossing === null ? [] : [texts.t("gap_chart.ring", { year: crossing })]),
  ];
  return said.length > 0 ? [said.join(" ")] : [];
}

/**
 * The first year in which the median need of an identified cell is above capacity, if it wasn't so from the start; else null. The
 * region's sum passes nothing: its trusts don't share beds.
 */
export function crossingYear(results, cell) {
  if (cell.trust.isRegion) return null;
  const median = ({ year }) => results.quantiles(cell.trust.id, cell.service.id, year, 0.5);
  const t = cell.rows.findIndex((row) => isIdentified(row) && median(row) > row.capacity);
  return t > 0 && isIdentified(cell.rows[t - 1]) ? cell.rows[t].year : null;
}

/** What the dotted lines of a what-if are. */
function beforeText(results, texts, cell) {
  return isMoved(results.comparedWith(cell.trust.id, cell.service.id)) ? [texts.t("before.dotted")] : [];
}

/** What a what-if's own lines hang on: a plan, and effects that may not come. */
function conditionText(results, texts, cell) {
  const compared = results.comparedWith(cell.trust.id, cell.service.id);
  if (!isMoved(compared)) return [];
  const moves = (measure) =>
    [...compared.years.values()].some((year) => year[measure] && year[measure].difference !== 0);
  const days = moves("bed_days"),
    beds = moves("capacity");
  if (days) return [texts.t(beds ? "before.both" : "before.effect")];
  return [texts.t(beds ? "before.plan" : "before.choice")];
}

/** Beds that are short and spare in the region in the last year, each summed over the trusts. */
export function regionLast(results, texts, cell) {
  const { short, spare } = regionSums(results, cell.service, results.last);
  return { short: sumText(texts, short, texts.beds), spare: sumText(texts, spare, texts.beds), year: results.last };
}

/** What is found: of the region what its trusts lack and have, as their sum would hide it. */
function findingLines(results, texts, cell) {
  const change = cell.level === "none" ? [changeText(results, texts, cell)] : [];
  if (cell.trust.isRegion) return [...change, texts.t("gap_chart.region", regionLast(results, texts, cell))];
  return cell.level === "none" ? change : [findingText(results, texts, cell)];
}

function changeText(results, texts, cell) {
  const change = cell.changeAt(results.last);
  return texts.t("gap_chart.change_only", {
    since: cell.changesSince,
    last: results.last,
    need: texts.signed(change.need_change),
    interval: texts.interval(change.need_change_p10, change.need_change_p90),
    capacity: texts.signed(change.capacity_change),
  });
}

function findingText(results, texts, cell) {
  const { t } = texts;
  const shortage = likelyShortage(cell);
  if (shortage === null) return t("gap_chart.none_likely");
  if (shortage.unbroken && shortage.to === results.last)
    return t(shortage.atStart ? "gap_chart.likely_already" : "gap_chart.likely_from", { year: shortage.from });
  return t("gap_chart.likely_in", { years: texts.years(shortage.years) });
}
