#include "models/need/expected_use.hpp"

#include "models/values/date.hpp"

namespace framsyn::need {
namespace {

using demography::Cohorts;
using demography::Sex;

constexpr AgeSpan all_ages{0, static_cast<int>(demography::age_count) - 1};

/// Σ over sex and age of rate × person-years, women first, ages ascending.
double use_of(const Cohorts& january, const Cohorts& next_january, std::size_t residence,
              const demography::AgeSexTable& rate, const AgeSpan& ages = all_ages) {
    double days = 0.0;
    for (const Sex sex : {Sex::female, Sex::male}) {
        const Eigen::Index col = demography::column(residence, sex);
        for (Eigen::Index age = ages.from; age <= ages.to; ++age) {
            days += rate(age, static_cast<Eigen::Index>(sex)) * 0.5 * (january(age, col) + next_january(age, col));
        }
    }
    return days;
}

} // namespace

double days_at_rates(const Cohorts& january, const Cohorts& next_january, std::size_t residence,
                     const demography::AgeSexTable& rate) {
    return use_of(january, next_january, residence, rate);
}

ExpectedUse::ExpectedUse(const demography::PopulationPath& population, const Inputs& inputs)
    : trusts_(inputs.trusts), rates_(inputs.use_rates.size()), years_(inputs.years()), days_(trusts_ * rates_ * years_),
      age_shares_(inputs.age_spans.size() * days_.size()) {
    for (std::size_t t = 0; t < years_; ++t) {
        const int year = inputs.base_year + static_cast<int>(t);
        const Cohorts& january = population.on_1_january(year);
        const Cohorts& next_january = population.on_1_january(year + 1);
        const double days_of_base = static_cast<double>(days_in_year(year)) / days_in_year(inputs.base_year);
        for (std::size_t residence = 0; residence < trusts_; ++residence) {
            for (std::size_t rate = 0; rate < rates_; ++rate) {
                const std::size_t at = (residence * rates_ + rate) * years_ + t;
                const double all = use_of(january, next_january, residence, inputs.use_rates[rate]);
                days_[at] = days_of_base * all;
                for (std::size_t span = 0; span < inputs.age_spans.size(); ++span) {
                    const double some =
                        use_of(january, next_january, residence, inputs.use_rates[rate], inputs.age_spans[span]);
                    age_shares_[span * days_.size() + at] = all > 0.0 ? some / all : 0.0;
                }
            }
        }
    }
}

} // namespace framsyn::need
