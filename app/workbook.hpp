#pragma once

#include "app/language.hpp"
#include "app/tidy_table.hpp"

namespace framsyn::app {

/// A sheet of the workbook: a result table by its file name, under a name that people read.
struct Sheet {
    std::string file;
    Text name;
};

/// Writes results.xlsx to `path`: a first sheet that says what the others are, then one sheet for each table with a
/// frozen header and filters. Same bytes for the same tables. Throws std::runtime_error.
void write_workbook(const std::string& path, const Text& title, const std::vector<Sheet>& sheets,
                    const std::vector<ResultFile>& tables, Language language);

} // namespace framsyn::app
