#pragma once

#include "models/care/inputs.hpp"
#include "models/care/outcome.hpp"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace framsyn::care {

/// Books what happens to the year it happens in. The warm-up is simulated but not booked.
class Books {
  public:
    explicit Books(const CareInputs& inputs);

    /// The year of the clock, counted from the start of the warm-up.
    [[nodiscard]] std::size_t year() const { return year_; }
    /// The year whose rates and shares hold: the first measured one during the warm-up.
    [[nodiscard]] std::size_t input_year() const { return year_ < warm_up_ ? 0 : year_ - warm_up_; }
    void begin_next_year() { ++year_; }

    /// Clock days at which the years begin, and the end of the run.
    [[nodiscard]] const std::vector<double>& year_starts() const { return year_starts_; }
    [[nodiscard]] double end() const { return year_starts_.back(); }

    /// The sums of a unit in the year of the clock.
    [[nodiscard]] UnitYear& now(std::size_t unit) {
        return year_ < warm_up_ ? unmeasured_ : outcome_.unit_years[unit * outcome_.years + year_ - warm_up_];
    }

    /// A stay at a unit that begins now, by midnights. `away`: the patient came by overflow.
    void stay_at_unit(std::size_t unit, double from, double to, bool away) {
        for_each_year(from, to, [&](std::size_t year, double midnights) {
            UnitYear& row = outcome_.unit_years[unit * outcome_.years + year];
            row.bed_days += midnights;
            if (away) row.away_bed_days += midnights;
        });
    }

    /// A stay outside that begins now and is bought because `unit` was full.
    void purchase(std::size_t unit, double from, double to) {
        now(unit).purchased_patients += 1.0;
        for_each_year(from, to, [&](std::size_t year, double midnights) {
            outcome_.unit_years[unit * outcome_.years + year].purchased_bed_days += midnights;
        });
    }

    /// The same stay as a flow. Trusts may be kOutside.
    void flow(int from_trust, int to_trust, int service, FlowReason reason, double from, double to) {
        const std::size_t first =
            outcome_.flow_index(slot(from_trust), slot(to_trust), static_cast<std::size_t>(service), 0, reason);
        if (year_ >= warm_up_) outcome_.flows[first + (year_ - warm_up_) * kFlowReasons].patients += 1.0;
        for_each_year(from, to, [&](std::size_t year, double midnights) {
            outcome_.flows[first + year * kFlowReasons].bed_days += midnights;
        });
    }

    [[nodiscard]] CareOutcome take_outcome(const PatientCount& count);

  private:
    // Calls booked(measured year, midnights) for each measured year in which the stay [from, to) has
    // midnights. The midnight that ends 31 December belongs to the old year; those after the end of the run
    // are not booked.
    template <class Booked>
    void for_each_year(double from, double to, const Booked& booked) const {
        double begin = whole(from);
        for (std::size_t year = year_; year + 1 < year_starts_.size(); ++year) {
            const double year_end = year_starts_[year + 1];
            const double last = whole(std::min(to, year_end));
            if (last > begin && year >= warm_up_) booked(year - warm_up_, last - begin);
            if (to <= year_end) return;
            begin = last;
        }
    }

    static double whole(double day) { return static_cast<double>(static_cast<std::int64_t>(day)); }
    [[nodiscard]] std::size_t slot(int trust) const {
        return trust == kOutside ? outcome_.trusts : static_cast<std::size_t>(trust);
    }

    std::size_t year_ = 0;
    std::size_t warm_up_;
    std::vector<double> year_starts_;
    UnitYear unmeasured_;
    CareOutcome outcome_;
};

} // namespace framsyn::care
