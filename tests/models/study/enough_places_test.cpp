#include "models/study/draws/counted_year.hpp"
#include "models/study/study.hpp"
#include "models/study/verdict/base_level.hpp"
#include "models/study/verdict/enough_places.hpp"
#include "models/study/verdict/seen_split.hpp"
#include "tests/catch.hpp"
#include "tests/models/study/wards.hpp"

using namespace framsyn;
using namespace framsyn::study;
using namespace framsyn::study::testing;

TEST_CASE("Places are enough when fewer draws than a tenth, or a half, need more", "[verdict]") {
    // By hand: of ten draws none may lie above for a share below .1, and four for one below .5.
    const std::vector<double> need{3.2, 9.0, 1.0, 7.0, 5.5, 2.0, 8.1, 4.0, 6.0, 0.5};
    CHECK(enough_places(need) == PlacesByLimit{9.0, 6.0});
    // Of eleven, one may for .1, five for .5; what needs just as many is not above.
    std::vector<double> eleven = need;
    eleven.push_back(12.0);
    CHECK(enough_places(eleven) == PlacesByLimit{9.0, 6.0});
    CHECK(enough_places({0.0, 0.0}) == PlacesByLimit{0.0, 0.0});
}

TEST_CASE("With places that are enough P is below the limit, with one less it isn't", "[verdict]") {
    const double places[parts] = {10.0, 8.0, 6.0};
    const double beds[parts] = {8.6, 5.0, 4.0};
    Scenario region = with_known(wards(places), beds);
    region.draws = 60;
    const EnoughPlaces enough =
        *verdict_of(run_study(region, whole(region, Care::left_out)), 0, "ward-0", 2024).enough_mild;
    for (const Rule rule : {Rule::utilisation, Rule::service_level}) {
        for (std::size_t i = 0; i < limits_of_p.size(); ++i) {
            const auto p_with = [&](double open) {
                Scenario other = region;
                other.units.front().beds = exactly(open);
                return verdict_of(run_study(other, whole(other, Care::left_out)), 0, "ward-0", 2024).known->p(rule);
            };
            INFO(name_in(rule_names, rule) << " " << limits_of_p[i]);
            CHECK(p_with(enough.by(rule)[i]) < limits_of_p[i]);
            CHECK(p_with(enough.by(rule)[i] - 1.0) >= limits_of_p[i]);
        }
    }
}

TEST_CASE("Places are told at both ends where nobody counted the level, and of a group as a whole", "[verdict]") {
    const double places[parts] = {10.0, 8.0, 6.0};
    const Scenario region = wards(places);
    // The ends of the first ward's range, 5 and 9 of 18 (others between 7 and 7.2 + a third of 18), as truths of their own.
    const double mild[parts] = {5.0, 7.0, 6.0}, severe[parts] = {9.0, 5.0, 4.0};
    const Study guessed = run_study(with_sum(region, 18.0, 0.5, 0.9), whole(region, Care::left_out));
    const auto known = [&](const double(&beds)[parts]) {
        return *verdict_of(run_study(with_known(region, beds), whole(region, Care::left_out)), 0, "ward-0", 2022)
                    .enough_mild;
    };
    const Verdict& verdict = verdict_of(guessed, 0, "ward-0", 2022);
    REQUIRE(verdict.bounds->range == RangeKind::seen);
    CHECK(verdict.enough_mild->utilisation == known(mild).utilisation);
    CHECK(verdict.enough_mild->service_level == known(mild).service_level);
    CHECK(verdict.enough_severe->utilisation == known(severe).utilisation);
    CHECK(verdict.enough_severe->service_level == known(severe).service_level);
    // All three at 18 beds of patients: more than the 18 places, fewer than their parts would need one by one rounded up.
    const EnoughPlaces all = *verdict_of(guessed, 0, "wards", 2022).enough_severe;
    CHECK(all.utilisation[1] > 18.0);
}

namespace {

/// Two trusts whose use of ward-0 rests on rates with a level from .8 to 1.2, and the stays that were counted there.
Scenario by_rates(double stays_here, double stays_there) {
    const double places[parts] = {40.0, 8.0, 6.0};
    Scenario region = wards(places);
    for (std::size_t t = 0; t < 2; ++t) {
        set_activity(region, t, ward(region, 0), Basis::rates, 1.0);
        region.activities.back().bed_days.reset();
        const double stays = t == 0 ? stays_here : stays_there;
        region.seen_stays.push_back({"stays-" + std::to_string(t), TrustId(t), ServiceId(0), exactly(stays),
                                     about(1.0, 0.8, 1.25, "seen_stays.days")});
    }
    return region;
}

} // namespace

TEST_CASE("Counted stays say between which shares of the region's bed days a trust's lie", "[verdict]") {
    // 30 × .8 / (30 × .8 + 70 × 1.25) and 30 × 1.25 / (30 × 1.25 + 70 × .8).
    const Shares shares = *seen_shares(by_rates(30.0, 70.0), TrustId(0), ServiceId(0));
    CHECK(shares.low == Approx(24.0 / 111.5));
    CHECK(shares.high == Approx(37.5 / 93.5));
    CHECK_FALSE(seen_shares(by_rates(30.0, 70.0), TrustId(0), ServiceId(1)));
    CHECK_FALSE(seen_shares(by_rates(30.0, 0.0), TrustId(0), ServiceId(0)));
}

TEST_CASE("A level by rates ends where the region's most times the trust's highest seen share ends", "[verdict]") {
    const auto level_with = [](const Scenario& region) {
        return *base_level(region, TrustId(0), ServiceId(0), occupied_beds_by_flow(region));
    };
    Scenario without = by_rates(30.0, 70.0);
    without.seen_stays.clear();
    const BaseLevel wide = level_with(without);
    const std::vector<double> occupied = occupied_beds_by_flow(without);
    const double both = occupied[0] + occupied[1];
    CHECK(wide.ranges.back().mild.amount == Approx(0.8 * occupied[0]));
    CHECK(wide.ranges.back().severe.amount == Approx(1.2 * occupied[0]));

    // Both use 1.2 times as much at most, and a share is a part of that.
    const double share = occupied[0] / both;
    const double stays = 100.0 * share - 12.0; // fewer here than the rates say, so that the high end is cut
    const BaseLevel narrow = level_with(by_rates(stays, 100.0 - stays));
    const Shares seen = *seen_shares(by_rates(stays, 100.0 - stays), TrustId(0), ServiceId(0));
    const BaseRange& range = narrow.ranges.back();
    CHECK(range.kind == RangeKind::stated);
    CHECK(range.severe.amount == Approx(std::min(1.2 * occupied[0], seen.high * 1.2 * both)));
    CHECK(range.severe.amount < 1.2 * occupied[0]);
    CHECK(range.severe.flow_levels[0] ==
          Approx(wide.ranges.back().severe.flow_levels[0] * range.severe.amount / wide.ranges.back().severe.amount));
    // What was seen at no level of the range says nothing.
    CHECK(level_with(by_rates(1.0, 99.0)).ranges.back().severe.amount == Approx(1.2 * occupied[0]));
}
