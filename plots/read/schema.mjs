// The result files that charts and report read. The types of their columns come from the catalogue of all columns; here stands
// which columns are needed and whether a run may lack the file. Form and completeness, not truth.
import catalogue from "./columns.mjs";

/**
 * A run without services has only the tables marked `always`; one that is `wide` may be too large to keep whole.
 * Columns `as_written` are shown as they stand in the file and never calculated with: they are taken as text, whatever their type.
 */
export const TABLES = {
  population: {
    file: "population.csv",
    always: true,
    wide: true,
    columns: ["variant", "trust", "year", "sex", "age", "persons"],
  },
  population_quantiles: {
    file: "population_quantiles.csv",
    optional: true,
    wide: true,
    columns: ["trust", "year", "sex", "age_group", "probability", "persons"],
  },
  population_indicators: {
    file: "population_indicators.csv",
    optional: true,
    columns: ["trust", "year", "indicator", "probability", "value"],
  },
  components: { file: "components.csv", optional: true, columns: ["variant", "trust", "year", "component", "persons"] },
  need: {
    file: "need.csv",
    columns: [
      "trust",
      "service",
      "year",
      "bed_days",
      "bed_days_p10",
      "bed_days_p90",
      "beds_utilisation",
      "beds_service_level",
    ],
  },
  capacity: { file: "capacity.csv", columns: ["trust", "service", "tier", "year", "beds_mean", "beds_end"] },
  gap: {
    file: "gap.csv",
    columns: [
      "trust",
      "service",
      "year",
      "capacity",
      "need",
      "need_p10",
      "need_p90",
      "gap",
      "gap_p10",
      "gap_p90",
      "p_shortage",
      "rule",
      "evidence",
    ],
  },
  change: {
    file: "change.csv",
    columns: [
      "trust",
      "service",
      "year",
      "capacity_change",
      "need_change",
      "need_change_p10",
      "need_change_p90",
      "gap_change",
      "gap_change_p10",
      "gap_change_p90",
      "p_worse",
    ],
  },
  change_from_count: {
    file: "change_from_count.csv",
    optional: true,
    columns: [
      "trust",
      "service",
      "year",
      "capacity_change",
      "need_change",
      "need_change_p10",
      "need_change_p90",
      "gap_change",
      "gap_change_p10",
      "gap_change_p90",
      "p_worse",
    ],
  },
  counted: {
    file: "counted.csv",
    optional: true,
    columns: ["trust", "service", "year", "places", "open_places", "bed_days", "occupancy", "need"],
  },
  information: {
    file: "information.csv",
    optional: true,
    columns: ["trust", "service", "year", "input", "measure", "value", "se", "unit"],
  },
  published: {
    file: "published.csv",
    optional: true,
    columns: [
      "trust",
      "service",
      "since",
      "year",
      "published",
      "ours_since",
      "ours",
      "ours_p10",
      "ours_p90",
      "reason_nb",
      "reason_en",
      "source",
    ],
  },
  bases: { file: "bases.csv", optional: true, columns: ["trust", "service", "year", "base", "rule", "need", "gap"] },
  verdict: {
    file: "verdict.csv",
    columns: [
      "trust",
      "service",
      "year",
      "verdict",
      "reason",
      "p_utilisation",
      "p_service_level",
      "p_utilisation_low",
      "p_utilisation_high",
      "p_service_level_low",
      "p_service_level_high",
      "gap_low",
      "gap_high",
      "range",
      "tips_at_utilisation",
      "tips_at_service_level",
      "unit",
      "depends_on",
    ],
  },
  enough_places: {
    file: "enough_places.csv",
    optional: true,
    columns: ["trust", "service", "year", "rule", "limit", "places", "places_low", "places_high"],
  },
  together: {
    file: "together.csv",
    optional: true,
    columns: [
      "trust",
      "service",
      "year",
      "rule",
      "capacity",
      "need_low",
      "need_high",
      "gap_low",
      "gap_high",
      "p_low",
      "p_high",
    ],
  },
  gap_parts: { file: "gap_parts.csv", columns: ["trust", "service", "year", "rule", "part", "kind", "beds"] },
  comparison: {
    file: "comparison.csv",
    optional: true,
    columns: [
      "scenario",
      "trust",
      "service",
      "year",
      "measure",
      "unit",
      "base",
      "alternative",
      "difference",
      "low",
      "high",
      "basis",
    ],
  },
  actions: {
    file: "actions.csv",
    optional: true,
    columns: [
      "scenario",
      "action",
      "kind",
      "date",
      "full_from",
      "until",
      "trust",
      "service",
      "to_trust",
      "to_service",
      "size",
      "unit",
      "plan",
    ],
  },
  quantiles: {
    file: "quantiles.csv",
    columns: ["table", "trust", "service", "year", "measure", "probability", "value"],
  },
  indicators: {
    file: "indicators.csv",
    columns: ["indicator", "trust", "year", "value", "unit", "status"],
    as_written: ["target"],
  },
  assumptions: {
    file: "assumptions.csv",
    always: true,
    columns: ["key", "unit", "status", "source"],
    as_written: ["value", "low", "high"],
  },
  care: {
    file: "care.csv",
    optional: true,
    columns: ["trust", "service", "year", "measure", "unit", "mean", "p10", "p50", "p90"],
  },
  flows: {
    file: "flows.csv",
    optional: true,
    columns: ["from_trust", "to_trust", "service", "year", "reason", "patients", "bed_days"],
  },
  plan: {
    file: "plan.csv",
    optional: true,
    columns: ["trust", "service", "site", "tier", "date", "beds", "plan", "status", "label_nb", "label_en"],
  },
  gap_by_utilisation: {
    file: "gap_by_utilisation.csv",
    optional: true,
    columns: ["trust", "service", "year", "utilisation", "need", "gap", "p_shortage"],
  },
};

/** The tables of a comparison's folder, and the one that is read in the folder of each of its scenarios. */
export const COMPARISON_TABLES = {
  comparison: { ...TABLES.comparison, columns: [...TABLES.comparison.columns, "pairs"] },
  regret: {
    file: "regret.csv",
    columns: [
      "scenario",
      "future",
      "trust",
      "service",
      "year",
      "rule",
      "judged",
      "shortage",
      "empty",
      "regret_shortage",
      "regret_empty",
    ],
  },
  gap: { file: "gap.csv", columns: ["trust", "service", "year", "rule", "evidence"] },
};
/** The measures of care that are said of patients. */
export const PATIENT_MEASURES = ["wait_mean", "p_all_full", "purchased_bed_days", "overflow"];

/** The columns that a table of TABLES is read for: [{ name, type, may_be_empty }]. */
export function columnsOf({ file, columns, as_written = [] }) {
  const known = new Map(
    catalogue.tables.find((table) => table.file === file)?.columns.map((column) => [column.name, column]),
  );
  return [...columns, ...as_written].map((name) => {
    const column = known.get(name);
    if (column === undefined) throw new Error(`the catalogue of columns has no ${name} in ${file}`);
    return as_written.includes(name) ? { name, type: "text" } : column;
  });
}

export const EVIDENCE = ["not-identified", "assumed", "derived", "sourced"];
/** What a simulation has beside need: the measures of care that charts draw with and without a what-if. */
export const CARE_DRAWN = ["occupied_beds", "open_beds"];
/** What stands beside P by the service level, where care is simulated. */
export const CARE_BESIDE = ["p_full", "wait_mean"];
export const RULES = ["utilisation", "service-level"];
/** The words of verdict.csv and gap_parts.csv. A reason, a range and a unit may be absent. */
export const VERDICTS = ["short", "enough", "tight", "depends"];
export const REASONS = ["service-level-only", "utilisation-only", "either-way", "small"];
export const RANGES = ["logical", "seen", "stated"];
export const TIP_UNITS = ["occupied-beds", "beds"];
export const KINDS = ["counted", "plan", "projected", "assumed", "policy"];
/** What a gap after the counted years can be reckoned on, in the order in which it is shown. */
export const BASES = [
  "as-reckoned",
  "last-count",
  "year-before",
  "mean-of-3",
  "mean-of-5",
  "returning",
  "walking",
  "all-open",
  "no-plans",
  "no-growth",
  "low-utilisation",
  "high-utilisation",
  "strict-service-level",
  "mild-service-level",
];
/** What information.csv says of a figure, of a cell's value of knowing one, and of the count that turns a verdict. */
export const INFORMATION = [
  "decided",
  "wrong-utilisation",
  "wrong-service-level",
  "beds",
  "expected",
  "trigger-short",
  "trigger-enough",
];
export const PROBABILITIES = [0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975];
export const COMPONENTS = [
  "births",
  "deaths",
  "internal_in",
  "internal_out",
  "immigration",
  "emigration",
  "correction",
];

/** Rows of comparison.csv where what is said to be effected comes in part: the id of the scenario ends so. */
export const WEAKER = ["half", "none"];

/** The scenario of a row and how much of its effects comes: [id, "half", "none" or null]. */
export function weakerOf(scenario) {
  const part = WEAKER.find((name) => scenario.endsWith(`@${name}`));
  return part ? [scenario.slice(0, -part.length - 1), part] : [scenario, null];
}
