#pragma once

#include "models/demography/cohorts.hpp"

#include <vector>

namespace framsyn::demography {

/// Ages from–to in completed years, both included; a group with to == oldest_age is open.
struct AgeGroup {
    Eigen::Index from = 0;
    Eigen::Index to = 0;
};

// Abridged age tables into single years. In all of these `groups` and the numbers go together one to one, every result
// has 106 rows (0–105+), and std::invalid_argument is thrown when the numbers are not as many as the groups, are not
// finite, or are negative where that is impossible. docs/demography-graduation.md has the methods and measured errors.

/// std::invalid_argument unless the groups start at 0, follow one another without holes or overlap, and the last is open.
void check_groups(const std::vector<AgeGroup>& groups);

/// How persons, births and moves are spread inside a group. Even: as five-year projections take them to be (persons like
/// the stationary population, births and moves evenly), which agrees best with those. Smooth: nearer to what
/// single-year tables show.
enum class Spread { even, smooth };

/// Persons by single age that add up to `persons` in every group: the stationary population of the single-year
/// `death_rate` (106 rows, deaths per person-year, above 0 at 105+) times the smoothest positive factor, the local trend
/// of cohorts (smallest squared second differences of its logarithm), also within the open class. Nobody in a group stays
/// nobody. `groups` as check_groups wants them.
AgeVector graduate_population(const std::vector<AgeGroup>& groups, const std::vector<double>& persons,
                              const AgeVector& death_rate, Sex sex, Spread spread = Spread::smooth);

/// Deaths per person-year by single age. The mean over each group, weighted with the stationary population of the
/// result, is the group's rate (relative error < 1e-12), so that the open class has 1/rate years left to live. From age 1
/// the logits log(m/(c − m)) have the smallest squared second differences; c = 1, or twice the highest rate where that is more:
/// rates rise towards a ceiling in the open class too (Thatcher, Kannisto and Vaupel 1998). The rate at age 0 is kept. A group
/// without deaths has 0 at every age. `groups` as check_groups wants them, with 0 as a group of its own (a rate for 0–4
/// doesn't say how many die as infants) and a rate above 0 in the open class.
AgeVector graduate_death_rates(const std::vector<AgeGroup>& groups, const std::vector<double>& rates, Sex sex);

/// Births per woman and year by single age. The single ages of a group add up to its number of years times its rate; 0
/// outside the groups and where the group's rate is 0; smooth: in the logarithm. `groups`: closed, ascending, without holes.
AgeVector graduate_fertility(const std::vector<AgeGroup>& groups, const std::vector<double>& rates,
                             Spread spread = Spread::even);

/// Net migrants a year (in less out, any sign) by completed age at the move, with the sums of the groups. In closed
/// groups from age 70 on, and in the open class, in proportion to `people` (106 rows, 0 or more), so that nobody leaves
/// where nobody lives; evenly where a group has no people. A group with 0 has 0 at every age. `groups` as check_groups
/// wants them.
AgeVector graduate_net_migration(const std::vector<AgeGroup>& groups, const std::vector<double>& persons,
                                 const AgeVector& people, Spread spread = Spread::even);

/// Net moves of a calendar year by age on 1 January.
struct MovesFromJanuary {
    AgeVector by_age;     ///< by age on 1 January, 0–105+
    double newborn = 0.0; ///< those born during the year
};

/// Who is a at the move was a or a − 1 on 1 January, with probability ½ each: by_age(a) = ½n(a) + ½n(a+1), by_age(105) =
/// ½n(105), newborn = ½n(0). Nobody is lost: newborn and by_age add up to all of n. (Half of n(105) is counted to 104,
/// though movers of 106 and over were 105+ already.)
MovesFromJanuary to_age_on_1_january(const AgeVector& net_by_age_at_move);

} // namespace framsyn::demography
