#include "models/values/date.hpp"

#include <algorithm>
#include <chrono>

namespace framsyn {
namespace {

/// Weight on day d since 2000.
double weight_at(long from, long full, long until, long d) {
    if (d < from || d >= until) return 0.0;
    if (d >= full) return 1.0;
    return static_cast<double>(d - from) / static_cast<double>(full - from);
}

} // namespace

long days_since_2000(const Date& date) {
    using namespace std::chrono;
    const sys_days then =
        year(date.year) / month(static_cast<unsigned>(date.month)) / day(static_cast<unsigned>(date.day));
    const sys_days origin = year(2000) / January / 1;
    return (then - origin).count();
}

Date date_of_day(long days) {
    using namespace std::chrono;
    const year_month_day date(sys_days(year(2000) / January / 1) + std::chrono::days(days));
    return {static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
            static_cast<int>(static_cast<unsigned>(date.day()))};
}

int days_in_year(int year) {
    return std::chrono::year(year).is_leap() ? 366 : 365;
}

Period from_day(const Date& date) {
    return {date, date, std::nullopt};
}

double weight_on(const Period& period, const Date& day) {
    const long d = days_since_2000(day);
    return weight_at(days_since_2000(period.from), days_since_2000(period.full_from),
                     period.until ? days_since_2000(*period.until) : d + 1, d);
}

double mean_weight(const Period& period, int year) {
    return mean_weight(period, {year, 1, 1}, {year + 1, 1, 1});
}

double mean_weight(const Period& period, const Date& first, const Date& after_last) {
    const long begin = days_since_2000(first);
    const long end = days_since_2000(after_last);
    const long from = days_since_2000(period.from);
    const long full = days_since_2000(period.full_from);
    const long until = period.until ? std::min(end, days_since_2000(*period.until)) : end;
    // Days at full weight are counted, those of a ramp added up one by one, in their order.
    double ramp = 0.0;
    for (long d = std::max(begin, from); d < std::min(full, until); ++d) ramp += weight_at(from, full, until, d);
    const long whole = std::max(0L, until - std::max({begin, full, from}));
    return (ramp + static_cast<double>(whole)) / static_cast<double>(end - begin);
}

double weight_by_year(const Period& period, int year) {
    if (period.until && year >= period.until->year) return 0.0;
    if (period.full_from.year <= period.from.year) return year >= period.from.year ? 1.0 : 0.0;
    const double share = static_cast<double>(year - period.from.year) / (period.full_from.year - period.from.year);
    return std::clamp(share, 0.0, 1.0);
}

} // namespace framsyn
