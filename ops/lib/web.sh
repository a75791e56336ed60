# shellcheck shell=bash
# The service's own HTTP, spoken by the shell: a fresh machine need not have curl, and the token stays off command lines.

# The answer's body, of the kind ACCEPT. Fails with 1 if the service refused, with 2 if it cannot be reached, with 3 if it
# does not answer within PATIENCE seconds.
ask_service() { # METHOD PATH [CONTENT_TYPE BODY_FILE...]
    local method=$1 path=$2 type=${3:-} body=("${@:4}") socket status line token
    (($# > 3)) || body=(/dev/null)
    token=$(api_token)
    { exec {socket}<>"/dev/tcp/$(web_host)/$WEB_PORT"; } 2>/dev/null || return 2
    (
        printf '%s %s HTTP/1.0\r\nHost: %s:%s\r\nAccept: %s\r\nAccept-Language: %s\r\n' \
            "$method" "$path" "$(web_host)" "$WEB_PORT" "${ACCEPT:-application/json}" "$(tongue)"
        [[ -z "$token" ]] || printf 'Authorization: Bearer %s\r\n' "$token"
        [[ -z "$type" ]] || printf 'Content-Type: %s\r\n' "$type"
        [[ "$method" == GET ]] || printf 'Content-Length: %s\r\n' "$(bytes_of "${body[@]}")"
        printf '\r\n'
        cat "${body[@]}"
    ) 1>&"$socket" 2>/dev/null || true
    if ! read -r -t "${PATIENCE:-30}" -u "$socket" _ status _; then
        exec {socket}>&-
        return 3
    fi
    while read -r -t 5 -u "$socket" line && [[ "$line" != $'\r' ]]; do :; done
    timeout 30 cat <&"$socket" || status=""
    exec {socket}>&-
    [[ -n "$status" ]] || return 3
    [[ "${ACCEPT:-}" == text/plain ]] || echo
    [[ "$status" == 2* ]] || return 1
}

bytes_of() { # FILE...
    local file sum=0
    for file; do sum=$((sum + $(stat -L -c %s "$file"))); done
    echo "$sum"
}

# Chinese, unless this terminal is English.
tongue() {
    if [[ "${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}" == en* ]]; then echo en; else echo zh; fi
}

# Where we reach it: a service that listens everywhere is here too.
web_host() {
    if [[ "$WEB_HOST" == 0.0.0.0 ]]; then echo 127.0.0.1; else echo "$WEB_HOST"; fi
}

console_url() { printf 'http://%s:%s/\n' "$(web_host)" "$WEB_PORT"; }

api_token() {
    if [[ -n "${HOTLINE_API_TOKEN:-}" ]]; then
        printf '%s' "$HOTLINE_API_TOKEN"
    else
        cat "$HOTLINE_HOME/api-token" 2>/dev/null || true
    fi
}

# UP, DOWN, or nothing where there is no answer.
service_health() {
    local status=0
    PATIENCE=3 ask_service GET /actuator/health >/dev/null || status=$?
    case $status in
    0) echo UP ;;
    1) echo DOWN ;;
    esac
}

answers() { # HOST PORT
    (exec 3<>"/dev/tcp/$1/$2") 2>/dev/null
}
