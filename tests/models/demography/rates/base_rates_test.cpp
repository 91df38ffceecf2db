#include "models/demography/rates/base_rates.hpp"
#include "tests/catch.hpp"
#include "tests/models/demography/refusal.hpp"

#include <cmath>
#include <stdexcept>

using namespace framsyn::demography;
using namespace framsyn::demography::testing;

namespace {

double kannisto(double level, double slope, double exact_age) {
    const double odds = std::exp(level + slope * exact_age);
    return odds / (1.0 + odds);
}

/// Ten years, 1000 person-years in every cell; rates that follow Kannisto's curve at all ages.
DeathCounts kannisto_country() {
    DeathCounts counts;
    counts.first_year = 2010;
    for (int t = 0; t < 10; ++t) {
        counts.person_years.push_back(AgeSexTable::Constant(age_count, 2, 1000.0));
        AgeSexTable deaths(age_count, 2);
        for (Eigen::Index age = 0; age < age_count; ++age) {
            deaths(age, 0) = 1000.0 * kannisto(-12.0, 0.11, static_cast<double>(age) + 0.5);
            deaths(age, 1) = 1000.0 * kannisto(-11.0, 0.10, static_cast<double>(age) + 0.5);
        }
        counts.deaths.push_back(deaths);
    }
    return counts;
}

} // namespace

TEST_CASE("rates that follow the old-age curve come back, at 105 and over its value at 106.2") {
    const AgeSexTable rates = base_death_rates(kannisto_country(), 2012, 2014);
    for (const int age : {0, 30, 60, 89, 90, 92, 94, 95, 99, 104}) {
        CHECK(rates(age, 0) == Approx(kannisto(-12.0, 0.11, age + 0.5)).epsilon(1e-12));
        CHECK(rates(age, 1) == Approx(kannisto(-11.0, 0.10, age + 0.5)).epsilon(1e-12));
    }
    CHECK(rates(105, 0) == Approx(kannisto(-12.0, 0.11, 106.2)).epsilon(1e-12));
}

TEST_CASE("young ages are pools of five, never with age 0, of the base period only") {
    DeathCounts counts = kannisto_country();
    for (AgeSexTable& deaths : counts.deaths) deaths.col(0).head(40).setConstant(1.0);
    counts.deaths[1](2, 0) = 500.0; // 2011, before the base period
    counts.deaths[3](0, 0) = 31.0;
    counts.deaths[3](3, 0) = 11.0;
    counts.deaths[3](30, 0) = 21.0;
    const AgeSexTable rates = base_death_rates(counts, 2012, 2013); // two years
    CHECK(rates(0, 0) == Approx(32.0 / 2000.0).epsilon(1e-14));
    CHECK(rates(1, 0) == Approx(16.0 / 6000.0).epsilon(1e-14));  // ages 1–3: 5 · 1 + 11
    CHECK(rates(2, 0) == Approx(18.0 / 8000.0).epsilon(1e-14));  // ages 1–4
    CHECK(rates(5, 0) == Approx(20.0 / 10000.0).epsilon(1e-14)); // ages 3–7
    CHECK(rates(6, 0) == Approx(0.001).epsilon(1e-14));
    CHECK(rates(29, 0) == Approx(30.0 / 10000.0).epsilon(1e-14)); // ages 27–31
    CHECK(rates(30, 0) == Approx(22.0 / 2000.0).epsilon(1e-14));  // alone
}

TEST_CASE("the curve takes over by sixths in logarithms from 90 to 94") {
    DeathCounts counts = kannisto_country();
    for (AgeSexTable& deaths : counts.deaths) deaths(91, 1) *= 1.1;
    const AgeSexTable rates = base_death_rates(counts, 2010, 2019);
    // Weighted least squares of the logits by hand: at 85–99 only the point at 91 lies off the line.
    double w = 0.0, wx = 0.0, wy = 0.0, wxx = 0.0, wxy = 0.0;
    for (int age = 85; age < 100; ++age) {
        const double x = age + 0.5, m = kannisto(-11.0, 0.10, x) * (age == 91 ? 1.1 : 1.0);
        const double y = std::log(m / (1.0 - m));
        w += m, wx += m * x, wy += m * y, wxx += m * x * x, wxy += m * x * y;
    }
    const double slope = (w * wxy - wx * wy) / (w * wxx - wx * wx);
    const double level = (wy - slope * wx) / w;
    const double raw = 1.1 * kannisto(-11.0, 0.10, 91.5);
    const double curve = kannisto(level, slope, 91.5);
    CHECK(rates(91, 1) == Approx(std::pow(raw, 4.0 / 6.0) * std::pow(curve, 2.0 / 6.0)).epsilon(1e-10));
    CHECK(rates(95, 1) == Approx(kannisto(level, slope, 95.5)).epsilon(1e-10));
}

TEST_CASE("a pool without deaths is widened and said, never a rate of nothing") {
    DeathCounts counts = kannisto_country();
    for (AgeSexTable& deaths : counts.deaths) deaths.col(0).segment(5, 7).setZero(); // nobody dies at 5–11
    const BaseRates base = estimate_base_rates(counts, 2010, 2019);
    REQUIRE(base.remarks.size() == 3); // 7, 8 and 9: their five ages are empty
    CHECK(base.remarks[0].age == 7);
    CHECK(base.remarks[0].what == BaseRateRemark::What::pool_widened);
    CHECK(base.remarks[0].from_age == 4);
    CHECK(base.remarks[0].to_age == 10);
    CHECK(base.remarks[1].from_age == 4);
    CHECK(base.remarks[1].to_age == 12);
    CHECK(base.death_rate(7, 0) == Approx(kannisto(-12.0, 0.11, 4.5) / 7.0).epsilon(1e-12));
    CHECK((base.death_rate > 0.0).all());
    CHECK(refuses_with("women, age 7", [&] { static_cast<void>(base_death_rates(counts, 2010, 2019)); }));
}

TEST_CASE("old ages without deaths or with nothing but deaths stay out of the curve and are named") {
    DeathCounts counts = kannisto_country();
    for (int t = 0; t < 10; ++t) {
        const auto year = static_cast<std::size_t>(t);
        counts.deaths[year](97, 0) = 0.0;
        counts.deaths[year](98, 0) = 1200.0;
    }
    const BaseRates base = estimate_base_rates(counts, 2010, 2019);
    REQUIRE(base.remarks.size() == 2);
    CHECK(base.remarks[0].what == BaseRateRemark::What::left_out_of_curve);
    CHECK(base.remarks[0].age == 97);
    CHECK(base.remarks[1].age == 98);
    CHECK(base.death_rate(100, 0) == Approx(kannisto(-12.0, 0.11, 100.5)).epsilon(1e-12));
}

TEST_CASE("base rates are refused for impossible counts and periods") {
    const DeathCounts good = kannisto_country();
    CHECK_THROWS_AS(base_death_rates(good, 2009, 2012), std::invalid_argument);
    CHECK_THROWS_AS(base_death_rates(good, 2013, 2012), std::invalid_argument);
    DeathCounts counts = good;
    counts.person_years[2](33, 1) = 0.0;
    CHECK(refuses_with("2012, men, age 33", [&] { static_cast<void>(base_death_rates(counts, 2010, 2019)); }));
    counts = good;
    counts.deaths[0](10, 0) = -1.0;
    CHECK_THROWS_AS(base_death_rates(counts, 2010, 2019), std::invalid_argument);
    counts = good;
    counts.deaths.pop_back();
    CHECK_THROWS_AS(base_death_rates(counts, 2010, 2012), std::invalid_argument);
    counts = good;
    for (AgeSexTable& deaths : counts.deaths) deaths.col(1).head(1).setZero();
    CHECK(refuses_with("age 0", [&] { static_cast<void>(base_death_rates(counts, 2010, 2019)); }));
    counts = good;
    for (AgeSexTable& deaths : counts.deaths) deaths.col(1).segment(85, 15).setConstant(100.0); // doesn't rise
    CHECK(refuses_with("rise", [&] { static_cast<void>(base_death_rates(counts, 2010, 2019)); }));
}
