#pragma once

#include "models/care/patients.hpp"
#include "models/care/simulate.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

// Small networks for the tests of the care model.
namespace framsyn::care::testing {

inline Stay exponential_stay(double mean) {
    return {{{1.0, StayShape::exponential, mean, 0.0}}};
}
inline Stay lognormal_stay(double mean, double sigma) {
    return {{{1.0, StayShape::lognormal, mean, sigma}}};
}
inline Stay fixed_stay(double days) {
    return {{{1.0, StayShape::fixed, days, 0.0}}};
}

inline constexpr auto outside = WhichTrust::outside();

/// The trust and the service with a number.
inline constexpr TrustId trust(std::size_t number) {
    return TrustId(number);
}
inline constexpr ServiceId service(std::size_t number) {
    return ServiceId(number);
}

inline Unit unit(const std::string& id, std::size_t of_trust, std::size_t of_service, int beds) {
    Unit made;
    made.id = id;
    made.trust = trust(of_trust);
    made.service = service(of_service);
    made.site = id;
    made.staffed_beds = beds;
    return made;
}

/// The patients of a trust who are all treated at the trust `to` (or outside).
inline Inflow inflow(const CareInputs& inputs, std::size_t home, std::size_t of_service, double per_day, WhichTrust to,
                     const Stay& stay) {
    const auto years = static_cast<std::size_t>(inputs.calendar.years);
    const std::size_t slot = to.slot(inputs.trusts.size());
    Inflow made;
    made.home_trust = trust(home);
    made.service = service(of_service);
    made.admissions_per_day.assign(years, per_day);
    std::vector<double> shares(inputs.trusts.size() + 1, 0.0);
    shares[slot] = 1.0;
    made.destination_share.assign(years, shares);
    made.stay.resize(inputs.trusts.size() + 1);
    made.stay[slot] = stay;
    return made;
}

/// One trust, one service, one unit.
inline CareInputs single_unit(double per_day, const Stay& stay, int beds, std::vector<Step> when_full, int years = 10,
                              int warm_up_years = 2) {
    CareInputs inputs;
    inputs.calendar = {2024, years, warm_up_years};
    inputs.trusts = {"nord"};
    Service acute;
    acute.id = "akutt";
    acute.when_full = std::move(when_full);
    acute.max_wait_days = 1e9;
    inputs.services = {acute};
    inputs.units = {unit("nord-akutt", 0, 0, beds)};
    inputs.inflows = {inflow(inputs, 0, 0, per_day, trust(0), stay)};
    return inputs;
}

/// Three trusts and two services with every rule in use; loads are high enough that everything happens.
inline CareInputs busy_network() {
    CareInputs inputs;
    inputs.calendar = {2024, 4, 1};
    inputs.trusts = {"nord", "midt", "sor"};
    Service acute;
    acute.id = "akutt";
    acute.emergency_share = 0.8;
    acute.when_full = {Step::over_occupancy, Step::overflow, Step::surge, Step::purchase};
    Service planned;
    planned.id = "tsb";
    planned.emergency_share = 0.2;
    planned.when_full = {Step::wait};
    planned.max_wait_days = 30.0;
    inputs.services = {acute, planned};
    inputs.units = {unit("nord-a", 0, 0, 4), unit("midt-a1", 1, 0, 3), unit("midt-a2", 1, 0, 2),
                    unit("sor-a", 2, 0, 3),  unit("nord-t", 0, 1, 6),  unit("midt-t", 1, 1, 5)};
    for (Unit& each : inputs.units) {
        each.over_occupancy_limit = 0.3;
        each.surge_beds = 1;
    }
    inputs.units[0].changes = {{500.0, -1}, {800.5, 2}};
    inputs.units[4].changes = {{600.0, -6}, {700.0, 6}};
    inputs.routes = {{trust(0), service(0), {{trust(1), 150.0}, {trust(2), 300.0}}},
                     {trust(1), service(0), {{outside, 60.0}, {trust(0), 150.0}}}};
    inputs.inflows = {
        inflow(inputs, 0, 0, 0.9, trust(0), lognormal_stay(5.0, 1.2)),
        inflow(inputs, 1, 0, 0.9, trust(1), exponential_stay(5.0)),
        inflow(inputs, 2, 0, 0.5, trust(2), {{{1.0, StayShape::gamma, 3.0, 0.7}, {2.0, StayShape::fixed, 6.0, 0.0}}}),
        inflow(inputs, 0, 1, 0.2, trust(0), exponential_stay(25.0)),
        inflow(inputs, 1, 1, 0.2, trust(1), exponential_stay(26.0)),
        inflow(inputs, 2, 1, 0.1, trust(1), exponential_stay(20.0))};
    inputs.inflows[5].home_trust = trust(2);
    for (auto& shares : inputs.inflows[5].destination_share) shares = {0.0, 0.6, 0.0, 0.4};
    inputs.inflows[5].stay[3] = exponential_stay(40.0);
    inputs.groups = {{"alt", {service(0), service(1)}}};
    return inputs;
}

inline std::vector<CareOutcome> replicate(const CareInputs& inputs, std::uint32_t replications,
                                          std::uint64_t seed = 1) {
    std::vector<CareOutcome> outcomes;
    for (std::uint32_t i = 0; i < replications; ++i) outcomes.push_back(simulate(inputs, {seed, i}));
    return outcomes;
}

/// Sum of one field over the units and years of an outcome.
inline double total(const CareOutcome& outcome, double UnitYear::* field) {
    double sum = 0.0;
    for (const UnitYear& row : outcome.unit_years) sum += row.*field;
    return sum;
}

/// Mean over replications of one number each, and the standard error of that mean.
struct Sample {
    double mean = 0.0;
    double standard_error = 0.0;
};

template <class Number>
Sample sample(const std::vector<CareOutcome>& outcomes, const Number& number) {
    double sum = 0.0;
    double squares = 0.0;
    for (const CareOutcome& outcome : outcomes) sum += number(outcome);
    const double n = static_cast<double>(outcomes.size());
    const double mean = sum / n;
    for (const CareOutcome& outcome : outcomes) squares += (number(outcome) - mean) * (number(outcome) - mean);
    return {mean, std::sqrt(squares / (n - 1.0) / n)};
}

/// The patients of the first inflow, in order of arrival.
inline std::vector<ComingPatient> coming_patients(const CareInputs& inputs, const Luck& luck) {
    InflowPatients inflow(inputs, 0, luck, period_starts(inputs));
    std::vector<ComingPatient> all;
    while (inflow.next_slice() < sim::Time::never()) {
        const std::vector<ComingPatient>& slice = inflow.take_slice();
        all.insert(all.end(), slice.begin(), slice.end());
    }
    std::sort(all.begin(), all.end(),
              [](const ComingPatient& a, const ComingPatient& b) { return a.arrival < b.arrival; });
    return all;
}

} // namespace framsyn::care::testing
