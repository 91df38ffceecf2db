#pragma once

#include "models/need/beds/erlang.hpp"

#include <vector>

namespace framsyn::need {

/// A site's part of a department's beds, and the share of them that is open in the mean over a year.
struct SiteShare {
    double of_beds = 1.0;
    double open = 1.0;

    bool operator==(const SiteShare&) const = default;
};

/// Places that a department needs so that at most `risk` of its arrivals are failed (beds_for_service_level). Patients go to the
/// sites in proportion to their beds, and beds at another site are no help at once: each site is solved by itself
/// (Erlang), divided by the share that is open, and summed. Without sites the department is one. `occupied_beds` is the
/// load: bed days over the days of their year.
double beds_at_service_level(double occupied_beds, const std::vector<SiteShare>& sites, double risk, WhenFull when_full,
                             const Patience& patience = {});

} // namespace framsyn::need
