#include "models/study/verdict/base_level.hpp"

#include "models/study/scenario/evidence.hpp"
#include "models/study/scenario/planned_beds.hpp"
#include "models/study/verdict/seen_split.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace framsyn::study {
namespace {

struct Span {
    double low = 0.0;
    double high = 0.0;
};

bool has(const std::vector<ServiceId>& services, ServiceId service) {
    return std::find(services.begin(), services.end(), service) != services.end();
}

bool is_guess(const Quantity& quantity) {
    return quantity.status == Status::assumed && quantity.has_interval();
}

ServiceOrGroup alone(const Scenario& scenario, ServiceId service) {
    return {scenario.of(service).id, {service}, false};
}

const SeenOccupancy* seen_for(const Scenario& scenario, ServiceId service) {
    const auto found = std::find_if(scenario.seen.begin(), scenario.seen.end(),
                                    [&](const SeenOccupancy& seen) { return has(seen.services, service); });
    return found == scenario.seen.end() ? nullptr : &*found;
}

/// Occupied beds of a trust's service in the base year.
double occupied_in(const Scenario& scenario, TrustId trust, ServiceId service, const std::vector<double>& occupied) {
    double beds = 0.0;
    for (std::size_t f = 0; f < scenario.flows.size(); ++f) {
        if (scenario.flows[f].at == trust && scenario.flows[f].service == service) beds += occupied[f];
    }
    return beds;
}

/// What a level may be by one kind of range, before counted sums are looked at; the logical range where there is none.
Span span_of(const Scenario& scenario, TrustId trust, ServiceId service, RangeKind kind,
             const std::vector<double>& occupied) {
    const ActivityInfo* activity = activity_of(scenario, trust, alone(scenario, service));
    const double assumed = occupied_in(scenario, trust, service, occupied);
    const bool is_counted = activity && !activity->not_identified() && activity->basis != Basis::rates;
    if (is_counted) return {assumed, assumed};
    const capacity::BedPlan plan = planned_beds(scenario);
    const auto beds = plan.staffed_sum(trust, {service}, scenario.base_year);
    const double places = beds ? beds->mean : 0.0;
    const SeenOccupancy* seen = seen_for(scenario, service);
    // What the scenario reckons with is among what may be, also where nothing like it was seen.
    if (kind == RangeKind::seen && seen)
        return {std::min(seen->share.low * places, assumed), std::max(seen->share.high * places, assumed)};
    const bool says_one = activity && activity->bed_days && activity->bed_days->has_interval();
    if (kind == RangeKind::stated && says_one) {
        const int days = days_in_year(scenario.base_year);
        return {activity->bed_days->low / days, activity->bed_days->high / days};
    }
    const double most = places * (1.0 + scenario.of(service).over_occupancy.value);
    return {0.0, std::max(most, assumed)};
}

// ---- Rates by residence and age

/// Flows of the same residents and service whose levels a flow with the rest depends on.
bool is_beside(const FlowInfo& rest, const FlowInfo& other) {
    return !other.rest && other.residence == rest.residence && other.service == rest.service;
}

/// Which quantities set the level of a cell by rates, and which way.
struct Lever {
    const Quantity* quantity = nullptr;
    bool raises = true;
};

std::vector<Lever> levers_of(const Scenario& scenario, TrustId trust, ServiceId service) {
    std::vector<Lever> levers{{&scenario.of(service).level, true}};
    const auto add = [&](const Quantity& quantity, bool raises) {
        if (quantity.has_interval()) levers.push_back({&quantity, raises});
    };
    if (!levers.front().quantity->has_interval()) levers.clear();
    for (const FlowInfo& flow : scenario.flows) {
        if (flow.at != trust || flow.service != service) continue;
        if (!flow.rest) add(flow.level, true);
        for (const FlowInfo& other : scenario.flows) {
            if (flow.rest && is_beside(flow, other)) add(other.level, false);
        }
    }
    return levers;
}

/// A quantity's value at an end, or in the middle.
enum class Where { low, middle, high };

double value_at(const Quantity& quantity, Where where) {
    return where == Where::low ? quantity.low : where == Where::high ? quantity.high : quantity.value;
}

/// The levels of the flows to a cell where each quantity is as `where` says of it.
template <class WhereIs>
std::vector<double> levels_at(const Scenario& scenario, TrustId trust, ServiceId service, const WhereIs& where) {
    std::vector<double> levels(scenario.flows.size(), 0.0);
    const Quantity& all = scenario.of(service).level;
    for (std::size_t f = 0; f < levels.size(); ++f) {
        const FlowInfo& flow = scenario.flows[f];
        if (flow.at != trust || flow.service != service) continue;
        double own = flow.rest ? 1.0 : value_at(flow.level, where(flow.level));
        for (const FlowInfo& other : scenario.flows) {
            if (flow.rest && is_beside(flow, other)) own -= value_at(other.level, where(other.level));
        }
        levels[f] = std::max(0.0, own) * value_at(all, where(all));
    }
    return levels;
}

double level_of(const Scenario& scenario, std::size_t flow) {
    const FlowInfo& info = scenario.flows[flow];
    double level = info.rest ? 1.0 : info.level.value;
    for (const FlowInfo& other : scenario.flows) {
        if (info.rest && is_beside(info, other)) level -= other.level.value;
    }
    return std::max(0.0, level) * scenario.of(info.service).level.value;
}

/// Occupied beds that a residence's people would take of a service at level 1.
double beds_at_level_1(const Scenario& scenario, TrustId residence, ServiceId service,
                       const std::vector<double>& occupied) {
    for (std::size_t f = 0; f < scenario.flows.size(); ++f) {
        const FlowInfo& flow = scenario.flows[f];
        const double level = level_of(scenario, f);
        if (flow.residence == residence && flow.service == service && level > 0.0) return occupied[f] / level;
    }
    return 0.0;
}

double beds_at(const Scenario& scenario, const std::vector<double>& levels, const std::vector<double>& occupied) {
    double beds = 0.0;
    for (std::size_t f = 0; f < levels.size(); ++f) {
        if (levels[f] > 0.0)
            beds +=
                levels[f] * beds_at_level_1(scenario, scenario.flows[f].residence, scenario.flows[f].service, occupied);
    }
    return beds;
}

/// Every flow to the cell so much less, or more, that they come to `beds`.
BaseEnd at_beds(BaseEnd end, double beds) {
    for (double& level : end.flow_levels) level *= beds / end.amount;
    end.amount = beds;
    return end;
}

/// The range's ends moved to where they lie within a span; untouched where nothing of the range does.
void cut(BaseRange& range, const Span& span) {
    const double low = std::max(range.mild.amount, span.low);
    const double high = std::min(range.severe.amount, span.high);
    if (!(low <= high) || !(range.mild.amount > 0.0)) return;
    if (low > range.mild.amount) range.mild = at_beds(std::move(range.mild), low);
    if (high < range.severe.amount) range.severe = at_beds(std::move(range.severe), high);
}

/// The range's ends moved to where counted stays let the trust's share of the region's bed days lie; untouched where no
/// level of the range is there.
void hold_to_seen_stays(BaseRange& range, const Scenario& scenario, TrustId trust, ServiceId service,
                        const std::vector<double>& occupied) {
    const std::optional<Shares> shares = seen_shares(scenario, trust, service);
    if (!shares) return;
    const OccupiedInAll all = occupied_in_all(scenario, service, occupied);
    cut(range, {shares->low * all.least, shares->high * all.most});
}

BaseLevel level_by_rates(const Scenario& scenario, TrustId trust, ServiceId service,
                         const std::vector<double>& occupied) {
    const std::vector<Lever> levers = levers_of(scenario, trust, service);
    /// Every lever at the end that gives least, or most; all others in the middle.
    const auto corner = [&](bool most, const Quantity* only) {
        return levels_at(scenario, trust, service, [&](const Quantity& quantity) {
            for (const Lever& lever : levers) {
                if (lever.quantity != &quantity || (only && only != &quantity)) continue;
                return lever.raises == most ? Where::high : Where::low;
            }
            return Where::middle;
        });
    };
    BaseLevel level;
    level.assumed = occupied_in(scenario, trust, service, occupied);
    const Span logical = span_of(scenario, trust, service, RangeKind::logical, occupied);
    level.ranges.push_back({RangeKind::logical, {logical.low, {}}, {logical.high, {}}});
    const auto end = [&](bool most) {
        std::vector<double> levels = corner(most, nullptr);
        const double beds = beds_at(scenario, levels, occupied);
        return BaseEnd{beds, std::move(levels)};
    };
    level.ranges.push_back({RangeKind::stated, end(false), end(true)});
    hold_to_seen_stays(level.ranges.back(), scenario, trust, service, occupied);
    cut(level.ranges.back(), logical); // what a source states can't be more than is possible
    std::vector<std::pair<double, std::string>> widths;
    for (const Lever& lever : levers) {
        const double width = beds_at(scenario, corner(true, lever.quantity), occupied) -
                             beds_at(scenario, corner(false, lever.quantity), occupied);
        widths.emplace_back(-width, lever.quantity->address);
    }
    std::sort(widths.begin(), widths.end());
    for (auto& [width, address] : widths) level.inputs.push_back(std::move(address));
    return level;
}

// ---- Parts of a counted sum, and beds × occupancy

/// A part of a counted sum lies where the others leave it room: boxes cut by a plane.
Span within_sum(const Scenario& scenario, TrustId trust, ServiceId service, RangeKind kind,
                const std::vector<double>& occupied) {
    const Span own = span_of(scenario, trust, service, kind, occupied);
    const ActivityInfo* sum = counted_sum_over(scenario, trust, service);
    if (!sum) return own;
    double all = 0.0;
    Span others;
    for (const TrustId one : sum->trusts()) {
        for (const ServiceId part : sum->service.services) {
            all += occupied_in(scenario, one, part, occupied);
            if (one == trust && part == service) continue;
            const Span other = span_of(scenario, one, part, kind, occupied);
            others.low += other.low;
            others.high += other.high;
        }
    }
    return {std::max(own.low, all - others.high), std::min(own.high, all - others.low)};
}

void add_places(std::vector<std::string>& inputs, const Scenario& scenario, TrustId trust, ServiceId service) {
    for (const UnitInfo& unit : scenario.units) {
        const bool counted = unit.beds.status == Status::observed || unit.beds.status == Status::published;
        if (unit.trust == trust && unit.service == service && !unit.made_by_action && !counted)
            inputs.push_back(unit.beds.address);
    }
}

BaseLevel level_of_days(const Scenario& scenario, TrustId trust, ServiceId service, const ActivityInfo& activity,
                        const std::vector<double>& occupied) {
    BaseLevel level;
    level.assumed = occupied_in(scenario, trust, service, occupied);
    std::vector<RangeKind> kinds{RangeKind::logical};
    if (seen_for(scenario, service)) kinds.push_back(RangeKind::seen);
    if (activity.bed_days && activity.bed_days->has_interval()) kinds.push_back(RangeKind::stated);
    for (const RangeKind kind : kinds) {
        Span span = kind == RangeKind::stated ? span_of(scenario, trust, service, kind, occupied)
                                              : within_sum(scenario, trust, service, kind, occupied);
        if (kind == RangeKind::stated) span = {std::min(span.low, level.assumed), std::max(span.high, level.assumed)};
        // What was seen elsewhere can't all be true here at once.
        if (span.low <= span.high) level.ranges.push_back({kind, {span.low, {}}, {span.high, {}}});
    }
    if (activity.bed_days) level.inputs.push_back(activity.bed_days->address);
    add_places(level.inputs, scenario, trust, service);
    return level;
}

BaseLevel level_of_places(const Scenario& scenario, TrustId trust, ServiceId service,
                          const std::vector<double>& occupied) {
    const double days = occupied_in(scenario, trust, service, occupied);
    BaseLevel level;
    level.unit = BaseUnit::beds;
    const auto beds = planned_beds(scenario).staffed_sum(trust, {service}, scenario.base_year);
    level.assumed = beds ? beds->mean : 0.0;
    const double least = days / (1.0 + scenario.of(service).over_occupancy.value);
    level.ranges.push_back(
        {RangeKind::logical, {std::numeric_limits<double>::infinity(), {}}, {std::min(least, level.assumed), {}}});
    if (const SeenOccupancy* seen = seen_for(scenario, service); seen && seen->share.low > 0.0)
        level.ranges.push_back({RangeKind::seen, {days / seen->share.low, {}}, {days / seen->share.high, {}}});
    add_places(level.inputs, scenario, trust, service);
    return level;
}

bool rests_on_assumed_rates(const Scenario& scenario, TrustId trust, ServiceId service) {
    const std::vector<Lever> levers = levers_of(scenario, trust, service);
    return std::any_of(levers.begin(), levers.end(), [](const Lever& lever) { return is_guess(*lever.quantity); });
}

} // namespace

const ActivityInfo* counted_sum_over(const Scenario& scenario, TrustId trust, ServiceId service) {
    for (const ActivityInfo& activity : scenario.activities) {
        const bool counted = activity.bed_days && !activity.not_identified();
        const bool is_of_more = activity.is_sum() || activity.service.services.size() > 1;
        if (counted && is_of_more && activity.is_about(trust) && has(activity.service.services, service))
            return &activity;
    }
    return nullptr;
}

std::optional<BaseLevel> base_level(const Scenario& scenario, TrustId trust, ServiceId service,
                                    const std::vector<double>& occupied) {
    const ActivityInfo* activity = activity_of(scenario, trust, alone(scenario, service));
    if (!activity) return std::nullopt;
    if (activity->basis == Basis::capacity_from_activity) return level_of_places(scenario, trust, service, occupied);
    if (activity->not_identified()) return level_of_days(scenario, trust, service, *activity, occupied);
    if (activity->basis == Basis::rates && rests_on_assumed_rates(scenario, trust, service))
        return level_by_rates(scenario, trust, service, occupied);
    return std::nullopt;
}

bool has_open_level(const Scenario& scenario, const Cell& cell) {
    if (!cell.trust.is_trust()) return false;
    const ActivityInfo* activity = activity_of(scenario, cell.trust.trust(), cell.service);
    if (!activity) return false;
    if (activity->not_identified()) return true;
    return activity->basis == Basis::rates &&
           std::any_of(cell.service.services.begin(), cell.service.services.end(), [&](ServiceId service) {
               return rests_on_assumed_rates(scenario, cell.trust.trust(), service);
           });
}

} // namespace framsyn::study
