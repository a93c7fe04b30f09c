package io.hotcopy.dsl

import io.hotcopy.model.BackupPolicy
import io.hotcopy.model.Hold
import io.hotcopy.model.Objectives
import io.hotcopy.model.Retention
import java.time.Duration
import java.time.Instant
import spock.lang.Specification

/** What a policy promises, and what it keeps. */
class KeepingWordsSpec extends Specification {

    def 'a policy promises how much may be lost, how long a restore may take, or nothing: #words'() {
        expect:
        thePolicy(words).objectives() == new Objectives(Optional.ofNullable(rpo), Optional.ofNullable(rto))

        where:
        words                                    || rpo                    | rto
        ''                                       || null                   | null
        'objectives rpo: 15.minutes'             || Duration.ofMinutes(15) | null
        'objectives rto: 1.hour'                 || null                   | Duration.ofHours(1)
        'objectives rpo: 1.hour, rto: 2.hours'   || Duration.ofHours(1)    | Duration.ofHours(2)
    }

    def 'nothing may be deleted by a policy that does not say what is kept'() {
        expect:
        thePolicy('').retention().empty
    }

    def 'it keeps a window, so many collections, and the last ones of so many days, weeks and months: #words'() {
        expect:
        thePolicy("retain $words").retention().get() ==
                new Retention(Optional.ofNullable(window), minimum, daily, weekly, monthly)

        where:
        words                                || window             | minimum | daily | weekly | monthly
        'recoveryWindow: 14.days'            || Duration.ofDays(14) | 1      | 0     | 0      | 0
        'minimum: 2'                         || null               | 2       | 0     | 0      | 0
        'daily: 7, weekly: 4, monthly: 12'   || null               | 1       | 7     | 4      | 12
        'recoveryWindow: 2.weeks, minimum: 3, daily: 7, weekly: 4, monthly: 12' ||
                Duration.ofDays(14) | 3 | 7 | 4 | 12
    }

    def 'a set is held for ever, until a day begins in the zone of the policy, or until an instant: #until'() {
        expect:
        thePolicy("hold '2026-11-22'$until, because: 'audit'\ntimeZone 'Europe/Berlin'").holds() ==
                [new Hold('2026-11-22', Optional.ofNullable(end).map(Instant::parse), 'audit')]

        where:
        until                                  || end
        ''                                     || null
        ", until: '2027-01-01'"                || '2026-12-31T23:00:00Z'
        ", until: '2027-07-01'"                || '2027-06-30T22:00:00Z'
        ", until: '2027-01-01T12:00:00Z'"      || '2027-01-01T12:00:00Z'
        ", until: '2027-01-01T12:00+01:00'"    || '2027-01-01T11:00:00Z'
    }

    def 'several sets may be held'() {
        expect:
        thePolicy("hold 'a', because: 'audit'\nhold 'b', because: 'law'").holds()*.set() == ['a', 'b']
    }

    def 'copies of a backup group may lie where they are not lost with its region: #words'() {
        expect:
        thePolicy("backupGroup 'spare', archives: [2]$words").backupGroup('spare').get().shared() == shared

        where:
        words             || shared
        ''                || false
        ', shared: true'  || true
        ', shared: false' || false
    }

    def 'mistakes are told with the right form: #words'() {
        expect:
        about(words).report() == report.stripIndent()

        where:
        words                              || report
        'objectives'                       || '''\
            policy.groovy:6:1: `objectives` needs `rpo:` or `rto:`
              6 | objectives
                | ^^^^^^^^^^
            HINT: for example: objectives rpo: 15.minutes, rto: 1.hour
            '''
        'objectives rpo: 0.minutes'        || '''\
            policy.groovy:6:17: `rpo:` of `objectives` is zero
              6 | objectives rpo: 0.minutes
                |                 ^^^^^^^^^
            HINT: for example: objectives rpo: 15.minutes, rto: 1.hour
            '''
        'objectives rpo: 1.5.seconds'      || '''\
            policy.groovy:6:17: a duration is in whole seconds
              6 | objectives rpo: 1.5.seconds
                |                 ^^^^^^^^^^^
            '''
        'retain'                           || '''\
            policy.groovy:6:1: `retain` does not say what is kept
              6 | retain
                | ^^^^^^
            HINT: for example: retain recoveryWindow: 14.days, minimum: 2
            '''
        'retain recoveryWindow: 0.days'    || '''\
            policy.groovy:6:24: `recoveryWindow:` of `retain` is zero
              6 | retain recoveryWindow: 0.days
                |                        ^^^^^^
            HINT: for example: recoveryWindow: 14.days
            '''
        'retain recoveryWindow: 14'        || '''\
            policy.groovy:6:24: `recoveryWindow:` of `retain` takes a duration, not 14
              6 | retain recoveryWindow: 14
                |                        ^^
            HINT: a duration has a unit: 15.minutes
            '''
        'retain minimum: 0'                || '''\
            policy.groovy:6:17: `minimum:` of `retain` takes a whole number from 1 on, not 0
              6 | retain minimum: 0
                |                 ^
            '''
        "hold 'a'"                         || '''\
            policy.groovy:6:1: `hold` needs `because:`
              6 | hold 'a'
                | ^^^^
            HINT: for example: hold '2026-11-22T013000', until: '2027-01-01', because: 'audit'
            '''
        "hold 'a', until: '1.1.2027', because: 'audit'" || '''\
            policy.groovy:6:18: '1.1.2027' is neither a day nor an instant
              6 | hold 'a', until: '1.1.2027', because: 'audit'
                |                  ^^^^^^^^^^
            HINT: a day is written '2027-01-01', an instant '2027-01-01T12:00:00Z' or '2027-01-01T12:00:00+01:00'
            '''
        "hold 'a', until: '2027-01-01T12:00:00', because: 'audit'" || '''\
            policy.groovy:6:18: '2027-01-01T12:00:00' is neither a day nor an instant
              6 | hold 'a', until: '2027-01-01T12:00:00', because: 'audit'
                |                  ^^^^^^^^^^^^^^^^^^^^^
            HINT: a day is written '2027-01-01', an instant '2027-01-01T12:00:00Z' or '2027-01-01T12:00:00+01:00'
            '''
        "hold 'a', because: 'audit'\nhold 'a', because: 'law'" || '''\
            policy.groovy:7:6: set 'a' is held twice
              7 | hold 'a', because: 'law'
                |      ^^^
            HINT: first declared at policy.groovy:6:6
            '''
    }

    private static Declared about(String words) {
        Declared.policy("protects 'bank/ledger'\nbackupGroup 'east', archives: [0, 1]\nfull\n" +
                "directory '{archive}'\n$words")
    }

    private static BackupPolicy thePolicy(String words) {
        about(words).declarations().policies().first()
    }
}
