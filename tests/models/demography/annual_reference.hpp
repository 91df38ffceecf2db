#pragma once

#include "tests/models/demography/example_countries.hpp"

namespace framsyn::demography::testing {

/// Single-year inputs of both sexes; [0] women, [1] men.
struct AnnualInputs {
    AgeVector persons[2], hazard[2], moving[2]; ///< moving: net migrants a year by age at the move
    double newborn_alive[2] = {1.0, 1.0};
    AgeVector fertility;
    double boys_per_girl = 1.05;
};

/// One year: half of the net moves, survival and ageing, the other half, births to the mean of the women at both ends.
inline void one_year_on(AnnualInputs& country) {
    const AgeVector women_before = country.persons[0];
    double newborn_moving[2] = {};
    for (int sex = 0; sex < 2; ++sex) {
        const MovesFromJanuary moves = to_age_on_1_january(country.moving[sex]);
        newborn_moving[sex] = moves.newborn;
        AgeVector december = AgeVector::Zero(age_count);
        for (Eigen::Index age = 0; age < age_count; ++age) {
            const double half = 0.5 * moves.by_age(age);
            december(std::min(age + 1, oldest_age)) +=
                (country.persons[sex](age) + half) * std::exp(-country.hazard[sex](age)) + half;
        }
        country.persons[sex] = december;
    }
    const double births = (country.fertility * 0.5 * (women_before + country.persons[0])).sum();
    const double girls = births / (1.0 + country.boys_per_girl);
    country.persons[0](0) = girls * country.newborn_alive[0] + newborn_moving[0];
    country.persons[1](0) = (births - girls) * country.newborn_alive[1] + newborn_moving[1];
}

/// The published tables in single years, by the functions under test.
inline AnnualInputs graduated(const AbridgedCountry& country, Eigen::Index open = 100, Spread spread = Spread::even) {
    AnnualInputs inputs;
    const std::vector<AgeGroup> groups = five_year_groups(open);
    const leslie::Numbers* people[] = {&country.people.women, &country.people.men};
    const leslie::Numbers* dying[] = {&country.women_dying, &country.men_dying};
    const leslie::Numbers* moving[] = {&country.women_moving, &country.men_moving};
    for (int s = 0; s < 2; ++s) {
        const Sex sex = s == 0 ? Sex::female : Sex::male;
        const AgeVector rate = graduate_death_rates(life_table_groups(open), *dying[s], sex);
        inputs.persons[s] = graduate_population(groups, *people[s], rate, sex);
        inputs.moving[s] = graduate_net_migration(groups, *moving[s], inputs.persons[s], spread);
        inputs.hazard[s] = cohort_hazards(rate, sex);
        inputs.newborn_alive[s] = stationary_population(rate, sex)(0);
    }
    const std::vector<AgeGroup> mothers(groups.begin() + 2, groups.begin() + 11);
    inputs.fertility =
        graduate_fertility(mothers, {country.fertility.begin() + 2, country.fertility.begin() + 11}, spread);
    return inputs;
}

/// How far the annual projection is from the textbook's after so many years, as shares of the latter.
struct Difference {
    double total = 0.0;
    leslie::Numbers groups; ///< both sexes together, by five-year group
    leslie::Numbers sizes;  ///< the textbook's persons in them
};

inline Difference difference(const AbridgedCountry& country, int years, Eigen::Index open = 100,
                             leslie::YearsBeforeDeath rule = leslie::YearsBeforeDeath::greville) {
    const auto times_five = [](leslie::Numbers numbers) {
        for (double& number : numbers) number *= 5.0;
        return numbers;
    };
    const leslie::Period period{leslie::life_table(country.women_dying, true, rule).years_lived,
                                leslie::life_table(country.men_dying, false, rule).years_lived,
                                country.fertility,
                                times_five(country.women_moving),
                                times_five(country.men_moving),
                                1.05};
    leslie::People textbook = country.people;
    for (int year = 0; year < years; year += 5) textbook = leslie::five_years_on(textbook, period);
    AnnualInputs annual = graduated(country, open);
    for (int year = 0; year < years; ++year) one_year_on(annual);

    const leslie::Numbers ours = group_sums(five_year_groups(open), annual.persons[0] + annual.persons[1]);
    Difference result;
    double sum_ours = 0.0, sum_theirs = 0.0;
    for (std::size_t g = 0; g < ours.size(); ++g) {
        const double theirs = textbook.women[g] + textbook.men[g];
        result.sizes.push_back(theirs);
        result.groups.push_back(ours[g] / theirs - 1.0);
        sum_ours += ours[g];
        sum_theirs += theirs;
    }
    result.total = sum_ours / sum_theirs - 1.0;
    return result;
}

} // namespace framsyn::demography::testing
