#include "models/study/draws/population_sample.hpp"

#include "models/study/draws/runner.hpp"

#include <algorithm>

namespace framsyn::study {
namespace {

using demography::Sex;

std::size_t group_of_age(int age) {
    return static_cast<std::size_t>(std::upper_bound(group_starts.begin(), group_starts.end(), age) -
                                    group_starts.begin()) -
           1;
}

AgeGroupOf group(int from, int to) {
    const std::string name = to == 0 ? std::to_string(from) + "+" : std::to_string(from) + "-" + std::to_string(to - 1);
    return {name, group_of_age(from), to == 0 ? group_starts.size() : group_of_age(to)};
}

/// Rows of a draws' numbers, then those of b's, row by row.
std::vector<double> side_by_side(const std::vector<double>& a, std::size_t of_a, const std::vector<double>& b,
                                 std::size_t of_b) {
    if (of_a == 0) return b;
    std::vector<double> both;
    both.reserve(a.size() + b.size());
    for (std::size_t row = 0; row * of_a < a.size(); ++row) {
        const auto begin_a = a.begin() + static_cast<std::ptrdiff_t>(row * of_a);
        const auto begin_b = b.begin() + static_cast<std::ptrdiff_t>(row * of_b);
        both.insert(both.end(), begin_a, begin_a + static_cast<std::ptrdiff_t>(of_a));
        both.insert(both.end(), begin_b, begin_b + static_cast<std::ptrdiff_t>(of_b));
    }
    return both;
}

} // namespace

const std::vector<AgeGroupOf>& population_groups() {
    static const std::vector<AgeGroupOf> groups = [] {
        std::vector<AgeGroupOf> made;
        for (int from = 0; from < 100; from += 5) made.push_back(group(from, from + 5));
        made.push_back(group(100, 0));
        for (const auto& [from, to] : {std::pair{0, 18}, {18, 67}, {67, 80}, {80, 90}, {90, 0}, {67, 0}, {80, 0}}) {
            made.push_back(group(from, to));
        }
        made.push_back({"all", 0, group_starts.size()});
        return made;
    }();
    return groups;
}

AreaSample::AreaSample(std::size_t years, std::size_t draws)
    : draws_(draws), persons_(years * 2 * group_starts.size() * draws), years_lived_(years * draws) {}

void AreaSample::add(std::size_t draw, std::size_t area, const demography::PopulationPath& path) {
    for (std::size_t year = 0; year < path.persons.size(); ++year) {
        double lived = 0.0;
        for (std::size_t sex = 0; sex < 2; ++sex) {
            const auto people = path.persons[year].col(demography::column(area, static_cast<Sex>(sex)));
            std::size_t group = 0;
            double sum = 0.0;
            for (Eigen::Index age = 0; age < demography::age_count; ++age) {
                if (group + 1 < group_starts.size() && age == group_starts[group + 1]) {
                    persons(year, sex, group++, draw) += sum;
                    sum = 0.0;
                }
                sum += people(age);
                lived += (static_cast<double>(age) + 0.5) * people(age);
            }
            persons(year, sex, group, draw) += sum;
        }
        years_lived(year, draw) += lived;
    }
}

AreaSample AreaSample::followed_by(const AreaSample& next) const {
    AreaSample both(0, draws_ + next.draws_);
    both.persons_ = side_by_side(persons_, draws_, next.persons_, next.draws_);
    both.years_lived_ = side_by_side(years_lived_, draws_, next.years_lived_, next.draws_);
    return both;
}

PopulationSample empty_population_sample(const demography::Inputs& inputs, std::size_t draws) {
    const auto years = static_cast<std::size_t>(inputs.last_year - inputs.first_year + 1);
    const std::size_t kept = inputs.areas.size() <= most_areas ? inputs.areas.size() : 0;
    return {inputs.first_year, std::vector<AreaSample>(kept + 1, AreaSample(years, draws))};
}

void add_population(PopulationSample& sample, std::size_t at, const demography::PopulationPath& population) {
    const auto areas = static_cast<std::size_t>(population.persons.front().cols() / demography::sex_count);
    for (std::size_t area = 0; area < areas; ++area) {
        if (area + 1 < sample.areas.size()) sample.areas[area].add(at, area, population);
        sample.areas.back().add(at, area, population);
    }
}

PopulationSample joined(const PopulationSample& first, const PopulationSample& next) {
    if (first.first_year != next.first_year || first.areas.size() != next.areas.size())
        throw UnfitBlock("the blocks' people are of other years or areas");
    PopulationSample both{first.first_year, {}};
    for (std::size_t area = 0; area < first.areas.size(); ++area)
        both.areas.push_back(first.areas[area].followed_by(next.areas[area]));
    return both;
}

} // namespace framsyn::study
