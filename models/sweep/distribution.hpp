#pragma once

#include "models/values/name_table.hpp"

#include <cstddef>

namespace framsyn::sweep {

/// How a parameter of a sweep is spread.
enum class Spread {
    uniform,      ///< low–high
    log_uniform,  ///< the logarithm is uniform; 0 < low
    triangular,   ///< low–value–high
    split_normal, ///< as the draws of a study: the median is value, and low–high holds 95 %, cut at min and max
    choices       ///< 0, 1, … count − 1, all as likely
};
inline constexpr NameTable<Spread, 5> spread_names{{{Spread::uniform, "uniform"},
                                                    {Spread::log_uniform, "log-uniform"},
                                                    {Spread::triangular, "triangular"},
                                                    {Spread::split_normal, "own"},
                                                    {Spread::choices, "list"}}};

struct Distribution {
    Spread spread = Spread::uniform;
    double low = 0.0, value = 0.0, high = 0.0;
    double min = 0.0, max = 0.0; ///< of a split normal
    std::size_t count = 0;       ///< of choices
};

/// The value below which a share u of the distribution lies, 0 < u < 1; rises with u.
double quantile(const Distribution& distribution, double u);

} // namespace framsyn::sweep
