#include "models/need/beds/service_level_rule.hpp"

namespace framsyn::need {

double beds_at_service_level(double occupied_beds, const std::vector<SiteShare>& sites, double risk, WhenFull when_full,
                             const Patience& patience) {
    if (sites.empty()) return beds_for_service_level(occupied_beds, risk, when_full, patience);
    double beds = 0.0;
    for (const SiteShare& site : sites) {
        beds += beds_for_service_level(occupied_beds * site.of_beds, risk, when_full, patience) / site.open;
    }
    return beds;
}

} // namespace framsyn::need
