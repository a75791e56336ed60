# shellcheck shell=bash
# The keys with which numbers, addresses and notes are sealed. A running service goes on with those it started with.

change_keys() { # add|drop-old [FILE]
    find_jdk
    is_built || require_maven
    build
    CLASSPATH="$BUILT/hotline.jar:$(<"$BUILT/classpath")" exec "$JAVA_HOME/bin/java" -XX:TieredStopAtLevel=1 \
        cn.anxin.hotline.seal.ChangeKeys "$1" "${2:-$HOTLINE_HOME/seal-keys.json}"
}

# Loud, once: nobody can do it for them.
warn_of_fresh_keys() {
    note "NEW KEYS for numbers, addresses and notes are in $HOTLINE_HOME/seal-keys.json: keep a copy elsewhere, apart from"
    note "the copies of the database. Whoever loses that file loses all of them."
}
