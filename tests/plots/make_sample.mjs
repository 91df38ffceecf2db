#!/usr/bin/env node
// Makes a result directory with invented numbers, as the contract describes it, for tests and for looking at pictures.
//   node tests/plots/make_sample.mjs DIR
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { PROBABILITIES, populationFiles } from "./sample_population.mjs";
import { byServiceLevel, partRows, VERDICT_COLUMNS, verdictRows } from "./sample_verdicts.mjs";
import * as world from "./sample_world.mjs";

const DRAWS = 400;

/** What grows beside demography where a cell has a stock. */
const STOCK = { id: "grows", name_nb: "Dømte", name_en: "Sentenced" };

/** A deterministic stream of roughly normal numbers (sum of twelve uniforms). */
function normals(seed) {
  let state = seed >>> 0;
  const uniform = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
  return () => {
    let sum = -6;
    for (let i = 0; i < 12; ++i) sum += uniform();
    return sum;
  };
}

function quantile(values, p) {
  const sorted = [...values].sort((a, b) => a - b);
  const position = p * (sorted.length - 1);
  const low = Math.floor(position);
  const high = Math.min(low + 1, sorted.length - 1);
  return sorted[low] + (position - low) * (sorted[high] - sorted[low]);
}

const quoted = (value) => (/[",\n]/.test(String(value)) ? `"${String(value).replaceAll('"', '""')}"` : String(value));
const csv = (columns, rows) =>
  `${columns}\n${rows.map((row) => row.map(quoted).join(",")).join("\n")}${rows.length ? "\n" : ""}`;
const range = (first, last) => Array.from({ length: last - first + 1 }, (_, i) => first + i);

/** Beds of a cell over a year: dated changes count from their date. `at` is a date in years. */
function bedsAt(cell, plan, at) {
  return plan
    .filter((row) => row.trust === cell.trust && row.service === cell.service && decimalYear(row.date) <= at)
    .reduce((sum, row) => sum + row.beds, cell.beds);
}
const decimalYear = (date) => Number(date.slice(0, 4)) + (Number(date.slice(5, 7)) - 1) / 12;
const meanBeds = (cell, plan, year) => range(0, 11).reduce((sum, m) => sum + bedsAt(cell, plan, year + m / 12), 0) / 12;

/** In a world with `counted`, the last counted year, need is the same in every draw until then where the level is known. */
const isCount = ({ counted = 0 }, { evidence }, year) => year <= counted && ["derived", "sourced"].includes(evidence);
const countOf = (cell, year) => cell.counts?.[year] ?? cell.need;

/** Cells with draws of need per year; groups and region are sums within a draw. */
function simulate(options) {
  const { cells, plan, years } = options;
  const base = cells.map((cell, index) => {
    const normal = normals(1000 + index);
    const level = Array.from({ length: DRAWS }, () => 1 + cell.spread * normal());
    const slope = Array.from({ length: DRAWS }, () => cell.trend + 0.004 * normal());
    return {
      ...cell,
      capacity: years.map((year) => meanBeds(cell, plan, year)),
      capacityEnd: years.map((year) => bedsAt(cell, plan, year + 0.99)),
      draws: years.map((year, t) =>
        level.map((v, k) => (isCount(options, cell, year) ? countOf(cell, year) : cell.need * v * (1 + slope[k] * t))),
      ),
    };
  });
  const groups = options.services
    .filter((s) => s.group)
    .flatMap((group) =>
      options.trusts.map((trust) =>
        sum(
          trust.id,
          group.id,
          base.filter((c) => c.trust === trust.id && group.parts.includes(c.service)),
          "derived",
        ),
      ),
    );
  const own = [...base, ...groups.filter(Boolean)];
  const weakest = ["not-identified", "assumed", "derived", "sourced"];
  const regional = options.services.map((service) => {
    const parts = own.filter((c) => c.service === service.id);
    const evidence = weakest.find((w) => parts.some((c) => c.evidence === w));
    return sum(options.region.id, service.id, parts, evidence);
  });
  return [...own, ...regional.filter(Boolean)];
}

function sum(trust, service, parts, evidence) {
  if (parts.length === 0) return undefined;
  const add = (pick) => parts[0][pick].map((_, t) => parts.reduce((total, c) => total + c[pick][t], 0));
  return {
    trust,
    service,
    evidence,
    utilisation: parts[0].utilisation,
    capacity: add("capacity"),
    capacityEnd: add("capacityEnd"),
    draws: parts[0].draws.map((d, t) => d.map((_, k) => parts.reduce((total, c) => total + c.draws[t][k], 0))),
  };
}

const mean = (values) => values.reduce((a, b) => a + b, 0) / values.length;

function needFiles(cells, options) {
  const { years } = options;
  const need = [],
    gap = [],
    quantiles = [],
    change = [],
    fromCount = [],
    utilisation = [],
    capacity = [];
  for (const cell of cells)
    years.forEach((year, t) => {
      const q = (values, p) => quantile(values, p);
      const draws = cell.draws[t],
        beds = cell.capacity[t],
        toDays = (year % 4 === 0 ? 366 : 365) * cell.utilisation;
      const median = q(draws, 0.5);
      need.push([
        cell.trust,
        cell.service,
        year,
        mean(draws) * toDays,
        q(draws, 0.1) * toDays,
        q(draws, 0.9) * toDays,
        mean(draws),
        mean(draws.map(byServiceLevel)),
      ]);
      gap.push([
        cell.trust,
        cell.service,
        year,
        beds,
        median,
        q(draws, 0.1),
        q(draws, 0.9),
        beds - median,
        beds - q(draws, 0.9),
        beds - q(draws, 0.1),
        draws.filter((d) => d > beds).length / DRAWS,
        "utilisation",
        cell.evidence,
      ]);
      for (const p of PROBABILITIES) quantiles.push(["gap", cell.trust, cell.service, year, "need", p, q(draws, p)]);
      const changeSince = (from) => {
        const needChange = draws.map((d, k) => d - cell.draws[from][k]),
          bedsChange = beds - cell.capacity[from];
        const gapChange = needChange.map((d) => bedsChange - d);
        return [
          cell.trust,
          cell.service,
          year,
          bedsChange,
          ...[0.5, 0.1, 0.9].map((p) => q(needChange, p)),
          ...[0.5, 0.1, 0.9].map((p) => q(gapChange, p)),
          gapChange.filter((d) => d < 0).length / DRAWS,
        ];
      };
      change.push(changeSince(0));
      if (year >= options.counted) fromCount.push(changeSince(years.indexOf(options.counted)));
      if (cell.trust !== options.region.id)
        for (const u of [cell.utilisation - 0.05, cell.utilisation, cell.utilisation + 0.05]) {
          const scaled = draws.map((d) => (d * cell.utilisation) / u);
          utilisation.push([
            cell.trust,
            cell.service,
            year,
            Math.round(u * 100) / 100,
            q(scaled, 0.5),
            beds - q(scaled, 0.5),
            scaled.filter((d) => d > beds).length / DRAWS,
          ]);
        }
    });
  for (const cell of cells)
    for (const tier of ["physical", "staffed", "surge"]) {
      const factor = tier === "surge" ? 1.5 : 1;
      [years[0] - 1, ...years].forEach((year, i) => {
        const t = Math.max(0, i - 1);
        capacity.push([cell.trust, cell.service, tier, year, cell.capacity[t] * factor, cell.capacityEnd[t] * factor]);
      });
    }
  return { need, gap, quantiles, change, fromCount, utilisation, capacity };
}

function careRows(cells, years) {
  const rows = [];
  for (const cell of cells)
    years.forEach((year, t) => {
      const beds = cell.capacity[t],
        load = mean(cell.draws[t]) * cell.utilisation;
      const occupied = Math.min(load, beds * 0.97);
      const put = (measure, unit, value, spread) =>
        rows.push([
          cell.trust,
          cell.service,
          year,
          measure,
          unit,
          value,
          value - spread / 10,
          value + spread / 10,
          value - spread,
          value,
          value + spread,
        ]);
      put("occupied_beds", "beds", occupied, 0.06 * occupied);
      put("open_beds", "beds", beds, 0);
      put("occupancy", "share", beds > 0 ? occupied / beds : 0, 0.03);
      put("wait_mean", "days", 2 + t / 10, 0.5);
    });
  return rows;
}

function contextOf(options, cells) {
  const { trusts, services, region, years, baseYear } = options;
  return {
    schema: 1,
    scenario: {
      id: "baseline",
      title_nb: "Grunnlinje for Helse Nord",
      title_en: "Baseline for Helse Nord",
      description_nb: "Vedtatte og planlagte endringer i døgnplasser, middelalternativet for befolkningen.",
      description_en: "Decided and planned changes in beds, the medium population variant.",
      ...options.scenario,
    },
    base_year: baseYear,
    last_observed_population_year: options.observed ?? baseYear + 2,
    years,
    draws: 2000,
    replications: 200,
    seed: 1,
    trusts: trusts.map(({ id, name, short }) => ({ id, name, short })),
    region,
    services: services.map((service) => (options.counted ? { ...service, start: options.counted } : service)),
    cells: cells.map((c) => ({
      trust: c.trust,
      service: c.service,
      ...(c.trust === region.id
        ? {}
        : {
            utilisation: c.utilisation,
            utilisation_low: Math.round((c.utilisation - 0.05) * 100) / 100,
            utilisation_high: Math.round((c.utilisation + 0.05) * 100) / 100,
          }),
      risk: 0.05,
      ...options.notes.find((n) => n.trust === c.trust && n.service === c.service),
    })),
    stocks: cells
      .filter((cell) => cell.stock)
      .map((cell) => ({ ...STOCK, service: cell.service, trust: cell.trust, occupied_beds_in_last_year: 1 })),
    assumption_counts: { observed: 61, published: 38, derived: 74, assumed: 52 },
  };
}

/** Writes a sample; `overrides` replaces parts of the world. Returns the directory. */
export function makeSample(directory, overrides = {}) {
  const options = {
    trusts: world.TRUSTS,
    region: world.REGION,
    services: world.SERVICES,
    cells: world.CELLS,
    plan: world.PLAN,
    notes: world.NOTES,
    baseYear: 2024,
    years: range(2024, 2040),
    care: true,
    optional: true,
    quantiles: true,
    spread: 0.004,
    correction: 0,
    ...overrides,
  };
  const cells = simulate(options);
  const tables = needFiles(cells, options);
  const first = options.years[0],
    last = options.years.at(-1);
  const indicators = options.trusts.slice(0, 4).flatMap((trust, i) => [
    [
      "beds-per-100000-intensiv-2-staffed",
      trust.id,
      first,
      [4.5, 10.4, 11.8, 6.1][i],
      "beds per 100 000",
      "",
      "no-target",
    ],
    ["waiting-time-phv", trust.id, first, "", "days", 40, "not-modelled"],
  ]);
  indicators.push(
    ["region-places-2024", options.region.id, first, 462, "beds", 461, "met"],
    ["region-places-counted-2024", options.region.id, first, 454, "beds", 461, "not-met"],
  );
  const flows = [
    ["finnmark", "unn", "phv-akutt", "function", 88, 3300],
    ["finnmark", "unn", "intensiv-3", "overflow", 12, 41.5],
    ["helgeland", "nlsh", "phv-akutt", "function", 61, 2900],
    ["unn", "outside", "phv-sykehus", "purchase", 40, 7700],
  ].flatMap(([from, to, service, reason, patients, days]) =>
    options.years.map((year, t) => [from, to, service, year, reason, patients * (1 + t / 100), days * (1 + t / 100)]),
  );

  mkdirSync(directory, { recursive: true });
  const write = (name, columns, rows) => writeFileSync(join(directory, name), csv(columns, rows));
  for (const [name, [columns, rows]] of Object.entries(populationFiles(options, first, last)))
    write(name, columns, rows);
  write("assumptions.csv", "key,value,low,high,unit,status,source", world.ASSUMPTIONS);
  writeFileSync(join(directory, "context.json"), `${JSON.stringify(contextOf(options, cells), null, 2)}\n`);
  if (options.services.length === 0) return directory;
  write(
    "need.csv",
    "trust,service,year,bed_days,bed_days_p10,bed_days_p90,beds_utilisation,beds_service_level",
    tables.need,
  );
  write("capacity.csv", "trust,service,tier,year,beds_mean,beds_end", tables.capacity);
  write(
    "gap.csv",
    "trust,service,year,capacity,need,need_p10,need_p90,gap,gap_p10,gap_p90,p_shortage,rule,evidence",
    tables.gap,
  );
  const changeColumns =
    "trust,service,year,capacity_change,need_change,need_change_p10,need_change_p90,gap_change,gap_change_p10,gap_change_p90,p_worse";
  write("change.csv", changeColumns, tables.change);
  if (options.counted) write("change_from_count.csv", changeColumns, tables.fromCount);
  if (options.enough)
    write("enough_places.csv", "trust,service,year,rule,limit,places,places_low,places_high", options.enough);
  if (options.together)
    write(
      "together.csv",
      "trust,service,year,rule,capacity,need_low,need_high,gap_low,gap_high,p_low,p_high",
      options.together,
    );
  if (options.history)
    write("counted.csv", "trust,service,year,places,open_places,bed_days,occupancy,need", options.history);
  if (options.information)
    write("information.csv", "trust,service,year,input,measure,value,se,unit", options.information);
  if (options.published)
    write(
      "published.csv",
      "trust,service,since,year,published,ours_since,ours,ours_p10,ours_p90,reason_nb,reason_en,source",
      options.published,
    );
  if (options.bases) write("bases.csv", "trust,service,year,base,rule,need,gap", options.bases);
  write("verdict.csv", VERDICT_COLUMNS, verdictRows(cells, options));
  const parts = partRows(cells, options);
  write("gap_parts.csv", "trust,service,year,rule,part,kind,beds", parts);
  // With `bands` every part is a bed wide on either side of its mean.
  const bands = !options.bands
    ? []
    : parts.flatMap(([trust, service, year, rule, part, , beds]) =>
        rule !== "utilisation" && part !== "reserve"
          ? []
          : PROBABILITIES.map((p) => {
              const measure = rule === "utilisation" ? part : "reserve_service_level";
              return ["gap_parts", trust, service, year, measure, p, beds + (p - 0.5) * 2.5];
            }),
      );
  write("quantiles.csv", "table,trust,service,year,measure,probability,value", [...tables.quantiles, ...bands]);
  write("indicators.csv", "indicator,trust,year,value,unit,target,status", indicators);
  if (options.care)
    write(
      "care.csv",
      "trust,service,year,measure,unit,mean,ci_low,ci_high,p10,p50,p90",
      careRows(cells, options.years),
    );
  if (options.care && options.optional)
    write("flows.csv", "from_trust,to_trust,service,year,reason,patients,bed_days", flows);
  if (options.optional) {
    const planColumns = "id,trust,service,site,tier,date,beds,plan,status,source,label_nb,label_en";
    write(
      "plan.csv",
      planColumns,
      options.plan.map((row) => planColumns.split(",").map((column) => row[column])),
    );
    write("gap_by_utilisation.csv", "trust,service,year,utilisation,need,gap,p_shortage", tables.utilisation);
  }
  return directory;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (!process.argv[2]) {
    process.stderr.write("usage: make_sample.mjs DIR\n");
    process.exit(2);
  }
  makeSample(process.argv[2]);
}
