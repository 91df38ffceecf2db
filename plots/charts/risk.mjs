// The risk table: trust × year by service. A class is never told by colour alone, and never given where the level is a guess.
import { CLASSES, SYMBOLS, cellsOf, riskClass } from "../say/cells.mjs";
import { ruleText } from "../say/sentences.mjs";
import { wrap } from "../draw/scale.mjs";
import { COLOURS, RISK } from "../draw/theme.mjs";
import form from "./forms/risk.mjs";

const LEFT = 128,
  ROW = 25,
  HEAD = 30,
  WIDE = 44;

/** One chart for the whole region: services with something to judge first, the others as one hatched row each. Null without services. */
export function riskChart(results, texts) {
  if (results.offered.length === 0) return null;
  const { t } = texts;
  const cells = cellsOf(results);
  const sheet = sheetOf(texts, results.years);
  for (const service of results.offered) {
    const rows = cells.filter((c) => c.service.id === service.id);
    if (rows.some((c) => c.level !== "none")) serviceRows(sheet, service, rows);
  }
  const silent = results.offered.filter((s) =>
    cells.filter((c) => c.service.id === s.id).every((c) => c.level === "none"),
  );
  if (silent.length > 0) silentRows(sheet, silent);

  return asChart(
    sheet,
    "risk",
    t("risk_chart.title", { first: results.first, last: results.last }),
    t("risk_chart.subtitle", { rule: ruleText(texts, cells) }),
  );
}

/** An empty table of years under the key of the classes. Rows are put on it from the top down. */
export function sheetOf(texts, years) {
  const width = Math.max(520, WIDE * years.length);
  const draw = { boxes: [], hatch: [], plates: [], words: [] };
  const sheet = { draw, width, wide: width / years.length, y: 0, texts };
  legend(sheet);
  yearHead(sheet, years);
  return sheet;
}

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

function box(sheet, x, x2, kind) {
  const area = { x, x2, y: sheet.y, y2: sheet.y + ROW };
  sheet.draw.boxes.push({ ...area, fill: RISK[kind].fill });
  if (kind === "unknown") hatch(sheet.draw.hatch, { x: x + 1, x2: x2 - 1, y: area.y + 1, y2: area.y2 - 1 });
  return area;
}

/** Slanted lines cut to a rectangle. */
function hatch(lines, { x, x2, y, y2 }) {
  const height = y2 - y;
  for (let start = x - height + 6; start < x2; start += 7) {
    const a = Math.max(start, x),
      b = Math.min(start + height, x2);
    if (b > a) lines.push({ x: a, y: y2 - (a - start), x2: b, y2: y2 - (b - start) });
  }
}

function legend(sheet) {
  let x = -LEFT + 14;
  for (const kind of CLASSES) {
    const text = sheet.texts.t(`risk.${kind}_limits`);
    box(sheet, x, x + 34, kind);
    word(sheet, x + 17, SYMBOLS[kind], { ink: RISK[kind].ink, align: "center", size: 13 });
    word(sheet, x + 42, text);
    x += 42 + text.length * 6.4 + 26;
  }
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

function serviceRows(sheet, service, cells) {
  serviceHead(sheet, sheet.texts.pick(service, "name"));
  for (const cell of cells) {
    const name = { text: cell.trust.short, weight: cell.trust.isRegion ? 600 : 400 };
    if (cell.level === "none") {
      rowName(sheet, name);
      wholeRow(sheet, sheet.texts.t("risk.unknown"));
      sheet.y += ROW;
    } else yearsRow(sheet, name, cell.rows);
  }
}

const rowName = (sheet, { text, weight }) => word(sheet, -LEFT + 22, shorten(text, 18), { weight });

/** A row with a class for each year: rows of { evidence, p_shortage }. */
export function yearsRow(sheet, name, rows) {
  rowName(sheet, name);
  for (const [i, row] of rows.entries()) oneYear(sheet, i, row);
  sheet.y += ROW;
}

function oneYear(sheet, i, row) {
  const kind = riskClass(row);
  box(sheet, i * sheet.wide, (i + 1) * sheet.wide, kind);
  const text =
    kind === "unknown"
      ? SYMBOLS.unknown
      : `${SYMBOLS[kind]} ${sheet.texts.percent(row.p_shortage).replace(/\u00a0?%$/, "")}`;
  word(sheet, (i + 0.5) * sheet.wide, text, { align: "center", size: 11.5, ink: RISK[kind].ink });
}

function wholeRow(sheet, text, from = 0) {
  const area = box(sheet, from, sheet.width, "unknown");
  const label = `${SYMBOLS.unknown} ${text}`,
    half = label.length * 3.05 + 8;
  sheet.draw.plates.push({ x: sheet.width / 2 - half, x2: sheet.width / 2 + half, y: area.y + 4, y2: area.y2 - 4 });
  word(sheet, sheet.width / 2, label, { align: "center", size: 11.5, ink: RISK.unknown.ink });
}

function silentRows(sheet, services) {
  const { t } = sheet.texts;
  serviceHead(sheet, t("risk_chart.silent"));
  for (const service of services) {
    wholeRow(sheet, t("risk_chart.silent_row", { service: sheet.texts.pick(service, "name") }), -LEFT + 14);
    sheet.y += ROW;
  }
}

const shorten = (text, most) => (text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`);
