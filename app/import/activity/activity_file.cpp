#include "app/import/activity/activity_file.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace framsyn::app {
namespace {

std::string id_of(const ImportedActivity& imported, const CountedActivity& one) {
    return imported.trusts[one.trust] + "-" + service_id(one.service);
}

const CountedActivity* year_before(const ImportedActivity& imported, const CountedActivity& one) {
    const auto found = std::find_if(imported.counts.begin(), imported.counts.end(), [&](const CountedActivity& other) {
        return other.trust == one.trust && other.service == one.service && other.year == one.year - 1;
    });
    return found == imported.counts.end() ? nullptr : &*found;
}

std::string count_entry(const ImportedActivity& imported, const CountedActivity& one, bool nb) {
    std::string text;
    const CountedActivity* before = year_before(imported, one);
    if (before && before->beds && *before->beds != *one.beds) {
        text += fmt::format(
            fmt::runtime(nb ? "# {0:+} fra {1}: enhetene må ha en [[change]] som gir det (date = {2}-01-01, "
                              "plan = \"observed\")\n"
                            : "# {0:+} from {1}: the units must have a [[change]] that gives it (date = "
                              "{2}-01-01, plan = \"observed\")\n"),
            *one.beds - *before->beds, before->year, one.year);
    }
    return text +
           fmt::format("[[count]]\nid = \"{0}-{1}\"\ntrust = \"{2}\"\nservice = \"{3}\"\nyear = {1}\n"
                       "beds = {{ value = {4}, status = \"observed\", source = \"SSB tabell 13942, CC BY 4.0\" }}\n\n",
                       id_of(imported, one), one.year, imported.trusts[one.trust], service_id(one.service), *one.beds);
}

/// Status and source of a count; what it was worked out from stands in the source, which has the scenario's language.
std::string origin_of(const std::optional<SeriesCount>& count, bool is_derived, const std::string& what) {
    if (count) is_derived = count->is_derived;
    return fmt::format(R"(status = "{}", source = "SSB tabell 13942, CC BY 4.0{}{}")",
                       is_derived ? "derived" : "observed", what,
                       count && !count->how.nb.empty() ? ": " + count->how.nb : "");
}

std::string activity_entry(const YearPlan::Held& held, int year) {
    const KnownSeries& one = held.series;
    const char* basis = held.count && held.count->is_impossible ? "capacity-from-activity" : "observed";
    const std::string whose = one.is_sum() ? fmt::format("trusts = [\"{}\"]", fmt::join(one.sum_over, "\", \""))
                                           : fmt::format("trust = \"{}\"", one.trust);
    const bool spread = one.low < 1.0 || one.high > 1.0;
    const std::string interval =
        spread ? fmt::format(", low = {:.1f}, high = {:.1f}", one.low * held.bed_days, one.high * held.bed_days) : "";
    return fmt::format("[[activity]]\nid = \"{}\"\n{}\nservice = \"{}\"\nbasis = \"{}\"\n"
                       "bed_days = {{ value = {}{}, {} }}\n\n",
                       one.id, whose, one.service, basis, held.bed_days, interval,
                       origin_of(held.count, one.is_derived,
                                 fmt::format(", oppholdsdøgn {}{}", year, spread ? ", intervall som før" : "")));
}

std::string use_entry(const YearPlan::Counted& one) {
    const std::string origin = origin_of(one.count, false, "");
    const auto line = [&](const char* key, const std::optional<std::int64_t>& value) {
        return value ? fmt::format("{} = {{ value = {}, {} }}\n", key, *value, origin) : "";
    };
    return fmt::format("[[counted_use]]\nid = \"{0}-{1}\"\nactivity = \"{0}\"\nyear = {1}\n{2}{3}{4}\n", one.activity,
                       one.count.year, line("bed_days", one.count.bed_days), line("places", one.count.places),
                       line("available_days", one.count.available_days));
}

std::string number(const std::optional<std::int64_t>& value) {
    return value ? fmt::format("{}", *value) : "–";
}

} // namespace

ResultFile activity_file(const ImportedActivity& imported, const YearPlan& plan, const std::string& name,
                         const std::string& extends, Language language) {
    const bool nb = language == Language::nb;
    std::string text = fmt::format(
        fmt::runtime(nb ? "# Plasser og oppholdsdøgn fra SSB tabell 13942. Filen kan kjøres som den er, eller "
                          "flyttes inn i {0}.\n"
                        : "# Places and bed days of SSB table 13942. The file runs as it is, or is moved into "
                          "{0}.\n"),
        extends);
    text += fmt::format("schema = 1\nextends = \"{}\"\n\n[time]\nbase_year = {}\n\n", extends, plan.base_year);
    for (const CountedActivity& one : imported.counts) {
        if (one.beds && !one.is_impossible()) text += count_entry(imported, one, nb);
    }
    for (const YearPlan::Held& one : plan.held) text += activity_entry(one, plan.base_year);
    for (const YearPlan::Counted& one : plan.counted) text += use_entry(one);
    text.pop_back();
    return {name, text};
}

std::string activity_report(const ImportedActivity& imported, const YearPlan& plan, const std::string& out,
                            const std::string& file, Language language) {
    const bool nb = language == Language::nb;
    const int last = imported.years.back();
    std::string text =
        fmt::format(fmt::runtime(nb ? "{}: plasser for {} og oppholdsdøgn for {} fra {} (tabell 13942)\n\n"
                                    : "{}: places of {} and bed days of {} from {} (table 13942)\n\n"),
                    out, fmt::join(imported.years, ", "), last, file);
    text += fmt::format("{:<16}{:<10}{:>8}{:>14}{:>10}\n", "", "", nb ? "plasser" : "places",
                        nb ? "oppholdsdøgn" : "bed days", nb ? "belegg" : "occupancy");
    for (const CountedActivity& one : imported.counts) {
        if (one.year != last) continue;
        text += fmt::format("{:<16}{:<10}{:>8}{:>14}{:>10}\n", imported.trusts[one.trust], service_id(one.service),
                            number(one.beds), number(one.bed_days),
                            one.occupancy ? fmt::format("{} %", *one.occupancy) : "–");
    }
    for (const YearPlan::Held& held : plan.held) {
        if (!held.count || held.count->how.en.empty()) continue;
        text += fmt::format(fmt::runtime(nb ? "{}: {} oppholdsdøgn i {} ({})\n" : "{}: {} bed days in {} ({})\n"),
                            held.series.id, held.count->bed_days, held.count->year, held.count->how.in(language));
    }
    text +=
        fmt::format(fmt::runtime(nb ? "\nUtelatt fordi koblingen ikke har dem: {} andre regioner. Beleggsprosenter som "
                                      "stemmer med døgnene: {}.\n"
                                    : "\nLeft out, not in the mapping: {} other regions. Occupancies that agree with "
                                      "the days: {}.\n"),
                    imported.regions_out, imported.occupancies_agreeing);
    text += fmt::format(fmt::runtime(nb ? "Basisår: {}. Nye eller rettede telte år ([[counted_use]]): {}.\n"
                                        : "Base year: {}. New or revised counted years ([[counted_use]]): {}.\n"),
                        plan.base_year, plan.counted.size());
    if (imported.has_somatic_care) {
        text +=
            nb ? "Somatikk er ikke med: scenarioets somatikk bygger på plasser og belegg, og rettes for seg.\n"
               : "Somatic care is left out: the scenario's rests on places and occupancy, and is renewed by itself.\n";
    }
    for (const auto* remarks : {&imported.remarks, &plan.remarks}) {
        for (const Text& remark : *remarks) text += (nb ? "Merk: " : "Note: ") + remark.in(language) + "\n";
    }
    return text;
}

} // namespace framsyn::app
