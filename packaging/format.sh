#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# packaging/format.sh [--check]: brings every source file into the form of .clang-format, or only says which are not.
# Status 77 ("skipped") when clang-format 14 is not here: other versions disagree about details.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

tool=$(command -v clang-format-14 || command -v clang-format || true)
if [ -z "$tool" ] || [[ $("$tool" --version) != *'version 14.'* ]]; then
    echo "skipped: clang-format 14 is not installed"
    exit 77
fi
mode=(-i)
if [ "${1:-}" = --check ]; then
    mode=(--dry-run --Werror)
fi
houses=()
for house in core ui app tests; do
    if [ -d "$house" ]; then
        houses+=("$house")
    fi
done
find "${houses[@]}" \( -name '*.h' -o -name '*.cpp' \) -print0 | xargs -0 -r -n 40 "$tool" --style=file "${mode[@]}"
