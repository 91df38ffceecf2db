// The engine as JavaScript calls it: one engine an instance, one thread. Texts are UTF-8, given as address and bytes, and
// copied. Calls answer 0 done; -2 bad input: the answer holds the lines `file:line:column: message` of framsyn check;
// -1 anything else: the answer holds what went wrong. An answer lasts until the next call.
#include "app/ground/files.hpp"
#include "app/import/import_report.hpp"
#include "app/import/import_texts.hpp"
#include "app/scenario/read/read_scenario.hpp"
#include "app/tables/context_file.hpp"
#include "app/tables/result_tables.hpp"
#include "models/study/study.hpp"

#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>

namespace framsyn::app {
namespace {

struct Engine {
    Texts texts;
    Overrides overrides;
    Language language = Language::nb;
    std::optional<WrittenScenario> scenario;
    std::optional<study::Study> study;
    std::optional<ImportedPopulation> imported;
    std::string imported_from;
    std::string answer;

    /// Results belong to one scenario and extent; a new one forgets them.
    void begin(const study::Extent& extent) { study.emplace(study::run_study(*scenario, extent)); }
    const study::Study& started() const {
        if (!study) throw std::logic_error("no scenario has been loaded");
        return *study;
    }
};

/// One to an instance: JavaScript has no other way to hold it.
Engine& engine() {
    static Engine the_only;
    return the_only;
}

std::string joined(const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines) text += line + "\n";
    return text;
}

template <class Work>
int guarded(const Work& work) {
    Engine& e = engine();
    e.answer.clear();
    try {
        work(e);
        return 0;
    } catch (const BadInput& bad) {
        e.answer = joined(bad.problems().lines(e.language));
        return -2;
    } catch (const std::exception& error) {
        e.answer = error.what();
        return -1;
    }
}

std::string text_at(const char* text, std::size_t bytes) {
    return {text, bytes};
}

std::string all_names(const study::Study& study) {
    std::vector<std::string> names = tables_of(study);
    names.emplace_back("context.json");
    return joined(names);
}

} // namespace

extern "C" {

[[clang::export_name("allocate")]] void* allocate(std::size_t bytes) {
    return std::malloc(bytes);
}

[[clang::export_name("release")]] void release(void* at) {
    std::free(at);
}

/// Of messages and reports: bokmål, or English.
[[clang::export_name("language")]] void language(int english) {
    engine().language = english != 0 ? Language::en : Language::nb;
}

/// A file by its name beside the scenario ("baseline.toml", "tables/population.csv"); replaces one of the same name.
[[clang::export_name("text")]] int text(const char* name, std::size_t name_bytes, const char* content,
                                        std::size_t bytes) {
    return guarded([&](Engine& e) { e.texts.put(text_at(name, name_bytes), text_at(content, bytes)); });
}

/// LIST.ID.KEY=VALUE, as --set; judged by load.
[[clang::export_name("set")]] int set(const char* assignment, std::size_t bytes) {
    return guarded([&](Engine& e) { e.overrides.set.push_back(text_at(assignment, bytes)); });
}

[[clang::export_name("clear_sets")]] void clear_sets() {
    engine().overrides.set.clear();
}

/// Reads and checks a scenario among the texts and forgets all results. The answer: what may not be meant, a line each.
[[clang::export_name("load")]] int load(const char* name, std::size_t bytes) {
    return guarded([&](Engine& e) {
        e.study.reset();
        e.scenario.emplace(read_scenario(e.texts, text_at(name, bytes), e.overrides));
        e.begin(whole(*e.scenario, study::Care::left_out));
        e.answer = joined(e.scenario->remarks.lines(e.language));
    });
}

/// Which draws are meant from now on: `count` of them from `first` on, or with 0 all of the scenario's.
[[clang::export_name("project")]] int project(std::size_t first, std::size_t count) {
    return guarded([&](Engine& e) {
        e.started();
        study::Extent extent = whole(*e.scenario, study::Care::left_out);
        if (count > 0) extent.draws = {first, count};
        e.begin(extent);
        e.study->draws();
    });
}

/// Simulates replications beside the draws at hand: `count` from `first` on, or with 0 all of the scenario's.
[[clang::export_name("care")]] int care(std::size_t first, std::size_t count) {
    return guarded([&](Engine& e) {
        const study::Block replications =
            count > 0 ? study::Block{first, count} : whole(*e.scenario, study::Care::simulated).replications;
        study::Study simulated = e.started().with_replications(replications);
        simulated.care_sample();
        e.study = std::move(simulated);
    });
}

/// The answer: a result file as framsyn run writes it. Without a name: the names of all.
[[clang::export_name("table")]] int table(const char* name, std::size_t bytes) {
    return guarded([&](Engine& e) {
        const std::string file = text_at(name, bytes);
        if (file.empty()) {
            e.answer = all_names(e.started());
        } else if (file == "context.json") {
            e.answer = context_file(*e.scenario, e.started()).content;
        } else {
            e.answer = result_table(file, *e.scenario, e.started(), false).text();
        }
    });
}

/// Of texts given before: a table of the StatBank ("ssb-07459") and the map of municipalities become a scenario's table,
/// which is the answer. `years` may be empty.
[[clang::export_name("import_table")]] int import_table(const char* kind, std::size_t kind_bytes, const char* file,
                                                        std::size_t file_bytes, const char* mapping,
                                                        std::size_t mapping_bytes, const char* years,
                                                        std::size_t years_bytes) {
    return guarded([&](Engine& e) {
        const std::string name = text_at(file, file_bytes);
        const std::string map = text_at(mapping, mapping_bytes);
        e.imported = import_texts({text_at(kind, kind_bytes),
                                   {name, e.texts.read(name)},
                                   {map, e.texts.read(map)},
                                   {import_years(text_at(years, years_bytes)), {}}}); // there is no clock
        e.imported_from = name;
        e.answer = import_file(*e.imported, name).content;
    });
}

/// What is to be said of the last import; `name` is what its table will be called.
[[clang::export_name("import_report")]] int import_words(const char* name, std::size_t bytes) {
    return guarded([&](Engine& e) {
        if (!e.imported) throw std::logic_error("nothing has been imported");
        e.answer = import_report(*e.imported, text_at(name, bytes), e.imported_from, e.language);
    });
}

[[clang::export_name("answer")]] const char* answer() {
    return engine().answer.data();
}

[[clang::export_name("answer_bytes")]] std::size_t answer_bytes() {
    return engine().answer.size();
}

} // extern "C"

} // namespace framsyn::app
