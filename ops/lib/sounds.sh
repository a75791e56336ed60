# shellcheck shell=bash
# The prompt catalogue, spoken; what was spoken once is taken from the cache.

make_sounds() {
    with_progress "speaking the prompts" "$OPS/lib/speak-catalogue"
}
