// context.json: names, years, services and notes that the tables refer to.
import { InputError } from "./input_error.mjs";
import { textOf } from "./source.mjs";

const FILE = "context.json";

/** The checked context of a source. For population alone its years reach to the last 1 January. */
export function readContext(source) {
  if (!source.has(FILE)) throw new InputError(FILE, 0, "missing_file");
  const text = textOf(source, FILE),
    context = parsed(text);
  check(context, (ok, key) => {
    if (!ok) throw new InputError(FILE, lineOf(text, key), "bad_context", { key });
  });
  const last = context.years[context.years.length - 1],
    to = context.population_last_year ?? last;
  return context.services.length === 0 && to > last ? { ...context, years: [...context.years, to] } : context;
}

/** A JSON object; throws InputError at its line. */
export function parsed(text, file = FILE) {
  let context;
  try {
    context = JSON.parse(text);
  } catch (error) {
    const at = Number(/position (\d+)/.exec(error.message)?.[1] ?? text.length);
    throw new InputError(file, text.slice(0, at).split("\n").length, "bad_json");
  }
  if (context === null || typeof context !== "object" || Array.isArray(context))
    throw new InputError(file, 1, "bad_json");
  return context;
}

function check(context, must) {
  must(context.schema === 1, "schema");
  must(typeof context.scenario?.title_nb === "string" && typeof context.scenario?.title_en === "string", "scenario");
  checkYears(context, must);
  must(
    Array.isArray(context.trusts) &&
      context.trusts.length > 0 &&
      context.trusts.every((t) => t?.id && t.name && t.short),
    "trusts",
  );
  must(context.region?.id && context.region.name, "region");
  must(
    Array.isArray(context.services) &&
      context.services.every((s) => s?.id && s.name_nb && s.name_en && s.unit_nb && s.unit_en),
    "services",
  );
  must(
    context.services.every(
      ({ start }) => start === undefined || (Number.isInteger(start) && start >= context.base_year),
    ),
    "start",
  );
  must(Array.isArray(context.cells) && context.cells.every((c) => c?.trust && c.service), "cells");
  must(
    ["observed", "published", "derived", "assumed"].every((s) => Number.isInteger(context.assumption_counts?.[s])),
    "assumption_counts",
  );
  for (const key of ["draws", "replications", "seed"]) must(Number.isInteger(context[key]), key);
}

function checkYears({ years, base_year: base, population_last_year: to }, must) {
  must(Array.isArray(years) && years.length > 0 && years.every(Number.isInteger), "years");
  must(
    years.every((year, i) => i === 0 || year === years[i - 1] + 1),
    "years",
  );
  must(years.includes(base), "base_year");
  const last = years[years.length - 1];
  must(to === undefined || to === null || to === last || to === last + 1, "population_last_year");
}

const lineOf = (text, key) => Math.max(1, text.split("\n").findIndex((line) => line.includes(`"${key}"`)) + 1);
