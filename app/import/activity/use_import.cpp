#include "app/import/activity/use_import.hpp"

#include "app/ground/csv.hpp"
#include "app/ground/found_text.hpp"
#include "app/import/activity/residents.hpp"
#include "app/import/activity/statbank_cells.hpp"
#include "app/import/meaning.hpp"
#include "app/import/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace framsyn::app {
namespace {

constexpr std::size_t index_of(Axis axis) {
    return static_cast<std::size_t>(axis);
}

std::vector<std::string> names_in(const std::string& list) {
    std::vector<std::string> names;
    std::size_t begin = 0;
    while (begin <= list.size()) {
        const std::size_t end = std::min(list.find(',', begin), list.size());
        const std::string name = trimmed(list.substr(begin, end - begin));
        if (!name.empty()) names.push_back(name);
        begin = end + 1;
    }
    return names;
}

/// The region by its code, by the code in front of its label, or by its name.
bool is_named(const Category& category, const std::string& name) {
    const std::string wanted = lowered(name);
    const std::string label = lowered(trimmed(category.label));
    const std::string first = label.substr(0, label.find(' '));
    const std::string rest = label == first ? "" : trimmed(label.substr(first.size()));
    return lowered(trimmed(category.code)) == wanted || label == wanted || first == wanted || rest == wanted;
}

class UseReader {
  public:
    UseReader(const StatbankTable& table, const UseSources& sources, Problems& problems)
        : table_(table), sources_(sources), problems_(problems), complaints_(problems, table.file),
          cells_(table, complaints_) {}

    ImportedUse read(const YearLimits& limits) {
        found_.service = sources_.service;
        if (!check_statbank(table_, "14820", {Axis::region, Axis::age, Axis::year}, problems_))
            return std::move(found_);
        const Residents residents(sources_.population, sources_.population_name, problems_);
        choose_regions();
        choose_years(limits, residents);
        choose_ages();
        choose_contents();
        if (!problems_.empty()) return std::move(found_);
        for (const Observation& observation : table_.observations) take(observation);
        if (problems_.empty()) check_all_there();
        complaints_.finish();
        if (problems_.empty()) make_groups(residents);
        if (problems_.empty()) keep_rates(residents);
        return std::move(found_);
    }

  private:
    static constexpr int not_used = -1;
    static constexpr int all_ages = -2;

    void report(const std::string& nb, const std::string& en) { problems_.add({table_.file, 0, 0}, {nb, en}); }

    void choose_regions() {
        region_.assign(table_.of(Axis::region).size(), not_used);
        for (const std::string& name : names_in(sources_.regions)) {
            bool is_there = false;
            for (std::size_t i = 0; i < region_.size(); ++i) {
                if (!is_named(table_.of(Axis::region)[i], name)) continue;
                is_there = true;
                region_[i] = static_cast<int>(i);
                found_.regions.push_back(table_.of(Axis::region)[i].printed());
            }
            if (is_there) continue;
            std::vector<std::string> known;
            for (const Category& category : table_.of(Axis::region)) known.push_back(category.printed());
            const Text hint = did_you_mean(name, known);
            report(fmt::format("--regions: finner ikke regionen «{}»{}", shown(name), hint.nb),
                   fmt::format("--regions: there is no region \"{}\"{}", shown(name), hint.en));
        }
    }

    /// Without a word those that people are known of; a year that is asked for must be there and have people.
    void choose_years(const YearLimits& limits, const Residents& residents) {
        for (const int year : chosen_years(table_, limits, problems_)) {
            const bool known = residents.has(year) && residents.has(year + 1);
            if (known) {
                found_.years.push_back(year);
                continue;
            }
            const Text text{
                fmt::format("{}: {} har ikke både 1. januar {} og {}", year, sources_.population_name, year, year + 1),
                fmt::format("{}: {} doesn't have both 1 January {} and {}", year, sources_.population_name, year,
                            year + 1)};
            if (limits.wanted) {
                report(text.nb, text.en);
            } else {
                found_.remarks.push_back({text.nb + "; året er ikke med", text.en + "; the year is left out"});
            }
        }
        if (found_.years.empty() && problems_.empty()) {
            report(
                fmt::format("ingen år er både i filen og, med 1. januar før og etter, i {}", sources_.population_name),
                fmt::format("no year is both in the file and, with the 1 January before and after, in {}",
                            sources_.population_name));
        }
    }

    /// Days are divided by everybody, so they must be both sexes': their sum, or the two of them.
    void choose_sex() {
        const std::vector<Category>& sexes = table_.of(Axis::sex);
        if (sexes.empty() || std::any_of(sexes.begin(), sexes.end(), means_all)) return;
        const auto has = [&](SexMeaning wanted) {
            return std::any_of(sexes.begin(), sexes.end(),
                               [&](const Category& one) { return sex_meaning(one) == wanted; });
        };
        adds_sexes_ = sexes.size() == 2 && has(SexMeaning::female) && has(SexMeaning::male);
        if (adds_sexes_) return;
        std::vector<std::string> there;
        for (const Category& one : sexes) there.push_back(one.printed());
        const std::string list = shown(fmt::format("{}", fmt::join(there, ", ")));
        report(
            fmt::format("kjønn: filen har bare «{}»; velg «begge kjønn», eller både menn og kvinner (ratene gjelder "
                        "alle)",
                        list),
            fmt::format("sex: the file has only \"{}\"; choose \"both sexes\", or both men and women (the rates are of "
                        "everybody)",
                        list));
    }

    void choose_ages() {
        for (const Category& category : table_.of(Axis::age)) {
            const std::optional<AgeSpanRead> span = age_span(category);
            if (means_all(category)) {
                age_.push_back(all_ages);
            } else if (span) {
                age_.push_back(static_cast<int>(groups_.size()));
                groups_.push_back(*span);
            } else {
                age_.push_back(not_used);
                report(fmt::format("{}: ventet aldersgrupper som «18-29 år» og «67 år eller eldre»",
                                   table_.named(Axis::age, category)),
                       fmt::format(R"({}: expected groups of ages as "18-29 years" and "67 years or older")",
                                   table_.named(Axis::age, category)));
            }
        }
        std::vector<AgeSpanRead> sorted = groups_;
        std::sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.from < b.from; });
        for (std::size_t i = 1; i < sorted.size(); ++i) {
            if (sorted[i].from == sorted[i - 1].to + 1) continue;
            if (sorted[i].from <= sorted[i - 1].to) {
                report(fmt::format("aldersgruppene {}–{} og {}–{} dekker de samme alderne; ta bort den ene",
                                   sorted[i - 1].from, sorted[i - 1].to, sorted[i].from, sorted[i].to),
                       fmt::format("the ages {}–{} and {}–{} are of the same people; leave one of them out",
                                   sorted[i - 1].from, sorted[i - 1].to, sorted[i].from, sorted[i].to));
                continue;
            }
            report(
                fmt::format("aldersgruppene {}–{} og {}–{} følger ikke på hverandre; velg dem som dekker alle aldre én "
                            "gang",
                            sorted[i - 1].from, sorted[i - 1].to, sorted[i].from, sorted[i].to),
                fmt::format("the ages {}–{} and {}–{} don't follow on each other; choose groups that cover every age "
                            "once",
                            sorted[i - 1].from, sorted[i - 1].to, sorted[i].from, sorted[i].to));
        }
        if (groups_.empty()) report("ingen aldersgrupper", "no groups of ages");
    }

    void choose_contents() {
        for (const Category& category : table_.of(Axis::contents)) contents_.push_back(means_bed_days(category));
        if (!contents_.empty() && std::find(contents_.begin(), contents_.end(), true) == contents_.end()) {
            report("mangler statistikkvariabelen Oppholdsdøgn; velg den i statistikkbanken",
                   "the contents bed days are missing; choose them in the StatBank");
        }
        choose_sex();
        for (const Axis axis : {Axis::actor, Axis::service}) {
            const auto& categories = table_.of(axis);
            if (categories.size() == 1 && !means_all(categories.front())) {
                found_.remarks.push_back({fmt::format("bare {} er med", table_.named(axis, categories.front())),
                                          fmt::format("only {} is taken", table_.named(axis, categories.front()))});
            }
            if (categories.size() < 2 || std::any_of(categories.begin(), categories.end(), means_all)) continue;
            report(fmt::format("{}: velg summen («i alt»), eller bare én", table_.names[index_of(axis)]),
                   fmt::format(R"({}: choose the sum ("total"), or only one)", table_.names[index_of(axis)]));
        }
    }

    /// Of sex and actor the sum is taken, or the only one.
    bool is_taken(const Observation& observation) const {
        for (const Axis axis : {Axis::sex, Axis::actor, Axis::service}) {
            const auto& categories = table_.of(axis);
            if (axis == Axis::sex && adds_sexes_) continue;
            if (categories.size() > 1 && !means_all(categories[observation.category[index_of(axis)]])) return false;
        }
        return contents_.empty() || contents_[observation.category[index_of(Axis::contents)]];
    }

    void take(const Observation& observation) {
        const int region = region_[observation.category[index_of(Axis::region)]];
        const int age = age_[observation.category[index_of(Axis::age)]];
        const int year = year_slot(table_, observation, found_.years);
        if (region == not_used || age == not_used || year < 0 || !is_taken(observation)) return;
        if (observation.odd >= 0) {
            complaints_.add("tall som mangler", "numbers that are missing", table_.at(observation),
                            {fmt::format("{}: fant «{}»; ventet et tall", table_.describe(observation),
                                         shown(table_.odd[static_cast<std::size_t>(observation.odd)])),
                             fmt::format("{}: found \"{}\"; expected a number", table_.describe(observation),
                                         shown(table_.odd[static_cast<std::size_t>(observation.odd)]))});
            return;
        }
        // Both sexes are added to one cell, each of its own source.
        const int sex = adds_sexes_ ? static_cast<int>(observation.category[index_of(Axis::sex)]) : 0;
        cells_.put({age, year, 0, 0}, 2 * region + sex, observation);
    }

    /// Of every region every age and year must be there: what is missing would count as nobody's use.
    void check_all_there() {
        for (const int region : region_) {
            if (region == not_used) continue;
            for (std::size_t g = 0; g < groups_.size(); ++g) {
                for (std::size_t y = 0; y < found_.years.size(); ++y) {
                    const StatbankCells::Key key{static_cast<int>(g), static_cast<int>(y), 0, 0};
                    const bool both = cells_.has(key, 2 * region) && (!adds_sexes_ || cells_.has(key, 2 * region + 1));
                    if (both) continue;
                    const Category& category = table_.of(Axis::region)[static_cast<std::size_t>(region)];
                    const std::string where = table_.named(Axis::region, category);
                    complaints_.add("celler som mangler", "cells that are missing", {table_.file, 0, 0},
                                    {fmt::format("mangler {}, {}–{} år, {}", where, groups_[g].from, groups_[g].to,
                                                 found_.years[y]),
                                     fmt::format("missing: {}, ages {}–{}, {}", where, groups_[g].from, groups_[g].to,
                                                 found_.years[y])});
                }
            }
        }
    }

    void make_groups(const Residents& residents) {
        for (std::size_t g = 0; g < groups_.size(); ++g) {
            ImportedUse::Group group{groups_[g], 0.0, 0.0};
            for (std::size_t y = 0; y < found_.years.size(); ++y) {
                const auto days = cells_.at({static_cast<int>(g), static_cast<int>(y), 0, 0});
                if (!days) {
                    report(fmt::format("ingen oppholdsdøgn for {}–{} år i {}", group.ages.from, group.ages.to,
                                       found_.years[y]),
                           fmt::format("no bed days for ages {}–{} in {}", group.ages.from, group.ages.to,
                                       found_.years[y]));
                }
                group.bed_days += static_cast<double>(days.value_or(0)) / static_cast<double>(found_.years.size());
                group.persons +=
                    residents.in_year(found_.years[y], group.ages) / static_cast<double>(found_.years.size());
            }
            if (!(group.persons > 0.0)) {
                report(fmt::format("ingen bor i {} i alderen {}–{}", sources_.population_name, group.ages.from,
                                   group.ages.to),
                       fmt::format("nobody lives in {} at ages {}–{}", sources_.population_name, group.ages.from,
                                   group.ages.to));
            }
            found_.groups.push_back(group);
        }
        std::sort(found_.groups.begin(), found_.groups.end(),
                  [](const auto& a, const auto& b) { return a.ages.from < b.ages.from; });
        for (std::size_t y = 0; y < found_.years.size(); ++y) compare_total(static_cast<int>(y));
    }

    /// Counts are rounded to 3 or 6, so ages and their sum may differ by a few.
    void compare_total(int year) {
        const auto total = cells_.at({all_ages, year, 0, 0});
        if (!total) return;
        std::int64_t sum = 0;
        for (std::size_t g = 0; g < groups_.size(); ++g)
            sum += cells_.at({static_cast<int>(g), year, 0, 0}).value_or(0);
        constexpr std::int64_t rounding = 24;
        if (std::abs(sum - *total) <= rounding * static_cast<std::int64_t>(found_.regions.size())) return;
        const int in = found_.years[static_cast<std::size_t>(year)];
        found_.remarks.push_back({fmt::format("{}: aldersgruppene har {} oppholdsdøgn, «i alt» {}", in, sum, *total),
                                  fmt::format("{}: the ages have {} bed days, the total {}", in, sum, *total)});
    }

    void keep_rates(const Residents& residents) {
        if (sources_.rates_name.empty()) return;
        const CsvTable csv(sources_.rates, sources_.rates_name,
                           {"service", "sex", "age_from", "age_to", "bed_days_per_1000"}, problems_);
        double before = 0.0;
        for (std::size_t row = 0; row < csv.rows(); ++row) {
            if (csv.cell(row, 0) == sources_.service) {
                before += days_at(csv, row, residents);
                continue;
            }
            found_.kept.push_back(
                {csv.cell(row, 0), csv.cell(row, 1), csv.cell(row, 2), csv.cell(row, 3), csv.cell(row, 4)});
        }
        compare_with_before(before);
    }

    /// Bed days a year that a row's rate gives on the same people.
    double days_at(const CsvTable& csv, std::size_t row, const Residents& residents) {
        const AgeSpanRead ages{csv.whole(row, 2, 0, oldest_age, problems_),
                               csv.whole(row, 3, 0, oldest_age, problems_)};
        const double rate = csv.number(row, 4, 0.0, 366000.0, problems_) / 1000.0;
        double days = 0.0;
        for (const int year : found_.years) {
            days += rate * residents.in_year(year, ages, csv.cell(row, 1)) / static_cast<double>(found_.years.size());
        }
        return days;
    }

    /// Regions that aren't all of the scenario's, or that are more, show in the sum of days.
    void compare_with_before(double before) {
        double now = 0.0;
        for (const ImportedUse::Group& group : found_.groups) now += group.bed_days;
        if (!problems_.empty() || !(before > 0.0)) return;
        constexpr double worth_saying = 1.1, impossible = 1.5;
        const double ratio = now / before;
        const Text text{
            fmt::format("{:.0f} døgn i året er {:.0f} prosent av det ratene i {} gir på de samme folkene ({:.0f})", now,
                        100.0 * ratio, sources_.rates_name, before),
            fmt::format("{:.0f} bed days a year are {:.0f} per cent of what the rates in {} give on the same "
                        "people ({:.0f})",
                        now, 100.0 * ratio, sources_.rates_name, before)};
        if (ratio > impossible || ratio < 1.0 / impossible) {
            report(text.nb + "; velg regioner som til sammen er scenarioets (er tallene riktige, ta først radene for " +
                       sources_.service + " ut av tabellen)",
                   text.en +
                       "; choose regions that together are the scenario's (if the numbers are right, first take the "
                       "rows of " +
                       sources_.service + " out of the table)");
        } else if (ratio > worth_saying || ratio < 1.0 / worth_saying) {
            found_.remarks.push_back(text);
        }
    }

    const StatbankTable& table_;
    const UseSources& sources_;
    Problems& problems_;
    Complaints complaints_;
    StatbankCells cells_;
    std::vector<int> region_, age_;
    std::vector<bool> contents_;
    bool adds_sexes_ = false; ///< there is no sum of them
    std::vector<AgeSpanRead> groups_;
    ImportedUse found_;
};

} // namespace

ImportedUse import_use(const StatbankTable& table, const UseSources& sources, const YearLimits& years,
                       Problems& problems) {
    return UseReader(table, sources, problems).read(years);
}

ResultFile use_file(const ImportedUse& imported, const std::string& name) {
    std::string text = "service,sex,age_from,age_to,bed_days_per_1000\n";
    for (const char* sex : {"female", "male"}) {
        for (const ImportedUse::Group& group : imported.groups) {
            text += fmt::format("{},{},{},{},{:.7g}\n", csv_cell(imported.service), sex, group.ages.from, group.ages.to,
                                group.per_1000());
        }
    }
    for (const ImportedUse::Kept& row : imported.kept) {
        text += fmt::format("{},{},{},{},{}\n", csv_cell(row.service), row.sex, row.age_from, row.age_to,
                            row.bed_days_per_1000);
    }
    return {name, text};
}

std::string use_report(const ImportedUse& imported, const std::string& out, const std::string& file,
                       Language language) {
    const bool nb = language == Language::nb;
    std::string text =
        fmt::format(fmt::runtime(nb ? "{}: bruk av {} i {} fra {} (tabell 14820), {}\n\n"
                                    : "{}: use of {} in {} from {} (table 14820), {}\n\n"),
                    out, imported.service, fmt::join(imported.years, ", "), file, fmt::join(imported.regions, ", "));
    text += fmt::format("{:>8}{:>16}{:>14}{:>16}\n", nb ? "alder" : "age", nb ? "døgn i året" : "days a year",
                        nb ? "personer" : "persons", "per 1 000");
    for (const ImportedUse::Group& group : imported.groups) {
        const std::string rate = fmt::format("{:.1f}", group.per_1000());
        const std::string ages = group.ages.to == oldest_age ? fmt::format("{}+", group.ages.from)
                                                             : fmt::format("{}–{}", group.ages.from, group.ages.to);
        text += fmt::format("{:>8}{:>16.0f}{:>14.0f}{:>16}\n", ages, group.bed_days, group.persons, rate);
    }
    text += fmt::format(fmt::runtime(nb ? "\nRader av andre tjenester som er beholdt: {}.\n"
                                        : "\nRows of other services that are kept: {}.\n"),
                        imported.kept.size());
    for (const Text& remark : imported.remarks) text += (nb ? "Merk: " : "Note: ") + remark.in(language) + "\n";
    return text;
}

} // namespace framsyn::app
