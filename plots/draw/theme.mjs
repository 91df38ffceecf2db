// Colours, type and locale of every chart. Blue is need, dark slate is capacity, plum is shortage; no green, yellow or red.

export const FONT = 'Inter, "Open Sans", "DejaVu Sans", sans-serif';

export const COLOURS = {
  ink: "#1b2733",
  text: "#3c4a57",
  faint: "#66737f",
  line: "#dfe4e9",
  need: "#0b4f8f",
  need80: "#94bee3",
  need95: "#d0e2f3",
  muted: "#73808c",
  muted80: "#dbe1e7",
  muted95: "#edf0f3",
  capacity: "#22303c",
  shortage: "#7d2a5d",
  shortageFill: "#a65a86",
  female: "#6d5aa8",
  male: "#2f7f95",
};

/** Parts of a population change: births less deaths, moves between the areas, moves from outside, correction to an official total. */
export const PARTS = { natural: "#8d7fc0", internal: "#d9b26a", outside: "#3d8fa3", correction: "#b4bcc4" };

/** Lines of areas that are named at their end; each reads as text on white. */
export const AREAS = [
  "#8a5a00",
  "#2f7f95",
  "#7d4fa3",
  "#5f6c78",
  "#a23b5e",
  "#3f7a3a",
  "#b0501c",
  "#4a63b8",
  "#6b6b00",
  "#8c4a8c",
  "#1f7a6b",
  "#7a5b4a",
];

/** Fill and text of the risk classes; the symbol always goes with them. */
export const RISK = {
  low: { fill: "#d3e3f1", ink: "#173f66" },
  medium: { fill: "#dcc49c", ink: "#4a3410" },
  high: { fill: "#5f1f4b", ink: "#ffffff" },
  unknown: { fill: "#f1f3f5", ink: "#4c5863" },
};

/** What a part of a gap is: a colour and a pattern each, so that it can be read without colour. */
export const KINDS = {
  counted: { fill: "#33566f" },
  plan: { fill: "#a9c6dd", pattern: "level" },
  projected: { fill: "#8d7fc0" },
  assumed: { fill: "#f0dfc0", pattern: "slanted" },
  policy: { fill: "#ffffff", pattern: "upright" },
  sum: { fill: COLOURS.shortage },
};

/** How the numbers of axes are written in the reader's language. */
export const localeOf = ({ style }) => ({
  number: { decimal: style.decimal, thousands: style.thousands, grouping: [3], currency: ["", ""], minus: "\u2212" },
});

/** Vega-Lite config of every chart. */
export const CONFIG = {
  font: FONT,
  background: "#ffffff",
  aria: false,
  view: { stroke: null },
  title: {
    anchor: "start",
    frame: "group",
    fontSize: 17,
    fontWeight: 600,
    color: COLOURS.ink,
    subtitleFontSize: 12.5,
    subtitleColor: COLOURS.faint,
    subtitlePadding: 6,
    subtitleLineHeight: 18,
    lineHeight: 22,
  },
  axis: {
    labelFontSize: 12,
    labelColor: COLOURS.text,
    titleFontSize: 12,
    titleFontWeight: 400,
    titleColor: COLOURS.faint,
    gridColor: COLOURS.line,
    domainColor: "#98a4af",
    tickColor: "#98a4af",
    labelPadding: 5,
  },
  header: { labelFontSize: 13, labelFontWeight: 600, labelColor: COLOURS.ink, labelAnchor: "start", title: null },
  legend: { labelFontSize: 12, labelColor: COLOURS.text, title: null },
  text: { fontSize: 12, color: COLOURS.text },
};
