#pragma once

#include <string>

namespace framsyn {

/// What people read: Norwegian bokmål unless they ask for English.
enum class Language { nb, en };

/// One text in both languages.
struct Text {
    std::string nb;
    std::string en;

    const std::string& in(Language language) const { return language == Language::nb ? nb : en; }
};

} // namespace framsyn
