// The gap of a cell under the base and every alternative, on one axis; where the level isn't known, only the differences.
import { isJudgedAlways, nameOf, valueOf } from "../say/comparison.mjs";
import { niceScale, pixelOf, spread, wrap, yearTicks } from "../draw/scale.mjs";
import { AREAS, COLOURS } from "../draw/theme.mjs";
import { footWords, headWords, LINE, widthOf, word } from "../draw/words.mjs";
import form from "./forms/compared.mjs";

const WIDTH = 450,
  HEIGHT = 262,
  LEFT = 52,
  START = -LEFT + 14,
  ELBOW = 22,
  LONGEST = 30;

/** The chart of one moved cell. */
export function comparedChart(results, texts, cell) {
  const { years } = results;
  const judged = isJudgedAlways(results, cell),
    shades = judged && !cell.trust.isRegion;
  const lines = [null, ...results.alternatives]
    .map((side, i) => ({ side, colour: i === 0 ? COLOURS.capacity : AREAS[(i - 1) % AREAS.length] }))
    .map((line) => ({ ...line, values: years.map((year) => gapOf(results, cell, { ...line, year, judged })) }))
    .filter(({ values }) => values.every((value) => value !== null));
  const all = lines.flatMap(({ values }) => values);
  const scale = scaleOf(Math.min(0, ...all), Math.max(0, ...all)),
    py = pixelOf(scale, HEIGHT);
  const labels = endLabels(texts, lines, { judged, py });
  const words = wordsOf(results, texts, cell, judged);
  const title = wrap(words.title, 80),
    subtitle = words.subtitle.flatMap((line) => wrap(line, 106));
  const head = headWords(title, subtitle, 22, START),
    foot = footWords([words.footer], 108, START, HEIGHT + 42);
  return {
    name: `compared-${cell.trust.id}-${cell.service.id}`,
    title: words.title,
    alt: `${words.title}. ${words.subtitle.join(" ")}`,
    form,
    width: WIDTH,
    height: HEIGHT,
    padding: {
      left: LEFT,
      right: Math.max(200, ...labels.words.map((label) => label.px - WIDTH + widthOf(label.text) + 10)),
      top: head.height + 14,
      bottom: 34 + foot.height + 10,
    },
    signals: {
      x_domain: [results.first, Math.max(results.last, results.first + 1)],
      x_ticks: yearTicks(years, 8),
      y_domain: [scale.min, scale.max],
      y_ticks: scale.ticks,
    },
    data: {
      short: shades && scale.min < 0 ? [{ x: 0, x2: WIDTH, top: py(0), bottom: HEIGHT }] : [],
      zero: [{ value: 0 }],
      base: rowsOf(years, lines[0]),
      alternatives: lines.slice(1).flatMap((line) => rowsOf(years, line)),
      leaders: labels.leaders,
      words: [...head.words, ...foot.words, ...labels.words, ...shortWord(texts, shades && scale.min < 0, py)],
    },
  };
}

/** Round limits on both sides of zero. */
function scaleOf(low, high) {
  const { ticks } = niceScale(0, Math.max(high, -low)),
    step = ticks[1] - ticks[0];
  const min = -Math.ceil(-low / step - 1e-9) * step,
    max = Math.max(step, Math.ceil(high / step - 1e-9) * step);
  const count = Math.round((max - min) / step);
  return {
    min,
    max,
    ticks: Array.from({ length: count + 1 }, (_, i) => Number((min + i * step).toPrecision(12)) || 0),
  };
}

function gapOf(results, cell, { side, year, judged }) {
  const where = { trust: cell.trust.id, service: cell.service.id };
  if (judged) return valueOf(results, side, where, year, "gap");
  if (side === null) return 0;
  return side.comparedWith(where.trust, where.service)?.years.get(year)?.gap?.difference ?? null;
}

const rowsOf = (years, line) =>
  line.values.map((value, t) => ({ side: line.side?.id ?? "", colour: line.colour, x: years[t], value }));

/** Name and last value at the end of every line, moved apart, with a thin line back to where they belong. */
function endLabels(texts, lines, { judged, py }) {
  const all = lines.map(({ side, colour, values }) => {
    const last = values[values.length - 1];
    return {
      py: py(last),
      at: py(last),
      colour,
      weight: side === null ? 400 : 600,
      text: texts.t("comparison.line", {
        name: shorten(nameOf(texts, side)),
        value: judged ? texts.beds(last) : texts.signed(last),
      }),
    };
  });
  const placed = spread(all, LINE, HEIGHT);
  return {
    words: placed.map(({ py: y, text, colour, weight }) => word(WIDTH + ELBOW + 4, y, text, { colour, weight })),
    leaders: placed.map(({ at, py: y, colour }) => ({ x: WIDTH + 3, y: at, x2: WIDTH + ELBOW, y2: y, colour })),
  };
}

const shorten = (text) => (text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1)}…`);

function shortWord(texts, there, py) {
  if (!there || HEIGHT - py(0) < LINE) return [];
  return [word(8, HEIGHT - 10, texts.t("comparison.short_below"), { size: 11.5, colour: COLOURS.shortage })];
}

function wordsOf(results, texts, cell, judged) {
  const { t } = texts;
  const names = {
    trust: cell.trust.short,
    service: texts.inSentence(texts.pick(cell.service, "name")),
    first: results.first,
    last: results.last,
    unit: texts.pick(cell.service, "unit"),
  };
  const title = t(judged ? "comparison.chart_title" : "comparison.chart_title_unknown", names);
  return {
    title: results.called ? t("comparison.chart_called", { called: results.called, title }) : title,
    subtitle: [
      t(judged ? "comparison.chart_subtitle" : "comparison.chart_subtitle_unknown", names),
      ...(cell.trust.isRegion ? [t("comparison.chart_region")] : []),
    ],
    footer: t("comparison.chart_footer", { draws: texts.number(results.draws) }),
  };
}
