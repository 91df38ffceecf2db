#include "models/sweep/tornado.hpp"

#include <algorithm>
#include <cmath>

namespace framsyn::sweep {

std::vector<TornadoBar> in_order(std::vector<TornadoBar> bars) {
    const auto width = [](const TornadoBar& bar) { return std::isnan(bar.swing()) ? -1.0 : bar.swing(); };
    std::stable_sort(bars.begin(), bars.end(),
                     [&](const TornadoBar& a, const TornadoBar& b) { return width(a) > width(b); });
    return bars;
}

} // namespace framsyn::sweep
