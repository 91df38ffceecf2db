// Projections that others have published beside ours: a row each, our median with its interval and the published figure.
import { insideText, publishedRows } from "../say/published.mjs";
import { wrap } from "../draw/scale.mjs";
import { COLOURS } from "../draw/theme.mjs";
import { footWords, headWords, widthOf, word } from "../draw/words.mjs";
import { bothSides } from "./components.mjs";
import form from "./forms/published.mjs";

const WIDTH = 430,
  ROW = 54,
  LEFT = 250,
  RIGHT = 30,
  START = -LEFT + 14,
  LETTERS = 38;

/** One chart of all rows. Null where nobody has published any. */
export function publishedChart(results, texts) {
  const rows = publishedRows(results, texts);
  if (rows.length === 0) return null;
  const { t } = texts;
  const values = rows.flatMap((row) => [row.published, row.ours, row.ours_p10, row.ours_p90]).map((one) => 100 * one);
  const scale = bothSides(Math.min(0, ...values), Math.max(0, ...values)),
    px = (share) => (WIDTH * (100 * share - scale.min)) / (scale.max - scale.min);
  const height = ROW * rows.length,
    middle = (i) => ROW * i + ROW / 2;
  const title = t("published.chart_title"),
    subtitle = [t("published.chart_subtitle"), insideText(texts, rows)];
  const lines = subtitle.flatMap((line) => wrap(line, 104));
  const head = headWords(wrap(title, 72), lines, 44, START),
    key = keyOf(texts),
    foot = footWords([t("published.chart_footer")], 106, START, height + 42);
  return {
    name: "published",
    title,
    alt: `${title}. ${subtitle.join(" ")} ${rows.map((row) => t("published.said", row)).join(" ")}`,
    form,
    width: WIDTH,
    height,
    padding: { left: LEFT, right: RIGHT, top: head.height + 14, bottom: 44 + foot.height },
    signals: { x_domain: [scale.min, scale.max], x_ticks: scale.ticks, percent: texts.style.percent },
    data: {
      zero: [{ value: 0 }],
      intervals: [...rows.map((row, i) => ({ x: px(row.ours_p10), x2: px(row.ours_p90), y: middle(i) })), key.interval],
      ours: [...rows.map((row, i) => ({ x: px(row.ours), y: middle(i) })), key.ours],
      published: [...rows.map((row, i) => ({ x: px(row.published), y: middle(i) })), key.published],
      words: [...head.words, ...key.words, ...rows.flatMap((row, i) => nameOf(row, middle(i))), ...foot.words],
    },
  };
}

const shortened = (text) => (text.length <= LETTERS ? text : `${text.slice(0, LETTERS - 1).trimEnd()}…`);

const nameOf = (row, y) => [
  word(-12, y - 15, row.trustName, { align: "right", weight: 600 }),
  word(-12, y + 1, shortened(row.serviceName), { align: "right", size: 11.5 }),
  word(-12, y + 16, row.years, { align: "right", size: 11, colour: COLOURS.faint }),
];

/** What the marks are, above the plot. */
function keyOf(texts) {
  const y = -24,
    ours = texts.t("published.key_ours"),
    after = START + 48 + widthOf(ours, 12) + 24;
  return {
    interval: { x: START, x2: START + 40, y },
    ours: { x: START + 20, y },
    published: { x: after, y },
    words: [
      word(START + 48, y, ours, { size: 12 }),
      word(after + 12, y, texts.t("published.key_published"), { size: 12 }),
    ],
  };
}
