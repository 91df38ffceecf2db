#include "models/care/calendar.hpp"

#include <chrono>

namespace framsyn::care {

long days_since_2000(int year, int month, int day) {
    using namespace std::chrono;
    const auto date = std::chrono::year{year} / std::chrono::month{static_cast<unsigned>(month)} /
                      std::chrono::day{static_cast<unsigned>(day)};
    const auto origin = std::chrono::year{2000} / January / std::chrono::day{1};
    return static_cast<long>((sys_days{date} - sys_days{origin}).count());
}

int days_in_year(int year) {
    return std::chrono::year{year}.is_leap() ? 366 : 365;
}

double day_of_date(const Calendar& calendar, int year, int month, int day) {
    return static_cast<double>(days_since_2000(year, month, day) - days_since_2000(calendar.start_year(), 1, 1));
}

double year_begin(const Calendar& calendar, int year) {
    return day_of_date(calendar, year, 1, 1);
}

} // namespace framsyn::care
