#include "app/capacity.hpp"
#include "tests/catch.hpp"

using namespace framsyn::app;

namespace {

Quantity beds(double value) {
    Quantity q;
    q.value = value;
    return q;
}

/// One unit of 15 beds, +6 on 1 April 2026; 4 more are only possible.
Scenario one_unit() {
    Scenario scenario;
    scenario.capacity_from = 2023;
    scenario.base_year = 2024;
    scenario.last_year = 2028;
    UnitInfo unit;
    unit.beds = beds(15);
    unit.surge = beds(20);
    scenario.units = {unit};
    ChangeInfo opening;
    opening.date = {2026, 4, 1};
    opening.beds = beds(6);
    opening.plan = "planned";
    ChangeInfo dream = opening;
    dream.date = {2027, 1, 1};
    dream.beds = beds(4);
    dream.plan = "possible";
    scenario.changes = {opening, dream};
    return scenario;
}

} // namespace

TEST_CASE("a year's mean counts a change from its day on, and 31 December counts it whole") {
    const Scenario scenario = one_unit();
    const CapacityPlan plan(scenario);
    CHECK(plan.staffed(0, 2023).end == 15.0);
    CHECK(plan.staffed(0, 2025).mean == 15.0);
    CHECK(plan.staffed(0, 2026).mean == Approx(15.0 + 6.0 * 275.0 / 365.0)); // 1 April to 31 December is 275 days
    CHECK(plan.staffed(0, 2026).end == 21.0);
    CHECK(plan.staffed(0, 2028).mean == 21.0); // the possible ones are not counted
}

TEST_CASE("the total in beredskap is never below the staffed beds") {
    const Scenario scenario = one_unit();
    const CapacityPlan plan(scenario);
    CHECK(*plan.surge(0, 2024) == 20.0);
    CHECK(*plan.surge(0, 2027) == 21.0);
}
