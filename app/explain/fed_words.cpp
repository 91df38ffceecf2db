#include "app/explain/fed_words.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <vector>

namespace framsyn::app {
namespace {

template <class List>
auto find_by_id(const List& list, const std::string& id) -> decltype(&list.front()) {
    const auto found = std::find_if(list.begin(), list.end(), [&](const auto& entry) { return entry.id == id; });
    return found == list.end() ? nullptr : &*found;
}

Text fed_word(Fed fed) {
    switch (fed) {
    case Fed::population:
        return {"befolkning", "population"};
    case Fed::need:
        return {"behov", "need"};
    case Fed::capacity:
        return {"kapasitet", "capacity"};
    case Fed::gap:
        return {"gap", "gap"};
    case Fed::care:
        return {"simulering av pasienter", "simulated care"};
    case Fed::indicators:
        return {"indikatorer", "indicators"};
    }
    return {};
}

} // namespace

Text fed_words(const Feeds& feeds) {
    Text words;
    for (const Fed fed : feeds.what) {
        const Text word = fed_word(fed);
        words.nb += (words.nb.empty() ? "" : ", ") + word.nb;
        words.en += (words.en.empty() ? "" : ", ") + word.en;
    }
    if (feeds.what.empty() && feeds.note.nb.empty()) words = {"ingenting", "nothing"};
    if (feeds.note.nb.empty()) return words;
    if (words.nb.empty()) return feeds.note;
    return {words.nb + " (" + feeds.note.nb + ")", words.en + " (" + feeds.note.en + ")"};
}

Text where_words(const WrittenScenario& scenario, const Feeds& feeds) {
    if (feeds.what.empty()) return {};
    std::vector<std::string> trusts_nb, trusts_en, services_nb, services_en;
    for (const std::string& id : feeds.trusts) {
        const auto* trust = find_by_id(scenario.trusts, id);
        trusts_nb.push_back(trust ? trust->short_name : "utenfor regionen");
        trusts_en.push_back(trust ? trust->short_name : "outside the region");
    }
    for (const std::string& id : feeds.services) {
        const auto* service = find_by_id(scenario.services, id);
        services_nb.push_back(service ? service->name.nb : id);
        services_en.push_back(service ? service->name.en : id);
    }
    const auto joined = [](const std::vector<std::string>& names, const char* all) {
        return names.empty() ? std::string(all) : fmt::format("{}", fmt::join(names, ", "));
    };
    return {joined(trusts_nb, "alle helseforetak") + "; " + joined(services_nb, "alle tjenester"),
            joined(trusts_en, "all trusts") + "; " + joined(services_en, "all services")};
}

} // namespace framsyn::app
