#!/usr/bin/env bash
# kernel.sh HASH_PROGRAM [--all]: the kernel's hash must be the same with 1, 2 and 4 threads and with a C library that
# may not use fused multiply-add or wide vectors; with --all also for g++ and clang, -O0 and -O3, and with the address
# sanitizer, from sim/ alone.
set -euo pipefail

program="$1"
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
# Without fused multiply-add and wide vectors the C library takes other paths through exp, log and sin.
old_processor=glibc.cpu.hwcaps=-FMA,-AVX2,-FMA4,-AVX512F
expected="$("$program" 1)"
ways=0

same() {
    local name="$1" found
    shift
    found="$("$@")" || { echo "$name: failed"; exit 1; }
    if [[ $found != "$expected" ]]; then
        echo "DIFFERENT BITS: $name gives $found, one thread gives $expected"
        exit 1
    fi
    ways=$((ways + 1))
}

same "two threads" "$program" 2
same "four threads" "$program" 4
same "an older processor's C library" env GLIBC_TUNABLES="$old_processor" "$program" 2

if [[ ${2:-} == --all ]]; then
    work="$(mktemp -d)"
    trap 'rm -rf "$work"' EXIT
    for compiler in g++ clang++-19; do
        for options in -O0 -O3 "-O1 -fsanitize=address,undefined"; do
            echo "$compiler $options"
            # shellcheck disable=SC2086
            "$compiler" -std=c++20 $options -ffp-contract=off -fopenmp -I"$root" -o "$work/hash" \
                "$root/tests/same_bits/kernel_hash.cpp" "$root"/sim/*.cpp "$root"/sim/numerics/*.cpp \
                "$root"/sim/experiment/*.cpp
            same "$compiler $options" env ASAN_OPTIONS=detect_leaks=0 "$work/hash" 2
        done
    done
fi
echo "$ways ways, the same bits: $expected"
