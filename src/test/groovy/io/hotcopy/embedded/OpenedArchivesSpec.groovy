package io.hotcopy.embedded

import io.hotcopy.embedded.store.DirectoryTree
import io.hotcopy.problem.HotCopyException
import io.hotcopy.progress.ProgressListener
import io.hotcopy.restore.RestoredState
import io.hotcopy.term.CommitNumber
import io.hotcopy.term.ElementId
import io.hotcopy.term.Lineage
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir

class OpenedArchivesSpec extends Specification {

    static final RUN = new ElementId(new UUID(1, 1))

    @TempDir
    Path directory

    @AutoCleanup
    RecordedLife life

    def setup() {
        life = new RecordedLife(directory.resolve('home'), 7L, [0: ['SG1', 'SG2'], 1: ['SG1', 'SG3']])
        life.createTable('accounts', 6, 'SG1', 'SG2', 'SG3')
        life.createTable('settings', 1, 'UNPARTITIONED')
        (0..<30).each { life.put('accounts', String.format('%02d', it), "balance $it") }
        life.put('settings', 'colour', 'blue')
    }

    def "several archives are read as one database"() {
        when:
        def opened = OpenedArchives.open([restored(0), restored(1)])

        then:
        opened.database().toString() == 'acme/test'
        opened.cut() == life.last()
        opened.tables()*.name() == ['accounts', 'settings']
        (0..<30).every { text(opened.get('accounts', bytes(String.format('%02d', it))).get()) == "balance $it" }
        text(opened.get('settings', bytes('colour')).get()) == 'blue'
        opened.get('accounts', bytes('99')).empty
        opened.count('accounts') == 30
        opened.count('settings') == 1

        cleanup:
        opened?.close()
    }

    def "a scan runs over all partitions in the order of the keys, from where it is told, until it is told to stop"() {
        given:
        def opened = OpenedArchives.open([restored(0), restored(1)])

        expect:
        keys(opened, '', 99) == (0..<30).collect { String.format('%02d', it) }
        keys(opened, '10', 3) == ['10', '11', '12']
        keys(opened, '29', 99) == ['29']
        keys(opened, '3', 99) == []

        cleanup:
        opened.close()
    }

    def "one archive alone serves what lies in its storage groups, and names the one that is missing"() {
        given:
        def opened = OpenedArchives.open([restored(0)])

        when:
        opened.count('accounts')

        then:
        def refused = thrown(HotCopyException)
        refused.message == 'table "accounts" lies partly in storage group SG3, which none of the opened archives serves'
        refused.hints() == ['Open one of the archives that serve it as well: 1.']
        opened.count('settings') == 1
        (0..<30).count { served(opened, String.format('%02d', it)) } > 0

        cleanup:
        opened.close()
    }

    def "an unknown table is named together with those there are"() {
        given:
        def opened = OpenedArchives.open([restored(0)])

        when:
        opened.get('acounts', bytes('1'))

        then:
        def refused = thrown(HotCopyException)
        refused.message == "there is no table \"acounts\" in acme/test at commit ${life.last()}"
        refused.hints() == ['Its tables are accounts, settings.']

        cleanup:
        opened.close()
    }

    def "archives restored to different commits are refused, and the common one is offered"() {
        given:
        def early = new CommitNumber(life.last().value() - 10)

        when:
        OpenedArchives.open([restored(0), restored(1, early)])

        then:
        def refused = thrown(HotCopyException)
        refused.message.startsWith('the archives are of different commits: ')
        refused.message.contains(early.toString())
        refused.message.contains(life.last().toString())
        refused.hints() == ["Restore all of them to one commit: --restore-snapshot $early"]
    }

    def "archives of different lineages are refused"() {
        given:
        def other = life.lineage.forkedAt(new CommitNumber(1), new UUID(5, 5))

        when:
        OpenedArchives.open([restored(0), restored(1, life.last(), other)])

        then:
        def refused = thrown(HotCopyException)
        refused.message.startsWith('the archives are of different lineages: ')
    }

    def "archives of different databases are refused"() {
        given:
        def here = restored(0)
        life.close()
        life = new RecordedLife(directory.resolve('elsewhere'), 8L, [1: ['SG1', 'SG3']])

        when:
        OpenedArchives.open([here, restored(1)])

        then:
        def refused = thrown(HotCopyException)
        refused.message.startsWith('the archives are of different databases: ')
    }

    def "one archive twice is refused"() {
        when:
        OpenedArchives.open([restored(0), restored(0)])

        then:
        def refused = thrown(HotCopyException)
        refused.message.endsWith('are both archive 0 of acme/test')
    }

    def "the archive of a storage manager is refused: it may be running, and its journal is not redone"() {
        given:
        def live = life.member(0)
        ArchiveIdentityYaml.write(live.directory(), new ArchiveIdentity(
            RecordedLife.DATABASE, life.databaseUuid, live.id(), live.uuid(), life.lineage, Optional.empty()))

        when:
        OpenedArchives.open([live.directory()])

        then:
        def refused = thrown(HotCopyException)
        refused.message.endsWith('is the archive of a storage manager, not a restored one')
    }

    def "a directory that is no archive is refused"() {
        when:
        OpenedArchives.open([directory])

        then:
        def refused = thrown(HotCopyException)
        refused.message == "there is no archive in \"$directory\"".toString()
    }

    def "reading writes nothing"() {
        given:
        def archive = restored(0)
        def before = DirectoryTree.of(archive)

        when:
        OpenedArchives.open([archive]).withCloseable { it.count('settings') }

        then:
        DirectoryTree.of(archive) == before
    }

    def "after closing, every call says so"() {
        given:
        def opened = OpenedArchives.open([restored(0), restored(1)])
        opened.close()

        when:
        opened.get('accounts', bytes('01'))

        then:
        thrown(IllegalStateException)

        when:
        opened.count('accounts')

        then:
        thrown(IllegalStateException)
    }

    Path restored(int archive, CommitNumber target = life.last(), Lineage lineage = life.lineage) {
        def member = life.member(archive)
        def copy = Files.createTempDirectory(directory, "archive-$archive")
        life.copy(member, copy)
        def full = life.full(member, CommitNumber.ZERO, life.last())
        def state = new RestoredState(life.set(member, full, directory), [], UUID.randomUUID(), lineage, target, RUN)
        new EmbeddedArchiveFormat().finish(copy, state, ProgressListener.NONE)
        copy
    }

    static List<String> keys(OpenedArchives opened, String from, int most) {
        def keys = []
        opened.scan('accounts', bytes(from)) { key, value ->
            keys << text(key)
            assert text(value) == "balance ${text(key) as int}"
            keys.size() < most
        }
        keys
    }

    static boolean served(OpenedArchives opened, String key) {
        try {
            return opened.get('accounts', bytes(key)).present
        } catch (HotCopyException notHere) {
            assert notHere.message.contains('SG3')
            return false
        }
    }

    static byte[] bytes(String text) {
        text.getBytes('UTF-8')
    }

    static String text(byte[] bytes) {
        new String(bytes, 'UTF-8')
    }
}
