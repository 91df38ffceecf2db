#pragma once

#include "app/tables/catalogue/catalogue.hpp"

#include <utility>
#include <vector>

namespace framsyn::app::columns {

using Columns = std::vector<Column>;

inline Column words(std::string_view name, const char* nb, const char* en) {
    return {name, CellType::text, "", {nb, en}};
}
inline Column whole(std::string_view name, const char* nb, const char* en) {
    return {name, CellType::integer, "", {nb, en}};
}
inline Column number(std::string_view name, std::string_view unit, const char* nb, const char* en) {
    return {name, CellType::number, unit, {nb, en}};
}
inline Column or_empty(Column column) {
    column.may_be_empty = true;
    return column;
}

inline Columns operator+(Columns first, const Columns& next) {
    first.insert(first.end(), next.begin(), next.end());
    return first;
}

/// The columns that name a cell and its year.
inline Columns cell_columns() {
    return {words("trust", "Helseforetak", "Trust"), words("service", "Tjeneste", "Service"),
            whole("year", "År", "Year")};
}

} // namespace framsyn::app::columns
