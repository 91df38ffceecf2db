// explain, new and solve as a user asks them.
#include "tests/app/command/session.hpp"
#include "tests/catch.hpp"

#include <filesystem>
#include <sstream>

using framsyn::app::testing::Session;

namespace {

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

/// A session with a new region in the folder `min`.
class Region : public Session {
  public:
    Region() { REQUIRE(run("new min --quiet") == 0); }

    int solve(const std::string& rest) { return run("solve min/baseline.toml --draws 200 --seed 7 " + rest); }
    /// A cell of gap.csv of the last project into `o`.
    double gap_cell(const std::string& begin, const std::string& rule, std::size_t column) const {
        std::istringstream rows(file("o/gap.csv"));
        for (std::string row; std::getline(rows, row);) {
            if (!row.starts_with(begin) || !has(row, "," + rule + ",")) continue;
            std::istringstream cells(row);
            std::string cell;
            for (std::size_t i = 0; i <= column; ++i) std::getline(cells, cell, ',');
            return std::stod(cell);
        }
        return -1.0;
    }
    /// The probability of a shortage with an action on top of the region, in the same draws.
    double p_with(const std::string& action) {
        write("min/q.toml", "schema = 1\nextends = \"baseline.toml\"\n" + action);
        REQUIRE(run("project min/q.toml --draws 200 --seed 7 --no-charts --quiet --out o") == 0);
        return gap_cell("nord,intensiv,2035,", "utilisation", 10);
    }
};

std::string after(const std::string& text, const std::string& mark) {
    const std::size_t at = text.find(mark);
    return at == std::string::npos ? "" : text.substr(at);
}

} // namespace

TEST_CASE("a new region checks without remarks, runs, and is explained, with comments in one language") {
    for (const auto& [language, mine, other] :
         {std::tuple{"nb", "# En liten region å begynne med", "# A small region"},
          std::tuple{"en", "# A small region to start from", "# En liten region"}}) {
        Session session;
        REQUIRE(session.run(std::string("new regioner/test-fylke --lang ") + language) == 0);
        CHECK(has(session.out(), "framsyn check regioner/test-fylke/baseline.toml"));
        const std::string text = session.file("regioner/test-fylke/baseline.toml");
        CHECK(has(text, mine));
        CHECK_FALSE(has(text, other));
        CHECK_FALSE(has(text, "#nb"));
        CHECK(has(text, "id = \"test-fylke\"\n"));
        CHECK(session.exists("regioner/test-fylke/tables/use_rates.csv"));
        CHECK(session.exists("regioner/test-fylke/schema.json"));
        REQUIRE(session.run("check regioner/test-fylke/baseline.toml") == 0);
        CHECK(session.err().empty());
        REQUIRE(session.run("run regioner/test-fylke/baseline.toml --draws 4 --replications 4 --no-charts") == 0);
        CHECK(session.err().empty());
        CHECK(session.exists("out/test-fylke/care.csv"));
        REQUIRE(session.run("explain regioner/test-fylke/baseline.toml unit.nord-phv.beds") == 0);
        CHECK(has(session.out(), "regioner/test-fylke/baseline.toml:"));
    }
}

TEST_CASE("new writes over nothing, and says what to write where a file can't be meant so") {
    Region session;
    const std::string before = session.file("min/baseline.toml");
    const auto refused = [&](const std::string& arguments) {
        CHECK(session.run("new " + arguments) == 2);
        return session.err();
    };
    CHECK(refused("min") == "min: finnes fra før, og «framsyn new» skriver aldri over noe; velg et annet navn\n");
    CHECK(refused("min/ --lang en") ==
          "min: exists, and \"framsyn new\" never writes over anything; choose another name\n");
    CHECK(refused("min/baseline.toml --extends min/baseline.toml").starts_with("min/baseline.toml: finnes fra før"));
    CHECK(session.file("min/baseline.toml") == before);
    CHECK(refused("hva-om.toml") ==
          "hva-om.toml: en fil på toppen av et annet scenario trenger --extends GRUNNLAG; en ny region er en mappe\n");
    CHECK(refused("min/hva-om --extends min/baseline.toml") == "min/hva-om: en scenariofil må ende på .toml\n");
    CHECK(refused("hva-om.toml --extends min/baseline.toml") ==
          "hva-om.toml: en fil som utvider en annen, må ligge i samme mappe; skriv min/hva-om.toml\n");
    CHECK(refused("min/hva-om.toml --extends min/basline.toml").starts_with("min/basline.toml: "));
    CHECK_FALSE(session.exists("hva-om.toml"));
    CHECK_FALSE(session.exists("min/hva-om.toml"));
    CHECK(session.run("new min/hva-om.toml --extends baseline.toml") == 0); // as the file itself will say it
    CHECK(session.run("check min/hva-om.toml") == 0);
    session.write("annen/fil.txt", "min");
    CHECK(refused("annen").starts_with("annen: finnes fra før"));
    std::filesystem::create_directory(session.path("tom"));
    CHECK(session.run("new tom") == 0); // an empty folder holds nothing to write over
    std::filesystem::create_directory(session.path("her"));
    CHECK(session.run("new her/.") == 0);
    CHECK(has(session.file("her/baseline.toml"), "id = \"her\"\n"));
    CHECK(session.exists("her/tables/population.csv"));
    CHECK(session.hidden("") == 0); // nothing unfinished is left
}

TEST_CASE("explain answers on standard output, and exits with 2 where the address isn't there") {
    Region session;
    REQUIRE(session.run("explain min/baseline.toml stay.phv.mean --set stay.phv.mean='12 days'") == 0);
    CHECK(has(session.out(), "    verdi    12 døgn\n    status   antatt\n    sted     --set stay.phv.mean\n"));
    CHECK(session.run("explain min/baseline.toml stay.phv.maen --lang en") == 2);
    CHECK(session.out().empty());
    CHECK(session.err().starts_with("stay.phv.maen: isn't in the scenario; did you mean stay.phv.mean"));
    CHECK(session.run("explain min/baseline.toml --diff") == 2);
    CHECK(session.err() == "framsyn explain: --diff trenger to scenariofiler\n");
    CHECK(session.run("explain min/baseline.toml --diff --older") == 2);
    CHECK(session.run("explain min/baseline.toml stay --older") == 2);
    REQUIRE(session.run("explain min/baseline.toml --csv") == 0);
    CHECK(session.out().starts_with("key,value,low,high,unit,status,source,file,line,feeds,trusts,services\n"));
    session.write("min/b.toml", "schema = 1\nextends = \"baseline.toml\"\n[[service]]\nid = \"phv\"\nrisk = 0.2\n");
    REQUIRE(session.run("explain --diff min/baseline.toml min/b.toml") == 0);
    CHECK(has(session.out(), "service.phv.risk\n    A 0.1 [min/baseline.toml:"));
    CHECK(has(session.out(), "    B 0.2 [min/b.toml:5]\n"));
    REQUIRE(session.run("explain min/baseline.toml --older") == 0);
    CHECK(session.out().starts_with("Nyeste talte år er 2025. "));
}

TEST_CASE("explain --ask says which figure first, in both languages and as a table") {
    Region session;
    REQUIRE(session.run("explain min/baseline.toml --ask --draws 200") == 0);
    CHECK(session.out().starts_with("Hvilket tall først? 2040, 200 trekninger\n"));
    const std::string all = session.out();
    REQUIRE(session.run("explain min/baseline.toml --ask --draws 200 --threads 2") == 0);
    CHECK(session.out() == all);
    REQUIRE(session.run("explain min/baseline.toml --ask --draws 200 --year 2030 --lang en") == 0);
    CHECK(session.out().starts_with("Which figure first? 2030, 200 draws\n"));
    REQUIRE(session.run("explain min/baseline.toml --ask --draws 200 --csv") == 0);
    CHECK(session.out().starts_with("trust,service,year,input,measure,value,se,unit\n"));
}

TEST_CASE("project --ask writes the table that explain --ask --csv prints, and without it there is none") {
    Region session;
    REQUIRE(session.run("explain min/baseline.toml --ask --draws 40 --csv") == 0);
    const std::string table = session.out();
    REQUIRE(session.run("project min/baseline.toml --ask --draws 40 --no-charts --out o") == 0);
    CHECK(session.file("o/information.csv") == table);
    REQUIRE(session.run("project min/baseline.toml --draws 8 --no-charts --out without") == 0);
    CHECK_FALSE(session.exists("without/information.csv"));
    CHECK(session.run("project " SCENARIOS "/eksempel-femaar/baseline.toml --out e --ask --lang en") == 2);
    CHECK(session.err() == "--ask: the scenario has no [[service]], so there is no need to write\n");
}

TEST_CASE("explain --ask refuses what it can't answer, and says why") {
    Region session;
    CHECK(session.run("explain min/baseline.toml --ask --year 2041") == 2);
    CHECK(session.err() == "--year 2041: ventet 2026–2040\n");
    CHECK(session.run("explain min/baseline.toml --ask --year 2024 --lang en") == 2);
    CHECK(session.err() == "--year 2024: expected 2026–2040\n");
    CHECK(session.run("explain min/baseline.toml --year 2030") == 2);
    CHECK(session.err() == "framsyn explain: --year brukes bare med --ask\n");
    CHECK(session.run("explain min/baseline.toml stay --ask") == 2);
    CHECK(session.run("explain min/baseline.toml --ask --older --lang en") == 2);
    CHECK(session.err() == "framsyn explain: --ask can't stand with --diff or --older; ask one question at a time\n");
    CHECK(session.out().empty());
}

TEST_CASE("what solve says is enough is enough in a run of the action that it prints, and one step less is not") {
    Region session;
    REQUIRE(session.solve("--cell nord.intensiv --year 2035 --until 'p<0.1' --by beds") == 0);
    CHECK(has(session.out(), "Nord, Intensiv, 2035: hva skal til for at sannsynligheten for mangel er under 10 %?"));
    const std::string action = after(session.out(), "[[action]]");
    const std::string begin = "[[action]]\nid = \"nok-nord-intensiv-2035\"\nkind = \"open\"\nunit = \"nord-intensiv\"\n"
                              "beds = ";
    REQUIRE(action.starts_with(begin));
    const int beds = std::stoi(action.substr(begin.size()));
    CHECK(session.p_with(action) < 0.1);
    CHECK(session.p_with(begin + std::to_string(beds - 1) + "\ndate = 2035-01-01\n") >= 0.1);
    for (const std::string by : {"stay", "admissions"}) {
        REQUIRE(session.solve("--cell nord.intensiv --year 2035 --until 'p < 10 %' --by " + by) == 0);
        const std::string change = after(session.out(), "[[action]]");
        const std::size_t percent = change.find("percent = ") + 10;
        const double size = std::stod(change.substr(percent));
        CHECK(session.p_with(change) < 0.1);
        const std::string less = change.substr(0, percent) + std::to_string(size + 0.1) + "\ndate = 2035-01-01\n";
        CHECK(session.p_with(less) >= 0.1);
    }
    REQUIRE(session.solve("--cell sor.phv --year 2040 --until 'gap>=0' --by beds") == 0);
    CHECK(has(session.out(), "nok fra før; "));
    CHECK(has(session.out(), "plasser kan stenge"));
    CHECK_FALSE(has(session.out(), "mindre enn"));
    REQUIRE(session.solve("--cell sor.phv --year 2040 --until 'gap>=-100' --by stay --most 5") == 0);
    CHECK(has(session.out(), "ville gitt et annet svar: nok med "));
    CHECK_FALSE(has(session.out(), "mindre enn"));
    REQUIRE(session.solve("--cell region.intensiv --year 2030 --until 'gap>=100' --by beds --most 5 --lang en") == 0);
    CHECK(has(session.out(), "not within what is allowed; even with +5 it is gap "));
    CHECK_FALSE(has(session.out(), "[[action]]"));
}

TEST_CASE("solve says of each slip what was expected") {
    Region session;
    const auto refused = [&](const std::string& rest) {
        CHECK(session.solve(rest) == 2);
        return session.err();
    };
    const std::string usual = " --year 2035 --by beds";
    CHECK(refused("--cell nord.intensv --until 'p<0.1'" + usual) ==
          "--cell nord.intensv: finner ikke «intensv»; mente du «intensiv»? (kjente: phv, intensiv)\n");
    CHECK(refused("--cell norge.phv --until 'p<0.1'" + usual).starts_with("--cell norge.phv: finner ikke «norge»"));
    CHECK(refused("--cell nord --until 'p<0.1'" + usual) ==
          "--cell nord: ventet helseforetak.tjeneste, som unn.phv eller region.phv\n");
    CHECK(refused("--cell nord.phv --until p" + usual) ==
          "--until p: mangler grensen; skriv den i anførselstegn, ellers tar skallet < og >: \"p<0.1\", \"gap>=0\"\n");
    CHECK(refused("--cell nord.phv --until 'p<0,1'" + usual) ==
          "--until p<0,1: fant «0,1»; ventet et tall; desimaltall skrives med punktum\n");
    CHECK(refused("--cell nord.phv --until 'p<10'" + usual) ==
          "--until p<10: en sannsynlighet er mellom 0 og 1; 10 % skrives p<0.1 eller p<10%\n");
    CHECK(refused("--cell nord.phv --until 'p>0.1'" + usual) ==
          "--until p>0.1: p er sannsynligheten for mangel og skal ned: skriv < eller <=, som \"p<0.1\"\n");
    CHECK(refused("--cell nord.phv --until 'gap<0' --lang en" + usual) ==
          "--until gap<0: gap is beds less need and is to rise: write > or >=, such as \"gap>=0\"\n");
    CHECK(refused("--cell nord.phv --until 'gap>=0' --year 2025 --by stay") ==
          "--year 2025: ventet 2026–2040: år som ikke er talt, til siste år i scenariet\n");
    CHECK(refused("--cell nord.phv --until 'gap>=0' --unit sor-phv" + usual) ==
          "--unit sor-phv: finner ikke «sor-phv»; mente du «nord-phv»? (kjente: nord-phv)\n");
    CHECK(refused("--cell nord.phv --until 'gap>=0' --unit nord-phv --year 2035 --by stay") ==
          "--unit nord-phv: brukes bare med --by beds\n");
    CHECK(refused("--cell nord.phv --until 'gap>=0' --year 2035 --by beddays")
              .starts_with("framsyn: --by: ventet beds, stay eller admissions\n"));
    CHECK(refused("--cell nord.phv --until 'gap>=0' --most -3" + usual) == "--most: ventet et tall over 0\n");
    session.write("min/guess.toml", "schema = 1\nextends = \"baseline.toml\"\n[[activity]]\nid = \"nord-phv\"\n"
                                    "basis = \"beds-times-occupancy\"\n");
    CHECK(session.run("solve min/guess.toml --cell nord.phv --until 'p<0.1' --draws 10" + usual) == 2);
    CHECK(session.err() ==
          "--cell nord.phv: nivået i basisåret er antatt, så det kan ikke sies når det er nok; ved samme sted kan det "
          "sies om nord.intensiv\n");
}
