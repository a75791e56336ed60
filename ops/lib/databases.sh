# shellcheck shell=bash
# The PostgreSQL and Redis that the service starts for itself. They end with it, but outlive one that was killed; then
# they are known by their own pid files, and by the folder that they work in.

server_pid() { # PID_FILE FOLDER
    local pid
    { read -r pid <"$1"; } 2>/dev/null || return 1
    [[ "$pid" =~ ^[0-9]+$ && "/proc/$pid/cwd" -ef "$2" ]] && start_of "$pid" >/dev/null && printf '%s\n' "$pid"
}

end_server() { # NAME SIGNAL PID_FILE FOLDER
    local pid patience=150
    pid=$(server_pid "$3" "$4") || return 0
    kill -s "$2" "$pid" 2>/dev/null || true
    while server_pid "$3" "$4" >/dev/null && ((patience-- > 0)); do
        nap 0.1
    done
    ! server_pid "$3" "$4" >/dev/null || note "$1 (pid $pid) does not end"
}

end_databases() {
    # to PostgreSQL, INT means: roll back what is open and end now
    end_server PostgreSQL INT "$HOTLINE_HOME/postgres/postmaster.pid" "$HOTLINE_HOME/postgres"
    end_server Redis TERM "$HOTLINE_HOME/redis/redis.pid" "$HOTLINE_HOME/redis"
}
