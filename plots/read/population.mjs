// The population tables as look-ups: persons and indicators as quantiles, the parts of a year's change, and which areas are drawn.
import { InputError } from "./input_error.mjs";
import { keyOf } from "./key.mjs";
import { COMPONENTS, TABLES } from "./schema.mjs";

/** More areas than this are not drawn one by one. */
export const MOST_DRAWN = 12;

/** The quantiles that charts and tables use: median, 80 % and 95 %. */
export const SHOWN = { q025: 0.025, q10: 0.1, q50: 0.5, q90: 0.9, q975: 0.975 };

/** Age groups of the charts, and those that tables have besides; `from` and `to` are single years of age. */
export const FAN_GROUPS = ["all", "0-17", "18-66", "67-79", "80-89", "90+"];
export const TABLE_GROUPS = {
  all: [0, Infinity],
  "0-17": [0, 17],
  "18-66": [18, 66],
  "67-79": [67, 79],
  "80-89": [80, 89],
  "90+": [90, Infinity],
  "67+": [67, Infinity],
  "80+": [80, Infinity],
};

/** The areas that get charts of their own: all with the region, the region alone where they are many, one area without its sum. */
export function drawnAreas(trusts) {
  const areas = trusts.filter((trust) => !trust.isRegion),
    region = trusts.filter((trust) => trust.isRegion);
  if (areas.length > MOST_DRAWN) return region;
  return areas.length === 1 ? areas : [...region, ...areas];
}

/**
 * Which rows of the population tables are needed at all, by table. A row of an area that the run doesn't have is an error,
 * needed or not.
 */
export function keepers(context, milestones) {
  const drawn = new Set(
    context.trusts.length > MOST_DRAWN ? [context.region.id] : [...context.trusts.map((t) => t.id), context.region.id],
  );
  const shown = new Set([context.base_year, context.years[0], ...milestones, context.years[context.years.length - 1]]);
  const used = new Set(Object.values(SHOWN));
  const known = new Set([...context.trusts.map((t) => t.id), context.region.id]);
  const wanted = {
    population: (row) => shown.has(row.year),
    population_quantiles: (row) =>
      row.sex === "both" &&
      row.age_group in TABLE_GROUPS &&
      used.has(row.probability) &&
      (drawn.has(row.trust) || shown.has(row.year)),
    population_indicators: (row) => used.has(row.probability) && (drawn.has(row.trust) || shown.has(row.year)),
    components: (row) => drawn.has(row.trust),
  };
  return Object.fromEntries(
    Object.entries(wanted).map(([name, needed]) => [
      name,
      (row) => {
        if (!known.has(row.trust))
          throw new InputError(TABLES[name].file, row.line, "unknown_trust", { text: row.trust });
        return needed(row);
      },
    ]),
  );
}

/** What is there must be whole: every quantile of every year that is drawn, every part of a year's change. */
export function checkPopulation(context, tables) {
  const wanted = Object.values(SHOWN),
    { years } = context;
  const whole = (name, column) => {
    const file = TABLES[name].file,
      found = new Map();
    for (const row of tables[name]) {
      const key = keyOf(row.trust, row[column]),
        cell = keyOf(row.year, row.probability);
      if (!found.has(key)) found.set(key, new Set());
      if (found.get(key).has(cell))
        throw new InputError(file, row.line, "twice_population", {
          trust: row.trust,
          group: row[column],
          year: row.year,
        });
      found.get(key).add(cell);
    }
    for (const [key, cells] of found) {
      const [trust, group] = key.split("|");
      if (context.trusts.length > MOST_DRAWN && trust !== context.region.id) continue;
      for (const year of years)
        for (const p of wanted) {
          if (!cells.has(keyOf(year, p)))
            throw new InputError(file, 0, "no_population_quantile", { trust, group, year, probability: p });
        }
    }
  };
  whole("population_quantiles", "age_group");
  whole("population_indicators", "indicator");
  for (const row of tables.components) {
    if (!COMPONENTS.includes(row.component))
      throw new InputError("components.csv", row.line, "unknown_word", { column: "component", text: row.component });
  }
}

/** The variant that charts show: the medium one if it is there, else the first in the file. */
export const mainVariant = (rows) => (rows.some((row) => row.variant === "MMMM") ? "MMMM" : rows[0]?.variant);

/**
 * { observed, variant, drawn, many, random, persons(trust, group, year), indicator(trust, name, year), changes(trust) }.
 * persons and indicator give { q025, q10, q50, q90, q975 } or undefined; changes gives one { year, <component>: persons, … } a year.
 */
export function populationOf(context, tables, trusts) {
  const persons = quantiles(tables.population_quantiles, "age_group", "persons");
  const indicators = quantiles(tables.population_indicators, "indicator", "value");
  const last = context.years[context.years.length - 1];
  const wide = persons.get(keyOf(context.region.id, "all", last));
  return {
    observed: context.last_observed_population_year ?? context.base_year,
    variant: mainVariant(tables.population),
    drawn: drawnAreas(trusts),
    many: context.trusts.length > MOST_DRAWN,
    random: wide !== undefined && wide.q90 > wide.q10,
    persons: (trust, group, year) => persons.get(keyOf(trust, group, year)),
    indicator: (trust, name, year) => indicators.get(keyOf(trust, name, year)),
    changes: changesOf(tables.components),
    single: singleSums(tables.population),
  };
}

function quantiles(rows, column, value) {
  const names = new Map(Object.entries(SHOWN).map(([name, p]) => [p, name])),
    map = new Map();
  for (const row of rows) {
    const name = names.get(row.probability);
    if (name === undefined) continue;
    const key = keyOf(row.trust, row[column], row.year);
    if (!map.has(key)) map.set(key, {});
    map.get(key)[name] = row[value];
  }
  return map;
}

function changesOf(rows) {
  const variant = mainVariant(rows),
    map = new Map();
  for (const row of rows) {
    if (row.variant !== variant) continue;
    if (!map.has(row.trust)) map.set(row.trust, new Map());
    const years = map.get(row.trust);
    if (!years.has(row.year))
      years.set(row.year, { year: row.year, ...Object.fromEntries(COMPONENTS.map((name) => [name, 0])) });
    years.get(row.year)[row.component] += row.persons;
  }
  return (trust) => [...(map.get(trust)?.values() ?? [])].sort((a, b) => a.year - b.year);
}

/** Persons of an age group in the main alternative, from single years of age: (trust, group, year) → persons or undefined. */
function singleSums(rows) {
  const variant = mainVariant(rows),
    sums = new Map();
  for (const row of rows) {
    if (row.variant !== variant) continue;
    for (const [group, [from, to]] of Object.entries(TABLE_GROUPS)) {
      if (row.age < from || row.age > to) continue;
      const key = keyOf(row.trust, group, row.year);
      sums.set(key, (sums.get(key) ?? 0) + row.persons);
    }
  }
  return (trust, group, year) => sums.get(keyOf(trust, group, year));
}
