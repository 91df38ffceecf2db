// @ts-check
// Exports of the StatBank: each becomes a table of the region, or an alternative.
import { save } from "../save.mjs";

const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
/** A day as files have it, where the clock on the wall says so. */
const dayOf = (/** @type {Date} */ date) => `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;

/** Which files and words each table needs beside the export, and what it becomes. */
export const SSB =
  /** @type {Record<string, { map: "municipalities" | "organisations" | null, use: boolean, becomes: string }>} */ ({
    "ssb-07459": { map: "municipalities", use: false, becomes: "population" },
    "ssb-13982": { map: "organisations", use: false, becomes: "population" },
    "ssb-13942": { map: "organisations", use: false, becomes: "what-if" },
    "ssb-14820": { map: null, use: true, becomes: "use-rates" },
  });

/** @param {any} app */
export function ssbActs(app) {
  const field = (/** @type {string} */ id) => /** @type {HTMLInputElement | null} */ (document.getElementById(id));
  // As bytes: the import knows the encodings that the StatBank has.
  const read = async (/** @type {File | undefined} */ one) =>
    one ? { name: one.name, text: new Uint8Array(await one.arrayBuffer()) } : null;
  /** The region's file of a table. @param {string} id */
  const fileOf = (id) => app.facts.tables.find((/** @type {any} */ one) => one.id === id)?.file ?? "";
  const NAMES = /** @type {Record<string, () => string>} */ ({
    population: () => fileOf("population") || "tables/population.csv",
    "use-rates": () => fileOf("use-rates") || "tables/use_rates.csv",
    "what-if": () => "ssb-13942.toml",
  });
  const wordIn = (/** @type {string} */ id) => field(id)?.value ?? "";
  const orderOf = (
    /** @type {string} */ out,
    /** @type {boolean} */ use,
    /** @type {any} */ table,
    /** @type {any} */ map,
  ) => ({
    ...{ table: app.ssb, file: table.name, mapping: map?.name ?? "", extends: app.region.root, out },
    ...(use ? { population: fileOf("population"), rates: fileOf("use-rates") } : {}),
    ...{ regions: wordIn("ssb-regions"), service: wordIn("ssb-service"), years: wordIn("ssb-years") },
    last_counted: new Date().getFullYear(),
    day: dayOf(new Date()),
  });
  return {
    chooseSsb(/** @type {string} */ kind) {
      app.ssb = kind;
      app.imported = null;
      app.show();
    },
    importSsb: () =>
      app.act.tried(async () => {
        const { map: needsMap, use, becomes } = SSB[app.ssb];
        const table = await read(field("ssb-table")?.files?.[0]),
          map = needsMap ? await read(field("ssb-map")?.files?.[0]) : null;
        if (!table || (needsMap && !map)) return;
        const name = NAMES[becomes]();
        const { csv, ...made } =
          app.ssb === "ssb-07459"
            ? await app.asker.call("importTable", app.ssb, table, map, wordIn("ssb-years"))
            : await app.asker.call("importYear", orderOf(name, use, table, map), map ? [table, map] : [table]);
        app.imported = { content: csv, ...made, becomes, name };
        app.taken = { done: [], problems: [] };
        app.show();
      }),
    saveImported: () => save(app.imported.name.split("/").at(-1), app.imported.content, "text/csv"),
    useImported: () =>
      app.act.tried(() => {
        const { becomes, name, content } = app.imported;
        if (becomes === "what-if") return app.act.takeWhatIf(name, content);
        return app.act.takeRegion({ ...app.region.files, [name]: content }, `${app.facts.id}-ssb`);
      }),
  };
}
