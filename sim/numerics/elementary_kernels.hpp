#pragma once

#include <bit>
#include <cstdint>

// Internal: what elementary.cpp (one value) and batch.cpp (many) share, so that both give the same bits. Without
// branches, so that a loop over them becomes vector instructions.
namespace framsyn::sim::kernels {

// Adding and subtracting 1.5 * 2^52 rounds to the nearest whole number, for |x| < 2^51.
inline constexpr double kRoundShift = 0x1.8p52;

// log 2 in two parts; the first has trailing zeros, so that its product with a small whole number is exact.
inline constexpr double kLog2High = 0x1.62e42feep-1;
inline constexpr double kLog2Low = 0x1.a39ef35793c76p-33;
inline constexpr double kLog2Inverse = 0x1.71547652b82fep0;

// (e^r - 1 - r) / r^2 for |r| <= 0.35: the Taylor series to r^13/13!, which leaves out less than 5e-18.
[[gnu::always_inline]] inline double exp_tail(double r) {
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
[[gnu::always_inline]] inline double atanh_tail(double w) {
    const double w2 = w * w;
    const double w4 = w2 * w2;
    const double a = 1.0 / 3.0 + w * (1.0 / 5.0);
    const double b = 1.0 / 7.0 + w * (1.0 / 9.0);
    const double c = 1.0 / 11.0 + w * (1.0 / 13.0);
    const double d = 1.0 / 15.0 + w * (1.0 / 17.0);
    const double e = 1.0 / 19.0 + w * (1.0 / 21.0);
    return (a + w2 * b) + w4 * ((c + w2 * d) + w4 * (e + w2 * (1.0 / 23.0)));
}

/// e^x / 2^k, with k the whole number nearest x / log 2. The last bits of `shifted` are k.
[[gnu::always_inline]] inline double exp_mantissa(double x, double& shifted) {
    shifted = x * kLog2Inverse + kRoundShift;
    const double k = shifted - kRoundShift;
    const double r = (x - k * kLog2High) - k * kLog2Low;
    return 1.0 + (r + r * r * exp_tail(r));
}

/// e^x for |x| <= 690, where 2^k and the result are normal numbers, so that adding k to the exponent is exact.
[[gnu::always_inline]] inline double exp_ordinary(double x) {
    double shifted = 0.0;
    const double mantissa = exp_mantissa(x, shifted);
    return std::bit_cast<double>(std::bit_cast<std::uint64_t>(mantissa) +
                                 (std::bit_cast<std::uint64_t>(shifted) << 52U));
}

/// log(x * 2^shift) for a normal positive x. Source and error: sim::log.
[[gnu::always_inline]] inline double log_ordinary(double x, int shift = 0) {
    // x = m 2^k with m in [sqrt(1/2), sqrt(2)): k + 1023 stands in the exponent of x times sqrt(2) or so. The whole
    // number becomes a double as the last bits of 2^52 do, for want of such an instruction in SSE2.
    constexpr std::uint64_t kRootHalf = 0x3fe6a09e667f3bcdULL;
    constexpr std::uint64_t kOne = 0x3ff0000000000000ULL;
    const std::uint64_t bits = std::bit_cast<std::uint64_t>(x);
    const std::uint64_t biased = (bits + (kOne - kRootHalf)) >> 52U;
    const double k = std::bit_cast<double>(biased | 0x4330000000000000ULL) - (0x1p52 + 1023.0) + shift;
    const double f = std::bit_cast<double>(bits - (biased << 52U) + kOne) - 1.0;
    const double s = f / (2.0 + f);
    const double w = s * s;
    // 2 atanh(s) = f - s f + 2 s w tail: f is exact, so that little is rounded near x = 1.
    const double rest = k * kLog2Low - s * (f - 2.0 * (w * atanh_tail(w)));
    return k * kLog2High + (f + rest);
}

// Coefficients of AS 241: |p - 1/2| <= 0.425, then sqrt(-log p) up to 5, then beyond.
inline constexpr double kCentreOver[8] = {3.3871328727963666080e0, 1.3314166789178437745e2, 1.9715909503065514427e3,
                                          1.3731693765509461125e4, 4.5921953931549871457e4, 6.7265770927008700853e4,
                                          3.3430575583588128105e4, 2.5090809287301226727e3};
inline constexpr double kCentreUnder[8] = {1.0,
                                           4.2313330701600911252e1,
                                           6.8718700749205790830e2,
                                           5.3941960214247511077e3,
                                           2.1213794301586595867e4,
                                           3.9307895800092710610e4,
                                           2.8729085735721942674e4,
                                           5.2264952788528545610e3};
inline constexpr double kMiddleOver[8] = {
    1.42343711074968357734e0, 4.63033784615654529590e0,  5.76949722146069140550e0,  3.64784832476320460504e0,
    1.27045825245236838258e0, 2.41780725177450611770e-1, 2.27238449892691845833e-2, 7.74545014278341407640e-4};
inline constexpr double kMiddleUnder[8] = {1.0,
                                           2.05319162663775882187e0,
                                           1.67638483018380384940e0,
                                           6.89767334985100004550e-1,
                                           1.48103976427480074590e-1,
                                           1.51986665636164571966e-2,
                                           5.47593808499534494600e-4,
                                           1.05075007164441684324e-9};
inline constexpr double kTailOver[8] = {6.65790464350110377720e0,  5.46378491116411436990e0,  1.78482653991729133580e0,
                                        2.96560571828504891230e-1, 2.65321895265761230930e-2, 1.24266094738807843860e-3,
                                        2.71155556874348757815e-5, 2.01033439929228813265e-7};
inline constexpr double kTailUnder[8] = {1.0,
                                         5.99832206555887937690e-1,
                                         1.36929880922735805310e-1,
                                         1.48753612908506148525e-2,
                                         7.86869131145613259100e-4,
                                         1.84631831751005468180e-5,
                                         1.42151175831644588870e-7,
                                         2.04426310338993978564e-15};

[[gnu::always_inline]] inline double polynomial(const double (&c)[8], double r) {
    return ((((((c[7] * r + c[6]) * r + c[5]) * r + c[4]) * r + c[3]) * r + c[2]) * r + c[1]) * r + c[0];
}

/// The normal quantile of p = 1/2 + q for |q| <= 0.425; of tail = exp(-r^2) for r <= 5 and beyond (without sign).
[[gnu::always_inline]] inline double quantile_centre(double q) {
    const double r = 0.180625 - q * q;
    return q * (polynomial(kCentreOver, r) / polynomial(kCentreUnder, r));
}
[[gnu::always_inline]] inline double quantile_middle(double r) {
    return polynomial(kMiddleOver, r - 1.6) / polynomial(kMiddleUnder, r - 1.6);
}
[[gnu::always_inline]] inline double quantile_tail(double r) {
    return polynomial(kTailOver, r - 5.0) / polynomial(kTailUnder, r - 5.0);
}

} // namespace framsyn::sim::kernels
