// Old persons per 100 of working age: every area's median with its name at the end, bands for the region alone.
import { dependencyWords } from "../say/population_sentences.mjs";
import { niceScale, pixelOf, spread, wrap, yearTicks } from "../draw/scale.mjs";
import { AREAS, COLOURS } from "../draw/theme.mjs";
import { footWords, headWords, keyOfBands, LINE, widthOf, word } from "../draw/words.mjs";
import form from "./forms/dependency.mjs";

const WIDTH = 450,
  HEIGHT = 300,
  LEFT = 52,
  START = -LEFT + 14,
  ELBOW = 22;

/** One chart for the whole run; null without the indicator, or with a single year. */
export function dependencyChart(results, texts) {
  const lines = results.population.drawn
    .map((area) => ({ area, rows: rowsOf(results, area) }))
    .filter(({ rows }) => rows !== null);
  if (lines.length === 0 || results.years.length < 2) return null;
  const main = lines.find(({ area }) => area.isRegion) ?? lines[0];
  const others = lines.filter((line) => line !== main);
  others.forEach((line, i) => {
    line.colour = AREAS[i % AREAS.length];
  });
  const values = [
    ...main.rows.flatMap((row) => [row.q025, row.q975]),
    ...others.flatMap(({ rows }) => rows.map((row) => row.q50)),
  ];
  const scale = niceScale(Math.min(...values), Math.max(...values)),
    py = pixelOf(scale, HEIGHT);
  const words = dependencyWords(results, texts, main.area, scale.min);
  const labels = endLabels(texts, main, others, py);
  const right = Math.max(120, ...labels.words.map((label) => label.px - WIDTH + widthOf(label.text) + 10)),
    wide = LEFT + WIDTH + right;
  const random = results.population.random;
  const title = wrap(words.title, Math.floor(wide / 9.4)),
    subtitle = words.subtitle.flatMap((line) => wrap(line, Math.floor(wide / 6.6)));
  const head = headWords(title, subtitle, random ? 62 : 36, START),
    foot = footWords(words.footer, Math.floor(wide / 6.2), START, HEIGHT + 42);
  const key = keyOfBands(
    random
      ? [
          { text: texts.t("dependency_chart.band80", { area: main.area.short }), fill: COLOURS.need80 },
          { text: texts.t("dependency_chart.band95", { area: main.area.short }), fill: COLOURS.need95 },
        ]
      : [],
    START,
    -42,
  );
  const to = Math.min(results.last, results.population.observed);

  return {
    name: "old-age-dependency",
    title: words.title,
    alt: `${words.title}. ${words.subtitle.join(" ")}`,
    form,
    width: WIDTH,
    height: HEIGHT,
    padding: { left: LEFT, right, top: head.height + 14, bottom: 44 + foot.height },
    signals: {
      x_domain: [results.first, Math.max(results.last, results.first + 1)],
      x_ticks: yearTicks(results.years, 8),
      y_domain: [scale.min, scale.max],
      y_ticks: scale.ticks,
    },
    data: {
      past: to > results.first ? [{ from: results.first, to, top: 0, bottom: HEIGHT }] : [],
      bands: main.rows.filter((row) => row.x >= results.population.observed),
      main: main.rows,
      areas: others.flatMap(({ area, rows, colour }) => rows.map(({ x, q50 }) => ({ area: area.id, colour, x, q50 }))),
      leaders: labels.leaders,
      swatches: key.swatches,
      words: [
        ...head.words,
        ...foot.words,
        ...key.words,
        word(START, -16, texts.t("dependency_chart.axis"), { size: 12, colour: COLOURS.faint }),
        ...labels.words,
        ...pastWord(results, texts, to),
      ],
    },
  };
}

function rowsOf(results, area) {
  const rows = results.years.map((year) => ({
    x: year,
    ...results.population.indicator(area.id, "old_age_dependency", year),
  }));
  return rows.every((row) => Number.isFinite(row.q50) && Number.isFinite(row.q025) && Number.isFinite(row.q975))
    ? rows
    : null;
}

/** Name and value at the end of every line, moved apart, with a thin line back to where they belong. */
function endLabels(texts, main, others, py) {
  const all = [{ ...main, colour: COLOURS.need, weight: 600 }, ...others.map((line) => ({ ...line, weight: 400 }))].map(
    ({ area, rows, colour, weight }) => {
      const value = rows[rows.length - 1].q50;
      return {
        py: py(value),
        at: py(value),
        colour,
        weight,
        text: texts.t("dependency_chart.label", { area: area.short, value: texts.number(value, 1) }),
      };
    },
  );
  const placed = spread(all, LINE, HEIGHT);
  return {
    words: placed.map((label) =>
      word(WIDTH + ELBOW + 4, label.py, label.text, { colour: label.colour, weight: label.weight }),
    ),
    leaders: placed.map((label) => ({
      x: WIDTH + 3,
      y: label.at,
      x2: WIDTH + ELBOW,
      y2: label.py,
      colour: label.colour,
    })),
  };
}

/** The shaded years by name, where there is room. */
function pastWord(results, texts, to) {
  const px = (WIDTH * (to - results.first)) / Math.max(1, results.last - results.first),
    text = texts.t("fan_chart.observed");
  return px <= 0
    ? []
    : [
        word(px < widthOf(text, 11.5) + 8 ? 4 : px / 2, HEIGHT - 12, text, {
          size: 11.5,
          colour: COLOURS.faint,
          align: px < widthOf(text, 11.5) + 8 ? "left" : "center",
        }),
      ];
}
