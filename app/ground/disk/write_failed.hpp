#pragma once

#include "app/ground/failure.hpp"

#include <string>

namespace framsyn::app {

/// Why the operating system refused to write somewhere, by its error number.
Text reason_of(int error);

/// Something could not be written while a command was running: the disk is full, for one.
class WriteFailed : public Failure {
  public:
    WriteFailed(const std::string& path, int error);
};

} // namespace framsyn::app
