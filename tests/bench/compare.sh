#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# compare.sh [BUILD] [RUNS]: Steward against sqlite3 and DuckDB on the same file, in the same run, turn by turn.
# BUILD: a release build with the targets steward-bench and steward-cli (default build/release). RUNS: default 7.
# Prints a table of medians and ratios, then one JSON object. Everything else goes into a temporary folder.
# BENCH_SAMPLES=N shortens it; DUCKDB_FOLDER names a folder where `npm install @duckdb/node-api` was done already.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
build=$(cd "${1:-$here/../../build/release}" && pwd)
runs=${2:-7}
samples=${BENCH_SAMPLES:-1000000}
accounts=$((samples / 100))
bench=$build/tests/bench/steward-bench
cli=$build/bin/steward-cli
for program in "$bench" "$cli"; do
    [ -x "$program" ] || { echo "$program is missing: cmake --build --preset release --target bench" >&2; exit 2; }
done
command -v sqlite3 >/dev/null || { echo "sqlite3 is missing: apt-get install sqlite3" >&2; exit 2; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export QT_QPA_PLATFORM=offscreen STEWARD_TODAY=2026-11-01
results=$work/results
mkdir "$results"

# The peer is optional; without npm, the package or a network it is skipped.
duckdb=""
if [ -n "${DUCKDB_FOLDER:-}" ]; then
    duckdb=$DUCKDB_FOLDER
elif command -v npm >/dev/null && mkdir "$work/npm" &&
    (cd "$work/npm" && npm install --silent --no-audit --no-fund @duckdb/node-api >/dev/null 2>&1); then
    duckdb=$work/npm
fi

# Keyed as a book keys it, durable as a book is. .import runs in one transaction.
cat >"$work/create.sql" <<'SQL'
PRAGMA page_size=16384;
PRAGMA journal_mode=WAL;
CREATE TABLE usage (account TEXT NOT NULL, metric TEXT NOT NULL, day TEXT NOT NULL, value REAL NOT NULL,
    PRIMARY KEY (account, metric, day)) WITHOUT ROWID;
SQL
sqlite_import() { # NAME CSV
    rm -f "$work"/peer.db*
    sqlite3 "$work/peer.db" <"$work/create.sql" >/dev/null
    printf 'PRAGMA synchronous=FULL;\nPRAGMA cache_size=-65536;\n.import --csv --skip 1 %s usage\n' "$2" >"$work/import.sql"
    "$bench" run "$1" "$samples" "$work/import.sql" sqlite3 "$work/peer.db" >>"$results/$1"
}
# A book as it was closed: with the digest beside it that vouches for its bytes.
copy_book() { # NAME
    cp "$work/accounts.steward" "$work/$1"
    cp "$work/.accounts.steward.digest" "$work/.$1.digest"
}
steward_cli() { # NAME CSV
    copy_book cli.steward
    "$bench" run "$1" "$samples" - "$cli" import usage "$2" --book "$work/cli.steward" >>"$results/$1"
}
steward_library() { # NAME CSV
    copy_book library.steward
    "$bench" import "$work/library.steward" "$2" >>"$results/$1"
}
duckdb_import() { # NAME CSV
    [ -z "$duckdb" ] || (cd "$duckdb" && node "$here/duckdb.mjs" "$2" "$work/peer.duckdb") >>"$results/$1"
}
sum_keyed() {
    echo 'SELECT account, sum(value) FROM usage GROUP BY account;' >"$work/sum.sql"
    "$bench" run sqlite-sum "$accounts" "$work/sum.sql" sqlite3 "$work/peer.db" >>"$results/sqlite-sum"
}

"$bench" accounts "$work/accounts.csv" "$accounts"
"$bench" make "$work/accounts.steward" "$work/accounts.csv" >/dev/null
for order in by-account by-day; do
    "$bench" samples "$work/$order.csv" "$accounts" "$samples" day "$order"
done
"$bench" samples "$work/monthly.csv" "$((accounts / 2))" "$samples" month by-day
# shellcheck source=scores.sh
. "$here/scores.sh"
scores_prepare "$accounts"
echo "load of the machine before: $(cut -d' ' -f1-3 /proc/loadavg), $(nproc) processors, $samples samples of $accounts accounts" >&2

for ((run = 1; run <= runs; run++)); do
    echo "run $run of $runs" >&2
    for order in by-account by-day; do
        steward_cli "cli-$order" "$work/$order.csv"
        sqlite_import "sqlite-$order" "$work/$order.csv"
        steward_library "library-$order" "$work/$order.csv"
        duckdb_import "duckdb-$order" "$work/$order.csv"
    done
    scores_run
    "$bench" load "$work/library.steward" >"$work/load"
    sum_keyed
    steward_cli cli-monthly "$work/monthly.csv"
    "$bench" growth "$work" >"$work/growth"
    "$bench" facts >"$work/facts"
    while read -r line; do
        name=${line#*\"name\":\"}
        echo "$line" >>"$results/${name%%\"*}"
    done < <(cat "$work/load" "$work/growth" "$work/facts")
done

field() { # NAME FIELD: the median
    [ -s "$results/$1" ] || return 0
    sed -n "s/.*\"$2\":\([-0-9.e+]*\).*/\1/p" "$results/$1" | sort -g | awk '{v[NR]=$1} END {if (NR) print v[int((NR+1)/2)]}'
}
json=""
add() { json="$json${json:+,}\"$1\":$2"; }
ratio() { # TITLE PEER OURS LEAST GOAL
    local peer ours
    peer=$(field "$2" seconds) ours=$(field "$3" seconds)
    if [ -z "$peer" ] || [ -z "$ours" ]; then
        printf '%-44s %10s\n' "$1" skipped
        add "$2/$3" null
        return
    fi
    awk -v t="$1" -v p="$peer" -v o="$ours" -v pc="$(field "$2" cpu)" -v oc="$(field "$3" cpu)" -v l="$4" -v g="$5" 'BEGIN {
        printf "%-44s %9.3f s %9.3f s %7.2f x %7.2f x  (least %s, goal %s)\n", t, p, o, p/o, pc/oc, l, g}'
    add "$2/$3" "$(awk -v p="$peer" -v o="$ours" 'BEGIN {print p/o}')"
}
single() { # TITLE NAME
    printf '%-44s %10s   %9.3f s\n' "$1" "" "$(field "$2" seconds)"
    add "$2" "$(field "$2" seconds)"
}
memory() { # TITLE NAME
    awk -v t="$1" -v b="$(field "$2" peak_bytes)" 'BEGIN {printf "%-44s %10s   %9.1f MB  (most 200)\n", t, "", b/1e6}'
    add "$2-peak-bytes" "$(field "$2" peak_bytes)"
}
exponent() { # TITLE NAME: least squares of log(time) on log(accounts)
    local points="" n
    for n in 1000 10000 100000; do points="$points $n $(field "$2-$n" seconds)"; done
    local fit
    fit=$(echo "$points" | awk '{for (i=1; i<NF; i+=2) {x=log($i); y=log($(i+1)); n++; a+=x; b+=y; c+=x*x; d+=x*y}}
        END {printf "%.3f", (n*d-a*b)/(n*c-a*a)}')
    printf '%-44s %10s   N^%s     (most 1.1)\n' "$1" "" "$fit"
    add "$2-exponent" "$fit"
}

printf '%-44s %11s %11s %9s %9s\n' "median of $runs" peer Steward ratio "CPU ratio"
for order in by-account by-day; do
    ratio "import ($order): sqlite3 / steward-cli" "sqlite-$order" "cli-$order" 5 8
    ratio "import ($order): sqlite3 / library" "sqlite-$order" "library-$order" 5 8
    ratio "import ($order): DuckDB / library" "duckdb-$order" "library-$order" 1 1.5
    memory "  peak memory of steward-cli" "cli-$order"
done
memory "monthly samples: peak memory of steward-cli" cli-monthly
ratio "accounts and usage loaded: sqlite3 sum / load" sqlite-sum load 3 3
ratio "  and every account summed" sqlite-sum load-sum 3 3
exponent "import, 1,000 to 100,000 accounts" growth-import
exponent "load, 1,000 to 100,000 accounts" growth-load
single "one account of 100,000 replaced" edit-one-of-100000
single "24 months of movements, 10,000 accounts" movements-24-months-10000
single "24 months of movements, 100,000 accounts" movements-24-months-100000
single "lines of 100,000 accounts" account-lines-100000
single "filter of 100,000 accounts" filter-100000
single "sort of 100,000 accounts" sort-100000
scores_print
echo "{\"runs\":$runs,\"samples\":$samples,\"accounts\":$accounts,\"load_after\":\"$(cut -d' ' -f1-3 /proc/loadavg)\",$json}"
