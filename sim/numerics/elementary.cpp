#include "sim/numerics/elementary.hpp"
#include "sim/numerics/elementary_kernels.hpp"

#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>

namespace framsyn::sim {
namespace {

using namespace kernels;

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

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

} // namespace

double exp(double x) {
    if (x >= -690.0 && x <= 690.0) return exp_ordinary(x);
    if (x != x) return x;
    if (x > 709.79) return kInfinity;
    if (x < -745.2) return 0.0;
    double shifted = 0.0;
    const double mantissa = exp_mantissa(x, shifted);
    return scale_by_power_of_two(mantissa, static_cast<int>(shifted - kRoundShift));
}

double log(double x) {
    if (!(x > 0.0)) return x == 0.0 ? -kInfinity : kNaN;
    if (x == kInfinity) return kInfinity;
    if (x < std::numeric_limits<double>::min()) return log_ordinary(x * 0x1p54, -54);
    return log_ordinary(x);
}

double expm1(double x) {
    if (x >= -0.35 && x <= 0.35) return x + x * x * exp_tail(x);
    return exp(x) - 1.0;
}

double log1p(double x) {
    if (!(x >= -0.25 && x <= 0.4)) return log(1.0 + x);
    const double s = x / (2.0 + x);
    const double w = s * s;
    return x - s * (x - 2.0 * (w * atanh_tail(w)));
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
    if (q >= -0.425 && q <= 0.425) return quantile_centre(q);
    const double tail = q < 0.0 ? p : 1.0 - p;
    if (!(tail > 0.0)) return tail == 0.0 ? (q < 0.0 ? -kInfinity : kInfinity) : kNaN;
    const double r = std::sqrt(-log(tail));
    const double value = r <= 5.0 ? quantile_middle(r) : quantile_tail(r);
    return q < 0.0 ? -value : value;
}

} // namespace framsyn::sim
