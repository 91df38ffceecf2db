#pragma once

#include "models/study/answers/variance.hpp"
#include "models/study/study.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace framsyn::app {

/// What the variance of a cell's measure in a year comes from.
struct VarianceRow {
    std::string trust, service;
    int year = 0;
    std::string measure;
    bool of_replications = false; ///< a measure of care
    study::VarianceShares shares;
};

/// The measures of drawn_series.hpp that vary, in their order: of one draw of need, of one replication of care. Draws and
/// replications are carried out once more for each group that varies. Throws what the study's runner throws.
std::vector<VarianceRow> variance_rows(const study::Study& study);

/// demography, level, rates, stays, factors, chance, interaction.
std::vector<std::string_view> variance_sources();
/// The shares in the order of the sources.
std::vector<double> shares_of(const VarianceRow& row);

/// variance.csv in `path`. Throws WriteFailed.
void write_variance_csv(const std::string& path, const std::vector<VarianceRow>& rows);

} // namespace framsyn::app
