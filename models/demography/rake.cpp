#include "models/demography/rake.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace framsyn::demography {
namespace {

template <class Visit>
void for_each_column(const PopulationTotal& total, const Visit& visit) {
    for (const std::size_t area : total.areas) {
        for (const Sex sex : {Sex::female, Sex::male}) {
            if (!total.sex || *total.sex == sex) visit(column(area, sex));
        }
    }
}

double persons_in(const PopulationTotal& total, const Cohorts& persons) {
    double sum = 0.0;
    for_each_column(total, [&](Eigen::Index col) {
        for (Eigen::Index age = total.first_age; age <= total.last_age; ++age) sum += persons(age, col);
    });
    return sum;
}

void scale(const PopulationTotal& total, double factor, Cohorts& persons) {
    for_each_column(total, [&](Eigen::Index col) {
        persons.col(col).segment(total.first_age, total.last_age - total.first_age + 1) *= factor;
    });
}

} // namespace

Cohorts fit_to_totals(const Cohorts& persons, const std::vector<PopulationTotal>& totals,
                      const std::vector<double>& wanted) {
    constexpr int most_rounds = 2000;
    constexpr double tolerance = 1e-11;
    Cohorts fitted = persons;
    for (int round = 0; round < most_rounds; ++round) {
        double worst = 0.0;
        for (std::size_t i = 0; i < totals.size(); ++i) {
            const double there = persons_in(totals[i], fitted);
            if (there == wanted[i]) continue;
            if (!(there > 0.0)) throw std::invalid_argument("a total above 0 has nobody to be met by");
            worst = std::max(worst, std::abs(wanted[i] / there - 1.0));
            scale(totals[i], wanted[i] / there, fitted);
        }
        if (worst < tolerance) return fitted;
    }
    throw std::invalid_argument("the totals contradict one another");
}

std::vector<Cohorts> corrections_to(const Inputs& inputs, const std::vector<PopulationTotal>& totals, int full_year) {
    const Projector projector(inputs);
    const Drivers drivers = unchanged_drivers(inputs);
    const PopulationPath free = projector.project(drivers);
    const int jump_off = inputs.jump_off_year();
    std::vector<Cohorts> corrections;
    Cohorts january = inputs.observed.back();
    for (std::size_t t = 0; t < static_cast<std::size_t>(inputs.projected_years()); ++t) {
        const int year = jump_off + static_cast<int>(t) + 1;
        const double weight = year >= full_year ? 1.0 : static_cast<double>(year - jump_off) / (full_year - jump_off);
        std::vector<double> wanted;
        for (const PopulationTotal& total : totals) {
            wanted.push_back((1.0 - weight) * persons_in(total, free.on_1_january(year)) +
                             weight * total.persons.at(t));
        }
        std::vector<Components> components(inputs.areas.size());
        const Cohorts december = projector.advance(january, t, drivers, components);
        january = fit_to_totals(december, totals, wanted);
        corrections.emplace_back(january - december);
    }
    return corrections;
}

} // namespace framsyn::demography
