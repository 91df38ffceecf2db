#include "models/demography/project/rake.hpp"
#include "tests/catch.hpp"
#include "tests/models/demography/small_country.hpp"

#include <cmath>
#include <stdexcept>

using namespace framsyn::demography;
using namespace framsyn::demography::testing;

namespace {

constexpr int full_year = 2024;

PopulationTotal area_total(std::size_t area, double factor, const PopulationPath& free) {
    PopulationTotal total{{area}, std::nullopt, 0, oldest_age, {}};
    for (int year = 2021; year <= 2025; ++year) {
        total.persons.push_back(factor * persons_in_area(free.on_1_january(year), area));
    }
    return total;
}

PopulationPath main_path(const Inputs& inputs) {
    return Projector(inputs).project(unchanged_drivers(inputs));
}

} // namespace

TEST_CASE("fitting to two margins gives what Deming and Stephan do by hand on a table of two by two") {
    // Rows are ages 0–49 and 50+, columns women and men: 40 30 / 35 50, to rows 150 300 and columns 200 250. The odds
    // ratio 40·50 / (30·35) is kept and the margins are met, which together decide the table.
    Cohorts persons = Cohorts::Zero(age_count, 2);
    persons(10, 0) = 40.0;
    persons(10, 1) = 30.0;
    persons(60, 0) = 35.0;
    persons(60, 1) = 50.0;
    const std::vector<PopulationTotal> totals{{{0}, std::nullopt, 0, 49, {}},
                                              {{0}, std::nullopt, 50, oldest_age, {}},
                                              {{0}, Sex::female, 0, oldest_age, {}},
                                              {{0}, Sex::male, 0, oldest_age, {}}};
    const Cohorts fitted = fit_to_totals(persons, totals, {150.0, 300.0, 200.0, 250.0});
    CHECK(fitted(10, 0) + fitted(10, 1) == Approx(150.0).epsilon(1e-10));
    CHECK(fitted(60, 0) + fitted(60, 1) == Approx(300.0).epsilon(1e-10));
    CHECK(fitted(10, 0) + fitted(60, 0) == Approx(200.0).epsilon(1e-10));
    const double odds = fitted(10, 0) * fitted(60, 1) / (fitted(10, 1) * fitted(60, 0));
    CHECK(odds == Approx(40.0 * 50.0 / (30.0 * 35.0)).epsilon(1e-9));
}

TEST_CASE("totals that contradict one another, or that nobody can meet, are refused") {
    const Cohorts persons = Cohorts::Ones(age_count, 2);
    const PopulationTotal all{{0}, std::nullopt, 0, oldest_age, {}};
    CHECK_THROWS_AS(fit_to_totals(persons, {all, all}, {100.0, 200.0}), std::invalid_argument);
    const PopulationTotal old{{0}, std::nullopt, 90, oldest_age, {}};
    CHECK_THROWS_AS(fit_to_totals(persons, {all, old}, {0.0, 5.0}), UnmetTotal);
}

TEST_CASE("a total with nobody in it begins with equal numbers, and other cells stay as they are") {
    Cohorts persons = Cohorts::Ones(age_count, 2);
    persons.col(1).tail(5) = 0.0; // men of 101 to 105+
    const PopulationTotal old_men{{0}, Sex::male, 101, oldest_age, {}};
    const Cohorts fitted = fit_to_totals(persons, {old_men}, {2.0});
    for (Eigen::Index age = 101; age <= oldest_age; ++age) CHECK(fitted(age, 1) == Approx(0.4));
    CHECK((fitted.col(0) == 1.0).all());
    CHECK((fitted.col(1).head(101) == 1.0).all());
}

TEST_CASE(
    "whole persons by single age, with ages that nobody has, are met without a negative cell, in random paths too") {
    Country country = busy_country(2);
    Inputs inputs = country.resolved();
    const PopulationPath free = main_path(inputs);
    std::vector<PopulationTotal> totals;
    for (std::size_t area = 0; area < 2; ++area) {
        for (const Sex sex : {Sex::female, Sex::male}) {
            for (Eigen::Index age = 0; age < age_count; ++age) {
                PopulationTotal total{{area}, sex, age, age, {}};
                for (int year = 2021; year <= 2025; ++year) {
                    const double persons = free.on_1_january(year)(age, column(area, sex));
                    total.persons.push_back(age % 7 == 3 ? 0.0 : std::floor(persons * 1.02 + 0.5));
                }
                totals.push_back(total);
            }
        }
    }
    inputs.correction = corrections_to(inputs, totals, full_year);
    const PopulationPath raked = main_path(inputs);
    CHECK(fewest_persons(raked) >= 0.0);
    double worst = 0.0;
    for (const PopulationTotal& total : totals) {
        const double persons = raked.on_1_january(2025)(total.first_age, column(total.areas[0], *total.sex));
        worst = std::max(worst, std::abs(persons - total.persons[4]));
    }
    CHECK(worst < 1e-9);
    const Projector projector(inputs);
    const DriverSpread spread{0.05, 0.05, 0.5, 0.3, 0.5, 0.5, 0.3, 0.0, 0.0};
    for (std::uint32_t draw = 0; draw < 20; ++draw) {
        CHECK(fewest_persons(projector.project(draw_drivers(inputs, spread, 1, draw))) >= 0.0);
    }
}

TEST_CASE("the correction fades in from nothing to exact totals in the named year and stays exact") {
    Country country = busy_country(2);
    Inputs inputs = country.resolved();
    const PopulationPath free = main_path(inputs);
    inputs.correction = corrections_to(inputs, {area_total(0, 1.1, free), area_total(1, 0.9, free)}, full_year);
    const PopulationPath raked = main_path(inputs);
    // 2020 is observed; 2024 is four years on, so the weight is 1/4 in 2021, 2/4 in 2022 and 1 in 2024 and 2025.
    const auto ratio = [&](int year, std::size_t area) {
        return persons_in_area(raked.on_1_january(year), area) / persons_in_area(free.on_1_january(year), area);
    };
    CHECK(ratio(2020, 0) == 1.0);
    CHECK(ratio(2021, 0) == Approx(1.025).epsilon(1e-9));
    CHECK(ratio(2022, 1) == Approx(0.95).epsilon(1e-9));
    CHECK(ratio(2024, 0) == Approx(1.1).epsilon(1e-9));
    CHECK(ratio(2025, 1) == Approx(0.9).epsilon(1e-9));
}

TEST_CASE("a correction is booked, so that the components still add up to the change") {
    Country country = busy_country(2);
    Inputs inputs = country.resolved();
    const PopulationPath free = main_path(inputs);
    inputs.correction = corrections_to(inputs, {area_total(0, 1.1, free), area_total(1, 0.9, free)}, full_year);
    const PopulationPath raked = main_path(inputs);
    CHECK(raked.components[0][0].correction > 1.0);
    CHECK(raked.components[0][1].correction < -1.0);
    for (std::size_t t = 0; t < raked.components.size(); ++t) {
        for (std::size_t area = 0; area < 2; ++area) {
            const Components& c = raked.components[t][area];
            const double change = persons_in_area(raked.persons[t + 1], area) - persons_in_area(raked.persons[t], area);
            const double booked =
                c.births - c.deaths + c.internal_in - c.internal_out + c.immigration - c.emigration + c.correction;
            CHECK(std::abs(change - booked) < 1e-9);
        }
    }
}
