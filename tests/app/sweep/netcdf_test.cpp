// sweep.nc as any reader of NetCDF finds it, and chunks as files.
#include "app/netcdf/netcdf_file.hpp"
#include "app/sweep/chunk_file.hpp"
#include "app/sweep/study_chunk.hpp"
#include "tests/app/sweep/sweep_session.hpp"
#include "tests/catch.hpp"

#include <netcdf.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>
#include <sstream>
#include <vector>

using namespace framsyn::app;
using framsyn::app::testing::SweepSession;
using framsyn::app::testing::TemporaryFolder;

namespace {

/// A file that is open for reading.
class Reading {
  public:
    explicit Reading(const std::string& path) { REQUIRE(nc_open(path.c_str(), NC_NOWRITE, &file_) == NC_NOERR); }
    ~Reading() { nc_close(file_); }
    Reading(const Reading&) = delete;
    Reading& operator=(const Reading&) = delete;

    int variable(const char* name) const {
        int found = -1;
        INFO(name);
        REQUIRE(nc_inq_varid(file_, name, &found) == NC_NOERR);
        return found;
    }
    std::vector<std::string> dimensions(const char* name) const {
        int count = 0;
        std::vector<int> ids(NC_MAX_VAR_DIMS);
        REQUIRE(nc_inq_var(file_, variable(name), nullptr, nullptr, &count, ids.data(), nullptr) == NC_NOERR);
        std::vector<std::string> names;
        for (int i = 0; i < count; ++i) {
            char text[NC_MAX_NAME + 1];
            nc_inq_dimname(file_, ids[static_cast<std::size_t>(i)], text);
            names.emplace_back(text);
        }
        return names;
    }
    std::vector<double> numbers(const char* name, std::size_t count) const {
        std::vector<double> values(count);
        REQUIRE(nc_get_var_double(file_, variable(name), values.data()) == NC_NOERR);
        return values;
    }
    std::vector<std::string> texts(const char* name, std::size_t count) const {
        std::vector<char*> values(count);
        REQUIRE(nc_get_var_string(file_, variable(name), values.data()) == NC_NOERR);
        std::vector<std::string> all(values.begin(), values.end());
        nc_free_string(count, values.data());
        return all;
    }
    std::string attribute(int variable, const char* name) const {
        std::size_t length = 0;
        INFO(name);
        REQUIRE(nc_inq_attlen(file_, variable, name, &length) == NC_NOERR);
        std::string text(length, ' ');
        nc_get_att_text(file_, variable, name, text.data());
        return text;
    }
    std::string attribute(const char* of, const char* name) const { return attribute(variable(of), name); }

  private:
    int file_ = 0;
};

} // namespace

TEST_CASE("sweep.nc has every kept column with its dimensions, unit and meaning, and says where it comes from") {
    SweepSession session;
    REQUIRE(session.run("sweep hn/small.toml --out s") == 0);
    const Reading file(session.path("s/sweep.nc").string());
    CHECK(file.dimensions("gap") == std::vector<std::string>{"point", "trust", "service", "year", "rule"});
    CHECK(file.dimensions("bed_days") == std::vector<std::string>{"point", "trust", "service", "year"});
    CHECK(file.texts("trust", 2) == std::vector<std::string>{"unn", "region"});
    CHECK(file.texts("rule", 2) == std::vector<std::string>{"utilisation", "service-level"});
    CHECK(file.numbers("year", 2) == std::vector<double>{2030, 2040});
    CHECK(file.attribute("gap", "units") == "beds");
    CHECK(file.attribute("gap", "long_name") == "Gap (beds; minus = short)"); // the catalogue's
    CHECK(file.attribute("parameter_growth", "units") == "beds per year");
    CHECK(file.attribute("parameter_growth", "long_name") == "stock.domte-unn.growth");
    CHECK(file.attribute(NC_GLOBAL, "Conventions") == "CF-1.10");
    CHECK(file.attribute(NC_GLOBAL, "sweep_file") == SweepSession::small());
    CHECK(file.attribute(NC_GLOBAL, "inputs_sha256").find("  tables/population.csv\n") != std::string::npos);
    for (const double days : file.numbers("parameter_days", 10)) {
        CHECK(days >= 46837.8);
        CHECK(days <= 51768.2);
    }
    // Eight draws: shares of eighths, in every cell that was kept.
    for (const double share : file.numbers("p_shortage", 10 * 2 * 2 * 2 * 2)) CHECK(share * 8 == std::floor(share * 8));
    CHECK(file.numbers("status", 10) == std::vector<double>(10, 0.0));
}

TEST_CASE("a merge with points missing says which, and what they have is no number") {
    SweepSession session;
    REQUIRE(session.run("sweep hn/small.toml --out s --points 3,7") == 0);
    REQUIRE(session.run("sweep merge s --partial") == 0);
    const Reading file(session.path("s/sweep.nc").string());
    CHECK(file.numbers("status", 10) == std::vector<double>{2, 2, 2, 0, 2, 2, 2, 0, 2, 2});
    const std::vector<double> gaps = file.numbers("gap", 10 * 16);
    for (std::size_t i = 0; i < gaps.size(); ++i) CHECK(std::isnan(gaps[i]) == (i / 16 != 3 && i / 16 != 7));
}

TEST_CASE("the same calls make the same NetCDF bytes, and a file that isn't finished leaves nothing") {
    const TemporaryFolder there;
    const auto made = [&](const std::string& name) {
        NetcdfFile file((there.path() / name).string());
        const int x = file.dimension("x", 3);
        const int words = file.variable("x", NetcdfFile::Type::text, {x});
        const int values = file.compressed("values", {x}, {2});
        file.attribute(NetcdfFile::global, "title", "æøå");
        file.begin_values();
        file.put(words, 0, std::vector<std::string>{"a", "", "å"});
        const double some[] = {1.5, -2.0};
        file.put(values, {0}, {2}, some);
        file.finish();
        return there.read(name);
    };
    const std::string first = made("one.nc");
    CHECK(first == made("two.nc"));
    const Reading file((there.path() / "one.nc").string());
    CHECK(file.texts("x", 3) == std::vector<std::string>{"a", "", "å"});
    CHECK(std::isnan(file.numbers("values", 3)[2]));
    {
        NetcdfFile lost((there.path() / "lost.nc").string());
    }
    CHECK(std::distance(std::filesystem::directory_iterator(there.path()), {}) == 2);
}

TEST_CASE("a chunk comes back from its file as it was, and no other file is taken for it") {
    const Chunk chunk{
        5, 2, {1.0, std::numeric_limits<double>::quiet_NaN(), -0.0, 1e300}, {{6, {"fordi «æ»", "because"}}}, 1.5};
    const std::string text = chunk_text(chunk, "sum");
    const Chunk read = chunk_in(text, "sum", 2);
    CHECK(read.first == 5);
    CHECK(read.count == 2);
    CHECK(std::isnan(read.values[1]));
    CHECK(std::signbit(read.values[2]));
    CHECK(read.values[3] == 1e300);
    CHECK(read.failures.front().message.nb == "fordi «æ»");
    CHECK(read.seconds == 1.5);
    CHECK_THROWS_AS(chunk_in(text, "other", 2), DamagedChunk);
    CHECK_THROWS_AS(chunk_in(text, "sum", 3), DamagedChunk);
    CHECK_THROWS_AS(chunk_in(text + "x", "sum", 2), DamagedChunk);
    for (std::size_t i = 0; i < text.size(); ++i) {
        CHECK_THROWS_AS(chunk_in(text.substr(0, i), "sum", 2), DamagedChunk);
        std::string changed = text;
        changed[i] = static_cast<char>(changed[i] ^ 4);
        CHECK_THROWS_AS(chunk_in(changed, "sum", 2), DamagedChunk);
    }
}

TEST_CASE("shares are all points once and differ by one at most") {
    for (const std::size_t points : {0U, 1U, 7U, 100U}) {
        for (const std::size_t n : {1U, 2U, 3U, 40U}) {
            std::size_t next = 0;
            for (std::size_t i = 1; i <= n; ++i) {
                const PointRange share = share_of(points, i, n);
                CHECK(share.first == next);
                CHECK(share.count >= points / n);
                CHECK(share.count <= points / n + 1);
                next = share.end();
            }
            CHECK(next == points);
        }
    }
}

TEST_CASE("a run says what its variance comes from, in shares that sum to 1, in variance.csv and in results.nc") {
    SweepSession session;
    REQUIRE(session.run("run hn/baseline.toml --out r --no-charts --draws 12 --replications 8 --netcdf --variance") ==
            0);
    std::istringstream rows(session.file("r/variance.csv"));
    std::string row;
    std::getline(rows, row);
    CHECK(row == "trust,service,year,measure,source,share");
    const std::vector<std::string> sources{"demography", "level", "rates", "stays", "factors", "chance", "interaction"};
    std::size_t line = 0;
    double sum = 0.0;
    std::set<std::string> measures;
    while (std::getline(rows, row)) {
        std::vector<std::string> cells;
        std::istringstream in(row);
        for (std::string cell; std::getline(in, cell, ',');) cells.push_back(cell);
        REQUIRE(cells.size() == 6);
        measures.insert(cells[3]);
        CHECK(cells[4] == sources[line++ % sources.size()]);
        const double share = std::stod(cells[5]);
        sum = cells[4] == "demography" ? share : sum + share;
        if (cells[4] == "interaction") CHECK(sum == Approx(1.0).margin(1e-9));
        const bool of_need = cells[3] == "need" || cells[3] == "need_service_level";
        if (of_need && (cells[4] == "chance" || cells[4] == "stays" || cells[4] == "rates")) CHECK(share == 0.0);
    }
    CHECK(line > 7000);
    CHECK(measures.count("need_service_level") == 1);
    CHECK(measures.count("occupancy") == 1);
    const Reading file(session.path("r/results.nc").string());
    CHECK(file.dimensions("variance_draw_need") == std::vector<std::string>{"trust", "service", "year", "source"});
    CHECK(file.dimensions("variance_replication_occupancy") ==
          std::vector<std::string>{"trust", "service", "year", "source"});
    CHECK(session.run("project " SCENARIOS "/eksempel-femaar/baseline.toml --out e --variance --lang en") == 2);
    CHECK(session.err() == "--variance: the scenario has no [[service]], so there is no need to write\n");
}

TEST_CASE("a run's draws are those that its need is the median of, in draws.csv and in results.nc") {
    SweepSession session;
    REQUIRE(session.run("run hn/baseline.toml --out r --no-charts --draws 7 --replications 4 --netcdf --draws-csv") ==
            0);
    const auto cells_of = [](const std::string& row) {
        std::vector<std::string> cells;
        std::istringstream in(row);
        for (std::string cell; std::getline(in, cell, ',');) cells.push_back(cell);
        return cells;
    };
    std::vector<double> need;
    std::size_t occupancy = 0;
    std::istringstream drawn(session.file("r/draws.csv"));
    std::string row;
    std::getline(drawn, row);
    CHECK(row == "replication,trust,service,year,measure,value");
    while (std::getline(drawn, row)) {
        const std::vector<std::string> cells = cells_of(row);
        if (cells[1] != "unn" || cells[2] != "phv" || cells[3] != "2040") continue;
        if (cells[4] == "need") {
            CHECK(cells[0] == std::to_string(need.size()));
            need.push_back(std::stod(cells[5]));
        }
        occupancy += cells[4] == "occupancy" ? 1U : 0U;
    }
    REQUIRE(need.size() == 7);
    CHECK(occupancy == 4);
    std::sort(need.begin(), need.end());
    std::istringstream gaps(session.file("r/gap.csv"));
    bool seen = false;
    while (std::getline(gaps, row)) {
        if (!row.starts_with("unn,phv,2040,") || row.find(",utilisation,") == std::string::npos) continue;
        CHECK(std::stod(cells_of(row)[4]) == need[3]); // the median of seven
        seen = true;
    }
    CHECK(seen);
    const Reading file(session.path("r/results.nc").string());
    CHECK(file.dimensions("gap") == std::vector<std::string>{"trust", "service", "year", "rule"});
    CHECK(file.dimensions("draw_need") == std::vector<std::string>{"trust", "service", "year", "draw"});
    CHECK(file.dimensions("replication_occupancy") ==
          std::vector<std::string>{"trust", "service", "year", "replication"});
    CHECK(file.attribute("replication_occupancy", "units") == "share");
    CHECK(session.run("project " SCENARIOS "/eksempel-femaar/baseline.toml --out e --netcdf --lang en") == 2);
    CHECK(session.err() == "--netcdf: the scenario has no [[service]], so there is no need to write\n");
}
