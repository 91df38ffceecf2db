#pragma once

#include "app/scenario/people/written_scenario.hpp"
#include "app/sheets/book.hpp"

#include <optional>
#include <string>
#include <vector>

namespace framsyn::app {

/// What a cell of a column is in the scenario.
enum class CellPart {
    words, ///< for the reader alone
    value, ///< a number
    low,   ///< the end of its interval
    high,
    beds, ///< staffed beds at the end of a year
    rate, ///< a number of a table
    key   ///< whatever the key of an action holds
};

struct PlanColumn {
    Text heading;
    CellPart part = CellPart::words;
    std::string key = {}; ///< of the entry
    int year = 0;         ///< of beds
    bool may_change = false;
};

/// A list of the scenario as a sheet: a row an entry, its id first.
struct PlanSheet {
    enum class Kind { list, beds, rates, actions };
    Text name;
    Kind kind = Kind::list;
    std::string list; ///< of the scenario
    std::vector<PlanColumn> columns;
    std::vector<std::vector<BookCell>> rows;
};

/// The capacity plan, planned utilisation, use rates, flows, stays and actions of a scenario, and what each cell is.
std::vector<PlanSheet> plan_sheets(const WrittenScenario& scenario);

/// The file of the table of use rates, as the scenario names it; nothing if it has none.
std::optional<std::string> rates_file(const WrittenScenario& scenario);

/// The sheets as a book, headings in the first row.
Book plan_book(const std::vector<PlanSheet>& sheets, const std::string& file, Language language);

} // namespace framsyn::app
