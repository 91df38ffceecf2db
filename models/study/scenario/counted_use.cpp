#include "models/study/scenario/counted_use.hpp"

#include <algorithm>

namespace framsyn::study {

bool holds_bed_days(const ActivityInfo& activity) {
    return activity.bed_days && activity.basis != Basis::split && activity.bed_days->value > 0.0;
}

std::vector<std::size_t> counts_that_hold(const Scenario& scenario, WhichTrust at, ServiceId service) {
    std::vector<std::size_t> counts;
    for (std::size_t a = 0; a < scenario.activities.size(); ++a) {
        const ActivityInfo& activity = scenario.activities[a];
        const std::vector<ServiceId>& services = activity.service.services;
        if (holds_bed_days(activity) && activity.is_about(at) &&
            std::find(services.begin(), services.end(), service) != services.end())
            counts.push_back(a);
    }
    return counts;
}

std::size_t last_counted(const Scenario& scenario, const ActivityInfo& activity) {
    if (activity.counted.empty()) return 0;
    return static_cast<std::size_t>(std::max(0, activity.counted.back().year - scenario.base_year));
}

std::size_t last_counted(const Scenario& scenario, WhichTrust at, ServiceId service) {
    std::size_t last = 0;
    for (const std::size_t count : counts_that_hold(scenario, at, service))
        last = std::max(last, last_counted(scenario, scenario.activities[count]));
    return last;
}

std::vector<std::size_t> start_of_gaps(const Scenario& scenario) {
    std::vector<std::size_t> starts(scenario.services.size(), scenario.years());
    for (const FlowInfo& flow : scenario.flows) {
        if (!flow.at.is_trust()) continue;
        std::size_t& start = starts[flow.service.index()];
        start = std::min(start, last_counted(scenario, flow.at, flow.service));
    }
    for (std::size_t& start : starts) start = start < scenario.years() ? start : 0;
    // A service of two groups ties them together.
    for (std::size_t again = 0; again < scenario.groups.size(); ++again) {
        for (const GroupInfo& group : scenario.groups) {
            std::size_t earliest = scenario.years();
            for (const ServiceId part : group.parts) earliest = std::min(earliest, starts[part.index()]);
            for (const ServiceId part : group.parts) starts[part.index()] = earliest;
        }
    }
    return starts;
}

const UseLevelInfo* level_of_use(const Scenario& scenario, const ActivityInfo& activity) {
    if (activity.counted.empty()) return nullptr;
    for (const UseLevelInfo& level : scenario.use_levels) {
        if (level.service.id == activity.service.id) return &level;
    }
    return nullptr;
}

} // namespace framsyn::study
