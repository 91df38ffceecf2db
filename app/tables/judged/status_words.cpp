#include "app/tables/judged/status_words.hpp"

#include "app/ground/number_text.hpp"

#include <fmt/format.h>

#include <cmath>

namespace framsyn::app {
namespace {

using study::StatusNote;
using study::StatusRow;

Text same(const std::string& text) {
    return {text, text};
}

Text counts_that_cannot_be(const StatusRow& row, const std::string& counts) {
    Text why{"de talte plassene rommer ikke de talte oppholdsdøgnene",
             "the counted places can't hold the counted bed days"};
    if (row.activity && !row.activity->note.nb.empty()) why = row.activity->note;
    return {counts + "; " + why.nb, counts + "; " + why.en};
}

/// The changes by their labels; what they come to where the count says something else.
Text labels_of(const StatusRow& row) {
    Text text;
    for (const Text& label : row.labels) {
        text.nb += (text.nb.empty() ? "" : ", ") + label.nb;
        text.en += (text.en.empty() ? "" : ", ") + label.en;
    }
    constexpr double half_a_bed = 0.5;
    if (std::abs(row.said - row.value) > half_a_bed) {
        const std::string said = fmt::format("{:+g}", row.said);
        text.nb += fmt::format(" (planen sier {})", with_comma(said));
        text.en += fmt::format(" (the plan says {})", said);
    }
    return text;
}

Text of_rules(const StatusRow& row, const study::Study& study) {
    const std::size_t draws = study.extent().draws.count;
    if (row.measure == study::StatusMeasure::need_service_level)
        return {fmt::format("Framsyn, median av {} trekninger, servicenivå", draws),
                fmt::format("Framsyn, median of {} draws, service level", draws)};
    return {fmt::format("Framsyn, median av {} trekninger, planlagt utnyttelse", draws),
            fmt::format("Framsyn, median of {} draws, planned utilisation", draws)};
}

Text of_region_model(const StatusRow& row) {
    if (row.measure == study::StatusMeasure::need_region_model) return same(row.model->beds.source);
    if (!row.model->reason.nb.empty()) return row.model->reason;
    return {"ingen grunn er oppgitt", "no reason is given"};
}

Text without_a_figure(const StatusRow& row) {
    switch (row.note) {
    case StatusNote::counted_in_part:
        return {"ikke alle foretakene er telt", "not all trusts are counted"};
    case StatusNote::counted_together:
        if (!row.activity)
            return {"bare summen med andre tjenester er telt", "only the sum with other services is counted"};
        return {fmt::format("bare summen er telt ([[activity]] «{}»)", row.activity->id),
                fmt::format("only the sum is counted ([[activity]] \"{}\")", row.activity->id)};
    case StatusNote::no_count:
        return {"ingen har telt det", "nobody has counted it"};
    case StatusNote::no_level:
        return {"ingen [[use_level]] sier hva bruksnivået er", "no [[use_level]] says what the level of use is"};
    case StatusNote::level_guessed:
        return {"nivået i basisåret er antatt; se verdict.csv", "the base year's level is assumed; see verdict.csv"};
    case StatusNote::no_beds:
        return {"bare behovet framskrives; plassene er ikke med", "need alone is projected; its places aren't here"};
    default:
        return {};
    }
}

} // namespace

Text status_source(const StatusRow& row, const study::Study& study, const std::string& counts) {
    switch (row.note) {
    case StatusNote::from_counts:
        return same(counts);
    case StatusNote::cannot_hold:
        return counts_that_cannot_be(row, counts);
    case StatusNote::level_of_use:
        return {
            "nivået som alle tellingene til og med året samlet peker mot, ganger døgnene folketallet tilsier; behovet "
            "framover begynner i siste telling og går bare delvis mot det",
            "the level that all counts up to the year together point to, times the days that the people would give; "
            "need ahead begins at the last count and goes only a part of the way to it"};
    case StatusNote::by_plan:
        return {"plassene i scenariet", "the scenario's places"};
    case StatusNote::changes:
        return labels_of(row);
    case StatusNote::no_change_said:
        return {"ingen endring i planen sier hvorfor", "no change of the plan says why"};
    case StatusNote::rules:
        return of_rules(row, study);
    case StatusNote::region_model:
        return of_region_model(row);
    case StatusNote::none:
        if (row.standing == study::Standing::not_received)
            return {"regionens egen modell er ikke mottatt ([[region_model]])",
                    "the region's own model is not received ([[region_model]])"};
        return {};
    default:
        return without_a_figure(row);
    }
}

} // namespace framsyn::app
