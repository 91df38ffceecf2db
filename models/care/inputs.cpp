#include "models/care/inputs.hpp"

#include <algorithm>
#include <iterator>

namespace framsyn::care {

std::vector<double> period_starts(const CareInputs& inputs) {
    std::vector<double> years;
    for (int year = inputs.calendar.first_year; year <= inputs.calendar.end_year(); ++year)
        years.push_back(year_begin(inputs.calendar, year));
    std::vector<double> starts;
    std::set_union(years.begin(), years.end(), inputs.rate_changes.begin(), inputs.rate_changes.end(),
                   std::back_inserter(starts));
    return starts;
}

} // namespace framsyn::care
