#include "app/scenario/text/toml_message.hpp"

#include "app/ground/found_text.hpp"

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
    {"comment", "", "kommentaren har et tegn som ikke kan stå i en tekstfil",
     "the comment has a character that can't stand in a text file"},
    {"unicode scalar sequence", "", "ugyldig tegnkode; den skrives \\u og fire tegn av 0–9 og A–F, som \\u00e5",
     "not a character's code; it is written \\u and four of 0–9 and A–F, as \\u00e5"},
    {"", "surrogates", "teksten har en tegnkode som ikke er noe tegn", "the text has a code that is no character"},
    {"", "is not representable in 64 bits", "tallet {} er for stort", "the number {} is too large"},
    {"", "numeric value too long", "tallet er for langt", "the number is too long"},
    {"", "underscores", "understrek i et tall må stå mellom to siffer",
     "an underscore in a number must stand between two digits"},
    {"", "exceeded maximum nested value depth", "for mange lister inne i hverandre",
     "too many lists inside each other"},
    {"", "is not supported in TOML", "{} er ingen kode i en tekst; en omvendt skråstrek skrives \\\\",
     "{} is no code in a text; a backslash is written \\\\"},
    {"", "line-ending backslashes",
     "en omvendt skråstrek i en tekst skrives \\\\, eller står sist på linjen i en tekst over flere linjer",
     "a backslash in a text is written \\\\, or stands last on its line in a text of several lines"},
    {"", "expected a comment or whitespace, saw", "etter verdien står {}; ventet slutten av linjen",
     "{} after the value; expected the end of the line"},
    {"", "expected value, saw", "mangler en verdi etter «=»; fant {}", "no value after \"=\"; found {}"},
    {"", "expected '=', saw", "ventet «=» etter navnet; fant {}", "expected \"=\" after the name; found {}"},
    {"", "unknown escape sequence", "{} er ingen kode i en tekst; en omvendt skråstrek skrives \\\\",
     "{} is no code in a text; a backslash is written \\\\"},
    {"", "control characters other than TAB", "teksten har ikke anførselstegn til slutt på samme linje",
     "the text has no closing quote on its line"},
    {"", "as dotted key-value pair", "navnet foran punktumet er gitt før, og kan ikke få flere nøkler her",
     "the name before the dot is given before, and can't get more keys here"},
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
    {"", "tables with blank bare keys", "overskriften er tom; ventet et navn", "the heading is empty; expected a name"},
    {"", "brackets must be contiguous", "klammene i [[navn]] må stå inntil hverandre",
     "the brackets of [[name]] must stand together"},
    {"", "into existing inline table", "{} kan ikke legges til: tabellen er skrevet {{ … }} et annet sted",
     "{} can't be added: its table is written {{ … }} elsewhere"},
    {"", "multi-line strings are prohibited in", "et navn kan ikke gå over flere linjer",
     "a name can't go over several lines"},
    {"", "expected bare key starting character", "ventet et navn; fant {}", "expected a name; found {}"},
    {"date", "", "ugyldig dato; ventet ÅÅÅÅ-MM-DD", "not a date; expected YYYY-MM-DD"},
    {"time", "", "ugyldig klokkeslett; et scenario har bare datoer, ÅÅÅÅ-MM-DD",
     "not a time of day; a scenario has dates only, YYYY-MM-DD"},
    {"floating-point", "", "ugyldig tall; et desimaltall skrives som 0.85",
     "not a number; decimals are written as 0.85"},
    {"integer", "", "ugyldig tall; et helt tall skrives med siffer alene, som 2040",
     "not a number; a whole number is written with digits alone, as 2040"},
    {"boolean", "", "ventet true eller false", "expected true or false"},
    {"", "expected keys, tables, whitespace or comments, saw",
     "linjen begynner med {}; ventet et navn eller en [overskrift]",
     "the line begins with {}; expected a name or a [heading]"},
    {"", "invalid utf-8", "filen er ikke lagret som UTF-8; lagre den på nytt med koding UTF-8",
     "the file isn't saved as UTF-8; save it again with the encoding UTF-8"},
    {"", "could not determine value type", "dette er ikke en verdi; tekst skrives i anførselstegn",
     "this is not a value; text is written in quotes"},
    {"", "as a value", "dette er ikke en verdi; tekst skrives i anførselstegn",
     "this is not a value; text is written in quotes"},
    {"", "line breaks in TOML", "linjen slutter med et tegn som ikke er noe linjeskift",
     "the line ends with a character that is no line break"},
    {"", "after '\\r'", "linjene skilles med linjeskift fra gamle Mac-er; lagre filen på nytt med linjeskift LF",
     "the lines end as those of old Macs do; save the file again with line ends LF"},
    {"", "encountered end-of-file", "filen slutter midt i noe; er den hel?",
     "the file ends amid something; is it whole?"},
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
    return {fmt::format("«{}»", shown(inside)), fmt::format("\"{}\"", shown(inside))};
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
    return {"dette kan ikke leses som TOML", "this can't be read as TOML: " + description};
}

} // namespace framsyn::app
