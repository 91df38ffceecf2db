#include "models/demography/rates/lee_carter.hpp"

#include "models/demography/rates/lee_carter_cells.hpp"
#include "sim/numerics/elementary.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <string>

namespace framsyn::demography {
namespace {

using Index = Eigen::Index;
using Cells = LeeCarterCells;

constexpr double longest_step = 1.0; ///< of a log rate in one update

/// a and b by group, k by year; what is left out has b = 0.
struct Parameters {
    Eigen::ArrayXd a, b, k;

    double expected(const Cells& cells, Index g, Index t) const {
        return cells.person_years(g, t) * sim::exp(a(g) + b(g) * k(t));
    }
};

/// What a one-dimensional Newton step of the Poisson likelihood needs: slope and curvature of log-likelihood.
struct Newton {
    double score = 0.0, information = 0.0;

    void add(double deaths, double expected, double factor) {
        score += (deaths - expected) * factor;
        information += expected * factor * factor;
    }
    /// The step, cut so that step · reach stays within longest_step.
    double step(double reach) const {
        if (!(information > 0.0)) return 0.0;
        const double limit = longest_step / reach;
        return std::clamp(score / information, -limit, limit);
    }
};

double largest(const Eigen::ArrayXd& values, const std::vector<Index>& where) {
    double most = 0.0;
    for (const Index i : where) most = std::max(most, std::abs(values(i)));
    return most;
}

/// Each update returns the largest move of a log rate.
double update_a(const Cells& cells, Parameters& p) {
    double moved = 0.0;
    for (const Index g : cells.groups) {
        double deaths = 0.0, expected = 0.0;
        for (const Index t : cells.years) {
            deaths += cells.deaths(g, t);
            expected += p.expected(cells, g, t);
        }
        const double step = sim::log(deaths / expected); // the likelihood's maximum in a, not only a Newton step
        p.a(g) += step;
        moved = std::max(moved, std::abs(step));
    }
    return moved;
}

double step_of_k(const Cells& cells, const Parameters& p, Index t) {
    Newton newton;
    for (const Index g : cells.groups) newton.add(cells.deaths(g, t), p.expected(cells, g, t), p.b(g));
    return newton.step(largest(p.b, cells.groups));
}

double update_k(const Cells& cells, Parameters& p) {
    double moved = 0.0;
    for (const Index t : cells.years) {
        const double step = step_of_k(cells, p, t);
        p.k(t) += step;
        moved = std::max(moved, std::abs(step) * largest(p.b, cells.groups));
    }
    return moved;
}

double update_b(const Cells& cells, Parameters& p) {
    const double reach = largest(p.k, cells.years);
    if (reach == 0.0) return 0.0;
    double moved = 0.0;
    for (const Index g : cells.groups) {
        Newton newton;
        for (const Index t : cells.years) newton.add(cells.deaths(g, t), p.expected(cells, g, t), p.k(t));
        const double step = newton.step(reach);
        p.b(g) += step;
        moved = std::max(moved, std::abs(step) * reach);
    }
    return moved;
}

/// Σ k = 0 over fitted years and Σ b = 1 over fitted single ages, without moving a rate.
void constrain(const Cells& cells, Parameters& p) {
    double mean_k = 0.0, sum_b = 0.0, sum_abs_b = 0.0;
    for (const Index t : cells.years) mean_k += p.k(t);
    mean_k /= static_cast<double>(cells.years.size());
    for (const Index g : cells.groups) {
        sum_b += cells.width[static_cast<std::size_t>(g)] * p.b(g);
        sum_abs_b += cells.width[static_cast<std::size_t>(g)] * std::abs(p.b(g));
    }
    if (!(std::abs(sum_b) > 1e-9 * sum_abs_b))
        throw std::invalid_argument("Lee–Carter: the death rates have no common trend, b can't be made to sum to 1");
    for (const Index g : cells.groups) {
        p.a(g) += p.b(g) * mean_k;
        p.b(g) /= sum_b;
    }
    for (const Index t : cells.years) p.k(t) = (p.k(t) - mean_k) * sum_b;
}

double deviance(const Cells& cells, const Parameters& p) {
    double sum = 0.0;
    for (const Index g : cells.groups) {
        for (const Index t : cells.years) {
            const double deaths = cells.deaths(g, t), expected = p.expected(cells, g, t);
            if (deaths > 0.0) sum += deaths * sim::log(deaths / expected);
            sum -= deaths - expected;
        }
    }
    return 2.0 * sum;
}

/// Sets k of a year outside the fit: the maximum of its own likelihood given a and b.
void find_k_afterwards(const Cells& cells, Parameters& p, Index t, const LeeCarterOptions& options, int year) {
    for (int round = 0; round < options.most_rounds; ++round) {
        const double step = step_of_k(cells, p, t);
        p.k(t) += step;
        if (std::abs(step) * largest(p.b, cells.groups) <= options.tolerance) return;
    }
    throw std::invalid_argument("Lee–Carter: too few deaths for a k in " + std::to_string(year));
}

/// No trend: pooled log rates (−infinity where nobody died), the same b everywhere.
Parameters start(const Cells& cells) {
    Parameters p{Eigen::ArrayXd(cells.deaths.rows()), Eigen::ArrayXd::Zero(cells.deaths.rows()),
                 Eigen::ArrayXd::Zero(cells.deaths.cols())};
    for (Index g = 0; g < p.a.size(); ++g) {
        double deaths = 0.0, person_years = 0.0;
        for (const Index t : cells.years) {
            deaths += cells.deaths(g, t);
            person_years += cells.person_years(g, t);
        }
        p.a(g) = sim::log(deaths > 0.0 ? deaths / person_years : 0.0);
    }
    int ages = 0;
    for (const Index g : cells.groups) ages += cells.width[static_cast<std::size_t>(g)];
    for (const Index g : cells.groups) p.b(g) = 1.0 / ages;
    return p;
}

/// From groups back to single ages, and what there is to say about the fit.
LeeCarterSex by_age(const Cells& cells, const Parameters& p) {
    LeeCarterSex fit;
    std::vector<bool> fitted(cells.width.size(), false);
    for (const Index g : cells.groups) fitted[static_cast<std::size_t>(g)] = true;
    Index ages = 0;
    for (const int width : cells.width) ages += width;
    fit.a = AgeVector(ages);
    fit.b = AgeVector(ages);
    Index age = 0;
    for (std::size_t g = 0; g < cells.width.size(); ++g) {
        for (int i = 0; i < cells.width[g]; ++i, ++age) {
            fit.a(age) = p.a(static_cast<Index>(g));
            fit.b(age) = p.b(static_cast<Index>(g));
            fit.left_out.push_back(!fitted[g]);
        }
    }
    fit.k.assign(p.k.begin(), p.k.end());
    const auto groups = static_cast<int>(cells.groups.size()), years = static_cast<int>(cells.years.size());
    fit.degrees_of_freedom = groups * years - (2 * groups + years - 2);
    return fit;
}

LeeCarterSex fit_sex(const Cells& cells, const LeeCarterOptions& options, int first_year) {
    Parameters p = start(cells);
    const double without_trend = deviance(cells, p);
    int rounds = 0;
    bool converged = false;
    while (!converged && rounds < options.most_rounds) {
        const double by_k = update_k(cells, p);
        constrain(cells, p);
        const double by_b = update_b(cells, p);
        constrain(cells, p);
        const double by_a = update_a(cells, p);
        converged = std::max({by_a, by_b, by_k}) <= options.tolerance;
        ++rounds;
    }
    for (Index t = 0; t < p.k.size(); ++t) {
        if (std::find(cells.years.begin(), cells.years.end(), t) == cells.years.end())
            find_k_afterwards(cells, p, t, options, first_year + static_cast<int>(t));
    }
    LeeCarterSex fit = by_age(cells, p);
    fit.deviance = deviance(cells, p);
    fit.deviance_without_trend = without_trend;
    fit.rounds = rounds;
    fit.converged = converged;
    return fit;
}

} // namespace

LeeCarterFit fit_lee_carter(const DeathCounts& counts, const LeeCarterOptions& options) {
    check_death_counts(counts);
    check_lee_carter_options(counts, options);
    LeeCarterFit fit;
    fit.first_year = counts.first_year;
    for (std::size_t t = 0; t < counts.deaths.size(); ++t)
        fit.fitted.push_back(is_fitted_year(options, counts.first_year + static_cast<int>(t)));
    fit.women = fit_sex(lee_carter_cells(counts, options, Sex::female), options, counts.first_year);
    fit.men = fit_sex(lee_carter_cells(counts, options, Sex::male), options, counts.first_year);
    return fit;
}

} // namespace framsyn::demography
