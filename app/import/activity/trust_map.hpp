#pragma once

#include "app/import/statbank_table.hpp"

#include <optional>
#include <string>
#include <vector>

namespace framsyn::app {

/// Which trust of a scenario each of Statistics Norway's health trusts is. Several may be one.
struct TrustMap {
    struct Row {
        std::string number; ///< the organisation's nine digits
        std::string name;   ///< empty where the file has none
        std::size_t trust = 0;
        Position at;
    };
    /// A region that counts several trusts together: `H03,forde+bergen+fonna+stavanger`.
    struct Sum {
        std::string code, name;
        std::vector<std::string> trusts;
        Position at;

        const std::string& printed() const { return name.empty() ? code : name; }
    };
    std::string file;
    std::vector<std::string> trusts; ///< in the order in which they first stand in the file
    std::vector<Row> rows;
    std::vector<Sum> sums;

    std::string printed(std::size_t row) const; ///< `983974899 Universitetssykehuset Nord-Norge HF`
};

/// Reads a table with the columns organisation_number, trust and, if wanted, trust_name. Where `trust` is several with a plus
/// between them, the row is a region.
TrustMap read_trust_map(const std::string& bytes, const std::string& file, Problems& problems);

/// For every region of a table the row of the map that it is, or nothing: by number, or by name where the file has no
/// numbers (`Finnmarkssykehuset HF (2020-)`). Rows that no region is are reported.
std::vector<std::optional<std::size_t>> trusts_in(const StatbankTable& table, const TrustMap& map, Problems& problems);

/// For every region of a table which of the map's sums it is, by code or name. A sum needn't be in the table.
std::vector<std::optional<std::size_t>> sums_in(const StatbankTable& table, const TrustMap& map);

} // namespace framsyn::app
