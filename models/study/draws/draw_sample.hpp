#pragma once

#include "models/demography/project/project.hpp"
#include "models/need/need_path.hpp"
#include "models/study/draws/parameter_draw.hpp"
#include "models/study/draws/population_sample.hpp"
#include "models/study/draws/runner.hpp"
#include "models/study/scenario/scenario.hpp"

#include <optional>
#include <vector>

namespace framsyn::study {

/// What is kept of a block of draws: of each draw's people the age groups, of its need every flow's bed days. All that is
/// said of need later comes from here; nothing is projected twice.
struct DrawSample {
    Block block;
    std::uint64_t of = 0; ///< fingerprint of its scenario
    std::size_t flows = 0;
    std::size_t years = 0;
    std::optional<PopulationSample> population; ///< none where nobody asked for it
    bool one_population = false;                ///< no spread: all draws have the same people, kept once
    std::vector<double> bed_days;               ///< [draw][flow][year from the base year]
    std::vector<double> without_actions;        ///< the same before actions on patients; empty where there are none
    std::size_t age_spans = 0;                  ///< that actions are about
    std::vector<double> age_shares;             ///< [draw][span][flow][year]: of the flow's bed days
    std::optional<VarianceGroup> moved;         ///< each draw has it from the one before

    /// The draw that the moved group of a draw is from: the one before, and before the first the last.
    std::size_t before(std::size_t draw) const { return draw == block.first ? block.end() - 1 : draw - 1; }
    /// The parameters of a draw of the block.
    ParameterDraw parameters(std::uint64_t seed, std::size_t draw) const;

    /// Bed days of the flows of a draw of the block, as need::NeedPath has them: [flow][year].
    double days(std::size_t draw, std::size_t flow, std::size_t year) const { return bed_days[at(draw, flow, year)]; }
    double days_without_actions(std::size_t draw, std::size_t flow, std::size_t year) const {
        return without_actions.empty() ? days(draw, flow, year) : without_actions[at(draw, flow, year)];
    }

    double age_share(std::size_t draw, std::size_t span, std::size_t flow, std::size_t year) const {
        return age_shares[(((draw - block.first) * age_spans + span) * flows + flow) * years + year];
    }

  private:
    std::size_t at(std::size_t draw, std::size_t flow, std::size_t year) const {
        return ((draw - block.first) * flows + flow) * years + year;
    }
};

/// A sample of so many draws whose bed days are yet to be kept; nobody's people.
DrawSample empty_sample(const Scenario& scenario, const Block& block);
/// Keeps the need of the sample's draw number block.first + at.
void keep_bed_days(DrawSample& sample, std::size_t at, const need::NeedPath& need);

/// The main alternative alone, as a sample of one draw.
DrawSample central_sample(const Scenario& scenario, const demography::Projector& projector);

/// Whether draws have different people.
bool has_spread(const Scenario& scenario);

/// Whether the age groups of every draw are kept too.
enum class People { kept, left_out };

/// Projects the block's draws. Without any spread in the population its paths are all the main alternative, and then one
/// is kept of them. The same numbers for any runner.
DrawSample sample_draws(const Scenario& scenario, const demography::Projector& projector, const Block& block,
                        People people, const Runner& run);

/// The blocks as one, bit for bit what one sample of all of them is. Throws UnfitBlock.
DrawSample joined(DrawSample first, const DrawSample& next);

} // namespace framsyn::study
