package io.hotcopy.dsl

import io.hotcopy.model.BackupPolicy
import io.hotcopy.model.OnArchiveDown
import io.hotcopy.model.OnFailure
import io.hotcopy.model.OnMissed
import io.hotcopy.model.OnOverlap
import io.hotcopy.model.Reactions
import java.time.Duration
import spock.lang.Specification

/** What a policy does when things go another way. */
class ReactionWordsSpec extends Specification {

    def 'a policy that says nothing has the defaults'() {
        expect:
        thePolicy('').reactions() == Reactions.DEFAULT
        thePolicy('').outage() == Duration.ofHours(24)
    }

    def 'a backup group whose archive is down is replaced, skipped, or fails: #words'() {
        expect:
        thePolicy(words).reactions().onArchiveDown() == action

        where:
        words                   || action
        "onArchiveDown 'spare'" || new OnArchiveDown.Instead('spare')
        'onArchiveDown skip'    || new OnArchiveDown.Skip()
        'onArchiveDown fail'    || new OnArchiveDown.Fail()
    }

    def 'a run waits for the one in its way, is skipped, or fails: #word'() {
        expect:
        thePolicy("onOverlap $word").reactions().onOverlap() == action

        where:
        word   || action
        'wait' || OnOverlap.WAIT
        'skip' || OnOverlap.SKIP
        'fail' || OnOverlap.FAIL
    }

    def 'a failed run is tried again so often, so long after: #words'() {
        expect:
        thePolicy("onFailure $words").reactions().onFailure() == action

        where:
        words                                || action
        'fail'                               || new OnFailure.Fail()
        'retry'                              || new OnFailure.Retry(1, Duration.ofMinutes(5))
        'retry, times: 3'                    || new OnFailure.Retry(3, Duration.ofMinutes(5))
        'retry, times: 2, after: 30.seconds' || new OnFailure.Retry(2, Duration.ofSeconds(30))
        'retry, after: 0.seconds'            || new OnFailure.Retry(1, Duration.ZERO)
    }

    def 'what was missed is made up for once, or left out: #words'() {
        expect:
        thePolicy("onMissed $words").reactions().onMissed() == action

        where:
        words                 || action
        'run'                 || new OnMissed.Run()
        'skip'                || new OnMissed.Skip(Duration.ofMinutes(15))
        'skip, after: 1.hour' || new OnMissed.Skip(Duration.ofHours(1))
    }

    def 'an outage is as long as one says'() {
        expect:
        thePolicy('outage 36.hours').outage() == Duration.ofHours(36)
    }

    def 'what it says is a word of the language, or the name of a backup group: #words'() {
        expect:
        about("full every: 1.day\n$words").report() == report.stripIndent()

        where:
        words                        || report
        'onArchiveDown spare'        || '''\
            policy.groovy:7:15: `onArchiveDown` takes a backup group, skip or fail, not `spare`
              7 | onArchiveDown spare
                |               ^^^^^
            HINT: a backup group stands in quotes, skip and fail stand without
            '''
        'onArchiveDown 7'            || '''\
            policy.groovy:7:15: `onArchiveDown` takes a backup group, skip or fail, not 7
              7 | onArchiveDown 7
                |               ^
            HINT: a backup group stands in quotes, skip and fail stand without
            '''
        'onOverlap weit'             || '''\
            policy.groovy:7:11: `onOverlap` takes wait, skip or fail, not `weit`
              7 | onOverlap weit
                |           ^^^^
            HINT: did you mean `wait`?
            '''
        'onFailure retry, times: 0'  || '''\
            policy.groovy:7:25: `times:` of `onFailure` takes a whole number from 1 on, not 0
              7 | onFailure retry, times: 0
                |                         ^
            '''
        'onFailure retry, after: 5'  || '''\
            policy.groovy:7:25: `after:` of `onFailure` takes a duration, not 5
              7 | onFailure retry, after: 5
                |                         ^
            HINT: a duration has a unit: 15.minutes
            '''
        'onFailure fail, times: 2'   || '''\
            policy.groovy:7:24: `times:` belongs to `onFailure retry`
              7 | onFailure fail, times: 2
                |                        ^
            HINT: write `onFailure retry`, or leave it out
            '''
        'onMissed run, after: 1.day' || '''\
            policy.groovy:7:22: `after:` belongs to `onMissed skip`
              7 | onMissed run, after: 1.day
                |                      ^^^^^
            HINT: write `onMissed skip`, or leave it out
            '''
        'onMissed skip, after: 0.days' || '''\
            policy.groovy:7:23: `after:` of `onMissed` is zero
              7 | onMissed skip, after: 0.days
                |                       ^^^^^^
            HINT: for example: onMissed skip, after: 15.minutes
            '''
        'outage 0.hours'             || '''\
            policy.groovy:7:8: `outage` is zero
              7 | outage 0.hours
                |        ^^^^^^^
            HINT: for example: outage 24.hours
            '''
    }

    def 'the backup group that runs instead is one of the policy, and holds what the others hold: #words'() {
        expect:
        about("full every: 1.day\n$words").report() == report.stripIndent()

        where:
        words                    || report
        "onArchiveDown 'spar'"   || '''\
            policy.groovy:7:15: policy 'nightly' has no backup group 'spar'
              7 | onArchiveDown 'spar'
                |               ^^^^^^
            HINT: did you mean 'spare'?
            HINT: backup groups: east, spare
            '''
        "backupGroup 'few', archives: [3]\nonArchiveDown 'few'" || '''\
            policy.groovy:8:15: backup group 'few' cannot run instead of 'east': it does not hold SG2, SG3
              8 | onArchiveDown 'few'
                |               ^^^^^
            HINT: name a backup group that holds the same storage groups
            policy.groovy:8:15: backup group 'few' cannot run instead of 'spare': it does not hold SG2, SG3
              8 | onArchiveDown 'few'
                |               ^^^^^
            HINT: name a backup group that holds the same storage groups
            '''
    }

    def 'a backup group does not run instead of itself'() {
        expect:
        Declared.policy('''\
            protects 'bank/ledger'
            backupGroup 'east', archives: [0, 1]
            directory '{archive}'
            full
            onArchiveDown 'east'
            ''').findings() == ["policy.groovy:6:15: `onArchiveDown` does nothing in policy 'nightly', " +
                "which has no other backup group than 'east'"]
    }

    def 'nothing is missed and nothing waits without a schedule: #words'() {
        expect:
        about("full\n$words").findings() ==
                ["policy.groovy:7:1: `$word` does nothing in policy 'nightly', which has no schedule"]

        where:
        words            | word
        'onMissed run'   | 'onMissed'
        'onOverlap wait' | 'onOverlap'
    }

    def 'a run that is only asked for can give way and be tried again: #words'() {
        expect:
        about("full\n$words").findings() == []

        where:
        words << ['onOverlap skip', 'onOverlap fail', 'onFailure retry']
    }

    def 'that is not said when the schedule may be in a wrong line: #wrong'() {
        expect:
        about("full\n$wrong\nonMissed run").findings().size() == 1

        where:
        wrong << ['incrementl every: 1.hour', 'incremental every: 5', 'incremental every: 0.hours',
                  "incremental at: '01:00', every: 1.hour", 'anything']
    }

    private static Declared about(String words) {
        Declared.files(
                'policy.groovy': "policy('nightly') {\nprotects 'bank/ledger'\n" +
                "backupGroup 'east', archives: [0, 1]\nbackupGroup 'spare', archives: [2]\ndirectory '{archive}'\n" +
                "$words\n}\n",
                'bank.groovy': Declared.BANK.replace(
                        'storageManager archive: 2',
                        "storageManager archive: 3, host: 'e3', serves: ['SG1']\n        storageManager archive: 2"))
    }

    private static BackupPolicy thePolicy(String words) {
        about("full every: 1.day\n$words").declarations().policies().first()
    }
}
