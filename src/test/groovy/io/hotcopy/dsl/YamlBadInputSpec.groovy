package io.hotcopy.dsl

import spock.lang.Specification
import spock.lang.Timeout

/** What people get wrong in YAML, each with its message, its place, and what to do about it. */
class YamlBadInputSpec extends Specification {

    static final TEMPLATES = 'HINT: write it out, or let a policy build on another: from: base'

    def 'an anchor, and an alias'() {
        expect:
        report('outage: &a 1.day') == """\
            policy.yaml:7:13: a declaration has no anchors: `&a`
              7 |     outage: &a 1.day
                |             ^^
            $TEMPLATES
            """.stripIndent()
        report('onOverlap: *other') == """\
            policy.yaml:7:16: a declaration has no aliases: `*other`
              7 |     onOverlap: *other
                |                ^^^^^^
            $TEMPLATES
            """.stripIndent()
    }

    def 'a merge key, and a tag'() {
        expect:
        report('<<: *other') == """\
            policy.yaml:7:5: a declaration has no merge keys: `<<`
              7 |     <<: *other
                |     ^^
            $TEMPLATES
            """.stripIndent()
        report('outage: !!str 1.day') == '''\
            policy.yaml:7:13: a declaration has no tags: `!!str`
              7 |     outage: !!str 1.day
                |             ^^^^^
            HINT: each word knows the type of its values
            '''.stripIndent()
    }

    def 'a tab'() {
        expect:
        report('\toutage: 1.day') == '''\
            policy.yaml:7:5: a tab stands here
              7 |     \toutage: 1.day
                |     ^
            HINT: YAML is laid out with blanks: two for each level
            '''.stripIndent()
        findings('outage:\t1.day') == ['policy.yaml:7:12: a tab stands here']
    }

    @Timeout(20)
    def 'a megabyte of #what is refused, and no stack overflows'() {
        expect:
        Declared.files('a.yaml': text).findings() == ["a.yaml:1:$column: " +
            'lists and mappings are nested deeper than 50 here' as String]

        where:
        what          | text               | column
        '['           | '[' * 1_000_000    | 51
        'lists'       | '- ' * 500_000     | 101
        'mappings'    | '{a: ' * 250_000   | 201
    }

    def 'a text that is too long, and one with two documents'() {
        expect:
        Declared.files('a.yaml': 'a' * 1_000_001).findings() ==
            ['a.yaml:1:1: this text has 1000001 characters; a declaration has at most 1000000']
        Declared.files('a.yaml': '---\ninclude: b.yaml\n---\npolicy:\n').findings() ==
            ['a.yaml:3:1: a second document begins here']
    }

    def 'a key that stands twice: a word, an argument, a name'() {
        expect:
        report('timeZone: UTC\n    timeZone: Europe/Berlin') == '''\
            policy.yaml:8:5: the key `timeZone` stands twice in the same mapping
              8 |     timeZone: Europe/Berlin
                |     ^^^^^^^^
            HINT: first declared at policy.yaml:7:5
            '''.stripIndent()
        findings("journal: {at: '01:00', at: '02:00'}") ==
            ['policy.yaml:7:28: the key `at` stands twice in the same mapping']
        findings('hold: {a: {because: b}, a: {because: c}}') ==
            ['policy.yaml:7:29: the key `a` stands twice in the same mapping']
    }

    def 'an unknown word, and an unknown argument'() {
        expect:
        report('retian: {minimum: 2}') == '''\
            policy.yaml:7:5: unknown word `retian` in policy 'nightly'
              7 |     retian: {minimum: 2}
                |     ^^^^^^
            HINT: did you mean `retain`?
            HINT: words allowed here: backupGroup, directory, full, hold, incremental, journal, objectives, \
onArchiveDown, onFailure, onJournalSuspended, onMissed, onNoBaseSet, onOverlap, outage, protects, retain, timeZone
            '''.stripIndent()
        report('hold: {x: {because: y, untli: 2027-01-01}}') == '''\
            policy.yaml:7:28: `hold` has no argument `untli:`
              7 |     hold: {x: {because: y, untli: 2027-01-01}}
                |                            ^^^^^
            HINT: did you mean `until:`?
            HINT: arguments of `hold`: until:, because:
            '''.stripIndent()
        report('form: base') == '''\
            policy.yaml:7:5: `policy` has no argument `form:`
              7 |     form: base
                |     ^^^^
            HINT: did you mean `from:`?
            HINT: arguments of `policy`: from:
            '''.stripIndent()
    }

    def 'a wrong type'() {
        expect:
        report('journal: {every: 5}') == '''\
            policy.yaml:7:22: `every:` of `journal` takes a duration, not 5
              7 |     journal: {every: 5}
                |                      ^
            HINT: a duration has a unit: 15.minutes
            '''.stripIndent()
        report("outage: {a: 1.day}") == '''\
            policy.yaml:7:14: `outage` takes a duration, not a mapping
              7 |     outage: {a: 1.day}
                |              ^
            HINT: a duration has a unit: 15.minutes
            '''.stripIndent()
        findings('onOverlap: wiat') == ['policy.yaml:7:16: `onOverlap` takes wait, skip or fail, not `wiat`']
        findings('incremental: {every: 1.hour, interleaved: yes}') ==
            ['policy.yaml:7:47: `interleaved:` of `incremental` takes true or false, not `yes`']
        findings("incremental: '01:00'") ==
            ["policy.yaml:7:18: `incremental` takes only arguments with names, so '01:00' is too much"]
    }

    def 'what the versions of YAML read differently where a number is expected: #written'() {
        expect:
        findings("onMissed: {skip: {after: $written}}") ==
            ["policy.yaml:7:30: `$written` is not how a number is written" as String]

        where:
        written << ['12:30', '010.minutes', '1_000.seconds', '0x10', '012']
    }

    def 'a unit that there is not'() {
        expect:
        report('outage: 5.minuts') == '''\
            policy.yaml:7:15: unknown unit `minuts`
              7 |     outage: 5.minuts
                |               ^^^^^^
            HINT: did you mean `minute`?
            HINT: units: second, seconds, minute, minutes, hour, hours, day, days, week, weeks, KB, MB, GB, TB
            '''.stripIndent()
    }

    def 'a wrong element of a list'() {
        expect:
        report('backupGroup: {west: {archives: [1, two]}}') == '''\
            policy.yaml:7:40: `archives:` of `backupGroup` takes archive numbers, not 'two'
              7 |     backupGroup: {west: {archives: [1, two]}}
                |                                        ^^^
            HINT: archives are numbered from 0, without quotes
            '''.stripIndent()
    }

    def 'a required part that is missing, with an example in the spelling of the text'() {
        expect:
        report('backupGroup: {west: }') == '''\
            policy.yaml:7:19: `backupGroup` needs `archives:`
              7 |     backupGroup: {west: }
                |                   ^^^^
            HINT: for example: backupGroup: {east: {archives: [0, 1]}}
            '''.stripIndent()
        Declared.files('a.yaml': 'domain:\n  acme:\n    region: {east: {hosts: [e1]}}\n').report() == '''\
            a.yaml:2:3: `database` is missing in domain 'acme'
              2 |   acme:
                |   ^^^^
            HINT: for example: database: {test: {storageManager: {archive: 0, host: e1}}}
            '''.stripIndent()
    }

    def 'something that is no declaration, or no YAML'() {
        expect:
        Declared.files('a.yaml': '- a\n').findings() ==
            ['a.yaml:1:1: a declaration is a mapping of words to what they take, not a list']
        report('outage: 1.day: 2') == '''\
            policy.yaml:7:18: this is not YAML: mapping values are not allowed here
              7 |     outage: 1.day: 2
                |                  ^
            HINT: a text with : # { } [ ] & * ! % @ or quotes in it stands in quotes: 'a: b'
            '''.stripIndent()
        findings('onOverlap: "a') == ['policy.yaml:7:16: this is not YAML: found unexpected end of stream']
        findings("hold: {'a\u2028b': {because: c}}") ==
            ['policy.yaml:7:14: the character U+2028 cannot stand in YAML']
        findings('onOverlap: "\u0007"') == ['policy.yaml:7:17: the character U+0007 cannot stand in YAML']
        findings('? [a]\n    : b') == ['policy.yaml:7:7: a key is a word or a name, not a list or a mapping']
    }

    def 'every mistake at once, as in the other spelling'() {
        expect:
        findings('outage: 1.dya\n    onOverlap: 1\n    journal: {at: 25:00}\n    retain: {minimum: 0}') == [
            'policy.yaml:7:15: unknown unit `dya`',
            'policy.yaml:8:16: `onOverlap` takes wait, skip or fail, not 1',
            "policy.yaml:9:19: '25:00': there is no 25:00 in a day",
            'policy.yaml:10:23: `minimum:` of `retain` takes a whole number from 1 on, not 0',
        ]
    }

    private static String report(String words) {
        declared(words).report()
    }

    private static List<String> findings(String words) {
        declared(words).findings()
    }

    private static Declared declared(String words) {
        String group = words.contains('backupGroup:') ? '' : 'backupGroup: {all: {archives: [2]}}'
        Declared.files('policy.yaml': """\
policy:
  nightly:
    protects: bank/ledger
    full:
    $group
    directory: '{archive}-{date}{time}'
    $words
""", 'bank.groovy': Declared.BANK)
    }
}
