#pragma once

#include "app/import/meaning.hpp"
#include "app/import/municipalities.hpp"
#include "app/import/statbank_table.hpp"

#include <optional>
#include <string>
#include <vector>

namespace framsyn::app {

/// The tables that can be brought in.
enum class SsbTable { population_07459, projection_14288, projection_14746 };
/// "07459".
std::string number_of(SsbTable table);

/// First and last year, both included.
struct YearSpan {
    int first = 0;
    int last = 0;
};
/// "2024-2027" or "2024"; nothing if it is neither.
std::optional<YearSpan> parse_years(const std::string& text);

/// What each category of a table means: which row of the map a region is, which year, and so on. A table that lacks an
/// axis has one slot 0 there.
struct SortedTable {
    static constexpr int not_used = -1; ///< left out: another municipality, another year
    static constexpr int total = -2;    ///< a sum over the axis, to compare with

    std::vector<int> row_of_region; ///< row of the map or not_used
    std::vector<RegionMeaning> regions;
    std::vector<int> sex_slot; ///< 0 female, 1 male or total; by totals only: 0
    std::vector<int> age_slot; ///< index into ages or total
    std::vector<int> variant_slot;
    std::vector<int> year_slot;

    std::vector<std::string> variants; ///< of a population: one, empty
    std::vector<int> years;
    std::vector<int> ages; ///< single years in the file, ascending; empty by totals only
    int open_age = 0;      ///< where the last, open class begins; 0 if the file has none
    int sexes = 1;         ///< 2 where female and male stand apart
    std::vector<Text> remarks;

    bool by_age() const { return !ages.empty(); }
    std::size_t age_slots() const { return by_age() ? ages.size() : 1; }
};

/// Which years of a table are wanted and which can be.
struct YearLimits {
    std::optional<YearSpan> wanted;  ///< all where there are none
    std::optional<int> last_counted; ///< the last year whose 1 January has been
};

/// Finds out what the table's categories mean, and reports what can't be used: groups of ages, other contents, years
/// that aren't there, another table.
SortedTable sort_table(const StatbankTable& table, SsbTable expected, const MunicipalityMap& map,
                       const YearLimits& years, Problems& problems);

} // namespace framsyn::app
