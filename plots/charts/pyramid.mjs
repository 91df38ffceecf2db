// The population pyramid: the last year filled, the base year as an outline.
import { mainVariant } from "../read/population.mjs";
import { variantText } from "../say/population_sentences.mjs";
import { wrap } from "../draw/scale.mjs";
import { COLOURS } from "../draw/theme.mjs";
import { widthOf } from "../draw/words.mjs";
import form from "./forms/pyramid.mjs";

const WIDTH = 350,
  HEIGHT = 320,
  LEFT = 52,
  EDGE = 1.04;

/** A chart for one trust or the region; null if population.csv lacks a year or the place. */
export function pyramidChart(results, texts, trust) {
  const { t } = texts;
  const variant = mainVariant(results.tables.population);
  const mine = results.tables.population.filter((row) => row.variant === variant && row.trust === trust.id);
  const now = mine.filter((row) => row.year === results.base),
    later = mine.filter((row) => row.year === results.last);
  if (now.length === 0 || later.length === 0) return null;
  const most = Math.max(...now.map((r) => r.persons), ...later.map((r) => r.persons), 1e-9);
  const ticks = sideTicks(most, (tick) => widthOf(texts.number(tick), 12));
  const ages = [...now, ...later].map((row) => row.age);
  const sign = { female: -1, male: 1 };
  const side = (rows) =>
    rows
      .map((row) => ({ sex: row.sex, age: row.age, persons: sign[row.sex] * row.persons }))
      .sort((a, b) => (a.sex < b.sex ? -1 : a.sex > b.sex ? 1 : a.age - b.age));
  const total = (rows, pick = () => true) => rows.filter(pick).reduce((sum, row) => sum + row.persons, 0);
  const old = (row) => row.age >= 67;
  const words = {
    trust: trust.name,
    base: results.base,
    last: results.last,
    people_base: texts.number(total(now)),
    people_last: texts.number(total(later)),
    old_base: texts.number(total(now, old)),
    old_last: texts.number(total(later, old)),
  };
  const title = wrap(t("pyramid_chart.title", words), 48),
    subtitle = wrap(t("pyramid_chart.subtitle", words), 60);

  return {
    name: `pyramid-${trust.id}`,
    title: title.join(" "),
    alt: `${title.join(" ")}. ${subtitle.join(" ")}`,
    form,
    padding: { left: LEFT, right: 24, top: 16 + title.length * 22 + subtitle.length * 18 + 44, bottom: 70 },
    signals: {
      title,
      subtitle,
      x_domain: [-EDGE * most, EDGE * most],
      y_domain: [0, Math.max(...ages)],
      x_ticks: [...ticks.map((tick) => -tick).reverse(), 0, ...ticks],
    },
    data: {
      later: side(later),
      now: side(now),
      middle: [{ persons: 0, from: 0, to: Math.max(...ages) }],
      labels: labels(texts, results, variant),
    },
  };
}

/** Round ticks above zero for one side: up to three, fewer where their labels would crowd. */
export function sideTicks(most, labelWidth) {
  const pixels = WIDTH / 2 / (EDGE * most);
  let power = 1e-9;
  while (power * 10 <= most / 3) power *= 10;
  const steps = [1, 2, 2.5, 5, 10, 20, 25, 50]
    .map((m) => m * power)
    .filter((step) => most < 10 || Math.abs(step - Math.round(step)) < 1e-9);
  const step = steps.find((candidate) => most / candidate < 4 && candidate * pixels >= labelWidth(most) + 10) ?? most;
  return Array.from({ length: Math.floor(most / step + 1e-9) }, (_, i) => Number(((i + 1) * step).toPrecision(12)));
}

function labels(texts, results, variant) {
  const { t } = texts;
  const at = (px, py, text, colour, align, weight) => ({ px, py, text, colour, align, weight });
  return [
    at(-8, -12, t("pyramid_chart.age"), COLOURS.faint, "right", 400),
    at(0, -12, t("pyramid_chart.women"), COLOURS.female, "left", 600),
    at(WIDTH, -12, t("pyramid_chart.men"), COLOURS.male, "right", 600),
    at(
      WIDTH / 2,
      -12,
      t("pyramid_chart.key", { base: results.base, last: results.last }),
      COLOURS.faint,
      "center",
      400,
    ),
    at(WIDTH / 2, HEIGHT + 38, t("pyramid_chart.axis"), COLOURS.faint, "center", 400),
    at(
      WIDTH / 2,
      HEIGHT + 56,
      texts.capital(t("pyramid_chart.variant", { variant: variantText(texts, variant) })),
      COLOURS.faint,
      "center",
      400,
    ),
  ];
}
