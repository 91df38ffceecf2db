// Files that aren't TOML: where, and in words for somebody who doesn't know TOML.
#include "app/ground/problems.hpp"
#include "app/scenario/text/toml_message.hpp"
#include "app/scenario/text/value.hpp"
#include "tests/catch.hpp"

#include <string>

using namespace framsyn;
using namespace framsyn::app;

namespace {

std::string complaint(const std::string& toml, Language language = Language::nb) {
    try {
        parse_toml(toml, "f.toml");
    } catch (const BadInput& bad) {
        return bad.problems().lines(language).front();
    }
    return "";
}

} // namespace

TEST_CASE("what a planner may well get wrong in a file is said in Norwegian, where it stands") {
    CHECK(complaint("a = 20 00\n") == "f.toml:1:8: etter verdien står «0»; ventet slutten av linjen");
    CHECK(complaint("a =\n") == "f.toml:1:4: mangler en verdi etter «=»; fant slutten av linjen");
    CHECK(complaint("a\n") == "f.toml:1:2: ventet «=» etter navnet; fant slutten av linjen");
    CHECK(complaint("a = \"x\nb = 1\n") == "f.toml:1:7: teksten har ikke anførselstegn til slutt på samme linje");
    CHECK(complaint("a = 1\n\na = 2\n") == "f.toml:3:5: «a» er gitt to ganger");
    CHECK(complaint("a = { x = 1, x = 2 }\n").find("«x» er gitt to ganger") != std::string::npos);
    CHECK(complaint("[run]\n[run]\n") == "f.toml:2:1: overskriften «run» står to ganger");
    CHECK(complaint("[run\n") == "f.toml:1:5: overskriften må avsluttes med «]»; fant slutten av linjen");
    CHECK(complaint("a = { x = 1\n}\n").find("må stå på én linje") != std::string::npos);
    CHECK(complaint("a = [1, 2\n").find("må avsluttes med «]»") != std::string::npos);
    CHECK(complaint("a = 2026-13-01\n").find("ugyldig dato; ventet ÅÅÅÅ-MM-DD") != std::string::npos);
    CHECK(complaint("a = 0,85\n").find("desimaltall skrives med punktum: 0.85") != std::string::npos);
    CHECK(complaint("a = 012\n").find("et tall kan ikke begynne med 0") != std::string::npos);
}

TEST_CASE("the same in English, and what is not known comes as the parser put it") {
    CHECK(complaint("a = 20 00\n", Language::en) == "f.toml:1:8: \"0\" after the value; expected the end of the line");
    CHECK(complaint("a == 1\n", Language::en).find("this is not a value") != std::string::npos);
    const Text unknown = toml_message("Error while parsing something: a new complaint");
    CHECK(unknown.nb == "ugyldig TOML: Error while parsing something: a new complaint");
    CHECK(unknown.en == "not valid TOML: Error while parsing something: a new complaint");
    CHECK(toml_message("").en == "not valid TOML: ");
    CHECK(toml_message("'").en == "not valid TOML: '");
}
