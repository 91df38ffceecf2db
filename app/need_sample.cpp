#include "app/need_sample.hpp"

#include "sim/experiment/experiment.hpp"

#include <stdexcept>

namespace framsyn::app {
namespace {

/// Bed days and beds by place (or residence) and service in one draw and year.
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

/// Amounts of one draw and year, indexed by place (trusts, then outside) and service.
class AmountTable {
  public:
    AmountTable(std::size_t trusts, std::size_t services)
        : trusts_(trusts), services_(services), amounts_((trusts + 1) * services) {}

    Amount& at(std::size_t place, std::size_t service) {
        return amounts_[(place == need::outside ? trusts_ : place) * services_ + service];
    }

    /// The cell's sum: services in order within trusts in order; the region is its trusts.
    Amount sum(const Cell& cell) {
        Amount total;
        if (cell.trust) {
            for (const std::size_t service : cell.service.services) total.add(at(*cell.trust, service));
        } else {
            for (std::size_t trust = 0; trust < trusts_; ++trust) {
                for (const std::size_t service : cell.service.services) total.add(at(trust, service));
            }
        }
        return total;
    }

  private:
    std::size_t trusts_;
    std::size_t services_;
    std::vector<Amount> amounts_;
};

AmountTable amounts_of(const Scenario& scenario, const CapacityPlan& plan, const need::NeedPath& need, std::size_t t,
                       Place place) {
    AmountTable table(scenario.trusts.size(), scenario.services.size());
    for (std::size_t f = 0; f < need.flows.size(); ++f) {
        const need::Flow& flow = need.flows[f];
        table.at(place == Place::treatment ? flow.place : flow.residence, flow.service).bed_days += need.bed_days[f][t];
    }
    const int year = scenario.base_year + static_cast<int>(t);
    for (std::size_t p = 0; p <= scenario.trusts.size(); ++p) {
        const std::size_t where = p == scenario.trusts.size() ? need::outside : p;
        for (std::size_t service = 0; service < scenario.services.size(); ++service) {
            Amount& amount = table.at(where, service);
            if (!(amount.bed_days > 0.0)) continue;
            const BedNeed beds = beds_needed(scenario, plan, where, service, year, amount.bed_days);
            amount.at_utilisation = beds.at_utilisation;
            amount.at_service_level = beds.at_service_level;
        }
    }
    return table;
}

std::vector<CellNeed> empty_cells(const Scenario& scenario, Place place, std::size_t draws) {
    std::vector<CellNeed> cells;
    for (Cell& cell : cells_of(scenario, place)) {
        const Series series(scenario.years(), draws);
        cells.push_back({std::move(cell), series, series, series});
    }
    return cells;
}

void store(std::vector<CellNeed>& cells, AmountTable& amounts, std::size_t t, std::size_t draw) {
    for (CellNeed& cell : cells) {
        const Amount amount = amounts.sum(cell.cell);
        cell.bed_days.at(t, draw) = amount.bed_days;
        cell.beds_at_utilisation.at(t, draw) = amount.at_utilisation;
        cell.beds_at_service_level.at(t, draw) = amount.at_service_level;
    }
}

} // namespace

std::vector<double> Series::draws_of(std::size_t year) const {
    const auto begin = values_.begin() + static_cast<std::ptrdiff_t>(year * draws_);
    return {begin, begin + static_cast<std::ptrdiff_t>(draws_)};
}

const CellNeed* NeedSample::find(const Cell& cell) const {
    for (const CellNeed& candidate : treatment) {
        if (candidate.cell.trust == cell.trust && candidate.cell.service.id == cell.service.id) return &candidate;
    }
    return nullptr;
}

demography::PopulationPath central_population(const demography::Projector& projector) {
    return projector.project(demography::unchanged_drivers(projector.inputs()));
}

need::NeedPath need_of_draw(const Scenario& scenario, const demography::Projector& projector, std::uint32_t draw) {
    const demography::Drivers drivers =
        demography::draw_drivers(projector.inputs(), scenario.driver_spread, scenario.seed, draw);
    return need::project_need(projector.project(drivers),
                              need_inputs(scenario, ParameterDraw::number(scenario.seed, draw)));
}

NeedSample sample_need(const Scenario& scenario, const demography::Projector& projector, const CapacityPlan& plan,
                       const RunControl& control) {
    const auto draws = static_cast<std::size_t>(scenario.draws);
    NeedSample sample{scenario.years(), draws, empty_cells(scenario, Place::treatment, draws),
                      empty_cells(scenario, Place::residence, draws)};
    const sim::ExperimentOptions options = options_of(control, scenario.seed, "need");
    const sim::ExperimentReport report = sim::run_trials(
        draws,
        [&](std::size_t draw) {
            const need::NeedPath need = need_of_draw(scenario, projector, static_cast<std::uint32_t>(draw));
            for (std::size_t t = 0; t < scenario.years(); ++t) {
                AmountTable treated = amounts_of(scenario, plan, need, t, Place::treatment);
                store(sample.treatment, treated, t, draw);
                AmountTable lived = amounts_of(scenario, plan, need, t, Place::residence);
                store(sample.residence, lived, t, draw);
            }
        },
        options);
    if (report.cancelled) throw Interrupted();
    if (!report.failures.empty()) throw std::runtime_error(report.failures.front().message);
    return sample;
}

} // namespace framsyn::app
