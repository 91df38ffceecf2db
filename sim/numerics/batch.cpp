#include "sim/numerics/batch.hpp"
#include "sim/numerics/elementary.hpp"
#include "sim/numerics/elementary_kernels.hpp"
#include "sim/numerics/processor.hpp"
#include "sim/numerics/random_stream.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <limits>
#include <stdexcept>

#ifdef FRAMSYN_AVX2
#include <immintrin.h>
#endif

namespace framsyn::sim {
namespace {

using namespace kernels;

// Few enough to stay in the processor's first cache, enough to keep it busy.
constexpr std::size_t kChunk = 256;

// Both tests compare the bits as whole numbers, whose difference has its first bit set where it is negative: compilers
// make vectors of that for any processor, but jumps of two comparisons of doubles.
constexpr std::uint64_t kFirstBit = std::uint64_t{1} << 63U;

// Whether low <= x[i] <= high for all; 0 < low. What is negative or isn't a number lies outside.
FRAMSYN_KERNEL bool all_within(const double* x, std::size_t n, double low, double high) {
    std::uint64_t outside = 0;
    for (std::size_t i = 0; i < n; ++i) {
        const auto bits = std::bit_cast<std::uint64_t>(x[i]);
        outside |= (bits - std::bit_cast<std::uint64_t>(low)) | (std::bit_cast<std::uint64_t>(high) - bits);
    }
    return (outside & kFirstBit) == 0;
}

// Whether |x[i]| <= bound for all; what isn't a number isn't.
FRAMSYN_KERNEL bool all_below(const double* x, std::size_t n, double bound) {
    std::uint64_t outside = 0;
    for (std::size_t i = 0; i < n; ++i) {
        outside |= std::bit_cast<std::uint64_t>(bound) - (std::bit_cast<std::uint64_t>(x[i]) & ~kFirstBit);
    }
    return (outside & kFirstBit) == 0;
}

FRAMSYN_KERNEL void exp_chunk(const double* x, double* out, std::size_t n) {
    if (all_below(x, n, 690.0)) {
        for (std::size_t i = 0; i < n; ++i) out[i] = exp_ordinary(x[i]);
    } else {
        for (std::size_t i = 0; i < n; ++i) out[i] = exp(x[i]);
    }
}

FRAMSYN_KERNEL void log_chunk(const double* x, double* out, std::size_t n) {
    if (all_within(x, n, std::numeric_limits<double>::min(), std::numeric_limits<double>::max())) {
        for (std::size_t i = 0; i < n; ++i) out[i] = log_ordinary(x[i]);
    } else {
        for (std::size_t i = 0; i < n; ++i) out[i] = log(x[i]);
    }
}

FRAMSYN_KERNEL void normal_quantile_chunk(const double* p, double* out, std::size_t n) {
    std::array<double, kChunk> given;
    std::array<double, kChunk> tail;
    std::array<std::uint32_t, kChunk> place;
    std::copy_n(p, n, given.data());
    for (std::size_t i = 0; i < n; ++i) out[i] = quantile_centre(given[i] - 0.5);
    // Without jumps, which the processor would guess wrongly: every value is written, the next one over it unless it
    // lay outside.
    std::size_t outside = 0;
    for (std::size_t i = 0; i < n; ++i) {
        place[outside] = static_cast<std::uint32_t>(i);
        tail[outside] = given[i] < 1.0 - given[i] ? given[i] : 1.0 - given[i];
        outside += std::abs(given[i] - 0.5) <= 0.425 ? 0U : 1U;
    }
    // Above 2^-36 the root is below 5.
    const bool ordinary = all_within(tail.data(), outside, 0x1p-36, 0.5);
    for (std::size_t i = 0; i < outside; ++i) tail[i] = -log_ordinary(tail[i]);
    for (std::size_t i = 0; i < outside; ++i) tail[i] = std::sqrt(tail[i]);
    for (std::size_t i = 0; i < outside; ++i) tail[i] = quantile_middle(tail[i]);
    for (std::size_t i = 0; i < outside; ++i) out[place[i]] = std::copysign(tail[i], given[place[i]] - 0.5);
    if (ordinary) return;
    for (std::size_t i = 0; i < outside; ++i) out[place[i]] = normal_quantile(given[place[i]]);
}

enum class Function { exp, log, normal_quantile };

FRAMSYN_KERNEL void in_chunks(Function function, const double* x, double* out, std::size_t n) {
    for (std::size_t i = 0; i < n; i += kChunk) {
        const std::size_t size = std::min(kChunk, n - i);
        if (function == Function::exp) exp_chunk(x + i, out + i, size);
        if (function == Function::log) log_chunk(x + i, out + i, size);
        if (function == Function::normal_quantile) normal_quantile_chunk(x + i, out + i, size);
    }
}

void in_chunks_portable(Function function, const double* x, double* out, std::size_t n) {
    in_chunks(function, x, out, n);
}

#ifdef FRAMSYN_AVX2
FRAMSYN_AVX2 void in_chunks_avx2(Function function, const double* x, double* out, std::size_t n) {
    in_chunks(function, x, out, n);
}

// Four blocks in a vector, a word of each in the low half of every 64 bits; two vectors at a time hide the time a
// product takes. The high halves hold remains that a product ignores. Returns how many blocks it has made.
FRAMSYN_AVX2 std::size_t philox_avx2(const PhiloxCounter* counters, PhiloxKey key, PhiloxCounter* out, std::size_t n) {
    const __m256i multiplier0 = _mm256_set1_epi64x(kPhiloxMultiplier0);
    const __m256i multiplier1 = _mm256_set1_epi64x(kPhiloxMultiplier1);
    const __m256i low_half = _mm256_set1_epi64x(0xffffffff);
    std::size_t done = 0;
    for (; done + 8 <= n; done += 8) {
        __m256i a[2];
        __m256i b[2];
        __m256i c[2];
        __m256i d[2];
        for (std::size_t g = 0; g < 2; ++g) {
            const auto* from = reinterpret_cast<const __m256i_u*>(counters + done + 4 * g);
            const __m256i first = _mm256_loadu_si256(from);
            const __m256i second = _mm256_loadu_si256(from + 1);
            a[g] = _mm256_unpacklo_epi64(first, second);
            b[g] = _mm256_srli_epi64(a[g], 32);
            c[g] = _mm256_unpackhi_epi64(first, second);
            d[g] = _mm256_srli_epi64(c[g], 32);
        }
        PhiloxKey round_key = key;
        for (int round = 0; round < 10; ++round) {
            const __m256i key0 = _mm256_set1_epi64x(round_key[0]);
            const __m256i key1 = _mm256_set1_epi64x(round_key[1]);
            for (std::size_t g = 0; g < 2; ++g) {
                const __m256i product0 = _mm256_mul_epu32(a[g], multiplier0);
                const __m256i product1 = _mm256_mul_epu32(c[g], multiplier1);
                a[g] = _mm256_xor_si256(_mm256_xor_si256(_mm256_srli_epi64(product1, 32), b[g]), key0);
                b[g] = product1;
                c[g] = _mm256_xor_si256(_mm256_xor_si256(_mm256_srli_epi64(product0, 32), d[g]), key1);
                d[g] = product0;
            }
            round_key[0] += kPhiloxWeyl0;
            round_key[1] += kPhiloxWeyl1;
        }
        for (std::size_t g = 0; g < 2; ++g) {
            const __m256i ab = _mm256_or_si256(_mm256_and_si256(a[g], low_half), _mm256_slli_epi64(b[g], 32));
            const __m256i cd = _mm256_or_si256(_mm256_and_si256(c[g], low_half), _mm256_slli_epi64(d[g], 32));
            auto* to = reinterpret_cast<__m256i_u*>(out + done + 4 * g);
            _mm256_storeu_si256(to, _mm256_unpacklo_epi64(ab, cd));
            _mm256_storeu_si256(to + 1, _mm256_unpackhi_epi64(ab, cd));
        }
    }
    return done;
}
#endif

void require_same_length(std::size_t input, std::size_t output) {
    if (input != output) throw std::invalid_argument("batch: input and output differ in length");
}

void apply(Function function, std::span<const double> x, std::span<double> out, [[maybe_unused]] Vectors vectors) {
    require_same_length(x.size(), out.size());
#ifdef FRAMSYN_AVX2
    if (vectors == Vectors::widest && has_avx2()) {
        in_chunks_avx2(function, x.data(), out.data(), x.size());
        return;
    }
#endif
    in_chunks_portable(function, x.data(), out.data(), x.size());
}

} // namespace

void exp_batch(std::span<const double> x, std::span<double> out, Vectors vectors) {
    apply(Function::exp, x, out, vectors);
}

void log_batch(std::span<const double> x, std::span<double> out, Vectors vectors) {
    apply(Function::log, x, out, vectors);
}

void normal_quantile_batch(std::span<const double> p, std::span<double> out, Vectors vectors) {
    apply(Function::normal_quantile, p, out, vectors);
}

void philox_batch(std::span<const PhiloxCounter> counters, PhiloxKey key, std::span<PhiloxCounter> out,
                  [[maybe_unused]] Vectors vectors) {
    require_same_length(counters.size(), out.size());
    std::size_t i = 0;
#ifdef FRAMSYN_AVX2
    if (vectors == Vectors::widest && has_avx2()) i = philox_avx2(counters.data(), key, out.data(), counters.size());
#endif
    for (; i < counters.size(); ++i) out[i] = philox(counters[i], key);
}

void RandomStream::blocks(std::uint64_t first, std::span<RandomBlock> out) const {
    std::array<PhiloxCounter, kChunk> words;
    for (std::size_t done = 0; done < out.size(); done += kChunk) {
        const std::size_t size = std::min(kChunk, out.size() - done);
        for (std::size_t i = 0; i < size; ++i) words[i] = counter(first + done + i);
        philox_batch(std::span(words).first(size), key_, std::span(words).first(size));
        for (std::size_t i = 0; i < size; ++i) out[done + i].words = words[i];
    }
}

void RandomStream::blocks(std::span<const std::uint64_t> indices, std::span<RandomBlock> out) const {
    require_same_length(indices.size(), out.size());
    std::array<PhiloxCounter, kChunk> words;
    for (std::size_t done = 0; done < out.size(); done += kChunk) {
        const std::size_t size = std::min(kChunk, out.size() - done);
        for (std::size_t i = 0; i < size; ++i) words[i] = counter(indices[done + i]);
        philox_batch(std::span(words).first(size), key_, std::span(words).first(size));
        for (std::size_t i = 0; i < size; ++i) out[done + i].words = words[i];
    }
}

} // namespace framsyn::sim
