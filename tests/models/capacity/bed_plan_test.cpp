#include "models/capacity/bed_plan.hpp"
#include "tests/catch.hpp"

using namespace framsyn;
using capacity::BedPlan;

namespace {

const UnitId ward(0);

/// One unit of 15 beds, 20 in beredskap, from 2023 to 2028.
BedPlan plan_with(std::vector<capacity::DatedBeds> changes) {
    return {{{TrustId(0), ServiceId(0), 15.0, 20.0}}, std::move(changes), 2023, 2028};
}

/// +6 on 1 April 2026.
BedPlan opening() {
    return plan_with({{ward, from_day({2026, 4, 1}), 6.0}});
}

} // namespace

TEST_CASE("a year's mean counts a change from its day on, and 31 December counts it whole") {
    const BedPlan plan = opening();
    CHECK(plan.staffed(ward, 2023).end == 15.0);
    CHECK(plan.staffed(ward, 2025).mean == 15.0);
    CHECK(plan.staffed(ward, 2026).mean == Approx(15.0 + 6.0 * 275.0 / 365.0)); // 1 April to 31 December is 275 days
    CHECK(plan.staffed(ward, 2026).end == 21.0);
    CHECK(plan.staffed(ward, 2028).mean == 21.0);
}

TEST_CASE("the total in beredskap is never below the staffed beds") {
    CHECK(*opening().surge(ward, 2024) == 20.0);
    CHECK(*opening().surge(ward, 2027) == 21.0);
}

TEST_CASE("beds that open until a day are gone from that day on") {
    // Open 1 July to 31 August 2025: 62 days.
    const BedPlan plan = plan_with({{ward, {{2025, 7, 1}, {2025, 7, 1}, Date{2025, 9, 1}}, -4.0}});
    CHECK(plan.staffed(ward, 2025).mean == Approx(15.0 - 4.0 * 62.0 / 365.0));
    CHECK(plan.staffed(ward, 2025).end == 15.0);
    const auto steps = plan.steps(ward);
    REQUIRE(steps.size() == 2);
    CHECK(steps[0].date == Date{2025, 7, 1});
    CHECK(steps[0].staffed == 11.0);
    CHECK(steps[1].date == Date{2025, 9, 1});
    CHECK(steps[1].staffed == 15.0);
}

TEST_CASE("a ramp counts its part of every day, and opens whole beds") {
    // Ten beds over the 100 days from 1 January 2025: on day d, d / 100 of them. The mean of a year of 365 days is
    // 10 × (0 + 1 + … + 99) / 100 / 365 + 10 × 265 / 365.
    const BedPlan plan = plan_with({{ward, {{2025, 1, 1}, {2025, 4, 11}, {}}, 10.0}});
    CHECK(plan.staffed(ward, 2025).mean == Approx(15.0 + 10.0 * (49.5 + 265.0) / 365.0));
    const auto steps = plan.steps(ward);
    REQUIRE(steps.size() == 10);
    CHECK(steps[0].date == Date{2025, 1, 6}); // five days in, half a bed: rounded up
    CHECK(steps[0].staffed == 16.0);
    CHECK(steps[9].staffed == 25.0);
}

TEST_CASE("beds that are all there before they begin begin at once, and those that end first never do") {
    const BedPlan early = plan_with({{ward, {{2026, 7, 1}, {2026, 1, 1}, {}}, 2.0}});
    REQUIRE(early.steps(ward).size() == 1);
    CHECK(early.steps(ward)[0].date == Date{2026, 7, 1});
    CHECK(early.staffed(ward, 2026).mean == Approx(15.0 + 2.0 * 184.0 / 365.0)); // 1 July to 31 December
    CHECK(plan_with({{ward, {{2026, 7, 1}, {2026, 7, 1}, Date{2026, 7, 1}}, 2.0}}).steps(ward).empty());
}

TEST_CASE("two changes on one day are one step") {
    const BedPlan plan = plan_with({{ward, from_day({2026, 4, 1}), 6.0}, {ward, from_day({2026, 4, 1}), -6.0}});
    REQUIRE(plan.steps(ward).size() == 1);
    CHECK(plan.steps(ward)[0].staffed == 15.0);
}
