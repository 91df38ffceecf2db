// What stands otherwise in two scenarios, as the terminal, the report and the workbook say it.
#include "app/tables/difference_words.hpp"
#include "tests/catch.hpp"

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
