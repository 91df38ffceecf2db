#pragma once

#include "app/command/common.hpp"

#include <CLI/CLI.hpp>

#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace framsyn::app {

/// The verbs of a command line: each with its options and what it does once they are read.
class Verbs {
  public:
    using Action = std::function<void(const CommonOptions&)>;

    /// Both outlive the verbs: options that every verb may have are read into `options`.
    Verbs(CLI::App& app, CommonOptions& options) : app_(app), options_(options) {}

    /// A text in the language of the help.
    std::string say(const std::string& nb, const std::string& en) const {
        return options_.language == Language::nb ? nb : en;
    }

    CLI::App& app() { return app_; }

    /// A verb with what all have: help, language, and to be quiet.
    CLI::App& verb(const char* name, const std::string& help) { return below(app_, name, help); }
    /// A verb of a verb.
    CLI::App& below(CLI::App& parent, const char* name, const std::string& help);
    /// A verb that reads a scenario, which its options may change.
    CLI::App& scenario_verb(const char* name, const std::string& help);

    void add_threads(CLI::App& verb);
    /// Options that more than one verb has, with the same words.
    void add_force_results(CLI::App& verb, bool& force);
    void add_force_file(CLI::App& verb, bool& force);

    /// What a verb does; a verb of a verb after its parent.
    void does(const CLI::App& verb, Action action) { actions_.emplace_back(&verb, std::move(action)); }

    /// Does what was asked for.
    void act() const;

  private:
    CLI::App& app_;
    CommonOptions& options_;
    std::string lang_; ///< read before all others, for the help; here only so that it is known
    std::vector<std::pair<const CLI::App*, Action>> actions_;
};

} // namespace framsyn::app
