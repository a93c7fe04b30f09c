package io.hotcopy.verb

import static io.hotcopy.term.HotCopyType.FULL
import static io.hotcopy.term.HotCopyType.INCREMENTAL
import static io.hotcopy.term.HotCopyType.JOURNAL
import static io.hotcopy.term.HotCopyType.SIMPLE

import io.hotcopy.plan.Pace
import io.hotcopy.progress.ProgressListener
import io.hotcopy.shell.page.Pages
import io.hotcopy.term.HotCopyType
import spock.lang.Specification
import spock.lang.TempDir

import java.nio.file.Files
import java.nio.file.Path

/** Hot copies of every type by the verbs, on the embedded database, and what the reading verbs tell of them. */
class EveryTypeSpec extends Specification {
    static final Confirmation YES = { preview -> true }

    @TempDir
    Path directory
    Verbs verbs

    def cleanup() {
        verbs?.close()
    }

    def 'what is appended goes into the set of the full, and every verb knows it'() {
        given:
        begin()

        when:
        def full = backup(FULL)
        put('1')
        def first = backup(INCREMENTAL)
        put('2')
        def second = backup(INCREMENTAL)
        put('3')
        def journal = backup(JOURNAL)

        then: 'each result names its elements'
        [full, first, second, journal].collect { it.elements()*.directory() } == [
                ['full'] * 2, ['1.inc'] * 2, ['2.inc'] * 2, ['1.jnl'] * 2]
        [first, second, journal].every { places(it) == places(full) }
        text(Pages.of(first)).contains("run ${first.words().first()}")

        and: 'they are listed with the collection, whose newest cut is the journal\'s'
        def collection = verbs.list().run([]).listing().collections().first()
        collection.later()*.type() == [INCREMENTAL, INCREMENTAL, JOURNAL]
        collection.newestCut().get() == journal.hotCopies().first().cut()
        text(Pages.of(verbs.list().run([]))).contains('full, 2 inc, 1 jnl')

        and: 'a run is a SET word, and means the sets that it wrote into'
        def described = verbs.describe().run(SetRequest.of(second.words().first())).described().first()
        described.selection().sets()*.location() == collection.locations()
        text(Pages.of(verbs.describe().run(SetRequest.of('latest')))).contains('2.inc: incremental')

        and: 'status knows the newest good copy of any type'
        def newest = verbs.status().run().policies().first().newest().get()
        newest.commit() == journal.hotCopies().first().cut()
        newest.by() == JOURNAL
        newest.collection() == full.words().first()
    }

    def 'onNoBaseSet full begins a set where there is none, and goes on in it afterwards'() {
        given:
        begin('onNoBaseSet full')

        when:
        def results = (1..2).collect { backup(INCREMENTAL) }

        then:
        results*.elements()*.first()*.type() == [FULL, INCREMENTAL]
        results[0].plan().plan().steps().first().because().startsWith('no base set: ')
    }

    def 'without it the run is refused, and nothing is made'() {
        given:
        begin()
        def before = Tree.of(directory.resolve('backups'))

        when:
        backup(type)

        then:
        def trouble = thrown(ProblemsException)
        trouble.problems()*.message().any { it.startsWith('no base set: ') }
        Tree.of(directory.resolve('backups')) == before

        where:
        type << [INCREMENTAL, JOURNAL]
    }

    def 'a base set that is damaged is called so, with its file, and not missing: #type'() {
        given:
        begin()
        def set = backup(FULL).hotCopies().first().archives().first().directory()
        def manifest = set.resolve('full/control/manifest.yaml')
        Files.write(manifest, [0] as byte[])

        when:
        backup(type)

        then:
        def trouble = thrown(ProblemsException)
        def message = trouble.problems().find { it.error }.message()
        message.startsWith('no base set: ')
        message.contains("damaged backup set: \"$manifest\"")

        where:
        type << [INCREMENTAL, JOURNAL]
    }

    def 'a simple hot copy makes archives and no set'() {
        given:
        begin()

        when:
        def simple = backup(SIMPLE)

        then:
        simple.words() == []
        simple.hotCopies().first().archives().every { Files.isDirectory(it.directory()) }
        verbs.list().run([]).listing().collections() == []
        !verbs.status().run().policies().first().protected
    }

    def 'a copy of storage groups in part is refused unless it is asked for'() {
        given:
        begin()
        Files.writeString(directory.resolve('policy.groovy'), SmallBank.POLICY.replace('[0, 1]', '[0]'))
        verbs.load().run(new LoadRequest([Path.of('policy.groovy')]))

        when:
        backup(FULL)

        then:
        def trouble = thrown(ProblemsException)
        trouble.problems()*.message() ==
                ['Not all storage groups are included in hot-copy for dbName=ledger, missingSgs=[SG2]']

        when:
        def partial = backup(FULL, true)

        then:
        partial.hotCopies().first().archives().size() == 1
        partial.plan().problems()*.error == [false]
    }

    private void begin(String reactions = '') {
        SmallBank.writeOfEveryTypeInto(directory, reactions)
        verbs = TestVerbs.in(directory)
        assert verbs.load().run(new LoadRequest([Path.of('domain.groovy'), Path.of('policy.groovy')])).loaded()
        verbs.start().run(StartRequest.of('bank'))
        verbs.createTable().run(new CreateTableRequest('accounts', [], Optional.empty()))
        put('0')
    }

    private void put(String key) {
        verbs.put().run('accounts', key, 'rich')
    }

    private BackupResult backup(HotCopyType type, boolean partial = false) {
        verbs.backup().run(new BackupRequest(Optional.empty(), type, Optional.empty(), Pace.DEFAULT, partial), YES,
                ProgressListener.NONE)
    }

    private static List<Path> places(BackupResult backup) {
        backup.hotCopies().first().archives()*.directory()
    }

    private static String text(lines) {
        lines.all()*.toString().join('\n')
    }
}
