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

/// P by one rule: never or always only where the other rule says the same.
std::string one_p(double p, double other, Language language) {
    const bool is_sure = p == 0.0 || p == 1.0;
    if (!is_sure || p == other) return spoken_percent(p, language);
    return p == 0.0 ? "<1 %" : ">99 %";
}

/// P by both rules, one after the other.
std::string both_p(const study::Outcome& outcome, Language language) {
    return fmt::format(fmt::runtime(language == Language::nb ? "{} etter planlagt utnyttelse, {} etter servicenivå"
                                                             : "{} by planned utilisation, {} by service level"),
                       one_p(outcome.p_utilisation, outcome.p_service_level, language),
                       one_p(outcome.p_service_level, outcome.p_utilisation, language));
}

std::string tight_words(study::TightReason reason, Language language) {
    const bool nb = language == Language::nb;
    switch (reason) {
    case study::TightReason::service_level_only:
        return nb ? "mangel bare etter servicenivå" : "short by service level only";
    case study::TightReason::utilisation_only:
        return nb ? "mangel bare etter planlagt utnyttelse" : "short by planned utilisation only";
    case study::TightReason::either_way:
        return nb ? "kan gå begge veier" : "can go either way";
    case study::TightReason::small:
        return nb ? "mangler under en halv plass" : "less than half a bed short";
    }
    return "";
}

/// At which level of the base year the answer turns.
std::string tip_words(const study::Study& study, const study::Tips& tips, Language language) {
    const bool nb = language == Language::nb;
    const bool places = tips.unit == study::BaseUnit::beds;
    const auto one = [&](const std::optional<double>& level, const char* rule_nb, const char* rule_en) {
        if (!level) return fmt::format("{} {}", nb ? "aldri" : "never", nb ? rule_nb : rule_en);
        return fmt::format("{} {} {}", places ? (nb ? "under" : "below") : (nb ? "over" : "above"),
                           spoken_number(*level, language), nb ? rule_nb : rule_en);
    };
    return fmt::format(fmt::runtime(places ? (nb ? "mangel dersom det var {1}, {2} plasser i {0}"
                                                 : "short if there were {1}, {2}, beds in {0}")
                                           : (nb ? "mangel dersom pasientene i {0} i snitt var {1}, {2}"
                                                 : "short if patients in {0} on average were {1}, {2}")),
                       study.scenario().base_year,
                       one(tips.utilisation, "(planlagt utnyttelse)", "(planned utilisation)"),
                       one(tips.service_level, "(servicenivå)", "(service level)"));
}

/// The range of a level that nobody counted, over which something holds.
std::string range_words(study::RangeKind range, Language language) {
    const bool nb = language == Language::nb;
    switch (range) {
    case study::RangeKind::logical:
        return nb ? "uansett nivå" : "whatever the level";
    case study::RangeKind::seen:
        return nb ? "på alle nivåer som er sett ved slike plasser" : "at every level seen at such places";
    case study::RangeKind::stated:
        return nb ? "på alle nivåer i det spennet scenariet oppgir"
                  : "at every level in the range that the scenario states";
    }
    return "";
}

/// What can be said of a cell in a year; nothing where there are beds enough.
std::string verdict_words(const Study& study, const study::Verdict& verdict, Language language) {
    const bool nb = language == Language::nb;
    const study::Judgement& judged = verdict.judged;
    if (judged.word == study::VerdictWord::enough) return "";
    if (judged.word == study::VerdictWord::depends) {
        const std::string tip = verdict.tips ? ": " + tip_words(study, *verdict.tips, language) : "";
        return (nb ? "kommer an på nivået, som ingen har telt" : "depends on the level, which nobody counted") + tip;
    }
    if (judged.word == study::VerdictWord::short_of_beds && verdict.known) {
        return fmt::format(
            fmt::runtime(nb ? "mangler {} plasser (sannsynlighet {})" : "is {} beds short (probability {})"),
            spoken_number(-verdict.known->gap, language), both_p(*verdict.known, language));
    }
    if (judged.word == study::VerdictWord::short_of_beds) {
        return fmt::format(fmt::runtime(nb ? "mangler fra {} til {} plasser {}" : "is from {} to {} beds short {}"),
                           spoken_number(-verdict.bounds->mild.gap, language),
                           spoken_number(-verdict.bounds->severe.gap, language),
                           range_words(verdict.bounds->range, language));
    }
    const std::string words = tight_words(*judged.reason, language);
    if (!verdict.known) return words;
    return fmt::format(fmt::runtime(nb ? "{} (sannsynlighet for mangel {})" : "{} (probability of a shortage {})"),
                       words, both_p(*verdict.known, language));
}

/// Every trust whose beds aren't enough by both rules in the last year.
std::string verdict_lines(const Study& study, const study::ServiceOrGroup& service, Language language) {
    std::string text;
    for (const study::Verdict& verdict : study.verdicts()) {
        if (!is_shown(study, verdict.cell, verdict.year, service)) continue;
        const std::string words = verdict_words(study, verdict, language);
        if (!words.empty())
            text += fmt::format("\n      {} {}: {}", trust_short(study, verdict.cell), verdict.year, words);
    }
    return text;
}

/// The trust whose gap worsens most; nullptr where no trust has beds of the service.
const study::GapChange* worst_change(const Study& study, const study::ServiceOrGroup& service) {
    const study::GapChange* worst = nullptr;
    for (const study::GapChange& change : study.changes_from_count()) {
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
    std::string text = fmt::format(fmt::runtime(nb ? "Største forverring fra siste telte år (i parentes) til {}: "
                                                     "endring i kapasitet minus behov, plasser (80 % "
                                                     "intervall)\n"
                                                   : "Largest worsening from the last counted year (in brackets) to "
                                                     "{}: change in capacity minus need, beds "
                                                     "(80 % interval)\n"),
                                   study.scenario().last_year);
    for (const study::ServiceOrGroup& service : services_and_groups(study.scenario())) {
        const study::GapChange* worst = worst_change(study, service);
        if (!worst) continue;
        const study::Band& change = worst->gap_change;
        text += fmt::format("  {} ({}): ", name_of(study.scenario(), service, language),
                            study.scenario().base_year + static_cast<int>(worst->since));
        if (change.median < 0.0) {
            text += fmt::format(fmt::runtime(nb ? "{} {} ({} til {})" : "{} {} ({} to {})"),
                                trust_short(study, worst->cell), spoken_number(change.median, language),
                                spoken_number(change.p10, language), spoken_number(change.p90, language));
        } else {
            text += nb ? "ingen forverring i median" : "no worsening in the median";
        }
        text += verdict_lines(study, service, language) + "\n";
    }
    text += nb ? "De som ikke nevnes, har nok plasser etter begge regler.\n"
               : "Who isn't named has beds enough by both rules.\n";
    text += off_lines(study, language);
    return text;
}

} // namespace framsyn::app
