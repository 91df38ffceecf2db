#include "app/import/population_import.hpp"

#include "app/import/municipal_counts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <optional>

namespace framsyn::app {
namespace {

void sum_to_trusts(const MunicipalCounts& cells, const SortedTable& sorted, const MunicipalityMap& map,
                   ImportedPopulation& imported) {
    const std::size_t ages = static_cast<std::size_t>(imported.oldest_age) + 1;
    imported.persons.assign(imported.index(imported.variants.size(), 0, 0), 0);
    const auto add = [&](std::size_t v, std::size_t row, std::size_t y) {
        const std::size_t begin = imported.index(v, map.rows[row].trust, y);
        for (std::size_t s = 0; s < static_cast<std::size_t>(sorted.sexes); ++s) {
            for (std::size_t a = 0; a < sorted.age_slots(); ++a) {
                // Older than the open class go into it; without ages there is one number for all.
                const std::size_t age =
                    imported.by_age ? std::min(static_cast<std::size_t>(sorted.ages[a]), ages - 1) : 0;
                imported.persons[begin + (imported.by_age ? s * ages + age : 0)] += cells.at(v, row, y, s, a);
            }
        }
    };
    for (std::size_t v = 0; v < imported.variants.size(); ++v) {
        for (std::size_t row = 0; row < map.rows.size(); ++row) {
            for (std::size_t y = 0; y < imported.years.size(); ++y) add(v, row, y);
        }
    }
}

void count_regions(const SortedTable& sorted, ImportedPopulation& imported) {
    for (std::size_t i = 0; i < sorted.regions.size(); ++i) {
        const RegionMeaning& region = sorted.regions[i];
        if (sorted.row_of_region[i] >= 0) continue;
        const bool municipality = region.kind == RegionKind::municipality || region.kind == RegionKind::name_only;
        ++(municipality ? imported.municipalities_out : imported.regions_out);
        if (municipality && looks_old(region.code, region.name)) ++imported.old_out;
    }
}

/// Sums over all sexes and ages of every region of the file, by variant and year.
class RegionSums {
  public:
    RegionSums(const StatbankTable& table, const SortedTable& sorted)
        : sorted_(sorted), sums_(sorted.variants.size() * sorted.years.size() * sorted.regions.size()) {
        const Axis variants = table.has(Axis::variant) ? Axis::variant : Axis::contents;
        for (const Observation& observation : table.observations) {
            const auto slot = [&](const std::vector<int>& slots, Axis axis) {
                return slots.empty() ? 0 : slots[observation.category[static_cast<std::size_t>(axis)]];
            };
            const int year = slot(sorted.year_slot, Axis::year);
            const bool part = slot(sorted.sex_slot, Axis::sex) >= 0 && slot(sorted.age_slot, Axis::age) >= 0;
            if (year < 0 || !part || observation.odd >= 0 || observation.value < 0) continue;
            const auto region = observation.category[static_cast<std::size_t>(Axis::region)];
            std::optional<std::int64_t>& sum = sums_[index(slot(sorted.variant_slot, variants), year, region)];
            sum = sum.value_or(0) + observation.value;
        }
    }

    /// Compares counties and the country with the municipalities in the file.
    void compare(const StatbankTable& table, ImportedPopulation& imported) const {
        for (std::size_t variant = 0; variant < sorted_.variants.size(); ++variant) {
            for (std::size_t year = 0; year < sorted_.years.size(); ++year) {
                for (std::size_t region = 0; region < sorted_.regions.size(); ++region)
                    compare_one(table, static_cast<int>(variant), static_cast<int>(year), region, imported);
            }
        }
    }

  private:
    std::size_t index(int variant, int year, std::size_t region) const {
        return (static_cast<std::size_t>(variant) * sorted_.years.size() + static_cast<std::size_t>(year)) *
                   sorted_.regions.size() +
               region;
    }

    void compare_one(const StatbankTable& table, int variant, int year, std::size_t i,
                     ImportedPopulation& imported) const {
        const RegionMeaning& region = sorted_.regions[i];
        const std::optional<std::int64_t> theirs = sums_[index(variant, year, i)];
        if (!theirs || (region.kind != RegionKind::county && region.kind != RegionKind::country)) return;
        const auto [ours, parts] = municipalities_of(region, variant, year);
        if (parts == 0) return;
        if (ours == *theirs) {
            ++imported.regions_agreeing;
        } else {
            remark(table.of(Axis::region)[i].printed(), sorted_.years[static_cast<std::size_t>(year)], *theirs, ours,
                   imported);
        }
    }

    std::pair<std::int64_t, int> municipalities_of(const RegionMeaning& region, int variant, int year) const {
        std::int64_t sum = 0;
        int parts = 0;
        for (std::size_t i = 0; i < sorted_.regions.size(); ++i) {
            const RegionMeaning& part = sorted_.regions[i];
            if (part.kind != RegionKind::municipality) continue;
            if (region.kind == RegionKind::county && part.code.substr(0, 2) != region.code) continue;
            const std::optional<std::int64_t> own = sums_[index(variant, year, i)];
            if (!own) continue;
            sum += *own;
            ++parts;
        }
        return {sum, parts};
    }

    static void remark(const std::string& region, int year, std::int64_t theirs, std::int64_t ours,
                       ImportedPopulation& imported) {
        constexpr std::size_t most = 10;
        ++imported.regions_differing;
        if (imported.regions_differing > most) return;
        imported.remarks.push_back(
            {fmt::format("{} har {} personer i {}, kommunene i filen {} til sammen. Er alle kommuner med?", region,
                         theirs, year, ours),
             fmt::format("{} has {} persons in {}, the municipalities in the file {} together. Are all of them there?",
                         region, theirs, year, ours)});
    }

    const SortedTable& sorted_;
    std::vector<std::optional<std::int64_t>> sums_; ///< nothing: no number in the file
};

} // namespace

std::int64_t ImportedPopulation::sum(std::size_t variant, std::size_t trust, std::size_t year) const {
    const auto begin = persons.begin() + static_cast<std::ptrdiff_t>(index(variant, trust, year));
    return std::accumulate(begin, begin + static_cast<std::ptrdiff_t>(cells_per_year()), std::int64_t{0});
}

ImportedPopulation import_population(const StatbankTable& table, SsbTable expected, const MunicipalityMap& map,
                                     const YearLimits& years, Problems& problems) {
    ImportedPopulation imported;
    imported.table = expected;
    const SortedTable sorted = sort_table(table, expected, map, years, problems);
    if (!problems.empty()) return imported;
    Complaints complaints(problems, table.file);
    const MunicipalCounts cells(table, sorted, map, complaints);
    if (cells.complete(problems)) imported.totals_agreeing = cells.compare_totals(complaints);
    complaints.finish();
    if (!problems.empty()) return imported;

    imported.variants = sorted.variants;
    imported.trusts = map.trusts;
    imported.years = sorted.years;
    imported.by_age = sorted.by_age();
    imported.oldest_age = sorted.by_age() ? std::min(sorted.ages.back(), 105) : 0;
    imported.municipalities = map.rows.size();
    sum_to_trusts(cells, sorted, map, imported);
    count_regions(sorted, imported);
    imported.remarks = sorted.remarks;
    if (table.number.empty()) {
        const std::string number = number_of(expected);
        imported.remarks.push_back(
            {fmt::format("filen sier ikke hvilken tabell den er; kontroller at det er {}", number),
             fmt::format("the file does not say which table it is; check that it is {}", number)});
    }
    RegionSums(table, sorted).compare(table, imported);
    return imported;
}

} // namespace framsyn::app
