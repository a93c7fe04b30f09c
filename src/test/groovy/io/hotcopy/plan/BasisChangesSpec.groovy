package io.hotcopy.plan

import static io.hotcopy.term.HotCopyType.FULL
import static io.hotcopy.term.HotCopyType.INCREMENTAL
import static io.hotcopy.term.HotCopyType.JOURNAL

import io.hotcopy.driver.ArchiveFacts.State
import io.hotcopy.driver.RunningCopy
import io.hotcopy.term.ElementId
import spock.lang.Specification

/** What keeps a plan from being applied is named in words; what the plan was not decided on keeps it from nothing. */
class BasisChangesSpec extends Specification {
    static final RUNNING = new RunningCopy(new ElementId(new UUID(5L << 32, 5)), INCREMENTAL, Optional.empty(), true)

    private final World world = world()

    def 'nothing has changed, so nothing is named; nor is what the plan does not touch'() {
        given:
        BackupPlan plan = incremental()

        expect:
        changes(plan) == []

        when: 'the other group, and the size of archives'
        world.states = [3: State.STOPPED]
        world.taken.full(9, 900, [3, 4])
        world.archiveBytes = 1

        then:
        changes(plan) == []
    }

    def 'each change is named'() {
        given:
        BackupPlan plan = incremental()

        when:
        world.with(change)

        then:
        changes(plan) == [words]

        where:
        change                                                     | words
        ({ it.states = [1: State.SYNCING] })                       | 'archive 1 was RUNNING, and is SYNCING'
        ({ it.absent = [0] })                                      | 'archive 0 is not there any more'
        ({ it.suspended = [0: 'it was SYNCed'] })                  |
                'journal hot copies have been suspended on archive 0: it was SYNCed'
        ({ it.copies = [1: [RUNNING]] })                           |
                'the incremental hot copy 00000005 is running on archive 1'
        ({ it.policies = [] })                                     | 'policy "nightly" is not declared any more'
        ({ it.policies = [World.policy(types: [FULL, INCREMENTAL, JOURNAL], directory: '{date}/{archive}')] }) |
                'policy "nightly", or the domain of its database, is declared otherwise'
        ({ it.taken.journal(7, 700, [0]) })                        | 'archive 0 has another newest journal, 00000007'
        ({ it.taken.begun(8, [1]) })                               | 'archive 1 has a newer set, 00000081'
        ({ it.taken.without(1, 0) })                               |
                'archive 0 has lost its newest full, 00000001'
    }

    def 'all changes are named, in the order of the archives'() {
        given:
        BackupPlan plan = incremental()

        when:
        world.states = [0: State.STOPPED, 1: State.STOPPED]
        world.running = false

        then:
        changes(plan) == ['database "acme/test" was running, and is not', 'archive 0 was RUNNING, and is STOPPED',
                'archive 1 was RUNNING, and is STOPPED']
    }

    def 'what nobody knew while the domain did not run is no change when it is as a copy needs it'() {
        given:
        world.running = false
        BackupPlan plan = incremental()

        when:
        world.running = true

        then:
        changes(plan) == []

        when:
        world.states = [0: State.DAMAGED]

        then:
        changes(plan) == ['archive 0 was UNKNOWN, and is DAMAGED']
    }

    private BackupPlan incremental() {
        world.plan(PlanRequest.of(INCREMENTAL).ofGroup('east'))
    }

    private List<String> changes(BackupPlan plan) {
        Planner.changes(plan, world.declarations(), { world.facts() }, { world.taken.sets() })
    }

    private static World world() {
        World world = new World(policies: [World.policy(types: [FULL, INCREMENTAL, JOURNAL])])
        world.taken.full(1, 100, [0, 1])
        world
    }
}
