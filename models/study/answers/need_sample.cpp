#include "models/study/answers/need_sample.hpp"

namespace framsyn::study {
namespace {

/// Bed days and beds in one draw and year.
struct Amount {
    double bed_days = 0.0;
    double at_utilisation = 0.0;
    double at_service_level = 0.0;

    void add(const Amount& other) {
        bed_days += other.bed_days;
        at_utilisation += other.at_utilisation;
        at_service_level += other.at_service_level;
    }
};

/// Which pairs of trust (or outside) and service some cells are sums of, and what those are in a draw and year.
class Amounts {
  public:
    Amounts(const Scenario& scenario, const std::vector<Cell>& cells)
        : trusts_(scenario.trusts.size()), services_(scenario.services.size()), wanted_((trusts_ + 1) * services_) {
        for (const Cell& cell : cells) {
            for_each_part(cell, [&](std::size_t part) { wanted_[part] = true; });
        }
    }

    std::size_t parts() const { return wanted_.size(); }
    std::size_t part(WhichTrust trust, ServiceId service) const {
        return trust.slot(trusts_) * services_ + service.index();
    }

    /// Needs of all wanted parts at once: bed days of the flows, then beds by both rules.
    std::vector<Amount> of(const Scenario& scenario, const BedRules& rules, const DrawSample& draws, std::size_t draw,
                           std::size_t year, CountedBy counted_by) const {
        std::vector<Amount> amounts = days_of(scenario, draws, draw, year, counted_by);
        for (std::size_t p = 0; p < parts(); ++p) {
            Amount& amount = amounts[p];
            if (!wanted_[p] || !(amount.bed_days > 0.0)) continue;
            const BedNeed beds = rules.beds(WhichTrust::in_slot(p / services_, trusts_), ServiceId(p % services_), year,
                                            amount.bed_days);
            amount.at_utilisation = beds.at_utilisation;
            amount.at_service_level = beds.at_service_level;
        }
        return amounts;
    }

    /// The cell's need by the service level on a day, as a sum in the same order.
    double on(const Date& day, const Scenario& scenario, const BedRules& rules, const DrawSample& draws,
              std::size_t draw, const Cell& cell, std::size_t year) const {
        const std::vector<Amount> days = days_of(scenario, draws, draw, year, CountedBy::treatment);
        double beds = 0.0;
        for_each_part(cell, [&](std::size_t p) {
            if (days[p].bed_days > 0.0)
                beds += rules.at_service_level_on(day, WhichTrust::in_slot(p / services_, trusts_),
                                                  ServiceId(p % services_), year, days[p].bed_days);
        });
        return beds;
    }

    /// The cell's sum: services in order within trusts in order; the region is its trusts.
    Amount sum(const Cell& cell, const std::vector<Amount>& amounts) const {
        Amount total;
        for_each_part(cell, [&](std::size_t part) { total.add(amounts[part]); });
        return total;
    }

  private:
    std::vector<Amount> days_of(const Scenario& scenario, const DrawSample& draws, std::size_t draw, std::size_t year,
                                CountedBy counted_by) const {
        std::vector<Amount> amounts(parts());
        for (std::size_t f = 0; f < scenario.flows.size(); ++f) {
            const FlowInfo& flow = scenario.flows[f];
            const WhichTrust trust = counted_by == CountedBy::treatment ? flow.at : flow.residence;
            amounts[part(trust, flow.service)].bed_days += draws.days(draw, f, year);
        }
        return amounts;
    }

    template <class Visit>
    void for_each_part(const Cell& cell, const Visit& visit) const {
        if (cell.trust.is_region()) {
            for (std::size_t trust = 0; trust < trusts_; ++trust) {
                for (const ServiceId service : cell.service.services) visit(part(TrustId(trust), service));
            }
        } else {
            for (const ServiceId service : cell.service.services) visit(part(cell.trust, service));
        }
    }

    std::size_t trusts_;
    std::size_t services_;
    std::vector<char> wanted_;
};

} // namespace

std::vector<double> Series::draws_of(std::size_t year) const {
    const auto begin = values_.begin() + static_cast<std::ptrdiff_t>(year * draws_);
    return {begin, begin + static_cast<std::ptrdiff_t>(draws_)};
}

std::vector<double> Series::change_since(std::size_t from, std::size_t year) const {
    std::vector<double> change = draws_of(year);
    for (std::size_t draw = 0; draw < draws_; ++draw) change[draw] -= at(from, draw);
    return change;
}

std::vector<CellNeed> need_of_cells(const Scenario& scenario, const BedRules& rules, const DrawSample& draws,
                                    std::vector<Cell> cells, CountedBy counted_by, const Runner& run) {
    const Amounts amounts(scenario, cells);
    std::vector<CellNeed> needs;
    for (Cell& cell : cells) {
        const Series series(scenario.years(), draws.block.count);
        needs.push_back({std::move(cell), series, series, series});
    }
    run(Stage::beds, draws.block, [&](std::size_t draw) {
        const std::size_t at = draw - draws.block.first;
        for (std::size_t t = 0; t < scenario.years(); ++t) {
            const std::vector<Amount> all = amounts.of(scenario, rules, draws, draw, t, counted_by);
            for (CellNeed& need : needs) {
                const Amount sum = amounts.sum(need.cell, all);
                need.bed_days.at(t, at) = sum.bed_days;
                need.beds_at_utilisation.at(t, at) = sum.at_utilisation;
                need.beds_at_service_level.at(t, at) = sum.at_service_level;
            }
        }
    });
    return needs;
}

std::vector<double> service_level_need_on(const Date& day, const Scenario& scenario, const BedRules& rules,
                                          const DrawSample& draws, const Cell& cell, std::size_t year) {
    const Amounts amounts(scenario, {cell});
    std::vector<double> beds;
    for (std::size_t draw = draws.block.first; draw < draws.block.end(); ++draw)
        beds.push_back(amounts.on(day, scenario, rules, draws, draw, cell, year));
    return beds;
}

} // namespace framsyn::study
