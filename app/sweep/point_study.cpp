#include "app/sweep/point_study.hpp"

#include "app/scenario/read/read_scenario.hpp"
#include "app/sweep/read/read_sweep.hpp"
#include "app/tables/result_tables.hpp"
#include "models/study/draws/care_sample.hpp"
#include "models/study/scenario/pinned.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace framsyn::app {
namespace {

std::vector<study::ValueAt> own_numbers(const WrittenScenario& scenario, const std::vector<std::string>& addresses) {
    std::vector<study::ValueAt> own;
    for (const Quantity& quantity : scenario.assumptions) {
        if (std::find(addresses.begin(), addresses.end(), quantity.address) != addresses.end())
            own.push_back({quantity.address, quantity.value});
    }
    return own;
}

} // namespace

PointStudies::PointStudies(const SweepPlan& plan, const Files& files, std::string folder,
                           const std::vector<WrittenScenario>& scenarios, const study::Runner& run)
    : plan_(plan), files_(files), folder_(std::move(folder)), points_(plan), kept_(plan) {
    for (const WrittenScenario& scenario : scenarios) own_.push_back(own_numbers(scenario, points_.addresses()));
    if (plan.own_luck || plan.repeats > 1) return;
    const study::Block draws{0, static_cast<std::size_t>(plan.draws)};
    for (const WrittenScenario& scenario : scenarios) {
        const auto holds = [&](const study::UseSample& sample) { return sample.holds_for(scenario); };
        if (std::none_of(shared_.begin(), shared_.end(), holds)) shared_.emplace_back(scenario, draws, run);
    }
}

study::Study PointStudies::study_of(const WrittenScenario& scenario) const {
    const study::Block draws{0, static_cast<std::size_t>(plan_.draws)};
    const study::Block replications{0, static_cast<std::size_t>(plan_.replications)};
    const auto shared = std::find_if(shared_.begin(), shared_.end(),
                                     [&](const study::UseSample& sample) { return sample.holds_for(scenario); });
    if (shared == shared_.end()) return study::run_study(scenario, {draws, replications, study::People::left_out});
    study::DrawSample sample = shared->draws_of(scenario);
    std::optional<study::CareSample> care;
    if (replications.count > 0) care = study::simulate_care(scenario, sample, replications, study::one_after_the_other);
    return study::study_of(scenario, std::move(sample), std::move(care));
}

/// Parameters that stand where draws put their assumption, with the values that the scenario gives.
std::vector<study::ValueAt> PointStudies::as_drawn(std::size_t point) const {
    const std::vector<std::string> inside = points_.as_in_a_draw(point);
    std::vector<study::ValueAt> drawn = own_[points_.scenario_number(point)];
    std::erase_if(drawn, [&](const study::ValueAt& own) {
        return std::find(inside.begin(), inside.end(), own.address) == inside.end();
    });
    return drawn;
}

std::vector<double> PointStudies::once(std::size_t point, int repeat) const {
    Overrides overrides;
    overrides.draws = plan_.draws;
    overrides.replications = plan_.replications;
    overrides.seed = points_.seed(point, repeat);
    overrides.set = points_.assignments(point);
    overrides.as_drawn = as_drawn(point);
    WrittenScenario scenario = read_scenario(files_, path_in(folder_, points_.scenario(point)), overrides);
    study::pin(scenario, points_.addresses());
    const study::Study study = study_of(scenario);
    std::vector<double> values(plan_.width(), std::numeric_limits<double>::quiet_NaN());
    for (const std::string& file : kept_.files()) kept_.keep(result_table(file, scenario, study, true), values);
    return values;
}

std::vector<double> PointStudies::outcome(std::size_t point) const {
    if (plan_.repeats == 1) return once(point, 0);
    const auto repeats = static_cast<double>(plan_.repeats);
    const std::size_t width = plan_.width();
    std::vector<std::vector<double>> all;
    for (int repeat = 0; repeat < plan_.repeats; ++repeat) all.push_back(once(point, repeat));
    std::vector<double> stored(2 * width);
    for (std::size_t i = 0; i < width; ++i) {
        for (const std::vector<double>& each : all) stored[i] += each[i] / repeats;
        for (const std::vector<double>& each : all)
            stored[width + i] += (each[i] - stored[i]) * (each[i] - stored[i]) / (repeats * (repeats - 1.0));
    }
    return stored;
}

} // namespace framsyn::app
