#include "tests/migration_backtest/candidates.hpp"

#include "models/demography/estimate/estimate_gross.hpp"
#include "models/demography/estimate/estimate_index.hpp"
#include "models/demography/project/project.hpp"
#include "models/demography/rates/rogers_castro.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace framsyn::migration_backtest {
namespace {

using namespace demography;

constexpr double half_life = 5.0;
constexpr double leaving_crude_rate = 0.028, internal_crude_rate = 0.007;
constexpr double labour_peak = 20.5;
constexpr int index_from_age = 70;

/// Weights of years, oldest first.
std::vector<double> year_weights(std::size_t years, Method method) {
    const std::map<Method, std::size_t> last{{last_3, 3}, {last_5, 5}, {last_10, 10}, {last_year, 1}};
    std::vector<double> weights(years, 1.0);
    for (std::size_t t = 0; t < years; ++t) {
        const std::size_t back = years - 1 - t;
        if (method == fading) weights[t] = std::exp2(-static_cast<double>(back) / half_life);
        if (last.contains(method) && back >= last.at(method)) weights[t] = 0.0;
    }
    return weights;
}

void leave_out_extremes(const NetMoves& moves, Eigen::Index area, std::vector<double>& weights) {
    const auto total = [&](std::size_t t) { return moves.persons[t].middleCols(sex_count * area, sex_count).sum(); };
    std::size_t least = 0, most = 0;
    for (std::size_t t = 1; t < weights.size(); ++t) {
        if (total(t) < total(least)) least = t;
        if (total(t) > total(most)) most = t;
    }
    weights[least] = weights[most] = 0.0;
}

AgeVector age_shape_of_moves() {
    RogersCastro schedule = fundamental_schedule();
    schedule.labour.age = labour_peak;
    return tapered_to_zero(rogers_castro(schedule));
}

/// Half way from each area's net to the country's net per person of its sex and age.
Cohorts half_way_to_the_country(const Cohorts& net, const Cohorts& persons) {
    Cohorts moved = net;
    for (Eigen::Index sex = 0; sex < sex_count; ++sex) {
        for (Eigen::Index age = 0; age < age_count; ++age) {
            double moves = 0.0, people = 0.0;
            for (Eigen::Index col = sex; col < net.cols(); col += sex_count) {
                moves += net(age, col);
                people += persons(age, col);
            }
            const double rate = people > 0.0 ? moves / people : 0.0;
            for (Eigen::Index col = sex; col < net.cols(); col += sex_count)
                moved(age, col) = 0.5 * (net(age, col) + rate * persons(age, col));
        }
    }
    return moved;
}

Cohorts sum_of_areas(const Cohorts& persons) {
    Cohorts sum = Cohorts::Zero(age_count, sex_count);
    for (Eigen::Index col = 0; col < persons.cols(); ++col) sum.col(col % sex_count) += persons.col(col);
    return sum;
}

/// Death rates as they came, times each area's old-age index from the years up to the origin.
std::vector<Schedules> death_rates_after(const Data& data, int origin, const std::vector<Cohorts>& known) {
    std::vector<Cohorts> country;
    for (const Cohorts& persons : known) country.push_back(sum_of_areas(persons));
    const Eigen::ArrayXXd index = old_age_mortality_index(known, country).value;
    std::vector<Schedules> years;
    for (int year = origin; year < last_january; ++year) {
        Cohorts rates(age_count, sex_count * index.rows());
        for (Eigen::Index col = 0; col < rates.cols(); ++col) {
            rates.col(col) = data.rates(year).col(col % sex_count);
            rates.col(col).tail(age_count - index_from_age) *= index(col / sex_count, col % sex_count);
        }
        years.push_back(shared_schedules(rates, sex_count));
    }
    return years;
}

NetMoves moves_until(const Data& data, const Areas& areas, int origin, const std::vector<Cohorts>& known) {
    std::vector<AgeSexTable> rates;
    for (int year = areas.first_year; year < origin; ++year) rates.push_back(data.rates(year));
    const auto count = static_cast<Eigen::Index>(areas.ids.size());
    return net_moves(known, areas.first_year, rates, Eigen::ArrayXXd::Ones(count, sex_count));
}

} // namespace

Cohorts mean_net(const NetMoves& moves, const Cohorts& persons, Method method) {
    Cohorts mean = Cohorts::Zero(age_count, persons.cols());
    if (method == nobody) return mean;
    for (Eigen::Index area = 0; area < persons.cols() / sex_count; ++area) {
        std::vector<double> weights = year_weights(moves.persons.size(), method);
        if (method == trimmed) leave_out_extremes(moves, area, weights);
        double sum = 0.0;
        for (std::size_t t = 0; t < weights.size(); ++t) {
            mean.middleCols(sex_count * area, sex_count) +=
                weights[t] * moves.persons[t].middleCols(sex_count * area, sex_count);
            sum += weights[t];
        }
        mean.middleCols(sex_count * area, sex_count) /= sum;
    }
    return method == shrunk ? half_way_to_the_country(mean, persons) : mean;
}

double official_net(const Data& data, int origin, int year) {
    const auto after = data.official_net.lower_bound(origin);
    if (after == data.official_net.begin()) throw std::runtime_error("no official projection is old enough");
    return std::prev(after)->second.at(year);
}

std::vector<Cohorts> projected(const Data& data, const Areas& areas, int origin, Method method) {
    const std::vector<Cohorts> known(areas.persons.begin(), areas.persons.begin() + (origin - areas.first_year + 1));
    Inputs inputs;
    inputs.areas = areas.ids;
    inputs.first_year = origin;
    inputs.last_year = last_january;
    inputs.observed = {known.back()};
    inputs.death_rates = death_rates_after(data, origin, known);
    Fertility fertility; // those born later aren't scored
    fertility.births_per_woman = AgeVector::Zero(age_count);
    fertility.births_per_woman.segment(20, 20) = 1.0;
    fertility.total_fertility.assign(static_cast<std::size_t>(last_january - origin), 1.5);
    fertility.index = Eigen::ArrayXd::Ones(static_cast<Eigen::Index>(areas.ids.size()));
    inputs.fertility_rates = fertility_rates(fertility);

    const Cohorts mean = mean_net(moves_until(data, areas, origin, known), known.back(), method);
    const Cohorts net = tapered_to_zero(smoothed_over_age(mean));
    const Migration moves =
        gross_moves(known.back(), net, {age_shape_of_moves(), leaving_crude_rate, internal_crude_rate}).migration;
    const double share = method == official ? 1.0 : method == half_official ? 0.5 : 0.0;
    for (int year = origin; year < last_january; ++year) {
        Migration& of_year = inputs.migration.emplace_back(moves);
        if (share == 0.0) continue;
        const double more = (official_net(data, origin, year) - net.sum()) / moves.immigration.sum();
        of_year.immigration *= std::max(0.0, 1.0 + share * more);
    }
    const Drivers drivers = unchanged_drivers(inputs);
    return Projector(std::move(inputs)).project(drivers).persons;
}

} // namespace framsyn::migration_backtest
