#include "models/study/draws/care_sample.hpp"

#include "models/care/simulate.hpp"
#include "models/study/draws/care_inputs.hpp"
#include "models/study/scenario/planned_beds.hpp"

namespace framsyn::study {
namespace {

/// Need as care takes it: actions come on their day, so not yet.
need::NeedPath need_path(const Scenario& scenario, const DrawSample& draws, std::size_t draw) {
    need::NeedPath path;
    path.base_year = scenario.base_year;
    for (std::size_t f = 0; f < draws.flows; ++f) {
        const FlowInfo& flow = scenario.flows[f];
        path.flows.push_back({flow.residence, flow.service, flow.at, 0.0});
        std::vector<double>& days = path.bed_days.emplace_back(draws.years);
        for (std::size_t t = 0; t < draws.years; ++t) days[t] = draws.days_without_actions(draw, f, t);
    }
    path.age_shares.resize(draws.age_spans);
    for (std::size_t span = 0; span < draws.age_spans; ++span) {
        for (std::size_t f = 0; f < draws.flows; ++f) {
            std::vector<double>& shares = path.age_shares[span].emplace_back(draws.years);
            for (std::size_t t = 0; t < draws.years; ++t) shares[t] = draws.age_share(draw, span, f, t);
        }
    }
    return path;
}

/// What care of a draw is simulated with.
care::CareInputs inputs_of(const Scenario& scenario, const capacity::BedPlan& plan, const DrawSample& draws,
                           std::size_t draw) {
    return care_inputs(scenario, plan, draws.parameters(scenario.seed, draw), need_path(scenario, draws, draw));
}

} // namespace

Block draws_of(const Block& replications) {
    const std::size_t first = replications.first / 2;
    return {first, (replications.end() + 1) / 2 - first};
}

CareSample simulate_care(const Scenario& scenario, const DrawSample& draws, const Block& replications,
                         const Runner& run) {
    if (replications.count == 0) throw UnfitBlock("a block of no replications has no care");
    if (!draws.block.holds(draws_of(replications))) throw UnfitBlock("the draws of these replications aren't there");
    const capacity::BedPlan plan = planned_beds(scenario);
    CareSample sample{
        replications, fingerprint(scenario), inputs_of(scenario, plan, draws, replications.first / 2), {}};
    sample.outcomes.resize(replications.count);
    run(Stage::care, replications, [&](std::size_t replication) {
        sample.outcomes[replication - replications.first] =
            care::simulate(inputs_of(scenario, plan, draws, replication / 2),
                           {scenario.seed, static_cast<std::uint32_t>(replication)});
    });
    return sample;
}

CareSample care_of_outcomes(const Scenario& scenario, const DrawSample& draws, const Block& replications,
                            std::vector<care::CareOutcome> outcomes) {
    const std::size_t draw = replications.first / 2;
    if (outcomes.empty() || outcomes.size() != replications.count || !draws.block.holds({draw, 1}))
        throw UnfitBlock("the outcomes aren't those of the block");
    CareSample sample{
        replications, fingerprint(scenario), inputs_of(scenario, planned_beds(scenario), draws, draw), {}};
    for (const care::CareOutcome& outcome : outcomes) {
        if (outcome.units != sample.frame.units.size()) throw UnfitBlock("the outcomes are of other units");
    }
    sample.outcomes = std::move(outcomes);
    return sample;
}

CareSample joined(CareSample first, const CareSample& next) {
    if (first.block.end() != next.block.first) throw UnfitBlock("the second block doesn't begin where the first ends");
    if (first.of != next.of || first.frame.units.size() != next.frame.units.size())
        throw UnfitBlock("the blocks are of different studies");
    first.block.count += next.block.count;
    first.outcomes.insert(first.outcomes.end(), next.outcomes.begin(), next.outcomes.end());
    return first;
}

} // namespace framsyn::study
