# shellcheck shell=bash
# Processes that outlive us are written down in $HOTLINE_HOME/run, so that they can be found and ended by whoever comes
# next. A number alone is not a process: it is written with its start time and the boot it belongs to.

BOOT=$(</proc/sys/kernel/random/boot_id)

# Leaves in START when the process started, in ticks since boot; fails for one that is gone or a zombie. Asked several
# times a second for as long as we run: forks nothing.
start_of() { # PID
    local stat
    { read -r stat <"/proc/$1/stat"; } 2>/dev/null || return 1
    # what follows the program's name, which may hold blanks and brackets itself
    read -r -a stat <<<"${stat##*) }"
    START=${stat[19]}
    [[ "${stat[0]}" != [ZX] ]]
}

write_down() { # NAME PID
    local file=$HOTLINE_HOME/run/$1.pid
    start_of "$2"
    printf '%s %s %s\n' "$2" "$START" "$BOOT" >"$file.new"
    mv "$file.new" "$file"
}

# Whether the process written down under that name is still that one; leaves its id in PID.
running() { # NAME
    local start boot
    { read -r PID start boot <"$HOTLINE_HOME/run/$1.pid"; } 2>/dev/null || return 1
    [[ "$boot" == "$BOOT" ]] && start_of "$PID" && [[ "$START" == "$start" ]]
}

# In a session of its own: Ctrl-C at our terminal is for us alone. It writes itself down before it becomes COMMAND, so
# that there is no moment at which it could be forgotten.
launch() { # NAME COMMAND…
    local name=$1 log=$HOTLINE_HOME/log/$1.out launched
    shift
    start_log "$log"
    rm -f "$HOTLINE_HOME/run/$name.pid"
    (
        write_down "$name" "$BASHPID"
        exec setsid "$@"
    ) </dev/null >>"$log" 2>&1 {LOCK}>&- {NEVER}>&- &
    launched=$!
    disown # its death is for supervise to tell
    until [[ -e "$HOTLINE_HOME/run/$name.pid" ]] || ! kill -0 "$launched" 2>/dev/null; do
        nap 0.02
    done
}

LOG_LIMIT=$((10 * 1024 * 1024))

start_log() { # FILE
    local size
    size=$(stat -c %s "$1" 2>/dev/null || echo 0)
    ((size < LOG_LIMIT)) || mv "$1" "$1.1"
}

# Asks it to end, then makes it.
end_process() { # NAME SECONDS
    local name=$1 patience=$(($2 * 10)) announce_at=$(($2 * 10 - 20))
    if running "$name"; then
        kill -TERM "$PID" 2>/dev/null || true
    fi
    while running "$name" && ((patience-- > 0)); do
        ((patience != announce_at)) || note "waiting for $name to end what it is at …"
        nap 0.1
    done
    if running "$name"; then
        note "$name did not end in $2 s, killing it"
        kill -KILL -- "-$PID" 2>/dev/null || true
        while running "$name"; do
            nap 0.1
        done
    fi
    rm -f "$HOTLINE_HOME/run/$name.pid"
}
