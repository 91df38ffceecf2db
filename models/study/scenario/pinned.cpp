#include "models/study/scenario/pinned.hpp"

#include <algorithm>

namespace framsyn::study {
namespace {

void pin_one(Quantity& quantity, const std::vector<std::string>& addresses) {
    if (std::find(addresses.begin(), addresses.end(), quantity.address) != addresses.end())
        quantity.low = quantity.high = quantity.value;
}

/// Any number of quantities, some of which may be absent.
class Pins {
  public:
    explicit Pins(const std::vector<std::string>& addresses) : addresses_(addresses) {}

    template <class... Quantities>
    void operator()(Quantities&... quantities) const {
        (one(quantities), ...);
    }

  private:
    void one(Quantity& quantity) const { pin_one(quantity, addresses_); }
    void one(std::optional<Quantity>& quantity) const {
        if (quantity) pin_one(*quantity, addresses_);
    }

    const std::vector<std::string>& addresses_;
};

void pin_patients(Scenario& scenario, const Pins& pins) {
    for (ActivityInfo& activity : scenario.activities) pins(activity.bed_days);
    for (SeenOccupancy& seen : scenario.seen) pins(seen.share);
    for (FlowInfo& flow : scenario.flows) pins(flow.level);
    for (StayInfo& stay : scenario.stays) pins(stay.mean, stay.spread, stay.long_share, stay.long_ratio);
    for (FactorInfo& factor : scenario.factors) pins(factor.effect);
    for (StockInfo& stock : scenario.stocks) pins(stock.growth);
    for (ActionInfo& action : scenario.actions) {
        pins(action.beds);
        if (action.change) pins(action.change->percent, action.change->days, action.change->stay_of_those);
        if (action.detour) pins(action.detour->share);
    }
}

void pin_beds(Scenario& scenario, const Pins& pins) {
    for (UnitInfo& unit : scenario.units) pins(unit.beds, unit.surge, unit.open_share);
    for (ChangeInfo& change : scenario.changes) pins(change.beds);
    for (CountInfo& count : scenario.counts) pins(count.beds);
    for (UtilisationInfo& planned : scenario.utilisations) pins(planned.utilisation);
}

} // namespace

void pin(Scenario& scenario, const std::vector<std::string>& addresses) {
    const Pins pins(addresses);
    pins(scenario.warm_up);
    for (TrustInfo& trust : scenario.trusts)
        pins(trust.fertility_index, trust.mortality_index_female, trust.mortality_index_male);
    for (ServiceInfo& service : scenario.services)
        pins(service.level, service.utilisation, service.risk, service.tolerated_wait, service.emergency_share, service.over_occupancy,
             service.max_wait, service.warm_up, service.cell_time, service.cell_rate);
    pin_beds(scenario, pins);
    pin_patients(scenario, pins);
    for (TravelInfo& travel : scenario.travel) pins(travel.air);
    for (auto& [year, persons] : scenario.elsewhere) pins(persons);
    for (StatementInfo& statement : scenario.statements) pins(statement.figure, statement.target);
    for (Quantity& assumption : scenario.assumptions) pins(assumption);
}

} // namespace framsyn::study
