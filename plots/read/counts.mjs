// The counted years: until when each service was counted, in which years need is a count, and what changes from there on.
import { byCell } from "./by_cell.mjs";
import { InputError } from "./input_error.mjs";
import { keyOf } from "./key.mjs";
import { TABLES } from "./schema.mjs";

/** A count is the same in every draw. */
const SAME = 1e-9;

const daysOf = (year) => ((year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 366 : 365);

/**
 * { start(service), isCounted(trust, service, year), occupied(trust, service, year) }: the last counted year, the base year where
 * nothing later was counted; whether the bed days are one number in all draws; and patients in beds on average, null where unknown.
 */
export function countsOf(context, need) {
  const starts = new Map(context.services.map(({ id, start }) => [id, start ?? context.base_year]));
  const rows = new Map(need.map((row) => [keyOf(row.trust, row.service, row.year), row]));
  const start = (service) => starts.get(service) ?? context.base_year;
  const isCounted = (trust, service, year) => {
    const row = year <= start(service) ? rows.get(keyOf(trust, service, year)) : undefined;
    return row !== undefined && row.bed_days_p90 - row.bed_days_p10 <= SAME * Math.abs(row.bed_days);
  };
  const occupied = (trust, service, year) => {
    const row = rows.get(keyOf(trust, service, year));
    return row ? row.bed_days / daysOf(year) : null;
  };
  return { start, isCounted, occupied };
}

/** A table of changes by cell: "trust|service" → year → row, for each cell the years that `yearsOf(service)` has. */
function changesBy(name, rows, cells, yearsOf) {
  const { file } = TABLES[name],
    all = new Map();
  const services = [...new Set(rows.map((row) => row.service))];
  for (const service of services)
    for (const [key, perYear] of byCell(
      name,
      rows.filter((row) => row.service === service),
      yearsOf(service),
    ))
      all.set(key, perYear);
  for (const key of cells) {
    const [trust, service] = key.split("|");
    if (!all.has(key) && yearsOf(service).length > 0)
      throw new InputError(file, 0, "hole", { trust, service, year: yearsOf(service)[0] });
  }
  return all;
}

/**
 * Changes of every cell since the last counted year, from that on; a folder that lacks the table has changes since the base year.
 * { of(key): year → row, since(service): the year that they are counted from }.
 */
export function changeOf({ years, base_year: base }, tables, gap, start) {
  const first = changesBy("change", tables.change, gap.keys(), () => years);
  const later = tables.change_from_count;
  const fromCount = (service) => later.length > 0 && years.includes(start(service));
  const own = later.filter((row) => fromCount(row.service)),
    cells = [...gap.keys()].filter((key) => fromCount(key.split("|")[1]));
  const rest = changesBy("change_from_count", own, cells, (service) => years.filter((year) => year >= start(service)));
  return {
    of: (key) => rest.get(key) ?? first.get(key),
    since: (service) => (fromCount(service) ? start(service) : base),
  };
}

/** The counted years of every cell, oldest first and none missing between: "trust|service" → rows of counted.csv. */
export function countedByCell(rows) {
  const { file } = TABLES.counted,
    cells = new Map();
  for (const row of rows) {
    const { trust, service, year, line } = row,
      key = keyOf(trust, service),
      before = cells.get(key);
    if (before === undefined) cells.set(key, [row]);
    else {
      const expected = before[before.length - 1].year + 1;
      if (year < expected) throw new InputError(file, line, "twice", { trust, service, year });
      if (year > expected) throw new InputError(file, line, "hole", { trust, service, year: expected });
      before.push(row);
    }
  }
  return cells;
}
