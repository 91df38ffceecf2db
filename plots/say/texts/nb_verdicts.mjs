// Texts about verdicts, tipping points and the parts of a gap, in Norwegian bokmål.
export default {
  headline: {
    short_counted: "{trust} manglet {beds} {unit} i {service} i {last}{at}, talt",
    short: "{trust} mangler trolig {beds} {unit} i {service} i {last}{at}",
    at: " ved {share} planlagt utnyttelse",
    parts: "i snitt {mean}, satt sammen av {list}",
    short_open: "{trust} mangler trolig {unit} i {service} i {last}, hva enn nivået i {base} var i området: gap {gap}",
    passed: "{trust} mangler trolig {unit} i {service} i {years}; i {last}: {word}",
    none: {
      one: "{trust} mangler trolig ikke plasser i {service} etter begge reglene i noe år til {last}; i {last}: {word}",
      other:
        "Ingen av {n} kombinasjoner av helseforetak og tjeneste mangler trolig plasser etter begge reglene i {first}–{last}",
    },
    nothing: "Kjøringen har ingen plasser å vurdere",
    when: "Mangel {when}.",
    mean: "Medianen er {median} (80 % intervall {interval}); delene summerer til snittet av trekningene, {mean}.",
    counts: "I {last}, av {n} kombinasjoner av helseforetak og tjeneste, uten deler av en tjeneste: {list}.",
    counted: {
      short: { one: "én mangler plasser", other: "{n} mangler plasser" },
      enough: { one: "én har nok", other: "{n} har nok" },
      tight: { one: "én er knapp eller delt mellom reglene", other: "{n} er knappe eller delt mellom reglene" },
      depends: { one: "én kommer an på nivået i {base}", other: "{n} kommer an på nivået i {base}" },
    },
    listed:
      "{trust}, {service} (mangel etter begge reglene {when}; på det meste {most} {unit} etter planlagt utnyttelse, {most_service_level} etter servicenivå; {last}: {word})",
    listed_one_rule:
      "{trust}, {service} (mangel etter begge reglene {when}; på det meste {most} {unit} etter planlagt utnyttelse; {last}: {word})",
    listed_open: "{trust}, {service} ({when}, minst {most} {unit})",
    nearest:
      "Nærmest er {short} i {service} i {year}: sannsynlighet for mangel {u} etter planlagt utnyttelse, {s} etter servicenivå.",
  },
  parts: {
    start: "Ledig i {start}: plasser minus belagte",
    places: "Åpnet minus stengt siden {start}",
    number: "Folketall",
    age_mix: "Alder og kjønn",
    migration: "Flytting",
    people: "Folketall, alder og flytting",
    flow: "Hvor pasientene behandles",
    level: "Bruk per innbygger fra talte år",
    reserve: "Reserve som regelen krever",
    stock_id: "Bestand «{id}»",
    factor_id: "Endringsfaktor «{id}»",
    action_id: "Tiltak «{id}»",
    rule_of: "{share}-regelen",
    rule: "regelen",
    kind: { counted: "talt", plan: "plan", projected: "framskrevet", assumed: "antatt", policy: "policy" },
    said: {
      start_more: "{beds} plasser uten pasient i snitt i {start} ({kind})",
      start_less: "{beds} flere pasienter enn plasser i {start} ({kind})",
      start_none: "ingen ledige i {start} ({kind})",
      places_more: "{beds} åpnet ({kind})",
      places_less: "{beds} stengt ({kind})",
      places_none: "ingen åpnet eller stengt ({kind})",
      other_more: "{name} gir {beds} ({kind})",
      other_less: "{name} tar {beds} ({kind})",
      other_none: "{name} gir 0 ({kind})",
      level_more: "bruk per innbygger fra talte år gir {beds} ({kind})",
      level_less: "bruk per innbygger fra talte år tar {beds} ({kind})",
      level_none: "bruk per innbygger fra talte år gir 0 ({kind})",
      reserve: "{rule} vil ha {beds} i reserve ({kind})",
      reserve_closed:
        "{rule} vil ha {beds} i reserve ({kind}), {shut} av dem fordi plasser er stengt deler av året (talt)",
    },
    title: "{trust}, {service}: hva gapet i {year} er satt sammen av",
    subtitle:
      "Plasser, snitt av trekningene ({rule}). Til høyre for null: gir rom. Strek: 80 % intervall, for hver del fra der den begynner. Samme deler for begge regler, bare reserven er ulik: servicenivå vil ha {reserve}, og gapet er da {gap}.",
    sum: "Gap {year}, snitt",
    caption: "Delene av gapet i {year}, plasser i snitt (80 % intervall): {trust}, {service}",
    part: "Del",
    is: "Er",
    by: "Plasser, {rule}",
    total: "Gap, snitt",
    footer: "{scenario} Framskriving, {draws} trekninger.",
  },
  glance: {
    heading: "{year}: hvor mangler det plasser?",
    caption:
      "Dommen etter begge reglene, med gapet etter planlagt utnyttelse i plasser: median, eller fra laveste til høyeste der nivået i {base} ikke er talt. Minus: plasser mangler. Innrykk: del av tjenesten over. Årene: når begge reglene gir mangel.",
    service: "Tjeneste",
    when: "mangel: {when}",
  },
  verdict: {
    heading: "Mangler det plasser, når og hvor mange?",
    caption:
      "Gap = bemannet kapasitet − behov etter planlagt utnyttelse, median, i plasser (80 % intervall); minus: plasser mangler. P = sannsynlighet for mangel, etter planlagt utnyttelse og etter servicenivå. Under gapet: medianen etter servicenivå, og hvor mange plasser i alt som gir P under 10 og under 50 % (planlagt utnyttelse / servicenivå). Under P etter servicenivå: hvor mye av tiden alle plasser på et sted er i bruk, og ventetiden, med plassene som er planlagt: snitt av simuleringene (80 % intervall). «Fra til»: nivået i {base} er ikke talt, og tallet er gitt i begge ender av området.",
    trust: "Helseforetak",
    at_word: "{year}: dom",
    at_gap: "{year}: gap",
    at_u: "{year}: P, planlagt utnyttelse",
    at_s: "{year}: P, servicenivå",
    at_when: "Mangel (begge regler)",
    part_of: "{service} (del av {group})",
    region_row: "{region}: minst ett foretak",
    region_gap: "mangler {short}, ledig {spare}",
    region_sums:
      "{year}: mangler summert over foretakene {short}, ledig summert {spare}. Kunne pasientene flyttes fritt: gap {free}.",
    region_sums_open:
      "{year}: mangler summert over foretakene {short}, ledig summert {spare}, hvert foretak ved sitt ytterpunkt (de gjelder ikke nødvendigvis på en gang). Kunne pasientene flyttes fritt: gap {free}.",
    together:
      "Blir pasientene alltid flyttet dit det er ledig, er gapet etter servicenivå {gap} ({p} sannsynlighet for mangel).",
    decided_by: "Avgjøres av {list}.",
    rests_on_growth:
      "Det hviler på veksten i {stocks} ({beds} plasser med reserve): uten den er gapet {gap} i den milde enden, og da kommer det an på nivået.",
    gap_service_level: "servicenivå: {gap}",
    care: "fullt {full} av tiden ({full_low} til {full_high})",
    care_waits: "fullt {full} av tiden ({full_low} til {full_high}), {wait} døgn ventetid ({wait_low} til {wait_high})",
    enough_places: "P < {limit}: {utilisation} / {service_level}",
    one_bed:
      "Én plass på hvert sted: etter servicenivåregelen er den nesten alltid for lite, fordi neste pasient møter fullt så snart én ligger der. Derfor ingen risikoklasse etter den regelen.",
    legend_intro: "Ordene:",
    legend: {
      short: "begge reglene gir over 50 % sannsynlighet, og median mangel er minst en halv plass",
      enough: "begge reglene gir under 10 %",
      tight: "alt imellom; under ordet står hvorfor",
      depends: "nivået i {base} er ikke talt, og de to endene av området gir hvert sitt ord",
    },
    ranges:
      "Områdene: logisk (fra ingen til fulle plasser med overbelegg, innenfor talte summer), sett (5. til 95. persentil av belegget ved døgnplasser i talte foretak, og det scenarioet regner med) og oppgitt (fra kilde eller skjønn). «Uansett» sies bare om det logiske.",
    under: "under {share}",
    over: "over {share}",
    counted: {
      word: "talt",
      said: "{year} er talt: {u} etter planlagt utnyttelse, {s} etter servicenivå.",
      short: "mangel",
      enough: "nok",
      chance: "{p} sannsynlighet for mangel",
      region_short: "minst ett foretak mangler plasser",
      region_enough: "alle foretakene har nok",
      region_chance: "{p} sannsynlighet for mangel i minst ett foretak",
    },
    from_to: "{low} til {high}",
    no_limit: "uten grense",
    by_utilisation: "planlagt utnyttelse",
    by_service_level: "servicenivå",
    planned: "planlagt utnyttelse",
    open_level: "Nivået i {base} er ikke talt. {last}: {word}",
    word: { short: "mangel", enough: "nok", tight: "knapt", depends: "kommer an på" },
    reason: {
      service_level_only: "bare servicenivå gir mangel",
      utilisation_only: "bare utnyttelse gir mangel",
      either_way: "kan gå begge veier",
      small: "under en halv plass",
    },
    range: { logical: "logisk", seen: "sett", stated: "oppgitt", regional: "foretakenes områder" },
    sentence: {
      short:
        "Begge reglene gir mangel i {year}: sannsynligheten er {u} etter planlagt utnyttelse og {s} etter servicenivå.",
      enough:
        "Begge reglene gir nok i {year}: sannsynligheten for mangel er {u} etter planlagt utnyttelse og {s} etter servicenivå.",
      service_level_only:
        "Bare servicenivåregelen gir mangel i {year} ({s}; {u} etter planlagt utnyttelse): plassene holder i snitt, men er fulle oftere enn godtatt.",
      utilisation_only:
        "Bare utnyttelsesregelen gir mangel i {year} ({u}; {s} etter servicenivå): plassene blir fullere enn planlagt, men er sjelden alle fulle.",
      either_way:
        "Kan gå begge veier i {year}: sannsynligheten for mangel er {u} etter planlagt utnyttelse og {s} etter servicenivå.",
      small:
        "Begge reglene gir mangel i {year} ({u} etter planlagt utnyttelse, {s} etter servicenivå), men på under en halv plass.",
      both_ways:
        "Kan gå begge veier i {year}: nivået i {base} er ikke talt. I den ene enden av området ({range}) er det {mild}, i den andre {severe}. Sannsynlighet {u} etter planlagt utnyttelse, {s} etter servicenivå.",
      depends:
        "Kommer an på nivået i {base}, som ikke er talt: i den ene enden av området ({range}) {mild} i {year}, i den andre {severe}. Sannsynlighet {u} etter planlagt utnyttelse, {s} etter servicenivå.",
    },
    region: {
      short:
        "Minst ett foretak mangler plasser i {year}: sannsynlighet {u} etter planlagt utnyttelse, {s} etter servicenivå.",
      enough:
        "Alle foretakene har nok i {year}: sannsynlighet for mangel i minst ett {u} etter planlagt utnyttelse, {s} etter servicenivå.",
      tight:
        "Knapt i minst ett foretak i {year}: sannsynlighet for mangel i minst ett {u} etter planlagt utnyttelse, {s} etter servicenivå.",
      depends:
        "Kommer an på nivået i {base} i minst ett foretak: sannsynlighet for mangel i minst ett i {year} {u} etter planlagt utnyttelse, {s} etter servicenivå.",
    },
    regardless: {
      logical: "Uansett: {word} i hele det logisk mulige området.",
      seen: "{word} i hele området som er sett ved like enheter.",
      stated: "{word} i hele det oppgitte området.",
    },
    tip: {
      occupied:
        "Mangel i {year} dersom {trust} i {base} hadde mer enn {u} pasienter i {service} i snitt (etter planlagt utnyttelse; {s} etter servicenivå)",
      occupied_one:
        "Mangel i {year} dersom {trust} i {base} hadde mer enn {level} pasienter i {service} i snitt (etter {rule}; ikke på noe nivå etter {other})",
      beds: "Mangel i {year} dersom {trust} i {base} hadde færre enn {u} plasser i {service} (etter planlagt utnyttelse; {s} etter servicenivå)",
      beds_one:
        "Mangel i {year} dersom {trust} i {base} hadde færre enn {level} plasser i {service} (etter {rule}; ikke med noe antall etter {other})",
      never: "Ikke noe nivå i {base} gir mangel i {year} ved {trust} i {service}",
      other_year: "i {year}: {u} og {s}",
    },
    joint:
      "Minst én av {whose} {count} deler er trolig over {share} i {year}, hvordan de {beds} pasientene i {base} enn deles.",
    count: { n2: "to", n3: "tre", n4: "fire", n5: "fem", n6: "seks", n7: "sju", n8: "åtte", n9: "ni", n10: "ti" },
    when: {
      already: "allerede i {year}, ut perioden",
      from: "fra {year}, ut perioden",
      some: "i {years}",
      passes: "i {years}, ikke i {last}",
      rest_open: "i {years}; ellers kommer an på",
      some_open: "{years}; {last} kommer an på",
      counted: "i {years} (talt), ikke siden",
      could: "tidligst {year}",
      never: "nei",
    },
  },
  bases: {
    heading: "På andre grunnlag: {service} i {year}",
    caption:
      "Gap i {year}, plasser, etter begge reglene, hvis bruken etter {start}, plassene eller valgene var andre (minus: plasser mangler)",
    base: "Grunnlag",
    gap: "{trust}, {rule}",
    region: "mangler {short}, ledig {spare}",
    name: {
      as_reckoned: "Bruken slik de talte årene sier samlet (som ellers i rapporten)",
      last_count: "Bruken som i {start} alene",
      year_before: "Bruken som i {before}",
      year_before_unknown: "Bruken som i det nest siste talte året",
      mean_of_3: "Snittet av de tre siste talte årene (til {start})",
      mean_of_5: "Snittet av de fem siste talte årene (til {start})",
      returning: "Bruken går tilbake mot sitt snitt (bare den ene modellen)",
      walking: "Bruken blir der den er kommet (bare den andre modellen)",
      all_open: "Som øverst, men alle plasser åpne hele året",
      no_plans: "Som øverst, men plassene som i {start}: ingen åpnes eller stenges etter det",
      no_growth: "Som øverst, uten vekst ved siden av befolkningen ({stocks})",
      low_utilisation: "Som øverst, planlagt utnyttelse i nedre ende av det som er oppgitt",
      high_utilisation: "Som øverst, planlagt utnyttelse i øvre ende",
      strict_service_level: "Som øverst, strengeste servicenivå som er oppgitt (risiko og ventetid lavest)",
      mild_service_level: "Som øverst, mildeste servicenivå (risiko og ventetid høyest)",
    },
    central:
      "Tallene er hovedalternativet uten trekninger, så første rad er ikke nøyaktig medianen i tabellen over, og ingen rad har en sannsynlighet.",
    region_sums: "For {region} er mangel summert over foretakene, ledige plasser for seg.",
    without: "Uten {list}, der nivået ikke er talt.",
    holds:
      "Ingen av grunnlagene snur svaret for {trust}, etter noen av reglene: gapet går fra {u_low} til {u_high} etter planlagt utnyttelse og fra {s_low} til {s_high} etter servicenivå.",
    turns: "Svaret for {trust} snur på andre grunnlag: {list}.",
    turn_short: "etter {rule} mangler plasser med «{names}»",
    turn_enough: "etter {rule} mangler ingen med «{names}»",
    or: "», «",
    short: {
      as_reckoned: "hovedalternativet",
      last_count: "bruken som i {start}",
      year_before: "bruken som i {before}",
      year_before_unknown: "bruken som i det nest siste talte året",
      mean_of_3: "snittet av tre år",
      mean_of_5: "snittet av fem år",
      returning: "bruken tilbake til sitt snitt",
      walking: "bruken der den er kommet",
      all_open: "alle plasser åpne",
      no_plans: "plassene som i {start}",
      no_growth: "ingen vekst i {stocks}",
      low_utilisation: "lavest oppgitte utnyttelse",
      high_utilisation: "høyest oppgitte utnyttelse",
      strict_service_level: "strengest oppgitte servicenivå",
      mild_service_level: "mildest oppgitte servicenivå",
    },
    row: "Et annet grunnlag snur svaret i {year}: {list}.",
    row_short: "etter {rule} mangler {beds} med {names}",
    row_enough: "etter {rule} mangler ingen med {names}",
    hardly: "under {beds}",
    region_row: "Et annet grunnlag snur svaret i {year} ved {list}.",
    lead: {
      use: "Et annet grunnlag (bruken i andre talte år, eller alle plasser åpne) snur svaret i {last}, etter minst én av reglene, i {list}.",
      plan: "Med plassene som i siste talte år, uten det som er planlagt etter det, er svaret i {last} et annet i {list}.",
      growth: "Uten veksten i {stocks} er svaret i {last} et annet i {list}.",
      choice:
        "Et annet valg av utnyttelse eller servicenivå, innenfor det som er oppgitt, snur svaret i {last} i {list}.",
    },
    lead_where: "Hva det blir, står under radene i den lange tabellen.",
    lead_one: "{service} ({trusts})",
  },
  choices: {
    heading: "Hva planlagt utnyttelse betyr, og hvem som har ledig",
    caption:
      "Celler med talt nivå. Gap etter planlagt utnyttelse, median, i {year}. Ledige: etter planlagt utnyttelse / servicenivå. Om et annet valg snur svaret, står under raden i tabellen over.",
    at: "Planlagt utnyttelse",
    ends: "Gap {year} ved lav / høy",
  },
};
