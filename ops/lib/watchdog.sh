#!/usr/bin/env bash
# Rings the duty desk when the service is dead while elders wait for their call. A process of its own, that needs nothing
# but the shell and Asterisk: no Java, no database. Whom it may ring stands in the rendered dialplan, and nowhere else.
set -euo pipefail

OPS=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)
# shellcheck source=/dev/null
source "$OPS/lib/all.sh"
load_settings || die "no settings in $HOTLINE_HOME: 'ops/hotline run' writes them"

export TZ=$ZONE
OUTGOING=$ASTERISK_SPOOL/outgoing
HEARD=$HOTLINE_HOME/watchdog/heard # written by the dialplan when somebody has pressed 1
SHEET=$HOTLINE_HOME/call-sheet/today.html
LONGEST_LOOK=10
LOOK=$((WATCHDOG_PATIENCE < LONGEST_LOOK ? WATCHDOG_PATIENCE : LONGEST_LOOK))

tell() { printf '%(%F %T)T %s\n' -1 "$*"; }

# What rang stops ringing; what was not placed yet never is.
take_calls_back() { rm -f "$OUTGOING"/watchdog-*.call "$HOTLINE_HOME"/watchdog/*.call; }

calls_are_out() { compgen -G "$OUTGOING/watchdog-*.call" >/dev/null; }

minutes() { # HH:MM
    printf '%s' $((10#${1%%:*} * 60 + 10#${1:3:2}))
}

# A round is open, or it is the time of day for it: a service that died in the night has laid out no sheet.
elders_wait() {
    local now
    is_of_today "$SHEET" && return
    [[ "$ROUND_DAILY" == true ]] || return 1
    printf -v now '%(%H:%M)T' -1
    (($(minutes "$now") >= $(minutes "$ROUND_WINDOW") && $(minutes "$now") < $(minutes "$ROUND_LATEST")))
}

is_of_today() { # FILE
    local written today
    written=$(date -r "$1" +%F 2>/dev/null) || return 1
    printf -v today '%(%F)T' -1
    [[ "$written" == "$today" ]]
}

# It names people: nobody needs yesterday's.
destroy_old_sheet() {
    [[ ! -e "$SHEET" ]] || is_of_today "$SHEET" || rm -f "$SHEET"
}

age_of() { # FILE
    local written
    written=$(stat -c %Y "$1" 2>/dev/null) || written=0
    printf '%s' $((EPOCHSECONDS - written))
}

# Written beside, and moved in when whole, for Asterisk reads a file as soon as it is there. One more try a phone.
ring_everybody() {
    local phone draft
    mkdir -p "$OUTGOING"
    for phone in $WATCHDOG_PHONES; do
        draft=$HOTLINE_HOME/watchdog/$phone.call
        (
            umask 077
            printf '%s\n' "Channel: Local/$phone@watchdog-phone/n" "Context: watchdog" "Extension: s" "Priority: 1" \
                "WaitTime: 35" "MaxRetries: 1" "RetryTime: 20" >"$draft"
        )
        mv "$draft" "$OUTGOING/watchdog-$phone.call"
    done
    RANG_AT=$(uptime_seconds)
    tell "the service is dead and elders wait: ringing the duty desk"
}

# Whether it does its work, as far as anybody can tell from outside: one that has lost its database answers, and rings nobody.
service_works() { [[ "$(service_health)" == UP ]]; }

look() {
    local now
    now=$(uptime_seconds)
    destroy_old_sheet
    if service_works; then
        if [[ -n "$DEAD_SINCE" && -n "$RANG_AT" ]]; then
            tell "the service works again"
        fi
        DEAD_SINCE=""
        RANG_AT=""
        forget_what_was_heard
        return
    fi
    : "${DEAD_SINCE:=$now}"
    if [[ -e "$HEARD" ]]; then
        take_calls_back
        (($(age_of "$HEARD") < WATCHDOG_AGAIN)) || rm -f "$HEARD"
        return
    fi
    ((now - DEAD_SINCE >= WATCHDOG_PATIENCE)) || return 0
    elders_wait || return 0
    calls_are_out && return
    [[ -z "$RANG_AT" ]] || ((now - RANG_AT >= WATCHDOG_PATIENCE)) || return 0
    ring_everybody
}

forget_what_was_heard() {
    rm -f "$HEARD"
    take_calls_back
}

DEAD_SINCE=""
RANG_AT=""
trap 'take_calls_back; exit 0' TERM INT HUP
forget_what_was_heard
while :; do
    look
    nap "$LOOK"
done
