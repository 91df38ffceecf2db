#pragma once

#include "models/study/answers/comparison.hpp"
#include "models/study/answers/gap.hpp"
#include "models/study/answers/indicators.hpp"
#include "models/study/answers/regret.hpp"
#include "models/study/answers/reproduction.hpp"
#include "models/study/answers/solve.hpp"
#include "models/study/draws/care_sample.hpp"
#include "models/study/draws/draw_sample.hpp"
#include "models/study/parts/gap_parts.hpp"
#include "models/study/verdict/verdict.hpp"

#include <memory>
#include <optional>
#include <vector>

namespace framsyn::study {

/// How much of a study is drawn and simulated.
struct Extent {
    Block draws;
    Block replications;           ///< none: care isn't simulated
    People people = People::kept; ///< whether population_sample() can be asked for
};

/// All draws of a scenario, and all of its replications where care is simulated.
enum class Care { simulated, left_out };
Extent whole(const Scenario& scenario, Care care);

/// What a scenario comes to; it keeps a copy of the scenario. Its parts are values, computed when they are first asked for
/// and kept: who asks for the gap pays for the gap. Outcomes stay by draw and by replication; what is said of them is made
/// from there. One thread may ask a study and its copies, which share what has been computed; the runner may use many.
class Study {
  public:
    const Scenario& scenario() const { return *scenario_; }
    const Extent& extent() const { return extent_; }

    // What is planned
    const capacity::BedPlan& capacity() const;

    // People
    const demography::PopulationPath& population() const; ///< main alternative
    const PopulationSample& population_sample() const;

    // Need, by draw
    const DrawSample& draws() const;
    const std::vector<CellNeed>& need() const; ///< by place of treatment, every cell
    const std::vector<CellNeed>& need_by_residence() const;
    /// Need of some cells only.
    std::vector<CellNeed> need_of(std::vector<Cell> cells, CountedBy counted_by) const;

    // Capacity against need: the cells of need() that have beds
    const std::vector<Gap>& gaps() const;          ///< every year, both rules
    const std::vector<GapChange>& changes() const; ///< every year, since the base year
    /// From the last year that is counted at all trusts with the service on, since then.
    const std::vector<GapChange>& changes_from_count() const;
    const std::vector<GapAtUtilisation>& gaps_by_utilisation() const; ///< where the cell has one planned utilisation
    const Cell& cell_of(const Gap& gap) const { return need()[gap.cell].cell; }

    /// What can be said of each cell of need() that has beds, every year, by both rules together.
    const std::vector<Verdict>& verdicts() const;

    /// The gap of those cells taken apart; projects every draw's people twice more, the second time without moves.
    const std::vector<CellParts>& gap_parts() const { return taken_apart().parts; }
    /// The need of every cell but those outside, step by step.
    const std::vector<CellSteps>& need_steps() const { return taken_apart().steps; }

    /// How much is enough, in these draws; the cell has beds.
    std::vector<Enough> how_much(const HowMuch& question) const;

    // Care, by replication; empty where it isn't simulated. Means of replications have their intervals from pairs that
    // share a draw, so rows throw UnfitBlock where the first replication is odd: join the blocks first.
    bool has_care() const { return extent_.replications.count > 0; }
    const CareSample& care_sample() const; ///< throws UnfitBlock where care isn't simulated
    const std::vector<care::CareRow>& care() const;
    const std::vector<care::CareRow>& care_by_site() const;
    const std::vector<care::FlowRow>& flows() const;

    const std::vector<Reproduction>& reproductions() const;

    const std::vector<Indicator>& indicators() const;

    /// The same study with these replications of care; what has been drawn is shared, not drawn again.
    Study with_replications(const Block& replications) const;

    const Runner& runner() const { return run_; }

  private:
    friend Study run_study(const Scenario&, const Extent&, Runner);
    friend Study study_of(const Scenario&, DrawSample, std::optional<CareSample>, Runner);
    Study(std::shared_ptr<const Scenario> scenario, const Extent& extent, Runner run);

    const demography::Projector& projector() const;
    const BedRules& rules() const;
    const CareSample& pairs() const;
    const Apart& taken_apart() const;

    struct Parts;
    std::shared_ptr<const Scenario> scenario_;
    Extent extent_;
    Runner run_;
    std::shared_ptr<Parts> parts_;
};

/// The study of a scenario. Nothing is computed yet. Throws what the runner throws, where a part is asked for. `run` carries out draws and replications; none: one after the other.
Study run_study(const Scenario& scenario, const Extent& extent, Runner run = one_after_the_other);
/// The same of all draws and replications.
Study run_study(const Scenario& scenario, Runner run = one_after_the_other);

/// The study of outcomes that were sampled elsewhere, in blocks that have been joined. Throws UnfitBlock if they are of
/// another scenario.
Study study_of(const Scenario& scenario, DrawSample draws, std::optional<CareSample> care,
               Runner run = one_after_the_other);

/// What the alternative changes, as ComparisonRow says; care where both simulate it. Throws UnfitBlock unless both have the
/// same seed, draws and replications.
std::vector<ComparisonRow> comparison_of(const Study& base, const Study& alternative);

/// The comparison, of draws alone, where only so much of what the alternative's actions are said to effect comes.
struct WeakerEffects {
    double strength = 0.5; ///< 0–1
    std::vector<ComparisonRow> rows;
};
/// At half and at none; empty where no action that the base lacks is an effect.
std::vector<WeakerEffects> weaker_effects(const Study& base, const Study& alternative);

/// What a study comes to in a future that it is the study of.
Outlook outlook_of(Future future, const Study& study, const std::vector<int>& years);

} // namespace framsyn::study
