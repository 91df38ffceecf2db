#include "models/demography/estimate/estimate_net.hpp"
#include "models/demography/estimate/estimate_checks.hpp"
#include "models/demography/rates/life_table.hpp"
#include "sim/numerics/elementary.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace framsyn::demography {
namespace {

using Index = Eigen::Index;

void check(const std::vector<Cohorts>& observed, const std::vector<AgeSexTable>& death_rates,
           const Eigen::ArrayXXd& mortality_index) {
    check_history(observed, 2);
    require_for_estimate(death_rates.size() + 1 >= observed.size(), "death rates are needed for every year between two "
                                                                    "observed 1 Januaries");
    for (const AgeSexTable& rates : death_rates)
        require_for_estimate(rates.rows() == age_count && rates.isFinite().all() && (rates >= 0.0).all(),
                             "death rates need 106 ages and can't be negative");
    require_for_estimate(mortality_index.rows() == observed.front().cols() / sex_count &&
                             mortality_index.cols() == sex_count && mortality_index.isFinite().all() &&
                             (mortality_index >= 0.0).all(),
                         "the mortality index needs a number that is not negative for every area and sex");
}

/// Share of a cohort alive a year later, by age on 1 January.
AgeVector survival(const AgeVector& national, Sex sex, double index, int index_from_age) {
    AgeVector rate = national;
    for (Index age = std::max(0, index_from_age); age < age_count; ++age) rate(age) *= index;
    AgeVector share = cohort_hazards(rate, sex);
    for (double& value : share) value = sim::exp(-value);
    return share;
}

/// One area and sex of one year.
AgeVector residual_moves(const AgeVector& january, const AgeVector& next, const AgeVector& share) {
    AgeVector moves = AgeVector::Zero(age_count);
    for (Index age = 0; age < oldest_age; ++age) {
        double expected = january(age) * share(age);
        if (age + 1 == oldest_age) expected += january(oldest_age) * share(oldest_age);
        moves(age) = (next(age + 1) - expected) / (0.5 * (1.0 + share(age)));
    }
    return moves;
}

/// Weights 1-2-3-2-1, at the ends over the ages there are.
AgeVector moving_mean(const AgeVector& raw) {
    constexpr Index reach = 2;
    AgeVector mean(raw.size());
    for (Index age = 0; age < raw.size(); ++age) {
        double sum = 0.0, weights = 0.0;
        for (Index x = std::max(Index{0}, age - reach); x <= std::min(raw.size() - 1, age + reach); ++x) {
            const auto weight = static_cast<double>(reach + 1 - std::abs(x - age));
            sum += weight * raw(x);
            weights += weight;
        }
        mean(age) = sum / weights;
    }
    return mean;
}

} // namespace

NetMoves net_moves(const std::vector<Cohorts>& observed, int first_year, const std::vector<AgeSexTable>& death_rates,
                   const Eigen::ArrayXXd& mortality_index, int index_from_age) {
    check(observed, death_rates, mortality_index);
    NetMoves moves{first_year, {}};
    for (std::size_t t = 0; t + 1 < observed.size(); ++t) {
        Cohorts year(age_count, observed[t].cols());
        for (Index col = 0; col < year.cols(); ++col) {
            const Index sex = col % sex_count;
            const AgeVector share = survival(death_rates[t].col(sex), static_cast<Sex>(sex),
                                             mortality_index(col / sex_count, sex), index_from_age);
            year.col(col) = residual_moves(observed[t].col(col), observed[t + 1].col(col), share);
        }
        moves.persons.push_back(std::move(year));
    }
    return moves;
}

Cohorts mean_net_moves(const NetMoves& moves, int from_year, int to_year) {
    const int last_year = moves.first_year + static_cast<int>(moves.persons.size()) - 1;
    require_for_estimate(from_year >= moves.first_year && from_year <= to_year && to_year <= last_year,
                         "the years of the mean are not all among those of the net moves");
    Cohorts sum = Cohorts::Zero(moves.persons.front().rows(), moves.persons.front().cols());
    for (int year = from_year; year <= to_year; ++year)
        sum += moves.persons[static_cast<std::size_t>(year - moves.first_year)];
    return sum / static_cast<double>(to_year - from_year + 1);
}

Cohorts smoothed_over_age(const Cohorts& persons) {
    Cohorts smooth(persons.rows(), persons.cols());
    for (Index col = 0; col < persons.cols(); ++col) {
        const AgeVector raw = persons.col(col);
        AgeVector mean = moving_mean(raw);
        double missing = 0.0, size = 0.0;
        for (Index age = 0; age < raw.size(); ++age) {
            missing += raw(age) - mean(age);
            size += std::abs(mean(age));
        }
        for (Index age = 0; age < raw.size() && size > 0.0; ++age) mean(age) += missing * (std::abs(mean(age)) / size);
        smooth.col(col) = mean;
    }
    return smooth;
}

Cohorts tapered_to_zero(const Cohorts& persons, int full_to, int zero_from) {
    require_for_estimate(full_to < zero_from, "a taper has to end after it begins");
    Cohorts tapered = persons;
    for (Index age = 0; age < persons.rows(); ++age) {
        const double left = static_cast<double>(zero_from - age) / static_cast<double>(zero_from - full_to);
        tapered.row(age) *= std::clamp(left, 0.0, 1.0);
    }
    return tapered;
}

} // namespace framsyn::demography
