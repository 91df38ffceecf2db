#include "app/tables/result_tables.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace framsyn::app {
namespace {

const double none = std::numeric_limits<double>::quiet_NaN();
constexpr double per_100_000 = 100000.0;

/// Inhabitants who count in rates per 100 000 only; the last stated year is carried on.
double elsewhere(const Scenario& scenario, int year) {
    const std::pair<int, Quantity>* best = nullptr;
    for (const auto& entry : scenario.elsewhere) {
        if (entry.first <= year && (!best || entry.first > best->first)) best = &entry;
    }
    return best ? best->second.value : 0.0;
}

double inhabitants(const Scenario& scenario, const demography::PopulationPath& population,
                   std::optional<std::size_t> trust, int year) {
    const demography::Cohorts& persons = population.on_1_january(year);
    if (trust) return demography::persons_in_area(persons, *trust);
    double sum = elsewhere(scenario, year);
    for (std::size_t t = 0; t < scenario.trusts.size(); ++t) sum += demography::persons_in_area(persons, t);
    return sum;
}

/// Beds on 31 December per 100 000 inhabitants on 1 January: staffed, and in beredskap where a total is stated.
void bed_rates(TidyTable& table, const Scenario& scenario, const CapacityPlan& plan,
               const demography::PopulationPath& population) {
    for (const Cell& cell : cells_of(scenario, Place::treatment)) {
        if (cell.trust && *cell.trust == need::outside) continue;
        const auto rows = [&](const std::string& tier, const auto& beds_in) {
            for (int year = scenario.base_year; year <= scenario.last_year; ++year) {
                const std::optional<double> beds = beds_in(year);
                if (!beds) return;
                table.row("beds-per-100000-" + cell.service.id + "-" + tier, trust_id(scenario, cell), year,
                          *beds * per_100_000 / inhabitants(scenario, population, cell.trust, year), "beds per 100 000",
                          none, "no-target");
            }
        };
        rows("staffed", [&](int year) -> std::optional<double> {
            const auto beds = plan.staffed_sum(cell.trust, cell.service.services, year);
            return beds ? std::optional(beds->end) : std::nullopt;
        });
        rows("surge", [&](int year) { return plan.surge_sum(cell.trust, cell.service.services, year); });
    }
}

void denominators(TidyTable& table, const Scenario& scenario, const demography::PopulationPath& population) {
    for (int year = scenario.base_year; year <= scenario.last_year; ++year) {
        table.row("inhabitants-in-rates", "region", year, inhabitants(scenario, population, std::nullopt, year),
                  "persons", none, "no-target");
    }
}

/// What others report, beside ours.
void statements(TidyTable& table, const Scenario& scenario) {
    for (const StatementInfo& statement : scenario.statements) {
        const double target = statement.target ? statement.target->value : none;
        const char* status = statement.treatment == "not-modelled" ? "not-modelled" : "no-target";
        table.row(statement.id, statement.trust, statement.year, statement.figure.value, statement.unit, target,
                  status);
    }
}

/// Does the simulation give the bed days of the base year that are known? Within a tenth is met.
void reproduced_activity(TidyTable& table, const Scenario& scenario, const std::vector<care::CareRow>& care) {
    constexpr double tolerance = 0.1;
    for (const ActivityInfo& activity : scenario.activities) {
        if (activity.basis != "observed" || !activity.bed_days) continue;
        const std::string& trust = scenario.trusts[activity.trust].id;
        const auto row = std::find_if(care.begin(), care.end(), [&](const care::CareRow& candidate) {
            return candidate.trust == trust && candidate.service == activity.service.id &&
                   candidate.year == scenario.base_year && candidate.measure == care::Measure::bed_days;
        });
        if (row == care.end()) continue;
        const double ratio = row->value.mean / activity.bed_days->value;
        table.row("simulated-over-known-bed-days-" + activity.service.id, trust, scenario.base_year, ratio, "ratio",
                  1.0, std::abs(ratio - 1.0) <= tolerance ? "met" : "not-met");
    }
}

} // namespace

ResultFile indicators_table(const Scenario& scenario, const CapacityPlan& plan, const RunResults& results) {
    TidyTable table("indicators.csv", {"indicator", "trust", "year", "value", "unit", "target", "status"});
    bed_rates(table, scenario, plan, results.population);
    denominators(table, scenario, results.population);
    statements(table, scenario);
    reproduced_activity(table, scenario, results.care);
    return std::move(table).file();
}

} // namespace framsyn::app
