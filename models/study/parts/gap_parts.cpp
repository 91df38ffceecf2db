#include "models/study/parts/gap_parts.hpp"

#include "models/study/parts/occupied_beds.hpp"
#include "models/study/parts/shapley.hpp"
#include "models/study/scenario/counted_use.hpp"
#include "models/study/scenario/evidence.hpp"
#include "models/study/scenario/planned_beds.hpp"
#include "models/study/verdict/base_level.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace framsyn::study {
namespace {

/// The players that do anything at a slot: the others get nothing, and sets that differ in them alone have the same value.
struct Game {
    std::vector<std::size_t> players; ///< of all players
    std::vector<std::size_t> sets;    ///< of all players, those without the others
    Shapley shapley;

    template <class Plays>
    Game(const std::vector<Cause>& all, const Plays& plays) : players(those(all, plays)), shapley(players.size()) {
        for (std::size_t own = 0; own < std::size_t{1} << players.size(); ++own) {
            std::size_t set = 0;
            for (std::size_t i = 0; i < players.size(); ++i) set |= (own >> i & 1) << players[i];
            sets.push_back(set);
        }
    }

    /// Where a set of all players stands among `sets`.
    std::size_t index_of(std::size_t set) const {
        std::size_t own = 0;
        for (std::size_t i = 0; i < players.size(); ++i) own |= (set >> players[i] & 1) << i;
        return own;
    }

  private:
    template <class Plays>
    static std::vector<std::size_t> those(const std::vector<Cause>& all, const Plays& plays) {
        std::vector<std::size_t> who;
        for (std::size_t p = 0; p < all.size(); ++p) {
            if (plays(all[p])) who.push_back(p);
        }
        return who;
    }
};

/// What each cause does to the occupied beds of each place and service: [slot][cause], by year and draw.
class Shares {
  public:
    Shares(const Whole& whole, const Runner& run)
        : scenario_(whole.scenario), causes_(causes_of(whole.scenario)), players_(joined(causes_)),
          on_patients_(std::any_of(players_.begin(), players_.end(),
                                   [](const Cause& player) { return player.of == Cause::Of::action; })) {
        for (std::size_t set = 0; set < std::size_t{1} << players_.size(); ++set)
            sets_.emplace_back(scenario_, players_, set);
        const std::size_t slots = (scenario_.trusts.size() + 1) * scenario_.services.size();
        wanted_.resize(slots, 0);
        for (const CellNeed& need : whole.need) {
            if (!need.cell.trust.is_trust()) continue;
            for (const ServiceId service : need.cell.service.services) wanted_[slot(need.cell.trust, service)] = 1;
        }
        shares_.resize(slots);
        steps_.resize(slots);
        for (std::size_t s = 0; s < slots; ++s) {
            if (wanted_[s] == 0) continue;
            const Series empty(scenario_.years(), whole.draws.block.count);
            shares_[s].assign(causes_.size(), empty);
        }
        const PeopleSplit people = split_people(scenario_, whole.draws.block, run);
        const OccupiedBeds beds(scenario_, whole.draws, people);
        games_.resize(slots);
        same_step_.resize(slots);
        const Series empty(scenario_.years(), whole.draws.block.count);
        for (std::size_t s = 0; s < slots; ++s) {
            if (wanted_[s] == 0) continue;
            games_[s].emplace(players_, [&](const Cause& player) { return on_patients_ || beds.concerns(player, s); });
            // A step that adds no player here is the one before it, kept once.
            const std::vector<std::size_t> steps = step_sets();
            for (std::size_t step = 0; step < steps.size(); ++step) {
                const bool is_new =
                    step == 0 || games_[s]->index_of(steps[step]) != games_[s]->index_of(steps[step - 1]);
                if (is_new) steps_[s].push_back(empty);
                same_step_[s].push_back(steps_[s].size() - 1);
            }
        }
        run(Stage::beds, whole.draws.block, [&](std::size_t number) {
            add_draw(OccupiedBeds::OfDraw(beds, number), number - whole.draws.block.first);
        });
    }

    const std::vector<Cause>& causes() const { return causes_; }
    const Series& of(WhichTrust trust, ServiceId service, std::size_t cause) const {
        return shares_[slot(trust, service)][cause];
    }

    /// Occupied beds after people, factors, stocks and actions: index 0–3.
    const Series& after(std::size_t step, WhichTrust trust, ServiceId service) const {
        const std::size_t s = slot(trust, service);
        return steps_[s][same_step_[s][step]];
    }

  private:
    /// The set of players of each step, with those of the steps before it.
    std::vector<std::size_t> step_sets() const {
        std::vector<std::size_t> sets(4, 0);
        for (std::size_t p = 0; p < players_.size(); ++p) {
            using Of = Cause::Of;
            const Of of = players_[p].of;
            const std::size_t first = of == Of::factor ? 1u : of == Of::stock ? 2u : of == Of::action ? 3u : 0u;
            for (std::size_t step = first; step < sets.size(); ++step) sets[step] |= std::size_t{1} << p;
        }
        return sets;
    }

    std::size_t slot(WhichTrust trust, ServiceId service) const {
        return trust.slot(scenario_.trusts.size()) * scenario_.services.size() + service.index();
    }

    void add_draw(OccupiedBeds::OfDraw draw, std::size_t at) {
        const std::vector<std::size_t> steps = step_sets();
        for (std::size_t t = 0; t < scenario_.years(); ++t) {
            draw.turn_to(t);
            std::vector<std::vector<double>> beds;
            if (on_patients_) {
                for (const AtWork& set : sets_) beds.push_back(draw.beds(set));
            }
            for (std::size_t s = 0; s < wanted_.size(); ++s) {
                if (wanted_[s] == 0) continue;
                const Game& game = *games_[s];
                std::vector<double> value;
                for (const std::size_t set : game.sets)
                    value.push_back(on_patients_ ? beds[set][s] : draw.beds_at(s, sets_[set]));
                for (std::size_t step = 0; step < steps.size(); ++step)
                    steps_[s][same_step_[s][step]].at(t, at) = value[game.index_of(steps[step])];
                give(draw, s, t, at, game, value);
            }
        }
    }

    /// A joined player's share goes to its causes by what each does alone.
    void give(const OccupiedBeds::OfDraw& draw, std::size_t s, std::size_t t, std::size_t at, const Game& game,
              const std::vector<double>& value) {
        const std::vector<double> of_game = game.shapley.shares(value);
        const double none = value.front();
        std::vector<double> shares(players_.size(), 0.0);
        for (std::size_t i = 0; i < of_game.size(); ++i) shares[game.players[i]] = of_game[i];
        for (const std::size_t p : game.players) {
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
    bool on_patients_;                       ///< whether an action on patients is among the players
    std::vector<AtWork> sets_;               ///< every set of the players
    std::vector<std::optional<Game>> games_; ///< [slot], wanted ones
    std::vector<char> wanted_;
    std::vector<std::vector<Series>> shares_;         ///< [slot][cause]
    std::vector<std::vector<Series>> steps_;          ///< [slot][step that isn't the one before it]
    std::vector<std::vector<std::size_t>> same_step_; ///< [slot][step]: where it stands
};

/// The places and services that a cell is the sum of, as far as anybody is treated there.
template <class Visit>
void each_treated(const Whole& whole, const Cell& cell, const Visit& visit) {
    const std::size_t trusts = cell.trust.is_region() ? whole.scenario.trusts.size() : 1;
    for (std::size_t t = 0; t < trusts; ++t) {
        const WhichTrust trust = cell.trust.is_region() ? WhichTrust(TrustId(t)) : cell.trust;
        for (const ServiceId service : cell.service.services) {
            const bool has = std::any_of(whole.need.begin(), whole.need.end(), [&](const CellNeed& other) {
                return other.cell.trust == trust && need::contains(other.cell.service.services, service);
            });
            if (has) visit(trust, service);
        }
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
    CellParts cell{c, start_of_gaps(scenario)[need.cell.service.services.front().index()], {}, empty, empty};
    const bool guessed = starts_from_a_guess(scenario, whole.need, need.cell);
    GapPart start{"start", guessed ? PartKind::assumed : PartKind::counted, empty};
    GapPart places{"places", PartKind::plan, empty};
    const int start_year = scenario.base_year + static_cast<int>(cell.start);
    const double base = *mean_capacity(whole.plan, need.cell, start_year);
    const int start_days = days_in_year(start_year);
    for (std::size_t t = 0; t < years; ++t) {
        const int year = scenario.base_year + static_cast<int>(t);
        const double more = *mean_capacity(whole.plan, need.cell, year) - base;
        for (std::size_t k = 0; k < draws; ++k) {
            const double occupied = need.bed_days.at(t, k) / days_in_year(year);
            start.beds.at(t, k) = base - need.bed_days.at(cell.start, k) / start_days;
            places.beds.at(t, k) = more;
            cell.reserve_at_utilisation.at(t, k) = occupied - need.beds_at_utilisation.at(t, k);
            cell.reserve_at_service_level.at(t, k) = occupied - need.beds_at_service_level.at(t, k);
        }
    }
    cell.parts.push_back(std::move(start));
    cell.parts.push_back(std::move(places));
    for (std::size_t cause = 0; cause < shares.causes().size(); ++cause) {
        GapPart part{name_of(scenario, shares.causes()[cause]), kind_of(scenario, shares.causes()[cause]), empty};
        each_treated(whole, need.cell, [&](WhichTrust trust, ServiceId service) {
            const Series& share = shares.of(trust, service, cause);
            for (std::size_t t = 0; t < years; ++t) {
                for (std::size_t k = 0; k < draws; ++k) part.beds.at(t, k) -= share.at(t, k);
            }
        });
        const bool of_people = part.kind == PartKind::projected && shares.causes()[cause].of != Cause::Of::level;
        if (of_people || is_there(part.beds, years, draws)) cell.parts.push_back(std::move(part));
    }
    return cell;
}

CellSteps steps_of(const Whole& whole, const Shares& shares, std::size_t c) {
    const Scenario& scenario = whole.scenario;
    const Cell& cell = whole.need[c].cell;
    const std::size_t years = scenario.years(), draws = whole.draws.block.count;
    const Series empty(years, draws);
    CellSteps steps{c, empty, empty, empty, empty};
    Series* const of[] = {&steps.demography, &steps.factors, &steps.stocks, &steps.actions};
    each_treated(whole, cell, [&](WhichTrust trust, ServiceId service) {
        for (std::size_t step = 0; step < 4; ++step) {
            const Series& beds = shares.after(step, trust, service);
            for (std::size_t t = 0; t < years; ++t) {
                const int days = days_in_year(scenario.base_year + static_cast<int>(t));
                for (std::size_t k = 0; k < draws; ++k) of[step]->at(t, k) += beds.at(t, k) * days;
            }
        }
    });
    return steps;
}

} // namespace

Apart taken_apart(const Whole& whole, const Runner& run) {
    const Shares shares(whole, run);
    std::vector<std::vector<CellParts>> parts(whole.need.size());
    std::vector<std::vector<CellSteps>> steps(whole.need.size());
    run(Stage::cells, {0, parts.size()}, [&](std::size_t c) {
        const Cell& cell = whole.need[c].cell;
        if (cell.trust.is_outside()) return;
        steps[c].push_back(steps_of(whole, shares, c));
        if (mean_capacity(whole.plan, cell, whole.scenario.base_year)) parts[c].push_back(parts_of(whole, shares, c));
    });
    Apart all;
    for (std::size_t c = 0; c < parts.size(); ++c) {
        for (CellParts& one : parts[c]) all.parts.push_back(std::move(one));
        for (CellSteps& one : steps[c]) all.steps.push_back(std::move(one));
    }
    return all;
}

} // namespace framsyn::study
