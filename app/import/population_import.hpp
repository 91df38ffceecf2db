#pragma once

#include "app/import/sorted_table.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace framsyn::app {

/// Persons by trust, and what was found on the way.
struct ImportedPopulation {
    SsbTable table = SsbTable::population_07459;
    std::vector<std::string> variants; ///< of a population: one, empty
    std::vector<std::string> trusts;
    std::vector<int> years;
    int oldest_age = 0; ///< the last, open class; 0 where the file has totals only
    bool by_age = false;
    std::vector<std::int64_t> persons; ///< variant, trust, year, sex (female, male), age: the last runs fastest

    std::size_t municipalities = 0;     ///< used
    std::size_t municipalities_out = 0; ///< of the file, not in the map
    std::size_t old_out = 0;            ///< of these: with a code of before 2024
    std::size_t regions_out = 0;        ///< counties, the country, districts
    std::size_t totals_agreeing = 0;    ///< both sexes or all ages, as the file gives them
    std::size_t regions_agreeing = 0;   ///< counties or the country against the municipalities in the file
    std::size_t regions_differing = 0;
    std::vector<Text> remarks; ///< such as a county that the file's municipalities don't add up to

    std::size_t cells_per_year() const { return by_age ? 2 * (static_cast<std::size_t>(oldest_age) + 1) : 1; }
    std::size_t index(std::size_t variant, std::size_t trust, std::size_t year) const {
        return ((variant * trusts.size() + trust) * years.size() + year) * cells_per_year();
    }
    /// All of a trust in a year.
    std::int64_t sum(std::size_t variant, std::size_t trust, std::size_t year) const;
};

/// Sums a table's municipalities to trusts. Holes, repeated or impossible cells, totals that don't agree are reported.
ImportedPopulation import_population(const StatbankTable& table, SsbTable expected, const MunicipalityMap& map,
                                     const YearLimits& years, Problems& problems);

} // namespace framsyn::app
