#pragma once

#include <cstddef>
#include <vector>

namespace framsyn::study {

/// A number of every draw.
using Column = std::vector<double>;

/// Some of the draws, left out of a regression to be judged by it: every `of`-th, from `number` on.
struct Fold {
    std::size_t number = 0;
    std::size_t of = 1;

    bool leaves_out(std::size_t draw) const { return draw % of == number; }
};

/// Least squares on some columns and a constant, found on the draws that a fold keeps and told of all. The columns are made
/// orthonormal over the kept draws (Gram and Schmidt, twice), sums in the order of the draws, so that the same draws give
/// the same bits everywhere; a column that those before it give already is left out.
class Regression {
  public:
    Regression(const std::vector<Column>& columns, const Fold& fold);

    /// The columns that are left, with the constant.
    std::size_t terms() const { return orthonormal_.size(); }
    /// What the kept draws' outcomes say of every draw.
    Column fitted(const Column& outcomes) const;

  private:
    double product(const Column& a, const Column& b) const;
    void take_out(Column& from, const Column& unit) const;

    Fold fold_;
    std::vector<Column> orthonormal_;
};

/// Columns whose sums are the natural cubic splines of a number: the number itself and what bends at five of its quantiles
/// (.05, .275, .5, .725, .95: Harrell 2015, Regression Modeling Strategies, 2.4.6); straight beyond the outer two. Fewer
/// where it has few values; none where it has one.
std::vector<Column> natural_spline(const Column& values);

} // namespace framsyn::study
