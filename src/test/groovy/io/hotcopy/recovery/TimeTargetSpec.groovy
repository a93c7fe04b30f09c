package io.hotcopy.recovery

import static io.hotcopy.recovery.CopiedHistory.at
import static io.hotcopy.recovery.CopiedHistory.commit

import io.hotcopy.backupset.SampleSets
import io.hotcopy.recovery.RestoreRefusedException.Reason
import spock.lang.Specification

/** The full was cut at second 100, journal 2 holds the seconds 110 to 190, journal 3 the seconds 230 to 290. */
class TimeTargetSpec extends Specification {

    def history = new CopiedHistory(0: ['SG1'])

    def setup() {
        history.full(90, 100, 0, times: [91, 100, 101], at: at(0))
        history.journal(100, 200, 0, times: [110, 190, 201])
        history.journal(200, 300, 0, times: [230, 290, 301])
    }

    def "a time within a journal has that journal read, and no other"() {
        when:
        def question = ask(150)

        then:
        question.readings()*.element()*.directory() == ['2.jnl']
        question.readings()[0].within().toString() == '(100, 200]'
        question.atLeast().get() == commit(100)
        question.atMost().get() == commit(200)

        expect: 'all commits up to the answer were made at or before the time, all after it later'
        question.commitAt(observed) == commit(answer)

        where:
        observed                                            | answer
        made(110: 110, 140: 150, 141: 151, 180: 190)        | 140
        made(110: 110, 180: 190)                            | 179
        made(180: 190, 110: 110, 120: 110, 121: 151)        | 120
        made(101: 151, 102: 190)                            | 100
    }

    def "in a quiet period the manifests tell enough: the cut before it"() {
        when:
        def question = ask(second)

        then:
        question.readings().isEmpty()
        question.commitAt([]) == commit(answer)

        where:
        second | answer
        195    | 200
        201    | 200
        215    | 200
        229    | 200
        295    | 300
        301    | 300
        105    | 100
    }

    def "a time after the last stable mark is refused, with the newest time that is covered"() {
        when:
        ask(302)

        then:
        def refusal = thrown(RestoreRefusedException)
        refusal.reason() == Reason.UNREACHABLE
        refusal.message == 'cannot restore the state at 2021-12-18T01:05:02Z: what can be restored ends at' +
                ' 2021-12-18T01:05:01Z, with commit 300'
        refusal.hints() == ['Restore a commit instead: --to-commit N.',
            'Restorable: commits 90 to 300 of lineage 00000000.']
    }

    def "a time before everything is refused, with the first that is known"() {
        when:
        ask(90)

        then:
        def refusal = thrown(RestoreRefusedException)
        refusal.message.endsWith(': the first commit with a known time is commit 91 at 2021-12-18T01:01:31Z')
    }

    def "where the clock stepped back, no number may divide the times: the candidates are listed"() {
        when: 'set back by a minute at commit 151'
        ask(150).commitAt(made(110: 110, 149: 149, 150: 160, 151: 100, 152: 145, 153: 151, 154: 190))

        then:
        def refusal = thrown(RestoreRefusedException)
        refusal.reason() == Reason.AMBIGUOUS
        refusal.message.endsWith('the clock stepped back, and commits before and after that time alternate')
        refusal.hints()[0] == 'Choose one of the commits after which the clock passed that time: --to-commit N.'
        refusal.hints()[1..2] == [
            'Candidate: commit 149 at 2021-12-18T01:02:29Z.',
            'Candidate: commit 152 at 2021-12-18T01:02:25Z.'
        ]
    }

    def "elements whose numbers contradict their times are read, even if each by itself lies on one side"() {
        given: 'the clock was set back between two journals'
        def stepped = new CopiedHistory(0: [])
        stepped.full(90, 100, 0, times: [91, 100, 101], at: at(0))
        stepped.journal(100, 200, 0, times: [400, 490, 491])
        stepped.journal(200, 300, 0, times: [210, 290, 492])
        def question = RecoveryPlanner.timeQuestion(stepped.sets(), at(300))

        expect:
        question.readings()*.element()*.directory() == ['2.jnl', '3.jnl']

        when:
        question.commitAt(made(101: 400, 200: 490, 201: 210, 300: 290))

        then:
        def refusal = thrown(RestoreRefusedException)
        refusal.reason() == Reason.AMBIGUOUS
        refusal.hints().contains('Candidate: commit 300 at 2021-12-18T01:04:50Z.')
    }

    def "a time in a hole of the cover is refused, up to the stable mark before it is not"() {
        given:
        def down = new CopiedHistory(0: [])
        down.full(90, 100, 0, times: [91, 100, 101], at: at(0))
        down.journal(100, 200, 0, times: [110, 190, 201])
        down.incremental(100, 300, 0, times: [91, 290, 301])
        down.journal(300, 400, 0, times: [310, 390, 401])

        expect:
        RecoveryPlanner.timeQuestion(down.sets(), at(201)).commitAt([]) == commit(200)
        RecoveryPlanner.timeQuestion(down.sets(), at(305)).commitAt([]) == commit(300)

        when:
        RecoveryPlanner.timeQuestion(down.sets(), at(250)).commitAt([])

        then:
        def refusal = thrown(RestoreRefusedException)
        refusal.reason() == Reason.UNREACHABLE
        refusal.message.endsWith('what was committed to storage group UNPARTITIONED after commit 200 and up to that' +
                ' time is in no journal')
    }

    def "of numbers that mean the same state, a cut that can be restored is answered"() {
        given: 'the journals are lost, the incremental ended in a quiet period'
        def quiet = new CopiedHistory(0: [])
        quiet.full(90, 100, 0, times: [91, 100, 101], at: at(0))
        quiet.incremental(100, 200, 0, times: [110, 190, 250])

        expect:
        RecoveryPlanner.timeQuestion(quiet.sets(), at(240)).commitAt([]) == commit(200)
        RecoveryPlanner.timeQuestion(quiet.sets(), at(250)).readings().isEmpty()
    }

    def "the life that had begun by then is meant"() {
        given:
        history.lineage = SampleSets.LINEAGE.forkedAt(commit(150), SampleSets.uuid(77))
        history.full(150, 180, 0, times: [510, 580, 581], at: at(500))

        expect:
        ask(250).lineage() == SampleSets.LINEAGE
        ask(505).lineage() == history.lineage
        ask(581).commitAt([]) == commit(180)
        ask(530).readings()*.element()*.lineage() == [history.lineage]
        ask(530).atLeast().get() == commit(150)
    }

    TimeQuestion ask(int second) {
        RecoveryPlanner.timeQuestion(history.sets(), at(second))
    }

    /** Commits and the seconds at which they were made. */
    static List<CommitTime> made(Map<Integer, Integer> commits) {
        commits.collect { new CommitTime(commit(it.key), at(it.value)) }
    }
}
