#pragma once

#include "app/scenario/people/written_scenario.hpp"

#include <optional>
#include <string>
#include <vector>

namespace framsyn::app {

/// An input that says what year it is from: its own year, its table's last year, or the last year that its source names.
struct AgedInput {
    std::string address;
    std::string source;
    int year = 0;
    Position at;
};

/// The last year with counted beds or bed days in a scenario.
int newest_counted_year(const WrittenScenario& scenario);

/// Inputs from years before the newest counted one, oldest first. A count that a later one of the same beds replaces isn't
/// among them.
struct InputAges {
    int newest = 0;
    std::vector<AgedInput> older;
    std::size_t inputs = 0;          ///< in all
    std::size_t without_year = 0;    ///< that name none
    std::size_t assumed_without = 0; ///< of those, assumed ones
};
InputAges ages_of(const WrittenScenario& scenario);

/// For the terminal: a paragraph a source.
std::string older_inputs_text(const InputAges& ages, Language language, std::size_t width);

/// The same as CSV, a row an input.
std::string older_inputs_csv(const InputAges& ages);

} // namespace framsyn::app
