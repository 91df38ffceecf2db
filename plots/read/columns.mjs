// Every result table and its columns, with the type of each: "text", "integer" or "number"; `may_be_empty` where a number may be missing.
// A text column is text whatever its values look like.
export default {"tables":[
  {"file": "population.csv", "columns": [
    {"name": "variant", "type": "text"},
    {"name": "trust", "type": "text"},
    {"name": "year", "type": "integer"},
    {"name": "sex", "type": "text"},
    {"name": "age", "type": "integer"},
    {"name": "persons", "type": "number"}
  ]},
  {"file": "components.csv", "columns": [
    {"name": "variant", "type": "text"},
    {"name": "trust", "type": "text"},
    {"name": "year", "type": "integer"},
    {"name": "component", "type": "text"},
    {"name": "persons", "type": "number"}
  ]},
  {"file": "population_quantiles.csv", "columns": [
    {"name": "trust", "type": "text"},
    {"name": "year", "type": "integer"},
    {"name": "sex", "type": "text"},
    {"name": "age_group", "type": "text"},
    {"name": "probability", "type": "number"},
    {"name": "persons", "type": "number"}
  ]},
  {"file": "population_indicators.csv", "columns": [
    {"name": "trust", "type": "text"},
    {"name": "year", "type": "integer"},
    {"name": "indicator", "type": "text"},
    {"name": "probability", "type": "number"},
    {"name": "value", "type": "number", "may_be_empty": true}
  ]},
  {"file": "need.csv", "columns": [
    {"name": "trust", "type": "text"},
    {"name": "service", "type": "text"},
    {"name": "year", "type": "integer"},
    {"name": "bed_days", "type": "number"},
    {"name": "bed_days_p10", "type": "number"},
    {"name": "bed_days_p90", "type": "number"},
    {"name": "beds_utilisation", "type": "number", "may_be_empty": true},
    {"name": "beds_service_level", "type": "number", "may_be_empty": true}
  ]},
  {"file": "need_by_residence.csv", "columns": [
    {"name": "trust", "type": "text"},
    {"name": "service", "type": "text"},
    {"name": "year", "type": "integer"},
    {"name": "bed_days", "type": "number"},
    {"name": "bed_days_p10", "type": "number"},
    {"name": "bed_days_p90", "type": "number"},
    {"name": "beds_utilisation", "type": "number", "may_be_empty": true},
    {"name": "beds_service_level", "type": "number", "may_be_empty": true}
  ]},
  {"file": "capacity.csv", "columns": [
    {"name": "trust", "type": "text"},
    {"name": "service", "type": "text"},
    {"name": "tier", "type": "text"},
    {"name": "year", "type": "integer"},
    {"name": "beds_mean", "type": "number"},
    {"name": "beds_end", "type": "number"}
  ]},
  {"file": "plan.csv", "columns": [
    {"name": "id", "type": "text"},
    {"name": "trust", "type": "text"},
    {"name": "service", "type": "text"},
    {"name": "site", "type": "text"},
    {"name": "tier", "type": "text"},
    {"name": "date", "type": "text"},
    {"name": "beds", "type": "number"},
    {"name": "plan", "type": "text"},
    {"name": "status", "type": "text"},
    {"name": "source", "type": "text"},
    {"name": "label_nb", "type": "text"},
    {"name": "label_en", "type": "text"}
  ]},
  {"file": "gap.csv", "columns": [
    {"name": "trust", "type": "text"},
    {"name": "service", "type": "text"},
    {"name": "year", "type": "integer"},
    {"name": "capacity", "type": "number"},
    {"name": "need", "type": "number"},
    {"name": "need_p10", "type": "number"},
    {"name": "need_p90", "type": "number"},
    {"name": "gap", "type": "number"},
    {"name": "gap_p10", "type": "number"},
    {"name": "gap_p90", "type": "number"},
    {"name": "p_shortage", "type": "number"},
    {"name": "rule", "type": "text"},
    {"name": "evidence", "type": "text"}
  ]},
  {"file": "gap_by_utilisation.csv", "columns": [
    {"name": "trust", "type": "text"},
    {"name": "service", "type": "text"},
    {"name": "year", "type": "integer"},
    {"name": "utilisation", "type": "number"},
    {"name": "need", "type": "number"},
    {"name": "gap", "type": "number"},
    {"name": "p_shortage", "type": "number"},
    {"name": "evidence", "type": "text"}
  ]},
  {"file": "change.csv", "columns": [
    {"name": "trust", "type": "text"},
    {"name": "service", "type": "text"},
    {"name": "year", "type": "integer"},
    {"name": "capacity_change", "type": "number"},
    {"name": "need_change", "type": "number"},
    {"name": "need_change_p10", "type": "number"},
    {"name": "need_change_p90", "type": "number"},
    {"name": "gap_change", "type": "number"},
    {"name": "gap_change_p10", "type": "number"},
    {"name": "gap_change_p90", "type": "number"},
    {"name": "p_worse", "type": "number"}
  ]},
  {"file": "quantiles.csv", "columns": [
    {"name": "table", "type": "text"},
    {"name": "trust", "type": "text"},
    {"name": "service", "type": "text"},
    {"name": "year", "type": "integer"},
    {"name": "measure", "type": "text"},
    {"name": "probability", "type": "number"},
    {"name": "value", "type": "number"}
  ]},
  {"file": "indicators.csv", "columns": [
    {"name": "indicator", "type": "text"},
    {"name": "trust", "type": "text"},
    {"name": "year", "type": "integer"},
    {"name": "value", "type": "number", "may_be_empty": true},
    {"name": "unit", "type": "text"},
    {"name": "target", "type": "text"},
    {"name": "status", "type": "text"}
  ]},
  {"file": "care.csv", "columns": [
    {"name": "trust", "type": "text"},
    {"name": "service", "type": "text"},
    {"name": "year", "type": "integer"},
    {"name": "measure", "type": "text"},
    {"name": "unit", "type": "text"},
    {"name": "mean", "type": "number"},
    {"name": "ci_low", "type": "number"},
    {"name": "ci_high", "type": "number"},
    {"name": "p10", "type": "number"},
    {"name": "p50", "type": "number"},
    {"name": "p90", "type": "number"}
  ]},
  {"file": "care_by_site.csv", "columns": [
    {"name": "trust", "type": "text"},
    {"name": "service", "type": "text"},
    {"name": "site", "type": "text"},
    {"name": "year", "type": "integer"},
    {"name": "measure", "type": "text"},
    {"name": "unit", "type": "text"},
    {"name": "mean", "type": "number"},
    {"name": "ci_low", "type": "number"},
    {"name": "ci_high", "type": "number"},
    {"name": "p10", "type": "number"},
    {"name": "p50", "type": "number"},
    {"name": "p90", "type": "number"}
  ]},
  {"file": "flows.csv", "columns": [
    {"name": "from_trust", "type": "text"},
    {"name": "to_trust", "type": "text"},
    {"name": "service", "type": "text"},
    {"name": "year", "type": "integer"},
    {"name": "reason", "type": "text"},
    {"name": "patients", "type": "number"},
    {"name": "bed_days", "type": "number"}
  ]},
  {"file": "assumptions.csv", "columns": [
    {"name": "key", "type": "text"},
    {"name": "value", "type": "text"},
    {"name": "low", "type": "text"},
    {"name": "high", "type": "text"},
    {"name": "unit", "type": "text"},
    {"name": "status", "type": "text"},
    {"name": "source", "type": "text"}
  ]}
]};
