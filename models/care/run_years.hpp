#pragma once

#include "models/values/date.hpp"

namespace framsyn::care {

/// The years a run covers. The clock counts days (double); day 0 is 1 January of the first warm-up year, and
/// every year begins on a whole day, leap years counted.
struct RunYears {
    int first_year = 2024; ///< first year that is measured
    int years = 17;        ///< number of measured years
    int warm_up_years = 3; ///< simulated before first_year and not measured

    [[nodiscard]] int start_year() const { return first_year - warm_up_years; }
    [[nodiscard]] int end_year() const { return first_year + years; } ///< one past the last
    [[nodiscard]] int total_years() const { return warm_up_years + years; }
};

/// The clock's day of a date: whole, 0 on 1 January of years.start_year().
[[nodiscard]] double day_of_date(const RunYears& years, const Date& date);

/// The clock's day at which a year begins; year may be years.end_year(), the end of the run.
[[nodiscard]] double year_begin(const RunYears& years, int year);

} // namespace framsyn::care
