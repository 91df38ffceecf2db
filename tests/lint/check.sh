#!/usr/bin/env bash
# check.sh: ./dev lint. Goes through everything, whatever is found on the way.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
status=0

# step NAME COMMAND...
step() {
    printf '\n== %s\n' "$1"
    "${@:2}" </dev/null || status=1
}

files() { git ls-files --cached --others --exclude-standard -- app sim models tests | grep -E '\.[ch]pp$'; }
clang_format() { files | xargs clang-format-19 --dry-run -Werror; }

# The files that clang-tidy finds good are not read again, so they must be when it is told to look for something else.
if [[ .clang-tidy -nt build/tidy/build.ninja ]]; then rm -rf build/tidy; fi

rooms() { cmake --preset release >/dev/null && node tests/lint/rooms.mjs build/release/rooms.json; }

step "Rooms and their arrows" rooms
step "What must not stand where" tests/lint/forbidden.sh
step "Form of C++ (clang-format)" clang_format
step "Charts and report (ESLint, Prettier)" npm --prefix plots run --silent --if-present lint
step "Every header compiles alone" cmake --workflow --preset headers
step "clang-tidy" cmake --workflow --preset tidy
[[ $status -eq 0 ]] && echo "lint: nothing to complain about"
exit $status
