# shellcheck shell=bash
# The sample people come in, a round starts, and we tell how it goes until it is over.

demo_round() {
    local day
    import_roster "$HOTLINE_ROOT/src/main/resources/demo/roster.csv" || return 0
    ask_service POST /api/v1/rounds >"$HOTLINE_HOME/run/round" ||
        { note "the round could not be started"; return 0; }
    day=$(sed -nE '1s/.*"day":"([0-9-]+)".*/\1/p' "$HOTLINE_HOME/run/round")
    follow_round "$day"
}

follow_round() { # DAY
    local told="" totals line
    declare -A told_incidents=()
    while supervised; do
        nap 2
        totals=$(ask_service GET "/api/v1/days/$1" | totals_of) || continue
        if [[ "$totals" != "$told" ]]; then
            printf '%(%H:%M:%S)T  %s\n' -1 "$totals"
            told=$totals
        fi
        while IFS= read -r line; do
            [[ "${told_incidents[${line%% *}]:-}" == "$line" ]] || printf '%(%H:%M:%S)T  incident %s\n' -1 "$line"
            told_incidents[${line%% *}]=$line
        done < <(ask_service GET /api/v1/incidents | incidents_of)
        [[ "$totals" == *" 0 open, 0 not due" ]] && all_taken "${told_incidents[@]}" && break
    done
    printf '%(%H:%M:%S)T  the round is over; %s goes on taking calls, Ctrl-C ends it\n' -1 "$NUMBER"
}

# {"date":…,"totals":{"confirmed":1,…}} → 1 confirmed, …
totals_of() {
    sed -nE 's/.*"totals":\{([^}]*)\},"committees".*/\1/; t found; s/[^{]*\{[^{]*"totals":\{([^}]*)\}.*/\1/; t found; b
        :found; s/"notDue"/"not due"/; s/"([a-z ]+)":([0-9]+)/\2 \1/g; s/,/, /g; p'
}

# One line each: number, person (or the part of town it is about), state, and who has it.
incidents_of() {
    sed -E 's/\{"id":[0-9]+,"state":/\n&/g' | sed -nE '/^\{"id"/{
        s/^\{"id":([0-9]+),"state":"([A-Z]+)","severity":"[A-Z_]+",("person":\{"id":[0-9]+,"name"|"part"):"([^"]*)"(.*)/\1 \4 \2\5/
        s/^([^,]*),.*"takenByName":"([^"]*)".*/\1 by \2/
        s/,.*//
        p
    }'
}

all_taken() { # INCIDENT…
    [[ "$*" != *OPEN* && "$*" != *NOTIFYING* ]]
}
