// Small geometry shared by the charts: round axis limits, pixel places, labels that don't overlap, lines that fit.

/** Round limits and ticks around [low, high]: { min, max, ticks }. Starts at zero unless the data keep well away from it. */
export function niceScale(low, high, wanted = 5) {
  const span = high - low;
  const floor = low > 0.55 * high && span > 0 ? Math.max(0, low - 0.15 * span) : Math.min(0, low);
  const top = high > floor ? high + 0.04 * (high - floor) : floor + 1;
  const rough = (top - floor) / wanted;
  let power = 1;
  while (power * 10 <= rough) power *= 10;
  while (power > rough) power /= 10;
  const step = [1, 2, 5, 10].map((m) => m * power).find((candidate) => candidate >= rough * 0.999);
  const min = Math.floor(floor / step + 1e-9) * step,
    max = Math.ceil(top / step - 1e-9) * step;
  const count = Math.round((max - min) / step);
  const ticks = Array.from({ length: count + 1 }, (_, i) => Number((min + i * step).toPrecision(12)));
  return { min: ticks[0], max: ticks[count], ticks };
}

/** Pixel from the top for a value. */
export const pixelOf = (scale, height) => (value) =>
  Math.round(((height * (scale.max - value)) / (scale.max - scale.min)) * 100) / 100;

/** Moves labels { py } apart to at least `gap` pixels, inside [0, height], keeping their order. Returns them sorted. */
export function spread(labels, gap, height) {
  const sorted = [...labels].sort((a, b) => a.py - b.py);
  for (let i = 1; i < sorted.length; ++i) sorted[i].py = Math.max(sorted[i].py, sorted[i - 1].py + gap);
  const last = sorted.length - 1;
  if (last >= 0) sorted[last].py = Math.min(sorted[last].py, height);
  for (let i = last - 1; i >= 0; --i) sorted[i].py = Math.min(sorted[i].py, sorted[i + 1].py - gap);
  return sorted;
}

/** Breaks text into lines of at most `width` characters, between words. */
export function wrap(text, width) {
  const lines = [];
  for (const word of text.split(" ")) {
    const line = lines[lines.length - 1];
    if (line !== undefined && line.length + 1 + word.length <= width) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** Years worth a tick, the first always one of them: a step that ends on the last year if there is one, at most `most` steps. */
export function yearTicks(years, most = 9) {
  const first = years[0],
    span = years[years.length - 1] - first;
  const steps = [1, 2, 4, 5, 8, 10, 20, 25, 50].filter((step) => span / step <= most);
  const step = steps.find((candidate) => span % candidate === 0 && span / candidate >= 2) ?? steps[0] ?? span;
  return years.filter((year) => (year - first) % step === 0);
}
