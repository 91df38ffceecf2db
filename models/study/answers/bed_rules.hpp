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

/// A department's sites through a part of a year.
struct SitesForATime {
    Date from;          ///< first day of the part
    double share = 1.0; ///< of the year's days on which the department has beds
    std::vector<need::SiteShare> sites;
};

/// Both rules with what a scenario says of every provider, service and year, made ready once for many draws.
class BedRules {
  public:
    BedRules(const Scenario& scenario, const capacity::BedPlan& plan);

    /// `year` counts from the base year. By the service level the mean over the year's days: where beds move between sites
    /// within it, each part of the year is solved with its own sites.
    BedNeed beds(WhichTrust provider, ServiceId service, std::size_t year, double bed_days) const;

    /// What the service level asks for on a day of that year.
    double at_service_level_on(const Date& day, WhichTrust provider, ServiceId service, std::size_t year,
                               double bed_days) const;

  private:
    struct Terms {
        need::WhenFull when_full = need::WhenFull::lost;
        need::Patience patience;
        std::vector<double> utilisation, risk;         ///< [year]
        std::vector<std::vector<SitesForATime>> sites; ///< [year], parts in order; at least one
    };
    const Terms& terms(WhichTrust provider, ServiceId service) const {
        return terms_[provider.slot(trusts_) * services_ + service.index()];
    }

    std::size_t trusts_;
    std::size_t services_;
    std::vector<int> days_;    ///< of each year
    std::vector<Terms> terms_; ///< [provider slot][service]
};

} // namespace framsyn::study
