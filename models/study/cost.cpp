#include "models/study/cost.hpp"

#include "models/care/outcome.hpp"
#include "models/need/need.hpp"
#include "models/study/draws/care_inputs.hpp"
#include "models/study/draws/need_inputs.hpp"

#include <algorithm>
#include <vector>

namespace framsyn::study {
namespace {

// Measured with the baseline of Helse Nord on one thread, release build.
constexpr double seconds_per_event = 8e-8;
constexpr double seconds_per_number = 1.2e-7;    ///< of a draw: made, sorted, printed
constexpr double seconds_per_area_year = 1.4e-6; ///< of a draw: one area projected one year
constexpr double bytes_of_program = 3e7;
constexpr double bytes_per_row = 400.0; ///< of a table, as values and as text

constexpr double numbers_per_area_year = 2.0 * static_cast<double>(group_starts.size()) + 1.0;
constexpr double rows_per_area_year = 2.0 * 121.0 + 29.0 * 3.0 * 5.0; // ages by sex; groups by sex and quantile
constexpr double rows_per_cell_year = 30.0;

double kept_areas(const Scenario& scenario) {
    const std::size_t areas = scenario.demography.areas.size();
    return areas <= most_areas ? static_cast<double>(areas + 1) : 1.0;
}

double projection_years(const Scenario& scenario) {
    return scenario.demography.last_year - scenario.demography.first_year + 1;
}

/// Need has three numbers a cell and year, bed days by flow one.
double cell_numbers(const Scenario& scenario) {
    if (!scenario.has_services()) return 0.0;
    const auto cells = static_cast<double>(cells_of(scenario, CountedBy::treatment).size() +
                                           cells_of(scenario, CountedBy::residence).size());
    return (3.0 * cells + static_cast<double>(scenario.flows.size())) * static_cast<double>(scenario.years());
}

/// How many more admissions an uncertain mean stay gives than its middle: a short one gives many.
double more_admissions(const Quantity& mean) {
    if (!(mean.low > 0.0 && mean.high > 0.0)) return 1.0;
    return 0.25 * (mean.value / mean.low + 2.0 + mean.value / mean.high);
}

std::size_t stay_of(const Scenario& scenario, ServiceId service, WhichTrust provider) {
    std::size_t general = 0;
    for (std::size_t s = 0; s < scenario.stays.size(); ++s) {
        const StayInfo& stay = scenario.stays[s];
        if (stay.service != service) continue;
        if (stay.trust && *stay.trust == provider) return s;
        if (!stay.trust) general = s;
    }
    return general;
}

/// Days of each measured year, with those of the warm-up in the first.
std::vector<double> simulated_days(const Scenario& scenario, ServiceId service) {
    std::vector<double> days;
    for (int year = scenario.base_year; year <= scenario.last_year; ++year) days.push_back(days_in_year(year));
    days.front() *= 1.0 + scenario.of(service).warm_up.value;
    return days;
}

/// Events of one replication by the stay that they come from.
std::vector<double> events_by_stay(const Study& study) {
    const Scenario& scenario = study.scenario();
    const need::NeedPath need = need::project_need(study.population(), need_inputs(scenario, ParameterDraw::central()));
    const care::CareInputs inputs = care_inputs(scenario, study.capacity(), ParameterDraw::central(), need);
    std::vector<double> events(scenario.stays.size(), 0.0);
    for (const care::Inflow& inflow : inputs.inflows) {
        const std::vector<double> days = simulated_days(scenario, inflow.service);
        const care::Service& service = inputs.services[inflow.service.index()];
        for (std::size_t slot = 0; slot <= scenario.trusts.size(); ++slot) {
            const WhichTrust provider = WhichTrust::in_slot(slot, scenario.trusts.size());
            const std::size_t s = stay_of(scenario, inflow.service, provider);
            double admissions = 0.0;
            for (std::size_t t = 0; t < days.size(); ++t)
                admissions += days[t] * inflow.admissions_per_day[t] * inflow.destination_share[t][slot];
            // Who is treated here comes and goes.
            events[s] += admissions * more_admissions(scenario.stays[s].mean) * (provider.is_trust() ? 2.0 : 1.0);
        }
        double looks = 0.0;
        for (std::size_t t = 0; t < days.size(); ++t)
            looks += days[t] / service.cell_days * (1.0 + inflow.admissions_per_day[t] / service.cell_rate);
        events[stay_of(scenario, inflow.service, inflow.home_trust)] += looks;
    }
    return events;
}

double bytes_of_replication(const Scenario& scenario) {
    const auto places = static_cast<double>(scenario.trusts.size() + 1);
    return static_cast<double>(scenario.years()) *
           (static_cast<double>(scenario.units.size() * sizeof(care::UnitYear)) +
            places * places * static_cast<double>(scenario.services.size() * care::kMoveReasons * sizeof(care::Moves)));
}

} // namespace

Cost cost_of(const Study& study) {
    const Scenario& scenario = study.scenario();
    const auto draws = static_cast<double>(study.extent().draws.count);
    const auto replications = static_cast<double>(study.extent().replications.count);
    const double area_years = kept_areas(scenario) * projection_years(scenario);
    // Without spread one draw's people are all draws' people.
    const bool all_people = study.extent().people == People::kept && has_spread(scenario);
    const double numbers = (all_people ? area_years * numbers_per_area_year : 0.0) + cell_numbers(scenario);
    const auto areas = static_cast<double>(scenario.demography.areas.size());
    Cost cost;
    cost.bytes_of_draws = draws * numbers * sizeof(double);
    cost.bytes_fixed = bytes_of_program + bytes_per_row * (area_years * rows_per_area_year +
                                                           cell_numbers(scenario) * rows_per_cell_year / 3.0);
    cost.seconds = draws * (numbers * seconds_per_number + areas * projection_years(scenario) * seconds_per_area_year);
    if (!study.has_care()) return cost;
    const std::vector<double> events = events_by_stay(study);
    for (const double some : events) cost.events += replications * some;
    cost.busiest_stay = static_cast<std::size_t>(std::max_element(events.begin(), events.end()) - events.begin());
    cost.bytes_of_care = replications * bytes_of_replication(scenario);
    cost.seconds += cost.events * seconds_per_event;
    return cost;
}

} // namespace framsyn::study
