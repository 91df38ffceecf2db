#pragma once

#include "app/ground/tidy_table.hpp"
#include "app/import/activity/service_words.hpp"
#include "app/import/sorted_table.hpp"

#include <string>
#include <vector>

namespace framsyn::app {

/// Texts that use is worked out from, beside the StatBank's table.
struct UseSources {
    std::string regions;         ///< "H05" or "18, Troms, 56": the residents whose use it is, by code or name
    std::string population;      ///< the scenario's table, `trust,year,sex,age,persons`
    std::string population_name; ///< for messages
    std::string rates;           ///< the scenario's use_rates.csv, whose other services are kept; may be empty
    std::string rates_name;
    std::string service = "phv"; ///< whose rows are made
};

/// Bed days a year per 1 000 residents by age, and what they came from.
struct ImportedUse {
    struct Group {
        AgeSpanRead ages;
        double bed_days = 0.0; ///< mean of the years
        double persons = 0.0;  ///< mean of the years, each ½ (1 January + next 1 January)
        double per_1000() const { return 1000.0 * bed_days / persons; }
    };
    std::string service;
    std::vector<int> years;
    std::vector<Group> groups; ///< by age
    std::vector<std::string> regions;
    struct Kept {
        std::string service, sex, age_from, age_to, bed_days_per_1000;
    };
    std::vector<Kept> kept; ///< rows of other services, as they stand
    std::vector<Text> remarks;
};

/// Makes rates of a table of use by residence and age. What is missing or doesn't fit is reported.
ImportedUse import_use(const StatbankTable& table, const UseSources& sources, const YearLimits& years,
                       Problems& problems);

/// The table as a scenario has it: `service,sex,age_from,age_to,bed_days_per_1000`.
ResultFile use_file(const ImportedUse& imported, const std::string& name);
std::string use_report(const ImportedUse& imported, const std::string& out, const std::string& file, Language language);

} // namespace framsyn::app
