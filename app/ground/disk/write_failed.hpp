#pragma once

#include "models/values/text.hpp"

#include <stdexcept>
#include <string>

namespace framsyn::app {

/// Why the operating system refused, by its error number.
Text reason_of(int error);

/// Something could not be written while a command was running: the disk is full, for one. Ends a command with exit code 1.
class WriteFailed : public std::runtime_error {
  public:
    WriteFailed(const std::string& path, int error);
    const Text& message() const { return message_; }

  private:
    Text message_;
};

} // namespace framsyn::app
