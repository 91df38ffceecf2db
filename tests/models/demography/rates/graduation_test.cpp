#include "tests/catch.hpp"
#include "tests/models/demography/example_countries.hpp"

#include <stdexcept>

using namespace framsyn::demography;
using namespace framsyn::demography::testing;

namespace {

const std::vector<AgeGroup> mothers{{15, 19}, {20, 24}, {25, 29}, {30, 34}, {35, 39}, {40, 44}, {45, 49}};

AgeVector women_rate() {
    return siler_rates(rich_women);
}

double largest_error(const leslie::Numbers& is, const leslie::Numbers& should_be) {
    double largest = 0.0;
    for (std::size_t i = 0; i < is.size(); ++i)
        largest = std::max(largest, std::abs(is[i] - should_be[i]) / std::max(1e-300, std::abs(should_be[i])));
    return largest;
}

} // namespace

TEST_CASE("age groups with a hole, an overlap, a late start or a closed end are refused") {
    CHECK_NOTHROW(check_groups({{0, 0}, {1, 4}, {5, 84}, {85, 105}}));
    CHECK_NOTHROW(check_groups({{0, 105}}));
    CHECK_THROWS_AS(check_groups({}), std::invalid_argument);
    CHECK_THROWS_AS(check_groups({{0, 4}, {6, 105}}), std::invalid_argument);
    CHECK_THROWS_AS(check_groups({{0, 4}, {4, 105}}), std::invalid_argument);
    CHECK_THROWS_AS(check_groups({{1, 4}, {5, 105}}), std::invalid_argument);
    CHECK_THROWS_AS(check_groups({{0, 4}, {5, 99}}), std::invalid_argument);
    CHECK_THROWS_AS(check_groups({{0, 4}, {5, 106}}), std::invalid_argument);
    CHECK_THROWS_AS(check_groups({{0, 4}, {5, 3}, {4, 105}}), std::invalid_argument);
}

TEST_CASE("numbers that cannot be are refused") {
    const std::vector<AgeGroup> two{{0, 0}, {1, 105}};
    const double nan = std::numeric_limits<double>::quiet_NaN();
    CHECK_THROWS_AS(graduate_population(two, {1.0}, women_rate(), Sex::female), std::invalid_argument);
    CHECK_THROWS_AS(graduate_population(two, {1.0, -1.0}, women_rate(), Sex::female), std::invalid_argument);
    CHECK_THROWS_AS(graduate_population(two, {nan, 1.0}, women_rate(), Sex::female), std::invalid_argument);
    CHECK_THROWS_AS(graduate_population(two, {1.0, 1.0}, AgeVector::Zero(age_count), Sex::female),
                    std::invalid_argument); // nobody dies at 105+
    CHECK_THROWS_AS(graduate_death_rates(two, {0.01, 0.0}, Sex::female), std::invalid_argument);
    CHECK_THROWS_AS(graduate_death_rates({{0, 4}, {5, 105}}, {0.01, 0.1}, Sex::female), std::invalid_argument);
    CHECK_THROWS_AS(graduate_fertility({{15, 49}, {50, 105}}, {0.1, 0.0}), std::invalid_argument);
    CHECK_THROWS_AS(graduate_net_migration(two, {1.0, 1.0}, -AgeVector::Ones(age_count)), std::invalid_argument);
    CHECK_THROWS_AS(to_age_on_1_january(AgeVector::Ones(50)), std::invalid_argument);
}

TEST_CASE("graduated persons add up to every group, whatever the groups, and none is negative") {
    for (const Eigen::Index open : {100, 85, 80, 65}) {
        for (AbridgedCountry& c : example_countries(open)) {
            const AgeVector persons =
                graduate_population(five_year_groups(open), c.people.women, women_rate(), Sex::female);
            CHECK(largest_error(group_sums(five_year_groups(open), persons), c.people.women) < 1e-12);
            CHECK(persons.minCoeff() > 0.0);
        }
    }
}

TEST_CASE("a stationary population comes back from its five-year groups and its open class") {
    // What the groups were made of is the smoothest there is: a factor of 1 at every age.
    const AgeVector alive = stationary_population(women_rate(), Sex::female);
    for (const Eigen::Index open : {100, 80}) {
        const std::vector<AgeGroup> groups = five_year_groups(open);
        const AgeVector back = graduate_population(groups, group_sums(groups, alive), women_rate(), Sex::female);
        CHECK((back / alive - 1.0).abs().maxCoeff() < 1e-9);
    }
}

TEST_CASE("a population that grows by the same share every year comes back from its groups") {
    AgeVector grown = stationary_population(women_rate(), Sex::female);
    for (Eigen::Index age = 0; age < age_count; ++age) grown(age) *= std::exp(-0.02 * static_cast<double>(age));
    const std::vector<AgeGroup> groups = five_year_groups(85);
    const AgeVector back = graduate_population(groups, group_sums(groups, grown), women_rate(), Sex::female);
    CHECK((back / grown - 1.0).abs().maxCoeff() < 1e-9); // log of the factor is a straight line
}

TEST_CASE("groups without people and wild jumps keep their sums and stay non-negative") {
    const std::vector<AgeGroup> groups = five_year_groups(85);
    leslie::Numbers persons(groups.size(), 0.0);
    CHECK(graduate_population(groups, persons, women_rate(), Sex::female).maxCoeff() == 0.0);
    persons[4] = 500.0;
    AgeVector one = graduate_population(groups, persons, women_rate(), Sex::female);
    CHECK(one.segment(20, 5).sum() == Approx(500.0).epsilon(1e-12));
    CHECK(one.sum() == Approx(500.0).epsilon(1e-12));
    for (std::size_t g = 0; g < groups.size(); ++g) persons[g] = g % 3 == 0 ? 0.0 : g % 2 == 0 ? 3.0 : 1e6;
    one = graduate_population(groups, persons, women_rate(), Sex::female);
    CHECK(largest_error(group_sums(groups, one), persons) < 1e-12);
    CHECK(one.minCoeff() == 0.0);
    CHECK(one.segment(15, 5).maxCoeff() == 0.0); // group 3 has nobody
}

TEST_CASE("graduated death rates give back the abridged rates in the population that they make") {
    for (const Eigen::Index open : {100, 85, 80}) {
        const std::vector<AgeGroup> groups = life_table_groups(open);
        for (const Siler& siler : {poor_women, rich_women}) {
            const AgeVector truth = siler_rates(siler);
            const leslie::Numbers rates = group_rates(groups, truth, Sex::female);
            const AgeVector back = graduate_death_rates(groups, rates, Sex::female);
            CHECK(largest_error(group_rates(groups, back, Sex::female), rates) < 1e-12);
            CHECK(back(0) == rates[0]);
            CHECK(back.minCoeff() > 0.0);
            // The truth's logits aren't straight lines; the survivors to every age below 85 still agree to 0.5 %.
            const AgeVector alive = stationary_population(back, Sex::female);
            const AgeVector should_be = stationary_population(truth, Sex::female);
            CHECK((alive / should_be - 1.0).abs().head(85).maxCoeff() < 0.005);
            // The truth levels off towards 1 in old age, and so do the rates inside the open class.
            CHECK((alive / should_be - 1.0).abs().segment(85, 15).maxCoeff() < 0.02);
            // Years left at the lower limit of the open class are 1/rate: its survivors die at that rate.
            const double deaths = (back * alive).tail(age_count - open).sum();
            CHECK(alive.tail(age_count - open).sum() / deaths == Approx(1.0 / rates.back()).epsilon(1e-12));
            CHECK(back(oldest_age) > back(open)); // and it goes on rising
        }
    }
}

TEST_CASE("groups in which nobody dies have rate 0, and the others keep theirs without waves") {
    const std::vector<AgeGroup> groups = life_table_groups(100);
    leslie::Numbers rates = group_rates(groups, women_rate(), Sex::female);
    rates[2] = rates[3] = rates[5] = 0.0;
    const AgeVector rate = graduate_death_rates(groups, rates, Sex::female);
    CHECK(rate.segment(5, 10).maxCoeff() == 0.0);
    CHECK(rate.segment(20, 5).maxCoeff() == 0.0);
    CHECK(rate.minCoeff() == 0.0);
    CHECK(rate.segment(15, 5).maxCoeff() < 1.5 * rates[4]);
    for (Eigen::Index age = 40; age < oldest_age; ++age) CHECK(rate(age + 1) > rate(age));
    CHECK(largest_error(group_rates(groups, rate, Sex::female), rates) < 1e-12);
}

TEST_CASE("single-year death rates in are the same out") {
    std::vector<AgeGroup> single;
    for (Eigen::Index age = 0; age < age_count; ++age) single.push_back({age, age});
    const AgeVector truth = women_rate();
    const AgeVector back = graduate_death_rates(single, {truth.begin(), truth.end()}, Sex::female);
    CHECK((back / truth - 1.0).abs().maxCoeff() < 1e-12);
}

TEST_CASE("graduated fertility keeps the children of every group and has none outside") {
    const leslie::Numbers rates{0.0091, 0.0598, 0.1225, 0.1282, 0.0601, 0.0120, 0.0006};
    for (const Spread spread : {Spread::even, Spread::smooth}) {
        const AgeVector f = graduate_fertility(mothers, rates, spread);
        for (std::size_t g = 0; g < rates.size(); ++g)
            CHECK(f.segment(mothers[g].from, 5).sum() == Approx(5.0 * rates[g]).epsilon(1e-12));
        CHECK(f.minCoeff() == 0.0);
        CHECK(f.head(15).maxCoeff() == 0.0);
        CHECK(f.tail(56).maxCoeff() == 0.0);
    }
    const AgeVector smooth = graduate_fertility(mothers, rates, Spread::smooth);
    for (Eigen::Index age = 15; age < 27; ++age) CHECK(smooth(age + 1) > smooth(age)); // one peak
    for (Eigen::Index age = 33; age < 49; ++age) CHECK(smooth(age + 1) < smooth(age));
    CHECK(graduate_fertility(mothers, rates)(22) == 0.0598);
}

TEST_CASE("smooth fertility is nearer to single-year rates than even fertility is") {
    // Norway 2010, births per woman by the mother's age 15–49 (Statistics Norway, table 08556 as shipped for the scenarios).
    const double norway[] = {.0004, .0016, .0058, .0114, .0225, .0336, .0486, .0594, .0704, .0853, .1034, .1157,
                             .1254, .1341, .1402, .1438, .1416, .1324, .1199, .1034, .0881, .0697, .0575, .0429,
                             .0325, .0224, .0145, .0090, .0048, .0028, .0017, .0007, .0003, .0001, .0001};
    AgeVector truth = AgeVector::Zero(age_count);
    for (Eigen::Index i = 0; i < 35; ++i) truth(15 + i) = norway[i];
    leslie::Numbers rates = group_sums(mothers, truth);
    for (double& rate : rates) rate /= 5.0;
    const auto error = [&](Spread spread) {
        return (graduate_fertility(mothers, rates, spread) - truth).abs().sum() / truth.sum();
    };
    CHECK(error(Spread::smooth) < 0.02);
    CHECK(error(Spread::even) > 0.10);
}

TEST_CASE("graduated migration keeps every sum and sign of zero, and old movers are where old people live") {
    const std::vector<AgeGroup> groups = five_year_groups(85);
    leslie::Numbers moves(groups.size(), 0.0);
    moves[3] = -40.0;
    moves[4] = 900.0;
    moves[5] = 1200.0;
    moves[15] = -30.0; // 75–79
    moves[17] = -10.0; // 85+
    const AgeVector people = stationary_population(women_rate(), Sex::female);
    for (const Spread spread : {Spread::even, Spread::smooth}) {
        const AgeVector n = graduate_net_migration(groups, moves, people, spread);
        const leslie::Numbers sums = group_sums(groups, n);
        for (std::size_t g = 0; g < moves.size(); ++g) CHECK(std::abs(sums[g] - moves[g]) < 1e-9);
        CHECK(n.segment(30, 45).abs().maxCoeff() == 0.0);
        CHECK(n(77) / n(75) == Approx(people(77) / people(75)).epsilon(1e-12));
        CHECK(n(100) / n(85) == Approx(people(100) / people(85)).epsilon(1e-12));
    }
    CHECK(graduate_net_migration(groups, moves, people)(22) == 180.0);
    // Nobody in the open class: evenly over its 21 ages.
    CHECK(graduate_net_migration(groups, moves, AgeVector::Zero(age_count))(105) == Approx(-10.0 / 21.0));
}

TEST_CASE("movers of an age were that age or a year younger on 1 January, and none is lost") {
    AgeVector n = AgeVector::Zero(age_count);
    n(0) = 10.0;
    n(30) = 4.0;
    n(105) = -2.0;
    const MovesFromJanuary moves = to_age_on_1_january(n);
    CHECK(moves.newborn == 5.0); // half of those who move at age 0 were born this year
    CHECK(moves.by_age(0) == 5.0);
    CHECK(moves.by_age(29) == 2.0);
    CHECK(moves.by_age(30) == 2.0);
    CHECK(moves.by_age(104) == -1.0);
    CHECK(moves.by_age(105) == -1.0);
    CHECK(moves.newborn + moves.by_age.sum() == 12.0);
}

TEST_CASE("the age of those who die as infants follows the three segments of Andreev and Kingkade") {
    // Neighbouring segments meet at the published limits to four decimals; the values are those of the table's lines.
    CHECK(infant_a0(0.002, Sex::female) == Approx(0.14492).margin(1e-5)); // .14903 − 2.05527 · .002
    CHECK(infant_a0(0.05, Sex::female) == Approx(0.24071).margin(1e-5));  // .04667 + 3.88089 · .05
    CHECK(infant_a0(0.10, Sex::male) == 0.29915);
    for (const Sex sex : {Sex::female, Sex::male}) {
        for (const double limit : sex == Sex::female ? std::vector{0.01724, 0.06891} : std::vector{0.02300, 0.08307})
            CHECK(infant_a0(limit - 1e-9, sex) == Approx(infant_a0(limit, sex)).margin(2e-4));
    }
}

TEST_CASE("infants who are alive on 1 January have the worst behind them") {
    // Life table with m0 = .06 and m1 = .015, girls: a0 = .04667 + 3.88089 · .06 = .27952; q0 = .06/(1 + .72048 · .06) = .05751;
    // L0 = 1 − .72048 q0 = .95856, l1 = .94249, L1 = l1 exp(−½ · .015) = .93545; L1/L0 = .97588. Half of m0 would make .96319.
    AgeVector rate = AgeVector::Constant(age_count, 0.015);
    rate(0) = 0.06;
    CHECK(std::exp(-cohort_hazards(rate, Sex::female)(0)) == Approx(0.97588).margin(2e-5));
    CHECK(cohort_hazards(rate, Sex::female)(50) == 0.015);
    CHECK(stationary_population(rate, Sex::female)(0) == Approx(0.95856).margin(2e-5));
}
