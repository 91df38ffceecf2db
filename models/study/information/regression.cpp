#include "models/study/information/regression.hpp"

#include "models/study/answers/quantiles.hpp"

#include <algorithm>
#include <cmath>

namespace framsyn::study {

Regression::Regression(const std::vector<Column>& columns, const Fold& fold) : fold_(fold) {
    const std::size_t draws = columns.empty() ? 0 : columns.front().size();
    constexpr double nothing_new = 1e-9; // of a column's own length
    const auto add = [&](Column column, double length) {
        const double left = std::sqrt(product(column, column));
        if (!(left > nothing_new * length)) return;
        for (double& value : column) value /= left;
        orthonormal_.push_back(std::move(column));
    };
    add(Column(draws, 1.0), 1.0);
    for (Column column : columns) {
        const double length = std::sqrt(product(column, column));
        for (int time = 0; time < 2; ++time) {
            for (const Column& unit : orthonormal_) take_out(column, unit);
        }
        add(std::move(column), length);
    }
}

double Regression::product(const Column& a, const Column& b) const {
    double sum = 0.0;
    for (std::size_t k = 0; k < a.size(); ++k) {
        if (!fold_.leaves_out(k)) sum += a[k] * b[k];
    }
    return sum;
}

void Regression::take_out(Column& from, const Column& unit) const {
    const double share = product(from, unit);
    for (std::size_t k = 0; k < from.size(); ++k) from[k] -= share * unit[k];
}

Column Regression::fitted(const Column& outcomes) const {
    Column fit(outcomes.size(), 0.0);
    for (const Column& unit : orthonormal_) {
        const double share = product(outcomes, unit);
        for (std::size_t k = 0; k < fit.size(); ++k) fit[k] += share * unit[k];
    }
    return fit;
}

std::vector<Column> natural_spline(const Column& values) {
    const SortedSample sorted(values);
    std::vector<double> knots;
    for (const double p : {0.05, 0.275, 0.5, 0.725, 0.95}) {
        const double knot = sorted.quantile(p);
        if (knots.empty() || knot > knots.back()) knots.push_back(knot);
    }
    const double least = sorted.quantile(0.0);
    const double most = sorted.quantile(1.0);
    constexpr double rounding = 1e-12;
    if (!(most - least > rounding * std::max(std::abs(least), std::abs(most)))) return {};
    std::vector<Column> columns{values};
    if (knots.size() < 3) return columns;
    const double last = knots.back();
    const double before_last = knots[knots.size() - 2];
    const double scale = (last - knots.front()) * (last - knots.front());
    const auto cubed = [](double x) { return x > 0.0 ? x * x * x : 0.0; };
    for (std::size_t j = 0; j + 2 < knots.size(); ++j) {
        Column& bent = columns.emplace_back();
        const double knot = knots[j];
        for (const double x : values) {
            bent.push_back((cubed(x - knot) - cubed(x - before_last) * (last - knot) / (last - before_last) +
                            cubed(x - last) * (before_last - knot) / (last - before_last)) /
                           scale);
        }
    }
    return columns;
}

} // namespace framsyn::study
