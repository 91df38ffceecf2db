// What explain says that a value feeds, held against what moves when the value does.
#include "app/explain/feeds.hpp"
#include "models/study/study.hpp"
#include "tests/app/scenario_copy.hpp"
#include "tests/catch.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <set>

using namespace framsyn;
using namespace framsyn::app;
using framsyn::app::testing::ScenarioCopy;

namespace {

study::Study study_of(const WrittenScenario& scenario, bool simulate) {
    return study::run_study(scenario,
                            study::whole(scenario, simulate ? study::Care::simulated : study::Care::left_out));
}

bool same_people(const study::Study& a, const study::Study& b) {
    for (int year = a.scenario().base_year; year <= a.scenario().last_year; ++year) {
        if (!(a.population().on_1_january(year) == b.population().on_1_january(year)).all()) return false;
    }
    return true;
}

bool same_need(const study::Study& a, const study::Study& b) {
    if (a.need().size() != b.need().size()) return false;
    for (std::size_t c = 0; c < a.need().size(); ++c) {
        for (std::size_t t = 0; t < a.scenario().years(); ++t) {
            for (const auto series : {&study::CellNeed::bed_days, &study::CellNeed::beds_at_utilisation,
                                      &study::CellNeed::beds_at_service_level}) {
                if ((a.need()[c].*series).draws_of(t) != (b.need()[c].*series).draws_of(t)) return false;
            }
        }
    }
    return true;
}

bool same_capacity(const study::Study& a, const study::Study& b) {
    for (std::size_t u = 0; u < a.scenario().units.size(); ++u) {
        for (int year = a.scenario().capacity_from; year <= a.scenario().last_year; ++year) {
            const UnitId unit(u);
            if (a.capacity().staffed(unit, year).mean != b.capacity().staffed(unit, year).mean ||
                a.capacity().staffed(unit, year).end != b.capacity().staffed(unit, year).end ||
                a.capacity().surge(unit, year) != b.capacity().surge(unit, year))
                return false;
        }
    }
    return true;
}

bool same_gaps(const study::Study& a, const study::Study& b) {
    return std::equal(a.gaps().begin(), a.gaps().end(), b.gaps().begin(), b.gaps().end(),
                      [](const study::Gap& x, const study::Gap& y) {
                          return x.gap.median == y.gap.median && x.p_shortage == y.p_shortage &&
                                 x.evidence == y.evidence;
                      });
}

bool same_care(const study::Study& a, const study::Study& b) {
    return std::equal(a.care().begin(), a.care().end(), b.care().begin(), b.care().end(),
                      [](const care::CareRow& x, const care::CareRow& y) { return x.value.mean == y.value.mean; });
}

bool same_indicators(const study::Study& a, const study::Study& b) {
    return std::equal(a.indicators().begin(), a.indicators().end(), b.indicators().begin(), b.indicators().end(),
                      [](const study::Indicator& x, const study::Indicator& y) {
                          return x.value == y.value || (std::isnan(x.value) && std::isnan(y.value));
                      });
}

std::set<Fed> moved(const study::Study& a, const study::Study& b) {
    std::set<Fed> what;
    if (!same_people(a, b)) what.insert(Fed::population);
    if (!same_need(a, b)) what.insert(Fed::need);
    if (!same_capacity(a, b)) what.insert(Fed::capacity);
    if (!same_gaps(a, b)) what.insert(Fed::gap);
    if (!same_care(a, b)) what.insert(Fed::care);
    if (!same_indicators(a, b)) what.insert(Fed::indicators);
    return what;
}

std::string words(const std::set<Fed>& what) {
    std::vector<std::string> names;
    for (const Fed one : what) names.push_back(name_in(fed_names, one));
    return fmt::format("{}", fmt::join(names, " "));
}

Feeds claimed(const WrittenScenario& scenario, const std::string& address) {
    return feeds_of(scenario, leaves_at(scenario.as_written, address).front());
}

/// What moves with the settings, beyond what the address is said to feed.
std::string unsaid(const ScenarioCopy& copy, const study::Study& before, const WrittenScenario& scenario,
                   const std::string& address, const Overrides& changed, std::set<Fed>* seen = nullptr) {
    const study::Study after = study_of(copy.scenario(changed), before.has_care());
    const std::set<Fed> what = moved(before, after);
    if (seen) *seen = what;
    const Feeds feeds = claimed(scenario, address);
    std::set<Fed> beyond;
    for (const Fed one : what) {
        if (!feeds.feeds(one)) beyond.insert(one);
    }
    return words(beyond);
}

/// A little more of it, as --set has it; a bed or a minute more of what is whole.
std::string more(const Quantity& number) {
    switch (number.unit) {
    case Measured::beds:
        return fmt::format("{}", number.value + 1.0);
    case Measured::days:
        return fmt::format("\"{} days\"", number.value * 1.02);
    case Measured::years:
        return fmt::format("\"{} years\"", number.value + 1.0);
    case Measured::minutes:
        return fmt::format("\"{} minutes\"", number.value * 2.0);
    case Measured::admissions_per_day:
        return fmt::format("\"{} per day\"", number.value * 2.0);
    case Measured::beds_per_year:
        return fmt::format("\"{} beds per year\"", number.value * 1.5);
    default:
        return fmt::format("{}", number.value * 1.02);
    }
}

const std::vector<std::string> quick{"time.last_year=2027", "run.draws=4", "run.replications=4", "run.warm_up=1 year"};

} // namespace

TEST_CASE("no number of a small region moves more than explain says it feeds, simulated patients included") {
    const ScenarioCopy copy("mal");
    Overrides as_is;
    as_is.set = quick;
    const WrittenScenario scenario = copy.scenario(as_is);
    const study::Study before = study_of(scenario, true);
    std::set<Fed> all;
    std::size_t tried = 0;
    for (const Quantity& number : scenario.assumptions) {
        if (number.address.starts_with("run.") || number.address.starts_with("count.")) continue;
        Overrides changed = as_is;
        changed.set.push_back(number.address + "=" + more(number));
        if (number.address.starts_with("unit.") && number.address.ends_with(".beds")) { // the count says the same
            const std::string unit = number.address.substr(5, number.address.size() - 10);
            changed.set.push_back("count." + unit + "-2025.beds=" + more(number));
        }
        INFO(number.address);
        std::set<Fed> seen;
        CHECK(unsaid(copy, before, scenario, number.address, changed, &seen).empty());
        all.insert(seen.begin(), seen.end());
        ++tried;
    }
    CHECK(tried >= 30);
    CHECK(all.size() == fed_names.size()); // each of them is moved by something
}

TEST_CASE("what is printed and not used, split off a sum, or asked for by another variant feeds nothing") {
    const ScenarioCopy copy;
    Overrides as_is;
    as_is.draws = 2;
    as_is.replications = 0;
    const WrittenScenario scenario = copy.scenario(as_is);
    const study::Study before = study_of(scenario, false);
    const auto moves_with = [&](const std::string& address, const std::string& value) {
        Overrides changed = as_is;
        changed.set.push_back(address + "=" + value);
        std::set<Fed> seen;
        INFO(address);
        CHECK(unsaid(copy, before, scenario, address, changed, &seen).empty());
        return words(seen);
    };
    CHECK(moves_with("travel.finnmark-unn.road", "\"500 minutes\"").empty());
    CHECK(moves_with("activity.unn-phv-akutt.bed_days", "15000").empty());
    CHECK(moves_with("fertility_level.2030.children_low", "1.3").empty());
    CHECK(moves_with("demography.internal_low", "0.8").empty());
    CHECK(moves_with("stay.phv-akutt.mean", "\"15 days\"").empty()); // of patients alone: need isn't made of stays
    CHECK(moves_with("stay.dps.mean", "\"15 days\"") == "need gap"); // but for how long a planned patient waits
    CHECK(moves_with("fertility_level.2030.children", "1.6") == "population need gap indicators");
    CHECK(moves_with("service.dps.utilisation", "0.9") == "need gap");
    CHECK(moves_with("stock.domte-unn.growth", "\"1 beds per year\"") == "need gap");
    for (const char* address : {"travel.finnmark-unn.road", "activity.unn-phv-akutt.bed_days",
                                "fertility_level.2030.children_low", "demography.internal_low"}) {
        INFO(address);
        CHECK(claimed(scenario, address).what.empty());
        CHECK_FALSE(claimed(scenario, address).note.nb.empty());
    }
}

TEST_CASE("actions feed what they act on, at their places and services") {
    ScenarioCopy copy;
    copy.write("what-if.toml",
               "schema = 1\nextends = \"baseline.toml\"\n"
               "[[action]]\nid = \"senere\"\nkind = \"delay\"\nof = \"ronvik\"\ndate = 2028-04-01\n"
               "[[action]]\nid = \"kortere\"\nkind = \"stay\"\nservice = \"phv-akutt\"\ntreated_at = \"unn\"\n"
               "days = \"-2 days\"\ndate = 2028-01-01\n"
               "[[action]]\nid = \"kanskje\"\nkind = \"open\"\nunit = \"unn-dps\"\nbeds = 3\n"
               "date = 2028-01-01\nplan = \"possible\"\n");
    const WrittenScenario scenario = copy.scenario({}, "what-if.toml");
    const Feeds delay = claimed(scenario, "action.senere.date");
    CHECK(delay.what == std::vector<Fed>{Fed::capacity, Fed::gap, Fed::care, Fed::indicators});
    CHECK(delay.trusts == std::vector<std::string>{"nlsh"});
    CHECK(delay.services == std::vector<std::string>{"sikkerhet-lokal"});
    const Feeds stay = claimed(scenario, "action.kortere.days");
    CHECK(stay.feeds(Fed::need));
    CHECK(stay.trusts == std::vector<std::string>{"unn"});
    CHECK(claimed(scenario, "action.kanskje.beds").what.empty());
    CHECK(claimed(scenario, "stay.phv-akutt.mean").feeds(Fed::need)); // two days are a part of the mean
    CHECK_FALSE(claimed(copy.scenario(), "stay.phv-akutt.mean").feeds(Fed::need));
}
