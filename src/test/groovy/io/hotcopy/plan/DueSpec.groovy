package io.hotcopy.plan

import static io.hotcopy.plan.PastRun.Outcome.CANCELLED
import static io.hotcopy.plan.PastRun.Outcome.FAILED
import static io.hotcopy.plan.PastRun.Outcome.SKIPPED
import static io.hotcopy.plan.World.run
import static io.hotcopy.term.HotCopyType.FULL
import static io.hotcopy.term.HotCopyType.INCREMENTAL
import static io.hotcopy.term.HotCopyType.JOURNAL

import io.hotcopy.driver.ArchiveFacts.State
import io.hotcopy.driver.RunningCopy
import io.hotcopy.model.OnArchiveDown
import io.hotcopy.model.OnJournalSuspended
import io.hotcopy.model.OnMissed
import io.hotcopy.model.OnNoBaseSet
import io.hotcopy.model.RunLine
import io.hotcopy.model.Schedule
import io.hotcopy.problem.HotCopyException
import io.hotcopy.term.ByteSize
import io.hotcopy.term.HotCopyType
import java.nio.file.Path
import java.time.DayOfWeek
import java.time.Duration
import java.time.Instant
import java.time.LocalTime
import spock.lang.Specification

/** What is due, and when a policy is satisfied. It is Saturday, 2021-12-18T01:30Z. */
class DueSpec extends Specification {

    static final List<PastRun> SIX_RUNS = [10, 20, 90, 40, 30, 9999].reverse().indexed().collect { day, size ->
        run(began: "2021-12-1${day}T01:00:00Z".toString(), bytes: size * 1_000_000L, seconds: size as Long)
    }

    static final Schedule DAILY = Schedule.At.daily(LocalTime.of(1, 0))
    static final Schedule SUNDAYS = Schedule.At.on([DayOfWeek.SUNDAY] as Set, LocalTime.of(1, 0))
    static final Schedule HOURLY = World.every(Duration.ofHours(1))
    static final Schedule OFTEN = World.every(Duration.ofMinutes(5))

    def 'a line is due when its last occurrence is later than the last good run: #what'() {
        given:
        World world = world([(FULL): DAILY])
        world.taken.full(1, 10, [0, 1])
        world.runs = runs

        expect:
        ids(world) == steps

        where:
        what | runs || steps
        'nothing but the set, of the day before' | [] || ['nightly/east/full']
        'a good run since' | [run(began: '2021-12-18T01:00:01Z')] || []
        'a good run before' | [run(began: '2021-12-18T00:59:59Z')] || ['nightly/east/full']
        'one of this very occurrence, begun early'    | [run(began: '2021-12-18T00:59:59Z',
                                                             occurrence: '2021-12-18T01:00:00Z')] || []
        'one that failed' | [run(began: '2021-12-18T01:00:01Z', outcome: FAILED)] || ['nightly/east/full']
        'one that was cancelled' | [run(began: '2021-12-18T01:00:01Z', outcome: CANCELLED)] || ['nightly/east/full']
        'one that was left out as the policy said'    | [run(began: '2021-12-18T01:00:01Z', outcome: SKIPPED,
                                                             occurrence: '2021-12-18T01:00:00Z')] || []
        'one of another group' | [run(began: '2021-12-18T01:00:01Z', group: 'west')] || ['nightly/east/full']
        'an incremental' | [run(began: '2021-12-18T01:00:01Z', type: INCREMENTAL)] || ['nightly/east/full']
        'a full that was taken for the incremental' | [run(began: '2021-12-18T01:00:01Z', line: INCREMENTAL)] || []
    }

    def 'a full serves the incremental, a journal hot copy does not: #what'() {
        given:
        World world = world([(FULL): null, (INCREMENTAL): HOURLY])
        world.taken.full(1, 10, [0, 1])
        world.runs = [ran]

        expect:
        ids(world) == steps

        where:
        what                  | ran                                                                        || steps
        'a full'              | run(began: '2021-12-18T01:00:01Z')                                         || []
        'an incremental'      | run(began: '2021-12-18T01:00:01Z', type: INCREMENTAL)                      || []
        'a journal hot copy' | run(began: '2021-12-18T01:00:01Z', type: JOURNAL) || ['nightly/east/incremental']
        'one too early' | run(began: '2021-12-18T00:40:00Z', type: INCREMENTAL) || ['nightly/east/incremental']
    }

    def 'where the ledger knows nothing, the sets tell'() {
        given: 'sets of the 17th, 01:30'
        World world = world([(FULL): SUNDAYS, (INCREMENTAL): DAILY])
        world.taken.full(1, 10, [0, 1])

        expect: 'no full since the Sunday before is missing, but an incremental of the 18th'
        ids(world) == ['nightly/east/incremental']

        when:
        world.now = Instant.parse('2021-12-18T00:30:00Z')

        then:
        ids(world) == []
    }

    def 'what runs is in hand, if it is of just these archives and began since: #what'() {
        given:
        World world = world([(FULL): DAILY, (JOURNAL): OFTEN])
        world.taken.full(1, 10, [0, 1])
        world.runs = [run(began: '2021-12-18T01:25:00Z', type: JOURNAL)]
        world.copies = archives.collectEntries { [it, [new RunningCopy(Taken.run(9), FULL,
                Optional.of(Taken.set(9, it)), true, Optional.ofNullable(began).map { Instant.parse(it) })]] }
        world.now = Instant.parse('2021-12-18T01:29:00Z')

        when:
        BackupPlan plan = world.plan(PlanRequest.due())

        then:
        plan.steps()*.id() == steps
        plan.leftOut().collect { [it.runs()*.line(), it.because(), it.done()] } == left.collect { [[FULL], it, true] }

        where:
        what | archives | began || steps | left
        'since' | [0, 1] | '2021-12-18T01:00:00Z' || [] |
                ['it is in hand: the full hot copy that serves it is running since 2021-12-18T01:00:00Z']
        'before' | [0, 1] | '2021-12-18T00:59:59Z' || ['nightly/east/full'] | []
        'nobody knows when' | [0, 1] | null || ['nightly/east/full'] | []
        'of fewer' | [0] | '2021-12-18T01:00:00Z' || ['nightly/east/full'] | []
        'of more' | [0, 1, 2] | '2021-12-18T01:00:00Z' || ['nightly/east/full'] | []
    }

    def 'several lines of a group at once: a full serves all, an incremental and a journal hot copy are both taken'() {
        given:
        World world = world([(FULL): full, (INCREMENTAL): HOURLY, (JOURNAL): OFTEN])
        world.taken.full(1, 10, [0, 1])

        when:
        BackupPlan plan = world.plan(PlanRequest.due())

        then:
        plan.steps()*.id() == steps
        plan.steps().collect { it.serves()*.line() } == lines

        where:
        full  || steps                                             | lines
        DAILY || ['nightly/east/full']                             | [[FULL, INCREMENTAL, JOURNAL]]
        null  || ['nightly/east/incremental', 'nightly/east/journal'] | [[INCREMENTAL], [JOURNAL]]
    }

    def 'a step says since when it is due and when it was run last, in the time zone of the policy'() {
        given:
        World world = world([(FULL): DAILY], [zone: 'Europe/Berlin'])
        world.taken.full(1, 10, [0, 1])
        world.runs = [run(began: '2021-12-17T00:00:05Z')]
        world.now = Instant.parse('2021-12-18T00:10:00Z')

        when:
        HotCopyStep step = world.plan(PlanRequest.due()).steps().first() as HotCopyStep

        then:
        step.because().startsWith('full (daily 01:00) is due since 2021-12-18T01:00:00+01:00, ' +
                'not run since 2021-12-17T02:30:00+01:00')
        step.serves() == [new LineRun(FULL, Optional.of(Instant.parse('2021-12-18T00:00:00Z')))]
        step.writes().first() == Path.of('backups/east/test-2021-12-18T011000-archive-0')
    }

    def 'onMissed skip leaves out what is older than it says: after #after'() {
        given:
        World world = world([(FULL): DAILY], [onMissed: new OnMissed.Skip(Duration.parse(after))])
        world.taken.full(1, 10, [0, 1])

        expect:
        ids(world) == steps

        where:
        after   || steps
        'PT30M' || ['nightly/east/full']
        'PT29M' || []
    }

    def 'the first backup does not wait for its time'() {
        given:
        World world = world([(FULL): null, (JOURNAL): World.every(Duration.ofDays(400))])

        when:
        BackupPlan plan = world.plan(PlanRequest.due())

        then:
        plan.steps()*.id() == ['nightly/east/full']
        plan.steps().first().because().startsWith('no backup yet')
    }

    def 'a policy without any schedule takes a full when it is asked for nothing else'() {
        given:
        World world = new World(policies: [World.policy(groups: [east: [0, 1]])])
        world.taken.full(1, 10, [0, 1])

        expect:
        world.plan(PlanRequest.due()).steps()*.because()*.startsWith('asked for') == [true]
        new World(policies: [World.policy(groups: [east: [0, 1]], types: [JOURNAL])])
                .plan(PlanRequest.due()).errors()*.message() == ['policy "nightly" takes no full hot copies']
    }

    def 'what is broken is healed although nothing is due: #what'() {
        given:
        World world = world([(FULL): null, (INCREMENTAL): HOURLY, (JOURNAL): OFTEN], [
                onNoBaseSet: onNoBaseSet, onJournalSuspended: onSuspended])
        world.taken.full(1, 10, [0, 1])
        world.runs = [run(began: '2021-12-18T01:29:00Z'), run(began: '2021-12-18T01:29:00Z', type: JOURNAL)]
        world.now = Instant.parse('2021-12-18T01:29:59Z')
        breaking.call(world)

        when:
        BackupPlan plan = world.plan(PlanRequest.due())

        then:
        plan.steps()*.id() == steps
        why == null || plan.steps().first().because().startsWith(why)
        plan.isSatisfied() == steps.empty

        where:
        what | breaking | onNoBaseSet | onSuspended || steps | why
        'the base, onNoBaseSet full' | { it.baseLost = [0: 'a hole'] } | OnNoBaseSet.FULL | OnJournalSuspended.FAIL ||
                ['nightly/east/full'] |
                'no base set: the chain of archive 0 is broken: a hole; onNoBaseSet full makes a new one'
        'the base, onNoBaseSet fail' | { it.baseLost = [0: 'a hole'] } | OnNoBaseSet.FAIL | OnJournalSuspended.FAIL ||
                [] | null
        'suspended, incremental' | { it.suspended = [0: 'after a SYNC'] } | OnNoBaseSet.FAIL |
                OnJournalSuspended.INCREMENTAL || ['nightly/east/incremental'] |
                'journal hot copies are suspended on archive 0 (after a SYNC); onJournalSuspended incremental ends that'
        'suspended, full' | { it.suspended = [0: 'after a SYNC'] } | OnNoBaseSet.FAIL | OnJournalSuspended.FULL ||
                ['nightly/east/full'] |
                'journal hot copies are suspended on archive 0 (after a SYNC); onJournalSuspended full ends that'
        'suspended, fail' | { it.suspended = [0: 'after a SYNC'] } | OnNoBaseSet.FAIL | OnJournalSuspended.FAIL || [] |
                null
        'nothing' | { } | OnNoBaseSet.FULL | OnJournalSuspended.FULL || [] | null
    }

    def 'a plan names the runs that cannot be, so that the ledger has them failed: #what'() {
        given: 'an hour at which an incremental of both groups is due, and journals'
        World world = new World(policies: [World.policy(groups: [east: [0, 1], west: [3, 4]],
                lines: World.lines([(FULL): SUNDAYS, (INCREMENTAL): HOURLY, (JOURNAL): HOURLY]))])
        world.taken.full(1, 10, [0, 1])
        world.taken.full(2, 10, [3, 4])
        breaking.call(world)

        when:
        BackupPlan plan = world.plan(PlanRequest.due())

        then:
        plan.refused()*.backupGroup() == ['east'] * refused.size()
        plan.refused()*.runs().flatten() == refused.collect {
            new LineRun(it, Optional.of(Instant.parse('2021-12-18T01:00:00Z'))) }
        plan.refused()*.because() == because
        plan.errors().empty == refused.empty
        plan.steps()*.id() == ids.collect { "nightly/$it".toString() }

        where:
        what | breaking || refused | because | ids
        'nothing is wrong' | { } || [] | [] |
                ['east/incremental', 'east/journal', 'west/incremental', 'west/journal']
        'no base set, onNoBaseSet fail' | { it.baseLost = [0: 'a hole'] } || [INCREMENTAL] |
                ['no base set: the chain of archive 0 is broken: a hole'] |
                ['east/journal', 'west/incremental', 'west/journal']
        'suspended as well, onJournalSuspended fail' |
                { it.baseLost = [0: 'a hole']; it.suspended = [0: 'after a SYNC'] } || [INCREMENTAL, JOURNAL] |
                ['no base set: the chain of archive 0 is broken: a hole',
                 'Full or incremental hot copy must be completed before journal hot copy'] |
                ['west/incremental', 'west/journal']
    }

    def 'so it does of a group of which no archive exists'() {
        given:
        World world = new World(absent: [0, 1], policies: [World.policy(groups: [east: [0, 1], west: [3, 4]],
                lines: World.lines([(FULL): DAILY]))])

        when:
        BackupPlan plan = world.plan(PlanRequest.due())

        then:
        plan.steps()*.id() == ['nightly/west/full']
        plan.refused()*.backupGroup() == ['east']
        plan.refused()*.because() == ['none of its archives exists']
        plan.errors().size() == 2
    }

    def 'onArchiveDown: #what'() {
        given:
        World world = new World(policies: [World.policy(lines: World.lines([(FULL): DAILY]), onArchiveDown: reaction,
                groups: [east: [0, 1], west: [3, 4]])], states: states)

        when:
        BackupPlan plan = world.plan(PlanRequest.due())

        then:
        plan.steps()*.id() == steps
        plan.leftOut()*.because() == left
        plan.errors().size() == errors

        where:
        what | reaction | states || steps | left | errors
        'fail fails' | new OnArchiveDown.Fail() | [0: State.STOPPED] || ['nightly/east/full', 'nightly/west/full'] |
                [] | 1
        'skip leaves it out' | new OnArchiveDown.Skip() | [0: State.STOPPED] || ['nightly/west/full'] |
                ['archive 0 on e1 is STOPPED; onArchiveDown skip leaves it out'] | 0
        'another one runs instead' | new OnArchiveDown.Instead('west') | [0: State.STOPPED] || ['nightly/west/full'] |
                ['archive 0 on e1 is STOPPED, so backup group "west" runs instead of "east"'] | 0
        'if it is up itself' | new OnArchiveDown.Instead('west') | [0: State.STOPPED, 3: State.SYNCING] ||
                ['nightly/east/full', 'nightly/west/full'] | [] | 2
    }

    def 'who stands in runs also when only the other was asked for, and says why'() {
        given:
        World world = new World(policies: [World.policy(lines: World.lines([(FULL): DAILY]),
                onArchiveDown: new OnArchiveDown.Instead('west'), groups: [east: [0, 1], west: [3, 4]])],
                states: [1: State.STOPPED])

        when:
        BackupPlan plan = world.plan(PlanRequest.due().ofGroup('east'))

        then:
        plan.canRun()
        plan.steps()*.id() == ['nightly/west/full']
        plan.steps().first().because().contains(
                'archive 1 on e2 is STOPPED, so backup group "west" runs instead of "east"')
    }

    def 'for an instant of the schedule it runs what begins then, once'() {
        given:
        World world = world([(FULL): DAILY, (INCREMENTAL): HOURLY])
        world.taken.full(1, 10, [0, 1])
        PlanRequest request = PlanRequest.due().forOccurrence(Instant.parse('2021-12-18T00:00:00Z'))

        when:
        BackupPlan plan = world.plan(request)

        then:
        plan.steps()*.id() == ['nightly/east/incremental']
        plan.steps().first().because().startsWith('incremental (every 1 hour) of 2021-12-18T00:00:00Z')

        when: 'the ledger has it done'
        world.runs = [run(began: '2021-12-18T00:00:09Z', type: INCREMENTAL, occurrence: '2021-12-18T00:00:00Z')]

        then:
        world.plan(request).satisfied
        world.plan(request).leftOut()*.because() == ['already done']

        and: 'not so when it has failed'
        !world.tap { runs = [run(began: '2021-12-18T00:00:09Z', type: INCREMENTAL, outcome: FAILED,
                occurrence: '2021-12-18T00:00:00Z')] }.plan(request).satisfied
    }

    def 'the directories of an occurrence carry its instant, and those of another try the time of the try'() {
        given:
        World world = world([(FULL): DAILY])
        world.runs = runs
        PlanRequest request = PlanRequest.due().forOccurrence(Instant.parse('2021-12-18T01:00:00Z'))

        expect:
        world.plan(request).steps().first().writes().first() == Path.of("backups/east/test-2021-12-18T$time-archive-0")

        where:
        runs                                                                                        || time
        []                                                                                          || '010000'
        [run(began: '2021-12-18T01:00:09Z', outcome: FAILED, occurrence: '2021-12-18T01:00:00Z')]   || '013000'
    }

    def 'an instant at which nothing begins is refused, unless a type is asked for'() {
        given:
        World world = world([(FULL): DAILY])
        PlanRequest request = PlanRequest.due().forOccurrence(Instant.parse('2021-12-18T01:17:00Z'))

        when:
        world.plan(request)

        then:
        HotCopyException refused = thrown()
        refused.message == 'no run of policy "nightly" is to begin at 2021-12-18T01:17:00Z'

        expect:
        world.plan(PlanRequest.full().forOccurrence(Instant.parse('2021-12-18T01:17:00Z'))).steps().size() == 1
    }

    def 'how a line stands: late since the first occurrence that was not served'() {
        given:
        World world = world([(FULL): SUNDAYS, (INCREMENTAL): HOURLY])
        world.taken.full(1, 10, [0, 1])
        world.runs = [run(began: '2021-12-17T22:10:00Z', type: INCREMENTAL),
                      run(began: '2021-12-17T23:00:00Z', type: INCREMENTAL, outcome: FAILED)]

        when:
        List<LineStatus> lines = LineStatus.of(
                world.policies.first(), world.runs, world.facts(), world.taken.sets(), world.now)

        then:
        lines*.line() == [FULL, INCREMENTAL]
        lines*.schedule()*.get() == ['Sun 01:00', 'every 1 hour']
        lines*.lateSince() == [Optional.empty(), Optional.of(Instant.parse('2021-12-17T23:00:00Z'))]
        lines*.next()*.get()*.toString() == ['2021-12-19T01:00:00Z', '2021-12-18T02:00:00Z']
        lines*.lastFailure()*.present == [false, true]
        lines[1].lastGood().get() == Instant.parse('2021-12-17T22:10:10Z')
    }

    def 'estimates are the middle of the last five runs, for a full no less than the live archives have: #what'() {
        given:
        World world = world([(FULL): DAILY])
        world.archiveBytes = seen
        world.runs = runs

        when:
        HotCopyStep step = world.plan().steps().first() as HotCopyStep

        then:
        step.estimatedBytes() == new ByteSize(bytes)
        step.estimatedTime().map { it.toSeconds() }.orElse(null) == seconds

        where:
        what | seen | runs || bytes | seconds
        'seen' | 400_000_000 | [] || 800_000_000 | 2
        'unknown' | 0 | [] || 0 | null
        'the runs' | 10_000_000 | SIX_RUNS || 30_000_000 | 30
        'more by now' | 400_000_000 | SIX_RUNS || 800_000_000 | 30
    }

    private static World world(Map<HotCopyType, Schedule> lines, Map<String, Object> said = [:]) {
        new World(policies: [World.policy([groups: [east: [0, 1]], lines: World.lines(lines)] + said)])
    }

    private static List<String> ids(World world) {
        BackupPlan plan = world.plan(PlanRequest.due())
        assert plan.errors() == []
        plan.steps()*.id()
    }
}
