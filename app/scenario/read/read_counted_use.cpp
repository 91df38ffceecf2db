#include "app/scenario/read/read_counted_use.hpp"

#include "app/ground/number_text.hpp"
#include "models/study/draws/use_level.hpp"
#include "models/study/scenario/counted_use.hpp"
#include "sim/numerics/elementary.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>

namespace framsyn::app {
namespace {

constexpr double most_days = 1e9;

std::optional<double> number_or_none(const CsvTable& csv, std::size_t row, std::size_t column, Problems& problems) {
    if (csv.cell(row, column).empty()) return std::nullopt;
    return csv.number(row, column, 0, most_days, problems);
}

/// The row of an activity that follows what is read of it, year after year.
void add_year(study::ActivityInfo& activity, const study::CountedUse& year, const Position& at, Problems& problems) {
    if (!activity.counted.empty() && year.year != activity.counted.back().year + 1) {
        const int expected = activity.counted.back().year + 1;
        problems.add(at, {fmt::format("{}: {} følger etter {}; ventet {} (hvert år én gang, i rekkefølge)", activity.id,
                                      year.year, expected - 1, expected),
                          fmt::format("{}: {} follows {}; expected {} (each year once, in order)", activity.id,
                                      year.year, expected - 1, expected)});
        return;
    }
    activity.counted.push_back(year);
}

/// What stands in the row itself; nothing where it can't be used.
std::optional<study::CountedUse> year_in(const CsvTable& csv, std::size_t row, const WrittenScenario& scenario,
                                         Problems& problems) {
    const std::size_t before = problems.size();
    study::CountedUse year;
    year.year = csv.whole(row, 1, 1900, scenario.last_year, problems);
    constexpr double least = 0.01; // nobody: there is no logarithm of it
    year.bed_days = csv.number(row, 2, least, most_days, problems);
    year.expected_days = csv.number(row, 3, least, most_days, problems);
    year.places = number_or_none(csv, row, 4, problems);
    year.available_days = number_or_none(csv, row, 5, problems);
    if (problems.size() > before) return std::nullopt;
    return year;
}

} // namespace

void read_counted_use(WrittenScenario& scenario, const TableText& source, Problems& problems) {
    const CsvTable csv(source.text, source.file,
                       {"activity", "year", "bed_days", "expected_days", "places", "available_days"}, problems);
    std::vector<std::string> ids;
    for (const study::ActivityInfo& activity : scenario.activities) ids.push_back(activity.id);
    scenario.counted_at.assign(ids.size(), {});
    const std::size_t before = problems.size();
    for (std::size_t row = 0; row < csv.rows(); ++row) {
        const std::size_t activity = csv.index(row, 0, ids, problems);
        const std::optional<study::CountedUse> year = year_in(csv, row, scenario, problems);
        if (problems.size() > before || !year) continue;
        add_year(scenario.activities[activity], *year, csv.at(row, 1), problems);
        scenario.counted_at[activity] = csv.at(row, 0);
    }
}

void put_later_use(WrittenScenario& scenario, Problems& problems) {
    constexpr double z_975 = 1.959963984540054;
    constexpr double least_use = 0.01, most_use = 100.0; // as the schema has them
    for (study::ActivityInfo& activity : scenario.activities) {
        Quantity& later = activity.later_use;
        // A sweep's or a tornado's point comes with the interval that it stands in.
        if (later.has_interval() && !later.at.file.starts_with("--set")) {
            problems.add(
                later.at,
                {fmt::format("{}: later_use kan ikke ha low og high: spennet kommer fra [[use_level]]", activity.id),
                 fmt::format("{}: later_use can't have low and high: its interval comes from [[use_level]]",
                             activity.id)});
            continue;
        }
        const auto written = std::find_if(scenario.assumptions.begin(), scenario.assumptions.end(),
                                          [&](const Quantity& other) { return other.address == later.address; });
        const bool is_written = written != scenario.assumptions.end();
        if (is_written && !study::holds_bed_days(activity)) {
            problems.add(later.at, {fmt::format("{}: later_use gjelder liggedøgn som er talt", activity.id),
                                    fmt::format("{}: later_use is about bed days that were counted", activity.id)});
            continue;
        }
        const study::UseLevelInfo* info = study::level_of_use(scenario, activity);
        if (!info) continue;
        const double ratio = sim::exp(z_975 * study::spread_of_level(*info, study::level_of(activity.counted, *info)));
        later.min = least_use;
        later.max = most_use;
        later.low = later.value / ratio;
        later.high = later.value * ratio;
        if (is_written) {
            *written = later;
            continue;
        }
        later.status = Status::derived;
        later.source = fmt::format("95 % av bruksnivået {} år etter den siste tellingen, etter [[use_level]] \"{}\"",
                                   info->longest_lag, info->id);
        scenario.assumptions.push_back(later);
    }
}

void check_counted_use(const WrittenScenario& scenario, BaseYear base_year, Problems& problems, Problems& remarks) {
    for (const study::UseLevelInfo& level : scenario.use_levels) {
        const bool is_used =
            std::any_of(scenario.activities.begin(), scenario.activities.end(),
                        [&](const auto& activity) { return study::level_of_use(scenario, activity) == &level; });
        if (is_used) continue;
        remarks.add(level.returning.at,
                    {fmt::format("[[use_level]] «{}» gjelder ingen: tabellen counted-use har ingen [[activity]] for {}",
                                 level.id, level.service.id),
                     fmt::format("[[use_level]] \"{}\" is of nobody: the table counted-use has no [[activity]] of {}",
                                 level.id, level.service.id)});
    }
    for (const study::ActivityInfo& activity : scenario.activities) {
        if (activity.counted.empty()) continue;
        const Quantity& said = *activity.bed_days;
        if (!study::level_of_use(scenario, activity)) {
            remarks.add(
                said.at,
                {fmt::format("{}: telte år uten [[use_level]] for {}: bruken per innbygger står stille etter {}",
                             activity.id, activity.service.id, activity.counted.back().year),
                 fmt::format("{}: counted years without [[use_level]] for {}: use per person stands still "
                             "after {}",
                             activity.id, activity.service.id, activity.counted.back().year)});
        }
        if (said.at.file != scenario.root_file) continue; // a what-if on another count moves the later ones with it
        for (const study::CountedUse& year : activity.counted) {
            if (year.year != scenario.base_year || std::abs(year.bed_days - said.value) <= 0.5) continue;
            // Where the base year alone is another, the count of the old one stands for it: said, not refused.
            Problems& told = base_year == BaseYear::as_written ? problems : remarks;
            told.add(said.at, {fmt::format("{}: bed_days = {}, men tabellen counted-use har {} i {}", activity.id,
                                           with_comma(fmt::format("{}", said.value)),
                                           with_comma(fmt::format("{}", year.bed_days)), year.year),
                               fmt::format("{}: bed_days = {}, but the table counted-use has {} in {}", activity.id,
                                           said.value, year.bed_days, year.year)});
        }
    }
}

} // namespace framsyn::app
