#pragma once

#include "models/values/text.hpp"

#include <stdexcept>
#include <string>
#include <utility>

namespace framsyn::app {

/// Ends a command with exit code 1: nothing is wrong with what the user gave, but it can't be done (a full disk).
class Failure : public std::runtime_error {
  public:
    explicit Failure(Text text) : std::runtime_error(text.en), text_(std::move(text)) {}
    Failure(const std::string& what, const Text& why) : Failure(Text{what + ": " + why.nb, what + ": " + why.en}) {}

    const Text& text() const { return text_; }

  private:
    Text text_;
};

} // namespace framsyn::app
