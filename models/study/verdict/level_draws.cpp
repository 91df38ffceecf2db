#include "models/study/verdict/level_draws.hpp"

#include "models/study/draws/need_inputs.hpp"
#include "models/study/draws/patient_actions.hpp"
#include "models/study/draws/stock_growth.hpp"

#include <limits>

namespace framsyn::study {
namespace {

/// What is known of one draw: where its patients are treated, and who of them belongs to a stock.
class OneDraw {
  public:
    OneDraw(const Scenario& scenario, const DrawSample& draws, std::size_t number)
        : scenario_(scenario), draws_(draws), number_(number),
          parameters_(ParameterDraw::number(scenario.seed, static_cast<std::uint32_t>(number))),
          in_stocks_(draws.flows, std::vector<double>(draws.years, 0.0)) {
        for (std::size_t s = 0; s < scenario.stocks.size(); ++s) add_stock(s);
        const PatientActions actions = patient_actions(scenario, parameters_);
        moves_ = actions.moves;
        if (actions.empty()) return;
        effects_ = need::with_lost_days_as_shares(actions.effects, days_before());
        age_shares_.resize(draws.age_spans);
        for (std::size_t span = 0; span < draws.age_spans; ++span) {
            for (std::size_t f = 0; f < draws.flows; ++f) {
                std::vector<double>& years = age_shares_[span].emplace_back();
                for (std::size_t t = 0; t < draws.years; ++t) years.push_back(draws.age_share(number, span, f, t));
            }
        }
    }

    const ParameterDraw& parameters() const { return parameters_; }

    /// Calls visit(of, at, counted, beside) with the bed days that patients of flow `of` have where flow `at` leads.
    template <class Visit>
    void each_part(std::size_t t, const Visit& visit) const {
        if (effects_.empty() && moves_.empty()) {
            for (std::size_t f = 0; f < draws_.flows; ++f) split(f, f, t, 1.0, visit);
            return;
        }
        const int year = scenario_.base_year + static_cast<int>(t);
        const auto weight = [&](const Period& period) { return mean_weight(period, year); };
        for (const need::PatientPart& part : need::parts_at(draws_.flows, effects_, moves_, weight, age_shares_, t))
            split(part.of, part.at, t, part.bed_days, visit);
    }

  private:
    std::vector<std::vector<double>> days_before() const {
        std::vector<std::vector<double>> days(draws_.flows, std::vector<double>(draws_.years));
        for (std::size_t f = 0; f < draws_.flows; ++f) {
            for (std::size_t t = 0; t < draws_.years; ++t) days[f][t] = draws_.days_without_actions(number_, f, t);
        }
        return days;
    }

    void add_stock(std::size_t stock) {
        const StockInfo& info = scenario_.stocks[stock];
        const std::vector<double> beds = beds_added_by_stock(scenario_, stock, parameters_);
        double base = 0.0;
        const auto belongs = [&](const FlowInfo& flow) {
            return flow.at == info.trust && flow.service == info.service;
        };
        for (std::size_t f = 0; f < draws_.flows; ++f) {
            if (belongs(scenario_.flows[f])) base += draws_.days_without_actions(number_, f, 0);
        }
        for (std::size_t f = 0; f < draws_.flows; ++f) {
            if (!belongs(scenario_.flows[f]) || !(base > 0.0)) continue;
            const double share = draws_.days_without_actions(number_, f, 0) / base;
            for (std::size_t t = 0; t < draws_.years; ++t)
                in_stocks_[f][t] += share * beds[t] * days_in_year(scenario_.base_year + static_cast<int>(t));
        }
    }

    template <class Visit>
    void split(std::size_t of, std::size_t at, std::size_t t, double times, const Visit& visit) const {
        const double all = draws_.days_without_actions(number_, of, t);
        const double beside = all > 0.0 ? in_stocks_[of][t] : 0.0;
        visit(of, at, times * (all - beside), times * beside);
    }

    const Scenario& scenario_;
    const DrawSample& draws_;
    std::size_t number_;
    ParameterDraw parameters_;
    std::vector<std::vector<double>> in_stocks_; ///< bed days by [flow][year]
    std::vector<need::PatientEffect> effects_;
    std::vector<need::PatientMove> moves_;
    need::AgeShares age_shares_;
};

} // namespace

double LevelDraws::counted(std::size_t t, std::size_t at) const {
    double days = 0.0;
    for (const OfFlow& flow : flows_) days += flow.days.at(t, at);
    return days;
}

double LevelDraws::days_at(std::size_t t, std::size_t at, double occupied_beds) const {
    const double base = counted(0, at);
    const double times = base > 0.0 ? occupied_beds * days_of_base_ / base : 0.0;
    return times * counted(t, at) + beside_.at(t, at);
}

double LevelDraws::days_at_levels(std::size_t t, std::size_t at, const std::vector<double>& levels) const {
    double days = beside_.at(t, at);
    for (const OfFlow& flow : flows_) {
        if (flow.level[at] > 0.0) days += levels[flow.flow] / flow.level[at] * flow.days.at(t, at);
    }
    return days;
}

double LevelDraws::occupied_beds_for(std::size_t t, std::size_t at, double bed_days) const {
    const double a_bed = counted(t, at) * days_of_base_;
    if (!(a_bed > 0.0)) return std::numeric_limits<double>::infinity();
    return (bed_days - beside_.at(t, at)) * counted(0, at) / a_bed;
}

std::vector<LevelDraws> level_draws(const Scenario& scenario, const DrawSample& draws, const std::vector<Cell>& cells,
                                    const Runner& run) {
    constexpr auto nowhere = static_cast<std::size_t>(-1);
    std::vector<std::size_t> cell_of(scenario.flows.size(), nowhere), place_in_cell(scenario.flows.size(), 0);
    const Series empty(draws.years, draws.block.count);
    std::vector<LevelDraws> all(cells.size());
    for (std::size_t c = 0; c < cells.size(); ++c) {
        all[c].days_of_base_ = days_in_year(scenario.base_year);
        all[c].beside_ = empty;
        for (std::size_t f = 0; f < scenario.flows.size(); ++f) {
            if (cells[c].trust != scenario.flows[f].at ||
                scenario.flows[f].service != cells[c].service.services.front())
                continue;
            cell_of[f] = c;
            place_in_cell[f] = all[c].flows_.size();
            all[c].flows_.push_back({f, empty, std::vector<double>(draws.block.count, 0.0)});
        }
    }
    run(Stage::beds, draws.block, [&](std::size_t number) {
        const std::size_t at = number - draws.block.first;
        const OneDraw one(scenario, draws, number);
        const std::vector<double> levels = flow_levels(scenario, one.parameters());
        for (LevelDraws& cell : all) {
            for (LevelDraws::OfFlow& flow : cell.flows_) flow.level[at] = levels[flow.flow];
        }
        for (std::size_t t = 0; t < draws.years; ++t) {
            one.each_part(t, [&](std::size_t of, std::size_t to, double counted, double beside) {
                if (cell_of[to] == nowhere) return;
                LevelDraws& cell = all[cell_of[to]];
                const bool is_own = cell_of[of] == cell_of[to];
                if (is_own) cell.flows_[place_in_cell[of]].days.at(t, at) += counted;
                cell.beside_.at(t, at) += is_own ? beside : counted + beside;
            });
        }
    });
    return all;
}

} // namespace framsyn::study
