#pragma once

#include "app/command/common.hpp"

#include <optional>
#include <string>

namespace framsyn::app {

/// What `framsyn explain` was asked for.
struct ExplainRequest {
    std::string scenario;
    std::string address;     ///< empty: every number and table; with `diff` the other scenario
    bool diff = false;       ///< what differs between two scenarios
    bool older = false;      ///< inputs older than the newest counted year
    bool ask = false;        ///< which figure first
    std::optional<int> year; ///< that is asked about; else the last
    bool csv = false;
};

/// framsyn explain: what a scenario rests on, where each number comes from and what it feeds, on standard output.
void explain_command(const ExplainRequest& request, const CommonOptions& options);

} // namespace framsyn::app
