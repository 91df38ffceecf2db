// The lines that the planners' guide gives to copy are read as they stand.
#include "app/ground/disk/files.hpp"
#include "tests/app/scenario_copy.hpp"
#include "tests/catch.hpp"

#include <string>
#include <vector>

using namespace framsyn;
using namespace framsyn::app;

namespace {

/// The guide's blocks of TOML that are whole what-ifs.
std::vector<std::string> what_ifs() {
    const std::string guide = read_file(DOCS "/planleggere.md", "planleggere.md");
    std::vector<std::string> blocks;
    const std::string begin = "```toml\n";
    for (std::size_t at = guide.find(begin); at != std::string::npos; at = guide.find(begin, at)) {
        at += begin.size();
        const std::string block = guide.substr(at, guide.find("```", at) - at);
        const bool shows_mistakes = block.find("id = \"feil\"") != std::string::npos;
        if (block.find("extends = ") != std::string::npos && !shows_mistakes) blocks.push_back(block);
    }
    return blocks;
}

} // namespace

TEST_CASE(
    "every what-if of the planners' guide is sound, and its remarks are none but those of patients without beds") {
    const std::vector<std::string> blocks = what_ifs();
    CHECK(blocks.size() >= 11);
    for (const std::string& block : blocks) {
        INFO(block);
        framsyn::app::testing::ScenarioCopy copy("helse-nord");
        copy.write("what-if.toml", block);
        const auto problems = copy.problems("what-if.toml");
        CHECK(problems == std::vector<std::string>{});
        if (!problems.empty()) continue;
        for (const std::string& remark : copy.scenario({}, "what-if.toml").remarks.lines(Language::en)) {
            INFO(remark);
            CHECK(remark.find("without limit") != std::string::npos);
        }
    }
}
