package io.hotcopy.simulate

import static io.hotcopy.simulate.Simulated.down
import static io.hotcopy.simulate.Simulated.policy
import static io.hotcopy.simulate.Simulated.rpo
import static io.hotcopy.simulate.Simulated.told

import spock.lang.Specification

import java.time.Duration
import java.time.Instant

/** A storage manager is down for a while, catches up, and journals again only after an incremental or a full. */
class StorageManagerDownSpec extends Specification {
    static final String ONE = "backupGroup 'east', archives: [0]\n"
    static final String BOTH = "backupGroup 'east', archives: [0]\nbackupGroup 'west', archives: [1]\n"
    static final String LINES = "full at: 'Sun 01:07'\njournal every: 15.minutes\noutage 3.hours\n"
    static final String HEALED = 'incremental every: 4.hours\nonJournalSuspended incremental\n'
    static final Duration WORKDAYS = Duration.ofDays(5)

    def 'M27 - if the only one that is copied is down, nothing is backed up until it is back and has caught up'() {
        when: 'the database goes on, since archive 1 serves'
        def proof = policy("objectives rpo: 1.hour\n$ONE$LINES$HEALED onFailure retry, times: 1, after: 5.minutes",
                horizon: WORKDAYS).under(down(0), '2026-06-02T02:01:00Z', '2026-06-02T05:01:00Z')

        then: 'the retry of 05:05 takes the incremental that ends the suspension'
        proof.stops().empty && !proof.survived
        told(proof).drop(3) == [
                '2026-06-02T02:01:00Z FAILURE: the storage manager of archive 0 goes down',
                '2026-06-02T02:15:00Z FAILED: the plan of policy "p" cannot be run',
                '2026-06-02T05:00:00Z FAILED: the plan of policy "p" cannot be run',
                '2026-06-02T05:01:00Z RECOVERY: what was down is back',
                '2026-06-02T05:04:00Z SYNCED: archive 0 has caught up; journal hot copies are suspended on it',
                '2026-06-02T05:05:00Z BEGUN east: incremental hot copy begins',
                '2026-06-02T05:10:05Z PUBLISHED east: incremental hot copy published, restorable through ' +
                        'Tue 2026-06-02 05:05:00',
                '2026-06-02T05:10:05Z BEGUN east: journal hot copy begins',
                '2026-06-02T05:10:05Z WORST: restorable through Tue 2026-06-02 02:00:00; just then the incremental ' +
                        'hot copy of "east" begun Tue 2026-06-02 05:05:00 is published']
        rpo(proof) == Duration.parse('PT3H10M5S')
    }

    def 'M27, M31 - another backup group goes on: what is lost is hardly more'() {
        when:
        def proof = policy("$BOTH$LINES$HEALED onArchiveDown skip", horizon: WORKDAYS).under(down(1))

        then: 'the east alone is published every 15 minutes, 15 seconds late, after an incremental later still'
        rpo(proof) == Duration.ofMinutes(19)
    }

    def 'M29 - one that is not copied may be down: nothing changes'() {
        given:
        def simulated = policy("$ONE$LINES$HEALED", horizon: WORKDAYS)

        expect:
        rpo(simulated.under(down(1))) == rpo(simulated.under(new Failure.None()))
    }

    def 'a single storage manager: the database stops, so nothing is committed that could be lost'() {
        when:
        def proof = policy("$ONE$LINES$HEALED", horizon: WORKDAYS, engines: "'e1', 'e2'",
                managers: "storageManager archive: 0, host: 'e1', journalHotCopy: true")
                .under(down(0), '2026-06-02T02:01:00Z', '2026-06-02T05:01:00Z')

        then: 'no more than without the failure'
        proof.stops().get() == 'no storage manager is left that serves all storage groups'
        !proof.survived
        rpo(proof) == Duration.ofMinutes(19)
    }

    def 'M33 - with onArchiveDown #reaction, #becomes'() {
        when: 'the east, whose turn is at even hours, is down from 02:05 to 04:30'
        def proof = policy("$BOTH full at: 'Sun 00:30'\n incremental every: 1.hour, interleaved: true\n" +
                "onArchiveDown $reaction", horizon: WORKDAYS)
                .under(down(0), '2026-06-02T02:05:00Z', '2026-06-02T04:30:00Z')

        then:
        rpo(proof) == Duration.parse(worst)

        where: 'made up for at 05:00, it is in front of the west and takes three minutes'
        reaction || becomes                                 | worst
        'fail'   || 'the run of 04:00 is made up for'       | 'PT2H3M'
        'skip'   || 'the run of 04:00 is left out for good' | 'PT2H2M'
        "'west'" || 'the west takes the run of 04:00'       | 'PT1H4M'
    }

    def 'M28 - after a SYNC journals are suspended: with onJournalSuspended #reaction, #ends ends that'() {
        when: 'the only one is down from 02:01 to 03:31, and catches up for a minute and a half'
        def proof = policy("$ONE$LINES incremental every: 6.hours\nonJournalSuspended $reaction", horizon: WORKDAYS)
                .under(down(0), '2026-06-02T02:01:00Z', '2026-06-02T03:31:00Z')

        then: 'until then 02:00 is the newest that can be restored'
        rpo(proof) == Duration.parse(worst)
        proof.whole().rpo().at() == Instant.parse('2026-06-02T02:00:00Z') + rpo(proof)

        where:
        reaction      || ends                      | worst
        'incremental' || 'an incremental at 03:45' | 'PT1H48M45S'
        'full'        || 'a full at 03:45'         | 'PT1H55M'
        'fail'        || 'the incremental of 6:00' | 'PT4H6M'
    }

    def 'a longer outage is worse, and the one that is asked for counts'() {
        given:
        def words = "$ONE$LINES$HEALED"

        expect: 'three hours are declared'
        rpo(policy(words, horizon: WORKDAYS).under(down(0))) < Duration.ofHours(4)
        rpo(policy(words, horizon: WORKDAYS, outage: Duration.ofHours(24)).under(down(0))) > Duration.ofHours(24)
    }
}
