#include "app/command/charts.hpp"

#include "app/command/run_control.hpp"
#include "app/ground/problems.hpp"

#include <fmt/format.h>

#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <stdexcept>

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

void draw_charts(const fs::path& folder, Language language, const std::vector<std::string>& edited) {
    const fs::path program = plots_folder() / "render.mjs";
    std::vector<std::string> words{
        "node", program.string(), folder.string(), "--lang", language == Language::nb ? "nb" : "en", "--quiet"};
    for (const std::string& file : edited) {
        words.emplace_back("--edited");
        words.push_back(file);
    }
    std::vector<char*> arguments;
    for (std::string& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);

    pid_t child = 0;
    const int error = ::posix_spawnp(&child, "node", nullptr, nullptr, arguments.data(), environ);
    if (error != 0) {
        throw std::runtime_error(fmt::format("node: {} (Node.js 18 or newer draws the charts)", std::strerror(error)));
    }
    int status = 0;
    while (::waitpid(child, &status, 0) < 0) {
        if (errno != EINTR) throw std::runtime_error("node: lost the process that draws the charts");
    }
    if (WIFSIGNALED(status) && WTERMSIG(status) == SIGINT) throw Interrupted();
    if (WIFEXITED(status) && WEXITSTATUS(status) == 2)
        throw BadInput(Problems{}); // it has said what is wrong with the folder's files
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
        throw std::runtime_error(fmt::format("{}: the charts could not be drawn", program.string()));
    }
}

} // namespace framsyn::app
