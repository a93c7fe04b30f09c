package io.hotcopy.backupset

import static io.hotcopy.backupset.SampleSets.member
import static io.hotcopy.backupset.SampleSets.run

import io.hotcopy.problem.HotCopyException
import io.hotcopy.term.ElementId
import io.hotcopy.term.HotCopyType
import java.nio.ByteBuffer
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

class NewBackupSetSpec extends Specification {

    @TempDir
    Path directory

    def archive = member(0, 1, 'UNPARTITIONED', 'SG1')

    def "M13: a full makes a brand-new backup set, with the vendor's tree"() {
        given:
        def set = initialise('set')

        expect:
        names(directory.resolve('set')) == ['set.yaml', 'tmp'] as Set

        when:
        def full = SampleSets.sealed(set, run(1), [archive], 90, 100, ['rocks/1.sst': 'one'])

        then:
        names(directory.resolve('set')) == ['set.yaml', 'tmp'] as Set
        names(directory.resolve('set/tmp')) == ['full'] as Set

        when:
        full.publish()

        then:
        names(directory.resolve('set')) == ['set.yaml', 'tmp', 'full'] as Set
        names(directory.resolve('set/full')) == ['control', 'data'] as Set
        names(directory.resolve('set/tmp')).isEmpty()
        Files.readString(directory.resolve('set/full/data/rocks/1.sst')) == 'one'
    }

    def "an empty directory is used"() {
        given:
        Files.createDirectory(directory.resolve('set'))

        when:
        initialise('set')

        then:
        BackupSet.open(directory.resolve('set')).state() == BackupSet.State.HALF_MADE
    }

    def "a missing parent is told in the vendor's words, and nothing is created"() {
        when:
        initialise('nowhere/set')

        then:
        def refusal = thrown(HotCopyException)
        def nowhere = directory.resolve('nowhere')
        refusal.message == "Failed to create backup set $nowhere/set: No such file or directory"
        refusal.hints() == ["Create the directory \"$nowhere\" first; only the last part is made."]
        names(directory).isEmpty()
    }

    def "a directory that holds #what is refused, and untouched"() {
        given:
        prepare.call(directory.resolve('set'))
        def before = tree(directory)

        when:
        initialise('set')

        then:
        def refusal = thrown(HotCopyException)
        refusal.message == message.replace('SET', directory.resolve('set').toString())
        tree(directory) == before

        where:
        what                  | message                                            | prepare
        'a file of others'    | notCreated('the directory is not empty')           | { file(it, 'mine.txt') }
        'a half-made set'     | notCreated('it already is a backup set')           | { file(it, 'set.yaml') }
        'a beginning of ours' | notCreated('the directory is not empty')           | { file(it, 'tmp/set.yaml') }
        'a directory'         | notCreated('the directory is not empty')           | { file(it, 'tmp/x') }
        'no names: a file'    | 'Failed to create backup set SET: Not a directory' | { Files.createFile(it) }
    }

    def "M21: two hot copies never build the same element of one set"() {
        given:
        def set = initialise('set')
        set.beginElement(run(1), HotCopyType.FULL)

        when:
        set.beginElement(run(2), HotCopyType.FULL)

        then:
        def refusal = thrown(HotCopyException)
        refusal.message ==
                "another hot copy is writing into backup set \"${directory.resolve('set')}\", or one was broken off"
    }

    def "a set has one full for ever"() {
        given:
        def set = initialise('set')
        SampleSets.sealed(set, run(1), [archive], 90, 100, [:]).publish()

        when:
        set.beginElement(run(2), HotCopyType.FULL)

        then:
        def refusal = thrown(HotCopyException)
        refusal.message == "backup set \"${directory.resolve('set')}\" already holds element \"full\""
    }

    def "M23: beside a full that is being built, a journal element has a place of its own"() {
        given:
        def set = initialise('set')

        expect:
        set.beginElement(run(1), HotCopyType.FULL).directoryName() == 'full'
        set.beginElement(run(2), HotCopyType.JOURNAL).directoryName() == '1.jnl'
        names(directory.resolve('set/tmp')) == ['full', '1.jnl'] as Set
        BackupSet.open(directory.resolve('set')).unpublished() == ['1.jnl', 'full'] as Set
    }

    def "a name that leaves the element is refused before anything is created"() {
        given:
        def full = initialise('set').beginElement(run(1), HotCopyType.FULL)

        when:
        full.create(name)

        then:
        thrown(IllegalArgumentException)
        tree(directory).every { it.startsWith('set') }

        where:
        name << ['../../escaped', '/tmp/escaped', 'a/../../../escaped', '']
    }

    def "an element is sealed only with facts that describe it: #what"() {
        given:
        def set = initialise('set')
        def full = set.beginElement(run(1), HotCopyType.FULL)
        SampleSets.write(full, 'a', 'twelve bytes')

        when:
        full.seal(wrong.call(set.set()))

        then:
        def refusal = thrown(IllegalArgumentException)
        refusal.message.startsWith(what)
        names(directory.resolve('set/tmp/full/control')).isEmpty()

        where:
        what                        | wrong
        'size is 11'                | { facts(it, run(1), 11) }
        'element id is'             | { facts(it, run(2), 12) }
        'groups with a fingerprint' | { SampleSets.withFingerprints(facts(it, run(1), 12), new TreeMap()) }
    }

    def "a file that was not finished keeps the element from being sealed"() {
        given:
        def set = initialise('set')
        def full = set.beginElement(run(1), HotCopyType.FULL)
        full.create('a').withCloseable { it.write(ByteBuffer.wrap([1, 2, 3] as byte[])) }

        when:
        full.seal(SampleSets.full(set.set(), run(1), [archive], 90, 100, 0))

        then:
        thrown(IllegalStateException)

        when:
        full.abandon()

        then:
        names(directory.resolve('set/tmp')).isEmpty()
    }

    def "only what is sealed is published, and what is published is never removed"() {
        given:
        def full = initialise('set').beginElement(run(1), HotCopyType.FULL)

        when:
        full.publish()

        then:
        thrown(IllegalStateException)

        when:
        SampleSets.sealed(initialise('other'), run(1), [archive], 90, 100, [:]).with {
            publish()
            abandon()
        }

        then:
        thrown(IllegalStateException)
        BackupSet.open(directory.resolve('other')).state() == BackupSet.State.USABLE
    }

    BackupSetWriter initialise(String name) {
        BackupSetWriter.initialise(SampleSets.identity(directory.resolve(name), archive, run(1)))
    }

    static facts(SetFacts set, ElementId run, long size) {
        SampleSets.full(set, run, [member(0, 1, 'UNPARTITIONED', 'SG1')], 90, 100, size)
    }

    static String notCreated(String why) {
        "cannot create backup set \"SET\": $why"
    }

    static void file(Path directory, String name) {
        Files.createDirectories(directory.resolve(name).parent)
        Files.writeString(directory.resolve(name), 'text')
    }

    static Set<String> names(Path directory) {
        try (def children = Files.list(directory)) {
            return children.collect { it.fileName.toString() } as Set
        }
    }

    static List<String> tree(Path directory) {
        try (def all = Files.walk(directory)) {
            return all.collect { directory.relativize(it).toString() }.findAll().sort()
        }
    }
}
