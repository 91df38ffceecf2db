#pragma once

#include "models/demography/cohorts.hpp"

#include <map>
#include <string>
#include <vector>

namespace framsyn::migration_backtest {

constexpr int last_january = 2026;

/// Areas that make up the country, and their people on each 1 January from first_year to last_january.
struct Areas {
    std::vector<std::string> ids;
    int first_year = 0;
    std::vector<demography::Cohorts> persons; ///< 106 × two columns for every area

    const demography::Cohorts& on_1_january(int year) const {
        return persons.at(static_cast<std::size_t>(year - first_year));
    }
};

/// What the candidates are tried on.
struct Data {
    Areas country; ///< four trusts and 12 counties, from 2010
    Areas trusts;  ///< 21, from 2015
    int first_death_year = 0;
    std::vector<demography::AgeSexTable> death_rates;     ///< Norway, by calendar year
    std::map<int, std::map<int, double>> official_net;    ///< by vintage and year
    const demography::AgeSexTable& rates(int year) const; ///< those of the last year there is where it is later
};

/// Reads the tables under the root of the source tree. Throws std::runtime_error where one isn't as its README says.
Data read_data(const std::string& root);

} // namespace framsyn::migration_backtest
