// What docs/scenario-format.md promises of units and tables is what the reader takes and asks for.
#include "app/scenario/read/read_tables.hpp"
#include "app/scenario/text/read_quantity.hpp"
#include "tests/catch.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <sstream>
#include <string>
#include <vector>

using namespace framsyn;
using namespace framsyn::app;

namespace {

std::string format_docs() {
    std::ifstream file(DOCS "/scenario-format.md", std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// The section "## Tables": what each table's row says of when it is needed.
std::map<std::string, std::string> documented_tables() {
    const std::string docs = format_docs();
    std::istringstream lines(docs.substr(docs.find("\n## Tables\n")));
    std::map<std::string, std::string> needed;
    for (std::string line; std::getline(lines, line);) {
        if (!line.starts_with("| `")) continue;
        const std::string id = line.substr(3, line.find('`', 3) - 3);
        const std::size_t begin = line.find("| ", 4) + 2;
        needed[id] = line.substr(begin, line.find(" |", begin) - begin);
    }
    return needed;
}

bool misses(const std::vector<std::string>& given, const std::string& id, bool services = true) {
    const std::vector<std::string> missing = missing_tables(given, services);
    return std::find(missing.begin(), missing.end(), id) != missing.end();
}

} // namespace

TEST_CASE("every unit that the docs promise is read") {
    const std::map<Measured, std::vector<std::string>> promised{
        {Measured::days, {"minutes", "hours", "days", "weeks", "months", "years"}},
        {Measured::years, {"days", "weeks", "months", "years"}},
        {Measured::minutes, {"minutes", "hours", "days"}},
    };
    for (const auto& [measured, units] : promised) {
        for (const std::string& unit : units) {
            CAPTURE(unit);
            CHECK(parse_with_unit("2 " + unit, measured));
            CHECK(parse_with_unit("1 " + unit.substr(0, unit.size() - 1), measured)); // the singular
        }
    }
    for (const char* rate : {"1 per day", "1 per week", "1 per year"})
        CHECK(parse_with_unit(rate, Measured::admissions_per_day));
    CHECK(parse_with_unit("1 beds per year", Measured::beds_per_year));
    // The examples of the text, each in the unit of a key that it can stand at.
    CHECK(parse_with_unit("12.7 days", Measured::days) == 12.7);
    CHECK(parse_with_unit("2 weeks", Measured::days) == 14.0);
    CHECK(parse_with_unit("3 years", Measured::years) == 3.0);
    CHECK(parse_with_unit("90 minutes", Measured::minutes) == 90.0);
    CHECK(parse_with_unit("0.125 per day", Measured::admissions_per_day) == 0.125);
}

TEST_CASE("the docs name every table that the reader knows, and no other") {
    std::vector<std::string> documented;
    for (const auto& [id, needed] : documented_tables()) documented.push_back(id);
    std::vector<std::string> known = known_tables();
    std::sort(known.begin(), known.end());
    CHECK(documented == known);
}

TEST_CASE("the docs say of every table that can be missing what else there may be instead of it") {
    const auto documented = documented_tables();
    for (const std::string& id : missing_tables({}, true)) {
        CAPTURE(id);
        const std::string& needed = documented.at(id);
        CHECK(needed != "never");
        CHECK((needed == "always") == (misses({"deaths", "fertility-rates", "net-migration", "use-rates"}, id)));
    }
    CHECK(documented.at("use-rates") == "with `[[service]]`");
    CHECK_FALSE(misses({}, "use-rates", false));
    for (const auto& [id, needed] : documented) {
        CAPTURE(id, needed);
        if (!needed.starts_with("instead of `")) continue;
        const std::string other = needed.substr(12, needed.find('`', 12) - 12);
        const std::string asked_for =
            other == "deaths" ? "mortality" : other; // what the reader names where all are absent
        CHECK(misses({"migration"}, asked_for) == (other != "migration"));
        CHECK_FALSE(
            misses(id == "internal-matrix" ? std::vector{id, std::string("migration")} : std::vector{id}, asked_for));
    }
    CHECK(missing_tables({"population", "deaths", "fertility", "migration", "internal-matrix", "use-rates"}, true)
              .empty());
    CHECK(missing_tables({"population", "death-rates", "fertility-rates", "net-migration"}, false).empty());
    CHECK(missing_tables({"population", "mortality", "fertility", "migration", "internal-destination"}, false) ==
          std::vector<std::string>{"mortality-decline"});
}
