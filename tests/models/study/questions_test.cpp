#include "models/study/questions.hpp"
#include "tests/catch.hpp"
#include "tests/models/study/wards.hpp"

#include "models/study/answers/quantiles.hpp"
#include "models/study/draws/counted_year.hpp"

#include <algorithm>
#include <cmath>

using namespace framsyn;
using namespace framsyn::study;
using namespace framsyn::study::testing;

namespace {

Questions ask(const Scenario& scenario, std::vector<int> years) {
    return questions_of(scenario, {0, static_cast<std::size_t>(scenario.draws)}, years);
}

VerdictWord word_of(const Scenario& scenario, const std::string& service, int year) {
    return verdict_of(run_study(scenario, whole(scenario, Care::left_out)), 0, service, year).judged.word;
}

const Trigger& trigger_of(const Questions& questions, const std::string& service) {
    for (const Trigger& trigger : questions.triggers) {
        const Cell& cell = questions.study.need()[trigger.cell].cell;
        if (cell.trust == TrustId(0) && cell.service.id == service) return trigger;
    }
    throw std::logic_error("no trigger of " + service);
}

/// The count of the first trust's service so many times as high, interval and all.
Scenario counted_times(Scenario region, std::size_t activity, double times) {
    Quantity& days = *region.activities[activity].bed_days;
    for (double* end : {&days.value, &days.low, &days.high}) *end *= times;
    return region;
}

const OpenFigure& figure_of(const Questions& questions, Asking asking, const std::string& name) {
    for (const OpenFigure& figure : questions.open) {
        if (figure.asking == asking && figure.name == name) return figure;
    }
    throw std::logic_error("no figure " + name);
}

} // namespace

TEST_CASE("A tight verdict turns in full runs where its trigger says", "[information]") {
    const double places[parts] = {10.0, 8.0, 6.0};
    const double beds[parts] = {8.4, 5.0, 3.0};
    Scenario region = with_known(wards(places), beds);
    region.draws = 41;
    Quantity& days = *region.activities.front().bed_days;
    days.low = 0.95 * days.value;
    days.high = 1.05 * days.value;
    const Questions questions = ask(region, {2024});
    const Trigger& trigger = trigger_of(questions, "ward-0");
    CHECK(trigger.counted_in == 2021);
    CHECK(trigger.judged.word == VerdictWord::tight);
    REQUIRE(trigger.to_short);
    REQUIRE(trigger.to_enough);
    CHECK(trigger.to_enough->times < 1.0);
    CHECK(trigger.to_short->times > 1.0);
    constexpr double step = 1e-7;
    const auto word = [&](double times) { return word_of(counted_times(region, 0, times), "ward-0", 2024); };
    CHECK(word(trigger.to_short->times * (1.0 + step)) == VerdictWord::short_of_beds);
    CHECK(word(trigger.to_short->times * (1.0 - step)) != VerdictWord::short_of_beds);
    CHECK(word(trigger.to_enough->times * (1.0 - step)) == VerdictWord::enough);
    CHECK(word(trigger.to_enough->times * (1.0 + step)) != VerdictWord::enough);
    // What is counted next year is told as the median bed days of a study with that count.
    const Study moved = run_study(counted_times(region, 0, trigger.to_short->times), whole(region, Care::left_out));
    for (const CellNeed& need : moved.need()) {
        if (need.cell.trust != TrustId(0) || need.cell.service.id != "ward-0") continue;
        CHECK(SortedSample(need.bed_days.draws_of(1)).median() == Approx(trigger.to_short->next_year).epsilon(1e-9));
        CHECK(SortedSample(need.bed_days.draws_of(0)).median() == Approx(trigger.to_short->base).epsilon(1e-9));
    }
}

TEST_CASE("A group that was counted turns in full runs where its trigger says", "[information]") {
    const double places[parts] = {10.0, 8.0, 6.0};
    Scenario region = with_sum(wards(places), 20.0, 0.5, 0.95);
    region.draws = 41;
    const Questions questions = ask(region, {2024});
    const Trigger& trigger = trigger_of(questions, "wards");
    REQUIRE(trigger.to_short);
    constexpr double step = 1e-7;
    const auto word = [&](double times) {
        Scenario moved = region;
        for (std::size_t a = 0; a <= parts; ++a) moved = counted_times(moved, a, times);
        return word_of(moved, "wards", 2024);
    };
    CHECK(word(trigger.to_short->times * (1.0 + step)) == VerdictWord::short_of_beds);
    CHECK(word(trigger.to_short->times * (1.0 - step)) != VerdictWord::short_of_beds);
}

TEST_CASE("A level that nobody counted turns in full runs where its trigger says", "[information]") {
    const double places[parts] = {10.0, 8.0, 6.0};
    Scenario region = with_sum(wards(places), 18.0, 0.3, 0.95);
    region.draws = 41;
    const Trigger trigger = trigger_of(ask(region, {2024}), "ward-0");
    REQUIRE(trigger.judged.word == VerdictWord::depends);
    REQUIRE(trigger.to_short);
    REQUIRE(trigger.to_enough);
    constexpr double step = 1e-7;
    const auto word = [&](double bed_days) {
        const double truth[parts] = {bed_days / days_2020, 5.0, 4.0};
        Scenario known = with_known(region, truth);
        return word_of(known, "ward-0", 2024);
    };
    CHECK(word(trigger.to_short->base * (1.0 + step)) == VerdictWord::short_of_beds);
    CHECK(word(trigger.to_short->base * (1.0 - step)) != VerdictWord::short_of_beds);
    CHECK(word(trigger.to_enough->base * (1.0 - step)) == VerdictWord::enough);
    CHECK(word(trigger.to_enough->base * (1.0 + step)) != VerdictWord::enough);
}

TEST_CASE("Places that are the guess turn in full runs where the trigger says", "[information]") {
    const double places[parts] = {10.0, 8.0, 6.0};
    const double known[parts] = {8.6, 5.0, 4.0};
    Scenario region = with_known(wards(places), known);
    region.draws = 41;
    region.activities.front().basis = Basis::capacity_from_activity;
    region.units.front().beds.status = Status::derived;
    const Trigger trigger = trigger_of(ask(region, {2024}), "ward-0");
    CHECK(trigger.unit == BaseUnit::beds);
    REQUIRE(trigger.to_short);
    REQUIRE(trigger.to_enough);
    const auto word = [&](double beds) {
        Scenario other = with_known(region, known);
        other.units.front().beds = exactly(beds);
        return word_of(other, "ward-0", 2024);
    };
    CHECK(word(trigger.to_short->base - 1e-6) == VerdictWord::short_of_beds);
    CHECK(word(trigger.to_short->base + 1e-6) != VerdictWord::short_of_beds);
    CHECK(word(trigger.to_enough->base + 1e-6) == VerdictWord::enough);
    CHECK(word(trigger.to_enough->base - 1e-6) != VerdictWord::enough);
}

TEST_CASE("What a figure is said to decide holds on average over 500 made-up figures", "[information]") {
    const double places[parts] = {10.0, 8.0, 6.0};
    Scenario region = with_sum(wards(places), 20.0, 0.55, 1.0);
    region.draws = 5;
    region.last_year = 2022;
    const Questions questions = ask(region, {2022});
    const std::string asked = region.activities[1].bed_days->address;
    const OpenFigure& figure = figure_of(questions, Asking::figure, asked);
    REQUIRE(figure.cells.size() == parts);
    const Bounds bounds = *verdict_of(questions.study, 0, "ward-0", 2022).bounds;
    REQUIRE(bounds.range == RangeKind::seen);
    const auto level = base_level(region, TrustId(0), ServiceId(0), occupied_beds_by_flow(region));
    const BaseRange range = level->ranges[1];
    constexpr int figures = 500;
    Dice dice(81);
    double decided = 0.0, squares = 0.0;
    for (int i = 0; i < figures; ++i) {
        Scenario known = region;
        const double beds = dice.between(range.mild.amount, range.severe.amount);
        const auto counted = [](double occupied, const std::string& address) {
            return stated(occupied * days_2020, occupied * days_2020, occupied * days_2020, address, Status::observed);
        };
        known.activities[1].basis = Basis::observed;
        *known.activities[1].bed_days = counted(beds, asked);
        // Counts don't overlap: what is counted of the rest is the rest of the sum.
        known.activities[0].service = {"rest", {ServiceId(1), ServiceId(2)}, true};
        *known.activities[0].bed_days = counted(20.0 - beds, "activity.rest.bed_days");
        const Study study = run_study(known, whole(known, Care::left_out));
        double now = 0.0;
        for (const std::string service : {"ward-0", "ward-1", "ward-2"}) {
            if (verdict_of(study, 0, service, 2022).judged.word != VerdictWord::depends) now += 1.0;
        }
        decided += now / figures;
        squares += now * now / figures;
    }
    const double error = std::sqrt((squares - decided * decided) / figures);
    INFO("predicted " << figure.decided << ", found " << decided << " ± " << error);
    CHECK(decided > 1.0); // some figures settle more than their own cell, else the case says nothing
    CHECK(decided < 3.0);
    CHECK(std::abs(figure.decided - decided) < 3.0 * error + 1.0 / 40.0); // the prediction tries 40 values
}

TEST_CASE("Knowing every part of a counted sum decides all that depends on its split", "[information]") {
    const double places[parts] = {10.0, 8.0, 6.0};
    Scenario region = with_sum(wards(places), 20.0, 0.55, 1.0);
    const Questions questions = ask(region, {2024});
    const OpenFigure& split = figure_of(questions, Asking::split, region.activities.front().id);
    CHECK(split.inputs.size() == parts);
    CHECK(split.decided == static_cast<double>(split.cells.size()));
    CHECK(questions.open.front().decided == split.decided); // most decided first
    // A service is asked for at every trust: here one part, which narrows the others.
    const OpenFigure& service = figure_of(questions, Asking::service, "ward-0");
    CHECK(service.decided == figure_of(questions, Asking::figure, region.activities[1].bed_days->address).decided);
}

TEST_CASE("Only what moves a known cell is asked about, and a count that is sure has no worth", "[information]") {
    const double places[parts] = {10.0, 8.0, 6.0};
    const double beds[parts] = {8.4, 5.0, 3.0};
    Scenario region = with_known(wards(places), beds);
    region.draws = 400;
    Quantity& days = *region.activities.front().bed_days;
    days.low = 0.8 * days.value;
    days.high = 1.2 * days.value;
    const Questions questions = ask(region, {2020, 2024});
    const auto inputs_of = [&](const std::string& service, int year) {
        for (const CellInformation& cell : questions.worth) {
            const Cell& of = questions.study.need()[cell.cell].cell;
            if (of.trust == TrustId(0) && of.service.id == service && cell.year == year) return cell.inputs;
        }
        throw std::logic_error("no worth of " + service);
    };
    // The level of the first ward's only flow does nothing: the bed days were counted.
    const std::vector<InputWorth> first = inputs_of("ward-0", 2020);
    // In the base year it is all that varies; the people don't move a year that was counted.
    REQUIRE(first.size() == 3);
    CHECK(first[0].input == all_inputs);
    CHECK(first[1].input == "level");
    CHECK(first[2].input == days.address);
    CHECK(first[2].worth.beds.value == Approx(first[0].worth.beds.value).epsilon(0.02));
    CHECK(first[1].worth.beds.value == first[2].worth.beds.value);
    const std::vector<InputWorth> later = inputs_of("ward-0", 2024);
    REQUIRE(later.size() == 4);
    CHECK(later[1].input == "demography");
    CHECK(later[3].worth.beds.value < later[0].worth.beds.value);
    CHECK(later[3].worth.beds.told() > 0.0);
    // The second ward's count is sure: people are all that is left to know.
    CHECK(inputs_of("ward-1", 2024).size() == 2);
}
