// What a study is estimated to take before anything is drawn, beside what it then takes.
#include "models/study/cost.hpp"
#include "small_region.hpp"
#include "tests/catch.hpp"

using namespace framsyn::study;
using testing::exactly;
using testing::small_region;

namespace {

Cost cost(const Scenario& region, Care care = Care::simulated) {
    return cost_of(run_study(region, whole(region, care)));
}

} // namespace

TEST_CASE("as many events are estimated as patients come and go, within a fifth") {
    Scenario region = small_region();
    region.stays[0].mean = exactly(1.0); // so that looks at the arrival plane are few beside patients
    region.services[0].cell_time = exactly(1000.0);
    region.services[0].cell_rate = exactly(0.06);
    const Study study = run_study(region);
    double happened = 0.0;
    for (const auto& outcome : study.care_sample().outcomes)
        happened += 2.0 * static_cast<double>(outcome.count.arrivals); // who still waits for a bed leaves later
    CHECK(cost(region).events == Approx(happened).epsilon(0.2));
}

TEST_CASE("a stay a hundred times as short gives a hundred times the events, and is named") {
    Scenario region = small_region();
    const double before = cost(region).events;
    StayInfo at_sor = region.stays[0];
    at_sor.trust = framsyn::WhichTrust(framsyn::TrustId(1));
    at_sor.mean = exactly(0.01);
    region.stays.push_back(at_sor);
    CHECK(cost(region).events > 300.0 * before); // half of the patients, a thousand times as many
    CHECK(cost(region).busiest_stay == 1);
}

TEST_CASE("a fine grid of the arrival plane costs events though nobody comes") {
    Scenario region = small_region();
    const double before = cost(region).events;
    region.services[0].cell_time = exactly(0.01);
    // 6 years with the warm-up, 365.25 days of 100 slices, 2 inflows, 8 replications: 3.5 million looks at least.
    CHECK(cost(region).events > before + 3.5e6);
}

TEST_CASE("memory grows with draws by what is kept of them: people by area and need by cell") {
    Scenario region = small_region();
    const double few = cost(region).bytes_of_draws;
    region.draws *= 10;
    CHECK(cost(region).bytes_of_draws == Approx(10.0 * few));
    // Age groups of both sexes and years lived, of two areas and their sum, by year.
    const double years = region.demography.last_year - region.demography.first_year + 1;
    const double people = region.draws * 3 * years * (2 * 23 + 1) * 8;
    CHECK(cost(region).bytes_of_draws > people);
    region.driver_spread = {};
    CHECK(cost(region).bytes_of_draws == Approx(10.0 * few - people)); // one draw's people are everybody's
}

TEST_CASE("without simulation there are no events, and nothing is kept of care") {
    const Cost projected = cost(small_region(), Care::left_out);
    CHECK(projected.events == 0.0);
    CHECK(projected.bytes_of_care == 0.0);
    CHECK(cost(small_region()).bytes_of_care > 0.0);
    CHECK(cost(small_region()).seconds > projected.seconds);
}
