// What messages repeat of files and command lines: enough to find it, never more, never what a terminal can't show.
#include "app/ground/found_text.hpp"
#include "app/ground/problems.hpp"
#include "tests/catch.hpp"

#include <fmt/format.h>

#include <string>
#include <vector>

using namespace framsyn;
using namespace framsyn::app;

namespace {

std::string repeated(const std::string& text, int times) {
    std::string all;
    for (int i = 0; i < times; ++i) all += text;
    return all;
}

} // namespace

TEST_CASE("a found text is repeated up to its 80th letter") {
    CHECK(shown("Tromsø") == "Tromsø");
    CHECK(shown(repeated("å", 80)) == repeated("å", 80)); // letters, not bytes
    CHECK(shown(repeated("å", 81)) == repeated("å", 80) + "…");
    CHECK(shown(std::string(20000, 'x')) == std::string(80, 'x') + "…");
}

TEST_CASE("what can't be seen is written as a code, and a message stays one line") {
    CHECK(shown("a\x08\n\u2028z") == "a\\u0008\\u000A\\u2028z");
    CHECK(shown("Troms\xF8") == "Troms\\xF8"); // ø in Windows-1252
    CHECK(shown(std::string("a\0b", 3)) == "a\\u0000b");
}

TEST_CASE("of one kind of problem in a file twenty are shown, then how many there are more") {
    Problems problems;
    for (int line = 1; line <= 25; ++line) {
        problems.add({"a.csv", line, 1},
                     {fmt::format("fant «x{}»", line), fmt::format("persons: found \"x{}\"; expected a number", line)});
    }
    problems.add({"a.csv", 30, 1}, {"noe annet", "something else"});
    problems.add({"b.csv", 1, 1}, {"fant «y»", "persons: found \"y\"; expected a number"});
    const std::vector<std::string> lines = problems.lines(Language::nb);
    REQUIRE(lines.size() == 23); // 20, the other kind, the count, the other file
    CHECK(lines[19] == "a.csv:20:1: fant «x20»");
    CHECK(lines[20] == "a.csv:30:1: noe annet");
    CHECK(lines[21] == "a.csv: 5 til av samme slag som i linje 20; bare de 20 første vises");
    CHECK(lines[22] == "b.csv:1:1: fant «y»");
    CHECK(problems.lines(Language::en)[21] ==
          "a.csv: 5 more of the same kind as in line 20; only the first 20 are shown");
}

TEST_CASE("problems of different kinds are all shown, also where only their unquoted words differ") {
    Problems problems;
    for (int i = 0; i < 30; ++i) {
        const std::string word(static_cast<std::size_t>(i + 1), 'w');
        problems.add({"a.toml", i + 1, 1}, {word, word});
    }
    CHECK(problems.lines(Language::en).size() == 30);
}

TEST_CASE("what differs in words alone is one kind where the program says so") {
    Problems problems;
    for (int i = 0; i < 30; ++i) {
        const std::string word(static_cast<std::size_t>(i + 1), 'w');
        problems.add({"map.csv", 0, 0}, {word, word}, "absent");
    }
    const std::vector<std::string> lines = problems.lines(Language::en);
    REQUIRE(lines.size() == 21);
    CHECK(lines.back() == "map.csv: 10 more of the same kind; only the first 20 are shown");
}

TEST_CASE("no name is looked for near a text that no person wrote") {
    CHECK(nearest_name("utilisaton", {"utilisation"}) == "utilisation");
    CHECK(nearest_name(std::string(20000, 'a'), {std::string(20000, 'a')}).empty());
}
