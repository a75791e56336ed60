# shellcheck shell=bash
# Everything that CI runs.

run_tests() {
    find_jdk
    require_maven
    provide_tool sipp sip-tester
    provide_tool shellcheck shellcheck
    provide_bundle
    "$(find_tool shellcheck)" "$OPS/hotline" "$OPS"/lib/{*.sh,speak,speak-catalogue} "$OPS"/test/*.sh "$HOTLINE_ROOT/.ci/run"
    for story in "$OPS"/test/*-test.sh; do
        bash "$story"
    done
    cd "$HOTLINE_ROOT" || exit
    # tests make homes of their own; what they start ends with them, also when we are interrupted
    trap end_work EXIT
    trap 'exit 130' INT TERM HUP
    start_work env -u HOTLINE_HOME mvn -B verify -Dbehaviour.skip=false
    finish_work "$STARTED"
}
