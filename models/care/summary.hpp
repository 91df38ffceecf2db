#pragma once

#include "models/care/inputs.hpp"
#include "models/care/measures.hpp"
#include "models/care/outcome.hpp"
#include "models/care/sums.hpp"

#include <array>
#include <span>
#include <string>
#include <vector>

namespace framsyn::care {

/// A measure over the replications. The mean's 95 % interval is a t interval over pair means, because
/// replications 2k and 2k+1 share draw k; it is NaN with fewer than two pairs, and in rows cut at what the measure can be. The quantiles are over
/// replications.
struct Estimate {
    double mean = 0.0;
    double ci_low = 0.0;
    double ci_high = 0.0;
    double p10 = 0.0;
    double p50 = 0.0;
    double p90 = 0.0;
};

/// A value for every measure, in the order of the enumeration.
using MeasureValues = std::array<double, kMeasures>;

struct CareRow {
    std::string trust;   ///< id, or "region" (the trusts together)
    std::string service; ///< id of a service or of a group
    std::string site;    ///< empty in rows per trust
    int year = 0;
    Measure measure{}; ///< definition(measure) gives id and unit
    Estimate value;
};

struct FlowRow {
    std::string from_trust; ///< id, or "outside"
    std::string to_trust;   ///< id, or "outside"
    std::string service;
    int year = 0;
    std::string reason;    ///< function, overflow, purchase
    double patients = 0.0; ///< mean over replications
    double bed_days = 0.0;
};

/// One row per trust (then "region"), service (then group), year and measure, for the pairs that have a unit.
/// Sites are summed; shares are weighted by open beds (waits by patients), but p_all_full is the time that all are full at once. `outcomes` in replication
/// order. Throws std::invalid_argument if `outcomes` is empty.
[[nodiscard]] std::vector<CareRow> summarise_by_trust(const CareInputs& inputs, std::span<const CareOutcome> outcomes);

/// The same per unit: one row per trust, service, site, year and measure.
[[nodiscard]] std::vector<CareRow> summarise_by_site(const CareInputs& inputs, std::span<const CareOutcome> outcomes);

/// What a row per trust says in one year of one replication. `sum` is a place in `sums`, which are sums_of(inputs).
[[nodiscard]] MeasureValues measures_of(const CareInputs& inputs, const std::vector<Sum>& sums, std::size_t sum,
                                        const CareOutcome& outcome, std::size_t year);
/// The same where there are no units: nobody, and no open bed that isn't taken.
[[nodiscard]] MeasureValues measures_without_units();

/// Mean flows. A combination of trusts, service and reason is present, for every year, if it had a patient in
/// any replication and year.
[[nodiscard]] std::vector<FlowRow> summarise_flows(const CareInputs& inputs, std::span<const CareOutcome> outcomes);

/// The estimate of one list of values, one per replication in order.
[[nodiscard]] Estimate estimate(std::span<const double> by_replication);

} // namespace framsyn::care
