// Every form in which the StatBank's CSV comes must give the same table. The exports are made up here.
#include "app/import/words.hpp"
#include "tests/app/import/import_example.hpp"
#include "tests/catch.hpp"

using namespace framsyn;
using namespace framsyn::app;
using namespace framsyn::app::testing;

namespace {

std::string latin_1(const std::string& utf8) {
    std::string out;
    for (std::size_t i = 0; i < utf8.size(); ++i) {
        if (utf8[i] == '\xC3') {
            out += static_cast<char>(static_cast<unsigned char>(utf8[++i]) + 0x40);
        } else if (utf8[i] == '\xC2') {
            out += utf8[++i];
        } else {
            out += utf8[i];
        }
    }
    return out;
}

void check_same(const std::string& text) {
    const ImportOutcome outcome = import_text(text);
    CHECK(outcome.lines == std::vector<std::string>{});
    CHECK(outcome.content == example_result());
}

} // namespace

TEST_CASE("an export with years as columns becomes the table of a scenario") {
    check_same(example_csv(usual_form()));
}

TEST_CASE("a byte order mark, Latin-1 and Windows line ends change nothing") {
    ExampleForm form = usual_form();
    check_same("\xEF\xBB\xBF" + example_csv(form));
    check_same(latin_1(example_csv(form)));
    form.line_end = "\r\n";
    check_same(latin_1(example_csv(form)));
}

TEST_CASE("bytes of Windows-1252 beyond Latin-1 keep their meaning") {
    CHECK(from_windows_1252("a\x96\xE5") == "a–å"); // 0x96 is an en dash there, 0xE5 is å
    CHECK(is_utf8("å–"));
    CHECK_FALSE(is_utf8("\xE5"));
    CHECK_FALSE(is_utf8("\xC0\xAF"));     // overlong
    CHECK_FALSE(is_utf8("\xED\xA0\x80")); // half of a surrogate pair
}

TEST_CASE("commas, tabs and cells without quotes are read") {
    ExampleForm form = usual_form();
    form.before.clear();
    form.delimiter = ",";
    form.variables = "region,kjønn,alder";
    check_same(example_csv(form));
    form.quote.clear();
    check_same(example_csv(form));
    form.delimiter = "\t";
    form.variables = "region\tkjønn\talder";
    check_same(example_csv(form));
}

TEST_CASE("a title without quotes is not taken for the headings") {
    ExampleForm form = usual_form();
    form.before = "07459: Befolkning, etter region, kjønn, alder, år og statistikkvariabel\n\n";
    form.delimiter = ",";
    form.variables = "region,kjønn,alder";
    check_same(example_csv(form));
}

TEST_CASE("footnotes after the table are not rows") {
    ExampleForm form = usual_form();
    form.after = "\n\"Fotnoter:\"\n1: Noe; om grenser; og mer\n\n\"Kilde: SSB\"\n";
    check_same(example_csv(form));
    form.after = "Uten tom linje foran\n";
    check_same(example_csv(form));
}

TEST_CASE("English headings and labels are read") {
    ExampleForm form = usual_form();
    form.before = "\"07459: Population, by region, sex, age, year and contents\"\n\n";
    form.variables = "\"region\";\"sex\";\"age\"";
    form.sexes = {"Males", "Females"};
    form.contents = {"Persons"};
    form.age = [](int age) {
        return age == 105 ? std::string("105 years or older") : fmt::format("{} {}", age, age == 1 ? "year" : "years");
    };
    check_same(example_csv(form));
}

TEST_CASE("the long form with one row for each number is read, with labels or codes") {
    ExampleForm form = usual_form();
    form.before.clear();
    form.years_as_columns = false;
    form.variables = "\"region\";\"kjønn\";\"alder\";\"statistikkvariabel\";\"år\";\"07459: Befolkning, etter region\"";
    check_same(example_csv(form));
    form.variables = "\"Region\";\"Kjonn\";\"Alder\";\"ContentsCode\";\"Tid\";\"07459: Befolkning\"";
    form.regions = {{1804, "K-1804"}, {1875, "K_1875"}, {5501, "5501"}};
    form.sexes = {"1", "2"};
    form.contents = {"Personer1"};
    form.age = [](int age) { return age == 105 ? std::string("105+") : fmt::format("{:03}", age); };
    check_same(example_csv(form));
}

TEST_CASE("codes and labels may stand together") {
    ExampleForm form = usual_form();
    form.regions = {{1804, "K-1804 Bodø"}, {1875, "K-1875 Hábmer - Hamarøy"}, {5501, "K-5501 Tromsø - Romsa"}};
    form.sexes = {"1 Menn", "2 Kvinner"};
    form.age = [](int age) { return fmt::format("{:03} {}", age, age_nb(age)); };
    check_same(example_csv(form));
}

TEST_CASE("a year alone may stand over the numbers") {
    ExampleForm form = usual_form();
    form.contents = {""};
    check_same(example_csv(form));
}

TEST_CASE("sexes may stand over the numbers with the years") {
    std::string text = "\"region\";\"alder\";\"Menn 2024\";\"Kvinner 2024\"\n";
    for (const int municipality : {1804, 1875, 5501}) {
        for (int age = 0; age <= 105; ++age) {
            text +=
                fmt::format("\"{}\";\"{}\";{};{}\n", municipality, age_nb(age),
                            example_persons(municipality, 1, age, 2024), example_persons(municipality, 0, age, 2024));
        }
    }
    const ImportOutcome outcome = import_text(text);
    CHECK(outcome.first().empty());
    CHECK(outcome.content == example_result({2024}));
}

TEST_CASE("names without codes are found in the mapping, by either part of a double name") {
    ExampleForm form = usual_form();
    form.regions = {{1804, "Bodø"}, {1875, "Hábmer - Hamarøy"}, {5501, "Tromsø - Romsa"}};
    check_same(example_csv(form));
}

TEST_CASE("a name that two municipalities of the mapping have is not guessed at") {
    ExampleForm form = usual_form();
    form.regions = {{1804, "Herøy"}};
    const ImportOutcome outcome =
        import_text(example_csv(form), SsbTable::population_07459, "",
                    "municipality_code,trust,municipality_name\n1515,a,Herøy\n1818,b,Herøy\n");
    CHECK(outcome.first() == "in: \"Herøy\" may be 1515 Herøy or 1818 Herøy; download it with codes");
}

TEST_CASE("a file without headings is refused") {
    CHECK(import_text("a;b\n1;2\n").first() ==
          "in:1:1: there is no row of headings; expected columns such as region, sex, age and year, region among them");
    CHECK(import_text("").first().rfind("in:1:1: there is no row of headings", 0) == 0);
}

TEST_CASE("a workbook and UTF-16 are refused with what to do instead") {
    CHECK(import_text("PK\x03\x04 and so on").first() ==
          "in: is an Excel workbook; download the table as CSV or JSON-stat2");
    CHECK(import_text(std::string("\xFF\xFEr\0e\0", 6)).first().rfind("in: is not CSV in UTF-8 or Windows-1252", 0) ==
          0);
}

TEST_CASE("a quotation mark that is never closed is shown where it was opened") {
    const std::string text = example_csv(usual_form());
    const std::string cut = text.substr(0, text.find("\"104 år\"") + 4);
    CHECK(import_text(cut).first() == "in:108:20: the quotation mark is never closed; is the file whole?");
}

TEST_CASE("a row that is cut off is shown") {
    std::string text = example_csv(usual_form());
    text.resize(text.rfind(';'));
    CHECK(import_text(text).first() == "in:639:1: the row has 4 cells; expected 5");
}

TEST_CASE("rows of numbers after the footnotes are not left out silently") {
    ExampleForm form = usual_form();
    form.after = "\nFotnote\n\"1804 Bodø\";\"Menn\";\"0 år\";1;2\n";
    CHECK(import_text(example_csv(form)).first() ==
          "in:642:1: a row of numbers after the table's end; is the file put together?");
}

TEST_CASE("a heading over numbers must say what the others say") {
    const std::string text = replaced(example_csv(usual_form()), "\"Personer 2025\"", "\"Personer\"");
    CHECK(import_text(text).first() == "in:3:42: the heading \"Personer\" does not say år");
}

TEST_CASE("a variable that is unknown or there twice is shown at its heading") {
    const std::string wide = example_csv(usual_form());
    CHECK(import_text(replaced(wide, "\"kjønn\"", "\"sivilstand\"")).first() ==
          "in:3:10: unknown variable \"sivilstand\"; leave it out in the StatBank");
    CHECK(import_text(replaced(wide, "\"kjønn\"", "\"alder\"")).first() ==
          "in:3:18: the variable \"alder\" is there twice");
}
