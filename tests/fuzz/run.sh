#!/usr/bin/env bash
# run.sh PROGRAM: lets libFuzzer feed it for FRAMSYN_FUZZ_SECONDS (120). What it learns stays in the build, for the next
# time; an input that breaks the program too, as PROGRAM-crash-….
set -euo pipefail

program="$1"
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
mkdir -p "$program-corpus"
exec "$program" -max_total_time="${FRAMSYN_FUZZ_SECONDS:-120}" -max_len=2048 -timeout=20 -print_final_stats=1 \
    -verbosity=0 -print_funcs=0 -dict="$here/scenario.dict" -artifact_prefix="$program-" "$program-corpus" "$here/corpus"
