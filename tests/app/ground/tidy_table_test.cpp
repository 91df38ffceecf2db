#include "app/ground/tidy_table.hpp"
#include "tests/catch.hpp"

#include <limits>

using namespace framsyn;
using namespace framsyn::app;

TEST_CASE(
    "a table prints the shortest number that reads back, quotes what needs it, and leaves a missing number empty") {
    TidyTable table("t.csv", {{"a", CellType::number}, {"b", CellType::text}, {"c", CellType::integer}});
    table.row(0.1 + 0.2, "with, comma", 2024);
    table.row(std::numeric_limits<double>::quiet_NaN(), "a \"quote\"", -1);
    table.row(-0.0, "", 0);
    CHECK(std::move(table).file().content ==
          "a,b,c\n0.30000000000000004,\"with, comma\",2024\n,\"a \"\"quote\"\"\",-1\n0,,0\n");
}

TEST_CASE("a row with a cell of another type, too few or too many is a mistake of the program") {
    TidyTable table("t.csv", {{"a", CellType::number}, {"b", CellType::text}});
    CHECK_THROWS_AS(table.row("1", "2"), std::logic_error);
    CHECK_THROWS_AS(table.row(1.0), std::logic_error);
    CHECK_THROWS_AS(table.row(1.0, "2", "3"), std::logic_error);
}

TEST_CASE("rows that are kept hold values, and text that looks like a number stays text") {
    TidyTable table("t.csv", {{"a", CellType::text}, {"b", CellType::integer}}, true);
    table.row("2024", 7);
    REQUIRE(table.rows().size() == 1);
    CHECK(std::get<std::string>(table.rows()[0][0]) == "2024");
    CHECK(std::get<int>(table.rows()[0][1]) == 7);
}
