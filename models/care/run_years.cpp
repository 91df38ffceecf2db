#include "models/care/run_years.hpp"

namespace framsyn::care {

double day_of_date(const RunYears& years, const Date& date) {
    return static_cast<double>(days_since_2000(date) - days_since_2000({years.start_year(), 1, 1}));
}

double year_begin(const RunYears& years, int year) {
    return day_of_date(years, {year, 1, 1});
}

} // namespace framsyn::care
