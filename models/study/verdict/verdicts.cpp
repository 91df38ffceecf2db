#include "models/study/verdict/verdicts.hpp"

#include "models/study/verdict/judged_cell.hpp"
#include "models/study/verdict/seen_split.hpp"
#include "models/study/verdict/together.hpp"

#include <memory>

namespace framsyn::study {
namespace {

/// Where no trust is short but some depend: tight where one is tight all the same and none may be short, for then the region
/// is tight at both ends; else it depends.
Judgement where_some_depend(const std::vector<const OfYear*>& trusts) {
    bool one_is_tight = false;
    bool may_be_short = false;
    for (const OfYear* trust : trusts) {
        one_is_tight = one_is_tight || trust->verdict.judged.word == VerdictWord::tight;
        may_be_short = may_be_short || judge(trust->severe.outcome()).word == VerdictWord::short_of_beds;
    }
    if (one_is_tight && !may_be_short) return {VerdictWord::tight, TightReason::either_way};
    return {VerdictWord::depends, std::nullopt};
}

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
        judged = where_some_depend(trusts);
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
            if (at == levels_.size()) return known_cell(judged_, c);
            return open_cell(judged_, c, levels_[at], draws_[at]);
        }
        if (!has_open_level(judged_.scenario, cell)) return known_cell(judged_, c);
        std::vector<Part> parts;
        for (const ServiceId service : cell.service.services) {
            Part part{service, {}, nullptr, need_of(cell.trust, service)};
            if (const std::size_t at = find(cell.trust, service); at < levels_.size()) {
                part.level = levels_[at];
                part.draws = &draws_[at];
            }
            parts.push_back(std::move(part));
        }
        return open_group(judged_, c, std::move(parts));
    }

    /// Bed days of every trust in every draw where the levels of all of them are at an end, [trust][draw]. By rates the ends
    /// can't all be true at once: together they are no more, or no less, than the region's.
    std::vector<std::vector<double>> days_at_ends(ServiceId service, std::size_t t, bool severe) const {
        const Scenario& scenario = judged_.scenario;
        const double times = times_of_region(service, severe);
        std::vector<std::vector<double>> all(scenario.trusts.size());
        for (std::size_t h = 0; h < all.size(); ++h) {
            const CellNeed* need = need_of(TrustId(h), service);
            if (!need) continue;
            const std::size_t at = find(TrustId(h), service);
            const BaseEnd* end = at < levels_.size() ? end_of(levels_[at], severe) : nullptr;
            for (std::size_t k = 0; k < judged_.draws.block.count; ++k) {
                if (!end)
                    all[h].push_back(need->bed_days.at(t, k));
                else if (end->flow_levels.empty())
                    all[h].push_back(draws_[at].days_at(t, k, end->amount));
                else
                    all[h].push_back(draws_[at].days_at(t, k, times * end->amount));
            }
        }
        return all;
    }
    bool is_open(ServiceId service) const {
        return std::any_of(cells_.begin(), cells_.end(),
                           [&](const Cell& cell) { return cell.service.services.front() == service; });
    }

  private:
    /// The end of the narrowest range, if that is in occupied beds.
    static const BaseEnd* end_of(const BaseLevel& level, bool severe) {
        if (level.unit == BaseUnit::beds) return nullptr;
        return severe ? &level.ranges.back().severe : &level.ranges.back().mild;
    }
    double times_of_region(ServiceId service, bool severe) const {
        double ends = 0.0;
        for (std::size_t c = 0; c < cells_.size(); ++c) {
            const BaseEnd* end = end_of(levels_[c], severe);
            if (cells_[c].service.services.front() == service && end && !end->flow_levels.empty()) ends += end->amount;
        }
        if (!(ends > 0.0)) return 1.0;
        const OccupiedInAll all = occupied_in_all(judged_.scenario, service, judged_.occupied);
        return severe ? std::min(1.0, all.most / ends) : std::max(1.0, all.least / ends);
    }

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

std::optional<ServiceId> service_with_transfers(const Scenario& scenario, const Cell& cell) {
    if (cell.service.services.size() != 1 || !has_transfers(scenario, cell.service.services.front())) return {};
    return cell.service.services.front();
}

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
            const std::optional<ServiceId> shared = service_with_transfers(judged.scenario, cell);
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
                if (shared) {
                    const auto mild = levels.days_at_ends(*shared, t, false);
                    region.verdict.together = together(
                        judged, cell, t, mild, levels.is_open(*shared) ? levels.days_at_ends(*shared, t, true) : mild);
                }
                all.push_back(std::move(region.verdict));
            }
        }
        for (OfYear& year : found[c]) all.push_back(std::move(year.verdict));
    }
    return all;
}

} // namespace framsyn::study
