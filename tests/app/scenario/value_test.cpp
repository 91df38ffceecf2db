#include "app/scenario/text/value.hpp"
#include "tests/catch.hpp"

using namespace framsyn;
using namespace framsyn::app;

namespace {

std::string first_line(const Problems& problems) {
    return problems.lines(Language::en).at(0);
}

/// What is said about a text that isn't TOML; nothing where it is.
std::string complaint(const std::string& toml) {
    try {
        parse_toml(toml, "s.toml");
    } catch (const BadInput& bad) {
        return first_line(bad.problems());
    }
    return "";
}

} // namespace

TEST_CASE("every value knows its file, line and column") {
    const Value root = parse_toml("a = 1\n[b]\n  c = \"x\"\n", "s.toml");
    CHECK(root.find("b")->find("c")->at.line == 3);
    CHECK(root.find("b")->find("c")->at.column == 7);
    CHECK(root.find("b")->find("c")->at.file == "s.toml");
}

TEST_CASE("broken TOML is reported where the parser stopped") {
    CHECK(complaint("a = 1\nb = = 2\n").rfind("s.toml:2:", 0) == 0);
}

TEST_CASE("a letter beyond ASCII outside quotes is shown where it stands") {
    CHECK(complaint("a = 1\nbæ = 2\n").rfind("s.toml:2:2: \"æ\" must stand in straight quotes", 0) == 0);
    CHECK(complaint("å = 1\n").rfind("s.toml:1:1: \"å\"", 0) == 0);
    CHECK(complaint("name = “Bodø”\n").rfind("s.toml:1:8: \"“\" isn't the quote", 0) == 0);
    CHECK(complaint("\xCC\x80;a").rfind("s.toml:1:1:", 0) == 0);
    CHECK(complaint("a = 'ø' # ø\n'æ' = \"\\\"ø\"\nb = ø").rfind("s.toml:3:5: \"ø\"", 0) == 0);
    CHECK(complaint("a = \"\"\"ø\n\"\" ø\"\"\"\"\"\nb = ø").rfind("s.toml:3:5: \"ø\"", 0) == 0);
}

TEST_CASE("letters beyond ASCII are welcome in quotes, comments and after a byte order mark") {
    const Value root = parse_toml("\xEF\xBB\xBF# åpner\nname = \"Bodø\"\n'blå' = '''é\n'é' '''\n", "s.toml");
    CHECK(*root.find("name")->as<std::string>() == "Bodø");
    CHECK(root.find("blå") != nullptr);
}

TEST_CASE("a key of thousands of parts is refused where it begins to be too long, and long lists are not") {
    const auto key_of = [](std::size_t parts, const std::string& part) {
        std::string key = part;
        for (std::size_t i = 1; i < parts; ++i) key += "." + part;
        return key;
    };
    CHECK(parse_toml("a = 1\n" + key_of(64, "b") + " = 1\n", "s.toml").find("b") != nullptr);
    CHECK(complaint("a = 1\n" + key_of(65, "b") + " = 1\n") ==
          "s.toml:2:128: a key of more than 64 parts; no key has that many");
    CHECK(complaint("[" + key_of(20000, "b") + "]\n").rfind("s.toml:1:129: a key", 0) == 0);
    CHECK(complaint("x = {" + key_of(20000, "'b.c'") + " = 1}\n").find("64 parts") != std::string::npos);
    std::string list = "x = [0.5";
    for (int i = 0; i < 200; ++i) list += ", 0.5";
    CHECK(parse_toml(list + "]\n", "s.toml").find("x") != nullptr);
}

TEST_CASE("a decimal comma is told from other mistakes") {
    CHECK(complaint("a = 1\nrisk = 0,85\n").find("written with a point: 0.85") != std::string::npos);
    CHECK(complaint("a = 1\nrisk = = 2\n").find("point") == std::string::npos);
}

TEST_CASE("a date as Norwegians write it, a minus sign and typographic quotes are told by what to write instead") {
    CHECK(complaint("date = 01.04.2028\n").find("year-month-day: 2028-04-01") != std::string::npos);
    CHECK(complaint("date = 1.4.2028\n").find("year-month-day: 2028-04-01") != std::string::npos);
    CHECK(complaint("x = { value = 0,90, low = 0,8 }\n").find("written with a point: 0.90") != std::string::npos);
    CHECK(complaint("beds = −12\n") == "s.toml:1:8: \"−\" isn't the minus sign here; use a hyphen: -");
    CHECK(complaint("id = “x”\n") == "s.toml:1:6: \"“\" isn't the quote for text; use the straight one: \"");
    CHECK(complaint("# bl\xE5\n").find("isn't saved as UTF-8") != std::string::npos);
}

TEST_CASE("tables merge key by key, lists of tables by id, and numbers with intervals are replaced whole") {
    Problems problems;
    const Value base = parse_toml("[run]\nseed = 1\ndraws = 10\n[[unit]]\nid = \"a\"\nbeds = { value = 3, low = 2, "
                                  "high = 4 }\n[[unit]]\nid = \"b\"\nbeds = 5\n",
                                  "base");
    const Value changes = parse_toml("[run]\ndraws = 20\n[[unit]]\nid = \"a\"\nbeds = { value = 9 }\n[[unit]]\nid = "
                                     "\"c\"\nbeds = 1\n[[unit]]\nid = \"b\"\nremove = true\n",
                                     "what-if");
    const Value merged = merge(base, changes, problems);
    CHECK(problems.empty());
    CHECK(*merged.find("run")->find("seed")->as<std::int64_t>() == 1);
    CHECK(*merged.find("run")->find("draws")->as<std::int64_t>() == 20);
    const Array& units = *merged.find("unit")->as<Array>();
    REQUIRE(units.size() == 2);
    CHECK(*units[0].find("beds")->find("value")->as<std::int64_t>() == 9);
    CHECK(units[0].find("beds")->find("low") == nullptr); // the old interval doesn't cling to the new number
    CHECK(*units[1].find("id")->as<std::string>() == "c");
}

TEST_CASE("removing what isn't there is a mistake, with the nearest name") {
    Problems problems;
    const Value base = parse_toml("[[unit]]\nid = \"unn-dps\"\n", "base");
    merge(base, parse_toml("[[unit]]\nid = \"unn-dsp\"\nremove = true\n", "what-if"), problems);
    CHECK(first_line(problems) == "what-if:1:1: cannot remove \"unn-dsp\": there is none; did you mean \"unn-dps\"?");
}

TEST_CASE("a --set reaches any value by list.id.key and takes text, numbers and numbers with units") {
    Problems problems;
    Value root = parse_toml("[run]\nseed = 1\n[[stay]]\nid = \"tsb\"\nmean = \"3 days\"\n", "s");
    set_value(root, "run.seed", "42", problems);
    set_value(root, "stay.tsb.mean", "4.5 days", problems);
    CHECK(problems.empty());
    CHECK(*root.find("run")->find("seed")->as<std::int64_t>() == 42);
    CHECK(*(*root.find("stay")->as<Array>())[0].find("mean")->as<std::string>() == "4.5 days");
    set_value(root, "stay.tbs.mean", "4 days", problems);
    CHECK(first_line(problems) == "--set stay.tbs.mean: there is no \"tbs\"; did you mean \"tsb\"?");
}

TEST_CASE("a --set that names an entry of another list is told which list it is in") {
    Problems problems;
    Value root = parse_toml("[[service]]\nid = \"dps\"\n[[group]]\nid = \"phv\"\n", "s");
    set_value(root, "service.phv.utilisation", "0.9", problems);
    CHECK(first_line(problems) == "--set service.phv.utilisation: there is no \"phv\"; it is the name of a [[group]]");
}
