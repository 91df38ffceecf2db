#include "models/study/study.hpp"
#include "tests/catch.hpp"
#include "tests/models/study/small_region.hpp"

#include "models/study/draws/counted_year.hpp"
#include "models/study/verdict/base_level.hpp"

#include <cmath>
#include <random>

using namespace framsyn;
using namespace framsyn::study;
using namespace framsyn::study::testing;

namespace {

constexpr std::size_t parts = 3;
constexpr int days_2020 = 366;

Quantity stated(double value, double low, double high, const std::string& address, Status status) {
    Quantity quantity = about(value, low, high, address);
    quantity.status = status;
    return quantity;
}

/// The first trust has three wards, the second one of them; all patients are treated at home, so that a ward's growth is
/// the same whatever its level.
Scenario wards(const double (&places)[parts]) {
    Scenario region = small_region();
    const ServiceInfo ward = region.services.front();
    region.services.clear();
    region.units.clear();
    region.flows.clear();
    region.stays.clear();
    region.changes.clear();
    for (std::size_t s = 0; s < parts; ++s) {
        ServiceInfo service = ward;
        service.id = "ward-" + std::to_string(s);
        service.level = exactly(1.0);
        service.over_occupancy = exactly(0.2);
        region.services.push_back(service);
        for (std::size_t t = 0; t < (s == 0 ? 2u : 1u); ++t) {
            UnitInfo unit;
            unit.id = service.id + "-" + std::to_string(t);
            unit.trust = TrustId(t);
            unit.service = ServiceId(s);
            unit.beds = stated(places[s], places[s], places[s], "unit." + unit.id + ".beds", Status::observed);
            unit.open_share = exactly(1.0);
            region.units.push_back(unit);
            FlowInfo flow;
            flow.residence = TrustId(t);
            flow.service = ServiceId(s);
            flow.at = TrustId(t);
            flow.level = about(1.0, 0.8, 1.2, "flow." + unit.id + ".level");
            flow.has_level = true;
            region.flows.push_back(flow);
        }
    }
    region.groups = {{"wards", {"poster", "wards"}, {ServiceId(0), ServiceId(1), ServiceId(2)}}};
    return region;
}

void set_activity(Scenario& region, std::size_t trust, const ServiceOrGroup& service, Basis basis, double beds) {
    ActivityInfo activity;
    activity.id = "activity-" + std::to_string(region.activities.size());
    activity.trust = TrustId(trust);
    activity.service = service;
    activity.basis = basis;
    activity.bed_days = stated(beds * days_2020, beds * days_2020, beds * days_2020,
                               "activity." + activity.id + ".bed_days", Status::observed);
    region.activities.push_back(activity);
}

ServiceOrGroup ward(const Scenario& region, std::size_t s) {
    return {region.services[s].id, {ServiceId(s)}, false};
}

/// Everybody knows what each ward has: the truth.
Scenario with_known(Scenario region, const double (&beds)[parts]) {
    region.activities.clear();
    region.seen.clear();
    for (std::size_t s = 0; s < parts; ++s) set_activity(region, 0, ward(region, s), Basis::observed, beds[s]);
    set_activity(region, 1, ward(region, 0), Basis::observed, 4.0);
    return region;
}

/// Only their sum was counted; the split is a guess, and like wards were seen between `low` and `high` full.
Scenario with_sum(Scenario region, double sum, double low, double high) {
    region.activities.clear();
    set_activity(region, 0, {"wards", {ServiceId(0), ServiceId(1), ServiceId(2)}, true}, Basis::observed, sum);
    for (std::size_t s = 0; s < parts; ++s) set_activity(region, 0, ward(region, s), Basis::split, sum / parts);
    set_activity(region, 1, ward(region, 0), Basis::observed, 4.0);
    region.seen = {{"wards",
                    {ServiceId(0), ServiceId(1), ServiceId(2)},
                    stated(0.5 * (low + high), low, high, "seen_occupancy.wards.share", Status::derived)}};
    return region;
}

const Verdict& verdict_of(const Study& study, std::size_t trust, const std::string& service, int year) {
    for (const Verdict& verdict : study.verdicts()) {
        const Cell& cell = study.need()[verdict.cell].cell;
        if (cell.trust == TrustId(trust) && cell.service.id == service && verdict.year == year) return verdict;
    }
    throw std::logic_error("no verdict of " + service);
}

/// Uniform numbers that are the same with every library.
class Dice {
  public:
    explicit Dice(std::uint32_t seed) : engine_(seed) {}
    double between(double low, double high) { return low + (high - low) * (static_cast<double>(engine_()) / 4294967296.0); }

  private:
    std::mt19937 engine_;
};

} // namespace

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
    // Seen: between 5 and 10; the others between 7 and 14.
    CHECK(level->ranges[1].mild.amount == Approx(6.0));
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
