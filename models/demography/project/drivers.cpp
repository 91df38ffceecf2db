#include "models/demography/project/drivers.hpp"

#include "sim/numerics/elementary.hpp"
#include "sim/numerics/random_stream.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace framsyn::demography {
namespace {

/// Purposes of the demographic random streams; numbers are part of what makes a seed repeatable.
enum class Purpose : std::uint32_t {
    fertility = 101,
    mortality = 102,
    immigration = 103,
    area_immigration = 104,
    immigration_level = 105,
    area_immigration_level = 106
};

/// Standard normals of one driver, one for each projected year.
class Shocks {
  public:
    Shocks(std::uint64_t seed, std::uint32_t path, Purpose purpose, std::uint64_t entity)
        : stream_(sim::StreamKey{seed, path, static_cast<std::uint32_t>(purpose), entity}) {}

    double next() { return sim::normal_quantile(stream_.block(index_++).uniform(0)); }

  private:
    sim::RandomStream stream_;
    std::uint64_t index_ = 0;
};

/// Standard normals of a year, correlated as the spread says: immigration as drawn, the others lean on it and on each
/// other (a Cholesky factor by hand).
struct Correlated {
    double fertility = 0.0;
    double mortality = 0.0;
};

class Correlation {
  public:
    explicit Correlation(const DriverSpread& spread)
        : fi_(spread.fertility_immigration_correlation), fm_(spread.fertility_mortality_correlation),
          own_(std::sqrt(1.0 - fi_ * fi_)), mf_(own_ > 0.0 ? fm_ / own_ : 0.0), rest_(std::sqrt(1.0 - mf_ * mf_)) {}

    Correlated of(double immigration, double fertility, double mortality) const {
        return {fi_ * immigration + own_ * fertility, mf_ * fertility + rest_ * mortality};
    }

  private:
    double fi_, fm_;
    double own_; ///< share of fertility's shock that is its own
    double mf_;  ///< mortality's weight on that
    double rest_;
};

/// A first-order autoregression with stationary standard deviation sd around 0, driven by given standard normals; the
/// first value is drawn from the stationary law.
std::vector<double> autoregression(const std::vector<double>& shocks, double sd, double memory) {
    std::vector<double> values(shocks.size());
    const double innovation = sd * std::sqrt(1.0 - memory * memory);
    for (std::size_t t = 0; t < shocks.size(); ++t) {
        values[t] = t == 0 ? sd * shocks[0] : memory * values[t - 1] + innovation * shocks[t];
    }
    return values;
}

std::vector<double> normals(Shocks shocks, std::size_t count) {
    std::vector<double> values(count);
    for (double& value : values) value = shocks.next();
    return values;
}

double squared(double x) {
    return x * x;
}

} // namespace

Drivers unchanged_drivers(const Inputs& inputs) {
    const auto years = static_cast<std::size_t>(inputs.projected_years());
    return {std::vector<double>(years, 1.0),
            std::vector<double>(years, 1.0),
            Eigen::ArrayXXd::Ones(static_cast<Eigen::Index>(years), static_cast<Eigen::Index>(inputs.areas.size())),
            {}};
}

std::vector<AgeSexTable> death_rates_with_decline_to(const Inputs& inputs, double age) {
    const std::vector<double>& ages = inputs.other_decline.full_to;
    if (ages.empty()) return {};
    const auto above = static_cast<std::size_t>(std::lower_bound(ages.begin(), ages.end(), age) - ages.begin());
    if (above == 0) return inputs.other_decline.factor.front();
    if (above == ages.size()) return inputs.other_decline.factor.back();
    const double share = (age - ages[above - 1]) / (ages[above] - ages[above - 1]);
    const std::vector<AgeSexTable>& low = inputs.other_decline.factor[above - 1];
    const std::vector<AgeSexTable>& high = inputs.other_decline.factor[above];
    std::vector<AgeSexTable> years;
    years.reserve(low.size());
    for (std::size_t t = 0; t < low.size(); ++t) years.emplace_back(low[t] + share * (high[t] - low[t]));
    return years;
}

std::string fault_in(const DriverSpread& spread) {
    for (const double size :
         {spread.fertility_step, spread.mortality_step, spread.immigration_sd, spread.immigration_area_sd,
          spread.immigration_level_sd, spread.immigration_area_level_sd}) {
        if (!(size >= 0.0)) return "a standard deviation is negative";
    }
    if (!(std::abs(spread.immigration_memory) < 1.0)) return "the memory must lie between -1 and 1";
    const double fi = spread.fertility_immigration_correlation;
    const double fm = spread.fertility_mortality_correlation;
    if (!(fi * fi + fm * fm < 1.0)) return "no three shocks have these correlations";
    return {};
}

Drivers draw_drivers(const Inputs& inputs, const DriverSpread& spread, std::uint64_t seed, std::uint32_t path) {
    if (const std::string fault = fault_in(spread); !fault.empty()) throw std::invalid_argument(fault);
    const auto years = static_cast<std::size_t>(inputs.projected_years());
    const std::vector<double> common = normals({seed, path, Purpose::immigration, 0}, years);
    const std::vector<double> fertility = normals({seed, path, Purpose::fertility, 0}, years);
    const std::vector<double> mortality = normals({seed, path, Purpose::mortality, 0}, years);
    const Correlation correlation(spread);
    Drivers drivers;
    double fertility_walk = 0.0;
    double mortality_walk = 0.0;
    for (std::size_t t = 0; t < years; ++t) {
        const Correlated shock = correlation.of(common[t], fertility[t], mortality[t]);
        fertility_walk += spread.fertility_step * shock.fertility;
        mortality_walk += spread.mortality_step * shock.mortality;
        drivers.fertility.push_back(sim::exp(fertility_walk));
        drivers.mortality.push_back(sim::exp(mortality_walk));
    }
    const std::vector<double> waves = autoregression(common, spread.immigration_sd, spread.immigration_memory);
    const double level = spread.immigration_level_sd * normals({seed, path, Purpose::immigration_level, 0}, 1)[0];
    const double half_variance =
        0.5 * (squared(spread.immigration_sd) + squared(spread.immigration_area_sd) +
               squared(spread.immigration_level_sd) + squared(spread.immigration_area_level_sd));
    drivers.immigration.resize(static_cast<Eigen::Index>(years), static_cast<Eigen::Index>(inputs.areas.size()));
    for (std::size_t area = 0; area < inputs.areas.size(); ++area) {
        const std::uint64_t name = sim::hash_text(inputs.areas[area]);
        const std::vector<double> own = autoregression(normals({seed, path, Purpose::area_immigration, name}, years),
                                                       spread.immigration_area_sd, spread.immigration_memory);
        const double own_level =
            spread.immigration_area_level_sd * normals({seed, path, Purpose::area_immigration_level, name}, 1)[0];
        for (std::size_t t = 0; t < years; ++t) {
            drivers.immigration(static_cast<Eigen::Index>(t), static_cast<Eigen::Index>(area)) =
                sim::exp(waves[t] + own[t] + level + own_level - half_variance);
        }
    }
    return drivers;
}

} // namespace framsyn::demography
