#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# window.sh [BUILD]: how long the window keeps somebody waiting, on books of 10,000 and 100,000 accounts, and how soon it
# is there beside another program. BUILD: a release build with the target bench (default build/release).
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
build=$(cd "${1:-$here/../../build/release}" && pwd)
probe=$build/tests/bench/steward-window-probe
[ -x "$probe" ] || { echo "$probe is missing: cmake --build --preset release --target bench" >&2; exit 2; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export QT_QPA_PLATFORM=offscreen
echo "load of the machine before: $(cut -d' ' -f1-3 /proc/loadavg), $(nproc) processors" >&2
for accounts in 10000 100000; do
    "$probe" $accounts "$work"
done
"$here/start.sh" "$build"
