# Read by the scripts of this folder; runs nothing itself.
# shellcheck shell=bash
# shellcheck disable=SC2034 # the scripts use what is set here
set -euo pipefail

: "${HOME:=$(getent passwd "$(id -u)" | cut -d: -f6)}"
export HOME
packaging=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
root=${packaging%/*}
cache=${XDG_CACHE_HOME:-$HOME/.cache}/redoubt

say() { printf '%s\n' "$*" >&2; }
# die WORDS…: each argument is a line; the first says what failed, the others why and what to do.
die() {
    printf '%s\n' "$@" >&2
    exit 2
}
