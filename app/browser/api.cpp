// The engine as JavaScript calls it: one engine an instance, one thread. Texts are UTF-8, given as address and bytes, and
// copied. Calls answer 0 done; -2 bad input: the answer holds the lines `file:line:column: message` of framsyn check, and
// problems() the same apart; -1 anything else: the answer holds what went wrong. An answer lasts until the next call.
#include "app/browser/engine/engine.hpp"

#include <cstdlib>
#include <exception>
#include <string>

namespace framsyn::app {
namespace {

struct Instance {
    Engine engine;
    Problems problems; ///< of the last call that was refused
    std::string answer;
};

/// One to an instance: JavaScript has no other way to hold it.
Instance& instance() {
    static Instance the_only;
    return the_only;
}

template <class Work>
int guarded(const Work& work) {
    Instance& at = instance();
    at.answer.clear();
    at.problems = {};
    try {
        work(at.engine);
        return 0;
    } catch (const BadInput& bad) {
        at.problems = bad.problems();
        for (const std::string& line : bad.problems().lines(at.engine.language)) at.answer += line + "\n";
        return -2;
    } catch (const std::exception& error) {
        at.answer = error.what();
        return -1;
    }
}

/// Work whose outcome is the answer.
template <class Work>
int answered(const Work& work) {
    return guarded([&](Engine& engine) { instance().answer = work(engine); });
}

std::string text_at(const char* text, std::size_t bytes) {
    return {text, bytes};
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    for (std::size_t from = 0; from < text.size();) {
        const std::size_t end = std::min(text.find('\n', from), text.size());
        lines.push_back(text.substr(from, end - from));
        from = end + 1;
    }
    return lines;
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
    instance().engine.language = english != 0 ? Language::en : Language::nb;
}

/// A file by its name beside the scenario ("baseline.toml", "tables/population.csv"); replaces one of the same name.
[[clang::export_name("text")]] int text(const char* name, std::size_t name_bytes, const char* content,
                                        std::size_t bytes) {
    return guarded([&](Engine& engine) { engine.put(text_at(name, name_bytes), text_at(content, bytes)); });
}

/// Takes a file away.
[[clang::export_name("remove")]] int remove_text(const char* name, std::size_t bytes) {
    return guarded([&](Engine& engine) { engine.remove(text_at(name, bytes)); });
}

[[clang::export_name("set")]] int set(const char* assignment, std::size_t bytes) {
    return guarded([&](Engine& engine) { engine.set(text_at(assignment, bytes)); });
}

[[clang::export_name("clear_sets")]] void clear_sets() {
    instance().engine.clear_sets();
}

[[clang::export_name("load")]] int load(const char* name, std::size_t bytes) {
    return answered([&](Engine& engine) { return engine.load(text_at(name, bytes)); });
}

[[clang::export_name("about")]] int about() {
    return answered([](Engine& engine) { return engine.about(); });
}

[[clang::export_name("afford")]] int afford() {
    return guarded([](Engine& engine) { engine.afford(); });
}

[[clang::export_name("load_root")]] int load_root() {
    return guarded([](Engine& engine) { engine.load_root(); });
}

[[clang::export_name("project")]] int project(std::size_t first, std::size_t count) {
    return guarded([&](Engine& engine) { engine.project(first, count); });
}

[[clang::export_name("care")]] int care(std::size_t first, std::size_t count) {
    return guarded([&](Engine& engine) { engine.care(first, count); });
}

[[clang::export_name("draws_block")]] int draws_block(std::size_t first, std::size_t count) {
    return answered([&](Engine& engine) { return engine.draws_block(first, count); });
}

[[clang::export_name("care_block")]] int care_block(std::size_t first, std::size_t count) {
    return answered([&](Engine& engine) { return engine.care_block(first, count); });
}

[[clang::export_name("take_draws")]] int take_draws(const char* block, std::size_t bytes) {
    return guarded([&](Engine& engine) { engine.take_draws(text_at(block, bytes)); });
}

[[clang::export_name("take_care")]] int take_care(const char* block, std::size_t bytes) {
    return guarded([&](Engine& engine) { engine.take_care(text_at(block, bytes)); });
}

[[clang::export_name("finish")]] int finish() {
    return guarded([](Engine& engine) { engine.finish(); });
}

[[clang::export_name("keep_as_base")]] int keep_as_base() {
    return guarded([](Engine& engine) { engine.keep_as_base(); });
}

[[clang::export_name("compare")]] int compare() {
    return guarded([](Engine& engine) { engine.compare(); });
}

/// Ids of alternatives, a line each.
[[clang::export_name("comparison_json")]] int comparison_json(const char* ids, std::size_t bytes) {
    return answered([&](Engine& engine) { return engine.comparison_json(lines_of(text_at(ids, bytes))); });
}

[[clang::export_name("table")]] int table(const char* name, std::size_t bytes) {
    return answered([&](Engine& engine) { return engine.table(text_at(name, bytes)); });
}

[[clang::export_name("workbook")]] int workbook() {
    return answered([](Engine& engine) { return engine.workbook(); });
}

[[clang::export_name("hold")]] int hold(std::size_t draws) {
    return guarded([&](Engine& engine) { engine.hold(draws); });
}

[[clang::export_name("ask")]] int ask(const char* name, std::size_t bytes) {
    return answered([&](Engine& engine) { return engine.ask(text_at(name, bytes)); });
}

[[clang::export_name("forms")]] int forms() {
    return answered([](Engine& engine) { return engine.forms(); });
}

[[clang::export_name("facts")]] int facts() {
    return answered([](Engine& engine) { return engine.facts(); });
}

/// Of texts given before: a table of the StatBank ("ssb-07459") and the map of municipalities become a scenario's table,
/// which is the answer. `years` may be empty.
[[clang::export_name("import_table")]] int import_table(const char* kind, std::size_t kind_bytes, const char* file,
                                                        std::size_t file_bytes, const char* mapping,
                                                        std::size_t mapping_bytes, const char* years,
                                                        std::size_t years_bytes) {
    return answered([&](Engine& engine) {
        return engine.import_table(text_at(kind, kind_bytes), text_at(file, file_bytes),
                                   text_at(mapping, mapping_bytes), text_at(years, years_bytes));
    });
}

/// What is to be said of the last import; `name` is what its table will be called.
[[clang::export_name("import_report")]] int import_words(const char* name, std::size_t bytes) {
    return answered([&](Engine& engine) { return engine.import_report(text_at(name, bytes)); });
}

/// Another table of the StatBank and what it needs, and a filled-in workbook, as JSON: intake.hpp.
[[clang::export_name("import_year")]] int import_year(const char* order, std::size_t bytes) {
    return answered([&](Engine& engine) { return engine.import_year(text_at(order, bytes)); });
}

[[clang::export_name("import_book")]] int import_book(const char* book, std::size_t bytes) {
    return answered([&](Engine& engine) { return engine.import_book(text_at(book, bytes)); });
}

/// What was wrong with the input of the last call, as JSON; it becomes the answer.
[[clang::export_name("problems")]] void problems() {
    instance().answer = problems_json(instance().problems, instance().engine.language);
}

[[clang::export_name("answer")]] const char* answer() {
    return instance().answer.data();
}

[[clang::export_name("answer_bytes")]] std::size_t answer_bytes() {
    return instance().answer.size();
}

} // extern "C"

} // namespace framsyn::app
