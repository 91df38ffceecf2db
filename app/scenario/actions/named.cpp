#include "app/scenario/actions/named.hpp"

#include "models/demography/cohorts.hpp"

#include <algorithm>

namespace framsyn::app {

std::vector<WhichTrust> trusts_named(const study::Scenario& scenario, const std::vector<std::string>& names) {
    std::vector<WhichTrust> found;
    for (const std::string& name : names) {
        if (name == "outside") {
            found.push_back(WhichTrust::outside());
        } else if (name == "region") {
            for (std::size_t t = 0; t < scenario.trusts.size(); ++t) found.emplace_back(TrustId(t));
        } else {
            found.emplace_back(TrustId(index_of(scenario.trusts, name)));
        }
    }
    return found;
}

std::vector<ServiceId> services_named(const study::Scenario& scenario, const std::vector<std::string>& names) {
    std::vector<ServiceId> found;
    for (const std::string& name : names) {
        const auto group = std::find_if(scenario.groups.begin(), scenario.groups.end(),
                                        [&](const study::GroupInfo& candidate) { return candidate.id == name; });
        if (group != scenario.groups.end())
            found.insert(found.end(), group->parts.begin(), group->parts.end());
        else
            found.emplace_back(index_of(scenario.services, name));
    }
    return found;
}

study::Patients patients_named(const study::Scenario& scenario, const Entry& entry) {
    study::Patients of;
    if (entry.has("residents_of")) {
        for (const WhichTrust& trust : trusts_named(scenario, entry.texts("residents_of")))
            of.residents_of.push_back(trust.trust());
    }
    if (entry.has("treated_at")) of.treated_at = trusts_named(scenario, entry.texts("treated_at"));
    if (entry.has("service")) of.services = services_named(scenario, entry.texts("service"));
    if (entry.has("age_from") || entry.has("age_to")) {
        constexpr int oldest = static_cast<int>(demography::age_count) - 1;
        of.ages = AgeSpan{entry.integer_or("age_from", 0), entry.integer_or("age_to", oldest)};
    }
    return of;
}

} // namespace framsyn::app
