#include "app/sweep/indices/tornado_study.hpp"

#include "app/scenario/text/read_quantity.hpp"
#include "app/sweep/read/read_parameters.hpp"
#include "models/study/draws/draw_sample.hpp"

#include <fmt/format.h>

#include <cmath>
#include <limits>
#include <optional>

namespace framsyn::app {
namespace {

/// Gaps of the main alternative in a year, in the order of the study; none where the scenario couldn't be read.
struct CentralGaps {
    std::vector<double> gaps;
    std::optional<Text> fault;
};

study::Study central_study(const WrittenScenario& scenario) {
    return study::study_of(scenario, study::central_sample(scenario, demography::Projector(scenario.demography)),
                           std::nullopt);
}

std::vector<double> gaps_in(const study::Study& study, int year) {
    std::vector<double> gaps;
    for (const study::Gap& gap : study.gaps()) {
        if (gap.year == year) gaps.push_back(gap.gap.median);
    }
    return gaps;
}

/// Tries the ends of assumptions.
class Trials {
  public:
    Trials(const Files& files, const std::string& path, const Overrides& overrides, int year)
        : files_(files), path_(path), overrides_(overrides), year_(year) {}

    CentralGaps at(const Quantity& quantity, double value) const {
        Overrides overrides = overrides_;
        overrides.set.push_back(quantity.address + "=" +
                                text_in_interval(value, quantity.low, quantity.high, suffix_of(quantity.unit)));
        overrides.as_drawn = {{quantity.address, quantity.value}};
        try {
            return {gaps_in(central_study(read_scenario(files_, path_, overrides)), year_), std::nullopt};
        } catch (const BadInput& bad) {
            return {{}, Text{bad.problems().lines(Language::nb).front(), bad.problems().lines(Language::en).front()}};
        }
    }

  private:
    const Files& files_;
    const std::string& path_;
    const Overrides& overrides_;
    int year_;
};

std::vector<CellTornado> cells_in(const study::Study& study, int year) {
    std::vector<CellTornado> cells;
    for (const study::Gap& gap : study.gaps()) {
        if (gap.year != year) continue;
        const study::Cell& cell = study.cell_of(gap);
        cells.push_back({study.scenario().id_of(cell.trust),
                         cell.service.id,
                         name_in(study::rule_names, gap.rule),
                         year,
                         gap.gap.median,
                         {}});
    }
    return cells;
}

} // namespace

Tornado tornado_of(const Files& files, const std::string& path, const Overrides& overrides,
                   const WrittenScenario& scenario, int year, const study::Runner& run) {
    Tornado tornado;
    for (const Quantity& quantity : scenario.assumptions) {
        if (quantity.has_interval()) tornado.assumptions.push_back({quantity, "", ""});
    }
    tornado.cells = cells_in(central_study(scenario), year);
    std::vector<CentralGaps> ends(2 * tornado.assumptions.size());
    const Trials trials(files, path, overrides, year);
    run(study::Stage::points, {0, ends.size()}, [&](std::size_t i) {
        const Quantity& quantity = tornado.assumptions[i / 2].quantity;
        ends[i] = trials.at(quantity, i % 2 == 0 ? quantity.low : quantity.high);
    });
    constexpr double none = std::numeric_limits<double>::quiet_NaN();
    for (std::size_t a = 0; a < tornado.assumptions.size(); ++a) {
        for (const CentralGaps& end : {ends[2 * a], ends[2 * a + 1]}) {
            if (!end.fault) continue;
            tornado.assumptions[a].fault_nb = end.fault->nb;
            tornado.assumptions[a].fault_en = end.fault->en;
        }
        const auto gap_at = [&](const CentralGaps& end, std::size_t cell) {
            return end.gaps.size() == tornado.cells.size() ? end.gaps[cell] : none;
        };
        for (std::size_t c = 0; c < tornado.cells.size(); ++c) {
            const sweep::TornadoBar bar{a, gap_at(ends[2 * a], c), gap_at(ends[2 * a + 1], c)};
            if (bar.swing() != 0.0) tornado.cells[c].bars.push_back(bar); // NaN is kept too
        }
    }
    for (CellTornado& cell : tornado.cells) cell.bars = sweep::in_order(std::move(cell.bars));
    return tornado;
}

std::string tornado_csv(const Tornado& tornado) {
    const auto number = [](double value) { return std::isnan(value) ? std::string() : fmt::format("{}", value); };
    std::string text = "trust,service,rule,year,gap,assumption,low,high,unit,gap_at_low,gap_at_high,swing\n";
    for (const CellTornado& cell : tornado.cells) {
        for (const sweep::TornadoBar& bar : cell.bars) {
            const Quantity& quantity = tornado.assumptions[bar.parameter].quantity;
            text += fmt::format("{},{},{},{},{},{},{},{},{},{},{},{}\n", cell.trust, cell.service, cell.rule, cell.year,
                                number(cell.gap), quantity.address, number(quantity.low), number(quantity.high),
                                unit_name(quantity.unit), number(bar.at_low), number(bar.at_high), number(bar.swing()));
        }
    }
    return text;
}

} // namespace framsyn::app
