#include "tests/use_backtest/registered.hpp"
#include "tests/use_backtest/report.hpp"

#include <cstdio>
#include <string_view>

/// Without a word the section of docs/validation.md; `registered` what is said beforehand of 2026.
int main(int count, char** words) {
    using namespace framsyn::use_backtest;
    const bool registered = count > 1 && std::string_view(words[1]) == "registered";
    std::fputs((registered ? registered_2026(USE_BACKTEST_TABLE) : report(USE_BACKTEST_TABLE)).c_str(), stdout);
    return 0;
}
