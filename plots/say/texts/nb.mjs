// Every text in Norwegian bokmål; the other language has the same keys.
export default {
  "words": {
    "and": "og",
    "to": "til"
  },
  "months": {
    "m01": "januar",
    "m02": "februar",
    "m03": "mars",
    "m04": "april",
    "m05": "mai",
    "m06": "juni",
    "m07": "juli",
    "m08": "august",
    "m09": "september",
    "m10": "oktober",
    "m11": "november",
    "m12": "desember"
  },
  "plan": {
    "decided": "vedtatt",
    "planned": "planlagt",
    "possible": "mulig, ikke medregnet",
    "observed": "observert"
  },
  "outside": "Utenfor foretakene",
  "gap_chart": {
    "title": "{trust}, {service}: kapasitet og behov {first}–{last}",
    "title_unknown": "Kan ikke vurderes: {trust}, {service}, kapasitet og behov {first}–{last}",
    "basis_share": "Behov i {unit} ved {share} planlagt utnyttelse. Bemannet kapasitet, snitt over året.",
    "basis_utilisation": "Behov i {unit} etter planlagt utnyttelse. Bemannet kapasitet, snitt over året.",
    "basis_service_level": "Behov i {unit} etter servicenivåregelen. Bemannet kapasitet, snitt over året.",
    "band95": "95 % intervall",
    "band80": "80 % intervall",
    "need": "Framskrevet behov: {beds}",
    "need_assumed": "Behov fra antatt nivå",
    "capacity": "Bemannet kapasitet: {beds}",
    "shortage": "Underdekning: {beds}",
    "opening": "{date}: {beds}{label} ({plan})",
    "month_year": "{month} {year}",
    "none_likely": "Underdekning er ikke mer sannsynlig enn ikke i noe vurdert år.",
    "likely_already": "Median behov er over kapasiteten allerede i {year} og ut perioden.",
    "likely_from": "Median behov passerer kapasiteten i {year} og blir over.",
    "likely_in": "Median behov er over kapasiteten i {years}.",
    "change_only": "Endring {base}–{last}: behov {need} (80 % intervall {interval}), kapasitet {capacity}.",
    "footer": "{scenario} Framskriving, {draws} trekninger; linjen er medianen.",
    "axis_from": "Y-aksen starter på {value}."
  },
  "unknown": {
    "not-identified": "Kan ikke vurderes: nivået i {year} er en antakelse",
    "assumed": "Kan ikke vurderes: nivået eller kapasiteten hviler på en antakelse",
    "some": "Kan ikke vurderes i {years}: tallet hviler på en antakelse"
  },
  "risk": {
    "low": "lav",
    "medium": "middels",
    "high": "høy",
    "unknown": "kan ikke vurderes",
    "low_limits": "lav, under 10 %",
    "medium_limits": "middels, 10–50 %",
    "high_limits": "høy, over 50 %",
    "unknown_limits": "kan ikke vurderes"
  },
  "risk_chart": {
    "title": "Sannsynlighet for underdekning {first}–{last}, prosent",
    "subtitle": "Andel av trekningene med behov over bemannet kapasitet. Regel: {rule}. Fargene er ikke beredskapsnivåer.",
    "silent": "Uten risikoklasse: nivået hviler på en antakelse hos alle",
    "silent_row": "{service}: kan ikke vurderes"
  },
  "pyramid_chart": {
    "title": "{trust}: befolkning {base} og {last}",
    "subtitle": "{people_base} innbyggere i {base}, {people_last} i {last}. 67 år og eldre: {old_base} og {old_last}.",
    "women": "Kvinner",
    "men": "Menn",
    "key": "linje {base}, flate {last}",
    "axis": "Personer per ettårig aldersgruppe, 1. januar",
    "age": "Alder",
    "variant": "{variant}"
  },
  "fan_chart": {
    "panel": "{group}, personer",
    "title": "{area}: befolkning etter alder {first}–{last}",
    "change": "{group}: fra {from} i {base} til {to} i {last} ({change}).",
    "unit": "Per 1. januar. Til høyre: median i {last} og endring siden {base}. Egen y-akse i hver rute.",
    "unit_single": "Per 1. januar. Til høyre: tallet i {last} og endring siden {base}. Egen y-akse i hver rute.",
    "observed": "observert",
    "median": "framskrevet, median",
    "projected": "framskrevet",
    "footer": "{scenario} Framskriving, {draws} trekninger.",
    "footer_single": "{scenario} Framskriving uten usikkerhet.",
    "past": "Skyggelagt: observert til og med 1. januar {observed}.",
    "cut": "Ikke alle y-akser starter på null."
  },
  "dependency_chart": {
    "axis": "Personer 67 år og eldre per 100 på 20–66 år",
    "title": "Eldre per 100 i yrkesaktiv alder {first}–{last}",
    "unit": "Forsørgerbrøk for eldre: personer 67 år og eldre per 100 personer 20–66 år, 1. januar.",
    "change": "{area}: fra {from} i {base} til {to} i {last} (80 % intervall {interval}).",
    "change_single": "{area}: fra {from} i {base} til {to} i {last}.",
    "label": "{area}: {value}",
    "band80": "80 % intervall, {area}",
    "band95": "95 % intervall, {area}",
    "footer": "{scenario} Framskriving, {draws} trekninger; linjene er medianer, tallene er for {last}."
  },
  "components_chart": {
    "title": "{area}: endring i folketallet etter årsak {first}–{end}",
    "sums": "Fra 1. januar {first} til 1. januar {after}: {total} personer. Av dette {list}.",
    "sum": "{part} {value}",
    "nothing": "Fra 1. januar {first} til 1. januar {after}: {total} personer.",
    "axis": "Personer per år",
    "natural": "Fødselsoverskudd",
    "internal": "Nettoflytting mellom områdene",
    "outside": "Nettoflytting utenfra",
    "correction": "Korreksjon til offisielle tall",
    "total": "Endring i folketallet",
    "in_year": "{year}: {value}",
    "outside_note": "Utenfra: til og fra steder utenfor {region}.",
    "footer": "{scenario} Framskriving, {variant}."
  },
  "population_finding": {
    "rises": "Folketallet i {area} øker trolig fra {from} i {base} til {to} i {last} ({change})",
    "falls": "Folketallet i {area} synker trolig fra {from} i {base} til {to} i {last} ({change})",
    "either": "Folketallet i {area} kan både øke og synke fram til {last}: median {to} mot {from} i {base} ({change})",
    "same": "Folketallet i {area} er {to} i {last}, som i {base}",
    "interval": "80 % intervall for folketallet i {last}: {interval}.",
    "group": "{group}: fra {from} i {base} til {to} i {last} ({change}), 80 % intervall {interval}.",
    "group_alone": "{group}: fra {from} i {base} til {to} i {last} ({change}).",
    "dependency": "Per 100 personer på 20–66 år er det {to} på 67 år og eldre i {last}, mot {from} i {base}."
  },
  "groups": {
    "all": "Alle",
    "g80": "80 år og eldre",
    "g67": "67 år og eldre"
  },
  "occupancy_chart": {
    "title": "Belagte mot åpne senger, {service}",
    "subtitle": "Simulert, snitt over året i {unit}. Blå linje: belagte senger, med bånd for 80 % av {replications} replikasjoner. Mørk trinnlinje: åpne senger. Egen y-akse i hver rute."
  },
  "change_chart": {
    "title": "Endring siden {base} i {service}",
    "subtitle": "I {unit} mot {base}. Blå linje: behov (median, med bånd for 80 % intervall). Mørk trinnlinje: bemannet kapasitet. Regel: {rule}. Egen y-akse i hver rute."
  },
  "rules": {
    "utilisation": "planlagt utnyttelse",
    "service_level": "servicenivå"
  },
  "finding": {
    "nothing_judged": "Ingen kombinasjon av helseforetak og tjeneste kan vurderes: nivået i {base} er en antakelse",
    "none": {
      "one": "{trust} mangler trolig ikke plasser i {service} fram til {last}",
      "other": "Ingen av de {n} vurderte kombinasjonene av helseforetak og tjeneste mangler trolig plasser fram til {last}"
    },
    "short": "{trust} mangler trolig {beds} {unit} i {service} i {last}{at}",
    "passed": "{trust} mangler trolig plasser i {service} i {years}, men ikke i {last}",
    "passed_unknown_end": "{trust} mangler trolig plasser i {service} i {years}; senere år hviler på antatte tall og kan ikke vurderes",
    "worst": "Underdekning er mer sannsynlig enn ikke {when}.",
    "count": {
      "one": "Det er den eneste av {judged} vurderte kombinasjoner av helseforetak og tjeneste som trolig får underdekning en gang i {first}–{last}.",
      "other": "Av {judged} vurderte kombinasjoner av helseforetak og tjeneste får {n} trolig underdekning en gang i {first}–{last}."
    },
    "listed": "{trust}, {service} ({when}, på det meste {most} {unit})",
    "more": {
      "one": "én til",
      "other": "{n} til"
    },
    "others": "Også: {list}.",
    "spare": "Ledige plasser i samme tjeneste i {last}: {list}.",
    "spare_none": "Ingen av de andre vurderte helseforetakene har ledige plasser i samme tjeneste i {last}.",
    "spare_unknown": "{unknown} kan ikke vurderes.",
    "nearest": "Nærmest er {short} i {service}, der sannsynligheten for underdekning er høyest i {year}: {p}.",
    "unknown": {
      "one": "Ytterligere én kombinasjon kan ikke vurderes, fordi nivået eller kapasiteten hviler på en antakelse.",
      "other": "Ytterligere {n} kombinasjoner kan ikke vurderes, fordi nivået eller kapasiteten hviler på en antakelse."
    },
    "at": " ved {share} planlagt utnyttelse",
    "choice": "Planlagt utnyttelse er et valg: sannsynlighet og intervall gjelder ved {share}.",
    "path": "Gapet var {first} i {base} og er {gap} i {last} (80 % intervall {interval}); sannsynligheten for underdekning er da {p}.",
    "path_end": "I {last} er gapet {gap} (80 % intervall {interval}) og sannsynligheten for underdekning {p}.",
    "tiny": "Under én plass mangler: {list}."
  },
  "when": {
    "already": "allerede i {year}",
    "already_only": "allerede i {year}, men ikke senere",
    "already_until": "allerede i {year}, til og med {to}",
    "already_some": "allerede i {year} ({years})",
    "from": "fra {year}",
    "some": "i {years}",
    "never": "nei, høyest {p}",
    "partly": "{when}; {years} kan ikke vurderes"
  },
  "sourced": {
    "none": "Kjøringen oppgir ingen inndata med status.",
    "count": {
      "one": "Ett av {all} inndata ({share}) er hentet fra en kilde ({observed} observert, {published} publisert); {derived} er avledet og {assumed} antatt.",
      "other": "{sourced} av {all} inndata ({share}) er hentet fra en kilde ({observed} observert, {published} publisert); {derived} er avledet og {assumed} antatt."
    }
  },
  "ageing": {
    "pattern": "Bruken av døgnplasser i psykisk helsevern for voksne er lavere i de eldre aldersgruppene, så aldring alene trekker behovet ned der. I somatikk og intensiv trekker aldring behovet opp.",
    "falls": "I {region} går median behov i psykisk helsevern for voksne ned med {beds} plasser fra {base} til {last}.",
    "rises": "Når alt regnes med, går median behov i psykisk helsevern for voksne i {region} likevel opp med {beds} plasser fra {base} til {last}.",
    "same": "Når alt regnes med, er median behov i psykisk helsevern for voksne i {region} uendret fra {base} til {last}.",
    "stock": "Uavhengig av alder legger forutsetningen «{name}» til {beds} belagte senger i {service} fram til {last}."
  },
  "report": {
    "brand": "Framsyn",
    "edited": "Endret etter kjøringen: {files}.",
    "contents": "Innhold",
    "images": "Hver figur ligger som SVG i mappen charts/, og «framsyn plot --images MAPPE» lager PNG og PDF av dem.",
    "how_to_read": "Gap er kapasitet minus behov; minus betyr at plasser mangler. Sannsynligheten for underdekning er andelen av {draws} trekninger der behovet er større enn bemannet kapasitet. Dette er en framskriving, ikke et varsel.",
    "none": "Ingen tall i denne kjøringen.",
    "how_to_read_population": "Tallene er medianer over {draws} trekninger; i 80 % av trekningene ligger tallet i intervallet. Dette er en framskriving, ikke et varsel.",
    "how_to_read_single": "Kjøringen har én bane og ingen usikkerhet. Dette er en framskriving, ikke et varsel.",
    "not_simulated": "Ikke simulert i denne kjøringen.",
    "differences": "Forskjeller fra {file}: {list}.",
    "differences_many": "Forskjeller fra {file} ({n}): {list} og flere; se tabellen nederst.",
    "differences_caption": "Forskjeller fra {file}",
    "difference": "{key}: {before} → {after}",
    "nothing": "(finnes ikke)",
    "before": "I {file}",
    "after": "Her"
  },
  "judged": {
    "heading": "Kan vurderes: mangler det plasser, når og hvor mange?",
    "caption": "Regel: {rule}. Gap = bemannet kapasitet − median behov, i plasser, med 80 % intervall i parentes. Minus: plasser mangler.",
    "trust": "Helseforetak",
    "when": "Underdekning mer sannsynlig enn ikke",
    "gap": "Gap {year}",
    "probability": "Sannsynlighet {year}",
    "utilisation": "Planlagt utnyttelse",
    "at_utilisation": "Planlagt utnyttelse (gap {year} ved lav / høy)",
    "spare": "Ledige hos de andre",
    "spare_year": "{year}: {list}",
    "none_spare": "ingen",
    "region": "{region}, sum",
    "unknown_others": "ikke vurdert: {list}",
    "nothing": "Ingen kombinasjoner av helseforetak og tjeneste kan vurderes i denne kjøringen.",
    "notes": "Merknader"
  },
  "unjudged": {
    "heading": "Kan ikke vurderes: bare endringen siden {base} kan leses",
    "caption": "Regel: {rule}. Endring i plasser fra {base} til {last}: behov (median, 80 % intervall i parentes) og bemannet kapasitet. Nivået i {base} eller plassene i planen er antatt, så gap og risikoklasse gis ikke.",
    "intro": "Her er aktiviteten i {base} beregnet av plasser og et antatt belegg, eller den hviler på et annet antatt tall. Gapet i {base} følger da av antakelsen.",
    "service": "Tjeneste",
    "need": "behov",
    "capacity": "kapasitet",
    "verdict": "kan ikke vurderes",
    "judged": "se over",
    "absent": "–",
    "part": "del av {group}",
    "judged_group": "se {group}"
  },
  "sections": {
    "risk": "Risiko for underdekning",
    "gap": "Behov mot kapasitet",
    "change": "Endring siden {base}",
    "rules": "Behov etter begge reglene",
    "occupancy": "Belegg i simuleringen",
    "flows": "Pasienter som behandles et annet sted",
    "population": "Befolkning",
    "indicators": "Indikatorer",
    "assumptions": "Forutsetninger",
    "method": "Slik er det regnet"
  },
  "intros": {
    "risk": "Klassene er lav (under 10 %), middels (10–50 %) og høy (over 50 %), alltid med symbol og tall. De er ikke beredskapsnivåer. Skravert betyr at nivået hviler på en antakelse; da gis ingen klasse.",
    "gap": "Båndene er kvantiler av behovet over trekningene. Kapasiteten er bemannede plasser, snitt over året. Underdekning er skyggelagt bare der cellen kan vurderes.",
    "change": "Forskjellen regnes i hver trekning, så et ukjent nivå faller i stor grad bort. Dette er det som kan sies også der nivået ikke er kjent.",
    "rules": "Utnyttelsesregelen deler oppholdsdøgn på 365 ganger planlagt utnyttelse. Servicenivåregelen er det minste antall plasser der høyst en gitt andel av ankomstene møter fulle plasser, delt på andelen av året plassene er åpne. Små enheter trenger mer etter den siste. Tallene er gjennomsnitt over trekningene.",
    "occupancy": "Pasienter simulert én for én gjennom plassene i planen. Belegg er et resultat; planlagt utnyttelse er en forutsetning. De to skal ikke blandes. I parentes: 80 % av replikasjonene. Belegg over 100 % er overbelegg. Kjøpte døgn og døgn hos andre helseforetak er ikke med, så belagte senger kan ligge under behovet.",
    "flows": "Oppholdsdøgn per år for pasienter som behandles et annet sted enn hjemme, etter grunn. Fra simuleringen, gjennomsnitt.",
    "population": "Innbyggere 1. januar etter bosted. Til og med {observed} er tallene observert. Pyramidene og endring etter årsak viser {variant}; resten er medianer.",
    "indicators": "Verdiene er ikke avrundet før de sammenlignes med målet.",
    "assumptions": "Status: observert (telt eller rapportert av den ansvarlige), publisert (lest i en annen kilde), avledet (beregnet med oppgitt formel), antatt (alt annet).",
    "population_main": "Innbyggere 1. januar etter bosted, {variant}. Til og med {observed} er tallene observert."
  },
  "tables": {
    "service": "Tjeneste",
    "trust": "Helseforetak",
    "from": "Fra",
    "to": "Til",
    "reason": "Grunn",
    "year": "År",
    "value": "Verdi",
    "unit": "Enhet",
    "target": "Mål",
    "status": "Status",
    "indicator": "Indikator",
    "key": "Forutsetning",
    "low": "Lav",
    "high": "Høy",
    "source": "Kilde",
    "rules_caption": "Behov i plasser etter de to reglene: planlagt utnyttelse / servicenivå. Gjennomsnitt over trekningene.",
    "by_utilisation": "Plasser {year} ved utnyttelse",
    "by_service_level": "Plasser {year} ved servicenivå",
    "risk": "Høyest andel som møter fullt",
    "flows_caption": "{service}: oppholdsdøgn per år",
    "days": "Døgn {year}",
    "indicators_caption": "Indikatorer med mål og status",
    "assumptions_caption": "Alle forutsetninger i kjøringen",
    "occupancy_caption": "{service}: belagte og åpne senger, simulert snitt over året",
    "occupied": "Belagte {year}",
    "open": "Åpne {year}",
    "share": "Belegg {year}",
    "series_caption": "Indikatorer som tidsserier",
    "guessed": "antatt nivå"
  },
  "ages": {
    "all": "Alle aldre",
    "g0_17": "0–17 år",
    "g18_66": "18–66 år",
    "g67_79": "67–79 år",
    "g80_89": "80–89 år",
    "g90": "90 år og eldre",
    "g67": "67 år og eldre",
    "g80": "80 år og eldre"
  },
  "reasons": {
    "function": "funksjonsfordeling",
    "overflow": "overløp",
    "purchase": "kjøp",
    "return": "hjemføring",
    "step_down": "nedtrapping",
    "boarding": "lånt plass"
  },
  "status": {
    "observed": "observert",
    "published": "publisert",
    "derived": "avledet",
    "assumed": "antatt",
    "met": "nådd",
    "not_met": "ikke nådd",
    "no_target": "uten mål",
    "not_computable": "kan ikke beregnes",
    "not_modelled": "ikke modellert",
    "all": "alle"
  },
  "filter": "Vis status",
  "method": {
    "m1": "Befolkning: kohort-komponent, ett år om gangen, ettårig alder og kjønn, for hvert opptaksområde. Observerte år beholdes.",
    "m2": "Behov: rater etter alder og kjønn ganges med befolkningen, endringsfaktorer legges på, og oppholdsdøgn gjøres om til plasser med regelen i tabellhodet. Behov etter bosted flyttes til behandlingsstedet med funksjonsfordelingen.",
    "m3": "Simulering: pasienter går gjennom plassene én for én, med kø, overbelegg og overløp etter tjenestens regel.",
    "m4": "Usikkerhet: {draws} trekninger av forutsetningene for behovet, {replications} replikasjoner av simuleringen. Bånd er kvantiler av tallet som vises, regnet etter summering i hver trekning.",
    "m5": "Regionen er summen av helseforetakene, ikke et felles sengelager.",
    "p1": "Befolkning: kohort-komponent, ett år om gangen, ettårig alder og kjønn, for hvert område. Observerte år beholdes.",
    "p2": "Usikkerhet: {draws} trekninger av fruktbarhet, dødelighet og flytting. Bånd er kvantiler av tallet som vises, regnet etter summering i hver trekning.",
    "p3": "Hovedalternativet er framskrivingen med forutsetningene slik de står, uten trekninger. Medianen kan avvike litt fra den.",
    "p4": "{region} er summen av områdene.",
    "m3_none": "Simulering: ikke i denne kjøringen. «framsyn run» sender pasienter gjennom plassene én for én.",
    "m4_none": "Usikkerhet: {draws} trekninger av forutsetningene for behovet. Bånd er kvantiler av tallet som vises, regnet etter summering i hver trekning."
  },
  "footer": "Scenario {id}. {draws} trekninger, {replications} replikasjoner, frø {seed}.",
  "footer_population": "Scenario {id}. {draws} trekninger, frø {seed}.",
  "errors": {
    "usage": "Bruk: node render.mjs MAPPE [--images] [--lang nb|en] [--edited FIL] [--quiet]",
    "no_directory": "mappen finnes ikke",
    "missing_file": "filen mangler",
    "no_header": "filen er tom; ventet en linje med kolonnenavn",
    "missing_column": "mangler kolonnen '{column}'",
    "field_count": "linjen har {found} felt, ventet {expected}",
    "not_a_number": "'{text}' i kolonnen '{column}' er ikke et tall",
    "not_an_integer": "'{text}' i kolonnen '{column}' er ikke et heltall",
    "after_quote": "tegn etter avsluttende anførselstegn",
    "open_quote": "anførselstegn uten slutt",
    "cut_off": "siste linje er ikke avsluttet; filen kan være kuttet",
    "bad_json": "ikke gyldig JSON",
    "bad_context": "'{key}' mangler eller har feil form",
    "unknown_trust": "ukjent helseforetak '{text}'; ikke i context.json",
    "unknown_service": "ukjent tjeneste '{text}'; ikke i context.json",
    "unknown_word": "ukjent verdi '{text}' i kolonnen '{column}'",
    "not_a_share": "'{text}' i kolonnen '{column}' er ikke mellom 0 og 1",
    "not_a_date": "'{text}' er ikke en dato på formen ÅÅÅÅ-MM-DD",
    "twice": "raden for {trust}, {service}, {year} står to ganger",
    "hole": "mangler rad for {trust}, {service}, {year}",
    "no_quantile": "mangler kvantil {probability} av behovet for {trust}, {service}, {year}",
    "no_population_quantile": "mangler kvantil {probability} av {group} for {trust}, {year}",
    "twice_population": "raden for {trust}, {group}, {year} står to ganger",
    "rsvg": "rsvg-convert mislyktes: {text}",
    "no_rsvg": "finner ikke rsvg-convert (Debian-pakken librsvg2-bin)"
  },
  "done": "{charts} figurer og report.html i {directory}",
  "indicator": {
    "rate": "{service}: plasser per 100 000 innbyggere, {tier}",
    "reproduced": "{service}: simulerte mot kjente oppholdsdøgn",
    "wait": "Ventetid for alle henviste: {service}",
    "inhabitants": "Innbyggere i nevneren for rater"
  },
  "tier": {
    "physical": "fysisk",
    "staffed": "bemannet",
    "surge": "i beredskap"
  },
  "units": {
    "beds": "plasser",
    "days": "døgn",
    "bed_days": "oppholdsdøgn",
    "persons": "personer",
    "years": "år",
    "minutes": "minutter",
    "ratio": "forhold",
    "beds_per_100_000": "per 100 000",
    "beds_per_year": "plasser per år",
    "admissions_per_day": "innleggelser per døgn",
    "children_per_woman": "barn per kvinne",
    "calendar_year": "kalenderår",
    "patients": "pasienter"
  },
  "population_report": {
    "pyramids": "Befolkningspyramider",
    "many": "Kjøringen har {n} områder: bare {region} er tegnet. Alle områdene står i tabellen og i resultatfilene.",
    "source": "Observerte tall: {source}",
    "caption": "Innbyggere 1. januar etter alder: median, 80 % intervall under. Medianer summerer ikke nøyaktig.",
    "caption_main": "Innbyggere 1. januar etter alder, {variant}",
    "table": "Tabell: innbyggere etter område, år og alder",
    "area_year": "Område og år",
    "mean_age": "Gjennomsnittsalder",
    "dependency": "67+ per 100 på 20–66 år"
  },
  "variant": {
    "main": "hovedalternativet ({variant})",
    "other": "alternativet {variant}"
  },
  "footer_projected": "Scenario {id}. {draws} trekninger, ikke simulert, frø {seed}."
};
