#include "app/command/charts.hpp"

#include "app/command/run_control.hpp"
#include "app/ground/disk/system_text.hpp"
#include "app/ground/problems.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <thread>

extern char** environ;

namespace framsyn::app {
namespace {

namespace fs = std::filesystem;

/// The plots folder: named by FRAMSYN_PLOTS, installed beside the command, or of the source tree it was built from.
fs::path plots_folder() {
    if (const char* named = std::getenv("FRAMSYN_PLOTS")) return named;
    std::error_code error;
    const fs::path self = fs::read_symlink("/proc/self/exe", error);
    fs::path installed = self.parent_path().parent_path() / "share" / "framsyn" / "plots";
    if (!error && fs::exists(installed / "render.mjs")) return installed;
    return FRAMSYN_SOURCE_PLOTS;
}

} // namespace

ChartMaker::ChartMaker(const fs::path& folder, Language language, bool images, const std::vector<std::string>& edited)
    : program_((plots_folder() / "render.mjs").string()) {
    std::vector<std::string> words{
        "node", program_, folder.string(), "--lang", language == Language::nb ? "nb" : "en", "--quiet", "--wait"};
    if (images) words.emplace_back("--images");
    for (const std::string& file : edited) {
        words.emplace_back("--edited");
        words.push_back(file);
    }
    std::vector<char*> arguments;
    for (std::string& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    std::array<int, 2> pipe{};
    if (::pipe2(pipe.data(), O_CLOEXEC) != 0) throw ChartsFailed("node", system_text(errno));
    signal_ = pipe[1];
    posix_spawn_file_actions_t actions;
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawn_file_actions_adddup2(&actions, pipe[0], STDIN_FILENO);
    const int error = ::posix_spawnp(&child_, "node", &actions, nullptr, arguments.data(), environ);
    ::posix_spawn_file_actions_destroy(&actions);
    ::close(pipe[0]);
    if (error != 0) {
        child_ = 0;
        hang_up();
        throw ChartsFailed(
            Text{"finner ikke eller kan ikke starte programmet node; figurene tegnes av Node.js 18 eller nyere",
                 "the program node is not there or doesn't start; Node.js 18 or newer draws the charts"});
    }
}

ChartMaker::~ChartMaker() {
    hang_up();
    if (child_ == 0) return;
    ::kill(child_, SIGTERM);
    while (::waitpid(child_, nullptr, 0) < 0 && errno == EINTR) {
    }
}

void ChartMaker::hang_up() {
    if (signal_ >= 0) ::close(signal_);
    signal_ = -1;
}

void ChartMaker::begin() {
    // A program that has ended already is told of by finish().
    [[maybe_unused]] const ssize_t told = ::write(signal_, "\n", 1);
    hang_up();
}

ChartsFailed ChartMaker::failed() const {
    return ChartsFailed(program_, {"figurene kunne ikke tegnes", "the charts could not be drawn"});
}

void ChartMaker::must_be_there() {
    if (child_ == 0 || ::waitpid(child_, nullptr, WNOHANG) != child_) return;
    child_ = 0;
    throw failed();
}

void ChartMaker::finish(const std::atomic<bool>* interrupted) {
    constexpr std::chrono::milliseconds look_again{10};
    int status = 0;
    for (int ended = 0; ended != child_; ended = ::waitpid(child_, &status, WNOHANG)) {
        if (ended < 0 && errno != EINTR)
            throw ChartsFailed("node", {"programmet som tegner figurene, er blitt borte",
                                        "the process that draws the charts was lost"});
        if (interrupted && interrupted->load()) throw Interrupted(); // the destructor stops it
        std::this_thread::sleep_for(look_again);
    }
    child_ = 0;
    if (WIFSIGNALED(status) && (WTERMSIG(status) == SIGINT || WTERMSIG(status) == SIGTERM)) throw Interrupted();
    if (WIFEXITED(status) && WEXITSTATUS(status) == 2)
        throw BadInput(Problems{}); // it has said what is wrong with the folder's files
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) throw failed();
}

} // namespace framsyn::app
