#pragma once

#include "models/values/text.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace framsyn::app {

/// Finds the names that were meant for the first mistakes of a list. Each look goes through every name, so with thousands
/// of mistakes all looks would take longer than all the rest, and nobody reads so far.
class Hints {
  public:
    /// As nearest_name and did_you_mean; nothing for the mistakes after the first.
    std::string nearest(const std::string& name, const std::vector<std::string>& candidates);
    Text did_you_mean(const std::string& name, const std::vector<std::string>& candidates);

    /// Whether the next mistake gets a hint, for who would gather names in vain.
    bool any_left() const { return left_ > 0; }

  private:
    std::size_t left_ = 50;
};

} // namespace framsyn::app
