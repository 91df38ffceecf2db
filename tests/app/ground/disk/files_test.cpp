// Why a file can't be read, by its true reason.
#include "app/ground/disk/files.hpp"
#include "app/ground/disk/system_text.hpp"
#include "app/ground/problems.hpp"
#include "tests/app/temporary_folder.hpp"
#include "tests/catch.hpp"

#include <sys/stat.h>

#include <cerrno>
#include <filesystem>
#include <string>

using namespace framsyn;
using namespace framsyn::app;
using framsyn::app::testing::TemporaryFolder;
namespace fs = std::filesystem;

namespace {

std::string complaint(const std::string& path) {
    try {
        read_file(path, "x");
    } catch (const BadInput& bad) {
        return bad.problems().lines(Language::nb).front();
    }
    return "";
}

} // namespace

TEST_CASE("a file is read whole") {
    const TemporaryFolder folder;
    const std::string text(200000, 'a'); // more than is read at once
    folder.write("a.txt", text);
    CHECK(read_file((folder.path() / "a.txt").string(), "a.txt") == text);
    CHECK_FALSE(DiskFiles().fault((folder.path() / "a.txt").string()));
}

TEST_CASE("what stands in a file's way is said as it is") {
    const TemporaryFolder folder;
    folder.write("a.txt", "a");
    const std::string here = folder.path().string() + "/";
    CHECK(complaint(here + "b.txt") == "x: finner ikke filen");
    CHECK(complaint(here) == "x: er en mappe; ventet en fil");
    CHECK(complaint(here + "a.txt/b.txt") == "x: en del av stien er en fil, ikke en mappe");
    CHECK(complaint(here + std::string(300, 'n')) == "x: navnet er for langt for filsystemet");
    REQUIRE(::mkfifo((here + "pipe").c_str(), 0600) == 0);
    CHECK(complaint(here + "pipe") == "x: er ingen vanlig fil");
    fs::create_symlink("ring", here + "ring");
    CHECK(complaint(here + "ring") == "x: lenken går i ring");
    CHECK(complaint(here + std::string("a.txt\0b", 7)) == "x: filnavnet har et tegn med verdien 0");
    CHECK(system_text(EACCES).nb == "mangler tilgang (rettigheter)"); // whoever runs the tests may read everything
}

TEST_CASE("a link that leads out of the folder is known for one, a link inside is not") {
    const TemporaryFolder folder;
    folder.write("outside.csv", "a");
    folder.write("scenario/inside.csv", "a");
    folder.write("scenario/tables/b.csv", "a");
    const std::string scenario = (folder.path() / "scenario").string();
    fs::create_symlink("../outside.csv", scenario + "/out.csv");
    fs::create_symlink("..", scenario + "/up");
    fs::create_symlink("inside.csv", scenario + "/in.csv");
    const DiskFiles files;
    CHECK(files.leads_out(scenario + "/out.csv", scenario));
    CHECK(files.leads_out(scenario + "/up/outside.csv", scenario));
    CHECK_FALSE(files.leads_out(scenario + "/in.csv", scenario));
    CHECK_FALSE(files.leads_out(scenario + "/tables/b.csv", scenario));
    CHECK_FALSE(files.leads_out(scenario + "/missing.csv", scenario));
}
