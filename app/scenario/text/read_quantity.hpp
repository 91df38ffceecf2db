#pragma once

#include "app/scenario/text/value.hpp"
#include "models/values/quantity.hpp"

#include <optional>
#include <string>

namespace framsyn::app {

/// True for durations and rates: a plain number isn't enough.
bool written_with_unit(Measured unit);

/// What follows a number as text: " days", " beds per year"; empty where a plain number is enough.
std::string suffix_of(Measured unit);

/// Reads a number or { value, low, high, status, source }. Problems are reported at their place; nothing comes back
/// if there were any. min and max are the legal range, in the unit.
std::optional<Quantity> read_quantity(const Value& value, Measured unit, double min, double max,
                                      const std::string& address, Problems& problems);

/// A duration or rate as text, in the unit: "2 weeks" is 14 for Measured::days. Nothing if it can't be read so.
std::optional<double> parse_with_unit(const std::string& text, Measured unit);

} // namespace framsyn::app
