#pragma once

#include "models/demography/estimate/estimate_gross.hpp"
#include "models/demography/estimate/estimate_index.hpp"
#include "models/demography/estimate/estimate_net.hpp"
#include "tests/backtest/tables.hpp"

namespace framsyn::backtest {

/// Norway's rates, estimated from what was known on 1 January 2016.
struct NationalRates {
    demography::AgeSexTable base, annual_decline; ///< base period 2011–2015
    std::vector<demography::AgeSexTable> of_year; ///< deaths over person-years, from counts' first year on
    double total_fertility = 0.0;                 ///< mean of 2011–2015
};
NationalRates national_rates(const Country& country);

/// The projection of a set of areas from 1 January 2016 to 2026 as README.md says.
struct Assumptions {
    demography::Inputs inputs;
    demography::NetMoves moves;   ///< residuals of single years, as they are
    double cut_immigration = 0.0; ///< persons a year that immigration would have had to be below nothing
};
Assumptions assume(const Country& country, const NationalRates& rates, const AreaSet& set,
                   const std::vector<demography::Cohorts>& history);

} // namespace framsyn::backtest
