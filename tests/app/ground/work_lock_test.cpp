// What holds a folder while a program is at work on it, and what is undone when the program ends.
#include "app/ground/disk/files.hpp"
#include "app/ground/disk/work_lock.hpp"
#include "app/ground/disk/write_failed.hpp"
#include "app/ground/problems.hpp"
#include "tests/app/temporary_folder.hpp"
#include "tests/catch.hpp"

#include <sys/resource.h>

#include <cerrno>
#include <csignal>

using namespace framsyn;
using namespace framsyn::app;
using framsyn::app::testing::TemporaryFolder;

TEST_CASE("what one has locked no other gets, and afterwards nothing is left of the lock") {
    const TemporaryFolder there;
    {
        const auto first = WorkLock::take(there.path() / "x.lock");
        REQUIRE(first);
        CHECK_FALSE(WorkLock::take(there.path() / "x.lock"));
    }
    CHECK(std::filesystem::is_empty(there.path()));
    CHECK(WorkLock::take(there.path() / "x.lock"));
}

TEST_CASE("the lock of a process that has died is taken over with what it had noted") {
    const TemporaryFolder there;
    there.write("x.lock", "framsyn\nnoted"); // as it was left: nobody holds it
    const auto lock = WorkLock::take(there.path() / "x.lock");
    REQUIRE(lock);
    CHECK(lock->was_left_behind());
    CHECK(lock->left_note() == "noted");
}

TEST_CASE("somebody's file that has the lock's name is left alone") {
    const TemporaryFolder there;
    there.write("x.lock", "mine");
    CHECK_THROWS_AS(WorkLock::take(there.path() / "x.lock"), BadInput);
    CHECK(there.read("x.lock") == "mine");
}

TEST_CASE("what isn't done is undone at its owner's end, and only once") {
    int undone = 0;
    {
        Unfinished first([&] { ++undone; });
        Unfinished second([&] { undone += 10; });
        second.done();
        first.undo();
        CHECK(undone == 1);
    }
    CHECK(undone == 1);
}

TEST_CASE("a file that can't be written whole is told of by its reason, and the old one stays") {
    const TemporaryFolder there;
    there.write("a.csv", "old");
    const std::string path = (there.path() / "a.csv").string();
    rlimit before{};
    ::getrlimit(RLIMIT_FSIZE, &before);
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    rlimit small = before;
    small.rlim_cur = 100;
    ::setrlimit(RLIMIT_FSIZE, &small);
    std::string nb;
    try {
        write_file(path, std::string(1000, 'x'));
    } catch (const WriteFailed& failure) {
        nb = failure.text().nb;
    }
    ::setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, handler);
    CHECK(nb == path + ": filen ble større enn systemet tillater (ulimit -f)");
    CHECK(there.read("a.csv") == "old");
    CHECK(std::distance(std::filesystem::directory_iterator(there.path()), {}) == 1);
    CHECK(reason_of(ENOSPC).en == "the disk is full");
}
