#include "app/tables/difference_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>
#include <vector>

namespace framsyn::app {
namespace {

struct Word {
    std::string_view code, nb, en;
};

constexpr auto lists = std::to_array<Word>({
    {"action", "tiltak", "action"},
    {"activity", "oppholdsdøgn i basisåret", "bed days of the base year"},
    {"change", "endring av plasser", "change of beds"},
    {"count", "talte plasser", "counted beds"},
    {"counted_use", "oppholdsdøgn i et telt år", "bed days of a counted year"},
    {"demography", "befolkning", "population"},
    {"elsewhere", "innbyggere utenfor", "inhabitants elsewhere"},
    {"factor", "endringsfaktor", "change factor"},
    {"fertility_level", "fruktbarhet", "fertility"},
    {"flow", "hvor pasientene behandles", "where patients are treated"},
    {"group", "gruppe av tjenester", "group of services"},
    {"immigration_level", "innvandring", "immigration"},
    {"life_expectancy_level", "levealder", "life expectancy"},
    {"overflow", "hvem som tar imot når det er fullt", "who receives when it is full"},
    {"population_shock", "hendelse i befolkningen", "event in the population"},
    {"published_projection", "publisert framskriving", "published projection"},
    {"region", "region", "region"},
    {"region_model", "regionens egen modell", "the region's own model"},
    {"run", "kjøring", "run"},
    {"scenario", "scenario", "scenario"},
    {"seen_occupancy", "sett belegg", "seen occupancy"},
    {"seen_stays", "talte opphold", "counted stays"},
    {"service", "tjeneste", "service"},
    {"staffing", "årsverk per plass", "staff years per bed"},
    {"statement", "tall som andre oppgir", "figure of others"},
    {"stay", "liggetid", "stay"},
    {"stock", "bestand", "stock"},
    {"table", "tabell", "table"},
    {"time", "år", "years"},
    {"travel", "reise", "travel"},
    {"trust", "helseforetak", "trust"},
    {"unit", "enhet", "unit"},
    {"use_level", "bruksnivå", "level of use"},
    {"utilisation", "planlagt utnyttelse", "planned utilisation"},
});

constexpr auto keys = std::to_array<Word>({
    {"activity", "telling av", "count of"},
    {"age_from", "fra alder", "from age"},
    {"age_to", "til alder", "to age"},
    {"air", "med fly", "by air"},
    {"at", "behandles ved", "treated at"},
    {"available_days", "sengedøgn", "available days"},
    {"base_year", "basisår", "base year"},
    {"basis", "grunnlag", "basis"},
    {"bed_days", "oppholdsdøgn", "bed days"},
    {"beds", "plasser", "beds"},
    {"boys_per_girl", "gutter per jente", "boys per girl"},
    {"capacity_from", "plasser fra år", "beds from year"},
    {"catchment", "opptaksområde", "catchment"},
    {"change", "endring", "change"},
    {"cell_rate", "høyden på en celle", "height of a cell"},
    {"cell_time", "bredden på en celle", "width of a cell"},
    {"children", "barn per kvinne", "children per woman"},
    {"children_high", "barn per kvinne, høy", "children per woman, high"},
    {"children_low", "barn per kvinne, lav", "children per woman, low"},
    {"common", "felles del", "common part"},
    {"contacts_per_stay", "kontakter per opphold", "contacts per stay"},
    {"date", "dato", "date"},
    {"days", "døgn", "days"},
    {"decline_full_to", "full nedgang i dødelighet til alder", "full decline of mortality to age"},
    {"draws", "trekninger", "draws"},
    {"effect", "virkning", "effect"},
    {"emergency_share", "andel øyeblikkelig hjelp", "emergency share"},
    {"every_year", "hvert år", "every year"},
    {"expected_days", "forventede oppholdsdøgn", "expected bed days"},
    {"fertility_immigration_correlation", "samvariasjon av fruktbarhet og innvandring",
     "correlation of fertility and immigration"},
    {"fertility_index", "fruktbarhet mot landet", "fertility relative to the country"},
    {"fertility_mortality_correlation", "samvariasjon av fruktbarhet og dødelighet",
     "correlation of fertility and mortality"},
    {"fertility_step", "årlig skritt i fruktbarhet", "yearly step of fertility"},
    {"figure", "hvilket tall", "which figure"},
    {"file", "fil", "file"},
    {"from", "fra", "from"},
    {"from_year", "fra år", "from year"},
    {"full", "når det er fullt", "when full"},
    {"full_from", "fullt fra", "in full from"},
    {"full_year", "full virkning fra år", "in full from year"},
    {"growth", "vekst", "growth"},
    {"immigration_area_level_sd", "innvandringsnivåets spredning, hvert foretak",
     "spread of the level of immigration, each trust"},
    {"immigration_area_sd", "innvandringens spredning, hvert foretak", "spread of immigration, each trust"},
    {"immigration_level_sd", "innvandringsnivåets spredning", "spread of the level of immigration"},
    {"immigration_memory", "innvandringens hukommelse", "memory of immigration"},
    {"immigration_sd", "innvandringens spredning", "spread of immigration"},
    {"index_from_age", "egen dødelighet fra alder", "mortality of its own from age"},
    {"internal_high", "innenlands flytting, høy", "internal moves, high"},
    {"internal_low", "innenlands flytting, lav", "internal moves, low"},
    {"kind", "type", "kind"},
    {"last_year", "siste år", "last year"},
    {"later_use", "bruk etter siste telte år", "use after the last counted year"},
    {"leaving_factor", "utflytting ganges med", "leaving times"},
    {"level", "nivå", "level"},
    {"level_high", "nivå, høy", "level, high"},
    {"level_low", "nivå, lav", "level, low"},
    {"long_ratio", "hvor mye lengre de lange er", "how much longer the long ones are"},
    {"long_share", "andel lange", "share of long ones"},
    {"longest_lag", "lengst fram", "furthest ahead"},
    {"max_wait", "lengste ventetid", "longest wait"},
    {"mean", "snitt", "mean"},
    {"memory", "hukommelse", "memory"},
    {"mortality_base", "året dødeligheten er fra", "year of the mortality"},
    {"mortality_from", "dødelighet fra år", "mortality from year"},
    {"mortality_index_female", "kvinners dødelighet mot landet", "women's mortality relative to the country"},
    {"mortality_index_male", "menns dødelighet mot landet", "men's mortality relative to the country"},
    {"mortality_step", "årlig skritt i dødelighet", "yearly step of mortality"},
    {"mortality_to", "dødelighet til år", "mortality to year"},
    {"net_migration_ages", "aldersfordeling av nettoflytting", "ages of net migration"},
    {"new_per_year", "nye i året", "new a year"},
    {"new_unit", "ny enhet", "new unit"},
    {"noise", "støy i tellingen", "noise of a count"},
    {"of", "av", "of"},
    {"open_share", "andel av året åpen", "share of the year open"},
    {"order", "rekkefølge", "order"},
    {"over_occupancy", "tillatt overbelegg", "over-occupancy allowed"},
    {"part_of", "del av", "part of"},
    {"parts", "deler", "parts"},
    {"per_bed", "årsverk per plass", "staff years per bed"},
    {"percent", "prosent", "per cent"},
    {"persons", "personer", "persons"},
    {"places", "plasser", "places"},
    {"plan", "hvor bestemt", "how settled"},
    {"remove", "tas bort", "is removed"},
    {"replications", "simuleringer", "replications"},
    {"residence", "bosted", "residence"},
    {"residents_of", "bosatte i", "residents of"},
    {"rest", "resten", "the rest"},
    {"returning", "andel som går tilbake", "share that returns"},
    {"risk", "akseptert risiko", "accepted risk"},
    {"road", "på vei", "by road"},
    {"role", "rolle", "role"},
    {"seed", "frø", "seed"},
    {"service", "tjeneste", "service"},
    {"services", "tjenester", "services"},
    {"shape", "form", "shape"},
    {"share", "andel", "share"},
    {"since", "fra år", "from year"},
    {"stays", "opphold", "stays"},
    {"days_per_stay", "døgn per opphold over snittet", "days a stay over the mean"},
    {"simulated", "simuleres", "simulated"},
    {"site", "sted", "site"},
    {"spread", "spredning", "spread"},
    {"status", "status", "status"},
    {"stay_of_those", "liggetid for disse", "stay of those"},
    {"stock", "bestand", "stock"},
    {"surge", "beredskap", "surge"},
    {"target", "det andre oppgir", "what others state"},
    {"to", "til", "to"},
    {"to_service", "til tjeneste", "to service"},
    {"to_unit", "til enhet", "to unit"},
    {"to_year", "til år", "to year"},
    {"tolerated_wait", "tålt ventetid", "tolerated wait"},
    {"totals_full_year", "helt som offisielle tall fra år", "official totals in full from year"},
    {"treated_at", "behandlet ved", "treated at"},
    {"treatment", "hvordan det brukes", "how it is used"},
    {"trend_from", "utvikling fra år", "trend from year"},
    {"trend_to", "utvikling til år", "trend to year"},
    {"trend_without_from", "utvikling uten år fra", "trend without years from"},
    {"trend_without_to", "utvikling uten år til", "trend without years to"},
    {"trust", "helseforetak", "trust"},
    {"trusts", "helseforetak sammen", "trusts together"},
    {"unit", "enhet", "unit"},
    {"until", "fram til", "until"},
    {"use_rate", "bruksrater", "use rates"},
    {"utilisation", "planlagt utnyttelse", "planned utilisation"},
    {"variant", "alternativ", "variant"},
    {"waiting_days", "døgn som pasienter venter", "days that patients wait"},
    {"waiting_patients", "pasienter som venter", "patients who wait"},
    {"walk", "årlig skritt", "yearly step"},
    {"warm_up", "innkjøring", "warm-up"},
    {"when_full", "når det er fullt", "when full"},
    {"with_patients", "med pasientene", "with their patients"},
    {"within_days", "innen døgn", "within days"},
    {"within_groups", "fordeling innen aldersgrupper", "distribution within age groups"},
    {"year", "år", "year"},
    {"years", "år", "years"},
    {"years_high", "levealder, høy", "life expectancy, high"},
    {"years_low", "levealder, lav", "life expectancy, low"},
});

/// Keys whose values are words of the format, not names that somebody chose.
constexpr auto says_words = std::to_array<std::string_view>(
    {"basis", "every_year", "kind", "plan", "residents_of", "to", "treated_at", "with_patients"});

/// What those words are called.
constexpr auto values = std::to_array<Word>({
    {"admissions", "innleggelser", "admissions"},
    {"beds-times-occupancy", "plasser ganger belegg", "beds times occupancy"},
    {"capacity-from-activity", "plasser regnet av oppholdsdøgn", "beds worked out from bed days"},
    {"close", "plasser stenger", "beds close"},
    {"decided", "vedtatt", "decided"},
    {"delay", "flyttes til ny dato", "delayed"},
    {"false", "nei", "no"},
    {"home", "eget foretak", "own trust"},
    {"move", "plasser flytter", "beds move"},
    {"observed", "gjennomført", "observed"},
    {"open", "plasser åpner", "beds open"},
    {"outside", "utenfor", "outside"},
    {"planned", "planlagt", "planned"},
    {"possible", "mulig", "possible"},
    {"rates", "rater", "rates"},
    {"split", "del av en sum", "part of a sum"},
    {"stay", "liggetid", "stays"},
    {"treat-elsewhere", "behandles et annet sted", "treated elsewhere"},
    {"true", "ja", "yes"},
});

/// The units that follow a number.
constexpr auto units = std::to_array<Word>({
    {"bed per year", "plass i året", "bed per year"},
    {"beds per year", "plasser i året", "beds per year"},
    {"days", "døgn", "days"},
    {"day", "døgn", "day"},
    {"hours", "timer", "hours"},
    {"hour", "time", "hour"},
    {"minutes", "minutter", "minutes"},
    {"minute", "minutt", "minute"},
    {"months", "måneder", "months"},
    {"month", "måned", "month"},
    {"per day", "per døgn", "per day"},
    {"per month", "per måned", "per month"},
    {"per week", "per uke", "per week"},
    {"per year", "i året", "per year"},
    {"% per year", "% i året", "% per year"},
    {"weeks", "uker", "weeks"},
    {"week", "uke", "week"},
    {"years", "år", "years"},
    {"year", "år", "year"},
});

template <std::size_t Count>
std::string word_for(const std::array<Word, Count>& words, std::string_view code, Language language) {
    const auto found = std::find_if(words.begin(), words.end(), [&](const Word& word) { return word.code == code; });
    if (found == words.end()) return std::string(code);
    return std::string(language == Language::nb ? found->nb : found->en);
}

/// A word of the format under its key: what is observed of a count is counted, of a plan carried out.
std::string value_word(std::string_view key, std::string_view value, Language language) {
    if (key == "basis" && value == "observed" && language == Language::nb) return "talt";
    return word_for(values, value, language);
}

bool is_digit(char letter) {
    return std::isdigit(static_cast<unsigned char>(letter)) != 0;
}

bool is_letter(char letter) {
    return std::isalnum(static_cast<unsigned char>(letter)) != 0 || static_cast<unsigned char>(letter) >= 0x80;
}

/// Units after a number in the language's words; a word of a name isn't one.
std::string with_units(const std::string& text, Language language) {
    std::string said;
    for (std::size_t i = 0; i < text.size(); ++i) {
        said += text[i];
        if (text[i] != ' ' || i == 0 || !is_digit(text[i - 1])) continue;
        for (const Word& unit : units) {
            const std::size_t end = i + 1 + unit.code.size();
            const bool is_dash = text.compare(end < text.size() ? end : text.size(), 3, "–") == 0;
            const bool ends = end >= text.size() || is_dash || !is_letter(text[end]);
            if (text.compare(i + 1, unit.code.size(), unit.code) != 0 || !ends) continue;
            said += language == Language::nb ? unit.nb : unit.en;
            i = end - 1;
            break;
        }
    }
    return said;
}

/// Both ends of an interval in the same unit say it once: 13–18 days.
std::string with_one_unit(std::string text) {
    const std::size_t dash = text.find("–");
    if (dash == std::string::npos) return text;
    const std::size_t blank = text.find(' ', dash);
    const std::size_t close = text.find(')', dash);
    if (blank == std::string::npos || close == std::string::npos || close < blank) return text;
    const std::string unit = text.substr(blank, close - blank);
    if (text.substr(0, dash).ends_with(unit)) text.erase(dash - unit.size(), unit.size());
    return text;
}

/// Numbers as they are written in the language: a decimal comma in Norwegian.
std::string spoken(const std::string& value, Language language) {
    std::string text = with_one_unit(with_units(value, language));
    if (language == Language::en) return text;
    for (std::size_t i = 1; i + 1 < text.size(); ++i) {
        if (text[i] == '.' && is_digit(text[i - 1]) && is_digit(text[i + 1])) text[i] = ',';
    }
    return text;
}

std::vector<std::string> split(const std::string& text, std::string_view at) {
    std::vector<std::string> parts;
    std::size_t from = 0;
    while (true) {
        const std::size_t end = text.find(at, from);
        parts.push_back(text.substr(from, end - from));
        if (end == std::string::npos) return parts;
        from = end + at.size();
    }
}

/// What a trust, a service or a unit is called; other values as they are.
std::string name_of(const std::string& key, const std::string& value, const study::Scenario& scenario,
                    Language language) {
    if (key == "trust" || key == "residence" || key == "at" || key == "from") {
        for (const study::TrustInfo& trust : scenario.trusts) {
            if (trust.id == value) return trust.short_name;
        }
    }
    if (key == "service" || key == "to_service") {
        for (const study::ServiceInfo& service : scenario.services) {
            if (service.id == value) return service.name.in(language);
        }
        for (const study::GroupInfo& group : scenario.groups) {
            if (group.id == value) return group.name.in(language);
        }
    }
    return value;
}

/// An entry that only one side has: its keys in words.
std::string entry_in_words(const std::string& entry, const study::Scenario& scenario, Language language) {
    std::vector<std::string> items = split(entry, ", ");
    for (std::string& item : items) {
        const std::size_t blank = item.find(' ');
        if (blank == std::string::npos) continue;
        const std::string key = item.substr(0, blank);
        const std::string value = item.substr(blank + 1);
        const bool is_word = std::find(says_words.begin(), says_words.end(), key) != says_words.end();
        item = word_for(keys, key, language) + " " +
               (is_word ? value_word(key, value, language) : name_of(key, value, scenario, language));
    }
    return fmt::format("{}", fmt::join(items, ", "));
}

} // namespace

DifferenceWords words_of(const Difference& difference, const study::Scenario& scenario, Language language) {
    const bool nb = language == Language::nb;
    const std::vector<std::string> parts = split(difference.key, ".");
    const bool in_a_section = parts.size() == 2 && !difference.before.empty() && !difference.after.empty();
    std::string text = word_for(lists, parts.front(), language);
    if (parts.size() > 1 && !in_a_section) text += fmt::format(fmt::runtime(nb ? " «{}»" : " \"{}\""), parts[1]);
    if (in_a_section || parts.size() > 2) text += ", " + word_for(keys, parts.back(), language);
    const bool is_entry = parts.size() == 2 && !in_a_section;
    const bool is_word = std::find(says_words.begin(), says_words.end(), parts.back()) != says_words.end();
    const auto words = [&](const std::string& value) {
        const std::string said =
            is_word && !is_entry ? value_word(parts.back(), value, language) : spoken(value, language);
        return is_entry ? entry_in_words(said, scenario, language) : said;
    };
    return {text, words(difference.before), words(difference.after)};
}

std::string in_words(const DifferenceWords& said, Language language) {
    const bool nb = language == Language::nb;
    if (said.before.empty())
        return fmt::format(fmt::runtime(nb ? "{}: nytt: {}" : "{}: new: {}"), said.what, said.after);
    if (said.after.empty())
        return fmt::format(fmt::runtime(nb ? "{}: tatt ut (var {})" : "{}: taken out (was {})"), said.what,
                           said.before);
    return fmt::format("{}: {} → {}", said.what, said.before, said.after);
}

} // namespace framsyn::app
