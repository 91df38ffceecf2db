#include "models/sweep/morris.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

namespace framsyn::sweep {
namespace {

using Effects = std::vector<double>; ///< of one trajectory, by parameter

std::vector<Effects> effects_of(const DesignPlan& plan, const std::vector<double>& outcomes) {
    const std::size_t points = plan.dimensions + 1;
    std::vector<Effects> all;
    for (std::size_t trajectory = 0; trajectory < plan.size; ++trajectory) {
        const auto begin = outcomes.begin() + static_cast<std::ptrdiff_t>(trajectory * points);
        if (std::any_of(begin, begin + static_cast<std::ptrdiff_t>(points), [](double y) { return std::isnan(y); }))
            continue;
        Effects effects(plan.dimensions);
        std::size_t step = trajectory * points;
        for (const MorrisStep& move : morris_steps(plan, trajectory)) {
            const double change = outcomes[step + 1] - outcomes[step];
            effects[move.parameter] = (move.up ? change : -change) / morris_step_size;
            ++step;
        }
        all.push_back(std::move(effects));
    }
    return all;
}

double mean_of(const std::vector<Effects>& effects, std::size_t parameter) {
    double sum = 0.0;
    for (const Effects& each : effects) sum += each[parameter];
    return sum / static_cast<double>(effects.size());
}

double deviation_of(const std::vector<Effects>& effects, std::size_t parameter, double mean) {
    if (effects.size() < 2) return std::numeric_limits<double>::quiet_NaN();
    double squares = 0.0;
    for (const Effects& each : effects) squares += (each[parameter] - mean) * (each[parameter] - mean);
    return std::sqrt(squares / static_cast<double>(effects.size() - 1));
}

} // namespace

std::vector<MorrisIndex> morris_indices(const DesignPlan& plan, const std::vector<double>& outcomes,
                                        const Bootstrap& bootstrap) {
    if (outcomes.size() != plan.size * (plan.dimensions + 1))
        throw std::invalid_argument("a Morris design has d + 1 points a trajectory");
    const std::vector<Effects> effects = effects_of(plan, outcomes);
    const std::vector<Estimate> absolute =
        bootstrapped(effects.size(), bootstrap, [&](const std::vector<std::size_t>& cases) {
            std::vector<double> means(plan.dimensions);
            for (const std::size_t trajectory : cases) {
                for (std::size_t i = 0; i < plan.dimensions; ++i) means[i] += std::abs(effects[trajectory][i]);
            }
            for (double& mean : means) mean /= static_cast<double>(cases.size());
            return means;
        });
    std::vector<MorrisIndex> indices;
    for (std::size_t i = 0; i < plan.dimensions; ++i) {
        const double mean = mean_of(effects, i);
        indices.push_back({absolute[i], mean, deviation_of(effects, i, mean), effects.size()});
    }
    return indices;
}

} // namespace framsyn::sweep
