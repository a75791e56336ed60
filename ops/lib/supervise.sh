# shellcheck shell=bash
# Starts what we are made of, and starts it again whenever it dies.

# Memory spent is a reason to die and be started again, not to limp on. The quick compiler alone halves what a start
# takes (5.2 s of processor for 10.2 s, JDK 25.0.3), and nothing here computes for long.
JAVA_OPTIONS=(-XX:+ExitOnOutOfMemoryError -XX:TieredStopAtLevel=1)
LONGEST_BACKOFF=30
HANGING=5 # times without an answer in a row, 13 s each
STEADY=60 # who lived that long starts afresh

declare -A FAILURES=() STARTED_AT=() START_AT=()

start_asterisk() { launch asterisk "$ASTERISK_BIN" -f -n -C "$ASTERISK_CONF"; }

start_watchdog() { launch watchdog "$BASH" "$OPS/lib/watchdog.sh"; }

start_simulator() { launch simulator "$ASTERISK_BIN" -f -n -C "$SIMULATOR_CONF"; }

start_service() {
    SERVICE_LOG_BEGINS=$(stat -c %s "$HOTLINE_HOME/log/service.log" 2>/dev/null || echo 0)
    launch service "$JAVA_HOME/bin/java" "${JAVA_OPTIONS[@]}" \
        cn.anxin.hotline.HotlineApplication "${ARGUMENTS[@]}" \
        --logging.file.name="$HOTLINE_HOME/log/service.log" --logging.threshold.console=off
}

# Seconds that no change of the clock moves.
uptime_seconds() {
    local uptime
    read -r uptime _ </proc/uptime
    printf '%s\n' "${uptime%.*}"
}

start_component() { # NAME
    STARTED_AT[$1]=$(uptime_seconds)
    "start_$1"
}

# For work that may outlive a supervisor that was killed.
supervised() { running supervisor && [[ "$PID" == "$$" ]]; }

supervise() { # NAME…
    local name
    start_work watch_service
    while :; do
        nap 0.5
        for name in "$@"; do
            running "$name" || start_again "$name"
        done
    done
}

# A service that hangs is as good as dead, but does not know: its callers fall back, its rounds stand still.
watch_service() {
    local silent=0
    while :; do
        nap 10
        supervised || return
        if [[ -n "$(service_health)" ]] || ! running service; then
            silent=0
        elif ((++silent >= HANGING)); then
            note "service has not answered for a minute, killing it"
            kill -KILL "$PID"
            silent=0
        fi
    done
}

# At once if it lived long; else after 1, 2, 4 … 30 seconds.
start_again() { # NAME
    local name=$1 now pause
    now=$(uptime_seconds)
    if [[ -z "${START_AT[$name]:-}" ]]; then
        ((now - STARTED_AT[$name] < STEADY)) || FAILURES[$name]=0
        pause=$((1 << (${FAILURES[$name]:-0} < 5 ? ${FAILURES[$name]:-0} : 5)))
        ((pause <= LONGEST_BACKOFF)) || pause=$LONGEST_BACKOFF
        FAILURES[$name]=$((${FAILURES[$name]:-0} + 1))
        START_AT[$name]=$((now + pause))
        note "$name died, starting it again in $pause s; its last words are in $HOTLINE_HOME/log"
    elif ((now >= START_AT[$name])); then
        unset "START_AT[$name]"
        start_component "$name"
    fi
}

# Callers first lose what decides for them, then the line: the service ends while Asterisk still answers. Nobody is to be
# rung because we end it.
end_everything() {
    end_process watchdog 5
    end_process service 20
    end_databases
    end_process simulator 5
    end_process asterisk 5
    remove_run_folder
}

last_words() { # NAME
    tail -n 1 "$HOTLINE_HOME/log/$1.out" 2>/dev/null
}

# Spring explains a failed start over several lines; the reason is one of them.
why_it_died() { # NAME
    local words
    if [[ "$1" == service ]]; then
        words=$(tail -c "+$((SERVICE_LOG_BEGINS + 1))" "$HOTLINE_HOME/log/service.log" 2>/dev/null |
            sed -n '/^APPLICATION FAILED TO START/,/^Action:/p')
        if [[ -n "$words" ]]; then
            grep -m 1 -oP '^ *Reason: (java\.lang\.\w+: )?\K.*' <<<"$words" ||
                sed -n '/^Description:/,/^Action:/{/^Description:/d;/^Action:/d;/^ *$/d;p}' <<<"$words" | head -n 1
            return
        fi
    fi
    last_words "$1"
}
