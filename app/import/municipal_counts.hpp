#pragma once

#include "app/import/complaints.hpp"
#include "app/import/sorted_table.hpp"

#include <cstdint>
#include <vector>

namespace framsyn::app {

/// The numbers of the municipalities in the map, by variant, municipality, year, sex and age as they stand in the file.
class MunicipalCounts {
  public:
    /// Takes them from the table; impossible and repeated cells are reported. Throws BadInput if there are too many.
    MunicipalCounts(const StatbankTable& table, const SortedTable& sorted, const MunicipalityMap& map,
                    Complaints& complaints);

    static constexpr std::int32_t unread = -1;
    std::int32_t at(std::size_t variant, std::size_t row, std::size_t year, std::size_t sex, std::size_t age) const {
        return cells_[index(variant, row, year, sex, age)];
    }

    /// Reports municipalities that are absent, lack a cell, or have nobody in a year. True if nothing is missing.
    bool complete(Problems& problems) const;
    /// Compares the sums that the file itself gives with ours; how many agree.
    std::size_t compare_totals(Complaints& complaints) const;

  private:
    std::size_t index(std::size_t variant, std::size_t row, std::size_t year, std::size_t sex, std::size_t age) const;
    void place(const Observation& observation, std::int32_t& cell, Complaints& complaints);
    bool report_absent(std::size_t row, Problems& problems) const;
    Text hint_for(const MunicipalityMap::Row& wanted) const;
    bool report_hole(std::size_t row, Problems& problems) const;
    bool report_nobody(std::size_t row, Problems& problems) const;
    std::int64_t total_of(const Observation& observation) const;
    std::size_t slots_per_year() const;

    const StatbankTable& table_;
    const SortedTable& sorted_;
    const MunicipalityMap& map_;
    std::vector<std::int32_t> cells_;
    std::vector<Position> last_seen_; ///< of each row of the map; line -1: never
    std::vector<std::size_t> totals_; ///< observations that are sums
};

} // namespace framsyn::app
