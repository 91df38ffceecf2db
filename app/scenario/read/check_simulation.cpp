#include "app/scenario/read/check_simulation.hpp"

#include "app/ground/number_text.hpp"
#include "models/study/draws/draw.hpp"
#include "models/study/scenario/mean_stay.hpp"
#include "models/study/scenario/planned_beds.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace framsyn::app {
namespace {

double normal_probability(double z) {
    return 0.5 * std::erfc(-z / std::sqrt(2.0));
}

/// P(k, x), the regularised lower incomplete gamma function: DLMF 8.11.4, the series with positive terms. Boost.Math's
/// needs threads, which WebAssembly has none of.
double gamma_probability(double k, double x) {
    if (!(x > 0.0)) return 0.0;
    constexpr double standard_deviations = 40.0;
    if (x > k + standard_deviations * (1.0 + std::sqrt(k))) return 1.0;
    double term = std::exp(k * std::log(x) - x - std::lgamma(k + 1.0));
    double sum = term;
    for (double n = 1.0; term > 1e-16 * sum || n + k < x; ++n) sum += term *= x / (k + n);
    return std::min(1.0, sum);
}

/// Expected days of a stay within so many days of admission, E min(X, t).
double days_within(care::StayShape shape, double mean, double spread, double t) {
    if (!(mean > 0.0)) return 0.0;
    switch (shape) {
    case care::StayShape::fixed:
        return std::min(mean, t);
    case care::StayShape::exponential:
        return -mean * std::expm1(-t / mean);
    case care::StayShape::gamma: {
        const double k = 1.0 / (spread * spread);
        return mean * gamma_probability(k + 1.0, t * k / mean) + t * (1.0 - gamma_probability(k, t * k / mean));
    }
    case care::StayShape::lognormal:
        break;
    }
    if (!(spread > 0.0)) return std::min(mean, t);
    const double z = (std::log(t / mean) + 0.5 * spread * spread) / spread;
    return mean * normal_probability(z - spread) + t * normal_probability(-z);
}

/// Where a key of an entry stands; the entry where it doesn't.
Position place_of_key(const Value& root, const std::string& list, const std::string& id, const std::string& key) {
    const Value* entries = root.find(list);
    for (const Value& entry : entries && entries->as<Array>() ? *entries->as<Array>() : Array{}) {
        const Value* own = entry.find("id");
        const std::string* text = own ? own->as<std::string>() : nullptr;
        const Value* value = entry.find(key);
        if (text && *text == id && value) return value->at;
    }
    return place_of(root, list, id);
}

/// Beds that patients of one trust and service can lie in, mean over a year.
double most_patients(const WrittenScenario& scenario, const capacity::BedPlan& plan, TrustId trust, ServiceId service,
                     int year) {
    const study::ServiceInfo& info = scenario.of(service);
    const auto has = [&](care::Step step) {
        return std::find(info.when_full.begin(), info.when_full.end(), step) != info.when_full.end();
    };
    double patients = 0.0;
    for (std::size_t u = 0; u < scenario.units.size(); ++u) {
        const study::UnitInfo& unit = scenario.units[u];
        if (unit.trust != trust || unit.service != service) continue;
        const double staffed = plan.staffed(UnitId(u), year).mean;
        const double open = staffed * unit.open_share.value;
        patients += open;
        if (has(care::Step::over_occupancy)) patients += open * info.over_occupancy.value;
        if (has(care::Step::surge) && unit.surge) patients += std::max(0.0, unit.surge->value - staffed);
    }
    return patients;
}

class SimulationRemarks {
  public:
    SimulationRemarks(const WrittenScenario& scenario, const Value& root, Problems& remarks)
        : scenario_(scenario), root_(root), remarks_(remarks), plan_(planned_beds(scenario)),
          need_(central_draw(scenario, demography::Projector(scenario.demography)).need) {}

    void stays_out_of_reach() {
        constexpr double nearly_all = 0.95;
        for (const study::StayInfo& stay : scenario_.stays) {
            const study::ServiceInfo& service = scenario_.of(stay.service);
            if (!service.simulated || !(stay.mean.value > 0.0)) continue;
            constexpr double days_a_year = 365.25;
            const double share = share_of_days_within(stay, service.warm_up.value * days_a_year);
            if (share >= nearly_all) continue;
            const char* hint_nb =
                stay.shape == care::StayShape::lognormal ? "; spread er standardavviket til logaritmen, ikke døgn" : "";
            const char* hint_en = stay.shape == care::StayShape::lognormal
                                      ? "; spread is the standard deviation of the logarithm, not days"
                                      : "";
            // The key that a file says otherwise than the one it extends is the likelier slip.
            const bool own_spread = !stay.spread.at.file.empty() && stay.spread.at.file != stay.mean.at.file;
            remarks_.add(
                own_spread ? stay.spread.at : stay.mean.at,
                {fmt::format("{}: bare {:.0f} % av døgnene i et opphold med snitt {} døgn og spread {} kommer "
                             "innen oppvarmingen på {:.0f} år; simuleringen får for få belagte plasser{}",
                             service.id, 100.0 * share, with_comma(fmt::format("{:.4g}", stay.mean.value)),
                             with_comma(fmt::format("{:.3g}", stay.spread.value)), service.warm_up.value, hint_nb),
                 fmt::format("{}: only {:.0f}% of the days of a stay with mean {:.4g} days and spread {:.3g} come "
                             "within the warm-up of {:.0f} years; the simulation gets too few occupied beds{}",
                             service.id, 100.0 * share, stay.mean.value, stay.spread.value, service.warm_up.value,
                             hint_en)});
        }
    }

    void endless_queues() {
        for (std::size_t s = 0; s < scenario_.services.size(); ++s) {
            const study::ServiceInfo& service = scenario_.services[s];
            if (!service.simulated || service.when_full.empty() || service.when_full.back() != care::Step::wait)
                continue;
            for (std::size_t t = 0; t < scenario_.trusts.size(); ++t) endless_queue(TrustId(t), ServiceId(s));
        }
    }

  private:
    /// Patients of an emergency that one trust must treat, mean over a year.
    double emergencies(TrustId trust, ServiceId service, int year) const {
        double days = 0.0;
        for (std::size_t f = 0; f < need_.flows.size(); ++f) {
            if (need_.flows[f].provider == trust && need_.flows[f].service == service)
                days += need_.bed_days[f][static_cast<std::size_t>(year - scenario_.base_year)];
        }
        return days / days_in_year(year) * scenario_.of(service).emergency_share.value;
    }

    /// The trust, and where overflow goes if the service has that step.
    std::vector<TrustId> helpers_of(TrustId trust, ServiceId service) const {
        std::vector<TrustId> trusts{trust};
        const auto& steps = scenario_.of(service).when_full;
        if (std::find(steps.begin(), steps.end(), care::Step::overflow) == steps.end()) return trusts;
        for (const study::OverflowInfo& overflow : scenario_.overflows) {
            const bool of_service =
                std::find(overflow.services.begin(), overflow.services.end(), service) != overflow.services.end();
            if (overflow.trust != trust || !of_service) continue;
            for (const WhichTrust to : overflow.order) {
                if (to.is_trust()) trusts.push_back(to.trust());
            }
        }
        return trusts;
    }

    void endless_queue(TrustId trust, ServiceId service) {
        if (!scenario_.offers(trust, service)) return;
        const std::vector<TrustId> trusts = helpers_of(trust, service);
        for (int year = scenario_.base_year; year <= scenario_.last_year; ++year) {
            double patients = 0.0;
            double room = 0.0;
            for (const TrustId each : trusts) {
                patients += emergencies(each, service, year);
                room += most_patients(scenario_, plan_, each, service, year);
            }
            if (room == 0.0) return; // told of as beds that all close
            if (patients <= room) continue;
            const auto unit =
                std::find_if(scenario_.units.begin(), scenario_.units.end(), [&](const study::UnitInfo& info) {
                    return info.trust == trust && info.service == service;
                });
            remarks_.add(
                place_of(root_, "unit", unit->id),
                {fmt::format("{} {}: øyeblikkelig hjelp trenger {} plasser i {}, og det er {}{}; de som venter, "
                             "venter uten grense, og køen vokser (waiting_end i care.csv)",
                             scenario_.of(trust).id, scenario_.of(service).id,
                             with_comma(fmt::format("{:.1f}", patients)), year, with_comma(fmt::format("{:.1f}", room)),
                             trusts.size() > 1 ? ", medregnet dit overløp går" : ""),
                 fmt::format("{} {}: emergencies need {:.1f} beds in {}, and there are {:.1f}{}; those who wait do so "
                             "without limit, and the queue grows (waiting_end in care.csv)",
                             scenario_.of(trust).id, scenario_.of(service).id, patients, year, room,
                             trusts.size() > 1 ? ", where overflow goes included" : "")});
            return;
        }
    }

    const WrittenScenario& scenario_;
    const Value& root_;
    Problems& remarks_;
    capacity::BedPlan plan_;
    need::NeedPath need_;
};

} // namespace

double share_of_days_within(const study::StayInfo& stay, double within_days) {
    const double share = stay.long_share.value;
    const double ratio = stay.long_ratio.value;
    const double mean = stay.mean.value;
    const double spread = stay.spread.value;
    if (!(share > 0.0)) return days_within(stay.shape, mean, spread, within_days) / mean;
    const double others = mean * (1.0 - share * ratio) / (1.0 - share);
    return ((1.0 - share) * days_within(stay.shape, others, spread, within_days) +
            share * days_within(stay.shape, ratio * mean, spread, within_days)) /
           mean;
}

namespace {

/// Whether patients of any flow stay as the entry of this id says.
bool is_followed(const WrittenScenario& scenario, const std::string& id) {
    return std::any_of(scenario.flows.begin(), scenario.flows.end(), [&](const study::FlowInfo& flow) {
        const study::StayInfo* stay = study::stay_of(scenario, flow.service, flow.at);
        return stay && stay->mean.address == "stay." + id + ".mean";
    });
}

void remark_on_stay(const WrittenScenario& scenario, const std::string& address, const std::string& id,
                    const Position& at, Problems& remarks) {
    if (!is_followed(scenario, id)) {
        remarks.add(at, {fmt::format("{}: ingen pasienter har disse oppholdene (hvert sted med tjenesten har sin egen "
                                     "[[stay]], eller ingen [[flow]] går dit); endringen virker ikke",
                                     address),
                         fmt::format("{}: no patients have these stays (each place with the service has its own "
                                     "[[stay]], or no [[flow]] goes there); the change has no effect",
                                     address)});
        return;
    }
    remarks.add(at,
                {fmt::format("{}: behovet (liggedøgn, og plasser etter planlagt utnyttelse) følger ikke liggetiden; "
                             "bare simuleringen får "
                             "andre opphold, og tilsvarende flere eller færre innleggelser; skal behovet følge, "
                             "skriv [[action]] kind = \"stay\"",
                             address),
                 fmt::format("{}: need (bed days, and beds by utilisation) doesn't follow the length of stay; only the "
                             "simulation gets other stays, and more or fewer admissions accordingly; for need to "
                             "follow write [[action]] kind = \"stay\"",
                             address)});
}

} // namespace

void remark_on_changed_stays(const WrittenScenario& scenario, const Value& root, Problems& remarks) {
    for (const Difference& difference : scenario.differences) {
        const std::string list = "stay.";
        if (!difference.key.starts_with(list)) continue;
        const std::size_t end = difference.key.find('.', list.size());
        const std::string id = difference.key.substr(list.size(), end - list.size());
        const std::string key = end == std::string::npos ? "" : difference.key.substr(end + 1);
        if (!key.empty() && key != "mean") continue;
        remark_on_stay(scenario, difference.key, id, place_of_key(root, "stay", id, key), remarks);
    }
}

void remark_on_simulation(const WrittenScenario& scenario, const Value& root, Problems& remarks) {
    SimulationRemarks check(scenario, root, remarks);
    check.stays_out_of_reach();
    check.endless_queues();
}

} // namespace framsyn::app
