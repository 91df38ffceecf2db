#include "app/tables/catalogue/judged_entries.hpp"

#include "app/tables/catalogue/columns.hpp"

namespace framsyn::app {
namespace {

using columns::Columns;
using columns::number;
using columns::or_empty;
using columns::whole;
using columns::words;
using columns::operator+; // NOLINT(misc-unused-using-decls): an operator is not seen to be used

Column share(const char* name, const char* nb, const char* en) {
    return or_empty(number(name, "share", nb, en));
}

const Columns verdict_columns =
    columns::cell_columns() +
    Columns{
        words("verdict", "Dom", "Verdict"),
        words("reason", "Grunn", "Reason"),
        share("p_utilisation", "P(mangel) etter planlagt utnyttelse", "P(shortage) by planned utilisation"),
        share("p_service_level", "P(mangel) etter servicenivå", "P(shortage) by service level"),
        share("p_utilisation_low", "P(mangel) etter planlagt utnyttelse, lavest",
              "P(shortage) by planned utilisation, lowest"),
        share("p_utilisation_high", "P(mangel) etter planlagt utnyttelse, høyest",
              "P(shortage) by planned utilisation, highest"),
        share("p_service_level_low", "P(mangel) etter servicenivå, lavest", "P(shortage) by service level, lowest"),
        share("p_service_level_high", "P(mangel) etter servicenivå, høyest", "P(shortage) by service level, highest"),
        or_empty(
            number("gap_low", "beds", "Gap etter planlagt utnyttelse, lavest", "Gap by planned utilisation, lowest")),
        or_empty(
            number("gap_high", "beds", "Gap etter planlagt utnyttelse, høyest", "Gap by planned utilisation, highest")),
        words("range", "Område for nivået i basisåret", "Range of the base year's level"),
        or_empty(number("tips_at_utilisation", "", "Nivået der P passerer .5 etter planlagt utnyttelse",
                        "Level at which P passes .5 by planned utilisation")),
        or_empty(number("tips_at_service_level", "", "Nivået der P passerer .5 etter servicenivå",
                        "Level at which P passes .5 by service level")),
        words("unit", "Enhet for nivået", "Unit of the level"),
        words("depends_on", "Hva det kommer an på", "What it depends on")};

const Columns enough_places_columns =
    columns::cell_columns() +
    Columns{
        words("rule", "Regel", "Rule"),
        share("limit", "Sannsynligheten for mangel kommer under", "Probability of a shortage comes below"),
        or_empty(number("places", "beds", "Plasser", "Places")),
        or_empty(number("places_low", "beds", "Plasser, der nivået er lavest", "Places, where the level is lowest")),
        or_empty(number("places_high", "beds", "Plasser, der nivået er høyest", "Places, where the level is highest"))};

const Columns published_columns =
    Columns{words("trust", "Helseforetak", "Trust"),
            words("service", "Tjeneste", "Service"),
            whole("since", "Publisert fra", "Published from"),
            whole("year", "År", "Year"),
            number("published", "share", "Publisert endring", "Published change"),
            whole("ours_since", "Framsyns fra", "Framsyn's from"),
            number("ours", "share", "Framsyns endring (median)", "Framsyn's change (median)"),
            number("ours_p10", "share", "Framsyns endring, 10-prosentil", "Framsyn's change, 10th percentile"),
            number("ours_p90", "share", "Framsyns endring, 90-prosentil", "Framsyn's change, 90th percentile"),
            words("reason_nb", "Hvorfor de er ulike", "Why they differ, Norwegian"),
            words("reason_en", "Hvorfor de er ulike, engelsk", "Why they differ"),
            words("source", "Kilde", "Source")};

const Columns together_columns =
    columns::cell_columns() +
    Columns{words("rule", "Regel", "Rule"),
            number("capacity", "beds", "Kapasitet", "Capacity"),
            number("need_low", "beds", "Behov, der nivået er lavest", "Need, where the level is lowest"),
            number("need_high", "beds", "Behov, der nivået er høyest", "Need, where the level is highest"),
            number("gap_low", "beds", "Gap, der nivået er høyest", "Gap, where the level is highest"),
            number("gap_high", "beds", "Gap, der nivået er lavest", "Gap, where the level is lowest"),
            share("p_low", "P(mangel), der nivået er lavest", "P(shortage), where the level is lowest"),
            share("p_high", "P(mangel), der nivået er høyest", "P(shortage), where the level is highest")};

const Columns base_levels_columns = Columns{words("trust", "Helseforetak", "Trust"),
                                            words("service", "Tjeneste", "Service"),
                                            words("range", "Område", "Range"),
                                            or_empty(number("low", "", "Lavest", "Lowest")),
                                            number("reckoned", "", "Regnet med", "Reckoned with"),
                                            or_empty(number("high", "", "Høyest", "Highest")),
                                            words("unit", "Enhet", "Unit")};

const Columns gap_parts_columns =
    columns::cell_columns() + Columns{words("rule", "Regel", "Rule"), words("part", "Del", "Part"),
                                      words("kind", "Hva delen er", "What the part is"),
                                      number("beds", "beds", "Plasser (snitt)", "Beds (mean)")};

const Columns need_steps_columns =
    columns::cell_columns() +
    Columns{words("step", "Steg", "Step"), number("bed_days", "bed days", "Oppholdsdøgn (snitt)", "Bed days (mean)")};

const Columns change_columns =
    columns::cell_columns() +
    Columns{number("capacity_change", "beds", "Kapasitet, endring siden basisåret (plasser)",
                   "Capacity, change since base year (beds)"),
            number("need_change", "beds", "Behov, endring siden basisåret (plasser, median)",
                   "Need, change since base year (beds, median)"),
            number("need_change_p10", "beds", "Behov, endring, 10-prosentil", "Need, change, 10th percentile"),
            number("need_change_p90", "beds", "Behov, endring, 90-prosentil", "Need, change, 90th percentile"),
            number("gap_change", "beds", "Gap, endring (plasser; minus = verre)", "Gap, change (beds; minus = worse)"),
            number("gap_change_p10", "beds", "Gap, endring, 10-prosentil", "Gap, change, 10th percentile"),
            number("gap_change_p90", "beds", "Gap, endring, 90-prosentil", "Gap, change, 90th percentile"),
            number("p_worse", "share", "Sannsynlighet for at gapet er verre enn i basisåret",
                   "Probability that the gap is worse than in the base year")};

/// The same columns, held against another year.
Columns since_count() {
    Columns changed = change_columns;
    for (Column& column : changed) {
        if (column.name == "capacity_change")
            column.meaning = {"Kapasitet, endring siden siste telte år (plasser)",
                              "Capacity, change since the last counted year (beds)"};
        if (column.name == "need_change")
            column.meaning = {"Behov, endring siden siste telte år (plasser, median)",
                              "Need, change since the last counted year (beds, median)"};
        if (column.name == "p_worse")
            column.meaning = {"Sannsynlighet for at gapet er verre enn i siste telte år",
                              "Probability that the gap is worse than in the last counted year"};
    }
    return changed;
}

const Columns bases_columns =
    columns::cell_columns() +
    Columns{words("base", "Grunnlag", "Base"), words("rule", "Regel", "Rule"),
            number("need", "beds", "Behov (plasser, hovedalternativet)", "Need (beds, main alternative)"),
            number("gap", "beds", "Gap (plasser, hovedalternativet; minus = mangel)",
                   "Gap (beds, main alternative; minus = shortage)")};

const Columns counted_columns =
    columns::cell_columns() +
    Columns{or_empty(number("places", "beds", "Talte plasser ved utgangen av året",
                            "Counted places at the end of the year")),
            or_empty(number("open_places", "beds", "Åpne plasser, snitt over året", "Open places, mean over the year")),
            number("bed_days", "bed days", "Talte oppholdsdøgn", "Counted bed days"),
            or_empty(number("occupancy", "share", "Belegg: oppholdsdøgn over tilgjengelige døgn",
                            "Occupancy: bed days over available days")),
            number("need", "beds", "Behov etter planlagt utnyttelse", "Need by planned utilisation")};

const Columns decomposition_columns =
    columns::cell_columns() + Columns{words("cause", "Årsak", "Cause"),
                                      number("bed_days", "bed days", "Oppholdsdøgn (snitt)", "Bed days (mean)")};
const Columns decomposition_beds_columns =
    columns::cell_columns() +
    Columns{words("cause", "Årsak", "Cause"), number("beds", "beds", "Plasser (snitt)", "Beds (mean)")};
const Columns status_columns{words("trust", "Helseforetak", "Trust"),
                             words("service", "Tjeneste", "Service"),
                             words("measure", "Mål", "Measure"),
                             whole("year", "År", "Year"),
                             or_empty(number("value", "", "Verdi", "Value")),
                             words("unit", "Enhet", "Unit"),
                             words("status", "Status", "Status"),
                             words("source", "Kilde, årsak eller grunn", "Source, cause or reason")};

const Columns staff_columns =
    columns::cell_columns() + Columns{words("role", "Rolle", "Role"),
                                      number("staff_years", "staff years", "Årsverk (median)", "Staff years (median)"),
                                      number("p10", "staff years", "10-prosentil", "10th percentile"),
                                      number("p90", "staff years", "90-prosentil", "90th percentile")};

const Columns information_columns =
    columns::cell_columns() + Columns{words("input", "Tall som noen kan finne ut, eller året som telles",
                                            "Figure that somebody could find out, or the year that is counted"),
                                      words("measure", "Mål", "Measure"), number("value", "", "Verdi", "Value"),
                                      or_empty(number("se", "", "Standardfeil", "Standard error")),
                                      words("unit", "Enhet", "Unit")};

const Columns variance_columns =
    columns::cell_columns() +
    Columns{words("measure", "Mål", "Measure"), words("source", "Hva som varierer", "What varies"),
            number("share", "share", "Andel av variansen (anslag)", "Share of the variance (estimate)")};

} // namespace

std::vector<TableEntry> judged_entries() { // NOLINT(readability-function-size): the table itself
    return {
        {"verdict.csv",
         {"Hva som kan sies om hver celle og hvert år, etter begge regler: mangel, nok, knapt, eller at det kommer an "
          "på et nivå som ingen har telt. Da står ytterpunktene og nivået der svaret snur.",
          "What can be said of each cell and year, by both rules: short, enough, tight, or that it depends on a level "
          "that nobody counted. Then the ends stand here, and the level at which the answer turns."},
         {"Dom", "Verdict"},
         0,
         false,
         verdict_columns},
        {"enough_places.csv",
         {"Hele plasser som bringer sannsynligheten for mangel under 10 og under 50 prosent, etter hver regel, om de "
          "er "
          "like mange hele året. Der nivået ikke er telt, står tallet ved begge ender av området i verdict.csv. En "
          "region har ikke noe tall: plassene må ligge der det mangler.",
          "Whole places that bring the probability of a shortage below 10 and below 50 per cent, by each rule, if they "
          "are as many all year. Where the level isn't counted, the number at both ends of verdict.csv's range. A "
          "region has none: places must be where they are missing."},
         {},
         0,
         false,
         enough_places_columns},
        {"together.csv",
         {"Regionen som ett sted, for tjenester der fulle senger fører pasienter til et annet foretak: behov, gap og "
          "sannsynlighet om pasientene alltid flyttes dit det er ledig. Lav og høy er endene av det nivåene i "
          "foretakene kan være; like der de er talt.",
          "The region as one place, for services whose full beds send patients to another trust: need, gap and "
          "probability if patients always move to where there is room. Low and high are the ends of what the trusts' "
          "levels may be; alike where they were counted."},
         {},
         0,
         false,
         together_columns},
        {"base_levels.csv",
         {"Områdene som et nivå ingen har telt, kan ligge i: det logisk mulige, det som er sett ved like plasser, og "
          "det scenarioet oppgir. Belagte plasser i snitt i basisåret, eller plasser der det er plassene som ikke er "
          "kjent. Tomt: ingen grense.",
          "The ranges that a level which nobody counted can lie in: what is logically possible, what was seen at like "
          "places, and what the scenario states. Occupied beds in the mean of the base year, or places where it is the "
          "places that aren't known. Empty: no limit."},
         {},
         0,
         false,
         base_levels_columns},
        {"gap_parts.csv",
         {"Gapet tatt fra hverandre: det som er ledig i basisåret, det planen legger til, hva folketallet og hver "
          "virkning gjør, og reserven som regelen krever. Delene summerer seg til snittet av gapet.",
          "The gap taken apart: what is spare in the base year, what the plan adds, what people and each effect do, "
          "and the reserve that the rule demands. The parts sum to the mean gap."},
         {},
         0,
         false,
         gap_parts_columns},
        {"need_steps.csv",
         {"Behovet steg for steg, der pasientene behandles: folketallet, så endringsfaktorene, så det som vokser ved "
          "siden "
          "av, så tiltakene. Hvert steg oppå dem før; det siste er behovet.",
          "Need step by step, where patients are treated: people, then change factors, then what grows beside, then "
          "actions. Every step on top of those before; the last is the need."},
         {},
         0,
         false,
         need_steps_columns},
        {"change.csv",
         {"Endring i kapasitet, behov og gap siden basisåret. Kan sies også der nivået ikke er kjent.",
          "Change in capacity, need and gap since the base year. Can be said also where the level is not known."},
         {"Endring siden basisåret", "Change since base year"},
         2,
         false,
         change_columns},
        {"decomposition.csv",
         {"Endringen i behovet siden basisåret, i oppholdsdøgn, etter årsak: det som er talt siden da, antall "
          "mennesker, alder og kjønn, flytting, bruksnivå, hver faktor, det som vokser ved siden av, hvert tiltak, og "
          "årets lengde. Summerer seg til endringen av snittet.",
          "The change of need since the base year in bed days, by cause: what was counted since then, number of "
          "people, age and sex, moves, level of use, each factor, what grows beside, each action, and the year's "
          "length. Sums to the change of the mean."},
         {},
         0,
         false,
         decomposition_columns},
        {"decomposition_beds.csv",
         {"Det samme i plasser etter planlagt utnyttelse; utilisation er det planlagt utnyttelse og åpne plasser gjør.",
          "The same in beds by planned utilisation; utilisation is what planned utilisation and open places do."},
         {},
         0,
         false,
         decomposition_beds_columns},
        {"bases.csv",
         {"Gapet på andre grunnlag. Bruken etter siste telte år: som regnet (as-reckoned), én av de to modellene alene "
          "(returning, walking), bruken per innbygger i siste telte år, året før, eller snittet av tre eller fem år, "
          "om alle plasser var åpne hele året (all-open), uten endringer i plasser etter siste talte år (no-plans), "
          "uten "
          "vekst ved siden av befolkningen (no-growth), og med planlagt utnyttelse eller servicenivå (godtatt risiko "
          "og "
          "ventetid) i endene av intervallene. Et grunnlag som ikke endrer noe i scenarioet, står ikke. "
          "Hovedalternativet, uten trekninger.",
          "The gap on other bases. Use after the last counted year: as reckoned, one of the two models alone "
          "(returning, walking), use per person of the last counted year, of the year before, or the mean of three or "
          "five years, if every place were open all year (all-open), without changes of beds after the last counted "
          "year "
          "(no-plans), without growth beside the population (no-growth), and with planned utilisation or the service "
          "level (accepted risk and wait) at the ends of their intervals. A base that changes nothing in the scenario "
          "isn't there. The main alternative, nothing drawn."},
         {"Andre grunnlag", "Other bases"},
         2,
         false,
         bases_columns},
        {"counted.csv",
         {"Det som er talt, fra seriens første år: plasser, åpne plasser, oppholdsdøgn og belegg, og plassene som "
          "døgnene krever etter planlagt utnyttelse (før basisåret med basisårets utnyttelse og åpne andel). Belegget "
          "er tomt der de talte plassene ikke rommer de talte døgnene.",
          "What was counted, from the first year of the series: places, open places, bed days and occupancy, and the "
          "places that those days ask for by planned utilisation (before the base year by the base year's utilisation "
          "and open share). Occupancy is empty where the counted places can't hold the counted days."},
         {"Talte år", "Counted years"},
         2,
         false,
         counted_columns},
        {"change_from_count.csv",
         {"Endring i kapasitet, behov og gap siden siste telte år. Et kutt som er gjennomført og talt, er ingen "
          "forverring framover.",
          "Change in capacity, need and gap since the last counted year. A cut that has been made and counted is no "
          "worsening to come."},
         {},
         0,
         false,
         since_count()},
        {"status.csv",
         {"Det departementet spør om hvert år, arket «Til årlig melding»: talte plasser, åpne plasser, belegg og "
          "oppholdsdøgn de tre siste telte årene, med nivået ved siden av, endringen med årsak, beredskap, planlagt "
          "endring, behovet framover etter begge regler og etter regionens egen modell. Uten tall sier status hvorfor.",
          "What the ministry asks for each year, the sheet \"For the annual report\": counted places, open places, "
          "occupancy and bed days of the last three counted years, with the level beside, the change with its cause, "
          "beredskap, planned change, need ahead by both rules and by the region's own model. Without a number the "
          "status says why."},
         {},
         0,
         false,
         status_columns},
        {"published.csv",
         {"Framskrivinger som andre har publisert ([[published_projection]]), ved siden av vår: endring i oppholdsdøgn "
          "per dag som andel av det første årets. Vår begynner tidligst i basisåret.",
          "Projections that others have published ([[published_projection]]) beside ours: change of bed days a day "
          "over "
          "the first year's. Ours begins in the base year at the earliest."},
         {},
         0,
         false,
         published_columns},
        {"staff_need.csv",
         {"Årsverk som behovet krever, etter rolle: plassene etter planlagt utnyttelse ganger årsverk per plass "
          "([[staffing]], oppgitt eller antatt). Der nivået ikke er talt (not-identified i gap.csv), gjelder de det "
          "antatte "
          "nivået. Bare der scenariet har [[staffing]].",
          "Staff years that need asks for, by role: beds by planned utilisation times staff years per bed "
          "([[staffing]], stated or assumed). Where nobody counted the level (not-identified in gap.csv) they are of "
          "the "
          "assumed one. Only where the scenario has [[staffing]]."},
         {"Årsverk", "Staff years"},
         2,
         true,
         staff_columns},
        {"information.csv",
         {"Hvilket tall først, med --ask, i siste år: hvor mange celler et utalt tall ville avgjort (decided, for et "
          "tall, en tjeneste eller en sum samlet), hvor mange gale svar (wrong-utilisation, wrong-service-level) og "
          "feilplasserte plasser (beds) som spares ved å vite et tall, 0 under to standardfeil, og ved siden av hver "
          "knapp celle eller en som kommer an på, hva som ventes (expected) og hvilket nivå som snur dommen "
          "til "
          "mangel (trigger-short) eller nok (trigger-enough).",
          "Which figure first, with --ask, in the last year: how many cells an uncounted figure would decide (decided, "
          "of "
          "a figure, a service or a sum together), how many wrong answers (wrong-utilisation, wrong-service-level) and "
          "beds amiss (beds) are spared by knowing a figure, 0 below two standard errors, and beside every tight or "
          "depending cell what is expected (expected) and the level that turns the verdict to short "
          "(trigger-short) or enough (trigger-enough)."},
         {},
         0,
         false,
         information_columns},
        {"variance.csv",
         {"Hvor stor del av variansen hver gruppe av forutsetninger står for alene, med --variance: demography "
          "(befolkning), level (bruksnivå), rates (øvrige rater), stays (liggetid), factors (endringer og tiltak), "
          "chance "
          "(pasientenes tilfeldigheter) og interaction (det de gjør sammen). Summen er 1.",
          "How much of the variance each group of assumptions makes alone, with --variance: demography, level (of "
          "use), "
          "rates (other rates), stays, factors (changes and actions), chance (of patients) and interaction (what they "
          "make "
          "together). They sum to 1."},
         {},
         0,
         false,
         variance_columns}};
}

} // namespace framsyn::app
