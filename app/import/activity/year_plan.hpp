#pragma once

#include "app/ground/problems.hpp"
#include "app/import/activity/series_counts.hpp"

#include <optional>
#include <string>
#include <vector>

namespace framsyn::app {

/// What the scenario says already that counts are put on.
struct KnownBase {
    int base_year = 0;
    std::vector<KnownSeries> series;
    std::vector<std::string> trusts = {};
};

/// What of an export becomes what in the scenario.
struct YearPlan {
    /// Bed days of the base year; `count` where the export has them.
    struct Held {
        KnownSeries series;
        double bed_days = 0.0;
        std::optional<SeriesCount> count;
    };
    struct Counted {
        std::string activity;
        SeriesCount count;
    };
    int base_year = 0;
    std::vector<Held> held;
    std::vector<Counted> counted; ///< years after those that the scenario knows, and those that were revised
    std::vector<Text> remarks;
};

/// The base year is the last one that every series is counted in, at most the export's last. What stays on an older count,
/// is revised, leaves a gap or is far from the year before is remarked on; an export from before the base year is refused.
YearPlan plan_year(const ImportedActivity& imported, const std::optional<KnownBase>& base, const std::string& file,
                   Problems& problems);

} // namespace framsyn::app
