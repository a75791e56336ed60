# shellcheck shell=bash
# What the stories about the command have in common: installations of their own on loopback addresses of their own, and
# an end that leaves nothing behind.
set -euo pipefail

OPS=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck source=/dev/null
source "$OPS/lib/all.sh"

STORY=$(basename "$0" -test.sh)
SCRATCH=$(mktemp -d "${TMPDIR:-/tmp}/hotline story.XXXXXX")
NET=127.$((64 + RANDOM % 128)).$((RANDOM % 256))
HOMES=()

end_story() {
    local status=$? home
    for home in "${HOMES[@]}"; do
        HOTLINE_HOME=$home "$OPS/hotline" stop >/dev/null 2>&1 || true
    done
    if ((status == 0)); then
        rm -rf "$SCRATCH"
        printf '%s: told\n' "$STORY"
    else
        printf '%s: broken; what it left is in %s\n' "$STORY" "$SCRATCH" >&2
    fi
}
trap end_story EXIT

fail() {
    printf '%s: line %s: %s\n' "$STORY" "${BASH_LINENO[1]}" "$*" >&2
    exit 1
}

expect() { # EXPECTED ACTUAL WHAT
    [[ "$1" == "$2" ]] || fail "$3 is '$2', not '$1'"
}

expect_words() { # PATTERN FILE
    grep -qE -- "$1" "$2" || fail "'$1' is not said in: $(cat "$2")"
}

# Beside what tells of progress, and of sounds that a fresh machine has yet to make.
expect_one_line() { # FILE
    expect 1 "$(grep -vcE ' …$|^speak-catalogue: [0-9]+ sounds made$' "$1")" "the number of lines in '$(cat "$1")'"
}

# The command, for the installation of that name whose addresses end in that number.
hotline() { # NAME NUMBER ARGUMENT…
    local name=$1 number=$2
    shift 2
    env HOTLINE_HOME="$SCRATCH/$name" SERVER_ADDRESS="$NET.$number" HOTLINE_ASTERISK_SIP="$NET.$number:5060" \
        HOTLINE_ASTERISK_AMI="$NET.$number:5038" HOTLINE_ASTERISK_AGI="$NET.$number:4573" "$OPS/hotline" "$@"
}

# In the background, its words in the file NAME.out; its id in STARTED.
start_hotline() { # NAME NUMBER ARGUMENT…
    HOMES+=("$SCRATCH/$1")
    hotline "$@" >"$SCRATCH/$1.out" 2>&1 &
    export STARTED=$!
}

await() { # SECONDS WHAT COMMAND…
    local patience=$(($1 * 5)) what=$2
    shift 2
    until "$@" >/dev/null 2>&1; do
        ((patience-- > 0)) || fail "$what: waited in vain"
        nap 0.2
    done
}

await_ready() { # NAME
    await 120 "$1 is READY: $(cat "$SCRATCH/$1.out")" grep -q '^READY http' "$SCRATCH/$1.out"
}

# Everything that works in the installation's folder or was told of it.
processes_of() { # NAME
    local process
    for process in /proc/[0-9]*; do
        if [[ "$(readlink "$process/cwd")" == "$SCRATCH/$1"* ]] ||
            tr '\0' '\n' <"$process/cmdline" | grep -qF "$SCRATCH/$1"; then
            printf '%s %s\n' "${process#/proc/}" "$(tr '\0' ' ' <"$process/cmdline")"
        fi
    done 2>/dev/null
}

pid_of() { # NAME PROCESS
    cut -d ' ' -f 1 "$SCRATCH/$1/run/$2.pid"
}
