# shellcheck shell=bash
# The prompt catalogue, spoken.

make_sounds() {
    [[ ! -x "$OPS/lib/speak-catalogue" ]] || "$OPS/lib/speak-catalogue"
}
