#pragma once

#include "app/ground/files.hpp"

#include <optional>
#include <string>

namespace framsyn::app {

/// The whole content of a file. Throws BadInput (naming the file) if it can't be read.
std::string read_file(const std::string& path, const std::string& name_in_messages);

/// Files by their path on disk.
class DiskFiles : public Files {
  public:
    std::optional<Text> fault(const std::string& path) const override;
    bool leads_out(const std::string& path, const std::string& folder) const override;
    std::string read(const std::string& path) const override { return read_file(path, path); }
};

/// Writes a file whole or not at all: to a neighbour first, then renamed over. Throws WriteFailed naming the file.
void write_file(const std::string& path, const std::string& content);

} // namespace framsyn::app
