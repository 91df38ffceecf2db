#include "models/demography/rates/graduation.hpp"

#include "models/demography/rates/life_table.hpp"
#include "models/demography/rates/smooth_ages.hpp"

#include "sim/numerics/elementary.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace framsyn::demography {
namespace {

enum class Sign { non_negative, any };

void check_numbers(const std::vector<AgeGroup>& groups, const std::vector<double>& numbers, Sign sign) {
    if (groups.size() != numbers.size()) throw std::invalid_argument("there must be one number for each age group");
    for (const double number : numbers) {
        if (!std::isfinite(number) || (sign == Sign::non_negative && number < 0.0))
            throw std::invalid_argument("a number of an age group is impossible: negative or not finite");
    }
}

void check_contiguous(const std::vector<AgeGroup>& groups) {
    if (groups.empty()) throw std::invalid_argument("there are no age groups");
    for (std::size_t g = 0; g < groups.size(); ++g) {
        if (groups[g].from < 0 || groups[g].to < groups[g].from || groups[g].to > oldest_age)
            throw std::invalid_argument("an age group ends before it starts, or isn't within 0 and 105+");
        if (g > 0 && groups[g].from != groups[g - 1].to + 1)
            throw std::invalid_argument("age groups must follow one another without holes or overlap");
    }
}

std::vector<AgeSum> sums(const std::vector<AgeGroup>& groups, const std::vector<double>& numbers) {
    std::vector<AgeSum> result;
    for (std::size_t g = 0; g < groups.size(); ++g) result.push_back({groups[g].from, groups[g].to, numbers[g]});
    return result;
}

/// Plain sums of a group's single ages.
LinearSums plain(const AgeVector& values) {
    return {AgeVector::Ones(values.size()), AgeVector::Ones(values.size())};
}

double sum_of(const AgeGroup& group, const AgeVector& values) {
    double sum = 0.0;
    for (Eigen::Index age = group.from; age <= group.to; ++age) sum += values(age);
    return sum;
}

/// Each group's mean rate over the person-years lived in it, and what it changes by when a single rate does: that moves
/// person-years too. A rate r(y) takes off half of itself from the logarithm of those alive at y, and at the group's first
/// age nothing; from older ones half if y is the first age, else all of it.
LinearSums mean_rates(const std::vector<AgeGroup>& groups, const AgeVector& rate, const AgeVector& alive) {
    LinearSums sums{alive, AgeVector(rate.size())};
    for (const AgeGroup& group : groups) {
        const double years = sum_of(group, alive);
        double mean = 0.0;
        for (Eigen::Index age = group.from; age <= group.to; ++age) {
            sums.weight(age) /= years;
            mean += sums.weight(age) * rate(age);
        }
        double older = 0.0; // of share · (rate − mean), over the ages above
        for (Eigen::Index age = group.to; age >= group.from; --age) {
            const double here = sums.weight(age) * (rate(age) - mean);
            const bool first = age == group.from;
            sums.slope(age) = sums.weight(age) - (first ? 0.5 * older : 0.5 * here + older);
            if (age == oldest_age) sums.slope(age) -= here / sim::expm1(rate(age));
            older += here;
        }
    }
    return sums;
}

/// The same number at every age of a group, 0 elsewhere.
AgeVector evenly(const std::vector<AgeGroup>& groups, const std::vector<double>& numbers) {
    AgeVector values = AgeVector::Zero(age_count);
    for (std::size_t g = 0; g < groups.size(); ++g) {
        for (Eigen::Index age = groups[g].from; age <= groups[g].to; ++age) values(age) = numbers[g];
    }
    return values;
}

} // namespace

void check_groups(const std::vector<AgeGroup>& groups) {
    check_contiguous(groups);
    if (groups.front().from != 0) throw std::invalid_argument("age groups must start at age 0");
    if (groups.back().to != oldest_age) throw std::invalid_argument("the last age group must be open");
}

AgeVector graduate_population(const std::vector<AgeGroup>& groups, const std::vector<double>& persons,
                              const AgeVector& death_rate, Sex sex, Spread spread) {
    check_groups(groups);
    check_numbers(groups, persons, Sign::non_negative);
    if (spread == Spread::even) {
        AgeVector people = stationary_population(death_rate, sex);
        for (std::size_t g = 0; g < groups.size(); ++g) {
            people.segment(groups[g].from, groups[g].to - groups[g].from + 1) *= persons[g] / sum_of(groups[g], people);
        }
        return people;
    }
    return smoothest_multiple(sums(groups, persons), stationary_population(death_rate, sex), plain);
}

AgeVector graduate_death_rates(const std::vector<AgeGroup>& groups, const std::vector<double>& rates, Sex sex) {
    check_groups(groups);
    check_numbers(groups, rates, Sign::non_negative);
    if (groups.front().to != 0) throw std::invalid_argument("death rates need age 0 as a group of its own");
    if (!(rates.back() > 0.0)) throw std::invalid_argument("the open age group needs a death rate above 0");
    const auto group_rates = [&](const AgeVector& values) {
        AgeVector rate = values;
        rate(0) = rates.front();
        return mean_rates(groups, rate, stationary_population(rate, sex));
    };
    std::vector<AgeSum> wanted = sums(groups, rates);
    wanted.erase(wanted.begin());
    const double highest = *std::max_element(rates.begin(), rates.end());
    AgeVector result =
        smoothest_multiple(wanted, AgeVector::Ones(age_count), group_rates, std::max(1.0, 2.0 * highest));
    result(0) = rates.front();
    return result;
}

AgeVector graduate_fertility(const std::vector<AgeGroup>& groups, const std::vector<double>& rates, Spread spread) {
    check_contiguous(groups);
    check_numbers(groups, rates, Sign::non_negative);
    if (groups.back().to == oldest_age) throw std::invalid_argument("fertility rates need closed age groups");
    if (spread == Spread::even) return evenly(groups, rates);
    std::vector<AgeSum> wanted = sums(groups, rates);
    for (AgeSum& group : wanted) group.value *= static_cast<double>(group.to - group.from + 1);
    while (!wanted.empty() && wanted.front().value == 0.0) wanted.erase(wanted.begin());
    if (wanted.empty()) return AgeVector::Zero(age_count);
    // Births begin more suddenly than log rates that go on in a straight line: while smoothing, the year before the first
    // has a fiftieth of the first group's rate. 2–5 % fits Norway 2000–2022 best.
    const AgeSum first = wanted.front();
    const Eigen::Index before = first.from - 1;
    if (before < 0) return smoothest_multiple(wanted, AgeVector::Ones(age_count), plain);
    const double rate = first.value / static_cast<double>(first.to - first.from + 1);
    wanted.insert(wanted.begin(), {before, before, 0.02 * rate});
    AgeVector result = smoothest_multiple(wanted, AgeVector::Ones(age_count), plain);
    result(before) = 0.0;
    return result;
}

AgeVector graduate_net_migration(const std::vector<AgeGroup>& groups, const std::vector<double>& persons,
                                 const AgeVector& people, Spread spread) {
    check_groups(groups);
    check_numbers(groups, persons, Sign::any);
    if (people.size() != age_count || !(people >= 0.0).all())
        throw std::invalid_argument("people must have 106 single ages, none negative");
    constexpr Eigen::Index old_from = 70;
    std::vector<AgeGroup> young_groups;
    std::vector<double> young;
    AgeVector old = AgeVector::Zero(age_count);
    for (std::size_t g = 0; g < groups.size(); ++g) {
        const AgeGroup& group = groups[g];
        if (group.from < old_from && group.to < oldest_age) {
            young_groups.push_back(group);
            young.push_back(persons[g]);
            continue;
        }
        const double sum = sum_of(group, people);
        for (Eigen::Index age = group.from; age <= group.to; ++age) {
            const double share = sum > 0.0 ? people(age) / sum : 1.0 / static_cast<double>(group.to - group.from + 1);
            old(age) = persons[g] * share;
        }
    }
    if (spread == Spread::smooth) return smoothest_values(sums(young_groups, young)) + old;
    for (std::size_t g = 0; g < young.size(); ++g)
        young[g] /= static_cast<double>(young_groups[g].to - young_groups[g].from + 1);
    return evenly(young_groups, young) + old;
}

MovesFromJanuary to_age_on_1_january(const AgeVector& net_by_age_at_move) {
    if (net_by_age_at_move.size() != age_count) throw std::invalid_argument("net moves must have 106 single ages");
    MovesFromJanuary moves{AgeVector(age_count), 0.5 * net_by_age_at_move(0)};
    for (Eigen::Index age = 0; age < age_count; ++age) {
        const double older = age < oldest_age ? net_by_age_at_move(age + 1) : 0.0;
        moves.by_age(age) = 0.5 * net_by_age_at_move(age) + 0.5 * older;
    }
    return moves;
}

} // namespace framsyn::demography
