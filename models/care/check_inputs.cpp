#include "models/care/check_inputs.hpp"

#include "models/care/network.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <string>
#include <tuple>
#include <utility>

namespace framsyn::care {
namespace {

using Problems = std::vector<std::string>;

bool is_share(double value) {
    return value >= 0.0 && value <= 1.0;
}
bool is_amount(double value) {
    return value >= 0.0 && std::isfinite(value);
}

bool has_unit(const CareInputs& inputs, TrustId trust, ServiceId service) {
    return std::any_of(inputs.units.begin(), inputs.units.end(),
                       [&](const Unit& unit) { return unit.trust == trust && unit.service == service; });
}

void check_calendar(const CareInputs& inputs, Problems& problems) {
    const RunYears& calendar = inputs.calendar;
    if (calendar.years < 1) problems.emplace_back("calendar: needs at least one year");
    if (calendar.warm_up_years < 0) problems.emplace_back("calendar: warm_up_years is negative");
    if (calendar.start_year() < 1900 || calendar.end_year() > 2500) {
        problems.emplace_back("calendar: years must lie between 1900 and 2500");
    }
}

void check_ids(const char* what, std::vector<std::string> ids, Problems& problems) {
    std::sort(ids.begin(), ids.end());
    for (std::size_t i = 0; i < ids.size(); ++i) {
        if (ids[i].empty()) problems.push_back(std::string(what) + ": an id is empty");
        if (i > 0 && ids[i] == ids[i - 1])
            problems.push_back(std::string(what) + ": id '" + ids[i] + "' is used twice");
    }
}

void check_service(const Service& service, int warm_up_years, Problems& problems) {
    const std::string name = "service " + service.id;
    if (service.warm_up_years > warm_up_years)
        problems.push_back(name + ": warm_up_years is longer than the calendar's");
    if (!is_share(service.emergency_share)) problems.push_back(name + ": emergency_share must lie between 0 and 1");
    if (!(service.max_wait_days >= 0.0)) problems.push_back(name + ": max_wait_days must not be negative");
    if (service.when_full.empty() ||
        (service.when_full.back() != Step::wait && service.when_full.back() != Step::purchase)) {
        problems.push_back(name + ": when_full must end with wait or purchase");
    }
    const std::set<Step> steps(service.when_full.begin(), service.when_full.end());
    if (steps.size() != service.when_full.size()) problems.push_back(name + ": when_full names a step twice");
    if (!(service.cell_days > 0.0 && service.cell_rate > 0.0 &&
          service.cell_days * service.cell_rate <= most_points_in_cell)) {
        problems.push_back(name + ": cell_days and cell_rate must be positive, their product at most 64");
    }
}

void check_changes(int beds, const std::vector<CapacityChange>& changes, const std::string& name, Problems& problems) {
    double last_day = 0.0;
    for (const CapacityChange& change : changes) {
        beds += change.beds;
        if (!(change.day >= last_day))
            problems.push_back(name + ": changes must be in order of day, none before day 0");
        if (beds < 0) problems.push_back(name + ": the changes close more beds than there are");
        last_day = change.day;
    }
}

void check_unit(const CareInputs& inputs, const Unit& unit, Problems& problems) {
    const std::string name = "unit " + unit.id;
    if (unit.trust.index() >= inputs.trusts.size()) problems.push_back(name + ": unknown trust");
    if (unit.service.index() >= inputs.services.size()) problems.push_back(name + ": unknown service");
    if (unit.staffed_beds < 0 || unit.surge_beds < 0) problems.push_back(name + ": beds must not be negative");
    if (!is_amount(unit.over_occupancy_limit)) problems.push_back(name + ": over_occupancy_limit must not be negative");
    check_changes(unit.staffed_beds, unit.changes, name, problems);
    check_changes(unit.surge_beds, unit.surge_changes, name, problems);
}

void check_sites(const CareInputs& inputs, Problems& problems) {
    std::set<std::tuple<TrustId, ServiceId, std::string>> seen;
    for (const Unit& unit : inputs.units) {
        if (!seen.insert({unit.trust, unit.service, unit.site}).second) {
            problems.push_back("unit " + unit.id + ": its trust and service have another unit at the same site");
        }
    }
}

void check_stay(const Stay& stay, const std::string& name, Problems& problems) {
    double weight = 0.0;
    for (const StayComponent& part : stay.components) {
        weight += part.weight;
        if (!is_amount(part.weight)) problems.push_back(name + ": a weight of the stay must not be negative");
        if (!(part.mean_days > 0.0 && std::isfinite(part.mean_days))) {
            problems.push_back(name + ": the mean stay must be positive");
        }
        const bool needs_spread = part.shape == StayShape::gamma;
        if (!is_amount(part.spread) || (needs_spread && part.spread == 0.0)) {
            problems.push_back(name + ": the spread of the stay is out of range");
        }
    }
    if (!(weight > 0.0)) problems.push_back(name + ": a stay is missing or has no weight");
}

/// Whether nobody arrives at the destination itself.
bool all_detour(const Inflow& inflow, std::size_t destination) {
    for (std::size_t period = 0; period < inflow.destination_share.size(); ++period) {
        double away = 0.0;
        for (const Detour& detour : inflow.detours) {
            if (detour.destination == destination) away += detour.share[period];
        }
        if (away < 1.0 && inflow.destination_share[period][destination] > 0.0) return false;
    }
    return true;
}

void check_detours(const CareInputs& inputs, const Inflow& inflow, const std::string& name, Problems& problems) {
    for (const Detour& detour : inflow.detours) {
        const bool known =
            detour.destination <= inputs.trusts.size() && detour.service.index() < inputs.services.size() &&
            (detour.to.is_outside() || (detour.to.is_trust() && has_unit(inputs, detour.to.trust(), detour.service)));
        if (!known) problems.push_back(name + ": a detour leads where no unit of the service is");
        for (const double share : detour.share) {
            if (!is_share(share)) problems.push_back(name + ": a detour's share must lie between 0 and 1");
        }
    }
    for (std::size_t period = 0; period < inflow.destination_share.size(); ++period) {
        std::vector<double> away(inputs.trusts.size() + 1, 0.0);
        for (const Detour& detour : inflow.detours) {
            if (detour.destination < away.size()) away[detour.destination] += detour.share[period];
        }
        for (const double share : away) {
            if (share > 1.0 + 1e-9)
                problems.push_back(name + ": more than all of a destination's patients are on detours");
        }
    }
}

void check_destination(const CareInputs& inputs, const Inflow& inflow, std::size_t destination, const std::string& name,
                       Problems& problems) {
    const bool used = std::any_of(inflow.destination_share.begin(), inflow.destination_share.end(),
                                  [&](const auto& shares) { return shares[destination] > 0.0; });
    if (!used) return;
    if (destination >= inflow.stay.size()) {
        problems.push_back(name + ": a stay is missing or has no weight");
    } else {
        check_stay(inflow.stay[destination], name, problems);
    }
    if (destination < inputs.trusts.size() && !all_detour(inflow, destination) &&
        !has_unit(inputs, TrustId(destination), inflow.service)) {
        problems.push_back(name + ": patients are sent to " + inputs.trusts[destination] +
                           ", which has no unit of the service");
    }
}

bool check_shares(const CareInputs& inputs, const Inflow& inflow, const std::string& name, Problems& problems) {
    for (const auto& shares : inflow.destination_share) {
        double sum = 0.0;
        for (const double share : shares) {
            sum += share;
            if (!is_share(share)) problems.push_back(name + ": a destination share must lie between 0 and 1");
        }
        if (shares.size() != inputs.trusts.size() + 1 || !(std::abs(sum - 1.0) < 1e-9)) {
            problems.push_back(name + ": destination shares must be one per trust and outside, and sum to 1");
            return false;
        }
    }
    return true;
}

void check_inflow(const CareInputs& inputs, const Inflow& inflow, Problems& problems) {
    const bool trust_known = inflow.home_trust.is_outside() ||
                             (inflow.home_trust.is_trust() && inflow.home_trust.trust().index() < inputs.trusts.size());
    if (!trust_known || inflow.service.index() >= inputs.services.size()) {
        problems.emplace_back("inflow: unknown trust or service");
        return;
    }
    const std::string home =
        inflow.home_trust.is_trust() ? inputs.trusts[inflow.home_trust.trust().index()] : "outside";
    const Service& service = inputs.services[inflow.service.index()];
    const std::string name = "inflow " + home + " " + service.id;
    const std::size_t periods = period_starts(inputs).size() - 1;
    const bool detours_fit = std::all_of(inflow.detours.begin(), inflow.detours.end(),
                                         [&](const Detour& detour) { return detour.share.size() == periods; });
    if (inflow.admissions_per_day.size() != periods || inflow.destination_share.size() != periods || !detours_fit ||
        (!inflow.stay_factor.empty() && inflow.stay_factor.size() != periods)) {
        problems.push_back(name + ": needs one value per period");
        return;
    }
    const double most = 60000.0 * service.cell_rate;
    for (const double rate : inflow.admissions_per_day) {
        if (!is_amount(rate) || rate > most) problems.push_back(name + ": admissions per day are out of range");
    }
    for (const std::vector<double>& by_destination : inflow.stay_factor) {
        if (by_destination.size() != inputs.trusts.size() + 1)
            problems.push_back(name + ": stay_factor must have one per destination");
        for (const double factor : by_destination) {
            if (!(factor > 0.0 && std::isfinite(factor))) problems.push_back(name + ": stay_factor must be positive");
        }
    }
    if (!check_shares(inputs, inflow, name, problems)) return;
    check_detours(inputs, inflow, name, problems);
    for (std::size_t to = 0; to <= inputs.trusts.size(); ++to) check_destination(inputs, inflow, to, name, problems);
}

void check_pairs(const CareInputs& inputs, Problems& problems) {
    std::set<std::pair<WhichTrust, ServiceId>> seen;
    for (const Inflow& inflow : inputs.inflows) {
        if (!seen.insert({inflow.home_trust, inflow.service}).second) {
            problems.emplace_back("inflow: a home trust and service have two inflows");
        }
    }
}

} // namespace

std::vector<std::string> find_problems(const CareInputs& inputs) {
    Problems problems;
    std::vector<std::string> services;
    std::vector<std::string> units;
    for (const Service& service : inputs.services) services.push_back(service.id);
    for (const Unit& unit : inputs.units) units.push_back(unit.id);
    check_calendar(inputs, problems);
    check_ids("trusts", inputs.trusts, problems);
    check_ids("services", services, problems);
    check_ids("units", units, problems);
    for (const Service& service : inputs.services) check_service(service, inputs.calendar.warm_up_years, problems);
    for (const Unit& unit : inputs.units) check_unit(inputs, unit, problems);
    check_sites(inputs, problems);
    for (const Inflow& inflow : inputs.inflows) check_inflow(inputs, inflow, problems);
    check_pairs(inputs, problems);
    const Problems routes = find_route_problems(inputs);
    problems.insert(problems.end(), routes.begin(), routes.end());
    return problems;
}

} // namespace framsyn::care
