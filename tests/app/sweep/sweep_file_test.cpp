// What a sweep file may say, and what is told of one that can't be used.
#include "tests/app/sweep/sweep_session.hpp"
#include "tests/catch.hpp"

#include <string>
#include <vector>

using framsyn::app::testing::has;
using framsyn::app::testing::SweepSession;

namespace {

struct Slip {
    const char* from;
    const char* to;
    const char* told; ///< part of the message
    const char* told_nb;
};

} // namespace

TEST_CASE("every slip in a sweep file is told in both languages with its place and what was expected") {
    SweepSession session;
    const std::vector<Slip> slips{
        {"kind = \"sobol\"", "kind = \"sobel\"", "small.toml:7:8: found \"sobel\"; expected one of grid, ",
         "fant \"sobel\"; ventet en av grid, "},
        {"kind = \"sobol\"", "kind = \"sobol\"\nlevels = 4",
         "small.toml:8:10: levels doesn't belong to kind = \"sobol\"", "levels hører ikke til kind = \"sobol\""},
        {"points = 10\n", "", "small.toml:6:1: kind = \"sobol\": points is missing",
         "kind = \"sobol\": mangler points"},
        {"points = 10", "points = 0", "small.toml:8:10: found 0; expected a whole number 1–10000000",
         "fant 0; ventet et helt tall 1–10000000"},
        {"domte-unn.growth", "domte-un.growth", "did you mean \"stock.domte-unn.growth\"?",
         "er ikke et tall i scenarioet; mente du «stock.domte-unn.growth»?"},
        {"\ndistribution = \"uniform\"", "\ndistribution = \"normal\"",
         "found \"normal\"; expected one of own, uniform", "fant \"normal\"; ventet en av own, uniform"},
        {"\ndistribution = \"uniform\"", "\nlow = 50000\nhigh = 40000", "expected low < high; found 50000–40000",
         "ventet low < high; fant 50000–40000"},
        {"\ndistribution = \"uniform\"", "\nlow = \"a\"\nhigh = 40000", "found \"a\"; expected a number (bed days)",
         "fant \"a\"; ventet et tall (liggedøgn)"},
        {"\ndistribution = \"uniform\"", "\nlow = -5\nhigh = 40000", "-5 is impossible: expected ",
         "-5 er utenfor det mulige: ventet "},
        {"\ndistribution = \"uniform\"", "\ndistribution = \"log-uniform\"\nlow = 0", "log-uniform needs low above 0",
         "log-uniform krever low over 0"},
        {"activity.unn-phv.bed_days", "unit.unn-dps.beds\"\nvalues = [30, \"x\"]\n#", "found \"x\"; expected a number",
         "fant \"x\"; ventet et tall"},
        {"activity.unn-phv.bed_days", "flow.unn-phbu-unn.level\"\n#",
         "has no interval in the scenario; write low and high",
         "har ikke noe intervall i scenarioet; skriv low og high"},
        {"activity.unn-phv.bed_days", "stock.domte-unn.growth", "parameter \"growth\" has the same address",
         "parameter «growth» har samme address"},
        {"\"nye-asgard-pluss-11.toml\"]", "\"nye.toml\"]",
         "hn/small.toml:17:1: \"nye.toml\": ", "hn/small.toml:17:1: «nye.toml»: finner ikke filen"},
        {"id = \"days\"", "id = \"growth\"", "id \"growth\" is used before in [[parameter]]",
         "id «growth» er brukt før i [[parameter]]"},
        {"table = \"gap\"", "table = \"gab\"", "found \"gab\"; expected one of need, ",
         "fant \"gab\"; ventet en av need, "},
        {"\"p_shortage\"", "\"p_shortag\"", "gap.csv has no number column \"p_shortag\"; did you mean \"p_shortage\"?",
         "gap.csv har ingen tallkolonne «p_shortag»; mente du «p_shortage»?"},
        {"[\"unn\", \"region\"]", "[\"unn\", \"unm\"]", "no rows with trust \"unm\"; did you mean \"unn\"?",
         "ingen rader med trust «unm»; mente du «unn»?"},
        {"[2030, 2040]", "[2030, 2041]", "no rows with year \"2041\"", "ingen rader med year «2041»"},
        {"[2030, 2040]", "[2030, 2030]", "\"2030\" stands twice in the list", "«2030» står to ganger i listen"},
        {"[2030, 2040]", "[]", "found an empty list", "fant en tom liste"},
        {"columns = [\"gap\", \"p_shortage\"]", "columns = [\"gap\"]\nmeasure = \"x\"",
         "gap.csv has no column \"measure\"", "gap.csv har ingen kolonne «measure»"},
        {"table = \"gap\"", "table = \"care\"", "care.csv needs simulation: write replications in [sweep]",
         "care.csv krever simulering: skriv replications i [sweep]"},
        {"draws = 8\n", "draws = 8\nreplications = 3\n", "the number of simulations must be 0 or even and at least 4",
         "antall simuleringer må være 0 eller et partall fra 4"},
        {"schema = 1\n", "schema = 1\nextends = \"x.toml\"\n", "a sweep file extends no other",
         "en sveipfil bygger ikke på andre"},
        {"scenario = \"baseline.toml\"", "scenario = \"basline.toml\"",
         "\"basline.toml\": ", "«basline.toml»: finner ikke filen"},
        {"[keep]", "[kep]", "unknown key \"kep\"; did you mean \"keep\"?", "ukjent nøkkel «kep»; mente du «keep»?"},
    };
    for (const Slip& slip : slips) {
        std::string text = SweepSession::small();
        const std::size_t at = text.find(slip.from);
        REQUIRE(at != std::string::npos);
        text.replace(at, std::string(slip.from).size(), slip.to);
        session.write("hn/small.toml", text);
        INFO(slip.to);
        CHECK(session.run("sweep hn/small.toml --out s --lang en") == 2);
        INFO(session.err());
        CHECK(has(session.err(), slip.told));
        CHECK(session.err().starts_with("hn/"));
        CHECK_FALSE(session.exists("s"));
        CHECK(session.run("sweep hn/small.toml --out s") == 2);
        INFO(session.err());
        CHECK(has(session.err(), slip.told_nb));
        CHECK(session.err().starts_with("hn/"));
    }
}

TEST_CASE("a grid gives ranges from end to end, and lists and scenarios each of their values") {
    SweepSession session;
    session.write("hn/grid.toml", SweepSession::small("kind = \"grid\"\n"));
    // growth has no steps: the grid can't know.
    CHECK(session.run("sweep hn/grid.toml --out s --lang en") == 2);
    CHECK(has(session.err(), "a grid needs steps (how many values) or values"));
    std::string text = SweepSession::small("kind = \"grid\"\n");
    const std::string from = "address = \"stock.domte-unn.growth\"\n";
    text.replace(text.find(from), from.size(), from + "values = [\"0.4 beds per year\", \"0.6 beds per year\"]\n");
    session.write("hn/grid.toml", text);
    REQUIRE(session.run("sweep hn/grid.toml --out s --csv") == 0);
    const std::string points = session.file("s/points.csv");
    CHECK(has(points, "0,done,20240101,0.4 beds per year,46837.8,baseline.toml,\n")); // the interval's ends
    CHECK(has(points, "7,done,20240101,0.6 beds per year,51768.2,nye-asgard-pluss-11.toml,\n"));
}

TEST_CASE("what is no number is swept by a list of its values, and one that the scenario refuses is told") {
    SweepSession session;
    std::string text = SweepSession::small("kind = \"grid\"\n");
    const std::string from = "address = \"stock.domte-unn.growth\"\n";
    text.replace(text.find(from), from.size(), "address = \"demography.variant\"\nvalues = [\"MMMM\", \"HHMH\"]\n");
    session.write("hn/grid.toml", text);
    REQUIRE(session.run("sweep hn/grid.toml --out s --csv") == 0);
    CHECK(has(session.file("s/points.csv"), "4,done,20240101,HHMH,46837.8,baseline.toml,\n"));
    text.replace(text.find("\"HHMH\""), 6, "\"XXXX\"");
    session.write("hn/grid.toml", text);
    CHECK(session.run("sweep hn/grid.toml --out t --lang en") == 2);
    CHECK(has(session.err(), "parameter \"growth\" = \"XXXX\": "));
}
