#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace framsyn::app {

/// What lies in a result folder without being in its manifest: somebody's own. Files and empty folders by path inside it,
/// sorted. Throws BadInput where a folder can't be read.
std::vector<std::string> own_files(const std::filesystem::path& folder);

/// Brings these over to another folder, where they keep their names; one whose name is taken there gets `.kept` behind it.
/// The files stay where they are too. Returns the names that changed. Throws WriteFailed.
std::vector<std::string> carry(const std::vector<std::string>& names, const std::filesystem::path& from,
                               const std::filesystem::path& to);

} // namespace framsyn::app
