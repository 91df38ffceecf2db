#include "models/need/actions.hpp"

#include <algorithm>
#include <numeric>

namespace framsyn::need {
namespace {

double weight_of(const std::vector<Period>& periods, const Weight& weight) {
    double sum = 0.0;
    for (const Period& period : periods) sum += weight(period);
    return std::min(1.0, sum);
}

/// Of a flow's patients those whom something for a span of ages, or for all, can reach.
double reach(const std::optional<std::size_t>& span, const AgeShares& ages, std::size_t flow, std::size_t year) {
    return span ? ages.at(*span).at(flow).at(year) : 1.0;
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

/// The share of each part that a move takes, by part.
struct Taken {
    std::size_t part;
    std::size_t to;
    double share;
};

void take(std::vector<PatientPart>& parts, const std::vector<Taken>& takings) {
    std::vector<double> left(parts.size(), 1.0);
    const std::size_t before = parts.size();
    for (const Taken& taken : takings) {
        PatientPart moved = parts[taken.part];
        moved.at = taken.to;
        moved.admissions *= taken.share;
        moved.bed_days *= taken.share;
        left[taken.part] -= taken.share;
        parts.push_back(moved);
    }
    for (std::size_t part = 0; part < before; ++part) {
        const double share = std::max(0.0, left[part]);
        parts[part].admissions *= share;
        parts[part].bed_days *= share;
    }
}

} // namespace

std::vector<PatientPart> parts_at(std::size_t flows, const std::vector<PatientEffect>& effects,
                                  const std::vector<PatientMove>& moves, const Weight& weight, const AgeShares& ages,
                                  std::size_t year) {
    std::vector<PatientPart> parts(flows);
    for (std::size_t f = 0; f < flows; ++f) parts[f].of = parts[f].at = f;
    for (const PatientEffect& effect : effects) {
        const double holds = weight_of(effect.when, weight);
        for (std::size_t f = 0; f < flows; ++f) {
            if (effect.flows[f] == 0) continue;
            const double reached = holds * reach(effect.ages, ages, f, year);
            parts[f].admissions *= 1.0 + effect.admissions * reached;
            parts[f].bed_days *= 1.0 + effect.bed_days * reached;
        }
    }
    const std::vector<std::size_t> order = by_first_day(moves);
    for (std::size_t i = 0; i < order.size();) {
        const Date& day = moves[order[i]].when.front().from;
        std::vector<Taken> takings;
        for (; i < order.size() && moves[order[i]].when.front().from == day; ++i) {
            const PatientMove& move = moves[order[i]];
            const double share = move.share * weight_of(move.when, weight);
            if (!(share > 0.0)) continue;
            for (std::size_t part = 0; part < parts.size(); ++part) {
                const std::size_t to = move.to[parts[part].at];
                if (to != PatientMove::nowhere)
                    takings.push_back({part, to, share * reach(move.ages, ages, parts[part].of, year)});
            }
        }
        take(parts, takings);
    }
    return parts;
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
