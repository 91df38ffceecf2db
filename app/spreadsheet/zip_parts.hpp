#pragma once

#include "app/ground/problems.hpp"

#include <map>
#include <optional>
#include <string>

namespace framsyn::app {

/// The files inside a packed one, by name. What isn't packed so, is damaged or far too large is reported.
class ZipParts {
  public:
    ZipParts(const std::string& bytes, const std::string& file, Problems& problems);

    const std::string* find(const std::string& name) const;

  private:
    std::map<std::string, std::string> parts_;
};

} // namespace framsyn::app
