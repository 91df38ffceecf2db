// 13942 on regions where only a sum over trusts is counted: the sum is what the export has, or a region less those of its
// trusts that are counted. Figures of 2024 and 2025 are Statistics Norway's (table 13942); those of 2026 are made up.
#include "app/import/activity/import_year.hpp"
#include "app/import/levels/renewal.hpp"
#include "tests/app/import/import_example.hpp"
#include "tests/app/scenario_copy.hpp"
#include "tests/catch.hpp"

using namespace framsyn;
using namespace framsyn::app;
using namespace framsyn::app::testing;

namespace {

const std::string adults = "Psykisk helsevern for voksne";
const std::string children = "Psykisk helsevern for barn og unge";
const std::string addiction = "Tverrfaglig spesialisert rusbehandling";

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

/// An export of bed days in one year: rows of region, service and days.
std::string export_of(int year, const std::vector<std::tuple<std::string, std::string, std::string>>& rows) {
    std::string text = fmt::format("\"13942: Spesialisthelsetjenesten\"\n\n\"region\";\"tjenesteområde\";\"Døgnplasser "
                                   "{0}\";\"Oppholdsdøgn {0}\"\n",
                                   year);
    for (const auto& [region, service, days] : rows)
        text += fmt::format("\"{}\";\"{}\";..;{}\n", region, service, days);
    return text;
}

/// Bergen by itself and both regions that are counted as sums.
const std::vector<std::tuple<std::string, std::string, std::string>> west_and_south_east{
    {"Helse Bergen HF", adults, "73215"},
    {"Helse Bergen HF", children, "5640"},
    {"Helse Bergen HF", addiction, "30135"},
    {"H03 Helseregion Vest", adults, "219698"},
    {"H03 Helseregion Vest", children, "11983"},
    {"H03 Helseregion Vest", addiction, "46688"},
    {"H12 Helseregion Sør-Øst", adults, "473720"},
    {"H12 Helseregion Sør-Øst", children, "34840"},
    {"H12 Helseregion Sør-Øst", addiction, "103437"}};

const std::string bergen = "organisation_number,trust,trust_name\n983974724,bergen,Helse Bergen HF\n";
const std::string west = "H03,forde+bergen+fonna+stavanger+avtale-vest,Helseregion Vest\n";
const std::string south_east = "H12,ostfold+akershus+ous+lovisenberg+diakonhjemmet+innlandet+vestre-viken+vestfold+"
                               "telemark+sorlandet,Helseregion Sør-Øst\n";

YearOrder order_of(const ScenarioCopy& copy, const std::string& text, const std::string& mapping) {
    YearOrder order;
    order.table = "ssb-13942";
    order.file = {"13942.csv", text};
    order.mapping = {"trusts.csv", mapping};
    order.extends = "baseline.toml";
    order.out = "nytt-aar.toml";
    order.base = known_base(copy.files(), "baseline.toml");
    return order;
}

const ScenarioCopy& norway() {
    static const ScenarioCopy copy("norge");
    return copy;
}

std::string report_of(const std::vector<std::tuple<std::string, std::string, std::string>>& rows,
                      const std::string& mapping, Language language = Language::en) {
    return import_year(order_of(norway(), export_of(2025, rows), mapping), language).report;
}

} // namespace

TEST_CASE("a sum over trusts is renewed by its region less those of its trusts that are counted") {
    ScenarioCopy copy = norway();
    const YearImport made =
        import_year(order_of(copy, export_of(2025, west_and_south_east), bergen + west + south_east), Language::nb);
    CHECK(made.base_year == 2025);
    // 219 698 less Bergen's 73 215; the interval is ±5 %, as in the scenario.
    CHECK(has(
        made.file.content,
        "id = \"sum-vest-phv\"\ntrusts = [\"forde\", \"fonna\", \"stavanger\", \"avtale-vest\"]\nservice = "
        "\"phv\"\nbasis = \"observed\"\nbed_days = { value = 146483, low = 139158.9, high = 153807.1, status = "
        "\"derived\", source = \"SSB tabell 13942, CC BY 4.0, oppholdsdøgn 2025, intervall som før: Helseregion Vest "
        "219698 uten bergen 73215\" }"));
    // Private units in the west have no children, so nothing is missing: 11 983 − 5 640.
    CHECK(has(made.file.content, "id = \"sum-vest-phbu\""));
    CHECK(has(made.report, "sum-vest-phbu: 6343 oppholdsdøgn i 2025 (Helseregion Vest 11983 uten bergen 5640)"));
    CHECK(
        has(made.file.content, "bed_days = { value = 473720, low = 450034.0, high = 497406.0, status = \"observed\""));
    CHECK_FALSE(has(made.report, "ikke i filen"));
    Draft draft(copy.files());
    draft.put("nytt-aar.toml", made.file.content);
    const Renewal renewal = renewal_of(draft, "nytt-aar.toml");
    CHECK(renewal.still_wrong.empty());
    copy.write("nytt-aar.toml", renewal.content);
    for (const study::ActivityInfo& one : copy.scenario({}, "nytt-aar.toml").activities) {
        if (one.id == "sum-sor-ost-tsb") CHECK(one.bed_days->value == 103437.0);
        if (one.id == "sum-vest-tsb") CHECK(one.bed_days->value == 46688.0 - 30135.0);
        if (one.id == "nlsh-phv") CHECK(one.bed_days->value == 35402.0); // of 2025 in the scenario's own table
    }
}

TEST_CASE("a sum that an export doesn't say keeps its bed days, and it is told how to have it renewed") {
    const YearImport made = import_year(order_of(norway(), export_of(2025, west_and_south_east), bergen), Language::nb);
    CHECK_FALSE(has(made.file.content, "sum-"));
    CHECK(has(made.report, "Merk: ikke i filen, og står med bed_days fra før som om de var fra 2025: sum-vest-phv, "));
    CHECK(has(made.report, "koblingen sier hvem den teller, som H12,forde+fonna+stavanger+avtale-vest"));
    // Half of the region alone is no sum of the other half.
    const std::string report = report_of(west_and_south_east, bergen + "H03,forde+bergen+fonna,Vest\n" + south_east);
    CHECK(has(report, "not in the file, and keep their bed_days as if they were of 2025: sum-vest-phv, sum-vest-phbu, "
                      "sum-vest-tsb\n"));
    // Without Bergen's own adults the west less Bergen can't be found either.
    auto rows = west_and_south_east;
    std::get<2>(rows[0]) = "..";
    CHECK(has(report_of(rows, bergen + west + south_east), "as if they were of 2025: sum-vest-phv\n"));
}

TEST_CASE("trusts of a sum that are counted by themselves are told of, and their sum is held") {
    const std::string three = bergen + "983974732,forde,Helse Førde HF\n983974694,fonna,Helse Fonna HF\n"
                                       "983974678,stavanger,Helse Stavanger HF\n";
    auto rows = west_and_south_east;
    for (const char* trust : {"Helse Førde HF", "Helse Fonna HF"}) rows.emplace_back(trust, children, "1000");
    rows.emplace_back("Helse Stavanger HF", children, "..");
    CHECK(has(report_of(rows, three + west + south_east),
              "sum-vest-phbu: forde, fonna counted alone, but not stavanger; only the sum can be used"));
    std::get<2>(rows.back()) = "4000";
    const std::string report = report_of(rows, three + west + south_east);
    CHECK(has(report, "sum-vest-phbu: 6000 bed days in 2025 (sum of forde, fonna, stavanger)"));
    CHECK(has(report, "sum-vest-phbu: all are counted by themselves (forde, fonna, stavanger)"));
}

TEST_CASE("a sum that leaps from what the scenario has is remarked on, and many holes are two lines") {
    auto rows = west_and_south_east;
    std::get<2>(rows[6]) = "47372"; // a digit lost
    CHECK(has(report_of(rows, bergen + west + south_east),
              "sum-sor-ost-phv: 47372 bed days in 2025 against 485976 in the scenario; is that right?"));
    rows = west_and_south_east;
    std::string mapping = bergen + west + south_east;
    for (int i = 0; i < 9; ++i) {
        const std::string trust = fmt::format("Sykehus {} HF", i);
        mapping += fmt::format("90000000{},ostfold,{}\n", i, trust);
        for (const std::string& service : {adults, children, addiction}) rows.emplace_back(trust, service, "..");
    }
    std::string text = export_of(2025, rows);
    for (std::size_t at = text.find(";..;.."); at != std::string::npos; at = text.find(";..;.."))
        text[at + 1] = '7', text[at + 2] = '7';
    const std::string report = import_year(order_of(norway(), text, mapping), Language::nb).report;
    CHECK(has(report, "Merk: ingen telling av oppholdsdøgn: ostfold phbu/phv/tsb 2025\n"));
}

TEST_CASE("one trust that is only counted within its region gets its year from it, and doesn't hold the others back") {
    ScenarioCopy copy("midt-norge");
    std::vector<std::tuple<std::string, std::string, std::string>> rows;
    const std::vector<std::tuple<std::string, int, int, int>> days{
        {adults, 18000, 60000, 118000}, {children, 1300, 2600, 6100}, {addiction, 3100, 11200, 30000}};
    for (const auto& [service, north, south, all] : days) {
        rows.emplace_back("Helse Nord-Trøndelag HF", service, std::to_string(north));
        rows.emplace_back("St. Olavs hospital HF", service, std::to_string(south));
        rows.emplace_back("Helse Møre og Romsdal HF", service, "..");
        rows.emplace_back("H04 Helseregion Midt-Norge", service, std::to_string(all));
    }
    const YearImport made =
        import_year(order_of(copy, export_of(2026, rows), copy.read("tables/trusts.csv")), Language::en);
    CHECK(made.base_year == 2026);
    CHECK(has(made.file.content,
              "id = \"more-romsdal-phv-2026\"\nactivity = \"more-romsdal-phv\"\nyear = 2026\nbed_days = { value = "
              "40000, status = \"derived\", source = \"SSB tabell 13942, CC BY 4.0: Helseregion Midt-Norge 118000 uten "
              "nord-trondelag 18000, st-olav 60000\" }"));
    CHECK(has(made.file.content, "bed_days = { value = 15700, status = \"derived\"")); // 30 000 − 3 100 − 11 200
}

TEST_CASE("what is wrong with a region of the mapping is told at its line") {
    const auto problem = [&](const std::string& line, Language language) -> std::string {
        try {
            import_year(order_of(norway(), export_of(2025, west_and_south_east), bergen + line), language);
        } catch (const BadInput& bad) {
            return bad.problems().lines(language).front();
        }
        return "";
    };
    CHECK(problem("H03,forde+bergen+fonna+stavangr,Vest\n", Language::nb) ==
          "trusts.csv:3:5: finner ikke helseforetaket «stavangr» i scenariet; mente du «stavanger»?");
    CHECK(problem("H03,forde+bergen+forde,Vest\n", Language::en) == "trusts.csv:3:5: forde is in it twice");
    CHECK(problem("H03,forde+,Vest\n", Language::en) ==
          "trusts.csv:3:5: found \"\"; expected the trust's id in the scenario, as unn");
    CHECK(problem(west + west, Language::en) == "trusts.csv:4:1: H03 is there twice");
}
