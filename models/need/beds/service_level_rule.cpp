#include "models/need/beds/service_level_rule.hpp"

#include "models/need/beds/utilisation_rule.hpp"

namespace framsyn::need {

double beds_at_service_level(double bed_days, const std::vector<SiteShare>& sites, double risk, WhenFull when_full) {
    const double load = bed_days / operating_days;
    if (sites.empty()) return beds_for_service_level(load, risk, when_full);
    double beds = 0.0;
    for (const SiteShare& site : sites) {
        beds += beds_for_service_level(load * site.of_beds, risk, when_full) / site.open;
    }
    return beds;
}

} // namespace framsyn::need
