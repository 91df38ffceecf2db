#!/usr/bin/env bash
# What must not stand in which part of the code: ./dev lint. Which room may include which is rooms.mjs.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

files="$(git ls-files --cached --others --exclude-standard -- app sim models tests | grep -E '\.[ch]pp$')"
none='^$'
status=0

# forbid WHERE BUT PATTERN WHY: in files whose path matches WHERE and not BUT, no line may match PATTERN.
forbid() {
    local where="$1" but="$2" pattern="$3" why="$4" hits
    hits="$(grep -E "$where" <<<"$files" | grep -vE "$but" | xargs -r grep -nHE -- "$pattern" || true)"
    [[ -z $hits ]] && return
    printf '%s\n%s\n\n' "$why:" "$hits"
    status=1
}

forbid '^(sim|models)/' "$none" '#include <(fstream|iostream|ostream|filesystem|cstdio|stdio.h|print|unistd.h)>' \
    "sim and models open no file and no console"
forbid '^(sim|models)/' '^sim/experiment/' '#include <(thread|mutex|shared_mutex|future|condition_variable|omp.h)>' \
    "threads live in sim/experiment"
forbid '^(sim|models)/' "$none" '(system|steady|high_resolution)_clock|std::time\(' "sim and models read no clock"
forbid '^(sim|models)/' "$none" 'std::(exp|exp2|expm1|log|log2|log10|log1p|pow|sin|cos|tan|asin|acos|atan2?|sinh|cosh|tanh|[lt]gamma|erfc?)\(' \
    "what reaches a result uses sim/numerics/elementary.hpp"
forbid '^(sim|models|app)/' "$none" 'std::[a-z_]+_distribution|std::mt19937|std::random_device' \
    "what reaches a result uses our own streams and samplers"
forbid '^app/(ground|scenario|tables|import|browser)/' '^app/ground/disk/' \
    '#include <(fstream|iostream|cstdio|thread|mutex|chrono|ctime|unistd.h|fcntl.h)>' \
    "what also runs in a page knows no disk, console, thread or clock"
forbid '^app/(ground|scenario|tables|import|browser)/' '^app/ground/disk/' '(system|steady|high_resolution)_clock|std::time\(' \
    "what also runs in a page reads no clock"
exit $status
