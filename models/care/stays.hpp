#pragma once

#include "models/care/inputs.hpp"
#include "sim/numerics/random_stream.hpp"

#include <vector>

namespace framsyn::care {

/// A length-of-stay mixture made ready for drawing.
class StaySampler {
  public:
    explicit StaySampler(const Stay& stay);

    /// Whether component() needs a number of its own.
    [[nodiscard]] bool is_mixture() const { return parts_.size() > 1; }

    /// A stay in days. `choice` picks the component and `u` the length within it, both uniform in (0, 1); the
    /// length rises with u. Gamma components read `more` instead of u.
    [[nodiscard]] double operator()(double choice, double u, sim::RandomSequence more) const;

  private:
    struct Part {
        double cumulative; // weight up to and including this part; the last is 1
        StayShape shape;
        double mean;       // days
        double log_median; // lognormal only
        double spread;
    };
    std::vector<Part> parts_;
};

} // namespace framsyn::care
