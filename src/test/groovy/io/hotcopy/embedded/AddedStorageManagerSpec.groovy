package io.hotcopy.embedded

import io.hotcopy.driver.ArchiveFacts.State
import io.hotcopy.model.StorageManager
import io.hotcopy.problem.HotCopyException
import io.hotcopy.progress.ProgressListener
import io.hotcopy.term.ArchiveId
import io.hotcopy.term.StorageGroupName
import java.nio.file.Files
import java.nio.file.Path

/** A running database is given one more storage manager, with an archive in a directory of its own. */
class AddedStorageManagerSpec extends LivingBank {

    static final ArchiveId ONE = new ArchiveId(1)
    static final ArchiveId SEVEN = new ArchiveId(7)
    static final Set<StorageGroupName> ALL = [SampleDomain.SG1, SampleDomain.SG2, SampleDomain.SG3] as Set

    Path place

    @Override
    long seed() {
        21
    }

    def setup() {
        place = directory.resolve('disk-7/test')
    }

    def 'it is known, stopped, and nothing of it is on disk until it is started'() {
        when:
        add(SEVEN)

        then:
        def seven = status(SEVEN)
        seven.state() == State.STOPPED
        seven.absence().get().reason() == 'it was added and has not been started yet'
        [seven.host(), seven.region()] == ['h3', 'east']
        seven.directory() == place
        seven.added()
        seven.serves() == (ALL + StorageGroupName.UNPARTITIONED)
        !Files.exists(place)

        and: 'the facts say so too'
        database.facts().archive(SEVEN).get().state() == State.STOPPED
        !status(ONE).added()
    }

    def 'it gets all by SYNC into its own directory, and is there after a restart'() {
        given:
        add(SEVEN)

        when:
        def report = database.startStorageManager(SEVEN, ProgressListener.NONE)
        await(60)
        clients.stop()

        then:
        report.from().value() == 0
        status(SEVEN).state() == State.RUNNING
        members().contains(SEVEN)
        Files.isRegularFile(place.resolve('archive.yaml'))
        !Files.exists(sample.archive(7))
        BankCheck.requireWhole(bank, database, 'after its SYNC')

        when:
        domain.close()
        started(sample.start())

        then:
        domain.reports()[0].absent().isEmpty()
        domain.reports()[0].returned().isEmpty()
        status(SEVEN).state() == State.RUNNING
        status(SEVEN).directory() == place
        BankCheck.requireWhole(bank, database, 'after the restart')
    }

    def 'it is remembered when everything stops dead, whether it was started (#start) or not'() {
        given:
        add(SEVEN)
        if (start) {
            database.startStorageManager(SEVEN, ProgressListener.NONE)
            await(30)
        }

        when:
        domain.crash()
        clients.stop()

        then:
        EmbeddedDomain.savedFacts(sample.declared(), 'test').archive(SEVEN).present

        when:
        started(sample.start())

        then:
        status(SEVEN).state() == (start ? State.RUNNING : State.STOPPED)
        domain.reports()[0].absent().keySet() == (start ? [] : [SEVEN]) as Set
        Files.exists(place) == start
        BankCheck.requireWhole(bank, database, 'after the crash')

        where:
        start << [true, false]
    }

    def 'the database lives on it alone, when all others have gone'() {
        given:
        add(SEVEN)
        database.startStorageManager(SEVEN, ProgressListener.NONE)

        when:
        (0..5).each { database.stopStorageManager(new ArchiveId(it)) }
        await(60)
        clients.stop()

        then:
        members() == [SEVEN]
        BankCheck.requireWhole(bank, database, 'on the added one')

        when:
        database.stopStorageManager(SEVEN)

        then:
        thrown(HotCopyException)

        when: 'and after a restart it is what the others SYNC from'
        domain.close()
        started(sample.start())

        then:
        domain.reports()[0].returned().keySet()*.value() == [0, 1, 2, 3, 4, 5]
        BankCheck.requireWhole(bank, database, 'after the restart')
    }

    def 'M13 M14 M15 its hot copies of every type restore exactly'() {
        given:
        add(SEVEN)
        database.startStorageManager(SEVEN, ProgressListener.NONE)
        def copies = new SampleCopies(directory.resolve('copies'))
        def series = new CopySeries(domain, 7, directory.resolve('series'))

        when:
        def full = series.full(copies)
        await(60)
        def incremental = series.incremental(full)
        await(60)
        def journal = series.journal(full)

        then:
        incremental.element().fingerprints() == series.scanned(full, [incremental])
        journal.element().fingerprints() == series.scanned(full, [incremental, journal])
        copies.restore([full]).resolve('archive-7').with { OpenedArchives.open([it]).withCloseable { it.tables() } }
                *.name() == ['account', 'transfer']

        when: 'the domain is started anew between them'
        clients.stop()
        domain.close()
        started(sample.start())
        series.goOnWith(domain)
        clients = bank.run(database, 3)
        await(60)
        def later = series.journal(full)

        then:
        later.element().fingerprints() == series.scanned(full, [incremental, journal, later])
    }

    def 'M11 a restored archive is used where it lies, under any number, and gets only the difference'() {
        given: 'a restored copy of archive 1'
        def restored = restored()
        await(200)

        when:
        add(SEVEN, restored, true, SampleDomain.SG1, SampleDomain.SG3)
        def seeded = database.startStorageManager(SEVEN, ProgressListener.NONE)
        add(new ArchiveId(8), directory.resolve('empty'), false, SampleDomain.SG1, SampleDomain.SG3)
        def empty = database.startStorageManager(new ArchiveId(8), ProgressListener.NONE)
        clients.stop()

        then:
        seeded.from().value() > 0
        seeded.bytes().bytes() < empty.bytes().bytes()
        status(SEVEN).directory() == restored
        BankCheck.requireWhole(bank, database, 'beside the one that it is a copy of')

        when:
        domain.close()
        started(sample.start())

        then:
        status(SEVEN).state() == State.RUNNING
        BankCheck.requireWhole(bank, database, 'after the restart')
    }

    def 'M11 a restored archive serves what it is told to: the rest comes as a whole, or goes'() {
        given:
        def restored = restored()
        await(60)

        when: 'archive 1 serves SG1 and SG3'
        add(SEVEN, restored, true, SampleDomain.SG1, SampleDomain.SG2)
        def report = database.startStorageManager(SEVEN, ProgressListener.NONE)
        clients.stop()

        then:
        report.groups()[SampleDomain.SG2].files().bytes() > 0
        report.groups()[SampleDomain.SG1].files().bytes() == 0
        status(SEVEN).serves()*.value() == ['SG1', 'SG2', 'UNPARTITIONED']
        database.running().open(SEVEN).get().member().store().groups()*.value() == ['SG1', 'SG2', 'UNPARTITIONED']
        BankCheck.requireWhole(bank, database, 'after the SYNC')
    }

    def 'a restored archive of another database is refused in the words of the vendor'() {
        given:
        def other = SampleDomain.ofSix(directory.resolve('other'))
        other.environment() // takes the ids that the first start of the other sample took
        def copies = new SampleCopies(directory.resolve('copies'))
        def foreign = other.start().withCloseable { copies.restore(copies.copy(it, 1)).resolve('archive-1') }
        def theirs = ArchiveIdentityYaml.read(foreign).databaseUuid()
        def ours = database.running().state().state().databaseUuid()

        when:
        add(SEVEN, foreign, true)

        then:
        HotCopyException refused = thrown()
        refused.message ==
                "Archive \"$foreign\" doesn't match the database.  Expected UUID $ours, got $theirs."
        known() == (0..5)
        Files.exists(foreign.resolve('archive.yaml'))
    }

    def 'a restored archive that two storage managers want belongs to the first'() {
        given:
        def restored = restored()
        add(SEVEN, restored, true)
        database.startStorageManager(SEVEN, ProgressListener.NONE)
        def again = directory.resolve('again')
        copyTree(restored, again)

        when:
        add(new ArchiveId(8), restored, true)

        then:
        HotCopyException taken = thrown()
        taken.message == "\"$restored\" is taken: archive 7 lies in \"$restored\""

        when:
        add(new ArchiveId(8), again, true)

        then:
        HotCopyException noRestored = thrown()
        noRestored.message.contains(again.toString())
        known() == (0..5) + 7
    }

    def '#what is refused, and nothing changes'() {
        given:
        Files.createDirectories(directory.resolve('mine/file'))
        Files.createDirectories(directory.resolve('beside.sync'))
        Files.createSymbolicLink(directory.resolve('link'), sample.directory())

        when:
        database.addStorageManager(
                new StorageManager(new ArchiveId(number), host, new TreeSet([new StorageGroupName(group)]), true),
                where.startsWith('~') ? Path.of(where[1..-1]) : directory.resolve(where), restored)

        then:
        HotCopyException refused = thrown()
        refused.message.replace(directory.toString(), '~') == message
        known() == (0..5)
        !Files.exists(sample.directory().resolve('storage-managers.yaml'))

        where:
        what                      | number | host   | group | where                   | restored || message
        'a number that is taken'  | 1      | 'h3'   | 'SG1' | 'new'                   | false    || TAKEN_NUMBER
        'an unknown host'         | 7      | 'mars' | 'SG1' | 'new'                   | false    || NO_HOST
        'an unknown group'        | 7      | 'h3'   | 'SG9' | 'new'                   | false    || NO_GROUP
        'a relative path'         | 7      | 'h3'   | 'SG1' | '~new'                  | false    || RELATIVE
        'a full directory'        | 7      | 'h3'   | 'SG1' | 'mine'                  | false    || NOT_EMPTY
        'the place of another'    | 7      | 'h3'   | 'SG1' | 'live/test/archive-1'   | false    || taken(where)
        'a place within another'  | 7      | 'h3'   | 'SG1' | 'live/test/archive-1/x' | false    || taken(where)
        'a place by a link'       | 7      | 'h3'   | 'SG1' | 'link/new'              | false    || home(where)
        'the home'                | 7      | 'h3'   | 'SG1' | 'live/new'              | false    || home(where)
        'what a SYNC would clear' | 7      | 'h3'   | 'SG1' | 'beside'                | false    || BESIDE
        'nothing restored'        | 7      | 'h3'   | 'SG1' | 'new'                   | true     || NOTHING
        'what is no archive'      | 7      | 'h3'   | 'SG1' | 'mine'                  | true     || NO_ARCHIVE
    }

    static final String TAKEN_NUMBER = 'there is an archive 1 already'
    static final String NO_HOST = 'domain "acme" has no host "mars"'
    static final String NO_GROUP = 'there is no storage group "SG9"'
    static final String RELATIVE = '"new" is not an absolute path'
    static final String NOT_EMPTY = '"~/mine" is not empty'
    static final String BESIDE = '"~/beside.sync" is there, and is needed by every SYNC into "~/beside"'
    static final String NOTHING = 'there is no restored archive in "~/new"'
    static final String NO_ARCHIVE = '"~/mine" is there, but is not an archive: it has no archive.yaml'

    static String taken(String where) {
        "\"~/$where\" is taken: archive 1 lies in \"~/live/test/archive-1\""
    }

    static String home(String where) {
        "\"~/$where\" is taken: the domain \"acme\" lives in \"~/live\""
    }

    def 'while the domain runs, nobody takes its archive for a stopped one'() {
        given:
        add(SEVEN)
        database.startStorageManager(SEVEN, ProgressListener.NONE)

        when:
        StoppedArchive.require(place).close()

        then:
        HotCopyException used = thrown()
        used.message.startsWith("the archive in \"$place\" is in use: the domain in ")

        when:
        clients.stop()
        domain.close()
        def stopped = StoppedArchive.require(place)

        then:
        stopped.database().get().archives().containsKey(SEVEN)

        cleanup:
        stopped?.close()
    }

    def 'who is cut off is told, and an added one is cut off with its host'() {
        given:
        add(SEVEN)
        database.startStorageManager(SEVEN, ProgressListener.NONE)
        assert database.hostsCutOff().isEmpty()

        when:
        database.isolate(['h3'] as Set)

        then:
        database.hostsCutOff() == new TreeSet(['h3'])
        status(SEVEN).state() == State.STOPPED

        when:
        database.heal(ProgressListener.NONE)
        clients.stop()

        then:
        database.hostsCutOff().isEmpty()
        status(SEVEN).state() == State.RUNNING
        BankCheck.requireWhole(bank, database, 'after the cut')
    }

    private void add(ArchiveId archive, Path where = place, boolean restored = false, StorageGroupName... groups) {
        database.addStorageManager(
                new StorageManager(archive, 'h3', new TreeSet(groups.length == 0 ? ALL : groups as Set), true), where,
                restored)
    }

    private Path restored() {
        def copies = new SampleCopies(directory.resolve('copies'))
        copies.restore(copies.copy(domain, 1)).resolve('archive-1')
    }

    private static void copyTree(Path from, Path to) {
        Files.walk(from).withCloseable { all ->
            all.forEach { Files.copy(it, to.resolve(from.relativize(it).toString())) }
        }
    }

    private List<ArchiveId> members() {
        database.running().pipeline().membership().members()*.archive()
    }
}
