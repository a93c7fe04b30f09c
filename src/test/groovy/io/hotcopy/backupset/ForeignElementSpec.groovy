package io.hotcopy.backupset

import static io.hotcopy.backupset.SampleSets.member
import static io.hotcopy.backupset.SampleSets.run
import static io.hotcopy.backupset.SampleSets.uuid

import io.hotcopy.term.CommitNumber
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.StandardCopyOption
import spock.lang.Specification
import spock.lang.TempDir

/** An element that was copied to where it does not belong is refused, though every seal on it is right. */
class ForeignElementSpec extends Specification {

    @TempDir
    Path directory

    def "an element of #what is refused"() {
        given:
        make('ours', member(0, 1, 'SG1'))
        make('theirs', *other)
        copyElement('theirs/full', 'ours/full')

        when:
        BackupSet.open(directory.resolve('ours'))

        then:
        def damage = thrown(DamagedSetException)
        damage.file() == directory.resolve('ours/full/control/manifest.yaml')
        damage.message.contains('expected an element of this set, found one whose ' + words)

        where:
        what                | words          | other
        'another set'       | 'groups cover' | [member(0, 2, 'SG1')]
        'another archive'   | 'archive is 1' | [member(1, 2, 'SG1')]
        'another lineage'   | 'lineage is '  | [member(0, 1, 'SG1'), newLife()]
    }

    def "an element under another name is refused"() {
        given:
        make('ours', member(0, 1, 'SG1'))
        copyElement('ours/full', 'ours/1.inc')

        when:
        BackupSet.open(directory.resolve('ours'))

        then:
        def damage = thrown(DamagedSetException)
        damage.message.endsWith('expected the manifest of "1.inc", found "full"')
    }

    def "an element without its manifest is damage"() {
        given:
        make('ours', member(0, 1, 'SG1'))
        Files.createDirectories(directory.resolve('ours/1.jnl/data'))

        when:
        BackupSet.open(directory.resolve('ours'))

        then:
        def damage = thrown(DamagedSetException)
        damage.file() == directory.resolve('ours/1.jnl/control/manifest.yaml')
    }

    def "a set that lost its identity but not its element is damaged, not foreign: #how"() {
        given:
        make('ours', member(0, 1, 'SG1'))
        lose.call(directory.resolve('ours/set.yaml'))

        expect:
        BackupSet.isLikely(directory.resolve('ours'))

        when:
        BackupSet.open(directory.resolve('ours'))

        then:
        def damage = thrown(DamagedSetException)
        damage.file() == directory.resolve('ours/set.yaml')

        where:
        how       | lose
        'deleted' | { Files.delete(it) }
        'emptied' | { Files.writeString(it, '') }
        'zeroed'  | { Files.write(it, new byte[512]) }
    }

    def "other names beside the elements are nobody's business"() {
        given:
        make('ours', member(0, 1, 'SG1'))
        Files.writeString(directory.resolve('ours/README.txt'), 'keep until May')
        Files.createDirectory(directory.resolve('ours/lost+found'))

        expect:
        BackupSet.open(directory.resolve('ours')).state() == BackupSet.State.USABLE
    }

    static newLife() {
        SampleSets.LINEAGE.forkedAt(new CommitNumber(5), uuid(9))
    }

    private void make(String name, member, lineage = SampleSets.LINEAGE) {
        def writer = BackupSetWriter.initialise(
                SampleSets.identity(directory.resolve(name), member, run(1), lineage))
        SampleSets.sealed(writer, run(1), [member], 90, 100, ['a': 'text']).publish()
    }

    private void copyElement(String from, String to) {
        ['control/manifest.yaml', 'data/a'].each {
            def target = directory.resolve(to).resolve(it)
            Files.createDirectories(target.parent)
            Files.copy(directory.resolve(from).resolve(it), target, StandardCopyOption.REPLACE_EXISTING)
        }
    }
}
