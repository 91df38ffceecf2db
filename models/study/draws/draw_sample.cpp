#include "models/study/draws/draw_sample.hpp"

#include "models/study/draws/draw.hpp"
#include "models/study/draws/patient_actions.hpp"

#include <algorithm>

namespace framsyn::study {
namespace {

void keep(std::vector<double>& kept, std::size_t at, const std::vector<std::vector<double>>& by_flow) {
    for (const std::vector<double>& by_year : by_flow) {
        for (const double days : by_year) kept[at++] = days;
    }
}

bool acts_on_patients(const Scenario& scenario) {
    return std::any_of(scenario.actions.begin(), scenario.actions.end(),
                       [](const ActionInfo& action) { return action.counts() && (action.change || action.detour); });
}

} // namespace

void keep_bed_days(DrawSample& sample, std::size_t at, const need::NeedPath& need) {
    keep(sample.bed_days, at * sample.flows * sample.years, need.bed_days);
    keep(sample.without_actions, at * sample.flows * sample.years, need.without_actions);
    for (std::size_t span = 0; span < need.age_shares.size(); ++span)
        keep(sample.age_shares, (at * sample.age_spans + span) * sample.flows * sample.years, need.age_shares[span]);
}

ParameterDraw DrawSample::parameters(std::uint64_t seed, std::size_t draw) const {
    const ParameterDraw own = ParameterDraw::number(seed, static_cast<std::uint32_t>(draw));
    return moved ? own.with(*moved, static_cast<std::uint32_t>(before(draw))) : own;
}

DrawSample empty_sample(const Scenario& scenario, const Block& block) {
    DrawSample sample;
    sample.block = block;
    sample.of = fingerprint(scenario);
    sample.flows = scenario.flows.size();
    sample.years = scenario.years();
    sample.age_spans = age_spans_of(scenario).size();
    sample.bed_days.resize(block.count * sample.flows * sample.years);
    if (acts_on_patients(scenario)) sample.without_actions.resize(sample.bed_days.size());
    sample.age_shares.resize(sample.age_spans * sample.bed_days.size());
    sample.one_population = !has_spread(scenario);
    return sample;
}

DrawSample central_sample(const Scenario& scenario, const demography::Projector& projector) {
    DrawSample sample = empty_sample(scenario, {0, 1});
    if (scenario.has_services()) keep_bed_days(sample, 0, central_draw(scenario, projector).need);
    return sample;
}

bool has_spread(const Scenario& scenario) {
    const demography::DriverSpread& spread = scenario.driver_spread;
    return spread.fertility_step > 0.0 || spread.mortality_step > 0.0 || spread.immigration_sd > 0.0 ||
           spread.immigration_area_sd > 0.0 || spread.immigration_level_sd > 0.0 ||
           spread.immigration_area_level_sd > 0.0 ||
           (scenario.decline_full_to.has_interval() && !scenario.demography.other_decline.full_to.empty());
}

DrawSample sample_draws(const Scenario& scenario, const demography::Projector& projector, const Block& block,
                        People people, const Runner& run) {
    DrawSample sample = empty_sample(scenario, block);
    const bool wanted = people == People::kept;
    const std::size_t kept = !wanted ? 0 : sample.one_population ? std::min<std::size_t>(1, block.count) : block.count;
    if (wanted) sample.population = empty_population_sample(projector.inputs(), kept);
    // Where there is nothing to say of a draw but its people, those that repeat the first need no projection.
    const std::size_t projected = scenario.has_services() ? block.count : kept;
    run(Stage::draws, {block.first, projected}, [&](std::size_t number) {
        const Draw draw = draw_number(scenario, projector, static_cast<std::uint32_t>(number));
        const std::size_t at = number - block.first;
        if (at < kept) add_population(*sample.population, at, draw.population);
        if (scenario.has_services()) keep_bed_days(sample, at, draw.need);
    });
    return sample;
}

DrawSample joined(DrawSample first, const DrawSample& next) {
    if (first.block.end() != next.block.first) throw UnfitBlock("the second block doesn't begin where the first ends");
    if (first.of != next.of || first.flows != next.flows || first.years != next.years || first.moved || next.moved ||
        first.population.has_value() != next.population.has_value()) {
        throw UnfitBlock("the blocks are of different studies");
    }
    if (next.block.count == 0) return first;
    if (first.population && (!first.one_population || first.block.count == 0))
        first.population = joined(*first.population, *next.population);
    first.block.count += next.block.count;
    first.bed_days.insert(first.bed_days.end(), next.bed_days.begin(), next.bed_days.end());
    first.without_actions.insert(first.without_actions.end(), next.without_actions.begin(), next.without_actions.end());
    first.age_shares.insert(first.age_shares.end(), next.age_shares.begin(), next.age_shares.end());
    return first;
}

} // namespace framsyn::study
