#include "app/tables/population_tables.hpp"

#include "app/tables/catalogue/catalogue.hpp"

#include "models/study/answers/people.hpp"

#include <fmt/format.h>

#include <functional>

namespace framsyn::app {
namespace {

using study::AgeGroupOf;
using study::AreaSample;
using study::PopulationSample;
using study::SortedSample;
using study::Study;

constexpr std::array<double, 7> probabilities{0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975};
const std::array<std::string, 3> sexes{"female", "male", "both"};

/// The ids of what a sample holds, in order: its areas and the region, or the region alone.
std::vector<std::string> sample_ids(const Study& study) {
    const study::Scenario& scenario = study.scenario();
    const PopulationSample& sample = study.population_sample();
    std::vector<std::string> ids;
    if (sample.areas.size() == scenario.trusts.size() + 1) {
        for (const study::TrustInfo& trust : scenario.trusts) ids.push_back(trust.id);
    }
    ids.emplace_back("region");
    return ids;
}

} // namespace

TidyTable population_table(const Study& study, bool keep) {
    const study::Scenario& scenario = study.scenario();
    const demography::PopulationPath& population = study.population();
    TidyTable table = table_of("population.csv", keep);
    const auto trusts = static_cast<Eigen::Index>(scenario.trusts.size());
    const auto rows = [&](const std::string& trust, Eigen::Index first, Eigen::Index last) {
        for (int year = population.first_year; year <= population.last_year(); ++year) {
            const demography::Cohorts& persons = population.on_1_january(year);
            for (Eigen::Index sex = 0; sex < demography::sex_count; ++sex) {
                for (Eigen::Index age = 0; age < demography::age_count; ++age) {
                    double sum = 0.0;
                    for (Eigen::Index t = first; t < last; ++t) sum += persons(age, demography::sex_count * t + sex);
                    table.row(scenario.variant, trust, year, sexes[static_cast<std::size_t>(sex)],
                              static_cast<int>(age), sum);
                }
            }
        }
    };
    for (Eigen::Index t = 0; t < trusts; ++t) rows(scenario.trusts[static_cast<std::size_t>(t)].id, t, t + 1);
    rows("region", 0, trusts);
    return table;
}

TidyTable components_table(const Study& study, bool keep) {
    const study::Scenario& scenario = study.scenario();
    const demography::PopulationPath& population = study.population();
    TidyTable table = table_of("components.csv", keep);
    using demography::Components;
    const std::vector<std::pair<std::string, double Components::*>> components{
        {"births", &Components::births},           {"deaths", &Components::deaths},
        {"internal_in", &Components::internal_in}, {"internal_out", &Components::internal_out},
        {"immigration", &Components::immigration}, {"emigration", &Components::emigration},
        {"correction", &Components::correction}};
    const int first_projected = scenario.demography.jump_off_year();
    const auto rows = [&](const std::string& trust, std::size_t first, std::size_t last) {
        for (std::size_t t = 0; t < population.components.size(); ++t) {
            for (const auto& [name, member] : components) {
                double sum = 0.0;
                for (std::size_t area = first; area < last; ++area) sum += population.components[t][area].*member;
                table.row(scenario.variant, trust, first_projected + static_cast<int>(t), name, sum);
            }
        }
    };
    const std::size_t trusts = scenario.trusts.size();
    for (std::size_t t = 0; t < trusts; ++t) rows(scenario.trusts[t].id, t, t + 1);
    rows("region", 0, trusts);
    return table;
}

TidyTable population_quantiles_table(const Study& study, bool keep) {
    const PopulationSample& sample = study.population_sample();
    TidyTable table = table_of("population_quantiles.csv", keep);
    const std::vector<std::string> ids = sample_ids(study);
    const auto rows = [&](std::size_t a, std::size_t year, std::size_t sex) {
        for (const AgeGroupOf& group : study::population_groups()) {
            const SortedSample persons = study::persons_by_draw(sample.areas[a], year, sex, group);
            for (const double p : probabilities) {
                table.row(ids[a], sample.first_year + static_cast<int>(year), sexes[sex], group.name, p,
                          persons.quantile(p));
            }
        }
    };
    for (std::size_t a = 0; a < sample.areas.size(); ++a) {
        for (std::size_t year = 0; year < sample.areas[a].years(); ++year) {
            for (std::size_t sex = 0; sex < sexes.size(); ++sex) rows(a, year, sex);
        }
    }
    return table;
}

TidyTable population_indicators_table(const Study& study, bool keep) {
    const PopulationSample& sample = study.population_sample();
    TidyTable table = table_of("population_indicators.csv", keep);
    const std::vector<std::string> ids = sample_ids(study);
    for (std::size_t a = 0; a < sample.areas.size(); ++a) {
        const AreaSample& area = sample.areas[a];
        for (std::size_t year = 0; year < area.years(); ++year) {
            const SortedSample dependency = study::old_age_dependency(area, year);
            const SortedSample age = study::mean_age(area, year);
            const int calendar_year = sample.first_year + static_cast<int>(year);
            for (const double p : probabilities) {
                table.row(ids[a], calendar_year, "old_age_dependency", p, dependency.quantile(p));
            }
            for (const double p : probabilities) table.row(ids[a], calendar_year, "mean_age", p, age.quantile(p));
        }
    }
    return table;
}

} // namespace framsyn::app
