#include "app/ground/disk/sha256.hpp"
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
    there.write("result/manifest.json", "{\"program\": \"framsyn\"}");
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

TEST_CASE("SHA-256 of abc is the standard's own example") {
    // FIPS 180-4, example of the one-block message "abc".
    CHECK(sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}
