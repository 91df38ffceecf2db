#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

namespace framsyn::demography::testing {

/// Whether a call throws std::invalid_argument and its message holds the words. The door of tests/catch.hpp has no
/// matcher by the same name in both versions of Catch.
template <typename Call>
bool refuses_with(std::string_view words, Call call) {
    try {
        call();
    } catch (const std::invalid_argument& refusal) {
        return std::string_view(refusal.what()).find(words) != std::string_view::npos;
    }
    return false;
}

} // namespace framsyn::demography::testing
