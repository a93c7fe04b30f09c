package io.hotcopy.restore

import static io.hotcopy.backupset.SampleSets.member
import static io.hotcopy.backupset.SampleSets.run

import io.hotcopy.backupset.SetFacts
import io.hotcopy.progress.ProgressListener
import io.hotcopy.recovery.RecoveryPlanner
import io.hotcopy.recovery.RestorePlan
import io.hotcopy.recovery.RestoreTarget
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

/** M37's example on disk: two archives cover three storage groups, one of them twice; cut 100, pin points 80 and 90. */
abstract class CollectionSpecification extends Specification {

    @TempDir
    Path directory

    def database = new TextDatabase('UNPARTITIONED', 'SG1', 'SG2', 'SG3')
    def members = [
        member(0, 1, 'UNPARTITIONED', 'SG1', 'SG2'),
        member(1, 2, 'UNPARTITIONED', 'SG1', 'SG3')
    ]
    def formats = new ArchiveFormats([new TextArchiveFormat()])
    def restorer = new Restorer(formats, new Random(1), new Workers(2))
    List<SetFacts> sets
    Path target

    def setup() {
        sets = database.full(Files.createDirectory(directory.resolve('backups')), run(1), members, [80L, 90L], 100)
        target = Files.createDirectory(directory.resolve('restores')).resolve('restored')
    }

    RestorePlan plan(RestoreTarget goal = new RestoreTarget.Latest()) {
        RecoveryPlanner.plan(sets, goal)
    }

    RestoreReport restore(RestoreTarget goal = new RestoreTarget.Latest()) {
        restorer.restore(plan(goal), target, ProgressListener.NONE)
    }

    /** Whether both archives hold exactly what their groups held at a commit. */
    boolean restoredTo(long commit) {
        members.every { member ->
            def content = TextArchiveFormat.content(target.resolve("archive-${member.archive()}"))
            content == member.storageGroups().collectEntries { [it, database.content(it, commit)] }
        }
    }

    /** The names in the directory that the target is made in. */
    Set<String> besideTarget() {
        try (def children = Files.list(target.parent)) {
            return children.collect { it.fileName.toString() } as Set
        }
    }

    /** A file of a set. */
    Path inSet(int set, String name) {
        sets[set].location().resolve(name)
    }
}
