#pragma once

#include "sim/statistics.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace framsyn::sim {

/// The confidence interval mean - half_width to mean + half_width, in the unit of the values.
struct MeanInterval {
    double mean = 0.0;       ///< NaN without values
    double half_width = 0.0; ///< infinite with fewer than two values: they say nothing about their spread
    std::int64_t count = 0;
};

/// Student's interval for the mean of independent, equally distributed values (one a replication): exact for normal
/// values, else in the limit. `level` in (0, 1); throws std::invalid_argument otherwise.
[[nodiscard]] MeanInterval mean_interval(std::span<const double> values, double level = 0.95);
[[nodiscard]] MeanInterval mean_interval(const Tally& values, double level = 0.95);

/// What one long run says about its mean when it is cut into batches.
struct BatchMeans {
    MeanInterval interval; ///< from the batch means, as if they were independent; `count` is their number
    /// Autocorrelation of neighbouring batch means, in [-1, 1]; NaN if they are all equal. Independent ones have a mean
    /// near -1/batches and a standard error near 1/sqrt(batches). Well above that, the batches are too short and the
    /// interval too narrow.
    double lag1 = 0.0;
    std::size_t batch_size = 0;
    std::size_t left_out = 0; ///< values at the beginning that fill no batch
};

/// Batch means of a stationary series (delete the warm-up first) with a fixed number of batches; 10 to 30 is advised by
/// Schmeiser (1982), Operations Research 30(3). Throws std::invalid_argument with fewer than two batches, fewer values
/// than batches, or a level outside (0, 1).
[[nodiscard]] BatchMeans batch_means(std::span<const double> series, std::size_t batches = 20, double level = 0.95);

/// Where MSER-5 would end the warm-up of a series.
struct Truncation {
    bool found = false;          ///< false: no end in the first half of the series, which is too short to tell
    std::size_t warm_up = 0;     ///< how many observations to delete, a multiple of 5; 0 if none was found
    double standard_error = 0.0; ///< the smallest root of the MSER statistic: of the mean of what remains, as if its
                                 ///< batch means were independent; NaN for a series of fewer than 50
};

/// MSER-5, offered as a check of a warm-up and not as a proof: White (1997), Simulation 69(6); White, Cobb and Spratt
/// (2000), Proceedings of the Winter Simulation Conference. Over the means Z of batches of 5, of which there are n
/// (up to 4 observations at the end are left out), the d that minimises
/// MSER(d) = sum of (Z_i - mean of Z_d+1..Z_n)^2 over i = d+1..n, divided by (n - d)^2;
/// the smallest such d of 0..n-5, as the last few means can be alike by chance. Accepted only if d <= n/2, and only
/// for at least 50 observations. One long random series may still deceive it: give it the mean_path of replications.
[[nodiscard]] Truncation mser5(std::span<const double> series);

/// The mean over replications of each observation, summed in the order of the replications, whatever thread each
/// ran on. Throws std::invalid_argument unless all have the same length; empty if there are none.
[[nodiscard]] std::vector<double> mean_path(std::span<const std::vector<double>> replications);

} // namespace framsyn::sim
