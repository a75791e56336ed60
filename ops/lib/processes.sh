# shellcheck shell=bash
# Processes that outlive us are written down in $HOTLINE_HOME/run, so that they can be found and ended by whoever comes
# next. A number alone is not a process: it is written with its start time and the boot it belongs to.

BOOT=$(</proc/sys/kernel/random/boot_id)

# When the process started, in ticks since boot; fails for one that is gone or a zombie.
start_of() { # PID
    local stat
    { read -r stat <"/proc/$1/stat"; } 2>/dev/null || return 1
    # what follows the program's name, which may hold blanks and brackets itself
    read -r -a stat <<<"${stat##*) }"
    [[ "${stat[0]}" != [ZX] ]] && printf '%s\n' "${stat[19]}"
}

write_down() { # NAME PID
    printf '%s %s %s\n' "$2" "$(start_of "$2")" "$BOOT" >"$HOTLINE_HOME/run/$1.pid"
}

# The id of the process written down under that name, if it is still that one.
running() { # NAME
    local pid start boot
    { read -r pid start boot <"$HOTLINE_HOME/run/$1.pid"; } 2>/dev/null || return 1
    [[ "$boot" == "$BOOT" && "$(start_of "$pid")" == "$start" ]] && printf '%s\n' "$pid"
}

is_running() { running "$1" >/dev/null; } # NAME

# In a session of its own: Ctrl-C at our terminal is for us alone. Written down before it becomes COMMAND, so that
# there is no moment at which it could be forgotten.
launch() { # NAME COMMAND…
    local name=$1 log=$HOTLINE_HOME/log/$1.out
    shift
    start_log "$log"
    (
        write_down "$name" "$BASHPID"
        exec setsid "$@"
    ) </dev/null >>"$log" 2>&1 {LOCK}>&- {NEVER}>&- &
    disown # its death is for supervise to tell
}

LOG_LIMIT=$((10 * 1024 * 1024))

start_log() { # FILE
    local size
    size=$(stat -c %s "$1" 2>/dev/null || echo 0)
    ((size < LOG_LIMIT)) || mv "$1" "$1.1"
}

# Asks it to end, then makes it.
end_process() { # NAME SECONDS
    local name=$1 patience=$(($2 * 10)) announce_at=$(($2 * 10 - 20)) pid
    pid=$(running "$name") || { rm -f "$HOTLINE_HOME/run/$name.pid"; return 0; }
    kill -TERM "$pid" 2>/dev/null || true
    while is_running "$name" && ((patience-- > 0)); do
        ((patience != announce_at)) || note "waiting for $name to end what it is at …"
        nap 0.1
    done
    if is_running "$name"; then
        note "$name did not end in $2 s, killing it"
        kill -KILL -- "-$pid" 2>/dev/null || true
        while is_running "$name"; do
            nap 0.1
        done
    fi
    rm -f "$HOTLINE_HOME/run/$name.pid"
}
