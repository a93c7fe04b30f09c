package io.hotcopy.plan

import io.hotcopy.problem.Problem
import spock.lang.Specification

/** M30, M39. */
class NeededCoordinationSpec extends Specification {

    def 'accepts a coordinated hot copy of a database with storage groups'() {
        expect:
        new World().findings(new NeededCoordination()) == []
    }

    def 'accepts single archives of a database without storage groups'() {
        expect:
        without([a: [0], b: [3]]).findings(new NeededCoordination()) == []
    }

    def 'warns of a coordinated hot copy of a database without storage groups'() {
        when:
        Problem problem = without([both: [0, 3]]).findings(new NeededCoordination()).first()

        then:
        !problem.error
        problem.message() ==
                'backup group "both" copies several archives together, but database "acme/test" has no storage groups'
    }

    private static World without(Map<String, List<Integer>> groups) {
        new World(storageGroups: [], managers: [0: ['e1'], 3: ['w1']], policies: [World.policy(groups: groups)])
    }
}
