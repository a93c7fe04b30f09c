package io.hotcopy.app

import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.TimeUnit
import java.util.concurrent.locks.LockSupport
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.Stepwise
import spock.lang.TempDir
import spock.lang.Timeout

/** The packed package, unpacked elsewhere and used there: what a person has who copied it, without Maven. */
@Stepwise
@Timeout(600)
class PackageIT extends Specification {
    /** The directory that Maven made; the packed one lies beside it. */
    static final MADE = Path.of(System.getProperty('hotcopy.package'))

    static final DOMAIN = '''\
        domain('bank') {
            embedded home: 'data'
            region 'east', hosts: ['e1']
            database('ledger') {
                transactionEngines hosts: ['e1']
                storageManager archive: 0, host: 'e1'
            }
        }
        policy('nightly') {
            protects 'bank/ledger'
            backupGroup 'all', archives: [0]
            full
            directory 'backups/{date}T{time}-archive-{archive}'
        }
        '''.stripIndent()

    @Shared
    @TempDir
    Path temporary

    @Shared
    Path elsewhere

    @Shared
    Path work

    String errors

    def setupSpec() {
        elsewhere = Files.createDirectories(temporary.resolve('elsewhere'))
        work = Files.createDirectories(temporary.resolve('work'))
        Files.writeString(work.resolve('domain.groovy'), DOMAIN)
        Files.createDirectory(work.resolve('backups'))
        assert new ProcessBuilder('tar', 'xzf', "${MADE}.tar.gz".toString(), '-C', elsewhere.toString())
            .inheritIO().start().waitFor() == 0
    }

    def "all is in it that #path of the repository has"() {
        expect:
        names(Path.of(path)) - names(unpacked.resolve(place)) == []

        where:
        path                  || place
        'policies'            || 'policies'
        'src/dist/man'        || 'share/man/man1'
        'src/dist/completion' || 'share'
    }

    def "it has #file"() {
        expect:
        Files.isRegularFile(unpacked.resolve(file))

        where:
        file << ['README.md', 'LICENSE', 'INSTALL.md', 'bin/hotcopy', 'lib/hotcopy.jar', 'lib/rocksdbjni.jar',
            'examples/bank/domain.groovy']
    }

    def "what has come of running the examples is not in it"() {
        expect:
        Files.walk(unpacked.resolve('examples')).withCloseable { all ->
            all.noneMatch { it.fileName.toString() in ['data', 'target'] }
        }
    }

    def "it starts, right and quiet, while the first start makes the class archive"() {
        when:
        def out = hotcopy(['--version'])

        then:
        out.startsWith('hotcopy ')
        errors == ''

        when:
        awaitArchive()
        def program = loadedBy(['--version']).find { it.startsWith('io.hotcopy.shell.HotCopyProgram ') }

        then:
        program.contains('source: shared objects file (top)')
    }

    def "a backup is taken and restored with RocksDB's own native library"() {
        when:
        def lines = ['load domain.groovy', 'start bank', 'create table t', 'put t 1 one', 'backup --yes --quiet',
            'restore latest --to restored --yes --quiet', 'open restored --as r', 'get r.t 1']
        def out = hotcopy(lines.collectMany { ['-c', it] })

        then:
        out.contains('\none\n')
        errors == ''
    }

    def "asking a service in the vendor's words reads no declaration, and loads neither Groovy nor RocksDB"() {
        given:
        def serving = process(command(['serve', 'domain.groovy', '--port', '0'])).redirectErrorStream(true).start()
        def address = addressOf(serving.inputReader())

        when:
        def loaded = loadedBy(['nuocmd', '--api-server', address, 'show', 'domain'])

        then:
        def count = loaded.size()
        count > 500

        and:
        def unwanted =
            loaded.findAll { it =~ /^(io\.hotcopy\.dsl|groovy|org\.(codehaus|apache)\.groovy|org\.rocksdb)\./ }
        unwanted == []

        cleanup:
        serving.destroy()
        serving.waitFor(60, TimeUnit.SECONDS)
    }

    def "the lean and the full JVM are what the launcher says: #command"() {
        expect:
        hotcopy(command, [HOTCOPY_JAVA_OPTS: '-XX:+PrintCommandLineFlags']).contains('TieredStopAtLevel=1') == lean

        where:
        command             || lean
        ['prove', '--help'] || false
        ['plan', '--help']  || true
    }

    def "it starts through a link, from a directory with blanks, where no class archive can be written"() {
        given:
        def moved = Files.createDirectories(temporary.resolve('moved by hand')).resolve('hot copy')
        Files.move(unpacked, moved)
        Files.move(moved.resolve('lib/cds'), temporary.resolve('cds'))
        Files.writeString(moved.resolve('lib/cds'), 'no directory')
        Files.writeString(temporary.resolve('cache'), 'no directory')
        def link = Files.createSymbolicLink(temporary.resolve('hotcopy'), moved.resolve('bin/hotcopy'))

        when:
        def out = execute([link.toString(), '-c', 'load domain.groovy', '-c', 'start bank', '-c', 'create table u'])

        then:
        out.contains('table u')
        errors == ''
    }

    private Path getUnpacked() {
        elsewhere.resolve(MADE.fileName.toString())
    }

    private List<String> command(List<String> arguments) {
        [unpacked.resolve('bin/hotcopy').toString()] + arguments
    }

    private String hotcopy(List<String> arguments, Map<String, String> variables = [:]) {
        execute(command(arguments), variables)
    }

    private String execute(List<String> words, Map<String, String> variables = [:]) {
        def err = temporary.resolve('errors.txt')
        def builder = process(words).redirectError(err.toFile())
        builder.environment().putAll(variables)
        def process = builder.start()
        process.outputStream.close()
        def out = process.inputStream.text
        def code = process.waitFor()
        errors = Files.readString(err)
        assert code == 0 : out + errors
        out
    }

    /** Nothing of the person who runs the tests is seen, and nothing is kept at theirs. */
    private ProcessBuilder process(List<String> words) {
        def builder = new ProcessBuilder(words).directory(work.toFile())
        builder.environment().putAll([JAVA_HOME: System.getProperty('java.home'), HOTCOPY_JAVA_OPTS: '',
            HOTCOPY_HOME: temporary.resolve('home').toString(), XDG_CACHE_HOME: temporary.resolve('cache').toString()])
        builder
    }

    /** Each class, and where it came from. */
    private List<String> loadedBy(List<String> arguments) {
        def log = temporary.resolve('classes.txt')
        hotcopy(arguments, [HOTCOPY_JAVA_OPTS: '-Xlog:class+load:file=' + log + ':none'])
        Files.readAllLines(log)
    }

    private void awaitArchive() {
        def cds = unpacked.resolve('lib/cds')
        while (!Files.isDirectory(cds) || names(cds).every { !it.endsWith('.of') }) {
            LockSupport.parkNanos(10_000_000)
        }
        assert names(cds).any { it.endsWith('.jsa') }
    }

    private static String addressOf(BufferedReader said) {
        def found = said.lines().map { it =~ /http:\/\/(\S+:\d+)/ }.filter { it.find() }.findFirst()
        found.orElseThrow().group(1)
    }

    /** The names of all files below, none if there is no such directory; completion for bash has no ending there. */
    private static List<String> names(Path directory) {
        if (Files.notExists(directory)) {
            return []
        }
        Files.walk(directory).withCloseable { all ->
            all.toList().findAll { Files.isRegularFile(it) }.collect { it.fileName.toString() - '.bash' }
                .findAll { it != '.gitignore' }
        }
    }
}
