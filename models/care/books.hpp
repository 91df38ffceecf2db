#pragma once

#include "models/care/inputs.hpp"
#include "models/care/outcome.hpp"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace framsyn::care {

/// From where to where a patient goes, and why.
struct Way {
    WhichTrust from;
    WhichTrust to;
    ServiceId service;
    MoveReason reason = MoveReason::function;
};

/// Books what happens to the year it happens in. The warm-up is simulated but not booked.
class Books {
  public:
    explicit Books(const CareInputs& inputs);

    /// The year of the clock, counted from the start of the warm-up.
    [[nodiscard]] std::size_t year() const { return year_; }
    void begin_next_year() { ++year_; }

    /// Clock days at which the years begin, and the end of the run.
    [[nodiscard]] const std::vector<double>& year_starts() const { return year_starts_; }
    [[nodiscard]] double end() const { return year_starts_.back(); }

    /// The sums of a unit in the year of the clock.
    [[nodiscard]] UnitYear& now(std::size_t unit) {
        return year_ < warm_up_ ? unmeasured_ : outcome_.unit_years[unit * outcome_.years + year_ - warm_up_];
    }

    /// A stay that begins now, by midnights, as moves.
    void stay(const Way& way, double from, double to) {
        for_each_year(from, to, [moves = begin_moves(way)](std::size_t year, double midnights) {
            moves[year * kMoveReasons].bed_days += midnights;
        });
    }

    /// A stay at a unit of the region.
    void stay_at_unit(const Way& way, std::size_t unit, double from, double to) {
        UnitYear* const rows = outcome_.unit_years.data() + unit * outcome_.years;
        const bool away = way.reason == MoveReason::overflow;
        for_each_year(from, to, [=, moves = begin_moves(way)](std::size_t year, double midnights) {
            rows[year].bed_days += midnights;
            if (away) rows[year].away_bed_days += midnights;
            moves[year * kMoveReasons].bed_days += midnights;
        });
    }

    /// A stay outside that is bought because `unit` was full.
    void purchase(const Way& way, std::size_t unit, double from, double to) {
        now(unit).purchased_patients += 1.0;
        UnitYear* const rows = outcome_.unit_years.data() + unit * outcome_.years;
        for_each_year(from, to, [=, moves = begin_moves(way)](std::size_t year, double midnights) {
            rows[year].purchased_bed_days += midnights;
            moves[year * kMoveReasons].bed_days += midnights;
        });
    }

    [[nodiscard]] CareOutcome take_outcome(const PatientCount& count, std::vector<double> all_full_days);

  private:
    // Counts the patient and returns the way's moves of the first measured year; the years are kMoveReasons apart.
    Moves* begin_moves(const Way& way) {
        Moves* const first =
            outcome_.moves.data() + outcome_.moves_index(way.from.slot(outcome_.trusts), way.to.slot(outcome_.trusts),
                                                         way.service.index(), 0, way.reason);
        if (year_ >= warm_up_) first[(year_ - warm_up_) * kMoveReasons].patients += 1.0;
        return first;
    }

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

    std::size_t year_ = 0;
    std::size_t warm_up_;
    std::vector<double> year_starts_;
    UnitYear unmeasured_;
    CareOutcome outcome_;
};

} // namespace framsyn::care
