// A new year's tables beside those of people: the exports are made up, in the layout of Statistics Norway's 13942, 13982 and
// 14820 (variables and codes as the StatBank's interface has them).
#include "app/import/activity/import_year.hpp"
#include "app/import/levels/renewal.hpp"
#include "models/study/draws/counted_year.hpp"
#include "tests/app/import/import_example.hpp"
#include "tests/app/scenario_copy.hpp"
#include "tests/catch.hpp"

using namespace framsyn;
using namespace framsyn::app;
using namespace framsyn::app::testing;

namespace {

const std::string trusts = "organisation_number,trust,trust_name\n"
                           "983974899,unn,Universitetssykehuset Nord-Norge HF\n"
                           "983974910,nlsh,Nordlandssykehuset HF\n";

/// Places, bed days, available bed days and occupancy of two trusts in two years; the region stands beside them.
const std::string activity =
    "\"13942: Spesialisthelsetjenesten, etter region, tjenesteområde, statistikkvariabel og år\"\n\n"
    "\"region\";\"tjenesteområde\";\"Døgnplasser 2025\";\"Døgnplasser 2026\";\"Oppholdsdøgn 2025\";\"Oppholdsdøgn "
    "2026\";\"Sengedøgn 2025\";\"Sengedøgn 2026\";\"Beleggsprosent 2025\";\"Beleggsprosent 2026\"\n"
    "\"Helseregion Nord\";\"Psykisk helsevern for voksne\";300;302;90000;91000;105000;106000;86;86\n"
    "\"Universitetssykehuset Nord-Norge HF\";\"Psykisk helsevern for voksne\";154;160;51222;52000;53494;55000;96;95\n"
    "\"Universitetssykehuset Nord-Norge HF\";\"Psykisk helsevern for barn og unge\";14;14;2760;2800;3733;3733;74;75\n"
    "\"Universitetssykehuset Nord-Norge HF\";\"Somatikk\";552;552;140000;141000;..;..;..;..\n"
    "\"Nordlandssykehuset HF (2002-)\";\"Psykisk helsevern for voksne\";119;119;35402;35000;42683;42683;83;82\n"
    "\"Nordlandssykehuset HF (2002-)\";\"Tverrfaglig spesialisert rusbehandling\";12;12;5284;5300;3056;3056;173;173\n"
    "\n\"Fotnote: foreløpige tall for 2026.\"\n";

YearOrder order(const std::string& table, const std::string& text) {
    YearOrder one;
    one.table = table;
    one.file = {"in.csv", text};
    one.mapping = {"trusts.csv", trusts};
    one.extends = "baseline.toml";
    one.out = "out.toml";
    one.service = "phv";
    return one;
}

std::string first_problem(const YearOrder& one, Language language = Language::en) {
    try {
        import_year(one, Language::en);
    } catch (const BadInput& bad) {
        return bad.problems().lines(language).front();
    }
    return "";
}

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

/// The same figures as JSON-stat2, which has codes.
std::string as_json(const std::string& number) {
    return R"({"version":"2.0","class":"dataset","label":"13942: Spesialisthelsetjenesten","id":["HelseReg","HelseTjenomr",)"
           R"("ContentsCode","Tid"],"size":[1,1,2,1],"dimension":{"HelseReg":{"label":"region","category":{"index":)"
           R"({"983974899":0},"label":{"983974899":"Universitetssykehuset Nord-Norge HF"}}},"HelseTjenomr":{"label":)"
           R"("tjenesteområde","category":{"index":{"VOP":0},"label":{"VOP":"Psykisk helsevern for voksne"}}},"ContentsCode":)"
           R"({"label":"statistikkvariabel","category":{"index":{"Dognplass":0,"Liggedag":1},"label":{"Dognplass":)"
           R"("Døgnplasser","Liggedag":"Oppholdsdøgn"}}},"Tid":{"label":"år","category":{"index":{"2026":0},"label":)"
           R"({"2026":"2026"}}}},"value":[160,)" +
           number + "]}";
}

} // namespace

TEST_CASE("an export of 13942 becomes counts of every year and bed days of the last, on top of the scenario") {
    const YearImport made = import_year(order("ssb-13942", activity), Language::en);
    const std::string& text = made.file.content;
    CHECK(has(text, "schema = 1\nextends = \"baseline.toml\"\n\n[time]\nbase_year = 2026\n"));
    CHECK(has(text,
              "id = \"unn-phv-2025\"\ntrust = \"unn\"\nservice = \"phv\"\nyear = 2025\nbeds = { value = 154, status = "
              "\"observed\", source = \"SSB tabell 13942, CC BY 4.0\" }"));
    CHECK(has(text, "# +6 from 2025: the units must have a [[change]] that gives it (date = 2026-01-01"));
    CHECK(has(text, "id = \"unn-phv\"\ntrust = \"unn\"\nservice = \"phv\"\nbasis = \"observed\"\nbed_days = { value = "
                    "52000, status = "
                    "\"observed\", source = \"SSB tabell 13942, CC BY 4.0, oppholdsdøgn 2026\" }"));
    CHECK(has(made.report, "Somatic care is left out"));
    CHECK_FALSE(has(text, "bed_days = { value = 51222"));
    CHECK_FALSE(has(text, "somatikk"));
    CHECK(has(made.report, "Left out, not in the mapping: 1 other regions. Occupancies that agree with the days: 8."));
    // 5 300 days don't fit on 12 places: the count can't be used, the days can.
    CHECK_FALSE(has(text, "nlsh-tsb-2026"));
    CHECK(has(text, "id = \"nlsh-tsb\"\ntrust = \"nlsh\"\nservice = \"tsb\"\nbasis = \"capacity-from-activity\""));
    CHECK(has(made.report, "nlsh tsb 2026: 5300 bed days don't fit on 12 places"));
}

TEST_CASE("what an export of 13942 gives is put on top of the shipped scenario, and levels of flows follow") {
    ScenarioCopy copy("helse-nord");
    YearOrder years = order("ssb-13942", activity);
    years.base = known_base(copy.files(), "baseline.toml");
    years.years.wanted = YearSpan{2025, 2025};
    const YearImport made = import_year(years, Language::nb);
    CHECK(made.base_year == 2025);
    CHECK_FALSE(has(made.file.content, "[[counted_use]]")); // the table has 2025
    copy.write("nytt-aar.toml", made.file.content);
    // Children at UNN had 3 291 bed days and now have 2 760: more than a tenth fewer.
    CHECK(has(copy.problems("nytt-aar.toml").front(), "[[activity]] \"unn-phbu\" says 2760"));
    Draft draft(copy.files());
    draft.put("nytt-aar.toml", made.file.content);
    const Renewal renewal = renewal_of(draft, "nytt-aar.toml");
    CHECK(renewal.flows > 0);
    CHECK(renewal.still_wrong.empty());
    copy.write("nytt-aar.toml", renewal.content);
    const WrittenScenario scenario = copy.scenario({}, "nytt-aar.toml");
    CHECK(scenario.base_year == 2025);
    for (const study::CountedYear& year : study::counted_year(scenario)) {
        const study::ActivityInfo& one = scenario.activities[year.activity];
        if (one.id == "unn-phbu") CHECK(year.flows == Approx(2760.0).epsilon(1e-5)); // levels have six decimals
    }
    // Another count than the units have is what is left to do.
    years.years.wanted = YearSpan{2025, 2026};
    const YearImport both = import_year(years, Language::nb);
    CHECK(both.base_year == 2025); // the two other trusts aren't in the export
    draft.put("nytt-aar.toml", both.file.content);
    CHECK(has(renewal_of(draft, "nytt-aar.toml").still_wrong.front().en,
              "unn phv: the units have 154 beds on 31 December 2026; counted are 160"));
}

TEST_CASE("13942 comes as JSON-stat2 with codes too") {
    YearOrder one = order("ssb-13942", as_json("52000"));
    one.mapping = {"trusts.csv", "organisation_number,trust\n983974899,unn\n"};
    CHECK(has(import_year(one, Language::en).file.content, "bed_days = { value = 52000"));
    one.file.text = as_json("null");
    CHECK(has(import_year(one, Language::nb).report, "ingen telling av oppholdsdøgn"));
}

TEST_CASE("what is wrong with an export of 13942 is told where it stands, in both languages") {
    CHECK(first_problem(order("ssb-13942", replaced(activity, "13942:", "07459:"))) ==
          "in.csv:1:1: this is table 07459; expected 13942 (ssb-13942)");
    CHECK(first_problem(order("ssb-13942", replaced(activity, "13942:", "07459:")), Language::nb) ==
          "in.csv:1:1: dette er tabell 07459; ventet 13942 (ssb-13942)");
    YearOrder one = order("ssb-13942", activity);
    one.mapping.text += "983974929,helgeland,Helgelandssykehuset HF\n";
    CHECK(first_problem(one) == "trusts.csv:4:1: 983974929 Helgelandssykehuset HF is not in in.csv");
    one.mapping.text = "organisation_number,trust\n98397,unn\n";
    CHECK(has(first_problem(one), "expected an organisation's nine digits"));
    CHECK(has(first_problem(order("ssb-13942", replaced(activity, "154;160", "-4;160"))),
              "in.csv:5:70: region «Universitetssykehuset Nord-Norge HF», statistikkvariabel «Døgnplasser», år «2025», "
              "tjenesteområde «Psykisk helsevern for voksne»: -4 is below zero"));
    const std::string without = replaced(replaced(activity, "Oppholdsdøgn 2025", "Dagbehandlinger 2025"),
                                         "Oppholdsdøgn 2026", "Dagbehandlinger 2026");
    CHECK(has(first_problem(order("ssb-13942", without)), "the contents bed days are missing"));
    YearOrder late = order("ssb-13942", activity);
    late.years.wanted = YearSpan{2026, 2027};
    CHECK(has(first_problem(late), "2027 is missing (the file has 2025, 2026)"));
    CHECK(has(first_problem(order("ssb-13942", replaced(activity, "\"Somatikk\"", "\"Tannhelse\""))),
              "unknown area of service"));
}

TEST_CASE("a cell of 13942 that is no number is refused, and one that SSB marks as missing is named") {
    for (const char* cell : {"femtito tusen", "160,5", "5 2000"}) {
        const std::string problem =
            first_problem(order("ssb-13942", replaced(activity, "154;160", fmt::format("154;{}", cell))));
        CHECK(has(problem, fmt::format("found \"{}\"; expected a whole number without spaces", cell)));
        CHECK(has(problem, "in.csv:5:"));
    }
    const YearImport made =
        import_year(order("ssb-13942", replaced(activity, "51222;52000", "51222;..")), Language::nb);
    CHECK(has(made.report,
              "Merk: region «Universitetssykehuset Nord-Norge HF», statistikkvariabel «Oppholdsdøgn», år «2026»"));
    CHECK(has(made.report, "«..», SSBs tegn for at tallet mangler"));
    // Somatic care has such signs too, and is left out.
    CHECK_FALSE(has(made.report, "«Somatikk»"));
}

TEST_CASE(
    "13942 of years that are not over, or are before the base year, is refused; a slip of a digit is remarked on") {
    YearOrder one = order("ssb-13942", activity);
    one.years.last_counted = 2026;
    CHECK(first_problem(one) == "in.csv: 2026 isn't counted yet: the year isn't over");
    one = order("ssb-13942", activity);
    one.base = KnownBase{2027, {}};
    CHECK(first_problem(one) ==
          "in.csv: the last year is 2026, before the scenario's base year 2027; choose later years");
    one = order("ssb-13942", replaced(activity, "51222;52000", "51222;5200"));
    CHECK(has(import_year(one, Language::en).report, "unn-phv: 5200 bed days in 2026 against 51222 the year before"));
}

TEST_CASE("years that the scenario knows are revised, later ones added, and a gap is told") {
    YearOrder one = order("ssb-13942", activity);
    one.base = KnownBase{2024, {{"voksne-unn", "unn", "phv", {{2024, 49303.0}, {2025, 51000.0}}}}};
    const YearImport made = import_year(one, Language::en);
    CHECK(has(made.file.content, "[[counted_use]]\nid = \"voksne-unn-2025\"\nactivity = \"voksne-unn\"\nyear = 2025\n"
                                 "bed_days = { value = 51222,"));
    CHECK(has(made.file.content,
              "id = \"voksne-unn-2026\"\nactivity = \"voksne-unn\"\nyear = 2026\nbed_days = { value = "
              "52000, status = \"observed\", source = \"SSB tabell 13942, CC BY 4.0\" }\nplaces = { value = 160"));
    CHECK(has(made.report, "voksne-unn: 2025 is revised from 51000 to 51222 bed days"));
    one.base = KnownBase{2023, {{"voksne-unn", "unn", "phv", {{2022, 48521.0}, {2023, 51601.0}}}}};
    const YearImport gap = import_year(one, Language::en);
    CHECK(gap.base_year == 2023);
    CHECK(has(gap.report, "voksne-unn: 2025 is counted, but not 2024; 2025 isn't written"));
}

TEST_CASE("an export of 14820 becomes rates by age on the scenario's own people, and other services' rates stay") {
    // Two ages, 30 000 and 10 000 bed days on average; 1 000 people of each age and sex on every 1 January.
    std::string people = "trust,year,sex,age,persons\n";
    for (const int year : {2025, 2026, 2027}) {
        for (const char* sex : {"female", "male"}) {
            for (int age = 0; age <= 105; ++age) people += fmt::format("unn,{},{},{},1000\n", year, sex, age);
        }
    }
    YearOrder one = order(
        "ssb-14820",
        "\"14820: Pasienter, etter region, alder, statistikkvariabel og år\"\n\n"
        "\"region\";\"alder\";\"Døgnopphold 2025\";\"Døgnopphold 2026\";\"Oppholdsdøgn 2025\";\"Oppholdsdøgn 2026\"\n"
        "\"H05 Helseregion Nord\";\"18-49 år\";900;900;29000;31000\n"
        "\"H05 Helseregion Nord\";\"50 år eller eldre\";300;300;9000;11000\n"
        "\"H05 Helseregion Nord\";\"I alt\";1200;1200;38000;42000\n"
        "\"H12 Helseregion Sør-Øst\";\"18-49 år\";1;1;1;1\n");
    one.population = {"population.csv", people};
    one.rates = {"use_rates.csv",
                 "service,sex,age_from,age_to,bed_days_per_1000\nphv,female,18,105,450\ntsb,male,18,66,2.5\n"};
    one.regions = "H05";
    one.mapping = {};
    const YearImport made = import_year(one, Language::en);
    // 32 ages × 2 000 = 64 000 people of 18–49, 56 ages × 2 000 = 112 000 older.
    CHECK(made.file.content == "service,sex,age_from,age_to,bed_days_per_1000\n"
                               "phv,female,18,49,468.75\nphv,female,50,105,89.28571\n"
                               "phv,male,18,49,468.75\nphv,male,50,105,89.28571\ntsb,male,18,66,2.5\n");
    one.regions = "H06";
    CHECK(has(first_problem(one), "--regions: there is no region \"H06\""));
    one.regions = "H05";
    one.years.wanted = YearSpan{2024, 2026};
    CHECK(has(first_problem(one), "2024 is missing (the file has 2025, 2026)"));
    one.years.wanted = {};
    one.file.text = replaced(one.file.text, "\"H05 Helseregion Nord\";\"50 år eller eldre\";300;300;9000;11000\n",
                             "\"18 Nordland\";\"50 år eller eldre\";300;300;9000;11000\n");
    CHECK(has(first_problem(one), "missing: region «H05 Helseregion Nord», ages 50–105, 2025"));
    one.file.text = replaced(one.file.text, "\"18 Nordland\"", "\"H05 Helseregion Nord\"");
    // The old rates gave ten times as much: these can't be all of the scenario's regions.
    one.rates.text = "service,sex,age_from,age_to,bed_days_per_1000\nphv,female,18,105,4500\n";
    CHECK(has(first_problem(one), "choose regions that together are the scenario's"));
    one.rates.text = "service,sex,age_from,age_to,bed_days_per_1000\n";
    one.file.text = replaced(replaced(one.file.text, "18-49 år", "18-40 år"), "18-49 år", "18-40 år");
    CHECK(has(first_problem(one), "the ages 18–40 and 50–105 don't follow on each other"));
}

TEST_CASE("14820 of one sex is refused, and of both without their sum they are added") {
    std::string people = "trust,year,sex,age,persons\n";
    for (const int year : {2026, 2027}) {
        for (const char* sex : {"female", "male"}) {
            for (int age = 0; age <= 105; ++age) people += fmt::format("unn,{},{},{},1000\n", year, sex, age);
        }
    }
    const std::string head = "\"14820: Pasienter\"\n\n\"region\";\"alder\";\"kjønn\";\"Oppholdsdøgn 2026\"\n";
    const std::string men = "\"H05\";\"18 år eller eldre\";\"Menn\";88000\n";
    YearOrder one = order("ssb-14820", head + men);
    one.population = {"population.csv", people};
    one.regions = "H05";
    one.mapping = {};
    CHECK(has(first_problem(one), "sex: the file has only \"Menn\"; choose \"both sexes\""));
    one.file.text += replaced(replaced(men, "Menn", "Kvinner"), "88000", "44000");
    // 132 000 days over 88 ages × 2 000 people: 750 per 1 000.
    CHECK(has(import_year(one, Language::en).file.content, "phv,female,18,105,750\nphv,male,18,105,750\n"));
}

TEST_CASE("an export of 13982 becomes the table of people by trust") {
    std::string text = "\"13982: Befolkning i opptaksområder, etter region, tjenesteområde, kjønn, alder og år\"\n\n"
                       "\"region\";\"tjenesteområde\";\"kjønn\";\"alder\";\"2026\"\n";
    for (const char* region :
         {"983974899 Universitetssykehuset Nord-Norge HF", "983974910 Nordlandssykehuset HF", "H00 Hele landet"}) {
        for (const char* sex : {"Menn", "Kvinner"}) {
            for (int age = 0; age <= 105; ++age)
                text += fmt::format("\"{}\";\"Somatikk\";\"{}\";\"{}\";{}\n", region, sex, age_nb(age),
                                    age + (*sex == 'K' ? 500 : 100));
        }
    }
    YearOrder one = order("ssb-13982", text);
    const YearImport made = import_year(one, Language::en);
    CHECK(made.file.content.starts_with("trust,year,sex,age,persons\nunn,2026,female,0,500\nunn,2026,female,1,501\n"));
    CHECK(has(made.file.content, "nlsh,2026,male,105,205\n"));
    one.file.text = replaced(text, "\"Kvinner\";\"7 år\";507\n", "\"Kvinner\";\"7 år\";..\n");
    CHECK(has(first_problem(one), "missing: unn, women, age 7, 2026"));
    CHECK(has(first_problem(one, Language::nb), "mangler unn, kvinner, 7 år, 2026"));
}
