#include "app/import/activity/service_words.hpp"

#include "app/import/words.hpp"

#include <algorithm>
#include <initializer_list>

namespace framsyn::app {
namespace {

constexpr int oldest = 105;

bool is_one_of(const std::string& text, std::initializer_list<const char*> words) {
    return std::find(words.begin(), words.end(), text) != words.end();
}

bool has(const std::string& text, std::initializer_list<const char*> parts) {
    return std::any_of(parts.begin(), parts.end(),
                       [&](const char* part) { return text.find(part) != std::string::npos; });
}

std::string code_of(const Category& category) {
    return lowered(trimmed(category.code));
}
std::string label_of(const Category& category) {
    return lowered(trimmed(category.label));
}

} // namespace

std::optional<ServiceArea> service_area(const Category& category) {
    const std::string code = code_of(category);
    if (code == "som") return ServiceArea::somatic;
    if (code == "vop") return ServiceArea::adults;
    if (code == "bup") return ServiceArea::children;
    if (code == "tsb") return ServiceArea::addiction;
    if (code == "tot") return ServiceArea::total;
    const std::string label = label_of(category);
    if (is_one_of(label, {"i alt", "alle", "alle tjenesteområder", "totalt", "total", "all services"}))
        return ServiceArea::total;
    if (has(label, {"somati"})) return ServiceArea::somatic;
    if (has(label, {"voksne", "adults"})) return ServiceArea::adults;
    if (has(label, {"barn", "children"})) return ServiceArea::children;
    if (has(label, {"tsb", "rus", "tverrfaglig", "substance", "addiction"})) return ServiceArea::addiction;
    return std::nullopt;
}

std::string service_id(ServiceArea area) {
    switch (area) {
    case ServiceArea::somatic:
        return "somatikk";
    case ServiceArea::adults:
        return "phv";
    case ServiceArea::children:
        return "phbu";
    case ServiceArea::addiction:
        return "tsb";
    case ServiceArea::total:
        return "";
    }
    return "";
}

Counted counted_in(const Category& category) {
    const std::string code = code_of(category);
    const std::string label = label_of(category);
    if (code == "dognplass" || label.starts_with("døgnplasser") || label == "beds") return Counted::beds;
    if (code == "liggedag" || has(label, {"oppholdsdøgn", "liggedager", "liggedøgn"}) ||
        label.starts_with("bed-days") || label.starts_with("bed days"))
        return has(label, {"prosent", "per cent"}) ? Counted::other : Counted::bed_days;
    if (code == "sengedogn" || has(label, {"sengedøgn", "available bed"})) return Counted::open_days;
    if (code == "utskriv" || label.starts_with("utskrivninger") || label.starts_with("discharges"))
        return Counted::discharges;
    if (code == "beleggssb") return Counted::occupancy;
    const bool occupancy = label.starts_with("beleggsprosent") || label.starts_with("occupancy");
    return occupancy && !has(label, {"oecd"}) ? Counted::occupancy : Counted::other;
}

bool means_bed_days(const Category& category) {
    const std::string label = label_of(category);
    return code_of(category) == "oppholddogn" || has(label, {"oppholdsdøgn", "liggedager", "liggedøgn", "bed days"}) ||
           has(label, {"bed-days"});
}

bool means_all(const Category& category) {
    if (is_one_of(code_of(category), {"_t", "tot", "ialt", "999a", "0"})) return true;
    return is_one_of(label_of(category), {"i alt", "alle", "totalt", "total", "begge kjønn", "both sexes", "alle aldre",
                                          "alle aldersgrupper", "all", "all ages", "alle aktører"});
}

std::optional<AgeSpanRead> age_span(const Category& category) {
    for (const std::string& text : {label_of(category), code_of(category)}) {
        std::size_t at = 0;
        const auto number = [&]() -> std::optional<int> {
            const std::size_t begin = at;
            while (at < text.size() && text[at] >= '0' && text[at] <= '9') ++at;
            if (at == begin || at - begin > 3) return std::nullopt;
            return std::stoi(text.substr(begin, at - begin));
        };
        const std::optional<int> from = number();
        if (!from || *from > oldest) continue;
        if (has(text, {"eldre", "older", "over", "+"})) return AgeSpanRead{*from, oldest};
        if (at >= text.size() || text[at] != '-') continue;
        ++at;
        const std::optional<int> to = number();
        if (to && *to >= *from && *to <= oldest) return AgeSpanRead{*from, *to};
    }
    return std::nullopt;
}

} // namespace framsyn::app
