package io.hotcopy.plan

import static io.hotcopy.term.HotCopyType.FULL
import static io.hotcopy.term.HotCopyType.INCREMENTAL
import static io.hotcopy.term.HotCopyType.JOURNAL

import io.hotcopy.driver.ArchiveFacts.State
import io.hotcopy.driver.RunningCopy
import io.hotcopy.dsl.PolicyCompiler
import io.hotcopy.model.Database
import io.hotcopy.model.Declarations
import io.hotcopy.term.DatabaseName
import io.hotcopy.term.HotCopyType
import spock.lang.Specification

import java.nio.file.Files
import java.nio.file.Path

/** Redundancy in a domain without storage groups (the reference's figure 1), as examples/shop declares it. */
class WithoutStorageGroupsSpec extends Specification {
    static final DatabaseName ORDERS = new DatabaseName('shop', 'orders')

    Declarations shop = new PolicyCompiler(Files::readString)
            .compile([Path.of('examples/shop/policy.groovy')]).declarations()
    World world = new World(storageGroups: [], regions: [east: ['e1', 'e2'], west: ['w1', 'w2'], third: ['t1']],
            engines: ['e1', 'w1', 't1'], managers: [0: ['e1'], 1: ['e2'], 2: ['w1'], 3: ['w2']],
            journalless: [1, 3], taken: new Taken(serves: [0: [], 1: [], 2: [], 3: []]),
            policies: [policy([east: [0], west: [2]])])

    def 'the example has nothing to find fault with'() {
        expect:
        Planner.check(shop) == []

        and: 'it is what is planned below'
        Database database = shop.database(ORDERS).get()
        database.storageManagers()*.archive()*.value() == [0, 1, 2, 3]
        !database.hasStorageGroups()
        shop.policy('shop-nightly').get().backupGroups()*.archives().flatten()*.value() == [0, 2]
        world.plan().problems() == []
    }

    def 'M27: with hot copies of one storage manager only, nothing is backed up while it is down'() {
        when:
        world.policies = [policy([east: [0]])]

        then:
        world.findings(new SecondBackupGroup())*.message() ==
                ['policy "nightly" has one backup group: while a storage manager of it is down, nothing is backed up']
    }

    def 'M27: with two, the one that is up is backed up while the other is down'() {
        given:
        world.states = [0: State.STOPPED]

        expect:
        !world.plan().canRun()
        world.plan(PlanRequest.full().ofGroup('west')).canRun()
        world.plan(PlanRequest.full().ofGroup('east')).errors()*.hints() ==
                [['Archive 0 on e1 is STOPPED: start it, or copy another backup group.']]
    }

    def 'M28: after it is back and has SYNCed, its journals begin anew; those of the other were never interrupted'() {
        given:
        world.taken.full(1, 100, [0]).full(2, 110, [2]).journal(3, 120, [0]).journal(4, 130, [2])

        when: 'it is still SYNCing'
        world.states = [0: State.SYNCING]
        world.suspended = [0: 'SYNC at commit 150']

        then:
        world.plan(PlanRequest.of(JOURNAL).ofGroup('east')).errors()*.hints().flatten().first() ==
                'Archive 0 on e1 is SYNCING: wait until it is RUNNING.'

        when: 'it has SYNCed'
        world.states = [:]

        then:
        world.plan(JOURNAL).steps()*.id() ==
                ['nightly/east/incremental', 'nightly/east/journal', 'nightly/west/journal']
        world.plan(JOURNAL).canRun()
    }

    def 'M29: storage managers that are not hot copied are none of the policy\'s business'() {
        given:
        world.states = [1: State.STOPPED, 3: State.SYNCING]

        expect:
        world.plan().canRun()
        world.plan().steps()*.members().flatten()*.archive()*.value() == [0, 2]
    }

    def 'M30: several of them in one hot copy are warned of: each has the whole database anyway'() {
        when:
        world.policies = [policy([both: [0, 2]])]

        then:
        world.findings(new NeededCoordination())*.error == [false]
        world.plan().steps()*.coordinated == [true]
        world.plan().steps().first().because() == 'asked for; coordinated, since the archives are declared together'

        when:
        world.policies = [policy([east: [0], west: [2]])]

        then:
        world.findings(new NeededCoordination()) == []
        world.plan().steps()*.coordinated == [false, false]
    }

    def 'M31: one in each region, and a majority of processes when a region is lost'() {
        expect:
        world.findings(new SecondRegion()) == []
        world.findings(new ProcessMajority()) == []

        when:
        world.policies = [policy([one: [0], other: [1]])]
        world.engines = ['e1', 'w1']

        then:
        world.findings(new SecondRegion())*.message() ==
                ['policy "nightly" copies only in region "east": when that is lost, nothing is backed up']
        world.findings(new ProcessMajority()).size() == 2
    }

    def 'M32: each archive has hot copies and directories of its own, which may run together'() {
        expect:
        world.plan().steps()*.writes().flatten()*.toString() == [
                'backups/test-2021-12-18T013000-archive-0', 'backups/test-2021-12-18T013000-archive-2']

        when: 'one is being copied'
        world.copies = [0: [new RunningCopy(Taken.run(9), FULL, Optional.of(Taken.set(9, 0)), true)]]

        then: 'the other may begin, the same one not'
        world.plan(PlanRequest.full().ofGroup('west')).canRun()
        world.plan(PlanRequest.full().ofGroup('east')).errors()*.message() ==
                ['Only one full hot copy at a time allowed']
    }

    private static policy(Map<String, List<Integer>> groups) {
        World.policy(groups: groups, types: [FULL, INCREMENTAL, JOURNAL] as List<HotCopyType>,
                onNoBaseSet: 'FULL', onJournalSuspended: 'INCREMENTAL',
                directory: '{database}-{date}T{time}-archive-{archive}')
    }
}
