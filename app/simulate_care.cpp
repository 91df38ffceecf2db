#include "app/simulate_care.hpp"

#include "models/care/simulate.hpp"
#include "sim/experiment/experiment.hpp"

#include <stdexcept>

namespace framsyn::app {
namespace {

std::vector<care::ServiceGroup> care_groups(const Scenario& scenario) {
    std::vector<care::ServiceGroup> groups;
    for (const GroupInfo& group : scenario.groups) {
        care::ServiceGroup out{group.id, {}};
        for (const std::size_t part : group.parts) out.parts.push_back(scenario.services[part].id);
        groups.push_back(std::move(out));
    }
    return groups;
}

} // namespace

void simulate_care(const Scenario& scenario, const demography::Projector& projector, const RunControl& control,
                   RunResults& results) {
    const auto replications = static_cast<std::size_t>(scenario.replications);
    const auto inputs_of_draw = [&](std::size_t draw) {
        const auto k = static_cast<std::uint32_t>(draw);
        return care_inputs(scenario, ParameterDraw::number(scenario.seed, k), need_of_draw(scenario, projector, k));
    };
    const sim::ExperimentOptions options = options_of(control, scenario.seed, "care");
    const auto experiment = sim::run_experiment<care::CareOutcome>(
        replications,
        [&](std::size_t replication) {
            return care::simulate(inputs_of_draw(replication / 2),
                                  {scenario.seed, static_cast<std::uint32_t>(replication)});
        },
        options);
    if (experiment.report.cancelled) throw Interrupted();
    if (!experiment.report.failures.empty()) throw std::runtime_error(experiment.report.failures.front().message);

    const care::CareInputs inputs = inputs_of_draw(0); // names and structure are the same in every draw
    results.care = care::summarise_by_trust(inputs, experiment.results, care_groups(scenario));
    results.care_by_site = care::summarise_by_site(inputs, experiment.results);
    results.flows = care::summarise_flows(inputs, experiment.results);
}

} // namespace framsyn::app
