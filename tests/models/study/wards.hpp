#pragma once

#include "models/study/study.hpp"
#include "tests/models/study/small_region.hpp"

#include <random>
#include <stdexcept>

namespace framsyn::study::testing {

inline constexpr std::size_t parts = 3;
inline constexpr int days_2020 = 366;

inline Quantity stated(double value, double low, double high, const std::string& address, Status status) {
    Quantity quantity = about(value, low, high, address);
    quantity.status = status;
    return quantity;
}

/// The first trust has three wards, the second one of them; all patients are treated at home, so that a ward's growth is
/// the same whatever its level.
inline Scenario wards(const double (&places)[parts]) {
    Scenario region = small_region();
    const ServiceInfo ward = region.services.front();
    region.services.clear();
    region.units.clear();
    region.flows.clear();
    region.stays.clear();
    region.changes.clear();
    for (std::size_t s = 0; s < parts; ++s) {
        ServiceInfo service = ward;
        service.id = "ward-" + std::to_string(s);
        service.level = exactly(1.0);
        service.over_occupancy = exactly(0.2);
        region.services.push_back(service);
        for (std::size_t t = 0; t < (s == 0 ? 2u : 1u); ++t) {
            UnitInfo unit;
            unit.id = service.id + "-" + std::to_string(t);
            unit.trust = TrustId(t);
            unit.service = ServiceId(s);
            unit.beds = stated(places[s], places[s], places[s], "unit." + unit.id + ".beds", Status::observed);
            unit.open_share = exactly(1.0);
            region.units.push_back(unit);
            FlowInfo flow;
            flow.residence = TrustId(t);
            flow.service = ServiceId(s);
            flow.at = TrustId(t);
            flow.level = about(1.0, 0.8, 1.2, "flow." + unit.id + ".level");
            flow.has_level = true;
            region.flows.push_back(flow);
        }
    }
    region.groups = {{"wards", {"poster", "wards"}, {ServiceId(0), ServiceId(1), ServiceId(2)}}};
    return region;
}

inline void set_activity(Scenario& region, std::size_t trust, const ServiceOrGroup& service, Basis basis, double beds) {
    ActivityInfo activity;
    activity.id = "activity-" + std::to_string(region.activities.size());
    activity.trust = TrustId(trust);
    activity.service = service;
    activity.basis = basis;
    activity.bed_days = stated(beds * days_2020, beds * days_2020, beds * days_2020,
                               "activity." + activity.id + ".bed_days", Status::observed);
    region.activities.push_back(activity);
}

inline ServiceOrGroup ward(const Scenario& region, std::size_t s) {
    return {region.services[s].id, {ServiceId(s)}, false};
}

/// Everybody knows what each ward has: the truth.
inline Scenario with_known(Scenario region, const double (&beds)[parts]) {
    region.activities.clear();
    region.seen.clear();
    for (std::size_t s = 0; s < parts; ++s) set_activity(region, 0, ward(region, s), Basis::observed, beds[s]);
    set_activity(region, 1, ward(region, 0), Basis::observed, 4.0);
    return region;
}

/// Only their sum was counted; the split is a guess, and like wards were seen between `low` and `high` full.
inline Scenario with_sum(Scenario region, double sum, double low, double high) {
    region.activities.clear();
    set_activity(region, 0, {"wards", {ServiceId(0), ServiceId(1), ServiceId(2)}, true}, Basis::observed, sum);
    for (std::size_t s = 0; s < parts; ++s) set_activity(region, 0, ward(region, s), Basis::split, sum / parts);
    set_activity(region, 1, ward(region, 0), Basis::observed, 4.0);
    region.seen = {{"wards",
                    {ServiceId(0), ServiceId(1), ServiceId(2)},
                    stated(0.5 * (low + high), low, high, "seen_occupancy.wards.share", Status::derived)}};
    return region;
}

inline const Verdict& verdict_of(const Study& study, std::size_t trust, const std::string& service, int year) {
    for (const Verdict& verdict : study.verdicts()) {
        const Cell& cell = study.need()[verdict.cell].cell;
        if (cell.trust == TrustId(trust) && cell.service.id == service && verdict.year == year) return verdict;
    }
    throw std::logic_error("no verdict of " + service);
}

/// Uniform numbers that are the same with every library.
class Dice {
  public:
    explicit Dice(std::uint32_t seed) : engine_(seed) {}
    double between(double low, double high) {
        return low + (high - low) * (static_cast<double>(engine_()) / 4294967296.0);
    }

  private:
    std::mt19937 engine_;
};

} // namespace framsyn::study::testing
