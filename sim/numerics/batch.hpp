#pragma once

#include "sim/numerics/philox.hpp"

#include <span>

namespace framsyn::sim {

// Many values at once: the same bits as the functions of one value, for every argument (also 0, infinity, NaN),
// several times faster. `out` has the length of the input, else std::invalid_argument; it may be the input itself,
// but not overlap it in part. Errors and sources are those of the functions of one value.

/// Which instructions to use; for tests, as the bits are the same: `portable` is what every processor has.
enum class Vectors { portable, widest };

/// out[i] = exp(x[i]).
void exp_batch(std::span<const double> x, std::span<double> out, Vectors vectors = Vectors::widest);

/// out[i] = log(x[i]).
void log_batch(std::span<const double> x, std::span<double> out, Vectors vectors = Vectors::widest);

/// out[i] = normal_quantile(p[i]).
void normal_quantile_batch(std::span<const double> p, std::span<double> out, Vectors vectors = Vectors::widest);

/// out[i] = philox(counters[i], key).
void philox_batch(std::span<const PhiloxCounter> counters, PhiloxKey key, std::span<PhiloxCounter> out,
                  Vectors vectors = Vectors::widest);

} // namespace framsyn::sim
