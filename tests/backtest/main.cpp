// Prints the back-test's section of docs/validation.md alone.
#include "tests/backtest/report.hpp"

#include <cstdio>
#include <exception>

int main() try {
    const std::string text = framsyn::backtest::markdown_section(framsyn::backtest::run_back_test(BACKTEST_TABLES));
    return std::fputs(text.c_str(), stdout) < 0 ? 1 : 0;
} catch (const std::exception& error) {
    std::fprintf(stderr, "backtest: %s\n", error.what());
    return 1;
}
