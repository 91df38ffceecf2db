#include "app/results/site_split.hpp"

#include <algorithm>
#include <cmath>

namespace framsyn::app {
namespace {

using Pool = std::map<std::string, double>;

double beds_of(const Pool& pool) {
    double beds = 0.0;
    for (const auto& [unit, own] : pool) beds += own;
    return beds;
}

std::size_t places_of(const Pool& pool) {
    return static_cast<std::size_t>(
        std::count_if(pool.begin(), pool.end(), [](const auto& unit) { return unit.second > 0.0; }));
}

bool shares_alike(const Pool& one, const Pool& other) {
    constexpr double nothing = 1e-9;
    const double all = beds_of(one);
    const double all_other = beds_of(other);
    const auto share_in = [](const Pool& pool, const std::string& unit, double of) {
        const auto found = pool.find(unit);
        return found == pool.end() ? 0.0 : found->second / of;
    };
    const auto as_in = [&](const auto& unit) {
        return std::fabs(share_in(one, unit.first, all) - share_in(other, unit.first, all_other)) < nothing;
    };
    return std::all_of(one.begin(), one.end(), as_in) && std::all_of(other.begin(), other.end(), as_in);
}

/// Of one day; nothing where beds lie alike.
std::optional<SiteSplit> split_of(const Sites::Pools& base, const Sites::Pools& alternative) {
    std::optional<SiteSplit> split;
    for (const auto& [key, before] : base) {
        const auto after = alternative.find(key);
        if (after == alternative.end() || !(beds_of(before) > 0.0) || !(beds_of(after->second) > 0.0)) continue;
        if (shares_alike(before, after->second)) continue;
        if (!split) split.emplace();
        split->before += places_of(before);
        split->after += places_of(after->second);
    }
    return split;
}

std::size_t distance(const SiteSplit& split) {
    return std::max(split.before, split.after) - std::min(split.before, split.after);
}

} // namespace

Sites::Sites(const study::Study& study) : scenario_(study.scenario()) {
    for (std::size_t u = 0; u < scenario_.units.size(); ++u) steps_.push_back(study.capacity().steps(UnitId(u)));
}

bool Sites::belongs(std::size_t unit, const study::Cell& cell) const {
    const study::UnitInfo& info = scenario_.units[unit];
    const std::vector<ServiceId>& services = cell.service.services;
    return (cell.trust.is_region() || cell.trust == info.trust) &&
           std::find(services.begin(), services.end(), info.service) != services.end();
}

Sites::Pools Sites::on(const study::Cell& cell, const Date& day) const {
    Pools pools;
    for (std::size_t u = 0; u < steps_.size(); ++u) {
        if (!belongs(u, cell)) continue;
        const study::UnitInfo& info = scenario_.units[u];
        double beds = info.beds.value;
        for (const capacity::BedStep& step : steps_[u]) {
            if (step.date <= day) beds = step.staffed;
        }
        pools[{scenario_.of(info.trust).id, scenario_.of(info.service).id}][info.id] = beds;
    }
    return pools;
}

void Sites::add_days(const study::Cell& cell, int year, std::set<Date>& days) const {
    for (std::size_t u = 0; u < steps_.size(); ++u) {
        if (!belongs(u, cell)) continue;
        for (const capacity::BedStep& step : steps_[u]) {
            if (step.date.year == year) days.insert(step.date);
        }
    }
}

std::optional<SiteSplit> site_split(const SitesOfCell& base, const SitesOfCell& alternative, int year) {
    std::set<Date> days{{year, 1, 1}};
    for (const SitesOfCell* side : {&base, &alternative}) side->sites.add_days(side->cell, year, days);
    std::optional<SiteSplit> most;
    for (const Date& day : days) {
        const std::optional<SiteSplit> split =
            split_of(base.sites.on(base.cell, day), alternative.sites.on(alternative.cell, day));
        if (split && (!most || distance(*split) > distance(*most))) most = split;
    }
    return most;
}

} // namespace framsyn::app
