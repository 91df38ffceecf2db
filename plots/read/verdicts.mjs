// What verdict.csv and gap_parts.csv must be like: words that are known, shares, one P by each rule or a low and a high one.
import { byCell } from "./by_cell.mjs";
import { InputError } from "./input_error.mjs";
import { keyOf } from "./key.mjs";
import { BASES, INFORMATION, KINDS, RANGES, REASONS, RULES, TABLES, TIP_UNITS, VERDICTS } from "./schema.mjs";

const PAIRS = [
  ["p_utilisation_low", "p_utilisation_high"],
  ["p_service_level_low", "p_service_level_high"],
  ["gap_low", "gap_high"],
];
const KNOWN = ["p_utilisation", "p_service_level"],
  OPEN = PAIRS.slice(0, 2).flat();

/** The parts that every gap has. */
const ALWAYS = ["start", "places", "reserve"];

const oneOf = (file, row, column, words) => {
  if (!words.includes(row[column])) throw new InputError(file, row.line, "unknown_word", { column, text: row[column] });
};

/** Throws InputError at the first row that isn't as the engine writes it. */
export function checkVerdicts({ verdict, gap_parts: parts, bases, information, enough_places: enough, together }) {
  for (const row of verdict) checkVerdict(TABLES.verdict.file, row);
  for (const row of parts) {
    oneOf(TABLES.gap_parts.file, row, "rule", RULES);
    oneOf(TABLES.gap_parts.file, row, "kind", KINDS);
  }
  for (const row of enough) oneOf(TABLES.enough_places.file, row, "rule", RULES);
  for (const row of together) oneOf(TABLES.together.file, row, "rule", RULES);
  for (const row of bases) {
    oneOf(TABLES.bases.file, row, "base", BASES);
    oneOf(TABLES.bases.file, row, "rule", RULES);
  }
  for (const row of information) oneOf(TABLES.information.file, row, "measure", INFORMATION);
}

function checkVerdict(file, row) {
  oneOf(file, row, "verdict", VERDICTS);
  oneOf(file, row, "reason", row.verdict === "tight" ? REASONS : [""]);
  oneOf(file, row, "range", [...RANGES, ""]);
  oneOf(file, row, "unit", [...TIP_UNITS, ""]);
  for (const column of [...KNOWN, ...OPEN])
    if (row[column] < 0 || row[column] > 1)
      throw new InputError(file, row.line, "not_a_share", { column, text: row[column] });
  const has = (column) => row[column] !== null;
  const known = KNOWN.every(has) && !OPEN.some(has),
    open = OPEN.every(has) && !KNOWN.some(has);
  if (!known && !open) throw new InputError(file, row.line, "half_a_verdict");
  for (const [low, high] of PAIRS)
    if (has(low) && has(high) && row[low] > row[high])
      throw new InputError(file, row.line, "low_above_high", { low, high });
}

/** Rows by what tells them apart; a row that stands twice is refused. */
export function oneByOne(name, rows, keyIn) {
  const map = new Map();
  for (const row of rows) {
    const key = keyIn(row);
    if (map.has(key))
      throw new InputError(TABLES[name].file, row.line, "twice", {
        trust: row.trust,
        service: row.service,
        year: row.year,
      });
    map.set(key, row);
  }
  return map;
}

/** The gap on every base: "trust|service|year|base|rule" → gap. */
export function gapsAtBases(rows) {
  const found = oneByOne("bases", rows, (row) => keyOf(row.trust, row.service, row.year, row.base, row.rule));
  return new Map([...found].map(([key, row]) => [key, row.gap]));
}

/** Places with which P is below a limit, [least, most] over a level that nobody counted: "trust|service|year|rule|limit" →. */
export function enoughPlaces(rows) {
  const found = oneByOne("enough_places", rows, (row) => keyOf(row.trust, row.service, row.year, row.rule, row.limit));
  return new Map(
    [...found].map(([key, row]) => [
      key,
      row.places === null ? [row.places_low, row.places_high] : [row.places, row.places],
    ]),
  );
}

/** A verdict for every cell and year of gap.csv: "trust|service" → year → row. */
export function verdictsByCell(rows, gap, years) {
  const verdicts = byCell("verdict", rows, years);
  for (const key of gap.keys()) {
    const [trust, service] = key.split("|");
    if (!verdicts.has(key)) throw new InputError(TABLES.verdict.file, 0, "hole", { trust, service, year: years[0] });
  }
  return verdicts;
}

/**
 * The parts of every cell's gap in the years that are shown, by both rules: "trust|service|year|rule" → rows. There are none
 * before `startOf(service)`, the last counted year.
 */
export function partsByCell(rows, gap, years, startOf) {
  const { file } = TABLES.gap_parts,
    map = new Map(),
    seen = new Set();
  for (const row of rows) {
    const key = keyOf(row.trust, row.service, row.year, row.rule),
      own = keyOf(key, row.part);
    if (seen.has(own))
      throw new InputError(file, row.line, "twice", { trust: row.trust, service: row.service, year: row.year });
    seen.add(own);
    if (!map.has(key)) map.set(key, []);
    map.get(key).push(row);
  }
  const wanted = RULES.flatMap((rule) => years.flatMap((year) => ALWAYS.map((part) => ({ year, rule, part }))));
  for (const cell of gap.keys()) {
    const [trust, service] = cell.split("|"),
      start = startOf(service);
    const missing = wanted.find(({ year, rule, part }) => year >= start && !seen.has(keyOf(cell, year, rule, part)));
    if (missing === undefined) continue;
    throw new InputError(file, 0, "no_part", { trust, service, ...missing });
  }
  return map;
}
