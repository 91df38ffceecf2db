#include "models/demography/rates/lee_carter_cells.hpp"

#include <algorithm>
#include <stdexcept>
#include <string>

namespace framsyn::demography {
namespace {

using Index = Eigen::Index;

void require(bool holds, const char* what) {
    if (!holds) throw std::invalid_argument(std::string("Lee–Carter: ") + what);
}

double sum(const Eigen::ArrayXXd& values, Index row, const std::vector<Index>& columns) {
    double total = 0.0;
    for (const Index col : columns) total += values(row, col);
    return total;
}

/// Groups' single ages added up, for every year of the counts.
void fill(LeeCarterCells& cells, const DeathCounts& counts, const std::vector<int>& first_ages, Index sex) {
    for (Index g = 0; g < cells.deaths.rows(); ++g) {
        const int from = first_ages[static_cast<std::size_t>(g)];
        for (Index t = 0; t < cells.deaths.cols(); ++t) {
            double deaths = 0.0, person_years = 0.0;
            for (int age = from; age < from + cells.width[static_cast<std::size_t>(g)]; ++age) {
                deaths += counts.deaths[static_cast<std::size_t>(t)](age, sex);
                person_years += counts.person_years[static_cast<std::size_t>(t)](age, sex);
            }
            cells.deaths(g, t) = deaths;
            cells.person_years(g, t) = person_years;
        }
    }
}

} // namespace

std::vector<int> default_age_groups() {
    std::vector<int> first_ages{0, 1};
    for (int age = 5; age < 40; age += 5) first_ages.push_back(age);
    for (int age = 40; age <= 95; ++age) first_ages.push_back(age);
    return first_ages;
}

bool is_fitted_year(const LeeCarterOptions& options, int year) {
    const std::vector<int>& excluded = options.excluded_years;
    return year >= options.from_year && year <= options.to_year &&
           std::find(excluded.begin(), excluded.end(), year) == excluded.end();
}

void check_lee_carter_options(const DeathCounts& counts, const LeeCarterOptions& options) {
    require(options.from_year >= counts.first_year && options.to_year <= counts.last_year(),
            "the years to fit are not all among the years of the deaths");
    int years = 0;
    for (int year = options.from_year; year <= options.to_year; ++year) years += is_fitted_year(options, year) ? 1 : 0;
    require(years >= 3, "a trend and its spread need three fitted years at least");
    const std::vector<int>& first_ages = options.age_groups;
    require(!first_ages.empty() && first_ages.front() == 0, "the first age group has to start at age 0");
    for (std::size_t g = 1; g < first_ages.size(); ++g)
        require(first_ages[g] > first_ages[g - 1], "the first ages of the age groups have to ascend");
    require(options.oldest_fitted_age >= first_ages.back() && options.oldest_fitted_age < oldest_age,
            "the oldest fitted age has to be in the last age group and below 105");
    require(options.fewest_deaths >= 0.0, "the fewest deaths of a fitted age group can't be negative");
    require(options.tolerance > 0.0 && options.most_rounds > 0, "tolerance and rounds have to be positive");
}

LeeCarterCells lee_carter_cells(const DeathCounts& counts, const LeeCarterOptions& options, Sex sex) {
    const std::vector<int>& first_ages = options.age_groups;
    LeeCarterCells cells;
    for (std::size_t g = 0; g < first_ages.size(); ++g) {
        const int end = g + 1 < first_ages.size() ? first_ages[g + 1] : options.oldest_fitted_age + 1;
        cells.width.push_back(end - first_ages[g]);
    }
    const auto groups = static_cast<Index>(first_ages.size()), years = static_cast<Index>(counts.deaths.size());
    cells.deaths = cells.person_years = Eigen::ArrayXXd::Zero(groups, years);
    fill(cells, counts, first_ages, static_cast<Index>(sex));
    for (Index t = 0; t < years; ++t) {
        if (is_fitted_year(options, counts.first_year + static_cast<int>(t))) cells.years.push_back(t);
    }
    for (Index g = 0; g < groups; ++g) {
        const double deaths = sum(cells.deaths, g, cells.years);
        if (deaths > 0.0 && deaths >= options.fewest_deaths) cells.groups.push_back(g);
    }
    require(!cells.groups.empty(), "no age group has deaths enough");
    for (const Index t : cells.years) {
        double deaths = 0.0;
        for (const Index g : cells.groups) deaths += cells.deaths(g, t);
        require(deaths > 0.0, "nobody died in one of the fitted years");
    }
    return cells;
}

} // namespace framsyn::demography
