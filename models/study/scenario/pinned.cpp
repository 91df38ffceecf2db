#include "models/study/scenario/pinned.hpp"

#include <algorithm>
#include <type_traits>

namespace framsyn::study {
namespace {

/// Does the same to any number of quantities, some of which may be absent.
template <class Do>
class Each {
  public:
    explicit Each(const Do& with) : with_(with) {}

    template <class... Quantities>
    void operator()(Quantities&... quantities) const {
        (one(quantities), ...);
    }

  private:
    template <class AQuantity>
    void one(AQuantity& quantity) const {
        if constexpr (std::is_same_v<std::remove_const_t<AQuantity>, Quantity>) {
            with_(quantity);
        } else {
            if (quantity) with_(*quantity);
        }
    }

    const Do& with_;
};

template <class AScenario, class Do>
void each_of_patients(AScenario& scenario, const Each<Do>& each) {
    for (auto& activity : scenario.activities) each(activity.bed_days, activity.later_use);
    for (auto& seen : scenario.seen) each(seen.share);
    for (auto& flow : scenario.flows) each(flow.level);
    for (auto& stay : scenario.stays) each(stay.mean, stay.spread, stay.long_share, stay.long_ratio);
    for (auto& factor : scenario.factors) each(factor.effect);
    for (auto& stock : scenario.stocks) each(stock.growth);
    for (auto& action : scenario.actions) {
        each(action.beds);
        if (action.change) each(action.change->percent, action.change->days, action.change->stay_of_those);
        if (action.detour) each(action.detour->share);
    }
}

template <class AScenario, class Do>
void each_of_beds(AScenario& scenario, const Each<Do>& each) {
    for (auto& unit : scenario.units) each(unit.beds, unit.surge, unit.open_share);
    for (auto& change : scenario.changes) each(change.beds);
    for (auto& count : scenario.counts) each(count.beds);
    for (auto& planned : scenario.utilisations) each(planned.utilisation);
}

template <class AScenario, class Do> // a constant one too
void for_each_quantity(AScenario& scenario, const Do& with) {
    const Each<Do> each(with);
    each(scenario.warm_up, scenario.decline_full_to);
    for (auto& trust : scenario.trusts)
        each(trust.fertility_index, trust.mortality_index_female, trust.mortality_index_male);
    for (auto& service : scenario.services)
        each(service.level, service.utilisation, service.risk, service.tolerated_wait, service.emergency_share,
             service.over_occupancy, service.max_wait, service.warm_up, service.cell_time, service.cell_rate);
    each_of_beds(scenario, each);
    each_of_patients(scenario, each);
    for (auto& travel : scenario.travel) each(travel.air);
    for (auto& [year, persons] : scenario.elsewhere) each(persons);
    for (auto& statement : scenario.statements) each(statement.figure, statement.target);
    for (auto& model : scenario.region_models) each(model.beds);
    for (auto& published : scenario.published) each(published.change);
    for (auto& staff : scenario.staffing) each(staff.per_bed);
    for (auto& assumption : scenario.assumptions) each(assumption);
}

} // namespace

void pin(Scenario& scenario, const std::vector<std::string>& addresses) {
    for_each_quantity(scenario, [&](Quantity& quantity) {
        if (std::find(addresses.begin(), addresses.end(), quantity.address) != addresses.end())
            quantity.low = quantity.high = quantity.value;
    });
}

std::vector<const Quantity*> quantities_of(const Scenario& scenario) {
    std::vector<const Quantity*> all;
    for_each_quantity(scenario, [&](const Quantity& quantity) { all.push_back(&quantity); });
    return all;
}

void put(Scenario& scenario, const std::vector<ValueAt>& values) {
    for_each_quantity(scenario, [&](Quantity& quantity) {
        const auto found = std::find_if(values.begin(), values.end(),
                                        [&](const ValueAt& value) { return value.address == quantity.address; });
        if (found != values.end()) quantity.value = found->value;
    });
}

} // namespace framsyn::study
