#include "tests/use_backtest/registered.hpp"

#include "tests/use_backtest/candidates.hpp"
#include "tests/use_backtest/series.hpp"

#include <fmt/format.h>

#include <cmath>

namespace framsyn::use_backtest {
namespace {

double normal_cdf(double z) {
    return 0.5 * std::erfc(-z / std::sqrt(2.0));
}

/// The level below which a share of two equally weighted normal distributions lies, by halving.
double quantile(const Forecast& one, const Forecast& other, double share) {
    const auto below = [&](double level) {
        return 0.5 * (normal_cdf((level - one.mean) / one.sd) + normal_cdf((level - other.mean) / other.sd));
    };
    double low = -10.0, high = 10.0;
    for (int halving = 0; halving < 100; ++halving) {
        const double middle = 0.5 * (low + high);
        (below(middle) < share ? low : high) = middle;
    }
    return 0.5 * (low + high);
}

} // namespace

std::string registered_2026(const std::string& table) {
    const std::vector<UseSeries> series = read_series(table);
    std::string text = "trust,service,use_median,use_p10,use_p90\n";
    for (const char* service : {"phv", "phbu", "tsb"}) {
        Levels levels;
        std::vector<std::string> trusts;
        for (const UseSeries& of : series) {
            if (of.service != service) continue;
            trusts.push_back(of.trust);
            std::vector<double>& years = levels.emplace_back();
            for (int year = first_year; year <= last_year; ++year) years.push_back(of.level(year));
        }
        const std::vector<Forecast> returns = returning(levels, 1), walks = walking(levels, 1);
        for (std::size_t i = 0; i < trusts.size(); ++i) {
            const auto use = [&](double share) { return std::exp(quantile(returns[i], walks[i], share)); };
            text += fmt::format("{},{},{:.6f},{:.6f},{:.6f}\n", trusts[i], service, use(0.5), use(0.1), use(0.9));
        }
    }
    return text;
}

} // namespace framsyn::use_backtest
