// Populations as scenarios give them: variants, levels, shocks, matrices, age groups and official totals.
#include "app/scenario.hpp"
#include "models/demography/project.hpp"
#include "scenario_copy.hpp"
#include "tests/catch.hpp"

#include <cmath>

using namespace framsyn::app;
using namespace framsyn::demography;

namespace {

using Copy = framsyn::app::testing::ScenarioCopy;

PopulationPath main_path(const Scenario& scenario) {
    const Projector projector(scenario.demography);
    return projector.project(unchanged_drivers(projector.inputs()));
}

double persons(const PopulationPath& path, int year, std::size_t area) {
    return persons_in_area(path.on_1_january(year), area);
}

Overrides variant(const std::string& letters) {
    return {{"demography.variant=" + letters}, {}, {}};
}

constexpr std::size_t finnmark = 0;
constexpr std::size_t unn = 1;

} // namespace

TEST_CASE("each of the four drivers moves the population the way its letter says") {
    const Copy copy("helse-nord");
    const auto in_2040 = [&](const std::string& letters) {
        return persons(main_path(copy.scenario(variant(letters))), 2040, unn);
    };
    const double medium = in_2040("MMMM");
    CHECK(in_2040("HMMM") > medium);
    CHECK(in_2040("LMMM") < medium);
    CHECK(in_2040("MHMM") > medium);
    CHECK(in_2040("MLMM") < medium);
    CHECK(in_2040("MMMH") > medium);
    CHECK(in_2040("MMML") < medium);
    // More moves between the trusts change where people live, not how many they are.
    CHECK(in_2040("MMHM") != medium);
    const PopulationPath more = main_path(copy.scenario(variant("MMHM")));
    double internal = 0.0;
    for (const Components& c : more.components[0]) internal += c.internal_in - c.internal_out;
    CHECK(std::abs(internal) < 1e-9);
}

TEST_CASE("a variant of other letters, or without its alternative, is refused where it stands") {
    const Copy copy("helse-nord");
    CHECK(copy.complaint(variant("MMM")).find("\"MMM\" is no variant; expected four letters") != std::string::npos);
    CHECK(copy.complaint(variant("MXMM")).find("is no variant") != std::string::npos);
    copy.replace("baseline.toml", "children_low = { value = 1.22", "children_high_ = { value = 1.22");
    CHECK(copy.complaint().find("unknown key \"children_high_\"") != std::string::npos);
    const Copy other("helse-nord");
    other.replace("baseline.toml", "internal_low =", "# internal_low =");
    CHECK(other.complaint(variant("MMLM")).find("the variant MMLM needs demography.internal_low") != std::string::npos);
    const Copy five("eksempel-femaar");
    CHECK(five.complaint(variant("HMMM")).find("can't be used on tables that give every year") != std::string::npos);
}

TEST_CASE("a refugee wave and young people leaving change the years they are dated to, and people stay conserved") {
    const Copy copy("helse-nord");
    const PopulationPath before = main_path(copy.scenario());
    copy.write("wave.toml",
               "extends = \"baseline.toml\"\nschema = 1\n"
               "[[population_shock]]\nid = \"wave\"\nname = \"Flyktninger\"\nname_en = \"Refugees\"\n"
               "trust = \"unn\"\nfrom_year = 2030\nto_year = 2031\nage_from = 0\nage_to = 60\npersons = 1000\n"
               "[[population_shock]]\nid = \"leave\"\nname = \"Unge flytter\"\nname_en = \"The young leave\"\n"
               "trust = \"finnmark\"\nfrom_year = 2028\nto_year = 2035\nage_from = 18\nage_to = 25\n"
               "leaving_factor = 1.5\n");
    const PopulationPath after = main_path(copy.scenario({}, "wave.toml"));
    CHECK(persons(after, 2028, unn) == persons(before, 2028, unn));
    CHECK(persons(after, 2028, finnmark) == persons(before, 2028, finnmark));
    // 2 000 arrive in two years; some die, some leave again and some go on to Finnmark's place in the pool.
    CHECK(persons(after, 2032, unn) - persons(before, 2032, unn) > 1700.0);
    CHECK(persons(after, 2032, unn) - persons(before, 2032, unn) < 2200.0);
    CHECK(persons(after, 2036, finnmark) < persons(before, 2036, finnmark) - 100.0);
    for (std::size_t t = 0; t < after.components.size(); ++t) {
        for (std::size_t area = 0; area < 4; ++area) {
            const Components& c = after.components[t][area];
            const int year = 2026 + static_cast<int>(t);
            const double change = persons(after, year + 1, area) - persons(after, year, area);
            CHECK(std::abs(change - (c.births - c.deaths + c.internal_in - c.internal_out + c.immigration -
                                     c.emigration)) < 1e-9);
        }
    }
}

TEST_CASE("the what-if with official totals meets them exactly from its year, and leaves the observed alone") {
    const Copy copy("helse-nord");
    const PopulationPath path = main_path(copy.scenario({}, "ssb-2024.toml"));
    // Statistics Norway, table 14288, projection 2024, MMMM, summed to trusts; table 07459 for 2026.
    CHECK(persons(path, 2026, finnmark) == 75288.0);
    CHECK(persons(path, 2040, finnmark) == Approx(77270.0).epsilon(1e-10));
    CHECK(persons(path, 2041, finnmark) == Approx(77267.0).epsilon(1e-10));
    CHECK(persons(path, 2040, unn) == Approx(199884.0).epsilon(1e-10));
}

TEST_CASE("a matrix of moves whose rows do not sum to 1 is refused at its row") {
    const Copy copy("helse-nord");
    copy.replace("baseline.toml", "id = \"internal-destination\"\nfile = \"tables/internal_destination.csv\"",
                 "id = \"internal-matrix\"\nfile = \"tables/matrix.csv\"");
    std::string rows = "from,to,sex,age_from,age_to,share\n";
    for (const std::string sex : {"female", "male"}) {
        rows += "finnmark,unn," + sex + ",0,105,1\nunn,nlsh," + sex + ",0,105,1\nnlsh,helgeland," + sex +
                ",0,105,0.5\nnlsh,unn," + sex + ",0,105,0.5\nhelgeland,nlsh," + sex + ",0,105,1\n";
    }
    copy.write("tables/matrix.csv", rows);
    CHECK(copy.complaint().empty());
    copy.replace("tables/matrix.csv", "nlsh,unn,male,0,105,0.5", "nlsh,unn,male,0,105,0.4");
    CHECK(copy.complaint() == "tables/matrix.csv:10:21: the shares from nlsh for male, age 0 sum to 0.9; expected 1");
}

TEST_CASE("tables in age groups and periods add up to their groups and cover every year") {
    const Copy copy("eksempel-femaar");
    const Scenario scenario = copy.scenario();
    const Cohorts& observed = scenario.demography.observed.front();
    // Norway, women aged 40–44 on 1 January 2025, as the table has it; and everybody (SSB 07459).
    CHECK(observed.col(0).segment(40, 5).sum() == Approx(scenario.population.grouped[0].persons[9]).epsilon(1e-12));
    CHECK(persons(main_path(scenario), 2025, 0) == Approx(5594340.0).epsilon(1e-12));
    CHECK(scenario.demography.death_rates.size() == 25);
}

TEST_CASE("what is wrong with tables in age groups is located") {
    SECTION("a negative rate") {
        const Copy copy("eksempel-femaar");
        copy.replace("tables/death_rates.csv", "norge,2025,2030,female,0,", "norge,2025,2030,female,0,-");
        CHECK(copy.complaint().find("tables/death_rates.csv:2:26: death_rate: -") == 0);
    }
    SECTION("a missing age") {
        const Copy copy("eksempel-femaar");
        copy.replace("tables/population.csv", "norge,2025,female,5-9,", "norge,2025,female,6-9,");
        CHECK(copy.complaint() == "tables/population.csv:4:19: ages 5 to 5 are missing before this row");
    }
    SECTION("an open group that is missing") {
        const Copy copy("eksempel-femaar");
        copy.replace("tables/population.csv", "norge,2025,female,100+,", "norge,2025,female,100-104,");
        CHECK(copy.complaint().find("ages 105 and over are missing after this row") != std::string::npos);
    }
    SECTION("a text for an age") {
        const Copy copy("eksempel-femaar");
        copy.replace("tables/population.csv", "norge,2025,female,5-9,", "norge,2025,female,five,");
        CHECK(copy.complaint() ==
              "tables/population.csv:4:19: \"five\" is no age group; expected such as 7, 5-9 or 100+ (0 to 105)");
    }
    SECTION("a period that is missing") {
        const Copy copy("eksempel-femaar");
        std::string rows = "trust,from_year,to_year,age,births_per_woman\nnorge,2025,2030,15-49,0.04\n";
        copy.write("tables/fertility_rates.csv", rows);
        CHECK(copy.complaint().find("tables/fertility_rates.csv:1:1: norge, female: no period has the year 2030") == 0);
    }
    SECTION("a base year outside the table") {
        const Copy copy("eksempel-femaar");
        CHECK(
            copy.complaint({{"time.base_year=2020"}, {}, {}}) ==
            "tables/population.csv:1:1: the table has the years 2025–2025; the base year 2020 must be among them, and "
            "2049 lie ahead");
    }
    SECTION("a table that nobody knows") {
        const Copy copy("eksempel-femaar");
        copy.replace("baseline.toml", "id = \"net-migration\"", "id = \"net-migrations\"");
        CHECK(copy.complaint().find("no table is called \"net-migrations\"; did you mean \"net-migration\"?") !=
              std::string::npos);
    }
}
