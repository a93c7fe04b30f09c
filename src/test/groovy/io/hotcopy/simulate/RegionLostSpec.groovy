package io.hotcopy.simulate

import static io.hotcopy.simulate.Simulated.lost
import static io.hotcopy.simulate.Simulated.policy
import static io.hotcopy.simulate.Simulated.rpo

import spock.lang.Specification

import java.time.Duration
import java.time.Instant

/** A region is lost for good, with the sets that lie on its hosts. */
class RegionLostSpec extends Specification {
    static final String LINES = "full at: 'Sun 01:07'\njournal every: 15.minutes\n"
    static final String BOTH = "backupGroup 'east', archives: [0]\nbackupGroup 'west', archives: [1]\n$LINES"
    static final Duration WORKDAYS = Duration.ofDays(5)

    def 'M31 - the copies of the other region are left, and go on'() {
        when:
        def proof = policy(BOTH, horizon: WORKDAYS).under(lost('east'))

        then: 'just before the west is published, which waits for the east to be copied first'
        proof.stops().empty && proof.survived
        rpo(proof) == Duration.parse('PT15M15S')
        proof.ends().empty
    }

    def 'M31 - two equal regions without a tie-breaker: neither has a majority, and the database stops'() {
        when:
        def proof = policy(BOTH, horizon: WORKDAYS, engines: "'e1', 'w1'",
                regions: "region 'east', hosts: ['e1']\nregion 'west', hosts: ['w1']").under(lost('east'))

        then:
        proof.stops().get() == 'only 2 of 4 processes are left, not more than half'
        !proof.survived && proof.holds()
    }

    def 'M31 - with a tie-breaker it goes on, whichever is lost: #region'() {
        expect:
        policy(BOTH, horizon: WORKDAYS).under(lost(region)).survived

        where:
        region << ['east', 'west', 'third']
    }

    def 'copies that lie in the lost region only are gone: nothing can be restored'() {
        when:
        def proof = policy("objectives rpo: 1.day\n backupGroup 'east', archives: [0]\n$LINES", horizon: WORKDAYS)
                .under(lost('east'))

        then:
        rpo(proof) == null && !proof.rpoHolds()
        proof.whole().rpo().because() == 'nothing can be restored'
        proof.story().last().kind() == StoryEvent.Kind.WORST
    }

    def 'M7 - copies of a group that is shared lie elsewhere: only what is committed from then on is lost'() {
        when: 'the region is lost 3 days before the end, and nobody is left who is copied'
        def proof = policy("backupGroup 'east', archives: [0], shared: true\n$LINES", horizon: WORKDAYS)
                .under(lost('east'), '2026-06-03T00:00:00Z')

        then: 'the last one was of 23:45'
        rpo(proof) == Duration.ofDays(3) + Duration.ofMinutes(15)
        proof.whole().rpo().at() == Instant.parse('2026-06-06T00:00:00Z')
        proof.begins().get() == Instant.parse('2026-06-03T00:00:00Z')
    }

    def 'M38 - of a coordinated hot copy over both regions half is lost, so it is no base'() {
        expect:
        rpo(policy("backupGroup 'all', archives: [0, 1]\n$LINES", horizon: WORKDAYS).under(lost('west'))) == null
    }

    def 'a region that comes back begins anew: what is copied from then on is not lost with it'() {
        when: 'the west is not copied'
        def proof = policy("backupGroup 'east', archives: [0]\n$LINES onNoBaseSet full", horizon: WORKDAYS)
                .under(lost('east'), '2026-06-03T00:00:00Z', '2026-06-03T06:00:00Z')

        then: 'nothing can be restored until the first full after it; that is the worst'
        rpo(proof) == null
        proof.whole().rpo().at() == Instant.parse('2026-06-03T00:00:00Z')

        and: 'with sets on storage that is not lost the gap is the outage'
        rpo(policy("backupGroup 'east', archives: [0], shared: true\n$LINES onNoBaseSet full\nonJournalSuspended full",
                horizon: WORKDAYS).under(lost('east'), '2026-06-03T00:00:00Z', '2026-06-03T06:00:00Z')) ==
                Duration.parse('PT6H40M')
    }

    def 'what is published after its return lies there again'() {
        given:
        def declared = policy("backupGroup 'east', archives: [0]\n$LINES").declared()
        def domain = declared.domains().get(0)
        def layout = Layout.of(domain, domain.databases().get(0), declared.policies())
        def lost = new LostSets(domain.region('east').orElseThrow(), 100)

        expect:
        lost.have(layout, layout.groups().get(0), 0, 99)
        !lost.have(layout, layout.groups().get(0), 0, 100)
    }
}
