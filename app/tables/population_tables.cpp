#include "app/tables/population_tables.hpp"

#include "app/quantiles.hpp"

#include <fmt/format.h>

#include <functional>

namespace framsyn::app {
namespace {

constexpr std::array<double, 7> probabilities{0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975};
const std::array<std::string, 3> sexes{"female", "male", "both"};

/// The ids of what a sample holds, in order: its areas and the region, or the region alone.
std::vector<std::string> sample_ids(const Scenario& scenario, const PopulationSample& sample) {
    std::vector<std::string> ids;
    if (sample.areas.size() == scenario.trusts.size() + 1) {
        for (const TrustInfo& trust : scenario.trusts) ids.push_back(trust.id);
    }
    ids.emplace_back("region");
    return ids;
}

/// sex 2 is both.
double persons_in(const AreaSample& area, std::size_t year, std::size_t sex, std::size_t first, std::size_t last,
                  std::size_t draw) {
    double sum = 0.0;
    for (std::size_t s = sex == 2 ? 0 : sex; s <= (sex == 2 ? 1 : sex); ++s) {
        for (std::size_t group = first; group < last; ++group) sum += area.persons(year, s, group, draw);
    }
    return sum;
}

SortedSample sorted(const AreaSample& area, const std::function<double(std::size_t draw)>& value) {
    std::vector<double> values(area.draws());
    for (std::size_t draw = 0; draw < values.size(); ++draw) values[draw] = value(draw);
    return SortedSample(std::move(values));
}

const AgeGroupOf& group_named(const std::string& name) {
    for (const AgeGroupOf& group : population_groups()) {
        if (group.name == name) return group;
    }
    throw std::logic_error("no age group " + name);
}

/// Persons of 67 and over for each hundred aged 20–66.
double old_age_dependency(const AreaSample& area, std::size_t year, std::size_t draw) {
    const AgeGroupOf& old = group_named("67+");
    const std::size_t from_20 = group_named("20-24").first;
    return 100.0 * persons_in(area, year, 2, old.first, old.last, draw) /
           persons_in(area, year, 2, from_20, old.first, draw);
}

double mean_age(const AreaSample& area, std::size_t year, std::size_t draw) {
    return area.years_lived(year, draw) / persons_in(area, year, 2, 0, group_starts.size(), draw);
}

} // namespace

ResultFile population_table(const Scenario& scenario, const demography::PopulationPath& population) {
    TidyTable table("population.csv", {"variant", "trust", "year", "sex", "age", "persons"});
    const auto trusts = static_cast<Eigen::Index>(scenario.trusts.size());
    const auto rows = [&](const std::string& trust, Eigen::Index first, Eigen::Index last) {
        for (int year = population.first_year; year <= population.last_year(); ++year) {
            const demography::Cohorts& persons = population.on_1_january(year);
            for (Eigen::Index sex = 0; sex < demography::sex_count; ++sex) {
                for (Eigen::Index age = 0; age < demography::age_count; ++age) {
                    double sum = 0.0;
                    for (Eigen::Index t = first; t < last; ++t) sum += persons(age, demography::sex_count * t + sex);
                    table.row(scenario.population.variant, trust, year, sexes[static_cast<std::size_t>(sex)],
                              static_cast<int>(age), sum);
                }
            }
        }
    };
    for (Eigen::Index t = 0; t < trusts; ++t) rows(scenario.trusts[static_cast<std::size_t>(t)].id, t, t + 1);
    rows("region", 0, trusts);
    return std::move(table).file();
}

ResultFile components_table(const Scenario& scenario, const demography::PopulationPath& population) {
    TidyTable table("components.csv", {"variant", "trust", "year", "component", "persons"});
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
                table.row(scenario.population.variant, trust, first_projected + static_cast<int>(t), name, sum);
            }
        }
    };
    const std::size_t trusts = scenario.trusts.size();
    for (std::size_t t = 0; t < trusts; ++t) rows(scenario.trusts[t].id, t, t + 1);
    rows("region", 0, trusts);
    return std::move(table).file();
}

ResultFile population_quantiles_table(const Scenario& scenario, const PopulationSample& sample) {
    TidyTable table("population_quantiles.csv", {"trust", "year", "sex", "age_group", "probability", "persons"});
    const std::vector<std::string> ids = sample_ids(scenario, sample);
    for (std::size_t a = 0; a < sample.areas.size(); ++a) {
        const AreaSample& area = sample.areas[a];
        for (std::size_t year = 0; year < area.years(); ++year) {
            for (std::size_t sex = 0; sex < sexes.size(); ++sex) {
                for (const AgeGroupOf& group : population_groups()) {
                    const SortedSample persons = sorted(area, [&](std::size_t draw) {
                        return persons_in(area, year, sex, group.first, group.last, draw);
                    });
                    for (const double p : probabilities) {
                        table.row(ids[a], sample.first_year + static_cast<int>(year), sexes[sex], group.name, p,
                                  persons.quantile(p));
                    }
                }
            }
        }
    }
    return std::move(table).file();
}

ResultFile population_indicators_table(const Scenario& scenario, const PopulationSample& sample) {
    TidyTable table("population_indicators.csv", {"trust", "year", "indicator", "probability", "value"});
    const std::vector<std::string> ids = sample_ids(scenario, sample);
    for (std::size_t a = 0; a < sample.areas.size(); ++a) {
        const AreaSample& area = sample.areas[a];
        for (std::size_t year = 0; year < area.years(); ++year) {
            const SortedSample dependency =
                sorted(area, [&](std::size_t draw) { return old_age_dependency(area, year, draw); });
            const SortedSample age = sorted(area, [&](std::size_t draw) { return mean_age(area, year, draw); });
            const int calendar_year = sample.first_year + static_cast<int>(year);
            for (const double p : probabilities) {
                table.row(ids[a], calendar_year, "old_age_dependency", p, dependency.quantile(p));
            }
            for (const double p : probabilities) table.row(ids[a], calendar_year, "mean_age", p, age.quantile(p));
        }
    }
    return std::move(table).file();
}

std::string population_summary(const Scenario& scenario, const PopulationSample& sample, Language language) {
    const AreaSample& region = sample.areas.back();
    const int base = scenario.base_year;
    const std::size_t from = static_cast<std::size_t>(base - sample.first_year);
    const std::size_t to = region.years() - 1;
    std::string text = fmt::format("{}, {}–{} ({})\n", scenario.title.in(language), base,
                                   sample.first_year + static_cast<int>(to), scenario.population.variant);
    for (const auto& [name, nb, en] :
         {std::tuple{"all", "alle", "all ages"}, std::tuple{"67+", "67 år og over", "67 and over"},
          std::tuple{"80+", "80 år og over", "80 and over"}}) {
        const AgeGroupOf& group = group_named(name);
        const auto at = [&](std::size_t year) {
            return sorted(region,
                          [&](std::size_t draw) { return persons_in(region, year, 2, group.first, group.last, draw); });
        };
        const double now = at(from).median();
        const SortedSample then = at(to);
        const double change = now > 0.0 ? 100.0 * (then.median() / now - 1.0) : 0.0;
        if (region.draws() > 1) {
            text += fmt::format(
                fmt::runtime(language == Language::nb
                                 ? "  {:<16} {:>11.0f} → {:>11.0f} ({:+.1f} %; 80 %: {:.0f} til {:.0f})\n"
                                 : "  {:<16} {:>11.0f} → {:>11.0f} ({:+.1f} %; 80 %: {:.0f} to {:.0f})\n"),
                language == Language::nb ? nb : en, now, then.median(), change, then.quantile(0.1), then.quantile(0.9));
        } else {
            text += fmt::format("  {:<16} {:>11.0f} → {:>11.0f} ({:+.1f} %)\n", language == Language::nb ? nb : en, now,
                                then.median(), change);
        }
    }
    return text;
}

} // namespace framsyn::app
