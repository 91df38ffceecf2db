#include "models/need/expected_use.hpp"

#include "models/values/date.hpp"

namespace framsyn::need {
namespace {

using demography::Cohorts;
using demography::Sex;

/// Σ over sex and age of rate × person-years, women first, ages ascending.
double use_of(const Cohorts& january, const Cohorts& next_january, std::size_t residence,
              const demography::AgeSexTable& rate) {
    double days = 0.0;
    for (const Sex sex : {Sex::female, Sex::male}) {
        const Eigen::Index col = demography::column(residence, sex);
        for (Eigen::Index age = 0; age < demography::age_count; ++age) {
            days += rate(age, static_cast<Eigen::Index>(sex)) * 0.5 * (january(age, col) + next_january(age, col));
        }
    }
    return days;
}

} // namespace

ExpectedUse::ExpectedUse(const demography::PopulationPath& population, const Inputs& inputs)
    : rates_(inputs.use_rates.size()), years_(inputs.years()), days_(inputs.trusts * rates_ * years_) {
    for (std::size_t t = 0; t < years_; ++t) {
        const int year = inputs.base_year + static_cast<int>(t);
        const Cohorts& january = population.on_1_january(year);
        const Cohorts& next_january = population.on_1_january(year + 1);
        const double days_of_base = static_cast<double>(days_in_year(year)) / days_in_year(inputs.base_year);
        for (std::size_t residence = 0; residence < inputs.trusts; ++residence) {
            for (std::size_t rate = 0; rate < rates_; ++rate) {
                days_[(residence * rates_ + rate) * years_ + t] =
                    days_of_base * use_of(january, next_january, residence, inputs.use_rates[rate]);
            }
        }
    }
}

} // namespace framsyn::need
