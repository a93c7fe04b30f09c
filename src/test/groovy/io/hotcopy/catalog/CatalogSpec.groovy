package io.hotcopy.catalog

import static io.hotcopy.backupset.SampleSets.member
import static io.hotcopy.backupset.SampleSets.run

import io.hotcopy.backupset.BackupSet
import io.hotcopy.backupset.BackupSetWriter
import io.hotcopy.backupset.ElementWriter
import io.hotcopy.backupset.NotASetException
import io.hotcopy.backupset.SampleSets
import io.hotcopy.problem.HotCopyException
import io.hotcopy.restore.TextDatabase
import io.hotcopy.term.HotCopyType
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

/** M4: the database keeps no record of where copies went; the catalog finds them again. */
class CatalogSpec extends Specification {

    @TempDir
    Path directory

    def database = new TextDatabase('SG1', 'SG2')

    def "sets are found at any place below a root, and grouped to their collections, the newest first"() {
        given:
        full(1, 'east/2021-12-18', 10)
        full(2, 'east/by-hand/deep/down/2021-12-19', 20)
        Files.createDirectories(directory.resolve('east/empty'))
        Files.writeString(directory.resolve('east/notes.txt'), 'Sundays')

        when:
        def listing = catalog('east').list()

        then:
        listing.collections()*.id() == [run(2), run(1)]
        listing.collections()*.state() == [SetState.COMPLETE] * 2
        listing.collections()*.sets()*.size() == [2, 2]
        listing.collections()[0].run().get().cut().value() == 20
        listing.collections()[0].locations() == [0, 1].collect {
            directory.resolve("east/by-hand/deep/down/2021-12-19/archive-$it")
        }
        listing.unattributed().isEmpty() && listing.unread().isEmpty()
    }

    def "M36: members of one collection may lie below different roots"() {
        given:
        full(1, 'here', 10)
        Files.createDirectory(directory.resolve('there'))
        Files.move(directory.resolve('here/archive-1'), directory.resolve('there/archive-1'))

        expect:
        catalog('here', 'there').list().collections()*.state() == [SetState.COMPLETE]
        catalog('here').list().collections()*.state() == [SetState.INCOMPLETE]
        catalog('here').list().collections()[0].trouble() ==
                ['archive 1: no published element of this run (set 00000000-0000-0000-0000-000000002015)']
    }

    def "a root that does not exist has no sets"() {
        expect:
        catalog('nowhere').list().collections().isEmpty()
    }

    def "every state is told: #state"() {
        given:
        full(1, 'backups', 10)
        spoil.call(directory.resolve('backups/archive-1'))

        when:
        def listing = catalog('backups').list()

        then:
        listing.collections()*.state() == [state]
        listing.collections()[0].trouble().any { it.contains(words) }

        where:
        state              | words                        | spoil
        SetState.HALF_MADE | 'its full was not published' | { Files.move(it.resolve('full'), it.resolve('tmp/full')) }
        SetState.DAMAGED   | 'damaged backup set'         | { Files.writeString(manifest(it), '') }
        SetState.DAMAGED   | 'damaged backup set'         | { Files.delete(manifest(it)) }
    }

    def "M36: a half-published collection is listed, and is not the latest"() {
        given:
        full(1, 'old', 10)
        Files.createDirectory(directory.resolve('new'))
        database.seal(directory.resolve('new'), run(2), members(2), [1L, 1L], 20)[0].publish()

        when:
        def listing = catalog('old', 'new').list()

        then:
        listing.collections()*.state().toSet() == [SetState.COMPLETE, SetState.HALF_MADE] as Set
        listing.complete()*.id() == [run(1)]
        catalog('old', 'new').resolve('latest').collection().get().id() == run(1)
    }

    def "incrementals and journals are told with their collection, whose newest cut is theirs"() {
        given:
        full(1, 'backups', 10)
        append(HotCopyType.INCREMENTAL, 2, 'backups', 10, 20)
        append(HotCopyType.JOURNAL, 3, 'backups', 10, 30)

        when:
        def collection = catalog('backups').list().collections()[0]

        then:
        collection.state() == SetState.COMPLETE
        collection.later()*.id() == [run(2), run(3)]
        collection.later()*.type() == [HotCopyType.INCREMENTAL, HotCopyType.JOURNAL]
        collection.newestCut().get().value() == 30
        collection.trouble() == []
    }

    def "a run half published after a crash is reported, and does not count; the collection stays complete"() {
        given:
        full(1, 'backups', 10)
        append(HotCopyType.INCREMENTAL, 2, 'backups', 10, 20, [1])

        when:
        def collection = catalog('backups').list().collections()[0]

        then:
        collection.state() == SetState.COMPLETE
        collection.newestCut().get().value() == 10
        collection.trouble() == ["incremental hot copy ${run(2)} with cut 20 is not used as a common cut: " +
                'published of 1 of 2 archives only']
    }

    def "a set whose full was not published may hold journals, which carry older sets further"() {
        given:
        full(1, 'old', 10)
        begun(2, 'new')
        append(HotCopyType.JOURNAL, 3, 'new', 10, 30, [0, 1], 2)

        when:
        def listing = catalog('old', 'new').list()

        then:
        def half = listing.collections().find { it.id() == run(2) }
        half.state() == SetState.HALF_MADE
        half.trouble()[0].endsWith('; its journals carry older sets further')

        and: 'the latest state is restored from both'
        catalog('old', 'new').resolve('latest').collection().get().id() == run(1)
        catalog('old', 'new').resolve('latest').locations()*.toString()*.replace(directory.toString(), '') == [
                '/old/archive-0', '/old/archive-1', '/new/archive-0', '/new/archive-1']
        catalog('old', 'new').resolve('latest-full').sets().size() == 2
    }

    def "SET: the id of a run, or its beginning, means the sets that it wrote into"() {
        given:
        full(1, 'monday', 10)
        full(4, 'tuesday', 40)
        append(HotCopyType.INCREMENTAL, 2, 'monday', 10, 20)

        expect:
        catalog('monday', 'tuesday').resolve(run(2).toString()).locations() == [0, 1].collect {
            directory.resolve("monday/archive-$it")
        }
        catalog('monday', 'tuesday').resolve(run(2).toString()).collection().get().id() == run(1)
    }

    def "a set whose identity cannot be read is listed by its place"() {
        given:
        full(1, 'backups', 10)
        Files.writeString(directory.resolve('backups/archive-1/set.yaml'), '')

        when:
        def listing = catalog('backups').list()

        then:
        listing.unattributed()*.location() == [directory.resolve('backups/archive-1')]
        listing.unattributed()*.state() == [SetState.DAMAGED]
        listing.collections()*.state() == [SetState.INCOMPLETE]
    }

    def "a set that was barely begun when a crash came is half-made, without an identity"() {
        given:
        Files.createDirectories(directory.resolve('backups/begun/tmp'))
        Files.writeString(directory.resolve('backups/begun/tmp/set.yaml'), '')

        when:
        def listing = catalog('backups').list()

        then:
        listing.unattributed()*.state() == [SetState.HALF_MADE]
    }

    def "directories of others are passed by, also those with a set.yaml of their own"() {
        given:
        Files.createDirectories(directory.resolve('backups/theirs'))
        Files.writeString(directory.resolve('backups/theirs/set.yaml'), 'tennis: 6-4\n')

        when:
        def listing = catalog('backups').list()

        then:
        listing.collections().isEmpty() && listing.unattributed().isEmpty()
    }

    def "SET: #word means #meant"() {
        given:
        full(1, 'sunday', 10)
        full(2, 'monday', 20)

        when:
        def selection = catalog('sunday', 'monday').resolve(word)

        then:
        selection.locations() == meant.collect { directory.resolve(it) }
        selection.facts()*.location() == selection.locations()

        where:
        word                                   | meant
        'latest'                               | ['monday/archive-0', 'monday/archive-1']
        'latest-full'                          | ['monday/archive-0', 'monday/archive-1']
        'oldest'                               | ['sunday/archive-0', 'sunday/archive-1']
        'sunday/archive-0'                     | ['sunday/archive-0']
        './monday/../sunday/archive-0'         | ['./monday/../sunday/archive-0']
        '00000000-0000-0000-0000-000000001001' | ['sunday/archive-0', 'sunday/archive-1']
        '00000000-0000-0000-0000-000000002014' | ['sunday/archive-0']
        '00000000-0000-0000-0000-000000002015' | ['sunday/archive-1']
    }

    def "SET: a beginning of a name or an id is enough when only one thing begins so"() {
        given:
        full(1, 'sunday', 10)
        full(2, 'monday', 20)
        Files.move(directory.resolve('sunday/archive-0'), directory.resolve('sunday/test-2021-12-19-archive-0'))
        Files.move(directory.resolve('sunday/archive-1'), directory.resolve('sunday/test-2021-12-19-archive-1'))

        expect:
        catalog('sunday', 'monday').resolve(word).locations()*.fileName*.toString() == meant

        where:
        word                          | meant
        'test-2021-12-19-archive-1'   | ['test-2021-12-19-archive-1']
        'test-2021-12-19'             | ['test-2021-12-19-archive-0', 'test-2021-12-19-archive-1']
        'test'                        | ['test-2021-12-19-archive-0', 'test-2021-12-19-archive-1']
    }

    def "SET: a word that fits several things is refused, and the candidates are listed"() {
        given:
        full(1, 'sunday', 10)
        full(2, 'monday', 20)

        when:
        catalog('sunday', 'monday').resolve('archive-0')

        then:
        def refusal = thrown(HotCopyException)
        refusal.message == '"archive-0" could mean several backup sets'
        refusal.hints().toSet() ==
                ['monday', 'sunday'].collect { "Set \"${directory.resolve(it)}/archive-0\".".toString() } as Set
    }

    def "SET: a word that fits nothing is refused, and the collections are listed"() {
        given:
        full(1, 'sunday', 10)

        when:
        catalog('sunday').resolve(word)

        then:
        def refusal = thrown(HotCopyException)
        refusal.message == "there is no backup set \"$word\" below \"${directory.resolve('sunday')}\""
        refusal.hints() == ["Collection ${run(1)} of acme/test, 2021-12-18T01:00:00Z, complete.",
                            'list shows those there are', '--in DIR looks into another directory']

        where:
        word << ['tuesday', 'sunday/nowhere', 'set\u0000name', 'ffff']
    }

    def "SET: the path of a directory that is no backup set is told as that"() {
        given:
        Files.createDirectories(directory.resolve('other/inside'))

        when:
        catalog('other').resolve(directory.resolve('other').toString())

        then:
        def refusal = thrown(NotASetException)
        refusal.message == "not a backup set: \"${directory.resolve('other')}\": expected file set.yaml, found none"
    }

    def "SET: without a complete collection there is no latest and no oldest"() {
        given:
        full(1, 'sunday', 10)
        Files.delete(directory.resolve('sunday/archive-1/full/control/manifest.yaml'))

        when:
        catalog('sunday').resolve(word)

        then:
        def refusal = thrown(HotCopyException)
        refusal.message == "there is no complete backup collection below \"${directory.resolve('sunday')}\""
        refusal.hints()[0].endsWith('damaged.')
        refusal.hints().drop(1) == ['backup takes a full hot copy', '--in DIR looks into another directory']

        where:
        word << ['latest', 'latest-full', 'oldest']
    }

    Catalog catalog(String... roots) {
        new Catalog(directory, roots.collect { directory.resolve(it) })
    }

    void full(int number, String place, long cut) {
        database.full(Files.createDirectories(directory.resolve(place)), run(number), members(number), [1L, 1L], cut)
    }

    /** A full that got no further than its sets. */
    void begun(int number, String place) {
        Files.createDirectories(directory.resolve(place))
        members(number).each {
            BackupSetWriter.initialise(
                    SampleSets.identity(directory.resolve("$place/archive-${it.archive()}"), it, run(number)))
        }
    }

    /** One more element in each of these archives' sets, those of full {@code into}. */
    void append(HotCopyType type, int number, String place, long from, long cut, List<Integer> published = [0, 1],
            int into = 1) {
        published.each { archive ->
            BackupSet set = BackupSet.open(directory.resolve("$place/archive-$archive"))
            ElementWriter element = BackupSetWriter.open(set).beginElement(run(number), type)
            SampleSets.write(element, 'changes', "what changed from $from to $cut")
            element.seal(type == HotCopyType.JOURNAL
                    ? SampleSets.journal(set.facts(), run(number), 1, members(into), from, cut, element.finishedBytes())
                    : SampleSets.incremental(
                            set.facts(), run(number), 1, members(into), from, cut, element.finishedBytes()))
            element.publish()
        }
    }

    static Path manifest(Path set) {
        set.resolve('full/control/manifest.yaml')
    }

    static members(int number) {
        [member(0, 10 * number + 10, 'SG1'), member(1, 10 * number + 11, 'SG2')]
    }
}
