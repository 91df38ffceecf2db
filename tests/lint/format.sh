#!/usr/bin/env bash
# format.sh: ./dev format
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

git ls-files --cached --others --exclude-standard -- app sim models tests | grep -E '\.[ch]pp$' | xargs clang-format-19 -i
npm --prefix plots run --silent --if-present format </dev/null
