#include "models/study/questions.hpp"

#include "models/study/draws/counted_year.hpp"
#include "models/study/draws/use_sample.hpp"
#include "models/study/scenario/pinned.hpp"

#include <utility>

namespace framsyn::study {
namespace {

/// Every number stands at its value in every draw; the people vary as they do.
Scenario with_people_alone(const Scenario& scenario) {
    std::vector<std::string> varying;
    for (const Quantity* quantity : quantities_of(scenario)) {
        if (quantity->has_interval()) varying.push_back(quantity->address);
    }
    Scenario alone = scenario;
    pin(alone, varying);
    alone.use_levels.clear(); // the level stands still
    return alone;
}

Questions questions_of(const Study& study, const UseSample& use, const std::vector<int>& years) {
    const Scenario& scenario = study.scenario();
    const Runner& run = study.runner();
    const BedRules rules(scenario, study.capacity());
    const Judged judged{scenario,      study.capacity(), rules,
                        study.draws(), study.need(),     occupied_beds_by_flow(scenario)};
    const DrawSample people_alone = use.draws_of(with_people_alone(scenario), run);
    return {study, value_of_information(judged, study.verdicts(), people_alone, years, run),
            open_figures(judged, study.verdicts(), years, run), triggers(judged, study.verdicts(), years, run)};
}

} // namespace

Questions questions_of(const Study& study, const std::vector<int>& years) {
    return questions_of(study, UseSample(study.scenario(), study.draws().block, study.runner()), years);
}

Questions questions_of(const Scenario& scenario, const Block& draws, const std::vector<int>& years, const Runner& run) {
    const UseSample use(scenario, draws, run);
    return questions_of(study_of(scenario, use.draws_of(scenario, run), std::nullopt, run), use, years);
}

} // namespace framsyn::study
