#pragma once

#include "models/capacity/bed_plan.hpp"
#include "models/need/beds/service_level_rule.hpp"
#include "models/study/scenario/scenario.hpp"

#include <vector>

namespace framsyn::study {

/// The two rules by which bed days become beds.
enum class Rule { utilisation, service_level };
inline constexpr NameTable<Rule, 2> rule_names{
    {{Rule::utilisation, "utilisation"}, {Rule::service_level, "service-level"}}};

/// Beds that a provider needs for a service by the official rule and by the service-level rule.
struct BedNeed {
    double at_utilisation = 0.0;
    double at_service_level = 0.0;
};

/// Both rules with what a scenario says of every provider, service and year, made ready once for many draws.
class BedRules {
  public:
    BedRules(const Scenario& scenario, const capacity::BedPlan& plan);

    /// `year` counts from the base year.
    BedNeed beds(WhichTrust provider, ServiceId service, std::size_t year, double bed_days) const;

  private:
    struct Terms {
        need::WhenFull when_full = need::WhenFull::lost;
        need::Patience patience;
        std::vector<double> utilisation, risk;           ///< [year]
        std::vector<std::vector<need::SiteShare>> sites; ///< [year]
    };
    std::size_t trusts_;
    std::size_t services_;
    std::vector<int> days_;    ///< of each year
    std::vector<Terms> terms_; ///< [provider slot][service]
};

} // namespace framsyn::study
