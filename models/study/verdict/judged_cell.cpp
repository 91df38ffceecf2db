#include "models/study/verdict/judged_cell.hpp"

#include "models/study/answers/quantiles.hpp"
#include "models/study/verdict/capacity_limit.hpp"

#include <algorithm>
#include <cmath>

namespace framsyn::study {
namespace {

class KnownCell : public OneCell {
  public:
    using OneCell::OneCell;
    OfYear at(std::size_t t) const override {
        OfYear found;
        found.mild = found.severe = shortages_of_need(judged(), index(), t);
        found.verdict = {index(),           year(t), {}, found.mild.outcome(), {}, {}, found.mild.enough,
                         found.mild.enough, {},      {}};
        found.verdict.judged = judge(*found.verdict.known);
        return found;
    }
};

/// The range that a verdict is given on, and what is found at its ends.
struct AtRange {
    RangeKind kind = RangeKind::logical;
    Shortages mild, severe;
};

/// The first range that gives one word wherever the level lies in it, if that is the logical one; else what was seen, else
/// what the scenario states.
template <class Evaluate>
AtRange chosen_range(const std::vector<RangeKind>& kinds, const Evaluate& evaluate) {
    AtRange logical;
    for (const RangeKind kind : kinds) {
        AtRange found = evaluate(kind);
        if (kind != RangeKind::logical) return found;
        logical = std::move(found);
        if (judge(logical.mild.outcome(), logical.severe.outcome()).word != VerdictWord::depends) return logical;
    }
    return logical;
}

OfYear open_year(std::size_t cell, int year, AtRange found, std::optional<Tips> tips,
                 std::vector<std::string> depends_on) {
    OfYear of;
    Bounds bounds{found.mild.outcome(), found.severe.outcome(), found.kind};
    of.verdict = {cell,
                  year,
                  judge(bounds.mild, bounds.severe),
                  {},
                  bounds,
                  tips,
                  found.mild.enough,
                  found.severe.enough,
                  {},
                  std::move(depends_on)};
    of.mild = std::move(found.mild);
    of.severe = std::move(found.severe);
    return of;
}

std::vector<RangeKind> kinds_of(const BaseLevel& level) {
    std::vector<RangeKind> kinds;
    for (const BaseRange& range : level.ranges) kinds.push_back(range.kind);
    return kinds;
}

const BaseRange& range_of(const BaseLevel& level, RangeKind kind) {
    const auto found = std::find_if(level.ranges.begin(), level.ranges.end(),
                                    [&](const BaseRange& range) { return range.kind == kind; });
    // A part that has no such range is held to its logical one, the first.
    return found == level.ranges.end() ? level.ranges.front() : *found;
}

/// One service of a trust, whose level isn't known.
class OpenCell : public OneCell {
  public:
    OpenCell(const Judged& judged, std::size_t cell, BaseLevel level, const LevelDraws& draws)
        : OneCell(judged, cell), level_(std::move(level)), level_draws_(draws) {}

    OfYear at(std::size_t t) const override {
        AtRange found = chosen_range(kinds_of(level_), [&](RangeKind kind) {
            const BaseRange& range = range_of(level_, kind);
            return AtRange{kind, at_end(t, range.mild), at_end(t, range.severe)};
        });
        Tips tips{level_.unit, tip(t, Rule::utilisation), tip(t, Rule::service_level)};
        return open_year(index(), year(t), std::move(found), tips, level_.inputs);
    }

  private:
    double days(std::size_t t, std::size_t at, const BaseEnd& end) const {
        if (level_.unit == BaseUnit::beds) return level_draws_.days(t, at);
        return end.flow_levels.empty() ? level_draws_.days_at(t, at, end.amount)
                                       : level_draws_.days_at_levels(t, at, end.flow_levels);
    }

    Shortages at_end(std::size_t t, const BaseEnd& end) const {
        const double more = level_.unit == BaseUnit::beds ? end.amount - level_.assumed : 0.0;
        std::vector<double> all;
        for (std::size_t k = 0; k < draws(); ++k) all.push_back(days(t, k, end));
        return shortages_of_service(judged(), cell(), t, std::move(all), more);
    }

    std::optional<double> tip(std::size_t t, Rule rule) const {
        return level_.unit == BaseUnit::beds ? tip_in_places(t, rule) : tip_in_days(t, rule);
    }

    /// P rises by a share of the year where the level passes what a draw needs to fill the beds in that share.
    std::optional<double> tip_in_days(std::size_t t, Rule rule) const {
        std::vector<std::pair<double, double>> steps; // level, rise of P
        const auto limits = days_that_fit(judged().scenario, judged().plan, judged().rules, cell(), t, rule);
        for (std::size_t k = 0; k < draws(); ++k) {
            for (const DaysForATime& limit : limits)
                steps.emplace_back(std::max(0.0, level_draws_.occupied_beds_for(t, k, limit.bed_days)),
                                   limit.share / static_cast<double>(draws()));
        }
        std::sort(steps.begin(), steps.end());
        double p = 0.0;
        for (const auto& [level, rise] : steps) {
            p += rise;
            if (p > thresholds::likely + 1e-12) return std::isinf(level) ? std::nullopt : std::optional(level);
        }
        return std::nullopt;
    }

    /// With fewer places P rises: the most places with which it is above .5 still.
    std::optional<double> tip_in_places(std::size_t t, Rule rule) const {
        std::vector<std::pair<double, double>> steps; // places, rise of P
        const auto service = cell().service.services.front();
        std::vector<BedsForATime> through = parts_of_year(judged(), cell(), t);
        if (rule == Rule::utilisation) through = {{Date{year(t), 1, 1}, 1.0, capacity(t)}};
        for (std::size_t k = 0; k < draws(); ++k) {
            const double days = level_draws_.days(t, k);
            const BedNeed need = judged().rules.beds(cell().trust, service, t, days);
            for (const BedsForATime& time : through) {
                const double beds = rule == Rule::utilisation ? need.at_utilisation
                                    : through.size() == 1
                                        ? need.at_service_level
                                        : judged().rules.at_service_level_on(time.from, cell().trust, service, t, days);
                steps.emplace_back(beds - (time.beds - level_.assumed), time.share / static_cast<double>(draws()));
            }
        }
        std::sort(steps.rbegin(), steps.rend());
        double p = 0.0;
        for (const auto& [places, rise] : steps) {
            p += rise;
            if (p > thresholds::likely + 1e-12) return std::max(0.0, places);
        }
        return std::nullopt;
    }

    BaseLevel level_;
    const LevelDraws& level_draws_;
};

/// A group whose own sum isn't counted: every part at its mild, or at its severe end.
class OpenGroup : public OneCell {
  public:
    OpenGroup(const Judged& judged, std::size_t cell, std::vector<Part> parts)
        : OneCell(judged, cell), parts_(std::move(parts)) {}

    OfYear at(std::size_t t) const override {
        std::vector<RangeKind> kinds;
        std::vector<std::string> inputs;
        for (const Part& part : parts_) {
            if (!part.level) continue;
            const std::vector<RangeKind> own = kinds_of(*part.level);
            if (own.size() > kinds.size()) kinds = own;
            inputs.insert(inputs.end(), part.level->inputs.begin(), part.level->inputs.end());
        }
        AtRange found = chosen_range(
            kinds, [&](RangeKind kind) { return AtRange{kind, at_ends(t, kind, false), at_ends(t, kind, true)}; });
        return open_year(index(), year(t), std::move(found), std::nullopt, std::move(inputs));
    }

  private:
    /// Bed days of each part in every draw with its level at an end, and the places that are more than planned there.
    std::vector<std::vector<double>> days_at(std::size_t t, RangeKind kind, bool severe, double& more) const {
        std::vector<std::vector<double>> days;
        for (const Part& part : parts_) {
            const BaseEnd* end = nullptr;
            if (part.level) {
                const BaseRange& range = range_of(*part.level, kind);
                end = severe ? &range.severe : &range.mild;
                if (part.level->unit == BaseUnit::beds) {
                    more += end->amount - part.level->assumed;
                    end = nullptr;
                }
            }
            std::vector<double>& own = days.emplace_back();
            for (std::size_t k = 0; k < draws(); ++k)
                own.push_back(!end                       ? part.need->bed_days.at(t, k)
                              : end->flow_levels.empty() ? part.draws->days_at(t, k, end->amount)
                                                         : part.draws->days_at_levels(t, k, end->flow_levels));
        }
        return days;
    }

    Shortages at_ends(std::size_t t, RangeKind kind, bool severe) const {
        double more = 0.0;
        const std::vector<std::vector<double>> days = days_at(t, kind, severe, more);
        return shortages_of_services(judged(), cell(), t, days, more);
    }

    std::vector<Part> parts_;
};

} // namespace

std::unique_ptr<OneCell> known_cell(const Judged& judged, std::size_t cell) {
    return std::make_unique<KnownCell>(judged, cell);
}

std::unique_ptr<OneCell> open_cell(const Judged& judged, std::size_t cell, BaseLevel level, const LevelDraws& draws) {
    return std::make_unique<OpenCell>(judged, cell, std::move(level), draws);
}

std::unique_ptr<OneCell> open_group(const Judged& judged, std::size_t cell, std::vector<Part> parts) {
    return std::make_unique<OpenGroup>(judged, cell, std::move(parts));
}

} // namespace framsyn::study
