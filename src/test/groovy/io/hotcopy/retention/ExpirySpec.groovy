package io.hotcopy.retention

import io.hotcopy.model.BackupPolicy
import io.hotcopy.model.Hold
import io.hotcopy.model.Retention
import io.hotcopy.retention.Reason.Kind
import io.hotcopy.retention.StoredSet.Condition
import java.time.Duration
import spock.lang.Specification

/** Which collections stay and which may go, by the facts of their sets alone; a full begins each day. */
class ExpirySpec extends Specification {

    static final GROUPS = [[0, 1]]
    LivedDatabase database = new LivedDatabase([['SG1'], ['SG2']], GROUPS)
    Set<String> used = []
    Set<String> damaged = []
    Set<String> unreadable = []

    def 'sets of failed fulls carry an older set to a target, and stay as long as it is in the window'() {
        given: 'S1 is good, S2 and S3 fail and take journals, S4 is good'
        full()
        2.times {
            day()
            failedFull()
        }
        day()
        full()
        day()

        expect: 'a target in S3 needs S1, S2 and S3'
        staying(window(2)) == ['set-1', 'set-3', 'set-5', 'set-7']

        and: 'later S4 is enough'
        day()
        day()
        staying(window(2)) == ['set-7']
    }

    def 'so many complete collections stay, however old'() {
        given:
        4.times { full(); day() }

        expect:
        staying(new Retention(Optional.empty(), minimum, 0, 0, 0)) == left

        where:
        minimum | left
        1       | ['set-7']
        3       | ['set-3', 'set-5', 'set-7']
    }

    def 'the last complete collections of days, weeks and months stay, each counted by the state that it gives'() {
        given: 'forty days from Saturday the 18th of December, two fulls a day'
        40.times {
            full()
            database.pass(Duration.ofHours(12), 1)
            full()
            database.pass(Duration.ofHours(12), 1)
        }

        expect:
        reasons(new Retention(Optional.empty(), 1, 2, 2, 2)) == [
                'it is the last complete one of the month from 2021-12-01',
                'it is the last complete one of the week from 2022-01-17',
                'it is the last complete one of the day 2022-01-25',
                'it is the newest complete one',
        ]
    }

    def 'what is held or in use stays, and so does what cannot be read'() {
        given:
        5.times { full(); day() }
        used << 'set-1'
        unreadable << 'set-3'
        def held = new Hold('set-5', Optional.empty(), 'audit')

        expect:
        kinds(window(1), [held]).take(3) == [[Kind.IN_USE], [Kind.UNREADABLE], [Kind.HELD]]
        staying(window(1), [held]).size() == 5
    }

    def 'a damaged set counts as absent: what is complete before it is the base, and it goes when it is old'() {
        given:
        4.times { full(); day() }
        damaged << 'set-5'

        expect:
        staying(window(1.5)) == ['set-3', 'set-5', 'set-7']

        when:
        3.times { full(); day() }

        then:
        staying(window(1.5)) == ['set-11', 'set-13']
    }

    def 'the old life stays as far as the window reaches back before the restore'() {
        given:
        full()
        day()
        full()
        day()
        database.restore(database.commit() - 3)
        full()
        day()

        expect:
        staying(window(1.5)) == ['set-3', 'set-5']
        staying(window(0.5)) == ['set-5']
    }

    // ---- how it is told

    private void full() {
        def full = database.beginFull(0, 0)
        database.pass(Duration.ofMinutes(5), 1)
        database.finishFull(full)
    }

    private void failedFull() {
        database.cancelFull(database.beginFull(0, 0))
    }

    private void day() {
        4.times {
            database.pass(Duration.ofHours(6), 3)
            database.journal(0) { true }
        }
    }

    private static Retention window(double days) {
        Policies.window(Duration.ofMinutes((days * 24 * 60) as long), 1)
    }

    private ExpiryDecision decide(Retention retention, List<Hold> holds = []) {
        def sets = database.sets().collect { set ->
            def name = set.location().toString()
            def condition = name in damaged ? Condition.DAMAGED
                    : name in unreadable ? Condition.UNREADABLE : Condition.SOUND
            new StoredSet(condition == Condition.SOUND ? set : set.withElements([]), condition,
                    name in used ? Optional.of('a restore') : Optional.empty())
        }
        BackupPolicy policy = Policies.policy(GROUPS, Optional.of(retention), holds)
        Expiry.decide(new ExpiryRequest(sets, [policy], [], database.runs(), database.now()))
    }

    /** The first set of each collection that stays, the oldest first. */
    private List<String> staying(Retention retention, List<Hold> holds = []) {
        decide(retention, holds).staying().collect { it.sets()[0].facts().location().toString() }.reverse()
    }

    private List<List<Kind>> kinds(Retention retention, List<Hold> holds) {
        decide(retention, holds).staying().collect { [it.reasons()[0].kind()] }.reverse()
    }

    private List<String> reasons(Retention retention) {
        decide(retention).staying().collect { it.reasons()*.words().find { !it.contains('restore') } }.reverse()
                .findAll()
    }
}
