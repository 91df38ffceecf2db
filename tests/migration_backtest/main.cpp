#include "tests/migration_backtest/report.hpp"

#include <cstdio>

int main() {
    std::fputs(framsyn::migration_backtest::report(MIGRATION_BACKTEST_ROOT).c_str(), stdout);
    return 0;
}
