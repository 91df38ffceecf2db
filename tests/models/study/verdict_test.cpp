#include "models/study/study.hpp"
#include "tests/catch.hpp"
#include "tests/models/study/wards.hpp"

#include "models/study/draws/counted_year.hpp"
#include "models/study/verdict/base_level.hpp"

#include <cmath>

using namespace framsyn;
using namespace framsyn::study;
using namespace framsyn::study::testing;

TEST_CASE("Both rules together give one of four words", "[verdict]") {
    struct Case {
        double p_utilisation, p_service_level, gap;
        const char* word;
        const char* reason;
    };
    // By hand, from the thresholds .5, .1 and half a bed.
    const Case cases[] = {
        {0.99, 0.6, -16.0, "short", ""},
        {0.51, 0.51, -0.5, "short", ""},
        {0.51, 0.51, -0.49, "tight", "small"},
        {0.5, 0.9, -3.0, "tight", "either-way"},
        {0.05, 0.09, 4.0, "enough", ""},
        {0.05, 0.1, 4.0, "tight", "either-way"},
        {0.05, 0.9, 4.0, "tight", "service-level-only"},
        {0.9, 0.05, -4.0, "tight", "utilisation-only"},
        {0.3, 0.9, 1.0, "tight", "either-way"},
    };
    for (const Case& each : cases) {
        INFO(each.p_utilisation << " " << each.p_service_level << " " << each.gap);
        const Judgement judged = judge({each.p_utilisation, each.p_service_level, each.gap});
        CHECK(name_in(verdict_names, judged.word) == each.word);
        CHECK((judged.reason ? name_in(tight_reasons, *judged.reason) : "") == each.reason);
    }
}

TEST_CASE("A level between two ends depends where the ends differ", "[verdict]") {
    const Outcome enough{0.0, 0.0, 5.0}, tight{0.05, 0.9, 1.0}, short_of_beds{0.9, 0.9, -5.0};
    CHECK(judge(enough, enough).word == VerdictWord::enough);
    CHECK(judge(short_of_beds, short_of_beds).word == VerdictWord::short_of_beds);
    CHECK(judge(enough, tight).word == VerdictWord::depends);
    CHECK(judge(enough, short_of_beds).word == VerdictWord::depends);
    CHECK(*judge(tight, {0.9, 0.05, -1.0}).reason == TightReason::either_way);
}

TEST_CASE("A part of a counted sum lies where the others leave it room", "[verdict]") {
    const double places[parts] = {10.0, 8.0, 6.0};
    const Scenario region = with_sum(wards(places), 20.0, 0.5, 1.0);
    const auto level = base_level(region, TrustId(0), ServiceId(0), occupied_beds_by_flow(region));
    REQUIRE(level);
    REQUIRE(level->ranges.size() == 2);
    // Logical: at most 10 × 1.2 = 12; the others hold at most (8 + 6) × 1.2 = 16.8 of 20.
    CHECK(level->ranges[0].mild.amount == Approx(20.0 - 16.8));
    CHECK(level->ranges[0].severe.amount == Approx(12.0));
    // Seen: between 5 and 10; the others at most 8 and, as it is reckoned with a third of 20, 6 2/3.
    CHECK(level->ranges[1].mild.amount == Approx(20.0 - 8.0 - 20.0 / 3.0));
    CHECK(level->ranges[1].severe.amount == Approx(10.0));
}

TEST_CASE("Bounds contain the truth in 1 000 made-up regions", "[verdict]") {
    Dice dice(20261126);
    for (int region_number = 0; region_number < 1000; ++region_number) {
        double places[parts], truth[parts], sum = 0.0;
        const double low = dice.between(0.3, 0.7), high = dice.between(0.8, 1.15);
        for (std::size_t s = 0; s < parts; ++s) {
            places[s] = std::floor(dice.between(3.0, 30.0));
            truth[s] = places[s] * dice.between(low, high);
            sum += truth[s];
        }
        Scenario region = wards(places);
        region.draws = 4;
        region.last_year = 2022;
        const Study known = run_study(with_known(region, truth), whole(region, Care::left_out));
        const Study guessed = run_study(with_sum(region, sum, low, high), whole(region, Care::left_out));
        for (std::size_t s = 0; s < parts; ++s) {
            const std::string id = region.services[s].id;
            const Outcome of = *verdict_of(known, 0, id, 2022).known;
            const Bounds& bounds = *verdict_of(guessed, 0, id, 2022).bounds;
            INFO("region " << region_number << ", " << id);
            REQUIRE(bounds.mild.p_utilisation <= of.p_utilisation);
            REQUIRE(of.p_utilisation <= bounds.severe.p_utilisation);
            REQUIRE(bounds.mild.p_service_level <= of.p_service_level);
            REQUIRE(of.p_service_level <= bounds.severe.p_service_level);
            REQUIRE(bounds.mild.gap + 1e-9 >= of.gap);
            REQUIRE(of.gap + 1e-9 >= bounds.severe.gap);
        }
    }
}

TEST_CASE("Bounds are attained where the truth lies at the end", "[verdict]") {
    const double places[parts] = {10.0, 8.0, 6.0};
    const Scenario region = wards(places);
    // The first ward as full as was seen, the others share what is left.
    const double at_severe[parts] = {9.0, 5.0, 4.0};
    const Study known = run_study(with_known(region, at_severe), whole(region, Care::left_out));
    const Study guessed = run_study(with_sum(region, 18.0, 0.5, 0.9), whole(region, Care::left_out));
    for (int year = 2020; year <= 2024; ++year) {
        const Outcome of = *verdict_of(known, 0, "ward-0", year).known;
        const Bounds& bounds = *verdict_of(guessed, 0, "ward-0", year).bounds;
        CHECK(bounds.range == RangeKind::seen);
        CHECK(bounds.severe.p_utilisation == of.p_utilisation);
        CHECK(bounds.severe.p_service_level == of.p_service_level);
        CHECK(bounds.severe.gap == Approx(of.gap).epsilon(1e-12));
    }
}

TEST_CASE("The tipping point is where full runs turn", "[verdict]") {
    const double places[parts] = {10.0, 8.0, 6.0};
    Scenario region = wards(places);
    region.draws = 31;
    const Study guessed = run_study(with_sum(region, 18.0, 0.5, 0.9), whole(region, Care::left_out));
    const Tips tips = *verdict_of(guessed, 0, "ward-0", 2024).tips;
    CHECK(tips.unit == BaseUnit::occupied_beds);
    for (const Rule rule : {Rule::utilisation, Rule::service_level}) {
        double enough = 0.0, too_many = 30.0;
        for (int step = 0; step < 60; ++step) {
            const double middle = 0.5 * (enough + too_many);
            const double truth[parts] = {middle, 5.0, 4.0};
            const Study known = run_study(with_known(region, truth), whole(region, Care::left_out));
            (verdict_of(known, 0, "ward-0", 2024).known->p(rule) > 0.5 ? too_many : enough) = middle;
        }
        const double tip = rule == Rule::utilisation ? *tips.utilisation : *tips.service_level;
        CHECK(tip == Approx(enough).epsilon(1e-9));
    }
}

TEST_CASE("Places that were worked out from the bed days tip in places", "[verdict]") {
    const double places[parts] = {10.0, 8.0, 6.0};
    Scenario region = wards(places);
    region.draws = 31;
    const double known[parts] = {8.6, 5.0, 4.0};
    region = with_known(region, known);
    region.activities.front().basis = Basis::capacity_from_activity;
    region.units.front().beds.status = Status::derived;
    const Tips tips = *verdict_of(run_study(region, whole(region, Care::left_out)), 0, "ward-0", 2024).tips;
    CHECK(tips.unit == BaseUnit::beds);
    const auto p_with = [&](double beds) {
        Scenario other = with_known(region, known);
        other.units.front().beds = exactly(beds);
        return verdict_of(run_study(other, whole(other, Care::left_out)), 0, "ward-0", 2024).known->p_utilisation;
    };
    CHECK(p_with(*tips.utilisation - 1e-6) > 0.5);
    CHECK(p_with(*tips.utilisation + 1e-6) <= 0.5);
}

TEST_CASE("A region is short if any trust is and enough only if all are", "[verdict]") {
    const double places[parts] = {10.0, 8.0, 6.0};
    const double full[parts] = {11.0, 5.0, 4.0}, empty[parts] = {3.0, 2.0, 1.0};
    const auto region_word = [&](const double(&beds)[parts]) {
        Scenario region = with_known(wards(places), beds);
        region.units[1].beds = exactly(20.0);
        const Study study = run_study(region, whole(region, Care::left_out));
        for (const Verdict& verdict : study.verdicts()) {
            const Cell& cell = study.need()[verdict.cell].cell;
            if (cell.trust.is_region() && cell.service.id == "ward-0" && verdict.year == 2024) return verdict;
        }
        throw std::logic_error("no region");
    };
    const Verdict short_of_beds = region_word(full);
    CHECK(short_of_beds.judged.word == VerdictWord::short_of_beds);
    CHECK(short_of_beds.depends_on == std::vector<std::string>{"nord"});
    CHECK(short_of_beds.known->p_utilisation == 1.0);
    CHECK(region_word(empty).judged.word == VerdictWord::enough);
}
