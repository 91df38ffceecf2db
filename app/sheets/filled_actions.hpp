#pragma once

#include "app/sheets/filled_in.hpp"

#include <string>

namespace framsyn::app {

/// A sheet that somebody has filled in, and whom to tell what is wrong with its cells.
struct SheetVoice {
    const Book& book;
    const BookSheet& sheet;
    Problems& problems;

    Position at(std::size_t row, std::size_t column) const;
    void complain(std::size_t row, std::size_t column, const std::string& nb, const std::string& en) const;
};

/// The sheet of actions: a row is one, new where its id is new, taken out where its row is gone.
void read_actions(const PlanSheet& plan, const SheetVoice& voice, FilledIn& out);

} // namespace framsyn::app
