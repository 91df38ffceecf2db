#include "models/care/check_inputs.hpp"
#include "models/care/simulate.hpp"
#include "tests/catch.hpp"
#include "tests/models/care/care_cases.hpp"

#include <cmath>

using namespace framsyn;
using namespace framsyn::care;
using namespace framsyn::care::testing;

// Simulated means must lie within four Monte Carlo standard errors of theory: with the seed fixed, a wrong
// alarm would have come for six seeds in 100 000. Each test also states how narrow that is, so that it cannot
// pass by being vague.

namespace {

// Erlang's loss formula: B(0) = 1, B(c) = aB / (c + aB). Written here on its own, not taken from models/need.
double loss_probability(int servers, double load) {
    double blocked = 1.0;
    for (int c = 1; c <= servers; ++c) blocked = load * blocked / (c + load * blocked);
    return blocked;
}

// Erlang's delay formula from the loss formula: P(wait) = c B / (c - a (1 - B)).
double delay_probability(int servers, double load) {
    const double blocked = loss_probability(servers, load);
    return servers * blocked / (servers - load * (1.0 - blocked));
}

double wait_mean(const CareOutcome& outcome) {
    return total(outcome, &UnitYear::wait_sum) / total(outcome, &UnitYear::wait_count);
}

double days_of(const CareInputs& inputs) {
    return year_begin(inputs.calendar, inputs.calendar.end_year()) -
           year_begin(inputs.calendar, inputs.calendar.first_year);
}

} // namespace

TEST_CASE("The formulas of these tests give textbook values") {
    // Load 2 on 3 servers: B = 4/19, C = 4/9. Load 1 on 1 server: B = 1/2.
    CHECK(loss_probability(3, 2.0) == Approx(4.0 / 19.0).epsilon(1e-15));
    CHECK(delay_probability(3, 2.0) == Approx(4.0 / 9.0).epsilon(1e-15));
    CHECK(loss_probability(1, 1.0) == 0.5);
}

TEST_CASE("Waiting agrees with M/M/c") {
    // 160 replications of 20 years. Mean wait of all patients = P(wait) * mean stay / (c - load).
    struct Case {
        int beds;
        double per_day;
        double stay;
    };
    for (const Case& c : {Case{1, 0.7, 1.0}, Case{5, 0.8, 5.0}, Case{20, 1.7, 10.0}}) {
        const CareInputs inputs = single_unit(c.per_day, exponential_stay(c.stay), c.beds, {Step::wait}, 20);
        const auto outcomes = replicate(inputs, 160);
        const double load = c.per_day * c.stay;
        const double expected = delay_probability(c.beds, load) * c.stay / (c.beds - load);
        const Sample wait = sample(outcomes, wait_mean);
        CHECK(std::abs(wait.mean - expected) < 4.0 * wait.standard_error);
        CHECK(4.0 * wait.standard_error < 0.10 * expected);

        const double days = days_of(inputs);
        const Sample occupied =
            sample(outcomes, [&](const CareOutcome& o) { return total(o, &UnitYear::occupied_time) / days; });
        CHECK(std::abs(occupied.mean - load) < 4.0 * occupied.standard_error);
        CHECK(4.0 * occupied.standard_error < 0.03 * load);
        const Sample full =
            sample(outcomes, [&](const CareOutcome& o) { return total(o, &UnitYear::full_time) / days; });
        CHECK(std::abs(full.mean - delay_probability(c.beds, load)) < 4.0 * full.standard_error);
        CHECK(full.standard_error < 0.01);
    }
}

TEST_CASE("With more beds than patients occupancy agrees with M/G/infinity, whatever the stay") {
    // Mean occupied = rate * mean stay; admissions of a year are Poisson. 40 replications of 10 years.
    for (const Stay& stay : {lognormal_stay(10.0, 1.2), exponential_stay(10.0), fixed_stay(10.0),
                             Stay{{{3.0, StayShape::gamma, 6.0, 1.5}, {1.0, StayShape::lognormal, 22.0, 0.8}}}}) {
        const CareInputs inputs = single_unit(1.2, stay, 1000, {Step::wait});
        const auto outcomes = replicate(inputs, 40);
        const double days = days_of(inputs);
        const Sample occupied =
            sample(outcomes, [&](const CareOutcome& o) { return total(o, &UnitYear::occupied_time) / days; });
        CHECK(std::abs(occupied.mean - 12.0) < 4.0 * occupied.standard_error);
        CHECK(occupied.standard_error < 0.08);

        // 400 yearly counts of mean 438.3: the variance of a Poisson count is its mean, its own standard
        // error sqrt(2/400) = 7 %.
        double sum = 0.0;
        double squares = 0.0;
        for (const CareOutcome& outcome : outcomes) {
            for (const UnitYear& row : outcome.unit_years) {
                sum += row.admissions;
                squares += row.admissions * row.admissions;
            }
        }
        const double mean = sum / 400.0;
        const double variance = squares / 400.0 - mean * mean;
        CHECK(mean == Approx(1.2 * 365.3).margin(4.0 * std::sqrt(438.3 / 400.0)));
        CHECK(variance / mean == Approx(1.0).margin(0.29));
    }
}

TEST_CASE("A service's own warm-up begins later, and is long enough when the beds are as full as in the long run") {
    // Load 0.1 a day * 100 days = 10. After w years of exponential stays the mean is 10 (1 - exp(-365 w / 100)) at the start of the
    // first year: 9.7 after one year and 10 (to 1e-7) after five; no warm-up leaves its first year at 10 (1 - .27) = 7.3.
    CareInputs inputs = single_unit(0.1, exponential_stay(100.0), 1000, {Step::wait}, 1, 5);
    const auto occupied = [&](int own_warm_up) {
        inputs.services[0].warm_up_years = own_warm_up;
        return sample(replicate(inputs, 400),
                      [&](const CareOutcome& o) { return total(o, &UnitYear::occupied_time) / days_of(inputs); });
    };
    const Sample none = occupied(0);
    const Sample all = occupied(5);
    CHECK(std::abs(none.mean - 10.0 * (1.0 - (1.0 - std::exp(-3.66)) / 3.66)) < 4.0 * none.standard_error);
    CHECK(std::abs(all.mean - 10.0) < 4.0 * all.standard_error);
    CHECK(all.standard_error < 0.15);
    CHECK(occupied(-1).mean == all.mean); // the calendar's whole warm-up is what a service has if it says nothing
    inputs.services[0].warm_up_years = 6;
    CHECK_FALSE(find_problems(inputs).empty());
}

TEST_CASE("The number of patients present at a moment is Poisson with M/G/infinity") {
    // What is left in beds at the end of 1 000 short runs: mean and variance both rate * mean stay = 6.
    // Standard errors sqrt(6/1000) = 0.077 and about 6 sqrt(2/1000) = 0.27; four of each.
    const CareInputs inputs = single_unit(1.5, lognormal_stay(4.0, 0.8), 1000, {Step::wait}, 1, 0);
    double sum = 0.0;
    double squares = 0.0;
    for (const CareOutcome& outcome : replicate(inputs, 1000)) {
        const auto present = static_cast<double>(outcome.count.in_beds);
        sum += present;
        squares += present * present;
    }
    const double mean = sum / 1000.0;
    CHECK(mean == Approx(6.0).margin(0.31));
    CHECK(squares / 1000.0 - mean * mean == Approx(6.0).margin(1.08));
}

TEST_CASE("Where a place is bought when full, the share bought is Erlang's loss formula, whatever the stay") {
    // 40 replications of 20 years; the loss system is insensitive to the shape of the stay.
    for (const Stay& stay : {lognormal_stay(4.0, 1.4), exponential_stay(4.0), fixed_stay(4.0)}) {
        const CareInputs inputs = single_unit(2.0, stay, 10, {Step::purchase}, 20);
        const Sample bought = sample(replicate(inputs, 40), [](const CareOutcome& o) {
            const double purchased = total(o, &UnitYear::purchased_patients);
            return purchased / (purchased + total(o, &UnitYear::admissions));
        });
        const double expected = loss_probability(10, 8.0);
        CHECK(std::abs(bought.mean - expected) < 4.0 * bought.standard_error);
        CHECK(4.0 * bought.standard_error < 0.05 * expected);
    }
}

TEST_CASE("Surge beds behind staffed beds lose what Erlang's formula says for their sum") {
    CareInputs inputs = single_unit(2.0, exponential_stay(4.0), 8, {Step::surge, Step::purchase}, 20);
    inputs.units[0].surge_beds = 2;
    const auto outcomes = replicate(inputs, 40);
    const Sample bought = sample(outcomes, [](const CareOutcome& o) {
        const double purchased = total(o, &UnitYear::purchased_patients);
        return purchased / (purchased + total(o, &UnitYear::admissions));
    });
    CHECK(std::abs(bought.mean - loss_probability(10, 8.0)) < 4.0 * bought.standard_error);
    // Time with surge in use is P(N = 9) + P(N = 10) of the truncated Poisson distribution.
    double weight = 1.0;
    double sum = 0.0;
    double surge = 0.0;
    double surge_beds = 0.0;
    for (int n = 0; n <= 10; ++n) {
        if (n > 0) weight *= 8.0 / n;
        sum += weight;
        if (n > 8) surge += weight;
        if (n > 8) surge_beds += weight * (n - 8);
    }
    const double days = days_of(inputs);
    const Sample time = sample(outcomes, [&](const CareOutcome& o) { return total(o, &UnitYear::surge_time) / days; });
    const Sample beds =
        sample(outcomes, [&](const CareOutcome& o) { return total(o, &UnitYear::surge_bed_time) / days; });
    CHECK(std::abs(time.mean - surge / sum) < 4.0 * time.standard_error);
    CHECK(std::abs(beds.mean - surge_beds / sum) < 4.0 * beds.standard_error);
    CHECK(4.0 * time.standard_error < 0.05);
}

TEST_CASE("Little's law holds in every run: patients waiting = rate of joining * their wait") {
    // An identity in a run that begins and ends without anybody waiting; in others the ends cost little. The
    // integral of the line and the sum of waits are kept by different code. Waits of a few days against 3 650
    // days of run.
    const CareInputs inputs = single_unit(0.9, exponential_stay(5.0), 6, {Step::wait}, 10, 0);
    for (const CareOutcome& outcome : replicate(inputs, 20)) {
        const double line = total(outcome, &UnitYear::waiting_time);
        const double waits = total(outcome, &UnitYear::wait_sum);
        if (outcome.count.waiting == 0) CHECK(line == Approx(waits).epsilon(1e-9));
        CHECK(line == Approx(waits).epsilon(0.03));
    }
}
