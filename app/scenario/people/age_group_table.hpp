#pragma once

#include "app/scenario/people/table_cells.hpp"
#include "models/demography/rates/graduation.hpp"

namespace framsyn::app {

/// Numbers of one trust, period and sex by age group, as a table gives them.
struct GroupedNumbers {
    std::size_t trust = 0;
    std::size_t sex = 0; ///< sex_count: both, of a total
    int from_year = 0;
    int to_year = 0;                          ///< the year after the last; from_year + 1 for a single year
    std::vector<demography::AgeGroup> groups; ///< ascending, without holes
    std::vector<double> numbers;
    std::vector<std::size_t> rows;
    Position at; ///< of the first row

    bool total = false; ///< over all ages: one number
    bool is_of(std::size_t one_sex) const { return sex == one_sex || sex == demography::sex_count; }
    bool single_years() const { return groups.size() == static_cast<std::size_t>(demography::age_count); }
};

/// Which columns of a table hold what.
struct GroupedColumns {
    std::size_t from_year = 1;
    std::size_t to_year = 2; ///< the same as from_year where the table has single years
    std::size_t sex = 3;
    std::size_t age = 4;
    std::size_t number = 5;
    bool has_sex = true;
    bool has_totals = false; ///< an age may be "all", and the sex then "both"
};

/// Whether every age from 0 to the open class must be there, or a span is enough (fertility).
enum class Ages { all, span };

/// The numbers of a table whose first column is the trust. Reports overlapping groups and holes between them at their
/// row, and numbers outside min–max.
std::vector<GroupedNumbers> read_grouped(const CsvTable& csv, const WrittenScenario& scenario,
                                         const GroupedColumns& columns, double min, double max, Ages ages,
                                         Problems& problems);

} // namespace framsyn::app
