#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# decks.sh [BUILD] [RUNS]: reviews as PPTX against pptxgenjs, in the same run, turn by turn; then 20 and 200 decks in one
# process, for its memory. BUILD: a release build with the targets steward-bench and steward-cli (default build/release).
# STEWARD_PEERS names a folder where `npm install pptxgenjs` was done; without it that part is skipped.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
build=$(cd "${1:-$here/../../build/release}" && pwd)
runs=${2:-5}
bench=$build/tests/bench/steward-bench
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export QT_QPA_PLATFORM=offscreen STEWARD_TODAY=2026-11-19 LC_ALL=C.UTF-8
"$build/bin/steward-cli" sample "$work/sample.steward" >/dev/null 2>&1
peer=""
if command -v node >/dev/null && [ -d "${STEWARD_PEERS:-/nonexistent}/node_modules/pptxgenjs" ]; then peer=$STEWARD_PEERS; fi
# The peer makes as many slides and charts as a review has on average, never more.
size=$("$bench" decks "$work/sample.steward" 30 |
    python3 -c 'import json, sys; run = json.load(sys.stdin); print(int(run["slides"]), int(run["charts"]))')
read -r slides charts <<<"$size"
for ((i = 0; i < runs; i++)); do
    "$bench" decks "$work/sample.steward" 30 >>"$work/decks"
    [ -n "$peer" ] || continue
    for packing in plain packed; do
        (cd "$peer" && node "$here/decks.mjs" 30 "$slides" "$charts" $packing) >>"$work/decks"
    done
done
for count in 20 200; do "$bench" decks "$work/sample.steward" $count >>"$work/memory"; done
[ -n "$peer" ] || echo "pptxgenjs: skipped, set STEWARD_PEERS"
python3 - "$work" <<'PY'
import json, statistics, sys
from pathlib import Path
runs = {}
for line in (Path(sys.argv[1]) / "decks").read_text().splitlines():
    run = json.loads(line)
    runs.setdefault(run["name"], []).append(run)
median = {name: statistics.median(run["median_ms"] for run in all) for name, all in runs.items()}
for name, all in runs.items():
    spread = ", ".join(f"{run['median_ms']:.1f}" for run in all)
    print(f"{name:17} {median[name]:7.2f} ms a deck ({spread}); first {all[0]['first_ms']:.0f} ms; "
          f"{all[0]['slides']:.1f} slides, {all[0]['charts']:.1f} charts, {all[0]['bytes'] / 1000:.0f} kB")
for name in median:
    if name != "steward":
        print(f"{name}: {median[name] / median['steward']:.2f} times what Steward takes")
few, many = (json.loads(line) for line in (Path(sys.argv[1]) / "memory").read_text().splitlines())
print(f"memory     {few['peak_bytes'] / 1e6:.1f} MB after {few['decks']} decks, {many['peak_bytes'] / 1e6:.1f} MB after {many['decks']}")
PY
