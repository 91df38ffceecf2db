#include "models/demography/estimate.hpp"
#include "models/demography/estimate_checks.hpp"

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

/// Losses of an area and sex, and those expected at the reference's shares.
struct Compared {
    double losses = 0.0, expected = 0.0;
};

Compared compare(const std::vector<Cohorts>& observed, const std::vector<Cohorts>& reference, Index col, int from_age,
                 int to_age) {
    Compared sum;
    for (std::size_t t = 0; t + 1 < observed.size(); ++t) {
        for (Index age = from_age; age <= to_age; ++age) {
            const Loss own = loss_of(observed[t], observed[t + 1], age, col);
            const Loss national = loss_of(reference[t], reference[t + 1], age, col % sex_count);
            require_for_estimate(national.persons > 0.0 || own.persons == 0.0,
                                 "an area has persons aged " + std::to_string(age) + " and the reference none");
            sum.losses += own.lost;
            if (national.persons > 0.0) sum.expected += own.persons * (national.lost / national.persons);
        }
    }
    return sum;
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

struct MeanAndError {
    double mean = 0.0, standard_error = 0.0;
};

MeanAndError mean_and_error(const std::vector<double>& values) {
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
    check_history(observed, 2);
    check_reference(reference_observed, observed.size());
    require_for_estimate(from_age >= 0 && from_age <= to_age && to_age < oldest_age,
                         "ages of the mortality index have to ascend and lie between 0 and 104");
    const Index areas = observed.front().cols() / sex_count;
    LocalIndex index{Eigen::ArrayXXd(areas, sex_count), Eigen::ArrayXXd(areas, sex_count)};
    for (Index col = 0; col < observed.front().cols(); ++col) {
        const Compared sum = compare(observed, reference_observed, col, from_age, to_age);
        require_for_estimate(sum.losses > 0.0 && sum.expected > 0.0, "no losses at these ages, no mortality index");
        const double value = sum.losses / sum.expected;
        index.value(col / sex_count, col % sex_count) = value;
        index.standard_error(col / sex_count, col % sex_count) = value / std::sqrt(sum.losses);
    }
    return index;
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
        const MeanAndError of_area = mean_and_error(relative);
        index.value(area, 0) = of_area.mean;
        index.standard_error(area, 0) = of_area.standard_error;
    }
    return index;
}

} // namespace framsyn::demography
