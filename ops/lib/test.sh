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
    # tests make homes of their own
    exec env -u HOTLINE_HOME mvn -B verify -Dbehaviour.skip=false
}
