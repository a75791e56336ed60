# shellcheck shell=bash
# Whether the ports that we need are free, told from the kernel's own tables: no tool has to be installed for it.

# An IPv4 address as those tables write it.
kernel_address() { # ADDRESS
    local a b c d
    IFS=. read -r a b c d <<<"$1"
    printf '%02X%02X%02X%02X' "$d" "$c" "$b" "$a"
}

# The socket that would be in the way, by its inode; fails if there is none.
socket_in_the_way() { # tcp|udp HOST PORT
    local protocol=$1 address port file local_end state inode
    address=$(kernel_address "$(getent ahostsv4 "$2" | head -n 1 | cut -d ' ' -f 1)")
    port=$(printf '%04X' "$3")
    local everywhere=00000000 zeros=000000000000000000000000 mapped=0000000000000000FFFF0000
    for file in "/proc/net/$protocol" "/proc/net/${protocol}6"; do
        [[ -r "$file" ]] || continue
        while read -r _ local_end _ state _ _ _ _ _ inode _; do
            [[ "${local_end#*:}" == "$port" ]] || continue
            [[ "$protocol" == udp || "$state" == 0A ]] || continue
            case "${local_end%:*}" in
            "$address" | "$everywhere" | "$mapped$address" | "$zeros$everywhere" | "$mapped$everywhere") ;;
            *) [[ "$address" == "$everywhere" ]] || continue ;;
            esac
            printf '%s\n' "$inode"
            return
        done <"$file"
    done
    return 1
}

# Who holds the socket, as far as we may know.
holder_of() { # INODE
    local path pid
    path=$(find /proc/[0-9]*/fd -lname "socket:\[$1\]" -print -quit 2>/dev/null)
    pid=${path#/proc/}
    pid=${pid%%/*}
    [[ -n "$pid" ]] && printf '%s (pid %s)' "$(cat "/proc/$pid/comm")" "$pid" || printf 'another program'
}

require_free_port() { # PROTOCOL HOST PORT WHOSE SETTING
    local inode
    inode=$(socket_in_the_way "$1" "$2" "$3") || return 0
    die "port $3 of $2 ($4) is taken by $(holder_of "$inode"): end that, or set $5 to another address"
}

require_free_ports() { # [simulator]
    require_free_port udp "$SIP_HOST" "$SIP_PORT" "Asterisk's SIP" hotline.asterisk.sip
    require_free_port tcp "$AMI_HOST" "$AMI_PORT" "Asterisk's AMI" hotline.asterisk.ami
    require_free_port tcp "$AGI_HOST" "$AGI_PORT" "the service's FastAGI" hotline.asterisk.agi
    require_free_port tcp "$WEB_HOST" "$WEB_PORT" "the web pages" server.port
    [[ "${1:-}" == simulator ]] || return 0
    require_free_port udp "$SIMULATOR_HOST" "$SIMULATOR_PORT" "the simulated carrier's SIP" hotline.simulator.address
    require_free_port udp "$SIMULATOR_DESK_HOST" "$SIMULATOR_DESK_PORT" "the simulated duty phones' SIP" hotline.simulator.desk
    require_free_port tcp "$SIMULATOR_AMI_HOST" "$SIMULATOR_AMI_PORT" "the simulated town's AMI" hotline.simulator.ami
}
