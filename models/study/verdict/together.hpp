#pragma once

#include "models/study/verdict/shortages.hpp"

#include <vector>

namespace framsyn::study {

/// Whether the scenario moves a service's patients from one of the region's trusts to another when beds are full, and those
/// patients may not wait.
bool has_transfers(const Scenario& scenario, ServiceId service);

/// Of bed days of every trust in every draw at both ends, [trust][draw]; a trust without patients has none. By the service
/// level the place has the strictest risk of the trusts.
Together together(const Judged& judged, const Cell& region, std::size_t t, const std::vector<std::vector<double>>& mild,
                  const std::vector<std::vector<double>>& severe);

} // namespace framsyn::study
