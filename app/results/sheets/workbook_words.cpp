#include "app/results/sheets/workbook_words.hpp"

#include <algorithm>
#include <span>
#include <string_view>

namespace framsyn::app {
namespace {

/// What a code in a column is called.
struct Word {
    std::string_view column;
    std::string_view code;
    std::string_view nb, en;
};

constexpr Word values[] = {
    {"evidence", "sourced", "kjent", "sourced"},
    {"evidence", "derived", "avledet", "derived"},
    {"evidence", "assumed", "hviler på en antakelse", "rests on an assumption"},
    {"evidence", "not-identified", "nivået i basisåret er ikke talt", "the base year's level is not counted"},
    {"verdict", "short", "mangel", "short"},
    {"verdict", "enough", "nok", "enough"},
    {"verdict", "tight", "knapt", "tight"},
    {"verdict", "depends", "kommer an på", "depends"},
    {"reason", "service-level-only", "bare etter servicenivå", "by service level only"},
    {"reason", "utilisation-only", "bare etter planlagt utnyttelse", "by planned utilisation only"},
    {"reason", "either-way", "kan gå begge veier", "either way"},
    {"reason", "small", "under en halv plass", "less than half a bed"},
    {"range", "logical", "logisk mulig", "logically possible"},
    {"range", "seen", "sett ved slike plasser", "seen at such places"},
    {"range", "stated", "oppgitt", "stated"},
    {"unit", "occupied-beds", "plasser i bruk", "occupied beds"},
    {"rule", "utilisation", "planlagt utnyttelse", "planned utilisation"},
    {"rule", "service-level", "servicenivå", "service level"},
    {"future", "as-assumed", "som forutsatt", "as assumed"},
    {"future", "sentences-flat", "uten vekst i dommer", "no growth in sentences"},
    {"future", "use-low", "lav bruk", "low use"},
    {"future", "use-high", "høy bruk", "high use"},
    {"future", "migration-low", "lav flytting", "low migration"},
    {"future", "migration-high", "høy flytting", "high migration"},
    {"judged", "yes", "ja", "yes"},
    {"judged", "no", "nei", "no"},
    {"service", "all", "alle", "all"},
    {"tier", "staffed", "bemannet", "staffed"},
    {"tier", "surge", "beredskap", "surge"},
    {"plan", "observed", "observert", "observed"},
    {"plan", "decided", "vedtatt", "decided"},
    {"plan", "planned", "planlagt", "planned"},
    {"plan", "possible", "mulig (regnes ikke med)", "possible (not counted)"},
    {"status", "observed", "observert", "observed"},
    {"status", "published", "publisert", "published"},
    {"status", "derived", "avledet", "derived"},
    {"status", "assumed", "antatt", "assumed"},
    {"status", "met", "nådd", "met"},
    {"status", "not-met", "ikke nådd", "not met"},
    {"status", "no-target", "uten mål", "no target"},
    {"status", "not-modelled", "ikke modellert", "not modelled"},
    {"status", "not-computable", "kan ikke beregnes", "not computable"},
    {"status", "counted", "telt", "counted"},
    {"status", "projected", "framskrevet", "projected"},
    {"status", "reported", "oppgitt", "reported"},
    {"status", "not-received", "ikke mottatt", "not received"},
    {"sex", "female", "kvinner", "women"},
    {"sex", "male", "menn", "men"},
    {"sex", "both", "begge", "both"},
    {"age_group", "all", "alle", "all"},
    {"reason", "function", "funksjonsfordeling", "division of labour"},
    {"reason", "overflow", "overløp", "overflow"},
    {"reason", "purchase", "kjøp", "purchase"},
    {"component", "births", "fødte", "births"},
    {"component", "deaths", "døde", "deaths"},
    {"component", "internal_in", "innflyttet fra områdene i scenariet", "in from the scenario's areas"},
    {"component", "internal_out", "utflyttet til områdene i scenariet", "out to the scenario's areas"},
    {"component", "immigration", "innflyttet utenfra", "in from all other places"},
    {"component", "emigration", "utflyttet til andre steder", "out to all other places"},
    {"component", "correction", "korreksjon til offisielle tall", "correction to official totals"},
    {"indicator", "old_age_dependency", "67 år og eldre per 100 på 20–66 år", "67 and over per 100 aged 20–66"},
    {"indicator", "mean_age", "Gjennomsnittsalder (år)", "Mean age (years)"},
    {"indicator", "inhabitants-in-rates", "Innbyggere i nevneren for rater", "Inhabitants in rates"},
    {"measure", "occupancy", "belegg", "occupancy"},
    {"measure", "occupied_beds", "belagte plasser", "occupied beds"},
    {"measure", "open_beds", "åpne plasser", "open beds"},
    {"measure", "bed_days", "oppholdsdøgn", "bed days"},
    {"measure", "contacts", "kontakter, dag og poliklinikk", "contacts, day and outpatient"},
    {"measure", "admissions", "innleggelser", "admissions"},
    {"measure", "wait_mean", "ventetid på plass for dem som er ferdige med å vente, snitt",
     "mean wait for a bed of those whose wait is over"},
    {"measure", "p_full", "andel av tiden en enhet er full, snitt over enhetene",
     "share of time that a unit is full, mean over units"},
    {"measure", "over_occupancy_bed_days", "overbelegg", "over-occupancy"},
    {"measure", "overflow", "sendt til annet helseforetak", "sent to another trust"},
    {"measure", "away_bed_days", "døgn for andres pasienter ved overløp", "bed days of patients overflowed here"},
    {"measure", "purchased_patients", "pasienter med kjøpt plass", "patients with a purchased place"},
    {"measure", "purchased_bed_days", "døgn på kjøpt plass", "purchased bed days"},
    {"measure", "surge_days", "døgn med beredskapsplass i bruk", "days with surge beds in use"},
    {"measure", "arrivals", "egne pasienter som trengte seng", "own patients who needed a bed"},
    {"measure", "overflow_received", "mottatt fra annet helseforetak ved overløp", "received from another full trust"},
    {"measure", "waiting_mean", "pasienter som venter, snitt over året", "patients waiting, mean over the year"},
    {"measure", "waiting_end", "pasienter som venter ved årets slutt", "patients waiting at the end of the year"},
    {"measure", "wait_so_far_mean", "ventet så langt ved årets slutt, snitt",
     "waited so far at the end of the year, mean"},
    {"measure", "p_all_full", "andel av tiden alle plasser er i bruk samtidig",
     "share of time with every bed in use at once"},
    {"measure", "capacity", "plasser", "beds"},
    {"measure", "need", "behov, planlagt utnyttelse", "need, planned utilisation"},
    {"measure", "need_service_level", "behov, servicenivå", "need, service level"},
    {"measure", "gap", "gap, planlagt utnyttelse", "gap, planned utilisation"},
    {"measure", "gap_service_level", "gap, servicenivå", "gap, service level"},
    {"measure", "p_shortage", "sannsynlighet for mangel, planlagt utnyttelse",
     "probability of a shortage, planned utilisation"},
    {"measure", "p_shortage_service_level", "sannsynlighet for mangel, servicenivå",
     "probability of a shortage, service level"},
    {"basis", "draws", "trekninger (median, 80 %)", "draws (median, 80 %)"},
    {"basis", "replications", "simuleringer (snitt, 95 %)", "replications (mean, 95 %)"},
    {"unit", "share", "andel", "share"},
    {"unit", "ratio", "forholdstall", "ratio"},
    {"unit", "beds", "plasser", "beds"},
    {"unit", "bed days", "oppholdsdøgn", "bed days"},
    {"unit", "patients", "pasienter", "patients"},
    {"unit", "staff years", "årsverk", "staff years"},
    {"unit", "persons", "personer", "persons"},
    {"unit", "days", "døgn", "days"},
    {"unit", "years", "år", "years"},
    {"unit", "beds per 100 000", "plasser per 100 000", "beds per 100 000"},
};

std::string in(const Word& word, Language language) {
    return std::string(language == Language::nb ? word.nb : word.en);
}

} // namespace

WorkbookWords::WorkbookWords(const study::Scenario& scenario, Language language) : language_(language) {
    const bool nb = language == Language::nb;
    for (const study::TrustInfo& trust : scenario.trusts) trusts_[trust.id] = trust.short_name;
    trusts_["region"] = scenario.region_name;
    trusts_["outside"] = nb ? "utenfor" : "outside";
    const std::pair<const char*, std::string> tiers[] = {{"staffed", nb ? "bemannet" : "staffed"},
                                                         {"surge", nb ? "beredskap" : "surge"}};
    const auto add = [&](const std::string& id, const std::string& name) {
        services_[id] = name;
        for (const auto& [tier, word] : tiers) {
            indicators_["beds-per-100000-" + id + "-" + tier] =
                name + (nb ? ": plasser per 100 000, " : ": beds per 100 000, ") + word;
        }
        indicators_["simulated-over-known-bed-days-" + id] =
            name + (nb ? ": simulerte mot kjente oppholdsdøgn" : ": simulated over known bed days");
        indicators_["simulated-over-needed-bed-days-" + id] =
            name + (nb ? ": simulerte mot framskrevne oppholdsdøgn" : ": simulated over needed bed days");
    };
    for (const study::ServiceInfo& service : scenario.services) add(service.id, service.name.in(language));
    for (const study::GroupInfo& group : scenario.groups) add(group.id, group.name.in(language));
    for (const study::StatementInfo& statement : scenario.statements) {
        indicators_[statement.id] = statement.name.in(language);
    }
    for (const study::StaffingInfo& staff : scenario.staffing) roles_[staff.role] = staff.name.in(language);
}

std::string WorkbookWords::cell(const std::string& column, const std::string& text) const {
    const auto name_in = [&](const std::map<std::string, std::string>& names) {
        const auto name = names.find(text);
        return name == names.end() || name->second.empty() ? text : name->second;
    };
    if (column == "trust" || column == "from_trust" || column == "to_trust") return name_in(trusts_);
    if (column == "role") return name_in(roles_);
    if (column == "service" && services_.contains(text)) return name_in(services_);
    const auto found = std::find_if(std::begin(values), std::end(values),
                                    [&](const Word& word) { return word.column == column && word.code == text; });
    if (found != std::end(values)) return in(*found, language_);
    return column == "indicator" ? name_in(indicators_) : text;
}

} // namespace framsyn::app
