#include "app/scenario/text/read_quantity.hpp"
#include "tests/catch.hpp"

using namespace framsyn;
using namespace framsyn::app;

namespace {

std::optional<Quantity> read(const std::string& toml, Measured unit, Problems& problems, double min = 0,
                             double max = 1e9) {
    const Value root = parse_toml("x = " + toml + "\n", "s");
    return read_quantity(*root.find("x"), unit, min, max, "list.id.x", problems);
}

std::string only_problem(const std::string& toml, Measured unit, double min = 0, double max = 1e9) {
    Problems problems;
    CHECK_FALSE(read(toml, unit, problems, min, max));
    REQUIRE(problems.size() == 1);
    return problems.lines(Language::en)[0];
}

} // namespace

TEST_CASE("a plain number is an assumption without interval") {
    Problems problems;
    const auto q = read("12", Measured::beds, problems);
    REQUIRE(q);
    CHECK(q->value == 12.0);
    CHECK_FALSE(q->has_interval());
    CHECK(q->status == Status::assumed);
}

TEST_CASE("durations and rates are converted from the unit they are written in") {
    CHECK(parse_with_unit("2 weeks", Measured::days) == 14.0);
    CHECK(parse_with_unit("36 hours", Measured::days) == 1.5);
    CHECK(parse_with_unit("1.5 hours", Measured::minutes) == 90.0);
    CHECK(parse_with_unit("0.8 beds per year", Measured::beds_per_year) == 0.8);
    CHECK(parse_with_unit("12 months", Measured::years) == 1.0); // exactly, or it would be no whole number of years
    CHECK(parse_with_unit("36 months", Measured::years) == 3.0);
    CHECK(parse_with_unit("731 days", Measured::years) == 731 / 365.25);
    CHECK(parse_with_unit("24 months", Measured::days) == 730.5);
    CHECK(parse_with_unit("1 week", Measured::days) == 7.0);
    CHECK(parse_with_unit("1 minute", Measured::minutes) == 1.0);
    CHECK(parse_with_unit("2 days", Measured::minutes) == 2880.0);
    CHECK(parse_with_unit("365.25 per year", Measured::admissions_per_day) == 1.0);
    CHECK_FALSE(parse_with_unit("3", Measured::days));
    CHECK_FALSE(parse_with_unit("3 beds", Measured::days));
    CHECK_FALSE(parse_with_unit("days", Measured::days));
}

TEST_CASE("a number says what is wrong with it, once") {
    const std::string day_units = "(units: minutes, hours, days, weeks, months, years)";
    CHECK(only_problem("3", Measured::days) ==
          "s:1:5: found 3; expected a number with its unit, such as \"3 days\" " + day_units);
    CHECK(only_problem("\"3 beds\"", Measured::days) ==
          "s:1:5: found \"3 beds\"; expected a number with its unit, such as \"3 days\" " + day_units);
    CHECK(only_problem("1.2", Measured::share, 0, 1) == "s:1:5: 1.2 is impossible: expected 0–1 share");
    CHECK(only_problem("85", Measured::share, 0, 1) ==
          "s:1:5: 85 is impossible: expected 0–1 share; 85 % is written 0.85");
    CHECK(only_problem("true", Measured::beds) == "s:1:5: found true; expected a number (beds), such as 12");
    CHECK(only_problem("nan", Measured::beds) == "s:1:5: found nan; expected a number (beds), such as 12");
    CHECK(only_problem("{ value = 3, low = 4, high = 5 }", Measured::beds) ==
          "s:1:5: the interval 4–5 doesn't hold the value 3");
    CHECK(only_problem("{ value = 3, status = \"observed\" }", Measured::beds) ==
          "s:1:5: status observed needs a source");
    CHECK(only_problem("{ value = 3, status = \"guess\" }", Measured::beds) ==
          "s:1:27: unknown status \"guess\"; expected observed, published, derived or assumed");
    CHECK(only_problem("{ vlaue = 3, value = 3 }", Measured::beds) ==
          "s:1:7: unknown key \"vlaue\"; did you mean \"value\"?");
}
