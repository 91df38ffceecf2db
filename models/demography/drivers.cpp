#include "models/demography/project.hpp"

#include "sim/numerics/elementary.hpp"
#include "sim/numerics/random_stream.hpp"

#include <cmath>

namespace framsyn::demography {
namespace {

/// Purposes of the demographic random streams; numbers are part of what makes a seed repeatable.
enum class Purpose : std::uint32_t { fertility = 101, mortality = 102, immigration = 103, area_immigration = 104 };

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

/// Levels exp(w(t)) of a random walk w that starts at 0 in the last observed year.
std::vector<double> random_walk_levels(Shocks shocks, double step, std::size_t years) {
    std::vector<double> levels(years);
    double walk = 0.0;
    for (double& level : levels) {
        walk += step * shocks.next();
        level = sim::exp(walk);
    }
    return levels;
}

/// A stationary first-order autoregression with standard deviation sd, started in its stationary law.
std::vector<double> autoregression(Shocks shocks, double sd, double memory, std::size_t years) {
    std::vector<double> values(years);
    double value = sd * shocks.next();
    const double innovation = sd * std::sqrt(1.0 - memory * memory);
    for (double& out : values) {
        out = value;
        value = memory * value + innovation * shocks.next();
    }
    return values;
}

} // namespace

Drivers unchanged_drivers(const Inputs& inputs) {
    const auto years = static_cast<std::size_t>(inputs.projected_years());
    return {std::vector<double>(years, 1.0), std::vector<double>(years, 1.0),
            Eigen::ArrayXXd::Ones(static_cast<Eigen::Index>(years), static_cast<Eigen::Index>(inputs.areas.size()))};
}

Drivers draw_drivers(const Inputs& inputs, const DriverSpread& spread, std::uint64_t seed, std::uint32_t path) {
    const auto years = static_cast<std::size_t>(inputs.projected_years());
    Drivers drivers;
    drivers.fertility = random_walk_levels({seed, path, Purpose::fertility, 0}, spread.fertility_step, years);
    drivers.mortality = random_walk_levels({seed, path, Purpose::mortality, 0}, spread.mortality_step, years);
    const std::vector<double> common =
        autoregression({seed, path, Purpose::immigration, 0}, spread.immigration_sd, spread.immigration_memory, years);
    drivers.immigration =
        Eigen::ArrayXXd(static_cast<Eigen::Index>(years), static_cast<Eigen::Index>(inputs.areas.size()));
    const double half_variance =
        0.5 * (spread.immigration_sd * spread.immigration_sd + spread.immigration_area_sd * spread.immigration_area_sd);
    for (std::size_t area = 0; area < inputs.areas.size(); ++area) {
        const std::vector<double> own =
            autoregression({seed, path, Purpose::area_immigration, sim::hash_text(inputs.areas[area])},
                           spread.immigration_area_sd, spread.immigration_memory, years);
        for (std::size_t t = 0; t < years; ++t) {
            // Minus half the variance: the mean level, not the median, is the main alternative's, because arrivals add up.
            drivers.immigration(static_cast<Eigen::Index>(t), static_cast<Eigen::Index>(area)) =
                sim::exp(common[t] + own[t] - half_variance);
        }
    }
    return drivers;
}

} // namespace framsyn::demography
