# shellcheck shell=bash
# From nothing to READY, and to the end.

ASTERISK_PATIENCE=30
SERVICE_PATIENCE=120

start() { # PURPOSE SETTINGS_FILE COMPONENT…
    local purpose=$1 settings=$2 name bundling fresh_keys=
    shift 2
    cd "$HOTLINE_ROOT" || exit
    find_jdk
    is_built || require_maven
    take_home "$purpose"
    trap end_all EXIT
    trap 'exit 130' INT
    trap 'exit 0' TERM
    trap 'exit 129' HUP
    trap : PIPE # nobody listens to us any more; callers still want to be answered
    if has_remnants; then
        note "ending what a killed supervisor left on $HOTLINE_HOME"
        end_everything
    fi
    collect_arguments "$purpose" "$settings"
    [[ -e "$HOTLINE_HOME/seal-keys.json" || "$purpose" == demo ]] || fresh_keys=yes
    start_work prepare_bundle
    bundling=$STARTED
    build
    install_build
    finish_work "$bundling" || exit 1
    load_bundle
    choose_run_folder
    if [[ " $* " == *" simulator "* ]]; then
        render --simulator
        require_free_ports simulator
    else
        render
        require_free_ports
    fi
    for name in "$@"; do
        start_component "$name"
    done
    await_asterisk
    await_service "$@"
    [[ -z "$fresh_keys" || ! -e "$HOTLINE_HOME/seal-keys.json" ]] || warn_of_fresh_keys
    printf 'READY %s\n' "$(console_url)" || true
}

prepare_bundle() {
    provide_bundle
    make_sounds
}

end_all() {
    local status=$?
    trap '' INT TERM HUP
    end_work
    end_everything
    leave_home
    exit "$status"
}

await_asterisk() {
    local patience=$((ASTERISK_PATIENCE * 5))
    until answers "$AMI_HOST" "$AMI_PORT"; do
        { running asterisk && ((patience-- > 0)); } ||
            die "Asterisk did not come up: $(last_words asterisk); more in $HOTLINE_HOME/log"
        nap 0.2
    done
}

await_service() { # COMPONENT…
    local patience=$((SERVICE_PATIENCE * 5)) name
    until [[ "$(service_health)" == UP ]]; do
        for name in "$@"; do
            running "$name" || die "$name did not start: $(why_it_died "$name")"
        done
        ((patience-- > 0)) ||
            die "the service is not healthy after $SERVICE_PATIENCE s; see $HOTLINE_HOME/log/service.log"
        nap 0.2
    done
}
