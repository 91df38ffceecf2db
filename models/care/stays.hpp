#pragma once

#include "models/care/inputs.hpp"
#include "sim/numerics/random_stream.hpp"

#include <vector>

namespace framsyn::care {

/// A length-of-stay mixture made ready for drawing.
class StaySampler {
  public:
    /// One component of the mixture.
    struct Part {
        double cumulative; ///< weight up to and including this part; the last is 1
        StayShape shape;
        double mean;       ///< days
        double log_median; ///< of lognormal parts, whose stay is exp(log_median + spread z)
        double spread;

        /// A stay in days, which rises with u, uniform in (0, 1). Gamma parts read `more` instead of u.
        [[nodiscard]] double draw(double u, sim::RandomSequence more) const;
    };

    explicit StaySampler(const Stay& stay);

    /// Whether there is anything for part() to choose.
    [[nodiscard]] bool is_mixture() const { return parts_.size() > 1; }

    /// The component that a number uniform in (0, 1) picks.
    [[nodiscard]] const Part& part(double choice) const;

  private:
    std::vector<Part> parts_;
};

} // namespace framsyn::care
