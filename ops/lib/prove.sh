# shellcheck shell=bash
# The long proofs. Each says how far it is, and what it found as lines that begin with "bench"; a line that begins
# with "figure", parted by tabs, is for the table at the end: proof, what, value, goal, and met, missed or wrong.
# A figure of time may be missed, for the machine may be busy; a wrong count fails the proof.

PROOFS=(planner round)
# shellcheck source=/dev/null
if [[ -r "$OPS/lib/prove-telephones.sh" ]]; then
    source "$OPS/lib/prove-telephones.sh"
    PROOFS+=(telephones)
fi

TOWN=3500
CITY=350000

prove() { # [SECTION…] [--people N]
    local sections=() people=$CITY section
    while (($# > 0)); do
        case "$1" in
        --people)
            [[ "${2:-}" =~ ^[1-9][0-9]{2,6}$ ]] || misused "--people takes a number from 100 on"
            people=$2
            shift
            ;;
        *)
            [[ " ${PROOFS[*]} " == *" $1 "* ]] || misused "prove knows: ${PROOFS[*]}"
            sections+=("$1")
            ;;
        esac
        shift
    done
    ((${#sections[@]} > 0)) || sections=("${PROOFS[@]}")
    find_jdk
    require_maven
    SCRATCH=$(mktemp -d)
    trap leave_nothing EXIT
    trap 'exit 130' INT TERM HUP
    FIGURES=$SCRATCH/figures
    : >"$FIGURES"
    build_benchmarks
    local failed=()
    for section in "${sections[@]}"; do
        "prove_$section" "$people" || failed+=("$section")
    done
    table_of_figures
    ((${#failed[@]} == 0)) || die "not proven: ${failed[*]}"
}

# What planning a day and sweeping what is due cost, from a town to a city.
prove_planner() { # PEOPLE
    local sizes=("$TOWN") size
    for size in $(($1 / 10)) "$1"; do
        ((size <= TOWN)) || sizes+=("$size")
    done
    measure rooms.RoundBenchmark "${sizes[@]}"
}

# Full lines in real time, many times faster than life: bound by the channels, then by the calls a second. Then a
# whole day in the town's own time: of a town, and of a city, which takes an hour and more.
prove_round() { # PEOPLE
    local town=$TOWN in_real_time=1500 status=0
    ((town < $1)) || town=$1
    ((in_real_time < $1)) || in_real_time=$1
    measure FullLinesBenchmark "$in_real_time" 24 100 20 || status=1
    measure FullLinesBenchmark "$in_real_time" 24 6 20 || status=1
    measure WholeTownBenchmark "$town" || status=1
    ((town == $1)) || measure WholeTownBenchmark "$1" || status=1
    return "$status"
}

build_benchmarks() {
    mkdir -p "$BUILT"
    with_progress "building the benchmarks" build_tests || die "the build failed, all of it is in $BUILT/prove.log"
}

build_tests() {
    (cd "$HOTLINE_ROOT" &&
        mvn -q -B test-compile dependency:build-classpath \
            -Dmdep.outputFile="$BUILT/test-classpath" -Dmdep.includeScope=test >"$BUILT/prove.log" 2>&1)
}

measure() { # MAIN-CLASS [ARGUMENT…]; of the package benchmark, if it names none; fails if a count is wrong
    local main=$1
    shift
    note "$main $*"
    [[ "$main" == *.* ]] || main=benchmark.$main
    start_work in_java "$main" "$@"
    finish_work "$STARTED"
}

in_java() { # MAIN-CLASS [ARGUMENT…]
    local main=$1 bundle=$HOTLINE_BUNDLE
    shift
    cd "$HOTLINE_ROOT" || exit
    # a town's own settings lead to its own databases
    unset "${!HOTLINE_@}" "${!SPRING_@}"
    export HOTLINE_BUNDLE=$bundle
    "$JAVA_HOME/bin/java" -Xmx1g -Djava.io.tmpdir="$SCRATCH" \
        -cp "target/test-classes:target/classes:$(<"$BUILT/test-classpath")" "cn.anxin.hotline.$main" "$@" |
        keep_figures
}

# Standard input goes on to standard output; only figures are kept for the table.
keep_figures() {
    local line
    while IFS= read -r line; do
        if [[ "$line" == figure$'\t'* ]]; then
            printf '%s\n' "${line#figure$'\t'}" >>"$FIGURES"
        else
            printf '%s\n' "$line"
        fi
    done
}

table_of_figures() {
    printf '\n'
    {
        printf 'proof\twhat\tvalue\tgoal\t\n'
        cat "$FIGURES"
    } | awk -F '\t' '
        { for (i = 1; i <= 5; i++) { cell[NR, i] = $i; if (length($i) > width[i]) width[i] = length($i) } }
        END { for (n = 1; n <= NR; n++) {
            for (i = 1; i <= 4; i++) printf "%-" width[i] + 2 "s", cell[n, i]
            print cell[n, 5] } }'
}

# What was started by what we started ends in its own time, and writes to the last.
leave_nothing() {
    local workers=("${WORKERS[@]}") worker patience=900
    end_work
    wait "${workers[@]}" 2>/dev/null || true
    for worker in "${workers[@]}"; do
        while kill -0 -- "-$worker" 2>/dev/null && ((patience-- > 0)); do
            nap 0.1
        done
    done
    rm -rf "${SCRATCH:?}"
}
