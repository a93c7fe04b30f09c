import static io.hotcopy.term.HotCopyType.FULL
import static io.hotcopy.term.HotCopyType.INCREMENTAL
import static io.hotcopy.term.HotCopyType.JOURNAL
import static io.hotcopy.testkit.Parts.archive
import static io.hotcopy.testkit.Parts.region
import static io.hotcopy.testkit.Parts.storageManager

import io.hotcopy.testkit.PolicyFixture
import spock.lang.Shared
import spock.lang.Specification

/** What we expect of our policy. No database is started, nothing is written, and the clock is virtual. */
class OrdersSpec extends Specification {

    def fixture = PolicyFixture.load('policies/orders.groovy')

    @Shared
    def proof = PolicyFixture.load('policies/orders.groovy').at('2026-03-01T00:00').prove(14)

    def 'no rule has anything to say against it'() {
        expect:
        fixture.problems.empty
    }

    def 'the night begins with a full hot copy of both regions'() {
        when:
        def plan = fixture.at('2026-03-28T01:00+01:00').plan()

        then:
        plan.steps*.type == [FULL, FULL]
        plan.steps*.archives == [[archive(0), archive(1)], [archive(2), archive(3)]]
        plan.conflicts.empty
    }

    def 'also in the night in which the clock is put forward'() {
        given:
        fixture.at('2026-03-29T01:00+01:00').backup()

        when:
        fixture.at '2026-03-29T03:00+02:00'

        then:
        fixture.plan().steps*.type == [INCREMENTAL, JOURNAL, INCREMENTAL, JOURNAL]
    }

    def 'while a storage manager of the east is down, only the west is copied'() {
        given:
        fixture.at('2026-03-28T01:00+01:00').backup()

        when:
        fixture.stop storageManager(0)
        def plan = fixture.at('2026-03-28T01:10+01:00').plan()

        then:
        !plan.touches(archive(0))
        plan.touches(archive(2))
        plan.leftOut*.backupGroup == ['east']

        when: 'it comes back, its journal has a hole: an incremental goes first'
        fixture.start storageManager(0)
        fixture.at('2026-03-28T01:20+01:00')

        then:
        fixture.plan().steps*.type == [INCREMENTAL, JOURNAL, JOURNAL]
    }

    def 'a full that runs does not keep journals from being copied'() {
        when:
        fixture.at('2026-03-28T01:00+01:00').begin FULL

        then:
        fixture.plan(JOURNAL).conflicts.empty
    }

    def 'what it promises holds under every single failure'() {
        expect:
        proof.holds
        proof.rpo('CUSTOMERS') <= 30.minutes
        proof.rto() <= 1.hour
        proof.overlaps.empty
    }

    def 'losing a region or a storage manager is survived'() {
        expect:
        proof.survives(region('east'))
        proof.survives(region('west'))
        proof.survives(storageManager(1))
    }
}
