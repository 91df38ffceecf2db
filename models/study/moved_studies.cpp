#include "models/study/moved_studies.hpp"

#include "models/study/draws/use_sample.hpp"
#include "models/study/scenario/pinned.hpp"

#include <algorithm>

namespace framsyn::study {
namespace {

bool varies(const Scenario& scenario, VarianceGroup group) {
    if (group == VarianceGroup::demography) return has_spread(scenario);
    const std::vector<const Quantity*> all = quantities_of(scenario);
    return std::any_of(all.begin(), all.end(), [&](const Quantity* quantity) {
        return quantity->has_interval() && group_of(quantity->address) == group;
    });
}

} // namespace

void for_each_moved(const Study& study, const MovedStudy& visit) {
    const Scenario& scenario = study.scenario();
    const Block draws = study.extent().draws;
    const Block replications = study.extent().replications;
    const std::size_t with_care = study.has_care() ? draws_of(replications).count : 0;
    const UseSample use(scenario, {draws.first, std::max(draws.count, with_care)}, study.runner());
    for (const Named<VarianceGroup>& group : variance_groups) {
        if (!varies(scenario, group.value)) continue;
        std::optional<CareSample> care;
        if (study.has_care())
            care = simulate_care(scenario, use.moved_draws_of(scenario, group.value, with_care, study.runner()),
                                 replications, study.runner());
        visit(group.value, study_of(scenario, use.moved_draws_of(scenario, group.value, draws.count, study.runner()),
                                    std::move(care), study.runner()));
    }
}

} // namespace framsyn::study
