package io.hotcopy.verb

import static io.hotcopy.plan.PastRun.Outcome.CANCELLED
import static io.hotcopy.plan.PastRun.Outcome.DONE
import static io.hotcopy.plan.PastRun.Outcome.FAILED
import static io.hotcopy.plan.PastRun.Outcome.SKIPPED
import static io.hotcopy.term.HotCopyType.FULL
import static io.hotcopy.term.HotCopyType.INCREMENTAL
import static io.hotcopy.term.HotCopyType.JOURNAL

import io.hotcopy.catalog.DomainState
import io.hotcopy.catalog.RunLedger
import io.hotcopy.embedded.EmbeddedArchiveFormat
import io.hotcopy.engine.HotCopyFailedException
import io.hotcopy.mission.MadeClock
import io.hotcopy.plan.Pace
import io.hotcopy.plan.PastRun
import io.hotcopy.progress.ProgressEvent
import io.hotcopy.progress.ProgressListener
import io.hotcopy.restore.ArchiveFormats
import io.hotcopy.shell.HotCopyProgram
import io.hotcopy.shell.NoService
import io.hotcopy.shell.ProgramSurroundings
import io.hotcopy.shell.page.Pages
import spock.lang.Specification
import spock.lang.TempDir
import spock.lang.Timeout

import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import java.time.Instant

/** A backup group that cannot be copied does not keep the others from it: a backup by schedule copies those. */
@Timeout(300)
class GroupsApartSpec extends Specification {
    static final Confirmation YES = { preview -> true }
    static final DOWN = 'No RUNNING SMs found for database dbName=ledger'
    static final START_IT = 'Archive 2 on w1 is STOPPED: start it, or copy another backup group.'
    static final EAST_AND_WEST = "backupGroup 'east', archives: [0, 1]\n    backupGroup 'west', archives: [2, 3]"
    static final FIFTH = "storageManager archive: 4, host: 't1', serves: ['SG1', 'SG2']"
    static final THIRD = "$EAST_AND_WEST\n    backupGroup 'third', archives: [4]"

    @TempDir
    Path directory
    Closure<?> atEvent = { }
    Queue<String> events = [] as Queue
    MadeClock clock = new MadeClock()
    Verbs verbs

    def cleanup() {
        verbs?.close()
    }

    def 'while a storage manager of one group is down, the other group is copied, and all is told'() {
        given:
        begin("full at: '01:00'")
        stop('2')

        expect: 'the plan says so beforehand'
        def plan = text(verbs.plan().run(BackupRequest.due()))
        plan.contains(': 2 steps, 1 of them cannot be run')
        plan.contains("backup group \"west\" of policy \"nightly\" cannot be copied: $DOWN")

        when:
        backup()

        then:
        ProblemsException failed = thrown()
        failed.message == DOWN
        failed.hints() == [START_IT, 'Step nightly/east/full is complete and stays.']
        entered() == [['west', FULL, FAILED], ['east', FULL, DONE]]
        ledger().first().failure() == DOWN
        ledger()*.occurrence()*.get().unique() == [Instant.parse('2021-12-18T01:00:00Z')]

        when: 'what was not done is due still, and only that'
        start('2')

        then:
        steps(backup()) == ['nightly/west/full']
        entered()[2..-1] == [['west', FULL, DONE]]
        steps(backup()) == []
    }

    def 'what a person asks for is refused as a whole, and nothing is entered'() {
        given:
        begin("full at: '01:00'")
        stop('2')

        when:
        backup(verbs, BackupRequest.full())

        then:
        ProblemsException refused = thrown()
        refused.hints() == [START_IT]
        ledger() == []
        !Files.exists(directory.resolve('backups/east'))
        text(verbs.plan().run(BackupRequest.full())).contains(': 2 steps, cannot be run')
    }

    def 'a group without a base set does not stop the others'() {
        given:
        begin("full at: '13:00'\n    incremental every: 1.hour")
        backup(verbs, new BackupRequest(Optional.empty(), FULL, Optional.of('east'), Pace.DEFAULT, false))

        BackupRequest ofOne = BackupRequest.due().forOccurrence(Instant.parse('2021-12-18T01:00:00Z'))

        when: 'a dry run tells so, and enters nothing'
        backup(verbs.dryRun(), ofOne)

        then:
        ProblemsException foreseen = thrown()
        foreseen.message == 'no base set: archives 2 and 3 have together no complete full hot copy'
        foreseen.hints().last() == 'Step nightly/east/incremental would be taken all the same.'
        ledger().size() == 1

        when:
        backup(verbs, ofOne)

        then:
        ProblemsException failed = thrown()
        failed.message == foreseen.message
        failed.hints().last() == 'Step nightly/east/incremental is complete and stays.'
        entered() == [['east', FULL, DONE], ['west', INCREMENTAL, FAILED], ['east', INCREMENTAL, DONE]]
    }

    def 'a disk that is lost after the question stops only the group that goes there'() {
        given:
        begin("full at: '01:00'")

        when:
        backup(verbs, BackupRequest.due(), losing('east'))

        then:
        ProblemsException failed = thrown()
        failed.message.startsWith("Failed to create backup set ${directory.toRealPath()}/backups/east/")
        failed.problems().findAll { it.error }*.hints() == [[], ['Step nightly/west/full is complete and stays.']]
        entered() == [['east', FULL, FAILED], ['west', FULL, DONE]]
    }

    def 'when no group can be copied, each has failed for its own reason'() {
        given:
        begin("full at: '01:00'")
        stop('2')

        when:
        backup(verbs, BackupRequest.due(), losing('east'))

        then:
        ProblemsException failed = thrown()
        failed.problems().count { it.error } == 3
        entered() == [['east', FULL, FAILED], ['west', FULL, FAILED]]
        ledger()[0].failure().startsWith('Failed to create backup set ')
        ledger()[1].failure() == DOWN
    }

    def 'a hot copy that fails half-way ends the later ones of its group, and no other'() {
        given: 'sets of both, and an hour later an incremental and a journal hot copy of each'
        begin("full at: '01:00'\n    incremental every: 1.hour\n    journal every: 5.minutes")
        backup()
        int before = ledger().size()
        clock.pass(Duration.ofMinutes(66))

        when: 'the disk of the east is gone when the first has begun'
        backup(verbs, BackupRequest.due(), YES, atFirst { losing('east').agrees(null) })

        then:
        HotCopyFailedException failed = thrown()
        failed.message.startsWith("cannot read \"${directory.toRealPath()}/backups/east/")
        failed.hints().takeRight(4) == [
                'Step nightly/east/incremental failed.',
                'Step nightly/west/incremental is complete and stays.',
                'Step nightly/west/journal is complete and stays.',
                'Step nightly/east/journal was not begun.']
        entered().drop(before) == [['east', INCREMENTAL, FAILED], ['east', JOURNAL, CANCELLED],
                                   ['west', INCREMENTAL, DONE], ['west', JOURNAL, DONE]]

        when: 'it is back'
        Files.delete(directory.resolve('backups/east'))
        Files.move(directory.resolve('away'), directory.resolve('backups/east'))

        then:
        steps(backup()) == ['nightly/east/incremental', 'nightly/east/journal']
    }

    def 'both kinds of trouble are told together'() {
        given:
        begin("full at: '01:00'", THIRD)
        stop('2')

        when: 'the east fails once it has begun'
        backup(verbs, BackupRequest.due(), YES, atFirst { losing('east').agrees(null) })

        then:
        ProblemsException failed = thrown()
        def errors = failed.problems().findAll { it.error }
        errors*.message().first() == DOWN
        errors*.message().last().contains('/backups/east"')
        errors.size() == 2
        errors.last().hints().last() == 'Step nightly/third/full is complete and stays.'
        entered() == [['west', FULL, FAILED], ['east', FULL, FAILED], ['third', FULL, DONE]]
    }

    def 'who cancels it ends all groups, and nothing is tried again'() {
        given:
        begin("full at: '01:00'\n    onFailure retry, times: 2, after: 1.second")
        down.each { stop(it) }
        Thread runner = Thread.currentThread()

        when:
        backup(verbs, BackupRequest.due(), YES, atFirst {
            runner.interrupt()
            while (!Thread.currentThread().interrupted) {
                Thread.onSpinWait()
            }
        })

        then:
        HotCopyFailedException failed = thrown()
        failed.cancelled()
        entered() == entries
        events.empty

        where:
        down  || entries
        []    || [['east', FULL, CANCELLED], ['west', FULL, CANCELLED]]
        ['2'] || [['west', FULL, FAILED], ['east', FULL, CANCELLED]]
    }

    def 'the next try takes only what the first could not'() {
        given:
        begin("full at: '01:00'\n    onFailure retry, times: 2, after: 1.second")
        stop('2')
        atEvent = { start('2') }

        expect:
        steps(backup()) == ['nightly/west/full']
        entered() == [['west', FULL, FAILED], ['east', FULL, DONE], ['west', FULL, DONE]]
        events.size() == 1
    }

    def 'what another group runs instead is left out once that is done, whatever became of a third: #lost is lost'() {
        given:
        begin("full at: '01:00'\n    onArchiveDown 'east'", THIRD)
        stop('2')

        when:
        backup(verbs, BackupRequest.due(), losing(lost))

        then:
        thrown(ProblemsException)
        entered() as Set == entries as Set

        where:
        lost     || entries
        'third' || [['third', FULL, FAILED], ['east', FULL, DONE], ['west', FULL, SKIPPED]]
        'east'   || [['east', FULL, FAILED], ['third', FULL, DONE]]
    }

    def 'one that is left running tells at once what cannot be copied'() {
        given:
        begin("full at: '01:00'")
        stop('2')

        when:
        verbs.backup().run(BackupRequest.due(), Optional.of(Duration.ZERO), YES, ProgressListener.NONE)

        then:
        ProblemsException failed = thrown()
        failed.hints() == [START_IT, 'Step nightly/east/full is left running: status shows it, cancel ends it.']
        ledger().first().backupGroup() == 'west'

        when:
        while (ledger().size() < 2) {
            Thread.onSpinWait()
        }

        then:
        entered() == [['west', FULL, FAILED], ['east', FULL, DONE]]
    }

    def 'the program ends with 1 and shows each problem with what is complete'() {
        given:
        begin("full at: '01:00'")
        stop('2')
        def out = new StringWriter()
        def err = new StringWriter()

        when:
        int code = new HotCopyProgram(new ProgramSurroundings('1.2.3', directory, directory.resolve('home'),
                new BufferedReader(new StringReader('')), new PrintWriter(out), new PrintWriter(err), Optional.empty(),
                false, System::nanoTime, { false }, { all -> verbs }, NoService.NUOCMD))
                .run(['backup', 'nightly', '--yes'])

        then:
        code == 1
        err.toString().contains("error: $DOWN")
        err.toString().contains('HINT: Step nightly/east/full is complete and stays.')
    }

    private void begin(String words, String groups = EAST_AND_WEST) {
        Files.writeString(directory.resolve('domain.groovy'), TwoRegions.DOMAIN.replace(
                'storageManager archive: 3', "$FIFTH\n        storageManager archive: 3"))
        Files.writeString(directory.resolve('policy.groovy'), TwoRegions.POLICY
                .replace(EAST_AND_WEST, groups)
                .replace('full\n    incremental\n    journal\n', "$words\n")
                .replace("'backups/", "'backups/{group}/"))
        Files.createDirectories(directory.resolve('backups'))
        verbs = new Verbs(new VerbSurroundings(clock, new Random(7), directory.toAbsolutePath(),
                TestVerbs.homeIn(directory), Files.&readString, new ArchiveFormats([new EmbeddedArchiveFormat()]),
                TestVerbs.SMALL, { event ->
                    if (event.startsWith('the backup failed')) {
                        events << event
                        atEvent.call()
                    }
                }))
        def loaded = verbs.load().run(new LoadRequest([Path.of('domain.groovy'), Path.of('policy.groovy')]))
        assert loaded.problems().findAll { it.error } == []
        verbs.start().run(StartRequest.of('bank'))
    }

    private void stop(String archive) {
        verbs.storageManager().stop(StorageManagerRequest.of(archive), YES)
    }

    private void start(String archive) {
        verbs.storageManager().start(StorageManagerRequest.of(archive), Optional.empty(), ProgressListener.NONE)
    }

    private BackupResult backup(Verbs by = verbs, BackupRequest request = BackupRequest.due(),
            Confirmation agree = YES, ProgressListener progress = ProgressListener.NONE) {
        by.backup().run(request, agree, progress)
    }

    /** Where the group's copies go there is a file instead; what was there is away. */
    private Confirmation losing(String group) {
        { preview ->
            Path place = directory.resolve("backups/$group")
            if (Files.exists(place)) {
                Files.move(place, directory.resolve('away'))
            }
            Files.createFile(place)
            true
        }
    }

    /** When the first hot copy has begun, on the thread that carries it out. */
    private static ProgressListener atFirst(Closure<?> action) {
        boolean begun = false
        return { event ->
            if (event instanceof ProgressEvent.StageEntered && !begun) {
                begun = true
                action.call()
            }
        }
    }

    private static List<String> steps(BackupResult result) {
        result.hotCopies()*.step()
    }

    private List<List<?>> entered() {
        ledger().collect { [it.backupGroup(), it.type(), it.outcome()] }
    }

    private List<PastRun> ledger() {
        new RunLedger(new DomainState(TestVerbs.homeIn(directory)).of('bank')).since(Instant.EPOCH)
    }

    private static String text(VerbResult result) {
        Pages.of(result).toString()
    }
}
