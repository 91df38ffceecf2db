// The file of questions that `framsyn new` makes on top of a scenario.
#include "app/start/what_if.hpp"
#include "tests/app/scenario_copy.hpp"
#include "tests/catch.hpp"

#include <sstream>

using namespace framsyn;
using namespace framsyn::app;
using framsyn::app::testing::ScenarioCopy;

namespace {

/// Paragraphs of lines, as blank lines part them.
std::vector<std::string> paragraphs(const std::string& text) {
    std::vector<std::string> found(1);
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        if (line.empty())
            found.emplace_back();
        else
            found.back() += line + "\n";
    }
    return found;
}

/// The paragraph with its lines no longer comments, as a user makes them.
std::string uncommented(const std::string& paragraph) {
    std::istringstream lines(paragraph);
    std::string out;
    for (std::string line; std::getline(lines, line);) out += (line.starts_with("# ") ? line.substr(2) : line) + "\n";
    return out;
}

/// Whether there is anything in it to take out of its comment.
bool is_block(const std::string& paragraph) {
    return paragraph.find("\n# ") != std::string::npos;
}

std::string what_if_on(const ScenarioCopy& copy, Language language, const std::string& base = "baseline.toml") {
    return new_what_if(copy.files(), base, "what-if.toml", language);
}

} // namespace

TEST_CASE("each block of a new what-if checks when it is no longer a comment, alone and with all the others") {
    for (const char* folder : {"helse-nord", "mal"}) {
        for (const Language language : {Language::nb, Language::en}) {
            ScenarioCopy copy(folder);
            const std::string text = what_if_on(copy, language);
            INFO(text);
            copy.write("what-if.toml", text);
            CHECK(copy.problems("what-if.toml").empty()); // nothing is changed yet
            const std::vector<std::string> all = paragraphs(text);
            std::size_t blocks = 0;
            for (const std::string& paragraph : all) {
                if (!is_block(paragraph)) continue;
                ++blocks;
                copy.write("what-if.toml", all.front() + "\n" + uncommented(paragraph));
                INFO(uncommented(paragraph));
                CHECK(copy.problems("what-if.toml") == std::vector<std::string>{});
                const bool changes_something = !copy.scenario({}, "what-if.toml").differences.empty();
                CHECK(changes_something == (paragraph.find("[scenario]") == std::string::npos));
            }
            CHECK(blocks >= 14);
            copy.write("what-if.toml", uncommented(text));
            CHECK(copy.problems("what-if.toml") == std::vector<std::string>{});
        }
    }
}

TEST_CASE("a new what-if has every kind of action, and says why where the base has nothing for a question") {
    const std::string text = what_if_on(ScenarioCopy(), Language::nb);
    for (const std::string& kind : names_in(study::action_kinds)) {
        INFO(kind);
        CHECK(text.find("# kind = \"" + kind + "\"\n") != std::string::npos);
    }
    CHECK(text.find("(Ikke i dette grunnlaget") == std::string::npos);
    CHECK(text.starts_with("#:schema ../schema.json\n## Hva om …? Bygger på baseline.toml: Helse Nord"));
    // Tables that give every year have no other variants.
    CHECK(what_if_on(ScenarioCopy("mal"), Language::nb).find("(Ikke i dette grunnlaget: ") != std::string::npos);
    CHECK(what_if_on(ScenarioCopy("mal"), Language::en).find("(Not on this base: ") != std::string::npos);
}

TEST_CASE("a what-if can be begun on a what-if, and on people alone") {
    ScenarioCopy copy;
    const std::string text = what_if_on(copy, Language::nb, "ronvik-akutt.toml");
    CHECK(text.find("extends = \"ronvik-akutt.toml\"\n") != std::string::npos);
    const ScenarioCopy people("eksempel-femaar");
    const std::string of_people = what_if_on(people, Language::nb);
    CHECK(of_people.find("[[action]]") == std::string::npos);
    CHECK(of_people.find("# [[population_shock]]\n") != std::string::npos);
}
