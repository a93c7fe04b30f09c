# Sourced by scripts/hotcopy and scripts/bench, which have set root: builds what is missing or old. POSIX sh. Sets lib;
# gives is_old, build, build_if_old, and what scripts/launch.sh gives.

. "$root/scripts/launch.sh"

# The version of the checkout is the first in its pom.
while read -r line; do
    case $line in
        '<version>'*)
            line=${line#<version>}
            lib=$root/target/hotcopy-${line%%<*}/lib
            break
            ;;
    esac
done <"$root/pom.xml"

# Prints a line if FILE is missing, or older than one of the sources given after it.
is_old() {
    file=$1
    shift
    [ -f "$file" ] || { echo missing; return; }
    find "$@" -newer "$file" 2>/dev/null | head -n 1
}

# Builds the program when the jar is missing, or older than what it is made of.
build_if_old() {
    jar=$lib/hotcopy.jar
    [ -n "$(newer_than_jar)" ] || return 0
    lock_builds
    newer=$(newer_than_jar)
    why="$newer is newer than the jar"
    [ "$newer" != missing ] || why="there is no $jar yet"
    [ -z "$newer" ] ||
        build "$jar" "$why" package -Dmaven.test.skip=true -Dspotless.check.skip=true -Dhotcopy.unpacked=true
    unlock_builds
}

newer_than_jar() {
    is_old "$jar" "$root/src/main" "$root/pom.xml"
}

# build FILE WHY MAVEN_ARGUMENT... makes FILE with Maven. Says on standard error what it does and how long it took.
build() {
    file=$1
    why=$2
    shift 2
    [ -x "$(dirname "$(readlink -f "$java")")/javac" ] || fail "java at '$java' cannot compile" \
        "install a JDK, not only a run time (Debian, Ubuntu: apt install openjdk-17-jdk-headless)"
    maven=$(find_maven)
    log=$root/target/build.log
    say "building: $why"
    say "with $maven, log in $log"
    [ -d "${HOME:-}/.m2/repository/org/rocksdb" ] ||
        say "the first build downloads about 180 MB from Maven Central, half of it RocksDB; later ones nothing"
    start=$(date +%s)
    run_maven "$@"
    [ -f "$file" ] || fail "the build made no '$file'" "look at $log"
    downloads=$(grep -c 'Downloaded from' "$log" || true)
    say "built in $(($(date +%s) - start)) s ($downloads files downloaded)"
}

# Maven of the PATH if it is 3.8 or newer, else the wrapper.
find_maven() {
    if found=$(command -v mvn) && mvn -version 2>/dev/null | grep -Eq 'Apache Maven (3\.([89]|[1-9][0-9])|[4-9])'; then
        printf '%s\n' "$found"
    else
        printf '%s\n' "$root/mvnw"
    fi
}

# Runs Maven to its end; when it fails, or is interrupted, so does the script.
run_maven() {
    "$maven" -B -f "$root/pom.xml" "$@" >"$log" 2>&1 </dev/null &
    child=$!
    trap 'kill "$child" 2>/dev/null; exit 130' INT TERM
    if ! wait "$child"; then
        # From the first error to the sentence that sums up; Maven's advice on its own switches is left out.
        sed -n '/^\[ERROR\]/,$p' "$log" | sed -e '/^\[INFO\]/d' -e '/-> \[Help 1\]/q' | tail -n 25 >&2
        fail "the build failed" "the whole log is $log" \
            "the first build needs a network, to download what it is built with"
    fi
    trap - INT TERM
}

# Waits until no other start builds here; the lock goes when this script ends.
lock_builds() {
    { mkdir -p "$root/target" && [ -w "$root/target" ]; } || fail \
        "'$root/target' cannot be written, so nothing can be built" \
        "build as the owner of '$root', or clone it for yourself"
    if command -v flock >/dev/null; then
        exec 9>"$root/target/build.lock"
        flock -n 9 && return
        say "another start is building here, waiting for it"
        flock 9
    else
        until mkdir "$root/target/build.lock.d" 2>/dev/null; do
            say "another start is building here, waiting for it (if none is: rmdir $root/target/build.lock.d)"
            sleep 5
        done
        trap 'rmdir "$root/target/build.lock.d"' EXIT
    fi
}

unlock_builds() {
    if command -v flock >/dev/null; then
        exec 9>&-
    else
        rmdir "$root/target/build.lock.d"
        trap - EXIT
    fi
}
