// What matters, of models whose answer is known: need is linear in the growth of a stock.
#include "tests/app/sweep/sweep_session.hpp"
#include "tests/catch.hpp"

#include <cmath>
#include <map>
#include <sstream>
#include <vector>

using framsyn::app::testing::has;
using framsyn::app::testing::SweepSession;

namespace {

/// Growth of sentenced patients at UNN and at Nordland, uniform; their wards share nobody.
std::string growth(const std::string& design, const std::string& run = "draws = 4\n") {
    return "schema = 1\n[sweep]\nid = \"growth\"\nscenario = \"baseline.toml\"\n" + run + "[design]\n" + design +
           "[[parameter]]\nid = \"unn\"\naddress = \"stock.domte-unn.growth\"\nlow = \"0 beds per year\"\n"
           "high = \"1 beds per year\"\n"
           "[[parameter]]\nid = \"nlsh\"\naddress = \"stock.domte-nlsh.growth\"\nlow = \"0 beds per year\"\n"
           "high = \"2 beds per year\"\n"
           "[[output]]\nid = \"need\"\ntable = \"gap\"\ncolumns = [\"need\"]\nrule = \"utilisation\"\n"
           "[keep]\ntrust = [\"unn\", \"region\"]\nservice = \"sikkerhet-lokal\"\nyear = [2024, 2040]\n";
}

std::vector<std::string> cells_of(const std::string& row) {
    std::vector<std::string> cells;
    std::istringstream in(row);
    for (std::string cell; std::getline(in, cell, ',');) cells.push_back(cell);
    return cells;
}

/// value, low, high of sensitivity.csv by `trust/parameter/index`.
std::map<std::string, std::vector<double>> indices(const std::string& csv) {
    std::map<std::string, std::vector<double>> found;
    std::istringstream rows(csv);
    std::string row;
    std::getline(rows, row);
    CHECK(row == "variable,trust,service,year,rule,parameter,index,value,low,high");
    while (std::getline(rows, row)) {
        const std::vector<std::string> cells = cells_of(row + ",end");
        CHECK(cells[3] == "2040"); // in the base year nothing has grown yet
        std::vector<double> numbers;
        for (std::size_t i = 7; i < 10; ++i) numbers.push_back(cells[i].empty() ? NAN : std::stod(cells[i]));
        found[cells[1] + "/" + cells[5] + "/" + cells[6]] = numbers;
    }
    return found;
}

/// Planned utilisation of the service in the baseline.
constexpr double utilisation = 0.85;
/// Open shares of adults' places in the baseline.
constexpr double open_at_unn = 0.959, open_at_nlsh = 0.982;

} // namespace

TEST_CASE("Morris finds how many beds a growth over fifteen years needs, exactly") {
    SweepSession session;
    session.write("hn/g.toml", growth("kind = \"morris\"\npoints = 3\n"));
    REQUIRE(session.run("sweep hn/g.toml --out g") == 0);
    REQUIRE(session.run("sweep sensitivity g --lang en") == 0);
    CHECK(has(session.out(), "Morris μ* with 95 % intervals"));
    auto found = indices(session.file("g/sensitivity.csv"));
    // 1 bed a year more for 15 years from the last counted one, 2025, over planned utilisation and open share.
    CHECK(found["unn/unn/mu_star"][0] == Approx(15.0 / (utilisation * open_at_unn)).epsilon(1e-9));
    CHECK(found["unn/unn/sigma"][0] == Approx(0.0).margin(1e-9));
    CHECK(found["unn/nlsh/mu_star"][0] == Approx(0.0).margin(1e-9));
    CHECK(found["region/nlsh/mu"][0] == Approx(30.0 / (utilisation * open_at_nlsh)).epsilon(1e-9));
}

TEST_CASE("Sobol's indices of two growths in the region are a fifth and four fifths") {
    SweepSession session;
    session.write("hn/g.toml", growth("kind = \"saltelli\"\npoints = 64\n"));
    REQUIRE(session.run("sweep hn/g.toml --out g") == 0);
    REQUIRE(session.run("sweep sensitivity g") == 0);
    auto found = indices(session.file("g/sensitivity.csv"));
    // Variances of uniform growths are as 1² to 2².
    for (const char* index : {"first", "total"}) {
        const auto unn = found["region/unn/" + std::string(index)];
        const auto nlsh = found["region/nlsh/" + std::string(index)];
        CHECK(unn[1] <= 0.2);
        CHECK(unn[2] >= 0.2);
        CHECK(nlsh[1] <= 0.8);
        CHECK(nlsh[2] >= 0.8);
        CHECK(found["unn/unn/" + std::string(index)][0] == Approx(1.0).margin(0.1));
        CHECK(found["unn/nlsh/" + std::string(index)][0] == Approx(0.0).margin(1e-9));
    }
}

TEST_CASE("every number that varies has a chart of its indices by parameter and year, and --cell draws one cell's") {
    SweepSession session;
    std::string sweep = growth("kind = \"saltelli\"\npoints = 16\n");
    sweep.replace(sweep.find("[2024, 2040]"), 12, "[2030, 2035, 2040]");
    session.write("hn/g.toml", sweep);
    REQUIRE(session.run("sweep hn/g.toml --out g") == 0);
    REQUIRE(session.run("sweep sensitivity g --lang en") == 0);
    CHECK(has(session.out(), "2 charts in g/charts, such as need-unn-sikkerhet-lokal-utilisation.svg\n"));
    const std::string chart = session.file("g/charts/need-unn-sikkerhet-lokal-utilisation.svg");
    CHECK(has(chart, "Need (beds, median): unn, sikkerhet-lokal, utilisation"));
    CHECK(has(chart, "Sobol: total share of variance"));
    for (const char* word : {">2030<", ">2040<", ">unn<", ">nlsh<", ">Year by year<"}) CHECK(has(chart, word));
    // Nordland does nothing to UNN: the bars of its indices have no width.
    const std::string other = chart.substr(chart.find(">nlsh<"));
    CHECK(has(other.substr(0, other.find("/>")), "width=\"0.0\""));
    REQUIRE(session.run("sweep sensitivity g --cell region.sikkerhet-lokal") == 0);
    CHECK(has(session.out(), "1 figurer i g/charts, som need-region-sikkerhet-lokal-utilisation.svg\n"));
    CHECK(has(session.file("g/charts/need-region-sikkerhet-lokal-utilisation.svg"), "total andel av variansen"));
    CHECK(session.run("sweep sensitivity g --cell unn.sikkerhet-loka") == 2);
    CHECK(has(session.err(), "--cell: ventet helseforetak.tjeneste som er med i sveipet og varierer; fant "
                             "«unn.sikkerhet-loka»; mente du «unn.sikkerhet-lokal»?"));
    CHECK(session.run("sweep sensitivity g --cell unn.dps --lang en") == 2);
    CHECK(has(session.err(), "--cell: expected trust.service that the sweep keeps and that varies; found \"unn.dps\""));
}

TEST_CASE(
    "of other designs the parameter that doesn't matter lies below chance, and a shortage is said in a sentence") {
    SweepSession session;
    std::string sweep = growth("kind = \"latin-hypercube\"\npoints = 200\n");
    sweep.replace(sweep.find("[\"need\"]"), 8, "[\"gap\"]");
    // Eight more beds, so that some growths are met: 17 places and these are enough until 0.28 beds a year or so.
    sweep.replace(sweep.find("baseline.toml"), 13, "more.toml");
    session.write("hn/more.toml", "schema = 1\nextends = \"baseline.toml\"\n[[change]]\nid = \"more\"\n"
                                  "unit = \"unn-sikkerhet-lokal\"\ndate = 2030-01-01\nbeds = 8\nplan = \"planned\"\n"
                                  "label = \"8 flere\"\nlabel_en = \"8 more\"\n");
    session.write("hn/g.toml", sweep);
    REQUIRE(session.run("sweep hn/g.toml --out g") == 0);
    REQUIRE(session.run("sweep sensitivity g --lang en") == 0);
    auto found = indices(session.file("g/sensitivity.csv"));
    CHECK(found["unn/nlsh/pawn_median"][0] <= found["unn/nlsh/pawn_by_chance"][0] * 1.5);
    CHECK(found["unn/unn/pawn_median"][0] > 0.4);
    CHECK(has(session.out(), "beds are short at "));
    CHECK(has(session.out(), "Where unn is 0."));
    CHECK(has(session.out(), " or more, they are short at "));
    CHECK(has(session.file("g/boxes.csv"), "gap,unn,sikkerhet-lokal,2040,utilisation,200,"));
    REQUIRE(session.run("sweep sensitivity g") == 0);
    CHECK(has(session.out(), "Når unn er 0,"));
}

TEST_CASE("a tornado of what is linear is exact: growth times years over utilisation, at either end") {
    SweepSession session;
    REQUIRE(session.run("tornado hn/baseline.toml --cell unn.sikkerhet-lokal --out t --lang en") == 0);
    CHECK(has(session.out(), "unn.sikkerhet-lokal 2040, planned utilisation: gap "));
    CHECK(has(session.out(), "stock.domte-unn.growth"));
    std::istringstream rows(session.file("t/tornado.csv"));
    bool seen = false;
    for (std::string row; std::getline(rows, row);) {
        if (!row.starts_with("unn,sikkerhet-lokal,utilisation,2040,") || !has(row, ",stock.domte-unn.growth,"))
            continue;
        const std::vector<std::string> cells = cells_of(row);
        const double gap = std::stod(cells[4]);
        // value .425, low .319, high .797 beds a year
        CHECK(std::stod(cells[9]) - gap == Approx((0.425 - 0.319) * 15 / (utilisation * open_at_unn)).epsilon(1e-9));
        CHECK(std::stod(cells[10]) - gap == Approx((0.425 - 0.797) * 15 / (utilisation * open_at_unn)).epsilon(1e-9));
        CHECK(std::stod(cells[11]) == Approx((0.797 - 0.319) * 15 / (utilisation * open_at_unn)).epsilon(1e-9));
        seen = true;
    }
    CHECK(seen);
    CHECK(has(session.file("t/tornado.svg"), "stock.domte-unn.growth"));
    // The units of a group must sum to its count, so one of them can't be another alone: told, and the others go on.
    CHECK(has(session.out(), "not tried: unit.unn-phv-akutt.beds: "));
    CHECK(session.run("tornado hn/baseline.toml --cell unn.sikkerhet-lokl --lang en") == 2);
    CHECK(has(session.err(), "did you mean \"unn.sikkerhet-lokal\"?"));
}
