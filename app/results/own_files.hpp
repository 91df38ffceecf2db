#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace framsyn::app {

/// What lies in a result folder without being in its manifest: somebody's own. Files and empty folders by path inside it,
/// sorted. Throws BadInput where a folder can't be read.
std::vector<std::string> own_files(const std::filesystem::path& folder);

/// The name where the folder has nothing of that name, else the first free one of `NAME.kept`, `NAME.kept-2`, …; the
/// same for a folder in it whose name a file has.
std::string free_name(const std::filesystem::path& folder, const std::string& name);

/// Brings these over to another folder, where they keep their names; one whose name is taken there gets `.kept` behind it.
/// The files stay where they are too. Returns the names that changed. Throws WriteFailed.
std::vector<std::string> carry(const std::vector<std::string>& names, const std::filesystem::path& from,
                               const std::filesystem::path& to);

} // namespace framsyn::app
