// A gap taken apart: bars one after another from what was free to the mean gap, with colour and pattern by what each part is.
import { isIdentified } from "../say/cells.mjs";
import { kindText, meanGap, partName, partsOf } from "../say/parts.mjs";
import { ownCells } from "../say/finding.mjs";
import { wrap } from "../draw/scale.mjs";
import { COLOURS, KINDS } from "../draw/theme.mjs";
import { footWords, headWords, word } from "../draw/words.mjs";
import { bothSides } from "./components.mjs";
import form from "./forms/parts.mjs";
import { hatchOf } from "./hatch.mjs";

const WIDTH = 430,
  ROW = 30,
  LEFT = 300,
  RIGHT = 70,
  START = -LEFT + 14;
/** Beds that a band is wide at least to be drawn. */
const LEAST = 0.05;
/** So wide is a figure at a bar's end at most. */
const FIGURE = 44;

/** The cells whose gap is drawn apart: a trust's own, counted, and not enough in the last year. */
export const takenApart = (results, cells) =>
  ownCells(cells).filter(
    (cell) =>
      isIdentified(cell.at(results.last)) &&
      partsOf(results, cell, results.last).length > 0 &&
      cell.verdictAt(results.last).verdict !== "enough",
  );

export function partsChart(results, texts, cell) {
  const year = results.last,
    parts = partsOf(results, cell, year),
    gap = cell.at(year);
  const bars = oneAfterAnother(parts),
    sum = {
      from: 0,
      to: meanGap(parts),
      i: bars.length,
      kind: "sum",
      colour: meanGap(parts) < 0 ? COLOURS.shortage : COLOURS.muted,
    };
  const bands = bars.map((bar) => bandOfBar(results, bar)).filter((band) => band !== null);
  const ends = [0, gap.gap_p10, gap.gap_p90, sum.to, ...bars.map((bar) => bar.to), ...bands.flatMap(endsOf)];
  const [least, most] = [Math.min(...ends), Math.max(...ends)];
  // A figure left of a bar must not reach the names beside the plot.
  const scale = bothSides(least - (FIGURE / WIDTH) * (most - least), most);
  const px = (value) => (WIDTH * (value - scale.min)) / (scale.max - scale.min);
  const height = ROW * (bars.length + 1);
  const words = wordsOf(results, texts, cell, height),
    key = keyOf(texts, bars);
  const rows = [...bars, sum],
    boxes = [...rows.map((row) => boxOf(row, px)), ...key.boxes];
  return {
    name: `parts-${cell.trust.id}-${cell.service.id}`,
    title: words.title,
    alt: `${words.title}. ${words.subtitle}`,
    form,
    width: WIDTH,
    height,
    padding: { left: LEFT, right: RIGHT, top: words.head.height + 14, bottom: 44 + words.foot.height },
    signals: { x_domain: [scale.min, scale.max], x_ticks: scale.ticks },
    data: {
      boxes,
      hatch: boxes.flatMap((box) => (KINDS[box.kind].pattern ? hatchOf(box, KINDS[box.kind].pattern) : [])),
      links: bars.map((bar, i) => ({ x: px(bar.to), y: middle(i) + 9, y2: middle(i + 1) - 9 })),
      whiskers: [...bands, { from: gap.gap_p10, to: gap.gap_p90, i: sum.i }].map(({ from, to, i }) => ({
        x: px(from),
        x2: px(to),
        y: middle(i),
      })),
      zero: [{ value: 0 }],
      words: [
        ...words.head.words,
        ...key.words,
        ...names(results, texts, bars, sum),
        ...rows.map((row, i) =>
          size(
            texts,
            row,
            px,
            row === sum ? [gap.gap_p10, gap.gap_p90] : endsOf(bands.find((one) => one.i === i) ?? row),
          ),
        ),
        ...words.foot.words,
      ],
    },
  };
}

const middle = (i) => ROW * i + ROW / 2;

/** Each bar begins where the one before it ended. */
function oneAfterAnother(parts) {
  let at = 0;
  return parts.map((part, i) => {
    const from = at;
    at += part.beds;
    return { ...part, from, to: at, i };
  });
}

/** A part's 80 % interval, from where its bar begins; none where it hardly varies. */
function bandOfBar(results, { from, i, ...part }) {
  const band = results.bandOfPart(part);
  return band === null || band.p90 - band.p10 < LEAST ? null : { from: from + band.p10, to: from + band.p90, i };
}

const endsOf = ({ from, to }) => [from, to];

const boxOf = ({ from, to, i, kind, colour }, px) => ({
  x: Math.min(px(from), px(to)),
  x2: Math.max(px(from), px(to)),
  y: middle(i) - 9,
  y2: middle(i) + 9,
  fill: colour ?? KINDS[kind].fill,
  kind,
});

const names = (results, texts, bars, sum) => [
  ...bars.map((bar) =>
    word(-12, middle(bar.i), `${shortened(partName(results, texts, bar))} (${kindText(texts, bar.kind)})`, {
      align: "right",
    }),
  ),
  word(-12, middle(sum.i), texts.t("parts.sum", { year: results.last }), {
    align: "right",
    weight: 600,
    colour: COLOURS.ink,
  }),
];

/** The figure stands where the bar ends: left of it where it takes beds, right of it where it gives some. */
function size(texts, { from, to, i, kind }, px, reach) {
  const ends = [from, to, ...reach].map(px),
    takes = texts.signed(to - from).startsWith("\u2212");
  const place = takes ? [Math.min(...ends) - 6, "right"] : [Math.max(...ends) + 6, "left"];
  return word(place[0], middle(i), texts.signed(to - from), { align: place[1], weight: kind === "sum" ? 600 : 400 });
}

function wordsOf(results, texts, cell, height) {
  const { t } = texts,
    year = results.last,
    other = partsOf(results, cell, year, "service-level");
  const service = texts.inSentence(texts.pick(cell.service, "name"));
  const title = t("parts.title", { trust: cell.trust.short, service, year });
  const subtitle = t("parts.subtitle", {
    rule: t("verdict.by_utilisation"),
    reserve: texts.beds(-other.find((part) => part.part === "reserve").beds),
    gap: texts.signed(meanGap(other)),
  });
  const footer = t("parts.footer", {
    scenario: texts.ended(texts.pick(results.context.scenario, "title")),
    draws: texts.number(results.context.draws),
  });
  return {
    title,
    subtitle,
    head: headWords(wrap(title, 78), wrap(subtitle, 112), 58, START),
    foot: footWords([footer], 118, START, height + 42),
  };
}

const shortened = (text) => (text.length <= 36 ? text : `${text.slice(0, 35).trimEnd()}…`);

/** The kinds that are there, each with its colour and pattern. */
function keyOf(texts, bars) {
  const kinds = Object.keys(KINDS).filter((kind) => bars.some((bar) => bar.kind === kind));
  const boxes = [],
    words = [];
  let x = START;
  for (const kind of kinds) {
    const text = kindText(texts, kind);
    boxes.push({ x, x2: x + 26, y: -40, y2: -24, fill: KINDS[kind].fill, kind });
    words.push(word(x + 33, -32, text, { size: 12 }));
    x += 33 + text.length * 7 + 22;
  }
  return { boxes, words };
}
