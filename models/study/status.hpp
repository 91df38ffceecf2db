#pragma once

#include "models/study/study.hpp"

#include <limits>
#include <string>
#include <vector>

namespace framsyn::study {

/// What a health authority's annual report is asked to say of a cell.
enum class StatusMeasure {
    places,         ///< at the end of the year
    open_places,    ///< available days over the year's days
    occupancy,      ///< bed days over available days
    bed_days,       ///< the count: it is the need of a counted year
    level,          ///< bed days that the level of use says, from the counts up to that year
    change_places,  ///< since the year before
    surge,          ///< places in beredskap, ordinary ones included
    planned_change, ///< of places, since the last counted year, by the plan
    need,           ///< beds by the utilisation rule, median
    need_service_level,
    need_region_model, ///< beds by the region's own model
    difference         ///< need − the region's own model
};
inline constexpr NameTable<StatusMeasure, 12> status_measures{
    {{StatusMeasure::places, "places"},
     {StatusMeasure::open_places, "open-places"},
     {StatusMeasure::occupancy, "occupancy"},
     {StatusMeasure::bed_days, "bed-days"},
     {StatusMeasure::level, "level"},
     {StatusMeasure::change_places, "change-places"},
     {StatusMeasure::surge, "surge"},
     {StatusMeasure::planned_change, "planned-change"},
     {StatusMeasure::need, "need"},
     {StatusMeasure::need_service_level, "need-service-level"},
     {StatusMeasure::need_region_model, "need-region-model"},
     {StatusMeasure::difference, "difference"}}};

/// How a figure came about, or why there is none. Counted is what the body responsible counted or reported; derived and
/// assumed are places that somebody worked out or guessed.
enum class Standing {
    counted,
    reported, ///< read somewhere, not counted year by year
    derived,
    assumed,
    decided,
    planned,
    projected,
    not_received,
    not_computable,
    not_modelled
};
inline constexpr NameTable<Standing, 10> standings{{{Standing::counted, "counted"},
                                                    {Standing::reported, "reported"},
                                                    {Standing::derived, "derived"},
                                                    {Standing::assumed, "assumed"},
                                                    {Standing::decided, "decided"},
                                                    {Standing::planned, "planned"},
                                                    {Standing::projected, "projected"},
                                                    {Standing::not_received, "not-received"},
                                                    {Standing::not_computable, "not-computable"},
                                                    {Standing::not_modelled, "not-modelled"}}};

/// What is to be said beside a figure.
enum class StatusNote {
    none,
    from_counts,      ///< the table of counts
    cannot_hold,      ///< the counted places can't hold the counted bed days
    counted_together, ///< only the sum with other services or trusts is counted
    counted_in_part,  ///< not all trusts are
    no_count,
    no_level,       ///< nothing says how the level of use moves
    level_of_use,   ///< the formula of the level
    by_plan,        ///< the scenario's units and changes
    changes,        ///< the plan's changes, by their labels
    no_change_said, ///< places changed and no change of the plan says why
    rules,          ///< Framsyn's median over draws
    level_guessed,  ///< the base year's level is a guess
    region_model,
    no_beds ///< need alone is projected
};

struct StatusRow {
    Cell cell;
    StatusMeasure measure = StatusMeasure::places;
    int year = 0;
    double value = std::numeric_limits<double>::quiet_NaN(); ///< none where the standing says why
    Standing standing = Standing::counted;
    StatusNote note = StatusNote::none;
    std::vector<Text> labels = {};          ///< of the changes, each once
    double said = 0.0;                      ///< places that those changes come to
    const RegionModelInfo* model = nullptr; ///< of the study's scenario
    const ActivityInfo* activity = nullptr; ///< whose words belong to the note
};

/// The unit of a measure, as results print it.
std::string unit_of(StatusMeasure measure);

/// Of every trust and the region: the services and groups whose use is counted; of those that nobody counts the ungrouped
/// services, groups as a whole, and parts in which something grows beside demography ([[stock]]), from the plan. The last
/// three counted years; ahead 2030, 2035, 2040 and the years of the region's own model.
std::vector<StatusRow> annual_status(const Study& study);

} // namespace framsyn::study
