#include "models/study/draws/care_inputs.hpp"

#include "models/study/draws/patient_actions.hpp"
#include "models/study/scenario/mean_stay.hpp"
#include "models/study/scenario/policies.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <stdexcept>
#include <utility>

namespace framsyn::study {
namespace {

care::Service care_service(const ServiceInfo& info, const ParameterDraw& draw) {
    care::Service service;
    service.id = info.id;
    service.emergency_share = draw(info.emergency_share);
    service.when_full = info.when_full;
    service.max_wait_days = draw(info.max_wait);
    service.warm_up_years = static_cast<int>(info.warm_up.value);
    // The cells are part of a patient's identity: never drawn.
    service.cell_days = info.cell_time.value;
    service.cell_rate = info.cell_rate.value;
    return service;
}

/// Whole beds that care may use of a unit's staffed beds.
int open_beds(double staffed, double open_share) {
    return static_cast<int>(std::floor(staffed * open_share + 0.5));
}

/// A unit's staffed beds on a day.
double staffed_on(const UnitInfo& info, const std::vector<capacity::BedStep>& steps, const Date& day) {
    double staffed = info.beds.value;
    for (const capacity::BedStep& step : steps) {
        if (step.date <= day) staffed = step.staffed;
    }
    return staffed;
}

care::Unit care_unit(const Scenario& scenario, const capacity::BedPlan& plan, UnitId id, const care::RunYears& years,
                     const ParameterDraw& draw) {
    const UnitInfo& info = scenario.of(id);
    care::Unit unit;
    unit.id = info.id;
    unit.trust = info.trust;
    unit.service = info.service;
    unit.site = info.site;
    unit.over_occupancy_limit = draw(scenario.of(info.service).over_occupancy);
    // Beds of the first measured year are open in the warm-up too, so that it ends where the year begins.
    const std::vector<capacity::BedStep> steps = plan.steps(id);
    const std::vector<Date> shares = days_of_open_share(scenario, id);
    std::set<Date> days(shares.begin(), shares.end());
    for (const capacity::BedStep& step : steps) days.insert(step.date);
    const Date last_before{years.first_year - 1, 12, 31};
    const double staffed = staffed_on(info, steps, last_before);
    unit.staffed_beds = open_beds(staffed, open_share_on(scenario, id, last_before));
    int open = unit.staffed_beds;
    for (auto day = days.upper_bound(last_before); day != days.end(); ++day) {
        const int next = open_beds(staffed_on(info, steps, *day), open_share_on(scenario, id, *day));
        if (next != open) unit.changes.push_back({care::day_of_date(years, *day), next - open});
        open = next;
    }
    // The total in beredskap is what it is: beds that open or close leave fewer or more beyond the staffed ones.
    const auto surge_on = [&](const Date& day) {
        const std::optional<double> total = plan.surge_on(id, day);
        return total ? std::max(0, static_cast<int>(*total - staffed_on(info, steps, day))) : 0;
    };
    int surge = unit.surge_beds = surge_on(last_before);
    for (const Date& day : plan.days_of_surge(id)) days.insert(day);
    for (auto day = days.upper_bound(last_before); day != days.end(); ++day) {
        if (surge_on(*day) == surge) continue;
        unit.surge_changes.push_back({care::day_of_date(years, *day), surge_on(*day) - surge});
        surge = surge_on(*day);
    }
    return unit;
}

/// Times in which no transfer goes from one trust to another.
std::vector<care::ClosedRoute> closed_routes(const Scenario& scenario, const care::RunYears& years) {
    std::vector<care::ClosedRoute> closed;
    const Date end{scenario.last_year + 1, 1, 1};
    for (const ActionInfo& action : scenario.actions) {
        if (!action.counts()) continue;
        for (const ClosedRoute& route : action.routes) {
            for (const Period& period : action.when) {
                if (period.from >= end) continue;
                closed.push_back({route.from, route.to, care::day_of_date(years, period.from),
                                  care::day_of_date(years, std::min(end, period.until.value_or(end)))});
            }
        }
    }
    return closed;
}

const StayInfo& stay_info(const Scenario& scenario, ServiceId service, WhichTrust provider) {
    const StayInfo* stay = stay_of(scenario, service, provider);
    if (!stay) throw std::logic_error("unchecked stay of " + scenario.of(service).id);
    return *stay;
}

/// The stay's mixture: most patients, and a long-stay group whose share and length leave the overall mean as it is.
care::Stay care_stay(const StayInfo& info, const ParameterDraw& draw) {
    const double mean = draw(info.mean);
    const double spread = draw(info.spread);
    const double share = info.long_share.value;
    const double ratio = info.long_ratio.value;
    if (!(share > 0.0)) return {{{1.0, info.shape, mean, spread}}};
    const double others = mean * (1.0 - share * ratio) / (1.0 - share);
    return {{{1.0 - share, info.shape, others, spread}, {share, info.shape, ratio * mean, spread}}};
}

/// The measured time cut where rates change: the year that holds, and what actions make of the flows' patients.
struct CarePeriod {
    std::size_t year = 0; ///< from the base year
    std::vector<need::PatientPart> parts;
};

std::vector<CarePeriod> care_periods(const Scenario& scenario, const std::vector<Date>& changes,
                                     const PatientActions& actions, const need::NeedPath& need) {
    std::vector<Date> starts = changes;
    for (int year = scenario.base_year; year <= scenario.last_year + 1; ++year) starts.push_back({year, 1, 1});
    std::sort(starts.begin(), starts.end());
    std::vector<CarePeriod> periods;
    const std::vector<need::PatientEffect> effects = need::with_lost_days_as_shares(actions.effects, need.bed_days);
    for (std::size_t p = 0; p + 1 < starts.size(); ++p) {
        const auto weight = [&](const Period& period) { return mean_weight(period, starts[p], starts[p + 1]); };
        const auto t = static_cast<std::size_t>(starts[p].year - scenario.base_year);
        periods.push_back(
            {t, need::parts_at(scenario.flows.size(), effects, actions.moves, weight, need.age_shares, t)});
    }
    return periods;
}

/// The detour of a flow's patients to a place, made if there is none yet.
care::Detour& detour_to(care::Inflow& inflow, std::size_t destination, const FlowInfo& place, std::size_t periods) {
    for (care::Detour& detour : inflow.detours) {
        if (detour.destination == destination && detour.to == place.at && detour.service == place.service)
            return detour;
    }
    inflow.detours.push_back({destination, place.at, place.service, std::vector<double>(periods, 0.0)});
    return inflow.detours.back();
}

/// What actions make of a flow's own patients in a period.
struct FlowInPeriod {
    double admissions = 0.0; ///< multiples of what they are without actions
    double bed_days = 0.0;
};

/// Patients whom an action brings to a service that isn't simulated are out of the simulation, as those no longer admitted.
bool leaves_simulation(const Scenario& scenario, const need::PatientPart& part) {
    return !scenario.of(scenario.flows[part.at].service).simulated;
}

FlowInPeriod flow_in(const Scenario& scenario, const CarePeriod& period, std::size_t flow) {
    FlowInPeriod sum;
    for (const need::PatientPart& part : period.parts) {
        if (part.of != flow || leaves_simulation(scenario, part)) continue;
        sum.admissions += part.admissions;
        sum.bed_days += part.bed_days;
    }
    return sum;
}

/// Who of a flow's patients goes elsewhere in a period.
void add_detours(care::Inflow& inflow, const Scenario& scenario, const std::vector<CarePeriod>& periods, std::size_t p,
                 std::size_t flow, double admissions) {
    const std::size_t destination = scenario.flows[flow].at.slot(scenario.trusts.size());
    for (const need::PatientPart& part : periods[p].parts) {
        if (part.of != flow || part.at == flow || !(part.admissions > 0.0) || leaves_simulation(scenario, part))
            continue;
        detour_to(inflow, destination, scenario.flows[part.at], periods.size()).share[p] +=
            part.admissions / admissions;
    }
}

/// Admissions to places as shares of them all.
void make_shares(care::Inflow& inflow, std::size_t somewhere) {
    for (std::size_t p = 0; p < inflow.destination_share.size(); ++p) {
        const double all = inflow.admissions_per_day[p];
        for (double& share : inflow.destination_share[p]) share = all > 0.0 ? share / all : 0.0;
        if (!(all > 0.0)) inflow.destination_share[p][somewhere] = 1.0; // nobody goes there, but shares sum to 1
    }
}

/// Patients of one residence and service: the flows to each provider, over its mean stay.
care::Inflow care_inflow(const Scenario& scenario, const ParameterDraw& draw, const need::NeedPath& need,
                         const std::vector<CarePeriod>& periods, TrustId residence, ServiceId service) {
    const std::size_t providers = scenario.trusts.size() + 1;
    care::Inflow inflow;
    inflow.home_trust = residence;
    inflow.service = service;
    inflow.stay.resize(providers);
    inflow.admissions_per_day.assign(periods.size(), 0.0);
    inflow.destination_share.assign(periods.size(), std::vector<double>(providers, 0.0));
    std::vector<std::vector<double>> stay_factor(periods.size(), std::vector<double>(providers, 1.0));
    std::size_t somewhere = 0;
    bool stays_change = false;
    for (std::size_t f = 0; f < need.flows.size(); ++f) {
        const need::Flow& flow = need.flows[f];
        if (flow.residence != residence || flow.service != service || scenario.flows[f].made_by_action) continue;
        const std::size_t destination = flow.provider.slot(scenario.trusts.size());
        const StayInfo& stay = stay_info(scenario, service, flow.provider);
        const double mean = draw(stay.mean);
        somewhere = destination;
        inflow.stay[destination] = care_stay(stay, draw);
        for (std::size_t p = 0; p < periods.size(); ++p) {
            const std::size_t t = periods[p].year;
            const int days = days_in_year(scenario.base_year + static_cast<int>(t));
            const FlowInPeriod now = flow_in(scenario, periods[p], f);
            const double per_day = need.bed_days[f][t] / mean / days * now.admissions;
            inflow.destination_share[p][destination] = per_day;
            inflow.admissions_per_day[p] += per_day;
            if (!(now.admissions > 0.0)) continue;
            stays_change = stays_change || now.bed_days != now.admissions;
            stay_factor[p][destination] = now.bed_days / now.admissions;
            add_detours(inflow, scenario, periods, p, f, now.admissions);
        }
    }
    if (stays_change) inflow.stay_factor = std::move(stay_factor);
    make_shares(inflow, somewhere);
    return inflow;
}

/// The longest warm-up of a simulated service.
int warm_up_years(const Scenario& scenario) {
    double longest = 0.0;
    for (const ServiceInfo& service : scenario.services) {
        if (service.simulated) longest = std::max(longest, service.warm_up.value);
    }
    return static_cast<int>(longest);
}

double minutes_between(const Scenario& scenario, TrustId from, WhichTrust to, const ParameterDraw& draw) {
    for (const TravelInfo& travel : scenario.travel) {
        const bool there = travel.from == from && travel.to == to;
        const bool back = to.is_trust() && travel.from == to.trust() && travel.to == from;
        if (there || back) return draw(travel.air);
    }
    return 0.0;
}

std::vector<care::Route> care_routes(const Scenario& scenario, const ParameterDraw& draw) {
    std::vector<care::Route> routes;
    for (const OverflowInfo& overflow : scenario.overflows) {
        for (const ServiceId service : overflow.services) {
            if (!scenario.of(service).simulated) continue;
            care::Route route{overflow.trust, service, {}};
            for (const WhichTrust trust : overflow.order) {
                route.legs.push_back({trust, minutes_between(scenario, overflow.trust, trust, draw)});
            }
            routes.push_back(std::move(route));
        }
    }
    return routes;
}

bool has_patients(const Scenario& scenario, TrustId residence, ServiceId service) {
    return std::any_of(scenario.flows.begin(), scenario.flows.end(), [&](const FlowInfo& flow) {
        return flow.residence == residence && flow.service == service && !flow.made_by_action;
    });
}

} // namespace

care::CareInputs care_inputs(const Scenario& scenario, const capacity::BedPlan& plan, const ParameterDraw& draw,
                             const need::NeedPath& need) {
    care::CareInputs inputs;
    inputs.calendar = {scenario.base_year, static_cast<int>(scenario.years()), warm_up_years(scenario)};
    for (const TrustInfo& trust : scenario.trusts) inputs.trusts.push_back(trust.id);
    for (const ServiceInfo& service : scenario.services) {
        if (service.simulated) {
            inputs.services.push_back(care_service(service, draw));
        } else {
            inputs.services.emplace_back().id = service.id;
        }
    }
    for (std::size_t unit = 0; unit < scenario.units.size(); ++unit) {
        inputs.units.push_back(care_unit(scenario, plan, UnitId(unit), inputs.calendar, draw));
    }
    inputs.routes = care_routes(scenario, draw);
    inputs.closed_routes = closed_routes(scenario, inputs.calendar);
    const std::vector<Date> changes = days_of_change(scenario);
    for (const Date& day : changes) inputs.rate_changes.push_back(care::day_of_date(inputs.calendar, day));
    const std::vector<CarePeriod> periods = care_periods(scenario, changes, patient_actions(scenario, draw), need);
    for (std::size_t r = 0; r < scenario.trusts.size(); ++r) {
        for (std::size_t s = 0; s < scenario.services.size(); ++s) {
            const TrustId residence(r);
            const ServiceId service(s);
            if (!scenario.of(service).simulated || !has_patients(scenario, residence, service)) continue;
            inputs.inflows.push_back(care_inflow(scenario, draw, need, periods, residence, service));
        }
    }
    for (const GroupInfo& group : scenario.groups) inputs.groups.push_back({group.id, group.parts});
    return inputs;
}

} // namespace framsyn::study
