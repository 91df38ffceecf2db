#include "app/scenario/schema/check_identity.hpp"

#include "app/ground/found_text.hpp"
#include "app/scenario/schema/scenario_sections.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>
#include <string_view>

namespace framsyn::app {
namespace {

/// Small letters (those of Latin-1 too), one blank for many and none at the ends.
std::string as_read(const std::string& name) {
    std::string read;
    for (std::size_t i = 0; i < name.size(); ++i) {
        const auto byte = static_cast<unsigned char>(name[i]);
        const auto before = static_cast<unsigned char>(i > 0 ? name[i - 1] : 0);
        const bool capital =
            (byte >= 'A' && byte <= 'Z') || (before == 0xC3 && byte >= 0x80 && byte <= 0x9E && byte != 0x97);
        if (byte == ' ' && (read.empty() || read.back() == ' ')) continue;
        read += static_cast<char>(capital ? byte + 0x20 : byte);
    }
    while (!read.empty() && read.back() == ' ') read.pop_back();
    return read;
}

class IdentityChecks {
  public:
    IdentityChecks(const Value& root, Problems& problems) : root_(root), problems_(problems) {}

    void check() {
        for (const Section& section : scenario_sections()) {
            const Value* entries = root_.find(section.name);
            if (!section.list || !entries || !entries->as<Array>()) continue;
            check_about_once(section, *entries->as<Array>());
            check_told_apart(section.name, *entries->as<Array>(), "id");
        }
        for (const char* list : {"trust", "service", "group"}) {
            const Value* entries = root_.find(list);
            if (!entries || !entries->as<Array>()) continue;
            check_told_apart(list, *entries->as<Array>(), "name");
            check_told_apart(list, *entries->as<Array>(), "name_en");
            check_told_apart(list, *entries->as<Array>(), "short");
        }
        check_shared_columns();
    }

  private:
    static const std::string* text_at(const Value& entry, const std::string& key) {
        const Value* value = entry.find(key);
        return value ? value->as<std::string>() : nullptr;
    }

    /// As a message prints it, but never cut: two long texts may begin alike.
    static std::string whole_text(const Value& value) {
        const std::string* text = value.as<std::string>();
        return text ? "\"" + *text + "\"" : value.printed();
    }

    /// A key that says in another's place what an entry is about: trusts instead of one trust.
    static bool stands_instead(const std::string& key) { return key == "trusts"; }

    /// What an entry is about, one text for each question that it answers; none where a key that counts has no text.
    static std::vector<std::string> subjects_of(const Section& section, const Value& entry) {
        std::vector<std::string> subjects{""};
        for (const std::string& key : section.about) {
            const Value* value = entry.find(key);
            if (!value && stands_instead(key)) continue;
            std::vector<std::string> names;
            if (value && value->as<Array>()) {
                for (const Value& item : *value->as<Array>()) names.push_back(whole_text(item));
            } else {
                names.push_back(value ? whole_text(*value) : "");
            }
            std::vector<std::string> longer;
            for (const std::string& subject : subjects) {
                for (const std::string& name : names) longer.push_back(subject + (subject.empty() ? "" : ", ") + name);
            }
            subjects = std::move(longer);
        }
        return subjects;
    }

    /// Two entries about one thing: one of them would win without a word.
    void check_about_once(const Section& section, const Array& entries) {
        if (section.about.empty()) return;
        std::map<std::string, const Value*> first;
        for (const Value& entry : entries) {
            for (const std::string& subject : subjects_of(section, entry)) {
                const auto [other, is_first] = first.emplace(subject, &entry);
                if (is_first || other->second == &entry) continue;
                const std::string* name = text_at(*other->second, "id");
                std::vector<std::string> about = section.about;
                about.erase(
                    std::remove_if(about.begin(), about.end(),
                                   [&](const std::string& key) { return stands_instead(key) && !entry.find(key); }),
                    about.end());
                const std::string keys = fmt::format("{}", fmt::join(about, ", "));
                const Text line = beside(other->second->at, entry.at);
                problems_.add(entry.at, {fmt::format("[[{}]] «{}» ({}) har samme {}: {}", section.name,
                                                     name ? shown(*name) : "?", line.nb, keys, shown(subject)),
                                         fmt::format("[[{}]] \"{}\" ({}) has the same {}: {}", section.name,
                                                     name ? shown(*name) : "?", line.en, keys, shown(subject))});
                break;
            }
        }
    }

    /// People, and file systems, take names that differ in capitals or blanks only for the same. Ids that are quite the
    /// same are entries that merge, or were refused when their file was read.
    void check_told_apart(const std::string& list, const Array& entries, const std::string& key) {
        std::map<std::string, const Value*> first;
        for (const Value& entry : entries) {
            const Value* value = entry.find(key);
            const std::string* name = value ? value->as<std::string>() : nullptr;
            if (!name) continue;
            const auto [other, is_first] = first.emplace(as_read(*name), value);
            if (is_first) continue;
            const std::string& earlier = *other->second->as<std::string>();
            if (key == "id" && earlier == *name) continue;
            const Text line = beside(other->second->at, value->at);
            problems_.add(value->at, {fmt::format("[[{}]] {} «{}» er ikke til å skille fra «{}» ({})", list, key,
                                                  shown(*name), shown(earlier), line.nb),
                                      fmt::format(R"([[{}]] {} "{}" can't be told from "{}" ({}))", list, key,
                                                  shown(*name), shown(earlier), line.en)});
        }
    }

    /// Ids that stand in one column of the results must tell things apart.
    void check_shared_columns() {
        std::map<std::string, const char*> services;
        const auto take = [&](const char* list, std::map<std::string, const char*>& taken) {
            const Value* entries = root_.find(list);
            if (!entries || !entries->as<Array>()) return;
            for (const Value& entry : *entries->as<Array>()) {
                const std::string* name = text_at(entry, "id");
                if (!name) continue;
                const auto [other, is_first] = taken.emplace(*name, list);
                if (is_first || std::string_view(other->second) == list) continue;
                problems_.add(
                    entry.find("id")->at,
                    {fmt::format("«{}» er allerede id for en {} og står i samme kolonne", shown(*name), other->second),
                     fmt::format("\"{}\" is the id of a {} already and stands in the same column", shown(*name),
                                 other->second)});
            }
        };
        take("service", services);
        take("group", services);
        std::map<std::string, const char*> trusts{{"region", "region"}, {"outside", "outside"}};
        take("trust", trusts);
    }

    const Value& root_;
    Problems& problems_;
};

} // namespace

void check_identity(const Value& root, Problems& problems) {
    IdentityChecks(root, problems).check();
}

} // namespace framsyn::app
