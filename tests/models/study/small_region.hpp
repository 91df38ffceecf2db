#pragma once

#include "models/study/scenario/scenario.hpp"
#include "tests/models/demography/small_country.hpp"

namespace framsyn::study::testing {

inline Quantity about(double value, double low, double high, const std::string& address) {
    Quantity q;
    q.value = value;
    q.low = low;
    q.high = high;
    q.min = 0.0;
    q.max = 1e9;
    q.address = address;
    return q;
}
inline Quantity exactly(double value) {
    return about(value, value, value, "");
}

/// Two trusts, a service that is simulated at both and one that is only projected; people, levels and stays vary, and the
/// first trust gets two beds in 2022. Made as values: no file is read.
inline Scenario small_region() {
    Scenario region;
    region.id = "small";
    region.base_year = 2020;
    region.last_year = 2024;
    region.capacity_from = 2020;
    region.seed = 5;
    region.draws = 8;
    region.replications = 8;
    region.variant = "MMMM";
    region.driver_spread.mortality_step = 0.02;
    region.driver_spread.immigration_sd = 0.1;
    for (const char* id : {"nord", "sor"}) {
        TrustInfo trust;
        trust.id = id;
        trust.short_name = id;
        region.trusts.push_back(trust);
    }
    ServiceInfo acute;
    acute.id = "akutt";
    acute.utilisation = exactly(0.85);
    acute.risk = exactly(0.05);
    acute.level = about(1.0, 0.9, 1.1, "service.akutt.level");
    acute.emergency_share = exactly(1.0);
    acute.max_wait = exactly(1000.0);
    acute.warm_up = exactly(1.0);
    acute.cell_time = exactly(64.0);
    acute.cell_rate = exactly(0.0625);
    acute.when_full = {care::Step::wait};
    acute.waits_when_full = true;
    ServiceInfo elsewhere = acute;
    elsewhere.id = "somatikk";
    elsewhere.simulated = false;
    elsewhere.level = exactly(1.0);
    region.services = {acute, elsewhere};
    for (std::size_t t = 0; t < 2; ++t) {
        UnitInfo unit;
        unit.id = region.trusts[t].id + "-akutt";
        unit.trust = TrustId(t);
        unit.service = ServiceId(0);
        unit.site = unit.id;
        unit.beds = exactly(8.0);
        unit.open_share = exactly(1.0);
        region.units.push_back(unit);
        for (std::size_t s = 0; s < 2; ++s) {
            FlowInfo flow;
            flow.residence = TrustId(t);
            flow.service = ServiceId(s);
            flow.at = TrustId(t);
            flow.level = about(1.0, 0.8, 1.2, "flow." + std::to_string(2 * t + s) + ".level");
            flow.has_level = true;
            region.flows.push_back(flow);
        }
    }
    ChangeInfo opening;
    opening.id = "two-more";
    opening.unit = UnitId(0);
    opening.when = from_day({2022, 1, 1});
    opening.beds = exactly(2.0);
    region.changes = {opening};
    StayInfo stay;
    stay.service = ServiceId(0);
    stay.mean = about(10.0, 9.0, 11.0, "stay.akutt.mean");
    stay.spread = exactly(1.0);
    stay.long_share = exactly(0.0);
    stay.long_ratio = exactly(1.0);
    region.stays = {stay};
    region.demography = demography::testing::busy_country(2).resolved();
    region.use_rate_names = {"all"};
    region.use_rates = {demography::AgeSexTable::Constant(demography::age_count, 2, 0.05)};
    return region;
}

} // namespace framsyn::study::testing
