#pragma once

namespace framsyn {

/// Whole years of age, both ends included.
struct AgeSpan {
    int from = 0;
    int to = 0;

    bool operator==(const AgeSpan&) const = default;
};

} // namespace framsyn
