#pragma once

#include "app/import/import_report.hpp"
#include "app/import/read_statbank.hpp"

#include <fmt/format.h>

#include <string>
#include <vector>

namespace framsyn::app::testing {

/// Two trusts, three municipalities, in an order that isn't the file's. The numbers of persons are made up.
inline const std::string example_map = "municipality_code,trust,municipality_name\n"
                                       "5501,unn,Tromsø\n"
                                       "1804,nlsh,Bodø\n"
                                       "1875,nlsh,Hamarøy\n";

/// Any rule will do as long as no two cells that could be mistaken for each other are alike.
inline int example_persons(int municipality, int sex, int age, int year) {
    return (municipality % 97) + 7 * sex + 3 * age + 1000 * (year - 2020);
}

struct ExampleRegion {
    int municipality;
    std::string text;
};

/// How a made-up export is written.
struct ExampleForm {
    std::string before;
    std::string variables; ///< the headings, without those of years if these stand as columns
    std::string after;
    std::string delimiter = ";";
    std::string quote = "\"";
    std::string line_end = "\n";
    std::vector<ExampleRegion> regions{
        {1804, "1804 Bodø"}, {1875, "1875 Hábmer - Hamarøy"}, {5501, "5501 Tromsø - Romsa"}};
    std::vector<std::string> sexes{"Menn", "Kvinner"}; ///< male first, as SSB has them
    std::vector<std::string> contents{"Personer"};
    std::vector<int> years{2024, 2025};
    std::string (*age)(int) = nullptr;
    bool years_as_columns = true;
};

inline std::string age_nb(int age) {
    return age == 105 ? "105 år eller eldre" : fmt::format("{} år", age);
}

/// The CSV text of a form: wide (a column for each contents and year) or long (a row for each number).
inline std::string example_csv(const ExampleForm& form) {
    const auto quoted = [&](const std::string& text) { return form.quote + text + form.quote; };
    std::string text = form.before + form.variables;
    if (form.years_as_columns) {
        for (const std::string& contents : form.contents) {
            for (const int year : form.years) {
                const std::string heading =
                    contents.empty() ? fmt::format("{}", year) : fmt::format("{} {}", contents, year);
                text += form.delimiter + quoted(heading);
            }
        }
    }
    text += form.line_end;
    for (const ExampleRegion& region : form.regions) {
        for (std::size_t s = 0; s < 2; ++s) {
            for (int age = 0; age <= 105; ++age) {
                const std::string start = quoted(region.text) + form.delimiter + quoted(form.sexes[s]) +
                                          form.delimiter + quoted(form.age ? form.age(age) : age_nb(age));
                if (form.years_as_columns) text += start;
                for (std::size_t c = 0; c < form.contents.size(); ++c) {
                    for (const int year : form.years) {
                        const int persons = example_persons(region.municipality, s == 0 ? 1 : 0, age, year) +
                                            100000 * static_cast<int>(c);
                        if (!form.years_as_columns) {
                            text += start + form.delimiter + quoted(form.contents[c]) + form.delimiter +
                                    quoted(fmt::format("{}", year));
                        }
                        text += form.delimiter + fmt::format("{}", persons);
                        if (!form.years_as_columns) text += form.line_end;
                    }
                }
                if (form.years_as_columns) text += form.line_end;
            }
        }
    }
    return text + form.after;
}

/// The usual export: semicolons, title, years as columns.
inline ExampleForm usual_form() {
    ExampleForm form;
    form.before = "\"07459: Befolkning, etter region, kjønn, alder, år og statistikkvariabel\"\n\n";
    form.variables = "\"region\";\"kjønn\";\"alder\"";
    return form;
}

/// What 07459 must become: Tromsø is unn, Bodø and Hamarøy are nlsh; trusts in the order of the map.
inline std::string example_result(const std::vector<int>& years = {2024, 2025}) {
    std::string text = "trust,year,sex,age,persons\n";
    for (const char* trust : {"unn", "nlsh"}) {
        for (const int year : years) {
            for (int sex = 0; sex < 2; ++sex) {
                for (int age = 0; age <= 105; ++age) {
                    const int persons = std::string(trust) == "unn" ? example_persons(5501, sex, age, year)
                                                                    : example_persons(1804, sex, age, year) +
                                                                          example_persons(1875, sex, age, year);
                    text += fmt::format("{},{},{},{},{}\n", trust, year, sex == 0 ? "female" : "male", age, persons);
                }
            }
        }
    }
    return text;
}

/// What came of a text: the table, the report and the messages.
struct ImportOutcome {
    std::string content;
    std::string report;
    std::string report_nb;
    std::vector<std::string> lines;
    std::vector<std::string> lines_nb;

    std::string first() const { return lines.empty() ? "" : lines[0]; }
};

inline ImportOutcome import_text(const std::string& text, SsbTable expected = SsbTable::population_07459,
                                 const std::string& years = "", const std::string& map_text = example_map,
                                 std::optional<int> last_counted = std::nullopt) {
    Problems problems;
    ImportOutcome outcome;
    const MunicipalityMap map = read_municipalities(map_text, "map.csv", problems);
    const StatbankTable table = read_statbank(text, "in", problems);
    ImportedPopulation imported;
    if (problems.empty()) {
        imported =
            import_population(table, expected, map,
                              {years.empty() ? std::optional<YearSpan>{} : parse_years(years), last_counted}, problems);
    }
    if (problems.empty()) {
        outcome.content = import_file(imported, "out.csv").content;
        outcome.report = import_report(imported, "out.csv", "in", Language::en);
        outcome.report_nb = import_report(imported, "out.csv", "in", Language::nb);
    }
    outcome.lines = problems.lines(Language::en);
    outcome.lines_nb = problems.lines(Language::nb);
    return outcome;
}

/// The text with the first occurrence of something replaced.
inline std::string replaced(std::string text, const std::string& what, const std::string& by) {
    const std::size_t at = text.find(what);
    return at == std::string::npos ? "not found: " + what : text.replace(at, what.size(), by);
}

} // namespace framsyn::app::testing
