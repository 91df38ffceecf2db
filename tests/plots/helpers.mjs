// Small result directories and shortcuts shared by the tests of charts and report.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { folderSource } from "../../plots/machine/folder.mjs";
import { loadResults } from "../../plots/read/results.mjs";
import { makeSample } from "./make_sample.mjs";

export const RENDER = fileURLToPath(new URL("../../plots/render.mjs", import.meta.url));

/** A directory that is gone when the test is over. */
export function scratch(t) {
  const directory = mkdtempSync(join(tmpdir(), "framsyn-plots-"));
  t.after(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

export const cell = (trust, service, beds, need, evidence = "derived", more = {}) => ({
  trust,
  service,
  beds,
  need,
  trend: 0,
  spread: 0.02,
  evidence,
  utilisation: 0.85,
  ...more,
});

export const trust = (id, name, short = name) => ({ id, name, short, people: 10_000, drift: 0 });

export const service = (id, name_nb, more = {}) => ({
  id,
  group: false,
  parts: [],
  name_nb,
  name_en: name_nb,
  unit_nb: "døgnplasser",
  unit_en: "beds",
  simulated: true,
  ...more,
});

/** A world of two trusts and one or two services; `cells` decides what is short. */
export function smallWorld(cells, more = {}) {
  return {
    trusts: [trust("nord", "Nord sykehus", "Nord"), trust("sor", "Sør sykehus", "Sør")],
    region: { id: "region", name: "Helse Prøve" },
    services: [service("tsb", "Rusbehandling (TSB)"), service("akutt", "Akuttpsykiatri")],
    cells,
    plan: [],
    notes: [],
    baseYear: 2024,
    years: [2024, 2025, 2026, 2027, 2028, 2029, 2030, 2031],
    ...more,
  };
}

/** Makes a sample, loads it and returns the results. */
export const resultsOf = (t, world) => loadResults(folderSource(makeSample(scratch(t), world)));

export const COMPARISON_HEADER =
  "scenario,trust,service,year,measure,unit,base,alternative,difference,low,high,basis,pairs";
export const ACTIONS_HEADER =
  "scenario,action,kind,date,full_from,until,trust,service,ages,to_trust,to_service,size,low,high,unit,plan,source";

/**
 * Rows of comparison.csv for a cell of 10 beds, 4000 bed days and a need of 12 by the one rule and 13 by the other; `change`
 * has functions from a year to the difference in capacity, need and bed days, the same in every draw.
 */
export function comparedRows(years, trustId, serviceId, change = {}, scenario = "x") {
  const of = (measure, year) => change[measure]?.(year) ?? 0;
  return years.flatMap((year) => {
    const row = (measure, unit, base, difference, low = difference, high = difference) =>
      [
        scenario,
        trustId,
        serviceId,
        year,
        measure,
        unit,
        base,
        base + difference,
        difference,
        low,
        high,
        "draws",
        10,
      ].join();
    const beds = of("capacity", year),
      need = of("need", year),
      p = of("p_shortage", year);
    return [
      row("capacity", "beds", 10, beds),
      row("bed_days", "bed days", 4000, of("bed_days", year)),
      row("need", "beds", 12, need),
      row("need_service_level", "beds", 13, need),
      row("gap", "beds", -2, beds - need),
      row("gap_service_level", "beds", -3, beds - need),
      row("p_shortage", "share", 0.75, p, "", ""),
      row("p_shortage_service_level", "share", 0.9, p, "", ""),
    ];
  });
}
