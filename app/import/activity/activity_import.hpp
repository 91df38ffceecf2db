#pragma once

#include "app/import/activity/service_words.hpp"
#include "app/import/activity/trust_map.hpp"
#include "app/import/sorted_table.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace framsyn::app {

/// What table 13942 counts at one trust in one service and year; what it doesn't say isn't there.
struct CountedActivity {
    std::size_t trust = 0; ///< index into ImportedActivity::trusts
    ServiceArea service = ServiceArea::adults;
    int year = 0;
    std::optional<std::int64_t> beds, bed_days, open_days, discharges, occupancy;

    /// More bed days than its places could hold: one of the two counts is something else.
    bool is_impossible() const;
};

/// Places and bed days by trust, and what was found on the way.
struct ImportedActivity {
    std::vector<std::string> trusts;
    std::vector<int> years;
    std::vector<CountedActivity> counts; ///< of mental health care and addiction treatment, where there is something
    std::vector<TrustMap::Sum> sums;
    std::vector<CountedActivity> sum_counts; ///< the same of those; `trust` is an index into sums
    std::size_t regions_out = 0;             ///< of the file, not in the map
    bool has_somatic_care = false;           ///< which is left out
    std::size_t occupancies_agreeing = 0;
    std::vector<Text> remarks;
};

/// Takes a table of places and bed days apart by trust, service and year. Holes and repeated cells are reported.
ImportedActivity import_activity(const StatbankTable& table, const TrustMap& map, const YearLimits& years,
                                 Problems& problems);

} // namespace framsyn::app
