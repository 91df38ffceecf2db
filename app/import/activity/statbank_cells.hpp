#pragma once

#include "app/import/complaints.hpp"
#include "app/import/sorted_table.hpp"
#include "app/import/statbank_table.hpp"

#include <array>
#include <map>
#include <optional>

namespace framsyn::app {

/// Numbers of a table by what its categories mean. A cell that stands twice, or is below zero, is reported, and so
/// is text; Statistics Norway's sign for a missing number (`.`, `..`, `:`) is remembered.
class StatbankCells {
  public:
    using Key = std::array<int, 4>;
    StatbankCells(const StatbankTable& table, Complaints& complaints) : table_(table), complaints_(complaints) {}

    /// Adds to what stands there of other categories that mean the same (two trusts that have become one).
    void put(const Key& key, int source, const Observation& observation);
    std::optional<std::int64_t> at(const Key& key) const;
    /// Whether a source has a number there, or a sign for a missing one.
    bool has(const Key& key, int source) const { return seen_.count(std::pair(key, source)) > 0; }
    /// The cells without a number, the first ten by name.
    const std::vector<Text>& missing() const { return missing_; }

  private:
    void note_odd(const Observation& observation);

    const StatbankTable& table_;
    Complaints& complaints_;
    std::map<Key, std::int64_t> sums_;
    std::map<std::pair<Key, int>, int> seen_;
    std::vector<Text> missing_;
};

/// The variables that a table must have, else the problem is told; and its number, where it says one.
bool check_statbank(const StatbankTable& table, const char* number, const std::vector<Axis>& axes, Problems& problems);

/// The calendar years of a table, ascending; what is no year is reported.
std::vector<int> years_in(const StatbankTable& table, Problems& problems);

/// Those of the years that are wanted; one that is asked for and isn't there, or isn't over yet, is reported.
std::vector<int> chosen_years(const StatbankTable& table, const YearLimits& limits, Problems& problems);

/// A category's year as an index into years, −1 if it isn't among them.
int year_slot(const StatbankTable& table, const Observation& observation, const std::vector<int>& years);

} // namespace framsyn::app
