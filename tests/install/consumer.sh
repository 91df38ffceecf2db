#!/usr/bin/env bash
# consumer.sh BUILD: installs the libraries of that build into an empty folder; the project beside this file must find
# them there and build, and its tests pass.
set -euo pipefail

build="$1"
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT

cmake --install "$build" --prefix "$work/installed" >"$work/install.log"
ctest --build-and-test "$here" "$work/build" --build-generator Ninja --build-options -DCMAKE_BUILD_TYPE=Release \
    -DCMAKE_PREFIX_PATH="$work/installed" --test-command ctest --output-on-failure --no-tests=error
if grep -qw avx2 /proc/cpuinfo; then # whose own flags let Eigen align more widely than the libraries do
    ctest --build-and-test "$here" "$work/avx2" --build-generator Ninja --build-options -DCMAKE_BUILD_TYPE=Release \
        -DCMAKE_CXX_FLAGS=-mavx2 -DCMAKE_PREFIX_PATH="$work/installed" \
        --test-command ctest --output-on-failure --no-tests=error
fi
