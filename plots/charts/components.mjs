// The parts of the population's change year by year, stacked to both sides of zero, with the change itself as a line.
import { changeParts, componentsWords, signedPersons } from "../say/population_sentences.mjs";
import { niceScale, wrap, yearTicks } from "../draw/scale.mjs";
import { COLOURS, PARTS } from "../draw/theme.mjs";
import { footWords, headWords, widthOf, word } from "../draw/words.mjs";
import form from "./forms/components.mjs";

const WIDTH = 450,
  HEIGHT = 262,
  KEY = 40;

/** A chart for one area; null without components of it. */
export function componentsChart(results, texts, area) {
  const { t } = texts;
  const years = changeParts(results, area.id);
  if (years.length === 0) return null;
  const parts = Object.keys(PARTS).filter((part) => years.some((year) => Math.abs(year[part]) >= 0.5));
  const bars = years.flatMap((year) => stacked(year, parts));
  const values = [0, ...bars.flatMap((bar) => [bar.low, bar.high]), ...years.map((year) => year.total)];
  const scale = bothSides(Math.min(...values), Math.max(...values));
  const left = Math.max(60, ...scale.ticks.map((tick) => widthOf(signedPersons(texts, tick), 12) + 14)),
    start = -left + 14;
  const first = years[0].year,
    end = years[years.length - 1],
    words = componentsWords(results, texts, area, parts);
  const key = keyColumn(texts, end, parts);
  const right = key.width + 24,
    wide = left + WIDTH + right;
  const title = wrap(words.title, Math.floor(wide / 9.4)),
    subtitle = words.subtitle.flatMap((line) => wrap(line, Math.floor(wide / 6.6)));
  const head = headWords(title, subtitle, 34, start),
    foot = footWords(words.footer, Math.floor(wide / 6.2), start, HEIGHT + 50);

  return {
    name: `population-components-${area.id}`,
    title: words.title,
    alt: `${words.title}. ${words.subtitle.join(" ")}`,
    form,
    width: WIDTH,
    height: HEIGHT,
    padding: { left, right, top: head.height + 14, bottom: 52 + foot.height },
    signals: {
      x_domain: [first - 0.6, end.year + 0.6],
      x_ticks: yearTicks(
        years.map((year) => year.year),
        8,
      ),
      y_domain: [scale.min, scale.max],
      y_ticks: scale.ticks,
      dots: years.length > 40 ? 0 : 34,
    },
    data: {
      parts: bars,
      zero: [{ value: 0 }],
      total: years.map((year) => ({ x: year.year, value: year.total })),
      swatches: key.swatches,
      key: key.lines,
      words: [
        ...head.words,
        ...foot.words,
        ...key.words,
        word(start, -16, t("components_chart.axis"), { size: 12, colour: COLOURS.faint }),
      ],
    },
  };
}

/** A year's parts one upon another: gains upward from zero, losses downward. */
export function stacked(year, parts) {
  let up = 0,
    down = 0;
  return parts.map((part) => {
    const value = year[part],
      from = value >= 0 ? up : down;
    if (value >= 0) up += value;
    else down += value;
    return {
      part,
      from: year.year - 0.38,
      to: year.year + 0.38,
      low: Math.min(from, from + value),
      high: Math.max(from, from + value),
      colour: PARTS[part],
    };
  });
}

/** Round limits on both sides of zero, with a tick at zero. */
export function bothSides(low, high) {
  const rough = niceScale(0, Math.max(high - low, 1), 5),
    step = rough.ticks[1] - rough.ticks[0];
  const from = Math.floor(low / step + 1e-9),
    to = Math.ceil(high / step - 1e-9);
  const ticks = Array.from(
    { length: Math.max(1, to - from) + 1 },
    (_, i) => Number(((from + i) * step).toPrecision(12)) || 0,
  );
  return { min: ticks[0], max: ticks[ticks.length - 1], ticks };
}

/** Names beside the plot, in the order of drawing, each with its value in the last year. */
function keyColumn(texts, end, parts) {
  const { t } = texts;
  const rows = [
    ...parts.map((part) => ({ name: t(`components_chart.${part}`), value: end[part], fill: PARTS[part] })),
    { name: t("components_chart.total"), value: end.total, fill: COLOURS.ink, line: true },
  ];
  const x = WIDTH + 20,
    at = (i) => 12 + i * KEY;
  return {
    width: 42 + Math.max(...rows.map((row) => widthOf(row.name, 13))),
    swatches: rows.flatMap((row, i) =>
      row.line ? [] : [{ x, x2: x + 14, y: at(i) - 7, y2: at(i) + 7, fill: row.fill }],
    ),
    lines: rows.flatMap((row, i) => (row.line ? [{ x: x - 3, x2: x + 17, y: at(i), y2: at(i), fill: row.fill }] : [])),
    words: rows.flatMap((row, i) => [
      word(x + 22, at(i), row.name, { weight: row.line ? 600 : 400, colour: COLOURS.ink }),
      word(
        x + 22,
        at(i) + 16,
        t("components_chart.in_year", { year: end.year, value: signedPersons(texts, row.value) }),
        { size: 11.5, colour: COLOURS.faint },
      ),
    ]),
  };
}
