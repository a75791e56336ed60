# shellcheck shell=bash
# Every part of the command; OPS says where they lie.

export LC_ALL=C.UTF-8 # paths and texts may be Chinese, whatever the terminal speaks
HOTLINE_ROOT=$(dirname "$OPS")
export HOTLINE_ROOT

for part in say work packages bundle build processes home telephony ports databases web sounds supervise start import \
    demo status keys test prove; do
    # shellcheck source=/dev/null
    source "$OPS/lib/$part.sh"
done
