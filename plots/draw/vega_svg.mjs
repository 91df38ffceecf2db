// Vega-Lite specification → SVG text, always the same bytes for the same specification.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import * as vega from "vega";
import { compile } from "vega-lite";

const templates = new Map();

/** A fresh copy of specs/<name>.json. */
export function template(name) {
  if (!templates.has(name)) templates.set(name, readFileSync(fileURLToPath(new URL(`../charts/specs/${name}.json`, import.meta.url)), "utf8"));
  return JSON.parse(templates.get(name));
}

/**
 * Renders a chart { id, spec, alt }. Any warning of the compiler is an error: a chart is right or it isn't made.
 * Charts that differ only in data, parameters, size and padding are compiled once.
 */
export async function renderSvg({ id, spec, alt }) {
  const complaints = [];
  const logger = collecting(complaints);
  const view = new vega.View(vega.parse(filled(spec, logger)), { renderer: "none", logger });
  const svg = await view.toSVG();
  view.finalize();
  if (complaints.length > 0) throw new Error(`chart ${id}: ${complaints.join("; ")}`);
  return tidy(id, svg, alt);
}

const compiled = new Map();

/** The Vega form of a specification: compiled from its fixed part, with this chart's values put in. */
function filled(spec, logger) {
  const { datasets = {}, params = [], padding, width, height, ...fixed } = spec;
  const key = JSON.stringify([fixed, params.map((p) => p.name)]);
  if (!compiled.has(key)) {
    const empty = Object.fromEntries(Object.keys(datasets).map((name) => [name, []]));
    compiled.set(key, JSON.stringify(compile({ ...spec, datasets: empty }, { logger }).spec));
  }
  const form = JSON.parse(compiled.get(key));
  const values = new Map(params.map((p) => [p.name, p.value]));
  for (const signal of form.signals ?? []) if (values.has(signal.name)) signal.value = values.get(signal.name);
  for (const source of form.data) if (datasets[source.name]) source.values = datasets[source.name];
  return Object.assign(form, { padding }, width === undefined ? {} : { width, height });
}

function collecting(complaints) {
  const note = (...words) => { complaints.push(words.join(" ")); return logger; };
  const logger = { level: () => logger, error: note, warn: note, info: () => logger, debug: () => logger };
  return logger;
}

/** Sets named parameters of a specification; a name it doesn't have is an error. */
export function setParams(spec, values) {
  for (const [name, value] of Object.entries(values)) {
    const param = spec.params.find((p) => p.name === name);
    if (!param) throw new Error(`specification has no parameter '${name}'`);
    param.value = value;
  }
}

/** Short numbers, ids of its own (several charts share a page), and a name that a screen reader can say. */
function tidy(id, svg, alt) {
  const ids = new Map();
  const own = (old) => { if (!ids.has(old)) ids.set(old, `${id}-${ids.size}`); return ids.get(old); };
  return `${svg
    .replace(/ (?:aria-hidden|pointer-events|role|aria-roledescription)="[^"]*"/g, "")
    .replace(/<path d="(?:M0,0h0v0h0Z)?"[^>]*\/>/g, "")
    .replace(/\bid="([^"]+)"/g, (_, old) => `id="${own(old)}"`)
    .replace(/url\(#([^)]+)\)/g, (_, old) => `url(#${own(old)})`)
    .replace(/-?\d+\.\d{3,}/g, (digits) => String(Number(Number(digits).toFixed(2))))
    .replace(/^<svg /, `<svg role="img" aria-label="${escapeAttribute(alt)}" `)}\n`;
}

const escapeAttribute = (text) => text.replace(/[&<>"]/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[c]);
