package io.hotcopy.plan

import static io.hotcopy.term.HotCopyType.FULL
import static io.hotcopy.term.HotCopyType.INCREMENTAL
import static io.hotcopy.term.HotCopyType.JOURNAL

import io.hotcopy.problem.Problem
import spock.lang.Specification

import java.nio.file.Path

/** What becomes of an incremental or journal hot copy that finds nothing to append to. */
class NoBaseSetSpec extends Specification {

    def 'it fails unless the policy says otherwise, with the reason, at the backup group: #type'() {
        when:
        BackupPlan plan = world('FAIL').plan(type)

        then:
        plan.steps() == []
        !plan.canRun()
        plan.errors()*.message() == ["no base set: $reason".toString()]
        plan.errors()*.hints() == [[
                'Take a full hot copy of backup group "east" first: backup nightly --run full --group east.',
                'Or write onNoBaseSet full into the policy: a run that finds no set to append its ' +
                "${type.word()} hot copy to takes a full instead."]]
        plan.errors().first().span().present

        where:
        type        || reason
        INCREMENTAL || 'archives 0 and 1 have together no complete full hot copy'
        JOURNAL     || 'archive 0 has no backup set'
    }

    def 'onNoBaseSet full takes a full instead, into new directories, and says why: #type'() {
        when:
        BackupPlan plan = world('FULL').plan(type)

        then:
        plan.canRun()
        plan.steps()*.type() == [FULL]
        plan.steps().first().because() == "no base set: $reason; onNoBaseSet full makes a new one; coordinated, so " +
                'that the copies of SG1, SG2 and SG3 agree on one commit'
        plan.steps().first().writes() == [
                Path.of('backups/east/test-2021-12-18T013000-archive-0'),
                Path.of('backups/east/test-2021-12-18T013000-archive-1')]
        plan.steps().first().members()*.set() == [Optional.empty()] * 2

        where:
        type        || reason
        INCREMENTAL || 'archives 0 and 1 have together no complete full hot copy'
        JOURNAL     || 'archive 0 has no backup set'
    }

    def 'a journal hot copy also has nothing to append to when #what'() {
        given:
        World world = world('FAIL')
        taken.call(world.taken)

        expect:
        world.plan(JOURNAL).errors()*.message() == ["no base set: $reason".toString()]

        where:
        what | taken | reason
        'one archive of several has no set' |
                { it.full(1, 100, [0]) } |
                'archive 1 has no backup set'
        'the newest set of an archive has been deleted or moved' |
                { it.full(1, 100, [0, 1]).without(1, 1) } |
                "set ${Taken.set(1, 1)}, the newest of archive 1, is not where backup sets are looked for"
        'the first full of all has failed, so that there is nothing to replay journals on' |
                { it.begun(1, [0, 1]) } |
                'no full hot copy of archive 0 has been completed, so there is no chain of journals to go on with'
    }

    def 'a chain that the database says is broken counts as no base set; journals go on: #onNoBaseSet'() {
        given:
        World world = world(onNoBaseSet)
        world.taken.full(1, 100, [0, 1])
        world.baseLost = [1: 'it was SYNCed from files at commit 150']

        expect:
        world.plan(INCREMENTAL).errors()*.message() == errors
        world.plan(INCREMENTAL).steps()*.type() == types
        world.plan(JOURNAL).steps()*.type() == [JOURNAL]

        where:
        onNoBaseSet || types  | errors
        'FULL'      || [FULL] | []
        'FAIL'      || []     | ['no base set: the chain of archive 1 is broken: ' +
                               'it was SYNCed from files at commit 150']
    }

    def 'each backup group is judged by itself: one goes on, another begins anew'() {
        given:
        World world = new World(policies: [World.policy(types: [FULL, INCREMENTAL], onNoBaseSet: 'FULL')])
        world.taken.full(1, 100, [3, 4])

        expect:
        world.plan(INCREMENTAL).steps()*.id() == ['nightly/east/full', 'nightly/west/incremental']
    }

    def 'a full that takes the place of another is judged as any full'() {
        when:
        World world = new World(policies: [
                World.policy(types: [FULL, INCREMENTAL], onNoBaseSet: 'FULL', directory: 'same',
                        groups: [east: [0, 1]])])
        List<Problem> errors = world.plan(INCREMENTAL).errors()

        then:
        errors*.message() == ['archive 0 of "east" and archive 1 of "east" go to the same directory "backups/same"']
    }

    private static World world(String onNoBaseSet) {
        new World(policies: [World.policy(
                types: [FULL, INCREMENTAL, JOURNAL], groups: [east: [0, 1]], onNoBaseSet: onNoBaseSet)])
    }
}
