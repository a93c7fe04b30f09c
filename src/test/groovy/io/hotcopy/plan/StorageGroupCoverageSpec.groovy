package io.hotcopy.plan

import io.hotcopy.dsl.Declared
import io.hotcopy.model.Declarations
import io.hotcopy.problem.Problem
import spock.lang.Specification

class StorageGroupCoverageSpec extends Specification {

    def 'accepts archives that together hold every storage group'() {
        expect:
        new World().findings(new StorageGroupCoverage()) == []
    }

    def 'refuses archives that do not, in the words of the vendor'() {
        when:
        Problem problem =
                new World(policies: [World.policy(groups: [east: [0]])]).findings(new StorageGroupCoverage()).first()

        then:
        problem.error
        problem.message() == 'Not all storage groups are included in hot-copy for dbName=test, missingSgs=[SG3]'
        problem.hints() == ['SG3 is served by archive 1, 2, 4 or 5: add one of them to backup group "east".']
    }

    def 'names every missing group, one hint for each'() {
        when:
        Problem problem = new World(storageGroups: ['SG1', 'SG2', 'SG3', 'SG4'],
                policies: [World.policy(groups: [east: [1]])]).findings(new StorageGroupCoverage()).first()

        then:
        problem.message().endsWith('missingSgs=[SG2, SG4]')
        problem.hints().last() == 'No archive serves SG4: let a storage manager serve it.'
    }

    def 'accepts any archive of a database without storage groups'() {
        expect:
        new World(storageGroups: [], managers: [0: ['e1'], 3: ['w1']],
                policies: [World.policy(groups: [a: [0], b: [3]])]).findings(new StorageGroupCoverage()) == []
    }

    def 'warns of them when a partial copy is asked for'() {
        given:
        World world = new World(policies: [World.policy(groups: [east: [0]])])

        when:
        Problem problem =
                world.findings(new StorageGroupCoverage(), PlanRequest.full().partially()).first()

        then:
        !problem.error
        problem.message() == 'Not all storage groups are included in hot-copy for dbName=test, missingSgs=[SG3]'
        world.plan(PlanRequest.full().partially()).canRun()
        !world.plan(PlanRequest.full()).canRun()
    }

    def 'is judged when a policy is checked, at the place of the backup group'() {
        when:
        Declarations declared = Declared.policy("""\
            protects 'bank/ledger'
            backupGroup 'east', archives: $archives
            full
            directory '{archive}'
            """).declarations()

        then:
        Planner.check(declared).findAll { it.error }
                .collect { "${it.span().get()}: ${it.message()}".toString() } == errors

        where:
        archives || errors
        '[0]'    || ['policy.groovy:3:13: Not all storage groups are included in hot-copy for dbName=ledger, ' +
                     'missingSgs=[SG3]']
        '[0, 1]' || []
        '[2]'    || []
    }
}
