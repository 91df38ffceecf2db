#pragma once

#include "app/ground/tidy_table.hpp"
#include "app/import/activity/year_plan.hpp"
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
    std::optional<KnownBase> base = {}; ///< what `extends` says already: 13942
    std::string day = {};               ///< when it is read, as 2027-06-14; empty where nobody knows
};

/// What is new of a scenario that a year's table is put on: for its title and description.
struct YearNews {
    std::string table; ///< 13942
    std::vector<int> years;
    Text what;
    std::string file; ///< the export
    std::string day;
    int base_year = 0; ///< where it moves
};

/// A file of the scenario and what is said of it.
struct YearImport {
    ResultFile file;
    std::string report;
    int base_year = 0;       ///< of 13942: the last counted year, which the scenario is reckoned from
    std::string source = {}; ///< of 14820: where its rates come from
    YearNews news = {};      ///< of 13942 and 14820
};

/// The tables beside those of people: places and bed days (13942), catchments (13982), use by residence and age (14820).
const std::vector<std::string>& year_tables();

/// Throws BadInput with everything that is wrong.
YearImport import_year(const YearOrder& order, Language language);

} // namespace framsyn::app
