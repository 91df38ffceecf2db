#include "app/tables/result_tables.hpp"

#include <functional>

namespace framsyn::app {

std::vector<ResultFile> result_tables(const WrittenScenario& scenario, const study::Study& study) {
    std::vector<std::function<ResultFile()>> makers{
        [&] { return population_quantiles_table(study); },
        [&] { return population_table(study); },
        [&] { return components_table(study); },
        [&] { return population_indicators_table(study); },
    };
    study.population();
    study.population_sample();
    if (scenario.has_services()) {
        // What several tables print is made first: makers run at the same time.
        study.need_by_residence();
        study.gaps();
        study.changes();
        study.gaps_by_utilisation();
        study.care_by_site();
        study.flows();
        study.indicators();
        makers.emplace_back([&] { return need_table(study); });
        makers.emplace_back([&] { return need_by_residence_table(study); });
        makers.emplace_back([&] { return capacity_table(study); });
        makers.emplace_back([&] { return plan_table(scenario); });
        makers.emplace_back([&] { return gap_table(study); });
        makers.emplace_back([&] { return gap_by_utilisation_table(study); });
        makers.emplace_back([&] { return change_table(study); });
        makers.emplace_back([&] { return quantiles_table(study); });
        makers.emplace_back([&] { return indicators_table(study); });
    }
    if (study.has_care()) {
        makers.emplace_back([&] { return care_table(study); });
        makers.emplace_back([&] { return care_by_site_table(study); });
        makers.emplace_back([&] { return flows_table(study); });
    }
    makers.emplace_back([&] { return assumptions_table(scenario); });
    makers.emplace_back([&] { return context_file(scenario, study); });

    std::vector<ResultFile> files(makers.size());
    study.runner()(study::Stage::cells, {0, makers.size()}, [&](std::size_t i) { files[i] = makers[i](); });
    return files;
}

} // namespace framsyn::app
