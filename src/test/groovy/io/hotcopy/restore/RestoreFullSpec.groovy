package io.hotcopy.restore

import static io.hotcopy.backupset.SampleSets.run

import io.hotcopy.progress.ProgressEvent
import io.hotcopy.recovery.RestoreTarget
import io.hotcopy.term.ArchiveId
import io.hotcopy.term.CommitNumber
import java.nio.file.Files

class RestoreFullSpec extends CollectionSpecification {

    def "M2, M3: a restored full holds the state at the end of the hot copy"() {
        when:
        def report = restore()

        then:
        restoredTo(100)
        report.archives() == [0, 1].collectEntries { [new ArchiveId(it), target.resolve("archive-$it")] }
        report.size() == plan().size()
    }

    def "M16: the copied journal also allows an earlier state, from the latest pin point to the cut"() {
        when:
        restore(new RestoreTarget.ToCommit(new CommitNumber(commit)))

        then:
        restoredTo(commit)

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
        words*.getAt(3).every { UUID.fromString(it).version() == 4 }
        !words*.getAt(3).contains(sets[0].archiveUuid().toString())
    }

    def "what is restored is for its owner alone, and nothing of the work is left beside it"() {
        when:
        restore()

        then:
        besideTarget() == ['restored'] as Set
        Files.list(target).collect { it.fileName.toString() }.toSet() == ['archive-0', 'archive-1'] as Set
        Files.getPosixFilePermissions(target.resolve('archive-0/records'))*.name().every { it.startsWith('OWNER') }
        Files.getPosixFilePermissions(target.resolve('archive-0/journal/1.txt'))*.name().toSet() ==
                ['OWNER_READ', 'OWNER_WRITE'] as Set
    }

    def "progress tells one task an archive for each stage, and each comes to its end"() {
        given:
        def events = Collections.synchronizedList([])

        when:
        restorer.restore(plan(), target, events::add)
        def started = events.findAll { it instanceof ProgressEvent.TaskStarted }
        def finished = events.findAll { it instanceof ProgressEvent.TaskFinished }

        then:
        events.findAll { it instanceof ProgressEvent.StageEntered }*.stage() ==
                ['check backup sets', 'copy files', 'make archives']
        started*.task() == ['check archive 0', 'check archive 1', 'restore archive 0', 'restore archive 1']
        finished*.task().toSet() == started*.task().toSet()
        started.every { begun -> finished.any { it.task() == begun.task() && it.bytes() == begun.totalBytes() } }
    }
}
