package io.hotcopy.verb

import static io.hotcopy.term.HotCopyType.FULL
import static io.hotcopy.term.HotCopyType.INCREMENTAL
import static io.hotcopy.term.HotCopyType.JOURNAL

import io.hotcopy.backupset.SetRemoval
import io.hotcopy.backupset.SetUse
import io.hotcopy.catalog.DomainState
import io.hotcopy.catalog.RunLedger
import io.hotcopy.catalog.SetState
import io.hotcopy.mission.LiveBank
import io.hotcopy.model.BackupPolicy
import io.hotcopy.model.Declarations
import io.hotcopy.model.Hold
import io.hotcopy.model.Retention
import io.hotcopy.plan.PastRun
import io.hotcopy.problem.HotCopyException
import io.hotcopy.progress.ProgressEvent
import io.hotcopy.progress.ProgressListener
import io.hotcopy.recovery.RestoreTarget
import io.hotcopy.retention.Reason.Kind
import io.hotcopy.shell.page.Pages
import io.hotcopy.term.ByteSize
import io.hotcopy.term.CommitNumber
import io.hotcopy.term.DatabaseName
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import java.time.Instant
import java.util.concurrent.Callable
import java.util.concurrent.CyclicBarrier
import java.util.concurrent.Executors
import java.util.concurrent.Future
import spock.lang.Specification
import spock.lang.TempDir

/** What expires of a real database's sets, by a clock that is set; five days with a full and a journal copy each. */
class ExpireSpec extends Specification {
    static final Confirmation YES = { preview -> true }
    static final Confirmation NO = { preview -> false }
    static final DatabaseName LEDGER = new DatabaseName('bank', 'ledger')

    @TempDir
    Path directory
    LiveBank bank
    /** A commit of each day that its journal copy holds. */
    List<CommitNumber> commits = []
    /** The ids of the collections, the oldest first. */
    List<String> collections = []

    def setup() {
        bank = new LiveBank(directory, [0: ['SG1'], 1: ['SG2']], [all: [0, 1]])
        5.times { day() }
    }

    def cleanup() {
        bank.close()
    }

    def 'what was copied before the full that the window begins with goes, all else can be restored'() {
        given:
        retain(window(2.5))

        when:
        def result = expire()

        then: 'days 0 and 1 are gone, day 2 holds what the window begins with'
        counts(result) == [4]
        left() == collections[2..4]
        kinds(result) == [Kind.IN_USE, Kind.IN_WINDOW, Kind.BASE_OF_WINDOW]
        text(result).contains('deleted 4 backup sets, ')

        and:
        commits[2..4].every { bank.restoresExactly(it) }

        and: 'the index has forgotten them, and there is nothing more to do'
        bank.verbs.@session.index().content('bank').sets().size() == 6
        idle()
        text(expire()).endsWith('nothing is to be deleted')
    }

    def 'the preview names what goes, what stays and why, and what can be restored before and after'() {
        given:
        retain(window(2.5))
        def shown = ''

        when:
        bank.verbs.expire().run(ExpireRequest.byPolicies(), { shown = text(it); false }, ProgressListener.NONE)

        then:
        thrown(DeclinedException)
        shown.contains('goes')
        shown.contains('nothing from 2021-12-20T')
        shown.contains('its full is what restores of the time from 2021-12-20T')
        shown =~ /restorable all in all, lineage \w{8}: now commits \d+ to \d+; then commits \d+ to \d+/
        shown =~ /would delete 4 backup sets, [\d.]+ [kM]B/
        left() == collections
    }

    def 'in a dry run nothing is deleted'() {
        given:
        retain(window(2.5))
        def dry = bank.verbs.dryRun()

        when:
        def result = dry.expire().run(ExpireRequest.byPolicies(), YES, ProgressListener.NONE)

        then:
        result.planned()
        going(result) == 2
        left() == collections

        cleanup:
        dry.close()
    }

    def 'a policy that does not say what to retain keeps all, unless something is asked to be kept by name'() {
        expect:
        idle()
        all(Kind.NO_RETENTION)

        when: 'only what was restorable from yesterday on must stay'
        def asked = new ExpireRequest(Optional.empty(), [bank.clock.instant() - Duration.ofHours(36)])
        bank.verbs.expire().run(asked, YES, ProgressListener.NONE)

        then:
        left() == collections[3..4]
    }

    def 'what cannot be restored now cannot be kept restorable: refused, and nothing is deleted'() {
        given:
        retain(window(2.5))

        when:
        bank.verbs.expire().run(new ExpireRequest(Optional.empty(), [bank.clock.instant() - Duration.ofDays(9)]), YES,
                ProgressListener.NONE)

        then:
        def refused = thrown(HotCopyException)
        refused.message.startsWith('the database cannot be kept restorable from 2021-12-1')
        refused.message.contains(': its oldest complete full is of 2021-12-18T')
        left() == collections
    }

    def 'what is held stays, with all the sets of its collection, and list says until when'() {
        given:
        def until = Instant.parse('2022-01-01T00:00:00Z')
        def held = new Hold(collections[0][0..7], Optional.of(until), 'audit')
        def meaningless = new Hold('nowhere', Optional.empty(), 'once')
        retain(window(2.5), [held, meaningless])

        expect:
        text(bank.verbs.list().run([])).contains("${collections[0][0..7]}: held until 2022-01-01T00:00:00Z: audit")

        when:
        def result = expire()

        then:
        left() == [collections[0]] + collections[2..4]
        remarks(result) == ['hold "nowhere" means no set of this database that is there']

        when: 'its time has come'
        bank.clock.pass(Duration.ofDays(20))
        expire()

        then:
        left() == [collections[4]]
    }

    def 'while the newest run has failed, nothing of its backup group goes'() {
        given:
        retain(window(2.5))
        ledger(PastRun.Outcome.FAILED, 'no room')

        expect:
        idle()
        all(Kind.FAILED_RUN)
        text(expire()).contains('the newest run of backup group "all", full of 2021-12-23T')

        when:
        ledger(PastRun.Outcome.DONE, '')
        expire()

        then:
        left() == collections[2..4]
    }

    def 'a set that somebody reads stays, and with it its collection'() {
        given:
        retain(window(2.5))
        def use = SetUse.of(sets(0)[1])

        when:
        def result = expire()

        then:
        left() == [collections[0]] + collections[2..4]
        spared(result) == [
                "collection ${collections[0]} stays: \"${sets(0)[1]}\" is in use".toString()]

        when:
        use.close()
        expire()

        then:
        left() == collections[2..4]
    }

    def 'a set with files that no hot copy has put there stays'() {
        given:
        retain(window(2.5))
        def note = sets(0)[0].resolve(place)
        Files.writeString(note, 'do not lose')

        when:
        def result = expire()

        then:
        left() == [collections[0]] + collections[2..4]
        spared(result)[0].endsWith(
                "\"${sets(0)[0]}\" holds what no hot copy has put there: \"$note\"")
        Files.readString(note) == 'do not lose'

        where:
        place << ['note.txt', 'full/note.txt', 'full/data/note.txt', 'tmp/note.txt']
    }

    def 'when the newest complete collection is damaged nothing is deleted'() {
        given:
        retain(window(2.5))
        def file = Files.walk(sets(4)[0].resolve('full/data')).withCloseable { files ->
            files.filter { Files.isRegularFile(it) && Files.size(it) > 100 }.findFirst().get()
        }
        byte[] content = Files.readAllBytes(file)
        content[50] = (byte) (content[50] ^ 1)
        Files.write(file, content)

        when:
        expire()

        then:
        def refused = thrown(HotCopyException)
        refused.message == "nothing is deleted: the newest complete collection, ${collections[4]}, is damaged"
        left() == collections
    }

    def 'what an expire has begun and not finished is listed as such, and the next one goes on with it'() {
        given:
        retain(window(2.5))
        sets(0).each {
            def removal = new SetRemoval(it)
            removal.claim()
            removal.condemn()
        }
        sets(0)[0].resolve('full').toFile().deleteDir()
        new SetRemoval(sets(1)[0]).claim()

        expect:
        def listed = bank.verbs.list().run([]).listing().collections()
        listed*.state() == [SetState.COMPLETE] * 3 + [SetState.EXPIRED] * 2
        text(bank.verbs.list().run([])).contains('it is being deleted; expire goes on with it')
        text(bank.verbs.describe().run(SetRequest.of(collections[0]))).contains('expired')

        and: 'a restore does not use them'
        def restored = bank.restore(new RestoreTarget.ToCommit(commits[0]))
        restored.plan().get().archives()*.base()*.id()*.toString().every { it in collections[2..4] }

        when:
        def result = expire()

        then: 'also what was only claimed, and is whole, goes by the rules again'
        left() == collections[2..4]
        counts(result) == [4]
        commits[2..4].every { bank.restoresExactly(it) }
    }

    def 'two at once delete each set once, and keep what both must keep'() {
        given:
        retain(window(2.5))
        def others = (1..3).collect { another() }
        def barrier = new CyclicBarrier(others.size())
        def threads = Executors.newFixedThreadPool(others.size())

        when:
        List<Future<Object>> futures = others.collect { verbs ->
            threads.submit({
                barrier.await()
                try {
                    verbs.expire().run(ExpireRequest.byPolicies(), YES, ProgressListener.NONE)
                } catch (HotCopyException told) {
                    told
                }
            } as Callable)
        }
        def results = futures*.get()

        then: 'whoever came too late says so'
        total(results) <= 4
        left().containsAll(collections[2..4])

        when:
        expire()

        then:
        left() == collections[2..4]
        commits[2..4].every { bank.restoresExactly(it) }

        cleanup:
        threads.shutdown()
        others*.close()
    }

    def 'beside a running full, and beside an incremental, both of which come to their ends'() {
        given:
        retain(window(2.5))
        def held = bank.hold(bank.plan('all', type), stage)

        when:
        expire()
        def copy = held.finish()

        then:
        left().containsAll(collections[2..4])
        !left().contains(collections[0])
        bank.restoresExactly(copy.cut())

        cleanup:
        held.close()

        where:
        type        | stage
        FULL        | 'copy files'
        INCREMENTAL | 'copy changes'
        JOURNAL     | 'seal'
    }

    def 'beside a running restore of what might go: it stays until the restore has ended'() {
        given:
        retain(window(2.5))
        def other = another()
        ExpireResult meanwhile = null
        ProgressListener restoring = { event ->
            if (event instanceof ProgressEvent.StageEntered && event.stage() == 'copy files') {
                meanwhile = other.expire().run(ExpireRequest.byPolicies(), YES, ProgressListener.NONE)
            }
        }

        when:
        def request = new RestoreRequest(SetRequest.of(), Path.of('before'), new RestoreTarget.ToCommit(commits[0]))
        def restored = bank.verbs.restore().run(request, YES, restoring)

        then:
        spared(meanwhile).any { it.endsWith('is in use') }
        left() == collections[1..4]
        bank.rowsIn(restored) == bank.stateAt(commits[0])

        when:
        expire()

        then:
        left() == collections[2..4]

        cleanup:
        other.close()
    }

    // ---- how it is told

    private void day() {
        def full = bank.backup('all', FULL)
        collections << full.run().toString()
        commits << bank.work(6)
        bank.clock.pass(Duration.ofHours(12))
        bank.backup('all', JOURNAL)
        bank.clock.pass(Duration.ofHours(12))
    }

    private static Retention window(double days) {
        new Retention(Optional.of(Duration.ofHours((days * 24) as long)), 1, 0, 0, 0)
    }

    private void retain(Retention retention, List<Hold> holds = []) {
        Declarations all = bank.verbs.declared()
        def policies = all.policies().collect {
            new BackupPolicy(it.name(), it.protects(), it.timeZone(), it.objectives(), it.backupGroups(), it.runs(),
                    it.reactions(), it.outage(), it.directory(), Optional.of(retention), holds)
        }
        bank.verbs.@session.declare(new Declarations(all.domains(), policies, all.spans()))
    }

    // what a result says, in few words: else a failure would print all facts of all sets

    private static List<Integer> counts(ExpireResult result) {
        result.databases()*.deleted()*.size()
    }

    private static List<Kind> kinds(ExpireResult result) {
        result.databases()[0].decision().staying()*.reasons()*.first()*.kind()
    }

    private static int going(ExpireResult result) {
        result.databases()[0].decision().going().size()
    }

    private static List<String> remarks(ExpireResult result) {
        result.databases()[0].decision().remarks()
    }

    private static List<String> spared(ExpireResult result) {
        result.databases()[0].spared()
    }

    private static int total(List<Object> results) {
        results.findAll { it instanceof ExpireResult }.collect { counts(it)[0] }.sum(0)
    }

    private boolean idle() {
        expire().idle
    }

    private boolean all(Kind kind) {
        expire().databases()[0].decision().fates().every { it.has(kind) }
    }

    private ExpireResult expire() {
        bank.verbs.expire().run(ExpireRequest.byPolicies(), YES, ProgressListener.NONE)
    }

    /** Another session, as another process would have one. */
    private Verbs another() {
        def verbs = new Verbs(bank.verbs.@session.surroundings())
        verbs.@session.declare(bank.verbs.declared())
        verbs
    }

    private void ledger(PastRun.Outcome outcome, String failure) {
        bank.clock.pass(Duration.ofSeconds(1))
        def now = bank.clock.instant()
        new RunLedger(new DomainState(bank.verbs.@session.surroundings().home()).of('bank')).enter(new PastRun(
                'all', 'all', LEDGER, FULL, Optional.empty(), FULL, Optional.empty(), now, now, outcome,
                new ByteSize(0), failure))
    }

    /** The collections that lie there whole, the oldest first. */
    private List<String> left() {
        bank.verbs.list().run([]).listing().collections().findAll { it.state() == SetState.COMPLETE }
                .collect { it.id().toString() }.reverse()
    }

    private List<Path> sets(int day) {
        bank.verbs.list().run([]).listing().collections().find { it.id().toString() == collections[day] }.locations()
    }

    private static String text(VerbResult result) {
        Pages.of(result).all()*.toString().join('\n')
    }
}
