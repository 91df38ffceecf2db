#include "models/study/information/open_figures.hpp"

#include "models/study/draws/need_inputs.hpp"
#include "models/study/scenario/pinned.hpp"

#include <algorithm>
#include <map>

namespace framsyn::study {
namespace {

/// How many made-up values a figure is given: the middles of as many equal parts of its range.
constexpr std::size_t made_up = 40;

/// A trust's service whose level isn't known.
struct Open {
    std::size_t cell = 0;
    TrustId trust;
    ServiceId service;
    BaseLevel level;
    const ActivityInfo* activity = nullptr;
    const ActivityInfo* sum = nullptr; ///< counted, of which it is a part
    std::map<int, const Verdict*> verdicts;

    bool is_by_rates() const { return activity->basis == Basis::rates; }
    bool depends_in(int year) const {
        const auto found = verdicts.find(year);
        return found != verdicts.end() && found->second->judged.word == VerdictWord::depends;
    }
    bool hangs_on(const std::string& input) const {
        return std::find(level.inputs.begin(), level.inputs.end(), input) != level.inputs.end();
    }
};

/// What the scenario would say if a figure were known.
struct Known {
    Scenario scenario;
    std::vector<double> occupied;
};

class Figures {
  public:
    Figures(const Judged& judged, const std::vector<Verdict>& verdicts, const Runner& run) : judged_(judged) {
        std::vector<Cell> cells;
        for (std::size_t c = 0; c < judged.need.size(); ++c) add(c);
        for (const Verdict& verdict : verdicts) {
            for (Open& open : open_) {
                if (open.cell == verdict.cell) open.verdicts[verdict.year] = &verdict;
            }
        }
        for (const Open& open : open_) cells.push_back(judged.need[open.cell].cell);
        draws_ = level_draws(judged.scenario, judged.draws, cells, run);
    }

    /// One of each figure, all its cells still to be found.
    std::vector<OpenFigure> asked() const {
        std::vector<OpenFigure> figures;
        const auto add_input = [&](Asking asking, const std::string& name, const std::string& input) {
            auto found = std::find_if(figures.begin(), figures.end(), [&](const OpenFigure& figure) {
                return figure.asking == asking && figure.name == name;
            });
            if (found == figures.end()) found = figures.insert(found, {asking, name, {}, 0, {}, 0.0});
            if (std::find(found->inputs.begin(), found->inputs.end(), input) == found->inputs.end())
                found->inputs.push_back(input);
        };
        for (const Open& open : open_) {
            for (const std::string& input : figures_of(open)) {
                add_input(Asking::figure, input, input);
                add_input(Asking::service, judged_.scenario.of(open.service).id, input);
                if (open.sum) add_input(Asking::split, open.sum->id, input);
            }
        }
        return figures;
    }

    void find(OpenFigure& figure) const {
        std::vector<std::size_t> hang_on; // of open_
        for (std::size_t o = 0; o < open_.size(); ++o) {
            if (open_[o].depends_in(figure.year) && bears_on(figure, open_[o])) hang_on.push_back(o);
        }
        for (const std::size_t o : hang_on) {
            figure.cells.push_back({open_[o].cell, share_decided(figure, o)});
            figure.decided += figure.cells.back().share;
        }
    }

  private:
    void add(std::size_t c) {
        const Cell& cell = judged_.need[c].cell;
        if (!cell.trust.is_trust() || cell.service.services.size() != 1) return;
        const ServiceId service = cell.service.services.front();
        std::optional<BaseLevel> level = base_level(judged_.scenario, cell.trust.trust(), service, judged_.occupied);
        if (!level) return;
        const ActivityInfo* activity = activity_of(judged_.scenario, cell.trust.trust(), cell.service);
        const ActivityInfo* sum =
            activity->basis == Basis::rates ? nullptr : counted_sum_over(judged_.scenario, cell.trust.trust(), service);
        open_.push_back({c, cell.trust.trust(), service, std::move(*level), activity, sum, {}});
    }

    /// What would have to be counted for the cell's level to be known.
    static std::vector<std::string> figures_of(const Open& open) {
        if (open.is_by_rates() || open.level.unit == BaseUnit::beds) return open.level.inputs;
        if (!open.activity->bed_days) return {};
        return {open.activity->bed_days->address};
    }

    /// Whether all is known of a cell's level where these are.
    static bool settles(const std::vector<std::string>& inputs, const Open& open) {
        const std::vector<std::string> own = figures_of(open);
        return !own.empty() && std::all_of(own.begin(), own.end(), [&](const std::string& input) {
            return std::find(inputs.begin(), inputs.end(), input) != inputs.end();
        });
    }

    bool is_beside(const std::string& input, const Open& open) const {
        return open.sum && std::any_of(open_.begin(), open_.end(), [&](const Open& other) {
                   return other.sum == open.sum && figures_of(other).front() == input;
               });
    }

    bool bears_on(const OpenFigure& figure, const Open& open) const {
        return std::any_of(figure.inputs.begin(), figure.inputs.end(), [&](const std::string& input) {
            const std::vector<std::string> own = figures_of(open);
            return std::find(own.begin(), own.end(), input) != own.end() || is_beside(input, open);
        });
    }

    /// A known level gives one word. Of a cell that several figures narrow without settling it, what the one that narrows
    /// it most does alone is told: a lower bound.
    double share_decided(const OpenFigure& figure, std::size_t o) const {
        if (settles(figure.inputs, open_[o])) return 1.0;
        double most = 0.0;
        for (const std::string& input : figure.inputs) most = std::max(most, share_decided_by(input, o, figure.year));
        return most;
    }

    double share_decided_by(const std::string& input, std::size_t o, int year) const {
        const Open& open = open_[o];
        std::size_t decided = 0;
        const auto source = std::find_if(open_.begin(), open_.end(), [&](const Open& other) {
            const std::vector<std::string> own = figures_of(other);
            return std::find(own.begin(), own.end(), input) != own.end() && (!open.sum || other.sum == open.sum);
        });
        if (source == open_.end() || source->level.unit == BaseUnit::beds) return 0.0;
        if (open.is_by_rates() ? !open.hangs_on(input) : !is_beside(input, open)) return 0.0;
        Known known{judged_.scenario, judged_.occupied};
        for (std::size_t i = 0; i < made_up; ++i) {
            const double at = (static_cast<double>(i) + 0.5) / static_cast<double>(made_up);
            if (open.is_by_rates())
                learn_of_rates(known, input, at);
            else
                learn_of_days(known, *source, range_in(*source, year), at);
            if (!still_depends(known, o, year)) ++decided;
        }
        return static_cast<double>(decided) / static_cast<double>(made_up);
    }

    /// The range that the verdict of a year is given on.
    static const BaseRange& range_in(const Open& open, int year) {
        const auto verdict = open.verdicts.find(year);
        for (const BaseRange& range : open.level.ranges) {
            if (verdict != open.verdicts.end() && verdict->second->bounds &&
                range.kind == verdict->second->bounds->range)
                return range;
        }
        return open.level.ranges.front();
    }

    /// The part has so many occupied beds; the other parts of its sum share the rest as before.
    void learn_of_days(Known& known, const Open& source, const BaseRange& range, double at) const {
        const double level = range.mild.amount + at * (range.severe.amount - range.mild.amount);
        double own = 0.0;
        double others = 0.0;
        const auto is_part = [&](const FlowInfo& flow) {
            const auto& services = source.sum->service.services;
            return source.sum->is_about(flow.at) &&
                   std::find(services.begin(), services.end(), flow.service) != services.end();
        };
        const auto is_own = [&](const FlowInfo& flow) {
            return flow.at == source.trust && flow.service == source.service;
        };
        const std::vector<FlowInfo>& flows = judged_.scenario.flows;
        for (std::size_t f = 0; f < flows.size(); ++f) {
            if (is_part(flows[f])) (is_own(flows[f]) ? own : others) += judged_.occupied[f];
        }
        for (std::size_t f = 0; f < flows.size(); ++f) {
            if (!is_part(flows[f])) continue;
            const double times = is_own(flows[f]) ? level / own : (own + others - level) / others;
            known.occupied[f] = judged_.occupied[f] * times;
        }
        for (ActivityInfo& activity : known.scenario.activities) {
            if (activity.bed_days && activity.bed_days->address == source.activity->bed_days->address)
                activity.basis = Basis::observed;
        }
    }

    void learn_of_rates(Known& known, const std::string& input, double at) const {
        for (const Quantity* quantity : quantities_of(judged_.scenario)) {
            if (quantity->address != input) continue;
            put(known.scenario, {{input, quantity->low + at * (quantity->high - quantity->low)}});
            break;
        }
        pin(known.scenario, {input});
        const std::vector<double> before = flow_levels(judged_.scenario, ParameterDraw::central());
        const std::vector<double> after = flow_levels(known.scenario, ParameterDraw::central());
        for (std::size_t f = 0; f < before.size(); ++f) {
            if (before[f] > 0.0) known.occupied[f] = judged_.occupied[f] * after[f] / before[f];
        }
    }

    bool still_depends(const Known& known, std::size_t o, int year) const {
        const Open& open = open_[o];
        std::optional<BaseLevel> level = base_level(known.scenario, open.trust, open.service, known.occupied);
        if (!level) return false;
        if (level->ranges.empty()) return true;
        const auto cell = open_cell(judged_, open.cell, std::move(*level), draws_[o]);
        const auto t = static_cast<std::size_t>(year - judged_.scenario.base_year);
        return cell->at(t).verdict.judged.word == VerdictWord::depends;
    }

    const Judged& judged_;
    std::vector<Open> open_;
    std::vector<LevelDraws> draws_; ///< [open]
};

} // namespace

std::vector<OpenFigure> open_figures(const Judged& judged, const std::vector<Verdict>& verdicts,
                                     const std::vector<int>& years, const Runner& run) {
    const Figures figures(judged, verdicts, run);
    std::vector<OpenFigure> all;
    for (const int year : years) {
        for (OpenFigure figure : figures.asked()) {
            figure.year = year;
            all.push_back(std::move(figure));
        }
    }
    run(Stage::cells, {0, all.size()}, [&](std::size_t i) { figures.find(all[i]); });
    all.erase(std::remove_if(all.begin(), all.end(), [](const OpenFigure& figure) { return figure.cells.empty(); }),
              all.end());
    std::stable_sort(all.begin(), all.end(),
                     [](const OpenFigure& a, const OpenFigure& b) { return a.decided > b.decided; });
    return all;
}

} // namespace framsyn::study
