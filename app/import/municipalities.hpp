#pragma once

#include "app/ground/problems.hpp"

#include <string>
#include <unordered_map>
#include <vector>

namespace framsyn::app {

/// Which municipality belongs to which trust.
struct MunicipalityMap {
    struct Row {
        std::string code; ///< 4 digits
        std::string name; ///< empty where the file has none
        std::size_t trust = 0;
        Position at;
    };
    std::string file;
    std::vector<std::string> trusts; ///< in the order in which they first stand in the file
    std::vector<Row> rows;

    std::string printed(std::size_t row) const; ///< `1804 Bodø`
};

/// Reads a table, UTF-8 or Windows-1252, with the columns municipality_code, trust and, if wanted, municipality_name.
MunicipalityMap read_municipalities(const std::string& bytes, const std::string& file, Problems& problems);

} // namespace framsyn::app
