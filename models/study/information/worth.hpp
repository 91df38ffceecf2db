#pragma once

#include "models/study/answers/bed_rules.hpp"
#include "models/study/information/regression.hpp"

namespace framsyn::study {

/// What is at stake where somebody decides for a cell and year: need in beds by the utilisation rule in every draw, and by
/// each rule the share of the year in which beds are short.
struct Stake {
    Column need;
    Column is_short[2]; ///< [rule]
};

/// A mean over draws with its standard error.
struct Gain {
    double value = 0.0;
    double error = 0.0;

    /// What is told: nothing where it is less than two standard errors.
    double told() const { return value > 2.0 * error ? value : 0.0; }
};

/// What knowing something is worth before one decides.
struct Worth {
    /// Fewer wrong decisions by each rule: `short` is said where it is likelier than not, and is right or wrong in a draw.
    Gain wrong[2]; ///< [rule]
    /// Fewer beds amiss, |planned − needed|, where the median need is planned.
    Gain beds;
};

/// The expected value of perfect information: nothing is wrong or amiss any more.
Worth worth_of_everything(const Stake& stake);

/// The expected value of partial perfect information, by regression on the draws (Strong, Oakley and Brennan 2014, Med.
/// Decis. Making 34: 311–326). Need is regressed on the columns that would be known, on its logarithm where it is above
/// nothing in every draw, because causes multiply; the shortage on that fit, by a spline. The value is what deciding by the
/// regression saves in draws that it wasn't found on (five folds): unlike the mean of the fits it doesn't grow with the
/// number of columns, and its standard error is that of a mean. May be a little below 0.
Worth worth_of(const std::vector<Column>& known, const Stake& stake);

} // namespace framsyn::study
