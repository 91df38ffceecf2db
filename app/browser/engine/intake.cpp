#include "app/browser/engine/intake.hpp"

#include "app/ground/problems.hpp"
#include "app/import/activity/import_year.hpp"
#include "app/import/levels/renewal.hpp"
#include "app/import/levels/renewed_words.hpp"
#include "app/import/levels/still_older.hpp"
#include "app/scenario/read/read_scenario.hpp"
#include "app/sheets/filled_in.hpp"

#include <nlohmann/json.hpp>

#include <utility>

namespace framsyn::app {
namespace {

using Json = nlohmann::ordered_json;

NamedText text_of(const Texts& texts, const std::string& name) {
    return {name, name.empty() ? "" : texts.read(name)};
}

BookCell cell_of(const Json& cell) {
    if (cell.is_null()) return {};
    if (cell.is_number()) return BookCell::of(cell.get<double>());
    if (cell.is_string()) return BookCell::of(cell.get<std::string>());
    if (cell.contains("date"))
        return BookCell::of(
            Date{cell["date"].at(0).get<int>(), cell["date"].at(1).get<int>(), cell["date"].at(2).get<int>()});
    const bool is_flag = cell.contains("flag");
    BookCell made = is_flag ? BookCell::of(cell["flag"].get<bool>() ? 1.0 : 0.0)
                            : BookCell::of(cell.at("fault").get<std::string>());
    made.kind = is_flag ? BookCell::Kind::flag : BookCell::Kind::fault;
    return made;
}

Book book_of(const Json& told) {
    Book book{told.at("file").get<std::string>(), {}};
    for (const Json& sheet : told.at("sheets")) {
        BookSheet made{sheet.at("name").get<std::string>(), {}, sheet.at("merged").get<std::vector<std::string>>()};
        for (const Json& row : sheet.at("rows")) {
            std::vector<BookCell> cells;
            for (const Json& cell : row) cells.push_back(cell_of(cell));
            made.rows.push_back(std::move(cells));
        }
        book.sheets.push_back(std::move(made));
    }
    return book;
}

/// Reads the what-if as it would be beside the scenario; its problems are told at the cells that they came from.
void try_out(Texts texts, const FilledIn& filled, const std::string& out) {
    texts.put(out, filled.what_if);
    if (filled.rates) texts.put(filled.rates_name, *filled.rates);
    try {
        read_scenario(texts, out);
    } catch (const BadInput& bad) {
        throw BadInput(filled.placed(bad.problems(), out));
    }
}

} // namespace

std::string import_year_json(const Texts& texts, const std::string& order, Language language) {
    const Json told = Json::parse(order);
    const auto word = [&](const char* key) { return told.value(key, std::string()); };
    const std::string extends = word("extends");
    YearLimits years{import_years(word("years")), {}};
    if (told.contains("last_counted")) years.last_counted = told["last_counted"].get<int>();
    YearOrder asked{word("table"),
                    text_of(texts, word("file")),
                    text_of(texts, word("mapping")),
                    text_of(texts, word("population")),
                    text_of(texts, word("rates")),
                    word("regions"),
                    word("service"),
                    extends,
                    word("out"),
                    years};
    asked.day = word("day");
    const bool puts_counts = asked.table == "ssb-13942";
    if (puts_counts) asked.base = known_base(texts, extends);
    const YearImport made = import_year(asked, language);
    Renewal renewal{made.file.content, 0, {}};
    std::string older;
    if (puts_counts) {
        Draft draft(texts);
        draft.put(asked.out, with_words(made.file.content, texts, extends, made.news));
        renewal = renewal_of(draft, asked.out);
        older = still_older(draft, asked.out, language);
    }
    return Json{{"name", made.file.name},
                {"content", renewal.content},
                {"report", made.report + said_of(renewal, asked.out, language) + older}}
        .dump();
}

std::string import_book_json(const Texts& texts, const std::string& extends, const std::string& book) {
    const Json told = Json::parse(book);
    const std::string out = told.at("out").get<std::string>();
    Problems problems;
    const FilledIn filled =
        filled_in(read_scenario(texts, extends), book_of(told), {extends, out.substr(0, out.rfind(".toml"))}, problems);
    if (!problems.empty()) throw BadInput(problems);
    try_out(texts, filled, out);
    return Json{{"what_if", filled.what_if},
                {"changes", filled.changes},
                {"rates", filled.rates ? Json{{"name", filled.rates_name}, {"text", *filled.rates}} : Json(nullptr)}}
        .dump();
}

} // namespace framsyn::app
