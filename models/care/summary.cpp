#include "models/care/summary.hpp"

#include "sim/statistics.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <stdexcept>
#include <utility>

namespace framsyn::care {
namespace {

using MeasureValues = std::array<double, kMeasures>;

void add(UnitYear& sum, const UnitYear& row) {
    sum.occupied_time += row.occupied_time;
    sum.open_time += row.open_time;
    sum.full_time += row.full_time;
    sum.over_occupancy_time += row.over_occupancy_time;
    sum.surge_bed_time += row.surge_bed_time;
    sum.surge_time += row.surge_time;
    sum.waiting_time += row.waiting_time;
    sum.bed_days += row.bed_days;
    sum.admissions += row.admissions;
    sum.wait_sum += row.wait_sum;
    sum.wait_count += row.wait_count;
    sum.overflow += row.overflow;
    sum.away_bed_days += row.away_bed_days;
    sum.purchased_patients += row.purchased_patients;
    sum.purchased_bed_days += row.purchased_bed_days;
}

double divide(double over, double under) {
    return under > 0.0 ? over / under : 0.0;
}

// The measures of some units together in one year of `days` days of one replication.
MeasureValues measure(const CareOutcome& outcome, std::span<const std::size_t> units, std::size_t year, double days) {
    UnitYear sum;
    double full_weighted = 0.0;
    for (const std::size_t unit : units) {
        const UnitYear& row = outcome.unit_year(unit, year);
        add(sum, row);
        full_weighted += row.full_time * row.open_time;
    }
    MeasureValues values{};
    const auto set = [&](Measure which, double value) { values[static_cast<std::size_t>(which)] = value; };
    set(Measure::occupancy, divide(sum.occupied_time, sum.open_time));
    set(Measure::occupied_beds, sum.occupied_time / days);
    set(Measure::open_beds, sum.open_time / days);
    set(Measure::bed_days, sum.bed_days);
    set(Measure::admissions, sum.admissions);
    set(Measure::wait_mean, divide(sum.wait_sum, sum.wait_count));
    set(Measure::p_full, sum.open_time > 0.0 ? full_weighted / sum.open_time / days : 1.0);
    set(Measure::over_occupancy_bed_days, sum.over_occupancy_time);
    set(Measure::overflow, sum.overflow);
    set(Measure::away_bed_days, sum.away_bed_days);
    set(Measure::purchased_patients, sum.purchased_patients);
    set(Measure::purchased_bed_days, sum.purchased_bed_days);
    set(Measure::surge_days, sum.surge_time);
    return values;
}

/// What the rows of some units are called.
struct Labels {
    std::string trust;
    std::string service;
    std::string site;
};

void add_rows(const CareInputs& inputs, std::span<const CareOutcome> outcomes, std::span<const std::size_t> units,
              const Labels& labels, std::vector<CareRow>& rows) {
    if (units.empty()) return;
    std::vector<std::vector<double>> by_measure(kMeasures, std::vector<double>(outcomes.size()));
    for (std::size_t year = 0; year < static_cast<std::size_t>(inputs.calendar.years); ++year) {
        const int calendar_year = inputs.calendar.first_year + static_cast<int>(year);
        for (std::size_t i = 0; i < outcomes.size(); ++i) {
            const MeasureValues values = measure(outcomes[i], units, year, days_in_year(calendar_year));
            for (std::size_t m = 0; m < kMeasures; ++m) by_measure[m][i] = values[m];
        }
        for (std::size_t m = 0; m < kMeasures; ++m) {
            rows.push_back({labels.trust, labels.service, labels.site, calendar_year, static_cast<Measure>(m),
                            estimate(by_measure[m])});
        }
    }
}

void check(const CareInputs& inputs, std::span<const CareOutcome> outcomes) {
    if (outcomes.empty()) throw std::invalid_argument("care summary: there are no outcomes");
    for (const CareOutcome& outcome : outcomes) {
        if (outcome.units != inputs.units.size() || outcome.years != static_cast<std::size_t>(inputs.calendar.years)) {
            throw std::invalid_argument("care summary: an outcome does not belong to these inputs");
        }
    }
}

/// Services under one name: a service alone, or a group.
struct NamedServices {
    std::string id;
    std::vector<ServiceId> services;
};

std::vector<NamedServices> named_services(const CareInputs& inputs, std::span<const ServiceGroup> groups) {
    std::vector<NamedServices> named;
    for (std::size_t i = 0; i < inputs.services.size(); ++i) {
        named.push_back({inputs.services[i].id, {ServiceId(i)}});
    }
    for (const ServiceGroup& group : groups) {
        NamedServices together{group.id, {}};
        for (std::size_t i = 0; i < inputs.services.size(); ++i) {
            const bool is_part =
                std::find(group.parts.begin(), group.parts.end(), inputs.services[i].id) != group.parts.end();
            if (is_part) together.services.emplace_back(i);
        }
        named.push_back(std::move(together));
    }
    return named;
}

std::vector<std::size_t> units_of(const CareInputs& inputs, WhichTrust trust, const std::vector<ServiceId>& services) {
    std::vector<std::size_t> units;
    for (std::size_t i = 0; i < inputs.units.size(); ++i) {
        const bool in_trust = trust.is_region() || trust == inputs.units[i].trust;
        const bool in_service = std::find(services.begin(), services.end(), inputs.units[i].service) != services.end();
        if (in_trust && in_service) units.push_back(i);
    }
    return units;
}

std::string trust_name(const CareInputs& inputs, std::size_t slot) {
    return slot == inputs.trusts.size() ? "outside" : inputs.trusts[slot];
}

/// One cell of the flow table.
struct MoveCell {
    std::size_t from;
    std::size_t to;
    std::size_t service;
    MoveReason reason;
};

void add_move_rows(const CareInputs& inputs, std::span<const CareOutcome> outcomes, const MoveCell& cell,
                   std::vector<FlowRow>& rows) {
    const auto years = static_cast<std::size_t>(inputs.calendar.years);
    const auto number = static_cast<double>(outcomes.size());
    std::vector<Moves> sums(years);
    bool any = false;
    for (const CareOutcome& outcome : outcomes) {
        for (std::size_t year = 0; year < years; ++year) {
            const Moves& moves = outcome.moves_at(cell.from, cell.to, cell.service, year, cell.reason);
            sums[year].patients += moves.patients;
            sums[year].bed_days += moves.bed_days;
            any = any || moves.patients > 0.0 || moves.bed_days > 0.0;
        }
    }
    for (std::size_t year = 0; any && year < years; ++year) {
        rows.push_back({trust_name(inputs, cell.from), trust_name(inputs, cell.to), inputs.services[cell.service].id,
                        inputs.calendar.first_year + static_cast<int>(year), name_in(move_reason_names, cell.reason),
                        sums[year].patients / number, sums[year].bed_days / number});
    }
}

std::vector<double> pair_means(std::span<const double> values) {
    std::vector<double> means;
    for (std::size_t i = 0; i < values.size(); i += 2) {
        means.push_back(i + 1 < values.size() ? 0.5 * (values[i] + values[i + 1]) : values[i]);
    }
    return means;
}

} // namespace

Estimate estimate(std::span<const double> by_replication) {
    const std::vector<double> means = pair_means(by_replication);
    std::vector<double> sorted(by_replication.begin(), by_replication.end());
    std::sort(sorted.begin(), sorted.end());
    Estimate result;
    result.mean = sim::mean(by_replication);
    result.p10 = sim::quantile_of_sorted(sorted, 0.1);
    result.p50 = sim::quantile_of_sorted(sorted, 0.5);
    result.p90 = sim::quantile_of_sorted(sorted, 0.9);
    double half_width = std::numeric_limits<double>::quiet_NaN();
    if (means.size() >= 2) {
        const double standard_error = std::sqrt(sim::variance(means) / static_cast<double>(means.size()));
        half_width = sim::student_t_975(static_cast<std::int64_t>(means.size()) - 1) * standard_error;
    }
    result.ci_low = result.mean - half_width;
    result.ci_high = result.mean + half_width;
    return result;
}

std::vector<CareRow> summarise_by_trust(const CareInputs& inputs, std::span<const CareOutcome> outcomes,
                                        std::span<const ServiceGroup> groups) {
    check(inputs, outcomes);
    const std::vector<NamedServices> services = named_services(inputs, groups);
    std::vector<CareRow> rows;
    for (std::size_t slot = 0; slot <= inputs.trusts.size(); ++slot) {
        const bool region = slot == inputs.trusts.size();
        for (const NamedServices& named : services) {
            const auto units = units_of(inputs, region ? WhichTrust::region() : TrustId(slot), named.services);
            add_rows(inputs, outcomes, units, {region ? "region" : inputs.trusts[slot], named.id, ""}, rows);
        }
    }
    return rows;
}

std::vector<CareRow> summarise_by_site(const CareInputs& inputs, std::span<const CareOutcome> outcomes) {
    check(inputs, outcomes);
    std::vector<CareRow> rows;
    for (std::size_t trust = 0; trust < inputs.trusts.size(); ++trust) {
        for (std::size_t service = 0; service < inputs.services.size(); ++service) {
            for (const std::size_t unit : units_of(inputs, TrustId(trust), {ServiceId(service)})) {
                add_rows(inputs, outcomes, std::array{unit},
                         {inputs.trusts[trust], inputs.services[service].id, inputs.units[unit].site}, rows);
            }
        }
    }
    return rows;
}

std::vector<FlowRow> summarise_flows(const CareInputs& inputs, std::span<const CareOutcome> outcomes) {
    check(inputs, outcomes);
    const std::size_t ends = inputs.trusts.size() + 1;
    std::vector<FlowRow> rows;
    for (std::size_t from = 0; from < ends; ++from) {
        for (std::size_t to = 0; to < ends; ++to) {
            for (std::size_t service = 0; service < inputs.services.size(); ++service) {
                for (std::size_t reason = 0; reason < kMoveReasons; ++reason) {
                    add_move_rows(inputs, outcomes, {from, to, service, static_cast<MoveReason>(reason)}, rows);
                }
            }
        }
    }
    return rows;
}

} // namespace framsyn::care
