#pragma once

#include "app/explain/feeds.hpp"
#include "app/scenario/people/written_scenario.hpp"

#include <optional>
#include <string>
#include <vector>

namespace framsyn::app {

/// An input of a scenario: what it is, where it comes from, where it was set and what it feeds.
struct ExplainedInput {
    std::string address;
    std::string value;              ///< as text; of a number, without its interval
    std::optional<Quantity> number; ///< its value, interval, unit, status and source, where it is one
    std::optional<Status> status;
    std::string source;
    Position at;
    Feeds feeds;
};

/// Every number and table of a scenario, or where an address is given every value at or below it. Throws BadInput where
/// there is none.
std::vector<ExplainedInput> explained_inputs(const WrittenScenario& scenario, const std::string& address);

/// For the terminal, a paragraph for each.
std::string explanation_text(const WrittenScenario& scenario, const std::vector<ExplainedInput>& inputs,
                             Language language, std::size_t width);

/// The same as CSV.
std::string explanation_csv(const std::vector<ExplainedInput>& inputs);

/// What a status is called.
Text status_text(Status status);

} // namespace framsyn::app
