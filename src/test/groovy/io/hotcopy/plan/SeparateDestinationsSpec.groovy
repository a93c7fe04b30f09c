package io.hotcopy.plan

import io.hotcopy.model.BackupPolicy
import io.hotcopy.problem.Problem
import io.hotcopy.term.HotCopyType
import spock.lang.Specification

class SeparateDestinationsSpec extends Specification {

    def 'accepts a directory of its own for every archive'() {
        expect:
        new World().findings(new SeparateDestinations()) == []
    }

    def 'refuses two members of one hot copy in the same directory'() {
        when:
        Problem problem = findings(World.policy(directory: '{group}', groups: [east: [0, 1]])).first()

        then:
        problem.error
        problem.message() ==
                'archive 0 of "east" and archive 1 of "east" go to the same directory "backups/east"'
        problem.hints() == ['Write {archive} into the last part of the directory of policy "nightly".']
    }

    def 'refuses every collision between two steps'() {
        expect:
        findings(World.policy(directory: '{date}')).size() == 6
    }

    def 'refuses the directories of two policies that collide'() {
        when:
        Problem problem = findings(
                World.policy(groups: [east: [0, 1]]), World.policy(name: 'weekly', groups: [east: [0, 1]])).first()

        then:
        problem.hints() == ['Write {policy} into the last part of the directory of policy "weekly".']
    }

    def 'refuses a directory that lies within another'() {
        when:
        List<Problem> problems = findings(World.policy(name: 'outer', directory: 'set-{archive}', groups: [east: [0]]),
                World.policy(name: 'inner', directory: 'set-0/{archive}', groups: [east: [3]]))

        then:
        problems*.message() == [
                'archive 0 of "east" goes to "backups/set-0" and archive 3 of "east" to "backups/set-0/3": ' +
                'one lies within the other']
    }

    def 'accepts two incrementals into the same sets, one after the other: they make no directory'() {
        given:
        World world = new World(policies: ['nightly', 'hourly'].collect {
            World.policy(name: it, types: [HotCopyType.FULL, HotCopyType.INCREMENTAL], groups: [east: [0, 1]])
        })
        world.taken.full(1, 100, [0, 1])

        expect:
        world.plan(HotCopyType.INCREMENTAL).steps()*.writes().unique().size() == 1
        world.findings(new SeparateDestinations(), PlanRequest.of(HotCopyType.INCREMENTAL)) == []
    }

    private static List<Problem> findings(BackupPolicy... policies) {
        new World(policies: policies as List).findings(new SeparateDestinations())
    }
}
