#pragma once

#include "app/ground/tidy_table.hpp"
#include "app/import/activity/trust_map.hpp"
#include "app/import/sorted_table.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace framsyn::app {

/// Persons by trust as table 13982 counts them in catchments, Oslo's districts among them.
struct ImportedCatchments {
    std::vector<std::string> trusts;
    std::vector<int> years;
    int oldest_age = 0;
    std::vector<std::int64_t> persons; ///< trust, year, sex (female, male), age: the last runs fastest
    std::string service;               ///< whose catchments: as the file writes it
    std::vector<Text> remarks;

    std::size_t index(std::size_t trust, std::size_t year, std::size_t sex) const {
        return ((trust * years.size() + year) * 2 + sex) * (static_cast<std::size_t>(oldest_age) + 1);
    }
    std::int64_t sum(std::size_t trust, std::size_t year) const;
};

ImportedCatchments import_catchments(const StatbankTable& table, const TrustMap& map, const YearLimits& years,
                                     Problems& problems);

/// `trust,year,sex,age,persons`.
ResultFile catchment_file(const ImportedCatchments& imported, const std::string& name);
std::string catchment_report(const ImportedCatchments& imported, const std::string& out, const std::string& file,
                             Language language);

} // namespace framsyn::app
