#include "models/demography/rates/lee_carter_trend.hpp"
#include "tests/catch.hpp"
#include "tests/models/demography/refusal.hpp"

#include <cmath>

using namespace framsyn::demography;
using namespace framsyn::demography::testing;

namespace {

constexpr int oldest = 95;

/// A fit by hand: k of both sexes, b the same at all ages 0–95.
LeeCarterFit flat_fit(std::vector<double> k, std::vector<bool> fitted) {
    LeeCarterSex sex;
    sex.a = AgeVector::Zero(oldest + 1);
    sex.b = AgeVector::Constant(oldest + 1, 0.01);
    sex.left_out.assign(oldest + 1, false);
    sex.k = std::move(k);
    return {2000, std::move(fitted), sex, sex};
}

} // namespace

TEST_CASE("drift, its error and the innovations by hand, a gap of two years counted as two") {
    // k = 3, 1, (9), −4: drift −7/3; surprises −2 + 7/3 = 1/3 and −5 + 14/3 = −1/3 over two years: σ² = 1/9 + 1/18 = 1/6.
    const Drift drift = drift_of(flat_fit({3.0, 1.0, 9.0, -4.0}, {true, true, false, true}), Sex::male);
    CHECK(drift.per_year == Approx(-7.0 / 3.0).epsilon(1e-14));
    CHECK(drift.innovation_variance == Approx(1.0 / 6.0).epsilon(1e-14));
    CHECK(drift.standard_error == Approx(std::sqrt(1.0 / 18.0)).epsilon(1e-14));
}

TEST_CASE("the yearly decline is b times the drift, tapers from 85 to nothing at 105 and is never a rise") {
    const LeeCarterFit falling = flat_fit({2.0, 1.0, 0.0, -3.0}, {true, true, true, true}); // drift −5/3
    const AgeSexTable decline = annual_decline(falling);
    CHECK(decline(0, 0) == Approx(0.05 / 3.0).epsilon(1e-12));
    CHECK(decline(85, 1) == Approx(0.05 / 3.0).epsilon(1e-12));
    CHECK(decline(95, 0) == Approx(0.025 / 3.0).epsilon(1e-12));
    CHECK(decline(104, 0) == Approx(0.0025 / 3.0).epsilon(1e-12));
    CHECK(decline(105, 1) == 0.0);
    Smoothing late;
    late.taper_from_age = 97.5;
    CHECK(annual_decline(falling, late)(95, 0) == Approx(0.05 / 3.0).epsilon(1e-12));
    CHECK(annual_decline(falling, late)(100, 0) == Approx(0.05 / 3.0 * 5.0 / 7.5).epsilon(1e-12));
    const LeeCarterFit rising = flat_fit({-2.0, -1.0, 0.0, 3.0}, {true, true, true, true});
    CHECK((annual_decline(rising) == 0.0).all());
    LeeCarterFit mixed = falling;
    mixed.women.b.head(60).setConstant(-0.01);
    CHECK(annual_decline(mixed)(20, 0) == 0.0);
    CHECK((annual_decline(mixed) >= 0.0).all());
}

TEST_CASE("smoothing is a moving mean over 21 ages below 40 and 11 from 40, cut at the ends") {
    LeeCarterFit fit = flat_fit({2.0, 1.0, 0.0, -3.0}, {true, true, true, true});
    for (Eigen::Index age = 0; age <= oldest; ++age) fit.women.b(age) = static_cast<double>(age * age);
    const AgeSexTable b = smoothed_b(fit);
    // Mean of (x + d)² over d = −h..h is x² + h (h + 1) / 3.
    CHECK(b(39, 0) == Approx(39.0 * 39.0 + 10.0 * 11.0 / 3.0).epsilon(1e-12));
    CHECK(b(40, 0) == Approx(40.0 * 40.0 + 5.0 * 6.0 / 3.0).epsilon(1e-12));
    CHECK(b(0, 0) == Approx(35.0).epsilon(1e-12));                   // (0 + 1 + … + 100) / 11 = 385 / 11
    CHECK(b(97, 0) == Approx(b(95, 0) * 8.0 / 10.0).epsilon(1e-12)); // on at 95's value, only the taper goes on
}

TEST_CASE("a moving mean over an even number of ages, a late taper and a drift of two years are refused") {
    const LeeCarterFit fit = flat_fit({2.0, 1.0, 0.0}, {true, true, false});
    Smoothing smoothing;
    smoothing.width_from_40 = 10;
    CHECK(refuses_with("odd", [&] { smoothed_b(fit, smoothing); }));
    smoothing = {};
    smoothing.taper_from_age = 105;
    CHECK(refuses_with("taper", [&] { smoothed_b(fit, smoothing); }));
    CHECK(refuses_with("three fitted years", [&] { drift_of(fit, Sex::female); }));
}
