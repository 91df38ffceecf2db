#pragma once

#include "models/care/sums.hpp"

#include <cstddef>
#include <vector>

namespace framsyn::care {

/// The time during which every unit of a sum is full at once, by year. Each unit's own time full can't tell it: two units
/// may be full in turn.
class AllFull {
  public:
    /// Units are full if they have no open bed to begin with.
    explicit AllFull(const CareInputs& inputs);

    /// A unit has become full, or no longer is: to be called at changes only.
    void change(std::size_t unit, bool full, double now);
    void begin_next_year(double now);

    /// Days by [sum][measured year], the last year up to `now`; sums in the order of sums_of.
    [[nodiscard]] std::vector<double> take_days(double now);

  private:
    void book(std::size_t sum, double now);

    struct Count {
        std::size_t units = 0;
        std::size_t full = 0;
        double since = 0.0; ///< day from which all are full and nothing is booked, while they are
    };

    std::size_t years_;
    std::size_t warm_up_;
    std::size_t year_ = 0;                       ///< from the start of the warm-up
    std::vector<std::vector<std::size_t>> sums_; ///< by unit
    std::vector<Count> counts_;                  ///< by sum
    std::vector<double> days_;
};

} // namespace framsyn::care
