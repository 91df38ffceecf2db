// The scenario's tables as spreadsheets leave them.
#include "app/ground/csv.hpp"
#include "tests/catch.hpp"

#include <string>
#include <vector>

using namespace framsyn;
using namespace framsyn::app;

namespace {

/// A table of two columns and what is wrong with it.
struct Outcome {
    std::vector<std::string> cells;
    std::vector<std::string> lines;
    Position last;
};

Outcome read(const std::string& text, Language language = Language::en) {
    Problems problems;
    const CsvTable csv(text, "t.csv", {"year", "persons"}, problems);
    Outcome outcome;
    for (std::size_t row = 0; row < csv.rows(); ++row) {
        for (std::size_t column = 0; column < 2; ++column) outcome.cells.push_back(csv.cell(row, column));
        outcome.last = csv.at(row, 1);
    }
    outcome.lines = problems.lines(language);
    return outcome;
}

const std::vector<std::string> sound{"2025", "1", "2026", "2"};

void check_sound(const std::string& text) {
    const Outcome outcome = read(text);
    CHECK(outcome.lines == std::vector<std::string>{});
    CHECK(outcome.cells == sound);
}

} // namespace

TEST_CASE("empty rows are nothing, wherever they stand and whatever separates their cells") {
    check_sound("year,persons\n2025,1\n2026,2\n");
    check_sound("\n\nyear,persons\n\n2025,1\n,\n2026,2\n,\n,\n");
    check_sound(";;\r\nyear;persons\r\n2025;1\r\n;;;;\r\n2026;2\r\n ; \r\n");
    check_sound("year\tpersons\n2025\t1\n\t\n2026\t2");
}

TEST_CASE("empty columns at the right are nothing, with or without a heading's delimiter") {
    check_sound("year,persons,,\n2025,1,,\n2026,2,,\n");
    check_sound("year;persons\n2025;1;\n2026;2;;;\n");
    CHECK(read("year,persons,\n2025,1,x\n").lines ==
          std::vector<std::string>{"t.csv:1:1: the table is empty", "t.csv:2:1: the row has 3 cells; expected 2"});
}

TEST_CASE("a first line sep= names the delimiter and is nothing else") {
    check_sound("sep=;\nyear;persons\n2025;1\n2026;2\n");
    check_sound("\xEF\xBB\xBFsep=,\r\nyear,persons\r\n2025,1\r\n2026,2\r\n");
    check_sound("\"sep=|\"\nyear|persons\n2025|1\n2026|2\n");
    const Outcome outcome = read("sep=;\nyear;person\n2025;1\n");
    CHECK(outcome.lines == std::vector<std::string>{"t.csv:2:1: found the columns year,person; expected year,persons"});
}

TEST_CASE("cells keep the line and the letter where they stand") {
    const Outcome outcome = read("sep=;\n\nyear;persons\n\"20\n25\";1\n\"å\";2\n");
    CHECK(outcome.cells == std::vector<std::string>{"20\n25", "1", "å", "2"});
    CHECK(outcome.last.line == 6); // the quoted line break counts
    CHECK(outcome.last.column == 5);
}

TEST_CASE("a quotation mark that is never closed is a problem") {
    CHECK(read("year,persons\n2025,\"1\n2026,2\n").lines ==
          std::vector<std::string>{"t.csv:2:6: the quotation mark is never closed"});
}

TEST_CASE("columns between blanks or other signs are refused with the reason") {
    const std::string reason = "; columns are separated by commas, semicolons or tabs, not by blanks or other signs";
    CHECK(read("year persons\n2025 1\n").lines ==
          std::vector<std::string>{"t.csv:1:1: found the columns year persons; expected year,persons" + reason});
    CHECK(read("year|persons\n2025|1\n").lines ==
          std::vector<std::string>{"t.csv:1:1: found the columns year|persons; expected year,persons" + reason});
}

TEST_CASE("a table that is no UTF-8 text is refused with the reason, where it shows") {
    CHECK(read("year,persons\n2025,1\nTroms\xF8,2\n", Language::nb).lines ==
          std::vector<std::string>{"t.csv:3:6: filen er ikke lagret som UTF-8; lagre den på nytt med koding UTF-8"});
    CHECK(read("PK\x03\x04").lines.at(0).find("is a zip file, as Excel workbooks") != std::string::npos);
    CHECK(read(std::string("y\0e\0a\0r\0,\0", 10)).lines.at(0).find("is saved as UTF-16") != std::string::npos);
}

TEST_CASE("a long cell is repeated in part") {
    Problems problems;
    const CsvTable csv("year,persons\n2025," + std::string(20000, 'x') + "\n", "t.csv", {"year", "persons"}, problems);
    csv.number(0, 1, 0, 1, problems);
    CHECK(problems.lines(Language::en).at(0) ==
          "t.csv:2:6: persons: found \"" + std::string(80, 'x') + "…\"; expected a number with a decimal point");
}
