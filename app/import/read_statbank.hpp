#pragma once

#include "app/import/statbank_table.hpp"

namespace framsyn::app {

/// Reads what the StatBank exports: CSV in its variants or JSON-stat2, told apart by the first character. What is wrong
/// with the file's form is reported; cells that are no numbers are kept, since nobody may need them.
StatbankTable read_statbank(const std::string& bytes, const std::string& file, Problems& problems);

} // namespace framsyn::app
