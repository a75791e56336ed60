#!/usr/bin/env bash
# What is missing or wrong is told in one line, and nothing is left running.
# shellcheck source=/dev/null
source "$(dirname "${BASH_SOURCE[0]}")/story.sh"

# The tools of a machine without Java and Maven.
mkdir "$SCRATCH/bin"
for tool in readlink sed; do
    ln -s "$(command -v "$tool")" "$SCRATCH/bin/"
done

refused() { # COMMAND…
    local status=0
    ("$@") >"$SCRATCH/said" 2>&1 || status=$?
    expect 1 "$status" "the exit code"
    expect_one_line "$SCRATCH/said"
}

without_java() (
    export PATH=$SCRATCH/bin JAVA_HOME="" JDK_PLACES=()
    find_jdk
)
refused without_java
expect_words 'no JDK 25 or newer found: install one' "$SCRATCH/said"

without_maven() (
    PATH=$SCRATCH/bin
    require_maven
)
refused without_maven
expect_words 'Maven \(mvn\) not found: install it' "$SCRATCH/said"

offline() (
    export HOTLINE_CACHE=$SCRATCH/cache HOTLINE_DEBIAN_MIRROR=http://$NET.9:9/debian
    provide_package_set nothing true hello
)
if has_command apt-get; then
    refused offline
    expect_words 'cannot fetch hello .* is this machine online' "$SCRATCH/said"
    expect "" "$(find "$SCRATCH/cache" -mindepth 1 ! -name '*.lock')" "what an offline fetch left"
fi

refused env HOTLINE_HOME=/proc/nowhere "$OPS/hotline" demo
expect_words 'cannot write to /proc/nowhere: point HOTLINE_HOME' "$SCRATCH/said"

refused hotline town 1 run --settings "$SCRATCH/none.yaml"
expect_words 'cannot read the settings .*none.yaml' "$SCRATCH/said"

printf '# nobody is on duty\n' >"$SCRATCH/empty.yaml"
refused hotline town 1 run --settings "$SCRATCH/empty.yaml"
expect_words 'hotline.duty.phones: name at least one telephone' "$SCRATCH/said"
expect "" "$(processes_of town)" "what is left running"

refused hotline town 1 demo
expect_words "belongs to 'ops/hotline run'" "$SCRATCH/said"

refused hotline nowhere 2 import "$SCRATCH/empty.yaml"
expect_words 'nothing runs on .*nowhere' "$SCRATCH/said"
