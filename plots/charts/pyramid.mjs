// The population pyramid: the last year filled, the base year as an outline.
import { niceScale, wrap } from "./scale.mjs";
import { chartConfig, COLOURS } from "./theme.mjs";
import { template } from "./vega_svg.mjs";

const WIDTH = 350, HEIGHT = 320, LEFT = 52;

/** The variant that charts show: the medium one if it is there, else the first in the file. */
export const mainVariant = (rows) => (rows.some((row) => row.variant === "MMMM") ? "MMMM" : rows[0]?.variant);

/** A chart for one trust or the region; null if population.csv lacks a year or the place. */
export function pyramidChart(results, texts, trust) {
  const { t } = texts;
  const variant = mainVariant(results.tables.population);
  const mine = results.tables.population.filter((row) => row.variant === variant && row.trust === trust.id);
  const now = mine.filter((row) => row.year === results.base), later = mine.filter((row) => row.year === results.last);
  if (now.length === 0 || later.length === 0) return null;
  const scale = niceScale(0, Math.max(...now.map((r) => r.persons), ...later.map((r) => r.persons)), 3);
  const ages = [...now, ...later].map((row) => row.age);
  const sign = { female: -1, male: 1 };
  const side = (rows) => rows.map((row) => ({ sex: row.sex, age: row.age, persons: sign[row.sex] * row.persons }))
    .sort((a, b) => (a.sex < b.sex ? -1 : a.sex > b.sex ? 1 : a.age - b.age));
  const total = (rows, pick = () => true) => rows.filter(pick).reduce((sum, row) => sum + row.persons, 0);
  const old = (row) => row.age >= 67;
  const words = {
    trust: trust.name, base: results.base, last: results.last, people_base: texts.number(total(now)), people_last: texts.number(total(later)),
    old_base: texts.number(total(now, old)), old_last: texts.number(total(later, old)),
  };
  const title = wrap(t("pyramid_chart.title", words), 48), subtitle = wrap(t("pyramid_chart.subtitle", words), 60);

  const spec = template("pyramid");
  spec.config = chartConfig(texts);
  spec.padding = { left: LEFT, right: 24, top: 16 + title.length * 22 + subtitle.length * 18 + 44, bottom: 52 };
  spec.title = { text: title, subtitle, dx: -LEFT + 14, offset: 32 };
  spec.encoding.x.scale.domain = [-scale.max, scale.max];
  spec.encoding.y.scale.domain = [0, Math.max(...ages)];
  spec.encoding.x.axis.values = [...scale.ticks.slice(1).map((v) => -v).reverse(), ...scale.ticks];
  spec.datasets = {
    later: side(later), now: side(now), middle: [{ persons: 0, from: 0, to: Math.max(...ages) }],
    labels: labels(texts, results),
  };
  const id = `pyramid-${trust.id}`;
  return { id, name: id, spec, title: title.join(" "), alt: `${title.join(" ")}. ${subtitle.join(" ")}` };
}

function labels(texts, results) {
  const { t } = texts;
  const at = (px, py, text, colour, align, weight) => ({ px, py, text, colour, align, weight });
  return [
    at(-8, -12, t("pyramid_chart.age"), COLOURS.faint, "right", 400),
    at(0, -12, t("pyramid_chart.women"), COLOURS.female, "left", 600),
    at(WIDTH, -12, t("pyramid_chart.men"), COLOURS.male, "right", 600),
    at(WIDTH / 2, -12, t("pyramid_chart.key", { base: results.base, last: results.last }), COLOURS.faint, "center", 400),
    at(WIDTH / 2, HEIGHT + 38, t("pyramid_chart.axis"), COLOURS.faint, "center", 400),
  ];
}
