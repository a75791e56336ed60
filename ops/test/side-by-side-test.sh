#!/usr/bin/env bash
# Two installations beside each other: neither is in the other's way, and what one of them ends is its own.
# shellcheck source=/dev/null
source "$(dirname "${BASH_SOURCE[0]}")/story.sh"

start_hotline east 1 demo --no-simulator
east=$STARTED
start_hotline west 2 demo --no-simulator
await_ready east
await_ready west
expect 0 "$(hotline east 1 status >/dev/null && echo 0)" "the status of east"

# a port that is taken
status=0
HOTLINE_ASTERISK_AMI="" hotline third 1 demo --no-simulator >"$SCRATCH/said" 2>&1 || status=$?
expect 1 "$status" "the exit code"
expect_one_line "$SCRATCH/said"
expect_words "port 5060 of $NET.1 .* is taken by .* \(pid [0-9]+\).*hotline.asterisk.sip" "$SCRATCH/said"
expect "" "$(processes_of third)" "what is left running"

# a home that is taken
status=0
hotline east 3 demo --no-simulator >"$SCRATCH/said" 2>&1 || status=$?
expect 1 "$status" "the exit code"
expect_one_line "$SCRATCH/said"
expect_words "already running on .*east \(pid $(pid_of east supervisor)\)" "$SCRATCH/said"

# who dies comes back
killed=$(pid_of east service)
kill -KILL "$killed"
service_is_back() { [[ "$(pid_of east service)" != "$killed" ]] && hotline east 1 status; }
await 60 "the service is back" service_is_back
expect_words 'service died, starting it again in 1 s' "$SCRATCH/east.out"

# stop
hotline east 1 stop >/dev/null
expect 0 "$(wait "$east" && echo 0)" "the exit code of what was stopped"
expect "" "$(processes_of east)" "what is left running"
expect 3 "$(hotline east 1 status >/dev/null || echo $?)" "the status of east"
expect 0 "$(hotline west 2 status >/dev/null && echo 0)" "the status of west"

# a number that went to somebody else's process since
sleep 1000 &
stranger=$!
for name in supervisor asterisk service; do
    printf '%s 1 %s\n' "$stranger" "$BOOT" >"$SCRATCH/east/run/$name.pid"
done
hotline east 1 stop >/dev/null
kill -0 "$stranger" || fail "a stranger was ended"
kill "$stranger"

# a supervisor that was killed
kill -KILL "$(pid_of west supervisor)"
expect 1 "$(hotline west 2 status >/dev/null || echo $?)" "the status of west"
[[ -n "$(processes_of west)" ]] || fail "calls have to go on without the supervisor"
hotline west 2 stop >"$SCRATCH/said"
expect_words 'stopped what a killed supervisor had left' "$SCRATCH/said"
expect "" "$(processes_of west)" "what is left running"
