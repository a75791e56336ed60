# shellcheck shell=bash
# $HOTLINE_HOME: all state of one installation. One supervisor at a time owns it.

HOTLINE_HOME=$(realpath -ms -- "${HOTLINE_HOME:-$HOTLINE_ROOT/var}")
export HOTLINE_HOME

# PURPOSE is demo or run: the sample people of a demo never get into a roster of real ones, nor the other way round.
take_home() { # PURPOSE
    local other
    make_home || die "cannot write to $HOTLINE_HOME: point HOTLINE_HOME to a folder of yours"
    exec {LOCK}>>"$HOTLINE_HOME/run/lock"
    flock -n "$LOCK" ||
        die "already running on $HOTLINE_HOME (pid $(running supervisor && echo "$PID")): 'ops/hotline stop' ends it; for a second one set another HOTLINE_HOME"
    other=$(cat "$HOTLINE_HOME/purpose" 2>/dev/null || echo "$1")
    [[ "$other" == "$1" ]] ||
        die "$HOTLINE_HOME belongs to 'ops/hotline $other': point HOTLINE_HOME to another folder for '$1'"
    printf '%s\n' "$1" >"$HOTLINE_HOME/purpose"
    write_down supervisor "$$"
}

# Recordings and people are in it: nobody else's to read.
make_home() {
    { [[ -d "$HOTLINE_HOME" ]] || (umask 077 && mkdir -p "$HOTLINE_HOME"); } 2>/dev/null &&
        mkdir -p "$HOTLINE_HOME"/{run,log} 2>/dev/null &&
        { : >>"$HOTLINE_HOME/run/lock"; } 2>/dev/null
}

leave_home() { rm -f "$HOTLINE_HOME/run/supervisor.pid"; }
