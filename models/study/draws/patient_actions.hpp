#pragma once

#include "models/need/actions.hpp"
#include "models/study/draws/parameter_draw.hpp"
#include "models/study/scenario/scenario.hpp"

#include <vector>

namespace framsyn::study {

/// The ages that actions are about, cut where any of them begins or ends: spans that don't overlap, in ascending order.
std::vector<AgeSpan> age_spans_of(const Scenario& scenario);

/// Which of those spans some patients are of (indices); none where they are of all ages.
std::vector<std::size_t> spans_within(const std::vector<AgeSpan>& spans, const Patients& of);

/// What a scenario's actions do to its flows in a draw.
struct PatientActions {
    std::vector<need::PatientEffect> effects;
    std::vector<need::PatientMove> moves;

    bool empty() const { return effects.empty() && moves.empty(); }
};

PatientActions patient_actions(const Scenario& scenario, const ParameterDraw& draw);

/// Days after the base year's first on which what actions do to patients changes beside 1 January: first and last days,
/// and within a ramp every first of a month.
std::vector<Date> days_of_change(const Scenario& scenario);

} // namespace framsyn::study
