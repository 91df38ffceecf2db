#pragma once

#include "models/values/date.hpp"
#include "models/values/ids.hpp"

#include <optional>
#include <vector>

namespace framsyn::capacity {

/// Beds of one service at one site of a trust, before anything changes.
struct UnitBeds {
    TrustId trust;
    ServiceId service;
    double staffed = 0.0;
    std::optional<double> surge; ///< total in beredskap, staffed beds included
};

/// Staffed beds that a unit has more (or fewer, if negative) while a period lasts.
struct DatedBeds {
    UnitId unit;
    Period when;
    double beds = 0.0;
};

/// The total that a unit has in beredskap while a period lasts, whatever it was.
struct DatedSurge {
    UnitId unit;
    Period when;
    double total = 0.0;
};

/// Staffed beds of a unit in one year: the mean over its days and the number on 31 December.
struct BedsInYear {
    double mean = 0.0;
    double end = 0.0;
};

/// The number of staffed beds from a day on.
struct BedStep {
    Date date;
    double staffed = 0.0;
};

/// Planned capacity: staffed beds by unit and day, and the total in beredskap.
class BedPlan {
  public:
    /// `changes` and `surge` in order of their first day; of those that hold the last rules. Years from first_year to
    /// last_year.
    BedPlan(std::vector<UnitBeds> units, std::vector<DatedBeds> changes, int first_year, int last_year,
            std::vector<DatedSurge> surge = {});

    std::size_t units() const { return units_.size(); }
    const UnitBeds& at_start(UnitId unit) const { return units_[unit.index()]; }

    const BedsInYear& staffed(UnitId unit, int year) const;
    /// Total in beredskap on 31 December; never below the staffed beds. None where nobody says one.
    std::optional<double> surge(UnitId unit, int year) const;
    /// What is said of the total in beredskap on a day, though the staffed beds may be more.
    std::optional<double> surge_on(UnitId unit, const Date& day) const;
    /// Every day on which that changes, in order.
    std::vector<Date> days_of_surge(UnitId unit) const;

    /// Sum over a trust's units (or the region's) of some services; nothing where none of them has beds or a plan.
    std::optional<BedsInYear> staffed_sum(WhichTrust trust, const std::vector<ServiceId>& services, int year) const;
    std::optional<double> surge_sum(WhichTrust trust, const std::vector<ServiceId>& services, int year) const;

    /// Every day on which a unit's staffed beds change, in order, and how many they are from then on. A ramp changes by
    /// whole beds, so that the days of a year come to a little more or less than its mean above.
    std::vector<BedStep> steps(UnitId unit) const;

  private:
    bool belongs(UnitId unit, WhichTrust trust, const std::vector<ServiceId>& services) const;

    std::vector<UnitBeds> units_;
    std::vector<DatedBeds> changes_;
    std::vector<DatedSurge> surge_;
    int first_year_;
    std::vector<std::vector<BedsInYear>> staffed_; ///< [unit][year from first_year]
};

} // namespace framsyn::capacity
