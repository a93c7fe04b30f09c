package io.hotcopy.service.outside

import java.nio.file.Files
import java.nio.file.Path
import spock.lang.AutoCleanup
import spock.lang.Requires
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir
import spock.lang.Timeout

/** The lines that the reference text itself gives, typed as they stand there; only {@code /backups} lies elsewhere. */
@Requires(value = { Venv.isWanted() }, reason = Venv.WITHOUT)
@Timeout(300)
class MissionLinesOutsideSpec extends Specification {

    /** What the mission quotes of {@code nuocmd}, by the number of its paragraph. */
    static final Map<String, List<String>> LINES = MissionLinesOutsideSpec.getResource('mission.md').text
        .split(/(?m)^(?=- M\d+ )/).drop(1)
        .collectEntries { [(it =~ /M\d+/)[0], (it =~ /`nuocmd\s([^`]*)`/).collect { it[1].replaceAll(/\s+/, ' ') }] }

    @TempDir
    @Shared
    Path directory
    @AutoCleanup
    @Shared
    RealNuocmd nuocmd = new RealNuocmd()
    @AutoCleanup
    @Shared
    Acme whole
    @AutoCleanup
    Acme grouped

    def setupSpec() {
        whole = new Acme(Files.createDirectory(directory.resolve('whole')), Acme.WHOLE)
    }

    def 'M32: archives in commands of their own, which run together; each copy is the whole database'() {
        given:
        def (line) = LINES.M32
        def same = line.replace('dirs 0', 'dirs 2').replace('archive-0', 'archive-2')

        when:
        def sides = [line, same].collect { typed ->
            def side = whole.side(nuocmd.&run)
            [side: side, started: nuocmd.start(side.arguments(typed))]
        }
        def ended = sides.collect { ended(it.side, it.started.await()) }

        then:
        same == 'hotcopy database --db-name test --type full --backup-dirs 2 /backups/test-2021-12-18-archive-2'
        ended*.exit == [0, 0]
        ended.every { it.out.contains('message=Hot copy successfully completed, status=completed') }
        ['test-2021-12-18-archive-0', 'test-2021-12-18-archive-2'].every {
            whole.person.restored('accounts', whole.backup(it)) == ['1': 'before all copies']
        }
    }

    def 'M37: archives that together have all storage groups, in one command; their sets restore together'() {
        given:
        grouped = new Acme(Files.createDirectory(directory.resolve('grouped')), Acme.GROUPS)
        def side = grouped.side(nuocmd.&run)
        def (line) = LINES.M37

        when:
        def ended = ended(side, nuocmd.runAlone(side.arguments(line)))

        then:
        ended.exit == 0
        ended.out.contains('message=Hot copy successfully completed, status=completed')
        grouped.person.restored('accounts', grouped.backup('2021-12-18-arch0'), grouped.backup('2021-12-18-arch1')) ==
            ['1': 'before all copies']
    }

    def 'M12: a simple copy is served as it lies, and when all other archives are down it is the database'() {
        given:
        def side = whole.side(nuocmd.&run)
        def (line) = LINES.M12
        whole.person.types("put accounts 2 'before the copy'")

        when:
        def said = [
            'hotcopy database --db-name test --type simple --backup-dirs 1 /backups/simple --timeout 60',
            "$line --db-name test --server-id e4 --archive-path /backups/simple",
            'start process --db-name test --server-id e4 --engine-type SM --archive-id 3',
            'check database --db-name test --check-running --num-processes 5 --timeout 60',
        ].collect { side.run(it) }

        then:
        said.each { assert it.exit == 0: it }
        said[1].property('archive_path') == "$whole.directory/backups/simple"

        when:
        def shown = side.run('show archives --db-name test').out
        def stopped = (0..2).collect { archive ->
            def startId = (shown =~ /(?m)^\[$archive] .*\n  \[SM] .*\[start_id = (\d+)]/)[0][1]
            side.run("shutdown process --start-id $startId --timeout 60")
        }
        def rows = whole.person.types('get accounts 1', 'get accounts 2')

        then:
        stopped*.exit == [0, 0, 0]
        rows.contains('before all copies')
        rows.contains('before the copy')
    }

    def 'the mission quotes these lines of hot copies and no other'() {
        expect:
        LINES.collectMany { number, lines -> lines.findAll { it.startsWith('hotcopy') }.collect { number } } ==
            ['M32', 'M37']
    }

    /** What has begun is waited for. */
    private static Said ended(Side side, Said begun) {
        assert begun.exit == 0: begun
        side.run("get hotcopy-status --coordinator-start-id ${begun.property('coordinator_start_id')} " +
            "--hotcopy-id ${begun.property('id')} --timeout 60")
    }
}
