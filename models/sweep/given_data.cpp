#include "models/sweep/given_data.hpp"

#include "sim/numerics/random_stream.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace framsyn::sweep {
namespace {

constexpr std::uint32_t chance_purpose = 421;
constexpr std::size_t most_slices = 10;
constexpr std::size_t least_in_slice = 10;
constexpr std::size_t orders_by_chance = 100;

/// Distance between the outcomes of a slice, in ascending order, and all of them.
double distance(const std::vector<double>& slice, const std::vector<double>& all) {
    double most = 0.0;
    std::size_t in_all = 0;
    for (std::size_t i = 0; i < slice.size();) {
        const double value = slice[i];
        while (in_all < all.size() && all[in_all] < value) ++in_all;
        const double before = static_cast<double>(i) / static_cast<double>(slice.size());
        most = std::max(most, std::abs(before - static_cast<double>(in_all) / static_cast<double>(all.size())));
        while (i < slice.size() && slice[i] == value) ++i;
        while (in_all < all.size() && all[in_all] <= value) ++in_all;
        const double after = static_cast<double>(i) / static_cast<double>(slice.size());
        most = std::max(most, std::abs(after - static_cast<double>(in_all) / static_cast<double>(all.size())));
    }
    return most;
}

double median_of(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    const std::size_t half = values.size() / 2;
    return values.size() % 2 == 1 ? values[half] : 0.5 * (values[half - 1] + values[half]);
}

/// Points in the order of a parameter, cut where its value changes once a slice is full; a parameter of few values is cut
/// at each.
class Slicer {
  public:
    Slicer(const std::vector<double>& outcomes, std::size_t slices) : outcomes_(outcomes), slices_(slices) {
        sorted_ = outcomes;
        std::sort(sorted_.begin(), sorted_.end());
    }

    Importance importance(const std::vector<double>& parameter) const {
        std::vector<std::size_t> order(outcomes_.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::stable_sort(order.begin(), order.end(),
                         [&](std::size_t a, std::size_t b) { return parameter[a] < parameter[b]; });
        const bool by_value = values_of(parameter, order) <= slices_;
        std::vector<double> distances;
        std::vector<double> slice;
        for (std::size_t i = 0; i < order.size(); ++i) {
            slice.push_back(outcomes_[order[i]]);
            const bool last = i + 1 == order.size();
            const bool changes = last || parameter[order[i + 1]] != parameter[order[i]];
            const bool full = by_value || (i + 1) * slices_ >= (distances.size() + 1) * order.size();
            if (!last && !(changes && full)) continue;
            std::sort(slice.begin(), slice.end());
            distances.push_back(distance(slice, sorted_));
            slice.clear();
        }
        return {median_of(distances), *std::max_element(distances.begin(), distances.end())};
    }

  private:
    static std::size_t values_of(const std::vector<double>& parameter, const std::vector<std::size_t>& order) {
        std::size_t values = 1;
        for (std::size_t i = 1; i < order.size(); ++i)
            if (parameter[order[i]] != parameter[order[i - 1]]) ++values;
        return values;
    }

    const std::vector<double>& outcomes_;
    std::size_t slices_;
    std::vector<double> sorted_;
};

std::vector<double> by_chance(std::size_t points, std::uint64_t seed, std::size_t number) {
    const sim::RandomStream stream(sim::StreamKey{seed, static_cast<std::uint32_t>(number), chance_purpose, 0});
    sim::RandomSequence luck(stream);
    std::vector<double> parameter(points);
    for (double& value : parameter) value = luck.next();
    return parameter;
}

std::size_t slices_of(std::size_t points) {
    return std::clamp<std::size_t>(points / least_in_slice, 1, most_slices);
}

} // namespace

GivenData given_data(const std::vector<std::vector<double>>& parameters, const std::vector<double>& outcomes) {
    std::vector<double> known;
    std::vector<std::vector<double>> beside(parameters.size());
    for (std::size_t point = 0; point < outcomes.size(); ++point) {
        if (std::isnan(outcomes[point])) continue;
        known.push_back(outcomes[point]);
        for (std::size_t i = 0; i < parameters.size(); ++i) beside[i].push_back(parameters[i][point]);
    }
    GivenData data;
    data.points = known.size();
    data.slices = slices_of(known.size());
    if (known.empty()) {
        data.of.resize(parameters.size());
        return data;
    }
    const Slicer slicer(known, data.slices);
    for (const std::vector<double>& parameter : beside) data.of.push_back(slicer.importance(parameter));
    return data;
}

double importance_by_chance(std::size_t points, std::uint64_t seed) {
    if (points == 0) return 0.0;
    std::vector<double> outcomes(points);
    std::iota(outcomes.begin(), outcomes.end(), 0.0);
    const Slicer slicer(outcomes, slices_of(points));
    std::vector<double> medians;
    for (std::size_t b = 0; b < orders_by_chance; ++b)
        medians.push_back(slicer.importance(by_chance(points, seed, b)).median);
    std::sort(medians.begin(), medians.end());
    return medians[orders_by_chance * 95 / 100];
}

} // namespace framsyn::sweep
