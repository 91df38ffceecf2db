// Workbooks as Excel, LibreOffice and libraries write them, made by hand part by part; and the ones that this program
// writes itself.
#include "app/ground/disk/files.hpp"
#include "app/sheets/filled_in.hpp"
#include "app/spreadsheet/read_workbook.hpp"
#include "app/spreadsheet/write_plan.hpp"
#include "tests/app/scenario_copy.hpp"
#include "tests/catch.hpp"

#include <fmt/format.h>
#include <zip.h>

#include <filesystem>
#include <map>

using namespace framsyn;
using namespace framsyn::app;
using framsyn::app::testing::ScenarioCopy;

namespace {

namespace fs = std::filesystem;

std::string packed(const std::map<std::string, std::string>& parts) {
    const std::string path = (fs::temp_directory_path() / "framsyn-habits-test.zip").string();
    fs::remove(path);
    zip_t* archive = zip_open(path.c_str(), ZIP_CREATE, nullptr);
    REQUIRE(archive != nullptr);
    for (const auto& [name, content] : parts)
        zip_file_add(archive, name.c_str(), zip_source_buffer(archive, content.data(), content.size(), 0), 0);
    REQUIRE(zip_close(archive) == 0);
    const std::string bytes = read_file(path, path);
    fs::remove(path);
    return bytes;
}

std::map<std::string, std::string> parts(const std::string& rows, const std::string& strings = "",
                                         const std::string& properties = "", const std::string& after = "") {
    std::map<std::string, std::string> all{
        {"xl/workbook.xml",
         "<?xml version=\"1.0\"?><workbook xmlns=\"m\" xmlns:r=\"r\">" + properties +
             "<sheets><sheet name=\"Ark &amp; mer\" sheetId=\"1\" r:id=\"rId7\"/></sheets></workbook>"},
        {"xl/_rels/workbook.xml.rels",
         "<Relationships><Relationship Id=\"rId7\" Target=\"worksheets/sheet1.xml\"/></Relationships>"},
        {"xl/styles.xml",
         "<styleSheet><numFmts><numFmt numFmtId=\"170\" formatCode=\"dd.mm.yyyy\"/><numFmt numFmtId=\"171\" "
         "formatCode=\"0.00&quot; dager&quot;\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf "
         "numFmtId=\"170\"/><xf numFmtId=\"171\"/></cellXfs></styleSheet>"},
        {"xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + rows + "</sheetData>" + after + "</worksheet>"}};
    if (!strings.empty()) all["xl/sharedStrings.xml"] = "<sst>" + strings + "</sst>";
    return all;
}

Book book_of(const std::map<std::string, std::string>& all) {
    Problems problems;
    Book book = read_workbook(packed(all), "bok.xlsx", problems);
    CHECK(problems.lines(Language::en) == std::vector<std::string>{});
    return book;
}

std::string refusal(const std::string& bytes, Language language = Language::en) {
    Problems problems;
    read_workbook(bytes, "bok.xlsx", problems);
    return problems.empty() ? "" : problems.lines(language).front();
}

} // namespace

TEST_CASE("shared strings, in runs too, and inline strings are the same words") {
    const Book book =
        book_of(parts("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c><c r=\"C1\" "
                      "t=\"inlineStr\"><is><t>Tromsø</t></is></c><c r=\"D1\" t=\"str\"><f>A1</f><v>Bodø</v></c></row>",
                      "<si><t>Tromsø</t></si><si><r><t>Bo</t></r><r><rPr/><t>dø</t></r><rPh><t>x</t></rPh></si>"));
    REQUIRE(book.sheets.size() == 1);
    const BookSheet& sheet = book.sheets[0];
    CHECK(sheet.name == "Ark & mer");
    CHECK(sheet.at(0, 0).text == "Tromsø");
    CHECK(sheet.at(0, 1).text == "Bodø");
    CHECK(sheet.at(0, 2).same(sheet.at(0, 0)));
    CHECK(sheet.at(0, 3).text == "Bodø");
}

TEST_CASE("numbers, flags, formulas that were worked out and dates by their format are what they show") {
    const Book book = book_of(
        parts("<row r=\"2\"><c r=\"A2\"><v>0.1</v></c><c r=\"B2\"><f>1+1</f><v>2</v></c><c r=\"C2\" "
              "s=\"1\"><v>46388</v></c><c r=\"D2\" s=\"2\"><v>46388</v></c><c r=\"E2\" s=\"3\"><v>3</v></c><c r=\"F2\" "
              "t=\"b\"><v>1</v></c><c r=\"G2\" t=\"d\"><v>2027-01-01</v></c><c r=\"H2\" s=\"3\"/></row>"));
    const BookSheet& sheet = book.sheets[0];
    CHECK(sheet.at(1, 0).number == 0.1);
    CHECK(sheet.at(1, 1).number == 2.0);
    CHECK(sheet.at(1, 2).date == Date{2027, 1, 1}); // 46 388 days after 30 December 1899
    CHECK(sheet.at(1, 3).date == Date{2027, 1, 1});
    CHECK(sheet.at(1, 4).kind == BookCell::Kind::number);
    CHECK(sheet.at(1, 5).kind == BookCell::Kind::flag);
    CHECK(sheet.at(1, 6).date == Date{2027, 1, 1});
    CHECK(sheet.at(1, 7).empty());
    CHECK(sheet.at(99, 99).empty());
    const Book old =
        book_of(parts("<row><c s=\"1\"><v>44926</v></c><c><v>7</v></c></row>", "", "<workbookPr date1904=\"1\"/>"));
    CHECK(old.sheets[0].at(0, 0).date == Date{2027, 1, 1}); // the Mac's days began on 1 January 1904
    CHECK(old.sheets[0].at(0, 1).number == 7.0);            // cells without names stand side by side
}

TEST_CASE("names with prefixes are read, merged ranges and cells that hold nothing usable are kept for the complaint") {
    std::map<std::string, std::string> all = parts("", "");
    all["xl/worksheets/sheet1.xml"] =
        "<x:worksheet xmlns:x=\"m\"><x:sheetData><x:row r=\"1\"><x:c r=\"A1\"><x:v>4</x:v></x:c><x:c r=\"B1\" "
        "t=\"e\"><x:v>#DIV/0!</x:v></x:c><x:c "
        "r=\"C1\"><x:f>SUM(A1:B1)</x:f></x:c></x:row></x:sheetData><x:mergeCells><x:mergeCell "
        "ref=\"A1:B2\"/></x:mergeCells></x:worksheet>";
    const Book book = book_of(all);
    CHECK(book.sheets[0].at(0, 0).number == 4.0);
    CHECK(book.sheets[0].at(0, 1).kind == BookCell::Kind::fault);
    CHECK(book.sheets[0].at(0, 1).text == "#DIV/0!");
    CHECK(book.sheets[0].at(0, 2).text == "=SUM(A1:B1)"); // nobody has worked it out
    CHECK(book.sheets[0].merged == std::vector<std::string>{"A1:B2"});
}

TEST_CASE("what is no workbook, or a damaged one, is refused in words") {
    CHECK(refusal("") == "bok.xlsx: is empty");
    CHECK(refusal("region;2024\n").find("is no workbook (.xlsx)") != std::string::npos);
    CHECK(refusal("\xD0\xCF\x11\xE0 old").find("of the old kind (.xls) or with a password") != std::string::npos);
    CHECK(refusal("PK\x03\x04 and then nothing") == "bok.xlsx: is damaged: it can't be unpacked");
    CHECK(refusal("PK\x03\x04 and then nothing", Language::nb) == "bok.xlsx: er skadet: det lar seg ikke pakke ut");
    CHECK(refusal(packed({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}, {"content.xml", "<x/>"}}))
              .find("is an OpenDocument sheet (.ods)") != std::string::npos);
    CHECK(refusal(packed({{"a.xml", "<a/>"}})) == "bok.xlsx: is no workbook (.xlsx)");
    std::map<std::string, std::string> broken = parts("");
    broken["xl/worksheets/sheet1.xml"] = "<worksheet><sheetData>";
    CHECK(refusal(packed(broken)) ==
          "bok.xlsx: is damaged: the part xl/worksheets/sheet1.xml is missing or can't be read");
    const std::string whole = packed(parts("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>"));
    for (std::size_t length = 0; length < whole.size(); length += 37)
        refusal(whole.substr(0, length)); // nothing falls over
}

TEST_CASE("the workbook that is exported reads back as the same sheets, and is the same bytes each time") {
    const WrittenScenario scenario = ScenarioCopy("helse-nord").scenario({}, "stokmarknes-til-bodo.toml");
    const std::vector<PlanSheet> sheets = plan_sheets(scenario);
    const std::string path = (fs::temp_directory_path() / "framsyn-plan-test.xlsx").string();
    std::string first;
    for (int time = 0; time < 2; ++time) {
        write_plan(path, sheets, "Prøve", "baseline.toml", Language::nb);
        const std::string bytes = read_file(path, path);
        if (time == 0) first = bytes;
        CHECK(bytes == first);
    }
    fs::remove(path);
    Problems problems;
    const Book book = read_workbook(first, "bok.xlsx", problems);
    const FilledIn filled = filled_in(scenario, book, {"stokmarknes-til-bodo.toml", "mitt"}, problems);
    CHECK(problems.lines(Language::en) == std::vector<std::string>{});
    CHECK(filled.changes == 0);
    CHECK(filled.what_if == "schema = 1\nextends = \"stokmarknes-til-bodo.toml\"\n");
}
