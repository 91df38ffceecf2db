#include "app/results/moved_cells.hpp"

#include "app/results/sheets/workbook_words.hpp"
#include "app/results/what_stays.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>

namespace framsyn::app {
namespace {

using study::ComparisonRow;
using study::PairedBy;

constexpr double least_beds = 0.1;
constexpr double least_days = 1.0;
constexpr double worth_a_row = 0.1; ///< of the largest effect: what a passing one must stand out by

/// How much a row moves in beds, occupied ones where it counts days; nothing where it is of something else.
double beds_moved(const ComparisonRow& row) {
    if (std::isnan(row.difference) || row.unit == "share" || row.unit == "contacts") return 0.0;
    return std::fabs(row.difference) / (row.unit == "beds" ? 1.0 : days_in_year(row.year));
}

/// A row of care that is shown, moves by enough and surely.
bool moves_patients(const ComparisonRow& row) {
    if (row.basis != PairedBy::replications || std::isnan(row.low)) return false;
    if (row.low <= 0.0 && row.high >= 0.0) return false;
    const double size = std::fabs(row.difference);
    if (row.measure == "occupied_beds") return size >= least_beds;
    return (row.measure == "wait_mean" || row.measure == "purchased_bed_days" || row.measure == "away_bed_days" ||
            row.measure == "surge_days") &&
           size >= least_days;
}

/// The years that tables print: the first round one and the last, as the report's.
std::vector<int> milestones(const study::Scenario& scenario) {
    std::vector<int> years;
    for (int year = scenario.base_year + 1; year < scenario.last_year && years.empty(); ++year) {
        if (year % 10 == 0) years.push_back(year);
    }
    years.push_back(scenario.last_year);
    return years;
}

using CellYearKey = std::tuple<std::string, std::string, int>;

std::map<CellYearKey, study::Evidence> evidence_in(const study::Study& study) {
    std::map<CellYearKey, study::Evidence> found;
    for (const study::Gap& gap : study.gaps()) {
        const study::Cell& cell = study.cell_of(gap);
        found[{study.scenario().id_of(cell.trust), cell.service.id, gap.year}] = gap.evidence;
    }
    return found;
}

/// Whether levels can be said. What the alternative assumes is the question and takes nothing from what is known.
class Judgement {
  public:
    Judgement(const study::Study& base, const study::Study& alternative)
        : base_(evidence_in(base)), alternative_(evidence_in(alternative)) {}

    bool judges(const std::string& trust, const std::string& service, int year) const {
        const auto before = base_.find({trust, service, year});
        const auto after = alternative_.find({trust, service, year});
        if (after != alternative_.end() && after->second == study::Evidence::not_identified) return false;
        const auto& known = before == base_.end() ? after : before;
        return known != alternative_.end() && known->second < study::Evidence::assumed;
    }

  private:
    std::map<CellYearKey, study::Evidence> base_, alternative_;
};

/// The beds of cells through the years, in both scenarios.
class BedsByTheDay {
  public:
    BedsByTheDay(const study::Study& base, const study::Study& alternative)
        : base_(base), alternative_(alternative), sites_(base), sites_of_alternative_(alternative) {}

    std::optional<SiteSplit> sites(const std::string& trust, const std::string& service, int year) const {
        const std::optional<study::Cell> before = cell_of(base_, trust, service);
        const std::optional<study::Cell> after = cell_of(alternative_, trust, service);
        if (!before || !after) return std::nullopt;
        return site_split({sites_, *before}, {sites_of_alternative_, *after}, year);
    }

    /// The days of a year on which they differ, where they don't differ by the same number all year.
    std::vector<OtherBeds> part_of_year(const std::string& trust, const std::string& service, int year) const {
        const std::vector<Date> cuts = changes(trust, service, year);
        std::vector<OtherBeds> parts;
        bool ever_same = false;
        for (std::size_t i = 0; i < cuts.size(); ++i) {
            const Date after_last = i + 1 < cuts.size() ? cuts[i + 1] : Date{year + 1, 1, 1};
            const OtherBeds part{cuts[i], date_of_day(days_since_2000(after_last) - 1),
                                 beds_on(base_, trust, service, cuts[i]),
                                 beds_on(alternative_, trust, service, cuts[i])};
            const bool differs = std::fabs(part.after - part.before) >= least_beds;
            ever_same = ever_same || !differs;
            const bool goes_on = differs && !parts.empty() && parts.back().before == part.before &&
                                 parts.back().after == part.after &&
                                 days_since_2000(parts.back().last) + 1 == days_since_2000(part.first);
            if (goes_on)
                parts.back().last = part.last;
            else if (differs)
                parts.push_back(part);
        }
        const bool all_year = !ever_same && std::all_of(parts.begin(), parts.end(), [&](const OtherBeds& part) {
            return part.after - part.before == parts.front().after - parts.front().before;
        });
        return all_year ? std::vector<OtherBeds>{} : parts;
    }

  private:
    static std::optional<study::Cell> cell_of(const study::Study& study, const std::string& trust,
                                              const std::string& service) {
        for (const study::CellNeed& need : study.need()) {
            if (study.scenario().id_of(need.cell.trust) == trust && need.cell.service.id == service) return need.cell;
        }
        return std::nullopt;
    }
    static std::vector<study::BedsForATime> through(const study::Study& study, const std::string& trust,
                                                    const std::string& service, int year) {
        const std::optional<study::Cell> cell = cell_of(study, trust, service);
        if (!cell || cell->trust.is_outside()) return {};
        return study::capacity_through(study.scenario(), study.capacity(), *cell, year);
    }
    std::vector<Date> changes(const std::string& trust, const std::string& service, int year) const {
        std::set<Date> days{{year, 1, 1}};
        for (const study::Study* study : {&base_, &alternative_}) {
            for (const study::BedsForATime& time : through(*study, trust, service, year)) days.insert(time.from);
        }
        return {days.begin(), days.end()};
    }
    static double beds_on(const study::Study& study, const std::string& trust, const std::string& service,
                          const Date& day) {
        double beds = 0.0;
        for (const study::BedsForATime& time : through(study, trust, service, day.year)) {
            if (time.from <= day) beds = time.beds;
        }
        return beds;
    }

    const study::Study& base_;
    const study::Study& alternative_;
    Sites sites_, sites_of_alternative_;
};

/// The rows of one cell.
struct CellRows {
    std::string trust, service;
    std::vector<const ComparisonRow*> rows;
};

std::vector<CellRows> by_cell(const std::vector<ComparisonRow>& rows) {
    std::vector<CellRows> cells;
    std::map<std::pair<std::string, std::string>, std::size_t> places;
    for (const ComparisonRow& row : rows) {
        const auto [place, first] = places.emplace(std::pair{row.trust, row.service}, cells.size());
        if (first) cells.push_back({row.trust, row.service, {}});
        cells[place->second].rows.push_back(&row);
    }
    return cells;
}

bool has_beds(const CellRows& cell) {
    return std::any_of(cell.rows.begin(), cell.rows.end(),
                       [](const ComparisonRow* row) { return row->measure == study::compared::capacity; });
}

using ByYear = std::map<int, double>;

/// Years in which an effect passes: it is larger than in the years before and after, or goes the other way, by `least` at
/// least. The first year where it lasts for some.
std::vector<int> passing(const ByYear& effect, double least) {
    std::vector<std::pair<int, double>> levels; // without the years that are as the one before
    for (const auto& [year, size] : effect) {
        if (levels.empty() || std::fabs(size - levels.back().second) > 1e-9) levels.emplace_back(year, size);
    }
    std::vector<int> years;
    for (std::size_t i = 0; i + 1 < levels.size(); ++i) {
        const double own = levels[i].second;
        const double before = i == 0 ? 0.0 : levels[i - 1].second, after = levels[i + 1].second;
        const double sign = own < 0.0 ? -1.0 : 1.0;
        const bool stands_out = sign * (own - before) >= least && sign * (own - after) >= least;
        if (std::fabs(own) >= least_beds && stands_out) years.push_back(levels[i].first);
    }
    return years;
}

/// What moves in a cell: by how many beds in each year, and in which years its patients' lot.
struct Movement {
    ByYear beds;
    ByYear capacity, need; ///< signed
    std::set<int> patients;

    explicit Movement(const CellRows& cell) {
        for (const ComparisonRow* row : cell.rows) {
            if (row->basis == PairedBy::draws) {
                beds[row->year] = std::max(beds[row->year], beds_moved(*row));
                if (std::isnan(row->difference)) continue;
                if (row->measure == study::compared::capacity) capacity[row->year] = row->difference;
                if (row->measure == study::compared::need) need[row->year] = row->difference;
            } else if (moves_patients(*row)) {
                patients.insert(row->year);
            }
        }
    }

    bool moves(int year) const {
        const auto moved = beds.find(year);
        return (moved != beds.end() && moved->second >= least_beds) || patients.count(year) > 0;
    }
    /// Whether these years tell of the one that moves most beds: it is one of them, or reads as they do.
    bool is_told(const std::vector<int>& years) const {
        const auto [year, size] = peak();
        double most = 0.0;
        for (const int shown : years) {
            const auto moved = beds.find(shown);
            if (moved != beds.end()) most = std::max(most, moved->second);
        }
        const bool is_shown = std::find(years.begin(), years.end(), year) != years.end();
        return is_shown || size < most + least_beds;
    }
    /// The years of effects that pass, of beds and of need.
    std::set<int> passing_years() const {
        std::set<int> years;
        for (const ByYear* effect : {&capacity, &need}) {
            double most = 0.0;
            for (const auto& [year, size] : *effect) most = std::max(most, std::fabs(size));
            for (const int year : passing(*effect, std::max(least_beds, worth_a_row * most))) years.insert(year);
        }
        return years;
    }
    /// The first year in which patients are moved by something that holds for a time alone.
    std::optional<int> passing_patients(const std::set<int>& in) const {
        const auto year = std::find_if(in.begin(), in.end(), [&](int y) { return patients.count(y) > 0; });
        return year == in.end() ? std::nullopt : std::optional(*year);
    }
    /// The year in which the cell moves by most beds.
    std::pair<int, double> peak() const {
        std::pair<int, double> most{0, 0.0};
        for (const auto& [year, size] : beds) {
            if (size > most.second) most = {year, size};
        }
        return most;
    }
};

/// The years of what holds for a time and doesn't come back: no round year may tell of it.
std::vector<std::set<int>> passing_times(const study::Scenario& scenario) {
    std::vector<std::set<int>> times;
    for (const study::ActionInfo& action : scenario.actions) {
        const Period& when = action.when.front();
        if (!action.counts() || action.is_every_year || !when.until) continue;
        std::set<int>& years = times.emplace_back();
        for (int year = when.from.year; year <= std::min(when.until->year, scenario.last_year); ++year)
            years.insert(year);
    }
    return times;
}

/// Which years are shown of a cell; none where it doesn't move.
class YearsToShow {
  public:
    YearsToShow(const study::Scenario& scenario, const BedsByTheDay& beds)
        : round_(milestones(scenario)), passing_(passing_times(scenario)), beds_(beds) {}

    std::vector<int> of(const CellRows& cell, const Movement& movement) const {
        const auto [peak, most] = movement.peak();
        std::set<int> years(round_.begin(), round_.end());
        bool moves = most >= least_beds || std::any_of(years.begin(), years.end(), [&](int year) {
                         return movement.moves(year) || differs_by_day(cell, movement, year);
                     });
        for (const auto& [year, size] : movement.capacity) {
            if (moves || !differs_by_day(cell, movement, year)) continue;
            moves = true;
            years.insert(year);
        }
        if (most >= least_beds && !movement.is_told(round_)) years.insert(peak);
        for (const int year : movement.passing_years()) years.insert(year);
        for (const std::set<int>& time : passing_) {
            const std::optional<int> year = movement.passing_patients(time);
            const bool is_shown = std::any_of(years.begin(), years.end(), [&](int y) { return time.count(y) > 0; });
            if (!year || is_shown) continue;
            moves = true;
            years.insert(*year);
        }
        return moves ? std::vector<int>(years.begin(), years.end()) : std::vector<int>{};
    }

  private:
    bool differs_by_day(const CellRows& cell, const Movement& movement, int year) const {
        return movement.peak().second > 0.0 && !beds_.part_of_year(cell.trust, cell.service, year).empty();
    }

    std::vector<int> round_;
    std::vector<std::set<int>> passing_;
    const BedsByTheDay& beds_;
};

std::vector<MovedCell> moved_cells(const std::vector<CellRows>& cells, const YearsToShow& shown,
                                   const Judgement& judgement, const BedsByTheDay& beds) {
    std::vector<MovedCell> moved;
    for (const CellRows& cell : cells) {
        const Movement movement(cell);
        const std::vector<int> years = shown.of(cell, movement);
        if (years.empty()) continue;
        MovedCell& one =
            moved.emplace_back(MovedCell{cell.trust, cell.service, has_beds(cell), movement.peak().second, {}});
        for (const int year : years) {
            ShownYear& told = one.years.emplace_back();
            told.year = year;
            told.judged = judgement.judges(cell.trust, cell.service, year);
            if (!one.with_beds) continue;
            told.part_of_year = beds.part_of_year(cell.trust, cell.service, year);
            told.sites = beds.sites(cell.trust, cell.service, year);
        }
    }
    std::stable_sort(moved.begin(), moved.end(), [](const MovedCell& a, const MovedCell& b) {
        return std::pair(a.with_beds, a.beds) > std::pair(b.with_beds, b.beds);
    });
    return moved;
}

} // namespace

ComparedRows::ComparedRows(const std::vector<ComparisonRow>& rows) {
    for (const ComparisonRow& row : rows) {
        rows_.emplace(Key{row.trust, row.service, row.year, row.measure, row.basis}, &row);
    }
}

const ComparisonRow* ComparedRows::find(const std::string& trust, const std::string& service, int year,
                                        std::string_view measure, PairedBy basis) const {
    const auto found = rows_.find({trust, service, year, measure, basis});
    return found == rows_.end() ? nullptr : found->second;
}

std::vector<ScenarioComparison> tabled(const Comparison& comparison) {
    return with_weaker(comparison.id, comparison.rows, comparison.weaker);
}

std::optional<Against> against_of(const std::optional<Comparison>& comparison) {
    if (!comparison) return std::nullopt;
    return Against{comparison->base_file, comparison->settings};
}

Comparison compare_studies(const WrittenScenario& base, const study::Study& base_study,
                           const WrittenScenario& alternative, const study::Study& alternative_study,
                           Language language) {
    Comparison made;
    made.id = alternative.id;
    made.title = alternative.title.in(language);
    made.base_id = base.id;
    made.base_title = base.title.in(language);
    made.base_file = base.files.front().path;
    made.settings = settings_of(base, alternative);
    made.actions = action_rows(base, alternative);
    made.name = [own = WorkbookWords(alternative, language),
                 other = WorkbookWords(base, language)](const std::string& trust, const std::string& service) {
        const auto word = [&](const char* column, const std::string& id) {
            const std::string name = own.cell(column, id);
            return name == id ? other.cell(column, id) : name;
        };
        return word("trust", trust) + ", " + word("service", service);
    };
    made.rows = comparison_of(base_study, alternative_study);
    if (made.rows.empty()) return made;
    const std::vector<CellRows> cells = by_cell(made.rows);
    const BedsByTheDay beds(base_study, alternative_study);
    made.moved = moved_cells(cells, YearsToShow(alternative, beds), Judgement(base_study, alternative_study), beds);
    made.cells = cells.size();
    made.no_effect = no_effect_of(base, alternative);
    made.nothing =
        std::all_of(made.rows.begin(), made.rows.end(), [](const ComparisonRow& row) { return row.difference == 0.0; });
    made.weaker = study::weaker_effects(base_study, alternative_study);
    made.simulated = base_study.has_care() && alternative_study.has_care();
    return made;
}

} // namespace framsyn::app
