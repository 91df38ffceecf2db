#include "app/command/line/usage_errors.hpp"

#include "app/ground/found_text.hpp"
#include "app/ground/problems.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>

namespace framsyn::app {
namespace {

/// In one language.
class UsageErrors {
  public:
    UsageErrors(const CLI::App& app, Language language) : app_(app), nb_(language == Language::nb) {}

    /// What is wrong with the command line, with the nearest valid word where one is unknown.
    std::string explain(const CLI::ParseError& error, const std::vector<std::string>& words) const {
        const std::vector<CLI::App*> verbs = app_.get_subcommands();
        if (verbs.empty()) return explain_verb(words);
        // The library's texts begin with a name or end with the words in question after a colon.
        const std::string kind = error.get_name();
        std::string text = error.what();
        const std::string first = text.substr(0, text.find_first_of(" :"));
        const std::size_t colon = text.rfind(": ");
        const std::string last = text.substr(colon == std::string::npos ? 0 : colon + 2);
        if (dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr) return explain_extra(*verbs.front(), last);
        if (kind == "RequiredError") return say("mangler " + first, first + " is missing");
        if (kind == "ArgumentMismatch") {
            const auto times = std::count_if(words.begin(), words.end(), [&](const std::string& word) {
                return word == first || word.starts_with(first + "=");
            });
            return times > 1 ? say(first + " kan bare gis én gang", first + " can be given only once")
                             : say(first + " mangler en verdi", first + " needs a value");
        }
        if (kind == "ConversionError") return explain_number(last);
        if (first == "--threads") return say("--threads: ventet 1 til 1024", "--threads: expected 1 to 1024");
        if (first == "TABLE")
            return say("TABLE: ventet ssb-07459, ssb-13942, ssb-13982, ssb-14288, ssb-14746, ssb-14820 eller xlsx",
                       "TABLE: expected ssb-07459, ssb-13942, ssb-13982, ssb-14288, ssb-14746, ssb-14820 or xlsx");
        if (first == "WHAT") return say("WHAT: ventet scenario eller results", "WHAT: expected scenario or results");
        if (first == "--by")
            return say("--by: ventet beds, stay eller admissions", "--by: expected beds, stay or admissions");
        if (first == "--lang") return say("--lang: ventet nb eller en", "--lang: expected nb or en");
        return say("forstår ikke " + shown(first), shown(text));
    }

  private:
    std::string say(const std::string& nb, const std::string& en) const { return nb_ ? nb : en; }

    /// `--seed = abc`, as the library puts it.
    std::string explain_number(const std::string& assignment) const {
        const std::string value = assignment.substr(assignment.rfind(' ') + 1);
        if (value.find_first_not_of("0123456789") == std::string::npos)
            return say("tallet er for stort: " + shown(assignment), "the number is too large: " + shown(assignment));
        if (value.starts_with('-') && value.find_first_not_of("0123456789", 1) == std::string::npos)
            return say("tallet kan ikke være negativt: " + shown(assignment),
                       "the number can't be negative: " + shown(assignment));
        return say("ventet et helt tall: " + shown(assignment), "expected a whole number: " + shown(assignment));
    }

    // The words that nobody asked for come last first; an unknown option matters more than its value.
    std::string explain_extra(const CLI::App& verb, const std::string& extras) const {
        const std::size_t begin = extras.rfind("--");
        const std::string word =
            begin == std::string::npos ? extras : extras.substr(begin, extras.find(' ', begin) - begin);
        std::vector<std::string> known;
        for (const CLI::Option* option : verb.get_options()) known.push_back(option->get_name());
        const Text hint = did_you_mean(word, known);
        return say(fmt::format("{} tar ikke «{}»{}", verb.get_name(), shown(word), hint.nb),
                   fmt::format("{} does not take \"{}\"{}", verb.get_name(), shown(word), hint.en));
    }

    std::string explain_verb(const std::vector<std::string>& words) const {
        std::vector<std::string> known;
        for (const CLI::App* verb : app_.get_subcommands([](const CLI::App*) { return true; })) {
            known.push_back(verb->get_name());
        }
        const std::string all = fmt::format("{}", fmt::join(known, ", "));
        const auto is_verb = [](const std::string& word) { return !word.starts_with('-'); };
        const auto word = std::find_if(words.begin(), words.end(), is_verb);
        if (word == words.end()) return say("mangler en kommando: " + all, "a command is missing: " + all);
        const Text hint = did_you_mean(*word, known);
        return say(fmt::format("ukjent kommando «{}»{} (kjente: {})", shown(*word), hint.nb, all),
                   fmt::format("unknown command \"{}\"{} (known: {})", shown(*word), hint.en, all));
    }

    const CLI::App& app_;
    bool nb_;
};

} // namespace

std::string usage_error(const CLI::ParseError& error, const CLI::App& app, const std::vector<std::string>& words,
                        Language language) {
    return UsageErrors(app, language).explain(error, words);
}

} // namespace framsyn::app
