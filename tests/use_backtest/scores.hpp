#pragma once

#include "tests/use_backtest/candidates.hpp"
#include "tests/use_backtest/series.hpp"

#include <array>
#include <functional>
#include <optional>

namespace framsyn::use_backtest {

enum Method { of_constant, of_returning, of_walking, of_last_days, of_last_rate, methods };
inline constexpr std::array<const char*, methods> method_names{"constant", "returning", "walking", "last days",
                                                               "last rate"};
constexpr std::size_t candidates = 3; ///< the first of them

/// What a method said of a year, and what came.
struct Scored {
    std::size_t series = 0;
    int origin = 0, target = 0;
    bool after_break = false;
    double crps = 0.0;               ///< log units
    bool inside = false;             ///< the 80 % band
    std::optional<double> log_score; ///< of more bed days than the places hold; none where places weren't counted
};

/// CRPS of a normal distribution (Gneiting and Raftery 2007, eq. 21).
double crps_of(const Forecast& forecast, double came);

/// Every forecast of a method, by series, origin, target.
std::vector<Scored> scored(const std::vector<UseSeries>& series, Method method);

using Chosen = std::function<bool(const Scored&)>;

/// A mean over series of their means, and its standard error from the spread between series.
struct Mean {
    double value = 0.0, error = 0.0;
    std::size_t series = 0, forecasts = 0;
};
Mean mean_crps(const std::vector<Scored>& of, const Chosen& chosen);
Mean mean_log_score(const std::vector<Scored>& of, const Chosen& chosen);
Mean coverage(const std::vector<Scored>& of, const Chosen& chosen);
/// Of a − b, series by series.
Mean crps_difference(const std::vector<Scored>& a, const std::vector<Scored>& b, const Chosen& chosen);

/// The candidates' weights, as registered.
std::array<double, candidates> weights(const std::vector<UseSeries>& series);

} // namespace framsyn::use_backtest
