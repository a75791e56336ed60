# shellcheck shell=bash
# Asterisk, espeak-ng and sox: the machine's own where they serve, else fetched into the cache.

ASTERISK_OLDEST=20
NEEDED_MODULES=(chan_pjsip res_pjsip res_pjsip_endpoint_identifier_ip res_agi app_queue app_dial app_record res_rtp_asterisk pbx_config)
SHORT_MANDARIN='您好'

# Folders of an installed Asterisk that serves us, one a line: program, modules, data; else nothing.
find_asterisk_of_machine() {
    local program version modules data module
    program=$(PATH="$PATH:/usr/sbin:/usr/local/sbin" command -v asterisk) || return 1
    version=$("$program" -V 2>/dev/null | sed -nE 's/^Asterisk ([0-9]+).*/\1/p')
    ((${version:-0} >= ASTERISK_OLDEST)) || return 1
    for modules in /usr/lib/*-linux-gnu/asterisk/modules /usr/lib64/asterisk/modules /usr/lib/asterisk/modules; do
        [[ -e "$modules/app_queue.so" ]] && break
    done
    for module in "${NEEDED_MODULES[@]}"; do
        [[ -e "$modules/$module.so" ]] || return 1
    done
    for data in /usr/share/asterisk /var/lib/asterisk; do
        [[ -d "$data/documentation" ]] && break
    done
    [[ -d "$data/documentation" ]] || return 1
    printf '%s\n' "$program" "$modules" "$data"
}

# Below 1.52 espeak-ng reads Chinese with the English voice and marks it so.
speaks_mandarin() { # PROGRAM
    local phonemes
    phonemes=$("$1" -v cmn -q -x "$SHORT_MANDARIN" 2>/dev/null) || return 1
    [[ -n "$phonemes" && "$phonemes" != *'(en)'* ]]
}

finish_asterisk() { # SET_PATH
    write_wrapper "$1" asterisk usr/sbin/asterisk && "$1/bin/asterisk" -V
}

finish_speech() { # SET_PATH
    local phonemes
    phonemes=$(cd "$1" && find root/usr -path '*/espeak-ng-data/phontab' | head -n 1)
    [[ -n "$phonemes" ]] || return 1
    write_wrapper "$1" espeak-ng usr/bin/espeak-ng "ESPEAK_DATA_PATH=${phonemes%/phontab}" || return 1
    write_wrapper "$1" sox usr/bin/sox && speaks_mandarin "$1/bin/espeak-ng" && "$1/bin/sox" --version
}

finish_bundle() { finish_asterisk "$1" && finish_speech "$1"; } # SET_PATH

finish_sipp() { write_wrapper "$1" sipp usr/bin/sipp; } # SET_PATH

finish_shellcheck() { write_wrapper "$1" shellcheck usr/bin/shellcheck && "$1/bin/shellcheck" --version; } # SET_PATH

# Finds or fetches every part and writes down where each is.
provide_bundle() {
    local found speech=""
    mapfile -t found < <(find_asterisk_of_machine)
    if ((${#found[@]} == 3)); then
        if ! speaks_mandarin espeak-ng || ! has_command sox; then
            provide_package_set speech finish_speech espeak-ng sox libsox-fmt-base
            speech=$(package_set_path speech)
        fi
    else
        provide_package_set bundle finish_bundle asterisk espeak-ng sox libsox-fmt-base
        speech=$(package_set_path bundle)
        found=("$speech/bin/asterisk" "$speech"/root/usr/lib/*-linux-gnu/asterisk/modules "$speech/root/usr/share/asterisk")
    fi
    export ASTERISK_BIN=${found[0]} ASTERISK_MODULES=${found[1]} ASTERISK_DATA=${found[2]}
    export ESPEAK_BIN SOX_BIN SIPP_BIN
    ESPEAK_BIN=${speech:+$speech/bin/espeak-ng}
    SOX_BIN=${speech:+$speech/bin/sox}
    : "${ESPEAK_BIN:=$(command -v espeak-ng)}" "${SOX_BIN:=$(command -v sox)}"
    SIPP_BIN=$(find_tool sipp || true)
    write_bundle_environment
}

# Programs that only tests use, likewise.
find_tool() { # PROGRAM
    local fetched
    command -v "$1" && return
    fetched=$(package_set_path "$1")/bin/$1
    [[ -x "$fetched" ]] && printf '%s\n' "$fetched"
}

provide_tool() { # PROGRAM PACKAGE
    find_tool "$1" >/dev/null || provide_package_set "$1" "finish_$1" "$2"
}

# What was found, as shell assignments for the renderer, the sounds, the service and the stories.
HOTLINE_BUNDLE=$(package_set_path bundle)/bundle.env
export HOTLINE_BUNDLE

write_bundle_environment() {
    local name
    mkdir -p "${HOTLINE_BUNDLE%/*}"
    for name in ASTERISK_BIN ASTERISK_MODULES ASTERISK_DATA ESPEAK_BIN SOX_BIN SIPP_BIN; do
        printf "%s='%s'\n" "$name" "${!name//\'/\'\\\'\'}"
    done >"$HOTLINE_BUNDLE.$BASHPID"
    mv "$HOTLINE_BUNDLE.$BASHPID" "$HOTLINE_BUNDLE"
}

load_bundle() {
    [[ -r "$HOTLINE_BUNDLE" ]] || return 1
    # shellcheck source=/dev/null
    source "$HOTLINE_BUNDLE"
}
