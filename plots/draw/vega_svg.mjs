// From a chart's values to SVG text: always the same bytes for the same values.
import { expressionInterpreter, parse, View } from "./vega.mjs";

/**
 * Draws a chart { name, alt, form, padding, width, height, signals, data, locale }. `form` is a Vega specification without values,
 * shared by all charts of a kind; `signals` and `data` are put into it by name, and a name it doesn't have is an error.
 * Any warning is an error, too: a chart is right or it isn't made.
 */
export async function renderSvg({ name, alt, form, padding, width, height, signals, data, locale }) {
  const complaints = [];
  const view = new View(dataflow(form), {
    renderer: "none",
    logger: collecting(complaints),
    locale,
    expr: expressionInterpreter,
  });
  view.padding(padding);
  if (width !== undefined) view.width(width).height(height);
  for (const [signal, value] of Object.entries(signals)) view.signal(signal, value);
  for (const [set, rows] of Object.entries(data)) view.data(set, rows);
  const svg = await view.toSVG();
  view.finalize();
  if (complaints.length > 0) throw new Error(`chart ${name}: ${complaints.join("; ")}`);
  return tidy(name, svg, alt);
}

/** The same charts with their svg, one after another. */
export async function renderAll(charts) {
  const done = [];
  for (const chart of charts) done.push({ ...chart, svg: await renderSvg(chart) });
  return done;
}

const parsed = new WeakMap();

function dataflow(form) {
  // Expressions as trees to be interpreted: a page that allows no script from text can draw too.
  if (!parsed.has(form)) parsed.set(form, parse(form, null, { ast: true }));
  return parsed.get(form);
}

function collecting(complaints) {
  const note = (...words) => {
    complaints.push(words.join(" "));
    return logger;
  };
  const logger = { level: () => logger, error: note, warn: note, info: () => logger, debug: () => logger };
  return logger;
}

/** Short numbers, ids of its own (several charts share a page), and a name that a screen reader can say. */
function tidy(name, svg, alt) {
  const ids = new Map();
  const own = (old) => {
    if (!ids.has(old)) ids.set(old, `${name}-${ids.size}`);
    return ids.get(old);
  };
  return `${svg
    .replace(/ (?:aria-hidden|pointer-events|role|aria-roledescription)="[^"]*"/g, "")
    .replace(/<path d="(?:M0,0h0v0h0Z)?"[^>]*\/>/g, "")
    .replace(/\bid="([^"]+)"/g, (_, old) => `id="${own(old)}"`)
    .replace(/url\(#([^)]+)\)/g, (_, old) => `url(#${own(old)})`)
    .replace(/-?\d+\.\d{3,}/g, (digits) => String(Number(Number(digits).toFixed(2))))
    .replace(/^<svg /, `<svg role="img" aria-label="${escapeAttribute(alt)}" `)}\n`;
}

const escapeAttribute = (text) =>
  text.replace(/[&<>"]/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[c]);
