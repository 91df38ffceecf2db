#pragma once

#include "models/study/study.hpp"

#include <functional>
#include <string>
#include <vector>

namespace framsyn::app {

/// What a cell comes to in a year, draw by draw or replication by replication.
struct DrawnSeries {
    std::string trust, service;
    int year = 0;
    std::string measure, unit;
    bool of_replications = false; ///< else of draws
    std::vector<double> values;   ///< by number
};

/// need_bed_days, need and need_service_level of every cell by draw; then, where care is simulated, every measure by replication.
/// Replications 2k and 2k + 1 use draw k.
void for_each_series(const study::Study& study, const std::function<void(const DrawnSeries&)>& visit);

/// draws.csv: a row a draw or replication, in `path`. Throws WriteFailed.
void write_draws_csv(const std::string& path, const study::Study& study);

} // namespace framsyn::app
