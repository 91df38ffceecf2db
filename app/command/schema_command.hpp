#pragma once

#include <string>

namespace framsyn::app {

/// framsyn schema: prints the JSON Schema of scenario files, or of the results (`what` is "results") the catalogue of
/// tables and columns.
void schema_command(const std::string& what);

} // namespace framsyn::app
