#include "models/study/status.hpp"

#include "models/study/answers/quantiles.hpp"
#include "models/study/counted_years.hpp"
#include "models/study/draws/use_level.hpp"
#include "models/study/scenario/counted_use.hpp"
#include "models/study/verdict/base_level.hpp"
#include "sim/numerics/elementary.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <utility>

namespace framsyn::study {
namespace {

constexpr double no_number = std::numeric_limits<double>::quiet_NaN();
constexpr std::array<int, 3> years_ahead{2030, 2035, 2040};
constexpr int years_back = 3;

bool has(const std::vector<ServiceId>& services, ServiceId service) {
    return std::find(services.begin(), services.end(), service) != services.end();
}

/// Bed days that the level of use says for the last year of some counts, from them alone.
double level_in_last(const std::vector<CountedUse>& counted, const UseLevelInfo& info) {
    const LevelOfUse level = level_of(counted, info);
    const double share = info.returning.value;
    return sim::exp(share * level.mean + (1.0 - share) * level.walked) * counted.back().expected_days;
}

class StatusMaker {
  public:
    explicit StatusMaker(const Study& study) : study_(study), scenario_(study.scenario()) {
        for (const ActivityInfo& activity : scenario_.activities) {
            if (!activity.counted.empty()) last_ = std::max(last_, activity.counted.back().year);
        }
        if (last_ == 0) last_ = scenario_.base_year;
    }

    std::vector<StatusRow> make() {
        const std::vector<CellNeed>& need = study_.need();
        for (std::size_t c = 0; c < need.size(); ++c) {
            if (need[c].cell.trust.is_outside() || !is_reported(need[c].cell)) continue;
            index_ = c;
            cell_ = &need[c].cell;
            add_cell();
        }
        return std::move(rows_);
    }

  private:
    // Which cells

    bool grows_beside(ServiceId service) const {
        return std::any_of(scenario_.stocks.begin(), scenario_.stocks.end(),
                           [&](const StockInfo& stock) { return stock.service == service; });
    }

    bool is_part_of_group(ServiceId service) const {
        return std::any_of(scenario_.groups.begin(), scenario_.groups.end(),
                           [&](const GroupInfo& group) { return has(group.parts, service); });
    }

    bool is_reported(const Cell& cell) const {
        if (cell.service.group) return true;
        const ServiceId service = cell.service.services.front();
        if (!is_part_of_group(service) || grows_beside(service)) return true;
        return std::any_of(scenario_.activities.begin(), scenario_.activities.end(), [&](const ActivityInfo& activity) {
            return !activity.counted.empty() && activity.service.id == cell.service.id;
        });
    }

    bool is_here(TrustId trust) const { return cell_->trust.is_region() || cell_->trust == trust; }
    bool is_here(const UnitInfo& unit) const {
        return is_here(unit.trust) && has(cell_->service.services, unit.service);
    }

    // What is said of one

    StatusRow& add(StatusMeasure measure, int year, double value, Standing standing, StatusNote note) {
        StatusRow& row = rows_.emplace_back();
        row.cell = *cell_;
        row.measure = measure;
        row.year = year;
        row.standing = standing;
        row.note = note;
        if (standing != Standing::not_computable && standing != Standing::not_received &&
            standing != Standing::not_modelled)
            row.value = value;
        return row;
    }

    void add_cell() {
        const std::vector<const ActivityInfo*> counts = counts_of(study_, *cell_);
        int last = last_;
        if (!counts.empty()) {
            last = counts.front()->counted.back().year;
            for (const ActivityInfo* count : counts) last = std::min(last, count->counted.back().year);
            add_counted(counts, last);
        } else {
            add_uncounted();
        }
        add_surge(last);
        for (const int year : ahead(last)) add_year_ahead(year, last);
    }

    /// Bed days that the level of use says of a year; no number where a count lacks it or nothing says how the level moves.
    double level_in(const std::vector<const ActivityInfo*>& counts, int year) const {
        double level = 0.0;
        for (const ActivityInfo* activity : counts) {
            const std::vector<CountedUse>& counted = activity->counted;
            const auto found =
                std::find_if(counted.begin(), counted.end(), [&](const CountedUse& one) { return one.year == year; });
            const UseLevelInfo* info = level_of_use(scenario_, *activity);
            if (found == counted.end() || !info) return no_number;
            level += level_in_last({counted.begin(), found + 1}, *info);
        }
        return level;
    }

    void add_counted(const std::vector<const ActivityInfo*>& counts, int last) {
        const ActivityInfo* const odd = cannot_hold(counts);
        for (int year = last - years_back + 1; year <= last; ++year) {
            const YearCount count = in_year(counts, year);
            if (std::isnan(count.bed_days)) continue; // the series begins later
            const auto row = [&](StatusMeasure measure, double value, StatusNote note) {
                const bool is_there = !std::isnan(value);
                add(measure, year, value, is_there ? Standing::counted : Standing::not_computable,
                    is_there ? note : StatusNote::no_count)
                    .activity = note == StatusNote::cannot_hold ? odd : nullptr;
            };
            const StatusNote of_places = odd ? StatusNote::cannot_hold : StatusNote::from_counts;
            row(StatusMeasure::places, count.places, of_places);
            row(StatusMeasure::open_places, count.available / days_in_year(year), of_places);
            if (odd)
                add(StatusMeasure::occupancy, year, 0.0, Standing::not_computable, StatusNote::cannot_hold).activity =
                    odd;
            else
                row(StatusMeasure::occupancy, count.available > 0.0 ? count.bed_days / count.available : no_number,
                    StatusNote::from_counts);
            row(StatusMeasure::bed_days, count.bed_days, StatusNote::from_counts);
            if (const double level = level_in(counts, year); !std::isnan(level))
                add(StatusMeasure::level, year, level, Standing::derived, StatusNote::level_of_use);
            else
                add(StatusMeasure::level, year, 0.0, Standing::not_computable, StatusNote::no_level);
            add_change(year, count.places - in_year(counts, year - 1).places, Standing::counted);
        }
    }

    /// Places of a cell that nobody counts every year are those of the plan, as sure as its units.
    void add_uncounted() {
        const bool has_beds =
            study_.capacity().staffed_sum(cell_->trust, cell_->service.services, in_plan(last_)).has_value();
        if (!has_beds) {
            add(StatusMeasure::places, last_, 0.0, Standing::not_modelled, StatusNote::no_beds);
            return;
        }
        const Standing standing = standing_of_units([](const UnitInfo& unit) { return &unit.beds; });
        for (int year = std::max(scenario_.capacity_from, last_ - years_back + 1); year <= last_; ++year) {
            add(StatusMeasure::places, year, places_by_plan(year), standing, StatusNote::by_plan);
            if (year > scenario_.capacity_from)
                add_change(year, places_by_plan(year) - places_by_plan(year - 1), standing);
        }
        const auto [note, activity] = why_no_count();
        for (const StatusMeasure measure : {StatusMeasure::occupancy, StatusMeasure::bed_days})
            add(measure, last_, 0.0, Standing::not_computable, note).activity = activity;
    }

    /// Why the cell has no count of its own, and the count that it is a part of.
    std::pair<StatusNote, const ActivityInfo*> why_no_count() const {
        for (const ActivityInfo& activity : scenario_.activities) {
            if (activity.counted.empty() || !has(activity.service.services, cell_->service.services.front())) continue;
            if (cell_->trust.is_region() && activity.service.id == cell_->service.id)
                return {StatusNote::counted_in_part, nullptr};
            if (cell_->trust.is_region() || activity.is_about(cell_->trust))
                return {StatusNote::counted_together, cell_->trust.is_region() ? nullptr : &activity};
        }
        return {StatusNote::no_count, nullptr};
    }

    /// The plan's year that is nearest: counts may begin before it and end after it.
    int in_plan(int year) const { return std::clamp(year, scenario_.capacity_from, scenario_.last_year); }

    double places_by_plan(int year) const {
        const auto beds = study_.capacity().staffed_sum(cell_->trust, cell_->service.services, in_plan(year));
        return beds ? beds->end : 0.0;
    }

    /// The weakest status of the units' beds.
    template <class OfUnit>
    Standing standing_of_units(const OfUnit& of) const {
        Standing weakest = Standing::counted;
        for (const UnitInfo& unit : scenario_.units) {
            if (!is_here(unit) || unit.made_by_action) continue;
            const Quantity* beds = of(unit);
            if (!beds) continue;
            const bool is_count = beds->status == Status::observed && !beds->has_interval();
            weakest = std::max(weakest, beds->status == Status::assumed   ? Standing::assumed
                                        : beds->status == Status::derived ? Standing::derived
                                        : is_count                        ? Standing::counted
                                                                          : Standing::reported);
        }
        return weakest;
    }

    void add_change(int year, double change, Standing standing) {
        if (std::isnan(change)) return; // one of the two years has no count
        StatusRow& row = add(StatusMeasure::change_places, year, change, standing, StatusNote::none);
        say_changes(row, year, year);
        if (!row.labels.empty())
            row.note = StatusNote::changes;
        else if (change != 0.0)
            row.note = StatusNote::no_change_said;
    }

    /// The changes of the plan that take effect in some years; whether all of them are settled.
    bool say_changes(StatusRow& row, int from, int to) const {
        bool settled = true;
        for (const ChangeInfo& change : scenario_.changes) {
            const int year = change.when.from.year;
            if (!change.counts() || year < from || year > to || !is_here(scenario_.of(change.unit))) continue;
            settled = settled && change.plan != Plan::planned;
            row.said += change.beds.value;
            const bool is_said = std::any_of(row.labels.begin(), row.labels.end(),
                                             [&](const Text& label) { return label.nb == change.label.nb; });
            if (!is_said) row.labels.push_back(change.label);
        }
        return settled;
    }

    void add_surge(int last) {
        const Standing standing =
            standing_of_units([](const UnitInfo& unit) { return unit.surge ? &*unit.surge : nullptr; });
        for (int year = in_plan(last - years_back + 1); year <= in_plan(last); ++year) {
            const auto beds = study_.capacity().surge_sum(cell_->trust, cell_->service.services, year);
            if (beds) add(StatusMeasure::surge, year, *beds, standing, StatusNote::by_plan);
        }
    }

    // Ahead

    std::set<int> ahead(int last) const {
        std::set<int> years;
        for (const int year : years_ahead) {
            if (year > last && year <= scenario_.last_year) years.insert(year);
        }
        for (const RegionModelInfo& model : scenario_.region_models) {
            if (is_of_cell(model)) years.insert(model.year);
        }
        return years;
    }

    bool is_of_cell(const RegionModelInfo& model) const {
        return model.trust == cell_->trust && model.service.id == cell_->service.id;
    }

    void add_year_ahead(int year, int last) {
        const bool has_beds = study_.capacity().staffed_sum(cell_->trust, cell_->service.services, year).has_value();
        if (has_beds && year > last) {
            StatusRow& row = add(StatusMeasure::planned_change, year, places_by_plan(year) - places_by_plan(last),
                                 Standing::planned, StatusNote::by_plan);
            const bool settled = say_changes(row, last + 1, year);
            if (!row.labels.empty()) row.note = StatusNote::changes;
            if (!row.labels.empty() && settled) row.standing = Standing::decided;
        }
        const bool guessed = is_guessed();
        const Standing standing = guessed ? Standing::not_computable : Standing::projected;
        const StatusNote note = guessed ? StatusNote::level_guessed : StatusNote::rules;
        const double need = need_in(year, Rule::utilisation);
        add(StatusMeasure::need, year, need, standing, note);
        if (has_beds) add(StatusMeasure::need_service_level, year, need_in(year, Rule::service_level), standing, note);
        add_region_model(year, need, guessed);
    }

    void add_region_model(int year, double need, bool guessed) {
        const auto found =
            std::find_if(scenario_.region_models.begin(), scenario_.region_models.end(),
                         [&](const RegionModelInfo& model) { return is_of_cell(model) && model.year == year; });
        if (found == scenario_.region_models.end()) {
            add(StatusMeasure::need_region_model, year, 0.0, Standing::not_received, StatusNote::none);
            add(StatusMeasure::difference, year, 0.0, Standing::not_received, StatusNote::none);
            return;
        }
        add(StatusMeasure::need_region_model, year, found->beds.value, Standing::projected, StatusNote::region_model)
            .model = &*found;
        StatusRow& row = add(StatusMeasure::difference, year, need - found->beds.value,
                             guessed ? Standing::not_computable : Standing::projected,
                             guessed ? StatusNote::level_guessed : StatusNote::region_model);
        row.model = &*found;
    }

    /// Whether need starts from a level that somebody guessed. Where the places were worked out from counted bed days, the
    /// gap does and need doesn't.
    bool is_guessed() const {
        return std::any_of(study_.need().begin(), study_.need().end(), [&](const CellNeed& need) {
            if (!need.cell.trust.is_trust() || !is_here(need.cell.trust.trust()) ||
                need.cell.service.id != cell_->service.id)
                return false;
            const ActivityInfo* activity = activity_of(scenario_, need.cell.trust.trust(), need.cell.service);
            return activity && activity->basis != Basis::capacity_from_activity && has_open_level(scenario_, need.cell);
        });
    }

    /// As gap.csv has it; of cells without beds the median of the draws.
    double need_in(int year, Rule rule) const {
        for (const Gap& gap : study_.gaps()) {
            if (gap.cell == index_ && gap.year == year && gap.rule == rule) return gap.need.median;
        }
        const auto t = static_cast<std::size_t>(year - scenario_.base_year);
        return SortedSample(study_.need()[index_].beds(rule).draws_of(t)).median();
    }

    const Study& study_;
    const Scenario& scenario_;
    int last_ = 0; ///< the last year that anything is counted in; without counts the base year
    std::size_t index_ = 0;
    const Cell* cell_ = nullptr;
    std::vector<StatusRow> rows_;
};

} // namespace

std::string unit_of(StatusMeasure measure) {
    switch (measure) {
    case StatusMeasure::occupancy:
        return "share";
    case StatusMeasure::bed_days:
    case StatusMeasure::level:
        return "bed days";
    default:
        return "beds";
    }
}

std::vector<StatusRow> annual_status(const Study& study) {
    if (!study.scenario().has_services()) return {};
    return StatusMaker(study).make();
}

} // namespace framsyn::study
