#include "tests/backtest/compare.hpp"

#include "models/demography/project/project.hpp"
#include "models/study/answers/quantiles.hpp"
#include "sim/numerics/elementary.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <stdexcept>

namespace framsyn::backtest {
namespace {

using namespace demography;

constexpr std::array compared_years{2021, 2026};
constexpr int growth_years = 5;

/// Age groups of the compared years.
using Grouped = std::array<Eigen::ArrayXXd, compared_years.size()>;

Grouped grouped_years(const PopulationPath& path) {
    Grouped years;
    for (std::size_t i = 0; i < years.size(); ++i) years[i] = grouped(path.on_1_january(compared_years[i]));
    return years;
}

std::vector<Grouped> draw_paths(const Projector& projector, const DriverSpread& spread, int paths) {
    std::vector<Grouped> drawn;
    for (int path = 0; path < paths; ++path)
        drawn.push_back(grouped_years(
            projector.project(draw_drivers(projector.inputs(), spread, path_seed, static_cast<std::uint32_t>(path)))));
    return drawn;
}

/// Variance of chance in single lives, by age group and column, h years after `start`.
Eigen::ArrayXXd variance_of_chance(const Cohorts& start, const Cohorts& projected, Eigen::Index h) {
    Cohorts variance = Cohorts::Zero(projected.rows(), projected.cols());
    for (Eigen::Index col = 0; col < projected.cols(); ++col) {
        for (Eigen::Index age = h; age < projected.rows(); ++age) {
            const double persons = start(age - h, col), survivors = projected(age, col);
            if (survivors < persons) variance(age, col) = survivors * (1.0 - survivors / persons);
        }
    }
    return grouped(variance);
}

study::SortedSample sample_of(const std::vector<Grouped>& paths, std::size_t year, Eigen::Index group,
                              Eigen::Index col) {
    std::vector<double> values;
    for (const Grouped& path : paths) values.push_back(path[year](group, col));
    return study::SortedSample(std::move(values));
}

/// What is known of a set of areas, and how it is projected.
struct Prepared {
    AreaSet set;
    std::vector<Cohorts> history;
    Assumptions assumed;
};

Prepared prepare(const std::string& folder, const Country& country, const NationalRates& rates, AreaSet set) {
    Prepared prepared{std::move(set), {}, {}};
    prepared.history = read_history(folder, prepared.set);
    prepared.assumed = assume(country, rates, prepared.set, prepared.history);
    return prepared;
}

double net_of(const Prepared& prepared) {
    const Migration& migration = prepared.assumed.inputs.migration.front();
    const Cohorts net = migration.immigration - prepared.history.back() * migration.emigration_rate;
    double sum = 0.0;
    for (Eigen::Index col = 0; col < net.cols(); ++col) sum += sum_over_ages(net, col);
    return sum;
}

/// What was forecast of a set of areas for one year, by age group and column.
struct Forecasts {
    int year = 0;
    Eigen::ArrayXXd start, projected, growth, low, high, chance;
};

std::vector<Forecasts> forecasts_of(const Prepared& prepared, const DriverSpread& spread, int path_number) {
    const Projector projector(prepared.assumed.inputs);
    const PopulationPath main_path = projector.project(unchanged_drivers(prepared.assumed.inputs));
    if (fewest_persons(main_path) < 0.0) throw std::runtime_error("the back-test left fewer than nobody");
    const std::vector<Grouped> paths = draw_paths(projector, spread, path_number);
    const Cohorts& january = prepared.history.back();
    const int between = std::min(growth_years, prepared.set.years_of_moves());
    const Eigen::ArrayXXd before = grouped(prepared.history.rbegin()[between]);

    std::vector<Forecasts> forecasts;
    for (std::size_t i = 0; i < compared_years.size(); ++i) {
        const int year = compared_years[i], h = year - start_year;
        const Cohorts& persons = main_path.on_1_january(year);
        Forecasts forecast{year, grouped(january), grouped(persons), before, before, before, {}};
        forecast.chance = variance_of_chance(january, persons, h).sqrt();
        for (Eigen::Index col = 0; col < before.cols(); ++col) {
            for (Eigen::Index group = 0; group < before.rows(); ++group) {
                const study::SortedSample sample = sample_of(paths, i, group, col);
                forecast.low(group, col) = sample.quantile(0.1);
                forecast.high(group, col) = sample.quantile(0.9);
                forecast.growth(group, col) = carried_on(before(group, col), forecast.start(group, col), between, h);
            }
        }
        forecasts.push_back(std::move(forecast));
    }
    return forecasts;
}

Comparison compare(const std::string& folder, const Prepared& prepared, const DriverSpread& spread, int path_number) {
    const std::vector<Forecasts> forecasts = forecasts_of(prepared, spread, path_number);
    const Outcome outcome = read_outcome(folder, prepared.set); // nothing above has seen it
    Comparison comparison{prepared.set, spread, net_of(prepared), prepared.assumed.cut_immigration, {}};
    for (const Forecasts& forecast : forecasts) {
        const Eigen::ArrayXXd& observed = forecast.year == last_year ? outcome.persons_2026 : outcome.persons_2021;
        for (Eigen::Index col = 0; col < observed.cols(); ++col) {
            for (Eigen::Index group = 0; group < observed.rows(); ++group)
                comparison.cells.push_back(
                    {static_cast<std::size_t>(col / sex_count), static_cast<Sex>(col % sex_count),
                     static_cast<std::size_t>(group), forecast.year, observed(group, col),
                     forecast.projected(group, col), forecast.start(group, col), forecast.growth(group, col),
                     forecast.low(group, col), forecast.high(group, col), forecast.chance(group, col)});
        }
    }
    return comparison;
}

/// Sizes of the national drivers, and of immigration from an area set's own years.
DriverSpread spread_of(double fertility, double mortality, Deviations deviations, double memory, int years) {
    DriverSpread spread;
    spread.fertility_step = fertility;
    spread.mortality_step = mortality;
    spread.immigration_sd = deviations.common;
    spread.immigration_area_sd = deviations.own;
    spread.immigration_memory = memory;
    spread.immigration_level_sd = level_deviation(deviations.common, memory, years);
    spread.immigration_area_level_sd = level_deviation(deviations.own, memory, years);
    return spread;
}

Deviations deviations_in(const Prepared& prepared) {
    return deviations_of(yearly_net(prepared.assumed.moves), arrivals_of(prepared.assumed.inputs.migration.front()));
}

} // namespace

double carried_on(double before, double now, int years_between, int years_on) {
    if (before <= 0.0) return now;
    return now * sim::pow(now / before, static_cast<double>(years_on) / years_between);
}

BackTest run_back_test(const std::string& folder, int paths) {
    const Country country = read_country(folder);
    const NationalRates rates = national_rates(country);
    const Prepared trusts = prepare(folder, country, rates, trusts_of_helse_nord());
    const Prepared counties_ = prepare(folder, country, rates, counties());
    const Prepared others = prepare(folder, country, rates, other_trusts());
    const double fertility = fertility_step(country.official_errors), mortality = mortality_step(country, rates);
    const double memory = memory_of(yearly_net(trusts.assumed.moves));
    const Deviations of_counties = deviations_in(counties_);
    const auto of = [&](const Prepared& prepared, Deviations deviations) {
        const DriverSpread spread = spread_of(fertility, mortality, deviations, memory, prepared.set.years_of_moves());
        return compare(folder, prepared, spread, paths);
    };
    return {rates.total_fertility, of(trusts, deviations_in(trusts)), of(counties_, of_counties),
            of(others, of_counties)};
}

Errors mean_absolute_error(const std::vector<const Comparison*>& comparisons, double Cell::* forecast,
                           const Wanted& wanted) {
    Errors sum;
    double cells = 0.0, inhabited = 0.0;
    for (const Comparison* comparison : comparisons) {
        for (const Cell& cell : comparison->cells) {
            if (!wanted(cell)) continue;
            const double error = std::abs(cell.*forecast - cell.observed);
            sum.persons += error;
            cells += 1.0;
            if (cell.observed <= 0.0) continue;
            sum.percent += 100.0 * error / cell.observed;
            inhabited += 1.0;
        }
    }
    return {sum.persons / cells, sum.percent / inhabited};
}

Coverage coverage(const std::vector<const Comparison*>& comparisons, const Wanted& wanted,
                  bool (Cell::*covered)() const) {
    Coverage found;
    for (const Comparison* comparison : comparisons) {
        for (const Cell& cell : comparison->cells) {
            if (!wanted(cell)) continue;
            found.cells += 1;
            if ((cell.*covered)()) found.inside += 1;
        }
    }
    return found;
}

bool Cell::covered_with_chance() const {
    const double side = observed < projected ? projected - low : high - projected;
    const double by_chance = sim::normal_quantile(0.9) * chance;
    return std::abs(observed - projected) <= std::sqrt(side * side + by_chance * by_chance);
}

bool beats_both(const std::vector<const Comparison*>& comparisons, const Wanted& wanted) {
    const Errors ours = mean_absolute_error(comparisons, &Cell::projected, wanted);
    for (double Cell::* rival : {&Cell::constant, &Cell::growth}) {
        const Errors theirs = mean_absolute_error(comparisons, rival, wanted);
        if (!(ours.persons < theirs.persons && ours.percent < theirs.percent)) return false;
    }
    return true;
}

Wanted in_group(std::size_t group, int year) {
    return [=](const Cell& cell) { return cell.group == group && cell.year == year; };
}

bool beats_both_at_67(const BackTest& test) {
    const std::vector<const Comparison*> areas{&test.trusts, &test.counties};
    return beats_both(areas, in_group(group_67, 2021)) && beats_both(areas, in_group(group_67, last_year));
}

} // namespace framsyn::backtest
