#include "app/import/levels/still_older.hpp"

#include "app/explain/input_age.hpp"
#include "app/scenario/read/read_scenario.hpp"

#include <fmt/format.h>

#include <vector>

namespace framsyn::app {
namespace {

constexpr std::size_t most_named = 5;

/// Titles, descriptions and notes among what is older: nobody renews them but who wrote them.
std::vector<std::string> words_among(const InputAges& ages) {
    std::vector<std::string> words;
    for (const AgedInput& input : ages.older) {
        const std::string key = input.address.substr(input.address.rfind('.') + 1);
        if (key == "title" || key == "description" || key == "note") words.push_back(input.address);
    }
    return words;
}

/// With its counts left aside where they don't agree yet.
WrittenScenario read_as_it_is(const Files& files, const std::string& scenario) {
    try {
        return read_scenario(files, scenario);
    } catch (const BadInput&) {
        Overrides overrides;
        overrides.counts = Counts::left_aside;
        return read_scenario(files, scenario, overrides);
    }
}

} // namespace

std::string still_older(const Files& files, const std::string& scenario, Language language) {
    const bool nb = language == Language::nb;
    const InputAges ages = ages_of(read_as_it_is(files, scenario));
    if (ages.older.empty()) return "";
    std::string text = fmt::format(fmt::runtime(nb ? "Fortsatt eldre enn {}: {} av {} inndata, de eldste fra {}.\n"
                                                   : "Still older than {}: {} of {} inputs, the oldest from {}.\n"),
                                   ages.newest, ages.older.size(), ages.inputs, ages.older.front().year);
    std::vector<std::string> words = words_among(ages);
    if (!words.empty()) {
        const std::size_t more = words.size() > most_named ? words.size() - most_named : 0;
        words.resize(words.size() - more);
        text += fmt::format(fmt::runtime(nb ? "Nevner bare eldre år, og må skrives om: {}"
                                            : "Name older years only, and must "
                                              "be rewritten: {}"),
                            fmt::join(words, ", "));
        if (more > 0) text += fmt::format(fmt::runtime(nb ? " og {} til" : " and {} more"), more);
        text += "\n";
    }
    return text + fmt::format(fmt::runtime(nb ? "Se alle: framsyn explain --older {}\n"
                                              : "See them all: framsyn explain "
                                                "--older {}\n"),
                              scenario);
}

} // namespace framsyn::app
