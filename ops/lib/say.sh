# shellcheck shell=bash
# Words to whoever started us: results go to standard output, everything else to standard error.

note() { printf 'hotline: %s\n' "$*" >&2; }

die() {
    note "$*"
    exit 1
}
