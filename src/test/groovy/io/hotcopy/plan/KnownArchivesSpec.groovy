package io.hotcopy.plan

import io.hotcopy.problem.Problem
import spock.lang.Specification

class KnownArchivesSpec extends Specification {

    def 'accepts a backup group of archives that exist'() {
        expect:
        new World().findings(new KnownArchives()) == []
    }

    def 'refuses an archive that the database does not declare'() {
        when:
        Problem problem =
                new World(policies: [World.policy(groups: [east: [0, 9]])]).findings(new KnownArchives()).first()

        then:
        problem.error
        problem.message() == 'archive 9 of backup group "east" is not declared in database "acme/test"'
        problem.hints() == ['Declared: archives 0, 1, 2, 3, 4 and 5.']
        problem.span().get().file() == 'policy.groovy'
    }

    def 'refuses an archive that was added while the database ran, and says how it comes in'() {
        when:
        World world = new World(policies: [World.policy(groups: [east: [0, 1, 9]])], undeclared: [9: ['e3', 'SG1']])
        Problem problem = world.findings(new KnownArchives()).first()

        then:
        problem.message() == 'archive 9 of backup group "east" is not declared in database "acme/test"'
        problem.hints() == ['It was added while the database ran: declare it as well.']
    }

    def 'refuses an archive that was declared after the domain had been started'() {
        when:
        Problem problem = new World(absent: [1]).findings(new KnownArchives()).first()

        then:
        problem.message() ==
                'archive 1 of backup group "east" is declared, but is not part of the running database "acme/test"'
    }
}
