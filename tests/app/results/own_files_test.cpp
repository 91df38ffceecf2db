// What somebody keeps in a result folder survives the next run, and what somebody has edited isn't written over in silence.
#include "app/ground/disk/sha256.hpp"
#include "app/ground/problems.hpp"
#include "app/results/kept_drawings.hpp"
#include "app/results/manifest.hpp"
#include "app/results/own_files.hpp"
#include "app/results/result_folder.hpp"
#include "tests/app/temporary_folder.hpp"
#include "tests/catch.hpp"

#include <fmt/format.h>

using namespace framsyn;
using namespace framsyn::app;
using framsyn::app::testing::TemporaryFolder;
namespace fs = std::filesystem;

namespace {

/// A result with one table and one chart as the manifest says.
void write_result(const TemporaryFolder& there) {
    there.write("result/gap.csv", "ours");
    there.write("result/charts/gap.svg", "drawn");
    there.write("result/manifest.json",
                fmt::format(R"({{"program": "framsyn", "outputs": {{"gap.csv": "{}", "charts/gap.svg": "{}"}}}})",
                            sha256("ours"), sha256("drawn")));
}

std::string complaint(const fs::path& target) {
    try {
        ResultFolder folder(target);
    } catch (const BadInput& bad) {
        return bad.problems().lines(Language::en).front();
    }
    return "";
}

} // namespace

TEST_CASE("files that the manifest doesn't name are in the next result too, folders, links and all") {
    const TemporaryFolder there;
    write_result(there);
    there.write("result/notes/deep/a.txt", "mine");
    there.write("result/charts/my-own.svg", "mine");
    fs::create_directories(there.path() / "result/empty");
    fs::create_symlink("nowhere", there.path() / "result/link");
    ResultFolder folder(there.path() / "result");
    CHECK(folder.finish().empty());
    CHECK(there.read("result/notes/deep/a.txt") == "mine");
    CHECK(there.read("result/charts/my-own.svg") == "mine");
    CHECK(fs::is_directory(there.path() / "result/empty"));
    CHECK(fs::read_symlink(there.path() / "result/link") == "nowhere");
    CHECK_FALSE(fs::exists(there.path() / "result/gap.csv")); // the manifest named it
}

TEST_CASE("somebody's file whose name a new result takes is kept beside it") {
    const TemporaryFolder there;
    write_result(there);
    there.write("result/care.csv", "mine");
    ResultFolder folder(there.path() / "result");
    std::ofstream(folder.path() / "care.csv") << "new";
    CHECK(folder.finish() == std::vector<std::string>{"care.csv.kept"});
    CHECK(there.read("result/care.csv") == "new");
    CHECK(there.read("result/care.csv.kept") == "mine");
}

TEST_CASE("somebody's folder whose name a new result takes for a file is kept beside it, and a file beside a folder") {
    const TemporaryFolder there;
    write_result(there);
    there.write("result/comparison.csv/a.txt", "mine");
    there.write("result/comparison.csv/deep/b.txt", "mine too");
    there.write("result/north", "a file of mine");
    ResultFolder folder(there.path() / "result");
    std::ofstream(folder.path() / "comparison.csv") << "new";
    fs::create_directory(folder.path() / "north");
    folder.finish();
    CHECK(there.read("result/comparison.csv") == "new");
    CHECK(there.read("result/comparison.csv.kept/a.txt") == "mine");
    CHECK(there.read("result/comparison.csv.kept/deep/b.txt") == "mine too");
    CHECK(there.read("result/north.kept") == "a file of mine");
}

TEST_CASE("drawing anew keeps a report that somebody made or edited under another name, and leaves the rest alone") {
    const TemporaryFolder there;
    write_result(there);
    there.write("result/report.html", "mine"); // the manifest doesn't name it
    there.write("result/charts/gap.svg", "drawn, and edited");
    there.write("result/charts/my-own.svg", "mine");
    const fs::path folder = there.path() / "result";
    const std::vector<std::string> others = own_files(folder);
    KeptDrawings kept(folder);
    there.write("result/report.html", "ours");
    there.write("result/charts/gap.svg", "drawn again");
    renew_chart_sums(folder, kept.theirs(others));
    CHECK(kept.finish() == std::vector<std::string>{"report.html.kept", "charts/gap.svg.kept"});
    CHECK(there.read("result/report.html.kept") == "mine");
    CHECK(there.read("result/charts/gap.svg.kept") == "drawn, and edited");
    CHECK(there.read("result/charts/my-own.svg") == "mine");
    CHECK_FALSE(fs::exists(folder / "charts/my-own.svg.kept"));
    const auto outputs = outputs_of(folder);
    CHECK(outputs.size() == 3);
    CHECK(outputs.at("report.html") == sha256("ours"));
    CHECK(outputs.at("charts/gap.svg") == sha256("drawn again"));
}

TEST_CASE("a drawing that fails leaves somebody's report as it was, and no copy") {
    const TemporaryFolder there;
    write_result(there);
    there.write("result/report.html", "mine");
    {
        const KeptDrawings kept(there.path() / "result");
    }
    CHECK(there.read("result/report.html") == "mine");
    CHECK_FALSE(fs::exists(there.path() / "result/report.html.kept"));
}

TEST_CASE("a table or chart that was edited stops the run with its name, unless it may be replaced") {
    for (const char* name : {"gap.csv", "charts/gap.svg"}) {
        const TemporaryFolder there;
        write_result(there);
        there.write(std::string("result/") + name, "edited");
        const fs::path target = there.path() / "result";
        CHECK(complaint(target).rfind((target / name).string() + ": was edited since the run", 0) == 0);
        CHECK(there.read(std::string("result/") + name) == "edited");
        ResultFolder folder(target, true);
        CHECK(folder.finish().empty());
        CHECK_FALSE(fs::exists(target / name));
    }
}

TEST_CASE("a table that is edited while the run goes on is kept beside the new one") {
    const TemporaryFolder there;
    write_result(there);
    ResultFolder folder(there.path() / "result");
    std::ofstream(folder.path() / "gap.csv") << "new";
    there.write("result/gap.csv", "edited meanwhile");
    CHECK(folder.finish() == std::vector<std::string>{"gap.csv.kept"});
    CHECK(there.read("result/gap.csv.kept") == "edited meanwhile");
}

TEST_CASE("drawing again takes nobody's file into the manifest") {
    const TemporaryFolder there;
    write_result(there);
    there.write("result/charts/my-own.svg", "mine");
    there.write("result/charts/gap.svg", "drawn again");
    renew_chart_sums(there.path() / "result", {"charts/my-own.svg"});
    const auto outputs = outputs_of(there.path() / "result");
    CHECK(outputs.size() == 2);
    CHECK(outputs.at("charts/gap.svg") == sha256("drawn again"));
}

TEST_CASE("charts that a killed plot drew aren't taken for edited ones") {
    const TemporaryFolder there;
    write_result(there);
    there.write("result/charts/gap.svg", "drawn by the plot that was killed");
    there.write("result/.charts-x1/gap.svg", "not in place");
    there.write("result.lock", "framsyn\n" + note_of({}));
    const ResultFolder folder(there.path() / "result");
    CHECK(folder.leftovers() == std::vector<std::string>{(there.path() / "result/.charts-x1").string()});
    CHECK_FALSE(fs::exists(there.path() / "result/.charts-x1"));
}

TEST_CASE("a manifest that isn't as it was written is refused, also one that names what is outside of the folder") {
    const TemporaryFolder there;
    for (const char* outputs : {"[]", R"({"gap.csv": 1})", R"({"../gap.csv": "x"})", R"({"/etc/passwd": "x"})"}) {
        there.write("result/manifest.json", fmt::format(R"({{"program": "framsyn", "outputs": {}}})", outputs));
        CHECK(complaint(there.path() / "result").find("isn't as framsyn wrote it") != std::string::npos);
    }
}
