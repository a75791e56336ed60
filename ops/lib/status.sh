# shellcheck shell=bash
# What runs, and the way to end it.

ALL_UP=0
PARTLY_UP=1
STOPPED=3

since() { # PID
    stat -c %y "/proc/$1" 2>/dev/null | cut -d . -f 1
}

tell_process() { # NAME WHERE
    if running "$1"; then
        printf '%-11s up    pid %-7s since %s  %s\n' "$1" "$PID" "$(since "$PID")" "$2"
    else
        printf '%-11s down\n' "$1"
        return 1
    fi
}

status() {
    local down=0 health purpose
    purpose=$(cat "$HOTLINE_HOME/purpose" 2>/dev/null || true)
    if ! load_settings || ! { running supervisor || running asterisk || running service; }; then
        printf 'stopped (%s)\n' "$HOTLINE_HOME"
        return $STOPPED
    fi
    tell_process supervisor "$purpose, $HOTLINE_HOME" || down=1
    tell_process asterisk "SIP $SIP_HOST:$SIP_PORT, AMI $AMI_HOST:$AMI_PORT" || down=1
    tell_process service "web $WEB_HOST:$WEB_PORT, FastAGI $AGI_HOST:$AGI_PORT" || down=1
    tell_process watchdog "patience $WATCHDOG_PATIENCE s" || down=1
    [[ ! -e "$HOTLINE_HOME/run/simulator.pid" ]] ||
        tell_process simulator "SIP $SIMULATOR_HOST:$SIMULATOR_PORT" || down=1
    health=$(service_health)
    printf '%-11s %s\n' health "${health:-no answer}"
    [[ "$health" == UP ]] || down=1
    printf '%-11s %s\n' channels "$(channels)"
    ((down == 0)) && return $ALL_UP
    return $PARTLY_UP
}

channels() {
    load_bundle || true
    timeout 5 "${ASTERISK_BIN:-asterisk}" -C "$ASTERISK_CONF" -rx 'core show channels count' 2>/dev/null |
        sed -nE 's/^([0-9]+) active channels?$/\1/p' | grep . || echo unknown
}

STOP_PATIENCE=60

stop() {
    local patience=$((STOP_PATIENCE * 5))
    if running supervisor; then
        kill -TERM "$PID"
        while running supervisor && ((patience-- > 0)); do
            nap 0.2
        done
        ! running supervisor || die "process $PID does not end; kill -9 $PID, then 'ops/hotline stop' again"
        printf 'stopped\n'
    elif [[ -d "$HOTLINE_HOME/run" ]] && has_remnants; then
        end_everything
        leave_home
        printf 'stopped what a killed supervisor had left\n'
    else
        printf 'nothing was running on %s\n' "$HOTLINE_HOME"
    fi
}

has_remnants() {
    running watchdog || running asterisk || running simulator || running service || databases_running
}
