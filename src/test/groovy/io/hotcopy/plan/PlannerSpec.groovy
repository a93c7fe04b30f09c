package io.hotcopy.plan

import static io.hotcopy.driver.ArchiveFacts.State.RUNNING

import io.hotcopy.driver.ArchiveFacts.State
import io.hotcopy.problem.HotCopyException
import io.hotcopy.term.ArchiveId
import io.hotcopy.term.ByteSize
import io.hotcopy.term.HotCopyType
import spock.lang.Specification

import java.nio.file.Path
import java.time.Duration

class PlannerSpec extends Specification {

    def 'plans one coordinated hot copy for each backup group, in the order of their declaration'() {
        when:
        BackupPlan plan = new World().plan()

        then:
        plan.canRun()
        plan.problems() == []
        plan.steps()*.id() == ['nightly/east/full', 'nightly/west/full']
        plan.steps()*.members()*.collect { it.archive().value() } == [[0, 1], [3, 4]]
        plan.steps().every { it.coordinated && it.type() == HotCopyType.FULL && it.because().startsWith('asked for') }
    }

    def 'gives every member the directory of the policy, resolved for the instant of the run'() {
        expect:
        new World().plan().steps().first().writes() == [
                Path.of('backups/east/test-2021-12-18T013000-archive-0'),
                Path.of('backups/east/test-2021-12-18T013000-archive-1')]
    }

    def 'plans only the backup group that is asked for'() {
        expect:
        new World().plan(PlanRequest.full('nightly').ofGroup('west')).steps()*.id() == ['nightly/west/full']
    }

    def 'plans every declared policy when none is named'() {
        given:
        World world = new World(policies: [
                World.policy(), World.policy(name: 'weekly', directory: '{policy}-{archive}')])

        expect:
        world.plan().steps()*.policy() == ['nightly', 'nightly', 'weekly', 'weekly']
        world.plan(PlanRequest.full('weekly')).steps()*.policy() == ['weekly', 'weekly']
    }

    def 'estimates bytes, and seconds by the larger archive and the slower of rate and disk: #rate'() {
        when:
        PlanStep step = new World(archiveBytes: 1_000_000_000).plan(request).steps().first()

        then:
        step.estimatedBytes() == new ByteSize(2_000_000_000)
        step.estimatedTime() == Optional.of(Duration.ofSeconds(seconds))

        where:
        rate           | request                                                   | seconds
        'unthrottled'  | PlanRequest.full()                                        | 5
        'slower'       | PlanRequest.full().atMost(ByteSize.ofMegabytes(30))       | 34
        'not reached'  | PlanRequest.full().atMost(ByteSize.ofMegabytes(10_000))   | 5
    }

    def 'estimates nothing when a size is unknown'() {
        given:
        PlanStep step = new World(archiveBytes: 0).plan().steps().first()

        expect:
        step.estimatedBytes().bytes() == 0
        step.estimatedTime().empty
    }

    def 'carries what it was decided on, of the copied archives only'() {
        when:
        Basis basis = new World().plan(PlanRequest.full().ofGroup('east')).decidedOn().first()

        then:
        basis.policy() == 'nightly'
        basis.database() == World.DATABASE
        basis.running()
        basis.lineage().present
        basis.archives()*.id() == [new ArchiveId(0), new ArchiveId(1)]
        basis.archives()*.state() == [RUNNING, RUNNING]
        basis.declarationHash() ==~ /[0-9a-f]{64}/
    }

    def 'has another hash when #change changed, the same when nothing did'() {
        expect:
        hash(new World()) == hash(new World())
        hash(new World()) != hash(changed)

        where:
        change          | changed
        'the directory' | new World(policies: [World.policy(directory: '{archive}')])
        'the domain'    | new World(engines: ['e1'])
    }

    def 'shows a plan with errors, which cannot be run, errors before warnings'() {
        when:
        BackupPlan plan = new World(policies: [World.policy(groups: [east: [0]], directory: 'same')]).plan()

        then:
        !plan.canRun()
        plan.steps().size() == 1
        plan.problems()*.error == plan.problems()*.error.sort { !it }
        plan.errors()*.message() ==
                ['Not all storage groups are included in hot-copy for dbName=test, missingSgs=[SG3]']
    }

    def 'reports the findings of all rules at once'() {
        given:
        World world = new World(engines: ['e1', 'w1'], states: [0: State.SYNCING],
                policies: [World.policy(groups: [east: [0, 9]], directory: '{group}')])

        expect:
        world.plan().problems()*.message()*.split(' ')*.take(2)*.join(' ') == [
                'archive 9', 'No RUNNING', 'Not all', 'policy "nightly"', 'policy "nightly"',
                'without region', 'without region']
    }

    def 'says what is declared when the request names something else: #what'() {
        when:
        new World().plan(request)

        then:
        HotCopyException refused = thrown()
        refused.message == message
        refused.hints() == [hint]

        where:
        what           | request                            || message
        'policy'       | PlanRequest.full('hourly')         || 'no policy "hourly" is declared'
        'backup group' | PlanRequest.full().ofGroup('nord') || 'no backup group "nord" in policy "nightly"'
        hint << ['Declared is "nightly".', 'Declared is "east" and "west".']
    }

    def 'refuses to plan when no policy is declared'() {
        when:
        new World(policies: []).plan()

        then:
        HotCopyException refused = thrown()
        refused.message == 'no policy is declared'
    }

    def 'checks declarations without any live state'() {
        expect:
        Planner.check(new World().declarations()) == []
        Planner.check(new World(policies: [World.policy(groups: [east: [0]])]).declarations())*.error.contains(true)
    }

    private static String hash(World world) {
        world.plan().decidedOn().first().declarationHash()
    }
}
