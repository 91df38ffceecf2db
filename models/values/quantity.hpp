#pragma once

#include "models/values/name_table.hpp"
#include "models/values/position.hpp"
#include "models/values/text.hpp"

#include <string>

namespace framsyn {

/// What a number of a scenario is counted in.
enum class Measured {
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
std::string unit_name(Measured unit);
Text unit_text(Measured unit);

/// How sure a number is: counted by the body responsible, read at its source, computed by a stated formula, or none
/// of these.
enum class Status { observed, published, derived, assumed };
inline constexpr NameTable<Status, 4> statuses{{{Status::observed, "observed"},
                                                {Status::published, "published"},
                                                {Status::derived, "derived"},
                                                {Status::assumed, "assumed"}}};

/// A number of the scenario. low–high is its 95 % interval; a plain number has none and is assumed.
struct Quantity {
    double value = 0.0;
    double low = 0.0;
    double high = 0.0;
    Measured unit = Measured::none;
    Status status = Status::assumed;
    std::string source;
    std::string address; ///< list.id.key
    double min = 0.0;    ///< legal range, in the unit
    double max = 0.0;
    Position at;

    bool has_interval() const { return low < high; }
};

} // namespace framsyn
