#pragma once

#include <string>

namespace framsyn {

/// Where something was written: a file by the name that people know it by, line and column from 1. A position without a
/// line is the file itself; an empty one belongs to what no file said.
struct Position {
    std::string file;
    int line = 0;
    int column = 0;
};

} // namespace framsyn
