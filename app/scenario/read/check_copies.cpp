#include "app/scenario/read/check_copies.hpp"

#include "app/ground/found_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace framsyn::app {
namespace {

constexpr std::array<const char*, 6> lists_that_add{"action",           "change",    "factor",
                                                    "population_shock", "statement", "stock"};
/// Keys that say what an entry is called and where it is from, not what it does.
constexpr std::array<std::string_view, 8> words{"id",       "name",        "name_en",        "title",
                                                "title_en", "description", "description_en", "source"};

bool is_word(const std::string& key) {
    return std::find(words.begin(), words.end(), key) != words.end();
}

bool same(const Value& a, const Value& b);

bool same_list(const Array& a, const Array& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), same);
}

bool same_table(const Value& a, const Value& b) {
    const auto said = [](const Value& value) {
        return std::count_if(value.as<Table>()->begin(), value.as<Table>()->end(),
                             [](const Member& member) { return !is_word(member.key); });
    };
    if (said(a) != said(b)) return false;
    return std::all_of(a.as<Table>()->begin(), a.as<Table>()->end(), [&](const Member& member) {
        const Value* other = b.find(member.key);
        return is_word(member.key) || (other && same(member.value, *other));
    });
}

bool same(const Value& a, const Value& b) {
    if (a.data.index() != b.data.index()) return a.printed() == b.printed() && !a.as<Table>() && !b.as<Table>();
    if (a.as<Array>()) return same_list(*a.as<Array>(), *b.as<Array>());
    if (a.as<Table>()) return same_table(a, b);
    if (a.as<std::string>()) return *a.as<std::string>() == *b.as<std::string>();
    return a.printed() == b.printed();
}

std::string id_of(const Value& entry) {
    const Value* id = entry.find("id");
    const std::string* text = id ? id->as<std::string>() : nullptr;
    return text ? *text : "";
}

/// What entries must share to be the same, cheap to sort by: thousands of entries are compared with few others each.
std::string outline(const Value& entry) {
    std::vector<std::string> parts;
    for (const Member& member : *entry.as<Table>()) {
        if (!is_word(member.key)) parts.push_back(member.key + "=" + member.value.printed());
    }
    std::sort(parts.begin(), parts.end());
    return fmt::format("{}", fmt::join(parts, "\n"));
}

} // namespace

void remark_on_copies(const Value& root, Problems& remarks) {
    for (const char* list : lists_that_add) {
        const Value* entries = root.find(list);
        if (!entries || !entries->as<Array>()) continue;
        std::vector<std::pair<std::string, const Value*>> sorted;
        for (const Value& entry : *entries->as<Array>()) sorted.emplace_back(outline(entry), &entry);
        std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
        for (std::size_t i = 1; i < sorted.size(); ++i) {
            const Value& earlier = *sorted[i - 1].second;
            const Value& entry = *sorted[i].second;
            if (sorted[i - 1].first != sorted[i].first || !same(earlier, entry)) continue;
            const Text line = beside(earlier.at, entry.at);
            remarks.add(entry.at, {fmt::format("[[{}]] «{}» sier det samme som «{}» ({}); begge regnes med", list,
                                               shown(id_of(entry)), shown(id_of(earlier)), line.nb),
                                   fmt::format(R"([[{}]] "{}" says the same as "{}" ({}); both are counted)", list,
                                               shown(id_of(entry)), shown(id_of(earlier)), line.en)});
        }
    }
}

} // namespace framsyn::app
