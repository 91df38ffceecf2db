#include "models/study/verdict/enough_places.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace framsyn::study {

PlacesByLimit values_to_reach(std::vector<double> draws) {
    if (draws.empty()) throw std::logic_error("places need draws");
    PlacesByLimit reached{};
    for (std::size_t i = 0; i < limits_of_p.size(); ++i) {
        // The most draws whose share is below the limit, strictly.
        const auto above = static_cast<std::size_t>(std::ceil(limits_of_p[i] * static_cast<double>(draws.size()))) - 1;
        const auto at = draws.end() - 1 - static_cast<std::ptrdiff_t>(above);
        std::nth_element(draws.begin(), at, draws.end());
        reached[i] = *at;
    }
    return reached;
}

PlacesByLimit enough_places(std::vector<double> need) {
    PlacesByLimit places = values_to_reach(std::move(need));
    for (double& each : places) each = std::max(0.0, std::ceil(each));
    return places;
}

} // namespace framsyn::study
