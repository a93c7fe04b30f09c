package io.hotcopy.plan

import static io.hotcopy.driver.ArchiveFacts.State.DAMAGED
import static io.hotcopy.driver.ArchiveFacts.State.STOPPED
import static io.hotcopy.driver.ArchiveFacts.State.SYNCING
import static io.hotcopy.driver.ArchiveFacts.State.UNKNOWN

import io.hotcopy.problem.Problem
import spock.lang.Specification

class RunningStorageManagersSpec extends Specification {

    def 'accepts storage managers that are RUNNING, whatever the others are'() {
        expect:
        new World(states: [2: STOPPED]).findings(new RunningStorageManagers()) == []
    }

    def 'refuses a hot copy with a storage manager that is #state, in the words of the vendor'() {
        when:
        List<Problem> problems = new World(states: [1: state]).findings(new RunningStorageManagers())

        then:
        problems*.error == [true]
        problems*.message() == ['No RUNNING SMs found for database dbName=test']
        problems.first().hints() == ["Archive 1 on e2 $wayOut".toString()]

        where:
        state   | wayOut
        SYNCING | 'is SYNCING: wait until it is RUNNING.'
        STOPPED | 'is STOPPED: start it, or copy another backup group.'
        DAMAGED | 'has a damaged journal: it must SYNC first; copy another backup group.'
        UNKNOWN | 'does not say how it is: copy another backup group.'
    }

    def 'says nothing while the domain is not running'() {
        expect:
        new World(running: false, states: [1: STOPPED]).findings(new RunningStorageManagers()) == []
    }
}
