# shellcheck shell=bash
# Debian packages unpacked into a folder of the cache: needs no root, leaves the system as it is.

HOTLINE_CACHE="${XDG_CACHE_HOME:-$HOME/.cache}/anxin-hotline"
HOTLINE_DEBIAN_SUITE="${HOTLINE_DEBIAN_SUITE:-forky}"

has_command() { command -v "$1" >/dev/null; }

machine_architecture() { dpkg --print-architecture 2>/dev/null || uname -m; }

package_set_path() { # SET
    printf '%s/%s-%s-%s\n' "$HOTLINE_CACHE" "$1" "$HOTLINE_DEBIAN_SUITE" "$(machine_architecture)"
}

# The mirror that this machine takes its own packages from.
debian_mirror() {
    if [[ -n "${HOTLINE_DEBIAN_MIRROR:-}" ]]; then
        printf '%s\n' "$HOTLINE_DEBIAN_MIRROR"
        return
    fi
    # the origin is not known before the machine's first apt-get update; security mirrors hold nothing else
    # shellcheck disable=SC2016 # apt fills these in
    apt-get indextargets --format '$(COMPONENT) $(RELEASE) $(REPO_URI) $(ORIGIN)' 'Created-By: Packages' 2>/dev/null |
        awk '$1 == "main" && $2 !~ /[-\/]/ && ($4 == "Debian" || $4 !~ /^[A-Z]/ && $3 ~ /\/debian\/?$/) { print $3; exit }'
}

# The keys that Debian signs with; a machine of another family may have to fetch them first.
debian_keyring() { # SCRATCH
    local keyring=usr/share/keyrings/debian-archive-keyring found
    for found in "/$keyring.pgp" "/$keyring.gpg"; do
        [[ -r "$found" ]] && printf '%s\n' "$found" && return
    done
    mkdir -p "$1/keys"
    (cd "$1/keys" && apt-get -qq download debian-archive-keyring && dpkg -x ./*.deb .) >"$1/log" 2>&1 || return 1
    for found in "$1/keys/$keyring.pgp" "$1/keys/$keyring.gpg"; do
        [[ -r "$found" ]] && printf '%s\n' "$found" && return
    done
    return 1
}

# An apt of its own: nothing of the system's state is read or written but its proxy settings.
write_apt_configuration() { # SCRATCH MIRROR KEYRING
    mkdir -p "$1/state/lists/partial" "$1/cache/archives/partial"
    : >"$1/state/status"
    printf 'deb [signed-by=%s] %s %s main\n' "$3" "$2" "$HOTLINE_DEBIAN_SUITE" >"$1/sources.list"
    cat >"$1/apt.conf" <<CONFIGURATION
#clear APT::Update::Pre-Invoke;
#clear APT::Update::Post-Invoke;
#clear APT::Update::Post-Invoke-Success;
#clear DPkg::Pre-Install-Pkgs;
Dir::State "$1/state";
Dir::State::status "$1/state/status";
Dir::Cache "$1/cache";
Dir::Etc::SourceList "$1/sources.list";
Dir::Etc::SourceParts "/dev/null";
Dir::Etc::Preferences "/dev/null";
Dir::Etc::PreferencesParts "/dev/null";
APT::Architectures { "$(machine_architecture)"; };
APT::Install-Recommends "false";
APT::Sandbox::User "root";
APT::Update::Error-Mode "any";
Acquire::Languages "none";
Acquire::Retries "2";
Acquire::http::Timeout "20";
Acquire::https::Timeout "20";
Debug::NoLocking "true";
CONFIGURATION
}

unpack_packages() { # SCRATCH PACKAGE…
    local scratch=$1 archive
    shift
    apt-get -qq -c "$scratch/apt.conf" update &&
        apt-get -qq -y -c "$scratch/apt.conf" install --download-only "$@" || return 1
    mkdir -p "$scratch/set/root"
    for archive in "$scratch"/cache/archives/*.deb; do
        dpkg -x "$archive" "$scratch/set/root" || return 1
    done
}

# A program in the set that runs with the set's own loader and libraries, wherever the set lies.
write_wrapper() { # SET_PATH NAME PROGRAM [VARIABLE=PATH_IN_SET…]
    local set_path=$1 name=$2 program=$3 root=$1/root loader libraries="" folder assignment
    shift 3
    [[ -x "$root/$program" ]] || { note "no $program in the packages of $HOTLINE_DEBIAN_SUITE"; return 1; }
    loader=$(find "$root/usr" -maxdepth 2 -name 'ld-linux*.so.*' | head -n 1)
    [[ -n "$loader" ]] || { note "no program loader in the packages of $HOTLINE_DEBIAN_SUITE"; return 1; }
    for folder in "$root"/usr/lib/*-linux-gnu "$root"/usr/lib/*-linux-gnu/{pulseaudio,blas,lapack}; do
        [[ -d "$folder" ]] && libraries+="${libraries:+:}\$set/root${folder#"$root"}"
    done
    mkdir -p "$set_path/bin"
    {
        printf '%s\n' '#!/bin/sh' "set=\${0%/*}/.."
        for assignment in "$@"; do
            printf 'export %s="%s/%s"\n' "${assignment%%=*}" "\$set" "${assignment#*=}"
        done
        printf '%s \\\n' "exec \"\$set/root${loader#"$root"}\"" "--inhibit-cache --argv0 $name" \
            "--library-path \"$libraries\""
        printf '%s\n' "\"\$set/root/$program\" \"\$@\""
    } >"$set_path/bin/$name"
    chmod 755 "$set_path/bin/$name"
}

# Makes the set if it is not there. FINISH is given the unpacked set, to put wrappers in and to try them; only then does
# the set appear, whole. Two that start at once fetch once.
provide_package_set() { # SET FINISH PACKAGE…
    local name=$1 finish=$2 set_path
    shift 2
    set_path=$(package_set_path "$name")
    [[ -e "$set_path/complete" ]] && return
    mkdir -p "$HOTLINE_CACHE" 2>/dev/null || die "cannot write to $HOTLINE_CACHE: make it writable, or set XDG_CACHE_HOME"
    (
        flock -n 9 || { note "another one is fetching $name, waiting for it …" && flock 9; }
        [[ -e "$set_path/complete" ]] || fetch_package_set "$set_path" "$name" "$finish" "$@"
    ) 9>"$set_path.lock"
}

# Ends with the shell that calls it; whatever ends that, only a whole set remains.
fetch_package_set() { # SET_PATH NAME FINISH PACKAGE…
    local set_path=$1 name=$2 finish=$3 mirror keyring scratch
    shift 3
    { has_command apt-get && has_command dpkg; } ||
        die "$* not found, and it cannot be fetched without apt-get and dpkg: install it yourself"
    mirror=$(debian_mirror)
    [[ -n "$mirror" ]] ||
        die "this machine knows no Debian mirror to fetch $* from: set HOTLINE_DEBIAN_MIRROR to the address of one"
    rm -rf "$set_path".scratch.*
    scratch=$(mktemp -d "$set_path.scratch.XXXXXX")
    # shellcheck disable=SC2064 # the folder as it is called now
    trap "end_work; rm -rf '${scratch//\'/\'\\\'\'}'" EXIT
    trap 'exit 130' INT TERM HUP
    keyring=$(debian_keyring "$scratch") ||
        die "without the package debian-archive-keyring nothing fetched can be checked: apt-get install debian-archive-keyring"
    write_apt_configuration "$scratch" "$mirror" "$keyring"
    note "fetching $* from Debian $HOTLINE_DEBIAN_SUITE, this once, into $set_path …"
    forget_work
    start_work unpack_packages "$scratch" "$@" >"$scratch/log" 2>&1
    finish_work "$STARTED" ||
        die "cannot fetch $* from Debian $HOTLINE_DEBIAN_SUITE, is this machine online? $(why_apt_failed "$scratch/log")"
    "$finish" "$scratch/set" >>"$scratch/log" 2>&1 ||
        die "the packages of Debian $HOTLINE_DEBIAN_SUITE do not serve as $name: $(tail -n 1 "$scratch/log")"
    rm -rf "$set_path"
    : >"$scratch/set/complete"
    mv -T "$scratch/set" "$set_path"
}

why_apt_failed() { # LOG
    grep -m 1 '^[EW]:' "$1" || tail -n 1 "$1"
}
