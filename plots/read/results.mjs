// Result files in, one checked value out. Everything after this trusts what it gets.
import { byCell } from "./by_cell.mjs";
import { readContext } from "./context.mjs";
import { InputError } from "./input_error.mjs";
import { keyOf } from "./key.mjs";
import { checkPopulation, keepers, populationOf } from "./population.mjs";
import { CARE_BESIDE, CARE_DRAWN, columnsOf, EVIDENCE, PROBABILITIES, RULES, TABLES, weakerOf } from "./schema.mjs";
import { readTable } from "./table.mjs";
import { checkVerdicts, enoughPlaces, gapsAtBases, oneByOne, partsByCell, verdictsByCell } from "./verdicts.mjs";
import { changeOf, countedByCell, countsOf } from "./counts.mjs";

/**
 * Reads and checks a source of result files. Returns { context, years, first, last, trusts, services, tables..., and the lookups below }.
 * Throws InputError at the first thing that is wrong.
 */
export function loadResults(source) {
  const context = readContext(source);
  const tables = {};
  const shown = milestones(context.years);
  const keep = {
    ...keepers(context, shown),
    quantiles: (row) => isNeedOfGap(row) || (isEndOfPart(row) && shown.includes(row.year)),
    comparison: isDrawn,
    gap_parts: (row) => shown.includes(row.year),
    bases: (row) => shown.includes(row.year),
    enough_places: (row) => shown.includes(row.year),
    together: (row) => shown.includes(row.year),
  };
  for (const [name, table] of Object.entries(TABLES)) {
    const { file, optional, always } = table;
    if (source.has(file)) tables[name] = readTable(source.pieces(file), file, columnsOf(table), keep[name]);
    else if (optional || (context.services.length === 0 && !always)) tables[name] = [];
    else throw new InputError(file, 0, "missing_file");
  }
  checkTables(context, tables);
  checkPopulation(context, tables);
  return index(context, tables);
}

function checkTables(context, tables) {
  const trusts = new Set([...context.trusts.map((t) => t.id), context.region.id]);
  const services = new Set(context.services.map((s) => s.id));
  const known = (name, row, set, column) => {
    if (!set.has(row[column]))
      throw new InputError(TABLES[name].file, row.line, `unknown_${column}`, { text: row[column] });
  };
  const ofCells = ["gap", "change", "change_from_count", "capacity", "care", "plan", "gap_by_utilisation"];
  const judged = ["verdict", "gap_parts", "bases", "enough_places", "together", "counted", "information"];
  for (const name of [...ofCells, ...judged]) {
    for (const row of tables[name]) {
      known(name, row, trusts, "trust");
      known(name, row, services, "service");
    }
  }
  for (const row of tables.gap) {
    if (!EVIDENCE.includes(row.evidence))
      throw new InputError("gap.csv", row.line, "unknown_word", { column: "evidence", text: row.evidence });
    if (!RULES.includes(row.rule))
      throw new InputError("gap.csv", row.line, "unknown_word", { column: "rule", text: row.rule });
    if (row.p_shortage < 0 || row.p_shortage > 1)
      throw new InputError("gap.csv", row.line, "not_a_share", { column: "p_shortage", text: row.p_shortage });
  }
  checkVerdicts(tables);
  for (const row of tables.published)
    if (row.ours_p10 > row.ours_p90)
      throw new InputError(TABLES.published.file, row.line, "low_above_high", { low: "ours_p10", high: "ours_p90" });
  const mustBeDate = (file, row, text) => {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) throw new InputError(file, row.line, "not_a_date", { text });
  };
  for (const row of tables.plan) mustBeDate("plan.csv", row, row.date);
  for (const row of tables.actions)
    for (const text of [row.date, row.full_from, row.until]) if (text !== "") mustBeDate("actions.csv", row, text);
}

/** Where both rules are in gap.csv, the utilisation rule is the one that figures are about. */
function oneRule(rows) {
  const withUtilisation = new Set(rows.filter((r) => r.rule === "utilisation").map((r) => keyOf(r.trust, r.service)));
  return rows.filter((r) => r.rule === "utilisation" || !withUtilisation.has(keyOf(r.trust, r.service)));
}

function index(context, tables) {
  const { years } = context;
  const gap = byCell("gap", oneRule(tables.gap), years),
    byRule = new Map(tables.gap.map((row) => [keyOf(row.trust, row.service, row.year, row.rule), row]));
  const counts = countsOf(context, tables.need);
  const change = changeOf(context, tables, gap, counts.start);
  const quantiles = needQuantiles(tables.quantiles.filter(isNeedOfGap), gap, years),
    bands = new Map(tables.quantiles.filter(isEndOfPart).map((row) => [endOfPart(row), row.value]));
  const verdicts = verdictsByCell(tables.verdict, gap, years),
    gapParts = partsByCell(tables.gap_parts, gap, milestones(years), counts.start),
    bases = gapsAtBases(tables.bases),
    enough = enoughPlaces(tables.enough_places),
    care = new Map(
      tables.care
        .filter((row) => CARE_BESIDE.includes(row.measure))
        .map((row) => [keyOf(row.trust, row.service, row.measure, row.year), row]),
    ),
    together = oneByOne("together", tables.together, ({ service, year, rule }) => keyOf(service, year, rule)),
    counted = countedByCell(tables.counted);
  const trusts = [
    ...context.trusts,
    { ...context.region, short: context.region.short ?? context.region.name, isRegion: true },
  ];
  const offered = context.services.filter((s) => trusts.some((t) => gap.has(keyOf(t.id, s.id))));
  const parts = new Map(
    context.services.filter((s) => s.group).flatMap((s) => (s.parts ?? []).map((part) => [part, s.id])),
  );
  const comparison = byMeasure(tables.comparison),
    byCellKey = new Map(comparison.map((cell) => [keyOf(cell.trust, cell.service), cell]));
  return {
    context,
    years,
    populationOnly: context.services.length === 0,
    base: context.base_year,
    first: years[0],
    last: years[years.length - 1],
    trusts,
    services: context.services,
    offered,
    parts,
    tables,
    gap,
    change,
    counts,
    countedYears: (trust, service) => counted.get(keyOf(trust, service)) ?? [],
    verdicts,
    enoughPlaces: (trust, service, year, rule, limit) => enough.get(keyOf(trust, service, year, rule, limit)) ?? null,
    care: (trust, service, measure, year) => care.get(keyOf(trust, service, measure, year)) ?? null,
    together: (service, year, rule) => together.get(keyOf(service, year, rule)) ?? null,
    gapBy: (trust, service, year, rule) => byRule.get(keyOf(trust, service, year, rule)) ?? null,
    gapAtBase: (trust, service, year, base, rule) => bases.get(keyOf(trust, service, year, base, rule)) ?? null,
    partsOfGap: (trust, service, year, rule) => gapParts.get(keyOf(trust, service, year, rule)) ?? [],
    bandOfPart: (row) => bandOf(bands, row),
    quantiles,
    trust: (id) => trusts.find((t) => t.id === id),
    service: (id) => context.services.find((s) => s.id === id),
    cellInfo: (trust, service) => context.cells.find((c) => c.trust === trust && c.service === service) ?? {},
    years_to_show: milestones(years),
    comparison,
    comparedWith: (trust, service) => byCellKey.get(keyOf(trust, service)),
    population: populationOf(context, tables, trusts),
  };
}

/** The years that tables print: round years and the last one, 2030 and 2040 where they are there. */
export function milestones(years) {
  const last = years[years.length - 1];
  const tens = years.filter((year) => year % 10 === 0 && year > years[0] && year < last);
  return [...new Set([...(tens.length ? tens.slice(0, 1) : []), last])];
}

/** The quantiles that charts have: the need that gap.csv compares with capacity. */
const isNeedOfGap = (row) => row.table === "gap" && row.measure === "need";

/** The ends of the 80 % interval of what a gap is made of; the reserve by the service level has a measure of its own. */
const ENDS = [0.1, 0.9];
const isEndOfPart = (row) => row.table === "gap_parts" && ENDS.includes(row.probability);
const endOfPart = (row) => keyOf(row.trust, row.service, row.year, row.measure, row.probability);

/** A part's 80 % interval, { p10, p90 }; null where the folder has none. */
function bandOf(bands, { trust, service, year, part, rule }) {
  const measure = part === "reserve" && rule === "service-level" ? "reserve_service_level" : part;
  const [p10, p90] = ENDS.map((probability) => bands.get(endOfPart({ trust, service, year, measure, probability })));
  return p10 === undefined || p90 === undefined ? null : { p10, p90 };
}

/** What is compared of need and gap, and of care what charts draw; all of care has too many rows to keep. */
const isDrawn = (row) =>
  weakerOf(row.scenario)[1] === null && (row.basis === "draws" || CARE_DRAWN.includes(row.measure));

/** Rows of a comparison by cell, year and measure; what isn't known of both sides is left out. */
export function byMeasure(rows) {
  const cells = new Map();
  for (const row of rows) {
    if (row.difference === null) continue;
    const key = keyOf(row.trust, row.service);
    if (!cells.has(key)) cells.set(key, { trust: row.trust, service: row.service, years: new Map() });
    const { years } = cells.get(key);
    if (!years.has(row.year)) years.set(row.year, {});
    if (years.get(row.year)[row.measure])
      throw new InputError(TABLES.comparison.file, row.line, "twice", {
        trust: row.trust,
        service: row.service,
        year: row.year,
      });
    years.get(row.year)[row.measure] = row;
  }
  return [...cells.values()];
}

function needQuantiles(rows, gap, years) {
  const map = new Map();
  for (const row of rows) map.set(keyOf(row.trust, row.service, row.year, row.probability), row.value);
  for (const key of gap.keys())
    for (const year of years)
      for (const p of PROBABILITIES) {
        if (map.has(keyOf(key, year, p))) continue;
        const [trust, service] = key.split("|");
        throw new InputError("quantiles.csv", 0, "no_quantile", { trust, service, year, probability: p });
      }
  return (trust, service, year, p) => map.get(keyOf(trust, service, year, p));
}
