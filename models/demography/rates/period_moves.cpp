#include "models/demography/rates/period_moves.hpp"

#include "models/demography/rates/rogers_castro.hpp"

#include <algorithm>
#include <stdexcept>

namespace framsyn::demography {

AgeVector net_migration_of_total(double persons) {
    constexpr double full_to = 65.0, none_from = 70.0;
    AgeVector profile = rogers_castro(fundamental_schedule());
    for (Eigen::Index age = 0; age < age_count; ++age)
        profile(age) *= std::clamp((none_from - static_cast<double>(age)) / (none_from - full_to), 0.0, 1.0);
    return persons * scaled_to_sum(profile, 1.0);
}

std::vector<MovesFromJanuary> moves_from_age_at_end(const AgeVector& persons_per_year, int years) {
    if (persons_per_year.size() != age_count) throw std::invalid_argument("net moves must have 106 single ages");
    if (years < 1) throw std::invalid_argument("a period of net moves needs a year at least");
    std::vector<MovesFromJanuary> moves(static_cast<std::size_t>(years), {AgeVector::Zero(age_count), 0.0});
    for (Eigen::Index at_end = 0; at_end < age_count; ++at_end) {
        const int alive = std::min(years, static_cast<int>(at_end) + 1); // calendar years, that of birth included
        const double each = persons_per_year(at_end) * years / alive;
        for (int left = 1; left <= alive; ++left) {
            MovesFromJanuary& year = moves[static_cast<std::size_t>(years - left)];
            (at_end < left ? year.newborn : year.by_age(at_end - left)) += each;
        }
    }
    return moves;
}

} // namespace framsyn::demography
