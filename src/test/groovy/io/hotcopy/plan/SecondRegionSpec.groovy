package io.hotcopy.plan

import io.hotcopy.problem.Problem
import spock.lang.Specification

/** M31. */
class SecondRegionSpec extends Specification {

    def 'accepts a policy that copies in two regions'() {
        expect:
        new World().findings(new SecondRegion()) == []
    }

    def 'warns of a policy that copies in one region of two'() {
        when:
        Problem problem =
                new World(policies: [World.policy(groups: [east: [0, 1]])]).findings(new SecondRegion()).first()

        then:
        !problem.error
        problem.message() == 'policy "nightly" copies only in region "east": when that is lost, nothing is backed up'
        problem.hints() == ['Declare a backup group of archives in region "west".',
                'Or write shared: true into the backup group, if its directory is not lost with the region.']
    }

    def 'accepts one region when its copies are not lost with it'() {
        expect:
        new World(policies: [World.policy(groups: [east: [0, 1]], shared: ['east'])])
                .findings(new SecondRegion()) == []
    }

    def 'accepts one region when the database is in no other'() {
        expect:
        new World(managers: [0: ['e1', 'SG1', 'SG2'], 1: ['e2', 'SG1', 'SG3']],
                policies: [World.policy(groups: [east: [0, 1]])]).findings(new SecondRegion()) == []
    }
}
