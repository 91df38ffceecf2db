#pragma once

#include "app/import/statbank_table.hpp"

#include <string>

namespace framsyn::app {

/// What kind of place a region of the table is. Cities' districts, economic regions and the like are `other`.
enum class RegionKind { municipality, county, country, name_only, other };
struct RegionMeaning {
    RegionKind kind = RegionKind::other;
    std::string code; ///< 4 digits of a municipality, 2 of a county
    std::string name;
};
/// `1804`, `1804 Bodø`, `K-1804 Bodø`, `K_1804`, `F-18 Nordland`, `0 Hele landet`, or just `Bodø`.
RegionMeaning region_meaning(const Category& category);

/// Does the code belong to a county of before 2024, or the name carry the years it was valid (`Narvik (-2019)`)?
bool looks_old(const std::string& code, const std::string& name);

enum class SexMeaning { female, male, both, unknown };
SexMeaning sex_meaning(const Category& category);

enum class AgeKind { single, open, all, group, unknown };
struct AgeMeaning {
    AgeKind kind = AgeKind::unknown;
    int age = 0; ///< of a single year, or where an open class begins
};
/// `000`, `0 år`, `105+`, `105 år eller eldre`, `105 years or older`, `Alder i alt`; everything with a span is a group.
AgeMeaning age_meaning(const Category& category);

/// The calendar year; 0 if it isn't one.
int year_meaning(const Category& category);

/// SSB's four letters in a label such as `Hovedalternativet (MMMM)`; empty if there are none.
std::string variant_meaning(const Category& category);

/// True for what 07459 counts: persons, whatever the label is called.
bool means_persons(const Category& category);

} // namespace framsyn::app
