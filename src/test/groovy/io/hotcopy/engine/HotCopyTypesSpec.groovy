package io.hotcopy.engine

import static io.hotcopy.term.HotCopyType.FULL
import static io.hotcopy.term.HotCopyType.INCREMENTAL
import static io.hotcopy.term.HotCopyType.JOURNAL
import static io.hotcopy.term.HotCopyType.SIMPLE

import io.hotcopy.backupset.BackupSet
import io.hotcopy.driver.CopyRefusedException
import io.hotcopy.driver.FileDatabase
import io.hotcopy.problem.HotCopyException
import io.hotcopy.progress.ProgressListener
import io.hotcopy.term.HotCopyType
import io.hotcopy.term.StorageGroupName
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

/** What each type of hot copy leaves on disk (M12–M15), of one archive and of several (M34–M39). */
class HotCopyTypesSpec extends Specification {

    static final StorageGroupName SG1 = new StorageGroupName('SG1')

    @TempDir
    Path directory

    FileDatabase database
    Path backups

    def setup() {
        database = new FileDatabase(Files.createDirectory(directory.resolve('home')), 'SG1 SG2', 'SG1 SG3')
        backups = Files.createDirectory(directory.resolve('backups'))
        commit(100)
    }

    def 'M12 a simple hot copy is an archive that opens at once, and neither uses nor makes a backup set'() {
        when:
        def copy = take(SIMPLE, 0)

        then:
        CopiedFiles.requireExactArchive(database, backups.resolve('archive-0'),
                FileDatabase.groups('SG1 SG2 UNPARTITIONED'), copy.cut())
        !BackupSet.isLikely(backups.resolve('archive-0'))

        and: 'while it is made, its name says so'
        copy.stages()*.name() == ['begin', 'pin', 'copy files', 'take the cut', 'copy journals', 'make archives',
                                  'publish']
    }

    def 'M12 a simple hot copy into a directory with something in it is refused, and that stays'() {
        given:
        Files.createDirectories(backups.resolve('archive-0/mine'))

        when:
        take(SIMPLE, 0)

        then:
        HotCopyException refused = thrown()
        refused.message == "cannot make archive \"${backups.resolve('archive-0')}\": the directory is not empty"
        Files.exists(backups.resolve('archive-0/mine'))
    }

    def 'M13 a full is a new set with the whole archive and its journal, which later copies are added to'() {
        when:
        take(FULL, 0)
        commit(10)
        take(INCREMENTAL, 0)
        take(JOURNAL, 0)

        then:
        def set = BackupSet.open(backups.resolve('set-0'))
        set.elements()*.facts()*.directory() == ['full', '1.inc', '1.jnl']
        CopiedFiles.requireExact(database, backups.resolve('set-0'))
    }

    def 'M14 an incremental holds what changed since the one before, and only that'() {
        given:
        def full = take(FULL, 0)
        commit(10)
        def first = take(INCREMENTAL, 0)
        commit(5)

        when:
        def second = take(INCREMENTAL, 0)

        then:
        def one = CopiedFiles.requireExactElement(database, backups.resolve('set-0'), '1.inc')
        def two = CopiedFiles.requireExactElement(database, backups.resolve('set-0'), '2.inc')
        [one.pinPoint(), one.cut()] == [full.cut(), first.cut()]
        [two.pinPoint(), two.cut()] == [first.cut(), second.cut()]
        two.previous() == Optional.of(first.run())
        two.size() < one.size()
        second.bytes() < full.bytes()
    }

    def 'M14 an incremental into a set without a full is refused'() {
        given: 'a full that failed after it had made its set'
        database.watch({ call, archive ->
            if (call == 'read') {
                throw new HotCopyException('planted')
            }
        } as FileDatabase.Watcher)
        try {
            take(FULL, 0)
        } catch (HotCopyFailedException expected) {
            assert expected.message.endsWith('planted')
        }

        when:
        take(INCREMENTAL, 0)

        then:
        HotCopyException refused = thrown()
        refused.message.startsWith('Full hot copy must be completed before incremental hot copy: backup set "')
        database.openCopies() == 0
    }

    def 'M15 a journal copy holds the journal since the one before, and goes to the newest set'() {
        given:
        take(FULL, 0)
        commit(10)
        def first = take(JOURNAL, 0)
        commit(10)

        when:
        take(JOURNAL, 0)

        then:
        def two = CopiedFiles.requireExactElement(database, backups.resolve('set-0'), '2.jnl')
        two.pinPoint() == first.cut()
        two.previous() == Optional.of(first.run())
    }

    def 'M15 a journal copy is refused while a SYNC has it suspended, until an incremental completes'() {
        given:
        take(FULL, 0)
        database.suspendJournals(0)
        commit(10)

        when:
        take(JOURNAL, 0)

        then:
        CopyRefusedException refused = thrown()
        refused.message == 'Full or incremental hot copy must be completed before journal hot copy'

        when:
        def incremental = take(INCREMENTAL, 0)
        commit(5)
        take(JOURNAL, 0)

        then: 'the chain begins again where that ended'
        CopiedFiles.requireExactElement(database, backups.resolve('set-0'), '1.jnl').pinPoint() == incremental.cut()
    }

    def 'M15 a set whose full was given up takes journal copies, and carries the chain on'() {
        given:
        take(FULL, 0)
        commit(10)
        def next = Files.createDirectory(directory.resolve('next'))
        try (HeldCopy full = new HeldCopy(database, Plans.step(FULL, database, next, 0), 'read')) {
            full.handle().cancel()
        }
        commit(10)

        when:
        def journal = Plans.engine(database)
                .run(Plans.plan(Plans.step(JOURNAL, database, next, 0)), ProgressListener.NONE).hotCopies()[0]

        then:
        CopiedFiles.requireExactElement(database, next.resolve('set-0'), '1.jnl').cut() == journal.cut()
        BackupSet.open(next.resolve('set-0')).state() == BackupSet.State.HALF_MADE
        BackupSet.open(next.resolve('set-0')).unpublished().empty
    }

    def 'M34 M35 a coordinated #type of several archives agrees on one commit for all storage groups'() {
        given:
        take(FULL, 0, 1)
        commit(10)

        when:
        def copy = take(type, 0, 1)

        then:
        def parts = elements(name)
        parts*.cut() == [copy.cut(), copy.cut()]
        parts.collectMany { it.covers().keySet() }.toSet() == database.groups()

        where:
        type        | name
        INCREMENTAL | '1.inc'
        JOURNAL     | '1.jnl'
    }

    def 'M36 a coordinated full makes one set for each archive: a collection'() {
        when:
        def copy = take(FULL, 0, 1)

        then:
        def sets = [0, 1].collect { BackupSet.open(backups.resolve("set-$it")).facts() }
        sets*.collection().toSet() == [copy.run()].toSet()
        sets*.id().toSet().size() == 2
    }

    def 'M37 a storage group that is copied twice is the same in both'() {
        when:
        take(FULL, 0, 1)
        commit(10)
        take(type, 0, 1)

        then:
        def (zero, one) = elements(name)
        zero.fingerprints()[SG1] == one.fingerprints()[SG1]
        zero.members() == one.members()

        where:
        type        | name
        INCREMENTAL | '1.inc'
        JOURNAL     | '1.jnl'
    }

    def 'M36 sets of different collections cannot be mixed'() {
        given:
        take(FULL, 0, 1)
        def others = Files.createDirectory(directory.resolve('others'))
        Plans.engine(database).run(Plans.plan(Plans.step(FULL, database, others, 1)), ProgressListener.NONE)
        def zero = Plans.step(type, database, backups, 0)
        def mixed = Plans.with(zero, zero.members() + Plans.step(type, database, others, 1).members())

        when:
        Plans.engine(database).run(Plans.plan(mixed), ProgressListener.NONE)

        then:
        HotCopyException refused = thrown()
        refused.message.startsWith('Backup sets of different backup collections cannot be mixed: "')

        where:
        type << [INCREMENTAL]
    }

    def 'M38 M39 hot copies of two groups of archives that cover the same run apart, each with its own cut'() {
        when:
        def one = take(FULL, 0)
        commit(10)
        def other = take(FULL, 1)

        then:
        one.cut() < other.cut()
        BackupSet.open(backups.resolve('set-0')).facts().collection() == one.run()
        BackupSet.open(backups.resolve('set-1')).facts().collection() == other.run()
    }

    private List elements(String name) {
        [0, 1].collect { CopiedFiles.requireExactElement(database, backups.resolve("set-$it"), name) }
    }

    private RunReport.HotCopy take(HotCopyType type, int... archives) {
        Plans.engine(database)
                .run(Plans.plan(Plans.step(type, database, backups, archives)), ProgressListener.NONE).hotCopies()[0]
    }

    private void commit(int count) {
        count.times { database.commit(database.groups(), 100) }
    }
}
