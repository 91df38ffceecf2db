#pragma once

#include "app/ground/csv.hpp"
#include "app/scenario/people/written_scenario.hpp"

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
void put_once(double& target, double value, const CsvTable& csv, std::size_t row, Problems& problems);

std::vector<std::string> trust_ids(const WrittenScenario& scenario);
demography::Cohorts unread_cohorts(const WrittenScenario& scenario);
Eigen::Index cohort_column(std::size_t trust, std::size_t sex);

/// The row before the one that is missing for an age: that of the year younger, or the last with the same key.
Position before_missing(const CsvTable& csv, const std::vector<std::pair<std::size_t, std::string>>& key,
                        std::size_t age_column, Eigen::Index age);

/// Which columns of a table hold sex and age, and what else picks the rows (a year).
struct HoleColumns {
    std::size_t sex = 0;
    std::size_t age = 0;
    std::vector<std::pair<std::size_t, std::string>> key;
};

/// Reports the first hole of a table by trust, sex and age.
void report_hole(const demography::Cohorts& cohorts, const WrittenScenario& scenario, const CsvTable& csv,
                 const std::string& what, HoleColumns columns, Problems& problems);

struct AgeSpan {
    Eigen::Index from = 0;
    Eigen::Index to = 0;
};
AgeSpan span_in(const CsvTable& csv, std::size_t row, std::size_t column, Problems& problems);

/// An age or age group as tables of all publishers write it: 7, 5-9, 5–9, 100+. Open groups end at the oldest age.
AgeSpan age_group_in(const CsvTable& csv, std::size_t row, std::size_t column, Problems& problems);

} // namespace framsyn::app
