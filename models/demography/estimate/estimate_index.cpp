#include "models/demography/estimate/estimate_index.hpp"
#include "models/demography/estimate/estimate_checks.hpp"
#include "sim/numerics/elementary.hpp"

#include <algorithm>
#include <cmath>

namespace framsyn::demography {
namespace {

using Index = Eigen::Index;

/// Persons of a cohort on 1 January and those missing of it a year later.
struct Loss {
    double persons, lost;
};

/// Cohort aged `age`; at 104 with all who are older, because they end in the same class.
Loss loss_of(const Cohorts& january, const Cohorts& next, Index age, Index col) {
    double persons = january(age, col);
    if (age + 1 == oldest_age) persons += january(oldest_age, col);
    return {persons, persons - next(age + 1, col)};
}

/// An area's cohort and year: persons, those lost, and the share that the reference's lost.
struct Cell {
    double persons, lost, national_share;
};

std::vector<Cell> cells_of(const std::vector<Cohorts>& observed, const std::vector<Cohorts>& reference, Index col,
                           int from_age, int to_age) {
    std::vector<Cell> cells;
    for (std::size_t t = 0; t + 1 < observed.size(); ++t) {
        for (Index age = from_age; age <= to_age; ++age) {
            const Loss own = loss_of(observed[t], observed[t + 1], age, col);
            const Loss national = loss_of(reference[t], reference[t + 1], age, col % sex_count);
            require_for_estimate(national.persons > 0.0 || own.persons == 0.0,
                                 "an area has persons aged " + std::to_string(age) + " and the reference none");
            const double share = national.persons > 0.0 ? national.lost / national.persons : 0.0;
            cells.push_back({own.persons, own.lost, share});
        }
    }
    return cells;
}

struct ValueAndError {
    double value = 0.0, standard_error = 0.0;
};

double losses_in(const std::vector<Cell>& cells) {
    double sum = 0.0;
    for (const Cell& cell : cells) sum += cell.lost;
    require_for_estimate(sum > 0.0, "no losses at these ages, no mortality index");
    return sum;
}

ValueAndError ratio_of_losses(const std::vector<Cell>& cells) {
    const double losses = losses_in(cells);
    double expected = 0.0;
    for (const Cell& cell : cells) expected += cell.persons * cell.national_share;
    require_for_estimate(expected > 0.0, "the reference had no losses at these ages");
    return {losses / expected, losses / expected / std::sqrt(losses)};
}

/// Losses if survival were the reference's to the power r, and how fast they grow with r.
struct Expected {
    double losses = 0.0, slope = 0.0;
};

Expected expected_at(const std::vector<Cell>& cells, double r) {
    Expected sum;
    for (const Cell& cell : cells) {
        if (cell.national_share >= 1.0) { // nobody of the reference's survived: nobody does with any r
            sum.losses += cell.persons;
            continue;
        }
        const double hazard = -sim::log(1.0 - cell.national_share);
        const double survivors = cell.persons * sim::exp(-r * hazard);
        sum.losses += cell.persons - survivors;
        sum.slope += survivors * hazard;
    }
    return sum;
}

ValueAndError ratio_of_rates(const std::vector<Cell>& cells) {
    const double losses = losses_in(cells);
    double low = 0.0, high = 20.0;
    require_for_estimate(expected_at(cells, low).losses < losses && losses < expected_at(cells, high).losses,
                         "no factor from 0 to 20 on the reference's death rates gives an area's losses");
    while (high - low > 1e-12) {
        const double middle = 0.5 * (low + high);
        if (middle <= low || middle >= high) break;
        (expected_at(cells, middle).losses < losses ? low : high) = middle;
    }
    return {low, std::sqrt(losses) / expected_at(cells, low).slope};
}

LocalIndex mortality_index(const std::vector<Cohorts>& observed, const std::vector<Cohorts>& reference, int from_age,
                           int to_age, ValueAndError (*ratio)(const std::vector<Cell>&)) {
    check_history(observed, 2);
    check_reference(reference, observed.size());
    require_for_estimate(from_age >= 0 && from_age <= to_age && to_age < oldest_age,
                         "ages of the mortality index have to ascend and lie between 0 and 104");
    const Index areas = observed.front().cols() / sex_count;
    LocalIndex index{Eigen::ArrayXXd(areas, sex_count), Eigen::ArrayXXd(areas, sex_count)};
    for (Index col = 0; col < observed.front().cols(); ++col) {
        const ValueAndError found = ratio(cells_of(observed, reference, col, from_age, to_age));
        index.value(col / sex_count, col % sex_count) = found.value;
        index.standard_error(col / sex_count, col % sex_count) = found.standard_error;
    }
    return index;
}

/// Children aged 0 at the end of a year per birth expected at national rates.
double children_per_expected_birth(const Cohorts& january, const Cohorts& december, Index area,
                                   const AgeVector& births_per_woman) {
    const Index women = column(area, Sex::female);
    double births = 0.0;
    for (Index age = 0; age < age_count; ++age)
        births += births_per_woman(age) * 0.5 * (january(age, women) + december(age, women));
    require_for_estimate(births > 0.0, "no births are expected in an area");
    return (december(0, women) + december(0, column(area, Sex::male))) / births;
}

ValueAndError mean_and_error(const std::vector<double>& values) {
    const auto n = static_cast<double>(values.size());
    double sum = 0.0, squares = 0.0;
    for (const double value : values) sum += value;
    const double mean = sum / n;
    for (const double value : values) squares += (value - mean) * (value - mean);
    return {mean, values.size() > 1 ? std::sqrt(squares / (n - 1.0) / n) : 0.0};
}

} // namespace

LocalIndex old_age_mortality_index(const std::vector<Cohorts>& observed, const std::vector<Cohorts>& reference_observed,
                                   int from_age, int to_age) {
    return mortality_index(observed, reference_observed, from_age, to_age, ratio_of_losses);
}

LocalIndex old_age_rate_index(const std::vector<Cohorts>& observed, const std::vector<Cohorts>& reference_observed,
                              int from_age, int to_age) {
    return mortality_index(observed, reference_observed, from_age, to_age, ratio_of_rates);
}

LocalIndex fertility_index(const std::vector<Cohorts>& observed, const std::vector<Cohorts>& reference_observed,
                           int first_year, const std::vector<AgeVector>& births_per_woman, int from_year, int to_year) {
    check_history(observed, 2);
    check_reference(reference_observed, observed.size());
    const auto years = static_cast<int>(std::min(observed.size() - 1, births_per_woman.size()));
    require_for_estimate(from_year >= first_year && from_year <= to_year && to_year < first_year + years,
                         "the years of the fertility index need the 1 Januaries around them and birth rates");
    for (const AgeVector& rates : births_per_woman)
        require_for_estimate(rates.size() == age_count && rates.isFinite().all() && (rates >= 0.0).all(),
                             "births per woman need 106 ages and can't be negative");
    const Index areas = observed.front().cols() / sex_count;
    LocalIndex index{Eigen::ArrayXXd(areas, 1), Eigen::ArrayXXd(areas, 1)};
    for (Index area = 0; area < areas; ++area) {
        std::vector<double> relative;
        for (int year = from_year; year <= to_year; ++year) {
            const auto t = static_cast<std::size_t>(year - first_year);
            const double national = children_per_expected_birth(reference_observed[t], reference_observed[t + 1],
                                                                Index{0}, births_per_woman[t]);
            require_for_estimate(national > 0.0, "the reference had no children aged 0 in " + std::to_string(year + 1));
            relative.push_back(children_per_expected_birth(observed[t], observed[t + 1], area, births_per_woman[t]) /
                               national);
        }
        const ValueAndError of_area = mean_and_error(relative);
        index.value(area, 0) = of_area.value;
        index.standard_error(area, 0) = of_area.standard_error;
    }
    return index;
}

} // namespace framsyn::demography
