#include "models/study/counted_years.hpp"

#include <algorithm>
#include <limits>

namespace framsyn::study {
namespace {

constexpr double no_number = std::numeric_limits<double>::quiet_NaN();

const ActivityInfo* counted_at(const Scenario& scenario, WhichTrust trust, const std::string& service) {
    for (const ActivityInfo& activity : scenario.activities) {
        if (!activity.counted.empty() && !activity.is_sum() && trust == activity.trust &&
            activity.service.id == service)
            return &activity;
    }
    return nullptr;
}

/// Median need by the utilisation rule: [cell][year from the base year on]; empty where a cell has no beds.
std::vector<std::vector<double>> need_at_utilisation(const Study& study) {
    std::vector<std::vector<double>> need(study.need().size());
    for (const Gap& gap : study.gaps()) {
        if (gap.rule == Rule::utilisation) need[gap.cell].push_back(gap.need.median);
    }
    return need;
}

/// Whether a cell is one of a trust that makes up another.
bool makes_up(const Cell& part, const Cell& whole) {
    return part.trust.is_trust() && part.service.id == whole.service.id &&
           (whole.trust.is_region() || part.trust == whole.trust);
}

double patients(const YearCount& count) {
    return count.bed_days / days_in_year(count.year);
}

} // namespace

std::vector<const ActivityInfo*> counts_of(const Study& study, const Cell& cell) {
    std::vector<const ActivityInfo*> counts;
    for (const CellNeed& need : study.need()) {
        if (!makes_up(need.cell, cell)) continue;
        const ActivityInfo* count = counted_at(study.scenario(), need.cell.trust, cell.service.id);
        if (!count) return {};
        counts.push_back(count);
    }
    return counts;
}

YearCount in_year(const std::vector<const ActivityInfo*>& counts, int year) {
    YearCount sum{year, 0.0, 0.0, 0.0};
    for (const ActivityInfo* activity : counts) {
        const std::vector<CountedUse>& counted = activity->counted;
        const auto found =
            std::find_if(counted.begin(), counted.end(), [&](const CountedUse& one) { return one.year == year; });
        if (found == counted.end()) return {year, no_number, no_number, no_number};
        sum.places += found->places.value_or(no_number);
        sum.available += found->available_days.value_or(no_number);
        sum.bed_days += found->bed_days;
    }
    return sum;
}

const ActivityInfo* cannot_hold(const std::vector<const ActivityInfo*>& counts) {
    const auto odd = std::find_if(counts.begin(), counts.end(), [](const ActivityInfo* activity) {
        return activity->basis == Basis::capacity_from_activity;
    });
    return odd == counts.end() ? nullptr : *odd;
}

std::vector<CountedYearOfCell> counted_years(const Study& study) {
    const int base_year = study.scenario().base_year;
    const std::vector<std::vector<double>> need = need_at_utilisation(study);
    // Before the base year beds follow patients as they do in it, trust by trust.
    const auto before = [&](const Cell& cell, int year) {
        double beds = 0.0;
        for (std::size_t c = 0; c < need.size(); ++c) {
            if (need[c].empty() || !makes_up(study.need()[c].cell, cell)) continue;
            const std::vector<const ActivityInfo*> own = counts_of(study, study.need()[c].cell);
            beds += need[c].front() * patients(in_year(own, year)) / patients(in_year(own, base_year));
        }
        return beds;
    };
    std::vector<CountedYearOfCell> rows;
    for (std::size_t c = 0; c < need.size(); ++c) {
        const Cell& cell = study.need()[c].cell;
        if (cell.trust.is_outside() || need[c].empty()) continue;
        const std::vector<const ActivityInfo*> counts = counts_of(study, cell);
        if (counts.empty()) continue;
        int first = counts.front()->counted.front().year, last = counts.front()->counted.back().year;
        for (const ActivityInfo* count : counts) {
            first = std::max(first, count->counted.front().year);
            last = std::min(last, count->counted.back().year);
        }
        for (int year = first; year <= last; ++year) {
            const YearCount count = in_year(counts, year);
            const bool is_known = count.available > 0.0 && !cannot_hold(counts);
            rows.push_back(
                {c, count, is_known ? count.bed_days / count.available : no_number,
                 year < base_year ? before(cell, year) : need[c][static_cast<std::size_t>(year - base_year)]});
        }
    }
    return rows;
}

} // namespace framsyn::study
