// A whole renewal, as the guide has it: people (07459), counts (13942) and rates (14820) of a year that hasn't been, on a copy
// of the shipped scenario. The exports are made up, in the StatBank's layout.
#include "app/ground/csv.hpp"
#include "app/import/activity/import_year.hpp"
#include "app/import/import_report.hpp"
#include "app/import/import_texts.hpp"
#include "app/import/levels/renewal.hpp"
#include "tests/app/import/import_example.hpp"
#include "tests/app/scenario_copy.hpp"
#include "tests/catch.hpp"

#include <map>
#include <tuple>

/// Catch2 says what an exception has to say.
CATCH_TRANSLATE_EXCEPTION(framsyn::app::BadInput& bad) {
    return bad.problems().lines(framsyn::Language::en).front();
}

using namespace framsyn;
using namespace framsyn::app;
using namespace framsyn::app::testing;

namespace {

/// A municipality for each trust is enough: what a trust has of people lives there.
const std::string municipalities = "municipality_code,trust,municipality_name\n"
                                   "5603,finnmark,Hammerfest\n5501,unn,Tromsø\n1804,nlsh,Bodø\n1824,helgeland,Vefsn\n";
const std::map<std::string, std::string> lives_in{
    {"finnmark", "5603 Hammerfest"}, {"unn", "5501 Tromsø"}, {"nlsh", "1804 Bodø"}, {"helgeland", "1824 Vefsn"}};
const std::map<std::string, std::string> named{{"finnmark", "Finnmarkssykehuset HF"},
                                               {"unn", "Universitetssykehuset Nord-Norge HF"},
                                               {"nlsh", "Nordlandssykehuset HF"},
                                               {"helgeland", "Helgelandssykehuset HF"}};
const std::map<std::string, std::string> areas{{"phv", "Psykisk helsevern for voksne"},
                                               {"phbu", "Psykisk helsevern for barn og unge"},
                                               {"tsb", "Tverrfaglig spesialisert rusbehandling"}};

using Persons = std::map<std::tuple<std::string, int, std::string, int>, long>; ///< trust, year, sex, age

Persons persons_in(const std::string& text) {
    Problems problems;
    const CsvTable csv(text, "population.csv", {"trust", "year", "sex", "age", "persons"}, problems);
    Persons persons;
    for (std::size_t row = 0; row < csv.rows(); ++row)
        persons[{csv.cell(row, 0), csv.whole(row, 1, 2000, 2100, problems), csv.cell(row, 2),
                 csv.whole(row, 3, 0, 105, problems)}] = std::stol(csv.cell(row, 4));
    return persons;
}

/// The scenario's folder, renewed step by step; each step is on top of the file of the one before.
class Region {
  public:
    /// 1 January of a year is like the last one that was counted.
    void count_people(int year) {
        Persons persons = persons_in(copy.read("tables/population.csv"));
        std::string text = "\"07459: Befolkning\"\n\n\"region\";\"kjønn\";\"alder\";\"år\";\"Personer\"\n";
        const Persons before = persons;
        for (const auto& [key, number] : before) {
            const auto& [trust, of, sex, age] = key;
            if (of == year - 1) persons[{trust, year, sex, age}] = number;
        }
        for (const auto& [key, number] : persons) {
            const auto& [trust, of, sex, age] = key;
            text += fmt::format("\"{}\";\"{}\";\"{}\";\"{}\";{}\n", lives_in.at(trust),
                                sex == "male" ? "Menn" : "Kvinner", age_nb(age), of, number);
        }
        const ImportedPopulation imported = import_texts(
            {"ssb-07459", {"07459.csv", text}, {"municipalities.csv", municipalities}, {YearSpan{2024, year}, {}}});
        copy.write("tables/population.csv", import_file(imported, "population.csv").content);
    }

    /// Every trust's bed days times a factor since the last year, but adults', which may be left out.
    YearImport count_days(int year, double factor, const std::string& file, bool with_adults = true) {
        std::string text =
            fmt::format("\"13942: Spesialisthelsetjenesten\"\n\n\"region\";\"tjenesteområde\";\"Døgnplasser "
                        "{0}\";\"Oppholdsdøgn {0}\";\"Sengedøgn {0}\"\n",
                        year);
        const KnownBase base = known_base(copy.files(), top);
        for (const KnownSeries& one : base.series) {
            if (one.years.empty() || (one.service == "phv" && !with_adults)) continue;
            text += fmt::format("\"{}\";\"{}\";..;{:.0f};99999\n", named.at(one.trust), areas.at(one.service),
                                factor * one.years.back().bed_days);
        }
        YearOrder order;
        order.table = "ssb-13942";
        order.file = {"13942.csv", text};
        order.mapping = {"trusts.csv", copy.read("tables/trusts.csv")};
        order.extends = top;
        order.out = file;
        order.base = base;
        const YearImport made = import_year(order, Language::en);
        put(file, made.file.content);
        return made;
    }

    /// Residents' use at the shipped scenario's ages, times a factor.
    YearImport count_use(int year, double factor, const std::string& file) {
        std::string text = "\"14820: Pasienter\"\n\n\"region\";\"alder\";\"år\";\"Oppholdsdøgn\"\n";
        const std::vector<std::pair<std::string, double>> days{
            {"18-29 år", 27878}, {"30-49 år", 41564}, {"50-66 år", 28008}, {"67 år eller eldre", 12336}};
        for (const auto& [ages, number] : days)
            text += fmt::format("\"H05 Helseregion Nord\";\"{}\";{};{:.0f}\n", ages, year, factor * number);
        YearOrder order;
        order.table = "ssb-14820";
        order.file = {"14820.csv", text};
        order.population = {"population.csv", copy.read("tables/population.csv")};
        order.rates = {"use_rates.csv", copy.read("tables/use_rates.csv")};
        order.regions = "H05";
        order.service = "phv";
        order.out = "tables/use_rates-ny.csv";
        const YearImport made = import_year(order, Language::en);
        copy.write("tables/use_rates-ny.csv", made.file.content);
        put(file, rates_file(copy.files(), top, top, "tables/use_rates-ny.csv", made.source));
        return made;
    }

    WrittenScenario scenario() const { return copy.scenario({}, top); }

    ScenarioCopy copy;
    std::string top = "baseline.toml";
    Renewal last;

  private:
    void put(const std::string& file, const std::string& content) {
        Draft draft(copy.files());
        draft.put(file, content);
        last = renewal_of(draft, file);
        copy.write(file, last.content);
        top = file;
    }
};

const study::ActivityInfo& activity_of(const WrittenScenario& scenario, const std::string& id) {
    for (const study::ActivityInfo& one : scenario.activities) {
        if (one.id == id) return one;
    }
    FAIL(id);
    return scenario.activities.front();
}

} // namespace

TEST_CASE("people, counts and then rates of a new year make a scenario that is in order") {
    Region region;
    region.count_people(2027);
    region.count_days(2026, 1.08, "nytt-aar.toml");
    CHECK(region.last.still_wrong.empty());
    CHECK(region.copy.problems("nytt-aar.toml").empty());
    const YearImport use = region.count_use(2026, 1.3, "nye-rater.toml");
    CHECK(region.last.flows > 0); // rates that are 1.3 times give more than a tenth too much
    CHECK(region.copy.problems("nye-rater.toml").empty());
    CHECK(use.report.find("per cent of what the rates in use_rates.csv give") != std::string::npos);
    const WrittenScenario scenario = region.scenario();
    CHECK(scenario.base_year == 2026);
    CHECK(activity_of(scenario, "unn-phv").bed_days->value == Approx(std::round(1.08 * 51222)));
    CHECK_FALSE(activity_of(scenario, "unn-phv").bed_days->has_interval());
}

TEST_CASE("rates before counts is as good, and so is the year after") {
    Region region;
    region.count_people(2027);
    region.count_use(2026, 1.3, "nye-rater.toml");
    CHECK(region.last.still_wrong.empty());
    region.count_days(2026, 0.85, "nytt-aar.toml");
    CHECK(region.last.still_wrong.empty());
    CHECK(region.last.flows > 0);
    region.count_people(2028);
    region.count_days(2027, 1.2, "enda-et-aar.toml");
    CHECK(region.last.still_wrong.empty());
    CHECK(region.copy.problems("enda-et-aar.toml").empty());
    const WrittenScenario scenario = region.scenario();
    CHECK(scenario.base_year == 2027);
    CHECK(activity_of(scenario, "nlsh-tsb").counted.back().year == 2027);
}

TEST_CASE("expected days of a new year are the last year's times people at the scenario's rates") {
    Region region;
    region.count_people(2027);
    region.count_days(2026, 1.0, "nytt-aar.toml");
    const WrittenScenario scenario = region.scenario();
    // By hand: rate × mean of two 1 Januaries, 2026 over 2025, both of 365 days. The rates of phv are of no sex.
    const Persons persons = persons_in(region.copy.read("tables/population.csv"));
    const auto use = [&](int year) {
        double days = 0.0;
        for (const auto& [key, number] : persons) {
            const auto& [trust, of, sex, age] = key;
            if (trust != "unn" || (of != year && of != year + 1) || age < 18) continue;
            const double rate = age < 30 ? 382.7669 : age < 50 ? 341.7188 : age < 67 ? 254.2584 : 133.6379;
            days += 0.5 * rate * static_cast<double>(number);
        }
        return days;
    };
    const study::CountedUse& last = activity_of(scenario, "unn-phv").counted.back();
    CHECK(last.year == 2026);
    CHECK(last.expected_days == Approx(44566.4 * use(2026) / use(2025)).epsilon(1e-6));
    CHECK_FALSE(last.places);
}

TEST_CASE("where adults are not in the export, the base year stays where they are counted, and it is said") {
    Region region;
    region.count_people(2027);
    const YearImport made = region.count_days(2026, 1.02, "nytt-aar.toml", false);
    CHECK(made.base_year == 2025);
    CHECK(made.report.find(
              "the base year is 2025, not 2026: unn-phv, nlsh-phv, finnmark-phv, helgeland-phv isn't counted") !=
          std::string::npos);
    CHECK(region.last.still_wrong.empty());
    const WrittenScenario scenario = region.scenario();
    CHECK(activity_of(scenario, "unn-phv").bed_days->value == 51222); // of 2025, as the table has it
    CHECK(activity_of(scenario, "unn-phbu").counted.back().year == 2026);
}

TEST_CASE("a year of [[counted_use]] follows the table's, and what can't be is told at its line") {
    ScenarioCopy copy;
    const auto with = [&](const std::string& lines) {
        copy.write("mer.toml",
                   "schema = 1\nextends = \"baseline.toml\"\n\n[[counted_use]]\nid = \"x\"\nactivity = \"unn-phbu\"\n" +
                       lines);
        const std::vector<std::string> problems = copy.problems("mer.toml");
        return problems.empty() ? std::string() : problems.front();
    };
    CHECK(with("year = 2026\nbed_days = 3000\nexpected_days = 4000\n").empty());
    CHECK(activity_of(copy.scenario({}, "mer.toml"), "unn-phbu").counted.back().expected_days == 4000.0);
    // The same year again: the days are new, the expected days and the places stay.
    CHECK(with("year = 2025\nbed_days = 2800\n").empty());
    const study::CountedUse last = activity_of(copy.scenario({}, "mer.toml"), "unn-phbu").counted.back();
    CHECK(last.bed_days == 2800.0);
    CHECK(last.expected_days == 4030.6);
    CHECK(last.places == 14.0);
    CHECK(with("year = 2027\nbed_days = 3000\nexpected_days = 4000\n") ==
          "mer.toml:7:8: unn-phbu: 2026 isn't counted, but 2025 and 2027 are; expected every year");
    CHECK(with("year = 2026\nbed_days = { value = 3000, low = 2000, high = 4000 }\n").find("no low and high") !=
          std::string::npos);
    CHECK(with("year = 2041\nbed_days = 3000\n").find("2041 is after the last year (2040)") != std::string::npos);
    CHECK(with("year = 2014\nbed_days = 3000\n").find("expected_days of 2014 can't be worked out") !=
          std::string::npos);
    copy.write("mer.toml", "schema = 1\nextends = \"baseline.toml\"\n\n[time]\nbase_year = 2026\n");
    CHECK(copy.problems("mer.toml")
              .front()
              .find("but the base year 2026 must be among them; write it in [[counted_use]]") != std::string::npos);
}
