#pragma once

#include "app/scenario/people/written_scenario.hpp"
#include "app/scenario/text/csv.hpp"

#include <functional>
#include <limits>

namespace framsyn::app {

// What readers of the scenario's tables share.

/// A table's text and the name to say in messages.
struct TableText {
    std::string file;
    std::string text;
};

/// The tables of a scenario by id.
struct TableTexts {
    std::vector<std::pair<std::string, TableText>> texts;

    const TableText* find(const std::string& id) const;
};

extern const std::vector<std::string> sex_ids; ///< female, male
inline constexpr double most_persons = 1e9;
inline constexpr double unread = std::numeric_limits<double>::quiet_NaN();

Eigen::Index age_in(const CsvTable& csv, std::size_t row, std::size_t column, Problems& problems);

/// Puts a cell in place; a second one for the same place is a mistake.
void place(double& target, double value, const CsvTable& csv, std::size_t row, Problems& problems);

std::vector<std::string> trust_ids(const WrittenScenario& scenario);
demography::Cohorts unread_cohorts(const WrittenScenario& scenario);
Eigen::Index cohort_column(std::size_t trust, std::size_t sex);

/// The row before the one that is missing for an age: that of the year younger, or the last with the same key.
Position before_missing(const CsvTable& csv, const std::vector<std::pair<std::size_t, std::string>>& key,
                        std::size_t age_column, Eigen::Index age);

/// Reports the first hole of a table by trust, sex and age; key holds what else picks the rows (a year).
void report_hole(const demography::Cohorts& cohorts, const WrittenScenario& scenario, const CsvTable& csv,
                 const std::string& what, std::size_t sex_column, std::size_t age_column,
                 std::vector<std::pair<std::size_t, std::string>> key, Problems& problems);

struct AgeSpan {
    Eigen::Index from = 0;
    Eigen::Index to = 0;
};
AgeSpan span_in(const CsvTable& csv, std::size_t row, std::size_t column, Problems& problems);

/// An age or age group as tables of all publishers write it: 7, 5-9, 5–9, 100+. Open groups end at the oldest age.
AgeSpan age_group_in(const CsvTable& csv, std::size_t row, std::size_t column, Problems& problems);

/// Persons by trust, year, sex and single year or group of age.
void read_population(WrittenScenario& scenario, const TableText& source, Problems& problems);
/// Death rates, fertility, migration and totals, in whichever form the scenario has them. After read_population.
void read_population_tables(WrittenScenario& scenario, const TableTexts& tables, Problems& problems);
/// Official totals that the projection is led to: by trust or the region, sex or both and span of ages; or a projection
/// by trust as `framsyn import ssb-14288` writes it, in total or by age, of which the scenario's variant is taken.
void read_totals(WrittenScenario& scenario, const TableText& source, Problems& problems);
/// Tables that give death rates, fertility or net migration for every period as such. After read_population.
void read_period_tables(WrittenScenario& scenario, const TableTexts& tables, Problems& problems);

} // namespace framsyn::app
