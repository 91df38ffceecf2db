#pragma once

#include "app/run_control.hpp"
#include "app/stages.hpp"

#include <vector>

namespace framsyn::app {

/// One quantity of a cell over years and draws.
class Series {
  public:
    Series() = default;
    Series(std::size_t years, std::size_t draws) : draws_(draws), values_(years * draws) {}

    double& at(std::size_t year, std::size_t draw) { return values_[year * draws_ + draw]; }
    double at(std::size_t year, std::size_t draw) const { return values_[year * draws_ + draw]; }
    std::vector<double> draws_of(std::size_t year) const;

  private:
    std::size_t draws_ = 0;
    std::vector<double> values_;
};

/// Need of one cell in every draw.
struct CellNeed {
    Cell cell;
    Series bed_days, beds_at_utilisation, beds_at_service_level;
};

/// Need in every draw, by place of treatment and by residence.
struct NeedSample {
    std::size_t years = 0;
    std::size_t draws = 0;
    std::vector<CellNeed> treatment;
    std::vector<CellNeed> residence;

    const CellNeed* find(const Cell& cell) const; ///< by place of treatment
};

/// The population of the main alternative, to the 1 January after the last year.
demography::PopulationPath central_population(const demography::Projector& projector);

/// Need of draw number k: its parameters on its demographic path.
need::NeedPath need_of_draw(const Scenario& scenario, const demography::Projector& projector, std::uint32_t draw);

/// Runs all draws; the same numbers for any number of threads. Throws Interrupted.
NeedSample sample_need(const Scenario& scenario, const demography::Projector& projector, const CapacityPlan& plan,
                       const RunControl& control);

} // namespace framsyn::app
