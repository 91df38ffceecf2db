#include "app/ground/tidy_table.hpp"
#include "tests/catch.hpp"

#include <limits>

using namespace framsyn;
using namespace framsyn::app;

TEST_CASE(
    "a table prints the shortest number that reads back, quotes what needs it, and leaves a missing number empty") {
    TidyTable table("t.csv", {"a", "b", "c"});
    table.row(0.1 + 0.2, "with, comma", 2024);
    table.row(std::numeric_limits<double>::quiet_NaN(), "a \"quote\"", -1);
    table.row(-0.0, "", 0);
    CHECK(std::move(table).file().content ==
          "a,b,c\n0.30000000000000004,\"with, comma\",2024\n,\"a \"\"quote\"\"\",-1\n0,,0\n");
}
