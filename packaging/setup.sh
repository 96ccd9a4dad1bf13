# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced by run.sh and test.sh. steward_setup installs the Debian packages of packages.txt that are missing, and no others.

steward_setup() {
    # Qt warns about any other locale, and tests treat warnings as failures.
    case "${LC_ALL:-${LC_CTYPE:-${LANG:-}}}" in
        *.[Uu][Tt][Ff]*8) ;;
        *) export LC_ALL=C.UTF-8 ;;
    esac

    local list missing=() package
    list="$(dirname "${BASH_SOURCE[0]}")/packages.txt"
    if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
        echo "This script installs what it needs with apt, which is not here: use Debian 12, or install what $list names and follow CONTRIBUTING.md." >&2
        return 1
    fi
    while read -r package; do
        if [ "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null)" != installed ]; then
            missing+=("$package")
        fi
    done <"$list"
    if [ "${#missing[@]}" -eq 0 ]; then
        return 0
    fi

    local admin=()
    if [ "$(id -u)" -ne 0 ]; then
        if ! command -v sudo >/dev/null; then
            echo "These packages are missing and only root may install them: run 'apt-get install ${missing[*]}' as root, then start this script again." >&2
            return 1
        fi
        admin=(sudo)
        # Without a terminal nobody can type a password, so do not wait for one.
        [ -t 0 ] || admin+=(-n)
    fi
    echo "Installing: ${missing[*]}"
    local apt=("${admin[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0)
    # An update that fails for one of several sources can still be enough; the install says whether it was.
    "${apt[@]}" update </dev/null || true
    if ! "${apt[@]}" install -y --no-install-recommends "${missing[@]}" </dev/null >/dev/null; then
        echo "The packages could not be installed: look at what apt says above, run 'apt-get install ${missing[*]}' as root, then start this script again." >&2
        return 1
    fi
}
