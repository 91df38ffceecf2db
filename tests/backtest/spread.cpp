#include "tests/backtest/spread.hpp"

#include "models/demography/rates/life_table.hpp"
#include "sim/numerics/elementary.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace framsyn::backtest {
namespace {

using namespace demography;

constexpr double longest_memory = 0.95;
constexpr Eigen::Index moves_to_age = 70; ///< not included

/// Root mean square of error / effect(h) over the errors of one age group.
template <typename Effect>
double root_mean_square(const std::vector<OfficialError>& errors, const std::string& age_group, const Effect& effect) {
    double squares = 0.0, count = 0.0;
    for (const OfficialError& error : errors) {
        if (error.age_group != age_group) continue;
        const double scaled = sim::log(error.projected / error.observed) / effect(error.year - error.vintage);
        squares += scaled * scaled;
        count += 1.0;
    }
    return std::sqrt(squares / count);
}

Eigen::ArrayXd centred(const Eigen::ArrayXd& values) {
    double sum = 0.0;
    for (const double value : values) sum += value;
    return values - sum / static_cast<double>(values.size());
}

double sum_of_products(const Eigen::ArrayXd& a, const Eigen::ArrayXd& b) {
    double sum = 0.0;
    for (Eigen::Index i = 0; i < a.size(); ++i) sum += a(i) * b(i);
    return sum;
}

} // namespace

double fertility_step(const std::vector<OfficialError>& errors) {
    return root_mean_square(errors, "0", [](int h) { return std::sqrt(static_cast<double>(h)); });
}

double effect_of_mortality_step(const Cohorts& persons, const AgeSexTable& death_rate, Eigen::Index from,
                                Eigen::Index to, int h) {
    const std::array hazard{cohort_hazards(death_rate.col(0), Sex::female),
                            cohort_hazards(death_rate.col(1), Sex::male)};
    double since = 0.0, squares = 0.0;
    for (int k = 1; k <= h; ++k) {
        double met = 0.0, people = 0.0;
        for (Eigen::Index sex = 0; sex < sex_count; ++sex) {
            for (Eigen::Index age = from; age <= to; ++age) {
                met += persons(age, sex) * hazard[static_cast<std::size_t>(sex)](age - k);
                people += persons(age, sex);
            }
        }
        since += met / people;
        squares += since * since;
    }
    return std::sqrt(squares);
}

double mortality_step(const Country& country, const NationalRates& rates) {
    const auto step = [&](const std::string& group, Eigen::Index from, Eigen::Index to) {
        return root_mean_square(country.official_errors, group, [&](int h) {
            return effect_of_mortality_step(country.persons.back(), rates.base, from, to, h);
        });
    };
    return std::sqrt(step("80-89", 80, 89) * step("90+", 90, oldest_age));
}

Eigen::ArrayXXd yearly_net(const NetMoves& moves) {
    const auto years = static_cast<Eigen::Index>(moves.persons.size());
    const Eigen::Index areas = moves.persons.front().cols() / sex_count;
    Eigen::ArrayXXd net = Eigen::ArrayXXd::Zero(years, areas);
    for (Eigen::Index t = 0; t < years; ++t) {
        const Cohorts& persons = moves.persons[static_cast<std::size_t>(t)];
        for (Eigen::Index col = 0; col < persons.cols(); ++col) {
            for (Eigen::Index age = 0; age < moves_to_age; ++age) net(t, col / sex_count) += persons(age, col);
        }
    }
    return net;
}

double memory_of(const Eigen::ArrayXXd& yearly) {
    Eigen::ArrayXd sum = Eigen::ArrayXd::Zero(yearly.rows());
    for (Eigen::Index area = 0; area < yearly.cols(); ++area) sum += yearly.col(area);
    const Eigen::ArrayXd d = centred(sum);
    const Eigen::Index pairs = d.size() - 1;
    return std::clamp(sum_of_products(d.head(pairs), d.tail(pairs)) / sum_of_products(d, d), 0.0, longest_memory);
}

Deviations deviations_of(const Eigen::ArrayXXd& yearly, const Eigen::ArrayXd& arrivals) {
    const Eigen::Index areas = yearly.cols();
    Eigen::ArrayXXd relative(yearly.rows(), areas);
    for (Eigen::Index area = 0; area < areas; ++area) relative.col(area) = centred(yearly.col(area)) / arrivals(area);
    const auto n = static_cast<double>(yearly.rows()) - 1.0;
    double variance = 0.0, covariance = 0.0;
    for (Eigen::Index i = 0; i < areas; ++i) {
        for (Eigen::Index j = 0; j < areas; ++j)
            (i == j ? variance : covariance) += sum_of_products(relative.col(i), relative.col(j)) / n;
    }
    variance /= static_cast<double>(areas);
    covariance = std::max(0.0, covariance / static_cast<double>(areas * (areas - 1)));
    return {std::sqrt(covariance), std::sqrt(std::max(0.0, variance - covariance))};
}

Eigen::ArrayXd arrivals_of(const Migration& migration) {
    Eigen::ArrayXd arrivals = Eigen::ArrayXd::Zero(migration.immigration.cols() / sex_count);
    for (Eigen::Index col = 0; col < migration.immigration.cols(); ++col)
        arrivals(col / sex_count) += sum_over_ages(migration.immigration, col);
    return arrivals;
}

double level_deviation(double sd, double memory, int n) {
    return sd * std::sqrt((1.0 + memory) / (1.0 - memory) / n);
}

} // namespace framsyn::backtest
