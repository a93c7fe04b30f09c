package io.hotcopy.plan

import static io.hotcopy.term.HotCopyType.FULL
import static io.hotcopy.term.HotCopyType.INCREMENTAL
import static io.hotcopy.term.HotCopyType.JOURNAL

import io.hotcopy.driver.ArchiveFacts.State
import io.hotcopy.driver.RunningCopy
import io.hotcopy.model.BackupPolicy
import io.hotcopy.term.ElementId
import java.time.Duration
import java.time.Instant
import java.time.ZoneOffset
import spock.lang.Specification

/** An error of one backup group keeps no other from being copied, when the schedule wants it. */
class BarredGroupsSpec extends Specification {
    static final Duration HOUR = Duration.ofHours(1)
    static final Map FULLS = [(FULL): HOUR]
    static final Map APPENDED = [(FULL): null, (INCREMENTAL): HOUR]
    static final Map JOURNALS = [(FULL): null, (JOURNAL): HOUR]

    def 'it bars the group that it concerns: #what'() {
        given:
        World world = new World(said + [policies: [scheduled(lines)]])
        bases.each { world.taken.full(it + 1, 100 + it, it == 0 ? [0, 1] : [3, 4]) }

        when:
        BackupPlan plan = world.plan(PlanRequest.due())

        then:
        plan.barred()*.backupGroup() == ['west']
        plan.barred()[0].because() =~ because
        plan.forbidding(plan.problems()) == []
        plan.errors() == plan.barred()[0].errors()

        and: 'what of it is run knows nothing of the other'
        plan.runnable().canRun()
        plan.runnable().steps()*.backupGroup().unique() == ['east']
        plan.runnable().barred() == []
        plan.runnable().refused() == []

        where:
        what                 | said                             | lines     | bases  || because
        'a manager is down'  | [states: [3: State.STOPPED]]     | FULLS     | []     || /^No RUNNING SMs found/
        'it is not there'    | [absent: [3] as Set]             | FULLS     | []     || /^archive 3 of backup/
        'nor is the other'   | [absent: [3, 4] as Set]          | FULLS     | []     || /^archive 3 of backup/
        'another copy runs'  | [copies: [3: [copy()]]]          | FULLS     | []     || /hot copy/
        'no base'            | [baseLost: [3: 'its lease']]     | APPENDED  | [0, 1] || /its lease/
        'it is suspended'    | [suspended: [3: 'it was SYNCed']] | JOURNALS | [0, 1] || /^Full or incremental/
        'no journal allowed' | [journalless: [3] as Set]        | JOURNALS  | [0, 1] || /^journal hot copy is/
    }

    def 'so it does for an instant of the schedule, and not for what a person asks for: #what'() {
        given:
        World world = new World(states: [3: State.STOPPED], policies: [scheduled([(FULL): HOUR])])

        when:
        BackupPlan plan = world.plan(request)

        then:
        plan.barred()*.backupGroup() == barred
        plan.forbidding(plan.problems()).size() == 1 - barred.size()
        plan.steps()*.backupGroup() == ['east', 'west']

        where:
        what                      | request                                         || barred
        'an instant'              | PlanRequest.due().forOccurrence(at('01:00'))    || ['west']
        'a type for an instant'   | PlanRequest.full().forOccurrence(at('01:10'))   || ['west']
        'a type'                  | PlanRequest.full()                              || []
    }

    def 'what concerns no single group forbids all of it'() {
        given: 'both make the same directory'
        World world = new World(states: [3: State.STOPPED], policies: [World.policy(directory: '{date}T{time}',
                lines: World.lines((FULL): World.every(HOUR)), groups: [east: [0], west: [3]])])

        when:
        BackupPlan plan = world.plan(PlanRequest.due())

        then:
        plan.forbidding(plan.problems())*.message().any { it.contains('go to the same directory') }
        PlanPrinter.print(plan, ZoneOffset.UTC).startsWith('plan for 2021-12-18T01:30:00Z: 2 steps, cannot be run\n')
    }

    def 'the plan says which groups are copied and which are not'() {
        given:
        World world = new World(states: states, policies: [scheduled([(FULL): HOUR])])

        when:
        String text = PlanPrinter.print(world.plan(PlanRequest.due()), ZoneOffset.UTC)

        then:
        text.readLines().first() == "plan for 2021-12-18T01:30:00Z: 2 steps$verdict"
        text.readLines().findAll { it.contains('cannot be copied') } == barred.collect {
            "backup group \"$it\" of policy \"nightly\" cannot be copied: No RUNNING SMs found for database dbName=test"
        }

        where:
        states                               || verdict                        | barred
        [:]                                  || ''                             | []
        [3: State.STOPPED]                   || ', 1 of them cannot be run'    | ['west']
        [0: State.STOPPED, 3: State.STOPPED] || ', cannot be run'              | ['east', 'west']
    }

    private static BackupPolicy scheduled(Map lines) {
        World.policy(lines: World.lines(lines.collectEntries { type, every ->
            [type, every == null ? null : World.every(every)]
        }))
    }

    private static RunningCopy copy() {
        new RunningCopy(new ElementId(new UUID(1, 1)), FULL, Optional.empty(), true)
    }

    private static Instant at(String time) {
        Instant.parse("2021-12-18T$time:00Z")
    }
}
