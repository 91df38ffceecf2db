#pragma once

#include "models/study/answers/need_sample.hpp"

#include <vector>

namespace framsyn::study {

/// Bed days of a trust's service in every draw, as a straight line in the base year's level: those of the patients whom
/// the level counts, and those who don't hang on it (stocks that grow beside, patients whom actions bring from elsewhere).
/// Days that an action takes from patients who wait for their municipality are the share that they are at the assumed
/// level.
class LevelDraws {
  public:
    /// Bed days in draw `at` of the block and year t, with the level that the draw has.
    double days(std::size_t t, std::size_t at) const { return counted(t, at) + beside_.at(t, at); }
    /// Where the level that the draw has is so many times as high.
    double days_times(std::size_t t, std::size_t at, double times) const {
        return times * counted(t, at) + beside_.at(t, at);
    }
    /// Where the base year has so many occupied beds in every draw; they grow as the draw's patients do.
    double days_at(std::size_t t, std::size_t at, double occupied_beds) const;
    /// Where the flows have these levels in every draw: [flow of the scenario], not held to a count.
    double days_at_levels(std::size_t t, std::size_t at, const std::vector<double>& levels) const;
    /// The occupied beds of the base year at which a draw has so many bed days in year t; infinite where no number of them
    /// gives as many.
    double occupied_beds_for(std::size_t t, std::size_t at, double bed_days) const;

  private:
    friend std::vector<LevelDraws> level_draws(const Scenario&, const DrawSample&, const std::vector<Cell>&,
                                               const Runner&);
    /// Bed days of the patients whom the level counts.
    double counted(std::size_t t, std::size_t at) const;

    struct OfFlow {
        std::size_t flow = 0; ///< of the scenario
        Series days;
        std::vector<double> level; ///< [draw]
    };
    int days_of_base_ = 0; ///< of the base year
    std::vector<OfFlow> flows_;
    Series beside_;
};

/// For cells of one trust and one service each, in their order. The same numbers for any runner.
std::vector<LevelDraws> level_draws(const Scenario& scenario, const DrawSample& draws, const std::vector<Cell>& cells,
                                    const Runner& run);

} // namespace framsyn::study
