#include "models/study/answers/reproduction.hpp"

#include "models/study/scenario/evidence.hpp"

#include <algorithm>
#include <numeric>

namespace framsyn::study {
namespace {

class Reproductions {
  public:
    Reproductions(const Scenario& scenario, const std::vector<care::CareRow>& care,
                  const std::vector<care::FlowRow>& flows)
        : scenario_(scenario), care_(care), flows_(flows) {}

    void add(WhichTrust trust, const ServiceOrGroup& service, bool is_counted, double expected) {
        const care::CareRow* simulated = row(trust, service, care::Measure::bed_days);
        if (!simulated || (!is_counted && !(expected > 0.0))) return;
        list_.push_back({trust, service, is_counted, expected, simulated->value.mean, simulated->value.ci_low,
                         simulated->value.ci_high, row(trust, service, care::Measure::purchased_bed_days)->value.mean,
                         sent(trust, service)});
    }

    std::vector<Reproduction> take() { return std::move(list_); }

  private:
    const care::CareRow* row(WhichTrust trust, const ServiceOrGroup& service, care::Measure measure) const {
        const std::string id = scenario_.id_of(trust);
        const auto found = std::find_if(care_.begin(), care_.end(), [&](const care::CareRow& candidate) {
            return candidate.trust == id && candidate.service == service.id && candidate.measure == measure &&
                   candidate.year == scenario_.base_year;
        });
        return found == care_.end() ? nullptr : &*found;
    }

    double sent(WhichTrust trust, const ServiceOrGroup& service) const {
        const std::string id = scenario_.id_of(trust);
        double days = 0.0;
        for (const care::FlowRow& flow : flows_) {
            const bool of_service = std::any_of(service.services.begin(), service.services.end(),
                                                [&](ServiceId part) { return scenario_.of(part).id == flow.service; });
            if (flow.from_trust == id && flow.year == scenario_.base_year && of_service &&
                flow.reason == name_in(care::move_reason_names, care::MoveReason::overflow))
                days += flow.bed_days;
        }
        return days;
    }

    const Scenario& scenario_;
    const std::vector<care::CareRow>& care_;
    const std::vector<care::FlowRow>& flows_;
    std::vector<Reproduction> list_;
};

double mean(const std::vector<double>& values) {
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

bool is_observed(const ActivityInfo& activity) {
    return activity.basis == Basis::observed && activity.bed_days.has_value() && !activity.is_sum();
}

bool is_own(const ActivityInfo& activity, const Cell& cell) {
    return is_observed(activity) && activity.service.id == cell.service.id;
}

/// Whether the bed days of a service are part of a sum that is counted.
bool is_part_of_count(const ActivityInfo& activity) {
    return is_observed(activity) || activity.basis == Basis::split;
}

} // namespace

std::vector<Reproduction> reproductions_of(const Scenario& scenario, const std::vector<CellNeed>& need,
                                           const std::vector<care::CareRow>& care,
                                           const std::vector<care::FlowRow>& flows) {
    Reproductions reproductions(scenario, care, flows);
    for (const ActivityInfo& activity : scenario.activities) {
        if (is_observed(activity)) reproductions.add(activity.trust, activity.service, true, activity.bed_days->value);
    }
    for (const CellNeed& cell : need) {
        if (!cell.cell.trust.is_trust() || cell.cell.service.group) continue;
        const ActivityInfo* known = activity_of(scenario, cell.cell.trust.trust(), cell.cell.service);
        if (!known || is_own(*known, cell.cell) || !is_part_of_count(*known)) continue;
        reproductions.add(cell.cell.trust, cell.cell.service, false, mean(cell.bed_days.draws_of(0)));
    }
    return reproductions.take();
}

} // namespace framsyn::study
