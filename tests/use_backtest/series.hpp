#pragma once

#include <string>
#include <vector>

namespace framsyn::use_backtest {

constexpr int first_year = 2015;
constexpr int last_year = 2025;

/// A trust's service, year by year from first_year on.
struct UseSeries {
    std::string trust, service;
    std::vector<double> bed_days, expected_days;
    std::vector<double> places, available_days; ///< below 0 where not counted

    double level(int year) const; ///< log(bed days / expected days)
};

/// The table's series, by service as they stand there. Throws std::runtime_error where one isn't whole.
std::vector<UseSeries> read_series(const std::string& file);

/// Whether something other than use changed what was counted after `origin` and up to `target`, as listed beforehand.
bool has_break(const UseSeries& series, int origin, int target);

} // namespace framsyn::use_backtest
