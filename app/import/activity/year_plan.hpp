#pragma once

#include "app/ground/problems.hpp"
#include "app/import/activity/activity_import.hpp"

#include <optional>
#include <string>
#include <vector>

namespace framsyn::app {

/// An [[activity]] of one trust in the scenario that counts are put on, and the years that it knows.
struct KnownSeries {
    struct Year {
        int year = 0;
        double bed_days = 0.0;
    };
    std::string id, trust, service;
    std::vector<Year> years; ///< each following the one before; none: only the base year is counted
};

/// What that scenario says already.
struct KnownBase {
    int base_year = 0;
    std::vector<KnownSeries> series;
};

/// What of an export becomes what in the scenario.
struct YearPlan {
    /// Bed days of the base year; `count` where the export has them.
    struct Held {
        std::string id, trust, service;
        double bed_days = 0.0;
        const CountedActivity* count = nullptr;
    };
    struct Counted {
        std::string activity;
        const CountedActivity* count = nullptr;
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
