package io.hotcopy.verb

import io.hotcopy.catalog.CatalogIndex
import io.hotcopy.catalog.IndexContent
import io.hotcopy.engine.HotCopyFailedException
import io.hotcopy.mission.LiveBank
import io.hotcopy.model.BackupPolicy
import io.hotcopy.model.Declarations
import io.hotcopy.model.Objectives
import io.hotcopy.plan.Pace
import io.hotcopy.problem.HotCopyException
import io.hotcopy.progress.ProgressEvent
import io.hotcopy.progress.ProgressListener
import io.hotcopy.recovery.RecoveryPlanner
import io.hotcopy.term.HotCopyType
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir

/** The catalog as people ask it: it knows what was ever put where, and is remade from the sets alone. */
class CatalogVerbSpec extends Specification {

    @TempDir
    Path directory

    @AutoCleanup
    LiveBank bank

    def setup() {
        bank = new LiveBank(directory, LiveBank.THREE_GROUPS, [nightly: [0, 1]])
        bank.work(5)
        bank.backup('nightly', HotCopyType.FULL)
        bank.work(5)
        bank.backup('nightly', HotCopyType.INCREMENTAL)
        bank.work(5)
        bank.backup('nightly', HotCopyType.JOURNAL)
    }

    def "rebuilt from the sets alone it equals the live one, after full, incremental, journal and failed runs"() {
        given:
        failFull()
        bank.work(5)
        bank.backup('nightly', HotCopyType.JOURNAL)
        IndexContent live = content()
        bank.backup('nightly', HotCopyType.FULL)
        IndexContent later = content()

        when:
        forgetAll()
        def result = bank.verbs.catalog().rebuild([Path.of('backups')])

        then:
        content().roots() == later.roots()
        content().sets()*.identity() == later.sets()*.identity()
        content().sets()*.elements() == later.sets()*.elements()
        content() == later
        content().unread().isEmpty()
        live.sets().size() == 4 && later.sets().size() == 6
        result.rebuilt().changed() == 6
        result.rebuilt().foreign().isEmpty() && result.rebuilt().unread().isEmpty()

        when: 'it is rebuilt again'
        def again = bank.verbs.catalog().rebuild([Path.of('backups')])

        then:
        again.rebuilt().changed() == 0
        again.rebuilt().sets()*.id() == result.rebuilt().sets()*.id()
        content() == later
    }

    def "a dry run of rebuild says what it would do and writes nothing"() {
        given:
        forgetAll()

        when:
        def result = bank.verbs.dryRun().catalog().rebuild([Path.of('backups')])

        then:
        result.planned()
        result.rebuilt().changed() == 2
        content().sets().isEmpty()
    }

    def "without any policy it lists and describes what was ever put anywhere"() {
        given:
        Verbs other = TestVerbs.in(directory)

        expect:
        other.catalog().list().listing() == bank.verbs.list().run([]).listing()
        other.catalog().describe('bank/ledger').coverage() == RecoveryPlanner.coverage(setFacts())
        other.catalog().describe('latest').described()[0].selection().sets().size() == 2
        other.list().run([]).listing().collections().size() == 1

        cleanup:
        other.close()
    }

    def "where nothing was ever backed up it knows nothing, and makes no file"() {
        given:
        Path elsewhere = Files.createDirectory(directory.resolve('elsewhere'))
        Verbs other = TestVerbs.in(elsewhere)

        expect:
        other.catalog().list().listing().collections().isEmpty()
        other.catalog().missing().isWhole()
        Files.list(elsewhere).withCloseable { it.count() } == 0

        when:
        other.catalog().describe('bank/ledger')

        then:
        def refusal = thrown(HotCopyException)
        refusal.message == 'there is no backup set "bank/ledger"'

        when:
        other.list().run([])

        then:
        refusal = thrown(HotCopyException)
        refusal.message == 'nothing says where backup sets may lie'

        cleanup:
        other.close()
    }

    def "nothing is missing after a backup"() {
        expect:
        def result = bank.verbs.catalog().missing()
        result.isWhole() && result.known() == 2 && result.moved().isEmpty()
    }

    def "a set that is gone is missed, and is forgotten when the directory is entered again"() {
        given:
        Path gone = setOf(1)
        Files.move(gone, directory.resolve('taken-away'))

        when:
        def result = bank.verbs.catalog().missing()

        then:
        result.sets()*.gone() == [true]
        result.sets()[0].trouble() == ["set ${result.sets()[0].known().id()} is not in \"$gone\" any more"]
        !result.isWhole()

        when:
        def rebuilt = bank.verbs.catalog().rebuild([Path.of('backups')]).rebuilt()

        then:
        rebuilt.forgotten()*.id() == result.sets()*.known()*.id()
        bank.verbs.catalog().missing().isWhole()
    }

    def "an element that is gone is missed, and one that is smaller than it was"() {
        given:
        def archive = bank.verbs.list().run([]).listing().collections()[0].sets()[0]
        Path journal = archive.location().resolve(archive.facts().get().elements().last().directory())
        journal.toFile().deleteDir()
        Path data = Files.walk(archive.location().resolve('full/data')).withCloseable { files ->
            files.filter { Files.isRegularFile(it) && Files.size(it) > 10 }.findFirst().get()
        }
        long size = Files.size(data)
        Files.write(data, Arrays.copyOf(Files.readAllBytes(data), 5))

        when:
        def result = bank.verbs.catalog().missing()

        then:
        result.sets()*.gone() == [false]
        result.sets()[0].trouble() == [
                "its journal \"${journal.fileName}\", up to commit ${archive.facts().get().elements().last().cut()}, " +
                        "is not in \"${archive.location()}\" any more",
                "damaged backup set: \"$data\": expected $size bytes, found 5 bytes"]*.toString()
    }

    def "a set that was moved counts once, is whole, and is known in its new place when that is entered"() {
        given:
        Path before = setOf(0)
        Path after = directory.resolve('backups/kept/archive-0')
        Files.createDirectories(after.parent)
        Files.move(before, after)

        when:
        def result = bank.verbs.catalog().missing()

        then:
        result.isWhole()
        result.moved()*.to() == [after]
        bank.verbs.list().run([]).listing().collections()*.state()*.words() == ['complete']

        when:
        bank.verbs.catalog().rebuild([Path.of('backups')])

        then:
        bank.verbs.catalog().missing().moved().isEmpty()
        content().sets().size() == 2
    }

    def "a set that lies in two places counts once"() {
        given:
        Path copy = directory.resolve('backups/copy')
        Path original = setOf(0)
        Files.walk(original).withCloseable { files ->
            files.forEach { Files.copy(it, copy.resolve(original.relativize(it).toString())) }
        }

        expect:
        bank.verbs.list().run([]).listing().collections()*.sets()*.size() == [2]
        bank.verbs.catalog().list().listing().collections()*.sets()*.size() == [2]
    }

    def "a damaged entry loses no set: it is told, the set is found below the directory, and rebuild mends it"() {
        given:
        IndexContent sound = content()
        Path entry = TestVerbs.homeIn(directory).resolve("domains/bank/sets/${sound.sets()[0].id()}.set")
        byte[] bytes = Files.readAllBytes(entry)
        bytes[bytes.length.intdiv(2)] ^= 0x10
        Files.write(entry, bytes)

        when:
        def listed = bank.verbs.catalog().list()

        then:
        listed.listing().collections()*.state()*.words() == ['complete']
        listed.damagedEntries().keySet() == [entry] as Set
        !bank.verbs.catalog().missing().isWhole()

        when:
        bank.verbs.catalog().rebuild([Path.of('backups')])

        then:
        content() == sound
    }

    def "directories that hold no set of ours are told and not entered"() {
        given:
        ['backups/photos/2021', 'backups/photos/2022'].each { Files.createDirectories(directory.resolve(it)) }
        Files.writeString(Files.createDirectory(directory.resolve('backups/vendor')).resolve('set.yaml'), 'format: x\n')

        when:
        def rebuilt = bank.verbs.catalog().rebuild([Path.of('backups')]).rebuilt()

        then:
        rebuilt.foreign() == [directory.resolve('backups/photos'), directory.resolve('backups/vendor')]
        rebuilt.sets().size() == 2
    }

    def "a directory that is not there is a mistake, unless sets are known to have been there"() {
        when:
        bank.verbs.catalog().rebuild([Path.of('bakups')])

        then:
        def refused = thrown(HotCopyException)
        refused.message == "there is no directory \"${directory.resolve('bakups')}\""

        when:
        Files.move(directory.resolve('backups'), directory.resolve('elsewhere'))
        def rebuilt = bank.verbs.catalog().rebuild([Path.of('backups')]).rebuilt()

        then:
        rebuilt.sets().empty
        rebuilt.forgotten().size() == 2
    }

    def "a set of the policy's earlier directory is still used: SET words and plans look where the index says"() {
        given:
        Files.move(directory.resolve('backups'), directory.resolve('earlier'))
        bank.verbs.catalog().rebuild([Path.of('earlier')])
        Files.createDirectory(directory.resolve('backups'))

        expect:
        bank.verbs.list().run([]).listing().collections()*.state()*.words() == ['complete']
        bank.backup('nightly', HotCopyType.INCREMENTAL).archives()*.directory()*.parent.unique() ==
                [directory.resolve('earlier')]
    }

    def "storage groups whose newest good copy is older than the rpo are told, with how old they are"() {
        given:
        promise(Duration.ofMinutes(15))

        expect:
        bank.verbs.catalog().missing().tooOld().isEmpty()

        when:
        bank.clock.pass(Duration.ofMinutes(16))
        def old = bank.verbs.catalog().missing()

        then:
        old.tooOld()*.group()*.value() == ['SG1', 'SG2', 'SG3', 'UNPARTITIONED']
        old.tooOld().every { it.policy() == 'nightly' && it.newest().isPresent() }
        !old.isWhole()

        when:
        bank.backup('nightly', HotCopyType.JOURNAL)

        then:
        bank.verbs.catalog().missing().tooOld().isEmpty()
    }

    // ----

    private List setFacts() {
        bank.verbs.list().run([]).listing().collections()*.sets().flatten()*.facts()*.get()
    }

    private Path setOf(int archive) {
        setFacts().find { it.archive().value() == archive }.location()
    }

    private IndexContent content() {
        new CatalogIndex(TestVerbs.homeIn(directory)).content()
    }

    private void forgetAll() {
        TestVerbs.homeIn(directory).resolve('domains').toFile().deleteDir()
    }

    /** A full that somebody spoils when its set is there. */
    private void failFull() {
        bank.clock.pass(Duration.ofMinutes(1))
        Path place = null
        ProgressListener spoiler = { event ->
            if (event instanceof ProgressEvent.StageEntered && event.stage() == 'copy files') {
                Files.writeString(place.resolve('tmp/full/data'), 'no directory')
            }
        }
        def request = new BackupRequest(Optional.of('nightly'), HotCopyType.FULL, Optional.empty(), Pace.DEFAULT, false)
        try {
            bank.verbs.backup().run(request, { preview ->
                place = preview.plan().steps()[0].writes()[0]
                true
            }, spoiler)
            assert false : 'it should have failed'
        } catch (HotCopyFailedException expected) {
            assert !expected.cancelled
        }
    }

    private void promise(Duration rpo) {
        Declarations declared = bank.verbs.declared()
        def policies = declared.policies().collect {
            new BackupPolicy(it.name(), it.protects(), it.timeZone(),
                new Objectives(Optional.of(rpo), Optional.empty()), it.backupGroups(), it.runs(),
                it.reactions(), it.outage(), it.directory(), it.retention(), it.holds())
        }
        bank.verbs.@session.declare(new Declarations(declared.domains(), policies, [:]))
    }
}
