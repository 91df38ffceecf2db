#!/usr/bin/env bash
# random_battery.sh PROGRAM: our random numbers against dieharder (Debian package dieharder, R. G. Brown, 3.31.1), each
# order that PROGRAM (random_streams) writes against each test of the list.
#
# Passes when (1) every test gives a p-value, (2) none is below 1e-6 or above 1 - 1e-6, (3) those below 0.005 or above
# 0.995, of which one in a hundred is expected, are at most mean + 4 standard deviations + 1. Truly random numbers would
# fail for about one seed in a thousand; ours are fixed, so the outcome changes only with the code.
set -euo pipefail

program="$(realpath "$1")"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT

# Left out: what dieharder itself doubts (5 6 7 14) and what takes many minutes (17 102).
tests=(0 1 2 3 4 8 9 10 11 12 13 15 16 100 101 "200 -n 4" "201 -n 3" "202 -n 5" "203 -n 3" 204 205 206 207 208 209)

one_test() { # STREAM TEST [ARGUMENT...]; the program stops when dieharder has read enough
    "$program" "$1" 2>/dev/null | dieharder -g 200 -d "${@:2}" >"$work/$1.$2" || true
}
export program work
export -f one_test
for test in "${tests[@]}"; do
    for stream in one keys entities; do printf '%s %s\n' "$stream" "$test"; done
done | xargs -P "${CTEST_PARALLEL_LEVEL:-$(nproc)}" -L 1 bash -c 'one_test "$@"' _

# A line of a result: name | ntuple | samples | repetitions | p-value | dieharder's opinion
for result in "$work"/*; do
    awk -F'|' -v id="$(basename "$result")" '
        $5 ~ /^ *[01]\.[0-9]+ *$/ { print id, $1, $2, $5; n++ }
        END { if (!n) print id, "none", 0, "nothing" }' "$result"
done | awk -v expected=$((3 * ${#tests[@]})) '
    { tests[$1] = 1 }
    $4 == "nothing" { print "no p-value: " $1; bad = 1; next }
    { n++ }
    $4 < 1e-6 || $4 > 1 - 1e-6 { print "failed: " $0; bad = 1; next }
    $4 < 0.005 || $4 > 0.995 { print "unusual: " $0; unusual++ }
    END {
        limit = n / 100 + 4 * sqrt(n / 100) + 1
        if (length(tests) != expected || unusual > limit) bad = 1
        printf "%d of %d tests, %d p-values, %d unusual (at most %d): %s\n", length(tests), expected, n, unusual, limit,
            bad ? "FAILED" : "passed"
        exit bad
    }'
