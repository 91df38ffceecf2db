#include "models/demography/project/rake.hpp"

#include <algorithm>
#include <cmath>

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

/// Equal numbers in the cells of totals that should have people and have none.
Cohorts with_somebody(Cohorts persons, const std::vector<PopulationTotal>& totals, const std::vector<double>& wanted) {
    for (std::size_t i = 0; i < totals.size(); ++i) {
        if (!(wanted[i] > 0.0) || persons_in(totals[i], persons) > 0.0) continue;
        for_each_column(totals[i], [&](Eigen::Index col) {
            persons.col(col).segment(totals[i].first_age, totals[i].last_age - totals[i].first_age + 1) = 1.0;
        });
    }
    return persons;
}

/// The factors and persons that make `fitted` of `december`.
Correction correction_between(const Cohorts& december, const Cohorts& fitted) {
    Correction correction{Cohorts::Ones(december.rows(), december.cols()),
                          Cohorts::Zero(december.rows(), december.cols())};
    for (Eigen::Index col = 0; col < december.cols(); ++col) {
        for (Eigen::Index age = 0; age < december.rows(); ++age) {
            if (december(age, col) > 0.0) {
                correction.factor(age, col) = fitted(age, col) / december(age, col);
            } else {
                correction.added(age, col) = fitted(age, col);
            }
        }
    }
    return correction;
}

} // namespace

Cohorts fit_to_totals(const Cohorts& persons, const std::vector<PopulationTotal>& totals,
                      const std::vector<double>& wanted) {
    constexpr int most_rounds = 2000;
    constexpr double tolerance = 1e-11;
    Cohorts fitted = with_somebody(persons, totals, wanted);
    std::size_t furthest = 0;
    for (int round = 0; round < most_rounds; ++round) {
        double worst = 0.0;
        for (std::size_t i = 0; i < totals.size(); ++i) {
            const double there = persons_in(totals[i], fitted);
            if (there == wanted[i]) continue;
            if (!(there > 0.0)) throw UnmetTotal(i);
            const double error = std::abs(wanted[i] / there - 1.0);
            if (error > worst) furthest = i;
            worst = std::max(worst, error);
            scale(totals[i], wanted[i] / there, fitted);
        }
        if (worst < tolerance) return fitted;
    }
    throw UnmetTotal(furthest);
}

std::vector<Correction> corrections_to(const Inputs& inputs, const std::vector<PopulationTotal>& totals,
                                       int full_year) {
    const Projector projector(inputs);
    const Drivers drivers = unchanged_drivers(inputs);
    const PopulationPath free = projector.project(drivers);
    const int jump_off = inputs.jump_off_year();
    std::vector<Correction> corrections;
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
        try {
            corrections.push_back(correction_between(december, fit_to_totals(december, totals, wanted)));
        } catch (UnmetTotal& unmet) {
            unmet.year = year;
            throw;
        }
        january = december * corrections.back().factor + corrections.back().added;
    }
    return corrections;
}

} // namespace framsyn::demography
