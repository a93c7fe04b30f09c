package io.hotcopy.plan

import io.hotcopy.term.ByteSize
import java.time.ZoneId
import java.time.ZoneOffset
import spock.lang.Specification

class PlanPrinterSpec extends Specification {

    def 'prints every step with reason, needs, size and where each archive goes'() {
        expect:
        PlanPrinter.print(new World().plan(PlanRequest.full().atMost(ByteSize.ofMegabytes(20))), ZoneOffset.UTC) == '''\
            plan for 2021-12-18T01:30:00Z: 2 steps, at most 20.0 MB/s for each storage manager

            1  coordinated full hot copy of acme/test, backup group east (archives 0 and 1)
               why    asked for; coordinated, so that the copies of SG1, SG2 and SG3 agree on one commit
               needs  archives 0 and 1 RUNNING; its directories absent or empty, backups present; 428 MB free
               size   428 MB, about 11 s
               archive 0   e1       SG1 SG2   214 MB  into backups/east/test-2021-12-18T013000-archive-0
               archive 1   e2       SG1 SG3   214 MB  into backups/east/test-2021-12-18T013000-archive-1

            2  coordinated full hot copy of acme/test, backup group west (archives 3 and 4)
               why    asked for; coordinated, so that the copies of SG1, SG2 and SG3 agree on one commit
               needs  archives 3 and 4 RUNNING; its directories absent or empty, backups present; 428 MB free
               size   428 MB, about 11 s
               archive 3   w1       SG1 SG2   214 MB  into backups/west/test-2021-12-18T013000-archive-3
               archive 4   w2       SG1 SG3   214 MB  into backups/west/test-2021-12-18T013000-archive-4
            '''.stripIndent()
    }

    def 'prints a single archive without storage groups, of unknown size, that cannot be copied'() {
        given:
        World world = new World(storageGroups: [], managers: [0: ['e1']], archiveBytes: 0,
                policies: [World.policy(groups: [a: [0]], directory: '{archive}', types: [])])

        expect:
        PlanPrinter.print(world.plan(), ZoneOffset.UTC) == '''\
            plan for 2021-12-18T01:30:00Z: 1 step, cannot be run

            1  full hot copy of acme/test, backup group a (archive 0)
               why    asked for
               needs  archive 0 RUNNING; its directory absent or empty, backups present; enough free space
               size   unknown
               archive 0   e1          unknown  into backups/0
            '''.stripIndent()
    }

    def 'the time that it is for is shown by the clocks of a zone'() {
        expect:
        PlanPrinter.print(new World().plan(), ZoneId.of('Europe/Berlin'))
                .startsWith('plan for 2021-12-18T02:30:00+01:00: 2 steps\n')
    }
}
