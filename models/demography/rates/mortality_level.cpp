#include "models/demography/rates/mortality_level.hpp"

#include "models/demography/rates/life_table.hpp"
#include "sim/numerics/elementary.hpp"

#include <cmath>
#include <stdexcept>
#include <string>

namespace framsyn::demography {
namespace {

constexpr double lowest_level = -100.0, highest_level = 1000.0;
constexpr double level_tolerance = 1e-10;

void check(const MortalityTrend& trend) {
    if (trend.death_rate.rows() != age_count || trend.annual_decline.rows() != age_count)
        throw std::invalid_argument("Death rates and their decline need 106 ages, 0 to 105+");
    if (!std::isfinite(trend.base_time)) throw std::invalid_argument("The base time is no number");
    for (Eigen::Index sex = 0; sex < sex_count; ++sex) {
        for (Eigen::Index age = 0; age < age_count; ++age) {
            const double decline = trend.annual_decline(age, sex);
            if (!(decline >= 0.0 && decline < 0.5))
                throw std::invalid_argument("The annual decline at age " + std::to_string(age) +
                                            " has to be at least 0 and below 0.5, not " + std::to_string(decline));
        }
    }
}

/// A point of the level's path: decimal year and years of decline.
struct Knot {
    double time, level;
};

std::vector<Knot> knots_of(const MortalityTrend& trend, const std::vector<LifeExpectancyTarget>& targets) {
    std::vector<Knot> knots{{trend.base_time, 0.0}};
    for (const LifeExpectancyTarget& target : targets) {
        const double time = target.year + 0.5;
        if (time <= knots.back().time)
            throw std::invalid_argument("Targets of life expectancy have to ascend in year and lie after the base "
                                        "period: " +
                                        std::to_string(target.year));
        try {
            knots.push_back({time, level_of_life_expectancy(trend, target.life_expectancy)});
        } catch (const std::invalid_argument& problem) {
            throw std::invalid_argument(std::to_string(target.year) + ": " + problem.what());
        }
    }
    return knots;
}

/// Straight lines between the knots, the first and the last one carried on.
double level_at(const std::vector<Knot>& knots, double time) {
    std::size_t right = 1;
    while (right + 1 < knots.size() && time > knots[right].time) ++right;
    const Knot& from = knots[right - 1];
    const Knot& to = knots[right];
    return from.level + (to.level - from.level) * ((time - from.time) / (to.time - from.time));
}

} // namespace

AgeSexTable rates_at_level(const MortalityTrend& trend, double level) {
    AgeSexTable rates(trend.death_rate.rows(), 2);
    for (Eigen::Index sex = 0; sex < sex_count; ++sex) {
        for (Eigen::Index age = 0; age < rates.rows(); ++age)
            rates(age, sex) = trend.death_rate(age, sex) * sim::exp(-trend.annual_decline(age, sex) * level);
    }
    return rates;
}

double mean_life_expectancy(const MortalityTrend& trend, double level) {
    const AgeSexTable rates = rates_at_level(trend, level);
    return 0.5 * (life_expectancy(rates.col(0), Sex::female) + life_expectancy(rates.col(1), Sex::male));
}

double level_of_life_expectancy(const MortalityTrend& trend, double target) {
    check(trend);
    double low = lowest_level, high = highest_level;
    const double least = mean_life_expectancy(trend, low), most = mean_life_expectancy(trend, high);
    if (!(least < target && target < most))
        throw std::invalid_argument("A life expectancy of " + std::to_string(target) +
                                    " years can't be reached with this decline: it takes the mean of both sexes from " +
                                    std::to_string(least) + " to " + std::to_string(most));
    while (high - low > level_tolerance) {
        const double middle = 0.5 * (low + high);
        (mean_life_expectancy(trend, middle) < target ? low : high) = middle;
    }
    return 0.5 * (low + high);
}

std::vector<double> scale_to_life_expectancy(const MortalityTrend& trend,
                                             const std::vector<LifeExpectancyTarget>& targets, int first_year,
                                             int last_year) {
    check(trend);
    if (targets.empty()) throw std::invalid_argument("There is no target of life expectancy to scale to");
    if (last_year < first_year) throw std::invalid_argument("The last year lies before the first");
    const std::vector<Knot> knots = knots_of(trend, targets);
    std::vector<double> levels;
    for (int year = first_year; year <= last_year; ++year) levels.push_back(level_at(knots, year + 0.5));
    return levels;
}

} // namespace framsyn::demography
