// The gap chart: need with its band, capacity as a step line, shortage shaded where the level is known.
import { isIdentified } from "../say/cells.mjs";
import {
  countedYears,
  crossingYear,
  firstShown,
  gapWords,
  placesOf,
  regionLast,
  verdictText,
  yearsBefore,
} from "../say/gap_sentences.mjs";
import form from "./forms/gap.mjs";
import { beforeOf } from "./before.mjs";
import { daysOf } from "./openings.mjs";
import { niceScale, pixelOf, spread, wrap, yearTicks } from "../draw/scale.mjs";
import { shortageRows, stepRows } from "../draw/step.mjs";
import { COLOURS } from "../draw/theme.mjs";
import { footWords, headWords, LINE, widthOf, word } from "../draw/words.mjs";

const WIDTH = 450,
  HEIGHT = 262,
  LEFT = 52,
  RIGHT = 200,
  START = -LEFT + 14;

/** The chart of one cell. */
export function gapChart(results, texts, cell) {
  const { years } = results,
    from = firstShown(results, cell);
  const need = years.map((year) => needRow(results, cell, year));
  const capacity = cell.rows.map((row) => row.capacity);
  const whole = withCounted(results, cell, { need, capacity });
  const muted = cell.level === "none";
  const counted = countedYears(cell),
    lastCounted = counted[counted.length - 1] ?? results.first;
  const before = beforeOf(results, cell);
  const drawn = [...whole.need.map((row) => row.q50), ...whole.places.filter((one) => one !== null)];
  const values = [...need.flatMap((row) => [row.q025, row.q975]), ...drawn, ...before.need, ...before.capacity];
  const scale = niceScale(Math.min(...values), Math.max(...values));
  const py = pixelOf(scale, HEIGHT);
  const days = placeDays(daysOf(results, texts, cell), results, cell, { need, py, from });
  const words = gapWords(results, texts, cell, scale.min);
  const title = wrap(words.title, 80),
    subtitle = words.subtitle.flatMap((line) => wrap(line, 106));

  const head = headWords(title, subtitle, rowsOf(days) * LINE + 22, START),
    foot = footWords(words.footer, 108, START, HEIGHT + 42);
  return {
    name: `gap-${cell.trust.id}-${cell.service.id}`,
    title: words.title,
    alt: `${words.title}. ${words.subtitle.join(" ")}`,
    form,
    width: WIDTH,
    height: HEIGHT,
    padding: { left: LEFT, right: RIGHT, top: head.height + 14, bottom: 34 + foot.height + 10 },
    signals: {
      x_domain: [from, Math.max(results.last, from + 1)],
      x_ticks: yearTicks(whole.years, 8),
      y_domain: [scale.min, scale.max],
      y_ticks: scale.ticks,
      ...(muted
        ? { band95: COLOURS.muted95, band80: COLOURS.muted80, need_colour: COLOURS.muted, need_dash: [6, 4] }
        : {}),
    },
    data: {
      need: whole.need,
      band: need.filter((row) => row.x >= lastCounted),
      counted: whole.need.filter((row) => counted.includes(row.x)),
      capacity: stepRows(whole.years, whole.places, "capacity").filter((row) => row.capacity !== null),
      shortage: shortageRows(
        whole.years,
        whole.need.map((row) => row.q50),
        whole.places,
        // What the region's sum lacks is no shortage: some trusts lack more, others have beds to spare.
        (t) => !cell.trust.isRegion && whole.isKnown(t),
      ),
      crossing: need.filter((row) => row.x === crossingYear(results, cell)).map(({ x, q50 }) => ({ x, need: q50 })),
      before_need: before.need.map((q50, t) => ({ x: years[t], q50 })),
      before_capacity: before.capacity.length > 0 ? stepRows(years, before.capacity, "capacity") : [],
      openings: days.filter((day) => !day.onNeed),
      deeds: days.filter((day) => day.onNeed),
      words: [
        ...head.words,
        ...days.map(dayWord),
        ...verdict(results, texts, cell),
        ...labels(results, texts, cell, { need, before, py }),
        ...foot.words,
      ],
    },
  };
}

/** The run's years with the counted ones before them: need of the counted days, and the places that were counted. */
function withCounted(results, cell, { need, capacity }) {
  const early = yearsBefore(results, cell);
  const places = [...early.map(placesOf), ...capacity];
  return {
    years: [...early.map((row) => row.year), ...results.years],
    need: [...early.map((row) => ({ x: row.year, q50: row.need })), ...need],
    places,
    isKnown: (t) => places[t] !== null && isIdentified(cell.rows[Math.max(0, t - early.length)]),
  };
}

function needRow(results, cell, year) {
  const q = (p) => results.quantiles(cell.trust.id, cell.service.id, year, p);
  return { x: year, q025: q(0.025), q10: q(0.1), q50: q(0.5), q90: q(0.9), q975: q(0.975) };
}

const dayWord = (day) =>
  word(day.px + (day.align === "left" ? 5 : -5), day.top + 4, day.text, {
    align: day.align,
    size: 11.5,
  });

/** Labels stand in rows above the plot, each with a line down to the capacity, or to the need, at that date. */
function placeDays(days, results, cell, { need, py, from }) {
  const count = days.length;
  const middle = (results.first + results.last) / 2;
  const placed = days.map((day, i) => {
    const x = Math.min(results.last, Math.max(results.first, day.x));
    const year = Math.min(results.last, Math.max(results.first, Math.round(day.x + 1e-9)));
    const px = (WIDTH * (x - from)) / Math.max(1, results.last - from),
      room = WIDTH + RIGHT - px;
    const right = x <= middle && (wide(day) <= room || room >= px + LEFT);
    const value = day.onNeed ? need[year - results.first].q50 : cell.at(year).capacity;
    return { ...day, x, px, row: right ? count - 1 - i : i, bottom: py(value), align: right ? "left" : "right" };
  });
  // Rows that nobody needs go; a label that reaches back as far as one before it goes above it.
  const rightward = placed.filter((day) => day.align === "left");
  for (const day of placed.filter((one) => one.align === "right"))
    while (rightward.some((other) => other.row === day.row && other.px + wide(other) > day.px - wide(day))) ++day.row;
  const used = [...new Set(placed.map((day) => day.row))].sort((a, b) => a - b);
  return placed.map((day) => ({ ...day, top: -10 - LINE * used.indexOf(day.row) }));
}

const wide = (day) => widthOf(day.text, 11.5) + 12;
const rowsOf = (days) => new Set(days.map((day) => day.top)).size;

function labels(results, texts, cell, { need, before, py }) {
  const last = need[need.length - 1],
    row = cell.rows[cell.rows.length - 1];
  const muted = cell.level === "none";
  const out = [
    {
      py: py((last.q90 + last.q975) / 2),
      text: texts.t("gap_chart.band95"),
      colour: muted ? COLOURS.muted : "#5c8dbb",
      weight: 400,
    },
    {
      py: py((last.q50 + last.q90) / 2),
      text: texts.t("gap_chart.band80"),
      colour: muted ? COLOURS.muted : "#2f6ea8",
      weight: 400,
    },
    {
      py: py(last.q50),
      text: texts.t(muted ? "gap_chart.need_assumed" : "gap_chart.need", { beds: texts.beds(last.q50) }),
      colour: muted ? COLOURS.muted : COLOURS.need,
      weight: 600,
    },
    {
      py: py(row.capacity),
      text: texts.t("gap_chart.capacity", { beds: texts.capacity(row.capacity) }),
      colour: COLOURS.capacity,
      weight: 600,
    },
  ];
  if (before.need.length > 0) out.push(beforeLabel(texts, "need", before.need, { cell, py }));
  if (before.capacity.length > 0) out.push(beforeLabel(texts, "capacity", before.capacity, { cell, py }));
  out.push(...shortLabels(results, texts, cell, { row, need: last.q50, py }));
  return spread(out, LINE, HEIGHT).map(({ py: y, text, ...more }) => word(WIDTH + 12, y, text, more));
}

/** What is short in the last year, where the level is known; of the region what its trusts lack and have, each summed. */
function shortLabels(results, texts, cell, { row, need, py }) {
  if (!isIdentified(row)) return [];
  const at = { py: py((need + row.capacity) / 2), weight: 600 };
  if (cell.trust.isRegion) {
    const sums = regionLast(results, texts, cell);
    return [
      { ...at, text: texts.t("gap_chart.region_short", sums), colour: COLOURS.shortage },
      { ...at, text: texts.t("gap_chart.region_spare", sums), colour: COLOURS.text },
    ];
  }
  if (need <= row.capacity) return [];
  return [
    { ...at, text: texts.t("gap_chart.shortage", { beds: texts.beds(need - row.capacity) }), colour: COLOURS.shortage },
  ];
}

/** The end of a dotted line: what it would be without what is done. */
function beforeLabel(texts, what, values, { cell, py }) {
  const last = values[values.length - 1],
    unknown = what === "need" && cell.level === "none";
  return {
    py: py(last),
    text: texts.t(unknown ? "gap_chart.before_need_assumed" : `gap_chart.before_${what}`, {
      beds: texts[what === "need" ? "beds" : "capacity"](last),
    }),
    colour: unknown ? COLOURS.muted : COLOURS[what],
    weight: 400,
  };
}

function verdict(results, texts, cell) {
  if (cell.level === "all") return [];
  return [word(10, HEIGHT - 16, verdictText(results, texts, cell), { size: 13, weight: 600, colour: COLOURS.muted })];
}
