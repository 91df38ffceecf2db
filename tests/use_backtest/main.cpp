#include "tests/use_backtest/report.hpp"

#include <cstdio>

int main() {
    std::fputs(framsyn::use_backtest::report(USE_BACKTEST_TABLE).c_str(), stdout);
    return 0;
}
