# shellcheck shell=bash
# The PostgreSQL and Redis that the service starts for itself. They end with it, but outlive one that was killed; then
# they are known by their own pid files, and by the folder that they work in.

# Leaves its id in PID.
server_running() { # PID_FILE FOLDER
    { read -r PID <"$1"; } 2>/dev/null || return 1
    [[ "$PID" =~ ^[0-9]+$ && "/proc/$PID/cwd" -ef "$2" ]] && start_of "$PID"
}

end_server() { # NAME SIGNAL PID_FILE FOLDER
    local patience=150
    server_running "$3" "$4" || return 0
    kill -s "$2" "$PID" 2>/dev/null || true
    while server_running "$3" "$4" && ((patience-- > 0)); do
        nap 0.1
    done
    ! server_running "$3" "$4" || note "$1 (pid $PID) does not end"
}

databases_running() {
    server_running "$HOTLINE_HOME/postgres/postmaster.pid" "$HOTLINE_HOME/postgres" ||
        server_running "$HOTLINE_HOME/redis/redis.pid" "$HOTLINE_HOME/redis"
}

end_databases() {
    # to PostgreSQL, INT means: roll back what is open and end now
    end_server PostgreSQL INT "$HOTLINE_HOME/postgres/postmaster.pid" "$HOTLINE_HOME/postgres"
    end_server Redis TERM "$HOTLINE_HOME/redis/redis.pid" "$HOTLINE_HOME/redis"
}
