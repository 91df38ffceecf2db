#include "models/care/books.hpp"

#include <utility>

namespace framsyn::care {

Books::Books(const CareInputs& inputs) : warm_up_(static_cast<std::size_t>(inputs.calendar.warm_up_years)) {
    for (int year = inputs.calendar.start_year(); year <= inputs.calendar.end_year(); ++year) {
        year_starts_.push_back(year_begin(inputs.calendar, year));
    }
    outcome_.trusts = inputs.trusts.size();
    outcome_.services = inputs.services.size();
    outcome_.units = inputs.units.size();
    outcome_.years = static_cast<std::size_t>(inputs.calendar.years);
    outcome_.unit_years.resize(outcome_.units * outcome_.years);
    const std::size_t ends = outcome_.trusts + 1;
    outcome_.moves.resize(ends * ends * outcome_.services * outcome_.years * kMoveReasons);
}

CareOutcome Books::take_outcome(const PatientCount& count, std::vector<double> all_full_days) {
    outcome_.count = count;
    outcome_.all_full_days = std::move(all_full_days);
    return std::move(outcome_);
}

} // namespace framsyn::care
