#include "sim/numerics/elementary.hpp"

#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>

namespace framsyn::sim {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

// Adding and subtracting 1.5 * 2^52 rounds to the nearest whole number, for |x| < 2^51.
constexpr double kRoundShift = 0x1.8p52;

// log 2 in two parts; the first has trailing zeros, so that its product with a small whole number is exact.
constexpr double kLog2High = 0x1.62e42feep-1;
constexpr double kLog2Low = 0x1.a39ef35793c76p-33;
constexpr double kLog2Inverse = 0x1.71547652b82fep0;

// pi/2 in three parts of 33 bits.
constexpr double kHalfPi1 = 0x1.921fb544p0;
constexpr double kHalfPi2 = 0x1.0b4611a6p-34;
constexpr double kHalfPi3 = 0x1.3198a2e037073p-69;
constexpr double kHalfPiInverse = 0x1.45f306dc9c883p-1;

constexpr double kHalfLogTwoPi = 0.91893853320467274178;
constexpr double kInverseRootTwoPi = 0.39894228040143267794;

double power_of_two(int exponent) {
    return std::bit_cast<double>(static_cast<std::uint64_t>(exponent + 1023) << 52U);
}

double scale_by_power_of_two(double value, int exponent) {
    if (exponent > 1000) return value * power_of_two(1000) * power_of_two(exponent - 1000);
    if (exponent < -1000) return value * power_of_two(exponent + 200) * power_of_two(-200);
    return value * power_of_two(exponent);
}

// (e^r - 1 - r) / r^2 for |r| <= 0.35: the Taylor series to r^13/13!, which leaves out less than 5e-18.
double exp_tail(double r) {
    const double r2 = r * r;
    const double r4 = r2 * r2;
    const double a = 1.0 / 2.0 + r * (1.0 / 6.0);
    const double b = 1.0 / 24.0 + r * (1.0 / 120.0);
    const double c = 1.0 / 720.0 + r * (1.0 / 5040.0);
    const double d = 1.0 / 40320.0 + r * (1.0 / 362880.0);
    const double e = 1.0 / 3628800.0 + r * (1.0 / 39916800.0);
    const double f = 1.0 / 479001600.0 + r * (1.0 / 6227020800.0);
    return (a + r2 * b) + r4 * ((c + r2 * d) + r4 * (e + r2 * f));
}

// atanh(s)/s - 1 over w = s^2, for w <= 0.0295: 1/3 + w/5 + ... + w^10/23.
double atanh_tail(double w) {
    const double w2 = w * w;
    const double w4 = w2 * w2;
    const double a = 1.0 / 3.0 + w * (1.0 / 5.0);
    const double b = 1.0 / 7.0 + w * (1.0 / 9.0);
    const double c = 1.0 / 11.0 + w * (1.0 / 13.0);
    const double d = 1.0 / 15.0 + w * (1.0 / 17.0);
    const double e = 1.0 / 19.0 + w * (1.0 / 21.0);
    return (a + w2 * b) + w4 * ((c + w2 * d) + w4 * (e + w2 * (1.0 / 23.0)));
}

// A normal positive double as m * 2^exponent with m in [sqrt(1/2), sqrt(2)).
double split_mantissa(double x, int& exponent) {
    constexpr std::uint64_t kRootHalf = 0x3fe6a09e667f3bcdULL;
    const std::uint64_t bits = std::bit_cast<std::uint64_t>(x);
    const std::int64_t shifted = static_cast<std::int64_t>(bits) - static_cast<std::int64_t>(kRootHalf);
    exponent = static_cast<int>(shifted >> 52);
    return std::bit_cast<double>(bits - (static_cast<std::uint64_t>(static_cast<std::int64_t>(exponent)) << 52U));
}

// sin(r) and cos(r) for |r| <= pi/4, Taylor to r^17 and r^18.
double sin_near_zero(double r) {
    const double w = r * r;
    double sum = 1.0 / 355687428096000.0;
    sum = -1.0 / 1307674368000.0 + w * sum;
    sum = 1.0 / 6227020800.0 + w * sum;
    sum = -1.0 / 39916800.0 + w * sum;
    sum = 1.0 / 362880.0 + w * sum;
    sum = -1.0 / 5040.0 + w * sum;
    sum = 1.0 / 120.0 + w * sum;
    sum = -1.0 / 6.0 + w * sum;
    return r + r * (w * sum);
}

double cos_near_zero(double r) {
    const double w = r * r;
    double sum = -1.0 / 6402373705728000.0;
    sum = 1.0 / 20922789888000.0 + w * sum;
    sum = -1.0 / 87178291200.0 + w * sum;
    sum = 1.0 / 479001600.0 + w * sum;
    sum = -1.0 / 3628800.0 + w * sum;
    sum = 1.0 / 40320.0 + w * sum;
    sum = -1.0 / 720.0 + w * sum;
    sum = 1.0 / 24.0 + w * sum;
    return (1.0 - 0.5 * w) + (w * w) * sum;
}

// The sine of x + quarter_turns * pi/2.
double sin_shifted(double x, int quarter_turns) {
    if (!(x >= -1e6 && x <= 1e6)) return kNaN;
    const double turns = (x * kHalfPiInverse + kRoundShift) - kRoundShift;
    const double r = ((x - turns * kHalfPi1) - turns * kHalfPi2) - turns * kHalfPi3;
    const auto quadrant = static_cast<unsigned>(static_cast<int>(turns) + quarter_turns) & 3U;
    const double value = (quadrant & 1U) != 0U ? cos_near_zero(r) : sin_near_zero(r);
    return (quadrant & 2U) != 0U ? -value : value;
}

// Stirling's series for x >= 15; the first term left out is below 1e-17 there.
double lgamma_stirling(double x) {
    const double inverse = 1.0 / x;
    const double w = inverse * inverse;
    double sum = -691.0 / 360360.0;
    sum = 1.0 / 1188.0 + w * sum;
    sum = -1.0 / 1680.0 + w * sum;
    sum = 1.0 / 1260.0 + w * sum;
    sum = -1.0 / 360.0 + w * sum;
    sum = 1.0 / 12.0 + w * sum;
    return ((x - 0.5) * log(x) - x) + (kHalfLogTwoPi + inverse * sum);
}

// The normal density. x is split so that the square of its leading half is exact.
double normal_density(double x) {
    const double high = std::bit_cast<double>(std::bit_cast<std::uint64_t>(x) & 0xfffffffff8000000ULL);
    const double low = x - high;
    return kInverseRootTwoPi * exp(-0.5 * high * high) * exp(-0.5 * low * (x + high));
}

// P(Z > x) / density(x) for x >= 1.5, Laplace's continued fraction; 200 terms leave out less than 1e-16 of
// it.
double mills_ratio(double x) {
    double tail = x;
    for (int n = 200; n >= 1; --n) tail = x + n / tail;
    return 1.0 / tail;
}

// (P(Z <= x) - 1/2) / density(x) for |x| < 1.5: x + x^3/3 + x^5/15 + ...
double central_ratio(double x) {
    const double w = x * x;
    double term = x;
    double sum = x;
    for (int n = 3; n <= 51; n += 2) {
        term = term * w / n;
        sum += term;
    }
    return sum;
}

double ratio(const double (&over)[8], const double (&under)[8], double r) {
    double a = over[7];
    double b = under[7];
    for (int i = 6; i >= 0; --i) {
        a = a * r + over[i];
        b = b * r + under[i];
    }
    return a / b;
}

// Coefficients of AS 241: |p - 1/2| <= 0.425, then sqrt(-log p) up to 5, then beyond.
constexpr double kCentreOver[8] = {3.3871328727963666080e0, 1.3314166789178437745e2, 1.9715909503065514427e3,
                                   1.3731693765509461125e4, 4.5921953931549871457e4, 6.7265770927008700853e4,
                                   3.3430575583588128105e4, 2.5090809287301226727e3};
constexpr double kCentreUnder[8] = {1.0,
                                    4.2313330701600911252e1,
                                    6.8718700749205790830e2,
                                    5.3941960214247511077e3,
                                    2.1213794301586595867e4,
                                    3.9307895800092710610e4,
                                    2.8729085735721942674e4,
                                    5.2264952788528545610e3};
constexpr double kMiddleOver[8] = {1.42343711074968357734e0,  4.63033784615654529590e0, 5.76949722146069140550e0,
                                   3.64784832476320460504e0,  1.27045825245236838258e0, 2.41780725177450611770e-1,
                                   2.27238449892691845833e-2, 7.74545014278341407640e-4};
constexpr double kMiddleUnder[8] = {1.0,
                                    2.05319162663775882187e0,
                                    1.67638483018380384940e0,
                                    6.89767334985100004550e-1,
                                    1.48103976427480074590e-1,
                                    1.51986665636164571966e-2,
                                    5.47593808499534494600e-4,
                                    1.05075007164441684324e-9};
constexpr double kTailOver[8] = {6.65790464350110377720e0,  5.46378491116411436990e0,  1.78482653991729133580e0,
                                 2.96560571828504891230e-1, 2.65321895265761230930e-2, 1.24266094738807843860e-3,
                                 2.71155556874348757815e-5, 2.01033439929228813265e-7};
constexpr double kTailUnder[8] = {1.0,
                                  5.99832206555887937690e-1,
                                  1.36929880922735805310e-1,
                                  1.48753612908506148525e-2,
                                  7.86869131145613259100e-4,
                                  1.84631831751005468180e-5,
                                  1.42151175831644588870e-7,
                                  2.04426310338993978564e-15};

} // namespace

double exp(double x) {
    if (x != x) return x;
    if (x > 709.79) return kInfinity;
    if (x < -745.2) return 0.0;
    const double k = (x * kLog2Inverse + kRoundShift) - kRoundShift;
    const double r = (x - k * kLog2High) - k * kLog2Low;
    const double value = 1.0 + (r + r * r * exp_tail(r));
    return scale_by_power_of_two(value, static_cast<int>(k));
}

double log(double x) {
    if (!(x > 0.0)) return x == 0.0 ? -kInfinity : kNaN;
    if (x == kInfinity) return kInfinity;
    int shift = 0;
    if (x < std::numeric_limits<double>::min()) {
        x *= 0x1p54;
        shift = -54;
    }
    int exponent = 0;
    const double f = split_mantissa(x, exponent) - 1.0;
    const double s = f / (2.0 + f);
    const double w = s * s;
    const double k = exponent + shift;
    // 2 atanh(s) = f - s f + 2 s w tail: f is exact, so that little is rounded near x = 1.
    const double rest = k * kLog2Low - s * (f - 2.0 * (w * atanh_tail(w)));
    return k * kLog2High + (f + rest);
}

double pow(double x, double y) {
    if (y == 0.0 || x == 1.0) return 1.0;
    if (x == 0.0) return y > 0.0 ? 0.0 : kInfinity;
    return exp(y * log(x));
}

double sin(double x) {
    return sin_shifted(x, 0);
}

double cos(double x) {
    return sin_shifted(x, 1);
}

double lgamma(double x) {
    if (!(x > 0.0)) return kNaN;
    if (x == kInfinity) return kInfinity;
    double product = 1.0;
    while (x < 15.0) {
        product *= x;
        x += 1.0;
    }
    return lgamma_stirling(x) - log(product);
}

double normal_cdf(double x) {
    if (x != x) return x;
    if (x > 39.0) return 1.0;
    if (x < -39.0) return 0.0;
    if (x >= 1.5) return 1.0 - normal_density(x) * mills_ratio(x);
    if (x <= -1.5) return normal_density(x) * mills_ratio(-x);
    return 0.5 + normal_density(x) * central_ratio(x);
}

double normal_quantile(double p) {
    const double q = p - 0.5;
    if (q >= -0.425 && q <= 0.425) return q * ratio(kCentreOver, kCentreUnder, 0.180625 - q * q);
    const double tail = q < 0.0 ? p : 1.0 - p;
    if (!(tail > 0.0)) return tail == 0.0 ? (q < 0.0 ? -kInfinity : kInfinity) : kNaN;
    const double r = std::sqrt(-log(tail));
    const double value = r <= 5.0 ? ratio(kMiddleOver, kMiddleUnder, r - 1.6) : ratio(kTailOver, kTailUnder, r - 5.0);
    return q < 0.0 ? -value : value;
}

} // namespace framsyn::sim
