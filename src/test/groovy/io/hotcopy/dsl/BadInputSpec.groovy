package io.hotcopy.dsl

import spock.lang.Specification
import spock.lang.Timeout

/** What people get wrong in a policy, each with its message, its place, and what to do about it. */
class BadInputSpec extends Specification {

    def 'an unknown word'() {
        expect:
        report('retian minimum: 2') == '''\
            policy.groovy:6:1: unknown word `retian` in policy 'nightly'
              6 | retian minimum: 2
                | ^^^^^^
            HINT: did you mean `retain`?
            HINT: words allowed here: backupGroup, directory, full, hold, incremental, journal, objectives, \
onArchiveDown, onFailure, onJournalSuspended, onMissed, onNoBaseSet, onOverlap, outage, protects, retain, timeZone
            '''.stripIndent()
    }

    def 'a wrong type'() {
        expect:
        report('retain minimum: 2.days') == '''\
            policy.groovy:6:17: `minimum:` of `retain` takes a whole number from 1 on, not a duration
              6 | retain minimum: 2.days
                |                 ^^^^^^
            '''.stripIndent()
    }

    def 'a wrong element of a list'() {
        expect:
        report("backupGroup 'west', archives: [1, 'two']") == '''\
            policy.groovy:6:35: `archives:` of `backupGroup` takes archive numbers, not 'two'
              6 | backupGroup 'west', archives: [1, 'two']
                |                                   ^^^^^
            HINT: archives are numbered from 0, without quotes
            '''.stripIndent()
    }

    def 'a required part that is missing, of a word and of a policy'() {
        expect:
        report("backupGroup 'west'") == '''\
            policy.groovy:6:1: `backupGroup` needs `archives:`
              6 | backupGroup 'west'
                | ^^^^^^^^^^^
            HINT: for example: backupGroup 'east', archives: [0, 1]
            '''.stripIndent()
        Declared.policy("protects 'bank/ledger'\nfull\nbackupGroup 'all', archives: [2]").report() == '''\
            policy.groovy:1:1: `directory` is missing in policy 'nightly'
              1 | policy('nightly') {
                | ^^^^^^
            HINT: for example: directory 'backups/{group}/{database}-{date}T{time}-archive-{archive}'
            '''.stripIndent()
    }

    def 'something declared twice: a word, a backup group, a policy'() {
        expect:
        report("timeZone 'UTC'\ntimeZone 'Europe/Berlin'") == '''\
            policy.groovy:7:1: `timeZone` stands twice in policy 'nightly'
              7 | timeZone 'Europe/Berlin'
                | ^^^^^^^^
            HINT: first declared at policy.groovy:6:1
            '''.stripIndent()
        report("backupGroup 'east', archives: [1]") == '''\
            policy.groovy:6:13: backup group 'east' is declared twice
              6 | backupGroup 'east', archives: [1]
                |             ^^^^^^
            HINT: first declared at policy.groovy:3:13
            '''.stripIndent()
        report("}\n${policy('')}") == '''\
            policy.groovy:7:8: policy 'nightly' is declared twice
              7 | policy('nightly') {
                |        ^^^^^^^^^
            HINT: first declared at policy.groovy:1:8
            '''.stripIndent()
    }

    def 'two schedules'() {
        expect:
        report("incremental every: 1.hour, at: '01:00'") == '''\
            policy.groovy:6:32: `incremental` takes one of `at:`, `every:` and `cron:`, not `at:` and `every:`
              6 | incremental every: 1.hour, at: '01:00'
                |                                ^^^^^^^
            HINT: keep one of them
            '''.stripIndent()
        report("incremental every: 1.hour, at: '01:00', cron: '0 1 * * *'") == '''\
            policy.groovy:6:47: `incremental` takes one of `at:`, `every:` and `cron:`, not all three
              6 | incremental every: 1.hour, at: '01:00', cron: '0 1 * * *'
                |                                               ^^^^^^^^^^^
            HINT: keep one of them
            '''.stripIndent()
    }

    def 'a cron expression whose step does not divide its field'() {
        expect:
        report("incremental cron: '*/7 * * * *'") == '''\
            policy.groovy:6:19: cron '*/7 * * * *' is not every 7 minutes: its steps begin again with each hour
              6 | incremental cron: '*/7 * * * *'
                |                   ^^^^^^^^^^^^^
            HINT: for every 7 minutes write every: 7.minutes
            HINT: if the shorter step at the end is meant, list the values: 0,20,40 instead of */20
            '''.stripIndent()
        report("incremental cron: '0 */5 * * *'") == '''\
            policy.groovy:6:19: cron '0 */5 * * *' is not every 5 hours: its steps begin again with each day
              6 | incremental cron: '0 */5 * * *'
                |                   ^^^^^^^^^^^^^
            HINT: for every 5 hours write every: 5.hours
            HINT: if the shorter step at the end is meant, list the values: 0,20,40 instead of */20
            '''.stripIndent()
    }

    def 'no cron expression at all'() {
        expect:
        report("incremental cron: '*/5 * * *'") == '''\
            policy.groovy:6:19: '*/5 * * *': a cron expression has five fields (minute, hour, day of the month, month, \
day of the week), not 4
              6 | incremental cron: '*/5 * * *'
                |                   ^^^^^^^^^^^
            HINT: for example: cron: '30 1 * * *', daily at 01:30
            '''.stripIndent()
        report('incremental cron: 5') == '''\
            policy.groovy:6:19: `cron:` of `incremental` takes a cron expression, not 5
              6 | incremental cron: 5
                |                   ^
            HINT: a cron expression has five fields, minute, hour, day of month, month, day of week: '30 1 * * *'
            '''.stripIndent()
    }

    def 'an interval that is none: #every'() {
        expect:
        report("incremental every: $every") == report.stripIndent()

        where:
        every        || report
        '0.minutes'  || '''\
            policy.groovy:6:20: `every:` of `incremental` is zero
              6 | incremental every: 0.minutes
                |                    ^^^^^^^^^
            HINT: for example: every: 1.hour
            '''
        '-5.minutes' || '''\
            policy.groovy:6:20: a duration or size is not negative
              6 | incremental every: -5.minutes
                |                    ^^^^^^^^^^
            '''
        '5.fortnights' || '''\
            policy.groovy:6:22: unknown unit `fortnights`
              6 | incremental every: 5.fortnights
                |                      ^^^^^^^^^^
            HINT: units: second, seconds, minute, minutes, hour, hours, day, days, week, weeks, KB, MB, GB, TB
            '''
        "'1 hour'"   || '''\
            policy.groovy:6:20: `every:` of `incremental` takes a duration, not '1 hour'
              6 | incremental every: '1 hour'
                |                    ^^^^^^^^
            HINT: a duration has a unit: 15.minutes
            '''
    }

    def 'turns without an interval, and turns of one'() {
        expect:
        report("incremental at: '01:00', interleaved: true") == '''\
            policy.groovy:6:39: `interleaved:` of `incremental` needs `every:`
              6 | incremental at: '01:00', interleaved: true
                |                                       ^^^^
            HINT: backup groups take turns by an interval: every: 1.hour, interleaved: true
            '''.stripIndent()
        report('incremental every: 1.hour, interleaved: true') == '''\
            policy.groovy:6:41: warning: `interleaved:` changes nothing in policy 'nightly', which has one backup group
              6 | incremental every: 1.hour, interleaved: true
                |                                         ^^^^
            HINT: declare another backup group, or leave it out
            '''.stripIndent()
    }

    def 'turns of one are not complained of when another backup group may be in a wrong line: #wrong'() {
        expect:
        about("incremental every: 1.hour, interleaved: true\n$wrong").findings().size() == 1

        where:
        wrong << ["backupGrup 'west', archives: [1]", "backupGroup 'west'", 'backupGroup 7, archives: [1]', 'anything']
    }

    def 'an archive that the database does not have'() {
        expect:
        report("backupGroup 'west', archives: [1, 9]") == '''\
            policy.groovy:6:35: database 'bank/ledger' has no archive 9
              6 | backupGroup 'west', archives: [1, 9]
                |                                   ^
            HINT: archives: 0, 1, 2
            '''.stripIndent()
    }

    def 'an archive in two backup groups'() {
        expect:
        report("backupGroup 'west', archives: [1, 2]") == '''\
            policy.groovy:6:35: archive 2 is in two backup groups of policy 'nightly'
              6 | backupGroup 'west', archives: [1, 2]
                |                                   ^
            HINT: first declared at policy.groovy:3:32
            '''.stripIndent()
    }

    def 'policies that build on each other'() {
        expect:
        Declared.file('''\
            policy('a', from: 'b') { }
            policy('b', from: 'a') { }
            ''').report() == '''\
            bank.groovy:1:19: policy 'a' builds on itself
              1 | policy('a', from: 'b') { }
                |                   ^^^
            HINT: the circle: a → b → a
            '''.stripIndent()
    }

    def 'files that include each other'() {
        expect:
        Declared.files('a.groovy': "include 'b.groovy'\n", 'b.groovy': "include 'a.groovy'\n").report() == '''\
            b.groovy:1:9: 'a.groovy' includes itself
              1 | include 'a.groovy'
                |         ^^^^^^^^^^
            HINT: the circle: a.groovy → b.groovy → a.groovy
            '''.stripIndent()
    }

    def 'an included file that is not there'() {
        expect:
        Declared.file("include 'bnk.groovy'\n").report() == '''\
            bank.groovy:1:9: there is no file 'bnk.groovy'
              1 | include 'bnk.groovy'
                |         ^^^^^^^^^^^^
            HINT: an included path starts at the directory of this file
            '''.stripIndent()
    }

    def 'an unknown time zone: #zone'() {
        expect:
        report("timeZone '$zone'") == """\
            policy.groovy:6:10: unknown time zone '$zone'
              6 | timeZone '$zone'
                |          ${'^' * (zone.length() + 2)}
            HINT: $hint
            """.stripIndent()

        where:
        zone            | hint
        'Europe/Berln'  | "did you mean 'Europe/Berlin'?"
        'europe/berlin' | "did you mean 'Europe/Berlin'?"
        'Berlin'        | "did you mean 'Europe/Berlin'?"
        'New York'      | "did you mean 'America/New_York'?"
        'Mars/Olympus'  | 'a time zone is named by region and city, as in \'Europe/Berlin\' or \'America/New_York\', ' +
                "or is 'UTC'"
    }

    def 'one directory for several archives'() {
        expect:
        Declared.policy('''\
            protects 'bank/ledger'
            backupGroup 'east', archives: [0, 1]
            full
            directory 'backups/{date}T{time}'
            ''').report() == '''\
            policy.groovy:5:11: directory 'backups/{date}T{time}' is the same for archives 0 and 1
              5 | directory 'backups/{date}T{time}'
                |           ^^^^^^^^^^^^^^^^^^^^^^^
            HINT: put {archive} into it
            '''.stripIndent()
    }

    @Timeout(60)
    def 'a file of one megabyte of nesting: #opener'() {
        given:
        int depth = (1_000_000 - 2).intdiv(opener.length() + closer.length())

        expect:
        Declared.file('x ' + opener * depth + closer * depth).findings() ==
                ["bank.groovy:1:$column: brackets are nested deeper than 50 here"]
        Declared.file('x ' + opener * (depth + 10)).findings() ==
                ["bank.groovy:1:$column: brackets are nested deeper than 50 here"]

        where:
        opener        | closer | column
        '['           | ']'    | 53
        '('           | ')'    | 53
        'policy(1) {' | '}'    | 559
        '"${'         | '}"'   | 155
    }

    def 'whatever a rule of the plan finds in a policy has a place: #part'() {
        given:
        def declared = about('''\
            timeZone 'UTC'
            objectives rpo: 15.minutes, rto: 1.hour
            incremental every: 1.hour
            journal cron: '*/5 * * * *'
            retain recoveryWindow: 14.days
            onArchiveDown skip
            onOverlap wait
            outage 12.hours
            hold 'a', because: 'audit'
            '''.stripIndent()).declarations()

        expect:
        declared.spanOf("policy/nightly/$part").get().toString() == "policy.groovy:$place"

        where:
        part                    || place
        'protects'              || '2:10'
        'backupGroup/east'      || '3:13'
        'backupGroup/east/archive/2' || '3:32'
        'full'                  || '4:1'
        'directory'             || '5:11'
        'timeZone'              || '6:10'
        'objectives'            || '7:1'
        'objectives/rpo'        || '7:17'
        'objectives/rto'        || '7:34'
        'incremental'           || '8:1'
        'incremental/every'     || '8:20'
        'journal/cron'          || '9:15'
        'retain'                || '10:1'
        'retain/recoveryWindow' || '10:24'
        'onArchiveDown'         || '11:15'
        'onOverlap'             || '12:1'
        'outage'                || '13:8'
        'hold/a'                || '14:6'
        'onMissed'              || '1:8'
    }

    private static String policy(String words) {
        """\
        policy('nightly') {
        protects 'bank/ledger'
        backupGroup 'east', archives: [2]
        full
        directory '{archive}'
        """.stripIndent() + words
    }

    private static Declared about(String words) {
        Declared.files('policy.groovy': policy("$words\n}\n"), 'bank.groovy': Declared.BANK)
    }

    private static String report(String words) {
        about(words).report()
    }
}
