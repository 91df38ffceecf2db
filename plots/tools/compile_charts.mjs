#!/usr/bin/env node
// From the Vega-Lite templates in charts/specs/ to the Vega forms in charts/forms/, so that drawing needs no compiler:
//   npm run compile
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { compile } from "vega-lite";
import { CONFIG } from "../draw/theme.mjs";
import { FAN_GROUPS } from "../read/population.mjs";

const folder = (name) => fileURLToPath(new URL(`../charts/${name}/`, import.meta.url));
export const SPECS = folder("specs"),
  FORMS = folder("forms");

/** The text of every form by the name of its file. Any warning of the compiler is an error. */
export function compiledForms() {
  return new Map(
    readdirSync(SPECS)
      .filter((file) => file.endsWith(".json"))
      .sort()
      .map((file) => {
        const name = basename(file, ".json");
        return [`${name}.mjs`, moduleOf(compiled(name, JSON.parse(readFileSync(SPECS + file, "utf8"))))];
      }),
  );
}

function compiled(name, template) {
  const spec = { ...repeated(template), config: CONFIG };
  spec.datasets = Object.fromEntries([...setsOf(spec)].map((set) => [set, []]));
  const complaints = [],
    note = (...words) => complaints.push(words.join(" ")),
    nothing = () => {};
  const form = compile(spec, {
    logger: { level: nothing, error: note, warn: note, info: nothing, debug: nothing },
  }).spec;
  if (complaints.length > 0) throw new Error(`${name}: ${complaints.join("; ")}`);
  return flowing(form);
}

/** A template with @ in the names of its one panel has as many panels as there are age groups, each with its number for @. */
function repeated(template) {
  if (!template.concat) return template;
  const numbered = (part, i) => JSON.parse(JSON.stringify(part).replaceAll("@", i));
  const each = (parts) => FAN_GROUPS.flatMap((_, i) => numbered(parts, i));
  const own = template.params.filter((param) => param.name.endsWith("_@")),
    shared = template.params.filter((param) => !own.includes(param));
  return { ...template, concat: each(template.concat), params: [...shared, ...each(own)] };
}

/** The names of all data that a specification draws. */
function setsOf(node, found = new Set()) {
  if (node === null || typeof node !== "object") return found;
  if (typeof node.data?.name === "string") found.add(node.data.name);
  for (const part of Object.values(node)) setsOf(part, found);
  return found;
}

/** Vega-Lite has fixed numbers for the columns of small multiples and the space between them; parameters of these names replace them. */
function flowing(form) {
  const has = (name) => form.signals?.some((signal) => signal.name === name);
  if (has("columns")) form.layout.columns = { signal: "columns" };
  if (has("between")) form.layout.padding.column = { signal: "between" };
  return form;
}

const moduleOf = (form) =>
  `// Made by tools/compile_charts.mjs from the template of the same name: don't edit.\nexport default ${JSON.stringify(form, null, 1)};\n`;

if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const [file, text] of compiledForms()) writeFileSync(FORMS + file, text);
