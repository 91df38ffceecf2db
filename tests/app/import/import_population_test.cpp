// What must add up, and what must be there, when municipalities become trusts. The exports are made up.
#include "app/import/meaning.hpp"
#include "tests/app/import/import_example.hpp"
#include "tests/catch.hpp"

#include <algorithm>
#include <functional>
#include <sstream>

using namespace framsyn;
using namespace framsyn::app;
using namespace framsyn::app::testing;

namespace {

std::string without_rows(const std::string& text, const std::string& beginning) {
    std::string kept;
    std::size_t begin = 0;
    while (begin < text.size()) {
        const std::size_t end = text.find('\n', begin) + 1;
        const std::string line = text.substr(begin, end - begin);
        if (line.rfind(beginning, 0) != 0) kept += line;
        begin = end;
    }
    return kept;
}

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

ExampleForm projection_form() {
    ExampleForm form = usual_form();
    form.before =
        "\"14288: Framskrevet folkemengde 1. januar, etter region, kjønn, alder, år og statistikkvariabel\"\n\n";
    form.contents = {"Hovedalternativet (MMMM)", "Høy nasjonal vekst (HHMH)"};
    form.years = {2025, 2040};
    return form;
}

} // namespace

TEST_CASE("the report gives the sums of every trust and year, and of all") {
    const ImportOutcome outcome = import_text(example_csv(usual_form()));
    CHECK(contains(outcome.report, "The file has no totals of its own to check against."));
    long unn = 0;
    for (int sex = 0; sex < 2; ++sex) {
        for (int age = 0; age <= 105; ++age) unn += example_persons(5501, sex, age, 2024);
    }
    REQUIRE(unn == 896760); // 212 × (69 + 4000) + 7 × 106 + 3 × 2 × 5565: 5501 % 97 is 69, ages sum to 5565 a sex
    CHECK(contains(outcome.report, "2024       896 760"));
    CHECK(contains(outcome.report_nb,
                   "Kommuner med: 3. Utelatt fordi koblingen ikke har dem: 0 kommuner, 0 andre regioner."));
}

TEST_CASE("municipalities outside the mapping are left out and counted, whatever stands in their cells") {
    ExampleForm form = usual_form();
    form.regions.push_back({301, "0301 Oslo"});
    form.regions.push_back({1902, "1902 Tromsø (-2019)"});
    form.regions.push_back({21, "2111 Spitsbergen"});
    const std::string text = replaced(example_csv(form), "\"1902 Tromsø (-2019)\";\"Menn\";\"0 år\";4",
                                      "\"1902 Tromsø (-2019)\";\"Menn\";\"0 år\";.");
    const ImportOutcome outcome = import_text(text);
    CHECK(outcome.content == example_result());
    CHECK(contains(outcome.report,
                   "not in the mapping: 3 municipalities (1 with a code of before 2024), 0 other regions"));
}

TEST_CASE("ages above 105 are counted with 105") {
    std::string text = example_csv(usual_form());
    for (const char* region : {"1804 Bodø", "1875 Hamarøy", "5501 Tromsø"}) {
        for (const char* sex : {"Menn", "Kvinner"}) {
            text += fmt::format("\"{}\";\"{}\";\"106 år\";2;3\n", region, sex);
        }
    }
    text = replaced(text, "105 år eller eldre", "105 år");
    while (contains(text, "105 år eller eldre")) text = replaced(text, "105 år eller eldre", "105 år");
    const ImportOutcome outcome = import_text(text);
    REQUIRE(outcome.first().empty());
    CHECK(contains(outcome.content, fmt::format("unn,2025,female,105,{}\n", example_persons(5501, 0, 105, 2025) + 3)));
    CHECK(contains(outcome.content, fmt::format("unn,2025,female,104,{}\n", example_persons(5501, 0, 104, 2025))));
}

TEST_CASE("105 and older beside 106 would count some twice") {
    const std::string text = example_csv(usual_form()) + "\"1804 Bodø\";\"Menn\";\"106 år\";2;3\n";
    CHECK(import_text(text).first() == "in: has both \"105 years or older\" and 106 years; some are counted twice");
}

TEST_CASE("only the years that are asked for are taken, and each must be there") {
    CHECK(import_text(example_csv(usual_form()), SsbTable::population_07459, "2025").content == example_result({2025}));
    CHECK(import_text(example_csv(usual_form()), SsbTable::population_07459, "2025-2026").first() ==
          "in: 2026 is missing (the file has 2024, 2025)");
    CHECK(parse_years("2024-2027")->last == 2027);
    CHECK_FALSE(parse_years("2027-2024"));
    CHECK_FALSE(parse_years("24-27"));
    CHECK_FALSE(parse_years("2024-"));
}

TEST_CASE("a municipality that the file lacks is shown in the mapping") {
    const std::string text = without_rows(example_csv(usual_form()), "\"1875");
    CHECK(import_text(text).first() == "map.csv:4:1: 1875 Hamarøy is not in in");
    CHECK(import_text(text).lines_nb[0] == "map.csv:4:1: 1875 Hamarøy finnes ikke i in");
}

TEST_CASE("a code of before 2024 is recognised on either side") {
    ExampleForm form = usual_form();
    form.regions[2].text = "5401 Tromsø";
    CHECK(import_text(example_csv(form)).first() == "map.csv:2:1: 5501 Tromsø is not in in; the file has 5401 Tromsø, "
                                                    "a code of before 2024: choose today's municipalities");
    CHECK(import_text(example_csv(usual_form()), SsbTable::population_07459, "", replaced(example_map, "5501", "5401"))
              .first() ==
          "map.csv:2:1: 5401 Tromsø is not in in; 5401 is of before 2024, the file has 5501 Tromsø - Romsa");
    CHECK(looks_old("1850", "Tysfjord (-2019)"));
    CHECK(looks_old("1601", "Trondheim"));
    CHECK_FALSE(looks_old("1818", "Herøy (Nordland)"));
    CHECK_FALSE(looks_old("5001", "Trondheim - Tråante"));
}

TEST_CASE("a missing row is shown after the municipality, with what is missing") {
    const std::string text = without_rows(example_csv(usual_form()), "\"1804 Bodø\";\"Kvinner\";\"17 år\"");
    CHECK(import_text(text).first() == "in:214:49: 1804 Bodø: 2024, females, age 17 is missing, and 1 more cells");
}

TEST_CASE("a missing age that nobody has is shown once") {
    std::string text = example_csv(usual_form());
    for (const char* region : {"1804 Bodø", "1875 Hábmer - Hamarøy", "5501 Tromsø - Romsa"}) {
        for (const char* sex : {"Menn", "Kvinner"})
            text = without_rows(text, fmt::format("\"{}\";\"{}\";\"17 år\"", region, sex));
    }
    CHECK(import_text(text).lines ==
          std::vector<std::string>{"in: age 17 is missing; choose every age from 0 years to 105 years or older"});
}

TEST_CASE("a municipality without inhabitants in a year did not exist then") {
    std::string text = "\"region\";\"kjønn\";\"alder\";\"Personer 2023\";\"Personer 2024\"\n";
    for (const char* sex : {"Menn", "Kvinner"}) {
        for (int age = 0; age <= 105; ++age)
            text += fmt::format("\"5501 Tromsø\";\"{}\";\"{}\";0;1\n", sex, age_nb(age));
    }
    const std::string map = "municipality_code,trust\n5501,unn\n";
    CHECK(import_text(text, SsbTable::population_07459, "", map).first() ==
          "in:213:48: 5501 has no inhabitants in 2023; the code was hardly in use then, choose years with --years");
    CHECK(import_text(text, SsbTable::population_07459, "2024", map).first().empty());
}

TEST_CASE("a cell that is there twice is shown, even with the same number") {
    const std::string again = "\"K-1804 Bodø\";\"Menn\";\"0 år\";4065;5065\n";
    const ImportOutcome outcome = import_text(example_csv(usual_form()) + again);
    REQUIRE(outcome.lines.size() == 2);
    CHECK(outcome.lines[0] ==
          "in:640:29: the cell repeats an earlier one (region «K-1804 Bodø», kjønn «Menn», alder «0 år», "
          "statistikkvariabel «Personer», år «2024»)");
}

TEST_CASE("signs for missing numbers are shown where they stand") {
    for (const char* sign : {".", "..", ":", "-", ""}) {
        const std::string text =
            replaced(example_csv(usual_form()), "\"Menn\";\"0 år\";4065;", fmt::format("\"Menn\";\"0 år\";{};", sign));
        CHECK(import_text(text).first() ==
              fmt::format(
                  "in:4:27: found \"{}\", Statistics Norway's sign for a missing number (region «1804 Bodø», kjønn "
                  "«Menn», alder «0 år», statistikkvariabel «Personer», år «2024»)",
                  sign));
    }
}

TEST_CASE("negative, fractional and spaced numbers are shown where they stand") {
    const auto with = [](const std::string& cell) {
        return import_text(replaced(example_csv(usual_form()), "\"0 år\";4065;", "\"0 år\";" + cell + ";")).first();
    };
    CHECK(with("-3").rfind("in:4:27: -3 persons are impossible (", 0) == 0);
    CHECK(with("4065.5").rfind("in:4:27: found \"4065.5\"; expected a whole number without spaces (", 0) == 0);
    CHECK(with("4065,5").rfind("in:4:27: found \"4065,5\"", 0) == 0);
    CHECK(with("4 065").rfind("in:4:27: found \"4 065\"", 0) == 0);
    CHECK(with("999999999999").rfind("in:4:27: 999999999999 persons are impossible", 0) == 0);
}

TEST_CASE("of very many problems of a kind the first ten are shown and the rest counted") {
    std::string text = example_csv(usual_form());
    for (int i = 0; i < 13; ++i) text = replaced(text, fmt::format("\"{} år\";", i), fmt::format("\"{} år\";-", i));
    const ImportOutcome outcome = import_text(text);
    REQUIRE(outcome.lines.size() == 11);
    CHECK(outcome.lines[0] == "in: numbers that are missing or impossible: 3 more, only the first ten are shown");
}

TEST_CASE("totals of both sexes and all ages are compared with their parts and not added") {
    std::string text = example_csv(usual_form());
    const int both = example_persons(1804, 0, 3, 2024) + example_persons(1804, 1, 3, 2024);
    const int both_next = example_persons(1804, 0, 3, 2025) + example_persons(1804, 1, 3, 2025);
    text += fmt::format("\"1804 Bodø\";\"Begge kjønn\";\"3 år\";{};{}\n", both, both_next);
    int men = 0;
    for (int age = 0; age <= 105; ++age) men += example_persons(5501, 1, age, 2024);
    text += fmt::format("\"5501 Tromsø\";\"Menn\";\"Alder i alt\";{};{}\n", men, men + 106 * 1000);
    const ImportOutcome outcome = import_text(text);
    CHECK(outcome.first().empty());
    CHECK(outcome.content == example_result());
    CHECK(contains(outcome.report, "totals that agree: 4 of both sexes or all ages"));
    const ImportOutcome wrong = import_text(replaced(text, fmt::format("\"3 år\";{};{}\n", both, both_next),
                                                     fmt::format("\"3 år\";{};{}\n", both + 1, both_next)));
    CHECK(wrong.first() ==
          fmt::format("in:640:34: the file's total is {}, the parts make {} (region «1804 Bodø», kjønn «Begge "
                      "kjønn», alder «3 år», statistikkvariabel «Personer», år «2024»)",
                      both + 1, both));
}

TEST_CASE("both sexes together are not enough") {
    std::string text = "\"region\";\"kjønn\";\"alder\";\"Personer 2024\"\n";
    for (int age = 0; age <= 105; ++age) text += fmt::format("\"1804 Bodø\";\"Begge kjønn\";\"{}\";1\n", age_nb(age));
    CHECK(import_text(text).first() == "in: males and females are missing; choose both males and females");
    CHECK(import_text(without_rows(example_csv(usual_form()), "\"1804 Bodø\";\"Menn\"")).first() ==
          "in:109:49: 1804 Bodø: 2024, males, age 0 is missing, and 211 more cells");
}

TEST_CASE("counties and the country are compared with the municipalities in the file and remarked on") {
    std::string text = example_csv(usual_form());
    const auto region = [&](const std::string& name, int more) {
        for (int sex = 1; sex >= 0; --sex) {
            for (int age = 0; age <= 105; ++age) {
                const auto persons = [&](int year) {
                    return example_persons(1804, sex, age, year) + example_persons(1875, sex, age, year) +
                           (age == 0 ? more : 0);
                };
                text += fmt::format("\"{}\";\"{}\";\"{}\";{};{}\n", name, sex == 1 ? "Menn" : "Kvinner", age_nb(age),
                                    persons(2024), persons(2025));
            }
        }
    };
    region("18 Nordland - Nordlánnda", 0);
    CHECK(contains(import_text(text).report, "of both sexes or all ages, 2 of 2 of counties and the country"));
    region("0 Hele landet", 5);
    const ImportOutcome outcome = import_text(text);
    CHECK(outcome.content == example_result());
    CHECK(contains(outcome.report, "of both sexes or all ages, 2 of 4 of counties and the country"));
    CHECK(contains(outcome.report, "Note: 0 Hele landet has "));
    CHECK(contains(outcome.report, "0 municipalities, 2 other regions"));
}

TEST_CASE(
    "a municipality whose people leap from one year to the next is remarked on, whole or in a sex and age group") {
    // A year like the one before, but for what is done to it.
    ExampleForm form = usual_form();
    form.years = {2024};
    const std::string year = example_csv(form);
    const auto export_of = [&](const std::function<long(const std::string&, int, long)>& next) {
        std::string text;
        std::istringstream lines(year);
        for (std::string line; std::getline(lines, line);) {
            if (line.find("\"alder\"") != std::string::npos) {
                line += ";\"Personer 2025\"";
            } else if (line.starts_with("\"1") || line.starts_with("\"5")) {
                const int age = std::stoi(line.substr(line.find("\";\"", line.find("\";\"") + 1) + 3));
                line += fmt::format(";{}", next(line, age, std::stol(line.substr(line.rfind(';') + 1))));
            }
            text += line + "\n";
        }
        return import_text(text);
    };
    const auto is_bodo = [](const std::string& line) { return line.find("1804") != std::string::npos; };
    const ImportOutcome same = export_of([](const std::string&, int, long persons) { return persons; });
    CHECK(same.report.find("both numbers right") == std::string::npos);
    // Bodø's sum by example_persons: 212 cells of 4 058 + 7 sex + 3 age.
    const ImportOutcome twice =
        export_of([&](const std::string& line, int, long persons) { return is_bodo(line) ? 2 * persons : persons; });
    CHECK(twice.report_nb.find("Merk: 1804 Bodø: 894428 innbyggere 1. januar 2024 og 1788856 i 2025; er begge tallene "
                               "riktige?\n") != std::string::npos);
    const ImportOutcome tenth =
        export_of([&](const std::string& line, int, long persons) { return is_bodo(line) ? persons / 10 : persons; });
    CHECK(tenth.report.find("Note: 1804 Bodø: 894428 inhabitants on 1 January 2024 and ") != std::string::npos);
    // Women of 67 and over (39 ages) doubled in Bodø alone: the whole municipality grows by less than a fifth.
    const ImportOutcome old = export_of([&](const std::string& line, int age, long persons) {
        const bool is_hit = is_bodo(line) && age >= 67 && line.find("Kvinner") != std::string::npos;
        return is_hit ? 2 * persons : persons;
    });
    CHECK(old.report.find("Note: 1804 Bodø: 168324 women of 67–105 on 1 January 2024 and 336648 in 2025") !=
          std::string::npos);
}

TEST_CASE("groups of ages and open classes below 105 are refused") {
    for (const char* group : {"0-4 år", "F 000-005", "F00-05", "80 år eller eldre", "100 years or older"}) {
        const std::string row = fmt::format("\"1804 Bodø\";\"Menn\";\"{}\";1;2\n", group);
        const std::vector<std::string> lines = import_text(example_csv(usual_form()) + row).lines;
        const std::string wanted = fmt::format(
            "in:640:1: alder «{}»: is a group of ages; choose single years, 0 years to 105 years or older", group);
        CHECK(std::count(lines.begin(), lines.end(), wanted) == 1);
    }
}

TEST_CASE("single ages, open classes, totals and groups are told apart") {
    const auto kind = [](const std::string& label) { return age_meaning({"", label}).kind; };
    for (const char* text : {"000", "0 år", "17", "1 year", "104 years", "017 17 år"})
        CHECK(kind(text) == AgeKind::single);
    for (const char* text : {"105+", "105 år eller eldre", "105+ år", "105 years or older", "105 years and over",
                             "105+ 105 år eller eldre"})
        CHECK(kind(text) == AgeKind::open);
    for (const char* text : {"999", "Alder i alt", "All ages", "999A Alder i alt"}) CHECK(kind(text) == AgeKind::all);
    for (const char* text : {"0-4 år", "F_000-005", "H017 18-66 år", "1000 år"}) CHECK(kind(text) == AgeKind::group);
    CHECK(kind("barn") == AgeKind::unknown);
    CHECK(age_meaning({"105+", "105 år eller eldre"}).age == 105);
    CHECK(age_meaning({"999", "999"}).kind == AgeKind::all);
}

TEST_CASE("regions are told apart by code, prefix and name") {
    const auto kind = [](const std::string& code, const std::string& label) {
        return region_meaning({code, label}).kind;
    };
    CHECK(kind("", "1804 Bodø") == RegionKind::municipality);
    CHECK(kind("K-1804", "Bodø") == RegionKind::municipality);
    CHECK(kind("", "Bodø") == RegionKind::name_only);
    CHECK(kind("", "Sør-Varanger") == RegionKind::name_only);
    CHECK(kind("", "F-18 Nordland") == RegionKind::county);
    CHECK(kind("18", "Nordland") == RegionKind::county);
    CHECK(kind("0", "Hele landet") == RegionKind::country);
    CHECK(kind("", "The whole country") == RegionKind::country);
    CHECK(kind("EAK", "EAK") == RegionKind::other);
    CHECK(kind("030101", "Gamle Oslo") == RegionKind::other);
}

TEST_CASE("another table than the one asked for is refused where it says so") {
    CHECK(import_text(example_csv(usual_form()), SsbTable::projection_14288).first() ==
          "in:1:1: this is table 07459; expected 14288 (ssb-14288)");
    CHECK(import_text(example_csv(projection_form())).first() ==
          "in:1:1: this is table 14288; expected 07459 (ssb-07459)");
    ExampleForm untitled = projection_form();
    untitled.before.clear();
    CHECK(import_text(example_csv(untitled)).first() ==
          "in:2:1: statistikkvariabel «Hovedalternativet (MMMM)»: this is a projection; table 07459 counts persons");
    ExampleForm form = usual_form();
    form.before.clear();
    CHECK(contains(import_text(example_csv(form)).report, "does not say which table it is; check that it is 07459"));
}

TEST_CASE("a population needs sex, age and year") {
    const auto line = [](const std::string& text) { return import_text(text).lines; };
    CHECK(line("region;Personer 2024\n1804;5\n") ==
          std::vector<std::string>{"in: the variable sex is missing; choose it in the StatBank",
                                   "in: the variable age is missing; choose it in the StatBank"});
    CHECK(line("region;kjønn;alder;Personer\n1804;Menn;0 år;5\n")[0] ==
          "in: the variable year is missing; choose it in the StatBank");
}

TEST_CASE("a projection with single ages keeps its alternatives apart") {
    const ImportOutcome outcome = import_text(example_csv(projection_form()), SsbTable::projection_14288);
    REQUIRE(outcome.first().empty());
    CHECK(outcome.content.rfind("variant,trust,year,sex,age,persons\nMMMM,unn,2025,female,0,", 0) == 0);
    CHECK(contains(outcome.content,
                   fmt::format("HHMH,unn,2040,male,105,{}\n", 100000 + example_persons(5501, 1, 105, 2040))));
    CHECK(std::count(outcome.content.begin(), outcome.content.end(), '\n') == 1 + 2 * 2 * 2 * 212);
}

TEST_CASE("a projection whose oldest class is 100 and over keeps it, and the report says so") {
    std::string text = "\"region\";\"kjønn\";\"alder\";\"Hovedalternativet (MMMM) 2030\"\n";
    for (const char* sex : {"Menn", "Kvinner"}) {
        for (int age = 0; age <= 100; ++age)
            text += fmt::format("\"5501 Tromsø\";\"{}\";\"{}\";{}\n", sex,
                                age == 100 ? "100 år eller eldre" : age_nb(age), age);
    }
    const ImportOutcome outcome =
        import_text(text, SsbTable::projection_14746, "", "municipality_code,trust\n5501,unn\n");
    REQUIRE(outcome.first().empty());
    CHECK(outcome.content.find("MMMM,unn,2030,male,100,100\n") + 27 == outcome.content.size());
    CHECK(contains(outcome.report, "Oldest class of ages in the file: 100 and over, written as 100."));
}

TEST_CASE("a projection of totals has one row for each alternative, trust and year") {
    const std::string head = "\"14746: Framskrevet folkemengde\"\n\n";
    const std::string rows = "\"1804 Bodø\";10;11\n\"1875 Hamarøy\";20;21\n\"5501 Tromsø\";30;31\n";
    const std::string expected =
        "variant,trust,year,persons\nMMMM,unn,2030,30\nMMMM,nlsh,2030,30\nLLML,unn,2030,31\nLLML,nlsh,2030,32\n";
    CHECK(import_text(head + "\"region\";\"Hovedalternativet (MMMM) 2030\";\"Lav nasjonal vekst (LLML) 2030\"\n" + rows,
                      SsbTable::projection_14746)
              .content == expected);
    // Both sexes apart, all ages together; and an alternative that is a variable of its own.
    std::string sexes = "\"region\";\"kjønn\";\"alder\";\"alternativ\";\"år\";\"Folkemengde\"\n";
    for (const auto& [region, persons] : {std::pair{"1804", 10}, std::pair{"1875", 20}, std::pair{"5501", 30}}) {
        for (const char* letters : {"MMMM", "LLML"}) {
            const int sum = persons + (std::string(letters) == "LLML" ? 1 : 0);
            sexes += fmt::format("\"{}\";\"Menn\";\"Alder i alt\";\"Alternativ {}\";\"2030\";4\n", region, letters);
            sexes += fmt::format("\"{}\";\"Kvinner\";\"Alder i alt\";\"Alternativ {}\";\"2030\";{}\n", region, letters,
                                 sum - 4);
        }
    }
    const ImportOutcome outcome = import_text(sexes, SsbTable::projection_14746);
    CHECK(outcome.first().empty());
    CHECK(outcome.content == expected);
}

TEST_CASE("a projection without the letters of its alternative is refused") {
    ExampleForm form = projection_form();
    form.contents = {"Personer1"};
    CHECK(contains(import_text(example_csv(form), SsbTable::projection_14288).first(),
                   "statistikkvariabel «Personer1»: does not have the alternative's four letters"));
    CHECK(variant_meaning({"Personer", "Hovedalternativet (MMMM)"}) == "MMMM");
    CHECK(variant_meaning({"", "Ingen nettoinnvandring (MMM0)"}) == "MMM0");
    CHECK(variant_meaning({"", "Alternativ LHML"}) == "LHML");
    CHECK(variant_meaning({"", "Hovedalternativ (MMM)"}).empty()); // national: three letters
    CHECK(variant_meaning({"", "0000"}).empty());
}

TEST_CASE("a mapping with mistakes is shown cell by cell") {
    const auto lines = [](const std::string& map) {
        return import_text(example_csv(usual_form()), SsbTable::population_07459, "", map).lines;
    };
    CHECK(lines("municipality_code,trust\n301,unn\n")[0] ==
          "map.csv:2:1: found \"301\"; expected a municipality's four digits, as 1804 or 0301");
    CHECK(lines("municipality_code,trust\n1804,unn\n1804,nlsh\n")[0] ==
          "map.csv:3:1: municipality 1804 is there twice");
    CHECK(lines("municipality_code,trust\n1804,Helse Nord\n")[0] ==
          "map.csv:2:6: found \"Helse Nord\"; expected a trust's id in the scenario, as unn");
    CHECK(lines("municipality_code,trust\n1804,region\n")[0].rfind("map.csv:2:6:", 0) == 0);
    CHECK(lines("kommune;foretak\n1804;unn\n")[0].rfind("map.csv:1:1: found the columns", 0) == 0);
}
