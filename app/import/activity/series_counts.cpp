#include "app/import/activity/series_counts.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace framsyn::app {
namespace {

bool holds(const std::vector<std::string>& all, const std::string& one) {
    return std::find(all.begin(), all.end(), one) != all.end();
}

/// Nothing where one of the two is unknown.
std::optional<std::int64_t> sum(const std::optional<std::int64_t>& a, const std::optional<std::int64_t>& b) {
    return a && b ? std::optional(*a + *b) : std::nullopt;
}
std::optional<std::int64_t> less(const std::optional<std::int64_t>& a, const std::optional<std::int64_t>& b) {
    return a && b && *a >= *b ? std::optional(*a - *b) : std::nullopt;
}

} // namespace

bool KnownSeries::is_about(const std::string& one) const {
    return is_sum() ? holds(sum_over, one) : trust == one;
}

const SeriesCount* SeriesCounts::find(const KnownSeries& one, int year) {
    const auto [place, is_new] = kept_.emplace(std::pair(one.id, year), std::nullopt);
    if (is_new) place->second = counted(one, year);
    return place->second ? &*place->second : nullptr;
}

const CountedActivity* SeriesCounts::own(const std::string& trust, const std::string& service, int year) const {
    const auto found = std::find_if(imported_.counts.begin(), imported_.counts.end(), [&](const auto& count) {
        return count.year == year && count.bed_days.value_or(0) > 0 && imported_.trusts[count.trust] == trust &&
               service_id(count.service) == service;
    });
    return found == imported_.counts.end() ? nullptr : &*found;
}

std::optional<SeriesCount> SeriesCounts::counted(const KnownSeries& one, int year) const {
    if (std::optional<SeriesCount> whole = added(one, year)) return whole;
    for (const CountedActivity& region : imported_.sum_counts) {
        if (region.year != year || service_id(region.service) != one.service || !region.bed_days) continue;
        if (std::optional<SeriesCount> rest = region_less(region, one)) return rest;
    }
    return std::nullopt;
}

std::optional<SeriesCount> SeriesCounts::added(const KnownSeries& one, int year) const {
    SeriesCount count;
    count.year = year;
    count.places = count.available_days = 0;
    for (const std::string& trust : one.trusts()) {
        const CountedActivity* part = own(trust, one.service, year);
        if (!part) return std::nullopt;
        count.bed_days += *part->bed_days;
        count.places = sum(count.places, part->beds);
        count.available_days = sum(count.available_days, part->open_days);
        count.is_impossible = !one.is_sum() && part->is_impossible();
    }
    const std::string parts = fmt::format("{}", fmt::join(one.sum_over, ", "));
    if (one.is_sum()) count.how = {"summen av " + parts, "sum of " + parts};
    return count;
}

/// All that a region's count has beside the series must be counted, or be at a trust that doesn't offer the service.
std::optional<SeriesCount> SeriesCounts::region_less(const CountedActivity& region, const KnownSeries& one) const {
    const TrustMap::Sum& of = imported_.sums[region.trust];
    for (const std::string& trust : one.trusts()) {
        if (!holds(of.trusts, trust)) return std::nullopt;
    }
    SeriesCount count{region.year, *region.bed_days, region.beds, region.open_days, {}, false, false};
    const CountedActivity* alone = nullptr; // whose places are counted, though its days aren't
    for (const CountedActivity& part : imported_.counts) {
        const bool same = part.year == region.year && part.service == region.service;
        if (same && !one.is_sum() && imported_.trusts[part.trust] == one.trust) alone = &part;
    }
    std::vector<std::string> others;
    for (const std::string& trust : of.trusts) {
        if (one.is_about(trust) || !offers(trust, one.service)) continue;
        const CountedActivity* part = own(trust, one.service, region.year);
        if (!part) return std::nullopt;
        others.push_back(fmt::format("{} {}", trust, *part->bed_days));
        count.bed_days -= *part->bed_days;
        count.places = less(count.places, part->beds);
        count.available_days = less(count.available_days, part->open_days);
    }
    if (count.bed_days <= 0) return std::nullopt;
    if (alone && alone->beds) count.places = alone->beds;
    if (alone && alone->open_days) count.available_days = alone->open_days;
    count.is_derived = !others.empty();
    const std::string whole = fmt::format("{} {}", of.printed(), *region.bed_days);
    const std::string rest = fmt::format("{}", fmt::join(others, ", "));
    count.how = {whole, whole};
    if (count.is_derived) count.how = {whole + " uten " + rest, whole + " less " + rest};
    return count;
}

bool SeriesCounts::offers(const std::string& trust, const std::string& service) const {
    return std::any_of(series_.begin(), series_.end(),
                       [&](const KnownSeries& one) { return one.service == service && one.is_about(trust); });
}

} // namespace framsyn::app
