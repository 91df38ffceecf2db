#include "app/import/levels/renewed_levels.hpp"

#include "app/ground/number_text.hpp"
#include "models/study/draws/counted_year.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <vector>

namespace framsyn::app {
namespace {

constexpr double near_enough = 0.05;

bool is_near(const study::CountedYear& year, const Quantity& count) {
    if (count.has_interval()) return year.fits(count);
    return std::abs(year.flows - year.counted) <= near_enough * year.counted;
}

/// What the level of one flow is multiplied by, and the activity that asks for it.
struct Multiple {
    double factor = 1.0;
    std::string activity;
};

bool is_of(const study::FlowInfo& flow, const study::ActivityInfo& activity) {
    const auto& services = activity.service.services;
    return activity.is_about(flow.at) && flow.has_level && !flow.made_by_action &&
           std::find(services.begin(), services.end(), flow.service) != services.end();
}

/// One round of multiplying; whether anything was. Flows that take the rest move with the others, so one may not do.
bool multiply(study::Scenario& scenario, std::vector<Multiple>& multiples) {
    bool moved = false;
    for (const study::CountedYear& year : study::counted_year(scenario)) {
        const study::ActivityInfo& activity = scenario.activities[year.activity];
        if (!(year.flows > 0.0) || !(year.counted > 0.0) || is_near(year, *activity.bed_days)) continue;
        for (std::size_t f = 0; f < scenario.flows.size(); ++f) {
            study::FlowInfo& flow = scenario.flows[f];
            if (!is_of(flow, activity)) continue;
            flow.level.value *= year.factor();
            multiples[f] = {multiples[f].factor * year.factor(), activity.id};
            moved = true;
        }
    }
    return moved;
}

std::string entry_of(const study::FlowInfo& flow, const Multiple& by, int year) {
    std::string level = fmt::format("value = {:.6f}", by.factor * flow.level.value);
    if (flow.level.has_interval())
        level += fmt::format(", low = {:.6f}, high = {:.6f}", by.factor * flow.level.low, by.factor * flow.level.high);
    return fmt::format(
        "[[flow]]\nid = \"{}\"\nlevel = {{ {}, status = \"{}\", source = \"Nivået fra før ganger {}: holdt til "
        "oppholdsdøgnene i {} i {}\" }}\n\n",
        flow.id, level, flow.level.status == Status::assumed ? "assumed" : "derived",
        with_comma(fmt::format("{:.4f}", by.factor)), by.activity, year);
}

} // namespace

RenewedLevels renewed_levels(study::Scenario scenario) {
    constexpr int most_rounds = 10;
    const std::vector<study::FlowInfo> before = scenario.flows;
    std::vector<Multiple> multiples(before.size());
    for (int round = 0; round < most_rounds && multiply(scenario, multiples); ++round) {
    }
    RenewedLevels renewed;
    for (std::size_t f = 0; f < before.size(); ++f) {
        if (multiples[f].activity.empty()) continue;
        renewed.entries += entry_of(before[f], multiples[f], scenario.base_year);
        ++renewed.flows;
    }
    return renewed;
}

} // namespace framsyn::app
