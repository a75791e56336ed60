# shellcheck shell=bash
# The settings, and the configuration of Asterisk that is rendered from them.

LONGEST_SOCKET=107 # a socket's path on Linux, in bytes

# What renderer and service are both told. SETTINGS_FILE may be empty.
collect_arguments() { # PURPOSE SETTINGS_FILE
    ARGUMENTS=("--hotline.home=$HOTLINE_HOME")
    [[ -z "$2" ]] || ARGUMENTS+=("--spring.config.additional-location=file:$2")
    [[ "$1" != demo ]] || ARGUMENTS+=(--spring.profiles.active=demo)
}

# Sockets lie in the home unless its path is too long for one.
choose_run_folder() {
    local longest=$HOTLINE_HOME/run/simulator/asterisk.ctl folder
    remove_run_folder
    (($(printf '%s' "$longest" | wc -c) > LONGEST_SOCKET)) || return 0
    folder=$(mktemp -d /tmp/hotline.XXXXXX)
    printf '%s\n' "$folder" >"$HOTLINE_HOME/run/folder"
    export HOTLINE_RUN_DIR=$folder
}

remove_run_folder() {
    local folder
    { read -r folder <"$HOTLINE_HOME/run/folder"; } 2>/dev/null || return 0
    [[ "$folder" != /tmp/hotline.?????? ]] || rm -rf "$folder"
    rm -f "$HOTLINE_HOME/run/folder"
}

render() { # [--simulator]
    local log=$HOTLINE_HOME/log/render.out
    with_progress "writing Asterisk's configuration" render_alone "$@" >"$log" 2>&1 ||
        die "$(grep -v '^\s*at \|^$' "$log" | tail -n 1)"
    # shellcheck source=/dev/null
    source "$HOTLINE_HOME/settings.env"
}

render_alone() {
    exec "$JAVA_HOME/bin/java" \
        -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto \
        cn.anxin.hotline.asterisk.configuration.RenderTelephony "${ARGUMENTS[@]}" "$@"
}

load_settings() {
    [[ -r "$HOTLINE_HOME/settings.env" ]] || return 1
    # shellcheck source=/dev/null
    source "$HOTLINE_HOME/settings.env"
}
