#include "models/study/answers/comparison.hpp"

#include "models/study/answers/quantiles.hpp"

#include <algorithm>
#include <functional>
#include <limits>
#include <optional>

namespace framsyn::study {
namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

/// A cell by its names, which two scenarios may share, and its place among the cells of each.
struct NamedCell {
    std::string trust, service;
    std::optional<std::size_t> base, alternative;
};

bool knows(const Scenario& scenario, const NamedCell& cell) {
    const auto is = [](const std::string& id) { return [&id](const auto& info) { return info.id == id; }; };
    const auto has = [&](const auto& list, const std::string& id) {
        return std::any_of(list.begin(), list.end(), is(id));
    };
    const bool sum = cell.trust == "region" || cell.trust == "outside";
    return (sum || has(scenario.trusts, cell.trust)) &&
           (has(scenario.services, cell.service) || has(scenario.groups, cell.service));
}

ComparisonRow named(ComparisonRow row, const std::string& trust, const std::string& service, int year,
                    std::string_view measure, std::string_view unit) {
    row.trust = trust;
    row.service = service;
    row.year = year;
    row.measure = measure;
    row.unit = unit;
    return row;
}

/// A scenario that doesn't know the row's trust or service says nothing of it, not that it is none.
void forget(ComparisonRow& row, bool base_knows, bool alternative_knows) {
    if (!base_knows) row.base = unknown;
    if (!alternative_knows) row.alternative = unknown;
    if (base_knows && alternative_knows) return;
    row.difference = unknown;
    row.low = unknown;
    row.high = unknown;
}

ComparisonRow values(double base, double alternative, const Band& difference) {
    ComparisonRow row;
    row.base = base;
    row.alternative = alternative;
    row.difference = difference.median;
    row.low = difference.p10;
    row.high = difference.p90;
    return row;
}

/// The cells of both, those of the base first.
std::vector<NamedCell> cells_of_both(const ComparedSide& base, const ComparedSide& alternative) {
    std::vector<NamedCell> cells;
    const auto named = [](const ComparedSide& side, std::size_t c) {
        const Cell& cell = side.need[c].cell;
        return NamedCell{side.scenario.id_of(cell.trust), cell.service.id, {}, {}};
    };
    for (std::size_t c = 0; c < base.need.size(); ++c) cells.emplace_back(named(base, c)).base = c;
    for (std::size_t c = 0; c < alternative.need.size(); ++c) {
        NamedCell own = named(alternative, c);
        const auto same = std::find_if(cells.begin(), cells.end(), [&](const NamedCell& other) {
            return other.trust == own.trust && other.service == own.service;
        });
        NamedCell& cell = same == cells.end() ? cells.emplace_back(std::move(own)) : *same;
        cell.alternative = c;
    }
    return cells;
}

/// The first year and how many that both scenarios have.
struct CommonYears {
    int first = 0;
    std::size_t count = 0;
};

CommonYears common_years(const Scenario& a, const Scenario& b) {
    const int first = std::max(a.base_year, b.base_year);
    const int last = std::min(a.last_year, b.last_year);
    return {first, last < first ? 0 : static_cast<std::size_t>(last - first + 1)};
}

/// A scenario's part of a cell in one year; nothing of it where the cell isn't used.
struct CellYear {
    bool known = true; ///< whether the scenario knows the cell at all
    const CellNeed* need = nullptr;
    std::size_t year = 0;     ///< from the scenario's base year
    const Gap* gap = nullptr; ///< by utilisation; that by service level follows

    std::vector<double> draws(const Series CellNeed::* series, std::size_t count) const {
        return need ? (need->*series).draws_of(year) : std::vector<double>(count, 0.0);
    }
    double capacity() const { return gap ? gap->capacity : 0.0; }
};

CellYear cell_year(const ComparedSide& side, const NamedCell& cell, std::optional<std::size_t> place, int year) {
    CellYear found{knows(side.scenario, cell), nullptr, static_cast<std::size_t>(year - side.scenario.base_year),
                   nullptr};
    if (!place) return found;
    found.need = &side.need[*place];
    const auto first = std::lower_bound(side.gaps.begin(), side.gaps.end(), *place,
                                        [](const Gap& gap, std::size_t c) { return gap.cell < c; });
    if (first != side.gaps.end() && first->cell == *place)
        found.gap = &*(first + 2 * static_cast<std::ptrdiff_t>(found.year));
    return found;
}

/// The rows of one cell that come from draws.
class DrawnRows {
  public:
    DrawnRows(const ComparedSide& base, const ComparedSide& alternative, std::size_t draws)
        : base_(base), alternative_(alternative), draws_(draws) {}

    std::vector<ComparisonRow> of(const NamedCell& cell) const {
        std::vector<ComparisonRow> rows;
        const CommonYears years = common_years(base_.scenario, alternative_.scenario);
        for (std::size_t y = 0; y < years.count; ++y) {
            const int year = years.first + static_cast<int>(y);
            const CellYear a = cell_year(base_, cell, cell.base, year);
            const CellYear b = cell_year(alternative_, cell, cell.alternative, year);
            const auto add = [&](std::string_view measure, std::string_view unit, const ComparisonRow& values) {
                ComparisonRow row = named(values, cell.trust, cell.service, year, measure, unit);
                row.pairs = draws_;
                forget(row, a.known, b.known);
                rows.push_back(std::move(row));
            };
            add_year(a, b, add);
        }
        return rows;
    }

  private:
    using Add = std::function<void(std::string_view, std::string_view, const ComparisonRow&)>;

    /// Medians of a series in both, and the band of its differences within draws.
    ComparisonRow paired(const CellYear& a, const CellYear& b, const Series CellNeed::* series) const {
        std::vector<double> before = a.draws(series, draws_);
        std::vector<double> after = b.draws(series, draws_);
        if (before == after) { // most cells of most what-ifs
            const double median = SortedSample(std::move(before)).median();
            return values(median, median, {0.0, 0.0, 0.0});
        }
        std::vector<double> difference = after;
        for (std::size_t d = 0; d < draws_; ++d) difference[d] -= before[d];
        const SortedSample sorted(std::move(difference));
        return values(SortedSample(std::move(before)).median(), SortedSample(std::move(after)).median(),
                      {sorted.median(), sorted.quantile(0.1), sorted.quantile(0.9)});
    }

    void add_year(const CellYear& a, const CellYear& b, const Add& add) const {
        const bool has_beds = a.gap || b.gap;
        const double more = b.capacity() - a.capacity();
        if (has_beds) add(compared::capacity, "beds", values(a.capacity(), b.capacity(), {more, more, more}));
        add(compared::bed_days, "bed days", paired(a, b, &CellNeed::bed_days));
        if (!has_beds) return;
        const ComparisonRow need = paired(a, b, &CellNeed::beds_at_utilisation);
        const ComparisonRow need_level = paired(a, b, &CellNeed::beds_at_service_level);
        add(compared::need, "beds", need);
        add(compared::need_service_level, "beds", need_level);
        add(compared::gap, "beds", gap_row(a, b, need));
        add(compared::gap_service_level, "beds", gap_row(a, b, need_level));
        add(compared::p_shortage, "share", p_row(a, b, Rule::utilisation));
        add(compared::p_shortage_service_level, "share", p_row(a, b, Rule::service_level));
    }

    /// Capacity is the same in every draw, so that the band of the gap is that of need turned round.
    static ComparisonRow gap_row(const CellYear& a, const CellYear& b, const ComparisonRow& need) {
        const double more = b.capacity() - a.capacity();
        return values(a.capacity() - need.base, b.capacity() - need.alternative,
                      {more - need.difference, more - need.high, more - need.low});
    }

    double p_of(const CellYear& side, Rule rule) const {
        if (side.gap) return (side.gap + (rule == Rule::utilisation ? 0 : 1))->p_shortage;
        if (!side.need) return 0.0;
        return SortedSample(side.need->beds(rule).draws_of(side.year)).share_above(0.0);
    }

    ComparisonRow p_row(const CellYear& a, const CellYear& b, Rule rule) const {
        const double before = p_of(a, rule);
        const double after = p_of(b, rule);
        return values(before, after, {after - before, unknown, unknown});
    }

    const ComparedSide& base_;
    const ComparedSide& alternative_;
    std::size_t draws_;
};

std::vector<NamedCell> sums_of_both(const std::vector<care::Sum>& base, const std::vector<care::Sum>& alternative) {
    std::vector<NamedCell> sums;
    for (std::size_t s = 0; s < base.size(); ++s) sums.push_back({base[s].trust, base[s].service, s, {}});
    for (std::size_t s = 0; s < alternative.size(); ++s) {
        const auto same = std::find_if(sums.begin(), sums.end(), [&](const NamedCell& other) {
            return other.trust == alternative[s].trust && other.service == alternative[s].service;
        });
        if (same != sums.end()) {
            same->alternative = s;
        } else {
            sums.push_back({alternative[s].trust, alternative[s].service, {}, s});
        }
    }
    return sums;
}

/// The rows of one sum of units that come from replications.
class SimulatedRows {
  public:
    SimulatedRows(const ComparedSide& base, const ComparedSide& alternative)
        : base_(base), alternative_(alternative), base_sums_(care::sums_of(base.care->frame)),
          alternative_sums_(care::sums_of(alternative.care->frame)) {}

    std::vector<NamedCell> sums() const { return sums_of_both(base_sums_, alternative_sums_); }

    std::vector<ComparisonRow> of(const NamedCell& sum) const {
        std::vector<ComparisonRow> rows;
        const CommonYears years = common_years(base_.scenario, alternative_.scenario);
        for (std::size_t y = 0; y < years.count; ++y) {
            const int year = years.first + static_cast<int>(y);
            const auto before = by_replication(base_, base_sums_, sum.base, year);
            const auto after = by_replication(alternative_, alternative_sums_, sum.alternative, year);
            for (const care::MeasureDefinition& measure : care::measure_table()) {
                ComparisonRow row = named(row_of(before, after, static_cast<std::size_t>(measure.measure)), sum.trust,
                                          sum.service, year, measure.id, measure.unit);
                forget(row, knows(base_.scenario, sum), knows(alternative_.scenario, sum));
                rows.push_back(std::move(row));
            }
        }
        return rows;
    }

  private:
    static std::vector<care::MeasureValues> by_replication(const ComparedSide& side, const std::vector<care::Sum>& sums,
                                                           std::optional<std::size_t> sum, int year) {
        std::vector<care::MeasureValues> values;
        const auto at = static_cast<std::size_t>(year - side.care->frame.calendar.first_year);
        for (const care::CareOutcome& outcome : side.care->outcomes) {
            values.push_back(sum ? care::measures_of(side.care->frame, sums, *sum, outcome, at)
                                 : care::measures_without_units());
        }
        return values;
    }

    static ComparisonRow row_of(const std::vector<care::MeasureValues>& before,
                                const std::vector<care::MeasureValues>& after, std::size_t measure) {
        std::vector<double> a, b, difference;
        for (std::size_t i = 0; i < before.size(); ++i) {
            a.push_back(before[i][measure]);
            b.push_back(after[i][measure]);
            difference.push_back(b.back() - a.back());
        }
        const care::Estimate estimate = care::estimate(difference);
        ComparisonRow row = values(mean_of(a), mean_of(b), {estimate.mean, estimate.ci_low, estimate.ci_high});
        row.basis = PairedBy::replications;
        row.pairs = (before.size() + 1) / 2;
        return row;
    }

    const ComparedSide& base_;
    const ComparedSide& alternative_;
    std::vector<care::Sum> base_sums_, alternative_sums_;
};

/// What `of` says of each thing, side by side, in the order of the things.
template <class Things, class Of>
void add_all(std::vector<ComparisonRow>& rows, const Things& things, const Runner& run, const Of& of) {
    std::vector<std::vector<ComparisonRow>> made(things.size());
    run(Stage::cells, {0, things.size()}, [&](std::size_t i) { made[i] = of(things[i]); });
    for (std::vector<ComparisonRow>& some : made) {
        rows.insert(rows.end(), std::make_move_iterator(some.begin()), std::make_move_iterator(some.end()));
    }
}

} // namespace

std::vector<ComparisonRow> comparison_of(const ComparedSide& base, const ComparedSide& alternative, const Runner& run) {
    std::vector<ComparisonRow> rows;
    if (base.need.empty() || alternative.need.empty()) return rows; // of people alone
    const std::size_t draws = base.need.front().bed_days.draws_of(0).size();
    if (base.scenario.seed != alternative.scenario.seed ||
        draws != alternative.need.front().bed_days.draws_of(0).size()) {
        throw UnfitBlock("scenarios are compared in the same draws");
    }
    const DrawnRows drawn(base, alternative, draws);
    add_all(rows, cells_of_both(base, alternative), run, [&](const NamedCell& cell) { return drawn.of(cell); });
    if (!base.care || !alternative.care) return rows;
    const Block& a = base.care->block;
    const Block& b = alternative.care->block;
    if (a.first != b.first || a.count != b.count || a.first % 2 != 0)
        throw UnfitBlock("scenarios are compared in the same replications");
    const SimulatedRows simulated(base, alternative);
    add_all(rows, simulated.sums(), run, [&](const NamedCell& sum) { return simulated.of(sum); });
    return rows;
}

} // namespace framsyn::study
