#pragma once

#include "models/study/questions.hpp"
#include "models/values/text.hpp"

#include <cstddef>
#include <string>

namespace framsyn::app {

/// Which figure first, for the terminal: open figures by how many verdicts they would decide, inputs by how many wrong
/// decisions and beds amiss they would spare, and the counts at which a verdict turns.
std::string questions_text(const study::Questions& questions, int year, Language language, std::size_t width);

/// The same as CSV: trust, service, year, input, measure, value, se, unit. Measures: decided (share of the made-up values of
/// an open figure that settle the verdict), wrong-utilisation and wrong-service-level (fewer wrong decisions), beds (fewer
/// beds amiss), expected, trigger-short and trigger-enough (what is counted the year after the base year).
std::string questions_csv(const study::Questions& questions);

} // namespace framsyn::app
