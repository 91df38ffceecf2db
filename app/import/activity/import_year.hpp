#pragma once

#include "app/ground/tidy_table.hpp"
#include "app/import/import_texts.hpp"

#include <string>
#include <vector>

namespace framsyn::app {

/// What a year's table is to be made of. Which of the texts are needed depends on the table.
struct YearOrder {
    std::string table;    ///< one of year_tables()
    NamedText file;       ///< the StatBank's export
    NamedText mapping;    ///< organisation → trust: 13942 and 13982
    NamedText population; ///< the scenario's, for rates: 14820
    NamedText rates;      ///< whose other services are kept: 14820, may be empty
    std::string regions;  ///< whose residents: 14820
    std::string service;  ///< whose use: 14820
    std::string extends;  ///< what the entries are put on top of: 13942
    std::string out;      ///< the name of what is made
    YearLimits years;
};

/// Bed days that a scenario's [[activity]] is to have.
struct NewCount {
    std::string activity; ///< its id
    double bed_days = 0.0;
    double low = 0.0;
    double high = 0.0;
};

/// A file of the scenario and what is said of it.
struct YearImport {
    ResultFile file;
    std::string report;
    int base_year = 0;                 ///< of 13942: the last year, which the scenario is reckoned from
    std::vector<NewCount> counts = {}; ///< of 13942, in that year
};

/// The tables beside those of people: places and bed days (13942), catchments (13982), use by residence and age (14820).
const std::vector<std::string>& year_tables();

/// Throws BadInput with everything that is wrong.
YearImport import_year(const YearOrder& order, Language language);

} // namespace framsyn::app
