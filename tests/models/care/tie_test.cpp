#include "models/care/patients.hpp"
#include "models/care/simulate.hpp"
#include "tests/catch.hpp"
#include "tests/models/care/care_cases.hpp"

#include <functional>
#include <vector>

using namespace framsyn;
using namespace framsyn::care;
using namespace framsyn::care::testing;

// At one instant: discharges, then capacity changes, then transfers and the queue, then arrivals. Arrival
// times are random, so each test looks for a seed with a handful of patients, reads their times from
// InflowPatients, and then sets stays and changes so that two things fall on exactly the same instant.

namespace {

struct Few {
    Luck luck;
    std::vector<double> days;
    std::vector<bool> emergency;
};

CareInputs rare_patients(int beds, Step step) {
    CareInputs inputs = single_unit(0.006, fixed_stay(1.0), beds, {step}, 1, 0);
    inputs.services[0].emergency_share = 0.5;
    return inputs;
}

Few few_patients(const CareInputs& inputs, std::uint64_t seed) {
    Few few{{seed, 0}, {}, {}};
    for (const ComingPatient& patient : coming_patients(inputs, few.luck)) {
        few.days.push_back(patient.arrival.since_start());
        few.emergency.push_back(patient.patient.emergency);
    }
    return few;
}

Few find_few(const CareInputs& inputs, std::size_t patients, const std::function<bool(const Few&)>& fits) {
    for (std::uint64_t seed = 0; seed < 1'000'000; ++seed) {
        const Few few = few_patients(inputs, seed);
        if (few.days.size() == patients && fits(few)) return few;
    }
    throw std::runtime_error("no seed fits");
}

void set_stay(CareInputs& inputs, double days) {
    inputs.inflows[0].stay[0] = fixed_stay(days);
}

} // namespace

TEST_CASE("A discharge comes before an arrival of the same instant") {
    CareInputs inputs = rare_patients(1, Step::purchase);
    const Few few = find_few(inputs, 2, [](const Few& f) { return f.days[0] + (f.days[1] - f.days[0]) == f.days[1]; });
    set_stay(inputs, few.days[1] - few.days[0]);
    CHECK(simulate(inputs, few.luck).unit_year(0, 0).admissions == 2.0);
    // A moment longer, and the second patient finds the bed taken: the case is as narrow as it should be.
    set_stay(inputs, (few.days[1] - few.days[0]) * (1.0 + 1e-12));
    CHECK(simulate(inputs, few.luck).unit_year(0, 0).admissions == 1.0);
}

TEST_CASE("A capacity change comes before an arrival of the same instant") {
    CareInputs inputs = rare_patients(0, Step::purchase);
    const Few few = find_few(inputs, 1, [](const Few&) { return true; });
    inputs.units[0].changes = {{few.days[0], 1}};
    CHECK(simulate(inputs, few.luck).unit_year(0, 0).admissions == 1.0);
    inputs.units[0].staffed_beds = 1;
    inputs.units[0].changes = {{few.days[0], -1}};
    CHECK(simulate(inputs, few.luck).unit_year(0, 0).admissions == 0.0);
}

TEST_CASE("A discharge and a capacity change come before the queue of the same instant") {
    CareInputs inputs = rare_patients(1, Step::wait);
    const Few few = find_few(inputs, 2, [](const Few& f) { return f.days[1] < 200.0; });
    const double stay = few.days[1] - few.days[0] + 10.0;
    set_stay(inputs, stay);
    CHECK(simulate(inputs, few.luck).unit_year(0, 0).admissions == 2.0); // the second is served from the queue
    inputs.units[0].changes = {{few.days[0] + stay, -1}};
    const CareOutcome closed = simulate(inputs, few.luck);
    CHECK(closed.unit_year(0, 0).admissions == 1.0); // the bed is free, but closed before the queue is served
    CHECK(closed.count.waiting == 1);
    inputs.units[0].changes = {{few.days[0] + stay, -1}, {few.days[0] + stay, 1}};
    CHECK(simulate(inputs, few.luck).unit_year(0, 0).admissions == 2.0);
}

TEST_CASE("The queue is served before an arrival of the same instant") {
    // Three planned patients: the first leaves as the third comes. If the third took the bed, the second
    // would wait past the limit and be bought a place; served in the right order, neither waits so long.
    CareInputs inputs = rare_patients(1, Step::wait);
    inputs.services[0].emergency_share = 0.0;
    const Few few = find_few(inputs, 3, [](const Few& f) {
        const double stay = f.days[2] - f.days[0];
        return f.days[0] + stay == f.days[2] && f.days[0] + 2.0 * stay < 360.0 && f.days[2] - f.days[1] > 5.0;
    });
    const double stay = few.days[2] - few.days[0];
    set_stay(inputs, stay);
    inputs.services[0].max_wait_days = stay + 0.5 * (few.days[2] - few.days[1]);
    const CareOutcome outcome = simulate(inputs, few.luck);
    CHECK(outcome.unit_year(0, 0).purchased_patients == 0.0);
    CHECK(outcome.unit_year(0, 0).admissions == 3.0);
}

TEST_CASE("A bed that becomes free at the very end of the longest wait is still taken") {
    CareInputs inputs = rare_patients(1, Step::wait);
    inputs.services[0].emergency_share = 0.0;
    const Few few = find_few(inputs, 2, [](const Few& f) {
        const double end = f.days[0] + 150.0;
        return f.days[1] < end - 1.0 && f.days[1] + (end - f.days[1]) == end && end < 360.0;
    });
    set_stay(inputs, 150.0);
    inputs.services[0].max_wait_days = few.days[0] + 150.0 - few.days[1];
    CHECK(simulate(inputs, few.luck).unit_year(0, 0).admissions == 2.0);
    inputs.services[0].max_wait_days *= 1.0 - 1e-12;
    CHECK(simulate(inputs, few.luck).unit_year(0, 0).purchased_patients == 1.0);
}

TEST_CASE("An emergency is served before a planned patient who came first") {
    CareInputs inputs = rare_patients(1, Step::wait);
    const Few few = find_few(inputs, 3, [](const Few& f) {
        return !f.emergency[1] && f.emergency[2] && f.days[2] - f.days[0] < 100.0 && f.days[0] < 40.0;
    });
    set_stay(inputs, 110.0);
    // The planned patient gives up after the first discharge and before the second: only if passed over.
    inputs.services[0].max_wait_days = few.days[0] + 165.0 - few.days[1];
    const CareOutcome outcome = simulate(inputs, few.luck);
    CHECK(outcome.unit_year(0, 0).purchased_patients == 1.0);
    CHECK(outcome.unit_year(0, 0).admissions == 2.0);
}

TEST_CASE("First come, first served within an urgency") {
    CareInputs inputs = rare_patients(1, Step::wait);
    inputs.services[0].emergency_share = 0.0;
    const Few few = find_few(inputs, 3, [](const Few& f) {
        return f.days[2] - f.days[0] < 100.0 && f.days[0] < 40.0 && f.days[2] - f.days[1] > 5.0;
    });
    set_stay(inputs, 110.0);
    // The third gives up just before the second discharge; the second would have given up before that, had
    // the third been served first, and then the third would have been admitted and the second bought a place
    // earlier.
    inputs.services[0].max_wait_days = few.days[0] + 220.0 - few.days[2] - 1.0;
    const CareOutcome outcome = simulate(inputs, few.luck);
    CHECK(outcome.unit_year(0, 0).purchased_patients == 1.0);
    CHECK(outcome.unit_year(0, 0).wait_sum ==
          Approx((few.days[0] + 110.0 - few.days[1]) + inputs.services[0].max_wait_days).epsilon(1e-12));
}
