package io.hotcopy.verb

import static io.hotcopy.term.HotCopyType.FULL
import static io.hotcopy.term.HotCopyType.INCREMENTAL
import static io.hotcopy.term.HotCopyType.JOURNAL

import io.hotcopy.catalog.DomainState
import io.hotcopy.catalog.RunLedger
import io.hotcopy.embedded.EmbeddedArchiveFormat
import io.hotcopy.mission.MadeClock
import io.hotcopy.plan.Pace
import io.hotcopy.plan.PastRun
import io.hotcopy.plan.PastRun.Outcome
import io.hotcopy.problem.HotCopyException
import io.hotcopy.progress.ProgressListener
import io.hotcopy.restore.ArchiveFormats
import io.hotcopy.shell.page.Pages
import io.hotcopy.term.HotCopyType
import spock.lang.Specification
import spock.lang.TempDir

import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import java.time.Instant

/** Backups by the schedule of a policy, on the embedded database, while time passes. */
class DueBackupSpec extends Specification {
    static final Confirmation YES = { preview -> true }
    static final Confirmation NOBODY = { preview -> assert false: 'nothing is to be agreed to' }

    @TempDir
    Path directory
    MadeClock clock = new MadeClock()
    Verbs verbs

    def cleanup() {
        verbs?.close()
    }

    def 'each time it takes what is due, and nothing when nothing is'() {
        given: 'it is 01:00'
        begin("full at: '01:00'\n    incremental every: 1.hour\n    journal every: 5.minutes")

        expect: 'the first full serves all lines'
        types(backup()) == [FULL]
        ledger()*.line() == [FULL, INCREMENTAL, JOURNAL]
        ledger().every { it.type() == FULL && it.outcome() == Outcome.DONE && it.bytes().bytes() > 0 }
        ledger()*.occurrence()*.get()*.toString() as Set == ['2021-12-18T01:00:00Z'] as Set

        and: 'then nothing is due, nobody is asked, and the plan says what comes next'
        backup(BackupRequest.due(), NOBODY).hotCopies() == []
        String next = text(verbs.plan().run(BackupRequest.due()))
        next.contains('nothing is to be done: no run is due')
        next.contains('every 5 minutes')
        next.contains('2021-12-18T01:05:00Z')

        when:
        clock.pass(Duration.ofMinutes(6))

        then:
        types(backup()) == [JOURNAL]

        when:
        clock.pass(Duration.ofHours(1))

        then:
        types(backup()) == [INCREMENTAL, JOURNAL]
        text(verbs.plan().run(BackupRequest.due())).contains('nothing is to be done')

        when: 'for a night nobody was there: one run makes up for all that were missed'
        clock.pass(Duration.ofHours(20))

        then:
        types(backup()) == [INCREMENTAL, JOURNAL]

        when:
        clock.pass(Duration.ofHours(4))

        then:
        types(backup()) == [FULL]
    }

    def 'for an instant of the schedule it is taken once'() {
        given:
        begin("full at: '01:00'\n    incremental every: 1.hour")
        BackupRequest request = BackupRequest.due().forOccurrence(Instant.parse('2021-12-18T01:00:00Z'))

        expect:
        types(backup(request)) == [FULL]

        when:
        clock.pass(Duration.ofHours(3))
        def again = backup(request, NOBODY)

        then:
        again.hotCopies() == []
        text(again).contains('left out nightly/east/full: already done')
        ledger().size() == 2
        Files.exists(directory.resolve('backups/2021-12-18T010000-archive-0'))
    }

    def 'what begins later is not taken before, only planned'() {
        given:
        begin("full at: '01:00'")
        BackupRequest request = BackupRequest.due().forOccurrence(Instant.parse('2021-12-19T01:00:00Z'))

        when:
        backup(request, NOBODY)

        then:
        def refused = thrown(HotCopyException)
        refused.message.startsWith('what begins at 2021-12-19T01:00:00Z cannot be taken before, and it is 2021-12-18T')
        ledger() == []
        verbs.plan().run(request).plan().steps().size() == 1
    }

    def 'a run that fails is entered too, and is due again'() {
        given:
        begin("full at: '01:00'")

        when: 'the volume goes away between the question and the answer'
        backup(BackupRequest.due(), { preview -> Files.delete(directory.resolve('backups')) ?: true })

        then:
        thrown(HotCopyException)
        ledger()*.outcome() == [Outcome.FAILED]
        ledger().first().failure().contains('backups')

        when:
        Files.createDirectory(directory.resolve('backups'))

        then:
        types(backup()) == [FULL]
        ledger()*.outcome() == [Outcome.FAILED, Outcome.DONE]
    }

    def 'a dry run enters nothing'() {
        given:
        begin("full at: '01:00'")

        expect:
        verbs.dryRun().backup().run(BackupRequest.due(), NOBODY, ProgressListener.NONE).planned()
        ledger() == []
    }

    def 'what is asked for needs no schedule, and plan --run says what it would take'() {
        given:
        begin("full at: '01:00'\n    incremental every: 1.hour")
        backup()

        expect:
        verbs.plan().run(asked(INCREMENTAL)).plan().steps()*.because()*.startsWith('asked for') == [true]
        types(backup(asked(INCREMENTAL))) == [INCREMENTAL]
        ledger().last().occurrence().empty
    }

    def 'the days to come, with sizes as they were'() {
        given:
        begin("full at: '01:00'\n    incremental every: 6.hours")
        backup()

        when:
        def horizon = verbs.plan().horizon(BackupRequest.due(), 1).horizon()

        then:
        horizon.runs()*.at() == ['2021-12-18T06:00:00Z', '2021-12-18T12:00:00Z', '2021-12-18T18:00:00Z',
                                 '2021-12-19T00:00:00Z', '2021-12-19T01:00:00Z']
        horizon.runs().last().bytes() >= ledger().first().bytes()
        horizon.total().fulls() == 1
        horizon.total().unknown() == 4

        when: 'a backup group is misspelt'
        verbs.plan().horizon(BackupRequest.due().with {
            new BackupRequest(it.what(), it.type(), it.occurrence(), Optional.of('eats'), it.pace(), false)
        }, 1)

        then:
        def refused = thrown(HotCopyException)
        refused.message == 'no backup group "eats" in policy "nightly"'

        and: 'many are summed up by day'
        verbs.plan().horizon(BackupRequest.due(), 30).horizon().runs() == []
        verbs.plan().horizon(BackupRequest.due(), 30).horizon().days().size() == 31
        text(verbs.plan().horizon(BackupRequest.due(), 30)).startsWith(
                'the next 30 days: 150 runs (30 full, 120 incremental, 0 journal)')
    }

    private void begin(String lines) {
        SmallBank.writeOfEveryTypeInto(directory)
        Path policy = directory.resolve('policy.groovy')
        Files.writeString(policy, Files.readString(policy)
                .replaceFirst(/(?s)full\n.*?(?=    directory|\s+directory)/, "$lines\n"))
        verbs = new Verbs(surroundings())
        verbs.load().run(new LoadRequest([Path.of('domain.groovy'), Path.of('policy.groovy')]))
        verbs.start().run(StartRequest.of('bank'))
    }

    private VerbSurroundings surroundings() {
        new VerbSurroundings(clock, new Random(7), directory.toAbsolutePath(), TestVerbs.homeIn(directory),
                Files.&readString, new ArchiveFormats([new EmbeddedArchiveFormat()]), TestVerbs.SMALL, { })
    }

    private static BackupRequest asked(HotCopyType type) {
        new BackupRequest(Optional.empty(), type, Optional.empty(), Pace.DEFAULT, false)
    }

    private BackupResult backup(BackupRequest request = BackupRequest.due(), Confirmation agree = YES) {
        verbs.backup().run(request, agree, ProgressListener.NONE)
    }

    private static List<HotCopyType> types(BackupResult result) {
        result.hotCopies()*.type()
    }

    private List<PastRun> ledger() {
        new RunLedger(new DomainState(TestVerbs.homeIn(directory)).of('bank')).since(Instant.EPOCH)
    }

    private static String text(VerbResult result) {
        Pages.of(result).toString()
    }
}
