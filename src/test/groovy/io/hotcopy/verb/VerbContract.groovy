package io.hotcopy.verb

import static io.hotcopy.term.HotCopyType.FULL
import static io.hotcopy.term.HotCopyType.INCREMENTAL
import static io.hotcopy.term.HotCopyType.JOURNAL

import io.hotcopy.driver.ArchiveFacts.State
import io.hotcopy.engine.HotCopyFailedException
import io.hotcopy.engine.HotCopyStatus
import io.hotcopy.plan.Pace
import io.hotcopy.problem.HotCopyException
import io.hotcopy.progress.ProgressEvent
import io.hotcopy.progress.ProgressListener
import io.hotcopy.recovery.RestoreTarget
import io.hotcopy.shell.page.Pages
import io.hotcopy.term.ArchiveId
import io.hotcopy.term.ByteSize
import io.hotcopy.term.HotCopyType
import io.hotcopy.verify.Depth
import io.hotcopy.verify.Outcome
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import java.util.concurrent.CompletableFuture
import java.util.concurrent.LinkedBlockingQueue
import java.util.concurrent.TimeUnit
import java.util.concurrent.locks.LockSupport
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir
import spock.lang.Timeout

/** What the verbs do with a domain that runs, whoever holds it: the same, to the word. */
@Timeout(300)
abstract class VerbContract extends Specification {
    static final Confirmation YES = { preview -> true }

    static final Map<String, Closure> REFUSED = [
            'get'         : { it.get().run('nothing', '1') },
            'create table': { it.createTable().run(new CreateTableRequest('accounts', [], Optional.empty())) },
            'cancel'      : { it.cancel().run(Optional.empty()) },
            'sm start'    : { it.storageManager().start(StorageManagerRequest.of('0'), Optional.empty(), { }) },
            'sm stop'     : { it.storageManager().stop(StorageManagerRequest.of('9'), { true }) },
            'workload'    : { it.workload().stop() },
            'region'      : { it.region().cut('north', { true }) },
            'sg'          : { it.storageGroup().create('ALL', ['0'], Optional.empty()) },
    ]

    /** So slow that it never ends by itself. */
    static final Pace CRAWL = Pace.of(Optional.of(new ByteSize(2000)), Optional.empty())

    @TempDir
    Path directory

    /** Tells what happens by itself in the domain. */
    def told = new LinkedBlockingQueue<String>()

    /** The session in which the domain was started. */
    @AutoCleanup
    Verbs holder

    /** The session that is used. */
    Verbs verbs

    /** Starts the domain in one session, and gives the one that is to be used. */
    abstract Verbs begin()

    def setup() {
        Files.writeString(directory.resolve('domain.groovy'), TwoRegions.DOMAIN)
        Files.writeString(directory.resolve('policy.groovy'), TwoRegions.POLICY)
        Files.createDirectories(directory.resolve('backups'))
        verbs = begin()
        verbs.createTable().run(new CreateTableRequest('accounts', [], Optional.empty()))
    }

    protected static Verbs loaded(Verbs some) {
        assert some.load().run(new LoadRequest([Path.of('domain.groovy'), Path.of('policy.groovy')])).loaded()
        some
    }

    def 'records are put, read, counted, listed and deleted'() {
        when:
        def first = verbs.put().run('accounts', '1', 'rich')
        def second = verbs.put().run('accounts', '1', 'poor')
        ('a'..'e').each { verbs.put().run('accounts', it, "of $it") }

        then:
        [first, second]*.existed() == [false, true]
        second.commit().get() > first.commit().get()
        verbs.get().run('accounts', '1').value() == Optional.of('poor')
        verbs.get().run('accounts', '2').value() == Optional.empty()
        verbs.count().run('accounts').records() == 6

        when:
        def page = verbs.scan().run(new ScanRequest('accounts', Optional.of('b'), 3))

        then:
        page.records()*.key() == ['b', 'c', 'd']
        page.records()*.value() == ['of b', 'of c', 'of d']
        page.more()

        and:
        verbs.delete().run('accounts', 'a').existed()
        verbs.delete().run('accounts', 'a').commit() == Optional.empty()
        verbs.count().run('accounts').records() == 5
    }

    def 'a scan gives all that is asked for, however large it is'() {
        given:
        def large = 'x' * (3 << 20)
        verbs.createTable().run(new CreateTableRequest('large', [], Optional.empty()))
        ('a'..'d').each { verbs.put().run('large', it, "$it$large") }

        when:
        def all = verbs.scan().run(new ScanRequest('large', Optional.empty(), 10))
        def three = verbs.scan().run(new ScanRequest('large', Optional.of('b'), 2))

        then:
        all.records()*.key() == ['a', 'b', 'c', 'd']
        !all.more()
        three.records()*.key() == ['b', 'c']
        three.more()
    }

    def 'tables come and go'() {
        when:
        def made = verbs.createTable().run(new CreateTableRequest('notes', ['SG1'], Optional.of(3)))

        then:
        made.partitions() == 3
        made.groups()*.toString() == ['SG1']
        verbs.dropTable().run('notes').table() == 'notes'

        when:
        verbs.count().run('notes')

        then:
        HotCopyException gone = thrown()
        gone.message == 'there is no table "notes"'
    }

    def 'what is refused is refused in the same words: #word'() {
        when:
        asked(verbs)

        then:
        def refused = thrown(HotCopyException)
        refused.message.startsWith(message)
        refused.hints()[0].startsWith(hint)

        where:
        word           | message                                               | hint
        'get'          | 'there is no table "nothing"'                         | 'The tables are accounts.'
        'create table' | 'there is a table "accounts" already'                 | 'Choose another name, or drop it first'
        'cancel'       | 'no hot copy is running'                              | 'status shows those that are'
        'sm start'     | 'the storage manager of archive 0 is running already' | 'Stop it first to have it start anew.'
        'sm stop'      | 'database "bank/ledger" has no archive "9"'           | 'it has: 0, 1, 2, 3'
        'workload'     | 'no workload was started here'                        | 'workload start'
        'region'       | 'domain "bank" has no region "north"'                 | 'it has: east, west, third'
        'sg'           | '"ALL" is a storage group that every database has'    | ''
        asked = REFUSED[word]
    }

    def 'a backup asks, tells how it goes, and is there for every session'() {
        given:
        put('1')
        def asked = new LinkedBlockingQueue<VerbResult>()
        def heard = new LinkedBlockingQueue<ProgressEvent>()

        when:
        def full = verbs.backup().run(request(FULL), { asked << it; true }, heard.&add)

        then:
        asked*.class == [PlanResult]
        full.hotCopies()*.step() == ['nightly/east/full']
        full.hotCopies()[0].archives()*.archive() == [new ArchiveId(0), new ArchiveId(1)]

        and: 'each stage is entered and left, in order, and each task ends'
        heard.findAll { it instanceof ProgressEvent.StageEntered }*.stage() ==
                heard.findAll { it instanceof ProgressEvent.StageLeft }*.stage()
        heard.findAll { it instanceof ProgressEvent.TaskFinished }*.task().toSet() ==
                heard.findAll { it instanceof ProgressEvent.TaskStarted }*.task().toSet()
        heard.any { it instanceof ProgressEvent.TaskFinished }

        and:
        [verbs, holder].each { session ->
            assert session.status().run().hotCopies()*.id() == full.hotCopies()*.run()
            assert session.list().run([]).listing().collections()*.id()*.toString() == full.words()
        }
        text(verbs.describe().run(SetRequest.of('latest'))).contains('archive 1')
        verbs.catalog().list().listing().collections().size() == 1
    }

    def 'nothing is copied when the answer is no'() {
        when:
        verbs.backup().run(request(FULL), { false }, ProgressListener.NONE)

        then:
        thrown(DeclinedException)
        verbs.status().run().hotCopies() == []
    }

    def 'what is appended goes on from what was copied, and all of it is restored, verified and read'() {
        given:
        put('1')
        backup(FULL)
        put('2')
        backup(INCREMENTAL)
        put('3')
        def journal = backup(JOURNAL)
        put('4')

        when:
        def restore = new RestoreRequest(SetRequest.of('latest'), Path.of('restored'), new RestoreTarget.Latest())
        verbs.restore().run(restore, YES, ProgressListener.NONE)
        verbs.open().run(new OpenRequest([Path.of('restored')], 'restored'))

        then:
        journal.hotCopies()*.type() == [JOURNAL]
        verbs.count().run('restored.accounts').records() == 3
        verify().outcome() == Outcome.VALID
    }

    def 'a plan that was written down is applied'() {
        given:
        def written = verbs.plan().text(request(FULL), Optional.of(Path.of('plan.yaml')))

        when:
        def applied = verbs.apply().run(Path.of('plan.yaml'), YES, ProgressListener.NONE)

        then:
        applied.plan().plan() == written.plan().plan()
        verbs.list().run([]).listing().collections().size() == 1
    }

    def 'what cannot be copied now is refused in the words of the storage managers'() {
        given:
        verbs.storageManager().stop(StorageManagerRequest.of('1'), YES)

        when:
        backup(FULL)

        then:
        ProblemsException refused = thrown()
        refused.problems()*.message() == ['No RUNNING SMs found for database dbName=ledger']
    }

    def 'a backup with a timeout is left running; status shows it, cancel ends it, and its end is told'() {
        when:
        def left = verbs.backup().run(
                request(FULL, CRAWL), Optional.of(Duration.ZERO), YES, ProgressListener.NONE).left()

        then:
        left*.step() == ['nightly/east/full']
        running()*.id() == left*.id()

        when:
        def cancelled = verbs.cancel().run(Optional.of(left[0].id().toString().substring(0, 8)))

        then:
        cancelled.hotCopies()*.state() == [HotCopyStatus.State.CANCELLED]
        told.poll(120, TimeUnit.SECONDS).startsWith("hot copy ${left[0].id()} (nightly/east/full): full hot copy of ")
    }

    def 'an interrupt of who waits for a backup cancels it, and is spent by that'() {
        given:
        def waiting = waitingBackup()
        running()

        when:
        waiting.thread.interrupt()
        def ended = waiting.end.get(120, TimeUnit.SECONDS)

        then:
        ended.thrown instanceof HotCopyFailedException
        ended.thrown.cancelled()
        ended.thrown.message.startsWith('full hot copy of backup group "east" was cancelled at stage "')
        !ended.interrupted
        verbs.status().run().hotCopies()*.state() == [HotCopyStatus.State.CANCELLED]
        Files.list(directory.resolve('backups')).withCloseable { it.noneMatch { Files.exists(it.resolve('full')) } }
    }

    def 'an interrupt that came before a backup is begun cancels it too'() {
        when:
        def ended = endOf {
            Thread.currentThread().interrupt()
            verbs.backup().run(request(FULL, CRAWL), YES, ProgressListener.NONE)
        }

        then:
        ended.thrown instanceof HotCopyFailedException
        ended.thrown.cancelled()
        !ended.interrupted
    }

    def 'an interrupt that nothing spends stays with who was interrupted'() {
        when:
        def ended = endOf {
            Thread.currentThread().interrupt()
            verbs.count().run('accounts')
        }

        then:
        ended.thrown == null
        ended.interrupted
    }

    def 'the bank works on the domain, and what was copied of it equals its ledger'() {
        given:
        def started = verbs.workload().start(
                new WorkloadRequest(Optional.empty(), Optional.of(50), Optional.empty(), Optional.of(2)),
                ProgressListener.NONE)
        while (verbs.workload().status().figures().get().commits() < 20) {
            LockSupport.parkNanos(100_000)
        }

        when:
        backup(FULL)
        verbs.workload().stop()
        verbs.restore().run(
                new RestoreRequest(SetRequest.of('latest'), Path.of('restored'), new RestoreTarget.Latest()), YES,
                ProgressListener.NONE)
        verbs.open().run(new OpenRequest([Path.of('restored')], 'restored'))

        then:
        started.figures().isPresent()
        verbs.workload().check('restored').equal()
        holder.workload().status().figures().get().commits() >= 20
    }

    def 'a storage manager is stopped, started again, and started from a copy'() {
        when:
        def stopped = verbs.storageManager().stop(StorageManagerRequest.of('2'), YES)

        then:
        stopped.left().values().every { !it.isEmpty() }
        states() == [State.RUNNING, State.RUNNING, State.STOPPED, State.RUNNING]
        text(verbs.status().run()).contains('archive 2 of bank/ledger')

        when:
        put('1')
        def heard = new LinkedBlockingQueue<ProgressEvent>()
        def back = verbs.storageManager().start(StorageManagerRequest.of('2'), Optional.empty(), heard.&add)

        then:
        back.sync().get().archive() == new ArchiveId(2)
        !heard.isEmpty()
        states() == [State.RUNNING] * 4
    }

    def 'a storage group is added, and served by one more'() {
        when:
        def made = verbs.storageGroup().create('SG3', ['1', '0'], Optional.empty())
        def served = verbs.storageGroup().serve(StorageManagerRequest.of('2'), 'SG3', YES, ProgressListener.NONE)

        then:
        text(made).startsWith('done: storage group SG3 of bank/ledger served by archives 0 1')
        text(served).startsWith('RUNNING the storage manager of archive 2')
        verbs.show().run(ShowTopic.STORAGE_GROUPS).groups().find { it.group().toString() == 'SG3' }.archives() ==
                [0, 1, 2].collect { new ArchiveId(it) }
    }

    def 'a storage manager is added, and comes in by SYNC'() {
        when:
        def added = verbs.storageManager().add(
                new StorageManagerAddRequest(StorageManagerRequest.of('4'), 'e2', [], Path.of('disk-4'), false))

        then:
        text(added).startsWith('added the storage manager of archive 4 of bank/ledger on host e2')
        text(added).contains("its archive lies in ${directory.resolve('disk-4')}: empty")
        states() == [State.RUNNING] * 4 + [State.STOPPED]

        when:
        verbs.storageManager().start(StorageManagerRequest.of('4'), Optional.empty(), ProgressListener.NONE)

        then:
        states() == [State.RUNNING] * 5
        verbs.show().run(ShowTopic.STORAGE_GROUPS).groups().every { it.archives().contains(new ArchiveId(4)) }
    }

    def 'a region is cut off and comes back'() {
        when:
        def cut = verbs.region().cut('west', YES)

        then:
        cut.outages()*.archive()*.get() == [new ArchiveId(2), new ArchiveId(3)]
        text(cut).contains('archive 2 of bank/ledger is not RUNNING: it reaches only 3 of 7 processes')

        when:
        put('1')
        def healed = verbs.region().heal(ProgressListener.NONE)

        then:
        healed.returned()*.sync()*.archive() == [new ArchiveId(2), new ArchiveId(3)]
        healed.outages() == []
        states() == [State.RUNNING] * 4
    }

    protected static class End {
        Object result
        Throwable thrown
        boolean interrupted
    }

    /** How something ends on a thread of its own. */
    protected static End endOf(Closure<?> work) {
        waitingFor(work).end.get(240, TimeUnit.SECONDS)
    }

    protected static Map waitingFor(Closure<?> work) {
        def end = new CompletableFuture<End>()
        def thread = new Thread({
            def how = new End()
            try {
                how.result = work()
            } catch (Throwable thrown) {
                how.thrown = thrown
            }
            how.interrupted = Thread.interrupted()
            end.complete(how)
        })
        thread.daemon = true
        thread.start()
        [thread: thread, end: end]
    }

    protected Map waitingBackup() {
        waitingFor { verbs.backup().run(request(FULL, CRAWL), YES, ProgressListener.NONE) }
    }

    /** What runs, once something does; asked in the holder, since a session is used by one thread. */
    protected List<HotCopyStatus> running() {
        def status = holder.status().run().hotCopies()
        while (!status*.state().contains(HotCopyStatus.State.RUNNING)) {
            LockSupport.parkNanos(100_000)
            status = holder.status().run().hotCopies()
        }
        status
    }

    protected List<State> states() {
        verbs.show().run(ShowTopic.ARCHIVES).databases()[0].archives()*.state()
    }

    protected void put(String key) {
        verbs.put().run('accounts', key, 'rich')
    }

    protected static BackupRequest request(HotCopyType type, Pace pace = Pace.DEFAULT) {
        new BackupRequest(Optional.empty(), type, Optional.of('east'), pace, false)
    }

    private VerifyResult verify() {
        verbs.verify().run(
                new VerifyRequest(SetRequest.of('latest'), Depth.READ, Optional.empty()), ProgressListener.NONE)
    }

    protected BackupResult backup(HotCopyType type) {
        verbs.backup().run(request(type), YES, ProgressListener.NONE)
    }

    protected static String text(VerbResult result) {
        Pages.of(result).toString()
    }
}
