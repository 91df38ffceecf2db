#include "models/study/information/known_inputs.hpp"

#include "models/need/need.hpp"
#include "models/study/draws/draw.hpp"
#include "models/study/draws/need_inputs.hpp"
#include "models/study/draws/use_level.hpp"
#include "models/study/scenario/counted_use.hpp"
#include "models/study/scenario/pinned.hpp"

#include <algorithm>
#include <cmath>
#include <set>

namespace framsyn::study {
namespace {

bool is_in(const Cell& cell, const FlowInfo& flow) {
    const auto& services = cell.service.services;
    const bool at = cell.trust.is_region() ? flow.at.is_trust() : cell.trust == flow.at;
    return at && std::find(services.begin(), services.end(), flow.service) != services.end();
}

/// A cell's bed days in a year.
double days_of(const Scenario& scenario, const Cell& cell, const need::NeedPath& path, std::size_t t) {
    double days = 0.0;
    for (std::size_t f = 0; f < scenario.flows.size(); ++f) {
        if (is_in(cell, scenario.flows[f])) days += path.bed_days[f][t];
    }
    return days;
}

/// The counted activity whose later use an address is; nullptr where it is another number's.
const ActivityInfo* activity_of_later_use(const Scenario& scenario, const std::string& address) {
    for (const ActivityInfo& activity : scenario.activities) {
        if (activity.later_use.address == address && level_of_use(scenario, activity)) return &activity;
    }
    return nullptr;
}

/// Its level in every draw and year: what varies there is a path, not a number.
std::vector<Column> levels_of(const Scenario& scenario, const ActivityInfo& activity, const Block& draws) {
    const std::size_t counted = last_counted(scenario, activity);
    std::vector<Column> levels(scenario.years());
    for (std::size_t draw = draws.first; draw < draws.end(); ++draw) {
        const auto after = level_after_counts(scenario, activity,
                                              ParameterDraw::number(scenario.seed, static_cast<std::uint32_t>(draw)));
        for (std::size_t t = 0; t < levels.size(); ++t)
            levels[t].push_back(t <= counted || after.empty() ? 1.0 : after[std::min(t - counted, after.size()) - 1]);
    }
    return levels;
}

} // namespace

std::vector<KnownInput> known_inputs(const Scenario& scenario, const Block& draws) {
    std::vector<KnownInput> inputs;
    std::set<std::string> seen;
    for (const Quantity* quantity : quantities_of(scenario)) {
        if (!quantity->has_interval() || quantity->address.empty() || !seen.insert(quantity->address).second) continue;
        if (const ActivityInfo* counted = activity_of_later_use(scenario, quantity->address)) {
            inputs.push_back({quantity->address, group_of(quantity->address), levels_of(scenario, *counted, draws)});
            continue;
        }
        Column values;
        for (std::size_t draw = draws.first; draw < draws.end(); ++draw)
            values.push_back(ParameterDraw::number(scenario.seed, static_cast<std::uint32_t>(draw))(*quantity));
        inputs.push_back({quantity->address, group_of(quantity->address), {std::move(values)}});
    }
    return inputs;
}

std::vector<std::vector<char>> what_moves(const Scenario& scenario, const std::vector<KnownInput>& inputs,
                                          const std::vector<Cell>& cells) {
    const demography::PopulationPath people = central_population(demography::Projector(scenario.demography));
    const ParameterDraw central = ParameterDraw::central();
    const need::Inputs unmoved = need_inputs(scenario, central);
    const need::ExpectedUse use(people, unmoved);
    const need::NeedPath as_it_is = need::project_need(use, unmoved);
    std::vector<std::vector<char>> moves(cells.size(), std::vector<char>(inputs.size(), 0));
    Scenario moved = scenario;
    const std::vector<const Quantity*> quantities = quantities_of(scenario);
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        const auto found = std::find_if(quantities.begin(), quantities.end(),
                                        [&](const Quantity* quantity) { return quantity->address == inputs[i].name; });
        if (found == quantities.end()) { // it has no address: nobody knows where it works
            for (std::vector<char>& cell : moves) cell[i] = 1;
            continue;
        }
        const Quantity& quantity = **found;
        put(moved, {{quantity.address, quantity.high > quantity.value ? quantity.high : quantity.low}});
        const need::NeedPath path = need::project_need(use, need_inputs(moved, central));
        put(moved, {{quantity.address, quantity.value}});
        for (std::size_t c = 0; c < cells.size(); ++c) {
            for (std::size_t t = 0; t < scenario.years(); ++t) {
                const double before = days_of(scenario, cells[c], as_it_is, t);
                const double after = days_of(scenario, cells[c], path, t);
                constexpr double rounding = 1e-9;
                if (std::abs(after - before) > rounding * before) moves[c][i] = 1;
            }
        }
    }
    return moves;
}

} // namespace framsyn::study
