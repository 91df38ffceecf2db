#include "app/stages.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace framsyn::app {
namespace {

WhichTrust care_trust(std::size_t trust) {
    return trust == need::outside ? WhichTrust::outside() : TrustId(trust);
}

/// Services of the care model are those simulated; -1 for the others.
std::vector<int> care_service_index(const Scenario& scenario) {
    std::vector<int> index;
    int next = 0;
    for (const ServiceInfo& service : scenario.services) index.push_back(service.simulated ? next++ : -1);
    return index;
}

care::Service care_service(const ServiceInfo& info, const ParameterDraw& draw) {
    care::Service service;
    service.id = info.id;
    service.emergency_share = draw(info.emergency_share);
    service.when_full.clear();
    for (const std::string& step : info.when_full) service.when_full.push_back(*value_in(care::step_names, step));
    service.max_wait_days = draw(info.max_wait);
    service.warm_up_years = static_cast<int>(info.warm_up.value);
    // The cells are part of a patient's identity: never drawn.
    service.cell_days = info.cell_time.value;
    service.cell_rate = info.cell_rate.value;
    return service;
}

/// Whole beds that care may use of a unit's staffed beds.
int open_beds(const UnitInfo& unit, double staffed) {
    return static_cast<int>(std::floor(staffed * unit.open_share.value + 0.5));
}

care::Unit care_unit(const Scenario& scenario, std::size_t index, const care::RunYears& calendar,
                     const std::vector<int>& service_index, const ParameterDraw& draw) {
    const UnitInfo& info = scenario.units[index];
    care::Unit unit;
    unit.id = info.id;
    unit.trust = TrustId(info.trust);
    unit.service = ServiceId(static_cast<std::size_t>(service_index[info.service]));
    unit.site = info.site;
    unit.over_occupancy_limit = draw(scenario.services[info.service].over_occupancy);
    double staffed = info.beds.value;
    // Beds of the first measured year are open in the warm-up too, so that it ends where the year begins.
    for (const ChangeInfo& change : scenario.changes) {
        if (change.unit == index && change.counts() && change.date.year < calendar.first_year)
            staffed += change.beds.value;
    }
    unit.staffed_beds = open_beds(info, staffed);
    unit.surge_beds = info.surge ? std::max(0, static_cast<int>(info.surge->value - staffed)) : 0;
    int open = unit.staffed_beds;
    for (const ChangeInfo& change : scenario.changes) {
        if (change.unit != index || !change.counts() || change.date.year < calendar.first_year) continue;
        staffed += change.beds.value;
        const int next = open_beds(info, staffed);
        unit.changes.push_back({care::day_of_date(calendar, change.date), next - open});
        open = next;
    }
    return unit;
}

/// What opens and closes on one day is one change: a replacement never empties a ward in between.
void join_changes_of_a_day(care::Unit& unit) {
    std::vector<care::CapacityChange> joined;
    for (const care::CapacityChange& change : unit.changes) {
        if (!joined.empty() && joined.back().day == change.day) {
            joined.back().beds += change.beds;
        } else {
            joined.push_back(change);
        }
    }
    unit.changes.clear();
    for (const care::CapacityChange& change : joined) {
        if (change.beds != 0) unit.changes.push_back(change);
    }
}

const StayInfo& stay_info(const Scenario& scenario, std::size_t service, std::size_t place) {
    const StayInfo* general = nullptr;
    for (const StayInfo& stay : scenario.stays) {
        if (stay.service != service) continue;
        if (stay.trust && *stay.trust == place) return stay;
        if (!stay.trust) general = &stay;
    }
    if (!general) throw std::logic_error("unchecked stay of " + scenario.services[service].id);
    return *general;
}

/// The stay's mixture: most patients, and a long-stay group whose share and length leave the overall mean as it is.
care::Stay care_stay(const StayInfo& info, const ParameterDraw& draw) {
    const double mean = draw(info.mean);
    const double spread = draw(info.spread);
    const care::StayShape shape = *value_in(care::stay_shape_names, info.shape);
    const double share = info.long_share.value;
    const double ratio = info.long_ratio.value;
    if (!(share > 0.0)) return {{{1.0, shape, mean, spread}}};
    const double others = mean * (1.0 - share * ratio) / (1.0 - share);
    return {{{1.0 - share, shape, others, spread}, {share, shape, ratio * mean, spread}}};
}

/// Patients of one residence and service: the flows to each place, over the place's mean stay.
care::Stream care_stream(const Scenario& scenario, const ParameterDraw& draw, const need::NeedPath& need,
                         std::size_t residence, std::size_t service, int service_index) {
    const std::size_t places = scenario.trusts.size() + 1;
    care::Stream stream;
    stream.home_trust = TrustId(residence);
    stream.service = ServiceId(static_cast<std::size_t>(service_index));
    stream.stay.resize(places);
    stream.admissions_per_day.assign(scenario.years(), 0.0);
    stream.destination_share.assign(scenario.years(), std::vector<double>(places, 0.0));
    std::size_t somewhere = 0;
    for (std::size_t f = 0; f < need.flows.size(); ++f) {
        const need::Flow& flow = need.flows[f];
        if (flow.residence != residence || flow.service != service) continue;
        const std::size_t destination = flow.place == need::outside ? places - 1 : flow.place;
        const StayInfo& stay = stay_info(scenario, service, flow.place);
        const double mean = draw(stay.mean);
        somewhere = destination;
        stream.stay[destination] = care_stay(stay, draw);
        for (std::size_t t = 0; t < scenario.years(); ++t) {
            const int days = days_in_year(scenario.base_year + static_cast<int>(t));
            const double admissions = need.bed_days[f][t] / mean / days;
            stream.destination_share[t][destination] = admissions;
            stream.admissions_per_day[t] += admissions;
        }
    }
    for (std::size_t t = 0; t < scenario.years(); ++t) {
        const double all = stream.admissions_per_day[t];
        for (double& share : stream.destination_share[t]) share = all > 0.0 ? share / all : 0.0;
        if (!(all > 0.0)) stream.destination_share[t][somewhere] = 1.0; // nobody goes there, but shares sum to 1
    }
    return stream;
}

/// The longest warm-up of a simulated service.
int warm_up_years(const Scenario& scenario) {
    double longest = 0.0;
    for (const ServiceInfo& service : scenario.services) {
        if (service.simulated) longest = std::max(longest, service.warm_up.value);
    }
    return static_cast<int>(longest);
}

double minutes_between(const Scenario& scenario, std::size_t from, std::size_t to, const ParameterDraw& draw) {
    for (const TravelInfo& travel : scenario.travel) {
        if ((travel.from == from && travel.to == to) || (travel.from == to && travel.to == from))
            return draw(travel.air);
    }
    return 0.0;
}

std::vector<care::Route> care_routes(const Scenario& scenario, const std::vector<int>& service_index,
                                     const ParameterDraw& draw) {
    std::vector<care::Route> routes;
    for (const OverflowInfo& overflow : scenario.overflows) {
        for (const std::size_t service : overflow.services) {
            if (service_index[service] < 0) continue;
            care::Route route{TrustId(overflow.trust), ServiceId(static_cast<std::size_t>(service_index[service])), {}};
            for (const std::size_t trust : overflow.order) {
                route.legs.push_back({care_trust(trust), minutes_between(scenario, overflow.trust, trust, draw)});
            }
            routes.push_back(std::move(route));
        }
    }
    return routes;
}

} // namespace

care::CareInputs care_inputs(const Scenario& scenario, const ParameterDraw& draw, const need::NeedPath& need) {
    care::CareInputs inputs;
    inputs.calendar = {scenario.base_year, static_cast<int>(scenario.years()), warm_up_years(scenario)};
    const std::vector<int> service_index = care_service_index(scenario);
    for (const TrustInfo& trust : scenario.trusts) inputs.trusts.push_back(trust.id);
    for (const ServiceInfo& service : scenario.services) {
        if (service.simulated) inputs.services.push_back(care_service(service, draw));
    }
    for (std::size_t unit = 0; unit < scenario.units.size(); ++unit) {
        inputs.units.push_back(care_unit(scenario, unit, inputs.calendar, service_index, draw));
        join_changes_of_a_day(inputs.units.back());
    }
    inputs.routes = care_routes(scenario, service_index, draw);
    for (std::size_t residence = 0; residence < scenario.trusts.size(); ++residence) {
        for (std::size_t service = 0; service < scenario.services.size(); ++service) {
            const bool flows = std::any_of(scenario.flows.begin(), scenario.flows.end(), [&](const FlowInfo& flow) {
                return flow.residence == residence && flow.service == service;
            });
            if (!flows || service_index[service] < 0) continue;
            inputs.streams.push_back(care_stream(scenario, draw, need, residence, service, service_index[service]));
        }
    }
    return inputs;
}

} // namespace framsyn::app
