#pragma once

#include "app/command/common.hpp"

#include <optional>
#include <string>

namespace framsyn::app {

/// What `framsyn solve` was asked for, as it was written.
struct SolveRequest {
    std::string scenario;
    std::string cell; ///< trust.service, such as unn.phv
    int year = 0;
    std::string until;          ///< p<0.1, gap>=0
    std::string by;             ///< beds, stay, admissions
    std::string unit;           ///< whose beds; empty for the largest unit of the cell
    std::optional<double> most; ///< how far either way; beds or per cent
};

/// framsyn solve: how many beds, or how much shorter stays or fewer admissions, are enough.
void solve_command(const SolveRequest& request, const CommonOptions& options);

} // namespace framsyn::app
