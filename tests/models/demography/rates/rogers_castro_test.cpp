#include "models/demography/rates/rogers_castro.hpp"
#include "tests/catch.hpp"

#include <cmath>
#include <limits>
#include <stdexcept>

using namespace framsyn::demography;

namespace {

Eigen::Index peak_age(const AgeVector& rates, Eigen::Index from, Eigen::Index to) {
    Eigen::Index best = from;
    for (Eigen::Index age = from; age <= to; ++age) best = rates(age) > rates(best) ? age : best;
    return best;
}

} // namespace

TEST_CASE("the fundamental schedule has the values of its formula") {
    const AgeVector rates = rogers_castro(fundamental_schedule());
    // At 20: 0.02 e^−2 + 0.06 e^−1 + 0.003; at 0: 0.02 + 0.06 exp(2 − e^8) + 0.003.
    CHECK(rates(20) == Approx(0.02 * std::exp(-2.0) + 0.06 * std::exp(-1.0) + 0.003).epsilon(1e-14));
    CHECK(rates(0) == Approx(0.023).epsilon(1e-12));
    CHECK(rates(105) == Approx(0.003).epsilon(0.01));
}

TEST_CASE("the labour peak stands at its age plus ln(ascent / descent) / ascent, childhood falls to a low before it") {
    // 20 + ln 4 / 0.4 = 23.47; of whole ages exp(−0.3 − e^−1.2) at 23 is a little more than exp(−0.4 − e^−1.6) at 24.
    RogersCastro schedule = fundamental_schedule();
    CHECK(peak_age(rogers_castro(schedule), 10, 105) == 23);
    schedule.labour.age = 30.0;
    CHECK(peak_age(rogers_castro(schedule), 10, 105) == 33);
    const AgeVector rates = rogers_castro(fundamental_schedule());
    CHECK(peak_age(-rates, 0, 23) == 15);
}

TEST_CASE("retirement adds a second peak and post-retirement an upward slope") {
    RogersCastro schedule = fundamental_schedule();
    const AgeVector seven = rogers_castro(schedule);
    schedule.retirement = RogersCastro::Peak{0.02, 65.0, 0.5, 0.5}; // ascent = descent: the peak is at 65 itself
    const AgeVector eleven = rogers_castro(schedule);
    CHECK(peak_age(eleven, 50, 105) == 65);
    CHECK(eleven(65) - seven(65) == Approx(0.02 * std::exp(-1.0)).epsilon(1e-12));
    schedule.post_retirement = RogersCastro::Rising{0.0001, 0.05};
    const AgeVector thirteen = rogers_castro(schedule);
    CHECK(thirteen(100) - eleven(100) == Approx(0.0001 * std::exp(5.0)).epsilon(1e-12));
    CHECK(peak_age(thirteen, 90, 105) == 105);
}

TEST_CASE("a schedule scales to a sum and to the crude rate of a population") {
    const AgeVector rates = rogers_castro(fundamental_schedule());
    const AgeVector summed = scaled_to_sum(rates, 3.0);
    CHECK(summed.sum() == Approx(3.0).epsilon(1e-14));
    CHECK(summed(20) / summed(60) == Approx(rates(20) / rates(60)).epsilon(1e-14));
    AgeVector population = AgeVector::Zero(age_count);
    population(20) = 300.0;
    population(60) = 700.0;
    const AgeVector crude = scaled_to_crude_rate(rates, population, 0.05); // 50 moves of 1000 persons
    CHECK(300.0 * crude(20) + 700.0 * crude(60) == Approx(50.0).epsilon(1e-14));
}

TEST_CASE("schedules and scalings that make no sense are refused") {
    RogersCastro schedule = fundamental_schedule();
    schedule.childhood.height = -0.01;
    CHECK_THROWS_AS(rogers_castro(schedule), std::invalid_argument);
    schedule = fundamental_schedule();
    schedule.labour.age = std::numeric_limits<double>::quiet_NaN();
    CHECK_THROWS_AS(rogers_castro(schedule), std::invalid_argument);
    schedule = fundamental_schedule();
    schedule.post_retirement = RogersCastro::Rising{1.0, 10.0};
    CHECK_THROWS_AS(rogers_castro(schedule), std::invalid_argument);
    const AgeVector nothing = AgeVector::Zero(age_count), ones = AgeVector::Ones(age_count);
    CHECK_THROWS_AS(scaled_to_sum(nothing, 1.0), std::invalid_argument);
    CHECK_THROWS_AS(scaled_to_sum(ones, -1.0), std::invalid_argument);
    CHECK_THROWS_AS(scaled_to_crude_rate(ones, nothing, 0.01), std::invalid_argument);
    CHECK_THROWS_AS(scaled_to_crude_rate(ones, AgeVector::Ones(5), 0.01), std::invalid_argument);
}
