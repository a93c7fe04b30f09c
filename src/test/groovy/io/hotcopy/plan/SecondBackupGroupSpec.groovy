package io.hotcopy.plan

import io.hotcopy.problem.Problem
import spock.lang.Specification

/** M27. */
class SecondBackupGroupSpec extends Specification {

    def 'accepts two backup groups, also when only one of them is asked for'() {
        expect:
        new World().findings(new SecondBackupGroup(), PlanRequest.full().ofGroup('east')) == []
    }

    def 'warns of one backup group when other archives hold every storage group too'() {
        when:
        Problem problem =
                new World(policies: [World.policy(groups: [east: [0, 1]])]).findings(new SecondBackupGroup()).first()

        then:
        !problem.error
        problem.message() ==
                'policy "nightly" has one backup group: while a storage manager of it is down, nothing is backed up'
        problem.hints() == ['Declare a second one: archives 2, 3, 4 and 5 can give every storage group too.']
    }

    def 'accepts one backup group when the other archives could not make a second'() {
        expect:
        new World(managers: [0: ['e1', 'SG1', 'SG2'], 1: ['e2', 'SG1', 'SG3'], 2: ['e3', 'SG2', 'SG3']],
                policies: [World.policy(groups: [east: [0, 1]])]).findings(new SecondBackupGroup()) == []
    }
}
