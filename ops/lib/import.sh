# shellcheck shell=bash
# A roster file into the running service.

# Reads the command line into IMPORT_QUERY and IMPORT_WOULD; fails where it is none.
import_options() { # FILE [OPTION...]
    IMPORT_QUERY="" IMPORT_WOULD=""
    [[ $# -gt 0 && "$1" != --* ]] || return 1
    shift
    while (($# > 0)); do
        case "$1" in
        --preview) IMPORT_QUERY+='&preview=true' IMPORT_WOULD="would be " ;;
        --replace) IMPORT_QUERY+='&replace=true' ;;
        --confirm)
            [[ "${2:-}" =~ ^[0-9]{1,6}$ ]] || return 1
            IMPORT_QUERY+="&confirm=$2"
            shift
            ;;
        --fingerprint)
            [[ "${2:-}" =~ ^[0-9a-f]{1,64}$ ]] || return 1
            IMPORT_QUERY+="&fingerprint=$2"
            shift
            ;;
        *) return 1 ;;
        esac
        shift
    done
}

import_roster() { # FILE [OPTION...]
    local file=$1 answer status=0 boundary around
    import_options "$@" || return 2
    [[ -r "$file" ]] || { note "cannot read $file"; return 1; }
    boundary=hotline-$(tr -d - </proc/sys/kernel/random/uuid)
    # what stands around the file; the people in it are never copied
    around=$(mktemp -d "$HOTLINE_HOME/run/import.XXXXXX")
    printf -- '--%s\r\nContent-Disposition: form-data; name="file"; filename="roster"\r\nContent-Type: application/octet-stream\r\n\r\n' \
        "$boundary" >"$around/head"
    printf '\r\n--%s--\r\n' "$boundary" >"$around/tail"
    answer=$(PATIENCE=150 ask_service POST "/api/v1/people/import?${IMPORT_QUERY#&}" "multipart/form-data; boundary=$boundary" \
        "$around/head" "$file" "$around/tail") || status=$?
    rm -r "$around"
    case $status in
    0) tell_import "$answer" "$IMPORT_WOULD" ;;
    2) note "the service does not answer on $(console_url): start it with 'ops/hotline run'" ;;
    *) note "not imported: $(refusal_of "$answer")" ;;
    esac
    return "$status"
}

count_of() { # NAME JSON
    sed -nE "1s/.*\"$1\":([0-9]+)[,}].*/\\1/p" <<<"$2"
}

tell_import() { # JSON WOULD
    local missing removed confirm
    missing=$(count_of missing "$1") removed=$(count_of removed "$1")
    printf "%s ${2}added, %s ${2}changed, %s unchanged, %s rejected\n" \
        "$(count_of added "$1")" "$(count_of changed "$1")" "$(count_of unchanged "$1")" "$(count_of rejectedRows "$1")"
    ((missing == 0)) || printf "%s of these committees are not in the file, %s ${2}removed\n" "$missing" "$removed"
    tell_file "$1"
    tell_rows "$1" | if [[ -n "$2" ]]; then cat; else sed '/: new$/d'; fi
    confirm=$(count_of confirm "$1")
    [[ -z "$2" || "$confirm" == 0 ]] || printf 'more than a third of a committee: import it with --confirm %s\n' "$confirm"
    [[ -z "$2" ]] || printf 'exactly this: --fingerprint %s\n' "$(sed -nE '1s/.*"fingerprint":"([0-9a-f]+)".*/\1/p' <<<"$1")"
}

# Which sheet and columns were read, and which were not.
tell_file() { # JSON
    local name
    name=$(sed -nE '1s/.*"sheet":"(([^"\\]|\\.)*)".*/\1/p' <<<"$1")
    [[ -z "$name" ]] || printf 'read: sheet %s\n' "$name"
    tell_names otherSheets 'not read: sheets' "$1"
    tell_names hiddenSheets 'not read: hidden sheets' "$1"
    tell_names ignoredColumns 'not read: columns' "$1"
}

tell_names() { # KEY WORDS JSON
    local names
    names=$(sed -nE "1s/.*\"$1\":\\[(\"[^]]*\")\\].*/\\1/p" <<<"$3")
    [[ -z "$names" ]] || printf '%s %s\n' "$2" "${names//\",\"/\", \"}"
}

# A line each: first what changes (masked), then what is wrong, then what was noticed.
tell_rows() { # JSON
    local text='(([^"\\]|\\.)*)' more
    sed -E 's/\{"(line|id)":/\n&/g' <<<"$1" | sed -nE \
        -e 's/^\{"line":([0-9]+),"name":"'"$text"'","committee":"'"$text"'"\}.*/line \1: \2, \4: new/p' \
        -e 's/^\{"line":([0-9]+),"name":"'"$text"'","differences":\[(.*)\]\}.*/line \1: \2: \4/p' \
        -e 's/^\{"id":([0-9]+),"name":"'"$text"'","committee":"'"$text"'"\}.*/person \1: \2, \4: not in the file/p' \
        -e 's/^\{"line":([0-9]+),"column":"'"$text"'","(reason|what)":\{"zh":"'"$text"'","en":"'"$text"'".*/line \1, \2: \7 (\5)/p' |
        sed -E 's/\{"field":"[^"]*","column":"'"$text"'","was":"'"$text"'","becomes":"'"$text"'"\},?/\1 "\3" → "\5"; /g; s/^(line [0-9]+), :/\1:/'
    more=$(sed -nE '1s/.*"leftOff":\{([^}]*)\}.*/\1/p' <<<"$1")
    [[ "$more" =~ :[1-9] ]] && printf 'not shown: %s\n' "${more//\"/}"
    return 0
}

refusal_of() { # JSON
    local words
    words=$(sed -nE '1s/.*"errors":\[\{[^]]*"en":"(([^"\\]|\\.)*)".*/\1/p' <<<"$1")
    [[ -n "$words" ]] || words=$(sed -nE '1s/.*"(en|detail|message|title|error)":"(([^"\\]|\\.)*)".*/\2/p' <<<"$1")
    printf '%s\n' "${words:-the service refused it}"
}
