#include "models/study/verdict/together.hpp"

#include "models/need/beds/service_level_rule.hpp"
#include "models/study/answers/quantiles.hpp"
#include "models/study/scenario/policies.hpp"

#include <algorithm>

namespace framsyn::study {
namespace {

/// The terms of the one place in a year.
class Pool {
  public:
    Pool(const Judged& judged, ServiceId service, int year)
        : judged_(judged), service_(service), days_(days_in_year(year)) {
        const Scenario& scenario = judged.scenario;
        for (std::size_t h = 0; h < scenario.trusts.size(); ++h)
            risk_ = std::min(risk_, risk_in(scenario, TrustId(h), service, year));
        double beds = 0.0, open = 0.0;
        for (std::size_t u = 0; u < scenario.units.size(); ++u) {
            if (scenario.units[u].service != service) continue;
            double own = scenario.units[u].beds.value;
            for (const capacity::BedStep& step : judged.plan.steps(UnitId(u))) {
                if (step.date.year <= year) own = step.staffed;
            }
            beds += own;
            open += own * open_share_in(scenario, UnitId(u), year);
        }
        if (beds > 0.0) open_ = open / beds;
    }

    double beds_at_service_level(double bed_days) const {
        const need::WhenFull when_full =
            judged_.scenario.of(service_).waits_when_full ? need::WhenFull::waits : need::WhenFull::lost;
        return need::beds_at_service_level(bed_days / days_, {{1.0, open_}}, risk_, when_full);
    }

    OnePlace at_utilisation(std::size_t t, const std::vector<std::vector<double>>& days, double capacity) const {
        std::vector<double> need(judged_.draws.block.count, 0.0);
        for (std::size_t h = 0; h < days.size(); ++h) {
            for (std::size_t k = 0; k < days[h].size(); ++k)
                need[k] += judged_.rules.beds(TrustId(h), service_, t, days[h][k]).at_utilisation;
        }
        const SortedSample sorted(std::move(need));
        return {sorted.median(), sorted.share_above(capacity)};
    }

    OnePlace at_service_level(const std::vector<std::vector<double>>& days, double capacity) const {
        std::vector<double> all(judged_.draws.block.count, 0.0);
        for (const std::vector<double>& trust : days) {
            for (std::size_t k = 0; k < trust.size(); ++k) all[k] += trust[k];
        }
        const SortedSample sorted(std::move(all));
        const auto is_short = [&](double bed_days) { return beds_at_service_level(bed_days) > capacity; };
        return {beds_at_service_level(sorted.median()), sorted.share_where(is_short)};
    }

  private:
    const Judged& judged_;
    ServiceId service_;
    double days_;
    double risk_ = 1.0, open_ = 1.0;
};

} // namespace

bool has_transfers(const Scenario& scenario, ServiceId service) {
    if (scenario.of(service).tolerated_wait.value > 0.0) return false;
    return std::any_of(scenario.overflows.begin(), scenario.overflows.end(), [&](const OverflowInfo& overflow) {
        const bool concerns =
            std::find(overflow.services.begin(), overflow.services.end(), service) != overflow.services.end();
        return concerns && std::any_of(overflow.order.begin(), overflow.order.end(), [&](WhichTrust to) {
                   return to.is_trust() && to != WhichTrust(overflow.trust);
               });
    });
}

Together together(const Judged& judged, const Cell& region, std::size_t t, const std::vector<std::vector<double>>& mild,
                  const std::vector<std::vector<double>>& severe) {
    const int year = judged.scenario.base_year + static_cast<int>(t);
    const Pool pool(judged, region.service.services.front(), year);
    Together found;
    found.capacity = *mean_capacity(judged.plan, region, year);
    for (const bool is_severe : {false, true}) {
        const auto& days = is_severe ? severe : mild;
        found.utilisation[is_severe ? 1 : 0] = pool.at_utilisation(t, days, found.capacity);
        found.service_level[is_severe ? 1 : 0] = pool.at_service_level(days, found.capacity);
    }
    return found;
}

} // namespace framsyn::study
