#pragma once

#include "app/ground/problems.hpp"
#include "app/scenario/schema/scenario_sections.hpp"
#include "app/sheets/book.hpp"

#include <optional>
#include <string>

namespace framsyn::app {

/// A text in quotes, as TOML writes it.
std::string toml_text(const std::string& text);
/// A number as the scenario's file has it; with a unit in quotes where it is counted in one.
std::string toml_number(double number, Measured unit);
/// What a cell says for a key of an entry; nothing, with a complaint, if the key can't hold it.
std::optional<std::string> toml_value(const Key& key, const BookCell& cell, const Position& at, Problems& problems);

} // namespace framsyn::app
