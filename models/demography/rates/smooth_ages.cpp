#include "models/demography/rates/smooth_ages.hpp"

#include "sim/numerics/elementary.hpp"

#include <algorithm>
#include <cmath>

namespace framsyn::demography {
namespace {

/// Gaussian elimination with row pivoting in written order, the same bits everywhere; right becomes the solution.
void solve(Eigen::MatrixXd& matrix, Eigen::VectorXd& right) {
    const Eigen::Index n = right.size();
    for (Eigen::Index k = 0; k < n; ++k) {
        Eigen::Index pivot = k;
        for (Eigen::Index i = k + 1; i < n; ++i) {
            if (std::abs(matrix(i, k)) > std::abs(matrix(pivot, k))) pivot = i;
        }
        if (pivot != k) {
            for (Eigen::Index j = k; j < n; ++j) std::swap(matrix(k, j), matrix(pivot, j));
            std::swap(right(k), right(pivot));
        }
        for (Eigen::Index i = k + 1; i < n; ++i) {
            if (matrix(i, k) == 0.0) continue;
            const double factor = matrix(i, k) / matrix(k, k);
            for (Eigen::Index j = k + 1; j < n; ++j) matrix(i, j) -= factor * matrix(k, j);
            right(i) -= factor * right(k);
        }
    }
    for (Eigen::Index i = n - 1; i >= 0; --i) {
        for (Eigen::Index j = i + 1; j < n; ++j) right(i) -= matrix(i, j) * right(j);
        right(i) /= matrix(i, i);
    }
}

/// The u, one for each column, with the smallest squared second differences and rows · u = right: the stationary point of
/// Lagrange's function.
AgeVector smoothest(const Eigen::MatrixXd& rows, const AgeVector& right) {
    const Eigen::Index ages = rows.cols();
    const Eigen::Index groups = rows.rows();
    Eigen::MatrixXd system = Eigen::MatrixXd::Zero(ages + groups, ages + groups);
    // A straight line through one group isn't determined: no more parameters left free than there are groups.
    const Eigen::Index degree = std::min<Eigen::Index>(2, groups);
    const double difference[2][3] = {{-1.0, 1.0, 0.0}, {1.0, -2.0, 1.0}};
    for (Eigen::Index row = 0; row + degree < ages; ++row) {
        for (Eigen::Index i = 0; i <= degree; ++i) {
            for (Eigen::Index j = 0; j <= degree; ++j)
                system(row + i, row + j) += difference[degree - 1][i] * difference[degree - 1][j];
        }
    }
    Eigen::VectorXd solution = Eigen::VectorXd::Zero(ages + groups);
    for (Eigen::Index g = 0; g < groups; ++g) {
        for (Eigen::Index x = 0; x < ages; ++x) system(x, ages + g) = system(ages + g, x) = rows(g, x);
        solution(ages + g) = right(g);
    }
    solve(system, solution);
    return solution.head(ages).array();
}

std::vector<AgeSum> filled_groups(const std::vector<AgeSum>& groups) {
    std::vector<AgeSum> filled;
    for (const AgeSum& group : groups) {
        if (group.value > 0.0) filled.push_back(group);
    }
    return filled;
}

double weighted_sum(const AgeSum& group, const AgeVector& weights, const AgeVector& values) {
    double sum = 0.0;
    for (Eigen::Index age = group.from; age <= group.to; ++age) sum += weights(age) * values(age);
    return sum;
}

/// In each group the multiple of base that has the sum; base itself between groups.
AgeVector multiple_in_each_group(const std::vector<AgeSum>& groups, const AgeVector& base, const SumsOf& sums_of) {
    AgeVector values = base;
    for (int pass = 0; pass < 2; ++pass) { // twice, as the weights may follow the values
        const AgeVector w = sums_of(values).weight;
        for (const AgeSum& group : groups) {
            const double factor = group.value / weighted_sum(group, w, values);
            for (Eigen::Index age = group.from; age <= group.to; ++age) values(age) *= factor;
        }
    }
    return values;
}

AgeVector only_in(const std::vector<AgeSum>& groups, const AgeVector& values) {
    AgeVector kept = AgeVector::Zero(values.size());
    for (const AgeSum& group : groups) {
        for (Eigen::Index age = group.from; age <= group.to; ++age) kept(age) = values(age);
    }
    return kept;
}

} // namespace

AgeVector smoothest_multiple(const std::vector<AgeSum>& groups, const AgeVector& base, const SumsOf& sums_of,
                             double ceiling) {
    const std::vector<AgeSum> filled = filled_groups(groups);
    if (filled.empty()) return AgeVector::Zero(base.size());
    const Eigen::Index first = filled.front().from;
    const Eigen::Index ages = filled.back().to - first + 1;
    const AgeVector even = multiple_in_each_group(filled, base / (1.0 + base / ceiling), sums_of);
    const auto logarithm = [&](double value, double unit) {
        return sim::log(value / (unit * (1.0 - value / ceiling)));
    };

    AgeVector values = even;
    constexpr int most_steps = 100;
    constexpr double tolerance = 2e-13;
    constexpr double largest_change = 2.0; // of u in one step
    for (int step = 0; step < most_steps; ++step) {
        const LinearSums at = sums_of(values);
        Eigen::MatrixXd rows = Eigen::MatrixXd::Zero(static_cast<Eigen::Index>(filled.size()), ages);
        AgeVector right = AgeVector::Zero(rows.rows());
        double farthest = 0.0;
        for (Eigen::Index g = 0; g < rows.rows(); ++g) {
            const AgeSum& group = filled[static_cast<std::size_t>(g)];
            const double sum = weighted_sum(group, at.weight, values);
            right(g) = sim::log(group.value / sum);
            farthest = std::max(farthest, std::abs(right(g)));
            for (Eigen::Index age = group.from; age <= group.to; ++age) {
                const double slope = at.slope(age) * values(age) * (1.0 - values(age) / ceiling) / sum;
                rows(g, age - first) = slope;
                right(g) += slope * logarithm(values(age), base(age));
            }
        }
        // The values of the first step have the sums already, but aren't smooth.
        if (step > 0 && farthest < tolerance) return only_in(filled, values);
        const AgeVector u = smoothest(rows, right);
        for (Eigen::Index x = 0; x < ages; ++x) {
            const Eigen::Index age = first + x;
            const double old = logarithm(values(age), base(age));
            if (!std::isfinite(u(x)) || !std::isfinite(old)) return only_in(filled, even);
            const double multiple = base(age) * sim::exp(old + std::clamp(u(x) - old, -largest_change, largest_change));
            values(age) = multiple / (1.0 + multiple / ceiling);
        }
    }
    return only_in(filled, even);
}

AgeVector smoothest_values(const std::vector<AgeSum>& groups) {
    AgeVector values = AgeVector::Zero(age_count);
    for (std::size_t start = 0; start < groups.size();) {
        if (groups[start].value == 0.0) {
            ++start;
            continue;
        }
        std::size_t end = start;
        while (end < groups.size() && groups[end].value != 0.0) ++end;
        const Eigen::Index first = groups[start].from;
        const Eigen::Index ages = groups[end - 1].to - first + 1;
        const auto count = static_cast<Eigen::Index>(end - start);
        Eigen::MatrixXd rows = Eigen::MatrixXd::Zero(count, ages);
        AgeVector right(count);
        for (Eigen::Index g = 0; g < count; ++g) {
            const AgeSum& group = groups[start + static_cast<std::size_t>(g)];
            for (Eigen::Index age = group.from; age <= group.to; ++age) rows(g, age - first) = 1.0;
            right(g) = group.value;
        }
        values.segment(first, ages) = smoothest(rows, right);
        start = end;
    }
    return values;
}

} // namespace framsyn::demography
