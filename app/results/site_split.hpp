#pragma once

#include "models/study/study.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace framsyn::app {

/// Beds of a cell that lie otherwise than in the base. By the service level each place of a trust and service is solved on its
/// own, so that this alone changes need.
struct SiteSplit {
    std::size_t before = 0,
                after = 0; ///< places with beds, of the trusts and services where they differ; alike: other shares
};

/// A study's beds by place and day.
class Sites {
  public:
    /// Beds by the unit's id, of each trust and service.
    using Pools = std::map<std::pair<std::string, std::string>, std::map<std::string, double>>;

    explicit Sites(const study::Study& study);

    Pools on(const study::Cell& cell, const Date& day) const;
    /// Adds the days of the year on which they change.
    void add_days(const study::Cell& cell, int year, std::set<Date>& days) const;

  private:
    bool belongs(std::size_t unit, const study::Cell& cell) const;

    const study::Scenario& scenario_;
    std::vector<std::vector<capacity::BedStep>> steps_; ///< [unit]
};

/// A cell in one of two studies, whose ids of services may differ.
struct SitesOfCell {
    const Sites& sites;
    study::Cell cell;
};

/// How the places of a cell differ in a year, on the day when their number does most; nothing where beds lie as they did.
/// Days on which either side has no bed of a trust and service say nothing of it.
std::optional<SiteSplit> site_split(const SitesOfCell& base, const SitesOfCell& alternative, int year);

} // namespace framsyn::app
