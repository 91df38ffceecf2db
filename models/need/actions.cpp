#include "models/need/actions.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <utility>

namespace framsyn::need {
namespace {

double weight_of(const std::vector<Period>& periods, const Weight& weight) {
    double sum = 0.0;
    for (const Period& period : periods) sum += weight(period);
    return std::min(1.0, sum);
}

/// Moves in order of their first day; those of one day keep the order they have.
std::vector<std::size_t> by_first_day(const std::vector<PatientMove>& moves) {
    std::vector<std::size_t> order(moves.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return moves[a].when.front().from < moves[b].when.front().from;
    });
    return order;
}

/// Patients of one flow and one span of ages (or the rest), who are treated together.
struct Band {
    std::size_t ages = 0; ///< index of the span; as many as there are spans: the rest
    PatientPart part;
};

bool reaches(const std::vector<std::size_t>& ages, const Band& band) {
    return ages.empty() || std::find(ages.begin(), ages.end(), band.ages) != ages.end();
}

/// Every flow's patients by span of ages, with shares of the flow as multiples.
std::vector<Band> bands_of(std::size_t flows, const AgeShares& ages, std::size_t year) {
    std::vector<Band> bands;
    for (std::size_t f = 0; f < flows; ++f) {
        double rest = 1.0;
        for (std::size_t span = 0; span < ages.size(); ++span) {
            const double share = ages[span].at(f).at(year);
            rest -= share;
            bands.push_back({span, {f, f, share, share}});
        }
        rest = std::max(0.0, rest);
        bands.push_back({ages.size(), {f, f, rest, rest}});
    }
    return bands;
}

/// The share of a band that a move takes.
struct Taken {
    std::size_t band;
    std::size_t to;
    double share;
};

void take(std::vector<Band>& bands, const std::vector<Taken>& takings) {
    std::vector<double> left(bands.size(), 1.0);
    const std::size_t before = bands.size();
    for (const Taken& taken : takings) {
        Band moved = bands[taken.band];
        moved.part.at = taken.to;
        moved.part.admissions *= taken.share;
        moved.part.bed_days *= taken.share;
        left[taken.band] -= taken.share;
        bands.push_back(moved);
    }
    for (std::size_t band = 0; band < before; ++band) {
        const double share = std::max(0.0, left[band]);
        bands[band].part.admissions *= share;
        bands[band].part.bed_days *= share;
    }
}

void move_all(std::vector<Band>& bands, const std::vector<PatientMove>& moves, const Weight& weight) {
    const std::vector<std::size_t> order = by_first_day(moves);
    for (std::size_t i = 0; i < order.size();) {
        const Date& day = moves[order[i]].when.front().from;
        std::vector<Taken> takings;
        for (; i < order.size() && moves[order[i]].when.front().from == day; ++i) {
            const PatientMove& move = moves[order[i]];
            const double share = move.share * weight_of(move.when, weight);
            if (!(share > 0.0)) continue;
            for (std::size_t band = 0; band < bands.size(); ++band) {
                const std::size_t to = move.to[bands[band].part.at];
                if (to != PatientMove::nowhere && reaches(move.ages, bands[band])) takings.push_back({band, to, share});
            }
        }
        take(bands, takings);
    }
}

/// The bands of each flow and place together, every flow's own first.
std::vector<PatientPart> joined(std::size_t flows, const std::vector<Band>& bands) {
    std::vector<PatientPart> parts(flows);
    std::map<std::pair<std::size_t, std::size_t>, std::size_t> places;
    for (std::size_t f = 0; f < flows; ++f) {
        parts[f] = {f, f, 0.0, 0.0};
        places.emplace(std::pair{f, f}, f);
    }
    for (const Band& band : bands) {
        const auto [place, is_new] = places.emplace(std::pair{band.part.of, band.part.at}, parts.size());
        if (is_new) parts.push_back({band.part.of, band.part.at, 0.0, 0.0});
        parts[place->second].admissions += band.part.admissions;
        parts[place->second].bed_days += band.part.bed_days;
    }
    return parts;
}

} // namespace

std::vector<PatientPart> parts_at(std::size_t flows, const std::vector<PatientEffect>& effects,
                                  const std::vector<PatientMove>& moves, const Weight& weight, const AgeShares& ages,
                                  std::size_t year) {
    std::vector<Band> bands = bands_of(flows, ages, year);
    for (const PatientEffect& effect : effects) {
        const double holds = weight_of(effect.when, weight);
        for (Band& band : bands) {
            if (effect.flows[band.part.of] == 0 || !reaches(effect.ages, band)) continue;
            band.part.admissions *= 1.0 + effect.admissions * holds;
            band.part.bed_days *= 1.0 + effect.bed_days * holds;
        }
    }
    move_all(bands, moves, weight);
    return joined(flows, bands);
}

std::vector<PatientEffect> with_lost_days_as_shares(std::vector<PatientEffect> effects,
                                                    const std::vector<std::vector<double>>& bed_days) {
    for (PatientEffect& effect : effects) {
        if (effect.lost_days == 0.0) continue;
        double all = 0.0;
        for (std::size_t f = 0; f < effect.flows.size(); ++f) all += effect.flows[f] != 0 ? bed_days[f].front() : 0.0;
        effect.bed_days = all > 0.0 ? -std::min(1.0, effect.lost_days / all) : 0.0;
        effect.lost_days = 0.0;
    }
    return effects;
}

} // namespace framsyn::need
