#include "app/population_sample.hpp"

#include "sim/experiment/experiment.hpp"

#include <algorithm>
#include <stdexcept>

namespace framsyn::app {
namespace {

using demography::Sex;

std::size_t group_of_age(int age) {
    return static_cast<std::size_t>(std::upper_bound(group_starts.begin(), group_starts.end(), age) -
                                    group_starts.begin()) -
           1;
}

AgeGroupOf group(int from, int to) {
    const std::string name = to == 0 ? std::to_string(from) + "+" : std::to_string(from) + "-" + std::to_string(to - 1);
    return {name, group_of_age(from), to == 0 ? group_starts.size() : group_of_age(to)};
}

bool has_spread(const demography::DriverSpread& spread) {
    return spread.fertility_step > 0.0 || spread.mortality_step > 0.0 || spread.immigration_sd > 0.0 ||
           spread.immigration_area_sd > 0.0 || spread.immigration_level_sd > 0.0 ||
           spread.immigration_area_level_sd > 0.0;
}

} // namespace

const std::vector<AgeGroupOf>& population_groups() {
    static const std::vector<AgeGroupOf> groups = [] {
        std::vector<AgeGroupOf> made;
        for (int from = 0; from < 100; from += 5) made.push_back(group(from, from + 5));
        made.push_back(group(100, 0));
        for (const auto& [from, to] : {std::pair{0, 18}, {18, 67}, {67, 80}, {80, 90}, {90, 0}, {67, 0}, {80, 0}}) {
            made.push_back(group(from, to));
        }
        made.push_back({"all", 0, group_starts.size()});
        return made;
    }();
    return groups;
}

AreaSample::AreaSample(std::size_t years, std::size_t draws)
    : draws_(draws), persons_(years * 2 * group_starts.size() * draws), years_lived_(years * draws) {}

void AreaSample::add(std::size_t draw, std::size_t area, const demography::PopulationPath& path) {
    for (std::size_t year = 0; year < path.persons.size(); ++year) {
        double lived = 0.0;
        for (std::size_t sex = 0; sex < 2; ++sex) {
            const auto people = path.persons[year].col(demography::column(area, static_cast<Sex>(sex)));
            std::size_t group = 0;
            double sum = 0.0;
            for (Eigen::Index age = 0; age < demography::age_count; ++age) {
                if (group + 1 < group_starts.size() && age == group_starts[group + 1]) {
                    persons(year, sex, group++, draw) += sum;
                    sum = 0.0;
                }
                sum += people(age);
                lived += (static_cast<double>(age) + 0.5) * people(age);
            }
            persons(year, sex, group, draw) += sum;
        }
        years_lived(year, draw) += lived;
    }
}

PopulationSample sample_population(const Scenario& scenario, const demography::Projector& projector,
                                   const RunControl& control) {
    const std::size_t draws = has_spread(scenario.driver_spread) ? static_cast<std::size_t>(scenario.draws) : 1;
    const demography::Inputs& inputs = projector.inputs();
    const auto years = static_cast<std::size_t>(inputs.last_year - inputs.first_year + 1);
    const std::size_t areas = inputs.areas.size();
    const std::size_t kept = areas <= most_areas ? areas : 0;
    PopulationSample sample{inputs.first_year, std::vector<AreaSample>(kept + 1, AreaSample(years, draws))};
    const sim::ExperimentOptions options = options_of(control, scenario.seed, "population");
    const sim::ExperimentReport report = sim::run_trials(
        draws,
        [&](std::size_t draw) {
            const demography::PopulationPath path = projector.project(demography::draw_drivers(
                inputs, scenario.driver_spread, scenario.seed, static_cast<std::uint32_t>(draw)));
            for (std::size_t area = 0; area < areas; ++area) {
                if (area < kept) sample.areas[area].add(draw, area, path);
                sample.areas.back().add(draw, area, path);
            }
        },
        options);
    if (report.cancelled) throw Interrupted();
    if (!report.failures.empty()) throw std::runtime_error(report.failures.front().message);
    return sample;
}

} // namespace framsyn::app
