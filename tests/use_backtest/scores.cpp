#include "tests/use_backtest/scores.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>

namespace framsyn::use_backtest {
namespace {

constexpr int first_origin = 2018;
constexpr int last_origin = 2024;
constexpr int longest_horizon = 6;
constexpr double planned_utilisation = 0.85;
constexpr double z_90 = 1.2815515655446004;
constexpr double least_p = 1.0 / 2001.0;

double below(double z) {
    return 0.5 * std::erfc(-z / std::numbers::sqrt2);
}

int days_in(int year) {
    return year % 4 == 0 ? 366 : 365;
}

/// Series of the same service, in order; indices into all.
std::vector<std::size_t> of_service(const std::vector<UseSeries>& all, const std::string& service) {
    std::vector<std::size_t> found;
    for (std::size_t s = 0; s < all.size(); ++s) {
        if (all[s].service == service) found.push_back(s);
    }
    return found;
}

Levels levels_to(const std::vector<UseSeries>& all, const std::vector<std::size_t>& some, int origin) {
    Levels levels;
    for (const std::size_t s : some) {
        std::vector<double>& years = levels.emplace_back();
        for (int year = first_year; year <= origin; ++year) years.push_back(all[s].level(year));
    }
    return levels;
}

/// The level that a comparator says of a later year.
double said(const UseSeries& series, Method method, int origin, int target) {
    if (method == of_last_rate) return series.level(origin);
    const auto at = [](int year) { return static_cast<std::size_t>(year - first_year); };
    return std::log(series.bed_days[at(origin)] / series.expected_days[at(target)]);
}

/// Root mean square of a comparator's errors of a horizon that are known by `origin`.
double own_error(const std::vector<UseSeries>& all, const std::vector<std::size_t>& some, Method method, int origin,
                 int horizon) {
    double squares = 0.0, count = 0.0;
    for (const std::size_t s : some) {
        for (int from = first_year; from + horizon <= origin; ++from) {
            const double error = all[s].level(from + horizon) - said(all[s], method, from, from + horizon);
            squares += error * error;
            count += 1.0;
        }
    }
    if (count == 0.0) return own_error(all, some, method, origin, 1) * std::sqrt(static_cast<double>(horizon));
    return std::sqrt(squares / count);
}

std::vector<Forecast> forecasts_of(const std::vector<UseSeries>& all, const std::vector<std::size_t>& some,
                                   Method method, int origin, int horizon) {
    const Levels levels = levels_to(all, some, origin);
    if (method == of_constant) return constant(levels, horizon);
    if (method == of_returning) return returning(levels, horizon);
    if (method == of_walking) return walking(levels, horizon);
    std::vector<Forecast> forecasts;
    const double sd = own_error(all, some, method, origin, horizon);
    for (const std::size_t s : some) forecasts.push_back({said(all[s], method, origin, origin + horizon), sd});
    return forecasts;
}

/// Open share of places: the mean of the last three counted years up to the origin, at most 1; none where none were counted.
std::optional<double> open_share(const UseSeries& series, int origin) {
    double sum = 0.0, count = 0.0;
    for (int year = origin; year >= first_year && count < 3.0; --year) {
        const auto at = static_cast<std::size_t>(year - first_year);
        if (series.places[at] <= 0.0 || series.available_days[at] <= 0.0) continue;
        sum += std::min(1.0, series.available_days[at] / (series.places[at] * days_in(year)));
        count += 1.0;
    }
    return count > 0.0 ? std::optional(sum / count) : std::nullopt;
}

std::optional<double> log_score(const UseSeries& series, const Forecast& forecast, int origin, int target) {
    const auto at = static_cast<std::size_t>(target - first_year);
    const std::optional<double> open = open_share(series, origin);
    if (series.places[at] <= 0.0 || !open) return std::nullopt;
    const double fits = series.places[at] * days_in(target) * planned_utilisation * *open;
    const double limit = std::log(fits / series.expected_days[at]);
    const double p = std::clamp(below((forecast.mean - limit) / forecast.sd), least_p, 1.0 - least_p);
    return -std::log(series.bed_days[at] > fits ? p : 1.0 - p);
}

template <class Value>
Mean mean_over_series(const std::vector<Scored>& of, const Chosen& chosen, const Value& value) {
    std::map<std::size_t, std::pair<double, double>> by_series;
    Mean mean;
    for (const Scored& each : of) {
        const std::optional<double> number = value(each);
        if (!chosen(each) || !number) continue;
        by_series[each.series].first += *number;
        by_series[each.series].second += 1.0;
        ++mean.forecasts;
    }
    mean.series = by_series.size();
    const auto n = static_cast<double>(mean.series);
    for (const auto& [series, sum] : by_series) mean.value += sum.first / sum.second / n;
    double squares = 0.0;
    for (const auto& [series, sum] : by_series) {
        const double off = sum.first / sum.second - mean.value;
        squares += off * off;
    }
    mean.error = n > 1.0 ? std::sqrt(squares / (n - 1.0) / n) : 0.0;
    return mean;
}

} // namespace

double crps_of(const Forecast& forecast, double came) {
    const double z = (came - forecast.mean) / forecast.sd;
    const double density = std::exp(-0.5 * z * z) / std::sqrt(2.0 * std::numbers::pi);
    return forecast.sd * (z * (2.0 * below(z) - 1.0) + 2.0 * density - 1.0 / std::sqrt(std::numbers::pi));
}

std::vector<Scored> scored(const std::vector<UseSeries>& series, Method method) {
    std::vector<Scored> all;
    for (const char* service : {"phv", "phbu", "tsb"}) {
        const std::vector<std::size_t> some = of_service(series, service);
        for (int origin = first_origin; origin <= last_origin; ++origin) {
            for (int horizon = 1; horizon <= longest_horizon && origin + horizon <= last_year; ++horizon) {
                const int target = origin + horizon;
                const std::vector<Forecast> forecasts = forecasts_of(series, some, method, origin, horizon);
                for (std::size_t i = 0; i < some.size(); ++i) {
                    const UseSeries& of = series[some[i]];
                    const double came = of.level(target);
                    all.push_back({some[i], origin, target, has_break(of, origin, target), crps_of(forecasts[i], came),
                                   std::abs(came - forecasts[i].mean) <= z_90 * forecasts[i].sd,
                                   log_score(of, forecasts[i], origin, target)});
                }
            }
        }
    }
    return all;
}

Mean mean_crps(const std::vector<Scored>& of, const Chosen& chosen) {
    return mean_over_series(of, chosen, [](const Scored& each) { return std::optional(each.crps); });
}

Mean mean_log_score(const std::vector<Scored>& of, const Chosen& chosen) {
    return mean_over_series(of, chosen, [](const Scored& each) { return each.log_score; });
}

Mean coverage(const std::vector<Scored>& of, const Chosen& chosen) {
    return mean_over_series(of, chosen, [](const Scored& each) { return std::optional(each.inside ? 1.0 : 0.0); });
}

Mean crps_difference(const std::vector<Scored>& a, const std::vector<Scored>& b, const Chosen& chosen) {
    std::vector<Scored> difference = a;
    for (std::size_t i = 0; i < difference.size(); ++i) difference[i].crps -= b[i].crps;
    return mean_crps(difference, chosen);
}

std::array<double, candidates> weights(const std::vector<UseSeries>& series) {
    const Chosen all = [](const Scored&) { return true; };
    std::array<std::vector<Scored>, candidates> of;
    std::size_t best = 0;
    std::array<double, candidates> score{};
    for (std::size_t c = 0; c < candidates; ++c) {
        of[c] = scored(series, static_cast<Method>(c));
        score[c] = mean_crps(of[c], all).value;
        if (score[c] < score[best]) best = c;
    }
    std::array<double, candidates> weight{};
    double sum = 0.0;
    for (std::size_t c = 0; c < candidates; ++c) {
        const Mean worse = crps_difference(of[c], of[best], all);
        weight[c] = c == best || worse.value <= worse.error ? 1.0 : 0.0;
        sum += weight[c];
    }
    for (double& each : weight) each /= sum;
    return weight;
}

} // namespace framsyn::use_backtest
