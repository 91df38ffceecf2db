#include "tests/validation/pairing.hpp"

#include "models/care/simulate.hpp"
#include "models/study/draws/care_inputs.hpp"
#include "models/study/draws/draw.hpp"
#include "models/study/scenario/planned_beds.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace framsyn::validation {
namespace {

using Place = std::pair<TrustId, ServiceId>;

std::map<Place, std::vector<std::size_t>> units_by_place(const study::Scenario& scenario) {
    std::map<Place, std::vector<std::size_t>> places;
    for (std::size_t u = 0; u < scenario.units.size(); ++u)
        places[{scenario.units[u].trust, scenario.units[u].service}].push_back(u);
    return places;
}

double sent_on_or_bought(const care::CareOutcome& outcome, const std::vector<std::size_t>& units) {
    double patients = 0.0;
    for (const std::size_t unit : units) {
        for (std::size_t year = 0; year < outcome.years; ++year) {
            const care::UnitYear& row = outcome.unit_year(unit, year);
            patients += row.overflow + row.purchased_patients;
        }
    }
    return patients;
}

/// Mean and half the 95 % interval of it, normal.
std::pair<double, double> interval(const std::vector<double>& values) {
    const auto n = static_cast<double>(values.size());
    double mean = 0.0;
    for (const double value : values) mean += value / n;
    double square = 0.0;
    for (const double value : values) square += (value - mean) * (value - mean) / (n - 1.0);
    constexpr double normal_975 = 1.959963984540054;
    return {mean, normal_975 * std::sqrt(square / n)};
}

/// Outcomes of a place by replication, on one side.
using ByReplication = std::vector<double>;

} // namespace

std::vector<Pairing> measure_pairing(const study::Scenario& scenario, std::size_t draws) {
    const demography::Projector projector(scenario.demography);
    const capacity::BedPlan plan = study::planned_beds(scenario);
    const auto places = units_by_place(scenario);
    // Services share no patients, so one more bed at the n-th place of each is one alternative.
    std::map<ServiceId, std::size_t> turn;
    std::map<Place, std::size_t> turn_of;
    std::size_t turns = 0;
    for (const auto& [place, units] : places) {
        turn_of[place] = turn[place.second]++;
        turns = std::max(turns, turn[place.second]);
    }
    std::map<Place, ByReplication> base;
    std::map<Place, ByReplication> more;
    for (std::size_t draw = 0; draw < draws; ++draw) {
        const study::Draw drawn = study::draw_number(scenario, projector, static_cast<std::uint32_t>(draw));
        const care::CareInputs inputs = study::care_inputs(scenario, plan, drawn.parameters, drawn.need);
        for (const std::size_t replication : {2 * draw, 2 * draw + 1}) {
            const care::Luck luck{scenario.seed, static_cast<std::uint32_t>(replication)};
            const care::CareOutcome before = care::simulate(inputs, luck);
            for (const auto& [place, units] : places) base[place].push_back(sent_on_or_bought(before, units));
            for (std::size_t t = 0; t < turns; ++t) {
                care::CareInputs other = inputs;
                for (const auto& [place, units] : places) {
                    if (turn_of[place] == t) ++other.units[units.front()].staffed_beds;
                }
                const care::CareOutcome after = care::simulate(other, luck);
                for (const auto& [place, units] : places) {
                    if (turn_of[place] == t) more[place].push_back(sent_on_or_bought(after, units));
                }
            }
        }
    }
    std::vector<Pairing> pairings;
    for (const auto& [place, units] : places) {
        std::vector<double> paired;
        std::vector<double> independent;
        for (std::size_t r = 0; r < base[place].size(); ++r) {
            paired.push_back(more[place][r] - base[place][r]);
            independent.push_back(more[place][r] - base[place][r ^ 1U]);
        }
        if (std::all_of(paired.begin(), paired.end(), [](double value) { return value == 0.0; })) continue;
        Pairing made{scenario.of(place.first).id, scenario.of(place.second).id, 0, 0.0, 0.0, 0.0};
        for (const std::size_t unit : units)
            made.beds += static_cast<int>(plan.staffed(UnitId(unit), scenario.base_year).end);
        std::tie(made.difference, made.paired) = interval(paired);
        made.independent = interval(independent).second;
        pairings.push_back(made);
    }
    return pairings;
}

std::string pairing_section(const std::vector<Pairing>& pairings, std::size_t draws, bool& agrees) {
    constexpr double for_single_beds = 5.0;
    constexpr double for_others = 2.0;
    std::string text = fmt::format(
        "## Two scenarios beside each other\n\nOne bed more in the place: how many fewer patients are sent on or "
        "bought "
        "a place there, all years together, and half the width of the 95 % interval of the mean over {} replications. "
        "*Paired*: the same patients with the same luck on both sides. *Independent*: the same parameters on both "
        "sides, "
        "other luck. Wanted: at least {:.0f} times narrower where a trust has one intensive bed, at least twice in the "
        "median "
        "of the rest.\n\n| trust | service | beds | difference | paired ± | independent ± | narrower "
        "|\n|---|---|---|---|---|---|"
        "---|\n",
        2 * draws, for_single_beds);
    std::vector<double> others;
    for (const Pairing& one : pairings) {
        text += fmt::format("| {} | {} | {} | {:.1f} | {:.2f} | {:.2f} | {:.1f} |\n", one.trust, one.service, one.beds,
                            one.difference, one.paired, one.independent, one.narrower());
        const bool single = one.beds <= 1 && one.service.starts_with("intensiv");
        if (single)
            agrees = agrees && one.narrower() >= for_single_beds;
        else
            others.push_back(one.narrower());
    }
    std::sort(others.begin(), others.end());
    const double median = others.empty() ? 0.0 : others[others.size() / 2];
    agrees = agrees && median >= for_others;
    return text + fmt::format("\nMedian of the rest: {:.1f} times narrower. As wanted: {}.\n\n", median,
                              agrees ? "yes" : "**no**");
}

} // namespace framsyn::validation
