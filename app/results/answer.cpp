#include "app/results/answer.hpp"

#include "app/results/compared_words.hpp"
#include "app/results/spoken.hpp"
#include "app/results/what_stays.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace framsyn::app {
namespace {

using study::ComparisonRow;
using study::PairedBy;
using Speaker = ComparedWords;

constexpr std::size_t most_shown = 8;

/// What is said of the patients.
struct PatientMeasure {
    const char *measure, *nb, *en, *unit_nb, *unit_en;
};
constexpr auto patient_measures = std::to_array<PatientMeasure>({
    {"wait_mean", "ventetid", "wait", " døgn", " days"},
    {"p_all_full", "alle plasser fulle", "all beds full", " av tiden", " of the time"},
    {"surge_days", "i beredskap", "in beredskap", " døgn", " days"},
    {"purchased_bed_days", "på kjøpt plass", "in purchased places", " døgn", " days"},
    {"overflow", "sendt til annet foretak", "sent to another trust", " pasienter", " patients"},
});

/// One cell and year on the terminal.
class CellLines {
  public:
    CellLines(const ComparedRows& rows, const MovedCell& cell, const ShownYear& year, const Speaker& speaker)
        : rows_(rows), cell_(cell), year_(year), speak_(speaker) {}

    std::string text() const {
        if (is_unchanged()) return fmt::format("    {}: {}\n", year_.year, unchanged());
        const std::string lines = beds() + part_of_year() + rule(true) + rule(false) + contacts() + patients();
        if (lines.empty()) return "";
        return fmt::format("    {}:{}\n", year_.year, lines);
    }

  private:
    const ComparisonRow* row(std::string_view measure, PairedBy basis = PairedBy::draws) const {
        const ComparisonRow* found = rows_.find(cell_.trust, cell_.service, year_.year, measure, basis);
        return found && !std::isnan(found->difference) ? found : nullptr;
    }

    /// Whether the year has the same beds, need and patients as without the alternative.
    bool is_unchanged() const {
        if (!year_.part_of_year.empty()) return false;
        for (const std::string_view measure : {study::compared::capacity, study::compared::bed_days,
                                               study::compared::need, study::compared::need_service_level}) {
            const ComparisonRow* found = row(measure);
            if (found && !is_nothing(*found)) return false;
        }
        return std::all_of(patient_measures.begin(), patient_measures.end(), [&](const PatientMeasure& one) {
            const ComparisonRow* found = row(one.measure, PairedBy::replications);
            return !found || is_nothing(*found);
        });
    }

    std::string unchanged() const {
        const ComparisonRow* capacity = row(study::compared::capacity);
        const ComparisonRow* gap = row(study::compared::gap);
        const ComparisonRow* p = row(study::compared::p_shortage);
        const ComparisonRow* gap_level = row(study::compared::gap_service_level);
        const ComparisonRow* p_level = row(study::compared::p_shortage_service_level);
        if (!year_.judged || !capacity || !gap || !p || !gap_level || !p_level)
            return speak_.say("uendret", "unchanged");
        return fmt::format(
            fmt::runtime(speak_.say("uendret: plasser {}; gap {} ved planlagt utnyttelse og {} ved servicenivå; "
                                    "sannsynlighet for mangel {} og {}",
                                    "unchanged: beds {}; gap {} at planned utilisation and {} at service level; "
                                    "probability of a shortage {} and {}")),
            speak_.level(*capacity, capacity->base), speak_.level(*gap, gap->base),
            speak_.level(*gap_level, gap_level->base), speak_.level(*p, p->base),
            speak_.level(*p_level, p_level->base));
    }

    std::string beds() const {
        const ComparisonRow* capacity = row(study::compared::capacity);
        const ComparisonRow* days = row(study::compared::bed_days);
        if (!days) return "";
        std::string text = speak_.say(" uten plasser i scenariet", " without beds in the scenario");
        if (capacity) { // beds are planned, so that their number is known whatever the need
            text = fmt::format(fmt::runtime(speak_.say(" plasser {}", " beds {}")),
                               capacity->difference != 0.0 ? speak_.before_after_and_change(*capacity)
                                                           : speak_.level(*capacity, capacity->base));
        }
        if (is_nothing(*days)) return text + speak_.say("; oppholdsdøgn uendret", "; bed days unchanged");
        const std::string change = year_.judged ? speak_.before_after_and_change(*days) : speak_.change(*days);
        return text + fmt::format(fmt::runtime(speak_.say("; oppholdsdøgn {}", "; bed days {}")), change);
    }

    /// Where beds differ in a part of the year: how many there are then, and when.
    std::string part_of_year() const {
        constexpr std::size_t most_told = 3;
        const std::vector<OtherBeds>& parts = year_.part_of_year;
        std::string text;
        for (std::size_t i = 0; i < std::min(most_told, parts.size()); ++i) {
            const OtherBeds& part = parts[i];
            const std::string first = speak_.day(part.first);
            const std::string last = speak_.day(part.last);
            text += (i == 0 ? "" : "; ") +
                    fmt::format(fmt::runtime(speak_.say("{}: {} plasser i stedet for {}", "{}: {} beds instead of {}")),
                                first == last ? first : first + speak_.say(" til ", " to ") + last,
                                speak_.beds(part.after), speak_.beds(part.before));
        }
        if (parts.size() > most_told)
            text += fmt::format(fmt::runtime(speak_.say("; og {} ganger til", "; and {} times more")),
                                parts.size() - most_told);
        return text.empty() ? "" : speak_.say("\n      i løpet av året: ", "\n      within the year: ") + text;
    }

    std::string rule(bool official) const {
        const ComparisonRow* need = row(official ? study::compared::need : study::compared::need_service_level);
        const ComparisonRow* gap = row(official ? study::compared::gap : study::compared::gap_service_level);
        const ComparisonRow* p =
            row(official ? study::compared::p_shortage : study::compared::p_shortage_service_level);
        if (!need || !gap || !p) return "";
        const char* name = official ? speak_.say("planlagt utnyttelse", "planned utilisation")
                                    : speak_.say("servicenivå", "service level");
        if (!year_.judged) {
            return fmt::format(fmt::runtime(speak_.say("\n      {}: behov {}, gap {}", "\n      {}: need {}, gap {}")),
                               name, speak_.change(*need), speak_.change(*gap));
        }
        return fmt::format(fmt::runtime(speak_.say("\n      {}: behov {}, gap {}, sannsynlighet for mangel {}",
                                                   "\n      {}: need {}, gap {}, probability of a shortage {}")),
                           name, speak_.before_and_after(*need), speak_.before_after_and_change(*gap),
                           speak_.before_and_after(*p));
    }

    /// Whether both sides have an open bed: where there is none all of none are full.
    bool has_beds() const {
        const ComparisonRow* open = row("open_beds", PairedBy::replications);
        return open && open->base > 0.0 && open->alternative > 0.0;
    }

    /// What stands in the place of stays.
    std::string contacts() const {
        const ComparisonRow* found = row(study::compared::contacts);
        if (!found || is_nothing(*found)) return "";
        return fmt::format(
            fmt::runtime(speak_.say("\n      dag og poliklinikk i stedet for opphold: {} kontakter i året",
                                    "\n      day and outpatient care for stays: {} contacts a year")),
            speak_.change(*found));
    }

    /// What happens to the patients: their wait, how often all is full, what is bought and who goes elsewhere.
    std::string patients() const {
        std::string text;
        for (const PatientMeasure& one : patient_measures) {
            const ComparisonRow* found = row(one.measure, PairedBy::replications);
            if (!found || is_nothing(*found) || (one.measure == std::string_view("p_all_full") && !has_beds()))
                continue;
            text += text.empty() ? speak_.say("\n      pasientene: ", "\n      patients: ") : "; ";
            const char* unit = speak_.say(one.unit_nb, one.unit_en);
            text += std::string(speak_.say(one.nb, one.en)) + " " +
                    (year_.judged ? speak_.before_after_and_change(*found, unit) : speak_.change(*found, unit));
        }
        if (!text.empty() || !row("wait_mean", PairedBy::replications)) return text;
        return speak_.say("\n      pasientene: uendret", "\n      patients: unchanged");
    }

    const ComparedRows& rows_;
    const MovedCell& cell_;
    const ShownYear& year_;
    const Speaker& speak_;
};

/// The gap where the effects come by half and not at all, by both rules, in the last year that is shown.
std::string weaker_lines(const Comparison& comparison, const ComparedRows& whole, const MovedCell& cell,
                         const Speaker& speak) {
    if (comparison.weaker.empty() || cell.years.empty() || !cell.with_beds) return "";
    const ShownYear& year = cell.years.back();
    std::string text;
    bool differs = false;
    for (const study::WeakerEffects& weaker : comparison.weaker) {
        const ComparedRows rows(weaker.rows);
        std::string gaps;
        for (const std::string_view measure : {study::compared::gap, study::compared::gap_service_level}) {
            const ComparisonRow* row = rows.find(cell.trust, cell.service, year.year, measure);
            const ComparisonRow* full = whole.find(cell.trust, cell.service, year.year, measure);
            if (!row || !full || std::isnan(row->difference)) return "";
            differs = differs || row->alternative != full->alternative;
            gaps += (gaps.empty() ? "" : speak.say(" og ", " and ")) +
                    (year.judged ? speak.level(*row, row->alternative) : speak.change(*row));
        }
        text +=
            (text.empty() ? "" : "; ") +
            fmt::format(fmt::runtime(weaker.strength > 0.0 ? speak.say("ved halv virkning {}", "at half the effect {}")
                                                           : speak.say("uten virkning {}", "without it {}")),
                        gaps);
    }
    if (!differs) return "";
    return fmt::format(
        fmt::runtime(speak.say("    Hvis virkningen ikke kommer helt, gap i {} ved planlagt utnyttelse og "
                               "servicenivå: {}\n",
                               "    If the effect doesn't wholly come, gap in {} at planned utilisation "
                               "and service level: {}\n")),
        year.year, text);
}

/// That need by the service level also moves because beds lie elsewhere, in the last shown year in which it does.
std::string sites_line(const ComparedRows& rows, const MovedCell& cell, const Speaker& speak) {
    const auto find = [&](const ShownYear& year, std::string_view measure) {
        const ComparisonRow* row = rows.find(cell.trust, cell.service, year.year, measure);
        return row && !std::isnan(row->difference) ? row : nullptr;
    };
    const auto told = std::find_if(cell.years.rbegin(), cell.years.rend(), [&](const ShownYear& year) {
        const ComparisonRow* need = find(year, study::compared::need_service_level);
        return year.sites && need && !is_nothing(*need);
    });
    if (told == cell.years.rend()) return "";
    const auto& [before, after] = *told->sites;
    const std::string where =
        before == after
            ? speak.say("er fordelt annerledes på stedene", "are shared otherwise among their sites")
            : fmt::format(
                  fmt::runtime(after < before
                                   ? speak.say("ligger på færre steder ({} → {})", "lie at fewer sites ({} → {})")
                                   : speak.say("ligger på flere steder ({} → {})", "lie at more sites ({} → {})")),
                  before, after);
    const ComparisonRow* beds = find(*told, study::compared::capacity);
    const ComparisonRow* days = find(*told, study::compared::bed_days);
    const ComparisonRow* gap = find(*told, study::compared::gap_service_level);
    const bool reads_as_gain =
        beds && days && gap && beds->difference <= 0.0 && gap->difference > 0.0 && is_nothing(*days);
    return fmt::format(
        fmt::runtime(speak.say("    Behovet etter servicenivå endres også fordi plassene {}: hvert sted regnes for "
                               "seg{}.\n",
                               "    Need by the service level changes also because the beds {}: each site is "
                               "reckoned on its own{}.\n")),
        where,
        reads_as_gain ? speak.say(". Gapet bedres uten flere plasser eller færre pasienter",
                                  ". The gap improves without more beds or fewer patients")
                      : "");
}

std::string cell_lines(const Comparison& comparison, const ComparedRows& rows, const MovedCell& cell,
                       const Speaker& speak) {
    const bool judged = std::all_of(cell.years.begin(), cell.years.end(), [](const ShownYear& y) { return y.judged; });
    std::string text =
        fmt::format("  {}{}\n", comparison.name(cell.trust, cell.service),
                    judged || !cell.with_beds ? ""
                                              : speak.say(" (nivået er ikke kjent; bare endringen kan sies)",
                                                          " (the level is not known; only the change can be said)"));
    for (const ShownYear& year : cell.years) text += CellLines(rows, cell, year, speak).text();
    return text + sites_line(rows, cell, speak) + weaker_lines(comparison, rows, cell, speak);
}

/// Places of trusts and services that what it is compared with doesn't know: nothing to pair with, and still the answer.
std::string new_cells(const Comparison& comparison, const Speaker& speak, Language language) {
    int last_year = 0;
    for (const ComparisonRow& row : comparison.rows) last_year = std::max(last_year, row.year);
    const ComparedRows rows(comparison.rows);
    std::string text;
    for (const ComparisonRow& row : comparison.rows) {
        const bool is_new = row.measure == study::compared::capacity && row.basis == PairedBy::draws &&
                            row.year == last_year && std::isnan(row.base) && !std::isnan(row.alternative);
        if (!is_new || row.trust == "region") continue;
        text +=
            fmt::format(fmt::runtime(speak.say("  {}: {} plasser i {}", "  {}: {} beds in {}")),
                        comparison.name(row.trust, row.service), spoken_number(row.alternative, language), last_year);
        const ComparisonRow* need = rows.find(row.trust, row.service, last_year, study::compared::need);
        const ComparisonRow* by_service =
            rows.find(row.trust, row.service, last_year, study::compared::need_service_level);
        if (need && by_service && !std::isnan(need->alternative)) {
            text += fmt::format(fmt::runtime(speak.say("; behov {} ved planlagt utnyttelse, {} ved servicenivå",
                                                       "; need {} at planned utilisation, {} at the service level")),
                                spoken_number(need->alternative, language),
                                spoken_number(by_service->alternative, language));
        }
        text += "\n";
    }
    if (text.empty()) return "";
    return speak.say("Nytt her, uten noe å sammenligne med:\n", "New here, with nothing to compare with:\n") + text;
}

} // namespace

std::string answer_of(const Comparison& comparison, Language language) {
    const Speaker speak(language);
    std::string text = fmt::format(fmt::runtime(speak.say("«{}» mot «{}»\n", "\"{}\" against \"{}\"\n")),
                                   comparison.title, comparison.base_title);
    text += speak.say("Dette gjøres:\n", "What is done:\n");
    for (const Setting& setting : comparison.settings) text += "  " + setting.said.in(language) + "\n";
    if (comparison.settings.empty()) text += speak.say("  ingenting annerledes\n", "  nothing otherwise\n");
    if (!comparison.moved.empty()) {
        text += speak.say(
            "Dette endres, før → etter (endring; 80 % intervall, for pasientene 95 %). Gap er plasser minus "
            "behov: minus er mangel.\nTallene er snitt over året og midtverdier (medianer), endringen paret: før, "
            "etter og endring går derfor ikke alltid opp.\n",
            "What changes, before → after (difference; 80 % interval, 95 % for patients). Gap is beds minus "
            "need: minus is a shortage.\nFigures are means over the year and medians, differences paired: before, "
            "after and difference don't always add up.\n");
        const ComparedRows rows(comparison.rows);
        const std::size_t shown = std::min(most_shown, comparison.moved.size());
        for (std::size_t i = 0; i < shown; ++i) text += cell_lines(comparison, rows, comparison.moved[i], speak);
        if (shown < comparison.moved.size()) {
            text += fmt::format(
                fmt::runtime(speak.say("  og {} til (comparison.csv)\n", "  and {} more (comparison.csv)\n")),
                comparison.moved.size() - shown);
        }
    }
    const std::string added = new_cells(comparison, speak, language);
    text += added;
    if (added.empty() || !comparison.moved.empty()) text += what_stays(comparison, language);
    if (!comparison.rows.empty() && !comparison.simulated) {
        text += speak.say("Pasientene er ikke simulert: ventetid og fulle plasser sies ikke.\n",
                          "Patients are not simulated: nothing is said of waits and full beds.\n");
    }
    return text;
}

namespace {

/// A cell of the ranking: what each side has in the last year.
struct Ranked {
    std::string name;
    double gap = 0.0, gap_service_level = 0.0;
};

std::string ranked_cell(const std::vector<Comparison>& comparisons, const std::vector<ComparedRows>& rows,
                        const MovedCell& cell, int last_year, Language language) {
    const Speaker speak(language);
    const bool judged = !cell.years.empty() && cell.years.back().judged;
    std::vector<Ranked> ranked;
    for (std::size_t i = 0; i < comparisons.size(); ++i) {
        const ComparisonRow* one = rows[i].find(cell.trust, cell.service, last_year, study::compared::gap);
        const ComparisonRow* two =
            rows[i].find(cell.trust, cell.service, last_year, study::compared::gap_service_level);
        if (!one || !two || std::isnan(one->difference)) continue;
        if (ranked.empty() && judged) ranked.push_back({comparisons[i].base_id, one->base, two->base});
        if (ranked.empty()) ranked.push_back({comparisons[i].base_id, 0.0, 0.0});
        ranked.push_back({comparisons[i].id, judged ? one->alternative : one->difference,
                          judged ? two->alternative : two->difference});
    }
    std::stable_sort(ranked.begin(), ranked.end(), [](const Ranked& a, const Ranked& b) { return a.gap > b.gap; });
    std::string text = fmt::format("  {}{}\n", comparisons.front().name(cell.trust, cell.service),
                                   judged ? "" : speak.say(" (endring)", " (difference)"));
    const auto number = [&](double value) {
        return judged ? spoken_number(value, language) : spoken_change(value, language);
    };
    std::size_t rank = 1;
    for (std::size_t i = 0; i < ranked.size(); ++i) {
        if (i > 0 && number(ranked[i].gap) != number(ranked[i - 1].gap))
            rank = i + 1; // what reads the same ranks the same
        text += fmt::format("    {}. {:<40} {:>8} {:>8}\n", rank, ranked[i].name, number(ranked[i].gap),
                            number(ranked[i].gap_service_level));
    }
    return text;
}

} // namespace

std::string ranking_of(const std::vector<Comparison>& comparisons, int last_year, Language language) {
    const Speaker speak(language);
    std::vector<MovedCell> moved;
    std::vector<ComparedRows> rows;
    for (const Comparison& comparison : comparisons) {
        rows.emplace_back(comparison.rows);
        for (const MovedCell& cell : comparison.moved) {
            if (!cell.with_beds) continue; // no gap to rank by
            const auto same = std::find_if(moved.begin(), moved.end(), [&](const MovedCell& other) {
                return other.trust == cell.trust && other.service == cell.service;
            });
            if (same == moved.end()) {
                moved.push_back(cell);
            } else {
                same->beds = std::max(same->beds, cell.beds);
                same->years.back().judged = same->years.back().judged && cell.years.back().judged;
            }
        }
    }
    if (moved.empty()) return "";
    std::stable_sort(moved.begin(), moved.end(), [](const MovedCell& a, const MovedCell& b) {
        return std::pair(a.with_beds, a.beds) > std::pair(b.with_beds, b.beds);
    });
    std::string text = fmt::format(
        fmt::runtime(speak.say("Rangert etter gap i {} (plasser; ved planlagt utnyttelse, så servicenivå)\n",
                               "Ranked by gap in {} (beds; at planned utilisation, then service level)\n")),
        last_year);
    const std::size_t shown = std::min(most_shown, moved.size());
    for (std::size_t i = 0; i < shown; ++i) text += ranked_cell(comparisons, rows, moved[i], last_year, language);
    if (shown < moved.size()) {
        text +=
            fmt::format(fmt::runtime(speak.say("  og {} til (comparison.csv)\n", "  and {} more (comparison.csv)\n")),
                        moved.size() - shown);
    }
    return text;
}

} // namespace framsyn::app
