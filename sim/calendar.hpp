#pragma once

#include "sim/time.hpp"

#include <chrono>
#include <cmath>

namespace framsyn::sim {

/// Reads a clock that counts days as dates of the Gregorian calendar. Nothing in the kernel needs it: models ask where a
/// rate or a table depends on the date, not at every event.
class Calendar {
  public:
    /// Time 0 is the beginning of `first_day`, which must exist.
    explicit Calendar(std::chrono::year_month_day first_day) : first_day_(first_day) {}

    /// The beginning of a day.
    [[nodiscard]] Time begin_of(std::chrono::year_month_day day) const {
        return Time(static_cast<double>((std::chrono::sys_days(day) - first_day_).count()));
    }

    /// The day that a moment lies in; the moment must be within 10 000 years of the first day.
    [[nodiscard]] std::chrono::year_month_day day_of(Time time) const { return days_of(time); }
    [[nodiscard]] std::chrono::weekday weekday_of(Time time) const { return std::chrono::weekday(days_of(time)); }

    /// How much of its calendar year has passed at a moment, in [0, 1), whether the year has 365 or 366 days: the phase
    /// of a season.
    [[nodiscard]] double part_of_year(Time time) const {
        const std::chrono::year year = day_of(time).year();
        const Time begin = begin_of(year / std::chrono::January / 1);
        const Time end = begin_of((year + std::chrono::years(1)) / std::chrono::January / 1);
        return (time - begin) / (end - begin);
    }

  private:
    [[nodiscard]] std::chrono::sys_days days_of(Time time) const {
        return first_day_ + std::chrono::days(static_cast<int>(std::floor(time.since_start())));
    }

    std::chrono::sys_days first_day_;
};

} // namespace framsyn::sim
