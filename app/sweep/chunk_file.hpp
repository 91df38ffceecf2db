#pragma once

#include "models/values/text.hpp"

#include <cstddef>
#include <stdexcept>
#include <string>
#include <vector>

namespace framsyn::app {

/// A point that could not be studied.
struct PointFailure {
    std::size_t point = 0;
    Text message;
};

/// The outcomes of points first, first + 1, …
struct Chunk {
    std::size_t first = 0;
    std::size_t count = 0;
    std::vector<double> values; ///< stored numbers of each point, one point after the other; NaN where it failed
    std::vector<PointFailure> failures; ///< in the order of the points
    double seconds = 0.0;               ///< wall time that they took; part of no result
};

/// A chunk's file isn't what was written: cut, changed, of another sweep.
struct DamagedChunk : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// A chunk as a file. `of` is the sum of the sweep's plan. The numbers are little-endian doubles between a line that says
/// what they are and the SHA-256 of all that stands before it.
std::string chunk_text(const Chunk& chunk, const std::string& of);

/// The chunk in a file. Throws DamagedChunk unless the file is whole and of this sweep, with so many numbers for each point.
Chunk chunk_in(const std::string& text, const std::string& of, std::size_t stored);

} // namespace framsyn::app
