package io.hotcopy.verify

import static io.hotcopy.backupset.SampleSets.run

import io.hotcopy.backupset.ElementFacts
import io.hotcopy.problem.HotCopyException
import io.hotcopy.progress.ProgressListener
import io.hotcopy.recovery.RestoreTarget
import io.hotcopy.restore.ArchiveFormat
import io.hotcopy.restore.ArchiveFormats
import io.hotcopy.restore.CollectionSpecification
import io.hotcopy.restore.DamagedFilesException
import io.hotcopy.restore.InterruptedRestoreException
import io.hotcopy.restore.RestoredState
import io.hotcopy.restore.TextArchiveFormat
import io.hotcopy.restore.Workers
import io.hotcopy.term.CommitNumber
import io.hotcopy.term.Fingerprint
import io.hotcopy.term.StorageGroupName
import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.atomic.AtomicInteger

/** Three answers; an error while looking is never "valid". */
class VerifySpec extends CollectionSpecification {

    static final NO_MEMORY = new HotCopyException('no more memory')

    def format = new TextArchiveFormat()

    def "an undamaged collection is valid at every depth, per set and per storage group"() {
        when:
        def verdict = verify(depth)

        then:
        verdict.outcome() == Outcome.VALID
        verdict.sets()*.outcome() == [Outcome.VALID] * 2
        verdict.groups()*.group()*.value() == ['SG1', 'SG2', 'SG3', 'UNPARTITIONED']
        verdict.groups()*.outcome() == [Outcome.VALID] * 4
        verdict.plan().get().target() == new CommitNumber(100)
        verdict.drill().isPresent() == (depth == Depth.DRILL)

        where:
        depth << Depth.values()
    }

    def "a drill measures the restore, and removes what it made"() {
        when:
        def drill = verify(Depth.DRILL).drill().get()

        then:
        drill.size() == plan().size()
        !drill.restore().isZero()
        Files.notExists(scratch)
        Files.list(directory)*.fileName*.toString().toSet() == ['backups', 'restores'] as Set
    }

    def "each depth finds what the one before it cannot see"() {
        given:
        damage.call(this)

        expect:
        Depth.values().collect { verify(it).outcome() == Outcome.VALID } == Depth.values().collect { it < found }

        where:
        found           | damage
        Depth.PRESENT   | { it.shorten() }
        Depth.CHECKSUMS | { it.flip() }
        Depth.READ      | { it.format = it.undecodable() }
        Depth.DRILL     | { it.format = it.losing('SG3') }
    }

    def "a wrong record under right checksums is found by the drill, in its storage group"() {
        given:
        format = losing('SG3')

        when:
        def verdict = verify(Depth.DRILL)

        then:
        verdict.outcome() == Outcome.DAMAGED
        verdict.sets()*.outcome() == [Outcome.VALID] * 2
        verdict.groups().findAll { it.outcome() != Outcome.VALID }*.group()*.value() == ['SG3']
        verdict.groups().find { it.group().value() == 'SG3' }.findings()[0].message() ==~
                /archive 1 restored to commit 100: storage group SG3: expected content \w{32}, found \w{32}/
    }

    def "damage is told with the set, the file and the storage groups it touches"() {
        given:
        flip()

        when:
        def verdict = verify(Depth.CHECKSUMS)

        then:
        verdict.outcome() == Outcome.DAMAGED
        verdict.sets()*.outcome() == [Outcome.VALID, Outcome.DAMAGED]
        verdict.sets()[1].findings()*.message()[0].contains(inSet(1, 'full/data/journal/1.txt').toString())
        verdict.groups().findAll { it.outcome() == Outcome.DAMAGED }*.group()*.value() ==
                ['SG1', 'SG3', 'UNPARTITIONED']
    }

    def "all damage is told, not only the first"() {
        given:
        shorten()
        Files.writeString(inSet(0, 'full/data/extra'), '')
        Files.writeString(inSet(1, 'full/data/extra'), '')

        expect:
        verify(Depth.PRESENT).sets()*.findings()*.size() == [1, 2]
    }

    def "an error while looking makes the answer unknown"() {
        given:
        format = failing(trouble)

        when:
        def verdict = verify(Depth.READ)

        then:
        verdict.outcome() == outcome
        verdict.groups()*.outcome() == [outcome] * 4

        where:
        trouble                                                     | outcome
        new IllegalStateException('a mistake of ours')              | Outcome.UNKNOWN
        new HotCopyException('cannot read', new IOException('EIO')) | Outcome.UNKNOWN
        new UncheckedIOException(new IOException('EIO'))            | Outcome.UNKNOWN
        new HotCopyException('cannot decode "x"')                   | Outcome.DAMAGED
    }

    def "a drill whose archive cannot be made of the files is damaged; when the disk failed, unknown"() {
        given:
        format = notFinishing(trouble)

        when:
        def verdict = verify(Depth.DRILL)

        then:
        verdict.outcome() == outcome
        verdict.drill().isEmpty()
        verdict.findings()*.message() == [trouble.message]
        verdict.groups()*.outcome() == [outcome] * 4
        Files.notExists(scratch)

        where:
        trouble                                                            | outcome
        new DamagedFilesException('commits are missing')                   | Outcome.DAMAGED
        new DamagedFilesException('cannot read', new IOException('EIO'))   | Outcome.UNKNOWN
        new DamagedFilesException('broken', new RuntimeException('tells')) | Outcome.DAMAGED
    }

    def "a drill whose archives cannot be scanned is damaged"() {
        given:
        format = new TextArchiveFormat() {
                    @Override
                    SortedMap<StorageGroupName, Fingerprint> scan(Path archive, ProgressListener progress) {
                        throw new DamagedFilesException('a block is damaged')
                    }
                }

        expect:
        verify(Depth.DRILL).outcome() == Outcome.DAMAGED
    }

    def "a drill that cannot be done is unknown: #why"() {
        given:
        prepare.call(this)

        when:
        def verdict = verify(Depth.DRILL)

        then:
        verdict.outcome() == Outcome.UNKNOWN
        verdict.drill().isEmpty()
        verdict.findings()*.message().any { it.contains(words) }

        where:
        why                       | words                       | prepare
        'scratch holds something' | 'the directory is not empty' | { Files.createDirectories(it.scratch.resolve('x')) }
        'the format fails'        | 'no more memory'             | { it.format = it.notFinishing(NO_MEMORY) }
    }

    def "what lies in the scratch directory is never removed unless the drill made it"() {
        given:
        Files.createDirectories(scratch.resolve('mine'))

        when:
        verify(Depth.DRILL)

        then:
        Files.exists(scratch.resolve('mine'))
    }

    def "a set of a kind that is not known is present, and unknown beyond that"() {
        given:
        format = null

        expect:
        verify(depth).outcome() == outcome

        where:
        depth           | outcome
        Depth.CHECKSUMS | Outcome.VALID
        Depth.READ      | Outcome.UNKNOWN
    }

    def "M36: a collection with a member missing is unknown, though each set that is there is sound"() {
        given:
        def half = [sets[0].location()]

        when:
        def verdict = verify(Depth.DRILL, half)

        then:
        verdict.outcome() == Outcome.UNKNOWN
        verdict.sets()*.outcome() == [Outcome.VALID]
        verdict.findings()*.message() ==
                ["cannot restore the newest state: backup collection ${run(1)} is incomplete: archive 1 is missing"]
        verdict.groups()*.outcome().every { it == Outcome.UNKNOWN }

        expect:
        verify(Depth.DRILL, half, new RestoreTarget.ToElement(run(1))).outcome() == Outcome.VALID
    }

    def "what is no set, not there, or half-made is unknown"() {
        given:
        def other = directory.resolve('other')
        prepare.call(other)

        when:
        def verdict = verify(Depth.PRESENT, [other])

        then:
        verdict.outcome() == Outcome.UNKNOWN
        verdict.sets()[0].findings()[0].message().startsWith(words.replace('SET', other.toString()))

        where:
        words                                                         | prepare
        'cannot read backup set "SET": no such directory'             | { }
        'not a backup set: "SET": expected file set.yaml, found none' | { Files.createDirectory(it) }
    }

    def "between cuts a drill compares with what the commits brought in add up to"() {
        given:
        def between = new RestoreTarget.ToCommit(new CommitNumber(95))

        when:
        def verdict = verify(Depth.DRILL, sets*.location(), between)

        then:
        verdict.outcome() == Outcome.VALID
        verdict.drill().isPresent()

        when:
        format = losing('SG1', archive)
        verdict = verify(Depth.DRILL, sets*.location(), between)

        then:
        verdict.groups().findAll { it.outcome() == Outcome.DAMAGED }*.group()*.value() == ['SG1']
        verdict.groups().find { it.group().value() == 'SG1' }.findings()*.message().any {
            it ==~ /archive \d restored to commit 95: storage group SG1: expected content \w{32}, found \w{32}/
        }

        where:
        archive << [0, null]
    }

    def "an interrupted verification gives no verdict and leaves no scratch"() {
        given:
        def events = new AtomicInteger()
        def verifying = Thread.currentThread()

        when:
        verifier().verify(request(Depth.DRILL), { if (events.getAndIncrement() == at) { verifying.interrupt() } })

        then:
        thrown(InterruptedRestoreException)
        Thread.interrupted()
        Files.list(directory)*.fileName*.toString().toSet() == ['backups', 'restores'] as Set

        where:
        at << [0, 1, 5, 12, 20, 30]
    }

    Verdict verify(Depth depth, List<Path> locations = sets*.location(), goal = new RestoreTarget.Latest()) {
        verifier().verify(request(depth, locations, goal), ProgressListener.NONE)
    }

    VerifyRequest request(Depth depth, List<Path> locations = sets*.location(), goal = new RestoreTarget.Latest()) {
        new VerifyRequest(locations, depth, goal, Optional.of(scratch))
    }

    Verifier verifier() {
        new Verifier(new ArchiveFormats(format ? [format] : []), new Random(2), new Workers(2))
    }

    Path getScratch() {
        directory.resolve('scratch')
    }

    void shorten() {
        Files.writeString(inSet(1, 'full/data/journal/1.txt'), '')
    }

    void flip() {
        def file = inSet(1, 'full/data/journal/1.txt')
        def bytes = Files.readAllBytes(file)
        bytes[0] ^= 1
        Files.write(file, bytes)
    }

    ArchiveFormat undecodable() {
        failing(new HotCopyException('cannot decode "x"'))
    }

    ArchiveFormat failing(RuntimeException trouble) {
        new TextArchiveFormat() {
                    @Override
                    CommitNumber read(Path data, ElementFacts element, ProgressListener progress) {
                        throw trouble
                    }
                }
    }

    ArchiveFormat notFinishing(RuntimeException trouble) {
        new TextArchiveFormat() {
                    @Override
                    void finish(Path archive, RestoredState state, ProgressListener progress) {
                        throw trouble
                    }
                }
    }

    /** Forgets a record of a group while it restores, in each archive or only in one. */
    ArchiveFormat losing(String group, Integer archive = null) {
        new TextArchiveFormat() {
                    @Override
                    void finish(Path directory, RestoredState state, ProgressListener progress) {
                        super.finish(directory, state, progress)
                        def file = directory.resolve("records/${group}.txt")
                        if (Files.exists(file) && archive in [null, state.source().archive().value()]) {
                            Files.write(file, Files.readAllLines(file).drop(1))
                        }
                    }
                }
    }
}
