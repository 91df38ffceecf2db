// The risk table: verdict, beds and P by both rules, trust × year by service. Nothing is told by colour alone; an open level has
// the class of both its ends, hatched where they differ.
import { SYMBOLS, cellsOf } from "../say/cells.mjs";
import { classOf, endWords, endsOf, isOneBed, isOpen, isSettled, regionSums, wordText } from "../say/verdicts.mjs";
import { wrap } from "../draw/scale.mjs";
import { COLOURS, RISK } from "../draw/theme.mjs";
import form from "./forms/risk.mjs";
import { hatchOf } from "./hatch.mjs";

const LEFT = 150,
  ROW = 25,
  LINE = 13,
  HEAD = 30,
  WIDE = 74,
  STRIP = 12;
/** So many letters of a range have room on one line: in a box with strips at its sides, and in one without. */
const LETTERS = { both: 10, one: 13 };

/** The colour of a word is that of the class it comes nearest to. */
const CLASS = { enough: "low", tight: "medium", short: "high" };

/** One chart for the whole region. Null without services. */
export function riskChart(results, texts) {
  if (results.offered.length === 0) return null;
  const { t } = texts;
  const cells = cellsOf(results);
  const sheet = sheetOf(texts, results.years, wordKey(texts));
  for (const service of results.offered) {
    serviceHead(sheet, texts.pick(service, "name"));
    for (const cell of cells.filter((one) => one.service.id === service.id)) verdictRow(sheet, results, cell);
  }
  return asChart(
    sheet,
    "risk",
    t("risk_chart.title", { first: results.first, last: results.last }),
    t("risk_chart.subtitle"),
  );
}

const wordKey = (texts) =>
  Object.keys(CLASS).map((word) => ({
    kinds: [CLASS[word]],
    text: wordText(texts, word),
    symbol: SYMBOLS[CLASS[word]],
  }));

/** An empty table of years under the key of the colours. Rows are put on it from the top down. */
export function sheetOf(texts, years, key) {
  const width = Math.max(560, WIDE * years.length);
  const draw = { boxes: [], hatch: [], plates: [], words: [] };
  const sheet = { draw, width, wide: width / years.length, y: 0, texts };
  legend(sheet, key);
  yearHead(sheet, years);
  return sheet;
}

/** The classes of P alone, as a key. */
export const classKey = (texts) =>
  ["low", "medium", "high", "unknown"].map((kind) => ({
    kinds: [kind],
    text: texts.t(`risk.${kind}_limits`),
    symbol: SYMBOLS[kind],
  }));

export function asChart(sheet, name, titleText, subtitleText) {
  const room = LEFT + sheet.width;
  const title = wrap(titleText, Math.floor(room / 9.5)),
    subtitle = wrap(subtitleText, Math.floor(room / 6.95));
  return {
    name,
    title: title.join(" "),
    alt: `${title.join(" ")}. ${subtitle.join(" ")}`,
    form,
    width: sheet.width,
    height: sheet.y,
    padding: { left: LEFT, right: 16, top: 16 + title.length * 22 + subtitle.length * 18 + 24, bottom: 16 },
    signals: { title, subtitle },
    data: sheet.draw,
  };
}

function word(sheet, x, text, more = {}) {
  sheet.draw.words.push({
    x,
    y: sheet.y + ROW / 2,
    text,
    ink: COLOURS.text,
    align: "left",
    size: 12,
    weight: 400,
    ...more,
  });
}

/** A box whose left half has the first colour and whose right half the other; hatched where they differ or nothing is known. */
function box(sheet, [x, x2], kinds, height) {
  const area = { x, x2, y: sheet.y, y2: sheet.y + height },
    [from, to] = [kinds[0], kinds[kinds.length - 1]];
  if (from === to) sheet.draw.boxes.push({ ...area, fill: RISK[from].fill });
  else {
    const middle = (x + x2) / 2;
    sheet.draw.boxes.push({ ...area, x2: middle, fill: RISK[from].fill });
    sheet.draw.boxes.push({ ...area, x: middle, fill: RISK[to].fill });
  }
  if (from !== to || from === "unknown") {
    sheet.draw.hatch.push(...hatchOf({ x: x + 1, x2: x2 - 1, y: area.y + 1, y2: area.y2 - 1 }));
    if (from !== to) sheet.draw.plates.push({ x: x + STRIP, x2: x2 - STRIP, y: area.y + 1, y2: area.y2 - 1 });
  }
  return { area, ink: from === to ? RISK[from].ink : COLOURS.ink };
}

function legend(sheet, key) {
  let x = -LEFT + 14;
  const put = ({ kinds, text, symbol }) => {
    box(sheet, [x, x + 34], kinds, ROW);
    word(sheet, x + 17, symbol, {
      ink: kinds.length > 1 ? COLOURS.ink : RISK[kinds[0]].ink,
      align: "center",
      size: 13,
    });
    word(sheet, x + 42, text);
    x += 42 + text.length * 6.6 + 26;
  };
  for (const one of key) put(one);
  if (key.every(({ kinds }) => kinds[0] !== "unknown"))
    put({ kinds: ["low", "high"], symbol: "○–●", text: sheet.texts.t("risk_chart.both_ends") });
  sheet.y += ROW + 10;
}

function yearHead(sheet, years) {
  years.forEach((year, i) =>
    word(sheet, (i + 0.5) * sheet.wide, String(year), { align: "center", size: 11.5, ink: COLOURS.faint }),
  );
  sheet.y += ROW;
}

export function serviceHead(sheet, text) {
  sheet.y += HEAD - ROW;
  word(sheet, -LEFT + 14, text, { weight: 600, size: 12.5, ink: COLOURS.ink });
  sheet.y += ROW;
}

function rowName(sheet, { text, weight, more }, height) {
  const middle = height / 2 - ROW / 2;
  word(sheet, -LEFT + 22, shorten(text, 19), { weight, y: sheet.y + ROW / 2 + middle - (more ? 7 : 0) });
  if (more) word(sheet, -LEFT + 22, more, { size: 10.5, ink: COLOURS.faint, y: sheet.y + ROW / 2 + middle + 8 });
}

/** A row of years: each { kinds, lines }. */
export function yearsRow(sheet, name, years) {
  const height = Math.max(...years.map(({ lines }) => lines.length)) * LINE + 8;
  rowName(sheet, name, height);
  years.forEach(({ kinds, lines }, i) => {
    const both = kinds.length > 1;
    const { area, ink } = box(sheet, [i * sheet.wide, (i + 1) * sheet.wide], kinds, height);
    const top = area.y + height / 2 - ((lines.length - 1) * LINE) / 2;
    const put = (x, text, more) => word(sheet, x, text, { align: "center", ink, ...more });
    lines.forEach((text, n) =>
      put((i + 0.5) * sheet.wide, text, {
        size: n === 0 && !both && text.length < LETTERS.one ? 11.5 : 10,
        y: top + n * LINE,
      }),
    );
    if (!both) return;
    const y = area.y + height / 2;
    put(i * sheet.wide + STRIP / 2, SYMBOLS[kinds[0]], { size: 10, y, ink: RISK[kinds[0]].ink });
    put((i + 1) * sheet.wide - STRIP / 2, SYMBOLS[kinds[1]], { size: 10, y, ink: RISK[kinds[1]].ink });
  });
  sheet.y += height;
}

function verdictRow(sheet, results, cell) {
  const { texts } = sheet,
    region = cell.trust.isRegion;
  const name = {
    text: cell.trust.short,
    weight: region ? 600 : 400,
    ...(region ? { more: texts.t("risk_chart.at_least_one") } : {}),
  };
  yearsRow(
    sheet,
    name,
    cell.rows.map(({ year }) => verdictBox(results, texts, cell, year)),
  );
}

function verdictBox(results, texts, cell, year) {
  const row = cell.verdictAt(year),
    { mild, severe } = endsOf(row),
    words = endWords(results, cell, year);
  const kinds = row.verdict === "depends" ? [CLASS[words.mild], CLASS[words.severe]] : [CLASS[row.verdict]];
  const most = kinds.length > 1 ? LETTERS.both : LETTERS.one;
  const p = (rule, other) => {
    const side = (end) => shortChance(texts, end[rule], end[other]);
    return rangeLines(texts, [side(mild), side(severe)], most);
  };
  const shown = SYMBOLS[kinds[0]],
    beds = bedsLines(results, texts, cell, year, most);
  const atServiceLevel = isOneBed(cell, year) ? ["–"] : p("s", "u");
  const marked = ([first, ...rest]) => [`${shown} ${first}`, ...rest];
  if (cell.isCounted(year)) return { kinds, lines: [...marked(beds), countedLine(texts, mild)] };
  if (kinds.length > 1) return { kinds, lines: [...beds, ...p("u", "s"), ...atServiceLevel] };
  if (isOpen(row)) return { kinds, lines: [...beds, ...marked(p("u", "s")), ...atServiceLevel] };
  return { kinds, lines: [...marked(beds), `${p("u", "s").join(" ")}\u00a0/\u00a0${atServiceLevel.join(" ")}`] };
}

/** A range on one line where there is room for its letters, else on two; one figure where its ends read the same. */
function rangeLines(texts, [low, high], most) {
  if (low === high) return [low];
  const first = `${low} ${texts.t("words.to")}`;
  return first.length + 1 + high.length <= most ? [`${first} ${high}`] : [first, high];
}

/** A counted year has no probability where the count settles it by both rules. */
function countedLine(texts, { u, s }) {
  const word = texts.t("verdict.counted.word"),
    of = (p, other) => (isSettled(p) ? word : shortChance(texts, p, other));
  if (isSettled(u) && isSettled(s))
    return classOf(u) === classOf(s) ? word : `${word} ${SYMBOLS[classOf(u)]}/${SYMBOLS[classOf(s)]}`;
  return `${of(u, s)}\u00a0/\u00a0${of(s, u)}`;
}

/** P in per cent without its sign, as narrow as it can be. */
export const shortChance = (texts, p, other) => {
  const certain = p === other;
  const text = certain ? texts.percent(p) : texts.percent(Math.min(0.9999, Math.max(0.0001, p)));
  return text.replace(/\u00a0?%$/, "");
};

/** The median gap; an open level's at both ends; a region's shortages and, on a line of their own, what is spare. */
function bedsLines(results, texts, cell, year, most) {
  const row = cell.verdictAt(year);
  if (cell.trust.isRegion) {
    if (isOpen(row)) return [];
    const { short, spare } = regionSums(results, cell.service, year);
    return [texts.signed(-short[1]), texts.signed(spare[1])];
  }
  if (!isOpen(row)) return [texts.signed(cell.at(year).gap)];
  const end = (value, without) => (value === null ? without : texts.signed(value));
  return rangeLines(texts, [end(row.gap_low, "\u2212\u221e"), end(row.gap_high, "+\u221e")], most);
}

const shorten = (text, most) => (text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`);
