#include "app/sheets/plan_sheets.hpp"

#include "app/ground/csv.hpp"
#include "app/scenario/schema/action_section.hpp"
#include "models/study/scenario/planned_beds.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

namespace framsyn::app {
namespace {

PlanColumn words(Text heading) {
    return {std::move(heading)};
}

BookCell text(const std::string& words) {
    return BookCell::of(words);
}

/// A number, and the ends of its interval where it has one.
void add_quantity(std::vector<BookCell>& row, const Quantity& quantity) {
    row.push_back(BookCell::of(quantity.value));
    row.push_back(quantity.has_interval() ? BookCell::of(quantity.low) : BookCell());
    row.push_back(quantity.has_interval() ? BookCell::of(quantity.high) : BookCell());
}

void add_quantity_columns(std::vector<PlanColumn>& columns, const std::string& key, const Text& name) {
    columns.push_back({name, CellPart::value, key, 0, true});
    columns.push_back({{name.nb + ", lav", name.en + ", low"}, CellPart::low, key, 0, true});
    columns.push_back({{name.nb + ", høy", name.en + ", high"}, CellPart::high, key, 0, true});
}

/// The last year that beds were counted at; nobody plans what was.
int last_counted_year(const WrittenScenario& scenario) {
    int last = scenario.base_year;
    for (const study::CountInfo& count : scenario.counts) last = std::max(last, count.year);
    return last;
}

PlanSheet beds_sheet(const WrittenScenario& scenario) {
    PlanSheet sheet{{"Plasser", "Beds"}, PlanSheet::Kind::beds, "unit", {}, {}};
    sheet.columns = {words({"enhet (id)", "unit (id)"}), words({"helseforetak", "trust"}),
                     words({"tjeneste", "service"}), words({"sted", "site"})};
    const int counted = last_counted_year(scenario);
    for (int year = scenario.base_year; year <= scenario.last_year; ++year) {
        const std::string heading = fmt::format("{}", year);
        sheet.columns.push_back({{heading, heading}, CellPart::beds, "beds", year, year > counted});
    }
    const capacity::BedPlan plan = study::planned_beds(scenario);
    for (std::size_t u = 0; u < scenario.units.size(); ++u) {
        const study::UnitInfo& unit = scenario.units[u];
        if (unit.made_by_action) continue;
        std::vector<BookCell> row{text(unit.id), text(scenario.of(unit.trust).short_name),
                                  text(scenario.of(unit.service).id), text(unit.site)};
        for (int year = scenario.base_year; year <= scenario.last_year; ++year)
            row.push_back(BookCell::of(plan.staffed(UnitId(u), year).end));
        sheet.rows.push_back(std::move(row));
    }
    return sheet;
}

PlanSheet services_sheet(const WrittenScenario& scenario) {
    PlanSheet sheet{{"Utnyttelse", "Utilisation"}, PlanSheet::Kind::list, "service", {}, {}};
    sheet.columns = {words({"tjeneste (id)", "service (id)"}), words({"navn", "name"})};
    add_quantity_columns(sheet.columns, "utilisation", {"planlagt utnyttelse", "planned utilisation"});
    add_quantity_columns(sheet.columns, "risk", {"andel som høyst møter fullt", "share that may meet a full unit"});
    for (const study::ServiceInfo& service : scenario.services) {
        std::vector<BookCell> row{text(service.id), text(service.name.nb)};
        add_quantity(row, service.utilisation);
        add_quantity(row, service.risk);
        sheet.rows.push_back(std::move(row));
    }
    return sheet;
}

PlanSheet flows_sheet(const WrittenScenario& scenario) {
    PlanSheet sheet{{"Flyt", "Flows"}, PlanSheet::Kind::list, "flow", {}, {}};
    sheet.columns = {words({"strøm (id)", "flow (id)"}), words({"bosted", "residence"}), words({"tjeneste", "service"}),
                     words({"behandles ved", "treated at"})};
    add_quantity_columns(sheet.columns, "level", {"nivå", "level"});
    for (const study::FlowInfo& flow : scenario.flows) {
        if (flow.made_by_action || !flow.has_level) continue;
        std::vector<BookCell> row{text(flow.id), text(scenario.of(flow.residence).id),
                                  text(scenario.of(flow.service).id), text(scenario.id_of(flow.at))};
        add_quantity(row, flow.level);
        sheet.rows.push_back(std::move(row));
    }
    return sheet;
}

std::string id_of_address(const std::string& address) {
    const std::size_t begin = address.find('.') + 1;
    return address.substr(begin, address.rfind('.') - begin);
}

PlanSheet stays_sheet(const WrittenScenario& scenario) {
    PlanSheet sheet{{"Opphold", "Stays"}, PlanSheet::Kind::list, "stay", {}, {}};
    sheet.columns = {words({"opphold (id)", "stay (id)"}), words({"tjeneste", "service"}), words({"sted", "place"})};
    add_quantity_columns(sheet.columns, "mean", {"snitt, døgn", "mean, days"});
    for (const study::StayInfo& stay : scenario.stays) {
        std::vector<BookCell> row{text(id_of_address(stay.mean.address)), text(scenario.of(stay.service).id),
                                  text(stay.trust ? scenario.id_of(*stay.trust) : "")};
        add_quantity(row, stay.mean);
        sheet.rows.push_back(std::move(row));
    }
    return sheet;
}

PlanSheet rates_sheet(const WrittenScenario& scenario) {
    PlanSheet sheet{{"Rater", "Rates"}, PlanSheet::Kind::rates, "table", {}, {}};
    sheet.columns = {words({"rad", "row"}), words({"rater", "rates"}), words({"kjønn", "sex"}),
                     words({"fra alder", "from age"}), words({"til alder", "to age"})};
    sheet.columns.push_back(
        {{"døgn per 1 000 i året", "days per 1 000 a year"}, CellPart::rate, "bed_days_per_1000", 0, true});
    const std::optional<std::string> name = rates_file(scenario);
    if (!name) return sheet;
    for (const InputFile& file : scenario.files) {
        if (file.path != *name) continue;
        Problems problems;
        const CsvTable csv(file.text, file.path, {"service", "sex", "age_from", "age_to", "bed_days_per_1000"},
                           problems);
        for (std::size_t row = 0; row < csv.rows(); ++row) {
            const auto number = [&](std::size_t column) { return csv.number(row, column, -1e12, 1e12, problems); };
            sheet.rows.push_back({text(fmt::format("{}", row + 1)), text(csv.cell(row, 0)), text(csv.cell(row, 1)),
                                  BookCell::of(number(2)), BookCell::of(number(3)), BookCell::of(number(4))});
        }
    }
    return sheet;
}

/// What an action's key holds, as a cell shows it: of a number with an interval its value, of a list its names.
BookCell cell_of(const Value* value) {
    if (!value) return {};
    if (const auto* words = value->as<std::string>()) return BookCell::of(*words);
    if (const auto* whole = value->as<std::int64_t>()) return BookCell::of(static_cast<double>(*whole));
    if (const auto* number = value->as<double>()) return BookCell::of(*number);
    if (const auto* date = value->as<Date>()) return BookCell::of(*date);
    if (const auto* flag = value->as<bool>()) return BookCell::of(*flag ? "ja" : "nei");
    if (value->as<Table>()) return cell_of(value->find("value"));
    std::string names;
    if (const auto* list = value->as<Array>()) {
        for (const Value& item : *list) names += (names.empty() ? "" : ", ") + cell_of(&item).printed();
    }
    return BookCell::of(names);
}

/// What a cell of an action holds: its key, or an end of the key's interval.
BookCell action_cell(const Value& action, const PlanColumn& column) {
    const Value* value = action.find(column.key);
    if (column.part == CellPart::key || !value) return cell_of(value);
    if (!value->as<Table>()) return {};
    return cell_of(value->find(column.part == CellPart::low ? "low" : "high"));
}

/// The intervals stand after all the keys: most actions have none.
PlanSheet actions_sheet(const WrittenScenario& scenario) {
    PlanSheet sheet{{"Tiltak", "Actions"}, PlanSheet::Kind::actions, "action", {}, {}};
    const Section section = action_section();
    for (const Key& key : section.keys)
        sheet.columns.push_back({{key.name, key.name}, CellPart::key, key.name, 0, key.name != "id"});
    for (const Key& key : section.keys) {
        if (key.kind != Kind::quantity) continue;
        sheet.columns.push_back({{key.name + ", lav", key.name + ", low"}, CellPart::low, key.name, 0, true});
        sheet.columns.push_back({{key.name + ", høy", key.name + ", high"}, CellPart::high, key.name, 0, true});
    }
    const Value* actions = scenario.as_written.find("action");
    if (!actions || !actions->as<Array>()) return sheet;
    for (const Value& action : *actions->as<Array>()) {
        std::vector<BookCell> row;
        for (const PlanColumn& column : sheet.columns) row.push_back(action_cell(action, column));
        sheet.rows.push_back(std::move(row));
    }
    return sheet;
}

} // namespace

std::optional<std::string> rates_file(const WrittenScenario& scenario) {
    for (const TableInfo& table : scenario.tables) {
        if (table.id == "use-rates") return table.file;
    }
    return std::nullopt;
}

std::vector<PlanSheet> plan_sheets(const WrittenScenario& scenario) {
    if (!scenario.has_services()) return {};
    return {beds_sheet(scenario),  services_sheet(scenario), rates_sheet(scenario),
            flows_sheet(scenario), stays_sheet(scenario),    actions_sheet(scenario)};
}

Book plan_book(const std::vector<PlanSheet>& sheets, const std::string& file, Language language) {
    Book book{file, {}};
    for (const PlanSheet& plan : sheets) {
        BookSheet sheet{plan.name.in(language), {{}}, {}};
        for (const PlanColumn& column : plan.columns)
            sheet.rows[0].push_back(BookCell::of(column.heading.in(language)));
        sheet.rows.insert(sheet.rows.end(), plan.rows.begin(), plan.rows.end());
        book.sheets.push_back(std::move(sheet));
    }
    return book;
}

} // namespace framsyn::app
