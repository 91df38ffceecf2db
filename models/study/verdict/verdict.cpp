#include "models/study/verdict/verdict.hpp"

#include <algorithm>

namespace framsyn::study {

Judgement judge(const Outcome& outcome) {
    const auto [least, most] = std::minmax(outcome.p_utilisation, outcome.p_service_level);
    if (most < thresholds::unlikely) return {VerdictWord::enough, std::nullopt};
    if (least > thresholds::likely) {
        if (outcome.gap <= -thresholds::least_beds) return {VerdictWord::short_of_beds, std::nullopt};
        return {VerdictWord::tight, TightReason::small};
    }
    if (least < thresholds::unlikely && most > thresholds::likely) {
        const bool by_service_level = outcome.p_service_level > outcome.p_utilisation;
        return {VerdictWord::tight, by_service_level ? TightReason::service_level_only : TightReason::utilisation_only};
    }
    return {VerdictWord::tight, TightReason::either_way};
}

Judgement judge(const Outcome& mild, const Outcome& severe) {
    const Judgement at_mild = judge(mild);
    const Judgement at_severe = judge(severe);
    if (at_mild.word != at_severe.word) return {VerdictWord::depends, std::nullopt};
    if (at_mild.reason == at_severe.reason) return at_severe;
    return {VerdictWord::tight, TightReason::either_way};
}

} // namespace framsyn::study
