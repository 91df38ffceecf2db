#pragma once

#include "app/import/statbank_table.hpp"

#include <optional>
#include <string>

namespace framsyn::app {

/// SSB's areas of service; the scenario's words for them are `somatikk`, `phv`, `phbu` and `tsb`.
enum class ServiceArea { somatic, adults, children, addiction, total };
std::optional<ServiceArea> service_area(const Category& category);
/// The scenario's id of an area.
std::string service_id(ServiceArea area);

/// What table 13942 counts of a trust, as far as a scenario uses it or a check does.
enum class Counted { beds, bed_days, open_days, discharges, occupancy, other };
Counted counted_in(const Category& category);

/// Is it the bed days of table 14820?
bool means_bed_days(const Category& category);
/// A sum over all of something: `I alt`, `Alle`, `_T`.
bool means_all(const Category& category);

/// First and last age of a group such as `18-29 år` or `67 år eller eldre`.
struct AgeSpanRead {
    int from = 0;
    int to = 0;
};
std::optional<AgeSpanRead> age_span(const Category& category);

} // namespace framsyn::app
