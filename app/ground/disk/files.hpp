#pragma once

#include <string>

namespace framsyn::app {

/// The whole content of a file. Throws BadInput (naming the file) if it can't be read.
std::string read_file(const std::string& path, const std::string& name_in_messages);

/// Writes a file whole or not at all: to a neighbour first, flushed to disk, then renamed over. Throws
/// std::runtime_error naming the file.
void write_file(const std::string& path, const std::string& content);

} // namespace framsyn::app
