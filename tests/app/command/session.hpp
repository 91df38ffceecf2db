#pragma once

#include "tests/app/temporary_folder.hpp"

#include <sys/wait.h>

#include <cstdlib>
#include <filesystem>
#include <string>

namespace framsyn::app::testing {

/// A sanitizer maps terabytes of addresses and files of its own, so that no limit can be put on them.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr bool may_be_limited = false;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
inline constexpr bool may_be_limited = false;
#else
inline constexpr bool may_be_limited = true;
#endif
#else
inline constexpr bool may_be_limited = true;
#endif

/// Runs the command in a folder of its own; everything it prints is kept.
class Session {
  public:
    Session() {
        there_.write(
            "plots/render.mjs",
            "import { writeFileSync } from 'node:fs';\n"
            "for await (const told of process.stdin) break;\n"
            "if (process.env.CHARTS_FAIL) process.exit(Number(process.env.CHARTS_FAIL));\n"
            "writeFileSync(process.argv[2] + '/report.html', 'edited: ' + process.argv.slice(3).join(' '));\n");
    }

    int run(const std::string& arguments, const std::string& environment = "") {
        return run_under("env " + environment, arguments);
    }

    /// `under`: the command that runs the program.
    int run_under(const std::string& under, const std::string& arguments) {
        const std::string line = "export FRAMSYN_PLOTS=plots; cd '" + there_.path().string() + "' && " + under +
                                 " '" FRAMSYN_COMMAND "' " + arguments + " >out.txt 2>err.txt </dev/null";
        const int status = std::system(line.c_str());
        return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    }

    const std::filesystem::path& path() const { return there_.path(); }
    std::string out() const { return there_.read("out.txt"); }
    std::string err() const { return there_.read("err.txt"); }
    std::string file(const std::string& name) const { return there_.read(name); }
    void write(const std::string& name, const std::string& text) const { there_.write(name, text); }
    std::filesystem::path path(const std::string& name) const { return there_.path() / name; }
    bool exists(const std::string& name) const { return std::filesystem::exists(there_.path() / name); }
    /// Entries of a folder that begin with a point.
    std::size_t hidden(const std::string& name) const {
        std::size_t count = 0;
        for (const auto& entry : std::filesystem::directory_iterator(there_.path() / name))
            if (entry.path().filename().string().starts_with(".")) ++count;
        return count;
    }
    std::size_t entries() const {
        return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(there_.path()), {}));
    }

  private:
    TemporaryFolder there_;
};

} // namespace framsyn::app::testing
