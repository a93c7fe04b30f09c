package io.hotcopy.verb

import io.hotcopy.driver.ArchiveFacts.State
import io.hotcopy.model.StorageManager
import io.hotcopy.plan.Pace
import io.hotcopy.problem.HotCopyException
import io.hotcopy.progress.ProgressEvent
import io.hotcopy.progress.ProgressListener
import io.hotcopy.recovery.RestoreTarget
import io.hotcopy.shell.page.Pages
import io.hotcopy.term.ArchiveId
import io.hotcopy.term.HotCopyType
import io.hotcopy.term.StorageGroupName
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir

/** A storage manager stops, is missed, and comes back by SYNC, as people ask for it and are told of it. */
class StorageManagersSpec extends Specification {
    static final Confirmation YES = { preview -> true }
    static final WEST = new ArchiveId(2)

    @TempDir
    Path directory

    @AutoCleanup
    Verbs verbs

    List<String> told = [].asSynchronized()

    def "one stops, the others go on, and everybody is told why it is not there"() {
        given:
        verbs = TwoRegions.started(directory)
        def asked = []

        when:
        def result = verbs.storageManager().stop(StorageManagerRequest.of('2'), { asked << it; true })

        then: 'who was asked saw who goes on with its storage groups'
        asked*.planned() == [true]
        asked[0].left()[new StorageGroupName('SG1')] == [new ArchiveId(0)]
        text(asked[0]).startsWith('would stop the storage manager of archive 2 of bank/ledger')
        !result.planned()
        text(result).contains('SG1 is then served by archive 0')

        and:
        states() == [State.RUNNING, State.RUNNING, State.STOPPED, State.RUNNING]
        def down = 'archive 2 of bank/ledger is not RUNNING: it was stopped'
        text(verbs.status().run()).contains(down)
        text(verbs.show().run(ShowTopic.ARCHIVES)).contains(down)
        put('written without it')
    }

    def "nobody is stopped when the answer is no"() {
        given:
        verbs = TwoRegions.started(directory)

        when:
        verbs.storageManager().stop(StorageManagerRequest.of('2'), { false })

        then:
        thrown(DeclinedException)
        states() == [State.RUNNING] * 4
    }

    def "it comes back by frames, and journal hot copies of it wait for a full or incremental one"() {
        given:
        verbs = TwoRegions.started(directory)
        def full = backup(HotCopyType.FULL).hotCopies()[0]
        stop('2')
        (1..20).each { put("meanwhile-$it") }

        when:
        def result = verbs.storageManager().start(
                StorageManagerRequest.of('2'), Optional.empty(), ProgressListener.NONE)

        then:
        states() == [State.RUNNING] * 4
        !result.sync().get().byFiles()
        result.sync().get().groups()[new StorageGroupName('SG1')].frames().bytes() > 0
        text(result).startsWith('RUNNING the storage manager of archive 2 of bank/ledger, after a SYNC of ')
        text(result).contains('storage group  by frames  by files')

        and: 'what is suspended, and why, is told wherever one looks'
        def told = 'journal hot copies of archive 2 of bank/ledger are suspended until a full or incremental one has ' +
                'completed: a SYNC began at commit '
        text(verbs.status().run()).contains(told)
        text(verbs.show().run(ShowTopic.ARCHIVES)).contains(told)
        text(verbs.show().run(ShowTopic.ARCHIVES)).contains('suspended')

        and: 'which commits are missing'
        text(verbs.show().run(ShowTopic.ARCHIVES))
                .contains("; no journal hot copy holds the commits after ${full.cut()}")

        when:
        backup(HotCopyType.JOURNAL)

        then: 'in the words of the vendor'
        def refused = thrown(HotCopyException)
        refused.message.contains('Full or incremental hot copy must be completed before journal hot copy')

        when:
        backup(HotCopyType.INCREMENTAL)
        backup(HotCopyType.JOURNAL)

        then:
        !text(verbs.status().run()).contains('suspended')
    }

    def "one whose directory is lost begins with a restored archive, and receives the rest only"() {
        given:
        verbs = TwoRegions.started(directory)
        (1..200).each { put("before-$it") }
        backup(HotCopyType.FULL)
        def restored = new RestoreRequest(SetRequest.of('latest'), Path.of('restored'), new RestoreTarget.Latest())
        verbs.restore().run(restored, YES, ProgressListener.NONE)
        stop('2')
        put('after')

        when:
        def result = startFrom('2', 'restored')

        then: 'what lay in its place is kept, which is told at once: the SYNC may fail'
        told == ["the archive that lay there is kept as ${result.kept().get()}"]
        states() == [State.RUNNING] * 4
        Files.isDirectory(result.kept().get())
        result.kept().get().fileName.toString().startsWith('archive-2.before-')
        !Files.exists(directory.resolve('restored/archive-2'))

        and: 'the frames of one commit are less than those of all'
        result.sync().get().from().value() > 200
        !result.sync().get().byFiles()
        text(result).contains('the archive that was there before is kept as ')
    }

    def "an archive that does not belong there is refused, and nothing is moved: #why"() {
        given:
        verbs = TwoRegions.started(directory)
        backup(HotCopyType.FULL)
        def restored = new RestoreRequest(SetRequest.of('latest'), Path.of('restored'), new RestoreTarget.Latest())
        verbs.restore().run(restored, YES, ProgressListener.NONE)
        stopping.each { stop(it) }
        def before = Tree.of(directory.resolve('restored'))

        when:
        startFrom(archive, from)

        then:
        def refused = thrown(HotCopyException)
        refused.message.contains(message)
        refused.hints().size() == 1
        Tree.of(directory.resolve('restored')) == before
        Files.isDirectory(directory.resolve('data/ledger/archive-2'))

        where:
        why                  | archive | from                 | stopping || message
        'it runs'            | '2'     | 'restored'           | []       || 'archive 2 is running'
        'nothing is there'   | '0'     | 'restored'           | ['0']    || 'there is no restored archive 0 in "'
        'another one'        | '2'     | 'restored/archive-3' | ['2']    || 'there is no restored archive 2 in "'
        'not a restored one' | '2'     | 'data/ledger'        | ['2']    || 'lies in the database\'s own directory'
    }

    def "what cannot be meant is refused with what can: #archive of #database"() {
        given:
        verbs = TwoRegions.started(directory)

        when:
        verbs.storageManager().stop(new StorageManagerRequest(archive, Optional.ofNullable(database)), YES)

        then:
        def refused = thrown(HotCopyException)
        refused.message == message
        refused.hints().toList() == [hint]

        where:
        archive | database || message                                     | hint
        '7'     | null     || 'database "bank/ledger" has no archive "7"'   | 'it has: 0, 1, 2, 3'
        'x'     | null     || 'database "bank/ledger" has no archive "x"'   | 'it has: 0, 1, 2, 3'
        '0'     | 'books'  || 'domain "bank" has no database "books"'       | 'it has: ledger'
    }

    def "the last one that serves a storage group is not stopped"() {
        given:
        verbs = TwoRegions.started(directory)
        stop('0')

        when:
        stop('2')

        then:
        def refused = thrown(HotCopyException)
        refused.message.contains('SG1')
        states() == [State.STOPPED, State.RUNNING, State.RUNNING, State.RUNNING]
    }

    def "of several databases one is named"() {
        given:
        def second = '''database('books') {
            transactionEngines hosts: ['e1']
            storageManager archive: 0, host: 'e1'
            storageManager archive: 1, host: 'e2'
        }'''
        Files.writeString(directory.resolve('two.groovy'),
                TwoRegions.DOMAIN.replaceFirst(/}\s*$/, "$second\n}\n"))
        verbs = TestVerbs.in(directory)
        assert verbs.load().run(new LoadRequest([Path.of('two.groovy')])).loaded()
        verbs.start().run(StartRequest.of('bank'))

        when:
        verbs.storageManager().stop(StorageManagerRequest.of('0'), YES)

        then:
        def refused = thrown(HotCopyException)
        refused.message == 'domain "bank" has 2 databases: which one is meant'
        refused.hints().toList() == ['--database names one: ledger, books']

        when:
        verbs.storageManager().stop(new StorageManagerRequest('0', Optional.of('books')), YES)

        then:
        text(verbs.status().run()).contains('archive 0 of bank/books is not RUNNING')
        !text(verbs.status().run()).contains('archive 0 of bank/ledger')
    }

    def "a storage group is added, and an archive gets it by SYNC"() {
        given:
        verbs = TwoRegions.started(directory)
        def group = new StorageGroupName('SG3')

        when:
        def made = verbs.storageGroup().create('SG3', ['1', '0'], Optional.empty())
        verbs.createTable().run(new CreateTableRequest('notes', ['SG3'], Optional.of(1)))
        verbs.put().run('notes', '1', 'n' * 1000)

        then:
        text(made).startsWith('done: storage group SG3 of bank/ledger served by archives 0 1')
        serving('SG3') == [new ArchiveId(0), new ArchiveId(1)]

        when:
        def served = verbs.storageGroup().serve(StorageManagerRequest.of('2'), 'SG3', YES, ProgressListener.NONE)

        then:
        serving('SG3') == [new ArchiveId(0), new ArchiveId(1), new ArchiveId(2)]
        served.sync().get().groups()[group].with { it.frames().bytes() + it.files().bytes() } > 1000
        text(served).startsWith('RUNNING the storage manager of archive 2')
        states() == [State.RUNNING] * 4
    }

    def "one that was added while the domain runs stops, starts, and is given a storage group as any other"() {
        given:
        verbs = TwoRegions.started(directory)
        def seven = new ArchiveId(7)
        verbs.@session.running().get().embedded().database('ledger').addStorageManager(
                new StorageManager(seven, 'w1', new TreeSet([new StorageGroupName('SG1')]), true),
                directory.resolve('disk-7').toAbsolutePath(), false)

        expect: 'everybody is told of it'
        def down = 'archive 7 of bank/ledger is not RUNNING: it was added and has not been started yet'
        text(verbs.status().run()).contains(down)
        text(verbs.show().run(ShowTopic.ARCHIVES)).contains(down)

        when:
        verbs.storageManager().start(StorageManagerRequest.of('7'), Optional.empty(), ProgressListener.NONE)
        verbs.storageGroup().create('SG3', ['0', '7'], Optional.empty())
        verbs.storageGroup().serve(StorageManagerRequest.of('7'), 'SG2', YES, ProgressListener.NONE)
        verbs.storageManager().stop(StorageManagerRequest.of('0'), YES)

        then:
        ['SG1', 'SG2', 'SG3'].every { serving(it).contains(seven) }
        states() == [State.STOPPED] + [State.RUNNING] * 4

        when:
        verbs.storageManager().stop(StorageManagerRequest.of('8'), YES)

        then:
        def unknown = thrown(HotCopyException)
        unknown.message == 'database "bank/ledger" has no archive "8"'
        unknown.hints() == ['it has: 0, 1, 2, 3, 7']

        when: 'the domain is started anew as it is declared, without it'
        verbs.storageManager().start(StorageManagerRequest.of('0'), Optional.empty(), ProgressListener.NONE)
        verbs.stop().run()
        def lost = verbs.start().run(new StartRequest('bank', ['7'], Optional.empty()))

        then:
        text(lost).contains('archive 7 is STOPPED: it was declared lost')
        text(lost).contains('storage groups [SG3] were added while it ran, and are not declared')
        text(lost).contains('archive 7 was added while it ran, and is not declared')
        serving('SG3') == [new ArchiveId(0), seven]
        states() == [State.RUNNING] * 4 + [State.STOPPED]
    }

    def "none is added as archive #number on host #host in #place, serving #groups"() {
        given:
        verbs = TwoRegions.started(directory)
        Files.createDirectories(directory.resolve('full/of-it'))

        when:
        add(verbs, number, host, groups, place)

        then:
        def refused = thrown(HotCopyException)
        refused.message.contains(says)
        states() == [State.RUNNING] * 4

        where:
        number | host | groups  | place  || says
        '2'    | 'e1' | []      | 'disk' || 'there is an archive 2 already'
        'x'    | 'e1' | []      | 'disk' || 'an archive has a number, not "x"'
        '4'    | 'e9' | []      | 'disk' || '"e9"'
        '4'    | 'e1' | ['SG9'] | 'disk' || '"SG9"'
        '4'    | 'e1' | []      | 'full' || 'full"'
    }

    def "#name is no name for a storage group that is added"() {
        given:
        verbs = TwoRegions.started(directory)

        when:
        verbs.storageGroup().create(name, ['0'], Optional.empty())

        then:
        def refused = thrown(HotCopyException)
        refused.message.startsWith("\"$name\" $reason")
        refused.hints().size() == 1

        where:
        name      || reason
        'SG-4'    || 'cannot be the name of a storage group'
        'ALL'     || 'is a storage group that every database has'
        'default' || 'is a storage group that every database has'
    }

    def "a dry run stops and starts nothing"() {
        given:
        verbs = TwoRegions.started(directory)
        def dry = verbs.dryRun()
        dry.start().run(StartRequest.of('bank'))

        expect:
        dry.storageManager().stop(StorageManagerRequest.of('2'), YES).planned()
        dry.storageManager().start(StorageManagerRequest.of('2'), Optional.empty(), ProgressListener.NONE).planned()
        text(add(dry, '4', 'e1', ['SG1'], 'disk')).startsWith('would add the storage manager of archive 4')
        dry.storageGroup().create('SG3', ['0'], Optional.empty()).planned()
        dry.storageGroup().serve(StorageManagerRequest.of('2'), 'SG2', YES, ProgressListener.NONE).planned()
        states() == [State.RUNNING] * 4
    }

    private List<State> states() {
        verbs.show().run(ShowTopic.ARCHIVES).databases()[0].archives()*.state()
    }

    private List<ArchiveId> serving(String group) {
        verbs.show().run(ShowTopic.STORAGE_GROUPS).groups().find { it.group().toString() == group }.archives()
    }

    private static StorageManagerAddResult add(
            Verbs verbs, String number, String host, List<String> groups, String place) {
        verbs.storageManager().add(new StorageManagerAddRequest(
                StorageManagerRequest.of(number), host, groups, Path.of(place), false))
    }

    private void stop(String archive) {
        verbs.storageManager().stop(StorageManagerRequest.of(archive), YES)
    }

    private StorageManagerStartResult startFrom(String archive, String from) {
        verbs.storageManager().start(
                StorageManagerRequest.of(archive), Optional.of(Path.of(from)),
                { event -> if (event instanceof ProgressEvent.Noted) { told << event.text() } })
    }

    private void put(String key) {
        verbs.put().run('accounts', key, 'rich')
    }

    private BackupResult backup(HotCopyType type) {
        def request = new BackupRequest(Optional.empty(), type, Optional.of('west'), Pace.DEFAULT, false)
        verbs.backup().run(request, YES, ProgressListener.NONE)
    }

    private static String text(VerbResult result) {
        Pages.of(result).toString()
    }
}
