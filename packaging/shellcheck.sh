#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs shellcheck over every shell script of the project. Status 77 ("skipped") when it is not installed.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

if ! command -v shellcheck >/dev/null; then
    echo "skipped: shellcheck is not installed"
    exit 77
fi
find .ci packaging tests -type f \( -name '*.sh' -o -path '.ci/*' -o -path 'packaging/hooks/*' \) -print0 |
    xargs -0 -r shellcheck --external-sources --source-path=SCRIPTDIR
