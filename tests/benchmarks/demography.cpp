// Cost of the projection: a country of municipalities to 2050, and random paths of four areas to 2040. Both check a total
// that is known beforehand: the same country as two areas (municipalities), people in the books (both).
#include "models/demography/project/project.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <string>

using namespace framsyn::demography;

namespace {

/// Areas of 3 000 to 30 000 people with death rates by age, births, and moves inside and across the border. From 70 on
/// mortality is a twentieth above and below the country's in every other area; with `own_mortality` areas differ a little
/// in it besides, so that none has the rates of another.
Inputs country(std::size_t areas, int last_year, bool own_mortality = false) {
    Inputs inputs;
    for (std::size_t a = 0; a < areas; ++a) inputs.areas.push_back("area-" + std::to_string(a));
    const Eigen::Index columns = sex_count * static_cast<Eigen::Index>(areas);
    inputs.first_year = 2026;
    inputs.last_year = last_year;
    inputs.observed = {Cohorts(age_count, columns)};
    Mortality mortality{AgeSexTable(age_count, 2),
                        AgeSexTable::Constant(age_count, 2, 0.012),
                        2021.5,
                        Eigen::ArrayXXd::Ones(static_cast<Eigen::Index>(areas), 2),
                        70,
                        {}};
    for (Eigen::Index area = 0; area < mortality.index.rows(); ++area) {
        const double own = own_mortality ? 1.0 + 1e-14 * static_cast<double>(area) : 1.0;
        mortality.index.row(area) = (area % 2 == 0 ? 0.95 : 1.05) * own;
    }
    Fertility fertility{AgeVector::Zero(age_count),
                        std::vector<double>(static_cast<std::size_t>(last_year - 2026), 1.6),
                        Eigen::ArrayXd::Ones(static_cast<Eigen::Index>(areas))};
    fertility.births_per_woman.segment(18, 26).setOnes();
    Migration migration{Cohorts(age_count, columns),
                        Cohorts(age_count, columns),
                        {},
                        Cohorts(age_count, columns),
                        Cohorts(age_count, columns),
                        {},
                        {}};
    for (Eigen::Index age = 0; age < age_count; ++age) {
        const double x = static_cast<double>(age);
        mortality.death_rate(age, 0) = 0.0002 + 0.00002 * std::pow(1.105, x);
        mortality.death_rate(age, 1) = 0.0003 + 0.00003 * std::pow(1.102, x);
        for (Eigen::Index col = 0; col < columns; ++col) {
            const double size = 1.0 + static_cast<double>(col % 19) / 2.0;
            inputs.observed[0](age, col) = size * 20.0 * std::max(0.02, 1.0 - x / 100.0);
            migration.internal_out_rate(age, col) = age > 17 && age < 35 ? 0.08 : 0.02;
            migration.emigration_rate(age, col) = 0.005;
            migration.immigration(age, col) = age < 60 ? 0.12 * size : 0.0;
            migration.destination_share(age, col) = 1.0 / static_cast<double>(areas);
        }
    }
    inputs.death_rates = death_rates(mortality, 2026, inputs.projected_years());
    inputs.fertility_rates = fertility_rates(fertility);
    inputs.migration = {migration};
    return inputs;
}

double seconds_since(std::chrono::steady_clock::time_point start) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// Largest difference between a year's change and its booked components, persons.
double worst_imbalance(const PopulationPath& path, std::size_t areas) {
    double worst = 0.0;
    for (std::size_t t = 0; t < path.components.size(); ++t) {
        const std::size_t january = path.persons.size() - path.components.size() - 1 + t;
        for (std::size_t area = 0; area < areas; ++area) {
            const Components& c = path.components[t][area];
            const double booked =
                c.births - c.deaths + c.internal_in - c.internal_out + c.immigration - c.emigration + c.correction;
            const double change =
                persons_in_area(path.persons[january + 1], area) - persons_in_area(path.persons[january], area);
            worst = std::max(worst, std::abs(change - booked));
        }
    }
    return worst;
}

double everybody(const Cohorts& persons) {
    double sum = 0.0;
    for (Eigen::Index col = 0; col < persons.cols(); ++col) sum += sum_over_ages(persons, col);
    return sum;
}

/// Municipalities: time of one projection, and of preparing for it, per cell (area × sex × age × year).
bool municipalities(std::size_t areas, int last_year, bool own_mortality = false) {
    const Inputs inputs = country(areas, last_year, own_mortality);
    const double cells = static_cast<double>(areas) * 2.0 * static_cast<double>(age_count) * (last_year - 2026);
    double prepared = 1e9, projected = 1e9;
    PopulationPath path;
    for (int turn = 0; turn < 7; ++turn) {
        Inputs copy = inputs;
        auto start = std::chrono::steady_clock::now();
        const Projector projector(std::move(copy));
        prepared = std::min(prepared, seconds_since(start));
        start = std::chrono::steady_clock::now();
        path = projector.project(unchanged_drivers(projector.inputs()));
        projected = std::min(projected, seconds_since(start));
    }
    const double imbalance = worst_imbalance(path, areas);
    // Every other area has the same rates, so that the country is the same as one of two areas.
    constexpr Eigen::Index kinds = 2 * sex_count;
    Inputs together = country(2, last_year);
    together.observed[0].setZero();
    Migration& migration = together.migration[0];
    migration.immigration.setZero();
    migration.destination_share.setZero();
    for (Eigen::Index col = 0; col < inputs.observed[0].cols(); ++col) {
        together.observed[0].col(col % kinds) += inputs.observed[0].col(col);
        migration.immigration.col(col % kinds) += inputs.migration[0].immigration.col(col);
        migration.destination_share.col(col % kinds) += inputs.migration[0].destination_share.col(col);
    }
    const Projector two(together);
    const double expected = everybody(two.project(unchanged_drivers(together)).persons.back());
    const double found = everybody(path.persons.back());
    const bool right = imbalance < 1e-9 && std::abs(found / expected - 1.0) < 1e-10;
    std::printf(
        "  %zu areas to %d%s: %.2f ns a cell to project, %.2f to prepare (%.0f ms in all); %s %.1f persons in %d (as "
        "two areas: %.1f), books %.1e persons off at most\n",
        areas, last_year, own_mortality ? ", each with its own mortality" : "", projected / cells * 1e9,
        prepared / cells * 1e9, (prepared + projected) * 1e3, right ? "right:" : "WRONG:", found, last_year, expected,
        imbalance);
    return right;
}

bool random_paths() {
    const Inputs inputs = country(4, 2040);
    const Projector projector(inputs);
    DriverSpread spread;
    spread.fertility_step = 0.055;
    spread.mortality_step = 0.025;
    spread.immigration_sd = 0.131;
    spread.immigration_area_sd = 0.077;
    spread.immigration_memory = 0.5;
    constexpr std::uint32_t paths = 1000;
    double best = 1e9, mean = 0.0, worst = 0.0;
    for (int turn = 0; turn < 3; ++turn) {
        mean = worst = 0.0;
        const auto start = std::chrono::steady_clock::now();
        for (std::uint32_t path = 0; path < paths; ++path) {
            const PopulationPath drawn = projector.project(draw_drivers(inputs, spread, 1, path));
            mean += everybody(drawn.persons.back()) / paths;
            if (path % 100 == 0) worst = std::max(worst, worst_imbalance(drawn, 4));
        }
        best = std::min(best, seconds_since(start));
    }
    const double central = everybody(projector.project(unchanged_drivers(inputs)).persons.back());
    // Births and deaths bend the mean a little away from the main alternative; half a percent is far beyond that.
    const bool right = std::abs(mean / central - 1.0) < 0.005 && worst < 1e-9;
    std::printf(
        "  1 000 random paths of 4 areas to 2040 on one core: %.0f ms; %s mean %.0f persons (main %.0f), books %.1e "
        "persons off at most\n",
        best * 1e3, right ? "right:" : "WRONG:", mean, central, worst);
    return right;
}

} // namespace

int main() {
    bool right = municipalities(357, 2050);
    right = municipalities(714, 2050) && right;
    right = municipalities(357, 2074) && right;
    right = municipalities(357, 2050, true) && right;
    right = random_paths() && right;
    return right ? 0 : 1;
}
