#include "app/start/what_if.hpp"

#include "app/scenario/read/read_scenario.hpp"
#include "app/start/what_if_blocks.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <sstream>

namespace framsyn::app {
namespace {

/// The same files, and one more that isn't written yet.
class WithOneMore : public Files {
  public:
    WithOneMore(const Files& files, std::string path, std::string text)
        : files_(files), path_(std::move(path)), text_(std::move(text)) {}

    std::optional<Text> fault(const std::string& path) const override {
        return is_it(path) ? std::nullopt : files_.fault(path);
    }
    bool leads_out(const std::string& path, const std::string& folder) const override {
        return !is_it(path) && files_.leads_out(path, folder);
    }
    std::string read(const std::string& path) const override { return is_it(path) ? text_ : files_.read(path); }

  private:
    bool is_it(const std::string& path) const {
        return std::filesystem::path(path).lexically_normal() == std::filesystem::path(path_).lexically_normal();
    }

    const Files& files_;
    std::string path_, text_;
};

std::string head(const std::string& base) {
    return fmt::format("schema = 1\nextends = \"{}\"\n", std::filesystem::path(base).filename().string());
}

/// What is wrong with a block on top of the base; nothing where it checks.
std::string fault_in(const Files& files, const std::string& base, const std::string& path, const std::string& block,
                     Language language) {
    try {
        read_scenario(WithOneMore(files, path, head(base) + "\n" + block), path);
    } catch (const BadInput& bad) {
        const std::string line = bad.problems().lines(language).front();
        const std::size_t message = line.find(": ");
        return message == std::string::npos ? line : line.substr(message + 2);
    }
    return "";
}

std::string commented(const std::string& mark, const std::string& text) {
    std::istringstream lines(text);
    std::string out;
    for (std::string line; std::getline(lines, line);) out += mark + line + "\n";
    return out;
}

/// The editor's line of the base, which fits beside it.
std::string schema_line(const std::string& text) {
    return text.starts_with("#:schema ") ? text.substr(0, text.find('\n') + 1) : "";
}

Text introduction(const WrittenScenario& base, const std::string& file) {
    return {
        fmt::format("Hva om …? Bygger på {}: {}.\n"
                    "Her står bare det som er annerledes. Fjern «# » foran linjene i de blokkene du vil bruke, og bytt "
                    "tall, datoer og navn.\n"
                    "Kontroller med «framsyn check», og se svaret med «framsyn project» (uten pasienter) eller "
                    "«framsyn run».\n",
                    file, base.title.nb),
        fmt::format(
            "What if …? Built on {}: {}.\n"
            "Only what differs stands here. Take away \"# \" in front of the lines of the blocks that you want, "
            "and change numbers, dates and names.\n"
            "Check it with \"framsyn check\", and see the answer with \"framsyn project\" (no patients) or "
            "\"framsyn run\".\n",
            file, base.title.en)};
}

constexpr const char* title_block = "[scenario]\ntitle = \"Hva om …?\"\ntitle_en = \"What if …?\"\n";

} // namespace

std::string new_what_if(const Files& files, const std::string& base, const std::string& path, Language language) {
    const WrittenScenario scenario = read_scenario(files, base);
    const std::string file = std::filesystem::path(base).filename().string();
    std::string text =
        schema_line(files.read(base)) + commented("## ", introduction(scenario, file).in(language)) + head(base);
    text += "\n" +
            commented("## ", language == Language::nb ? "Navn i rapporten; ellers filens navn."
                                                      : "Its title in the report; otherwise the file's name.") +
            commented("# ", title_block);
    for (const WhatIfBlock& block : what_if_blocks(scenario)) {
        const std::string& lines = block.toml.in(language);
        const std::string fault = fault_in(files, base, path, lines, language);
        text += "\n" + commented("## ", block.about.in(language));
        text +=
            fault.empty()
                ? commented("# ", lines)
                : commented("## ", (language == Language::nb ? "(Ikke i dette grunnlaget: " : "(Not on this base: ") +
                                       fault + ")");
    }
    return text;
}

} // namespace framsyn::app
