#!/usr/bin/env bash
# same_bytes.sh COMMAND [COMMAND...]: the same scenario, seed and version must give the same files whatever the number
# of threads, the processor and the compiler. Runs a small version of the Helse Nord baseline in several ways and
# compares the SHA-256 of every file but manifest.json, which tells of the machine. PNG, PDF and XLSX come from the
# machine's own packages, which are the same here, so they are compared too.
set -euo pipefail

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
scenario="$root/scenarios/helse-nord/baseline.toml"
# Without fused multiply-add and wide vectors the C library takes other paths through exp, log and sin.
old_processor=glibc.cpu.hwcaps=-FMA,-AVX2,-FMA4,-AVX512F

# sums NAME THREADS COMMAND [VARIABLE=VALUE...]: runs, and writes the sums of all result files to NAME.sums
sums() {
    local name="$1" threads="$2" command="$3"
    shift 3
    echo "$name"
    env "$@" "$command" run "$scenario" --out "$work/$name" --quiet --threads "$threads" --seed 7 \
        --replications 4 --set run.draws=100 </dev/null >/dev/null
    (cd "$work/$name" && find . -type f ! -name manifest.json -print0 | sort -z | xargs -0 sha256sum) >"$work/$name.sums"
    rm -rf "${work:?}/$name"
}

same() {
    if ! diff "$work/one-thread.sums" "$work/$1.sums" >"$work/difference"; then
        echo "DIFFERENT BYTES: one-thread and $1"
        sed -n 's/^[<>] [0-9a-f]*  /    /p' "$work/difference" | sort -u
        return 1
    fi
}

[[ $# -gt 0 ]] || { echo "usage: same_bytes.sh COMMAND [COMMAND...]" >&2; exit 2; }
first="$1"
shift
sums one-thread 1 "$first"
[[ $(wc -l <"$work/one-thread.sums") -gt 10 ]] || { echo "the run left hardly any files" >&2; exit 1; }

status=0
n=0
sums two-threads 2 "$first"
same two-threads || status=1
sums four-threads 4 "$first"
same four-threads || status=1
sums older-processor 2 "$first" GLIBC_TUNABLES="$old_processor"
same older-processor || status=1
for other in "$@"; do
    name="other-command-$((n += 1))"
    sums "$name" 2 "$other"
    same "$name" || status=1
done
[[ $status -eq 0 ]] && echo "$(wc -l <"$work/one-thread.sums") files, the same bytes in every run"
exit $status
