package io.hotcopy.service.outside

import java.nio.file.Files
import java.nio.file.Path
import spock.lang.AutoCleanup
import spock.lang.Requires
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir
import spock.lang.Timeout

/** The vendor's Kubernetes backup script, as far as the domain sees it: what it calls, and in which order. */
@Requires(value = { Venv.isWanted() }, reason = Venv.WITHOUT)
@Timeout(300)
class KubernetesBackupOutsideSpec extends Specification {

    static final LABEL = 'role hotcopy'

    @TempDir
    @Shared
    Path directory
    @AutoCleanup
    @Shared
    RealNuocmd nuocmd
    @AutoCleanup
    @Shared
    Acme acme
    @Shared
    Side side

    def setupSpec() {
        nuocmd = new RealNuocmd()
        acme = new Acme(directory, Acme.WHOLE)
        side = acme.side(nuocmd.&run)
        restartLabelled(1)
    }

    def 'an incremental or a journal without a full is a full: #type'() {
        given:
        def script = script(group)

        expect:
        script."$type"()
        script.asked == ['full']
        script.get("$group/latest") == '1'
        script.get('latest') == group

        where:
        type          | group
        'incremental' | 'none-yet'
        'journal'     | 'nor-here'
    }

    def 'full, incremental, journal; after a SYNC the journal is refused: incremental, and journal again'() {
        given:
        def script = script('nightly')

        when:
        def done = [script.full(), put(2), script.incremental(), put(3), script.journal()]

        then:
        done.every()
        script.asked == ['full', 'incremental', 'journal']

        when:
        restartLabelled(1)
        put(4)

        then:
        script.journal()
        script.asked.drop(3) == ['journal!', 'incremental', 'journal']

        and: 'it finds what it has made'
        script.get('latest') == 'nightly'
        script.get('nightly/latest') == '1'
        script.get('nightly/1') == 'set01'
        script.get('backup-groups').split(' ').contains('nightly')
        acme.person.restored('accounts', acme.backup('nightly/set01-1')).keySet() == ['1', '2', '3', '4'] as Set
    }

    def 'a full that failed is in its record, and the next incremental is a full'() {
        given:
        def script = script('unlucky')
        script.full()

        when: 'somebody has put something where the next set is to be'
        Files.writeString(Files.createDirectory(acme.backup('unlucky/set02-1')).resolve('in-the-way'), '')
        def failed = script.full()

        then:
        !failed
        script.get('unlucky/failed') == ' set02'
        script.get('unlucky/latest') == '1'

        when:
        def healed = script.incremental()

        then:
        healed
        script.asked == ['full', 'full!', 'full']
        script.get('unlucky/failed') == ''
        script.get('unlucky/latest') == '2'
        script.get('unlucky/2') == 'set03'
    }

    private BackupScript script(String group) {
        Files.createDirectories(acme.backup(group))
        new BackupScript(side, new Nuodocker(side, "/backups/$group"), group, LABEL)
    }

    private boolean put(int key) {
        acme.person.types("put accounts $key 'row $key'")
    }

    /** The storage manager of an archive goes and comes back, with the label by which the script chooses. */
    private void restartLabelled(int archive) {
        def shown = side.run('show archives --db-name test').out
        def startId = (shown =~ /(?m)^\[$archive] .*\n  \[SM] .*\[start_id = (\d+)]/)[0][1]
        [
            "shutdown process --start-id $startId --timeout 60",
            "start process --db-name test --server-id e2 --engine-type SM --archive-id $archive --labels $LABEL",
            'check database --db-name test --check-running --num-processes 4 --timeout 60',
        ].each { line ->
            def said = side.run(line)
            assert said.exit == 0: "$line\n$said"
        }
    }
}
