#include "app/results/workbook_sheets.hpp"

#include "app/results/workbook_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <stdexcept>

namespace framsyn::app {
namespace {

using Rows = std::vector<std::vector<std::string>>;

/// Splits one of our own tables; it is known to be sound.
Rows cells_of_table(const std::string& text) {
    Rows rows{{""}};
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char letter = text[i];
        if (quoted) {
            if (letter == '"' && i + 1 < text.size() && text[i + 1] == '"') {
                rows.back().back() += text[++i];
            } else if (letter == '"') {
                quoted = false;
            } else {
                rows.back().back() += letter;
            }
        } else if (letter == '"') {
            quoted = true;
        } else if (letter == ',') {
            rows.back().emplace_back();
        } else if (letter == '\n') {
            rows.push_back({""});
        } else {
            rows.back().back() += letter;
        }
    }
    rows.pop_back();
    return rows;
}

struct SheetOf {
    const char* file;
    Text name, about;
};

const std::vector<SheetOf>& sheets_of() {
    static const std::vector<SheetOf> sheets{
        {"gap.csv",
         {"Gap", "Gap"},
         {"Planlagt kapasitet mot behov for hvert år, og sannsynligheten for at det mangler plasser. To rader per "
          "år, en for hver regel.",
          "Planned capacity against need for each year, and the probability of a shortage. Two rows a year, one for "
          "each rule."}},
        {"change.csv",
         {"Endring siden basisåret", "Change since base year"},
         {"Endring i kapasitet, behov og gap siden basisåret. Kan sies også der nivået ikke er kjent.",
          "Change in capacity, need and gap since the base year. Can be said also where the level is not known."}},
        {"gap_by_utilisation.csv",
         {"Gap etter utnyttelse", "Gap by utilisation"},
         {"Gapet hvis planlagt utnyttelse er lav, som forutsatt eller høy.",
          "The gap when planned utilisation is low, as assumed or high."}},
        {"capacity.csv",
         {"Kapasitet", "Capacity"},
         {"Plassene som er planlagt, år for år.", "The beds that are planned, year by year."}},
        {"plan.csv",
         {"Planlagte endringer", "Planned changes"},
         {"Hva som åpner og stenger, når, og hvor det står.", "What opens and closes, when, and where that is said."}},
        {"need.csv",
         {"Behov etter behandlingssted", "Need by place of treatment"},
         {"Oppholdsdøgn og plasser der pasientene behandles. Snitt over trekningene, så delene kan summeres.",
          "Bed days and beds where patients are treated. Means over draws, so that parts can be added."}},
        {"need_by_residence.csv",
         {"Behov etter bosted", "Need by residence"},
         {"Oppholdsdøgn og plasser for dem som bor i området, uansett hvor de behandles.",
          "Bed days and beds for those who live in the area, wherever treated."}},
        {"care.csv",
         {"Simulert drift", "Simulated care"},
         {"Hva som skjer når pasienter simuleres gjennom plassene: belegg, ventetid, overløp.",
          "What happens when patients are simulated through the beds: occupancy, waits, overflow."}},
        {"flows.csv",
         {"Pasientstrømmer", "Patient flows"},
         {"Pasienter etter bosted, behandlingssted og grunn. Samme sted i begge kolonner: behandlet hjemme.",
          "Patients by residence, place of treatment and reason. The same place in both columns: treated at home."}},
        {"population_quantiles.csv",
         {"Befolkning", "Population"},
         {"Innbyggere 1. januar etter alder og kjønn, median og 80 % intervall. Summer ikke intervaller.",
          "Residents on 1 January by age and sex, median and 80 % interval. Do not add intervals."}},
        {"components.csv",
         {"Befolkningsendring", "Population change"},
         {"Fødte, døde og flyttinger i framskrevne år, hovedalternativet.",
          "Births, deaths and moves of projected years, main alternative."}},
        {"population_indicators.csv",
         {"Forsørgerbyrde", "Dependency"},
         {"Eldre per 100 i yrkesaktiv alder og gjennomsnittsalder, kvantiler.",
          "The old per 100 of working age and the mean age, quantiles."}},
        {"indicators.csv",
         {"Indikatorer", "Indicators"},
         {"Rater per 100 000 innbyggere og tall som andre oppgir, ved siden av våre.",
          "Rates per 100 000 inhabitants, and what others report, beside ours."}},
        {"assumptions.csv",
         {"Forutsetninger", "Assumptions"},
         {"Hvert tall i scenariet med intervall, status og kilde.",
          "Every number of the scenario with interval, status and source."}}};
    return sheets;
}

std::size_t column_of(const std::vector<std::string>& header, const std::string& name) {
    const auto found = std::find(header.begin(), header.end(), name);
    if (found == header.end()) throw std::logic_error("no column " + name);
    return static_cast<std::size_t>(found - header.begin());
}

/// population_quantiles.csv with a row for each group instead of one for each quantile.
Rows quantiles_side_by_side(const Rows& table) {
    const std::vector<std::string>& header = table.front();
    const std::size_t probability = column_of(header, "probability");
    const std::size_t persons = column_of(header, "persons");
    constexpr std::array<const char*, 3> kept{"0.1", "0.5", "0.9"};
    Rows rows{{"trust", "year", "sex", "age_group", "p10", "p50", "p90"}};
    for (std::size_t r = 1; r < table.size(); ++r) {
        const std::vector<std::string>& row = table[r];
        if (row[probability] == kept.front()) {
            rows.push_back({row[0], row[1], row[2], row[3]});
        }
        if (std::find(kept.begin(), kept.end(), row[probability]) != kept.end()) rows.back().push_back(row[persons]);
    }
    return rows;
}

NumberForm form_of(const std::string& column) {
    if (column == "date") return NumberForm::date;
    const bool share = column == "p_shortage" || column == "p_worse" || column == "utilisation";
    return share ? NumberForm::share : NumberForm::general;
}

/// Trust, service and year of a row; empty where the table lacks one of them.
std::string cell_key(const std::vector<std::string>& header, const std::vector<std::string>& row) {
    std::string key;
    for (const char* name : {"trust", "service", "year"}) {
        const auto column = std::find(header.begin(), header.end(), name);
        if (column == header.end()) return "";
        key += row[static_cast<std::size_t>(column - header.begin())] + "|";
    }
    return key;
}

/// The cells and years whose level can't be judged, as gap.csv says.
std::set<std::string> unjudged_cells(const std::vector<ResultFile>& tables) {
    std::set<std::string> keys;
    for (const ResultFile& table : tables) {
        if (table.name != "gap.csv") continue;
        const Rows rows = cells_of_table(table.content);
        const std::size_t evidence = column_of(rows.front(), "evidence");
        for (std::size_t r = 1; r < rows.size(); ++r) {
            if (rows[r][evidence] == "assumed" || rows[r][evidence] == "not-identified")
                keys.insert(cell_key(rows.front(), rows[r]));
        }
    }
    return keys;
}

/// The tables whose rows are levels that rest on the base year's: what can't be judged in gap.csv can't be judged there.
bool holds_levels(const std::string& file) {
    return file == "gap.csv" || file == "gap_by_utilisation.csv" || file == "need.csv" || file == "care.csv";
}

Sheet sheet_of(const SheetOf& sheet, const Rows& table, const std::set<std::string>& unjudged,
               const WorkbookWords& words, Language language) {
    Sheet made{sheet.name.in(language), sheet.about.in(language), sheet.file, {}, {}, {}, {}};
    const std::vector<std::string>& header = table.front();
    for (const std::string& column : header) {
        made.headings.push_back(words.heading(sheet.file, column));
        made.forms.push_back(form_of(column));
    }
    for (std::size_t r = 1; r < table.size(); ++r) {
        std::vector<std::string> row;
        for (std::size_t c = 0; c < header.size(); ++c) row.push_back(words.cell(header[c], table[r][c]));
        made.rows.push_back(std::move(row));
        made.faint.push_back(holds_levels(sheet.file) && unjudged.count(cell_key(header, table[r])) > 0);
    }
    return made;
}

std::string difference_text(const WrittenScenario& scenario, const Difference& difference, Language language) {
    const bool nb = language == Language::nb;
    const char* nothing = nb ? "(finnes ikke)" : "(none)";
    return fmt::format("{}: {}: {} → {}", scenario.compared_with, difference.key,
                       difference.before.empty() ? nothing : difference.before,
                       difference.after.empty() ? nothing : difference.after);
}

} // namespace

FrontSheet front_sheet(const WrittenScenario& scenario, bool simulated, Language language) {
    const bool nb = language == Language::nb;
    FrontSheet front{nb ? "Les meg" : "Read me", scenario.title.in(language), {}, {}};
    const auto fact = [&](const char* what_nb, const char* what_en, std::string value) {
        front.facts.emplace_back(nb ? what_nb : what_en, std::move(value));
    };
    fact("Scenario", "Scenario", scenario.id);
    if (!scenario.description.in(language).empty()) fact("Om", "About", scenario.description.in(language));
    for (const Difference& difference : scenario.differences) {
        fact("Annerledes enn", "Different from", difference_text(scenario, difference, language));
    }
    fact("Basisår og siste år", "Base year and last year",
         fmt::format("{}–{}", scenario.base_year, scenario.last_year));
    fact("Befolkning", "Population",
         fmt::format(fmt::runtime(nb ? "alternativ {}, observert til og med 1. januar {}"
                                     : "variant {}, observed up to 1 January {}"),
                     scenario.variant, scenario.demography.jump_off_year()));
    fact("Trekninger, replikasjoner, frø", "Draws, replications, seed",
         fmt::format("{}, {}, {}", scenario.draws,
                     simulated ? fmt::format("{}", scenario.replications) : (nb ? "ikke simulert" : "not simulated"),
                     scenario.seed));
    fact("Framsyn", "Framsyn", FRAMSYN_VERSION);
    const auto line = [&](const char* text_nb, const char* text_en) {
        front.reading.emplace_back(nb ? text_nb : text_en);
    };
    if (scenario.has_services()) {
        line("Gap er kapasitet minus behov: et minus betyr at det mangler plasser.",
             "Gap is capacity minus need: a minus means that beds are short.");
        line("Grå rader i kursiv kan ikke vurderes: nivået hviler på en antakelse. Bruk dem ikke som funn; se arket om "
             "endring siden basisåret.",
             "Grey rows in italics cannot be judged: their level rests on an assumption. They are no findings; see the "
             "sheet of changes since the base year.");
        line("Planlagt utnyttelse er en forutsetning, belegg er noe som er observert eller simulert.",
             "Planned utilisation is an assumption, occupancy is something observed or simulated.");
    }
    line(
        "10- og 90-prosentilen avgrenser et 80 % intervall. Medianer og prosentiler kan ikke summeres; summer står som "
        "egne rader.",
        "The 10th and 90th percentile bound an 80 % interval. Medians and percentiles cannot be added; sums have rows "
        "of "
        "their own.");
    line("Cellene har alle sifre, også der færre vises. Resultatmappen har de samme tallene som CSV med engelske "
         "kolonnenavn.",
         "Cells have all of their digits, also where fewer are shown. The result folder has the same numbers as CSV.");
    return front;
}

std::vector<Sheet> workbook_sheets(const WrittenScenario& scenario, const std::vector<ResultFile>& tables,
                                   Language language) {
    const WorkbookWords words(scenario, language);
    const std::set<std::string> unjudged = unjudged_cells(tables);
    std::vector<Sheet> sheets;
    for (const SheetOf& sheet : sheets_of()) {
        const auto table =
            std::find_if(tables.begin(), tables.end(), [&](const ResultFile& file) { return file.name == sheet.file; });
        if (table == tables.end()) continue;
        Rows rows = cells_of_table(table->content);
        if (table->name == "population_quantiles.csv") rows = quantiles_side_by_side(rows);
        sheets.push_back(sheet_of(sheet, rows, unjudged, words, language));
    }
    return sheets;
}

} // namespace framsyn::app
