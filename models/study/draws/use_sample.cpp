#include "models/study/draws/use_sample.hpp"

#include "models/demography/same_inputs.hpp"
#include "models/need/need.hpp"
#include "models/study/draws/draw.hpp"
#include "models/study/draws/need_inputs.hpp"
#include "models/study/draws/patient_actions.hpp"

#include <algorithm>
#include <optional>

namespace framsyn::study {
namespace {

bool same_spread(const demography::DriverSpread& a, const demography::DriverSpread& b) {
    return a.fertility_step == b.fertility_step && a.mortality_step == b.mortality_step &&
           a.immigration_sd == b.immigration_sd && a.immigration_area_sd == b.immigration_area_sd &&
           a.immigration_memory == b.immigration_memory && a.immigration_level_sd == b.immigration_level_sd &&
           a.immigration_area_level_sd == b.immigration_area_level_sd &&
           a.fertility_immigration_correlation == b.fertility_immigration_correlation &&
           a.fertility_mortality_correlation == b.fertility_mortality_correlation;
}

bool same_interval(const Quantity& a, const Quantity& b) {
    return a.value == b.value && a.low == b.low && a.high == b.high;
}

} // namespace

UseSample::UseSample(const Scenario& scenario, const Block& block, const Runner& run, PopulationSample* people)
    : people_(scenario), block_(block) {
    const demography::Projector projector(scenario.demography);
    std::vector<std::optional<need::ExpectedUse>> use(block.count);
    const std::size_t kept = people && !people->areas.empty() ? people->areas.front().draws() : 0;
    run(Stage::draws, block, [&](std::size_t number) {
        const auto k = static_cast<std::uint32_t>(number);
        const demography::PopulationPath path = projector.project(drivers_of(scenario, projector.inputs(), k));
        const std::size_t at = number - block.first;
        if (at < kept) add_population(*people, at, path);
        use[at].emplace(path, need_inputs(scenario, ParameterDraw::number(scenario.seed, k)));
    });
    for (std::optional<need::ExpectedUse>& each : use) use_.push_back(std::move(*each));
}

bool UseSample::holds_for(const Scenario& other) const {
    const auto same_rates = [](const demography::AgeSexTable& a, const demography::AgeSexTable& b) {
        return demography::same(demography::Cohorts(a), demography::Cohorts(b));
    };
    return people_.seed == other.seed && age_spans_of(people_) == age_spans_of(other) &&
           people_.base_year == other.base_year && people_.last_year == other.last_year &&
           people_.trusts.size() == other.trusts.size() && same_spread(people_.driver_spread, other.driver_spread) &&
           same_interval(people_.decline_full_to, other.decline_full_to) &&
           std::equal(people_.use_rates.begin(), people_.use_rates.end(), other.use_rates.begin(),
                      other.use_rates.end(), same_rates) &&
           demography::same(people_.demography, other.demography);
}

DrawSample UseSample::draws_of(const Scenario& scenario, const Runner& run) const {
    DrawSample sample = empty_sample(scenario, block_);
    run(Stage::draws, block_, [&](std::size_t number) {
        const std::size_t at = number - block_.first;
        const auto draw = ParameterDraw::number(scenario.seed, static_cast<std::uint32_t>(number));
        keep_bed_days(sample, at, need::project_need(use_[at], need_inputs(scenario, draw)));
    });
    return sample;
}

DrawSample UseSample::moved_draws_of(const Scenario& scenario, VarianceGroup group, std::size_t count,
                                     const Runner& run) const {
    DrawSample sample = empty_sample(scenario, {block_.first, count});
    sample.moved = group;
    run(Stage::draws, sample.block, [&](std::size_t draw) {
        const std::size_t people = group == VarianceGroup::demography ? sample.before(draw) : draw;
        const need::Inputs inputs = need_inputs(scenario, sample.parameters(scenario.seed, draw));
        keep_bed_days(sample, draw - block_.first, need::project_need(use_[people - block_.first], inputs));
    });
    return sample;
}

} // namespace framsyn::study
