// Texts about verdicts, tipping points and the parts of a gap, in English.
export default {
  headline: {
    short_counted: "{trust} lacked {beds} {unit} in {service} in {last}{at}, counted",
    short: "{trust} probably lacks {beds} {unit} in {service} in {last}{at}",
    at: " at {share} planned utilisation",
    parts: "on average {mean}, made up of {list}",
    short_open:
      "{trust} probably lacks {unit} in {service} in {last}, whatever the level of {base} was in the range: gap {gap}",
    passed: "{trust} probably lacks {unit} in {service} in {years}; in {last}: {word}",
    none: {
      one: "{trust} probably lacks no beds in {service} by both rules in any year to {last}; in {last}: {word}",
      other: "None of {n} pairs of trust and service probably lacks beds by both rules in {first}–{last}",
    },
    nothing: "The run has no beds to judge",
    when: "Shortage: {when}.",
    mean: "The median is {median} (80% interval {interval}); the parts sum to the mean of the draws, {mean}.",
    counts: "In {last}, of {n} pairs of trust and service, parts of a service apart: {list}.",
    counted: {
      short: { one: "one lacks beds", other: "{n} lack beds" },
      enough: { one: "one has enough", other: "{n} have enough" },
      tight: { one: "one is tight or divides the rules", other: "{n} are tight or divide the rules" },
      depends: { one: "one depends on the level of {base}", other: "{n} depend on the level of {base}" },
    },
    listed:
      "{trust}, {service} (short by both rules {when}; at most {most} {unit} by planned utilisation, {most_service_level} by service level; {last}: {word})",
    listed_one_rule:
      "{trust}, {service} (short by both rules {when}; at most {most} {unit} by planned utilisation; {last}: {word})",
    listed_open: "{trust}, {service} ({when}, at least {most} {unit})",
    nearest:
      "Nearest is {short} in {service} in {year}: probability of a shortage {u} by planned utilisation, {s} by service level.",
  },
  parts: {
    start: "Free in {start}: places less occupied",
    places: "Opened less closed since {start}",
    number: "Number of people",
    age_mix: "Age and sex",
    migration: "Migration",
    people: "Number, age and migration of people",
    flow: "Where patients are treated",
    level: "Use per person from counted years",
    reserve: "Reserve that the rule demands",
    stock_id: "Stock '{id}'",
    factor_id: "Change factor '{id}'",
    action_id: "Action '{id}'",
    rule_of: "the {share} rule",
    rule: "the rule",
    kind: { counted: "counted", plan: "plan", projected: "projected", assumed: "assumed", policy: "policy" },
    said: {
      start_more: "{beds} places without a patient on average in {start} ({kind})",
      start_less: "{beds} more patients than places in {start} ({kind})",
      start_none: "none free in {start} ({kind})",
      places_more: "{beds} opened ({kind})",
      places_less: "{beds} closed ({kind})",
      places_none: "none opened or closed ({kind})",
      other_more: "{name} give {beds} ({kind})",
      other_less: "{name} take {beds} ({kind})",
      other_none: "{name} give 0 ({kind})",
      level_more: "use per person from counted years gives {beds} ({kind})",
      level_less: "use per person from counted years takes {beds} ({kind})",
      level_none: "use per person from counted years gives 0 ({kind})",
      reserve: "{rule} wants {beds} in reserve ({kind})",
      reserve_closed:
        "{rule} wants {beds} in reserve ({kind}), {shut} of them because places are closed a part of the year (counted)",
    },
    title: "{trust}, {service}: what the gap in {year} is made of",
    subtitle:
      "Beds, mean of the draws ({rule}). To the right of zero: gives room. Line: 80% interval, of each part from where it begins. The parts are the same by both rules but for the reserve: service level wants {reserve}, and the gap is {gap} then.",
    sum: "Gap {year}, mean",
    caption: "The parts of the gap in {year}, mean beds (80% interval): {trust}, {service}",
    part: "Part",
    is: "Is",
    by: "Beds, {rule}",
    total: "Gap, mean",
    footer: "{scenario} Projection, {draws} draws.",
  },
  glance: {
    heading: "{year}: where are beds missing?",
    caption:
      "The verdict by both rules, with the gap by planned utilisation in beds: median, or from least to most where the level in {base} isn’t counted. Minus: beds are missing. Indented: part of the service above. Years: when both rules give a shortage.",
    service: "Service",
    when: "shortage: {when}",
  },
  verdict: {
    heading: "Are beds lacking, when and how many?",
    caption:
      "Gap = staffed capacity − need by planned utilisation, median, in beds (80% interval); minus: beds are lacking. P = probability of a shortage, by planned utilisation and by service level. Under the gap: the median by service level, and how many beds in all bring P below 10 and below 50% (planned utilisation / service level). Under P by service level: how much of the time all beds of a place are taken, and the wait, with the beds that are planned: mean of the simulations (80% interval). 'To': the level of {base} was not counted, and the figure is given at both ends of the range.",
    trust: "Trust",
    at_word: "{year}: verdict",
    at_gap: "{year}: gap",
    at_u: "{year}: P, planned utilisation",
    at_s: "{year}: P, service level",
    at_when: "Short (both rules)",
    part_of: "{service} (part of {group})",
    region_row: "{region}: at least one trust",
    region_gap: "short {short}, spare {spare}",
    region_sums:
      "{year}: short, summed over the trusts, {short}; spare, summed, {spare}. If patients could move freely: gap {free}.",
    region_sums_open:
      "{year}: short, summed over the trusts, {short}; spare, summed, {spare}, each trust at its own end (they needn't hold at once). If patients could move freely: gap {free}.",
    together:
      "If patients are always moved to where there is room, the gap by the service level is {gap} ({p} probability of a shortage).",
    decided_by: "Decided by {list}.",
    rests_on_growth:
      "That rests on growth in {stocks} ({beds} beds with reserve): without it the gap is {gap} at the mild end, and then it depends on the level.",
    gap_service_level: "service level: {gap}",
    care: "full {full} of the time ({full_low} to {full_high})",
    care_waits: "full {full} of the time ({full_low} to {full_high}), {wait} days' wait ({wait_low} to {wait_high})",
    enough_places: "P < {limit}: {utilisation} / {service_level}",
    one_bed:
      "One bed at each place: by the service-level rule it is nearly always too little, for the next patient finds it taken as soon as one is in it. So no risk class by that rule.",
    legend_intro: "The words:",
    legend: {
      short: "both rules give a probability above 50%, and the median shortage is half a bed or more",
      enough: "both rules give less than 10%",
      tight: "all between; why stands under the word",
      depends: "the level of {base} was not counted, and the ends of its range give different words",
    },
    ranges:
      "The ranges: logical (from nobody to full places with over-occupancy, within counted sums), seen (5th to 95th percentile of the occupancy of beds at counted trusts, and what the scenario reckons with) and stated (a source or judgement). 'Whatever it was' is said of the logical one alone.",
    under: "under {share}",
    over: "over {share}",
    counted: {
      word: "counted",
      said: "{year} is counted: {u} by planned utilisation, {s} by service level.",
      short: "a shortage",
      enough: "enough",
      chance: "{p} probability of a shortage",
      region_short: "at least one trust lacks beds",
      region_enough: "all trusts have enough",
      region_chance: "{p} probability of a shortage in at least one trust",
    },
    from_to: "{low} to {high}",
    no_limit: "without limit",
    by_utilisation: "planned utilisation",
    by_service_level: "service level",
    planned: "planned utilisation",
    open_level: "The level of {base} was not counted. {last}: {word}",
    word: { short: "short", enough: "enough", tight: "tight", depends: "depends" },
    reason: {
      service_level_only: "only service level gives a shortage",
      utilisation_only: "only utilisation gives a shortage",
      either_way: "may go either way",
      small: "under half a bed",
    },
    range: { logical: "logical", seen: "seen", stated: "stated", regional: "the trusts' ranges" },
    sentence: {
      short:
        "Both rules give a shortage in {year}: the probability is {u} by planned utilisation and {s} by service level.",
      enough:
        "Both rules give enough in {year}: the probability of a shortage is {u} by planned utilisation and {s} by service level.",
      service_level_only:
        "Only the service-level rule gives a shortage in {year} ({s}; {u} by planned utilisation): the beds do on average but are full more often than accepted.",
      utilisation_only:
        "Only the utilisation rule gives a shortage in {year} ({u}; {s} by service level): the beds are fuller than planned but seldom all taken.",
      either_way:
        "May go either way in {year}: the probability of a shortage is {u} by planned utilisation and {s} by service level.",
      small:
        "Both rules give a shortage in {year} ({u} by planned utilisation, {s} by service level), but of less than half a bed.",
      both_ways:
        "May go either way in {year}: the level of {base} was not counted. At one end of the range ({range}) it is {mild}, at the other {severe}. Probability {u} by planned utilisation, {s} by service level.",
      depends:
        "Depends on the level of {base}, which was not counted: at one end of the range ({range}) {mild} in {year}, at the other {severe}. Probability {u} by planned utilisation, {s} by service level.",
    },
    region: {
      short: "At least one trust lacks beds in {year}: probability {u} by planned utilisation, {s} by service level.",
      enough:
        "All trusts have enough in {year}: probability of a shortage in at least one {u} by planned utilisation, {s} by service level.",
      tight:
        "Tight in at least one trust in {year}: probability of a shortage in at least one {u} by planned utilisation, {s} by service level.",
      depends:
        "Depends on the level of {base} in at least one trust: probability of a shortage in at least one in {year} {u} by planned utilisation, {s} by service level.",
    },
    regardless: {
      logical: "Whatever it was: {word} all over the range that is logically possible.",
      seen: "{word} all over the range seen at like units.",
      stated: "{word} all over the stated range.",
    },
    tip: {
      occupied:
        "Short in {year} if {trust} in {base} had more than {u} patients in {service} on average (by planned utilisation; {s} by service level)",
      occupied_one:
        "Short in {year} if {trust} in {base} had more than {level} patients in {service} on average (by {rule}; at no level by {other})",
      beds: "Short in {year} if {trust} in {base} had fewer than {u} beds in {service} (by planned utilisation; {s} by service level)",
      beds_one:
        "Short in {year} if {trust} in {base} had fewer than {level} beds in {service} (by {rule}; with no number by {other})",
      never: "No level of {base} gives a shortage in {year} at {trust} in {service}",
      other_year: "in {year}: {u} and {s}",
    },
    joint:
      "At least one of {whose} {count} parts is probably above {share} in {year}, however the {beds} patients of {base} are shared.",
    count: {
      n2: "two",
      n3: "three",
      n4: "four",
      n5: "five",
      n6: "six",
      n7: "seven",
      n8: "eight",
      n9: "nine",
      n10: "ten",
    },
    when: {
      already: "already in {year}, to the end",
      from: "from {year}, to the end",
      some: "in {years}",
      passes: "in {years}, not in {last}",
      rest_open: "in {years}; otherwise depends",
      some_open: "{years}; {last} depends",
      counted: "in {years} (counted), not since",
      could: "{year} at the earliest",
      never: "no",
    },
  },
  bases: {
    heading: "On other bases: {service} in {year}",
    caption:
      "Gap in {year}, beds, by both rules, if use after {start}, places or choices were others (minus: beds are lacking)",
    base: "Base",
    gap: "{trust}, {rule}",
    region: "short {short}, spare {spare}",
    name: {
      as_reckoned: "Use as the counted years together say (as in the rest of the report)",
      last_count: "Use as in {start} alone",
      year_before: "Use as in {before}",
      year_before_unknown: "Use as in the last counted year but one",
      mean_of_3: "Mean of the last three counted years (to {start})",
      mean_of_5: "Mean of the last five counted years (to {start})",
      returning: "Use returns to its mean (one of the two models alone)",
      walking: "Use stays where it has come (the other model alone)",
      all_open: "As the first, but every place open all year",
      no_plans: "As the first, but the places of {start}: none is opened or closed after it",
      no_growth: "As the first, without growth beside the population ({stocks})",
      low_utilisation: "As the first, planned utilisation at the low end of what is stated",
      high_utilisation: "As the first, planned utilisation at the high end",
      strict_service_level: "As the first, the strictest service level stated (risk and wait least)",
      mild_service_level: "As the first, the mildest service level (risk and wait most)",
    },
    central:
      "The figures are the main alternative without draws, so the first row isn't quite the median in the table above, and no row has a probability.",
    region_sums: "For {region} shortages are summed over the trusts, spare beds apart.",
    without: "Without {list}, where the level was not counted.",
    holds:
      "No base turns the answer for {trust}, by either rule: the gap goes from {u_low} to {u_high} by planned utilisation and from {s_low} to {s_high} by service level.",
    turns: "The answer for {trust} turns on other bases: {list}.",
    turn_short: "by {rule} beds are lacking with '{names}'",
    turn_enough: "by {rule} none are lacking with '{names}'",
    or: "', '",
    short: {
      as_reckoned: "the main alternative",
      last_count: "use as in {start}",
      year_before: "use as in {before}",
      year_before_unknown: "use as in the last counted year but one",
      mean_of_3: "the mean of three years",
      mean_of_5: "the mean of five years",
      returning: "use back at its mean",
      walking: "use where it has come",
      all_open: "every place open",
      no_plans: "the places of {start}",
      no_growth: "no growth in {stocks}",
      low_utilisation: "the lowest utilisation stated",
      high_utilisation: "the highest utilisation stated",
      strict_service_level: "the strictest service level stated",
      mild_service_level: "the mildest service level stated",
    },
    row: "Another base turns the answer in {year}: {list}.",
    row_short: "by {rule} {beds} are lacking with {names}",
    row_enough: "by {rule} none are lacking with {names}",
    hardly: "under {beds}",
    region_row: "Another base turns the answer in {year} at {list}.",
    lead: {
      use: "Another base (use in other counted years, or every place open) turns the answer in {last}, by at least one of the rules, in {list}.",
      plan: "With the places of the last counted year, without what is planned after it, the answer in {last} is another in {list}.",
      growth: "Without growth in {stocks} the answer in {last} is another in {list}.",
      choice:
        "Another choice of utilisation or service level, within what is stated, turns the answer in {last} in {list}.",
    },
    lead_where: "To what stands under the rows of the long table.",
    lead_one: "{service} ({trusts})",
  },
  choices: {
    heading: "What planned utilisation means, and who has spare beds",
    caption:
      "Cells whose level was counted. Gap by planned utilisation, median, in {year}. Spare: by planned utilisation / service level. Whether another choice turns the answer stands under the row in the table above.",
    at: "Planned utilisation",
    ends: "Gap {year} at low / high",
  },
};
