#!/usr/bin/env bash
# record.sh COMMAND SCENARIO FOLDER: what run.sh with the same arguments finds, as docs/performance.md.
set -euo pipefail

found="$("$(dirname "${BASH_SOURCE[0]}")/run.sh" "$@")"
{
    echo "# Performance"
    echo
    echo "Written by \`./dev bench --record\` on ${CMAKE_BUILD_PARALLEL_LEVEL:-$(nproc)} processors; times differ between machines and hours, results do not."
    echo
    echo '```'
    echo "$found"
    echo '```'
    echo
    cat tests/benchmarks/tried.md
} >docs/performance.md
cat docs/performance.md
