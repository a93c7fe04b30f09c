package io.hotcopy.plan

import io.hotcopy.problem.Problem
import spock.lang.Specification

/** M31. */
class ProcessMajoritySpec extends Specification {

    def 'accepts two equal regions with a tie-breaker in a third'() {
        expect:
        new World().findings(new ProcessMajority()) == []
    }

    def 'warns of two equal regions without a tie-breaker: exactly half is no majority'() {
        when:
        List<Problem> problems = new World(engines: ['e1', 'w1']).findings(new ProcessMajority())

        then:
        problems*.error == [false, false]
        problems.first().message() == 'without region "east" only 4 of 8 processes of database "acme/test" ' +
                'are left, not more than half: it stops'
        problems.first().hints() ==
                ['Put a transaction engine on a host of a third region, as tie-breaker between two equal ones.']
    }

    def 'warns of the greater of two regions only'() {
        expect:
        new World(engines: ['e1']).findings(new ProcessMajority())*.message()*.find(/region "\w+"/) == ['region "east"']
    }

    def 'says nothing of a database in one region'() {
        expect:
        new World(regions: [east: ['e1', 'e2']], engines: ['e1'],
                managers: [0: ['e1', 'SG1', 'SG2'], 1: ['e2', 'SG1', 'SG3']],
                policies: [World.policy(groups: [east: [0, 1]])]).findings(new ProcessMajority()) == []
    }

    def 'judges every declared database, with or without a policy'() {
        expect:
        Planner.check(new World(engines: ['e1', 'w1'], policies: []).declarations()).size() == 2
    }
}
