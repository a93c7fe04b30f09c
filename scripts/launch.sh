# Sourced by the launcher and by scripts/build.sh: finds a JDK, and the class archive that lets it start quickly.
# POSIX sh, and few other programs, because each start waits for them. Reads lib; gives say, fail, find_java,
# find_archive, make_archive; sets java, jdk, archive.

say() {
    printf 'hotcopy: %s\n' "$1" >&2
}

# fail MESSAGE HINT...
fail() {
    printf 'ERROR: %s\n' "$1" >&2
    shift
    for hint in "$@"; do
        printf 'HINT: %s\n' "$hint" >&2
    done
    exit 1
}

# Sets java to the program of JAVA_HOME, else of PATH, and refuses one older than 17. Sets jdk to a file name for just
# this build of the JDK; to nothing if that is not known.
find_java() {
    if [ -n "${JAVA_HOME:-}" ]; then
        java=$JAVA_HOME/bin/java
        [ -x "$java" ] || fail "no java in JAVA_HOME '$JAVA_HOME'" "set JAVA_HOME to a JDK 17 or newer, or unset it"
    else
        java=$(command -v java) || fail "no java found" \
            "install a JDK 17 or newer (Debian, Ubuntu: apt install openjdk-17-jdk-headless)" \
            "or set JAVA_HOME to one"
        java=$(readlink -f "$java")
    fi
    read_release "${java%/bin/java}/release"
    [ "${version:-0}" -ge 17 ] 2>/dev/null || fail \
        "java at '$java' is version '${version:-unknown}', 17 or newer is needed" \
        "install a JDK 17 or newer, or set JAVA_HOME to one"
}

# Sets version (17, 25; 1 for Java 8) and jdk from the JDK's release file, which is quicker than asking the JDK.
read_release() {
    version='' jdk='' maker='' build='' processor=''
    if [ -f "$1" ]; then
        while IFS='=' read -r key value || [ -n "$key" ]; do
            value=${value#\"}
            value=${value%\"}
            case $key in
                JAVA_VERSION) version=${value%%[!0-9]*} ;;
                IMPLEMENTOR) maker=$value ;;
                JAVA_RUNTIME_VERSION) build=$value ;;
                OS_ARCH) processor=$value ;;
            esac
        done <"$1"
        [ -z "$build" ] || jdk="$maker $build $processor"
    else
        version=$("$java" -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p')
    fi
    case $jdk in */* | *:*) jdk='' ;; esac
}

# Sets archive to this JDK's class archive, or to nothing; then archives is the directory where one can be made, or
# nothing if there is none, or it was tried in vain. They lie beside the jar; if that directory belongs to somebody else
# and has none, in the user's cache.
find_archive() {
    archive='' archives=''
    case $jdk:$lib in :* | *:*:*) return 0 ;; esac
    ! take_archive "$lib/cds" || return 0
    if can_write "$lib/cds"; then
        archives=$lib/cds
    elif [ -n "${XDG_CACHE_HOME:-${HOME:-}}" ]; then
        sum=$(printf '%s' "$lib" | cksum)
        own=${XDG_CACHE_HOME:-$HOME/.cache}/hotcopy/${sum%% *}
        take_archive "$own" || ! can_write "$own" || archives=$own
    fi
}

# A note beside each archive tells of which jar it was made; without archive, that it was tried. The JDK takes an
# archive only for a jar of the same path and time.
take_archive() {
    note=$1/$jdk.of
    jar=$lib/hotcopy.jar
    [ -f "$note" ] && read -r of <"$note" && [ "$of" = "$jar" ] &&
        ! [ "$note" -nt "$jar" ] && ! [ "$note" -ot "$jar" ] || return 1
    [ ! -f "$1/$jdk.jsa" ] || archive=$1/$jdk.jsa
}

can_write() {
    { [ -d "$1" ] || mkdir -p "$1" 2>/dev/null; } && [ -w "$1" ]
}

# make_archive DIRECTORY [nice] lets the JDK archive the classes that a rehearsal loads. Nobody sees half an archive; of
# two that make one at once, the second does nothing, but that a person waits for the first. Fails when the rehearsal does.
make_archive() {
    if command -v flock >/dev/null; then
        exec 9>"$1/lock"
        flock ${2:+-n} 9 || return 0
        ! take_archive "$1" || return 0
    fi
    new=$1/$jdk.$$
    code=0
    # With the lesser compiler alone: it takes less of the machine, and the archive is the same.
    ${2:-} "$java" -Xmx512m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xlog:disable -Xlog:all=error:stderr \
        "-Djava.library.path=$lib/native" "-XX:ArchiveClassesAtExit=$new.jsa" \
        -cp "$lib/hotcopy.jar" io.hotcopy.app.Rehearsal || code=$?
    if [ "$code" -eq 0 ] && [ -f "$new.jsa" ]; then
        mv "$new.jsa" "$1/$jdk.jsa"
    else
        rm -f "$new.jsa" "$1/$jdk.jsa"
    fi
    printf '%s\n' "$lib/hotcopy.jar" >"$new.of"
    touch -r "$lib/hotcopy.jar" "$new.of"
    mv "$new.of" "$1/$jdk.of"
    return "$code"
}
