package io.hotcopy.plan

import static io.hotcopy.plan.Decider.Cause.DUE
import static io.hotcopy.plan.Decider.Cause.FIRST
import static io.hotcopy.plan.Decider.Cause.NO_BASE
import static io.hotcopy.plan.Decider.Cause.NO_JOURNAL_BASE
import static io.hotcopy.plan.Decider.Cause.SUSPENDED
import static io.hotcopy.term.HotCopyType.FULL
import static io.hotcopy.term.HotCopyType.INCREMENTAL
import static io.hotcopy.term.HotCopyType.JOURNAL
import static io.hotcopy.term.HotCopyType.SIMPLE

import io.hotcopy.model.BackupPolicy
import io.hotcopy.model.OnArchiveDown
import io.hotcopy.model.OnJournalSuspended
import io.hotcopy.model.OnMissed
import io.hotcopy.model.OnNoBaseSet
import io.hotcopy.model.Schedule
import io.hotcopy.term.HotCopyType
import io.hotcopy.term.StorageGroupName
import spock.lang.Specification

import java.time.DayOfWeek
import java.time.Duration
import java.time.Instant
import java.time.LocalTime

/** What a policy with a weekly full, incrementals every hour and journals every 15 minutes decides for one group. */
class DeciderSpec extends Specification {
    static final Instant TWO = Instant.parse('2021-12-18T02:00:00Z')

    static final Map<HotCopyType, Schedule> LINES = [
            (FULL): Schedule.At.on([DayOfWeek.SUNDAY] as Set, LocalTime.of(1, 0)),
            (INCREMENTAL): World.every(Duration.ofHours(1)), (JOURNAL): World.every(Duration.ofMinutes(15))]

    def 'when all is well, it takes what is due: #due'() {
        expect:
        taken(scheduled(decider(), situation(due))) == takes
        decider().chosen(situation(due)) == scheduled(decider(), situation(due))

        where:
        due                          || takes
        []                           || []
        [JOURNAL]                    || [[JOURNAL, [JOURNAL], DUE]]
        [INCREMENTAL]                || [[INCREMENTAL, [INCREMENTAL], DUE]]
        [INCREMENTAL, JOURNAL]       || [[INCREMENTAL, [INCREMENTAL], DUE], [JOURNAL, [JOURNAL], DUE]]
        [FULL]                       || [[FULL, [FULL], DUE]]
        [FULL, INCREMENTAL, JOURNAL] || [[FULL, [FULL, INCREMENTAL, JOURNAL], DUE]]
        [SIMPLE]                     || [[SIMPLE, [SIMPLE], DUE]]
    }

    def 'by the schedule it heals, whatever is due: #trouble, no base: #noBase, suspended: #whenSuspended'() {
        given:
        Decider decider = decider(onNoBaseSet: noBase as OnNoBaseSet,
                onJournalSuspended: whenSuspended as OnJournalSuspended)

        when:
        Decider.Answer answer = scheduled(decider, situation(due, trouble))

        then:
        taken(answer) == takes
        answer.refused() == []

        where:
        trouble                    | due       | noBase | whenSuspended || takes
        ['neverCopied', 'noBase', 'noJournalBase'] | [] | 'FAIL' | 'FAIL' || [[FULL, [FULL], FIRST]]
        ['neverCopied', 'noBase', 'noJournalBase'] | [INCREMENTAL, JOURNAL] | 'FAIL' | 'FAIL' ||
                [[FULL, [FULL, INCREMENTAL, JOURNAL], FIRST]]
        ['noBase']                 | []        | 'FULL' | 'FAIL'        || [[FULL, [INCREMENTAL], NO_BASE]]
        ['noBase']                 | []        | 'FAIL' | 'FAIL'        || []
        ['noBase']                 | [JOURNAL] | 'FULL' | 'FAIL'        || [[FULL, [INCREMENTAL, JOURNAL], NO_BASE]]
        ['noBase']                 | [JOURNAL] | 'FAIL' | 'FAIL'        || [[JOURNAL, [JOURNAL], DUE]]
        ['noJournalBase']          | []        | 'FULL' | 'FAIL'        || []
        ['suspended']              | []        | 'FAIL' | 'INCREMENTAL' || [[INCREMENTAL, [INCREMENTAL], SUSPENDED]]
        ['suspended']              | []        | 'FAIL' | 'FULL'        || [[FULL, [FULL], SUSPENDED]]
        ['suspended']              | []        | 'FAIL' | 'FAIL'        || []
        ['suspended', 'noBase']    | []        | 'FULL' | 'INCREMENTAL' || [[FULL, [INCREMENTAL], NO_BASE]]
        ['suspended']              | [JOURNAL] | 'FAIL' | 'INCREMENTAL' ||
                [[INCREMENTAL, [INCREMENTAL], SUSPENDED], [JOURNAL, [JOURNAL], DUE]]
        ['suspended']              | [JOURNAL] | 'FAIL' | 'FULL'        || [[FULL, [JOURNAL], SUSPENDED]]
        ['suspended', 'noBase']    | [JOURNAL] | 'FULL' | 'INCREMENTAL' || [[FULL, [INCREMENTAL, JOURNAL], NO_BASE]]
        ['suspended']              | [INCREMENTAL, JOURNAL] | 'FAIL' | 'FAIL' ||
                [[INCREMENTAL, [INCREMENTAL], DUE], [JOURNAL, [JOURNAL], DUE]]
    }

    def 'what is asked for is taken or refused, and heals nothing: #asked, #trouble'() {
        given:
        Decider decider = decider(onNoBaseSet: noBase as OnNoBaseSet,
                onJournalSuspended: whenSuspended as OnJournalSuspended)

        when:
        Decider.Answer answer = decider.chosen(situation(asked, trouble))

        then:
        taken(answer) == takes
        answer.refused().collect { [it.line(), it.cause()] } == refused

        where:
        asked | trouble | noBase | whenSuspended || takes | refused
        [JOURNAL] | ['noBase'] | 'FULL' | 'FAIL' || [[JOURNAL, [JOURNAL], DUE]] | []
        [INCREMENTAL] | ['noBase'] | 'FULL' | 'FAIL' || [[FULL, [INCREMENTAL], NO_BASE]] | []
        [INCREMENTAL] | ['noBase'] | 'FAIL' | 'FAIL' || [] | [[INCREMENTAL, NO_BASE]]
        [INCREMENTAL, JOURNAL] | ['noBase'] | 'FAIL' | 'FAIL' || [[JOURNAL, [JOURNAL], DUE]] | [[INCREMENTAL, NO_BASE]]
        [JOURNAL] | ['noJournalBase'] | 'FULL' | 'FAIL' || [[FULL, [JOURNAL], NO_JOURNAL_BASE]] | []
        [JOURNAL] | ['noJournalBase'] | 'FAIL' | 'FAIL' || [] | [[JOURNAL, NO_JOURNAL_BASE]]
        [INCREMENTAL, JOURNAL] | ['noJournalBase'] | 'FULL' | 'FAIL' ||
                [[INCREMENTAL, [INCREMENTAL], DUE], [FULL, [INCREMENTAL, JOURNAL], NO_JOURNAL_BASE]] | []
        [JOURNAL] | ['suspended'] | 'FAIL' | 'FAIL' || [] | [[JOURNAL, SUSPENDED]]
        [JOURNAL] | ['suspended', 'noBase'] | 'FAIL' | 'INCREMENTAL' || [] | [[JOURNAL, NO_BASE]]
        [INCREMENTAL] | ['suspended'] | 'FAIL' | 'FULL' || [[INCREMENTAL, [INCREMENTAL], DUE]] | []
        [FULL, JOURNAL] | ['suspended', 'noBase'] | 'FAIL' | 'FAIL' || [[FULL, [FULL, JOURNAL], DUE]] | []
    }

    def 'a line that nobody scheduled is not healed'() {
        given:
        def reactions = [onNoBaseSet: OnNoBaseSet.FULL, onJournalSuspended: OnJournalSuspended.FULL]
        def unscheduled = World.lines(LINES.collectEntries { [it.key, null] })
        Decider asking = new Decider(World.policy([lines: unscheduled] + reactions))

        expect:
        asking.healing(situation([], ['noBase', 'suspended'])).empty
        asking.healing(situation([], ['neverCopied'])).present
    }

    def 'a line is due from its occurrence on until it is served, unless that was missed: #what'() {
        given:
        Decider skipping = decider(onMissed: new OnMissed.Skip(Duration.ofMinutes(30)))

        expect:
        skipping.isDue(TWO, Optional.ofNullable(served).map { TWO.plusSeconds(it) }, TWO.plusSeconds(late)) == due
        decider().isDue(TWO, Optional.ofNullable(served).map { TWO.plusSeconds(it) }, TWO.plusSeconds(late)) == atLast

        where:
        what               | served | late || due   | atLast
        'never served'     | null   | 0    || true  | true
        'served before'    | -1     | 60   || true  | true
        'served just then' | 0      | 60   || false | false
        'served since'     | 1      | 60   || false | false
        'half an hour ago' | -1     | 1800 || true  | true
        'longer ago'       | -1     | 1801 || false | true
    }

    def 'a line is in hand while what it would bring runs, begun since its last occurrence: #line by #running'() {
        expect:
        Decider.isInHand(TWO, line, running, TWO.plusSeconds(began)) == inHand

        where:
        line        | running     | began || inHand
        FULL        | FULL        | 1     || true
        FULL        | FULL        | 0     || true
        FULL        | FULL        | -1    || false
        INCREMENTAL | FULL        | 0     || true
        JOURNAL     | FULL        | 0     || true
        JOURNAL     | FULL        | -1    || false
        JOURNAL     | JOURNAL     | 0     || true
        FULL        | INCREMENTAL | 0     || false
        JOURNAL     | INCREMENTAL | 0     || false
        INCREMENTAL | JOURNAL     | 0     || false
    }

    def 'no second full is taken for healing while one runs, and nothing waits for that: #due, #trouble'() {
        given:
        Decider decider = decider(onNoBaseSet: noBase as OnNoBaseSet,
                onJournalSuspended: whenSuspended as OnJournalSuspended)

        when:
        Decider.Answer answer = scheduled(decider, situation(due, trouble, [runs]))

        then:
        taken(answer) == takes
        answer.refused().collect { [it.line(), it.cause()] } == refused

        where:
        due | trouble | runs | noBase | whenSuspended || takes | refused
        [] | ['neverCopied', 'noBase', 'noJournalBase'] | FULL | 'FULL' | 'FAIL' || [] | []
        [INCREMENTAL, JOURNAL] | ['neverCopied', 'noBase', 'noJournalBase'] | FULL | 'FAIL' | 'FAIL' || [] | []
        [INCREMENTAL, JOURNAL] | ['neverCopied', 'noBase'] | FULL | 'FULL' | 'FAIL' || [[JOURNAL, [JOURNAL], DUE]] | []
        [] | ['noBase'] | FULL | 'FULL' | 'FAIL' || [] | []
        [JOURNAL] | ['suspended'] | FULL | 'FULL' | 'FULL' || [] | []
        [JOURNAL] | ['suspended'] | FULL | 'FULL' | 'FAIL' || [] | [[JOURNAL, SUSPENDED]]
        [] | ['suspended'] | FULL | 'FULL' | 'INCREMENTAL' || [[INCREMENTAL, [INCREMENTAL], SUSPENDED]] | []
        [] | ['suspended'] | INCREMENTAL | 'FULL' | 'INCREMENTAL' || [] | []
        [] | ['suspended', 'noBase'] | FULL | 'FULL' | 'INCREMENTAL' || [] | []
        [FULL, JOURNAL] | [] | FULL | 'FULL' | 'FAIL' || [[FULL, [FULL, JOURNAL], DUE]] | []
        [] | ['neverCopied', 'noBase'] | INCREMENTAL | 'FULL' | 'FAIL' || [[FULL, [FULL], FIRST]] | []
    }

    def 'the group that the policy names stands in, unless it is down or serves less: #what'() {
        given:
        BackupPolicy policy = World.policy(groups: [east: [0], west: [3]], onArchiveDown: reaction)
        def serves = [east: groups(eastServes), west: groups(['SG1', 'SG2'])]

        expect:
        new Decider(policy).standIn(policy.backupGroup('east').get(), { it.name() in down }, { serves[it.name()] })
                .map { it.name() }.orElse(null) == standIn

        where:
        what             | reaction                          | down             | eastServes     || standIn
        'it is up'       | new OnArchiveDown.Instead('west') | ['east']         | ['SG1']        || 'west'
        'both are down'  | new OnArchiveDown.Instead('west') | ['east', 'west'] | ['SG1']        || null
        'it serves less' | new OnArchiveDown.Instead('west') | ['east']         | ['SG1', 'SG3'] || null
        'it is itself'   | new OnArchiveDown.Instead('east') | []               | ['SG1']        || null
        'none is named'  | new OnArchiveDown.Skip()          | ['east']         | ['SG1']        || null
    }

    def 'past copies tell the middle of the last five good ones of the group'() {
        given:
        BackupPolicy policy = World.policy()
        List<PastRun> six = [9999, 30, 40, 90, 20, 10].indexed().collect { day, size ->
            World.run(began: "2021-12-1${day}T01:00:00Z".toString(), bytes: size * 1_000_000L, seconds: size as Long)
        }
        List<PastRun> runs = six + [
                World.run(began: '2021-12-17T03:00:00Z', bytes: 1, seconds: 1, outcome: PastRun.Outcome.FAILED),
                World.run(began: '2021-12-17T03:00:00Z', bytes: 1, seconds: 1, group: 'west'),
                World.run(began: '2021-12-17T03:00:00Z', bytes: 7, seconds: 7, type: JOURNAL)]

        when:
        PastCopies east = PastCopies.of(policy, policy.backupGroup('east').get(), runs)

        then:
        east.bytes(FULL).get().bytes() == 30_000_000
        east.time(FULL).get() == Duration.ofSeconds(30)

        and:
        east.bytes(JOURNAL).get().bytes() == 7
        east.time(JOURNAL).get() == Duration.ofSeconds(7)
        east.bytes(INCREMENTAL).empty
        east.time(INCREMENTAL).empty
    }

    private static Decider decider(Map<String, Object> reactions = [:]) {
        new Decider(World.policy([lines: World.lines(LINES)] + reactions))
    }

    private static Situation situation(List<HotCopyType> due, List<String> trouble = [], List<HotCopyType> runs = []) {
        new Situation(due as Set, 'neverCopied' in trouble, 'noBase' in trouble, 'noJournalBase' in trouble,
                'suspended' in trouble, runs as Set)
    }

    /** What is wanted, and what is taken of that, as plans and simulations ask; what heals says why. */
    private static Decider.Answer scheduled(Decider decider, Situation situation) {
        Decider.Answer answer = decider.chosen(situation.with(decider.wanted(situation)))
        Optional<Decider.Healing> healing = decider.healing(situation.with(decider.open(situation)))
        new Decider.Answer(answer.takes().collect { taken ->
            healing.filter { taken.cause() == DUE && it.line() == taken.type() }
                    .map { new Decider.Taken(taken.type(), taken.serves(), it.cause()) }
                    .orElse(taken)
        }, answer.refused())
    }

    private static List<List> taken(Decider.Answer answer) {
        answer.takes().collect { [it.type(), it.serves() as List, it.cause()] }
    }

    private static Set<StorageGroupName> groups(List<String> names) {
        names.collect { new StorageGroupName(it) } as TreeSet
    }
}
