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

TEST_CASE("the same in English, and what is not known comes as the parser put it, in English only") {
    CHECK(complaint("a = 20 00\n", Language::en) == "f.toml:1:8: \"0\" after the value; expected the end of the line");
    CHECK(complaint("a == 1\n", Language::en).find("this is not a value") != std::string::npos);
    const Text unknown = toml_message("Error while parsing something: a new complaint");
    CHECK(unknown.nb == "dette kan ikke leses som TOML");
    CHECK(unknown.en == "this can't be read as TOML: Error while parsing something: a new complaint");
    CHECK(toml_message("").en == "this can't be read as TOML: ");
    CHECK(toml_message("'").en == "this can't be read as TOML: '");
}

TEST_CASE("numbers, codes, names and lists that TOML doesn't take are told of in Norwegian too") {
    CHECK(complaint("a = 99999999999999999999\n") == "f.toml:1:25: tallet «99999999999999999999» er for stort");
    CHECK(complaint("a = 1__0\n").find("understrek i et tall må stå mellom to siffer") != std::string::npos);
    CHECK(complaint("a = 0x\n").find("ugyldig tall") != std::string::npos);
    CHECK(complaint("a = 1e\n").find("ugyldig tall; et desimaltall skrives som 0.85") != std::string::npos);
    CHECK(complaint("a = +x\n").find("ikke en verdi") != std::string::npos);
    CHECK(complaint("a = \"\\u00zz\"\n").find("ugyldig tegnkode") != std::string::npos);
    CHECK(complaint("a = \"\\x41\"\n").find("er ingen kode i en tekst") != std::string::npos);
    CHECK(complaint("[]\n").find("overskriften er tom") != std::string::npos);
    CHECK(complaint("[ [a]]\n").find("klammene i [[navn]] må stå inntil hverandre") != std::string::npos);
    CHECK(complaint("a = { x = 1 }\na.y = 2\n").find("foran punktumet er gitt før") != std::string::npos);
    CHECK(complaint("\"\"\"a\"\"\" = 1\n").find("et navn kan ikke gå over flere linjer") != std::string::npos);
    CHECK(complaint("a = 12:61\n").find("ugyldig klokkeslett") != std::string::npos);
    CHECK(complaint("a = " + std::string(300, '[')).find("for mange lister inne i hverandre") != std::string::npos);
}

TEST_CASE("no message of the parser's own comes through into Norwegian") {
    for (const char* toml : {"a = tru\n",
                             "a = 2026-1-1\n",
                             "a = 25:00:00\n",
                             "a = 2026-01-01T\n",
                             "a = 1.e3\n",
                             "a = 0b2\n",
                             "a = .5\n",
                             "a = _1\n",
                             "a = 1.2.3\n",
                             "a = in\n",
                             "a = nanx\n",
                             "a = \"\"\"x\n",
                             "a = 'x\n",
                             "a = [1,,2]\n",
                             "a = {,}\n",
                             "[a]]\n",
                             "[[a]\n",
                             "[a\n]\n",
                             "a.\n",
                             ".a = 1\n",
                             "a = 1 b = 2\n",
                             "a = \"\\q\"\n",
                             "a = \"\\ud800\"\n",
                             "a = 1\n[a]\n",
                             "[[a]]\n[a]\n",
                             "a = [1]\n[[a]]\n",
                             "a\rb = 1\n",
                             "a = 1\rb = 2\n",
                             "a = 1\x0b\n",
                             "a = \"\x08\"\n",
                             "# \x08\n",
                             "a = 0x1p3\n",
                             "a = 1e400\n",
                             "a = -\n",
                             "= 1\n",
                             "a = 1e99999\n",
                             "a = 2026-02-30\n",
                             "a",
                             "a.b"}) {
        const std::string said = complaint(toml);
        CAPTURE(toml, said);
        CHECK(said.rfind("f.toml:", 0) == 0);
        for (const char* english :
             {"noe annet", "expected", "saw ", "Error", "prohibited", "may not", "must", "could", " TOML"}) {
            CHECK(said.find(english) == std::string::npos);
        }
    }
}

TEST_CASE("a file that is no UTF-8 text is told of by its true reason, where the first letter shows it") {
    std::string utf16 = "\xFF\xFE";
    for (const char letter : std::string("schema = 1\n")) utf16 += std::string{letter, '\0'};
    const std::string reason = "filen er lagret som UTF-16 («Unicode»); lagre den på nytt med koding UTF-8";
    CHECK(complaint(utf16) == "f.toml:1:1: " + reason);
    CHECK(complaint(utf16.substr(2)) == "f.toml:1:1: " + reason);
    CHECK(complaint("a = 1\nb = \"Troms\xF8\"\n") ==
          "f.toml:2:11: filen er ikke lagret som UTF-8; lagre den på nytt med koding UTF-8");
    CHECK(complaint("PK\x03\x04").find("er en zip-fil") != std::string::npos);
    CHECK(complaint(std::string("a = \"x\0y\"\n", 10)).find("er ikke en tekstfil") != std::string::npos);
    CHECK(complaint("\xEF\xBB\xBF"
                    "a = 1\n")
              .empty());
}

TEST_CASE("a control character is named where it stands") {
    CHECK(complaint("a = \"x\x08\"\n") == "f.toml:1:7: tegnet U+0008 kan ikke stå i en scenariofil");
    CHECK(complaint("a = 1 # \x0c\n") == "f.toml:1:9: tegnet U+000C kan ikke stå i en scenariofil");
    CHECK(complaint("a = 1\r\nb = \"\t\"\r\n").empty());
    CHECK(complaint("a = 1\rb = 2\r").find("linjeskift fra gamle Mac-er") != std::string::npos);
}
