#pragma once

#include "app/ground/files.hpp"
#include "app/scenario/people/written_scenario.hpp"
#include "app/sweep/kept_tables.hpp"
#include "app/sweep/read/sweep_plan.hpp"
#include "models/study/draws/use_sample.hpp"
#include "models/study/scenario/pinned.hpp"
#include "models/study/study.hpp"

#include <string>
#include <vector>

namespace framsyn::app {

/// The points of a sweep as studies. What doesn't depend on parameters is computed once: the people of the draws, unless
/// each point has its own luck.
class PointStudies {
  public:
    /// `files` must have read everything that the scenarios name (ReadOnce), as points are studied side by side. `folder`
    /// is the sweep file's. Throws what the runner throws.
    PointStudies(const SweepPlan& plan, const Files& files, std::string folder,
                 const std::vector<WrittenScenario>& scenarios, const study::Runner& run);

    /// What is kept of a point: plan.stored() numbers, NaN where its tables have no row. Throws BadInput where the scenario
    /// doesn't take the parameters, and what a study throws. Several threads may ask.
    std::vector<double> outcome(std::size_t point) const;

    const SweepPoints& points() const { return points_; }

  private:
    std::vector<double> once(std::size_t point, int repeat) const;
    std::vector<study::ValueAt> as_drawn(std::size_t point) const;
    study::Study study_of(const WrittenScenario& scenario) const;

    const SweepPlan& plan_;
    const Files& files_;
    std::string folder_;
    SweepPoints points_;
    KeptTables kept_;
    std::vector<std::vector<study::ValueAt>> own_; ///< of each scenario: its numbers at the addresses of parameters
    std::vector<study::UseSample> shared_;
};

} // namespace framsyn::app
