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

# A fuzzer is stopped by a wall clock: a machine that stands still for seconds looks like a parser that hangs. So a failure counts
# when its input fails once more, or when the same fuzzer fails in a second run.
fuzz() {
    local artifact name status=0
    ctest --preset fuzz -L fuzz --no-tests=error --parallel "$jobs" && return
    for artifact in build/fuzz/tests/fuzz/*-{crash,leak,oom,timeout}-*; do
        [ -f "$artifact" ] || continue
        name=$(basename "$artifact")
        "build/fuzz/tests/fuzz/fuzz_${name%%-*}" -timeout=60 -rss_limit_mb=1024 "$artifact" || status=$?
    done
    ctest --preset fuzz -L fuzz --rerun-failed || status=$?
    return "$status"
}

build "$preset"
fuzz_status=0
if [ "$preset" = dev ] && [[ $(cmake --list-presets=test) == *'"fuzz"'* ]]; then
    build fuzz
    fuzz 2>&1 | tee build/fuzz/output.txt || fuzz_status=$?
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
if [ "$fuzz_status" -ne 0 ]; then
    # What a fuzzer found stands far above by now: which one, what it hit, the input to repeat it with, and ctest's last summary of it.
    grep -aE '\*\*\*|ERROR:|SUMMARY:|Base64:' build/fuzz/output.txt | cut -c1-2000
    awk '/tests passed,/ { last = "" } { last = last $0 "\n" } END { printf "%s", last }' build/fuzz/output.txt
fi
exit $((status ? status : fuzz_status))
