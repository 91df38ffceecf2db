// The result files this stage reads: columns and whether a run may lack them. Form and completeness, not truth.
// A run without services has only the tables marked `always`; one that is `wide` may be too large to keep whole.

const text = "text", number = "number", maybe = "number?";
const cell = { trust: text, service: text, year: number };

export const TABLES = {
  population: { file: "population.csv", always: true, wide: true, columns: { variant: text, trust: text, year: number, sex: text, age: number, persons: number } },
  population_quantiles: {
    file: "population_quantiles.csv", optional: true, wide: true,
    columns: { trust: text, year: number, sex: text, age_group: text, probability: number, persons: number },
  },
  population_indicators: {
    file: "population_indicators.csv", optional: true,
    columns: { trust: text, year: number, indicator: text, probability: number, value: maybe },
  },
  components: { file: "components.csv", optional: true, columns: { variant: text, trust: text, year: number, component: text, persons: number } },
  need: { file: "need.csv", columns: { ...cell, bed_days: number, beds_utilisation: maybe, beds_service_level: maybe } },
  capacity: { file: "capacity.csv", columns: { trust: text, service: text, tier: text, year: number, beds_mean: number, beds_end: number } },
  gap: {
    file: "gap.csv",
    columns: {
      ...cell, capacity: number, need: number, need_p10: number, need_p90: number, gap: number, gap_p10: number, gap_p90: number,
      p_shortage: number, rule: text, evidence: text,
    },
  },
  change: {
    file: "change.csv",
    columns: {
      ...cell, capacity_change: number, need_change: number, need_change_p10: number, need_change_p90: number,
      gap_change: number, gap_change_p10: number, gap_change_p90: number, p_worse: number,
    },
  },
  quantiles: { file: "quantiles.csv", columns: { table: text, ...cell, measure: text, probability: number, value: number } },
  indicators: { file: "indicators.csv", columns: { indicator: text, trust: text, year: number, value: maybe, unit: text, target: text, status: text } },
  assumptions: { file: "assumptions.csv", always: true, columns: { key: text, value: text, low: text, high: text, unit: text, status: text, source: text } },
  care: { file: "care.csv", optional: true, columns: { ...cell, measure: text, unit: text, mean: number, p10: number, p90: number } },
  flows: {
    file: "flows.csv", optional: true,
    columns: { from_trust: text, to_trust: text, service: text, year: number, reason: text, patients: number, bed_days: number },
  },
  plan: {
    file: "plan.csv", optional: true,
    columns: { trust: text, service: text, site: text, tier: text, date: text, beds: number, plan: text, label_nb: text, label_en: text },
  },
  gap_by_utilisation: { file: "gap_by_utilisation.csv", optional: true, columns: { ...cell, utilisation: number, need: number, gap: number, p_shortage: number } },
};

export const EVIDENCE = ["not-identified", "assumed", "derived", "sourced"];
export const RULES = ["utilisation", "service-level"];
export const PROBABILITIES = [0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975];
export const COMPONENTS = ["births", "deaths", "internal_in", "internal_out", "immigration", "emigration", "correction"];
