#include "app/ground/disk/sha256.hpp"
#include "app/ground/problems.hpp"
#include "app/results/manifest.hpp"
#include "app/results/result_folder.hpp"
#include "tests/app/temporary_folder.hpp"
#include "tests/catch.hpp"

using namespace framsyn;
using namespace framsyn::app;
using framsyn::app::testing::TemporaryFolder;
namespace fs = std::filesystem;

TEST_CASE("a result folder appears when it is finished and not before") {
    const TemporaryFolder there;
    const fs::path target = there.path() / "result";
    {
        ResultFolder folder(target);
        CHECK_FALSE(fs::exists(target));
        CHECK(fs::exists(folder.path()));
        folder.finish();
    }
    CHECK(fs::exists(target));
    CHECK(std::distance(fs::directory_iterator(there.path()), {}) == 1);
}

TEST_CASE("an unfinished folder leaves nothing behind and the earlier run in place") {
    const TemporaryFolder there;
    there.write("result/manifest.json", "{\"program\": \"framsyn\"}");
    {
        ResultFolder folder(there.path() / "result");
    }
    CHECK(is_result_folder(there.path() / "result"));
    CHECK(std::distance(fs::directory_iterator(there.path()), {}) == 1);
}

TEST_CASE("a finished run replaces an earlier one whole") {
    const TemporaryFolder there;
    there.write("result/manifest.json", R"({"program": "framsyn", "outputs": {"old.csv": ")" + sha256("x") + R"("}})");
    there.write("result/old.csv", "x");
    ResultFolder folder(there.path() / "result/"); // a trailing slash is the same folder
    folder.finish();
    CHECK_FALSE(fs::exists(there.path() / "result/old.csv"));
}

TEST_CASE("a folder that isn't ours is refused") {
    const TemporaryFolder there;
    there.write("thesis/chapter-1.txt", "x");
    CHECK_THROWS_AS(ResultFolder(there.path() / "thesis"), BadInput);
    CHECK(there.read("thesis/chapter-1.txt") == "x");
}

TEST_CASE("a link is followed: the folder that it leads to is replaced, and the link stays") {
    const TemporaryFolder there;
    there.write("real/result/manifest.json", "{\"program\": \"framsyn\"}");
    fs::create_symlink("real/result", there.path() / "link");
    fs::create_symlink("real/new", there.path() / "dangling");
    for (const auto& [link, name] : {std::pair("link", "real/result"), std::pair("dangling", "real/new")}) {
        ResultFolder folder(there.path() / link);
        std::ofstream(folder.path() / "gap.csv") << "new";
        folder.finish();
        CHECK(fs::is_symlink(there.path() / link));
        CHECK(there.read(std::string(name) + "/gap.csv") == "new");
    }
}

TEST_CASE("folders that are made for a result go with it when it isn't finished") {
    const TemporaryFolder there;
    {
        ResultFolder folder(there.path() / "a/b/result");
        CHECK(fs::exists(folder.path()));
    }
    CHECK(fs::is_empty(there.path()));
}

TEST_CASE("a place where no folder can be made is told of before anything is computed") {
    const TemporaryFolder there;
    there.write("file.txt", "x");
    CHECK_THROWS_AS(ResultFolder(there.path() / "file.txt"), BadInput);
    CHECK_THROWS_AS(ResultFolder(there.path() / "file.txt/result"), BadInput);
    CHECK_THROWS_AS(ResultFolder("/proc/result"), BadInput); // where not even root may write
    CHECK_THROWS_AS(ResultFolder("/proc"), BadInput);        // the root of a file system
    fs::create_symlink("loop", there.path() / "loop");
    CHECK_THROWS_AS(ResultFolder(there.path() / "loop"), BadInput);
    CHECK(there.read("file.txt") == "x");
}

TEST_CASE("two runs to one folder at once: the second is refused") {
    const TemporaryFolder there;
    const ResultFolder first(there.path() / "result");
    CHECK_THROWS_AS(ResultFolder(there.path() / "result"), BadInput);
    CHECK_NOTHROW(ResultFolder(there.path() / "other"));
}

TEST_CASE("what killed runs left behind is taken away and named, and what others have called alike is not") {
    const TemporaryFolder there;
    there.write("result.partial-1/gap.csv", "x");
    there.write("result.partial-mine/gap.csv", "x");
    there.write("other.partial-1/gap.csv", "x");
    ResultFolder folder(there.path() / "result");
    CHECK(folder.leftovers() == std::vector<std::string>{(there.path() / "result.partial-1").string()});
    CHECK_FALSE(fs::exists(there.path() / "result.partial-1"));
    CHECK(fs::exists(there.path() / "result.partial-mine"));
    CHECK(fs::exists(there.path() / "other.partial-1"));
}

TEST_CASE("a result that was moved aside when its run was killed is put back") {
    const TemporaryFolder there;
    there.write("result.old-1/manifest.json", "{\"program\": \"framsyn\"}");
    {
        ResultFolder folder(there.path() / "result");
    }
    CHECK(is_result_folder(there.path() / "result"));
}

TEST_CASE("SHA-256 of abc is the standard's own example") {
    // FIPS 180-4, example of the one-block message "abc".
    CHECK(sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}
