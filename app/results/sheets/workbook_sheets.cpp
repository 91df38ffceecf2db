#include "app/results/sheets/workbook_sheets.hpp"

#include "app/results/sheets/annual_sheet.hpp"
#include "app/results/sheets/workbook_words.hpp"
#include "app/tables/catalogue/catalogue.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <string_view>
#include <tuple>

namespace framsyn::app {
namespace {

/// population_quantiles.csv with a row for each group instead of one for each quantile.
TidyTable quantiles_side_by_side(const TidyTable& table) {
    const std::vector<ColumnForm>& columns = table.columns();
    constexpr std::array<double, 3> kept{0.1, 0.5, 0.9};
    std::vector<ColumnForm> wide(columns.begin(), columns.begin() + 4);
    for (const char* quantile : {"p10", "p50", "p90"}) wide.push_back({quantile, CellType::number});
    TidyTable side_by_side(table.name(), wide, true);
    std::array<double, kept.size()> quantiles{};
    for (const TypedRow& row : table.rows()) {
        const auto found = std::find(kept.begin(), kept.end(), std::get<double>(row[4]));
        if (found == kept.end()) continue;
        quantiles[static_cast<std::size_t>(found - kept.begin())] = std::get<double>(row[5]);
        if (found + 1 == kept.end()) {
            side_by_side.row(std::get<std::string>(row[0]), std::get<int>(row[1]), std::get<std::string>(row[2]),
                             std::get<std::string>(row[3]), quantiles[0], quantiles[1], quantiles[2]);
        }
    }
    return side_by_side;
}

const Column* column_of(const TableEntry& entry, std::string_view name) {
    const auto found = std::find_if(entry.columns.begin(), entry.columns.end(),
                                    [&](const Column& candidate) { return candidate.name == name; });
    return found == entry.columns.end() ? nullptr : &*found;
}

NumberForm form_of(const TableEntry& entry, std::string_view name) {
    const Column* column = column_of(entry, name);
    if (column && column->unit == "YYYY-MM-DD") return NumberForm::date;
    return column && column->unit == "share" ? NumberForm::share : NumberForm::general;
}

std::string heading_of(const TableEntry& entry, std::string_view column, Language language) {
    if (const Column* found = column_of(entry, column)) return found->meaning.in(language);
    if (entry.file != "care.csv") return heading_of(entry_of("care.csv"), column, language); // p10, p50, p90
    return std::string(column);
}

/// Trust, service and year of a row by its columns' names; nothing where the table lacks one of them.
using CellKey = std::tuple<std::string, std::string, int>;

CellKey key_of(const std::vector<ColumnForm>& columns, const TypedRow& row) {
    CellKey key;
    for (std::size_t c = 0; c < columns.size(); ++c) {
        if (columns[c].name == "trust") std::get<0>(key) = std::get<std::string>(row[c]);
        if (columns[c].name == "service") std::get<1>(key) = std::get<std::string>(row[c]);
        if (columns[c].name == "year") std::get<2>(key) = std::get<int>(row[c]);
    }
    return key;
}

/// The cells and years whose level nobody counted.
std::set<CellKey> unjudged_cells(const study::Study& study) {
    std::set<CellKey> keys;
    if (!study.scenario().has_services()) return keys;
    for (const study::Gap& gap : study.gaps()) {
        const study::Cell& cell = study.cell_of(gap);
        if (gap.evidence >= study::Evidence::assumed)
            keys.insert({study.scenario().id_of(cell.trust), cell.service.id, gap.year});
    }
    return keys;
}

Sheet sheet_of(const TidyTable& table, const std::set<CellKey>& unjudged, const WorkbookWords& words,
               Language language) {
    const TableEntry& entry = entry_of(table.name());
    Sheet made{entry.sheet.in(language), entry.about.in(language), table.name(), {}, {}, {}, {}};
    for (const ColumnForm& column : table.columns()) {
        made.headings.push_back(heading_of(entry, column.name, language));
        made.forms.push_back(form_of(entry, column.name));
    }
    for (const TypedRow& row : table.rows()) {
        made.faint.push_back(entry.holds_levels && unjudged.count(key_of(table.columns(), row)) > 0);
        TypedRow& cells = made.rows.emplace_back(row);
        for (std::size_t c = 0; c < cells.size(); ++c) {
            if (std::string* text = std::get_if<std::string>(&cells[c]))
                *text = words.cell(std::string(table.columns()[c].name), *text);
        }
    }
    return made;
}

} // namespace

FrontSheet front_sheet(const WrittenScenario& scenario, bool simulated, Language language,
                       const std::optional<Against>& against) {
    const bool nb = language == Language::nb;
    FrontSheet front{nb ? "Les meg" : "Read me", scenario.title.in(language), {}, {}};
    const auto fact = [&](const char* what_nb, const char* what_en, std::string value) {
        front.facts.emplace_back(nb ? what_nb : what_en, std::move(value));
    };
    fact("Scenario", "Scenario", scenario.id);
    if (!scenario.description.in(language).empty()) fact("Om", "About", scenario.description.in(language));
    for (const Setting& setting : against ? against->settings : settings_on_file(scenario)) {
        fact("Annerledes enn", "Different from",
             fmt::format("{}: {}", against ? against->file : scenario.compared_with, setting.said.in(language)));
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
        line("Grå rader i kursiv hviler på et nivå i basisåret som ingen har talt. Bruk ikke tallene der som funn; hva "
             "som kan sies likevel, med ytterpunktene og nivået der svaret snur, står i arket «Dom».",
             "Grey rows in italics rest on a base year's level that nobody counted. Their numbers are no findings; "
             "what can be said all the same, with the ends and the level at which the answer turns, is in the sheet "
             "\"Verdict\".");
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

std::vector<Sheet> workbook_sheets(const study::Study& study, const std::vector<TidyTable>& tables, Language language) {
    const WorkbookWords words(study.scenario(), language);
    const std::set<CellKey> unjudged = unjudged_cells(study);
    std::vector<const TidyTable*> shown;
    for (const TidyTable& table : tables) {
        if (!entry_of(table.name()).sheet.nb.empty()) shown.push_back(&table);
    }
    // Tables of the same place keep their order, whatever the library sorts by.
    std::stable_sort(shown.begin(), shown.end(), [](const TidyTable* a, const TidyTable* b) {
        return entry_of(a->name()).sheet_place < entry_of(b->name()).sheet_place;
    });
    std::vector<Sheet> sheets;
    if (std::optional<Sheet> annual = annual_sheet(study, language)) sheets.push_back(std::move(*annual));
    for (const TidyTable* table : shown) {
        const bool wide = table->name() == "population_quantiles.csv";
        sheets.push_back(sheet_of(wide ? quantiles_side_by_side(*table) : *table, unjudged, words, language));
        sheets.back().part_printed = language == Language::nb ? "Bare de første {} av {} radene er skrevet ut"
                                                              : "Only the first {} of {} rows are printed";
    }
    return sheets;
}

} // namespace framsyn::app
