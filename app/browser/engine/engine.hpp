#pragma once

#include "app/browser/engine/intake.hpp"
#include "app/browser/engine/question.hpp"
#include "app/ground/files.hpp"
#include "app/ground/problems.hpp"
#include "app/import/import_texts.hpp"
#include "app/scenario/people/written_scenario.hpp"
#include "app/scenario/read/read_scenario.hpp"
#include "app/tables/actions_table.hpp"
#include "app/tables/comparison_table.hpp"
#include "app/tables/context_file.hpp"
#include "models/study/study.hpp"

#include <optional>
#include <string>
#include <vector>

namespace framsyn::app {

/// What a page asks: texts in, texts out. It has no files, console, threads or clock; blocks of draws and replications may
/// be made by several engines and joined in one. Bad input is BadInput; asking for what hasn't been made is
/// std::logic_error.
class Engine {
  public:
    /// Of messages and reports.
    Language language = Language::nb;

    void put(const std::string& name, std::string text) { texts_.put(name, std::move(text)); }
    void remove(const std::string& name) { texts_.remove(name); }
    /// LIST.ID.KEY=VALUE, as --set; judged by load.
    void set(std::string assignment) { overrides_.set.push_back(std::move(assignment)); }
    void clear_sets() { overrides_.set.clear(); }

    // One scenario
    /// Reads and checks a scenario among the texts and forgets its results. What may not be meant, a line each.
    std::string load(const std::string& name);
    /// What is loaded, as JSON: id, title, seed, draws, replications, root (the file at the end of its chain), extends,
    /// services, remarks.
    std::string about() const;
    /// Throws BadInput where its run in full would take too much, with the line to change.
    void afford() const;
    /// Loads the root of its chain instead, with the same seed, draws and replications.
    void load_root();
    /// Which draws are meant from now on: `count` of them from `first` on, or with 0 all of the scenario's.
    void project(std::size_t first, std::size_t count);
    /// Simulates replications beside the draws at hand.
    void care(std::size_t first, std::size_t count);

    // The same in blocks: one engine makes a block, another takes all of them in order
    std::string draws_block(std::size_t first, std::size_t count) const;
    std::string care_block(std::size_t first, std::size_t count) const;
    void take_draws(const std::string& bytes);
    void take_care(const std::string& bytes);
    /// What has been taken is the study of the scenario.
    void finish();

    // Two scenarios
    /// The study is what others are held against from now on.
    void keep_as_base();
    /// Holds the study against that base: comparison.csv and actions.csv are tables from then on.
    void compare();
    /// comparison.json of several alternatives; ids, a line each.
    std::string comparison_json(const std::vector<std::string>& alternatives) const;

    /// A result file as `framsyn run` writes it; without a name the names of all.
    std::string table(const std::string& file) const;

    /// results.xlsx as values, as JSON: { front: { name, title, facts, reading }, opens: sheet | null, sheets: [{ name, about,
    /// file, headings, forms, rows, faint, lead, charts, charts_name, part_printed }] }; forms are general, share, date and
    /// tenths, a chart is { title, axis, lines: [{ name, first, last, years, numbers }] }.
    std::string workbook() const;

    // Questions that are answered while somebody waits
    /// The loaded scenario is what is asked on top of, in so many draws.
    void hold(std::size_t draws);
    /// What another scenario among the texts changes, as answer_json has it, and remarks; it is the loaded one then, with
    /// its tables in these draws.
    std::string ask(const std::string& name);

    std::string forms() const;
    std::string facts() const;

    // StatBank's exports
    std::string import_table(const std::string& kind, const std::string& file, const std::string& mapping,
                             const std::string& years);
    std::string import_report(const std::string& name) const;
    /// As intake.hpp says; the scenario is the one that is asked on top of.
    std::string import_year(const std::string& order) const { return app::import_year_json(texts_, order, language); }
    std::string import_book(const std::string& book) const {
        return app::import_book_json(texts_, loaded().root_file, book);
    }

  private:
    struct Compared {
        std::vector<study::ComparisonRow> rows;
        std::vector<ActionRow> actions;
        Against against;
        study::Study base, alternative;
        /// comparison.csv, made when it is first asked for: half and none of an effect are studies of their own.
        mutable std::optional<std::vector<ScenarioComparison>> tabled;
    };

    static Compared compared_with(const WrittenScenario& base_scenario, const study::Study& base,
                                  const WrittenScenario& scenario, const study::Study& study);
    const study::Study& started() const;
    const WrittenScenario& loaded() const;
    void read(const std::string& name, const Overrides& overrides);
    std::vector<std::string> names() const;
    const std::vector<ScenarioComparison>& tabled() const;

    Texts texts_;
    Overrides overrides_;
    std::optional<WrittenScenario> scenario_;
    std::optional<study::Study> study_;
    std::optional<study::DrawSample> draws_;
    std::optional<study::CareSample> care_;
    std::optional<WrittenScenario> base_scenario_;
    std::optional<study::Study> base_;
    std::optional<Compared> compared_;
    std::optional<QuestionBase> question_;
    std::optional<ImportedPopulation> imported_;
    std::string imported_from_;
};

/// What is wrong with an input, as JSON: [{ file, line, column, message }].
std::string problems_json(const Problems& problems, Language language);

} // namespace framsyn::app
