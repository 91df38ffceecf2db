#include "models/care/summary.hpp"

#include "sim/statistics.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>
#include <utility>

namespace framsyn::care {
namespace {

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
    sum.arrivals += row.arrivals;
    sum.overflow_received += row.overflow_received;
    sum.waiting_end += row.waiting_end;
    sum.wait_so_far_sum += row.wait_so_far_sum;
}

double divide(double over, double under) {
    return under > 0.0 ? over / under : 0.0;
}

/// Some units together: what their rows are called, and the time that all of them are full.
struct Together {
    std::string trust;
    std::string service;
    std::string site;
    std::span<const std::size_t> units;
    std::size_t sum = 0; ///< among sums_of; unused for a unit alone

    [[nodiscard]] double all_full_days(const CareOutcome& outcome, std::size_t year) const {
        return units.size() == 1 ? outcome.unit_year(units.front(), year).full_time
                                 : outcome.all_full_days[sum * outcome.years + year];
    }
};

// The measures in one year of `days` days of one replication.
MeasureValues measure(const CareOutcome& outcome, const Together& together, std::size_t year, double days) {
    UnitYear sum;
    double full_weighted = 0.0;
    for (const std::size_t unit : together.units) {
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
    set(Measure::arrivals, sum.arrivals);
    set(Measure::overflow_received, sum.overflow_received);
    set(Measure::waiting_mean, sum.waiting_time / days);
    set(Measure::waiting_end, sum.waiting_end);
    set(Measure::wait_so_far_mean, divide(sum.wait_so_far_sum, sum.waiting_end));
    set(Measure::p_all_full, together.all_full_days(outcome, year) / days);
    return values;
}

/// A symmetric interval may reach beyond what a measure can be: nothing is fewer than none, no share of time above 1.
Estimate within_range(Estimate estimate, Measure measure) {
    if (estimate.mean >= 0.0 && estimate.ci_low < 0.0) estimate.ci_low = 0.0;
    const bool is_share_of_time = measure == Measure::p_full || measure == Measure::p_all_full;
    if (is_share_of_time && estimate.ci_high > 1.0) estimate.ci_high = 1.0;
    return estimate;
}

void add_rows(const CareInputs& inputs, std::span<const CareOutcome> outcomes, const Together& together,
              std::vector<CareRow>& rows) {
    std::vector<std::vector<double>> by_measure(kMeasures, std::vector<double>(outcomes.size()));
    for (std::size_t year = 0; year < static_cast<std::size_t>(inputs.calendar.years); ++year) {
        const int calendar_year = inputs.calendar.first_year + static_cast<int>(year);
        for (std::size_t i = 0; i < outcomes.size(); ++i) {
            const MeasureValues values = measure(outcomes[i], together, year, days_in_year(calendar_year));
            for (std::size_t m = 0; m < kMeasures; ++m) by_measure[m][i] = values[m];
        }
        for (std::size_t m = 0; m < kMeasures; ++m) {
            rows.push_back({together.trust, together.service, together.site, calendar_year, static_cast<Measure>(m),
                            within_range(estimate(by_measure[m]), static_cast<Measure>(m))});
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

std::vector<CareRow> summarise_by_trust(const CareInputs& inputs, std::span<const CareOutcome> outcomes) {
    check(inputs, outcomes);
    const std::vector<Sum> sums = sums_of(inputs);
    std::vector<CareRow> rows;
    for (std::size_t i = 0; i < sums.size(); ++i) {
        add_rows(inputs, outcomes, {sums[i].trust, sums[i].service, "", sums[i].units, i}, rows);
    }
    return rows;
}

std::vector<CareRow> summarise_by_site(const CareInputs& inputs, std::span<const CareOutcome> outcomes) {
    check(inputs, outcomes);
    std::vector<CareRow> rows;
    for (std::size_t trust = 0; trust < inputs.trusts.size(); ++trust) {
        for (std::size_t service = 0; service < inputs.services.size(); ++service) {
            for (std::size_t unit = 0; unit < inputs.units.size(); ++unit) {
                const Unit& info = inputs.units[unit];
                if (info.trust != TrustId(trust) || info.service != ServiceId(service)) continue;
                add_rows(inputs, outcomes,
                         {inputs.trusts[trust], inputs.services[service].id, info.site, std::span(&unit, 1), {}}, rows);
            }
        }
    }
    return rows;
}

MeasureValues measures_of(const CareInputs& inputs, const std::vector<Sum>& sums, std::size_t sum,
                          const CareOutcome& outcome, std::size_t year) {
    const Sum& of = sums[sum];
    return measure(outcome, {of.trust, of.service, "", of.units, sum}, year,
                   days_in_year(inputs.calendar.first_year + static_cast<int>(year)));
}

MeasureValues measures_without_units() {
    MeasureValues values{};
    for (const Measure of_time : {Measure::p_full, Measure::p_all_full}) {
        values[static_cast<std::size_t>(of_time)] = 1.0;
    }
    return values;
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
