# shellcheck shell=bash
# A JDK, Maven, and the service built from this checkout.

JDK_OLDEST=25
JDK_PLACES=(/usr/lib/jvm/* /opt/*jdk* /opt/java/* /usr/java/* "$HOME"/.jdks/* "$HOME"/.sdkman/candidates/java/*)
BUILT=$HOTLINE_ROOT/target/hotline

jdk_serves() { # FOLDER
    local version
    [[ -x "$1/bin/javac" && -r "$1/release" ]] || return 1
    version=$(sed -nE 's/^JAVA_VERSION="([0-9]+).*/\1/p' "$1/release")
    ((${version:-0} >= JDK_OLDEST))
}

# Leaves its folder in JAVA_HOME.
find_jdk() {
    local program place
    program=$(readlink -f "$(command -v java)" || true)
    for place in "${JAVA_HOME:-}" "${program%/bin/java}" "${JDK_PLACES[@]}"; do
        if [[ -n "$place" ]] && jdk_serves "$place"; then
            export JAVA_HOME=$place
            return
        fi
    done
    die "no JDK $JDK_OLDEST or newer found: install one (apt-get install openjdk-$JDK_OLDEST-jdk-headless) or point JAVA_HOME to it"
}

require_maven() {
    has_command mvn || die "Maven (mvn) not found: install it (apt-get install maven)"
}

# Whether nothing is newer than what was built, and every library it was built with is still there.
is_built() {
    local library libraries
    [[ -s "$BUILT/hotline.jar" && -s "$BUILT/classpath" ]] || return 1
    [[ -z "$(find "$HOTLINE_ROOT/pom.xml" "$HOTLINE_ROOT/src/main" -newer "$BUILT/hotline.jar" -print -quit)" ]] || return 1
    IFS=: read -r -a libraries <"$BUILT/classpath" || true
    for library in "${libraries[@]}"; do
        [[ -e "$library" ]] || return 1
    done
}

# Only what a start needs: no tests, no formatter, no repackaging (jars start faster side by side than nested).
build() {
    is_built && return
    mkdir -p "$BUILT" 2>/dev/null || die "cannot write to $HOTLINE_ROOT/target: run this as the owner of the checkout"
    with_progress "building the service" build_alone ||
        die "the build failed, all of it is in $BUILT/build.log: $(grep -m 1 '^\[ERROR\]' "$BUILT/build.log" || tail -n 1 "$BUILT/build.log")"
}

build_alone() {
    flock 9
    is_built && return
    cd "$HOTLINE_ROOT" &&
        mvn -q -B process-classes dependency:build-classpath \
            -Dmdep.outputFile="$BUILT/classpath" -Dmdep.includeScope=runtime >"$BUILT/build.log" 2>&1 &&
        "$JAVA_HOME/bin/jar" --create --file "$BUILT/hotline.jar.new" -C target/classes . >>"$BUILT/build.log" 2>&1 &&
        mv "$BUILT/hotline.jar.new" "$BUILT/hotline.jar"
} 9>"$BUILT/lock"

# A copy of its own for each home, so that a later build cannot pull the classes from under a running service.
install_build() {
    mkdir -p "$HOTLINE_HOME/app"
    cp "$BUILT/hotline.jar" "$HOTLINE_HOME/app/hotline.jar.new"
    mv "$HOTLINE_HOME/app/hotline.jar.new" "$HOTLINE_HOME/app/hotline.jar"
    CLASSPATH="$HOTLINE_HOME/app/hotline.jar:$(<"$BUILT/classpath")"
    export CLASSPATH
}
