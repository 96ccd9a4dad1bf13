#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# start.sh [BUILD] [RUNS]: how long Steward takes from its start to the accounts on screen, and how much memory it holds
# then, against the window of sqlitebrowser on a copy of the same closed book. Turn by turn, under one Xvfb.
# BUILD: a release build with the targets steward and steward-bench (default build/release). RUNS: default 7.
# Prints medians, then one JSON object. The peer and its tools are optional: without sqlitebrowser, Xvfb and xdotool
# nothing is measured. BENCH_ACCOUNTS and BENCH_SAMPLES make it smaller (default 10,000 and 1,000,000).
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
build=$(cd "${1:-$here/../../build/release}" && pwd)
runs=${2:-7}
accounts=${BENCH_ACCOUNTS:-10000}
samples=${BENCH_SAMPLES:-1000000}
for program in Xvfb sqlitebrowser xdotool; do
    command -v $program >/dev/null || { echo "skipped: $program is missing (apt-get install sqlitebrowser xvfb xdotool)"; exit 0; }
done
for program in "$build/bin/steward" "$build/tests/bench/steward-bench"; do
    [ -x "$program" ] || { echo "$program is missing: cmake --build --preset release --target bench steward" >&2; exit 2; }
done

work=$(mktemp -d)
server=""
stop() { [ -z "$server" ] || kill "$server" 2>/dev/null || true; rm -rf "$work"; }
trap stop EXIT
export HOME=$work/home XDG_CONFIG_HOME=$work/home/.config XDG_DATA_HOME=$work/home/.data XDG_RUNTIME_DIR=$work/run
mkdir -p "$XDG_CONFIG_HOME" "$XDG_DATA_HOME" "$XDG_RUNTIME_DIR"
chmod 700 "$XDG_RUNTIME_DIR"
export STEWARD_TODAY=2026-11-01

bench=$build/tests/bench/steward-bench
"$bench" accounts "$work/accounts.csv" "$accounts"
"$bench" samples "$work/usage.csv" "$accounts" "$samples" day by-account
"$bench" make "$work/book.steward" "$work/accounts.csv" >/dev/null
"$bench" import "$work/book.steward" "$work/usage.csv" >/dev/null

# The window comes back to the view it was closed with: here the accounts.
mkdir -p "$XDG_CONFIG_HOME/Steward"
printf '[window]\nview=accounts\n' >"$XDG_CONFIG_HOME/Steward/Steward.conf"

# The server says which display it took.
Xvfb -displayfd 3 -screen 0 1280x800x24 -nolisten tcp 3>"$work/display" 2>/dev/null &
server=$!
until [ -s "$work/display" ]; do sleep 0.05; done
DISPLAY=:$(cat "$work/display")
export DISPLAY
unset WAYLAND_DISPLAY QT_QPA_PLATFORM

now() { date +%s%N; }
memory() { sed -n 's/^VmRSS:[[:space:]]*\([0-9]*\) kB/\1/p' "/proc/$1/status"; }
end() { kill "$1" 2>/dev/null || true; wait "$1" 2>/dev/null || true; }

start_steward() {
    local from pid to
    rm -f "$work/said"
    mkfifo "$work/said"
    from=$(now)
    QT_LOGGING_RULES=steward.start.info=true QT_QPA_PLATFORM=xcb "$build/bin/steward" "$work/book.steward" 2>"$work/said" &
    pid=$!
    grep -q -m 1 'accounts painted' "$work/said"
    to=$(now)
    echo "$(((to - from) / 1000)) $(memory $pid)" >>"$work/steward"
    end $pid
}
start_peer() {
    local from pid to
    from=$(now)
    QT_QPA_PLATFORM=xcb sqlitebrowser "$work/book.steward" >/dev/null 2>&1 &
    pid=$!
    until xdotool search --all --onlyvisible --pid $pid --name book.steward >/dev/null 2>&1; do
        kill -0 $pid 2>/dev/null || { echo "sqlitebrowser ended before its window" >&2; exit 1; }
        sleep 0.005
    done
    to=$(now)
    echo "$(((to - from) / 1000)) $(memory $pid)" >>"$work/peer"
    end $pid
}
echo "load of the machine before: $(cut -d' ' -f1-3 /proc/loadavg), $(nproc) processors, $samples samples of $accounts accounts" >&2
start_steward; start_peer # once for the disk's memory
rm "$work/steward" "$work/peer"
for ((run = 1; run <= runs; run++)); do
    start_steward
    start_peer
done
median() { cut -d' ' -f"$2" "$work/$1" | sort -n | awk '{v[NR]=$1} END {print v[int((NR+1)/2)]}'; }
awk -v s="$(median steward 1)" -v p="$(median peer 1)" -v sm="$(median steward 2)" -v pm="$(median peer 2)" -v r="$runs" 'BEGIN {
    printf "median of %d                                  sqlitebrowser    Steward\n", r
    printf "from the start to what can be used           %8.0f ms %8.0f ms  %5.2f of it (most 0.5)\n", p/1000, s/1000, s/p
    printf "memory then                                  %8.0f MB %8.0f MB  %+5.0f MB  (most +60)\n", pm/1024, sm/1024, (sm-pm)/1024
    printf "{\"runs\":%d,\"start_ms\":%.1f,\"peer_ms\":%.1f,\"memory_kb\":%d,\"peer_memory_kb\":%d}\n", r, s/1000, p/1000, sm, pm}'
