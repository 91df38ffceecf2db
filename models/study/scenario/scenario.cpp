#include "models/study/scenario/scenario.hpp"

#include "sim/numerics/random_stream.hpp"

#include <algorithm>
#include <bit>

namespace framsyn::study {
namespace {

bool names(const ServiceOrGroup& group, ServiceId service) {
    return std::find(group.services.begin(), group.services.end(), service) != group.services.end();
}

/// Folds texts and numbers into one number; their order counts.
class Mix {
  public:
    void add(std::string_view text) { sum_ = sim::hash_text(text, sum_); }
    void add(std::uint64_t number) {
        for (int byte = 0; byte < 8; ++byte) {
            sum_ ^= (number >> (8 * byte)) & 0xFFU;
            sum_ *= 0x100000001b3ULL; // the prime of hash_text
        }
    }
    void add(double number) { add(std::bit_cast<std::uint64_t>(number)); }
    void add(int number) { add(static_cast<std::uint64_t>(number)); }
    std::uint64_t sum() const { return sum_; }

  private:
    std::uint64_t sum_ = 0xcbf29ce484222325ULL;
};

bool is_effect_beside(const ActionInfo& action, const Scenario& base) {
    return action.is_effect() && action.counts() &&
           std::none_of(base.actions.begin(), base.actions.end(),
                        [&](const ActionInfo& other) { return other.id == action.id; });
}

} // namespace

std::uint64_t fingerprint(const Scenario& scenario) {
    Mix mix;
    mix.add(std::uint64_t{scenario.seed});
    for (const int year : {scenario.base_year, scenario.last_year, scenario.demography.last_year}) mix.add(year);
    for (const TrustInfo& trust : scenario.trusts) mix.add(trust.id);
    for (const std::string& area : scenario.demography.areas) mix.add(area);
    for (const UnitInfo& unit : scenario.units) mix.add(unit.id);
    for (const FlowInfo& flow : scenario.flows) mix.add(flow.id);
    for (const ActionInfo& action : scenario.actions) {
        mix.add(action.id);
        for (const Period& period : action.when) mix.add(static_cast<int>(days_since_2000(period.from)));
        mix.add(action.strength);
        if (action.policy) mix.add(action.policy->value.value);
        if (action.open_share) mix.add(action.open_share->value);
    }
    for (const Quantity& assumption : scenario.assumptions) {
        mix.add(assumption.address);
        for (const double number : {assumption.value, assumption.low, assumption.high}) mix.add(number);
    }
    for (const ActivityInfo& activity : scenario.activities) {
        for (const CountedUse& year : activity.counted) {
            mix.add(year.year);
            for (const double days : {year.bed_days, year.expected_days}) mix.add(days);
        }
    }
    for (const demography::Cohorts& year : scenario.demography.observed) {
        for (Eigen::Index column = 0; column < year.cols(); ++column) mix.add(year.col(column).sum());
    }
    return mix.sum();
}

bool Scenario::offers(TrustId trust, ServiceId service) const {
    return std::any_of(units.begin(), units.end(),
                       [&](const UnitInfo& unit) { return unit.trust == trust && unit.service == service; });
}

std::string Scenario::id_of(WhichTrust trust) const {
    if (trust.is_region()) return "region";
    return trust.is_outside() ? "outside" : of(trust.trust()).id;
}

bool has_effects_beside(const Scenario& scenario, const Scenario& base) {
    return std::any_of(scenario.actions.begin(), scenario.actions.end(),
                       [&](const ActionInfo& action) { return is_effect_beside(action, base); });
}

Scenario with_effects(Scenario scenario, const Scenario& base, double strength) {
    for (ActionInfo& action : scenario.actions) {
        if (is_effect_beside(action, base)) action.strength = strength;
    }
    return scenario;
}

const Quantity& utilisation_of(const Scenario& scenario, WhichTrust trust, ServiceId service) {
    for (const UtilisationInfo& own : scenario.utilisations) {
        if (trust == own.trust && names(own.service, service)) return own.utilisation;
    }
    return scenario.of(service).utilisation;
}

const Quantity* shared_utilisation(const Scenario& scenario, WhichTrust trust, const ServiceOrGroup& service) {
    const Quantity& first = utilisation_of(scenario, trust, service.services.front());
    const bool shared = std::all_of(service.services.begin(), service.services.end(), [&](ServiceId part) {
        const Quantity& other = utilisation_of(scenario, trust, part);
        return other.value == first.value && other.low == first.low && other.high == first.high;
    });
    return shared ? &first : nullptr;
}

} // namespace framsyn::study
