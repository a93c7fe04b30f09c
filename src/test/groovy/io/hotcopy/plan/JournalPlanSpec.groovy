package io.hotcopy.plan

import static io.hotcopy.term.HotCopyType.FULL
import static io.hotcopy.term.HotCopyType.INCREMENTAL
import static io.hotcopy.term.HotCopyType.JOURNAL

import io.hotcopy.driver.RunningCopy
import io.hotcopy.problem.Problem
import io.hotcopy.term.ByteSize
import spock.lang.Specification

/** M15: a journal hot copy goes into the newest set of each archive. */
class JournalPlanSpec extends Specification {

    World world = new World(policies: [policy()])

    def 'goes into the newest set of each archive'() {
        given:
        world.taken.full(1, 100, [0, 1]).full(2, 200, [0, 1])

        when:
        HotCopyStep step = world.plan(JOURNAL).steps().first()

        then:
        step.id() == 'nightly/east/journal'
        step.members()*.set()*.get() == [Taken.set(2, 0), Taken.set(2, 1)]
        step.writes() == [Taken.place(2, 0), Taken.place(2, 1)]
        step.because() == 'asked for, into the newest set of each archive; coordinated, so that the copies of ' +
                'SG1, SG2 and SG3 agree on one commit'
        world.plan(JOURNAL).canRun()
    }

    def 'goes into the set that a full has just initialised (M23, M26), from then on only there'() {
        given:
        world.taken.full(1, 100, [0, 1])

        when: 'the full has begun, but not initialised its sets'
        world.copies = [0: [full(2, 0, false)], 1: [full(2, 1, false)]]

        then:
        sets() == [Taken.set(1, 0), Taken.set(1, 1)]
        world.plan(JOURNAL).canRun()

        when: 'it has'
        world.taken.begun(2, [0, 1])
        world.copies = [0: [full(2, 0, true)], 1: [full(2, 1, true)]]

        then:
        sets() == [Taken.set(2, 0), Taken.set(2, 1)]
        world.plan(JOURNAL).canRun()
    }

    def 'goes into the first set of all while its full still runs (M23)'() {
        given:
        world.taken.begun(1, [0, 1])
        world.copies = [0: [full(1, 0, true)], 1: [full(1, 1, true)]]

        expect:
        sets() == [Taken.set(1, 0), Taken.set(1, 1)]
    }

    def 'goes on in the set of a full that failed or was cancelled: the chain of journals has no end there'() {
        given:
        world.taken.full(1, 100, [0, 1]).begun(2, [0, 1])

        expect:
        sets() == [Taken.set(2, 0), Taken.set(2, 1)]
    }

    def 'goes where each archive has its newest set, also when those are of different collections'() {
        given:
        world.taken.full(1, 100, [0, 1]).full(2, 200, [0])

        expect:
        sets() == [Taken.set(2, 0), Taken.set(1, 1)]
    }

    def 'may run beside an incremental of the same set (M24), not beside another journal hot copy (M21)'() {
        given:
        world.taken.full(1, 100, [0, 1])

        when:
        world.copies = [1: [new RunningCopy(Taken.run(9), type, Optional.of(Taken.set(1, 1)), true)]]

        then:
        world.plan(JOURNAL).errors()*.message() == refusals

        where:
        type        || refusals
        INCREMENTAL || []
        JOURNAL     || ['Only one journal hot copy at a time allowed']
    }

    def 'expects as many bytes as the last one took'() {
        given:
        world.taken.full(1, 100, [0, 1]).journal(2, 110, [0, 1], 30).journal(3, 120, [0, 1], 50)

        expect:
        world.plan(JOURNAL).steps().first().estimatedBytes() == new ByteSize(100)
    }

    def 'is taken only from storage managers that allow it; the rule shows the line that does not'() {
        given:
        world.taken.full(1, 100, [0, 1])
        world.journalless = [1]

        when:
        List<Problem> problems = world.findings(new AllowedJournals(), PlanRequest.of(JOURNAL))

        then:
        problems*.error == [true]
        problems*.message() == ['journal hot copy is not enabled for archive 1, of which policy "nightly" takes ' +
                'journal hot copies']
        problems*.hints() == [['Write journalHotCopy: true into this line.']]
        !world.plan(JOURNAL).canRun()
    }

    def 'that it is not allowed does not stop a #type, which warns of it'() {
        given:
        world.policies = [World.policy(groups: [east: [0, 1]], types: [FULL, INCREMENTAL, JOURNAL])]
        world.taken.full(1, 100, [0, 1])
        world.journalless = [1]

        when:
        def plan = world.plan(type)

        then:
        plan.canRun()
        !plan.problems()[0].error
        plan.problems()[0].message().startsWith('journal hot copy is not enabled for archive 1')

        where:
        type << [FULL, INCREMENTAL]
    }

    def 'that is found when the policy is checked, before anything runs'() {
        given:
        world.journalless = [0, 1]

        expect:
        Planner.check(world.declarations()).count {
            it.error && it.message().startsWith('journal hot copy is not enabled')
        } == 2

        when: 'the policy takes none'
        world.policies = [World.policy(groups: [east: [0, 1]])]

        then:
        Planner.check(world.declarations())*.message().findAll { it.startsWith('journal hot copy') } == []
    }

    def 'suspended after a SYNC, it fails unless the policy says otherwise, in the words of the vendor'() {
        given:
        world.taken.full(1, 100, [0, 1])
        world.suspended = [1: 'SYNC at commit 150']

        when:
        BackupPlan plan = world.plan(JOURNAL)

        then:
        plan.steps() == []
        plan.errors()*.message() == ['Full or incremental hot copy must be completed before journal hot copy']
        plan.errors()*.hints() == [[
                'Journal hot copies are suspended on archive 1 (SYNC at commit 150).',
                'Write onJournalSuspended incremental into the policy: one is then taken first.']]
    }

    def 'onJournalSuspended incremental takes an incremental first, then the journal hot copy'() {
        given:
        world.policies = [policy(onJournalSuspended: 'INCREMENTAL')]
        world.taken.full(1, 100, [0, 1])
        world.suspended = [0: 'SYNC at commit 150', 1: 'SYNC at commit 150']

        when:
        BackupPlan plan = world.plan(JOURNAL)

        then:
        plan.canRun()
        plan.steps()*.type() == [INCREMENTAL, JOURNAL]
        plan.steps()*.members()*.collect { it.set().get() } == [[Taken.set(1, 0), Taken.set(1, 1)]] * 2
        plan.steps().first().because().startsWith(
                'journal hot copies are suspended on archive 0 (SYNC at commit 150), archive 1 (SYNC at commit 150); ' +
                'onJournalSuspended incremental ends that, into the newest complete collection 00000001')
    }

    def 'onJournalSuspended full takes a full instead: journals go on after it, in its set'() {
        given:
        world.policies = [policy(onJournalSuspended: 'FULL')]
        world.taken.full(1, 100, [0, 1])
        world.suspended = [0: 'SYNC at commit 150']

        when:
        BackupPlan plan = world.plan(JOURNAL)

        then:
        plan.canRun()
        plan.steps()*.type() == [FULL]
        plan.steps().first().because().startsWith('journal hot copies are suspended on archive 0 (SYNC at commit 150)' +
                '; onJournalSuspended full ends that')
    }

    def 'the incremental that would end a suspension needs a set to append to, as any other: #noBaseSet'() {
        given:
        world.policies = [policy(onJournalSuspended: 'INCREMENTAL', onNoBaseSet: noBaseSet)]
        world.taken.full(1, 100, [0, 1]).full(2, 200, [0])
        world.suspended = [0: 'SYNC at commit 150']

        expect:
        world.plan(JOURNAL).steps()*.type() == types
        world.plan(JOURNAL).errors()*.message() == errors

        where:
        noBaseSet || types  | errors
        'FULL'    || [FULL] | []
        'FAIL'    || []     | ['no base set: archive 0 has been copied in full since collection 00000001, into set ' +
                               '00000020, and only that one can go on']
    }

    def 'a suspension of an archive that is not copied does not matter'() {
        given:
        world.taken.full(1, 100, [0, 1])
        world.suspended = [2: 'SYNC at commit 150']

        expect:
        world.plan(JOURNAL).steps()*.type() == [JOURNAL]
    }

    private List sets() {
        world.plan(JOURNAL).steps().first().members()*.set()*.get()
    }

    private static RunningCopy full(int run, int archive, boolean initialised) {
        new RunningCopy(Taken.run(run), FULL, Optional.of(Taken.set(run, archive)), initialised)
    }

    private static policy(Map said = [:]) {
        World.policy([types: [FULL, INCREMENTAL, JOURNAL], groups: [east: [0, 1]]] + said)
    }
}
