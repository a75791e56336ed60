# Words to whoever started us. Results go to standard output, everything else to standard error.

note() { printf 'hotline: %s\n' "$*" >&2; }

die() {
    note "$*"
    exit 1
}

# With a progress line if it takes longer than two seconds.
with_progress() { # WHAT COMMAND…
    local what=$1 teller status=0
    shift
    (sleep 2 && note "$what …") &
    teller=$!
    "$@" || status=$?
    kill "$teller" 2>/dev/null || true
    wait "$teller" 2>/dev/null || true
    return "$status"
}
