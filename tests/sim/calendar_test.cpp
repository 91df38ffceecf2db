#include "sim/calendar.hpp"
#include "tests/catch.hpp"

using namespace framsyn;
using namespace std::chrono_literals;
using sim::Time;

TEST_CASE("A clock in days is read as dates, leap years and weekdays included") {
    const sim::Calendar calendar(2023y / 12 / 31);
    CHECK(calendar.begin_of(2024y / 1 / 1) == Time(1.0));
    CHECK(calendar.begin_of(2025y / 1 / 1) == Time(367.0)); // 2024 is a leap year
    CHECK(calendar.day_of(Time(60.99)) == 2024y / 2 / 29);  // 31 January days and 29 of February after 31 December
    CHECK(calendar.day_of(Time(61.0)) == 2024y / 3 / 1);
    CHECK(calendar.day_of(Time(-0.5)) == 2023y / 12 / 30);
    CHECK(calendar.weekday_of(Time(0.0)) == std::chrono::Sunday); // 31 December 2023 was a Sunday
    CHECK(calendar.weekday_of(Time(1.5)) == std::chrono::Monday);
}

TEST_CASE("The phase of the season is 0 at new year and one half in the middle of any year") {
    const sim::Calendar calendar(2024y / 1 / 1);
    CHECK(calendar.part_of_year(Time(0.0)) == 0.0);
    CHECK(calendar.part_of_year(Time(183.0)) == 0.5);         // of 366 days
    CHECK(calendar.part_of_year(Time(366.0 + 182.5)) == 0.5); // of 365
}
