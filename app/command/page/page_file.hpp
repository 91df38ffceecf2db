#pragma once

#include "app/scenario/read/read_scenario.hpp"
#include "models/values/text.hpp"

#include <atomic>
#include <functional>
#include <string>
#include <vector>

namespace framsyn::app {

/// What `framsyn page` was asked for.
struct PageRequest {
    std::vector<std::string> scenarios; ///< regions, and what-ifs that come with them as ready-made questions
    std::string out;
    bool force = false; ///< a file that isn't such a page is written over
    int threads = 0;
    Language language = Language::nb;
    bool quiet = false;
    const std::atomic<bool>* interrupted = nullptr;
    /// Runs a scenario in full into a folder, its report too; without services its people alone.
    std::function<void(const std::string& scenario, const std::string& folder, bool simulate)> run;
};

/// The whole program as one page of these regions: the engine, their texts and the report of each. Written whole or not at
/// all. Throws BadInput with the problems of all scenarios.
void write_page(const PageRequest& request);

} // namespace framsyn::app
