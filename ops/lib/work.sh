# shellcheck shell=bash
# Work that others do for us while we stay able to hear signals, and that ends when we end.

# A pipe that nobody writes to: to wait on it takes no process, and a signal ends the wait.
exec {NEVER}<> <(:)

nap() { # SECONDS
    read -r -t "$1" -u "$NEVER" || true
}

# Held while we own a home; nobody whom we start may hold it on after us.
exec {LOCK}</dev/null

WORKERS=()

# In a process group of its own, so that its children end with it. Leaves its id in STARTED.
start_work() { # COMMAND…
    set -m
    "$@" </dev/null {LOCK}>&- &
    set +m
    STARTED=$!
    WORKERS+=("$STARTED")
}

end_work() {
    local worker
    for worker in "${WORKERS[@]}"; do
        kill -TERM -- "-$worker" 2>/dev/null || true
    done
    WORKERS=()
}

# In a forked shell: the work of the parent is not ours to end.
forget_work() { WORKERS=(); }

finish_work() { # STARTED; fails as it failed
    local worker=$1 status=0 other others=()
    wait "$worker" || status=$?
    for other in "${WORKERS[@]}"; do
        [[ "$other" == "$worker" ]] || others+=("$other")
    done
    WORKERS=("${others[@]}")
    return "$status"
}

announce_later() { # WHAT
    nap 2
    note "$1 …"
}

# With a line saying so if it takes longer than two seconds.
with_progress() { # WHAT COMMAND…
    local what=$1 announcer status=0
    shift
    start_work announce_later "$what"
    announcer=$STARTED
    start_work "$@"
    finish_work "$STARTED" || status=$?
    kill "$announcer" 2>/dev/null || true
    finish_work "$announcer" || true
    return "$status"
}
