#include "app/import/municipality_names.hpp"

#include "app/import/words.hpp"

#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

namespace framsyn::app {
namespace {

struct County {
    std::string_view name;
    std::vector<std::string> codes; ///< the first two digits of its municipalities, of all times
};

const std::vector<County>& counties() {
    static const std::vector<County> all{{"oslo", {"03"}},
                                         {"rogaland", {"11"}},
                                         {"møre og romsdal", {"15"}},
                                         {"nordland", {"18"}},
                                         {"østfold", {"01", "30", "31"}},
                                         {"akershus", {"02", "30", "32"}},
                                         {"buskerud", {"06", "30", "33"}},
                                         {"viken", {"30"}},
                                         {"hedmark", {"04", "34"}},
                                         {"oppland", {"05", "34"}},
                                         {"innlandet", {"34"}},
                                         {"vestfold", {"07", "38", "39"}},
                                         {"telemark", {"08", "38", "40"}},
                                         {"vestfold og telemark", {"38"}},
                                         {"aust-agder", {"09", "42"}},
                                         {"vest-agder", {"10", "42"}},
                                         {"agder", {"42"}},
                                         {"hordaland", {"12", "46"}},
                                         {"sogn og fjordane", {"14", "46"}},
                                         {"vestland", {"46"}},
                                         {"sør-trøndelag", {"16", "50"}},
                                         {"nord-trøndelag", {"17", "50"}},
                                         {"trøndelag", {"50"}},
                                         {"troms", {"19", "54", "55"}},
                                         {"finnmark", {"20", "54", "56"}},
                                         {"troms og finnmark", {"54"}}};
    return all;
}

/// A name and the parts of a double one (`Hábmer - Hamarøy`), in lower case. `Sør-Varanger` is one name.
std::vector<std::string> names_in(const std::string& name) {
    const std::string whole = lowered(trimmed(name));
    std::vector<std::string> names{whole};
    std::size_t begin = 0;
    for (std::size_t mark = whole.find(" - "); mark != std::string::npos; mark = whole.find(" - ", begin)) {
        names.push_back(trimmed(whole.substr(begin, mark - begin)));
        begin = mark + 3;
    }
    if (begin > 0) names.push_back(trimmed(whole.substr(begin)));
    return names;
}

const County* county_named(const std::string& name) {
    for (const std::string& part : names_in(name)) {
        for (const County& county : counties()) {
            if (county.name == part) return &county;
        }
    }
    return nullptr;
}

/// The last year of `-2019`, `2020-2023`; 0 of `2020-`; nothing if it is no span of years.
std::optional<int> last_year_in(const std::string& years) {
    const std::size_t dash = years.find('-');
    if (dash == std::string::npos) return std::nullopt;
    const std::string first = trimmed(years.substr(0, dash));
    const std::string last = trimmed(years.substr(dash + 1));
    const auto is_year = [](const std::string& text) { return text.size() == 4 && all_digits(text); };
    if ((!first.empty() && !is_year(first)) || (!last.empty() && !is_year(last)) || (first + last).empty())
        return std::nullopt;
    return last.empty() ? 0 : std::stoi(last);
}

/// A name with what stands in brackets behind it taken off.
struct NameParts {
    std::string name;
    const County* county = nullptr;
    bool retired = false;
};

NameParts parts_of(const std::string& text) {
    NameParts parts{trimmed(text)};
    while (!parts.name.empty() && parts.name.back() == ')') {
        const std::size_t bracket = parts.name.rfind('(');
        if (bracket == std::string::npos || bracket == 0) break;
        const std::string inside = trimmed(parts.name.substr(bracket + 1, parts.name.size() - bracket - 2));
        const std::optional<int> last_year = last_year_in(inside);
        const County* county = county_named(inside);
        if (!last_year && !county) break;
        if (last_year) parts.retired = *last_year > 0;
        if (county) parts.county = county;
        parts.name = trimmed(parts.name.substr(0, bracket));
    }
    return parts;
}

bool lies_in(const County* county, const std::string& code) {
    return !county || std::find(county->codes.begin(), county->codes.end(), code.substr(0, 2)) != county->codes.end();
}

} // namespace

bool is_retired_name(const std::string& name) {
    return parts_of(name).retired;
}

bool same_municipality(const std::string& in_file, const std::string& name, const std::string& code) {
    const NameParts theirs = parts_of(in_file);
    const NameParts ours = parts_of(name);
    if (!lies_in(theirs.county, code) || !lies_in(ours.county, code)) return false;
    const std::vector<std::string> our_names = names_in(ours.name);
    const std::vector<std::string> their_names = names_in(theirs.name);
    return std::any_of(their_names.begin(), their_names.end(), [&](const std::string& part) {
        return std::find(our_names.begin(), our_names.end(), part) != our_names.end();
    });
}

} // namespace framsyn::app
