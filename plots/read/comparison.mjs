// A comparison's folder in, one checked value out: which scenario is the base, what each alternative has otherwise, and by how
// much it differs in each cell and year.
import { parsed, readContext } from "./context.mjs";
import { InputError } from "./input_error.mjs";
import { keyOf } from "./key.mjs";
import { byMeasure, milestones } from "./results.mjs";
import { COMPARISON_TABLES, columnsOf, EVIDENCE, PATIENT_MEASURES, WEAKER, weakerOf } from "./schema.mjs";
import { textOf } from "./source.mjs";
import { readTable } from "./table.mjs";

const FILE = "comparison.json";

/** Whether a source is a comparison of scenarios, not a run of one. */
export const isComparison = (source) => source.has(FILE);

/**
 * Reads and checks a comparison: { base, alternatives, years, first, last, years_to_show, trust, service, judged, regret }. A
 * side has { id, short, context, settings }; an alternative also { comparison, comparedWith, weaker, patient }. Throws InputError.
 */
export function loadComparison(source) {
  const file = readFile(source);
  const sides = [file.base, ...file.alternatives].map((id) => sideOf(source, id, file.base));
  const [base, ...alternatives] = sides;
  const years = base.context.years.filter((year) => sides.every((side) => side.context.years.includes(year)));
  const years_to_show = milestones(years);
  const rows = readTable(
    source.pieces(COMPARISON_TABLES.comparison.file),
    COMPARISON_TABLES.comparison.file,
    columnsOf(COMPARISON_TABLES.comparison),
    keeper(years_to_show),
  );
  const mine = bySide(rows, file.alternatives);
  for (const side of alternatives) addRows(side, mine.get(side.id));
  const known = (list, id) => sides.flatMap((side) => list(side.context)).find((one) => one.id === id);
  const trusts = trustsOf(base.context);
  return {
    base,
    alternatives,
    years,
    first: years[0],
    last: years[years.length - 1],
    years_to_show,
    draws: file.draws,
    replications: file.replications,
    trusts,
    trust: (id) => trusts.find((trust) => trust.id === id) ?? known((context) => trustsOf(context), id),
    service: (id) => known((context) => context.services, id),
    judged: (trust, service, year) => isJudged(sides, keyOf(trust, service, year)),
    regret: source.has(COMPARISON_TABLES.regret.file) ? readRegret(source, sides) : [],
  };
}

function readFile(source) {
  const text = textOf(source, FILE),
    file = parsed(text, FILE);
  const must = (ok, key) => {
    if (!ok) throw new InputError(FILE, 0, "bad_context", { key });
  };
  must(file.schema === 1, "schema");
  must(typeof file.base === "string" && file.base !== "", "base");
  must(Array.isArray(file.alternatives) && file.alternatives.length > 0, "alternatives");
  const ids = [file.base, ...file.alternatives];
  must(
    ids.every((id) => typeof id === "string" && !/[/\\]/.test(id)) && new Set(ids).size === ids.length,
    "alternatives",
  );
  for (const key of ["draws", "replications"]) must(Number.isInteger(file[key]), key);
  if (!source.has(COMPARISON_TABLES.comparison.file))
    throw new InputError(COMPARISON_TABLES.comparison.file, 0, "missing_file");
  return file;
}

/** What a scenario's own folder says; a complaint names the folder too. */
function sideOf(source, id, base) {
  const inside = { has: (name) => source.has(`${id}/${name}`), pieces: (name) => source.pieces(`${id}/${name}`) };
  try {
    const context = readContext(inside);
    const short = id !== base && id.startsWith(`${base}-`) ? id.slice(base.length + 1) : id;
    return { id, short, context, settings: context.settings ?? [], evidence: evidenceOf(inside) };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(`${id}/${error.file}`, error.line, error.key, error.values);
  }
}

function evidenceOf(source) {
  const { file } = COMPARISON_TABLES.gap;
  if (!source.has(file)) throw new InputError(file, 0, "missing_file");
  const found = new Map();
  for (const row of readTable(source.pieces(file), file, columnsOf(COMPARISON_TABLES.gap))) {
    if (!EVIDENCE.includes(row.evidence))
      throw new InputError(file, row.line, "unknown_word", { column: "evidence", text: row.evidence });
    found.set(keyOf(row.trust, row.service, row.year), row.evidence);
  }
  return found;
}

const trustsOf = ({ trusts, region }) => [...trusts, { ...region, short: region.short ?? region.name, isRegion: true }];

/** Need and gap of all years, and of the patients what is said of the years that tables show. */
const keeper = (shown) => (row) =>
  row.basis === "draws" || (PATIENT_MEASURES.includes(row.measure) && shown.includes(row.year));

function bySide(rows, ids) {
  const mine = new Map(ids.map((id) => [id, []]));
  for (const row of rows) {
    const [id, part] = weakerOf(row.scenario);
    if (!mine.has(id))
      throw new InputError(COMPARISON_TABLES.comparison.file, row.line, "unknown_scenario", { text: row.scenario });
    mine.get(id).push([row, part]);
  }
  return mine;
}

function addRows(side, all) {
  const those = (asked) => all.filter(([, part]) => part === asked).map(([row]) => row);
  const rows = those(null);
  // Cells where what is said to be effected comes by half and not at all: [name, (trust, service) → cell].
  side.weaker = WEAKER.filter((name) => those(name).length > 0).map((name) => {
    const cells = new Map(byMeasure(those(name)).map((cell) => [keyOf(cell.trust, cell.service), cell]));
    return [name, (trust, service) => cells.get(keyOf(trust, service))];
  });
  side.comparison = byMeasure(rows.filter((row) => row.basis === "draws"));
  const cells = new Map(side.comparison.map((cell) => [keyOf(cell.trust, cell.service), cell]));
  side.comparedWith = (trust, service) => cells.get(keyOf(trust, service));
  const patients = new Map(
    rows
      .filter((row) => row.basis === "replications")
      .map((row) => [keyOf(row.trust, row.service, row.year, row.measure), row]),
  );
  side.patient = (trust, service, year, measure) => patients.get(keyOf(trust, service, year, measure));
}

const isKnown = (evidence) => evidence === "sourced" || evidence === "derived";

/** What an alternative assumes is the question and takes nothing from what is known; but what can't be known stays so. */
function isJudged([base, ...alternatives], key) {
  const before = base.evidence.get(key),
    after = alternatives.map((side) => side.evidence.get(key)).filter((evidence) => evidence !== undefined);
  if (after.includes("not-identified")) return false;
  return before === undefined ? after.length > 0 && after.every(isKnown) : isKnown(before);
}

function readRegret(source, sides) {
  const { file } = COMPARISON_TABLES.regret;
  const ids = new Set(sides.map((side) => side.id));
  const rows = readTable(source.pieces(file), file, columnsOf(COMPARISON_TABLES.regret));
  for (const row of rows)
    if (!ids.has(row.scenario)) throw new InputError(file, row.line, "unknown_scenario", { text: row.scenario });
  return rows;
}
