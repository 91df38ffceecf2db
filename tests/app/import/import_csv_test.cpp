// Every form in which the StatBank's CSV comes must give the same table. The exports are made up here.
#include "app/ground/encoding.hpp"
#include "app/import/words.hpp"
#include "tests/app/import/import_example.hpp"
#include "tests/catch.hpp"

#include <string>
#include <utility>

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

TEST_CASE("the column of regions may say what kind of regions they are") {
    ExampleForm form = usual_form();
    for (const char* heading : {"helseforetak", "Helseregion", "health trust"}) {
        form.variables = fmt::format("\"{}\";\"kjønn\";\"alder\"", heading);
        check_same(example_csv(form));
    }
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
    CHECK(import_text(std::string("\xFF\xFEr\0e\0", 6)).first() ==
          "in: the file is saved as UTF-16 (\"Unicode\"); save it again with the encoding UTF-8");
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

TEST_CASE("other forms of the StatBank's export are refused by their names") {
    const std::string download = "; download the table as CSV or JSON-stat2";
    CHECK(import_text("CHARSET=\"ANSI\";\nAXIS-VERSION=\"2013\";\n").first() == "in: is a px file" + download);
    CHECK(import_text("\xEF\xBB\xBF\n<!DOCTYPE html>").first() == "in: is HTML or XML" + download);
    CHECK(import_text("PAR1").first() == "in: is a Parquet file" + download);
    CHECK(import_text("\xD0\xCF\x11\xE0").first() == "in: is an old Excel workbook" + download);
}

TEST_CASE("letters of old Macs and of DOS are refused by their names instead of read as others") {
    const auto in_letters = [](const std::string& oe, const std::string& aa) {
        std::string text = latin_1(example_csv(usual_form()));
        for (const auto& [latin, other] : {std::pair{std::string("\xF8"), oe}, {std::string("\xE5"), aa}}) {
            for (std::size_t at = text.find(latin); at != std::string::npos; at = text.find(latin))
                text.replace(at, 1, other);
        }
        return import_text(text).lines_nb.at(0);
    };
    CHECK(in_letters("\xBF", "\x8C") == "in: er lagret med tegnsettet Mac Roman; lagre den på nytt som CSV UTF-8");
    CHECK(in_letters("\x9B", "\x86") ==
          "in: er lagret med tegnsettet til DOS (kodeside 865 eller 850); lagre den på nytt som CSV UTF-8");
}

TEST_CASE("columns between blanks are refused with the reason") {
    CHECK(import_text("region kjønn alder år value\n1804 1 000 2024 5\n").lines_nb.at(0) ==
          "in:1:1: kolonnene er skilt med mellomrom; ventet semikolon, tabulator eller komma");
    CHECK(import_text("region  sex   age  year value\n").first() ==
          "in:1:1: the columns are separated by blanks; expected semicolons, tabs or commas");
    CHECK(import_text("region|sex|age|year|value\n").first() ==
          "in:1:1: the columns are separated by \"|\"; expected semicolons, tabs or commas");
}

TEST_CASE("empty rows, empty columns at the right and a line sep= change nothing") {
    ExampleForm form = usual_form();
    const std::string plain = example_csv(form);
    check_same("sep=;\n" + plain);
    std::string wide;
    std::string gaps;
    std::size_t begin = 0;
    for (std::size_t end = plain.find('\n'); end != std::string::npos; end = plain.find('\n', begin)) {
        const std::string line = plain.substr(begin, end - begin);
        wide += line + ";;\n";
        gaps += line + "\n" + (begin > 300 ? "\n;;;;\n" : "");
        begin = end + 1;
    }
    check_same(wide);
    check_same(gaps);
    form.after = "Fotnote;;;;\n;;;;\n";
    check_same(example_csv(form));
}

TEST_CASE("a second table behind an empty row is not taken for more rows of the first") {
    const std::string one = "region;kjønn;alder;2024\n1804;1;000;5\n";
    CHECK(import_text(one + "\nregion;kjønn;alder;2025\n1875;1;000;6\n").first() ==
          "in:4:1: a second row of headings; is the file put together?");
}

TEST_CASE("a first column of row numbers without a heading is nothing, one with a heading is a variable") {
    std::string text = example_csv(usual_form());
    text = text.substr(text.find("\"region\""));
    std::string numbered;
    std::size_t begin = 0;
    int row = 0;
    for (std::size_t end = text.find('\n'); end != std::string::npos; end = text.find('\n', begin)) {
        numbered += (row == 0 ? std::string("\"\"") : fmt::format("\"{}\"", row)) + ";" +
                    text.substr(begin, end - begin) + "\n";
        begin = end + 1;
        ++row;
    }
    check_same(numbered);
    CHECK(import_text(replaced(numbered, "\"\";", "\"rad\";")).first() ==
          "in:1:1: unknown variable \"rad\"; leave it out in the StatBank");
}

TEST_CASE("a heading value says nothing of what is counted") {
    std::string text = "region,sex,age,year,value\n";
    for (const int municipality : {1804, 1875, 5501}) {
        for (int sex = 0; sex < 2; ++sex) {
            for (int age = 0; age <= 105; ++age) {
                text += fmt::format("{},{},{},2024,{}\n", municipality, sex == 0 ? "Females" : "Males",
                                    age == 105 ? "105+" : fmt::format("{:03}", age),
                                    example_persons(municipality, sex, age, 2024));
            }
        }
    }
    const ImportOutcome outcome = import_text(text);
    CHECK(outcome.first().empty());
    CHECK(outcome.content == example_result({2024}));
}

TEST_CASE("74.0 is 74, but three decimals may be thousands and are refused") {
    const std::string text = example_csv(usual_form());
    std::string decimals;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool ends_number =
            i > 0 && (text[i] == ';' || text[i] == '\n') && text[i - 1] >= '0' && text[i - 1] <= '9';
        if (ends_number) decimals += text[i] == ';' ? ".0" : ",00";
        decimals += text[i];
    }
    check_same(decimals);
    const std::string first = fmt::format("\"0 år\";{}", example_persons(1804, 1, 0, 2024));
    CHECK(import_text(replaced(text, first, first + ".000")).first().find("expected a whole number without spaces") !=
          std::string::npos);
    CHECK(import_text(replaced(text, first, first + ".5")).first().find("expected a whole number without spaces") !=
          std::string::npos);
}

TEST_CASE("a municipality that is no more is found by its name, and the report says so") {
    ExampleForm form = usual_form();
    form.regions = {{1804, "Bodø"}, {1875, "Hamarøy - Hábmer (-2019)"}, {5501, "Tromsø (2020-2023)"}};
    const ImportOutcome outcome = import_text(example_csv(form));
    CHECK(outcome.lines == std::vector<std::string>{});
    CHECK(outcome.content == example_result());
    CHECK(
        outcome.report.find("\"Hamarøy - Hábmer (-2019)\" is used as 1875 Hamarøy; the municipality may have had other "
                            "borders") != std::string::npos);
}

TEST_CASE("beside today's municipality the one that is no more is left out, unless the mapping names it") {
    ExampleForm form = usual_form();
    form.regions = {{1804, "Bodø"}, {1875, "Hábmer - Hamarøy"}, {5501, "Tromsø"}, {1804, "Hamarøy (-2019)"}};
    check_same(example_csv(form));
    const std::string map = replaced(example_map, "1875,nlsh,Hamarøy", "1849,nlsh,Hamarøy (-2019)");
    form.regions = {{1804, "Bodø"}, {1804, "Hábmer - Hamarøy"}, {5501, "Tromsø"}, {1875, "Hamarøy (-2019)"}};
    const ImportOutcome outcome = import_text(example_csv(form), SsbTable::population_07459, "", map);
    CHECK(outcome.first().empty());
    CHECK(outcome.content == example_result());
}

TEST_CASE("two names of the file for one municipality are not guessed between") {
    ExampleForm form = usual_form();
    form.regions = {{1804, "Bodø"}, {1875, "Hamarøy (-2019)"}, {5501, "Tromsø"}, {1875, "Hamarøy (2020-2023)"}};
    CHECK(import_text(example_csv(form)).first() ==
          "in: \"1875 Hamarøy\" may be «Hamarøy (-2019)» or «Hamarøy (2020-2023)»; download it with codes");
}

TEST_CASE("the mapping may be saved as a spreadsheet does, in Windows-1252") {
    ExampleForm form = usual_form();
    form.regions = {{1804, "Bodø"}, {1875, "Hamarøy"}, {5501, "Tromsø"}};
    const ImportOutcome outcome =
        import_text(example_csv(form), SsbTable::population_07459, "", "sep=,\n" + latin_1(example_map));
    CHECK(outcome.lines == std::vector<std::string>{});
    CHECK(outcome.content == example_result());
}

TEST_CASE("a county behind a name must be the code's") {
    ExampleForm form = usual_form();
    form.regions = {{1804, "Bodø (Nordland - Nordlánnda)"}, {1875, "Hamarøy (Nordland)"}, {5501, "Tromsø (Troms)"}};
    check_same(example_csv(form));
    form.regions[2].text = "Tromsø (Nordland)";
    CHECK(import_text(example_csv(form)).first().rfind("map.csv:2:1: 5501 Tromsø is not in in", 0) == 0);
    form.regions = {{1804, "Herøy (Nordland)"}, {1875, "Herøy (Møre og Romsdal)"}};
    const ImportOutcome both =
        import_text(example_csv(form), SsbTable::population_07459, "",
                    "municipality_code,trust,municipality_name\n1818,unn,Herøy\n1515,nlsh,Herøy\n");
    CHECK(both.first().empty());
}

TEST_CASE("a name that is nearly one of the mapping's is told of") {
    ExampleForm form = usual_form();
    form.regions = {{1804, "Bodø"}, {1875, "Hamarøy"}, {5501, "Tromso"}};
    CHECK(import_text(example_csv(form)).first() == "map.csv:2:1: 5501 Tromsø is not in in; did you mean \"Tromso\"?");
}

TEST_CASE("a year that is not counted yet shows a projection, whatever its contents are called") {
    ExampleForm form = usual_form();
    form.before.clear();
    form.contents = {"Personer1"}; // by codes alone it could be a projection's
    CHECK(import_text(example_csv(form), SsbTable::population_07459, "", example_map, 2024).first() ==
          "in: 2025 has not been counted yet; table 07459 counts persons, this is a projection (ssb-14288)");
    CHECK(import_text(example_csv(form), SsbTable::population_07459, "2024", example_map, 2024).first().empty());
    CHECK(import_text(example_csv(form), SsbTable::population_07459, "", example_map, 2025).first().empty());
}
