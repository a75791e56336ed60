# shellcheck shell=bash
# Words to whoever started us: results go to standard output, everything else to standard error.

# Whether or not anybody still reads it.
note() { printf 'hotline: %s\n' "$*" >&2 || true; }

die() {
    note "$*"
    exit 1
}
