// A comparison's folder with invented numbers: a base and its alternatives, each with a folder of its own.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { makeSample } from "./make_sample.mjs";
import { cell, comparedRows, COMPARISON_HEADER, smallWorld } from "./helpers.mjs";

export const WORLD = smallWorld([
  cell("nord", "tsb", 10, 12),
  cell("sor", "tsb", 20, 15),
  cell("nord", "akutt", 8, 9, "not-identified"),
]);
export const REGRET_HEADER =
  "scenario,future,trust,service,year,rule,judged,capacity,need,shortage,empty,regret_shortage,regret_empty";

/** A setting in words, the same in both languages. */
export const setting = (address, name, before, after) =>
  Object.fromEntries(
    Object.entries({ name, before, after, said: after })
      .flatMap(([key, text]) => [
        [`${key}_nb`, text],
        [`${key}_en`, text],
      ])
      .concat([["address", address]]),
  );

/** Rows of every cell of the small world for a scenario; `change` has the functions of comparedRows by "trust|service". */
export const rowsOf = (scenario, change = {}) =>
  WORLD.cells.flatMap(({ trust, service }) =>
    comparedRows(WORLD.years, trust, service, change[`${trust}|${service}`] ?? {}, scenario),
  );

/** A row of what patients feel. */
export const patientRow = (scenario, measure, unit, [difference, low, high], year = 2031) =>
  [scenario, "nord", "tsb", year, measure, unit, 10, 10 + difference, difference, low, high, "replications", 5].join();

/** Two alternatives of five beds and of a shorter stay; `more` replaces lines and settings. */
export function makeComparison(directory, more = {}) {
  const alternatives = more.alternatives ?? ["plan-flere", "kortere"];
  const rows = more.rows ?? [
    ...rowsOf("plan-flere", { "nord|tsb": { capacity: () => 5, p_shortage: () => -0.5 } }),
    ...rowsOf("kortere", {
      "nord|tsb": { need: () => -1, bed_days: () => -300, p_shortage: () => -0.3 },
      "nord|akutt": { need: () => -2 },
    }),
  ];
  const settings = more.settings ?? {
    "plan-flere": [setting("action.a", "tiltak «a»", "", "Åpner 5 plasser ved Nord")],
    kortere: [
      setting("action.a", "tiltak «a»", "", "Liggetiden går ned med 10 %"),
      setting("utilisation.nord", "planlagt utnyttelse «nord»", "0,85", "0,9"),
    ],
  };
  for (const id of ["plan", ...alternatives]) {
    const folder = makeSample(join(directory, id), WORLD);
    const path = join(folder, "context.json");
    const context = JSON.parse(readFileSync(path, "utf8"));
    context.scenario = { ...context.scenario, id, title_nb: `Tittel ${id}`, title_en: `Title ${id}` };
    writeFileSync(path, JSON.stringify({ ...context, settings: settings[id] ?? [], against: "plan.toml" }));
  }
  const patients = more.patients ?? [];
  writeFileSync(join(directory, "comparison.csv"), [COMPARISON_HEADER, ...rows, ...patients, ""].join("\n"));
  writeFileSync(
    join(directory, "comparison.json"),
    JSON.stringify({ schema: 1, base: "plan", alternatives, draws: 10, replications: patients.length > 0 ? 10 : 0 }),
  );
  if (more.regret) writeFileSync(join(directory, "regret.csv"), [REGRET_HEADER, ...more.regret, ""].join("\n"));
  return directory;
}
