// Population by age group as small multiples: what is observed, the median, and the 80 and 95 % bands.
import { FAN_GROUPS } from "../read/population.mjs";
import { ageText, fanWords, percentChange } from "../say/population_sentences.mjs";
import { niceScale, pixelOf, wrap, yearTicks } from "../draw/scale.mjs";
import { COLOURS } from "../draw/theme.mjs";
import { footWords, headWords, keyOfBands, widthOf, word } from "../draw/words.mjs";
import form from "./forms/fan.mjs";

const WIDTH = 236,
  HEIGHT = 128,
  ROW_SPACE = 66,
  COLUMNS = 2;

/** A chart for one area; null without quantiles of it, or with a single year. */
export function fanChart(results, texts, area) {
  const groups = FAN_GROUPS.filter((group) => results.population.persons(area.id, group, results.last));
  if (groups.length === 0 || results.years.length < 2) return null;
  const panels = groups.map((group) => panelOf(results, texts, area, group));
  const words = fanWords(
    results,
    texts,
    area,
    panels.some((panel) => panel.scale.min > 0),
  );
  const left = Math.max(
    52,
    ...panels.flatMap((panel) => panel.scale.ticks.map((tick) => widthOf(texts.number(tick), 12) + 14)),
  );
  const right = Math.max(64, ...panels.flatMap((panel) => panel.end.map((label) => widthOf(label.text, 13) + 18)));
  const columns = Math.min(COLUMNS, panels.length),
    rows = Math.ceil(panels.length / columns),
    between = right + left + 4;
  const full = columns * WIDTH + (columns - 1) * between,
    tall = rows * HEIGHT + (rows - 1) * ROW_SPACE;
  const wide = left + full + right,
    start = -left + 14;
  const title = wrap(words.title, Math.floor(wide / 9.4)),
    subtitle = words.subtitle.flatMap((line) => wrap(line, Math.floor(wide / 6.6)));
  const head = headWords(title, subtitle, 64, start),
    foot = footWords(words.footer, Math.floor(wide / 6.2), start, tall + 46);
  const key = keyOfBands(keyEntries(results, texts), start, -44);

  return {
    name: `population-fan-${area.id}`,
    title: words.title,
    alt: `${words.title}. ${words.subtitle.join(" ")}`,
    form: withPanels(panels.length),
    padding: { left, right: full + right, top: head.height + 14, bottom: tall + 46 + foot.height },
    signals: {
      columns,
      between,
      x_domain: [results.first, results.last],
      x_ticks: yearTicks(results.years, 5),
      ...Object.assign(
        {},
        ...panels.map(({ scale }, i) => ({ [`y_domain_${i}`]: [scale.min, scale.max], [`y_ticks_${i}`]: scale.ticks })),
      ),
    },
    data: Object.assign(
      {},
      ...panels.map((panel, i) =>
        dataOf(
          panel,
          i,
          i > 0
            ? {}
            : {
                swatches: key.swatches,
                key: key.lines,
                words: [...head.words, ...foot.words, ...key.words],
              },
        ),
      ),
    ),
  };
}

const forms = new Map();

/** The form has a panel for every age group; without some groups, its first panels alone. */
function withPanels(count) {
  if (!forms.has(count)) forms.set(count, { ...form, marks: form.marks.slice(0, count) });
  return forms.get(count);
}

function panelOf(results, texts, area, group) {
  const rows = results.years.map((year) => ({ x: year, ...results.population.persons(area.id, group, year) }));
  const scale = niceScale(Math.min(...rows.map((row) => row.q025)), Math.max(...rows.map((row) => row.q975)), 4);
  const last = rows[rows.length - 1],
    base = results.population.persons(area.id, group, results.base);
  return {
    scale,
    observed: rows.filter((row) => row.x <= results.population.observed),
    projected: rows.filter((row) => row.x >= results.population.observed),
    past: { from: results.first, to: Math.min(results.last, results.population.observed), top: 0, bottom: HEIGHT },
    title: word(0, -15, texts.t("fan_chart.panel", { group: ageText(texts, group) }), {
      size: 13,
      weight: 600,
      colour: COLOURS.ink,
    }),
    end: endLabel(texts, pixelOf(scale, HEIGHT)(last.q50), last.q50, percentChange(texts, base.q50, last.q50)),
  };
}

/** Number and change beside the end of the line, kept within the panel. */
function endLabel(texts, at, persons, change) {
  const py = Math.min(HEIGHT - 14, Math.max(8, at));
  return [
    word(WIDTH + 8, py - 1, texts.number(persons), { size: 13, weight: 600, colour: COLOURS.need }),
    word(WIDTH + 8, py + 15, change, { size: 12, colour: COLOURS.text }),
  ];
}

function keyEntries(results, texts) {
  const { t } = texts;
  return [
    { text: t("fan_chart.observed"), stroke: COLOURS.capacity },
    { text: t(results.population.random ? "fan_chart.median" : "fan_chart.projected"), stroke: COLOURS.need },
    ...(results.population.random
      ? [
          { text: t("gap_chart.band80"), fill: COLOURS.need80 },
          { text: t("gap_chart.band95"), fill: COLOURS.need95 },
        ]
      : []),
  ];
}

function dataOf(panel, i, { swatches = [], key = [], words = [] }) {
  const { observed, projected, past } = panel;
  return {
    [`past_${i}`]: past.to > past.from ? [past] : [],
    [`projected_${i}`]: projected,
    [`observed_${i}`]: observed,
    [`start_${i}`]: observed.length === 1 ? observed : [],
    [`swatches_${i}`]: swatches,
    [`key_${i}`]: key,
    [`words_${i}`]: [panel.title, ...panel.end, ...words],
  };
}
