#pragma once

#include "app/scenario/people/written_scenario.hpp"
#include "models/study/draws/use_sample.hpp"
#include "models/study/study.hpp"

#include <string>
#include <vector>

namespace framsyn::app {

/// A scenario that others are asked about on top of: what they share is drawn once.
class QuestionBase {
  public:
    QuestionBase(WrittenScenario scenario, std::size_t draws);

    const WrittenScenario& scenario() const { return scenario_; }
    const study::Study& study() const { return study_; }
    /// The alternative's study in the same draws.
    study::Study study_of(const study::Scenario& alternative) const;

  private:
    WrittenScenario scenario_;
    study::Block block_;
    study::UseSample use_;
    study::Study study_;
};

/// What an alternative changes, as JSON: { draws, years, cells: [{ trust, service, base_evidence, evidence, measures: { <id>: {
/// base, alternative, difference, low, high } } }] }, every list by year, of the cells that it touches; what isn't known is
/// null. `rows` compare the two.
std::string answer_json(const study::Study& base, const study::Study& alternative,
                        const std::vector<study::ComparisonRow>& rows);

} // namespace framsyn::app
