#include "app/command/process/charts.hpp"

#include "app/command/process/run_control.hpp"
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
#include <utility>

extern char** environ;

namespace framsyn::app {
namespace {

namespace fs = std::filesystem;

/// A folder that the command needs: named by a variable, installed beside the command, or of the source tree it was built
/// from.
fs::path folder_with(const char* file, const char* variable, const char* name, const fs::path& of_source) {
    if (const char* named = std::getenv(variable)) return named;
    std::error_code error;
    const fs::path self = fs::read_symlink("/proc/self/exe", error);
    fs::path installed = self.parent_path().parent_path() / "share" / "framsyn" / name;
    if (!error && fs::exists(installed / file)) return installed;
    return of_source;
}

fs::path plots_folder() {
    return folder_with("render.mjs", "FRAMSYN_PLOTS", "plots", FRAMSYN_SOURCE_PLOTS);
}

ChartsFailed not_started(int error) {
    if (error == ENOENT)
        return ChartsFailed(
            Text{"finner ikke node; figurene tegnes med Node.js 18 eller nyere (--no-charts gir bare tabeller)",
                 "there is no node; Node.js 18 or newer draws the charts (--no-charts gives tables only)"});
    return ChartsFailed("node", system_text(error));
}

} // namespace

ChartMaker::ChartMaker(const fs::path& folder, Language language, bool images, const std::vector<std::string>& edited,
                       const std::vector<std::string>& more)
    : program_((plots_folder() / "render.mjs").string()), presence_([this] { stop(); }) {
    std::vector<std::string> words{
        "node", program_, folder.string(), "--lang", language == Language::nb ? "nb" : "en", "--quiet", "--wait"};
    if (images) words.emplace_back("--images");
    for (const std::string& file : edited) {
        words.emplace_back("--edited");
        words.push_back(file);
    }
    words.insert(words.end(), more.begin(), more.end());
    start(std::move(words));
}

ChartMaker::ChartMaker(const std::string& script, const std::vector<std::string>& arguments)
    : program_((plots_folder() / script).string()), presence_([this] { stop(); }) {
    std::vector<std::string> words{"node", program_};
    words.insert(words.end(), arguments.begin(), arguments.end());
    words.emplace_back("--wait");
    start(std::move(words));
}

fs::path page_parts() {
    return folder_with("engine.wasm", "FRAMSYN_PAGE", "page",
                       fs::path(FRAMSYN_SOURCE_PLOTS).parent_path() / "build" / "wasm" / "page");
}

/// In a process group of its own, so that what it starts itself can be ended with it.
void ChartMaker::start(std::vector<std::string> words) {
    std::vector<char*> arguments;
    for (std::string& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    std::array<int, 2> pipe{};
    if (::pipe2(pipe.data(), O_CLOEXEC) != 0) throw not_started(errno);
    signal_ = pipe[1];
    posix_spawn_file_actions_t actions;
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawn_file_actions_adddup2(&actions, pipe[0], STDIN_FILENO);
    posix_spawnattr_t attributes;
    ::posix_spawnattr_init(&attributes);
    ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);
    pid_t child = 0;
    const int error = ::posix_spawnp(&child, "node", &actions, &attributes, arguments.data(), environ);
    ::posix_spawnattr_destroy(&attributes);
    ::posix_spawn_file_actions_destroy(&actions);
    ::close(pipe[0]);
    if (error != 0) {
        hang_up();
        throw not_started(error);
    }
    child_ = child;
}

void ChartMaker::stop() {
    const int child = child_.exchange(0);
    if (child == 0) return;
    constexpr int attempts = 30;
    constexpr std::chrono::milliseconds look_again{10};
    ::kill(-child, SIGTERM);
    hang_up();
    for (int i = 0; i < attempts; ++i) {
        if (::waitpid(child, nullptr, WNOHANG) != 0) return;
        std::this_thread::sleep_for(look_again);
    }
    ::kill(-child, SIGKILL);
    ::waitpid(child, nullptr, 0);
}

void ChartMaker::kill() {
    const int child = child_.exchange(0);
    if (child == 0) return;
    ::kill(-child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    hang_up();
}

void ChartMaker::hang_up() {
    if (signal_ >= 0) ::close(signal_);
    signal_ = -1;
}

void ChartMaker::begin() {
    // A program that has ended already is told of by finish().
    [[maybe_unused]] const ssize_t told = ::write(signal_, "\n", 1);
}

ChartsFailed ChartMaker::failed() const {
    if (fs::path(program_).filename() == "make_page.mjs")
        return ChartsFailed(program_, {"siden kunne ikke lages", "the page could not be made"});
    return ChartsFailed(program_, {"figurene kunne ikke tegnes", "the charts could not be drawn"});
}

void ChartMaker::must_be_there() {
    const int child = child_;
    if (child == 0 || ::waitpid(child, nullptr, WNOHANG) != child) return;
    child_ = 0;
    throw failed();
}

std::exception_ptr ChartMaker::outcome(const std::atomic<bool>* interrupted) {
    try {
        finish(interrupted);
    } catch (const ChartsFailed&) {
        return std::current_exception();
    } catch (const BadInput&) {
        return std::current_exception();
    }
    return nullptr;
}

void ChartMaker::finish(const std::atomic<bool>* interrupted) {
    constexpr std::chrono::milliseconds look_again{10};
    int status = 0;
    const int child = child_;
    for (int ended = 0; ended != child; ended = ::waitpid(child, &status, WNOHANG)) {
        if (ended < 0 && errno != EINTR) throw failed();
        if (interrupted && interrupted->load()) {
            throw Interrupted(); // whoever owns this decides how it is stopped
        }
        std::this_thread::sleep_for(look_again);
    }
    child_ = 0;
    hang_up();
    if (WIFEXITED(status) && WEXITSTATUS(status) == 2)
        throw BadInput(Problems{}); // it has said what is wrong with the folder's files
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) throw failed();
}

} // namespace framsyn::app
