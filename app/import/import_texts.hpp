#pragma once

#include "app/import/population_import.hpp"

#include <optional>
#include <string>
#include <vector>

namespace framsyn::app {

/// A text and the name to say in messages.
struct NamedText {
    std::string name;
    std::string text;
};

/// What is to be made into a scenario's table.
struct ImportOrder {
    std::string table; ///< one of import_tables()
    NamedText file;    ///< the StatBank's export
    NamedText mapping; ///< municipality → trust
    YearLimits years;
};

/// The tables that can be brought in, as the command names them.
const std::vector<std::string>& import_tables();

/// The years that a text such as "2024" or "2024-2027" asks for; none if it is empty. Throws BadInput.
std::optional<YearSpan> import_years(const std::string& text);

/// Texts in, persons by trust out: import_file makes the table of it, import_report what is said. Throws BadInput with
/// everything that is wrong.
ImportedPopulation import_texts(const ImportOrder& order);

} // namespace framsyn::app
