#pragma once

#include "app/ground/tidy_table.hpp"
#include "app/sweep/read/read_sweep.hpp"
#include "app/sweep/read/sweep_plan.hpp"

#include <string>
#include <unordered_map>
#include <vector>

namespace framsyn::app {

/// Settles what a sweep keeps: the plan's dimensions and variables, from the tables that its scenarios have. Throws BadInput
/// where an output names a table, a column or a place that there isn't.
void settle_outputs(ReadSweep& sweep);
/// The same from these tables, for outputs that are known to be there.
void settle_outputs(ReadSweep& sweep, const std::vector<TidyTable>& tables);

/// The columns of a table that a sweep can keep.
std::vector<std::string> number_columns(const std::string& file);

/// Puts result tables into what is kept of a point.
class KeptTables {
  public:
    explicit KeptTables(const SweepPlan& plan);

    const std::vector<std::string>& files() const { return files_; }
    /// A kept value that no row gives stays as it is.
    void keep(const TidyTable& table, std::vector<double>& values) const;

  private:
    /// Variables of one table that have the same dimensions.
    struct Group {
        std::string file;
        std::vector<std::size_t> keys;       ///< columns, by dimension
        std::vector<std::size_t> dimensions; ///< of the plan
        std::vector<std::size_t> columns;    ///< of the values
        std::vector<std::size_t> offsets;    ///< of the variables
    };

    std::vector<std::string> files_;
    std::vector<Group> groups_;
    std::vector<std::unordered_map<std::string, std::size_t>> places_; ///< of labels, by dimension
};

} // namespace framsyn::app
