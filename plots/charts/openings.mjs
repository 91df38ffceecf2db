// Dated changes of the plan as short labels for a gap chart.
import { keyOf } from "../read/key.mjs";
import { deedText, patientActionsOf } from "../say/actions.mjs";
import { isMoved } from "../say/changes.mjs";

const MOST = 5;

/** What is written at a day, with the place of the day on the axis: openings of the plan and, in a what-if, what is done to patients. */
export function daysOf(results, texts, cell) {
  return [...openingsOf(results, texts, cell), ...deedsOf(results, texts, cell)].sort((a, b) => a.x - b.x);
}

/** Days of actions on patients, for a cell that the run moves. */
function deedsOf(results, texts, cell) {
  if (!isMoved(results.comparedWith(cell.trust.id, cell.service.id))) return [];
  const deeds = patientActionsOf(results, cell)
    .filter((row) => inRange(results, row.date))
    .map((row) => ({
      x: datePlace(row.date),
      text: texts.t("gap_chart.deed", {
        when: whenText(texts, row),
        what: deedText(results, texts, row),
        plan: planText(texts, row.plan),
      }),
      onNeed: true,
    }));
  const said = [...new Map(deeds.map((deed) => [deed.text, deed])).values()];
  return said.slice(0, MOST);
}

function whenText(texts, { date, full_from: full, until }) {
  const from = dateText(texts, date);
  if (full !== "") return texts.t("gap_chart.gradually", { from, full: dateText(texts, full) });
  return until === "" ? from : texts.t("gap_chart.until", { from, until: dateText(texts, until) });
}

const planText = (texts, plan) => (texts.has(`plan.${plan}`) ? texts.t(`plan.${plan}`) : plan);

/** Changes to staffed beds of a cell (for the region: of all trusts; for a group: of its parts), one entry per date, in order of date. */
export function openingsOf(results, texts, cell) {
  const services = [cell.service.id, ...(cell.service.group ? (cell.service.parts ?? []) : [])];
  const mine = results.tables.plan.filter(
    (row) =>
      services.includes(row.service) &&
      (row.tier === "staffed" || row.tier === "") &&
      (cell.trust.isRegion || row.trust === cell.trust.id) &&
      inRange(results, row.date),
  );
  const dates = [...new Set(mine.map((row) => keyOf(row.date, row.plan)))].sort();
  const entries = dates.map((date) =>
    entry(
      results,
      texts,
      cell,
      mine.filter((row) => keyOf(row.date, row.plan) === date),
    ),
  );
  if (entries.length <= MOST) return entries;
  const shown = [...entries].sort((a, b) => b.weight - a.weight).slice(0, MOST);
  return entries.filter((e) => shown.includes(e));
}

/** The place of a date on the axis, where a year's value stands at the year's number. */
export function datePlace(date) {
  const [year, month, day] = date.split("-").map(Number);
  return year + (month - 1 + (day - 1) / 31) / 12 - 0.5;
}

const inRange = (results, date) => datePlace(date) >= results.first - 0.5 && datePlace(date) <= results.last + 0.5;

function entry(results, texts, cell, rows) {
  const opens = rows.filter((r) => r.beds > 0).reduce((sum, r) => sum + r.beds, 0);
  const closes = rows.filter((r) => r.beds < 0).reduce((sum, r) => sum + r.beds, 0);
  const signed =
    [opens > 0 ? `+${texts.capacity(opens)}` : "", closes < 0 ? texts.capacity(closes) : ""]
      .filter(Boolean)
      .join(" / ") || "0";
  const named = opens > 0 ? rows.filter((r) => r.beds > 0) : rows;
  const labels = [
    ...new Set(
      named.map((row) => {
        const label = texts.pick(row, "label") || row.site;
        return cell.trust.isRegion ? `${results.trust(row.trust).short}: ${label}` : label;
      }),
    ),
  ];
  const { date, plan } = rows[0];
  const saysHowMany = named.every((row) => texts.pick(row, "label").includes(String(Math.abs(row.beds))));
  const text = texts.t("gap_chart.opening", {
    date: dateText(texts, date),
    beds: saysHowMany ? "" : `${signed} `,
    label: shorten(labels.length > 2 ? `${labels.slice(0, 2).join(", ")} …` : labels.join(", "), 44),
    plan: planText(texts, plan),
  });
  return { x: datePlace(date), text, weight: opens - closes };
}

/** A change on 1 January is named by its year alone. */
function dateText(texts, date) {
  const year = date.slice(0, 4);
  return date.endsWith("-01-01")
    ? year
    : texts.t("gap_chart.month_year", { month: texts.t(`months.m${date.slice(5, 7)}`), year });
}

const shorten = (text, most) => (text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`);
