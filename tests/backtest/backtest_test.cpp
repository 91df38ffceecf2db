#include "tests/backtest/compare.hpp"

#include "sim/numerics/elementary.hpp"
#include "tests/catch.hpp"

#include <cmath>

using namespace framsyn;
using namespace framsyn::backtest;
using Catch::Matchers::Contains;

namespace {

/// Without bands worth the name: one path.
const BackTest& main_alternative() {
    static const BackTest test = run_back_test(BACKTEST_TABLES, 1);
    return test;
}

Cell cell(double observed, double projected, double constant, double growth) {
    Cell made;
    made.observed = observed;
    made.projected = projected;
    made.constant = constant;
    made.growth = growth;
    return made;
}

const Wanted every_cell = [](const Cell&) { return true; };

} // namespace

TEST_CASE("the projection of 2016 beats both rivals at ages 67 and over in 2021 and 2026") {
    const BackTest& test = main_alternative();
    CHECK(beats_both_at_67(test));
    for (const int year : {2021, 2026}) {
        CHECK(beats_both({&test.trusts}, in_group(group_67, year)));
        CHECK(beats_both({&test.counties}, in_group(group_67, year)));
        CHECK(beats_both({&test.other_trusts}, in_group(group_67, year)));
        CHECK(beats_both({&test.trusts, &test.counties}, in_group(group_80, year)));
    }
}

TEST_CASE("the projection of 2016 beats both rivals on totals in all areas and loses to no change in the four trusts") {
    const BackTest& test = main_alternative();
    CHECK(beats_both({&test.trusts, &test.counties}, in_group(group_all, 2026)));
    CHECK_FALSE(beats_both({&test.trusts}, in_group(group_all, 2026)));
}

TEST_CASE("the 80 % band of 2016 covers 70 to 90 % of what came at ages 67 and over") {
    const BackTest test = run_back_test(BACKTEST_TABLES);
    for (const int year : {2021, 2026}) {
        const double percent = coverage({&test.trusts, &test.counties}, in_group(group_67, year)).percent();
        CHECK(percent >= 70.0);
        CHECK(percent <= 90.0);
    }
}

TEST_CASE("all sets of areas are the country they are part of") {
    const BackTest& test = main_alternative();
    const auto observed = [](const Comparison& set, std::size_t group) {
        double sum = 0.0;
        for (const Cell& c : set.cells) sum += in_group(group, 2026)(c) ? c.observed : 0.0;
        return sum;
    };
    CHECK(observed(test.counties, group_all) == 5627400.0);
    CHECK(observed(test.trusts, group_all) + observed(test.other_trusts, group_all) == 5627400.0);
    double five_year = 0.0;
    for (std::size_t group = 0; group < five_year_groups; ++group) five_year += observed(test.counties, group);
    CHECK(five_year == 5627400.0);
}

TEST_CASE("two runs of the back-test have the same bits") {
    const BackTest once = run_back_test(BACKTEST_TABLES, 3), again = run_back_test(BACKTEST_TABLES, 3);
    for (std::size_t i = 0; i < once.counties.cells.size(); ++i) {
        CHECK(once.counties.cells[i].projected == again.counties.cells[i].projected);
        CHECK(once.counties.cells[i].low == again.counties.cells[i].low);
    }
}

TEST_CASE("a table that is not there or not as it should be is named") {
    CHECK_THROWS_WITH(read_country("nowhere"), Contains("history_norway.csv"));
    AreaSet wrong = trusts_of_helse_nord();
    wrong.area_ids.back() = "elsewhere";
    CHECK_THROWS_WITH(read_history(BACKTEST_TABLES, wrong), Contains("history_trusts.csv") && Contains("elsewhere"));
}

TEST_CASE("errors, coverage and the winner are those counted by hand") {
    Comparison comparison;
    comparison.cells = {cell(100.0, 101.0, 90.0, 130.0), cell(200.0, 196.0, 210.0, 200.0)};
    comparison.cells[0].low = 100.0;
    comparison.cells[0].high = 102.0;
    comparison.cells[1].low = 190.0;
    comparison.cells[1].high = 199.0;
    const Errors ours = mean_absolute_error({&comparison}, &Cell::projected, every_cell);
    CHECK(ours.persons == Approx(2.5));
    CHECK(ours.percent == Approx(1.5));
    CHECK(mean_absolute_error({&comparison}, &Cell::growth, every_cell).percent == Approx(15.0));
    CHECK(beats_both({&comparison}, every_cell));
    CHECK(coverage({&comparison}, every_cell).percent() == Approx(50.0));
    comparison.cells[1].chance = 3.0; // √(3² + (1.2816 · 3)²) = 4.88, the error is 4
    CHECK(coverage({&comparison}, every_cell, &Cell::covered_with_chance).percent() == Approx(100.0));
}

TEST_CASE("the last growth rate is carried on by the year") {
    CHECK(carried_on(100.0, 110.0, 5, 5) == Approx(121.0));
    CHECK(carried_on(100.0, 110.0, 5, 10) == Approx(133.1));
    CHECK(carried_on(100.0, 101.0, 1, 2) == Approx(103.0301));
    CHECK(carried_on(0.0, 7.0, 5, 10) == 7.0);
}

TEST_CASE("the step of fertility is the root mean square of errors over the root of years") {
    const double e = sim::exp(0.06);
    CHECK(fertility_step({{2010, 2014, "0", 100.0 * e, 100.0}, {2010, 2011, "0", 100.0, 100.0 * e}}) ==
          Approx(std::sqrt((0.03 * 0.03 + 0.06 * 0.06) / 2.0)));
}

TEST_CASE("a step of mortality hits those who are now old in every year since") {
    const demography::AgeSexTable rate = demography::AgeSexTable::Constant(demography::age_count, 2, 0.1);
    const demography::Cohorts persons = demography::Cohorts::Ones(demography::age_count, 2);
    CHECK(effect_of_mortality_step(persons, rate, 80, 89, 1) == Approx(0.1));
    CHECK(effect_of_mortality_step(persons, rate, 80, 89, 3) == Approx(0.1 * std::sqrt(1.0 + 4.0 + 9.0)));
}

TEST_CASE("what areas share of the variation is told from what is their own") {
    Eigen::ArrayXXd yearly(3, 2);
    yearly << 10.0, 20.0, 20.0, 40.0, 30.0, 60.0;
    Eigen::ArrayXd arrivals(2);
    arrivals << 100.0, 200.0;
    const Deviations alike = deviations_of(yearly, arrivals);
    CHECK(alike.common == Approx(0.1));
    CHECK(alike.own == Approx(0.0).margin(1e-9));
    yearly.col(1) = -yearly.col(1);
    const Deviations opposite = deviations_of(yearly, arrivals);
    CHECK(opposite.common == 0.0);
    CHECK(opposite.own == Approx(0.1));
}

TEST_CASE("memory is the correlation of neighbouring years and makes a mean less certain") {
    Eigen::ArrayXXd yearly(4, 1);
    yearly << 1.0, 2.0, 3.0, 4.0;
    CHECK(memory_of(yearly) == Approx(0.25)); // (0.75 − 0.25 + 0.75) / 5
    CHECK(level_deviation(0.1, 0.0, 4) == Approx(0.05));
    CHECK(level_deviation(0.1, 0.6, 4) == Approx(0.1));
}
