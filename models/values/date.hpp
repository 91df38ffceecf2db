#pragma once

#include <optional>

namespace framsyn {

/// A day of the Gregorian calendar.
struct Date {
    int year = 0;
    int month = 0;
    int day = 0;

    auto operator<=>(const Date&) const = default;
};

/// Days from 1 January 2000 to a date (negative before).
long days_since_2000(const Date& date);

/// The date that many days after 1 January 2000 (before, if negative).
Date date_of_day(long days_since_2000);

/// 365 or 366.
int days_in_year(int year);

/// When something holds: not before `from`, wholly from `full_from` on with a straight line in between (from `from` on,
/// where that is later), and not from `until` on.
struct Period {
    Date from;
    Date full_from;
    std::optional<Date> until;
};

/// What begins on a day at once and goes on.
Period from_day(const Date& date);

/// How much of it holds at the start of a day: 0 to 1, in a ramp the share of its days that have passed.
double weight_on(const Period& period, const Date& day);

/// The mean of weight_on over the days of a year.
double mean_weight(const Period& period, int year);

/// The same over the days from `begin` up to, not including, `end`, which comes after it.
double mean_weight(const Period& period, const Date& begin, const Date& end);

/// How much of it holds in a year where only years count: at 1 January, in a ramp the share of its calendar years that
/// have passed. All three dates are taken by their years: nothing of it holds in the year of
/// `until`.
double weight_by_year(const Period& period, int year);

} // namespace framsyn
