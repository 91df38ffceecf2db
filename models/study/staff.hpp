#pragma once

#include "models/study/study.hpp"

#include <string>
#include <vector>

namespace framsyn::study {

/// Staff years of a role that the need of a cell asks for in a year: beds by the utilisation rule times the staff years per
/// bed, both as they are in each draw.
struct StaffNeed {
    std::size_t cell = 0; ///< index into the study's need
    int year = 0;
    std::string role;
    Band staff_years;
};

/// Every cell but those outside, by role; a group's sum where each of its parts there has the role, else it would hide some.
std::vector<StaffNeed> staff_need(const Study& study);

} // namespace framsyn::study
