#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# packaging/run.sh [BOOK.steward]: installs what is missing, builds the release, opens BOOK or else the sample book.
# Without a display it prints the book's accounts and figures instead.
set -euo pipefail
if [ $# -gt 1 ] || [ "${1:-}" = --help ]; then
    echo "usage: packaging/run.sh [BOOK.steward]" >&2
    exit 2
fi
book=${1:+$(realpath -- "$1")}
cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source=setup.sh
. packaging/setup.sh

# A room without work does not exist, so the folders say which programs there are.
if [ ! -f app/cli/CMakeLists.txt ]; then
    echo "There is nothing to run yet: the command line (app/cli) has not been written. packaging/test.sh builds and tests what there is." >&2
    exit 1
fi
window=no
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] && [ -f app/desktop/CMakeLists.txt ]; then
    window=yes
fi

steward_setup
cmake --preset release
programs=(steward-cli)
if [ "$window" = yes ]; then
    programs+=(steward)
fi
cmake --build --preset release --parallel "$(nproc)" --target "${programs[@]}"
bin=build/release/bin

if [ -z "$book" ]; then
    book=$PWD/build/sample.steward
    if [ ! -e "$book" ]; then
        "$bin/steward-cli" sample "$book"
    fi
    echo "The sample book is $book; delete it and it is made anew."
fi
if [ "$window" = yes ]; then
    exec "$bin/steward" "$book"
fi
export STEWARD_BOOK=$book
for figure in accounts health nps revenue; do
    printf '\n%s\n' "$figure"
    "$bin/steward-cli" "$figure"
done
printf '\nMore: STEWARD_BOOK=%q %s --help\n' "$book" "$bin/steward-cli"
