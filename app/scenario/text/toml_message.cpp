#include "app/scenario/text/toml_message.hpp"

#include <fmt/format.h>

#include <string_view>

namespace framsyn::app {
namespace {

struct Translation {
    std::string_view where;  ///< what was being read; empty: anything
    std::string_view what;   ///< part of what the parser says
    std::string_view nb, en; ///< {} is what was found or named
};

// In this order: the first that fits.
constexpr Translation translations[] = {
    {"", "expected a comment or whitespace, saw", "etter verdien står {}; ventet slutten av linjen",
     "{} after the value; expected the end of the line"},
    {"", "expected value, saw", "mangler en verdi etter «=»; fant {}", "no value after \"=\"; found {}"},
    {"", "expected '=', saw", "ventet «=» etter navnet; fant {}", "expected \"=\" after the name; found {}"},
    {"", "unknown escape sequence", "{} er ingen kode i en tekst; en omvendt skråstrek skrives \\\\",
     "{} is no code in a text; a backslash is written \\\\"},
    {"", "control characters other than TAB", "teksten har ikke anførselstegn til slutt på samme linje",
     "the text has no closing quote on its line"},
    {"table header", "cannot redefine existing", "overskriften {} står to ganger", "the heading {} stands twice"},
    {"", "cannot redefine existing", "{} er gitt to ganger", "{} is given twice"},
    {"string", "encountered end-of-file", "teksten har ikke anførselstegn til slutt", "the text has no closing quote"},
    {"array", "", "listen er ikke riktig: den skrives [a, b, c] og må avsluttes med «]»",
     "the list is not right: it is written [a, b, c] and must end with \"]\""},
    {"inline table", "", "«{{ … }}» må stå på én linje, med komma mellom feltene, og avsluttes med «}}»",
     "\"{{ … }}\" must stand on one line, with commas between its entries, and end with \"}}\""},
    {"table header", "expected ']', saw", "overskriften må avsluttes med «]»; fant {}",
     "the heading must end with \"]\"; found {}"},
    {"", "leading zeroes are prohibited", "et tall kan ikke begynne med 0", "a number must not begin with 0"},
    {"date", "", "ugyldig dato; ventet ÅÅÅÅ-MM-DD", "not a date; expected YYYY-MM-DD"},
    {"boolean", "", "ventet true eller false", "expected true or false"},
    {"", "expected keys, tables, whitespace or comments, saw",
     "linjen begynner med {}; ventet et navn eller en [overskrift]",
     "the line begins with {}; expected a name or a [heading]"},
    {"", "invalid utf-8", "filen er ikke lagret som UTF-8; lagre den på nytt med koding UTF-8",
     "the file isn't saved as UTF-8; save it again with the encoding UTF-8"},
    {"", "could not determine value type", "dette er ikke en verdi; tekst skrives i anførselstegn",
     "this is not a value; text is written in quotes"},
};

/// What the parser puts between its last pair of quotes, or nothing.
std::string_view quoted_in(std::string_view text) {
    const std::size_t last = text.rfind('\'');
    if (last == std::string_view::npos || last == 0) return {};
    const std::size_t first = text.rfind('\'', last - 1);
    return first == std::string_view::npos ? std::string_view{} : text.substr(first + 1, last - first - 1);
}

Text found(std::string_view text) {
    const std::string_view inside = quoted_in(text);
    if (inside == "\\n" || inside == "\\r") return {"slutten av linjen", "the end of the line"};
    if (inside.empty()) return {"noe annet", "something else"};
    return {fmt::format("«{}»", inside), fmt::format("\"{}\"", inside)};
}

} // namespace

Text toml_message(const std::string& description) {
    const std::string_view text(description);
    constexpr std::string_view begins = "Error while parsing ";
    const std::size_t colon = text.find(": ");
    const std::string_view where = text.substr(0, begins.size()) == begins && colon != std::string_view::npos
                                       ? text.substr(begins.size(), colon - begins.size())
                                       : std::string_view{};
    const std::string_view what = colon == std::string_view::npos ? text : text.substr(colon + 2);
    for (const Translation& translation : translations) {
        if (!translation.where.empty() && where.find(translation.where) == std::string_view::npos) continue;
        if (what.find(translation.what) == std::string_view::npos) continue;
        const Text named = found(what);
        return {fmt::format(fmt::runtime(translation.nb), named.nb),
                fmt::format(fmt::runtime(translation.en), named.en)};
    }
    return {"ugyldig TOML: " + description, "not valid TOML: " + description};
}

} // namespace framsyn::app
