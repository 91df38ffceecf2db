#pragma once

#include "models/sweep/scrambled_sobol.hpp"
#include "models/values/name_table.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace framsyn::sweep {

/// How the points of a sweep are spread.
enum class DesignKind { grid, latin_hypercube, sobol, saltelli, morris, list };
inline constexpr NameTable<DesignKind, 6> design_names{{{DesignKind::grid, "grid"},
                                                        {DesignKind::latin_hypercube, "latin-hypercube"},
                                                        {DesignKind::sobol, "sobol"},
                                                        {DesignKind::saltelli, "saltelli"},
                                                        {DesignKind::morris, "morris"},
                                                        {DesignKind::list, "points"}}};

/// A design as it is asked for.
struct DesignPlan {
    DesignKind kind = DesignKind::sobol;
    std::uint64_t seed = 0;
    std::size_t size = 0;            ///< points; base points of Saltelli, trajectories of Morris; not of a grid
    std::vector<std::size_t> levels; ///< by parameter: how many values a grid has of it
    std::size_t morris_levels = 4;   ///< even: values that Morris gives each parameter
    std::size_t dimensions = 0;      ///< parameters
};

/// The points of a design in the unit cube, a coordinate for each parameter; what a coordinate means is its distribution's.
/// A point is a function of the plan and its number alone.
///   grid: every combination of (k + ½)/levels; the last parameter changes first
///   latin hypercube: each parameter in each of `size` equal intervals once (McKay, Beckman and Conover 1979)
///   sobol: scrambled Sobol
///   saltelli: for each base point the rows A, AB1 … ABd, B of Saltelli et al. (2010), Comput. Phys. Commun. 181(2): ABi is
///   A with coordinate i of B; A and B are the two halves of a scrambled Sobol sequence of 2d coordinates
///   morris: trajectories of d + 1 points, each of which moves one parameter (Morris 1991) by half of its range, from the
///   middle of one of `morris_levels` equal intervals to the middle of another: no point stands at an end, where a
///   distribution may be infinite
/// A list of points has no coordinates: its values are given as they are.
class Design {
  public:
    /// std::invalid_argument for a plan without dimensions, levels or points.
    explicit Design(DesignPlan plan);

    const DesignPlan& plan() const { return plan_; }
    std::size_t points() const { return points_; }
    /// Throws std::logic_error for a list.
    std::vector<double> point(std::size_t number) const;

  private:
    std::vector<double> grid_point(std::size_t number) const;
    std::vector<double> latin_point(std::size_t number) const;
    std::vector<double> saltelli_point(std::size_t number) const;
    std::vector<double> morris_point(std::size_t number) const;

    DesignPlan plan_;
    std::size_t points_ = 0;
    ScrambledSobol sobol_;
    std::vector<std::vector<std::uint32_t>> strata_; ///< latin hypercube: [parameter][point]
};

/// A step of a Morris design: between its points number − 1 and number the parameter moved up (or down).
struct MorrisStep {
    std::size_t parameter = 0;
    bool up = true;
};
/// The d steps of a trajectory, in their order.
std::vector<MorrisStep> morris_steps(const DesignPlan& plan, std::size_t trajectory);
/// How far a step goes in the unit cube.
inline constexpr double morris_step_size = 0.5;

} // namespace framsyn::sweep
