#pragma once

#include "app/import/activity/activity_import.hpp"

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace framsyn::app {

/// An [[activity]] in the scenario that counts are put on, and the years that it knows.
struct KnownSeries {
    struct Year {
        int year = 0;
        double bed_days = 0.0;
    };
    std::string id, trust, service;
    std::vector<Year> years;                ///< each following the one before; none: only the base year is counted
    std::vector<std::string> sum_over = {}; ///< where only the sum over several trusts is counted: all of them
    std::optional<double> held = {};        ///< bed days of the base year
    double low = 1.0, high = 1.0;           ///< times the bed days: the interval of a series without years
    bool is_derived = false;

    bool is_sum() const { return !sum_over.empty(); }
    std::vector<std::string> trusts() const { return is_sum() ? sum_over : std::vector{trust}; }
    bool is_about(const std::string& one) const;
};

/// What an export says of a series in one year.
struct SeriesCount {
    int year = 0;
    std::int64_t bed_days = 0;
    std::optional<std::int64_t> places, available_days;
    Text how;                   ///< where it isn't a count of its own: `Helse Vest 219698 less bergen 73215`
    bool is_derived = false;    ///< by subtraction
    bool is_impossible = false; ///< more bed days than its places could hold
};

/// The export's counts as the scenario has them: of one trust, of several together, or of a region less the trusts in it
/// that are counted by themselves.
class SeriesCounts {
  public:
    SeriesCounts(const ImportedActivity& imported, const std::vector<KnownSeries>& series)
        : imported_(imported), series_(series) {}

    /// Nothing where the export doesn't say it.
    const SeriesCount* find(const KnownSeries& one, int year);
    /// What a trust had by itself.
    const CountedActivity* own(const std::string& trust, const std::string& service, int year) const;

  private:
    std::optional<SeriesCount> counted(const KnownSeries& one, int year) const;
    std::optional<SeriesCount> added(const KnownSeries& one, int year) const;
    std::optional<SeriesCount> region_less(const CountedActivity& region, const KnownSeries& one) const;
    bool offers(const std::string& trust, const std::string& service) const;

    const ImportedActivity& imported_;
    const std::vector<KnownSeries>& series_;
    std::map<std::pair<std::string, int>, std::optional<SeriesCount>> kept_;
};

} // namespace framsyn::app
