package io.hotcopy.app

import io.hotcopy.shell.command.CommandTable
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.FileTime
import java.nio.file.attribute.PosixFilePermissions
import java.time.Instant
import java.util.concurrent.locks.LockSupport
import spock.lang.Specification
import spock.lang.TempDir
import spock.lang.Timeout

/**
 * What the launcher makes of its arguments and surroundings, told by a java that only says how it was started.
 * PackageIT has the real one.
 */
@Timeout(120)
class LauncherSpec extends Specification {
    static final LEAN = ['-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1']
    static final BUILD = '17.0.15+6'

    @TempDir
    Path temporary

    Path program
    Path jar
    Path jdk
    Path cache
    String errors

    def setup() {
        program = Files.createDirectories(temporary.resolve('a place with blanks'))
        jar = Files.createDirectories(program.resolve('lib')).resolve('hotcopy.jar')
        jdk = temporary.resolve('jdk')
        cache = temporary.resolve('cache')
        Files.writeString(jar, 'a jar')
        copy('scripts/launch.sh', program.resolve('lib/launch.sh'))
        copy('scripts/hotcopy', Files.createDirectories(program.resolve('bin')).resolve('hotcopy'))
        install(BUILD)
    }

    def "every command is started lean or with all that the JDK has, and the launcher says which: #name"() {
        expect:
        kinds(name).size() == 1

        where:
        name << CommandTable.names()
    }

    def "#arguments starts #how"() {
        expect:
        start(arguments).containsAll(LEAN) == lean

        where:
        arguments                   || lean
        []                          || false
        ['-c', 'status']            || false
        ['backup', '--yes']         || false
        ['restore', 'latest']       || false
        ['verify', 'latest']        || false
        ['serve', 'domain.groovy']  || false
        ['run', 'a.groovy']         || false
        ['prove']                   || false
        ['check', 'domain.groovy']  || true
        ['plan']                    || true
        ['status']                  || true
        ['nuocmd', 'show', 'domain'] || true
        ['--version']               || true
        how = lean ? 'lean' : 'with all that the JDK has'
    }

    def "arguments come through as they are, after the options of the JVM"() {
        when:
        def started = start(['status', 'two words', '*', ''], [HOTCOPY_JAVA_OPTS: '-Xmx2g -Dx=y'])

        then:
        started.takeRight(8) == ['-Xmx2g', '-Dx=y', '-jar', jar.toString(), 'status', 'two words', '*', '']
        started.indexOf('-Xmx512m') < started.indexOf('-Xmx2g')
    }

    def "a collector that the person names is the only one"() {
        expect:
        start(['status'], [HOTCOPY_JAVA_OPTS: '-XX:+UseParallelGC']).findAll { it.endsWith('GC') } ==
            ['-XX:+UseParallelGC']
    }

    def "the first start is plain and makes the class archive, the second takes it"() {
        expect:
        archiveOf(start(['status'])) == null

        when:
        awaitNote(beside())

        then:
        archiveOf(start(['status'])) == program.resolve("lib/cds/Some One $BUILD x86_64.jsa").toString()
        Files.notExists(cache)
    }

    def "it is made at once when that is asked for"() {
        expect:
        run(['--prepare']).contains('-XX:ArchiveClassesAtExit=')
        Files.exists(beside())
        archiveOf(start(['status'])) != null
    }

    def "another JDK, #what, has another archive"() {
        given:
        run(['--prepare'])

        when:
        change.call(this)

        then:
        archiveOf(start(['status'])) == null

        and:
        awaitNote(beside(build))

        where:
        what                           | build          || change
        'a newer build'                | '17.0.16+1'    || { it.install('17.0.16+1') }
        'or the same for a newer jar'  | BUILD          || { it.touch(it.jar) }
    }

    def "a program that was moved takes no archive along"() {
        given:
        run(['--prepare'])
        def moved = temporary.resolve('moved')
        Files.move(program, moved)
        program = moved
        jar = moved.resolve('lib/hotcopy.jar')

        expect:
        archiveOf(start(['status'])) == null

        when:
        awaitNote(beside(), jar.toString())

        then:
        archiveOf(start(['status'])).startsWith(moved.toString())
    }

    def "where the program belongs to somebody else, the archive lies in the user's cache"() {
        given:
        Files.writeString(program.resolve('lib/cds'), 'no directory, so nothing can be written there')

        when:
        run(['--prepare'])

        then:
        def archive = archiveOf(start(['status']))
        archive.startsWith("$cache/hotcopy/")
        Files.exists(Path.of(archive))
    }

    def "where nothing can be written it starts plain"() {
        given:
        Files.writeString(program.resolve('lib/cds'), 'no directory')
        Files.writeString(cache, 'no directory')

        expect:
        archiveOf(start(['status'])) == null
        errors == ''
    }

    def "a JDK that makes no archive is asked once"() {
        given:
        install(BUILD, 'exit 3')

        when:
        run(['--prepare'], [:], 3)

        then:
        Files.exists(note(beside()))
        Files.notExists(beside())

        when:
        run(['--prepare'])

        then: 'it would have failed again'
        archiveOf(start(['status'])) == null
    }

    def "it starts through a link, and by its name alone"() {
        given:
        def link = Files.createSymbolicLink(temporary.resolve('link'), program.resolve('bin/hotcopy'))

        expect:
        execute([link.toString(), 'status'], temporary).contains(jar.toString())
        execute(['sh', 'hotcopy', 'status'], program.resolve('bin')).contains(jar.toString())
    }

    def "what is wrong with the JDK is said: #trouble"() {
        given:
        install(build)

        when:
        run([], [JAVA_HOME: home ?: jdk.toString()], 1)

        then:
        errors.contains(trouble)
        errors.contains('HINT: ')

        where:
        build      | home       || trouble
        '11.0.2+1' | null       || "is version '11', 17 or newer is needed"
        BUILD      | '/nowhere' || "ERROR: no java in JAVA_HOME '/nowhere'"
    }

    /** A JDK whose java makes the archive it is asked for, else says its arguments, one a line. */
    void install(String build, String makes = ': > "${word#*=}"; exit') {
        def java = Files.createDirectories(jdk.resolve('bin')).resolve('java')
        Files.writeString(java, """\
            #!/bin/sh
            printf '%s\\n' "\$@"
            for word; do
                case \$word in -XX:ArchiveClassesAtExit=*) $makes ;; esac
            done
            """.stripIndent())
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString('rwxr-xr-x'))
        Files.writeString(jdk.resolve('release'), """\
            IMPLEMENTOR="Some One"
            JAVA_RUNTIME_VERSION="$build"
            JAVA_VERSION="${build.takeBefore('+')}"
            OS_ARCH="x86_64"
            """.stripIndent())
    }

    void touch(Path file) {
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse('2031-05-06T07:08:09Z')))
    }

    /** The words with which java was started. */
    private List<String> start(List<String> arguments, Map<String, String> more = [:]) {
        run(arguments, more).split('\n', -1).toList().dropRight(1)
    }

    private String run(List<String> arguments, Map<String, String> more = [:], int expected = 0) {
        execute([program.resolve('bin/hotcopy').toString()] + arguments, temporary, environment + more, expected)
    }

    private String execute(
            List<String> words, Path where, Map<String, String> variables = environment, int expected = 0) {
        def err = temporary.resolve('errors.txt')
        def builder = new ProcessBuilder(words).directory(where.toFile()).redirectError(err.toFile())
        builder.environment().keySet().removeAll(['HOTCOPY_JAVA_OPTS', 'JAVA_HOME'])
        builder.environment().putAll(variables)
        def process = builder.start()
        def out = process.inputStream.text
        def code = process.waitFor()
        errors = Files.readString(err)
        assert code == expected : errors
        out
    }

    private Map<String, String> getEnvironment() {
        [JAVA_HOME: jdk.toString(), XDG_CACHE_HOME: cache.toString()]
    }

    private Path beside(String build = BUILD) {
        program.resolve("lib/cds/Some One $build x86_64.jsa")
    }

    private static Path note(Path archive) {
        archive.resolveSibling(archive.fileName.toString().replace('.jsa', '.of'))
    }

    /** Returns when the note beside the archive is of the jar as it is now: it is the last thing that is written. */
    private void awaitNote(Path archive, String of = jar.toString()) {
        def note = note(archive)
        while (note.toFile().lastModified() != jar.toFile().lastModified() || Files.readString(note).strip() != of) {
            LockSupport.parkNanos(1_000_000)
        }
    }

    private static String archiveOf(List<String> started) {
        started.find { it.startsWith('-XX:SharedArchiveFile=') }?.minus('-XX:SharedArchiveFile=')
    }

    /** What the launcher's text says of a command: lean=yes, lean=no. */
    private static List<String> kinds(String command) {
        def text = Files.readString(Path.of('scripts/hotcopy')).replace('\\\n', '')
        def arms = text.readLines().collect { it =~ /^\s*(.*)\) lean=(yes|no) ;;$/ }.findAll { it.matches() }
        arms.findAll { it.group(1).split(/\s*\|\s*/).contains(command) }.collect { it.group(2) }
    }

    private static void copy(String from, Path to) {
        Files.copy(Path.of(from), to)
        Files.setPosixFilePermissions(to, PosixFilePermissions.fromString('rwxr-xr-x'))
    }
}
