#pragma once

// Internal: loops that are compiled once more for processors with AVX2, by hand:
//
//     FRAMSYN_KERNEL void loop(…) {…}
//     #ifdef FRAMSYN_AVX2
//     FRAMSYN_AVX2 void loop_avx2(…) { loop(…); }
//     #endif
//
// Never with FMA, which rounds differently: both give the same bits.

#define FRAMSYN_KERNEL [[gnu::always_inline]] inline

#if defined(__x86_64__) && defined(__GNUC__)
#define FRAMSYN_AVX2 __attribute__((target("avx2")))

namespace framsyn::sim {

inline bool has_avx2() {
    static const bool known = __builtin_cpu_supports("avx2") != 0;
    return known;
}

} // namespace framsyn::sim
#endif
