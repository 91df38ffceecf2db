// Faulty actions of every kind, each with exactly what is said of it in both languages: faulty_actions.txt beside this file,
// where a case is its name, its lines on top of the Helse Nord baseline, and the messages (nb:, en:) in their order.
#include "app/ground/disk/files.hpp"
#include "tests/app/scenario_copy.hpp"
#include "tests/catch.hpp"

#include <set>
#include <sstream>
#include <string>
#include <vector>

using namespace framsyn;
using namespace framsyn::app;

namespace {

struct Faulty {
    std::string name, lines;
    std::vector<std::string> nb, en;
};

std::vector<Faulty> faulty_actions() {
    std::istringstream text(read_file(FAULTY_ACTIONS, "faulty_actions.txt"));
    std::vector<Faulty> cases;
    for (std::string line; std::getline(text, line);) {
        if (line.starts_with("== ")) {
            cases.push_back({line.substr(3), "", {}, {}});
        } else if (line.starts_with("nb: ")) {
            cases.back().nb.push_back(line.substr(4));
        } else if (line.starts_with("en: ")) {
            cases.back().en.push_back(line.substr(4));
        } else {
            cases.back().lines += line + "\n";
        }
    }
    return cases;
}

} // namespace

TEST_CASE("every faulty action is refused with the words that stand beside it, in both languages") {
    const std::vector<Faulty> cases = faulty_actions();
    CHECK(cases.size() >= 80);
    std::set<std::string> kinds;
    framsyn::app::testing::ScenarioCopy copy("helse-nord");
    for (const Faulty& faulty : cases) {
        INFO(faulty.name);
        copy.write("w.toml", "schema = 1\nextends = \"baseline.toml\"\n" + faulty.lines);
        Problems problems;
        try {
            copy.scenario({}, "w.toml");
        } catch (const BadInput& bad) {
            problems = bad.problems();
        }
        CHECK(problems.lines(Language::nb) == faulty.nb);
        CHECK(problems.lines(Language::en) == faulty.en);
        CHECK_FALSE(faulty.nb.empty());
        const std::size_t kind = faulty.lines.find("kind = \"");
        if (kind != std::string::npos)
            kinds.insert(faulty.lines.substr(kind + 8, faulty.lines.find('"', kind + 8) - kind - 8));
    }
    for (const std::string& kind : names_in(study::action_kinds)) CHECK(kinds.count(kind) == 1);
}
