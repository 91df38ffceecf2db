// Populations as scenarios give them: variants, levels, shocks, matrices, age groups and official totals.
#include "models/demography/project/project.hpp"
#include "tests/app/scenario_copy.hpp"
#include "tests/catch.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <sstream>
#include <string>

using namespace framsyn;
using namespace framsyn::app;
using namespace framsyn::demography;

namespace {

using Copy = framsyn::app::testing::ScenarioCopy;

PopulationPath main_path(const WrittenScenario& scenario) {
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
    Copy copy("helse-nord");
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
    Copy copy("helse-nord");
    CHECK(copy.complaint(variant("MMM")).find("\"MMM\" is no variant; expected four letters") != std::string::npos);
    CHECK(copy.complaint(variant("MXMM")).find("is no variant") != std::string::npos);
    copy.replace("baseline.toml", "children_low = { value = 1.22", "children_high_ = { value = 1.22");
    CHECK(copy.complaint().find("unknown key \"children_high_\"") != std::string::npos);
    Copy other("helse-nord");
    other.replace("baseline.toml", "internal_low =", "# internal_low =");
    CHECK(other.complaint(variant("MMLM")).find("the variant MMLM needs demography.internal_low") != std::string::npos);
    Copy five("eksempel-femaar");
    CHECK(five.complaint(variant("HMMM")).find("can't be used on tables that give every year") != std::string::npos);
}

TEST_CASE("a refugee wave and young people leaving change the years they are dated to, and people stay conserved") {
    Copy copy("helse-nord");
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
    Copy copy("helse-nord");
    const PopulationPath path = main_path(copy.scenario({}, "ssb-2024.toml"));
    // Statistics Norway, table 14288, projection 2024, MMMM, summed to trusts; table 07459 for 2026.
    CHECK(persons(path, 2026, finnmark) == 75288.0);
    CHECK(persons(path, 2040, finnmark) == Approx(77270.0).epsilon(1e-10));
    CHECK(persons(path, 2041, finnmark) == Approx(77267.0).epsilon(1e-10));
    CHECK(persons(path, 2040, unn) == Approx(199884.0).epsilon(1e-10));
}

TEST_CASE("a matrix of moves whose rows do not sum to 1 is refused at its row") {
    Copy copy("helse-nord");
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
    Copy copy("eksempel-femaar");
    const WrittenScenario scenario = copy.scenario();
    const Cohorts& observed = scenario.demography.observed.front();
    // Norway, women aged 40–44 on 1 January 2025, as the table has it; and everybody (SSB 07459).
    CHECK(observed.col(0).segment(40, 5).sum() == Approx(scenario.population.grouped[0].persons[9]).epsilon(1e-12));
    CHECK(persons(main_path(scenario), 2025, 0) == Approx(5594340.0).epsilon(1e-12));
    CHECK(scenario.demography.death_rates.size() == 25);
}

TEST_CASE("what is wrong with tables in age groups is located") {
    SECTION("a negative rate") {
        Copy copy("eksempel-femaar");
        copy.replace("tables/death_rates.csv", "norge,2025,2030,female,0,", "norge,2025,2030,female,0,-");
        CHECK(copy.complaint().find("tables/death_rates.csv:2:26: death_rate: -") == 0);
    }
    SECTION("a missing age") {
        Copy copy("eksempel-femaar");
        copy.replace("tables/population.csv", "norge,2025,female,5-9,", "norge,2025,female,6-9,");
        CHECK(copy.complaint() == "tables/population.csv:4:19: ages 5 to 5 are missing before this row");
    }
    SECTION("an open group that is missing") {
        Copy copy("eksempel-femaar");
        copy.replace("tables/population.csv", "norge,2025,female,100+,", "norge,2025,female,100-104,");
        CHECK(copy.complaint().find("ages 105 and over are missing after this row") != std::string::npos);
    }
    SECTION("a text for an age") {
        Copy copy("eksempel-femaar");
        copy.replace("tables/population.csv", "norge,2025,female,5-9,", "norge,2025,female,five,");
        CHECK(copy.complaint() ==
              "tables/population.csv:4:19: \"five\" is no age group; expected such as 7, 5-9 or 100+ (0 to 105)");
    }
    SECTION("a period that is missing") {
        Copy copy("eksempel-femaar");
        std::string rows = "trust,from_year,to_year,age,births_per_woman\nnorge,2025,2030,15-49,0.04\n";
        copy.write("tables/fertility_rates.csv", rows);
        CHECK(copy.complaint().find("tables/fertility_rates.csv:1:1: norge, female: no period has the year 2030") == 0);
    }
    SECTION("a base year outside the table") {
        Copy copy("eksempel-femaar");
        CHECK(copy.complaint({{"time.base_year=2020"}, {}, {}}) ==
              "--set time.base_year: the table has the years 2025–2025; the base year 2020 must be among them, and "
              "2049 lie ahead");
    }
    SECTION("a table that nobody knows") {
        Copy copy("eksempel-femaar");
        copy.replace("baseline.toml", "id = \"net-migration\"", "id = \"net-migrations\"");
        CHECK(copy.complaint().find("no table is called \"net-migrations\"; did you mean \"net-migration\"?") !=
              std::string::npos);
    }
}

TEST_CASE("a matrix may cut ages where it likes for each area, and a row twice is refused") {
    Copy copy("helse-nord");
    copy.replace("baseline.toml", "id = \"internal-destination\"\nfile = \"tables/internal_destination.csv\"",
                 "id = \"internal-matrix\"\nfile = \"tables/matrix.csv\"");
    const auto rows = [](bool cut) {
        std::string text = "from,to,sex,age_from,age_to,share\n";
        for (const std::string sex : {"female", "male"}) {
            text +=
                "finnmark,unn," + sex + ",0,105,1\nnlsh,unn," + sex + ",0,105,1\nhelgeland,nlsh," + sex + ",0,105,1\n";
            text +=
                cut ? "unn,nlsh," + sex + ",20,105,1\nunn,nlsh," + sex + ",0,19,1\n" : "unn,nlsh," + sex + ",0,105,1\n";
        }
        return text;
    };
    copy.write("tables/matrix.csv", rows(false));
    const PopulationPath whole = main_path(copy.scenario());
    copy.write("tables/matrix.csv", rows(true));
    CHECK((main_path(copy.scenario()).persons.back() == whole.persons.back()).all());
    copy.write("tables/matrix.csv", rows(true) + "unn,nlsh,male,30,40,1\n");
    CHECK(copy.complaint() == "tables/matrix.csv:12:1: the row repeats an earlier one");
}

TEST_CASE("more people leaving than there are is told with who, where and when, before anything is run") {
    SECTION("by a factor on the rates of leaving") {
        Copy copy("helse-nord");
        copy.append("baseline.toml",
                    "\n[[population_shock]]\nid = \"leave\"\nname = \"x\"\nname_en = \"x\"\n"
                    "trust = \"finnmark\"\nfrom_year = 2030\nto_year = 2030\nage_from = 18\nage_to = 25\n"
                    "leaving_factor = 40\n");
        CHECK(copy.complaint().find("more than everybody leaves: finnmark, age ") != std::string::npos);
        CHECK(copy.complaint().find(" in 2030, ") != std::string::npos);
    }
    SECTION("by persons") {
        Copy copy("helse-nord");
        copy.append("baseline.toml",
                    "\n[[population_shock]]\nid = \"leave\"\nname = \"x\"\nname_en = \"x\"\n"
                    "trust = \"finnmark\"\nfrom_year = 2030\nto_year = 2030\nage_from = 30\nage_to = 30\n"
                    "persons = -5000\n");
        CHECK(
            copy.complaint().find("more people leave than there are: finnmark in 2030, women aged 30 on 1 January; ") !=
            std::string::npos);
    }
    SECTION("a few of the oldest are only remarked on, and nobody is below zero") {
        Copy copy("eksempel-femaar");
        CHECK(copy.scenario().remarks.empty());
        copy.replace("tables/net_migration.csv", "norge,2025,2030,female,100+,", "norge,2025,2030,female,100+,-900.0#");
        std::string text = copy.read("tables/net_migration.csv");
        text.erase(text.find('#'), text.find('\n', text.find('#')) - text.find('#'));
        copy.write("tables/net_migration.csv", text);
        const WrittenScenario scenario = copy.scenario();
        const auto remarks = scenario.remarks.lines(Language::en);
        REQUIRE(remarks.size() == 1);
        CHECK(remarks[0].find("more people leave than there are: norge in 20") != std::string::npos);
        CHECK(fewest_persons(main_path(scenario)) == 0.0);
    }
}

TEST_CASE("in a random path with fewer people those who are there leave, and the books hold") {
    Copy copy("eksempel-femaar");
    const WrittenScenario scenario = copy.scenario();
    Inputs inputs = scenario.demography;
    for (Migration& migration : inputs.migration) migration.net_persons(80, 1) = -0.9 * inputs.observed.front()(80, 1);
    const Projector projector(inputs);
    DriverSpread spread;
    spread.fertility_step = 0.05;
    spread.mortality_step = 0.3;
    bool some_missing = false;
    for (std::uint32_t draw = 0; draw < 20; ++draw) {
        const PopulationPath path = projector.project(draw_drivers(inputs, spread, 7, draw));
        some_missing = some_missing || first_missing(path).has_value();
        CHECK(fewest_persons(path) >= 0.0);
        for (std::size_t t = 0; t < path.components.size(); ++t) {
            const Components& c = path.components[t][0];
            const double change = persons_in_area(path.persons[t + 1], 0) - persons_in_area(path.persons[t], 0);
            CHECK(std::abs(change - (c.births - c.deaths + c.internal_in - c.internal_out + c.immigration -
                                     c.emigration)) < 1e-6);
        }
    }
    CHECK(some_missing);
}

TEST_CASE("what has no effect is remarked on, and a factor on rates that aren't there is refused") {
    Copy copy("eksempel-femaar");
    copy.replace("baseline.toml", "variant = \"MMMM\"",
                 "variant = \"MMMM\"\nimmigration_sd = 0.3\nindex_from_age = 60");
    copy.replace("baseline.toml", "short = \"Norge\"", "short = \"Norge\"\nfertility_index = 1.5");
    copy.append("baseline.toml", "\n[[life_expectancy_level]]\nid = \"a\"\nyear = 2030\nyears = 84\n");
    const auto remarks = copy.scenario().remarks.lines(Language::en);
    REQUIRE(remarks.size() == 4);
    CHECK(remarks[0].find("immigration_sd has no effect beside the table net-migration") != std::string::npos);
    CHECK(remarks[1].find("index_from_age has no effect beside the table death-rates") != std::string::npos);
    CHECK(remarks[2].find("fertility_index has no effect beside the table fertility-rates") != std::string::npos);
    CHECK(remarks[3].find("[[life_expectancy_level]] has no effect beside the table death-rates") != std::string::npos);
    copy.append("baseline.toml", "\n[[population_shock]]\nid = \"leave\"\nname = \"x\"\nname_en = \"x\"\n"
                                 "trust = \"norge\"\nfrom_year = 2030\nto_year = 2030\nage_from = 18\nage_to = 25\n"
                                 "leaving_factor = 2\n");
    CHECK(copy.complaint().find("leaving_factor multiplies rates of leaving, and the table net-migration has none") !=
          std::string::npos);
}

TEST_CASE("half years, rates that are sums of five years, and impossible settings are located") {
    SECTION("a population of mid-year") {
        Copy copy("eksempel-femaar");
        copy.replace("tables/population.csv", "norge,2025,female,5-9", "norge,2025.5,female,5-9");
        CHECK(copy.complaint() == "tables/population.csv:4:7: year: 2025.5 is not a whole number");
    }
    SECTION("births of five years") {
        Copy copy("eksempel-femaar");
        copy.replace("tables/fertility_rates.csv", "25-29,0.", "25-29,1.");
        copy.replace("tables/fertility_rates.csv", "30-34,0.", "30-34,1.");
        copy.replace("tables/fertility_rates.csv", "20-24,0.", "20-24,1.");
        CHECK(copy.complaint().find("children per woman; expected births per woman and year") != std::string::npos);
    }
    SECTION("infants who all die, by single years too") {
        Copy copy("eksempel-femaar");
        copy.replace("tables/death_rates.csv", "norge,2025,2030,female,0,0.00143514", "norge,2025,2030,female,0,5");
        CHECK(copy.complaint().find("the death rate at age 0 leaves nobody alive") != std::string::npos);
    }
    SECTION("correlations that no three shocks have") {
        Copy copy("helse-nord");
        copy.replace(
            "baseline.toml", "variant = \"MMMM\"",
            "variant = \"MMMM\"\nfertility_immigration_correlation = 0.9\nfertility_mortality_correlation = 0.9");
        CHECK(copy.complaint().find("no three shocks have these correlations") != std::string::npos);
    }
    SECTION("a pandemic that ends before it begins") {
        Copy copy("helse-nord");
        copy.replace("baseline.toml", "variant = \"MMMM\"",
                     "variant = \"MMMM\"\ntrend_without_from = 2022\ntrend_without_to = 2020");
        CHECK(copy.complaint().find("trend_without_from and trend_without_to must be given together") !=
              std::string::npos);
    }
    SECTION("totals to be met in an observed year") {
        Copy copy("helse-nord");
        copy.replace("ssb-2024.toml", "totals_full_year = 2040", "totals_full_year = 2026");
        CHECK(copy.problems("ssb-2024.toml") ==
              std::vector<std::string>{
                  "ssb-2024.toml:15:20: totals_full_year is 2026, which is observed; 2027 at the earliest"});
    }
}

TEST_CASE("a small country's death rates are pooled wider, and a remark says so") {
    Copy copy("helse-nord");
    std::istringstream lines(copy.read("tables/deaths.csv"));
    std::string line;
    std::getline(lines, line);
    std::string small = line + "\n";
    while (std::getline(lines, line)) {
        const std::size_t years = line.rfind(',');
        const std::size_t deaths = line.rfind(',', years - 1);
        small += line.substr(0, deaths + 1) + std::to_string(std::stoi(line.substr(deaths + 1)) / 20) + "," +
                 std::to_string(std::stod(line.substr(years + 1)) / 20.0) + "\n";
    }
    copy.write("tables/deaths.csv", small);
    const WrittenScenario scenario = copy.scenario();
    REQUIRE_FALSE(scenario.remarks.empty());
    CHECK(scenario.remarks.lines(Language::en)[0].find("few deaths: the rates of ") != std::string::npos);
    CHECK((scenario.population.mortality.death_rate > 0.0).all());
}

TEST_CASE("a part of a person in a counted population is refused where it stands") {
    Copy copy("helse-nord");
    CHECK(copy.scenario().remarks.empty());
    const std::string text = copy.read("tables/population.csv");
    const std::size_t end = text.find('\n', text.find('\n') + 1);
    const std::size_t begin = text.rfind(',', end) + 1;
    copy.write("tables/population.csv", text.substr(0, begin) + "1.234" + text.substr(end));
    CHECK(copy.complaint().find("tables/population.csv:2:") == 0);
    CHECK(copy.complaint().find("1.234 isn't a whole number (1 of 2544 rows are so)") != std::string::npos);
    CHECK(copy.complaint().find("is the table in thousands?") != std::string::npos);
    // An assumed population may have parts.
    copy.replace("baseline.toml", "file = \"tables/population.csv\"\nstatus = \"observed\"",
                 "file = \"tables/population.csv\"\nstatus = \"assumed\"");
    CHECK(copy.scenario().remarks.lines(Language::en).front().find("1.234 isn't a whole number") != std::string::npos);
}

TEST_CASE("persons in the wrong unit are remarked on with the figure, and what can't be is refused") {
    const auto only_remark = [](const Copy& copy, const Overrides& overrides = {}) {
        const auto lines = copy.scenario(overrides).remarks.lines(Language::en);
        REQUIRE(lines.size() == 1);
        return lines[0];
    };
    SECTION("nobody lives in an area") {
        Copy copy("eksempel-femaar");
        std::string table = copy.read("tables/population.csv");
        std::string emptied;
        std::istringstream lines(table);
        for (std::string line; std::getline(lines, line);) {
            emptied += line.find("norge,2025") == 0 ? line.substr(0, line.rfind(',') + 1) + "0\n" : line + "\n";
        }
        copy.write("tables/population.csv", emptied);
        CHECK(copy.complaint().find("nobody lives in norge on 1 January 2025") != std::string::npos);
    }
    SECTION("children per woman") {
        Copy copy("helse-nord");

        CHECK(only_remark(copy, {{"fertility_level.2050.children=11", "fertility_level.2050.children_high=11"}, {}, {}})
                  .find("children per woman in 20") != std::string::npos);
    }
    SECTION("more than a tenth of the people come in a year") {
        Copy copy("helse-nord");
        copy.write("wave.toml", "schema = 1\nextends = \"baseline.toml\"\n[[population_shock]]\nid = \"wave\"\n"
                                "name = \"Bølge\"\nname_en = \"Wave\"\ntrust = \"finnmark\"\nfrom_year = 2028\n"
                                "to_year = 2028\nage_from = 0\nage_to = 80\npersons = 20000\n");
        const auto lines = copy.scenario({}, "wave.toml").remarks.lines(Language::en);
        REQUIRE(lines.size() == 2);
        CHECK(lines[0].find("wave.toml:12:11: finnmark: ") == 0);
        CHECK(lines[0].find("persons move in or out in 2028, more than a tenth of those who live there") !=
              std::string::npos);
        CHECK(lines[1].find("finnmark: the population changes by +2") != std::string::npos);
        copy.replace("wave.toml", "20000", "9000000");
        CHECK(copy.problems("wave.toml").front().find("over ten times those who live there") != std::string::npos);
    }
    SECTION("counted people who leap from one year to the next") {
        const auto leaps = [](const std::string& begin, int age_from, double factor) {
            Copy copy("helse-nord");
            std::string changed;
            std::istringstream lines(copy.read("tables/population.csv"));
            for (std::string line; std::getline(lines, line);) {
                const std::size_t last = line.rfind(',');
                const std::size_t before = line.rfind(',', last - 1);
                const bool is_hit = line.starts_with(begin) && std::stoi(line.substr(before + 1)) >= age_from;
                changed += is_hit ? line.substr(0, last + 1) +
                                        fmt::format("{:.0f}", factor * std::stod(line.substr(last + 1))) + "\n"
                                  : line + "\n";
            }
            copy.write("tables/population.csv", changed);
            return copy.scenario().remarks.lines(Language::en);
        };
        const auto is_told = [](const std::vector<std::string>& lines, const std::string& part) {
            return std::any_of(lines.begin(), lines.end(),
                               [&](const std::string& line) { return line.find(part) != std::string::npos; });
        };
        // 1 January 2025 and 2026 by SSB table 07459: UNN 195 499 and 196 226.
        CHECK(is_told(leaps("unn,2026,", 0, 2.0),
                      "unn: 195499 inhabitants on 1 January 2025 and 392452 in 2026 (+101 %); "
                      "are both numbers right?"));
        const auto old = leaps("finnmark,2026,female,", 90, 2.0);
        CHECK(is_told(old, "finnmark: "));
        CHECK(is_told(old, " women of 90+ on 1 January 2025 and "));
        // A digit lost in a year between two others is two leaps.
        const auto lost = leaps("nlsh,2025,male,", 67, 0.1);
        CHECK(is_told(lost, "on 1 January 2024 and "));
        CHECK(is_told(lost, "on 1 January 2025 and "));
        for (const char* region : {"helse-nord", "midt-norge", "norge", "mal", "eksempel-femaar"})
            CHECK_FALSE(is_told(Copy(region).scenario().remarks.lines(Language::en), "are both numbers right"));
    }
    SECTION("nobody dies of a mortality of 0") {
        Copy copy("helse-nord");
        CHECK(copy.problems("baseline.toml", {{"trust.unn.mortality_index_male=0"}, {}, {}}).size() == 1);
    }
}
