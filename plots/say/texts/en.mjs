// Every text in English; the other language has the same keys.
export default {
  "words": {
    "and": "and",
    "to": "to"
  },
  "months": {
    "m01": "January",
    "m02": "February",
    "m03": "March",
    "m04": "April",
    "m05": "May",
    "m06": "June",
    "m07": "July",
    "m08": "August",
    "m09": "September",
    "m10": "October",
    "m11": "November",
    "m12": "December"
  },
  "plan": {
    "decided": "decided",
    "planned": "planned",
    "possible": "possible, not counted",
    "observed": "observed"
  },
  "outside": "Outside the trusts",
  "gap_chart": {
    "title": "{trust}, {service}: capacity and need {first}–{last}",
    "title_unknown": "Cannot be judged: {trust}, {service}, capacity and need {first}–{last}",
    "basis_share": "Need in {unit} at {share} planned utilisation. Staffed capacity, mean over the year.",
    "basis_utilisation": "Need in {unit} by planned utilisation. Staffed capacity, mean over the year.",
    "basis_service_level": "Need in {unit} by the service-level rule. Staffed capacity, mean over the year.",
    "band95": "95% interval",
    "band80": "80% interval",
    "need": "Projected need: {beds}",
    "need_assumed": "Need from an assumed level",
    "capacity": "Staffed capacity: {beds}",
    "shortage": "Shortage: {beds}",
    "opening": "{date}: {beds}{label} ({plan})",
    "month_year": "{month} {year}",
    "none_likely": "A shortage is not more likely than not in any year judged.",
    "likely_already": "Median need is above capacity already in {year} and stays there.",
    "likely_from": "Median need passes capacity in {year} and stays above.",
    "likely_in": "Median need is above capacity in {years}.",
    "change_only": "Change {base}–{last}: need {need} (80% interval {interval}), capacity {capacity}.",
    "footer": "{scenario} Projection, {draws} draws; the line is the median.",
    "axis_from": "The y axis starts at {value}."
  },
  "unknown": {
    "not-identified": "Cannot be judged: the level in {year} is an assumption",
    "assumed": "Cannot be judged: the level or the capacity rests on an assumption",
    "some": "Cannot be judged in {years}: the figure rests on an assumption"
  },
  "risk": {
    "low": "low",
    "medium": "medium",
    "high": "high",
    "unknown": "cannot be judged",
    "low_limits": "low, under 10%",
    "medium_limits": "medium, 10–50%",
    "high_limits": "high, over 50%",
    "unknown_limits": "cannot be judged"
  },
  "risk_chart": {
    "title": "Probability of a shortage {first}–{last}, per cent",
    "subtitle": "Share of the draws with need above staffed capacity. Rule: {rule}. The colours are not preparedness levels.",
    "silent": "No risk class: the level rests on an assumption everywhere",
    "silent_row": "{service}: cannot be judged"
  },
  "pyramid_chart": {
    "title": "{trust}: population {base} and {last}",
    "subtitle": "{people_base} inhabitants in {base}, {people_last} in {last}. Aged 67 and over: {old_base} and {old_last}.",
    "women": "Women",
    "men": "Men",
    "key": "line {base}, area {last}",
    "axis": "Persons per single year of age, 1 January",
    "age": "Age",
    "variant": "{variant}"
  },
  "fan_chart": {
    "panel": "{group}, persons",
    "title": "{area}: population by age {first}–{last}",
    "change": "{group}: from {from} in {base} to {to} in {last} ({change}).",
    "unit": "On 1 January. At the right: median in {last} and change since {base}. Each panel has its own y axis.",
    "unit_single": "On 1 January. At the right: the figure in {last} and change since {base}. Each panel has its own y axis.",
    "observed": "observed",
    "median": "projected, median",
    "projected": "projected",
    "footer": "{scenario} Projection, {draws} draws.",
    "footer_single": "{scenario} Projection without uncertainty.",
    "past": "Shaded: observed up to 1 January {observed}.",
    "cut": "Not all y axes start at zero."
  },
  "dependency_chart": {
    "axis": "Persons 67 and over per 100 aged 20–66",
    "title": "Old persons per 100 of working age {first}–{last}",
    "unit": "Old-age dependency ratio: persons aged 67 and over per 100 aged 20–66, 1 January.",
    "change": "{area}: from {from} in {base} to {to} in {last} (80% interval {interval}).",
    "change_single": "{area}: from {from} in {base} to {to} in {last}.",
    "label": "{area}: {value}",
    "band80": "80% interval, {area}",
    "band95": "95% interval, {area}",
    "footer": "{scenario} Projection, {draws} draws; the lines are medians, the numbers are for {last}."
  },
  "components_chart": {
    "title": "{area}: components of population change {first}–{end}",
    "sums": "From 1 January {first} to 1 January {after}: {total} persons. Of this {list}.",
    "sum": "{part} {value}",
    "nothing": "From 1 January {first} to 1 January {after}: {total} persons.",
    "axis": "Persons per year",
    "natural": "Births less deaths",
    "internal": "Net moves between the areas",
    "outside": "Net moves from outside",
    "correction": "Correction to official totals",
    "total": "Change in population",
    "in_year": "{year}: {value}",
    "outside_note": "Outside: to and from places beyond {region}.",
    "footer": "{scenario} Projection, {variant}."
  },
  "population_finding": {
    "rises": "The population of {area} will probably rise from {from} in {base} to {to} in {last} ({change})",
    "falls": "The population of {area} will probably fall from {from} in {base} to {to} in {last} ({change})",
    "either": "The population of {area} may rise or fall up to {last}: median {to}, against {from} in {base} ({change})",
    "same": "The population of {area} is {to} in {last}, as in {base}",
    "interval": "80% interval for the population in {last}: {interval}.",
    "group": "{group}: from {from} in {base} to {to} in {last} ({change}), 80% interval {interval}.",
    "group_alone": "{group}: from {from} in {base} to {to} in {last} ({change}).",
    "dependency": "For every 100 persons aged 20–66 there are {to} aged 67 and over in {last}, against {from} in {base}."
  },
  "groups": {
    "all": "All",
    "g80": "80 and over",
    "g67": "67 and over"
  },
  "occupancy_chart": {
    "title": "Occupied against open beds, {service}",
    "subtitle": "Simulated, mean over the year in {unit}. Blue line: occupied beds, with a band for 80% of {replications} replications. Dark step line: open beds. Each panel has its own y axis."
  },
  "change_chart": {
    "title": "Change since {base}, {service}",
    "subtitle": "In {unit} against {base}. Blue line: need (median, with a band for the 80% interval). Dark step line: staffed capacity. Rule: {rule}. Each panel has its own y axis."
  },
  "rules": {
    "utilisation": "planned utilisation",
    "service_level": "service level"
  },
  "finding": {
    "nothing_judged": "No combination of trust and service can be judged: the level in {base} is an assumption",
    "none": {
      "one": "{trust} will probably not lack beds in {service} up to {last}",
      "other": "None of the {n} combinations of trust and service that can be judged will probably lack beds up to {last}"
    },
    "short": "{trust} will probably lack {beds} {unit} in {service} in {last}{at}",
    "passed": "{trust} will probably lack beds in {service} in {years}, but not in {last}",
    "passed_unknown_end": "{trust} is probably short of beds in {service} in {years}; later years rest on assumed numbers and cannot be judged",
    "worst": "A shortage is more likely than not {when}.",
    "count": {
      "one": "It is the only one of {judged} combinations of trust and service judged that will probably have a shortage at some time in {first}–{last}.",
      "other": "Of {judged} combinations of trust and service judged, {n} will probably have a shortage at some time in {first}–{last}."
    },
    "listed": "{trust}, {service} ({when}, at most {most} {unit})",
    "more": {
      "one": "one more",
      "other": "{n} more"
    },
    "others": "Also: {list}.",
    "spare": "Spare beds in the same service in {last}: {list}.",
    "spare_none": "None of the other trusts judged has spare beds in the same service in {last}.",
    "spare_unknown": "{unknown} cannot be judged.",
    "nearest": "The nearest is {short} in {service}, where the probability of a shortage is highest in {year}: {p}.",
    "unknown": {
      "one": "One more combination cannot be judged, because its level or capacity rests on an assumption.",
      "other": "Another {n} combinations cannot be judged, because their level or capacity rests on an assumption."
    },
    "at": " at {share} planned utilisation",
    "choice": "Planned utilisation is a choice: probability and interval hold at {share}.",
    "path": "The gap was {first} in {base} and is {gap} in {last} (80% interval {interval}); the probability of a shortage is then {p}.",
    "path_end": "In {last} the gap is {gap} (80% interval {interval}) and the probability of a shortage {p}.",
    "tiny": "Less than one bed is lacking: {list}."
  },
  "when": {
    "already": "already in {year}",
    "already_only": "already in {year}, but not later",
    "already_until": "already in {year}, up to and including {to}",
    "already_some": "already in {year} ({years})",
    "from": "from {year}",
    "some": "in {years}",
    "never": "no, at most {p}",
    "partly": "{when}; {years} cannot be judged"
  },
  "sourced": {
    "none": "The run states no inputs with a status.",
    "count": {
      "one": "One of {all} inputs ({share}) was read at a source ({observed} observed, {published} published); {derived} are derived and {assumed} assumed.",
      "other": "{sourced} of {all} inputs ({share}) were read at a source ({observed} observed, {published} published); {derived} are derived and {assumed} assumed."
    }
  },
  "ageing": {
    "pattern": "The use of beds in adult mental health care is lower in the older age groups, so ageing alone lowers need there. In somatic and intensive care ageing raises need.",
    "falls": "In {region} median need in adult mental health care falls by {beds} beds from {base} to {last}.",
    "rises": "With everything counted, median need in adult mental health care in {region} still rises by {beds} beds from {base} to {last}.",
    "same": "With everything counted, median need in adult mental health care in {region} is unchanged from {base} to {last}.",
    "stock": "Apart from age, the assumption \"{name}\" adds {beds} occupied beds in {service} by {last}."
  },
  "report": {
    "brand": "Framsyn",
    "edited": "Edited since the run: {files}.",
    "contents": "Contents",
    "images": "Every chart lies as SVG in the folder charts/, and \"framsyn plot --images DIR\" makes PNG and PDF of them.",
    "how_to_read": "Gap is capacity minus need; negative means that beds are lacking. The probability of a shortage is the share of {draws} draws in which need is above staffed capacity. This is a projection, not a forecast.",
    "none": "No figures in this run.",
    "how_to_read_population": "The figures are medians over {draws} draws; in 80% of the draws the figure lies in the interval. This is a projection, not a forecast.",
    "how_to_read_single": "The run has one path and no uncertainty. This is a projection, not a forecast.",
    "not_simulated": "Not simulated in this run.",
    "differences": "Differences from {file}: {list}.",
    "differences_many": "Differences from {file} ({n}): {list} and more; see the table at the end.",
    "differences_caption": "Differences from {file}",
    "difference": "{key}: {before} → {after}",
    "nothing": "(none)",
    "before": "In {file}",
    "after": "Here"
  },
  "judged": {
    "heading": "Can be judged: are beds lacking, when and how many?",
    "caption": "Rule: {rule}. Gap = staffed capacity − median need, in beds, with 80% interval in brackets. Negative: beds are lacking.",
    "trust": "Trust",
    "when": "Shortage more likely than not",
    "gap": "Gap {year}",
    "probability": "Probability {year}",
    "utilisation": "Planned utilisation",
    "at_utilisation": "Planned utilisation (gap {year} at low / high)",
    "spare": "Spare at the others",
    "spare_year": "{year}: {list}",
    "none_spare": "none",
    "region": "{region}, sum",
    "unknown_others": "not judged: {list}",
    "nothing": "No combination of trust and service can be judged in this run.",
    "notes": "Notes"
  },
  "unjudged": {
    "heading": "Cannot be judged: only the change since {base} can be read",
    "caption": "Rule: {rule}. Change in beds from {base} to {last}: need (median, 80% interval in brackets) and staffed capacity. The level in {base} or the beds of the plan are assumed, so no gap or risk class is given.",
    "intro": "Here activity in {base} is computed from beds and an assumed occupancy, or rests on another assumed figure. The gap in {base} then follows from the assumption.",
    "service": "Service",
    "need": "need",
    "capacity": "capacity",
    "verdict": "cannot be judged",
    "judged": "see above",
    "absent": "–",
    "part": "part of {group}",
    "judged_group": "see {group}"
  },
  "sections": {
    "risk": "Risk of a shortage",
    "gap": "Need against capacity",
    "change": "Change since {base}",
    "rules": "Need by both rules",
    "occupancy": "Occupancy in the simulation",
    "flows": "Patients treated elsewhere",
    "population": "Population",
    "indicators": "Indicators",
    "assumptions": "Assumptions",
    "method": "How it is computed"
  },
  "intros": {
    "risk": "The classes are low (under 10%), medium (10–50%) and high (over 50%), always with symbol and number. They are not preparedness levels. Hatched means that the level rests on an assumption; no class is then given.",
    "gap": "The bands are quantiles of need over the draws. Capacity is staffed beds, mean over the year. A shortage is shaded only where the cell can be judged.",
    "change": "The difference is taken within each draw, so an unknown level largely cancels out. This is what can be said even where the level is not known.",
    "rules": "The utilisation rule divides bed days by 365 times the planned utilisation. The service-level rule is the smallest number of beds at which no more than a given share of arrivals finds all beds taken, divided by the share of the year in which beds are open. Small units need more by the latter. The figures are means over the draws.",
    "occupancy": "Patients simulated one by one through the beds of the plan. Occupancy is an outcome; planned utilisation is an input. The two must not be mixed. In brackets: 80% of the replications. Occupancy above 100% is over-occupancy. Purchased days and days at other trusts are not in it, so occupied beds can lie below need.",
    "flows": "Bed days a year of patients treated elsewhere than at home, by reason. From the simulation, means.",
    "population": "Residents on 1 January by place of residence. Up to {observed} the figures are observed. Pyramids and components of change show {variant}; the rest are medians.",
    "indicators": "Values are not rounded before they are compared with the target.",
    "assumptions": "Status: observed (counted or reported by the body responsible), published (read at another source), derived (computed by a stated formula), assumed (everything else).",
    "population_main": "Residents on 1 January by place of residence, {variant}. Up to {observed} the figures are observed."
  },
  "tables": {
    "service": "Service",
    "trust": "Trust",
    "from": "From",
    "to": "To",
    "reason": "Reason",
    "year": "Year",
    "value": "Value",
    "unit": "Unit",
    "target": "Target",
    "status": "Status",
    "indicator": "Indicator",
    "key": "Assumption",
    "low": "Low",
    "high": "High",
    "source": "Source",
    "rules_caption": "Need in beds by the two rules: planned utilisation / service level. Means over the draws.",
    "by_utilisation": "Beds {year} at utilisation",
    "by_service_level": "Beds {year} at service level",
    "risk": "Largest share that finds no free bed",
    "flows_caption": "{service}: bed days a year",
    "days": "Days {year}",
    "indicators_caption": "Indicators with target and status",
    "assumptions_caption": "All assumptions of the run",
    "occupancy_caption": "{service}: occupied and open beds, simulated mean over the year",
    "occupied": "Occupied {year}",
    "open": "Open {year}",
    "share": "Occupancy {year}",
    "series_caption": "Indicators as series over time",
    "guessed": "assumed level"
  },
  "ages": {
    "all": "All ages",
    "g0_17": "0–17",
    "g18_66": "18–66",
    "g67_79": "67–79",
    "g80_89": "80–89",
    "g90": "90 and over",
    "g67": "67 and over",
    "g80": "80 and over"
  },
  "reasons": {
    "function": "division of labour",
    "overflow": "overflow",
    "purchase": "purchase",
    "return": "return home",
    "step_down": "step-down",
    "boarding": "boarding"
  },
  "status": {
    "observed": "observed",
    "published": "published",
    "derived": "derived",
    "assumed": "assumed",
    "met": "met",
    "not_met": "not met",
    "no_target": "no target",
    "not_computable": "not computable",
    "not_modelled": "not modelled",
    "all": "all"
  },
  "filter": "Show status",
  "method": {
    "m1": "Population: cohort component, one year at a time, single year of age and sex, for every catchment area. Observed years are kept.",
    "m2": "Need: rates by age and sex times population, change factors on top, and bed days turned into beds by the rule in the table head. Need by residence is moved to the place of treatment by the division of labour.",
    "m3": "Simulation: patients pass through the beds one by one, with queues, over-occupancy and overflow by each service's rule.",
    "m4": "Uncertainty: {draws} draws of the assumptions behind need, {replications} replications of the simulation. Bands are quantiles of the figure shown, computed after summing within each draw.",
    "m5": "The region is the sum of the trusts, not a common pool of beds.",
    "p1": "Population: cohort component, one year at a time, single year of age and sex, for every area. Observed years are kept.",
    "p2": "Uncertainty: {draws} draws of fertility, mortality and migration. Bands are quantiles of the figure shown, taken after summing within each draw.",
    "p3": "The main alternative is the projection with the assumptions as they stand, without draws. The median may differ slightly from it.",
    "p4": "{region} is the sum of the areas.",
    "m3_none": "Simulation: not in this run. \"framsyn run\" sends patients through the beds one by one.",
    "m4_none": "Uncertainty: {draws} draws of the assumptions behind need. Bands are quantiles of the figure shown, computed after summing within each draw."
  },
  "footer": "Scenario {id}. {draws} draws, {replications} replications, seed {seed}.",
  "footer_population": "Scenario {id}. {draws} draws, seed {seed}.",
  "errors": {
    "usage": "Usage: node render.mjs DIR [--images] [--lang nb|en] [--edited FILE] [--quiet]",
    "no_directory": "there is no such directory",
    "missing_file": "the file is missing",
    "no_header": "the file is empty; expected a line of column names",
    "missing_column": "column '{column}' is missing",
    "field_count": "the line has {found} fields, expected {expected}",
    "not_a_number": "'{text}' in column '{column}' is not a number",
    "not_an_integer": "'{text}' in column '{column}' is not a whole number",
    "after_quote": "characters after a closing quote",
    "open_quote": "a quote that never closes",
    "cut_off": "the last line doesn't end; the file may have been cut",
    "bad_json": "not valid JSON",
    "bad_context": "'{key}' is missing or has the wrong form",
    "unknown_trust": "unknown trust '{text}'; not in context.json",
    "unknown_service": "unknown service '{text}'; not in context.json",
    "unknown_word": "unknown value '{text}' in column '{column}'",
    "not_a_share": "'{text}' in column '{column}' is not between 0 and 1",
    "not_a_date": "'{text}' is not a date of the form YYYY-MM-DD",
    "twice": "the row of {trust}, {service}, {year} stands twice",
    "hole": "no row for {trust}, {service}, {year}",
    "no_quantile": "no quantile {probability} of need for {trust}, {service}, {year}",
    "no_population_quantile": "no quantile {probability} of {group} for {trust}, {year}",
    "twice_population": "the row for {trust}, {group}, {year} stands twice",
    "rsvg": "rsvg-convert failed: {text}",
    "no_rsvg": "rsvg-convert not found (Debian package librsvg2-bin)"
  },
  "done": "{charts} charts and report.html in {directory}",
  "indicator": {
    "rate": "{service}: beds per 100,000 inhabitants, {tier}",
    "reproduced": "{service}: simulated over known bed days",
    "wait": "Waiting time of all referred: {service}",
    "inhabitants": "Inhabitants in the denominator of rates"
  },
  "tier": {
    "physical": "physical",
    "staffed": "staffed",
    "surge": "in preparedness"
  },
  "units": {
    "beds": "beds",
    "days": "days",
    "bed_days": "bed days",
    "persons": "persons",
    "years": "years",
    "minutes": "minutes",
    "ratio": "ratio",
    "beds_per_100_000": "per 100,000",
    "beds_per_year": "beds per year",
    "admissions_per_day": "admissions per day",
    "children_per_woman": "children per woman",
    "calendar_year": "calendar year",
    "patients": "patients"
  },
  "population_report": {
    "pyramids": "Population pyramids",
    "many": "The run has {n} areas: only {region} is drawn. All areas are in the table and in the result files.",
    "source": "Observed figures: {source}",
    "caption": "Residents on 1 January by age: median, with the 80% interval below. Medians do not add up exactly.",
    "caption_main": "Residents on 1 January by age, {variant}",
    "table": "Table: residents by area, year and age",
    "area_year": "Area and year",
    "mean_age": "Mean age",
    "dependency": "67+ per 100 aged 20–66"
  },
  "variant": {
    "main": "the main alternative ({variant})",
    "other": "the alternative {variant}"
  },
  "footer_projected": "Scenario {id}. {draws} draws, not simulated, seed {seed}."
};
