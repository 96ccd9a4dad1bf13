#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# packaging/test.sh [--asan]: installs what is missing, builds, runs every test. Ends with ctest's own summary.
#   --asan   runs the tests under the address and undefined behaviour sanitizers instead; no fuzzing
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source=setup.sh
. packaging/setup.sh
preset=dev
case "${1:-}" in
    "") ;;
    --asan) preset=asan ;;
    *) echo "usage: packaging/test.sh [--asan]" >&2; exit 2 ;;
esac

steward_setup
jobs=$(nproc)
build() {
    cmake --preset "$1"
    cmake --build --preset "$1" --parallel "$jobs"
}

build "$preset"
fuzz_status=0
if [ "$preset" = dev ] && [[ $(cmake --list-presets=test) == *'"fuzz"'* ]]; then
    build fuzz
    ctest --preset fuzz -L fuzz --no-tests=error --parallel "$jobs" || fuzz_status=$?
fi

# Fewer tests than there have been is a failure too: a program that lists no tests would otherwise pass.
expected=$(cat tests/minimum_count.txt)
found=$(ctest --preset "$preset" -N | sed -n 's/^Total Tests: //p')
if [ "${found:-0}" -lt "$expected" ]; then
    echo "ctest lists ${found:-0} tests where there must be at least $expected (tests/minimum_count.txt)." >&2
    exit 1
fi

status=0
ctest --preset "$preset" --parallel "$jobs" || status=$?
exit $((status ? status : fuzz_status))
