#pragma once

#include "models/study/answers/bed_rules.hpp"
#include "models/study/verdict/base_level.hpp"
#include "models/study/verdict/enough_places.hpp"

#include <optional>
#include <string>
#include <vector>

namespace framsyn::study {

/// What can be said of a cell in a year by both rules together.
enum class VerdictWord { short_of_beds, enough, tight, depends };
inline constexpr NameTable<VerdictWord, 4> verdict_names{{{VerdictWord::short_of_beds, "short"},
                                                          {VerdictWord::enough, "enough"},
                                                          {VerdictWord::tight, "tight"},
                                                          {VerdictWord::depends, "depends"}}};

/// Why a cell is neither short nor enough.
enum class TightReason { service_level_only, utilisation_only, either_way, small };
inline constexpr NameTable<TightReason, 4> tight_reasons{{{TightReason::service_level_only, "service-level-only"},
                                                          {TightReason::utilisation_only, "utilisation-only"},
                                                          {TightReason::either_way, "either-way"},
                                                          {TightReason::small, "small"}}};

/// P(shortage) by both rules, and the median gap by the utilisation rule.
struct Outcome {
    double p_utilisation = 0.0;
    double p_service_level = 0.0;
    double gap = 0.0; ///< capacity − need, beds

    double p(Rule rule) const { return rule == Rule::utilisation ? p_utilisation : p_service_level; }
};

struct Judgement {
    VerdictWord word = VerdictWord::tight;
    std::optional<TightReason> reason; ///< where it is tight
};

/// The word for a level that is known.
Judgement judge(const Outcome& outcome);
/// The word for a level that lies between two ends: depends where they differ.
Judgement judge(const Outcome& mild, const Outcome& severe);

/// A cell's outcome where its level is known, or at both ends of the range that the verdict is given on.
struct Bounds {
    Outcome mild, severe;
    RangeKind range = RangeKind::logical;
};

/// The base level at which P(shortage) passes .5, by each rule, whether the range holds it or not.
struct Tips {
    BaseUnit unit = BaseUnit::occupied_beds;
    std::optional<double> utilisation, service_level; ///< none: at no level
};

/// A region's beds of a service as one place, by one rule.
struct OnePlace {
    double need = 0.0; ///< beds, median
    double p = 0.0;    ///< P(shortage)
};

/// What a region's service comes to if patients move to where there is room, as its stated transfers have it: the beds of all
/// trusts are one place. At both ends of what its trusts' levels may be; alike where they are known.
struct Together {
    double capacity = 0.0; ///< staffed beds, mean over the year
    OnePlace utilisation[2], service_level[2];

    const OnePlace& by(Rule rule, bool severe) const {
        return (rule == Rule::utilisation ? utilisation : service_level)[severe ? 1 : 0];
    }
};

struct Verdict {
    std::size_t cell = 0; ///< index into the study's need
    int year = 0;
    Judgement judged;
    std::optional<Outcome> known;
    std::optional<Bounds> bounds; ///< where the level isn't known; at a region of its P alone
    std::optional<Tips> tips;
    /// Places that are enough, at the mild and the severe end; alike where the level is known, none at a region.
    std::optional<EnoughPlaces> enough_mild, enough_severe;
    /// A region's beds as one place, where its trusts have stated transfers.
    std::optional<Together> together;
    std::vector<std::string> depends_on; ///< addresses, widest first; at a region ids of the trusts that decide
};

} // namespace framsyn::study
