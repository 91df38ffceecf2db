#pragma once

namespace framsyn::sim {

/// Elementary functions of our own. The C library's differ in the last digit between processors, compilers
/// fold them differently, and results must not: these use only + - * /, square root and bit operations of
/// IEEE double, in the written order (no contraction), and so give the same bits on every x86-64 machine,
/// compiler and -O level. Errors are tested against the C library and known values; NaN in, NaN out.

/// e^x. Relative error < 4e-16; 0 below -745.2 and infinity above 709.79.
[[nodiscard]] double exp(double x);

/// Natural logarithm. Relative error < 5e-16; -infinity at 0, NaN below.
[[nodiscard]] double log(double x);

/// e^x - 1 and log(1 + x), also where they are small. Relative error < 2e-15; ends as exp and log.
[[nodiscard]] double expm1(double x);
[[nodiscard]] double log1p(double x);

/// x^y for x >= 0, as exp(y log x): relative error < 5e-16 * (1 + |y log x|). pow(0, 0) = 1.
[[nodiscard]] double pow(double x, double y);

/// Sine and cosine of radians. Absolute error < 4e-16 for |x| <= 1e6; NaN beyond.
[[nodiscard]] double sin(double x);
[[nodiscard]] double cos(double x);

/// log of the gamma function for x > 0. Error < 4e-15 * max(4, |result|); NaN for x <= 0.
[[nodiscard]] double lgamma(double x);

/// P(Z <= x), Z standard normal. Relative error < 1e-14 for x > -37.
[[nodiscard]] double normal_cdf(double x);

/// The x with normal_cdf(x) = p, 0 < p < 1 (infinite at the ends). Relative error < 1e-14.
/// Wichura (1988), Algorithm AS 241, Applied Statistics 37(3), function PPND16.
[[nodiscard]] double normal_quantile(double p);

} // namespace framsyn::sim
