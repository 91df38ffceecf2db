// What people open in a spreadsheet: names and words instead of ids and codes, and no row that looks like a finding
// without being one.
#include "app/results/workbook_sheets.hpp"
#include "app/tables/result_tables.hpp"
#include "scenario_copy.hpp"
#include "tests/catch.hpp"

#include <algorithm>
#include <set>

using namespace framsyn;
using namespace framsyn::app;

namespace {

using Copy = framsyn::app::testing::ScenarioCopy;

const WrittenScenario& baseline() {
    static const Copy copy("helse-nord");
    static const WrittenScenario scenario = copy.scenario({{"run.draws=10"}, 4, {}});
    return scenario;
}

const Sheet& named(const std::vector<Sheet>& sheets, const std::string& name) {
    const auto found = std::find_if(sheets.begin(), sheets.end(), [&](const Sheet& s) { return s.name == name; });
    REQUIRE(found != sheets.end());
    return *found;
}

std::vector<ResultFile> tables_of(const WrittenScenario& scenario) {
    return result_tables(scenario, study::run_study(scenario));
}

} // namespace

TEST_CASE("a row that cannot be judged is faint and says so, in both languages") {
    const std::vector<ResultFile> tables{{"gap.csv", "trust,service,year,capacity,need,gap,p_shortage,rule,evidence\n"
                                                     "unn,phv,2030,10,12,-2,0.9,utilisation,derived\n"
                                                     "unn,intensiv-3,2030,10,12,-2,0.9,service-level,assumed\n"
                                                     "region,tsb,2030,10,12,-2,0.9,utilisation,not-identified\n"}};
    const Sheet gap = named(workbook_sheets(baseline(), tables, Language::nb), "Gap");
    CHECK(gap.faint == std::vector<bool>{false, true, true});
    CHECK(gap.rows[0] == std::vector<std::string>{"UNN", "Psykisk helsevern for voksne", "2030", "10", "12", "-2",
                                                  "0.9", "planlagt utnyttelse", "avledet"});
    CHECK(gap.rows[1][8] == "kan ikke vurderes: hviler på en antakelse");
    CHECK(gap.rows[2][0] == baseline().region_name);
    CHECK(gap.rows[2][8] == "kan ikke vurderes: nivået i basisåret er antatt");
    CHECK(gap.forms[6] == NumberForm::share);
    const std::vector<ResultFile> with_need{
        tables[0], {"need.csv", "trust,service,year,beds_utilisation\nunn,phv,2030,12\nunn,intensiv-3,2030,12\n"}};
    const Sheet need = named(workbook_sheets(baseline(), with_need, Language::nb), "Behov etter behandlingssted");
    CHECK(need.faint == std::vector<bool>{false, true});
    const Sheet english = named(workbook_sheets(baseline(), tables, Language::en), "Gap");
    CHECK(english.rows[2][8] == "cannot be judged: the base year's level is assumed");
}

TEST_CASE("population stands with its median between the bounds of its interval") {
    const std::vector<ResultFile> tables{
        {"population_quantiles.csv", "trust,year,sex,age_group,probability,persons\n"
                                     "unn,2030,both,67+,0.025,1\nunn,2030,both,67+,0.1,2\nunn,2030,both,67+,0.25,3\n"
                                     "unn,2030,both,67+,0.5,4\nunn,2030,both,67+,0.75,5\nunn,2030,both,67+,0.9,6\n"
                                     "unn,2030,both,67+,0.975,7\nunn,2030,both,all,0.1,8\nunn,2030,both,all,0.5,9\n"
                                     "unn,2030,both,all,0.9,10\n"}};
    const Sheet population = named(workbook_sheets(baseline(), tables, Language::nb), "Befolkning");
    CHECK(population.headings.back() == "90-prosentil");
    REQUIRE(population.rows.size() == 2);
    CHECK(population.rows[0] == std::vector<std::string>{"UNN", "2030", "begge", "67+", "2", "4", "6"});
    CHECK(population.rows[1] == std::vector<std::string>{"UNN", "2030", "begge", "alle", "8", "9", "10"});
}

TEST_CASE("every column and every code of a whole run has a word in the workbook") {
    const std::vector<ResultFile> tables = tables_of(baseline());
    for (const Language language : {Language::nb, Language::en}) {
        const std::vector<Sheet> sheets = workbook_sheets(baseline(), tables, language);
        CHECK(sheets.size() == 14);
        for (const Sheet& sheet : sheets) {
            INFO(sheet.file);
            CHECK(sheet.name.size() <= 31); // what a spreadsheet allows
            CHECK(sheet.rows.size() == sheet.faint.size());
            const auto table = std::find_if(tables.begin(), tables.end(),
                                            [&](const ResultFile& file) { return file.name == sheet.file; });
            std::string header = table->content.substr(0, table->content.find('\n'));
            std::set<std::string> columns;
            for (std::size_t comma = 0; !header.empty(); header.erase(0, comma == header.npos ? comma : comma + 1)) {
                comma = header.find(',');
                columns.insert(header.substr(0, comma));
            }
            for (std::size_t c = 0; c < sheet.headings.size(); ++c) {
                INFO(sheet.headings[c]);
                CHECK((sheet.headings[c] == "id" || columns.count(sheet.headings[c]) == 0));
            }
        }
    }
    // In Norwegian no code is left where a word belongs: codes are lower-case English with hyphens or underscores.
    for (const Sheet& sheet : workbook_sheets(baseline(), tables, Language::nb)) {
        for (std::size_t c = 0; c < sheet.headings.size(); ++c) {
            for (const std::vector<std::string>& row : sheet.rows) {
                for (const char* code :
                     {"staffed",   "surge",     "utilisation",      "service-level",  "not-identified",
                      "observed",  "decided",   "female",           "births",         "internal_in",
                      "occupancy", "wait_mean", "beds-per-100000-", "simulated-over", "outside",
                      "region",    "no-target", "function",         "purchase",       "bed days"}) {
                    if (row[c] == code || row[c].rfind(code, 0) == 0) {
                        INFO(sheet.file << " " << sheet.headings[c] << " " << row[c]);
                        CHECK((sheet.headings[c] == "Kilde" || sheet.headings[c].rfind("Forutsetning", 0) == 0));
                    }
                }
            }
        }
    }
}
