#include "app/results/summary.hpp"

#include "app/results/spoken.hpp"

#include <fmt/format.h>

#include <cmath>

namespace framsyn::app {
namespace {

using study::Study;

const study::Cell& cell_at(const Study& study, std::size_t cell) {
    return study.need()[cell].cell;
}

const std::string& trust_short(const Study& study, std::size_t cell) {
    return study.scenario().of(cell_at(study, cell).trust.trust()).short_name;
}

/// Rows of a trust's own service or group in the last year.
bool is_shown(const Study& study, std::size_t cell, int year, const study::ServiceOrGroup& service) {
    const study::Cell& found = cell_at(study, cell);
    return year == study.scenario().last_year && found.trust.is_trust() && found.service.id == service.id;
}

/// The planned utilisation that a shortage is counted at, where all parts of the cell share one.
std::string at_utilisation(const study::Scenario& scenario, const study::Cell& cell, Language language) {
    const Quantity* planned = shared_utilisation(scenario, cell.trust, cell.service);
    if (!planned) return "";
    return fmt::format(
        fmt::runtime(language == Language::nb ? " ved {} planlagt utnyttelse" : " at {} planned utilisation"),
        spoken_percent(planned->value, language));
}

/// Shortages of identified cells in the last year: trust, beds and probability.
std::string shortages(const Study& study, const study::ServiceOrGroup& service, Language language) {
    std::string text;
    for (const study::Gap& gap : study.gaps()) {
        if (gap.rule != study::Rule::utilisation || !is_shown(study, gap.cell, gap.year, service)) continue;
        if (gap.evidence >= study::Evidence::assumed || gap.p_shortage <= 0.5) continue;
        text += fmt::format(fmt::runtime(language == Language::nb
                                             ? "\n      {} mangler {} plasser i {}{} (sannsynlighet {})"
                                             : "\n      {} is {} beds short in {}{} (probability {})"),
                            trust_short(study, gap.cell), spoken_number(-gap.gap.median, language), gap.year,
                            at_utilisation(study.scenario(), cell_at(study, gap.cell), language),
                            spoken_percent(gap.p_shortage, language));
    }
    return text;
}

/// The trust whose gap worsens most; nullptr where no trust has beds of the service.
const study::GapChange* worst_change(const Study& study, const study::ServiceOrGroup& service) {
    const study::GapChange* worst = nullptr;
    for (const study::GapChange& change : study.changes()) {
        if (!is_shown(study, change.cell, change.year, service)) continue;
        if (!worst || change.gap_change.median < worst->gap_change.median) worst = &change;
    }
    return worst;
}

/// Where the simulation is further from the base year's bed days than it may be, and where the rest went.
std::string off_lines(const Study& study, Language language) {
    const bool nb = language == Language::nb;
    std::string text;
    for (const study::Reproduction& of : study.reproductions()) {
        if (!is_off(of)) continue;
        const double off = of.ratio() - 1.0;
        text += fmt::format(
            fmt::runtime(
                nb ? "Obs: simuleringen gir {:.0f} oppholdsdøgn i {} for {} ved {}, {} {} de {:.0f} som er {}"
                   : "Note: the simulation gives {:.0f} bed days in {} for {} at {}, {} {} the {:.0f} that are {}"),
            of.simulated, study.scenario().base_year, name_of(study.scenario(), of.service, language),
            study.scenario().of(of.trust.trust()).short_name, spoken_percent(std::fabs(off), language),
            off < 0.0 ? (nb ? "under" : "below") : (nb ? "over" : "above"), of.expected,
            of.is_counted ? (nb ? "talt" : "counted") : (nb ? "framskrevet" : "projected"));
        if (of.purchased >= 0.5 || of.sent >= 0.5) {
            text += fmt::format(fmt::runtime(nb ? " (fullt: {:.0f} døgn på kjøpt plass, {:.0f} ved andre foretak)"
                                                : " (full: {:.0f} days purchased, {:.0f} at other trusts)"),
                                of.purchased, of.sent);
        }
        text += "\n";
    }
    return text;
}

} // namespace

std::string summary_of(const Study& study, Language language) {
    const bool nb = language == Language::nb;
    std::string text = fmt::format(
        fmt::runtime(
            nb ? "Største forverring fra {} til {}: endring i kapasitet minus behov, plasser (80 % intervall)\n"
               : "Largest worsening from {} to {}: change in capacity minus need, beds (80 % interval)\n"),
        study.scenario().base_year, study.scenario().last_year);
    for (const study::ServiceOrGroup& service : services_and_groups(study.scenario())) {
        const study::GapChange* worst = worst_change(study, service);
        if (!worst) continue;
        const study::Band& change = worst->gap_change;
        text += fmt::format("  {}: ", name_of(study.scenario(), service, language));
        if (change.median < 0.0) {
            text += fmt::format(fmt::runtime(nb ? "{} {} ({} til {})" : "{} {} ({} to {})"),
                                trust_short(study, worst->cell), spoken_number(change.median, language),
                                spoken_number(change.p10, language), spoken_number(change.p90, language));
        } else {
            text += nb ? "ingen forverring" : "no worsening";
        }
        text += shortages(study, service, language) + "\n";
    }
    text += nb ? "Mangel vises bare der nivået i basisåret er kjent.\n"
               : "Shortages are shown only where the base year's level is known.\n";
    text += off_lines(study, language);
    return text;
}

} // namespace framsyn::app
