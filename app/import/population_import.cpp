#include "app/import/population_import.hpp"

#include "app/import/municipal_counts.hpp"
#include "models/values/age_span.hpp"

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

/// Municipalities whose people leap from one year to the next: in a trust's sum a small one is hardly seen.
class MunicipalLeaps {
  public:
    MunicipalLeaps(const MunicipalCounts& cells, const SortedTable& sorted, const MunicipalityMap& map)
        : cells_(cells), sorted_(sorted), map_(map) {}

    void tell(ImportedPopulation& imported) {
        for (std::size_t v = 0; v < sorted_.variants.size(); ++v) {
            for (std::size_t row = 0; row < map_.rows.size(); ++row) {
                for (std::size_t y = 0; y + 1 < sorted_.years.size(); ++y)
                    if (sorted_.years[y + 1] == sorted_.years[y] + 1) look_at({v, row, y});
            }
        }
        constexpr std::size_t most = 5;
        const std::size_t told = std::min(found_.size(), most);
        imported.remarks.insert(imported.remarks.end(), found_.begin(),
                                found_.begin() + static_cast<std::ptrdiff_t>(told));
        if (found_.size() > most)
            imported.remarks.push_back(
                {fmt::format("{} slike sprang til i andre kommuner eller år", found_.size() - most),
                 fmt::format("{} more such leaps in other municipalities or years", found_.size() - most)});
    }

  private:
    struct Place {
        std::size_t variant = 0, row = 0, year = 0;
    };
    /// People of a place in a year and in the next one.
    struct Pair {
        std::int64_t before = 0, after = 0;

        double factor() const {
            const auto [least, largest] = std::minmax({static_cast<double>(before), static_cast<double>(after)});
            return least > 0.0 ? largest / least : largest;
        }
        bool leaps(double most) const { return std::max(before, after) >= fewest && factor() >= most; }
    };
    // What none of 357 municipalities has done (SSB table 07459, 2014–2026): the largest are 1.27 of all people and 1.56 of a sex
    // and age group.
    static constexpr double most_of_all = 1.4;
    static constexpr double most_of_group = 1.75;
    static constexpr std::int64_t fewest = 200;

    Pair persons(const Place& place, int sex, const AgeSpan& ages) const {
        Pair pair;
        for (int s = 0; s < sorted_.sexes; ++s) {
            if (sex >= 0 && s != sex) continue;
            for (std::size_t a = 0; a < sorted_.age_slots(); ++a) {
                if (sorted_.by_age() && (sorted_.ages[a] < ages.from || sorted_.ages[a] > ages.to)) continue;
                const auto slot = static_cast<std::size_t>(s);
                pair.before += cells_.at(place.variant, place.row, place.year, slot, a);
                pair.after += cells_.at(place.variant, place.row, place.year + 1, slot, a);
            }
        }
        return pair;
    }

    void look_at(const Place& place) {
        const Pair all = persons(place, -1, {0, oldest});
        if (all.leaps(most_of_all)) return remark(place, all, {"innbyggere", "inhabitants"});
        if (!sorted_.by_age() || sorted_.sexes < 2) return;
        Pair largest;
        Text who;
        for (int sex = 0; sex < 2; ++sex) {
            for (const AgeSpan& ages : {AgeSpan{0, 17}, {18, 49}, {50, 66}, {67, oldest}}) {
                const Pair one = persons(place, sex, ages);
                if (!one.leaps(std::max(most_of_group, largest.factor()))) continue;
                largest = one;
                const std::string span = fmt::format("{}–{}", ages.from, ages.to);
                who = {(sex == 0 ? "kvinner " : "menn ") + span + " år", (sex == 0 ? "women of " : "men of ") + span};
            }
        }
        if (!who.nb.empty()) remark(place, largest, who);
    }

    void remark(const Place& place, const Pair& pair, const Text& who) {
        const std::string& variant = sorted_.variants[place.variant];
        const std::string where = map_.printed(place.row) + (variant.empty() ? "" : fmt::format(" ({})", variant));
        const int year = sorted_.years[place.year];
        found_.push_back({fmt::format("{}: {} {} 1. januar {} og {} i {}; er begge tallene riktige?", where,
                                      pair.before, who.nb, year, pair.after, year + 1),
                          fmt::format("{}: {} {} on 1 January {} and {} in {}; are both numbers right?", where,
                                      pair.before, who.en, year, pair.after, year + 1)});
    }

    static constexpr int oldest = 105;
    const MunicipalCounts& cells_;
    const SortedTable& sorted_;
    const MunicipalityMap& map_;
    std::vector<Text> found_;
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
    MunicipalLeaps(cells, sorted, map).tell(imported);
    return imported;
}

} // namespace framsyn::app
