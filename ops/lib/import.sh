# shellcheck shell=bash
# A roster file into the running service, which tells what became of it in sentences.

# Reads the command line into IMPORT_QUERY; fails where it is none.
import_options() { # FILE [OPTION...]
    IMPORT_QUERY=""
    [[ $# -gt 0 && "$1" != --* ]] || return 1
    shift
    while (($# > 0)); do
        case "$1" in
        --preview) IMPORT_QUERY+='&preview=true' ;;
        --replace) IMPORT_QUERY+='&replace=true' ;;
        --sheet)
            [[ -n "${2:-}" ]] || return 1
            IMPORT_QUERY+="&sheet=$(percent_encoded "$2")"
            shift
            ;;
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

# Fails with 1 if the file was refused, with 3 if the service cannot be reached, with 4 if it did not answer in time.
import_roster() { # FILE [OPTION...]
    local file=$1 status=0 boundary around
    import_options "$@" || return 2
    [[ -f "$file" && -r "$file" ]] || { note "cannot read $file"; return 1; }
    boundary=hotline-$(tr -d - </proc/sys/kernel/random/uuid)
    # what stands around the file; the people in it are never copied
    around=$(mktemp -d "$HOTLINE_HOME/run/import.XXXXXX")
    printf -- '--%s\r\nContent-Disposition: form-data; name="file"; filename="roster"\r\nContent-Type: application/octet-stream\r\n\r\n' \
        "$boundary" >"$around/head"
    printf '\r\n--%s--\r\n' "$boundary" >"$around/tail"
    PATIENCE=$IMPORT_PATIENCE ACCEPT=text/plain ask_service POST "/api/v1/people/import?${IMPORT_QUERY#&}" \
        "multipart/form-data; boundary=$boundary" "$around/head" "$file" "$around/tail" >"$around/answer" || status=$?
    case $status in
    0) cat "$around/answer" ;;
    1) cat "$around/answer" >&2 ;;
    2)
        note "the service does not answer on $(console_url): start it with 'ops/hotline run'; nothing was imported"
        status=3
        ;;
    3)
        note "the service took the file and has not answered within $IMPORT_PATIENCE s: whether it was imported is not known; the same file again does no harm"
        status=4
        ;;
    esac
    rm -r "$around"
    return "$status"
}

# 50,000 people take some seconds; the service itself gives up after 120.
IMPORT_PATIENCE=150

percent_encoded() { # TEXT
    printf '%s' "$1" | od -An -v -tx1 | tr -d '\n' | tr ' ' %
}
