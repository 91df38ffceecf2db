#include "app/evidence.hpp"
#include "app/quantiles.hpp"
#include "app/tables/result_tables.hpp"

#include <fmt/format.h>

namespace framsyn::app {
namespace {

/// Capacity of a cell that beds belong to, in the mean over a year; nothing for cells without beds.
std::optional<double> mean_capacity(const CapacityPlan& plan, const Cell& cell, int year) {
    if (cell.trust && *cell.trust == need::outside) return std::nullopt;
    const std::optional<BedsInYear> beds = plan.staffed_sum(cell.trust, cell.service.services, year);
    return beds ? std::optional(beds->mean) : std::nullopt;
}

ResultFile need_like_table(const std::string& name, const Scenario& scenario, const std::vector<CellNeed>& cells) {
    TidyTable table(name, {"trust", "service", "year", "bed_days", "bed_days_p10", "bed_days_p90", "beds_utilisation",
                           "beds_service_level"});
    for (const CellNeed& cell : cells) {
        for (std::size_t t = 0; t < scenario.years(); ++t) {
            const std::vector<double> days = cell.bed_days.draws_of(t);
            const SortedSample sorted(days);
            table.row(trust_id(scenario, cell.cell), cell.cell.service.id, scenario.base_year + static_cast<int>(t),
                      mean_of(days), sorted.quantile(0.1), sorted.quantile(0.9),
                      mean_of(cell.beds_at_utilisation.draws_of(t)), mean_of(cell.beds_at_service_level.draws_of(t)));
        }
    }
    return std::move(table).file();
}

/// Calls with every treatment cell that has beds, its need, and its capacity by year.
template <class Visit>
void for_each_gap(const Scenario& scenario, const CapacityPlan& plan, const NeedSample& need, const Visit& visit) {
    for (const CellNeed& cell : need.treatment) {
        if (!mean_capacity(plan, cell.cell, scenario.base_year)) continue;
        for (std::size_t t = 0; t < scenario.years(); ++t) {
            visit(cell, t, scenario.base_year + static_cast<int>(t),
                  *mean_capacity(plan, cell.cell, scenario.base_year + static_cast<int>(t)));
        }
    }
}

/// Within each draw: what the need is more than in the base year.
std::vector<double> change_since_base(const Series& series, std::size_t t) {
    std::vector<double> change = series.draws_of(t);
    const std::vector<double> base = series.draws_of(0);
    for (std::size_t draw = 0; draw < change.size(); ++draw) change[draw] -= base[draw];
    return change;
}

constexpr double probabilities[] = {0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975};

void quantile_rows(TidyTable& table, const char* of, const std::string& trust, const std::string& service, int year,
                   const char* measure, const SortedSample& sample) {
    for (const double p : probabilities) table.row(of, trust, service, year, measure, p, sample.quantile(p));
}

} // namespace

ResultFile need_table(const Scenario& scenario, const NeedSample& need) {
    return need_like_table("need.csv", scenario, need.treatment);
}

ResultFile need_by_residence_table(const Scenario& scenario, const NeedSample& need) {
    return need_like_table("need_by_residence.csv", scenario, need.residence);
}

ResultFile gap_table(const Scenario& scenario, const CapacityPlan& plan, const NeedSample& need) {
    TidyTable table("gap.csv", {"trust", "service", "year", "capacity", "need", "need_p10", "need_p90", "gap",
                                "gap_p10", "gap_p90", "p_shortage", "rule", "evidence"});
    for_each_gap(scenario, plan, need, [&](const CellNeed& cell, std::size_t t, int year, double capacity) {
        const std::string evidence = evidence_name(evidence_of(scenario, cell.cell, year));
        const auto row = [&](const Series& series, const char* rule) {
            const SortedSample beds(series.draws_of(t));
            const double median = beds.median();
            const double p10 = beds.quantile(0.1);
            const double p90 = beds.quantile(0.9);
            table.row(trust_id(scenario, cell.cell), cell.cell.service.id, year, capacity, median, p10, p90,
                      capacity - median, capacity - p90, capacity - p10, beds.share_above(capacity), rule, evidence);
        };
        row(cell.beds_at_utilisation, "utilisation");
        row(cell.beds_at_service_level, "service-level");
    });
    return std::move(table).file();
}

ResultFile gap_by_utilisation_table(const Scenario& scenario, const CapacityPlan& plan, const NeedSample& need) {
    TidyTable table("gap_by_utilisation.csv",
                    {"trust", "service", "year", "utilisation", "need", "gap", "p_shortage", "evidence"});
    for_each_gap(scenario, plan, need, [&](const CellNeed& cell, std::size_t t, int year, double capacity) {
        // One utilisation for the whole cell is only meaningful where all of its parts share it.
        if (cell.cell.is_region()) return;
        const Quantity& planned = utilisation_of(scenario, *cell.cell.trust, cell.cell.service.services.front());
        for (const std::size_t service : cell.cell.service.services) {
            const Quantity& other = utilisation_of(scenario, *cell.cell.trust, service);
            if (other.value != planned.value || other.low != planned.low || other.high != planned.high) return;
        }
        const std::string evidence = evidence_name(evidence_of(scenario, cell.cell, year));
        const SortedSample days(cell.bed_days.draws_of(t));
        for (const double utilisation : {planned.low, planned.value, planned.high}) {
            const double beds = need::beds_at_utilisation(days.median(), utilisation);
            const double days_of_capacity = capacity * need::operating_days * utilisation;
            table.row(trust_id(scenario, cell.cell), cell.cell.service.id, year, utilisation, beds, capacity - beds,
                      days.share_above(days_of_capacity), evidence);
        }
    });
    return std::move(table).file();
}

ResultFile change_table(const Scenario& scenario, const CapacityPlan& plan, const NeedSample& need) {
    TidyTable table("change.csv", {"trust", "service", "year", "capacity_change", "need_change", "need_change_p10",
                                   "need_change_p90", "gap_change", "gap_change_p10", "gap_change_p90", "p_worse"});
    for_each_gap(scenario, plan, need, [&](const CellNeed& cell, std::size_t t, int year, double capacity) {
        const double added = capacity - *mean_capacity(plan, cell.cell, scenario.base_year);
        const SortedSample change(change_since_base(cell.beds_at_utilisation, t));
        const double median = change.median();
        const double p10 = change.quantile(0.1);
        const double p90 = change.quantile(0.9);
        table.row(trust_id(scenario, cell.cell), cell.cell.service.id, year, added, median, p10, p90, added - median,
                  added - p90, added - p10, change.share_above(added));
    });
    return std::move(table).file();
}

ResultFile quantiles_table(const Scenario& scenario, const CapacityPlan& plan, const NeedSample& need) {
    TidyTable table("quantiles.csv", {"table", "trust", "service", "year", "measure", "probability", "value"});
    for (const CellNeed& cell : need.treatment) {
        for (std::size_t t = 0; t < scenario.years(); ++t) {
            const int year = scenario.base_year + static_cast<int>(t);
            quantile_rows(table, "need", trust_id(scenario, cell.cell), cell.cell.service.id, year, "bed_days",
                          SortedSample(cell.bed_days.draws_of(t)));
        }
    }
    for_each_gap(scenario, plan, need, [&](const CellNeed& cell, std::size_t t, int year, double) {
        const std::string trust = trust_id(scenario, cell.cell);
        quantile_rows(table, "gap", trust, cell.cell.service.id, year, "need",
                      SortedSample(cell.beds_at_utilisation.draws_of(t)));
        quantile_rows(table, "gap", trust, cell.cell.service.id, year, "need_service_level",
                      SortedSample(cell.beds_at_service_level.draws_of(t)));
        quantile_rows(table, "change", trust, cell.cell.service.id, year, "need_change",
                      SortedSample(change_since_base(cell.beds_at_utilisation, t)));
    });
    return std::move(table).file();
}

} // namespace framsyn::app
