#include "models/study/parts/gap_parts.hpp"

#include "models/study/parts/occupied_beds.hpp"
#include "models/study/parts/shapley.hpp"
#include "models/study/scenario/evidence.hpp"
#include "models/study/scenario/planned_beds.hpp"
#include "models/study/verdict/base_level.hpp"

#include <algorithm>
#include <cmath>

namespace framsyn::study {
namespace {

/// What each cause does to the occupied beds of each place and service: [slot][cause], by year and draw.
class Shares {
  public:
    Shares(const Whole& whole, const Runner& run)
        : scenario_(whole.scenario), causes_(causes_of(whole.scenario)), players_(joined(causes_)) {
        for (std::size_t set = 0; set < std::size_t{1} << players_.size(); ++set)
            sets_.emplace_back(scenario_, players_, set);
        const std::size_t slots = (scenario_.trusts.size() + 1) * scenario_.services.size();
        wanted_.resize(slots, 0);
        for (const CellNeed& need : whole.need) {
            if (!need.cell.trust.is_trust()) continue;
            for (const ServiceId service : need.cell.service.services) wanted_[slot(need.cell.trust, service)] = 1;
        }
        shares_.resize(slots);
        for (std::size_t s = 0; s < slots; ++s) {
            if (wanted_[s] != 0) shares_[s].assign(causes_.size(), Series(scenario_.years(), whole.draws.block.count));
        }
        const PeopleSplit people = split_people(scenario_, whole.draws.block, run);
        const OccupiedBeds beds(scenario_, whole.draws, people);
        run(Stage::beds, whole.draws.block, [&](std::size_t number) {
            add_draw(OccupiedBeds::OfDraw(beds, number), number - whole.draws.block.first);
        });
    }

    const std::vector<Cause>& causes() const { return causes_; }
    const Series& of(WhichTrust trust, ServiceId service, std::size_t cause) const {
        return shares_[slot(trust, service)][cause];
    }

  private:
    std::size_t slot(WhichTrust trust, ServiceId service) const {
        return trust.slot(scenario_.trusts.size()) * scenario_.services.size() + service.index();
    }

    void add_draw(OccupiedBeds::OfDraw draw, std::size_t at) {
        const std::size_t sets = sets_.size();
        for (std::size_t t = 1; t < scenario_.years(); ++t) {
            draw.turn_to(t);
            std::vector<std::vector<double>> beds;
            for (const AtWork& set : sets_) beds.push_back(draw.beds(set));
            for (std::size_t s = 0; s < wanted_.size(); ++s) {
                if (wanted_[s] == 0) continue;
                std::vector<double> value;
                for (std::size_t set = 0; set < sets; ++set) value.push_back(beds[set][s]);
                give(draw, s, t, at, shapley(players_.size(), value), value.front());
            }
        }
    }

    /// A joined player's share goes to its causes by what each does alone.
    void give(const OccupiedBeds::OfDraw& draw, std::size_t s, std::size_t t, std::size_t at,
              const std::vector<double>& shares, double none) {
        for (std::size_t p = 0; p < players_.size(); ++p) {
            if (players_[p].which.size() <= 1) {
                for (std::size_t c = 0; c < causes_.size(); ++c) {
                    if (causes_[c].of == players_[p].of && causes_[c].which == players_[p].which)
                        shares_[s][c].at(t, at) = shares[p];
                }
                continue;
            }
            std::vector<std::size_t> members;
            std::vector<double> alone;
            double sum = 0.0;
            for (std::size_t c = 0; c < causes_.size(); ++c) {
                if (causes_[c].of != players_[p].of) continue;
                members.push_back(c);
                alone.push_back(draw.beds(AtWork(scenario_, {causes_[c]}, 1))[s] - none);
                sum += std::abs(alone.back());
            }
            double left = shares[p];
            for (std::size_t m = 0; m < members.size(); ++m) {
                const double share =
                    sum > 0.0 ? shares[p] * std::abs(alone[m]) / sum : shares[p] / static_cast<double>(members.size());
                shares_[s][members[m]].at(t, at) = m + 1 < members.size() ? share : left;
                left -= share;
            }
        }
    }

    const Scenario& scenario_;
    std::vector<Cause> causes_, players_;
    std::vector<AtWork> sets_; ///< every set of the players
    std::vector<char> wanted_;
    std::vector<std::vector<Series>> shares_;
};

template <class Visit>
void each_part(const Scenario& scenario, const Cell& cell, const Visit& visit) {
    const std::size_t trusts = cell.trust.is_region() ? scenario.trusts.size() : 1;
    for (std::size_t t = 0; t < trusts; ++t) {
        const WhichTrust trust = cell.trust.is_region() ? WhichTrust(TrustId(t)) : cell.trust;
        for (const ServiceId service : cell.service.services) visit(trust, service);
    }
}

bool starts_from_a_guess(const Scenario& scenario, const std::vector<CellNeed>& need, const Cell& cell) {
    if (cell.trust.is_trust())
        return has_open_level(scenario, cell) || evidence_of(scenario, cell, scenario.base_year) >= Evidence::assumed;
    for (const CellNeed& other : need) {
        if (other.cell.trust.is_trust() && other.cell.service.id == cell.service.id &&
            starts_from_a_guess(scenario, need, other.cell))
            return true;
    }
    return false;
}

/// Whether a cause does anything in the cell.
bool is_there(const Series& series, std::size_t years, std::size_t draws) {
    for (std::size_t t = 0; t < years; ++t) {
        for (std::size_t k = 0; k < draws; ++k) {
            if (std::abs(series.at(t, k)) > 1e-12) return true;
        }
    }
    return false;
}

CellParts parts_of(const Whole& whole, const Shares& shares, std::size_t c) {
    const Scenario& scenario = whole.scenario;
    const CellNeed& need = whole.need[c];
    const std::size_t years = scenario.years(), draws = whole.draws.block.count;
    const Series empty(years, draws);
    CellParts cell{c, {}, empty, empty};
    const bool guessed = starts_from_a_guess(scenario, whole.need, need.cell);
    GapPart start{"start", guessed ? PartKind::assumed : PartKind::counted, empty};
    GapPart places{"places", PartKind::plan, empty};
    const double base = *mean_capacity(whole.plan, need.cell, scenario.base_year);
    const int base_days = days_in_year(scenario.base_year);
    for (std::size_t t = 0; t < years; ++t) {
        const int year = scenario.base_year + static_cast<int>(t);
        const double more = *mean_capacity(whole.plan, need.cell, year) - base;
        for (std::size_t k = 0; k < draws; ++k) {
            const double occupied = need.bed_days.at(t, k) / days_in_year(year);
            start.beds.at(t, k) = base - need.bed_days.at(0, k) / base_days;
            places.beds.at(t, k) = more;
            cell.reserve_at_utilisation.at(t, k) = occupied - need.beds_at_utilisation.at(t, k);
            cell.reserve_at_service_level.at(t, k) = occupied - need.beds_at_service_level.at(t, k);
        }
    }
    cell.parts.push_back(std::move(start));
    cell.parts.push_back(std::move(places));
    for (std::size_t cause = 0; cause < shares.causes().size(); ++cause) {
        GapPart part{name_of(scenario, shares.causes()[cause]), kind_of(scenario, shares.causes()[cause]), empty};
        each_part(scenario, need.cell, [&](WhichTrust trust, ServiceId service) {
            const bool has = std::any_of(whole.need.begin(), whole.need.end(), [&](const CellNeed& other) {
                return other.cell.trust == trust && need::contains(other.cell.service.services, service);
            });
            if (!has) return;
            const Series& share = shares.of(trust, service, cause);
            for (std::size_t t = 0; t < years; ++t) {
                for (std::size_t k = 0; k < draws; ++k) part.beds.at(t, k) -= share.at(t, k);
            }
        });
        const bool of_people = part.kind == PartKind::projected;
        if (of_people || is_there(part.beds, years, draws)) cell.parts.push_back(std::move(part));
    }
    return cell;
}

} // namespace

std::vector<CellParts> gap_parts(const Whole& whole, const Runner& run) {
    const Shares shares(whole, run);
    std::vector<std::vector<CellParts>> found(whole.need.size());
    run(Stage::cells, {0, found.size()}, [&](std::size_t c) {
        const Cell& cell = whole.need[c].cell;
        if (!cell.trust.is_outside() && mean_capacity(whole.plan, cell, whole.scenario.base_year))
            found[c].push_back(parts_of(whole, shares, c));
    });
    std::vector<CellParts> all;
    for (std::vector<CellParts>& one : found) {
        for (CellParts& parts : one) all.push_back(std::move(parts));
    }
    return all;
}

} // namespace framsyn::study
