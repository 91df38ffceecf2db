#pragma once

#include "app/ground/files.hpp"
#include "models/values/text.hpp"

#include <string>

namespace framsyn::app {

/// A year's table of the StatBank among the texts, as `framsyn import` makes it. `order`: { table, file, mapping, population,
/// rates, regions, service, extends, out, years, last_counted }; names of texts may be empty, and so may years. The answer:
/// { name, content, report }. Throws BadInput.
std::string import_year_json(const Texts& texts, const std::string& order, Language language);

/// A filled-in workbook as what it changes on top of a scenario, as `framsyn import xlsx` makes it. `book`: { file, out, sheets:
/// [{ name, rows, merged }] }, where a cell is null, a number, a text, { date: [y, m, d] }, { flag: true } or { fault: text }.
/// The answer: { what_if, changes, rates: { name, text } or null }. Throws BadInput with the cells that can't be meant.
std::string import_book_json(const Texts& texts, const std::string& extends, const std::string& book);

} // namespace framsyn::app
