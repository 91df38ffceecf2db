#include "app/start/region.hpp"

#include "app/scenario/schema/id_rule.hpp"
#include "app/scenario/schema/schema.hpp"
#include "app/start/template_texts.hpp"

#include <algorithm>
#include <sstream>

namespace framsyn::app {
namespace {

/// Lines of the other language are left out; those of this one become plain comments.
std::string in_language(const std::string& text, Language language) {
    const std::string mine = language == Language::nb ? "#nb " : "#en ";
    const std::string other = language == Language::nb ? "#en " : "#nb ";
    std::istringstream lines(text);
    std::string out;
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with(other)) continue;
        out += (line.starts_with(mine) ? "# " + line.substr(mine.size()) : line) + "\n";
    }
    return out;
}

std::string named(std::string text, std::string name) {
    std::replace(name.begin(), name.end(), ' ', '-');
    if (fault_in_id(name)) return text;
    const std::string written = "id = \"min-region\"";
    return text.replace(text.find(written), written.size(), "id = \"" + name + "\"");
}

} // namespace

std::vector<ResultFile> new_region(const std::string& name, Language language) {
    std::vector<ResultFile> files;
    for (const auto& [path, text] : template_texts()) {
        files.push_back({path, path == "baseline.toml" ? named(in_language(text, language), name) : text});
    }
    files.push_back({"schema.json", json_schema()});
    return files;
}

} // namespace framsyn::app
