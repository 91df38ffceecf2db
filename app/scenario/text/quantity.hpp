#pragma once

#include "app/scenario/text/value.hpp"

#include <optional>
#include <string>

namespace framsyn::app {

/// Units that numbers of a scenario have. Durations and rates are written with their unit ("3 days").
enum class Unit {
    none,
    share,
    beds,
    persons,
    bed_days,
    days,
    years,
    minutes,
    admissions_per_day,
    beds_per_year,
    children_per_woman,
    calendar_year
};

/// The unit's name as results print it, and in messages.
std::string unit_name(Unit unit);
Text unit_text(Unit unit);

/// True for durations and rates: a plain number isn't enough.
bool written_with_unit(Unit unit);

/// How sure a number is: counted by the body responsible, read at its source, computed by a stated formula, or none
/// of these.
enum class Status { observed, published, derived, assumed };
std::string status_name(Status status);
std::optional<Status> status_from(const std::string& name);

/// A number of the scenario. low–high is its 95 % interval; a plain number has none and is assumed.
struct Quantity {
    double value = 0.0;
    double low = 0.0;
    double high = 0.0;
    Unit unit = Unit::none;
    Status status = Status::assumed;
    std::string source;
    std::string address; ///< list.id.key
    double min = 0.0;    ///< legal range, in the unit
    double max = 0.0;
    Position at;

    bool has_interval() const { return low < high; }
};

/// Reads a number or { value, low, high, status, source }. Problems are reported at their place; nothing comes back
/// if there were any. min and max are the legal range, in the unit.
std::optional<Quantity> read_quantity(const Value& value, Unit unit, double min, double max, const std::string& address,
                                      Problems& problems);

/// A duration or rate as text, in the unit: "2 weeks" is 14 for Unit::days. Nothing if it can't be read so.
std::optional<double> parse_with_unit(const std::string& text, Unit unit);

} // namespace framsyn::app
