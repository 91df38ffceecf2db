// Words around a plot: text at a place in pixels, a title with its subtitle above, small print below.
import { wrap } from "./scale.mjs";
import { COLOURS } from "./theme.mjs";

export const LINE = 17;

export const word = (px, py, text, more = {}) => ({
  px,
  py,
  text,
  align: "left",
  size: 12.5,
  weight: 400,
  colour: COLOURS.text,
  ...more,
});

/** Title and subtitle lines above everything, from `x` on: words, and the height they take from the plot's top edge. */
export function headWords(title, subtitle, below, x) {
  const lines = [
    ...title.map((text) => ({ text, step: 22, more: { size: 16, weight: 600, colour: COLOURS.ink } })),
    ...subtitle.map((text) => ({ text, step: 18, more: { colour: COLOURS.faint } })),
  ];
  const height = below + lines.reduce((sum, line) => sum + line.step, 0);
  let py = -height;
  const words = lines.map(({ text, step, more }) => {
    py += step;
    return word(x, py - step / 2, text, more);
  });
  return { words, height };
}

/** Small print in lines of at most `wide` characters, from (x, y) down: words, and their height. */
export function footWords(sentences, wide, x, y) {
  const lines = sentences.flatMap((text) => wrap(text, wide));
  return {
    words: lines.map((text, i) => word(x, y + i * LINE, text, { size: 11.5, colour: COLOURS.faint })),
    height: lines.length * LINE,
  };
}

/** Roughly how wide a text is in pixels; the drawing program's own fonts aren't at hand here. */
export const widthOf = (text, size = 12.5) => text.length * size * 0.55;

/** The key of a chart with bands: line swatches and boxes with their names, from (x, y) to the right. */
export function keyOfBands(entries, x, y) {
  const swatches = [],
    lines = [],
    words = [];
  let at = x;
  for (const { text, fill, stroke } of entries) {
    if (fill) swatches.push({ x: at, x2: at + 20, y: y - 6, y2: y + 6, fill });
    else lines.push({ x: at, x2: at + 20, y, y2: y, fill: stroke });
    words.push(word(at + 26, y, text, { size: 12 }));
    at += 26 + widthOf(text, 12) + 22;
  }
  return { swatches, lines, words };
}
