# shellcheck shell=bash
# The long proofs: each prints its figures, one line that begins with "bench" for each, and none fails by time.

prove() { # [WHAT]
    (($# <= 1)) || misused "prove takes one thing to prove, or nothing"
    find_jdk
    require_maven
    case "${1:-round}" in
    round) prove_round ;;
    telephones) prove_telephones ;;
    *) misused "prove knows: round, telephones" ;;
    esac
}

# Full lines in real time, many times faster than life: bound by the channels, then by the calls a second. Then a
# town's and a city's whole day, in the town's own time; the city takes an hour or more, and HOTLINE_CITY is its size.
prove_round() {
    build_benchmarks
    trap end_work EXIT
    trap 'exit 130' INT TERM HUP
    measure FullLinesBenchmark 1500 24 100 20
    measure FullLinesBenchmark 1500 24 6 20
    measure WholeTownBenchmark 3500
    measure WholeTownBenchmark "${HOTLINE_CITY:-350000}"
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

measure() { # MAIN-CLASS [ARGUMENT…]
    local main=$1
    shift
    start_work env -C "$HOTLINE_ROOT" "$JAVA_HOME/bin/java" -Xmx512m \
        -cp "target/test-classes:target/classes:$(<"$BUILT/test-classpath")" "cn.anxin.hotline.benchmark.$main" "$@"
    finish_work "$STARTED"
}
