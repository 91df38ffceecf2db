#include "models/study/answers/indicators.hpp"

#include "models/study/scenario/cells.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace framsyn::study {
namespace {

constexpr double per_100_000 = 100000.0;
constexpr double no_number = std::numeric_limits<double>::quiet_NaN(); // an empty cell: nothing is divided by nobody

/// Inhabitants who count in rates per 100 000 only; the last stated year is carried on.
double elsewhere(const Scenario& scenario, int year) {
    const std::pair<int, Quantity>* best = nullptr;
    for (const auto& entry : scenario.elsewhere) {
        if (entry.first <= year && (!best || entry.first > best->first)) best = &entry;
    }
    return best ? best->second.value : 0.0;
}

double inhabitants(const Scenario& scenario, const demography::PopulationPath& population, WhichTrust trust, int year) {
    const demography::Cohorts& persons = population.on_1_january(year);
    if (trust.is_trust()) return demography::persons_in_area(persons, trust.trust().index());
    double sum = elsewhere(scenario, year);
    for (std::size_t t = 0; t < scenario.trusts.size(); ++t) sum += demography::persons_in_area(persons, t);
    return sum;
}

void add_bed_rates(std::vector<Indicator>& list, const Scenario& scenario, const capacity::BedPlan& plan,
                   const demography::PopulationPath& population) {
    for (const Cell& cell : cells_of(scenario, CountedBy::treatment)) {
        if (cell.trust.is_outside()) continue;
        const auto rates = [&](const std::string& tier, const auto& beds_in) {
            for (int year = scenario.base_year; year <= scenario.last_year; ++year) {
                const std::optional<double> beds = beds_in(year);
                if (!beds) return;
                const double people = inhabitants(scenario, population, cell.trust, year);
                list.push_back({"beds-per-100000-" + cell.service.id + "-" + tier, cell.trust, year,
                                people > 0.0 ? *beds * per_100_000 / people : no_number, "beds per 100 000",
                                std::nullopt,
                                people > 0.0 ? IndicatorStatus::no_target : IndicatorStatus::not_computable});
            }
        };
        rates("staffed", [&](int year) -> std::optional<double> {
            const auto beds = plan.staffed_sum(cell.trust, cell.service.services, year);
            return beds ? std::optional(beds->end) : std::nullopt;
        });
        rates("surge", [&](int year) { return plan.surge_sum(cell.trust, cell.service.services, year); });
    }
}

void add_denominators(std::vector<Indicator>& list, const Scenario& scenario,
                      const demography::PopulationPath& population) {
    for (int year = scenario.base_year; year <= scenario.last_year; ++year) {
        list.push_back({"inhabitants-in-rates", WhichTrust::region(), year,
                        inhabitants(scenario, population, WhichTrust::region(), year), "persons", std::nullopt,
                        IndicatorStatus::no_target});
    }
}

void add_statements(std::vector<Indicator>& list, const Scenario& scenario) {
    for (const StatementInfo& statement : scenario.statements) {
        list.push_back({statement.id, statement.trust, statement.year, statement.figure.value, statement.unit,
                        statement.target ? std::optional(statement.target->value) : std::nullopt,
                        statement.treatment == Treatment::not_modelled ? IndicatorStatus::not_modelled
                                                                       : IndicatorStatus::no_target});
    }
}

/// Does the simulation give the bed days of the base year?
void add_reproduced_activity(std::vector<Indicator>& list, const Scenario& scenario,
                             const std::vector<Reproduction>& reproductions) {
    for (const Reproduction& of : reproductions) {
        Indicator indicator{(of.is_counted ? "simulated-over-known-bed-days-" : "simulated-over-needed-bed-days-") +
                                of.service.id,
                            of.trust,
                            scenario.base_year,
                            no_number,
                            "ratio",
                            1.0,
                            IndicatorStatus::not_computable};
        if (of.expected > 0.0) {
            indicator.value = of.ratio();
            indicator.status = is_off(of) ? IndicatorStatus::not_met : IndicatorStatus::met;
        }
        list.push_back(std::move(indicator));
    }
}

} // namespace

std::vector<Indicator> indicators_of(const Scenario& scenario, const capacity::BedPlan& plan,
                                     const demography::PopulationPath& population,
                                     const std::vector<Reproduction>& reproductions) {
    std::vector<Indicator> list;
    add_bed_rates(list, scenario, plan, population);
    add_denominators(list, scenario, population);
    add_statements(list, scenario);
    add_reproduced_activity(list, scenario, reproductions);
    return list;
}

} // namespace framsyn::study
