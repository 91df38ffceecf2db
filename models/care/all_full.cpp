#include "models/care/all_full.hpp"

#include <utility>

namespace framsyn::care {

AllFull::AllFull(const CareInputs& inputs)
    : years_(static_cast<std::size_t>(inputs.calendar.years)),
      warm_up_(static_cast<std::size_t>(inputs.calendar.warm_up_years)), sums_(inputs.units.size()) {
    const std::vector<Sum> sums = sums_of(inputs);
    counts_.resize(sums.size());
    days_.resize(sums.size() * years_);
    for (std::size_t sum = 0; sum < sums.size(); ++sum) {
        counts_[sum].units = sums[sum].units.size();
        for (const std::size_t unit : sums[sum].units) {
            sums_[unit].push_back(sum);
            if (inputs.units[unit].staffed_beds == 0) ++counts_[sum].full;
        }
    }
}

void AllFull::change(std::size_t unit, bool full, double now) {
    for (const std::size_t sum : sums_[unit]) {
        Count& count = counts_[sum];
        if (full) {
            if (++count.full == count.units) count.since = now;
        } else {
            if (count.full == count.units) book(sum, now);
            --count.full;
        }
    }
}

void AllFull::begin_next_year(double now) {
    for (std::size_t sum = 0; sum < counts_.size(); ++sum) {
        if (counts_[sum].full == counts_[sum].units) book(sum, now);
    }
    ++year_;
}

std::vector<double> AllFull::take_days(double now) {
    begin_next_year(now);
    return std::move(days_);
}

void AllFull::book(std::size_t sum, double now) {
    if (year_ >= warm_up_) days_[sum * years_ + year_ - warm_up_] += now - counts_[sum].since;
    counts_[sum].since = now;
}

} // namespace framsyn::care
