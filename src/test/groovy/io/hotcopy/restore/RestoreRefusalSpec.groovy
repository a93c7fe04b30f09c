package io.hotcopy.restore

import static io.hotcopy.backupset.SampleSets.member
import static io.hotcopy.backupset.SampleSets.run

import io.hotcopy.backupset.DamagedSetException
import io.hotcopy.backupset.NotASetException
import io.hotcopy.backupset.SampleSets
import io.hotcopy.problem.HotCopyException
import io.hotcopy.progress.ProgressEvent
import io.hotcopy.progress.ProgressListener
import io.hotcopy.recovery.RecoveryPlanner
import io.hotcopy.recovery.RestoreTarget
import io.hotcopy.term.ByteSize
import java.nio.channels.FileChannel
import java.nio.file.Files
import java.nio.file.StandardOpenOption

/** Nothing existing is overwritten, nothing damaged is restored; a refusal leaves everything as it was. */
class RestoreRefusalSpec extends CollectionSpecification {

    def "a target that is an empty directory is used"() {
        given:
        Files.createDirectory(target)

        when:
        restore()

        then:
        restoredTo(100)
    }

    def "a target that holds anything is refused and untouched"() {
        given:
        Files.createDirectory(target)
        Files.writeString(target.resolve('mine.txt'), 'mine')

        when:
        restore()

        then:
        def refusal = thrown(HotCopyException)
        refusal.message == "cannot restore to \"$target\": the directory is not empty"
        refusal.hints() == ['Restore to a directory that does not exist yet; nothing existing is overwritten.']
        Files.list(target).toList() == [target.resolve('mine.txt')]
        besideTarget() == ['restored'] as Set
    }

    def "a target that is a file, or a link to a directory, is refused"() {
        given:
        file ? Files.writeString(target, 'x') : Files.createSymbolicLink(target, directory)

        when:
        restore()

        then:
        def refusal = thrown(HotCopyException)
        refusal.message == "cannot restore to \"$target\": it is not a directory"

        where:
        file << [true, false]
    }

    def "a target below a file is refused"() {
        given:
        def file = Files.createFile(directory.resolve('file'))
        target = directory.resolve('file/restored')

        when:
        restore()

        then:
        def refusal = thrown(HotCopyException)
        refusal.message == "cannot restore to \"$target\": \"$file\" is not a directory"
        refusal.hints() == ['Restore to a directory elsewhere.']
    }

    def "directories above the target are made as needed"() {
        given:
        target = directory.resolve('not/yet/restored')

        when:
        restore()

        then:
        Files.isDirectory(target)
    }

    def "a target inside one of the sets is refused: sets are never changed"() {
        given:
        target = inSet(1, 'tmp/restored')

        when:
        restore()

        then:
        def refusal = thrown(HotCopyException)
        refusal.message == "cannot restore to \"$target\": it lies inside backup set \"${sets[1].location()}\""
    }

    def "what a crashed restore left behind is replaced"() {
        given:
        def left = directory.resolve('restores/restored.incomplete')
        Files.createDirectories(left.resolve('archives/archive-0'))
        Files.writeString(left.resolve('archives/archive-0/half.txt'), 'half')
        Files.writeString(left.resolve('restore-in-progress'), '')

        when:
        restore()

        then:
        restoredTo(100)
        besideTarget() == ['restored'] as Set
    }

    def "a directory of that name that no restore made is refused and untouched"() {
        given:
        def foreign = Files.createDirectory(directory.resolve('restores/restored.incomplete'))
        Files.writeString(foreign.resolve('mine.txt'), 'mine')

        when:
        restore()

        then:
        def refusal = thrown(HotCopyException)
        refusal.message == "cannot restore to \"$target\": \"$foreign\" is in the way, and no restore made it"
        Files.readString(foreign.resolve('mine.txt')) == 'mine'
    }

    def "a directory that another restore is building is refused and untouched"() {
        given:
        def building = Files.createDirectory(directory.resolve('restores/restored.incomplete'))
        def marker = FileChannel.open(
                building.resolve('restore-in-progress'), StandardOpenOption.CREATE, StandardOpenOption.WRITE)
        marker.lock()

        when:
        restore()

        then:
        def refusal = thrown(HotCopyException)
        refusal.message == "cannot restore to \"$target\": another restore is building it"
        Files.exists(building.resolve('restore-in-progress'))

        cleanup:
        marker.close()
    }

    def "a set that has vanished, changed or been replaced since the plan was made is refused"() {
        given:
        def planned = plan()
        def moved = Files.move(sets[0].location(), directory.resolve('moved'))
        change(moved)

        when:
        restorer.restore(planned, target, ProgressListener.NONE)

        then:
        def refusal = thrown(HotCopyException)
        refusal.message.startsWith(words.replace('SET', sets[0].location().toString()))
        besideTarget().isEmpty()

        where:
        change << [
            { old -> },
            { old -> Files.createDirectory(old.resolveSibling('backups/archive-0')) },
            { old ->
                new TextDatabase('SG1').full(old.resolveSibling('backups'), run(7), [member(0, 7, 'SG1')], [1L], 2)
            }
        ]
        words << [
            'cannot read backup set "SET": no such directory',
            'not a backup set: "SET": expected file set.yaml, found none',
            'backup set "SET" has changed since the restore was planned'
        ]
    }

    def "the first finding is told with file, expected and actual; the others come with it"() {
        given:
        def short1 = inSet(0, 'full/data/journal/1.txt')
        def short2 = inSet(1, 'full/data/journal/1.txt')
        Files.writeString(short1, 'x')
        Files.delete(short2)

        when:
        restore()

        then:
        def damage = thrown(DamagedSetException)
        damage.message ==~ /damaged backup set: "\Q$short1\E": expected \d+ bytes, found 1 bytes/
        damage.file() == short1
        damage.suppressed*.file() == [short2]
        besideTarget().isEmpty()
    }

    def "a byte that changes between the check and the copy is found in passing, and nothing is left"() {
        given:
        def file = inSet(0, 'full/data/records/SG2.txt')
        ProgressListener rot = { event ->
            if (event == new ProgressEvent.StageEntered('copy files')) {
                def bytes = Files.readAllBytes(file)
                bytes[0] ^= 1
                Files.write(file, bytes)
            }
        }

        when:
        restorer.restore(plan(), target, rot)

        then:
        def damage = thrown(DamagedSetException)
        damage.message ==~ /damaged backup set: "\Q$file\E": expected CRC32C \w{8}, found CRC32C \w{8}/
        besideTarget().isEmpty()
    }

    def "a target without room for the archives is refused before anything is read"() {
        given:
        def base = sets[0].elements()[0]
        def huge = SampleSets.withSize(base, ByteSize.ofMegabytes(1_000_000_000_000))
        def set = SampleSets.holding(sets[0], huge)

        when:
        def planned = RecoveryPlanner.plan([set, sets[1]], new RestoreTarget.Latest())
        restorer.restore(planned, target, ProgressListener.NONE)

        then:
        def refusal = thrown(HotCopyException)
        refusal.message ==~ /cannot restore to "\Q$target\E": it needs 1\.0 EB, and .* are free/
        refusal.hints() == ['Free space on that file system, or choose a directory on another one.']
        besideTarget().isEmpty()
    }

    def "a database of a kind that is not known is refused"() {
        given:
        def nobody = new Restorer(new ArchiveFormats([]), new Random(1), new Workers(2))

        when:
        nobody.restore(plan(), target, ProgressListener.NONE)

        then:
        def refusal = thrown(HotCopyException)
        refusal.message == 'cannot read archives of kind "test"'
    }

    def "M1: a foreign directory in place of a set is not ours, and says so"() {
        given:
        def planned = plan()
        Files.move(sets[0].location(), directory.resolve('moved'))
        Files.createDirectory(sets[0].location())
        Files.writeString(inSet(0, 'set.yaml'), 'kind: of another program\n')

        when:
        restorer.restore(planned, target, ProgressListener.NONE)

        then:
        def foreign = thrown(NotASetException)
        foreign.location() == inSet(0, 'set.yaml')
        foreign.message.endsWith('expected first line format: "hotcopy-set", found another')
    }
}
