// What stands otherwise in two scenarios, as the terminal, the report and the workbook say it.
#include "app/scenario/schema/scenario_sections.hpp"
#include "app/tables/difference_words.hpp"
#include "tests/catch.hpp"

#include <algorithm>
#include <string>
#include <vector>

using namespace framsyn;
using namespace framsyn::app;

namespace {

std::string said(const std::string& key, const std::string& before, const std::string& after, Language language) {
    Difference difference;
    difference.key = key;
    difference.before = before;
    difference.after = after;
    return in_words(words_of(difference, study::Scenario(), language), language);
}

} // namespace

TEST_CASE("units, numbers and words of the format are in the reader's language") {
    CHECK(said("stay.dps.mean", "15.7 days (13 days–18 days)", "14 days", Language::nb) ==
          "liggetid «dps», snitt: 15,7 døgn (13–18 døgn) → 14 døgn");
    CHECK(said("stay.dps.mean", "15.7 days (13 days–18 days)", "14 days", Language::en) ==
          "stay \"dps\", mean: 15.7 days (13–18 days) → 14 days");
    CHECK(said("service.dps.max_wait", "180 days (120 days–365 days)", "2 months", Language::nb) ==
          "tjeneste «dps», lengste ventetid: 180 døgn (120–365 døgn) → 2 måneder");
    CHECK(said("stock.domte.growth", "0.8 beds per year", "1 bed per year", Language::nb) ==
          "bestand «domte», vekst: 0,8 plasser i året → 1 plass i året");
    CHECK(said("run.warm_up", "3 years", "36 weeks", Language::nb).ends_with(": 3 år → 36 uker"));
    // An interval of two units keeps both; a word that only begins like a unit, or stands after no number, is a name.
    CHECK(said("stay.dps.mean", "15 days (36 hours–18 days)", "", Language::nb)
              .ends_with("(var 15 døgn (36 timer–18 døgn))"));
    CHECK(said("unit.a.site", "Post 3 dayside", "days", Language::nb).ends_with(": Post 3 dayside → days"));
}

TEST_CASE("how settled a plan is and what a count rests on are words, whether an entry is new or changed") {
    CHECK(said("change.ronvik.plan", "planned", "observed", Language::nb) ==
          "endring av plasser «ronvik», hvor bestemt: planlagt → gjennomført");
    CHECK(said("change.ny", "", "unit unn-dps, date 2030-01-01, beds 6, plan observed", Language::nb)
              .ends_with("nytt: enhet unn-dps, dato 2030-01-01, plasser 6, hvor bestemt gjennomført"));
    CHECK(said("activity.nlsh-tsb.basis", "observed", "capacity-from-activity", Language::nb) ==
          "oppholdsdøgn i basisåret «nlsh-tsb», grunnlag: talt → plasser regnet av oppholdsdøgn");
}

TEST_CASE("every list and key of a scenario that can stand otherwise has Norwegian words") {
    // Of names and descriptions nothing is said; these words are the same in both languages.
    const std::vector<std::string> silent{"id",    "name",   "title",  "description", "note",  "source",
                                          "label", "reason", "schema", "extends",     "short", "beds_name"};
    const std::vector<std::string> alike{"status", "region"};
    const auto is_in = [](const std::vector<std::string>& all, const std::string& one) {
        return std::find(all.begin(), all.end(), one) != all.end();
    };
    for (const Section& section : scenario_sections()) {
        for (const Key& key : section.keys) {
            const std::string plain = key.name.ends_with("_en") ? key.name.substr(0, key.name.size() - 3) : key.name;
            if (is_in(silent, plain) || is_in(alike, plain)) continue;
            const std::string address = section.name + (section.list ? ".x." : ".") + key.name;
            INFO(address);
            CHECK_FALSE(said(address, "1", "2", Language::nb).ends_with(", " + key.name + ": 1 → 2"));
            if (section.name != "scenario" && !is_in(alike, section.name))
                CHECK_FALSE(
                    said(address, "1", "2", Language::nb).starts_with(section.name + (section.list ? " «" : ",")));
        }
    }
}
