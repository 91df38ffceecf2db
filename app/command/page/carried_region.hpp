#pragma once

#include "app/scenario/people/written_scenario.hpp"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace framsyn::app {

/// A region as a page carries it: its texts, the report of one of its scenarios, and what its engine must give again.
struct CarriedRegion {
    std::string root;  ///< the file that the others build on
    std::string asked; ///< the what-if that the report is of; empty where it's the root's
    std::map<std::string, std::filesystem::path> files; ///< copies of its texts by name
    std::filesystem::path results;                      ///< result folder
    bool services = false;
    std::map<std::string, std::string> hashes; ///< SHA-256 of tables of the root in the draws that a page asks in
};

/// Copies texts into a folder and says what they give here. Throws BadInput where the root isn't sound.
CarriedRegion carried_region(const std::string& root, const std::map<std::string, std::string>& texts,
                             const std::filesystem::path& folder);

/// What the page maker is told, as a file.
void write_page_description(const std::filesystem::path& file, const std::vector<CarriedRegion>& regions);

} // namespace framsyn::app
