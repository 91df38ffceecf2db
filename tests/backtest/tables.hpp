#pragma once

#include "models/demography/rates/base_rates.hpp"

#include <string>
#include <vector>

namespace framsyn::backtest {

inline constexpr int start_year = 2016; ///< the projection stands on 1 January of this year
inline constexpr int last_year = 2026;

/// Areas that are projected together.
struct AreaSet {
    std::string id;     ///< in the names of files
    int first_year = 0; ///< of their history
    std::vector<std::string> area_ids, area_names;

    int years_of_moves() const { return start_year - first_year; }
};

AreaSet trusts_of_helse_nord();
AreaSet counties();
AreaSet other_trusts();

/// Persons in an age group as an official projection had them and as they came.
struct OfficialError {
    int vintage = 0, year = 0;
    std::string age_group; ///< 0, 80-89, 90+
    double projected = 0.0, observed = 0.0;
};

/// Norway as known on 1 January 2016.
struct Country {
    int first_year = 0;                                  ///< of persons
    std::vector<demography::Cohorts> persons;            ///< 1 Januaries to 2016
    demography::DeathCounts deaths;                      ///< 2000 to 2015
    int first_fertility_year = 0;                        ///< of births_per_woman
    std::vector<demography::AgeVector> births_per_woman; ///< to 2015
    std::vector<OfficialError> official_errors;          ///< years to 2016
};

// All read files of `folder` and throw std::runtime_error with the file and row if one isn't as its README says.

Country read_country(const std::string& folder);

/// 1 Januaries from set.first_year to 2016; 106 × two columns for every area.
std::vector<demography::Cohorts> read_history(const std::string& folder, const AreaSet& set);

/// What came: persons by age group (rows as in age_groups()) on 1 January 2021 and 2026; two columns for every area.
struct Outcome {
    Eigen::ArrayXXd persons_2021, persons_2026;
};
Outcome read_outcome(const std::string& folder, const AreaSet& set);

} // namespace framsyn::backtest
