#include "tests/migration_backtest/scores.hpp"

#include <cmath>

namespace framsyn::migration_backtest {
namespace {

using namespace demography;

/// Persons of both sexes of an area, from an age up to and with another.
double persons(const Cohorts& all, std::size_t area, Eigen::Index from, Eigen::Index to) {
    return all.block(from, column(area, Sex::female), to - from + 1, sex_count).sum();
}

std::array<double, groups> errors(const Cohorts& said, const Cohorts& came, std::size_t area, int horizon) {
    const std::array<std::pair<Eigen::Index, Eigen::Index>, groups> ages{
        {{20, 64}, {65, oldest_age}, {80, oldest_age}, {horizon, oldest_age}}};
    std::array<double, groups> all{};
    for (std::size_t group = 0; group < groups; ++group) {
        const auto [from, to] = ages[group];
        const double there = persons(came, area, from, to);
        all[group] = 100.0 * (persons(said, area, from, to) - there) / there;
    }
    return all;
}

struct Mean {
    double sum = 0.0, count = 0.0;
    void add(double value) {
        sum += value;
        count += 1.0;
    }
    double value() const { return sum / count; }
};

/// Standard error of the mean of independent numbers.
double standard_error(const std::vector<double>& numbers) {
    Mean mean, squares;
    for (const double number : numbers) mean.add(number);
    for (const double number : numbers) squares.add((number - mean.value()) * (number - mean.value()));
    return std::sqrt(squares.value() / (squares.count - 1.0));
}

double mean_over_horizons(const std::vector<Scored>& scores, const Measure& measure, const Chosen& chosen) {
    std::map<int, Mean> by_horizon;
    for (const Scored& each : scores) {
        if (chosen(each)) by_horizon[each.horizon].add(measure(each));
    }
    Mean mean;
    for (const auto& [horizon, of] : by_horizon) mean.add(of.value());
    return mean.value();
}

} // namespace

std::vector<Scored> scored(const Data& data, const Areas& areas, int first_origin, Method method) {
    std::vector<Scored> all;
    for (int origin = first_origin; origin < last_january; ++origin) {
        const std::vector<Cohorts> said = projected(data, areas, origin, method);
        for (int horizon = 1; origin + horizon <= last_january; ++horizon) {
            const Cohorts& came = areas.on_1_january(origin + horizon);
            if (horizon > 10) continue;
            for (std::size_t area = 0; area < areas.ids.size(); ++area)
                all.push_back(
                    {area, origin, horizon, errors(said[static_cast<std::size_t>(horizon)], came, area, horizon)});
        }
    }
    return all;
}

double deciding(const Scored& each) {
    return 0.5 * (std::abs(each.error[working_ages]) + std::abs(each.error[all_born]));
}

Measure absolute_error(Group group) {
    return [group](const Scored& each) { return std::abs(each.error[group]); };
}

Measure signed_error(Group group) {
    return [group](const Scored& each) { return each.error[group]; };
}

bool every(const Scored&) {
    return true;
}

double mean_of(const std::vector<Scored>& scores, const Measure& measure, const Chosen& chosen) {
    std::map<std::size_t, std::vector<Scored>> by_area;
    for (const Scored& each : scores) {
        if (chosen(each)) by_area[each.area].push_back(each);
    }
    Mean mean;
    for (const auto& [area, of] : by_area) mean.add(mean_over_horizons(of, measure, every));
    return mean.value();
}

Behind behind(const std::vector<Scored>& scores, const std::vector<Scored>& best) {
    std::map<std::size_t, std::map<int, Mean>> by_area;
    std::map<int, Mean> by_origin;
    for (std::size_t i = 0; i < scores.size(); ++i) {
        const double difference = deciding(scores[i]) - deciding(best[i]);
        by_area[scores[i].area][scores[i].horizon].add(difference);
        by_origin[scores[i].origin].add(difference);
    }
    std::vector<double> of_areas, of_origins;
    Mean mean;
    for (const auto& [area, by_horizon] : by_area) {
        Mean of_area;
        for (const auto& [horizon, of] : by_horizon) of_area.add(of.value());
        of_areas.push_back(of_area.value());
        mean.add(of_area.value());
    }
    for (const auto& [origin, of] : by_origin) of_origins.push_back(of.value());
    return {mean.value(), standard_error(of_areas), standard_error(of_origins)};
}

} // namespace framsyn::migration_backtest
