// Sweeps as a user runs them: whole, in chunks, killed, damaged and resumed.
#include "tests/app/sweep/sweep_session.hpp"
#include "tests/catch.hpp"

#include <set>
#include <sstream>

using framsyn::app::testing::has;
using framsyn::app::testing::SweepSession;

namespace {

std::size_t lines_with(const std::string& text, const std::string& part) {
    std::istringstream lines(text);
    std::size_t found = 0;
    for (std::string line; std::getline(lines, line);) found += has(line, part) ? 1U : 0U;
    return found;
}

} // namespace

TEST_CASE("a sweep has the same bytes whatever its chunks, threads and the order in which they come") {
    SweepSession session;
    REQUIRE(session.run("sweep hn/small.toml --out whole --csv --threads 1") == 0);
    CHECK(session.err().empty());
    REQUIRE(session.run("sweep hn/small.toml --out parts --chunk 3/3 --threads 2") == 0);
    CHECK(session.run("sweep merge parts --lang en") == 2);
    CHECK(session.err() ==
          "parts: 7 of 10 points are missing (0-6); study them with --resume or --points, or take what "
          "there is with --partial\n");
    REQUIRE(session.run("sweep status parts --lang en") == 0);
    CHECK(has(session.out(), "small: 3 of 10 points done, 0 failed, 7 missing, 0 damaged files; about "));
    CHECK(has(session.out(), "--points 0-6\n"));
    REQUIRE(session.run("sweep hn/small.toml --out parts --chunk 1/3") == 0);
    REQUIRE(session.run("sweep hn/small.toml --out parts --points 4,5-6") == 0);
    REQUIRE(session.run("sweep merge parts --csv") == 0);
    CHECK(session.file("parts/sweep.nc") == session.file("whole/sweep.nc"));
    CHECK(session.file("parts/sweep.csv") == session.file("whole/sweep.csv"));
    CHECK(session.file("parts/points.csv") == session.file("whole/points.csv"));
    CHECK(session.file("whole/sweep.nc").size() > 1000);
    // 2 trusts × 2 services × 2 years × 2 rules of two columns, and of bed days without the rule: 40 numbers a point.
    CHECK(lines_with(session.file("whole/sweep.csv"), ",") == 1 + 10 * 40);
}

TEST_CASE("a point of a sweep is what the scenario gives with these values and this seed") {
    SweepSession session;
    session.write("hn/one.toml", SweepSession::small("kind = \"points\"\nfile = \"points.csv\"\n"));
    session.write("hn/points.csv", "growth,days,plan\n0.5,49000,nye-asgard-pluss-11.toml\n");
    REQUIRE(session.run("sweep hn/one.toml --out s --csv") == 0);
    // Pinned at the value in every draw, as an interval of no width is.
    REQUIRE(session.run("project hn/nye-asgard-pluss-11.toml --out p --no-charts --draws 8 --set "
                        "'stock.domte-unn.growth=\"0.5 beds per year\"' --set activity.unn-phv.bed_days=49000") == 0);
    std::istringstream rows(session.file("p/gap.csv"));
    std::string expected;
    for (std::string row; std::getline(rows, row);) {
        if (!row.starts_with("unn,phv,2040,") || !has(row, ",utilisation,")) continue;
        std::istringstream cells(row);
        for (int i = 0; i < 8; ++i) std::getline(cells, expected, ',');
    }
    REQUIRE_FALSE(expected.empty());
    CHECK(has(session.file("s/sweep.csv"), "0,unn,phv,2040,utilisation,gap,beds," + expected + "\n"));
}

TEST_CASE("a sweep that is killed goes on where it was and has the same bytes") {
    SweepSession session;
    session.write("hn/small.toml", SweepSession::small("kind = \"latin-hypercube\"\npoints = 60\n"));
    REQUIRE(session.run("sweep hn/small.toml --out whole") == 0);
    for (const char* seconds : {"0.4", "0.7", "1.1", "1.6"})
        session.run_under(std::string("timeout -s KILL ") + seconds,
                          "sweep hn/small.toml --out killed --resume --threads 1");
    REQUIRE(session.run("sweep hn/small.toml --out killed --resume") == 0);
    CHECK(session.file("killed/sweep.nc") == session.file("whole/sweep.nc"));
    for (const auto& entry : std::filesystem::recursive_directory_iterator(session.path("killed")))
        CHECK_FALSE(has(entry.path().string(), "unfinished"));
}

TEST_CASE("a damaged chunk is found, told of and studied again") {
    SweepSession session;
    REQUIRE(session.run("sweep hn/small.toml --out s --chunk 1/2") == 0);
    REQUIRE(session.run("sweep hn/small.toml --out s --chunk 2/2") == 0);
    REQUIRE(session.run("sweep merge s") == 0);
    const std::string sound = session.file("s/sweep.nc");
    const std::string name = session.first_chunk("s");
    const std::string whole = session.file(name);
    std::string changed = whole;
    changed[changed.size() / 2] ^= 1;
    for (const std::string& damaged : {changed, whole.substr(0, whole.size() / 2), std::string(), std::string("x")}) {
        session.write(name, damaged);
        REQUIRE(session.run("sweep status s --lang en") == 0);
        CHECK(has(session.out(), "small: 5 of 10 points done, 0 failed, 5 missing, 1 damaged files"));
        CHECK(has(session.out(), "damaged: " + name));
        CHECK(session.run("sweep merge s") == 2);
        REQUIRE(session.run("sweep hn/small.toml --out s --chunk 1/2 --resume") == 0);
        REQUIRE(session.run("sweep merge s") == 0);
        CHECK(session.file("s/sweep.nc") == sound);
    }
}

TEST_CASE("a point that fails is told of with its parameters and seed, and the others go on") {
    SweepSession session;
    // The level must give the counted bed days of the base year within their interval of 5 %: only the middle does.
    session.write(
        "hn/fails.toml",
        "schema = 1\n[sweep]\nid = \"fails\"\nscenario = \"baseline.toml\"\ndraws = 4\n[design]\nkind = \"grid\"\n"
        "[[parameter]]\nid = \"level\"\naddress = \"flow.unn-phbu-unn.level\"\nlow = 0.507088\n"
        "high = 1.107088\nsteps = 3\n"
        "[[output]]\nid = \"need\"\ntable = \"need\"\ncolumns = [\"bed_days\"]\n");
    REQUIRE(session.run("sweep hn/fails.toml --out f --csv --lang en") == 0);
    CHECK(lines_with(session.err(), "Note: hn/fails.toml:8:1: parameter \"level\" = 0.507088: ") == 1);
    CHECK(lines_with(session.err(), "point 0 failed: ") == 1);
    CHECK(lines_with(session.err(), "point 2 failed: ") == 1);
    CHECK(lines_with(session.err(), "[level = 1.107088, seed = 20240101]") == 1);
    const std::string points = session.file("f/points.csv");
    CHECK(has(points, "0,failed,20240101,0.507088,"));
    CHECK(has(points, "1,done,20240101,0.807088,\n"));
    CHECK_FALSE(has(session.file("f/sweep.csv"), "\n0,"));
    REQUIRE(session.run("sweep status f --lang en") == 0);
    CHECK(has(session.out(), "fails: 3 of 3 points done, 2 failed, 0 missing"));
}

TEST_CASE("over assumptions' own intervals no point misses the count: it is held as in every draw") {
    SweepSession session;
    // Levels of ±20 % of two ward kinds that are more than half of the days that were counted to ±5 %: at the corners the flows
    // miss by more than that, and all but the middle fails with --set.
    const std::string levels = "[[parameter]]\nid = \"acute\"\naddress = \"flow.unn-phv-akutt-unn.level\"\n"
                               "low = 0.217021\nhigh = 0.325532\nsteps = 3\n"
                               "[[parameter]]\nid = \"other\"\naddress = \"flow.unn-phv-sykehus-unn.level\"\n"
                               "low = 0.250780\nhigh = 0.376170\nsteps = 3\n"
                               "[[output]]\nid = \"need\"\ntable = \"need\"\ncolumns = [\"bed_days\"]\n"
                               "[keep]\ntrust = \"unn\"\nservice = [\"phv\", \"phv-akutt\"]\nyear = [2024, 2040]\n";
    const std::string head = "schema = 1\n[sweep]\nid = \"levels\"\nscenario = \"baseline.toml\"\ndraws = 4\n";
    session.write("hn/levels.toml", head + "[design]\nkind = \"grid\"\n" + levels);
    REQUIRE(session.run("sweep hn/levels.toml --out l --csv --lang en") == 0);
    CHECK(session.err().empty());
    const std::string outcomes = session.file("l/sweep.csv");
    std::set<std::string> counted;
    std::set<std::string> acute;
    std::istringstream rows(outcomes);
    for (std::string row; std::getline(rows, row);) {
        const auto value = [&] { return row.substr(row.rfind(',') + 1); };
        if (has(row, ",unn,phv,2024,")) counted.insert(std::to_string(std::stod(value())));
        if (has(row, ",unn,phv-akutt,2024,")) acute.insert(value());
    }
    CHECK(counted.size() == 1); // the same sum at all points
    CHECK(acute.size() == 9);   // of which the wards have different parts
    CHECK(session.run("project hn/baseline.toml --out p --no-charts --set flow.unn-phv-akutt-unn.level=0.325532 "
                      "--set flow.unn-phv-sykehus-unn.level=0.376170") == 2);
    // The same without a range: each from its own distribution, of which five in a hundred lie outside.
    std::string own = levels;
    for (const char* range :
         {"low = 0.217021\nhigh = 0.325532\nsteps = 3\n", "low = 0.250780\nhigh = 0.376170\nsteps = 3\n"})
        own.replace(own.find(range), std::string(range).size(), "");
    session.write("hn/own.toml", head + "[design]\nkind = \"latin-hypercube\"\npoints = 200\n" + own);
    REQUIRE(session.run("sweep hn/own.toml --out o --lang en") == 0);
    REQUIRE(session.run("sweep status o --lang en") == 0);
    CHECK(has(session.out(), "levels: 200 of 200 points done, 0 failed"));
}

TEST_CASE("another sweep's folder is refused, and so is one that is no sweep's") {
    SweepSession session;
    REQUIRE(session.run("sweep hn/small.toml --out s --chunk 1/10") == 0);
    session.write("hn/other.toml", SweepSession::small() + "# changed\n");
    CHECK(session.run("sweep hn/other.toml --out s --lang en") == 2);
    CHECK(has(session.err(), "s: belongs to a sweep whose other.toml was another; choose another folder with --out"));
    session.write("hn/baseline.toml", session.file("hn/baseline.toml") + "# changed\n");
    CHECK(session.run("sweep hn/small.toml --out s --lang en") == 2);
    CHECK(has(session.err(), "s: belongs to a sweep whose baseline.toml was another"));
    session.write("mine/notes.txt", "mine");
    CHECK(session.run("sweep hn/small.toml --out mine --lang en") == 2);
    CHECK(session.err() == "mine: exists and isn't a sweep; choose another folder with --out\n");
    CHECK(session.run("sweep merge mine --lang en") == 2);
    CHECK(session.err() == "mine: isn't the folder of a sweep (sweep.json is missing)\n");
    session.write("s/sweep.json", "{}");
    CHECK(session.run("sweep status s --lang en") == 2);
    CHECK(session.err() == "s/sweep.json: isn't as framsyn wrote it\n");
}

TEST_CASE("what can't be a share or a list of points is told") {
    SweepSession session;
    for (const char* share : {"0/3", "4/3", "3", "a/b", "1/3x", "/3", "1/"}) {
        CHECK(session.run(std::string("sweep hn/small.toml --out s --lang en --chunk ") + share) == 2);
        CHECK(session.err() == std::string("--chunk ") + share + ": expected I/N with 1 ≤ I ≤ N, such as 3/40\n");
    }
    for (const char* points : {"10", "3-2", "a", "1,", "1-", "0-10"}) {
        CHECK(session.run(std::string("sweep hn/small.toml --out s --lang en --points ") + points) == 2);
        CHECK(session.err() == std::string("--points ") + points + ": expected points from 0 to 9, such as 0-9,15\n");
    }
    CHECK(session.run("sweep hn/small.toml --out s --lang en --points 1 --chunk 1/2") == 2);
    CHECK_FALSE(session.exists("s"));
    CHECK(session.run("sweep --lang en") == 2);
    CHECK(session.err() == "sweep: FILE is missing, or status, merge or sensitivity\n");
}

TEST_CASE("a share without points is none, and more shares than points are all points once") {
    SweepSession session;
    session.write("hn/two.toml", SweepSession::small("kind = \"sobol\"\npoints = 2\n"));
    for (const char* share : {"1/5", "2/5", "3/5", "4/5", "5/5"})
        REQUIRE(session.run(std::string("sweep hn/two.toml --out s --chunk ") + share) == 0);
    REQUIRE(session.run("sweep status s --lang en") == 0);
    CHECK(has(session.out(), "small: 2 of 2 points done, 0 failed, 0 missing"));
}

TEST_CASE("repeats keep a mean and its variance, each point with its own luck") {
    SweepSession session;
    session.write("hn/r.toml",
                  SweepSession::small("kind = \"sobol\"\npoints = 3\n", "draws = 8\nluck = \"own\"\nrepeats = 3\n"));
    REQUIRE(session.run("sweep hn/r.toml --out s --csv") == 0);
    CHECK(session.file("s/sweep.csv")
              .starts_with("point,trust,service,year,rule,variable,unit,value,variance_of_mean\n"));
    std::istringstream rows(session.file("s/points.csv"));
    std::vector<std::string> seeds;
    for (std::string row; std::getline(rows, row);) {
        std::istringstream cells(row);
        std::string cell;
        for (int i = 0; i < 3; ++i) std::getline(cells, cell, ',');
        seeds.push_back(cell);
    }
    REQUIRE(seeds.size() == 4);
    CHECK(seeds[1] != seeds[2]);
    CHECK(seeds[2] != seeds[3]);
}

TEST_CASE("scripts for a cluster are written, and the one for this machine gives the same bytes") {
    SweepSession session;
    REQUIRE(session.run("sweep hn/small.toml --out whole") == 0);
    REQUIRE(session.run("sweep hn/small.toml --slurm c --lang en") == 0);
    CHECK(has(session.out(), "10 points, "));
    CHECK(has(session.out(), "Submit with c/slurm/submit.sh, or run here with c/slurm/local.sh"));
    const std::string array = session.file("c/slurm/array.sh");
    CHECK(has(array, "#SBATCH --array=1-1\n"));
    CHECK(has(array, "#SBATCH --requeue\n"));
    CHECK(has(session.file("c/slurm/submit.sh"), "--dependency=\"afterany:"));
    const std::string script = session.path("c/slurm/local.sh").string();
    REQUIRE(std::system(("'" + script + "' >/dev/null").c_str()) == 0);
    CHECK(session.file("c/sweep.nc") == session.file("whole/sweep.nc"));
}

TEST_CASE("a file that can't be written is told of by its name, and what is there is kept") {
    SweepSession session;
    REQUIRE(session.run("sweep hn/small.toml --out s --points 3") == 0);
    if (!framsyn::app::testing::may_be_limited) return;
    CHECK(session.run_under("prlimit --fsize=200", "sweep hn/small.toml --out s --resume --lang en --points 4") == 1);
    CHECK(session.err() == "framsyn: s/chunks/points-00000004-00000004.chunk: the file became larger than allowed "
                           "(ulimit -f)\n");
    REQUIRE(session.run("sweep status s --lang en") == 0);
    CHECK(has(session.out(), "small: 1 of 10 points done, 0 failed, 9 missing, 0 damaged files"));
}
