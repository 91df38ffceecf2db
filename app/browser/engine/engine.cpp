#include "app/browser/engine/engine.hpp"

#include "app/afford/afford.hpp"
#include "app/browser/engine/forms.hpp"
#include "app/browser/engine/sample_bytes.hpp"
#include "app/import/import_report.hpp"
#include "app/results/sheets/overview_sheet.hpp"
#include "app/results/sheets/workbook_sheets.hpp"
#include "app/tables/comparison_file.hpp"
#include "app/tables/comparison_table.hpp"
#include "app/tables/result_tables.hpp"

#include <nlohmann/json.hpp>

#include <array>
#include <cmath>
#include <stdexcept>
#include <utility>

namespace framsyn::app {
namespace {

using Json = nlohmann::ordered_json;

std::string joined(const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines) text += line + "\n";
    return text;
}

Json cell_json(const TypedCell& cell) {
    if (const double* number = std::get_if<double>(&cell)) return std::isnan(*number) ? Json(nullptr) : Json(*number);
    if (const int* whole = std::get_if<int>(&cell)) return *whole;
    return std::get<std::string>(cell);
}

Json chart_json(const SheetChart& chart) {
    Json lines = Json::array();
    for (const ChartLine& line : chart.lines)
        lines.push_back({{"name", line.name},
                         {"first", line.first},
                         {"last", line.last},
                         {"years", line.years},
                         {"numbers", line.numbers}});
    return {{"title", chart.title}, {"axis", chart.axis}, {"lines", lines}};
}

Json sheet_json(const Sheet& sheet) {
    constexpr std::array<const char*, 4> forms{"general", "share", "date", "tenths"};
    Json made{{"name", sheet.name}, {"about", sheet.about}, {"file", sheet.file}, {"headings", sheet.headings}};
    for (const NumberForm form : sheet.forms) made["forms"].push_back(forms[static_cast<std::size_t>(form)]);
    made["rows"] = Json::array();
    for (const TypedRow& row : sheet.rows) {
        Json cells = Json::array();
        for (const TypedCell& cell : row) cells.push_back(cell_json(cell));
        made["rows"].push_back(std::move(cells));
    }
    made["faint"] = sheet.faint;
    made["lead"] = sheet.lead;
    made["charts"] = Json::array();
    for (const SheetChart& chart : sheet.charts) made["charts"].push_back(chart_json(chart));
    made["charts_name"] = sheet.charts_name;
    made["part_printed"] = sheet.part_printed;
    return made;
}

std::string workbook_json(const FrontSheet& front, const std::vector<Sheet>& sheets, const Sheet* opens) {
    Json all = Json::array();
    for (const Sheet& sheet : sheets) all.push_back(sheet_json(sheet));
    return Json{
        {"front", {{"name", front.name}, {"title", front.title}, {"facts", front.facts}, {"reading", front.reading}}},
        {"opens", opens ? sheet_json(*opens) : Json(nullptr)},
        {"sheets", all}}
        .dump();
}
Json complaints_json(const Problems& problems, Language language) {
    Json all = Json::array();
    for (const Complaint& complaint : problems.complaints(language))
        all.push_back({{"file", complaint.file},
                       {"line", complaint.line},
                       {"column", complaint.column},
                       {"message", complaint.message}});
    return all;
}

/// Throws BadInput where its run in full would take more events than anybody waits for, or more than a module can hold.
void must_be_affordable(const WrittenScenario& scenario) {
    constexpr double memory_of_module = 4294967296.0; // 32 bits of addresses
    const study::Cost cost = cost_of_run(
        scenario, scenario.has_services() ? study::Care::simulated : study::Care::left_out, beside_of_run(scenario));
    const Problems problems = unaffordable(scenario, cost, {memory_of_module, scenario.replications_at});
    if (!problems.empty()) throw BadInput(problems);
}

} // namespace

std::string problems_json(const Problems& problems, Language language) {
    return complaints_json(problems, language).dump();
}

const study::Study& Engine::started() const {
    if (!study_) throw std::logic_error("no scenario has been loaded");
    return *study_;
}

const WrittenScenario& Engine::loaded() const {
    if (!scenario_) throw std::logic_error("no scenario has been loaded");
    return *scenario_;
}

void Engine::read(const std::string& name, const Overrides& overrides) {
    study_.reset();
    draws_.reset();
    care_.reset();
    compared_.reset();
    scenario_.emplace(read_scenario(texts_, name, overrides));
    study_.emplace(study::run_study(*scenario_, study::whole(*scenario_, study::Care::left_out)));
}

std::string Engine::load(const std::string& name) {
    read(name, overrides_);
    return joined(scenario_->remarks.lines(language));
}

std::string Engine::about() const {
    const WrittenScenario& scenario = loaded();
    return Json{{"id", scenario.id},
                {"title_nb", scenario.title.nb},
                {"title_en", scenario.title.en},
                {"seed", scenario.seed},
                {"draws", scenario.draws},
                {"replications", scenario.replications},
                {"extends", scenario.extends},
                {"root", scenario.root_file},
                {"services", scenario.has_services()},
                {"remarks", complaints_json(scenario.remarks, language)}}
        .dump();
}

void Engine::afford() const {
    must_be_affordable(loaded());
}

void Engine::load_root() {
    Overrides same;
    same.seed = loaded().seed;
    same.draws = loaded().draws;
    same.replications = loaded().replications;
    const std::string root = loaded().root_file;
    read(root, same);
}

void Engine::project(std::size_t first, std::size_t count) {
    started();
    study::Extent extent = study::whole(*scenario_, study::Care::left_out);
    if (count > 0) extent.draws = {first, count};
    study_.emplace(study::run_study(*scenario_, extent));
    study_->draws();
}

void Engine::care(std::size_t first, std::size_t count) {
    const study::Block replications =
        count > 0 ? study::Block{first, count} : study::whole(loaded(), study::Care::simulated).replications;
    study::Study simulated = started().with_replications(replications);
    simulated.care_sample();
    study_ = std::move(simulated);
}

std::string Engine::draws_block(std::size_t first, std::size_t count) const {
    return bytes_of(study::run_study(loaded(), {{first, count}, {}, study::People::kept}).draws());
}

std::string Engine::care_block(std::size_t first, std::size_t count) const {
    const study::Block replications{first, count};
    return bytes_of(study::run_study(loaded(), {study::draws_of(replications), replications, study::People::left_out})
                        .care_sample());
}

void Engine::take_draws(const std::string& bytes) {
    study::DrawSample next = draws_from(bytes);
    draws_ = draws_ ? joined(std::move(*draws_), next) : std::move(next);
}

void Engine::take_care(const std::string& bytes) {
    if (!draws_) throw std::logic_error("draws come before replications");
    CareBlock block = care_from(bytes);
    study::CareSample next = care_of_outcomes(loaded(), *draws_, block.block, std::move(block.outcomes));
    if (next.of != block.of) throw study::UnfitBlock("the replications are of another scenario");
    care_ = care_ ? joined(std::move(*care_), next) : std::move(next);
}

void Engine::finish() {
    if (!draws_) throw std::logic_error("nothing has been taken");
    study_.emplace(study::study_of(loaded(), std::move(*draws_), std::move(care_)));
    draws_.reset();
    care_.reset();
}

void Engine::keep_as_base() {
    base_.emplace(started());
    base_scenario_ = scenario_;
}

Engine::Compared Engine::compared_with(const WrittenScenario& base_scenario, const study::Study& base,
                                       const WrittenScenario& scenario, const study::Study& study) {
    return {study::comparison_of(base, study),
            action_rows(base_scenario, scenario),
            Against{base_scenario.files.front().path, settings_of(base_scenario, scenario)},
            base,
            study,
            {}};
}

void Engine::compare() {
    if (!base_) throw std::logic_error("there is no base");
    compared_ = compared_with(*base_scenario_, *base_, *scenario_, started());
}

std::string Engine::comparison_json(const std::vector<std::string>& alternatives) const {
    if (!base_) throw std::logic_error("there is no base");
    return comparison_file(base_scenario_->id, alternatives, base_->extent()).content;
}

std::vector<std::string> Engine::names() const {
    std::vector<std::string> names = tables_of(started());
    if (compared_) {
        names.emplace_back("comparison.csv");
        names.emplace_back("actions.csv");
    }
    names.emplace_back("context.json");
    return names;
}

const std::vector<ScenarioComparison>& Engine::tabled() const {
    if (!compared_->tabled)
        compared_->tabled =
            with_weaker(scenario_->id, compared_->rows, study::weaker_effects(compared_->base, compared_->alternative));
    return *compared_->tabled;
}

std::string Engine::table(const std::string& file) const {
    if (file.empty()) return joined(names());
    if (file == "context.json")
        return context_file(*scenario_, started(), compared_ ? std::optional(compared_->against) : std::nullopt)
            .content;
    if (compared_ && file == "comparison.csv") return comparison_table(tabled(), false).text();
    if (compared_ && file == "actions.csv") return actions_table({{scenario_->id, compared_->actions}}, false).text();
    return result_table(file, *scenario_, started(), false).text();
}

std::string Engine::workbook() const {
    std::vector<TidyTable> tables = result_tables(*scenario_, started());
    if (compared_) {
        tables.push_back(comparison_table(tabled(), true));
        tables.push_back(actions_table({{scenario_->id, compared_->actions}}, false));
    }
    const FrontSheet front = front_sheet(*scenario_, started().has_care(), language,
                                         compared_ ? std::optional(compared_->against) : std::nullopt);
    const std::optional<Sheet> overview = overview_sheet(started(), scenario_->title.in(language), language);
    return workbook_json(front, workbook_sheets(started(), tables, language), overview ? &*overview : nullptr);
}

void Engine::hold(std::size_t draws) {
    question_.reset();
    question_.emplace(loaded(), draws);
    study_ = question_->study();
}

std::string Engine::ask(const std::string& name) {
    if (!question_) throw std::logic_error("there is nothing to ask on top of");
    WrittenScenario alternative = read_scenario(texts_, name);
    must_be_affordable(alternative);
    study::Study study = question_->study_of(alternative);
    Compared compared = compared_with(question_->scenario(), question_->study(), alternative, study);
    std::string answer = answer_json(question_->study(), study, compared.rows);
    answer.pop_back(); // its closing brace
    answer += ",\"remarks\":" + complaints_json(alternative.remarks, language).dump() + "}";
    scenario_ = std::move(alternative);
    study_ = std::move(study);
    draws_.reset();
    care_.reset();
    compared_ = std::move(compared);
    return answer;
}

std::string Engine::forms() const {
    return forms_json();
}

std::string Engine::facts() const {
    return facts_json(loaded());
}

std::string Engine::import_table(const std::string& kind, const std::string& file, const std::string& mapping,
                                 const std::string& years) {
    imported_ = import_texts({kind,
                              {file, texts_.read(file)},
                              {mapping, texts_.read(mapping)},
                              {import_years(years), {}}}); // there is no clock
    imported_from_ = file;
    return import_file(*imported_, file).content;
}

std::string Engine::import_report(const std::string& name) const {
    if (!imported_) throw std::logic_error("nothing has been imported");
    return app::import_report(*imported_, name, imported_from_, language);
}

} // namespace framsyn::app
