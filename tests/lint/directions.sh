#!/usr/bin/env bash
# The one-way picture of docs/architecture.md, read off the include lines: ./dev lint.
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

forbid '^sim/numerics/' "$none" '#include "(models|app|sim/([^n]|n[^u]))' "sim/numerics may use only itself"
forbid '^sim/' "$none" '#include "(models|app|tests)/' "sim may not know models or app"
forbid '^(sim|models)/' '^sim/experiment/' '#include "sim/experiment/' "only app runs experiments"
forbid '^models/' "$none" '#include "(app|tests)/' "models may not know app"
forbid '^models/demography/' "$none" '#include "(models/(need|care)|sim/([^n]|n[^u]))' \
    "demography may use only sim/numerics"
forbid '^models/need/' "$none" '#include "(models/care|sim/([^n]|n[^u]))' \
    "need may use only demography and sim/numerics"
forbid '^(sim|models)/' "$none" '#include <(fstream|iostream|ostream|filesystem|cstdio|stdio.h|print|unistd.h)>' \
    "sim and models open no file and no console"
forbid '^(sim|models)/' '^sim/experiment/' '#include <(thread|mutex|shared_mutex|future|condition_variable|omp.h)>' \
    "threads live in sim/experiment"
forbid '^(sim|models)/' "$none" '(system|steady|high_resolution)_clock|std::time\(' "sim and models read no clock"
forbid '^(sim|models)/' "$none" 'std::(exp|exp2|expm1|log|log2|log10|log1p|pow|sin|cos|tan|asin|acos|atan2?|sinh|cosh|tanh|[lt]gamma|erfc?)\(' \
    "what reaches a result uses sim/numerics/elementary.hpp"
forbid '^(sim|models|app)/' "$none" 'std::[a-z_]+_distribution|std::mt19937|std::random_device' \
    "what reaches a result uses our own streams and samplers"
exit $status
