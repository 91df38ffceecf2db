// Small multiples by trust for one service: occupied against open beds, and change since the base year.
import { cellsOf } from "../say/cells.mjs";
import { keyOf } from "../read/key.mjs";
import { ruleText } from "../say/sentences.mjs";
import { wrap, yearTicks } from "../draw/scale.mjs";
import { stepRows } from "../draw/step.mjs";
import { careBeforeOf, changeBeforeOf } from "./before.mjs";
import form from "./forms/multiples.mjs";

/** Occupied beds (mean and p10–p90 over replications) against open beds; null if the service wasn't simulated. */
export function occupancyChart(results, texts, service) {
  const care = new Map(
    results.tables.care
      .filter((row) => row.service === service.id && ["occupied_beds", "open_beds"].includes(row.measure))
      .map((row) => [keyOf(row.trust, row.year, row.measure), row]),
  );
  const panels = results.trusts
    .map((trust) => {
      const get = (measure) => results.years.map((year) => care.get(keyOf(trust.id, year, measure)));
      return { trust, line: get("occupied_beds"), step: get("open_beds") };
    })
    .filter(({ line, step }) => line.every(Boolean) && step.every(Boolean));
  if (panels.length === 0) return null;
  return multiples(
    results,
    texts,
    service,
    "occupancy",
    panels.map(({ trust, line, step }) => ({
      trust,
      line: line.map((row) => ({ value: row.mean, low: row.p10, high: row.p90 })),
      step: step.map((row) => row.mean),
      before: careBeforeOf(results, trust, service),
    })),
  );
}

const yearsSince = (results, cell) => results.years.filter((year) => year >= cell.changesSince);

/** Need and capacity against the last counted year: what can be said also where the level isn't known. */
export function changeChart(results, texts, service) {
  const panels = cellsOf(results)
    .filter((cell) => cell.service.id === service.id)
    .map((cell) => {
      const rows = yearsSince(results, cell).map((year) => cell.changeAt(year));
      return {
        trust: cell.trust,
        step: rows.map((row) => row.capacity_change),
        line: rows.map((row) => ({ value: row.need_change, low: row.need_change_p10, high: row.need_change_p90 })),
        before: changeBeforeOf(results, cell),
      };
    });
  if (panels.length === 0) return null;
  const years = yearsSince(results, { changesSince: results.change.since(service.id) });
  return multiples(results, texts, service, "change", panels, years);
}

const LEFT = 52,
  PANEL = { width: 230, height: 130 },
  SPACE = { row: 70, column: 56 };

function multiples(results, texts, service, kind, panels, years = results.years) {
  const { t } = texts;
  const names = {
    service: texts.inSentence(texts.pick(service, "name")),
    unit: texts.pick(service, "unit"),
    since: years[0],
    last: results.last,
    replications: texts.number(results.context.replications),
    rule: ruleText(texts, cellsOf(results)),
  };
  const columns = Math.min(3, panels.length),
    rows = Math.ceil(panels.length / columns);
  const width = columns * PANEL.width + (columns - 1) * SPACE.column;
  const title = wrap(t(`${kind}_chart.title`, names), Math.floor((width + LEFT) / 8.8)),
    with_before = panels.some(({ before }) => before.line.length + before.step.length > 0),
    said = [
      t(`${kind}_chart.subtitle`, names),
      ...(with_before ? [t(kind === "occupancy" ? "before.dotted_care" : "before.dotted")] : []),
    ].join(" "),
    subtitle = wrap(said, Math.floor((width + LEFT) / 6.4));
  return {
    name: `${kind}-${service.id}`,
    title: title.join(" "),
    alt: `${title.join(" ")}. ${subtitle.join(" ")}`,
    form,
    padding: {
      left: LEFT,
      right: width + 24,
      top: 16 + title.length * 22 + subtitle.length * 18 + 56,
      bottom: rows * PANEL.height + (rows - 1) * SPACE.row + 36,
    },
    signals: {
      columns,
      title,
      subtitle,
      x_domain: [years[0], Math.max(results.last, years[0] + 1)],
      x_ticks: yearTicks(years, 4),
      plus: kind === "change" ? "+" : "",
    },
    data: { rows: panels.flatMap((panel, order) => rowsOf(panel, years, order)) },
  };
}

/** A line that isn't there is a single point, which draws nothing: a layer without any has no extent. */
const orPoint = (rows, years) => (rows.length > 0 ? rows : [{ x: years[0], value: 0, i: 0 }]);

function rowsOf({ trust, line, step, before }, years, order) {
  const panel = trust.short;
  return [
    ...line.map((row, t) => ({ panel, order, kind: "line", x: years[t], ...row })),
    ...stepRows(years, step, "value").map((row) => ({ panel, order, kind: "step", ...row })),
    ...orPoint(
      before.line.map((value, t) => ({ x: years[t], value })),
      years,
    ).map((row) => ({ panel, order, kind: "before_line", ...row })),
    ...orPoint(before.step.length > 0 ? stepRows(years, before.step, "value") : [], years).map((row) => ({
      panel,
      order,
      kind: "before_step",
      ...row,
    })),
    { panel, order, kind: "zero", x: years[0], value: 0 },
  ];
}
