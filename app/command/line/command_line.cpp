#include "app/command/line/command_line.hpp"

#include "app/command/line/all_verbs.hpp"
#include "app/command/line/usage_errors.hpp"
#include "app/command/process/interruption.hpp"
#include "app/command/process/run_control.hpp"
#include "app/ground/disk/system_text.hpp"
#include "app/ground/failure.hpp"
#include "app/ground/problems.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <filesystem>
#include <new>
#include <string_view>
#include <system_error>

namespace framsyn::app {
namespace {

constexpr int failed = 1;
constexpr int bad_input = 2;
constexpr int was_interrupted = 130;

/// Language is needed before the command line is read, for its help texts.
Language language_in(int argc, const char* const* argv) {
    for (int i = 1; i < argc; ++i) {
        const std::string_view word = argv[i];
        if (word == "--lang=en" || (word == "--lang" && i + 1 < argc && std::string_view(argv[i + 1]) == "en"))
            return Language::en;
    }
    return Language::nb;
}

void print_problems(const Problems& problems, Language language) {
    for (const std::string& line : problems.lines(language)) fmt::print(stderr, "{}\n", line);
}

/// Whoever read what is printed has stopped, as `head` does: nobody is left to tell.
bool reader_is_gone(const std::exception& error) {
    const auto* system = dynamic_cast<const std::system_error*>(&error);
    return system && system->code().value() == EPIPE;
}

/// What went wrong while running. What the program didn't foresee keeps its technical words: they are for its makers.
Text text_of_failure(const std::exception& error) {
    if (const auto* failure = dynamic_cast<const Failure*>(&error)) return failure->text();
    if (const auto* files = dynamic_cast<const std::filesystem::filesystem_error*>(&error)) {
        return Failure(files->path1().string(), system_text(files->code().value())).text();
    }
    if (dynamic_cast<const std::bad_alloc*>(&error) != nullptr) return system_text(ENOMEM);
    if (const auto* system = dynamic_cast<const std::system_error*>(&error)) return system_text(system->code().value());
    return {fmt::format("feil i programmet; meld den gjerne: {}", error.what()),
            fmt::format("a fault of the program; please report it: {}", error.what())};
}

/// The command line: what it may ask for, and the answer.
class CommandLine {
  public:
    explicit CommandLine(Language language)
        : nb_(language == Language::nb),
          app_(nb_ ? "Framskriver behovet for døgnplasser og intensivsenger og setter det mot planlagt kapasitet."
                   : "Projects the need for inpatient and intensive care beds and sets it against planned capacity.",
               "framsyn"),
          options_(common(language)), verbs_(app_, options_) {
        app_.require_subcommand(1);
        app_.set_version_flag("--version", std::string("framsyn ") + FRAMSYN_VERSION,
                              nb_ ? "Skriv versjonen og avslutt" : "Print the version and exit");
        app_.set_help_flag("-h,--help", nb_ ? "Skriv denne hjelpen og avslutt" : "Print this help and exit");
        // In the order of the help.
        for (const auto add : {add_check, add_run, add_compare, add_explain, add_new, add_solve, add_plot, add_page,
                               add_import, add_export, add_sweep, add_tornado, add_schema})
            add(verbs_);
    }

    int run(int argc, const char* const* argv) {
        try {
            app_.parse(argc, argv);
        } catch (const CLI::Success& success) {
            return app_.exit(success);
        } catch (const CLI::ParseError& error) {
            fmt::print(stderr, "framsyn: {}\n",
                       usage_error(error, app_, {argv + 1, argv + argc}, nb_ ? Language::nb : Language::en));
            fmt::print(stderr, fmt::runtime(nb_ ? "Se framsyn --help.\n" : "See framsyn --help.\n"));
            return bad_input;
        }
        return execute();
    }

  private:
    static CommonOptions common(Language language) {
        CommonOptions options;
        options.language = language;
        options.interrupted = &Interruption::flag();
        return options;
    }

    int execute() {
        try {
            verbs_.act();
            // What is printed may still be on its way, and fail there.
            if (std::fflush(stdout) != 0 || std::ferror(stdout) != 0)
                throw std::system_error(errno != 0 ? errno : EIO, std::generic_category());
        } catch (const BadInput& bad) {
            print_problems(bad.problems(), options_.language);
            return bad_input;
        } catch (const Interrupted&) {
            return was_interrupted;
        } catch (const std::exception& error) {
            if (reader_is_gone(error)) return failed;
            fmt::print(stderr, "framsyn: {}\n", text_of_failure(error).in(options_.language));
            return Interruption::flag().load() ? was_interrupted : failed;
        }
        return 0;
    }

    bool nb_;
    CLI::App app_;
    CommonOptions options_;
    Verbs verbs_;
};

} // namespace

int run_program(int argc, const char* const* argv) {
    const Interruption interruption;
    return CommandLine(language_in(argc, argv)).run(argc, argv);
}

} // namespace framsyn::app
