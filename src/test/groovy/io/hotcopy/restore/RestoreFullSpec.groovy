package io.hotcopy.restore

import static io.hotcopy.backupset.SampleSets.member
import static io.hotcopy.backupset.SampleSets.run

import io.hotcopy.backupset.BackupSet
import io.hotcopy.progress.ProgressListener
import io.hotcopy.recovery.RecoveryPlanner
import io.hotcopy.recovery.RestoreTarget
import io.hotcopy.term.ArchiveId
import io.hotcopy.term.CommitNumber
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

class RestoreFullSpec extends Specification {

    @TempDir
    Path directory

    def database = new TextDatabase('UNPARTITIONED', 'SG1', 'SG2', 'SG3')
    def members = [
        member(0, 1, 'UNPARTITIONED', 'SG1', 'SG2'),
        member(1, 2, 'UNPARTITIONED', 'SG1', 'SG3')
    ]
    def restorer = new Restorer(new ArchiveFormats([new TextArchiveFormat()]), new Random(1), new Workers(2))

    def "M2, M3: a restored full holds the state at the end of the hot copy"() {
        when:
        def report = restore(new RestoreTarget.Latest())

        then:
        report.archives().keySet() == [new ArchiveId(0), new ArchiveId(1)] as Set
        members.every { member ->
            def content = TextArchiveFormat.content(target.resolve("archive-${member.archive()}"))
            content == member.storageGroups().collectEntries { [it, database.content(it, 100)] }
        }
    }

    def "M16: the copied journal also allows an earlier state, from the latest pin point to the cut"() {
        when:
        restore(new RestoreTarget.ToCommit(new CommitNumber(commit)))

        then:
        members.every { member ->
            def content = TextArchiveFormat.content(target.resolve("archive-${member.archive()}"))
            content == member.storageGroups().collectEntries { [it, database.content(it, commit)] }
        }

        where:
        commit << [90, 91, 95, 99, 100]
    }

    def "a restored archive knows lineage, commit and run, and has an identity of its own"() {
        when:
        restore(new RestoreTarget.BeforeCommit(new CommitNumber(100)))
        def words = ['archive-0/restored.txt', 'archive-1/restored.txt'].collect {
            Files.readString(target.resolve(it)).split(' ')
        }

        then:
        words*.getAt(0) == [sets[0].lineage().id().toString()] * 2
        words*.getAt(1) == ['99', '99']
        words*.getAt(2) == [run(1).toString()] * 2
        words*.getAt(3).toSet().size() == 2
        !words*.getAt(3).contains(sets[0].archiveUuid().toString())
    }

    RestoreReport restore(RestoreTarget goal) {
        restorer.restore(RecoveryPlanner.plan(sets, goal), target, ProgressListener.NONE)
    }

    def getSets() {
        def backups = directory.resolve('backups')
        if (!Files.exists(backups)) {
            Files.createDirectory(backups)
            database.full(backups, run(1), members, [80L, 90L], 100)
        }
        ['archive-0', 'archive-1'].collect { BackupSet.open(backups.resolve(it)).facts() }
    }

    Path getTarget() {
        directory.resolve('restored')
    }
}
