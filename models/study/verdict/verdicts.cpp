#include "models/study/verdict/verdicts.hpp"

#include "models/study/answers/quantiles.hpp"
#include "models/study/verdict/capacity_limit.hpp"
#include "models/study/verdict/level_draws.hpp"

#include <algorithm>
#include <cmath>
#include <memory>

namespace framsyn::study {
namespace {

constexpr std::size_t rules_in_all = 2;
constexpr Rule all_rules[rules_in_all] = {Rule::utilisation, Rule::service_level};

/// For every draw the share of the year in which beds are short: [rule][draw]; and the median gap.
struct Shortages {
    std::vector<double> of_rule[rules_in_all];
    double gap = 0.0;

    Outcome outcome() const { return {mean_of(of_rule[0]), mean_of(of_rule[1]), gap}; }
    void worst_with(const Shortages& other) {
        for (std::size_t r = 0; r < rules_in_all; ++r) {
            std::vector<double>& mine = of_rule[r];
            if (mine.empty()) mine.resize(other.of_rule[r].size(), 0.0);
            for (std::size_t k = 0; k < mine.size(); ++k) mine[k] = std::max(mine[k], other.of_rule[r][k]);
        }
    }
};

double short_share(const std::vector<DaysForATime>& limits, double days) {
    double share = 0.0;
    for (const DaysForATime& limit : limits) {
        if (days > limit.bed_days) share += limit.share;
    }
    return share;
}

/// A cell and year, judged on what each draw needs there.
struct OfYear {
    Verdict verdict;
    Shortages mild, severe; ///< the same where the level is known
};

class OneCell {
  public:
    OneCell(const Judged& judged, std::size_t cell) : judged_(judged), cell_(judged.need[cell].cell), index_(cell) {}
    virtual ~OneCell() = default;
    virtual OfYear at(std::size_t t) const = 0;

  protected:
    int year(std::size_t t) const { return judged_.scenario.base_year + static_cast<int>(t); }
    double capacity(std::size_t t) const { return *mean_capacity(judged_.plan, cell_, year(t)); }
    std::size_t draws() const { return judged_.draws.block.count; }

    const Judged& judged_;
    const Cell& cell_;
    std::size_t index_;
};

/// Shares of the year in which a need in beds is more than there is.
Shortages shortages_of(const Judged& judged, const Cell& cell, std::size_t t, std::vector<double> at_utilisation,
                       const std::vector<double>& at_service_level) {
    const int year = judged.scenario.base_year + static_cast<int>(t);
    const double capacity = *mean_capacity(judged.plan, cell, year);
    std::vector<BedsForATime> through = capacity_through(judged.scenario, judged.plan, cell, year);
    if (through.size() == 1) through.front().beds = capacity;
    Shortages found;
    for (const double beds : at_utilisation) found.of_rule[0].push_back(beds > capacity ? 1.0 : 0.0);
    for (const double beds : at_service_level) {
        double share = 0.0;
        for (const BedsForATime& time : through) share += beds > time.beds ? time.share : 0.0;
        found.of_rule[1].push_back(share);
    }
    found.gap = capacity - SortedSample(std::move(at_utilisation)).median();
    return found;
}

class KnownCell : public OneCell {
  public:
    using OneCell::OneCell;
    OfYear at(std::size_t t) const override {
        const CellNeed& need = judged_.need[index_];
        OfYear found;
        found.mild = found.severe = shortages_of(judged_, cell_, t, need.beds_at_utilisation.draws_of(t),
                                                 need.beds_at_service_level.draws_of(t));
        found.verdict = {index_, year(t), {}, found.mild.outcome(), {}, {}, {}};
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
    of.verdict = {cell, year, judge(bounds.mild, bounds.severe), {}, bounds, std::move(tips), std::move(depends_on)};
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
        return open_year(index_, year(t), std::move(found), tips, level_.inputs);
    }

  private:
    double days(std::size_t t, std::size_t at, const BaseEnd& end) const {
        if (level_.unit == BaseUnit::beds) return level_draws_.days(t, at);
        return end.flow_levels.empty() ? level_draws_.days_at(t, at, end.amount)
                                       : level_draws_.days_at_levels(t, at, end.flow_levels);
    }

    Shortages at_end(std::size_t t, const BaseEnd& end) const {
        const double more = level_.unit == BaseUnit::beds ? end.amount - level_.assumed : 0.0;
        Shortages found;
        std::vector<double> all;
        for (std::size_t k = 0; k < draws(); ++k) all.push_back(days(t, k, end));
        for (std::size_t r = 0; r < rules_in_all; ++r) {
            if (std::isinf(more)) {
                found.of_rule[r].assign(draws(), 0.0);
                continue;
            }
            const auto limits =
                days_that_fit(judged_.scenario, judged_.plan, judged_.rules, cell_, t, all_rules[r], more);
            for (const double days : all) found.of_rule[r].push_back(short_share(limits, days));
        }
        const double median = SortedSample(std::move(all)).median();
        const BedNeed beds = judged_.rules.beds(cell_.trust, cell_.service.services.front(), t, median);
        found.gap = capacity(t) + more - beds.at_utilisation;
        return found;
    }

    std::optional<double> tip(std::size_t t, Rule rule) const {
        return level_.unit == BaseUnit::beds ? tip_in_places(t, rule) : tip_in_days(t, rule);
    }

    /// P rises by a share of the year where the level passes what a draw needs to fill the beds in that share.
    std::optional<double> tip_in_days(std::size_t t, Rule rule) const {
        std::vector<std::pair<double, double>> steps; // level, rise of P
        const auto limits = days_that_fit(judged_.scenario, judged_.plan, judged_.rules, cell_, t, rule);
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
        const auto service = cell_.service.services.front();
        std::vector<BedsForATime> through = capacity_through(judged_.scenario, judged_.plan, cell_, year(t));
        if (rule == Rule::utilisation || through.size() == 1) through = {{1.0, capacity(t)}};
        for (std::size_t k = 0; k < draws(); ++k) {
            const BedNeed need = judged_.rules.beds(cell_.trust, service, t, level_draws_.days(t, k));
            const double beds = rule == Rule::utilisation ? need.at_utilisation : need.at_service_level;
            for (const BedsForATime& time : through)
                steps.emplace_back(beds - (time.beds - level_.assumed), time.share / static_cast<double>(draws()));
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

/// A part of an open group: at its ends where its level is open, as it is where it is known.
struct Part {
    ServiceId service;
    std::optional<BaseLevel> level;
    const LevelDraws* draws = nullptr;
    const CellNeed* need = nullptr;
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
        return open_year(index_, year(t), std::move(found), std::nullopt, std::move(inputs));
    }

  private:
    Shortages at_ends(std::size_t t, RangeKind kind, bool severe) const {
        std::vector<double> at_utilisation(draws(), 0.0), at_service_level(draws(), 0.0);
        double more = 0.0;
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
            for (std::size_t k = 0; k < draws(); ++k) {
                const double days = !end                       ? part.need->bed_days.at(t, k)
                                    : end->flow_levels.empty() ? part.draws->days_at(t, k, end->amount)
                                                               : part.draws->days_at_levels(t, k, end->flow_levels);
                if (!(days > 0.0)) continue;
                const BedNeed beds = judged_.rules.beds(cell_.trust, part.service, t, days);
                at_utilisation[k] += beds.at_utilisation;
                at_service_level[k] += beds.at_service_level;
            }
        }
        for (std::size_t k = 0; k < draws(); ++k) {
            at_utilisation[k] -= more;
            at_service_level[k] -= more;
        }
        return shortages_of(judged_, cell_, t, std::move(at_utilisation), at_service_level);
    }

    std::vector<Part> parts_;
};

// ---- Region

void add_region(OfYear& region, const std::vector<const OfYear*>& trusts, const Scenario& scenario,
                const std::vector<CellNeed>& need) {
    bool is_open = false;
    std::size_t words[4] = {0, 0, 0, 0};
    for (const OfYear* trust : trusts) {
        region.mild.worst_with(trust->mild);
        region.severe.worst_with(trust->severe);
        is_open = is_open || trust->verdict.bounds.has_value();
        ++words[static_cast<std::size_t>(trust->verdict.judged.word)];
    }
    const auto count = [&](VerdictWord word) { return words[static_cast<std::size_t>(word)]; };
    Judgement& judged = region.verdict.judged;
    const Outcome mild = region.mild.outcome();
    const Outcome severe = region.severe.outcome();
    if (count(VerdictWord::short_of_beds) > 0)
        judged = {VerdictWord::short_of_beds, std::nullopt};
    else if (count(VerdictWord::enough) == trusts.size())
        judged = {VerdictWord::enough, std::nullopt};
    else if (count(VerdictWord::depends) > 0)
        judged = {VerdictWord::depends, std::nullopt};
    else {
        judged = {VerdictWord::tight, TightReason::either_way};
        const OfYear* only = nullptr;
        for (const OfYear* trust : trusts) {
            if (trust->verdict.judged.word != VerdictWord::tight) continue;
            if (only && only->verdict.judged.reason != trust->verdict.judged.reason)
                only = nullptr;
            else
                only = trust;
        }
        if (only && count(VerdictWord::tight) == 1) judged.reason = only->verdict.judged.reason;
    }
    if (is_open)
        region.verdict.bounds = Bounds{mild, severe, RangeKind::logical};
    else
        region.verdict.known = mild;
    for (const OfYear* trust : trusts) {
        if (trust->verdict.judged.word == judged.word && judged.word != VerdictWord::enough)
            region.verdict.depends_on.push_back(scenario.id_of(need[trust->verdict.cell].cell.trust));
    }
}

bool is_single(const Cell& cell) {
    return cell.trust.is_trust() && cell.service.services.size() == 1;
}

/// Which cells are judged over a range, with what their single parts need of each draw.
class Levels {
  public:
    Levels(const Judged& judged, const Runner& run) : judged_(judged) {
        std::vector<Cell> cells;
        for (const CellNeed& need : judged.need) {
            if (!is_single(need.cell)) continue;
            std::optional<BaseLevel> level = base_level(judged.scenario, need.cell.trust.trust(),
                                                        need.cell.service.services.front(), judged.occupied);
            if (!level) continue;
            cells.push_back(need.cell);
            levels_.push_back(std::move(*level));
        }
        draws_ = level_draws(judged.scenario, judged.draws, cells, run);
        cells_ = std::move(cells);
    }

    std::unique_ptr<OneCell> cell(std::size_t c) const {
        const Cell& cell = judged_.need[c].cell;
        if (is_single(cell)) {
            const std::size_t at = find(cell.trust, cell.service.services.front());
            if (at == levels_.size()) return std::make_unique<KnownCell>(judged_, c);
            return std::make_unique<OpenCell>(judged_, c, levels_[at], draws_[at]);
        }
        if (!has_open_level(judged_.scenario, cell)) return std::make_unique<KnownCell>(judged_, c);
        std::vector<Part> parts;
        for (const ServiceId service : cell.service.services) {
            Part part{service, {}, nullptr, need_of(cell.trust, service)};
            if (const std::size_t at = find(cell.trust, service); at < levels_.size()) {
                part.level = levels_[at];
                part.draws = &draws_[at];
            }
            parts.push_back(std::move(part));
        }
        return std::make_unique<OpenGroup>(judged_, c, std::move(parts));
    }

  private:
    std::size_t find(WhichTrust trust, ServiceId service) const {
        std::size_t at = 0;
        while (at < cells_.size() && (cells_[at].trust != trust || cells_[at].service.services.front() != service))
            ++at;
        return at;
    }
    const CellNeed* need_of(WhichTrust trust, ServiceId service) const {
        for (const CellNeed& need : judged_.need) {
            if (is_single(need.cell) && need.cell.trust == trust && need.cell.service.services.front() == service)
                return &need;
        }
        return nullptr;
    }

    const Judged& judged_;
    std::vector<Cell> cells_;
    std::vector<BaseLevel> levels_;
    std::vector<LevelDraws> draws_;
};

} // namespace

std::vector<Verdict> verdicts(const Judged& judged, const Runner& run) {
    const std::size_t years = judged.scenario.years();
    const Levels levels(judged, run);
    std::vector<std::vector<OfYear>> found(judged.need.size());
    run(Stage::cells, {0, found.size()}, [&](std::size_t c) {
        const Cell& cell = judged.need[c].cell;
        if (!cell.trust.is_trust() || !mean_capacity(judged.plan, cell, judged.scenario.base_year)) return;
        const std::unique_ptr<OneCell> one = levels.cell(c);
        for (std::size_t t = 0; t < years; ++t) found[c].push_back(one->at(t));
    });
    std::vector<Verdict> all;
    for (std::size_t c = 0; c < found.size(); ++c) {
        const Cell& cell = judged.need[c].cell;
        if (cell.trust.is_region() && mean_capacity(judged.plan, cell, judged.scenario.base_year)) {
            for (std::size_t t = 0; t < years; ++t) {
                std::vector<const OfYear*> trusts;
                for (std::size_t o = 0; o < found.size(); ++o) {
                    const Cell& other = judged.need[o].cell;
                    if (!found[o].empty() && other.trust.is_trust() && other.service.id == cell.service.id)
                        trusts.push_back(&found[o][t]);
                }
                OfYear region;
                region.verdict.cell = c;
                region.verdict.year = judged.scenario.base_year + static_cast<int>(t);
                if (!trusts.empty()) add_region(region, trusts, judged.scenario, judged.need);
                all.push_back(std::move(region.verdict));
            }
        }
        for (OfYear& year : found[c]) all.push_back(std::move(year.verdict));
    }
    return all;
}

} // namespace framsyn::study
