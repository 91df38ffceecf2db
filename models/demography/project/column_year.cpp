#include "models/demography/project/column_year.hpp"

#include "sim/numerics/processor.hpp"

#include <cstring>
#include <tuple>

namespace framsyn::demography {
namespace {

constexpr auto ages = static_cast<std::size_t>(age_count);
constexpr std::size_t strands = std::tuple_size_v<Strands>;
constexpr std::size_t rest = ages % strands; ///< ages that don't make up four
static_assert(rest >= 2, "the two oldest classes meet in the last loop");

/// Four numbers that a processor works on as one, or as two pairs; a language extension of GCC and Clang.
using Four = double __attribute__((vector_size(4 * sizeof(double))));

template <class T>
FRAMSYN_KERNEL void load(const double* from, T& to) {
    std::memcpy(&to, from, sizeof(T));
}

FRAMSYN_KERNEL Strands stored(const Four& four) {
    Strands sums;
    std::memcpy(&sums, &four, sizeof four);
    return sums;
}

/// The year of the ages a, a + 1, … (as many as T has numbers), and its sums. Each sum is a variable of its own so that it
/// stays in a register.
template <class T, bool Shared>
// NOLINTNEXTLINE(readability-function-size)
FRAMSYN_KERNEL void live_through_at(const ColumnYear& year, std::size_t a, T& later, T& out, T& in, T& emigration,
                                    T& immigration, T& deaths) {
    T people{}, rate{}, abroad_rate{}, arriving{}, from_abroad{}, survival{};
    load(year.january + a, people);
    load(year.out_rate + a, rate);
    load(year.emigration_rate + a, abroad_rate);
    load(year.pool + a, arriving);
    if constexpr (Shared) {
        T share{};
        load(year.share + a, share);
        arriving *= share;
    }
    load(year.immigration + a, from_abroad);
    load(year.survival + a, survival);
    const T leaving = people * rate;
    const T abroad = people * abroad_rate;
    from_abroad *= year.immigration_level;
    const T half = 0.5 * ((arriving - leaving) + (from_abroad - abroad));
    const T at_risk = people + half;
    const T alive = at_risk * survival;
    later = alive + half;
    out += leaving;
    in += arriving;
    emigration += abroad;
    immigration += from_abroad;
    deaths += at_risk - alive;
}

template <bool Shared>
FRAMSYN_KERNEL ColumnSums live_through_all(ColumnYear year, double* december) {
    Four later{}, out{}, in{}, emigration{}, immigration{}, deaths{};
    december[0] = 0.0;
    std::size_t a = 0;
    for (; a + strands <= ages; a += strands) {
        live_through_at<Four, Shared>(year, a, later, out, in, emigration, immigration, deaths);
        std::memcpy(december + a + 1, &later, sizeof later);
    }
    ColumnSums sums{stored(out), stored(in), stored(emigration), stored(immigration), stored(deaths)};
    std::array<double, rest> oldest;
    for (std::size_t s = 0; s < rest; ++s) {
        live_through_at<double, Shared>(year, a + s, oldest[s], sums.internal_out[s], sums.internal_in[s],
                                        sums.emigration[s], sums.immigration[s], sums.deaths[s]);
    }
    for (std::size_t s = 0; s + 1 < rest; ++s) december[a + s + 1] = oldest[s];
    december[ages - 1] += oldest[rest - 1];
    return sums;
}

FRAMSYN_KERNEL ColumnSums live_through_any(const ColumnYear& year, double* december) {
    return year.share == nullptr ? live_through_all<false>(year, december) : live_through_all<true>(year, december);
}

FRAMSYN_KERNEL void add_movers_all(const double* people, const double* rate, double* __restrict pool) {
    for (std::size_t a = 0; a < ages; ++a) pool[a] += people[a] * rate[a];
}

FRAMSYN_KERNEL Strands births_of_ages(const double* rate, const double* january, const double* december,
                                      std::size_t first, std::size_t end) {
    Four sum{};
    std::size_t a = first - first % strands; // whole fours as far as there are; the rates outside are 0
    for (; a < end && a + strands <= ages; a += strands) {
        Four rates{}, before{}, after{};
        load(rate + a, rates);
        load(january + a, before);
        load(december + a, after);
        sum += rates * (0.5 * (before + after));
    }
    Strands births = stored(sum);
    for (; a < end; ++a) births[a % strands] += rate[a] * (0.5 * (january[a] + december[a]));
    return births;
}

FRAMSYN_KERNEL void log_survival_all(const double* death_rate, double infant_hazard, double level,
                                     double* __restrict out) {
    for (std::size_t a = 0; a + 1 < ages; ++a) out[a] = -level * (0.5 * (death_rate[a] + death_rate[a + 1]));
    out[ages - 1] = -level * death_rate[ages - 1];
    out[0] = -level * infant_hazard;
}

#ifdef FRAMSYN_AVX2
FRAMSYN_AVX2 ColumnSums live_through_avx2(const ColumnYear& year, double* december) {
    return live_through_any(year, december);
}
FRAMSYN_AVX2 void add_movers_avx2(const double* people, const double* rate, double* pool) {
    add_movers_all(people, rate, pool);
}
FRAMSYN_AVX2 Strands births_avx2(const double* rate, const double* january, const double* december, std::size_t first,
                                 std::size_t end) {
    return births_of_ages(rate, january, december, first, end);
}
FRAMSYN_AVX2 void log_survival_avx2(const double* death_rate, double infant_hazard, double level, double* out) {
    log_survival_all(death_rate, infant_hazard, level, out);
}
#endif

} // namespace

ColumnSums live_through(const ColumnYear& year, double* december, [[maybe_unused]] sim::Vectors vectors) {
#ifdef FRAMSYN_AVX2
    if (vectors == sim::Vectors::widest && sim::has_avx2()) return live_through_avx2(year, december);
#endif
    return live_through_any(year, december);
}

void add_movers(const double* people, const double* rate, double* pool, [[maybe_unused]] sim::Vectors vectors) {
#ifdef FRAMSYN_AVX2
    if (vectors == sim::Vectors::widest && sim::has_avx2()) return add_movers_avx2(people, rate, pool);
#endif
    add_movers_all(people, rate, pool);
}

Strands births_by_age(const double* rate, const double* january, const double* december, Eigen::Index first,
                      Eigen::Index end, [[maybe_unused]] sim::Vectors vectors) {
    const auto from = static_cast<std::size_t>(first);
    const auto to = static_cast<std::size_t>(end);
#ifdef FRAMSYN_AVX2
    if (vectors == sim::Vectors::widest && sim::has_avx2()) return births_avx2(rate, january, december, from, to);
#endif
    return births_of_ages(rate, january, december, from, to);
}

void log_survival(const double* death_rate, double infant_hazard, double level, double* out,
                  [[maybe_unused]] sim::Vectors vectors) {
#ifdef FRAMSYN_AVX2
    if (vectors == sim::Vectors::widest && sim::has_avx2())
        return log_survival_avx2(death_rate, infant_hazard, level, out);
#endif
    log_survival_all(death_rate, infant_hazard, level, out);
}

} // namespace framsyn::demography
