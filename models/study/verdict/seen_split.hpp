#pragma once

#include "models/study/scenario/scenario.hpp"

#include <optional>
#include <vector>

namespace framsyn::study {

/// From, to.
struct Shares {
    double low = 0.0;
    double high = 1.0;
};

/// Between which shares of a service's bed days at the region's trusts a trust's lie, going by stays that a register has
/// counted at each of them: s_h d_h / Σ s d, where the days a stay d of each trust are anywhere in its interval. None where
/// the trust, or every other, has no such stays.
std::optional<Shares> seen_shares(const Scenario& scenario, TrustId trust, ServiceId service);

/// Least, central and most of the beds that patients of a service, of any residence, take at the region's trusts in the base
/// year. `occupied` are those of each flow by the central values.
struct OccupiedInAll {
    double least = 0.0, central = 0.0, most = 0.0;
};
OccupiedInAll occupied_in_all(const Scenario& scenario, ServiceId service, const std::vector<double>& occupied);

/// A trust whose share by the central values lies beyond what was seen.
struct UnlikeSplit {
    std::size_t seen = 0; ///< index into the scenario's seen stays
    double share = 0.0;
    Shares seen_shares;
};
std::vector<UnlikeSplit> splits_unlike_seen(const Scenario& scenario, const std::vector<double>& occupied);

} // namespace framsyn::study
