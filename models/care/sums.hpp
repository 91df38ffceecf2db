#pragma once

#include "models/care/inputs.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace framsyn::care {

/// Units whose patients are counted together: a row of the care table.
struct Sum {
    std::string trust;   ///< id, or "region" (the trusts together)
    std::string service; ///< id of a service or of a group
    std::vector<std::size_t> units;
};

/// Every trust, then the region, by every service, then every group; those without a unit are absent.
[[nodiscard]] std::vector<Sum> sums_of(const CareInputs& inputs);

} // namespace framsyn::care
