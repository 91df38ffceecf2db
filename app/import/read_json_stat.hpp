#pragma once

#include "app/import/statbank_table.hpp"

namespace framsyn::app {

/// JSON-stat2, as read_statbank says.
StatbankTable read_json_stat(const std::string& bytes, const std::string& file, Problems& problems);

} // namespace framsyn::app
