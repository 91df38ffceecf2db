#pragma once

#include "app/import/statbank_table.hpp"

namespace framsyn::app {

/// The StatBank's CSV in its variants, as read_statbank says.
StatbankTable read_statbank_csv(const std::string& bytes, const std::string& file, Problems& problems);

} // namespace framsyn::app
