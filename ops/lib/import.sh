# shellcheck shell=bash
# A roster file into the running service.

import_roster() { # FILE [--preview]
    local file=$1 body answer status=0 boundary path=/api/v1/people/import would=""
    if [[ "${2:-}" == --preview ]]; then
        path+='?preview=true'
        would="would be "
    fi
    [[ -r "$file" ]] || { note "cannot read $file"; return 1; }
    boundary=hotline-$(tr -d - </proc/sys/kernel/random/uuid)
    body=$(mktemp "$HOTLINE_HOME/run/import.XXXXXX")
    {
        printf -- '--%s\r\nContent-Disposition: form-data; name="file"; filename="roster.csv"\r\n' "$boundary"
        printf 'Content-Type: application/octet-stream\r\n\r\n'
        cat "$file"
        printf '\r\n--%s--\r\n' "$boundary"
    } >"$body"
    answer=$(ask_service POST "$path" "multipart/form-data; boundary=$boundary" "$body") || status=$?
    rm -f "$body"
    case $status in
    0) tell_import "$answer" "$would" ;;
    2) note "the service does not answer on $(console_url): start it with 'ops/hotline run'" ;;
    *) note "not imported: $(refusal_of "$answer")" ;;
    esac
    return "$status"
}

count_of() { # NAME JSON
    sed -nE "1s/.*\"$1\":([0-9]+).*/\\1/p" <<<"$2"
}

tell_import() { # JSON WOULD
    printf "%s ${2}added, %s ${2}changed, %s unchanged, %s rejected\n" \
        "$(count_of added "$1")" "$(count_of changed "$1")" "$(count_of unchanged "$1")" "$(count_of rejectedRows "$1")"
    sed -E 's/\{"line":/\n&/g' <<<"$1" | sed -nE \
        's/^\{"line":([0-9]+),"column":"(([^"\\]|\\.)*)","reason":\{"zh":"(([^"\\]|\\.)*)","en":"(([^"\\]|\\.)*)".*/line \1, \2: \6 (\4)/p'
}

refusal_of() { # JSON
    local words
    words=$(sed -nE '1s/.*"(en|detail|message|title|error)":"(([^"\\]|\\.)*)".*/\2/p' <<<"$1")
    printf '%s\n' "${words:-the service refused it}"
}
