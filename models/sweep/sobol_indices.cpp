#include "models/sweep/sobol_indices.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

namespace framsyn::sweep {
namespace {

/// The outcomes of one base point: A, AB1 … ABd, B; and the mean variance of their noise.
struct Base {
    const double* outcome = nullptr;
    double noise = 0.0;
};

std::vector<Base> bases_of(std::size_t rows, const std::vector<double>& outcomes, const std::vector<double>& noise) {
    std::vector<Base> bases;
    for (std::size_t begin = 0; begin < outcomes.size(); begin += rows) {
        const double* first = outcomes.data() + begin;
        if (std::any_of(first, first + rows, [](double y) { return std::isnan(y); })) continue;
        Base base{first, 0.0};
        for (std::size_t row = 0; row < rows && !noise.empty(); ++row)
            base.noise += noise[begin + row] / static_cast<double>(rows);
        bases.push_back(base);
    }
    return bases;
}

/// Mean and variance of the outcomes of A and B, and of their noise.
struct Moments {
    double mean = 0.0, variance = 0.0, noise = 0.0;
};

Moments moments_of(const std::vector<Base>& bases, const std::vector<std::size_t>& cases, std::size_t last) {
    Moments moments;
    const auto count = static_cast<double>(cases.size());
    for (const std::size_t c : cases) {
        moments.mean += (bases[c].outcome[0] + bases[c].outcome[last]) / (2.0 * count);
        moments.noise += bases[c].noise / count;
    }
    for (const std::size_t c : cases) {
        const double a = bases[c].outcome[0] - moments.mean;
        const double b = bases[c].outcome[last] - moments.mean;
        moments.variance += (a * a + b * b) / (2.0 * count);
    }
    moments.variance -= moments.noise;
    return moments;
}

/// First orders, then totals.
std::vector<double> indices_of(const std::vector<Base>& bases, const std::vector<std::size_t>& cases,
                               std::size_t dimensions) {
    const std::size_t last = dimensions + 1;
    const Moments moments = moments_of(bases, cases, last);
    std::vector<double> indices(2 * dimensions, std::numeric_limits<double>::quiet_NaN());
    if (!(moments.variance > 0.0)) return indices;
    const auto count = static_cast<double>(cases.size());
    for (std::size_t i = 0; i < dimensions; ++i) {
        double first = 0.0;
        double total = 0.0;
        for (const std::size_t c : cases) {
            const double* y = bases[c].outcome;
            const double moved = y[i + 1] - y[0];
            first += (y[last] - moments.mean) * moved;
            total += moved * moved;
        }
        indices[i] = first / count / moments.variance;
        indices[dimensions + i] = (total / (2.0 * count) - moments.noise) / moments.variance;
    }
    return indices;
}

} // namespace

SobolIndices sobol_indices(std::size_t dimensions, const std::vector<double>& outcomes,
                           const std::vector<double>& noise, const Bootstrap& bootstrap) {
    const std::size_t rows = dimensions + 2;
    if (outcomes.size() % rows != 0 || (!noise.empty() && noise.size() != outcomes.size()))
        throw std::invalid_argument("a Saltelli design has d + 2 points a base point");
    const std::vector<Base> bases = bases_of(rows, outcomes, noise);
    const std::vector<Estimate> estimates =
        bootstrapped(bases.size(), bootstrap,
                     [&](const std::vector<std::size_t>& cases) { return indices_of(bases, cases, dimensions); });
    std::vector<std::size_t> all(bases.size());
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = i;
    const Moments moments = moments_of(bases, all, dimensions + 1);
    SobolIndices indices{{}, moments.variance, moments.noise, bases.size()};
    for (std::size_t i = 0; i < dimensions; ++i) indices.of.push_back({estimates[i], estimates[dimensions + i]});
    return indices;
}

} // namespace framsyn::sweep
