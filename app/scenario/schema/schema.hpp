#pragma once

#include "app/scenario/schema/scenario_sections.hpp"
#include "app/scenario/text/value.hpp"

#include <string>

namespace framsyn::app {

/// Checks a merged scenario against the table: unknown and missing keys, kinds, units, ranges, references,
/// repeated ids. Reports everything it finds.
void check_against_schema(const Value& root, Problems& problems);

/// The same for another kind of file with these sections, `schema = 1` at its head.
void check_against_sections(const Value& root, const std::vector<Section>& sections, Problems& problems);

/// The same table as a JSON Schema (draft 2020-12), pretty-printed.
std::string json_schema();

} // namespace framsyn::app
