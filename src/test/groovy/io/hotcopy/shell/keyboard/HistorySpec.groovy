package io.hotcopy.shell.keyboard

import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.PosixFilePermissions
import java.time.Instant
import java.util.concurrent.Executors
import spock.lang.Specification
import spock.lang.TempDir

/** What the arrow keys bring back, in this shell, in the next and beside others. */
class HistorySpec extends Specification {

    @TempDir
    Path home

    def told = []

    def "what was entered is there the next time, of several lines too, each as one entry"() {
        given:
        def lines = ['status', "policy('x') {\n    full\n}", 'put t 1 a\\nb', 'C:\\tmp', 'ünï😀', 'a\r\nb']

        when:
        def history = history()
        lines.each { history.add(Instant.now(), it) }

        then:
        remembered() == lines
        Files.readAllLines(file()).size() == lines.size()
        PosixFilePermissions.toString(Files.getPosixFilePermissions(file())) == 'rw-------'
        told == []
    }

    def "a shell that is killed loses nothing: a line is on disk when it was entered"() {
        when:
        history().add(Instant.now(), 'status')

        then:
        Files.readString(file()).endsWith(':status\n')
    }

    def "the same line in a row is remembered once, one that begins with a blank not at all"() {
        given:
        def history = history()

        when:
        ['list', 'list', ' secret thing', '\tx', 'list  ', 'status', 'list', ''].each { history.add(Instant.now(), it) }

        then:
        remembered() == ['list', 'status', 'list']
    }

    def "not remembered for the secret that may be in it: #line"() {
        expect:
        Secrets.maybeIn(line)

        where:
        line << ['url = "jdbc://me:hunter2@host/db"', 'nuocmd show domain --api-server http://u:p@h:8888',
            'x --password hunter2', 'x --password=hunter2', 'x --db-password hunter2', "password = 'x'", 'PASSWORD=x',
            "secret: 'x'", 'token = 1', '--client-token abc', "accessKey: 'x'", 'api_key=x', 'key = "x"',
            "policy('p') {\n  password: 'x'\n}", "['secretKey': 1]", 'x --passphrase y']
    }

    def "remembered, for there is no secret in it: #line"() {
        expect:
        !Secrets.maybeIn(line)

        where:
        line << ['journal search latest --table accounts --key 4711',
            'journal search latest --table accounts --key=4711',
            'status', 'x = http://host:8888/a', 'get accounts token', 'help key', "if (key == 'x') { }",
            "put accounts 1 keyed", "region 'east', hosts: ['e1']", '--api-server http://127.0.0.1:8888']
    }

    def "several shells at once lose none of each other's lines (#shells shells)"() {
        given:
        def pool = Executors.newFixedThreadPool(shells)

        when:
        def done = (1..shells).collect { shell ->
            pool.submit {
                def history = history()
                100.times { history.add(Instant.now(), "line $it of shell $shell") }
            }
        }
        done*.get()

        then:
        remembered().toSet() ==
            (1..shells).collectMany { shell -> (0..<100).collect { "line $it of shell $shell" } }.toSet()
        remembered().size() == shells * 100

        cleanup:
        pool.shutdown()

        where:
        shells = 4
    }

    def "a line that is no entry costs only itself, and one that was cut off is ended before the next"() {
        given:
        Files.write(file(), '1:one\nnonsense\n\n123456789012345678:x\n\u00ff:y\n2:two\n3:cut o'.getBytes('ISO-8859-1'))

        when:
        history().add(Instant.now(), 'next')

        then:
        remembered() == ['one', 'two', 'cut o', 'next']
    }

    def "what grows too long becomes its newer part"() {
        given:
        Files.write(file(), (1..10_001).collect { "$it:line $it".toString() })

        when:
        def kept = new HistoryFile(file()).read()*.line()

        then:
        kept.size() == 5_000
        kept[-1] == 'line 10001'
        Files.readAllLines(file()).size() == 5_000
        PosixFilePermissions.toString(Files.getPosixFilePermissions(file())) == 'rw-------'

        when: 'few entries, but long ones'
        def history = history()
        30.times { history.add(Instant.now(), "$it " + 'x' * 100_000) }

        then:
        Files.size(file()) < 2 * 1024 * 1024 + 100_100
        remembered()[-1].startsWith('29 ')
    }

    def "where nothing can be written it is told once, and lines are remembered until the shell ends"() {
        given:
        def history = new KeptHistory(new HistoryFile(home.resolve('absent/history')), told.&add)

        when:
        history.load()
        ['list', 'status'].each { history.add(Instant.now(), it) }

        then:
        history*.line() == ['list', 'status']
        told.size() == 1
        told[0].startsWith('the history cannot be read: ')
    }

    private Path file() {
        home.resolve('history')
    }

    private KeptHistory history() {
        def history = new KeptHistory(new HistoryFile(file()), told.&add)
        history.load()
        history
    }

    private List<String> remembered() {
        history()*.line()
    }
}
