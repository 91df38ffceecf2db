// Rows of a table by cell and year, with an error where a year stands twice or is missing.
import { InputError } from "./input_error.mjs";
import { keyOf } from "./key.mjs";
import { TABLES } from "./schema.mjs";

/** One row per cell and year, complete over the years; `pick` says which rows count. */
export function byCell(name, rows, years, pick = () => true) {
  const file = TABLES[name].file,
    map = new Map();
  for (const row of rows) {
    if (!pick(row) || !years.includes(row.year)) continue;
    const key = keyOf(row.trust, row.service);
    if (!map.has(key)) map.set(key, new Map());
    if (map.get(key).has(row.year))
      throw new InputError(file, row.line, "twice", { trust: row.trust, service: row.service, year: row.year });
    map.get(key).set(row.year, row);
  }
  for (const [key, perYear] of map) {
    const hole = years.find((year) => !perYear.has(year));
    if (hole !== undefined) {
      const [trust, service] = key.split("|");
      const line = Math.max(...[...perYear.values()].map((row) => row.line));
      throw new InputError(file, line, "hole", { trust, service, year: hole });
    }
  }
  return map;
}
