#pragma once

#include <cstddef>
#include <vector>

namespace framsyn::sweep {

/// What an outcome is when one parameter stands at either end of its interval and all others at their values.
struct TornadoBar {
    std::size_t parameter = 0;
    double at_low = 0.0;
    double at_high = 0.0;

    double swing() const { return at_high < at_low ? at_low - at_high : at_high - at_low; }
};

/// The bars, widest first, those of the same width in the order of the parameters. What is NaN comes last.
std::vector<TornadoBar> in_order(std::vector<TornadoBar> bars);

} // namespace framsyn::sweep
